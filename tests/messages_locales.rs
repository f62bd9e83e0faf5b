//! Holds every translation to its language: nothing is left in English, and counts have the language's plural forms.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement, VariantKey};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use quoc::messages::{CATALOGUES, Catalogue, FALLBACK, languages};
use unic_langid::LanguageIdentifier;

type Texts = BTreeMap<String, Pattern<String>>;

fn read(catalogue: &Catalogue) -> Texts {
    let entries = catalogue.files.iter().flat_map(|file| fluent_syntax::parser::parse(file.text()).unwrap().body);
    let texts = |entry: Entry<String>| match entry {
        Entry::Message(message) => {
            let id = message.id.name;
            let own = message.value.map(|value| (id.clone(), value));
            let attributes = message.attributes.into_iter();
            own.into_iter().chain(attributes.map(|one| (format!("{id}.{}", one.id.name), one.value))).collect()
        }
        _ => Vec::new(),
    };
    entries.flat_map(texts).collect()
}

/// The words outside variables, and the keys of each selector.
#[derive(Default)]
struct Parts {
    words: Vec<String>,
    selectors: Vec<BTreeSet<String>>,
}

impl Parts {
    fn of(pattern: &Pattern<String>) -> Self {
        let mut parts = Self::default();
        parts.take(pattern);
        parts
    }

    fn take(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    let words = value.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 1);
                    self.words.extend(words.map(str::to_owned));
                }
                PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                    let key = |key: &VariantKey<String>| match key {
                        VariantKey::Identifier { name } => name.clone(),
                        VariantKey::NumberLiteral { value } => value.clone(),
                    };
                    self.selectors.push(variants.iter().map(|variant| key(&variant.key)).collect());
                    variants.iter().for_each(|variant| self.take(&variant.value));
                }
                PatternElement::Placeable { expression: Expression::Inline(_) } => {}
            }
        }
    }
}

#[test]
fn no_text_is_left_in_english() {
    let english = read(CATALOGUES.iter().find(|catalogue| catalogue.tag == FALLBACK).unwrap());
    let mut left = Vec::new();
    for catalogue in CATALOGUES.iter().filter(|catalogue| catalogue.tag != FALLBACK) {
        for (id, text) in read(catalogue) {
            // One or two words may be the same in several languages: `Version`, `Download`.
            let words = Parts::of(&text).words;
            let meant = SAME.contains(&(catalogue.tag, id.as_str()));
            if words.len() > 2 && !meant && english.get(&id).is_some_and(|original| Parts::of(original).words == words)
            {
                left.push(format!("{}: {id}", catalogue.tag));
            }
        }
    }
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn a_count_has_the_plural_forms_of_the_language() {
    let mut wrong = Vec::new();
    for catalogue in CATALOGUES {
        let language: LanguageIdentifier = catalogue.tag.split('-').next().unwrap().parse().unwrap();
        let rules = PluralRules::create(language, PluralRuleType::CARDINAL).unwrap();
        let forms = (0..=200_u32).map(|count| name(rules.select(count).unwrap()));
        // CLDR 42 took this form away; what lacks it has the right one in `other`.
        let needed: BTreeSet<&str> = forms.filter(|form| !(catalogue.tag == "he" && *form == "many")).collect();
        for (id, text) in read(catalogue) {
            for keys in Parts::of(&text).selectors {
                let plural = keys.iter().any(|key| key != "other" && FORMS.contains(&key.as_str()));
                let missing: Vec<_> = needed.iter().filter(|form| !keys.contains(**form)).collect();
                if plural && !missing.is_empty() {
                    wrong.push(format!("{}: {id} lacks {missing:?}", catalogue.tag));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_language_has_a_name_of_its_own() {
    let names: BTreeSet<String> = languages().into_iter().map(|(_, name)| name).collect();
    assert_eq!(names.len(), CATALOGUES.len());
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

/// What is the same in both languages.
const SAME: [(&str, &str); 2] = [("nl", "action-up-to-date"), ("nl", "check-up-to-date")];
const FORMS: [&str; 5] = ["zero", "one", "two", "few", "many"];

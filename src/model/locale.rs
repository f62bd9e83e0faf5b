//! The tag of a language (BCP 47), and texts that a publisher gives in several of them.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unic_langid::LanguageIdentifier;

use super::label::{InvalidLabel, check_text};
use super::release::unique_map;

/// A language, with its script or region where they matter: `de`, `pt-BR`, `sr-Latn`.
///
/// It is written in one way only, so that no text is given twice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LocaleTag(LanguageIdentifier);

/// Says that a text is no tag of a language, or is not in its usual spelling.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a language tag in its usual spelling, like de or pt-BR")]
pub struct InvalidLocaleTag {
    /// The text as it was given, cut to a sane length.
    pub text: String,
}

/// One text by its languages.
pub type Translations = BTreeMap<LocaleTag, String>;

/// A text, with translations: in a document a plain string, or a table of `default` and language tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translated {
    /// For everybody who reads none of the other languages.
    pub default: String,
    /// The others.
    pub translations: Translations,
}

impl LocaleTag {
    /// Returns the language, `pt` of `pt-BR`.
    pub fn language(&self) -> &str {
        self.0.language.as_str()
    }

    /// Returns the script, `Latn` of `sr-Latn`.
    pub fn script(&self) -> Option<&str> {
        self.0.script.as_ref().map(|script| script.as_str())
    }

    /// Returns the region, `BR` of `pt-BR`.
    pub fn region(&self) -> Option<&str> {
        self.0.region.as_ref().map(|region| region.as_str())
    }
}

impl FromStr for LocaleTag {
    type Err = InvalidLocaleTag;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let invalid = || InvalidLocaleTag { text: text.chars().take(40).collect() };
        let tag: LanguageIdentifier = text.parse().map_err(|_| invalid())?;
        // RFC 5646 has room for languages of four letters and more; there is none.
        let is_known = matches!(tag.language.as_str().len(), 2 | 3) && tag.language.as_str() != "und";
        let is_plain = tag.variants().next().is_none() && tag == text;
        (is_known && is_plain).then_some(Self(tag)).ok_or_else(invalid)
    }
}

super::text_form!(LocaleTag, InvalidLocaleTag);

impl fmt::Display for LocaleTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Picks a text for a person who reads some languages, best first: the very tag, or else one of the same language.
pub fn pick<'a>(translations: &'a Translations, preferred: &[LocaleTag]) -> Option<&'a str> {
    let of = |wanted: &LocaleTag| {
        let kin = |tag: &&LocaleTag| {
            let script = |tag: &LocaleTag| tag.script().map(str::to_owned);
            tag.language() == wanted.language() && (script(tag) == script(wanted) || script(wanted).is_none())
        };
        // Without a region it is meant for all of them.
        let bare = || translations.keys().filter(kin).min_by_key(|tag| tag.region().is_some());
        translations.get(wanted).or_else(|| bare().and_then(|tag| translations.get(tag)))
    };
    preferred.iter().find_map(of).map(String::as_str)
}

impl Translated {
    /// Returns the text for a person who reads some languages, best first.
    pub fn pick(&self, preferred: &[LocaleTag]) -> &str {
        pick(&self.translations, preferred).unwrap_or(&self.default)
    }

    /// Checks that every one of the texts can be shown to people.
    ///
    /// # Errors
    /// When one is blank, longer than `limit` characters, or has a control or directional character.
    pub fn check(&self, limit: usize) -> Result<(), InvalidLabel> {
        self.translations.values().chain([&self.default]).try_for_each(|text| check_text(text, limit))
    }
}

impl From<&str> for Translated {
    fn from(text: &str) -> Self {
        Self { default: text.to_owned(), translations: Translations::new() }
    }
}

/// What a document may say instead of a text.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a text, or a table of texts with a default")]
enum Form {
    Plain(String),
    #[serde(deserialize_with = "unique_map")]
    Table(BTreeMap<String, String>),
}

impl<'de> Deserialize<'de> for Translated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut table = match Form::deserialize(deserializer)? {
            Form::Plain(text) => return Ok(Self::from(text.as_str())),
            Form::Table(table) => table,
        };
        let default = table.remove(DEFAULT).ok_or_else(|| serde::de::Error::missing_field(DEFAULT))?;
        let parsed: Result<_, InvalidLocaleTag> =
            table.into_iter().map(|(tag, text)| Ok((tag.parse()?, text))).collect();
        let translations = parsed.map_err(serde::de::Error::custom)?;
        Ok(Self { default, translations })
    }
}

impl Serialize for Translated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.translations.is_empty() {
            return serializer.serialize_str(&self.default);
        }
        let translations = self.translations.iter().map(|(tag, text)| (tag.to_string(), text.as_str()));
        serializer.collect_map([(DEFAULT.to_owned(), self.default.as_str())].into_iter().chain(translations))
    }
}

/// The member that holds the text for everybody else; no language has such a long code.
const DEFAULT: &str = "default";

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn tag(text: &str) -> LocaleTag {
        text.parse().unwrap()
    }

    fn read(json: &str) -> Result<Translated, serde_json::Error> {
        serde_json::from_str(json)
    }

    #[test]
    fn a_tag_has_one_spelling() {
        for text in ["de", "pt-BR", "sr-Latn", "zh-Hant-TW", "es-419"] {
            assert_eq!(tag(text).to_string(), text);
        }
        for text in ["", "und", "DE", "pt_BR", "pt-br", "default", "d", "de-DE-1996", "de\n", "../de", "C.UTF-8"] {
            assert!(text.parse::<LocaleTag>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_text_is_plain_or_a_table_with_a_default_and_reads_back() {
        for json in [r#""Hello""#, r#"{"default":"Hello","de":"Hallo","pt-BR":"Olá"}"#] {
            assert_eq!(serde_json::to_string(&read(json).unwrap()).unwrap(), json);
        }
        for json in [r#"{"de":"Hallo"}"#, r#"{"default":"a","DE":"b"}"#, r#"{"default":"a","de":"b","de":"c"}"#, "7"] {
            assert!(read(json).is_err(), "{json}");
        }
    }

    #[test]
    fn people_read_their_language_or_its_nearest_kin_or_the_default() {
        let json = r#"{"default":"0","pt":"pt","pt-BR":"br","de":"de","zh-Hans":"hans","zh-Hant":"hant","en-GB":"gb"}"#;
        let text = read(json).unwrap();
        for (wanted, found) in [
            ("pt-BR", "br"),
            ("pt-PT", "pt"),
            ("de-AT", "de"),
            ("en-US", "gb"),
            ("zh-Hant-TW", "hant"),
            ("zh-Hans", "hans"),
            ("fr", "0"),
        ] {
            assert_eq!(text.pick(&[tag(wanted)]), found, "{wanted}");
        }
        assert_eq!(text.pick(&[tag("fr"), tag("de")]), "de");
        assert_eq!(text.pick(&[]), "0");
    }

    #[test]
    fn every_language_is_checked() {
        let text = read(r#"{"default":"fine","de":"nicht\u202egut"}"#).unwrap();
        assert!(matches!(text.check(100), Err(InvalidLabel::Deceptive { .. })));
        assert!(matches!(Translated::from("four").check(3), Err(InvalidLabel::TooLong { limit: 3 })));
    }
}

//! How each locale writes numbers, sizes and times, before what CLDR says. The data are taken from the npm packages
//! `cldr-numbers-full` and `cldr-units-full` of the version they name: symbols and patterns of the default numbering system,
//! and the patterns of units in any of their widths, without blanks.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use quoc::messages::{Arguments, CATALOGUES, Isolation, Messages};
use serde_json::Value;

fn cldr() -> Value {
    serde_json::from_str(include_str!("data/messages/cldr.json")).unwrap()
}

fn around(messages: &Messages, id: &str) -> String {
    messages.text(id, &Arguments::new().text("number", "{0}"))
}

#[test]
fn every_locale_writes_numbers_as_cldr_does() {
    for catalogue in CATALOGUES {
        let tag = catalogue.tag;
        let expected = &cldr()["locales"][tag];
        assert!(expected.is_object(), "tests/data/messages/cldr.json does not know {tag}");
        let messages = Messages::new(&[tag], Isolation::Off);
        for (id, member) in [
            ("number-decimal-separator", "decimal"),
            ("number-group-separator", "group"),
            ("number-groups", "groups"),
            ("number-group-minimum", "minimum"),
            ("number-digits", "digits"),
        ] {
            assert_eq!(messages.word(id), expected[member].as_str().unwrap(), "{tag}: {id}");
        }
        assert_eq!(around(&messages, "number-percent"), expected["percent"].as_str().unwrap(), "{tag}: percent");
    }
}

#[test]
fn every_locale_names_units_as_cldr_does_in_some_width() {
    for catalogue in CATALOGUES {
        let messages = Messages::new(&[catalogue.tag], Isolation::Off);
        for (unit, patterns) in cldr()["locales"][catalogue.tag]["units"].as_object().unwrap() {
            let text: String = around(&messages, &format!("unit-{unit}")).split_whitespace().collect();
            let known = patterns.as_array().unwrap().iter().any(|pattern| pattern == text.as_str());
            assert!(known, "{}: {text} is none of {patterns}", catalogue.tag);
        }
    }
}

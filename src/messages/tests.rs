//! The rules of the texts.

use super::*;
use crate::engine::failure::ROWS;

fn both() -> [Messages; 2] {
    [Messages::new(&["en-US"], Isolation::Off), Messages::new(&["de"], Isolation::Off)]
}

fn size(bytes: u64) -> [String; 2] {
    let arguments = Arguments::new().number("have", bytes).number("size", bytes);
    both().map(|messages| {
        let text = messages.text("progress-bytes", &arguments);
        text.split([' ']).take(2).collect::<Vec<_>>().join(" ")
    })
}

#[test]
fn a_wanted_locale_is_found_in_whatever_form_the_system_writes_it() {
    for tag in ["de", "de-DE", "de_AT.UTF-8", "de-CH", "de_DE@euro", "DE"] {
        assert_eq!(Messages::new(&[tag], Isolation::Off).locale(), "de", "{tag}");
    }
}

#[test]
fn the_first_wanted_locale_that_is_there_wins_and_english_is_the_last_resort() {
    assert_eq!(Messages::new(&["xx", "de", "en"], Isolation::Off).locale(), "de");
    assert_eq!(Messages::new(&["en-GB", "de"], Isolation::Off).locale(), "en-US");
    for nothing in [&[][..], &["C"], &["C.UTF-8"], &["POSIX"], &["", "😀", "-"], &["tlh"]] {
        assert_eq!(Messages::new(nothing, Isolation::Off).locale(), "en-US", "{nothing:?}");
    }
}

#[test]
fn numbers_are_grouped_and_written_as_the_locale_does() {
    let count = |locale: &str, number: u64| {
        let arguments = Arguments::new().number("packages", number);
        Messages::new(&[locale], Isolation::Off).text("status-packages", &arguments).trim().to_owned()
    };
    assert_eq!(count("en-US", 1234), "Packages: 1,234");
    assert_eq!(count("en-US", 1_234_567), "Packages: 1,234,567");
    assert_eq!(count("de", 123_456), "Pakete: 123.456");
    assert_eq!(count("de", 999), "Pakete: 999");
}

#[test]
fn sizes_have_powers_of_1000_and_the_locales_decimal_sign() {
    assert_eq!(size(0), ["0 bytes", "0 Byte"]);
    assert_eq!(size(999), ["999 bytes", "999 Byte"]);
    assert_eq!(size(1000), ["1.0 kB", "1,0 kB"]);
    assert_eq!(size(9_949), ["9.9 kB", "9,9 kB"]);
    assert_eq!(size(9_950), ["10 kB", "10 kB"]);
    assert_eq!(size(999_499), ["999 kB", "999 kB"]);
    assert_eq!(size(999_500), ["1.0 MB", "1,0 MB"]);
    assert_eq!(size(22_700_000), ["23 MB", "23 MB"]);
    assert_eq!(size(12_345_000_000_000), ["12,345 GB", "12.345 GB"]);
}

#[test]
fn a_time_is_shown_in_the_unit_that_fits_and_never_rounded_to_nothing() {
    let english = |milliseconds| {
        let arguments = Arguments::new()
            .text("artifact", "a")
            .number("attempt", 2)
            .duration("wait", std::time::Duration::from_millis(milliseconds));
        both()[0].text("retrying", &arguments)
    };
    assert!(english(1).ends_with("in 1 s"));
    assert!(english(59_000).ends_with("in 59 s"));
    assert!(english(60_000).ends_with("in 1 min"));
    assert!(english(3_600_000).ends_with("in 1 h 0 min"));
    assert!(english(7_500_000).ends_with("in 2 h 5 min"));
}

#[test]
fn a_share_is_rounded_down_so_that_100_means_done() {
    let percent = |thousandths| {
        let arguments = Arguments::new().number("progress", thousandths);
        both().map(|messages| messages.text("progress-whole", &arguments))
    };
    assert!(percent(999)[0].contains("99%"), "{:?}", percent(999));
    assert!(percent(1000)[1].contains("100\u{a0}%"));
}

#[test]
fn every_error_renders_in_every_locale_with_all_its_variables() {
    for messages in both() {
        for row in ROWS {
            let arguments = row.arguments.iter().map(|name| ((*name).to_owned(), "7".to_owned())).collect();
            let failure =
                Failure { code: row.code.to_owned(), exit_status: row.exit_status, arguments, details: Vec::new() };
            for text in [messages.failure(&failure), messages.hint(&failure)] {
                assert!(text.len() > row.code.len() && text != row.code, "{} in {}", row.code, messages.locale());
                assert!(!text.contains(['{', '}', '$']), "{text}");
            }
        }
    }
}

#[test]
fn a_text_with_a_missing_variable_is_not_shown_half() {
    let [english, _] = both();
    assert_eq!(english.text("action-install", &Arguments::new().text("name", "Demo")), "action-install");
}

#[test]
fn foreign_text_cannot_act_on_a_terminal_or_turn_words_round() {
    let arguments = Arguments::new().text("name", "\u{1b}[2J\u{9b}31m\u{202e}evil\r\nx\u{7}").text("version", "1");
    for messages in both() {
        let text = messages.text("action-install", &arguments);
        assert!(!text.chars().any(harmless::acts), "{text:?}");
        assert!(text.contains('\u{fffd}'), "the attempt is seen: {text:?}");
    }
}

#[test]
fn foreign_text_is_cut_at_its_limit_and_not_before() {
    let at_limit = "é".repeat(harmless::MAX_CHARS);
    assert_eq!(harmless(&at_limit), at_limit);
    assert_eq!(harmless(&format!("{at_limit}x")), format!("{at_limit}…"));
}

#[test]
fn isolation_characters_are_for_faces_that_ask_for_them() {
    let arguments = Arguments::new().text("name", "Demo").text("version", "1.0");
    let text = |isolation| Messages::new(&["en-US"], isolation).text("action-install", &arguments);
    assert_eq!(text(Isolation::Off), "Install Demo 1.0");
    assert_eq!(text(Isolation::On), "Install \u{2068}Demo\u{2069} \u{2068}1.0\u{2069}");
}

#[test]
fn a_version_or_a_name_that_looks_like_a_number_stays_as_it_is() {
    let failure = |installed: &str| Failure {
        code: "plan-older".to_owned(),
        exit_status: 12,
        arguments: [("installed", installed), ("offered", "3.10")].map(|(n, v)| (n.to_owned(), v.to_owned())).into(),
        details: Vec::new(),
    };
    for installed in ["1.20", "nan", "inf", "1e9", "007", "18446744073709551615"] {
        let text = both()[0].failure(&failure(installed));
        assert!(text.contains(&format!("Version {installed} is")) && text.contains("3.10"), "{text}");
    }
}

#[test]
fn a_list_is_joined_and_made_harmless() {
    assert_eq!(list(&both()[0], &["a", "b\u{1b}", "c"]), "a, b\u{fffd}, c");
    assert_eq!(list::<&str>(&both()[1], &[]), "");
}

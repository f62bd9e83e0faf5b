//! Every text of every screen fits its place in every language: nothing is cut, nothing lies over something else, and
//! nothing is beyond the window but by scrolling; with usual texts and with texts of twice the size.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod kit;

use std::borrow::Cow;

use egui::{Theme, vec2};
use kit::fit::faults;
use kit::fonts::locales;
use kit::screens::SCREENS;
use kit::window::{Opening, Seen};
use quoc::messages::{Isolation, Messages};

/// What is left of screens of 1024 × 768 and 640 × 860 pixels when everything is twice as large: the window cannot grow.
const TWICE: [[f32; 2]; 2] = [[512.0, 384.0], [320.0, 430.0]];

/// Looks at every screen of one language in every size.
fn look(locale: &'static str, messages: &dyn Fn() -> Messages) -> Vec<String> {
    let mut found = Vec::new();
    for screen in SCREENS {
        let mut seen = Seen::open(Opening::new(locale, Theme::Light), messages());
        (screen.reach)(&mut seen);
        seen.fit();
        let mut note = |seen: &Seen, size: &str| {
            found.extend(faults(seen).into_iter().map(|fault| format!("{locale} {} {size}: {fault}", screen.name)));
        };
        note(&seen, "usual");
        for [width, height] in TWICE {
            seen.resize(vec2(width, height));
            seen.steps();
            note(&seen, &format!("{width}x{height}"));
        }
    }
    found
}

/// Every fourth locale, so that they are looked at beside each other.
fn quarter(which: usize) {
    let mut found = Vec::new();
    for locale in locales().skip(which).step_by(4) {
        found.extend(look(locale, &|| Messages::new(&[locale], Isolation::On)));
    }
    assert!(found.is_empty(), "{}: {:#?}", found.len(), &found[..found.len().min(60)]);
}

#[test]
fn every_text_fits_its_place_in_the_first_quarter_of_the_languages() {
    quarter(0);
}

#[test]
fn every_text_fits_its_place_in_the_second_quarter_of_the_languages() {
    quarter(1);
}

#[test]
fn every_text_fits_its_place_in_the_third_quarter_of_the_languages() {
    quarter(2);
}

#[test]
fn every_text_fits_its_place_in_the_last_quarter_of_the_languages() {
    quarter(3);
}

/// Two fifths longer than English, with marks above and below the letters: what a translation may come to.
fn pseudo(text: &str) -> Cow<'_, str> {
    let marked = |c: char| match c {
        'a' => 'ä',
        'e' => 'ễ',
        'i' => 'ï',
        'o' => 'ộ',
        'u' => 'ų',
        'A' => 'Å',
        'E' => 'Ę',
        'I' => 'Ỉ',
        other => other,
    };
    let mut longer = String::new();
    for (place, c) in text.chars().enumerate() {
        longer.push(marked(c));
        if c.is_alphabetic() && place % 5 < 2 {
            longer.push(marked(c));
        }
    }
    Cow::Owned(longer)
}

#[test]
fn a_language_that_is_two_fifths_longer_than_english_fits_as_well() {
    let longer = pseudo("Install the application").chars().count();
    assert!(longer * 10 >= "Install the application".len() * 13, "{longer}");
    let found = look("en-US", &|| Messages::new(&["en-US"], Isolation::On).transformed(pseudo));
    assert!(found.is_empty(), "{}: {:#?}", found.len(), &found[..found.len().min(60)]);
}

#[test]
fn a_text_that_does_not_fit_is_found() {
    fn wild(text: &str) -> Cow<'_, str> {
        Cow::Owned(text.replace(' ', "").repeat(30))
    }
    let messages = Messages::new(&["en-US"], Isolation::On).transformed(wild);
    let mut seen = Seen::open(Opening::new("en-US", Theme::Light), messages);
    (kit::screens::named("offer").reach)(&mut seen);
    assert!(faults(&seen).iter().any(|fault| fault.contains("cut")), "{:?}", faults(&seen));
}

//! A few screens as pictures, drawn by the processor alone: letters that join and turn round, mirrored rows, Han, day
//! and night, and the sharpness of a fine screen. `UPDATE_SNAPSHOTS=1 cargo test --test window_pictures` makes them anew.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod kit;

use egui::Theme;
use egui_kittest::SnapshotOptions;
use kit::screens::{SCREENS, named};
use kit::window::{Opening, Seen};
use quoc::messages::{Isolation, Messages};

fn reached(name: &str, opening: Opening) -> Seen {
    let mut seen = Seen::open(opening, Messages::new(&[opening.locale], Isolation::On));
    (named(name).reach)(&mut seen);
    seen.fit();
    seen
}

/// Compares a screen with its picture; how an edge is smoothed may differ a little between machines.
fn looks_as_before(name: &str, opening: Opening) {
    let mut seen = reached(name, opening);
    let theme = if opening.theme == Theme::Dark { "dark" } else { "light" };
    let options = SnapshotOptions::new().output_path("tests/data/pictures").threshold(1.5).max_failed_pixels(60);
    let picture = format!("{name}-{}-{theme}-{}x", opening.locale, opening.scale);
    seen.harness.snapshot_options(picture, &options);
}

#[test]
fn arabic_is_joined_and_runs_from_right_to_left_in_a_mirrored_layout() {
    looks_as_before("working", Opening::new("ar", Theme::Dark));
}

#[test]
fn paths_are_read_from_left_to_right_in_arabic() {
    looks_as_before("failed", Opening::new("ar", Theme::Light));
}

#[test]
fn japanese_has_its_own_han_and_breaks_between_letters() {
    looks_as_before("options", Opening::new("ja", Theme::Light));
}

#[test]
fn an_error_in_german_by_night() {
    looks_as_before("countdown", Opening::new("de", Theme::Dark));
}

#[test]
fn a_screen_of_three_halves_of_the_usual_pixels_is_drawn_sharply() {
    looks_as_before("done", Opening { scale: 1.5, ..Opening::new("en-US", Theme::Light) });
}

#[test]
fn a_screen_of_twice_the_usual_pixels_is_drawn_sharply_and_devanagari_is_joined() {
    looks_as_before("offer", Opening { scale: 2.0, ..Opening::new("hi", Theme::Dark) });
}

#[test]
#[ignore = "draws every screen for people to look at, into target/screens"]
fn every_screen_is_drawn_to_be_looked_at() {
    let folder = std::path::Path::new("target/screens");
    fs_err::create_dir_all(folder).unwrap();
    for locale in ["en-US", "de", "ar", "ja", "hi"] {
        for theme in [Theme::Light, Theme::Dark] {
            for screen in SCREENS {
                let picture = reached(screen.name, Opening::new(locale, theme)).harness.render().unwrap();
                picture.save(folder.join(format!("{locale}-{theme:?}-{}.png", screen.name))).unwrap();
            }
        }
    }
}

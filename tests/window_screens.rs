//! Every screen of the window, as the keyboard and AccessKit have it, by day and by night, in four languages.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod kit;

use std::collections::BTreeSet;

use egui::accesskit::{Live, Role, Toggled};
use egui::{Key, Modifiers, Rect, Shape, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kit::fonts::{NO_FONT, locales};
use kit::screens::{SCREENS, Screen, named, unreachable};
use kit::window::Seen;
use quoc::gui::state::Effect;
use quoc::gui::{Palette, tokens::Tokens};
use quoc::messages::{CATALOGUES, languages};
use quoc::model::event::Phase;
use serde_json::json;

/// Latin, its longest words, from right to left, and Han.
const LANGUAGES: [&str; 4] = ["en-US", "de", "ar", "ja"];

fn reached(screen: &Screen, locale: &'static str, theme: Theme) -> Seen {
    let mut seen = Seen::new(locale, theme);
    (screen.reach)(&mut seen);
    seen.fit();
    seen
}

/// Runs a test on every screen, by day and by night, in four languages.
fn everywhere(test: impl Fn(&Screen, &mut Seen, &str)) {
    for locale in LANGUAGES {
        for theme in [Theme::Light, Theme::Dark] {
            for screen in SCREENS {
                let mut seen = reached(screen, locale, theme);
                test(screen, &mut seen, &format!("{} in {locale}, {theme:?}", screen.name));
            }
        }
    }
}

/// What can be reached with the keyboard: role and name.
fn reachable(seen: &Seen) -> BTreeSet<(String, String)> {
    let nodes = seen.harness.root().children_recursive();
    let roles = [Role::Button, Role::Switch, Role::TextInput, Role::PasswordInput, Role::RadioButton];
    let named = nodes.filter_map(|node| {
        let node = node.accesskit_node();
        roles.contains(&node.role()).then(|| (format!("{:?}", node.role()), node.label().unwrap_or_default()))
    });
    named.collect()
}

/// What has the keyboard: role and name, and where it is.
fn focused(seen: &Seen) -> Option<((String, String), Rect)> {
    let node = seen.harness.root().children_recursive().find(|node| node.accesskit_node().is_focused())?;
    let known = node.accesskit_node();
    Some(((format!("{:?}", known.role()), known.label().unwrap_or_default()), node.rect()))
}

#[test]
fn every_screen_has_its_heading_buttons_switches_and_fields_by_role_and_name() {
    everywhere(|screen, seen, place| {
        let count = |role: Role| seen.harness.query_all_by_role(role).count();
        assert_eq!(count(Role::Heading), 1, "{place}: headings");
        for id in screen.buttons {
            let name = seen.word(id);
            let buttons = seen.harness.query_all_by_role_and_label(Role::Button, &name).count();
            assert_eq!(buttons, 1, "{place}: buttons of the name {name}");
        }
        assert_eq!(count(Role::Switch), screen.switches, "{place}: switches");
        let fields = count(Role::TextInput) + count(Role::PasswordInput);
        assert_eq!(fields, screen.fields, "{place}: fields");
        let unnamed: Vec<_> = reachable(seen).into_iter().filter(|(_, name)| name.trim().is_empty()).collect();
        assert!(unnamed.is_empty(), "{place}: {unnamed:?}");
        assert_eq!(
            seen.harness.query_all_by_role(Role::Status).count(),
            1,
            "{place}: what is told to those who listen"
        );
    });
}

#[test]
fn the_tab_key_reaches_everything_on_every_screen_and_a_ring_shows_where_it_is() {
    // Where texts are twice as large, most of a screen has to be scrolled to.
    let sizes = [[520.0, 360.0], [320.0, 430.0], [512.0, 384.0], [520.0, 360.0]];
    for (locale, size) in LANGUAGES.into_iter().zip(sizes) {
        for screen in SCREENS {
            let mut seen = reached(screen, locale, Theme::Light);
            seen.resize(size.into());
            walk(&mut seen, &format!("{} in {locale}, {size:?}", screen.name));
        }
    }
}

/// Goes round once with the tab key.
fn walk(seen: &mut Seen, place: &str) {
    let all = reachable(seen);
    let is_before_all = !seen.state().has_nothing_before_it();
    let mut met = BTreeSet::new();
    for _ in 0..2 * all.len() + 2 {
        seen.press(Key::Tab);
        seen.steps();
        let Some((what, rect)) = focused(seen) else { continue };
        let window = seen.harness.ctx.content_rect();
        assert!(window.expand(3.0).contains_rect(rect), "{place}: {what:?} at {rect:?} is out of sight");
        assert!(has_ring(seen, rect), "{place}: no ring around {what:?} at {rect:?}");
        met.insert(what);
    }
    // Behind a question nothing can be reached.
    let missed: Vec<_> = all.difference(&met).collect();
    assert!(is_before_all || missed.is_empty(), "{place}: {missed:?} cannot be reached");
    assert!(!met.is_empty() || all.is_empty(), "{place}: nothing can be reached");
}

/// Whether a line of the ring's colour goes round a place.
fn has_ring(seen: &Seen, rect: Rect) -> bool {
    let ink = Palette::new(&Tokens::carried().unwrap(), None, false).accent_ink;
    seen.harness.output().shapes.iter().any(|clipped| match &clipped.shape {
        Shape::Rect(ring) => ring.stroke.color == ink && ring.rect.expand(1.0).contains_rect(rect),
        _ => false,
    })
}

#[test]
fn the_whole_way_is_walked_with_the_enter_key() {
    let mut seen = Seen::new("en-US", Theme::Light);
    assert!(matches!(&seen.effects()[..], [Effect::Prepare(_)]));
    seen.planned("install", &json!({}));
    seen.press(Key::Enter);
    assert!(matches!(&seen.effects()[..], [Effect::Consent { run: 1, .. }]));
    seen.done("install", &json!({}));
    seen.press(Key::Enter);
    // Closing is the window's own.
    assert_eq!(seen.effects(), []);
}

#[test]
fn the_escape_key_goes_back_or_asks_and_never_begins_anything() {
    everywhere(|_, seen, place| {
        seen.effects();
        seen.press(Key::Escape);
        let effects = seen.effects();
        let begins = |effect: &Effect| matches!(effect, Effect::Consent { .. } | Effect::Launch(_));
        assert!(!effects.iter().any(begins), "{place}: {effects:?}");
    });
}

#[test]
fn a_run_is_stopped_only_after_a_question_whose_safe_answer_has_the_keyboard() {
    let mut seen = reached(&named("working"), "en-US", Theme::Light);
    seen.effects();
    seen.press(Key::Escape);
    let safe = seen.word("window-go-on");
    assert_eq!(focused(&seen).unwrap().0.1, safe);
    seen.press(Key::Enter);
    assert_eq!(seen.effects(), []);
    assert!(seen.harness.query_by_label(&safe).is_none());
    seen.press(Key::Escape);
    let stop = seen.word("window-stop");
    seen.harness.get_by_label(&stop).click_accesskit();
    seen.steps();
    assert_eq!(seen.effects(), [Effect::Cancel]);
}

#[test]
fn the_bar_has_a_value_and_each_step_and_tenth_is_announced() {
    let mut seen = reached(&named("working"), "en-US", Theme::Dark);
    let value = |seen: &Seen| {
        let bar = seen.harness.get_by_role(Role::ProgressIndicator);
        bar.accesskit_node().numeric_value().unwrap()
    };
    let before = value(&seen);
    assert!(before > 0.0);
    let spoken = |seen: &Seen| {
        let status = seen.harness.get_by_role(Role::Status);
        (status.accesskit_node().live(), status.accesskit_node().label().unwrap())
    };
    let (live, first) = spoken(&seen);
    assert_eq!(live, Live::Polite);
    seen.hear(json!({"event": "fetching", "artifact": "b.whl", "have": 19_000_000, "size": 19_000_000}));
    seen.hear(json!({"event": "entered", "phase": Phase::Installing}));
    assert!(value(&seen) > before);
    assert_ne!(spoken(&seen).1, first);
}

#[test]
fn what_takes_something_away_is_not_what_the_enter_key_does() {
    let mut seen = reached(&named("removal"), "en-US", Theme::Light);
    seen.effects();
    seen.press(Key::Enter);
    assert!(seen.effects().iter().all(|effect| !matches!(effect, Effect::Consent { .. })));
}

#[test]
fn what_is_put_into_a_sentence_shows_no_box_in_any_language() {
    // The kit's window refuses to draw a character without a letter, and U+FFFD has none.
    for locale in locales() {
        for name in ["home-running", "done-not-on-path", "waiting", "waiting-network", "removal-running"] {
            reached(&named(name), locale, Theme::Light);
        }
    }
}

#[test]
fn a_window_goes_on_in_another_language_with_its_direction_wherever_it_is() {
    let mut seen = reached(&named("languages"), "en-US", Theme::Light);
    let present = seen.harness.query_all_by_role(Role::RadioButton).find(|node| node.accesskit_node().is_focused());
    assert_eq!(present.unwrap().accesskit_node().label().unwrap(), "English");
    let arabic = languages().into_iter().find(|(tag, _)| *tag == "ar").unwrap().1;
    seen.harness.get_by_role_and_label(Role::RadioButton, &arabic).click_accesskit();
    seen.steps();
    assert!(seen.harness.query_all_by_role(Role::RadioButton).next().is_none(), "the list is closed");
    let install = quoc::messages::Messages::new(&["ar"], quoc::messages::Isolation::Off).word("window-install");
    let button = seen.harness.get_by_role_and_label(Role::Button, &install).rect();
    assert!(
        button.center().x < 260.0,
        "the primary button is at the end of the line, which is on the left: {button:?}"
    );
    // Nothing of the run was lost.
    seen.press(Key::Enter);
    assert!(seen.effects().iter().any(|effect| matches!(effect, Effect::Consent { run: 1, .. })));
}

#[test]
fn languages_are_chosen_with_arrows_and_the_enter_key_and_escape_changes_nothing() {
    let mut seen = reached(&named("languages"), "en-US", Theme::Light);
    let before = focused(&seen).unwrap().0;
    seen.press(Key::ArrowDown);
    let after = focused(&seen).unwrap().0;
    assert_ne!(before, after);
    seen.press(Key::Enter);
    let title = seen.harness.get_by_role(Role::Heading).accesskit_node().label().unwrap();
    assert_ne!(title, "Install Demo");
    let mut seen = reached(&named("languages"), "en-US", Theme::Light);
    seen.press(Key::ArrowDown);
    seen.press(Key::Escape);
    assert_eq!(seen.harness.get_by_role(Role::Heading).accesskit_node().label().unwrap(), "Install Demo");
    assert!(seen.harness.query_all_by_role(Role::RadioButton).next().is_none());
}

#[test]
fn every_language_is_offered_by_its_own_name_but_those_without_a_font() {
    let seen = reached(&named("languages"), "ja", Theme::Dark);
    let offered: BTreeSet<String> =
        seen.harness.query_all_by_role(Role::RadioButton).map(|node| node.accesskit_node().label().unwrap()).collect();
    let all = languages();
    let expected = all.iter().filter(|(tag, _)| *tag != NO_FONT).map(|(_, name)| name.clone()).collect();
    assert_eq!(offered, expected);
    assert_eq!(all.len(), CATALOGUES.len());
    let chosen = seen
        .harness
        .query_all_by_role(Role::RadioButton)
        .filter(|node| node.accesskit_node().toggled() == Some(Toggled::True));
    assert_eq!(chosen.count(), 1);
}

#[test]
fn keys_make_everything_larger_up_to_twice_the_size_and_usual_again() {
    let mut seen = reached(&named("offer"), "en-US", Theme::Light);
    let mut zoom = |key: Key, times: u8| {
        for _ in 0..times {
            seen.harness.key_press_modifiers(Modifiers::COMMAND, key);
            seen.steps();
        }
        (seen.harness.ctx.zoom_factor() * 10.0).round() / 10.0
    };
    assert_eq!(
        [zoom(Key::Plus, 1), zoom(Key::Plus, 30), zoom(Key::Num0, 1), zoom(Key::Minus, 1)],
        [1.1, 2.0, 1.0, 0.9]
    );
}

#[test]
fn after_a_full_disk_another_folder_is_typed_and_the_enter_key_goes_on_there() {
    let mut seen = reached(&named("failed"), "en-US", Theme::Light);
    let field = seen.harness.get_by_role(Role::TextInput);
    assert_eq!(field.accesskit_node().value().unwrap(), "/home/me/.local/share/quoc/demo");
    field.focus();
    seen.effects();
    seen.steps();
    seen.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    seen.steps();
    seen.harness.get_by_role(Role::TextInput).type_text("/mnt/large");
    seen.steps();
    assert_eq!(seen.effects(), []);
    seen.press(Key::Enter);
    let effects = seen.effects();
    let [Effect::Prepare(order)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!((order.run, order.folder.as_deref()), (2, Some("/mnt/large".as_ref())));
}

#[test]
fn what_failed_is_named_by_what_was_wished() {
    let title = |name: &str| {
        let seen = reached(&named(name), "en-US", Theme::Light);
        seen.harness.get_by_role(Role::Heading).accesskit_node().label().unwrap()
    };
    assert_eq!(title("failed-repair"), "Demo could not be repaired");
    assert_eq!(title("failed-go-back"), "Could not go back to the earlier Demo");
}

#[test]
fn a_field_is_as_wide_as_the_cards_beside_it() {
    let surface = Palette::new(&Tokens::carried().unwrap(), None, false).plain.surface;
    for size in [[520.0, 563.0], [520.0, 360.0], [320.0, 430.0], [900.0, 700.0]] {
        let mut seen = reached(&named("options"), "en-US", Theme::Light);
        seen.resize(size.into());
        let field = seen.harness.get_by_role(Role::TextInput).rect();
        let cards = seen.harness.output().shapes.iter().filter_map(|clipped| match &clipped.shape {
            Shape::Rect(card) if card.fill == surface && card.rect.width() > 200.0 => Some(card.rect),
            _ => None,
        });
        let cards: Vec<_> = cards.collect();
        assert!(!cards.is_empty());
        for card in cards {
            let apart = (card.left() - field.left()).abs().max((card.right() - field.right()).abs());
            assert!(apart < 0.5, "{size:?}: {card:?} {field:?}");
        }
    }
}

#[test]
fn a_network_failure_says_when_it_tries_again_and_does() {
    let mut seen = reached(&named("working"), "en-US", Theme::Light);
    seen.fail(unreachable());
    let told = |seen: &Seen| seen.harness.query_by_label_contains("Trying again in").is_some();
    assert!(told(&seen));
    seen.effects();
    for _ in 0..100 {
        seen.harness.run_steps(6);
        if let [Effect::Prepare(order)] = &seen.effects()[..] {
            assert_eq!(order.run, 2);
            return;
        }
    }
    panic!("it never tried again");
}

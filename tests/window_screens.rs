//! Every screen of the window, as the keyboard and AccessKit have it, without a display.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use egui::{Key, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use quoc::engine::failure;
use quoc::gui::state::{Effect, Found, Installed, Note, Said};
use quoc::gui::text::Fonts;
use quoc::gui::tokens::Tokens;
use quoc::gui::{Brand, Parts, Runner, Window};
use quoc::messages::{Isolation, Messages};
use quoc::model::Event;
use quoc::model::event::{Failure, Phase};
use serde_json::{Value, json};

/// Stands in for the engine: notes are laid out for the window, effects are kept.
#[derive(Clone, Default)]
struct Script(Rc<RefCell<(Vec<Note>, Vec<Effect>)>>);

impl Runner for Script {
    fn notes(&mut self) -> Vec<Note> {
        std::mem::take(&mut self.0.borrow_mut().0)
    }

    fn perform(&mut self, effect: Effect) {
        self.0.borrow_mut().1.push(effect);
    }

    fn details(&self, failure: &Failure) -> String {
        failure.code.clone()
    }
}

/// A window that is looked at through AccessKit.
struct Seen {
    harness: Harness<'static, Window>,
    script: Script,
    messages: Arc<Messages>,
    run: u32,
}

impl Seen {
    fn new(locale: &str, theme: Theme) -> Self {
        let script = Script::default();
        let messages = Arc::new(Messages::new(&[locale], Isolation::On));
        let parts = Parts {
            tokens: Arc::new(Tokens::carried().unwrap()),
            brand: Brand { name: "Demo".to_owned(), publisher: "Demo & Co".to_owned(), ..Brand::default() },
            messages: Arc::clone(&messages),
            runner: Box::new(script.clone()),
            motion: false,
        };
        let draw = |ui: &mut egui::Ui, window: &mut Window| {
            window.logic(&ui.ctx().clone());
            window.ui(ui);
        };
        let harness = Harness::builder()
            .with_size([520.0, 360.0])
            .with_theme(theme)
            .with_context_setup(|ctx| Fonts::embedded().install(ctx))
            .build_ui_state(draw, Window::new(parts));
        Self { harness, script, messages, run: 1 }
    }

    fn say(&mut self, said: Said) {
        self.script.0.borrow_mut().0.push(Note { run: self.run, said });
        self.harness.run_steps(4);
    }

    fn hear(&mut self, event: Value) {
        let event: Event = serde_json::from_value(event).unwrap();
        self.say(Said::Event(event));
    }

    fn fail(&mut self, failure: Failure) {
        self.say(Said::Event(Event::Failed(failure)));
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run_steps(4);
    }

    fn effects(&self) -> Vec<Effect> {
        std::mem::take(&mut self.script.0.borrow_mut().1)
    }

    /// Asserts that there is exactly one button of this text.
    fn has_button(&self, id: &str) {
        self.harness.get_by_role_and_label(egui::accesskit::Role::Button, &self.messages.word(id));
    }

    fn has_buttons(&self, ids: &[&str]) {
        ids.iter().for_each(|id| self.has_button(id));
    }

    fn planned(&mut self, action: &str) {
        self.hear(json!({
            "event": "planned", "action": action, "name": "Demo", "publisher": "Demo & Co", "version": "2.0",
            "installed": null, "python": "3.12.1", "signed-by": 2, "threshold": 2, "keys": 3, "packages": 3,
            "size": 24_000_000, "to-fetch": 24_000_000, "builds": [], "folder": "/home/me/.local/share/quoc/demo",
            "on-disk": 96_000_000,
        }));
    }

    fn installed(&mut self) {
        let installed = Installed {
            version: "1.0".parse().unwrap(),
            previous: Some("0.9".parse().unwrap()),
            commands: vec!["/home/me/.local/bin/demo".to_owned()],
            on_path: true,
        };
        let found = Found { folder: "/data/demo".into(), installed: Some(installed), ..Found::default() };
        self.say(Said::Found(Box::new(found)));
    }

    fn working(locale: &str, theme: Theme) -> Self {
        let mut seen = Self::new(locale, theme);
        seen.planned("install");
        seen.press(Key::Enter);
        seen.hear(json!({"event": "entered", "phase": "fetching"}));
        seen.hear(json!({"event": "fetching", "artifact": "a.whl", "have": 12_000_000, "size": 24_000_000}));
        seen
    }

    fn done(&mut self, action: &str) {
        let commands = ["/home/me/.local/bin/demo"];
        self.hear(
            json!({"event": "finished", "action": action, "version": "2.0", "commands": commands, "on-path": true}),
        );
    }
}

fn unreachable() -> Failure {
    let arguments = [("artifact", "a.whl".to_owned()), ("host", "example.org".to_owned())];
    failure::FETCH_UNREACHABLE.failure(arguments, None)
}

/// Runs a test by day and by night, in the languages that the embedded fonts can write.
fn everywhere(test: impl Fn(&str, Theme)) {
    for locale in ["en-US", "de"] {
        for theme in [Theme::Light, Theme::Dark] {
            test(locale, theme);
        }
    }
}

#[test]
fn every_screen_has_its_buttons_by_role_and_name() {
    everywhere(|locale, theme| {
        let mut seen = Seen::new(locale, theme);
        seen.harness.run_steps(2);
        seen.has_button("window-cancel");
        seen.planned("install");
        seen.has_buttons(&["window-cancel", "window-install", "window-options"]);
        let seen = Seen::working(locale, theme);
        seen.has_buttons(&["window-cancel", "window-details"]);
        let mut seen = Seen::working(locale, theme);
        seen.fail(unreachable());
        seen.has_buttons(&["window-close", "window-try-again"]);
        let mut seen = Seen::working(locale, theme);
        seen.done("install");
        seen.has_buttons(&["window-close", "window-copy"]);
        let mut seen = Seen::new(locale, theme);
        seen.installed();
        seen.planned("upgrade");
        seen.has_buttons(&["window-upgrade", "window-repair", "window-go-back", "window-uninstall"]);
    });
}

#[test]
fn the_whole_way_is_walked_with_the_enter_key() {
    let mut seen = Seen::new("en-US", Theme::Light);
    seen.harness.run_steps(2);
    assert!(matches!(&seen.effects()[..], [Effect::Prepare(_)]));
    seen.planned("install");
    seen.press(Key::Enter);
    assert!(matches!(&seen.effects()[..], [Effect::Consent { run: 1, .. }]));
    seen.done("install");
    seen.press(Key::Enter);
    // Closing is the window's own.
    assert_eq!(seen.effects(), []);
}

#[test]
fn a_run_is_stopped_only_after_a_question_whose_safe_answer_has_the_keyboard() {
    let mut seen = Seen::working("en-US", Theme::Light);
    seen.effects();
    seen.press(Key::Escape);
    seen.has_buttons(&["window-stop", "window-go-on"]);
    seen.press(Key::Enter);
    assert_eq!(seen.effects(), []);
    assert!(seen.harness.query_by_label(&seen.messages.word("window-go-on")).is_none());
    seen.press(Key::Escape);
    let stop = seen.messages.word("window-stop");
    seen.harness.get_by_label(&stop).click_accesskit();
    seen.harness.run_steps(4);
    assert_eq!(seen.effects(), [Effect::Cancel]);
}

#[test]
fn the_bar_has_a_value_and_each_step_and_tenth_is_announced() {
    let mut seen = Seen::working("en-US", Theme::Dark);
    let value = |seen: &Seen| {
        let bar = seen.harness.get_by_role(egui::accesskit::Role::ProgressIndicator);
        bar.accesskit_node().numeric_value().unwrap()
    };
    let before = value(&seen);
    assert!(before > 0.0);
    let spoken = |seen: &Seen| {
        let status = seen.harness.get_by_role(egui::accesskit::Role::Status);
        (status.accesskit_node().live(), status.accesskit_node().label().unwrap())
    };
    let (live, first) = spoken(&seen);
    assert_eq!(live, egui::accesskit::Live::Polite);
    seen.hear(json!({"event": "fetching", "artifact": "a.whl", "have": 24_000_000, "size": 24_000_000}));
    seen.hear(json!({"event": "entered", "phase": Phase::Installing}));
    assert!(value(&seen) > before);
    assert_ne!(spoken(&seen).1, first);
}

#[test]
fn what_takes_something_away_is_not_what_the_enter_key_does() {
    let mut seen = Seen::new("en-US", Theme::Light);
    seen.installed();
    seen.planned("upgrade");
    let remove = seen.messages.word("window-uninstall");
    seen.harness.get_by_label(&remove).click_accesskit();
    seen.harness.run_steps(4);
    seen.run = 2;
    seen.hear(json!({
        "event": "removing", "name": "Demo", "version": "1.0", "folder": "/data/demo", "size": 5000,
        "files": [], "left": [], "data": [{"path": "/home/me/.demo", "size": 7}], "downloads": 0,
    }));
    seen.effects();
    seen.press(Key::Enter);
    assert!(seen.effects().iter().all(|effect| !matches!(effect, Effect::Consent { .. })));
}

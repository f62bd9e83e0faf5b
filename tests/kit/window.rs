//! The program's window without a display: what is drawn, and what AccessKit knows of it.
//!
//! The engine is played: its facts are handed to the window one by one.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Theme, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use quoc::gui::state::{Effect, Found, Installed, Note, Said};
use quoc::gui::tokens::Tokens;
use quoc::gui::{Brand, Parts, Preferences, Runner, Window};
use quoc::messages::{Isolation, Messages};
use quoc::model::event::Failure;
use quoc::model::{Event, Translated};
use serde_json::{Value, json};

use super::fonts::{NO_FONT, fonts};
use super::picture::Picture;

/// Stands in for the engine: notes are laid out for the window, effects are kept.
#[derive(Clone, Default)]
pub struct Script(Rc<RefCell<(Vec<Note>, Vec<Effect>)>>);

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

/// How a window is opened.
#[derive(Clone, Copy, Debug)]
pub struct Opening {
    /// The tag of its language.
    pub locale: &'static str,
    /// Day or night.
    pub theme: Theme,
    /// Its size in logical pixels.
    pub size: [f32; 2],
    /// Pixels of the screen for each of them.
    pub scale: f32,
}

impl Opening {
    /// Opens the usual way.
    pub fn new(locale: &'static str, theme: Theme) -> Self {
        Self { locale, theme, size: [520.0, 360.0], scale: 1.0 }
    }
}

/// What eframe calls in the program.
pub struct Shell(pub Window);

impl eframe::App for Shell {
    fn logic(&mut self, ctx: &egui::Context, _: &mut eframe::Frame) {
        self.0.logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.0.ui(ui);
    }
}

/// A window that is looked at.
pub struct Seen {
    pub harness: Harness<'static, Shell>,
    pub messages: Arc<Messages>,
    script: Script,
    run: u32,
}

impl Seen {
    /// Opens a window in its usual size.
    pub fn new(locale: &'static str, theme: Theme) -> Self {
        let messages = Messages::new(&[locale], Isolation::On);
        Self::open(Opening::new(locale, theme), messages)
    }

    /// Opens a window that says what `messages` says.
    pub fn open(opening: Opening, messages: Messages) -> Self {
        let script = Script::default();
        let messages = Arc::new(messages);
        let fonts = fonts(opening.locale);
        let parts = Parts {
            tokens: Arc::new(Tokens::carried().unwrap()),
            brand: brand(),
            messages: Arc::clone(&messages),
            fonts: fonts.clone(),
            find_fonts: Arc::new(|tag| Some(super::fonts::fonts(tag)).filter(|_| tag != NO_FONT)),
            runner: Box::new(script.clone()),
            preferences: Preferences { motion: false, ..Preferences::default() },
        };
        let harness = Harness::builder()
            .with_size(opening.size)
            .with_pixels_per_point(opening.scale)
            .with_theme(opening.theme)
            .with_step_dt(1.0 / 60.0)
            .with_context_setup(move |ctx| fonts.install(ctx))
            .renderer(Picture::default())
            .build_eframe(|_| Shell(Window::new(parts)));
        let mut seen = Self { harness, messages, script, run: 1 };
        seen.steps();
        seen
    }

    /// Lets a few frames go by.
    pub fn steps(&mut self) {
        self.harness.run_steps(4);
    }

    /// Lets the window hear something of the present run.
    pub fn say(&mut self, said: Said) {
        self.script.0.borrow_mut().0.push(Note { run: self.run, said });
        self.steps();
    }

    pub fn hear(&mut self, event: Value) {
        let event: Event = serde_json::from_value(event).unwrap();
        self.say(Said::Event(event));
    }

    pub fn fail(&mut self, failure: Failure) {
        self.say(Said::Event(Event::Failed(failure)));
    }

    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.steps();
    }

    /// Presses a button, known by the id of its text.
    pub fn click(&mut self, id: &str) {
        let name = self.word(id);
        self.harness.get_by_role_and_label(Role::Button, &name).click_accesskit();
        self.steps();
        self.run += u32::from(self.effects().iter().any(|effect| matches!(effect, Effect::Prepare(_))));
    }

    /// Returns what the window asked for since the last time.
    pub fn effects(&self) -> Vec<Effect> {
        std::mem::take(&mut self.script.0.borrow_mut().1)
    }

    pub fn state(&self) -> &quoc::gui::state::State {
        self.harness.state().0.state()
    }

    /// Returns a text as it is read aloud.
    pub fn word(&self, id: &str) -> String {
        quoc::gui::text::bidi::without_controls(&self.messages.word(id))
    }

    /// Makes the window as large as its screen wants to be, as far as that is possible.
    pub fn fit(&mut self) {
        for _ in 0..3 {
            let commands = &self.harness.output().viewport_output[&egui::ViewportId::ROOT].commands;
            let wanted = commands.iter().find_map(|command| match command {
                egui::ViewportCommand::InnerSize(size) => Some(*size),
                _ => None,
            });
            if let Some(size) = wanted {
                self.resize(size);
            }
            self.harness.run_steps(2);
        }
    }

    pub fn resize(&mut self, size: Vec2) {
        self.harness.set_size(size);
        self.harness.run_steps(2);
    }

    pub fn planned(&mut self, action: &str, more: &Value) {
        let mut summary = json!({
            "event": "planned", "action": action, "name": NAME, "publisher": PUBLISHER, "version": "2.0.1",
            "installed": null, "python": "3.12.1", "signed-by": 2, "threshold": 2, "keys": 3, "packages": 3,
            "size": 24_000_000, "to-fetch": 24_000_000, "builds": [], "folder": "/home/me/.local/share/quoc/demo",
            "on-disk": 96_000_000,
        });
        let members = more.as_object().unwrap().clone();
        summary.as_object_mut().unwrap().extend(members);
        self.hear(summary);
    }

    /// Nothing is installed.
    pub fn found(&mut self) {
        let found = Found { folder: "/home/me/.local/share/quoc/demo".into(), ..Found::default() };
        self.say(Said::Found(Box::new(found)));
    }

    pub fn installed(&mut self) {
        let installed = Installed {
            version: "1.0".parse().unwrap(),
            previous: Some("0.9".parse().unwrap()),
            commands: vec![COMMAND.to_owned()],
            on_path: true,
        };
        let found =
            Found { folder: "/home/me/.local/share/quoc/demo".into(), installed: Some(installed), ..Found::default() };
        self.say(Said::Found(Box::new(found)));
    }

    pub fn working(&mut self, more: &Value) {
        self.planned("install", more);
        self.press(Key::Enter);
        self.hear(json!({"event": "entered", "phase": "fetching"}));
        self.hear(json!({"event": "fetching", "artifact": "a.whl", "have": 5_000_000, "size": 5_000_000}));
        self.hear(json!({"event": "fetching", "artifact": "b.whl", "have": 7_000_000, "size": 19_000_000}));
    }

    pub fn done(&mut self, action: &str, more: &Value) {
        let mut outcome = json!({
            "event": "finished", "action": action, "version": "2.0.1", "commands": [COMMAND], "on-path": true,
        });
        outcome.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.hear(outcome);
    }

    pub fn removal(&mut self, running: &Value) {
        self.hear(json!({
            "event": "removing", "name": NAME, "version": "1.0", "folder": "/home/me/.local/share/quoc/demo",
            "size": 96_000_000, "files": [COMMAND, "/home/me/.local/share/applications/org.example.demo.desktop"],
            "lines": ["/home/me/.profile"], "left": [], "data": [{"path": "/home/me/.demo", "size": 7_000_000}], "downloads": 24_000_000,
            "running": running,
        }));
    }
}

fn brand() -> Brand {
    let same = |text: &str| Translated { default: text.to_owned(), translations: [].into() };
    Brand {
        name: NAME.to_owned(),
        publisher: PUBLISHER.to_owned(),
        support: Some(same("https://example.org/help")),
        ..Brand::default()
    }
}

const NAME: &str = "Demo";
const PUBLISHER: &str = "Demo & Co";
const COMMAND: &str = "/home/me/.local/bin/demo";

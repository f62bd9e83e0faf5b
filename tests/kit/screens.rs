//! Every screen of the window in any language, without a display: what is drawn, and what AccessKit knows of it.
//!
//! The engine is played: its facts are handed to the window one by one. Letters that the fonts inside the program lack
//! come from `tests/data/fonts`, so that every machine sees the same ones.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::epaint::text::{FallbackRequest, FontData, FontInsert, FontProvider};
use egui::{FontFamily, Key, Theme, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use quoc::engine::failure;
use quoc::gui::state::{Effect, Found, Installed, Note, Said};
use quoc::gui::text::{Fonts, on_the_line};
use quoc::gui::tokens::Tokens;
use quoc::gui::{Brand, Parts, Preferences, Runner, Window};
use quoc::messages::{CATALOGUES, Isolation, Messages};
use quoc::model::event::Failure;
use quoc::model::{Event, Translated};
use serde_json::{Value, json};

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
            find_fonts: Arc::new(|tag| Some(self::fonts(tag)).filter(|_| tag != NO_FONT)),
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

    fn removal(&mut self, running: &Value) {
        self.hear(json!({
            "event": "removing", "name": NAME, "version": "1.0", "folder": "/home/me/.local/share/quoc/demo",
            "size": 96_000_000, "files": [COMMAND, "/home/me/.local/share/applications/org.example.demo.desktop"],
            "left": [], "data": [{"path": "/home/me/.demo", "size": 7_000_000}], "downloads": 24_000_000,
            "running": running,
        }));
    }
}

/// A screen, by what is to be seen on it.
#[derive(Clone, Copy)]
pub struct Screen {
    /// Its name in pictures and messages.
    pub name: &'static str,
    /// The ids of its buttons' texts.
    pub buttons: &'static [&'static str],
    /// The ids of its switches' texts; those with variables are counted only.
    pub switches: usize,
    /// How many fields there are to type into.
    pub fields: usize,
    /// Goes there in a window that is new.
    pub reach: fn(&mut Seen),
}

/// Every screen.
pub const SCREENS: &[Screen] = &[
    screen("preparing", &["window-cancel"], |seen| seen.hear(json!({"event": "entered", "phase": "judging"}))),
    screen("waiting", &["window-cancel"], |seen| {
        seen.hear(json!({"event": "waiting", "folder": "/home/me", "limit": 600_000}));
    }),
    screen("offer", &["window-cancel", "window-install", "window-options"], to_offer),
    Screen {
        switches: 3,
        fields: 1,
        ..screen("options", &["window-cancel", "window-install", "window-options"], |seen| {
            to_offer(seen);
            seen.click("window-options");
        })
    },
    screen("home", HOME, |seen| {
        seen.installed();
        seen.planned("up-to-date", &json!({"to-fetch": 0}));
        seen.done("up-to-date", &json!({}));
    }),
    screen("home-upgrade", HOME_UPGRADE, |seen| {
        seen.installed();
        seen.planned("upgrade", &json!({}));
    }),
    screen(
        "home-running",
        &["window-later", "window-upgrade", "window-repair", "window-go-back", "window-uninstall"],
        |seen| {
            seen.installed();
            seen.planned(
                "upgrade",
                &json!({"running": [{"pid": 4711, "program": "demo"}, {"pid": 4712, "program": "demo-gui"}]}),
            );
        },
    ),
    screen("home-broken", &["window-close", "window-go-back", "window-uninstall"], |seen| {
        seen.installed();
        seen.planned("repair", &json!({"to-fetch": 0}));
    }),
    screen("home-left-aside", HOME_UPGRADE, |seen| {
        seen.installed();
        seen.planned("up-to-date", &json!({"to-fetch": 0, "left-aside": "2.1"}));
        seen.done("up-to-date", &json!({}));
    }),
    screen("home-unknown", HOME_UNKNOWN, |seen| {
        seen.installed();
        seen.fail(unreachable());
    }),
    screen("go-back", &["window-back", "window-go-back"], |seen| {
        seen.installed();
        seen.planned("upgrade", &json!({}));
        seen.click("window-go-back");
        seen.planned("go-back", &json!({"version": "0.9", "to-fetch": 0}));
    }),
    screen("repair", &["window-back", "window-repair"], |seen| {
        seen.installed();
        seen.planned("upgrade", &json!({}));
        seen.click("window-repair");
        seen.planned("mend", &json!({"version": "1.0", "to-fetch": 0}));
    }),
    Screen {
        switches: 2,
        ..screen("removal", &["window-back", "window-uninstall"], |seen| to_removal(seen, &json!([])))
    },
    Screen {
        switches: 2,
        ..screen("removal-running", &["window-back", "window-uninstall"], |seen| {
            to_removal(seen, &json!([{"pid": 4711, "program": "demo"}]));
        })
    },
    screen("working", &["window-cancel", "window-details"], |seen| seen.working(&json!({}))),
    screen("details", &["window-cancel", "window-details"], |seen| {
        seen.working(&json!({}));
        seen.click("window-details");
    }),
    Screen {
        switches: 1,
        ..screen("working-graphical", &["window-cancel", "window-details"], |seen| {
            seen.working(&json!({"graphical": true}))
        })
    },
    screen("installing", &["window-cancel", "window-details"], |seen| {
        seen.working(&json!({}));
        seen.hear(json!({"event": "entered", "phase": "installing"}));
        seen.hear(json!({"event": "installing", "package": "service-identity", "done": 2, "total": 3}));
    }),
    screen("waiting-network", &["window-cancel", "window-details"], |seen| {
        seen.working(&json!({}));
        seen.hear(json!({"event": "retrying", "artifact": "b.whl", "attempt": 2, "wait": 4_000, "cause": "no route"}));
    }),
    screen("ask-cancel", &["window-stop", "window-go-on"], |seen| {
        seen.working(&json!({}));
        seen.press(Key::Escape);
    }),
    screen("ask-close", &["window-stop-close", "window-go-on"], |seen| {
        seen.working(&json!({}));
        let root = seen.harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
        root.events.push(egui::ViewportEvent::Close);
        seen.harness.run_steps(1);
        seen.harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default().events.clear();
        seen.steps();
    }),
    screen("stopping", &["window-details"], |seen| {
        seen.working(&json!({}));
        seen.press(Key::Escape);
        seen.click("window-stop");
    }),
    screen("stopped", &["window-close", "window-continue", "window-details"], |seen| {
        seen.working(&json!({}));
        seen.fail(failure::CANCELLED.failure([], None));
    }),
    screen("done", &["window-close", "window-copy"], |seen| {
        seen.working(&json!({}));
        seen.done("install", &json!({}));
    }),
    screen("done-not-on-path", &["window-close", "window-copy"], |seen| {
        seen.working(&json!({}));
        seen.done("install", &json!({"on-path": false, "running": [{"pid": 4711, "program": "demo"}]}));
    }),
    screen("done-graphical", &["window-close", "window-open"], |seen| {
        seen.working(&json!({"graphical": true}));
        seen.done("install", &json!({}));
    }),
    screen("done-later", &["window-close", "window-copy"], |seen| {
        seen.working(&json!({}));
        seen.done("upgrade-later", &json!({"pending": "2.0.1"}));
    }),
    screen("removed", &["window-close"], |seen| {
        to_removal(seen, &json!([]));
        seen.click("window-uninstall");
        seen.done("uninstall", &json!({"version": null, "commands": []}));
    }),
    Screen {
        fields: 1,
        ..screen("failed", FAILED, |seen| {
            seen.found();
            seen.working(&json!({}));
            seen.fail(disk_full());
        })
    },
    screen("failed-upgrade", &["window-back", "window-try-again"], |seen| {
        seen.installed();
        seen.planned("upgrade", &json!({}));
        seen.effects();
        seen.click("window-upgrade");
        seen.fail(disk_full());
    }),
    screen("failed-repair", &["window-back", "window-try-again"], |seen| {
        seen.installed();
        seen.planned("upgrade", &json!({}));
        seen.click("window-repair");
        seen.fail(failure::ENVIRONMENT_RUNTIME.failure([], None));
    }),
    screen("failed-go-back", &["window-back", "window-try-again"], |seen| {
        seen.installed();
        seen.planned("upgrade", &json!({}));
        seen.click("window-go-back");
        seen.fail(failure::ACTIVATE_PREVIOUS_GONE.failure([("version", "0.9".to_owned())], None));
    }),
    screen("countdown", FAILED, |seen| {
        seen.working(&json!({}));
        seen.fail(unreachable());
    }),
    screen("failed-details", &["window-close", "window-try-again", "window-copy-details"], |seen| {
        seen.working(&json!({}));
        let mut failure = unreachable();
        failure.details = vec!["connection refused (os error 111)".to_owned(), "tcp 127.0.0.1:443".to_owned()];
        seen.fail(failure);
        let code = quoc::messages::Arguments::new().text("code", "fetch-unreachable");
        let name = quoc::gui::text::bidi::without_controls(&seen.messages.text("window-code", &code));
        seen.harness.get_by_role_and_label(Role::Button, &name).click_accesskit();
        seen.steps();
    }),
    Screen {
        fields: 2,
        ..screen("proxy", FAILED, |seen| {
            seen.working(&json!({}));
            seen.fail(proxy_login());
        })
    },
    Screen {
        fields: 2,
        ..screen("home-proxy", HOME_UNKNOWN, |seen| {
            seen.installed();
            seen.fail(proxy_login());
        })
    },
    screen("languages", &["window-cancel"], |seen| {
        seen.planned("install", &json!({}));
        seen.click("window-language");
        for _ in 0..400 {
            seen.steps();
            if seen.harness.query_all_by_role(Role::RadioButton).count() > 1 {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
        panic!("the languages were never found");
    }),
];

const fn screen(name: &'static str, buttons: &'static [&'static str], reach: fn(&mut Seen)) -> Screen {
    Screen { name, buttons, switches: 0, fields: 0, reach }
}

const HOME: &[&str] = &["window-close", "window-repair", "window-go-back", "window-uninstall"];
const HOME_UPGRADE: &[&str] =
    &["window-close", "window-upgrade", "window-repair", "window-go-back", "window-uninstall"];
const HOME_UNKNOWN: &[&str] =
    &["window-close", "window-try-again", "window-repair", "window-go-back", "window-uninstall"];
const FAILED: &[&str] = &["window-close", "window-try-again"];

/// Returns the screen of a name.
pub fn named(name: &str) -> Screen {
    *SCREENS.iter().find(|screen| screen.name == name).unwrap()
}

fn to_offer(seen: &mut Seen) {
    seen.found();
    seen.planned("install", &json!({}));
}

fn to_removal(seen: &mut Seen, running: &Value) {
    seen.installed();
    seen.planned("upgrade", &json!({}));
    seen.click("window-uninstall");
    seen.removal(running);
}

pub fn unreachable() -> Failure {
    let arguments = [("artifact", "b.whl".to_owned()), ("host", "files.example.org".to_owned())];
    failure::FETCH_UNREACHABLE.failure(arguments, None)
}

fn disk_full() -> Failure {
    failure::DISK_FULL.failure([("folder", "/home/me/.local/share/quoc/demo".to_owned())], None)
}

fn proxy_login() -> Failure {
    let arguments = [("host", "files.example.org".to_owned()), ("proxy", "proxy.example.org".to_owned())];
    failure::FETCH_PROXY.failure(arguments, None)
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

/// Returns the fonts of a locale: those of its own script first.
pub fn fonts(tag: &str) -> Fonts {
    let mut files: Vec<&'static (&str, &[&str], &[u8])> = FILES.iter().collect();
    files.sort_by_key(|(_, locales, _)| !locales.contains(&tag));
    Fonts::with(Arc::new(Carried(files)))
}

struct Carried(Vec<&'static (&'static str, &'static [&'static str], &'static [u8])>);

impl FontProvider for Carried {
    fn fonts_for_family(&self, _: &FontFamily) -> Vec<FontInsert> {
        let insert = |(name, _, bytes): &&'static (&'static str, _, &'static [u8])| {
            FontInsert::new(name, on_the_line(FontData::from_static(bytes)), Vec::new())
        };
        self.0.iter().map(insert).collect()
    }

    fn font_for(&self, _: &FallbackRequest<'_>) -> Option<FontInsert> {
        None
    }
}

/// Every locale.
pub fn locales() -> impl Iterator<Item = &'static str> {
    CATALOGUES.iter().map(|catalogue| catalogue.tag)
}

const FILES: &[(&str, &[&str], &[u8])] = &[
    ("arabic", &["ar", "fa"], include_bytes!("../data/fonts/NotoSansArabic.ttf")),
    ("hebrew", &["he"], include_bytes!("../data/fonts/NotoSansHebrew.ttf")),
    ("devanagari", &["hi"], include_bytes!("../data/fonts/NotoSansDevanagari.ttf")),
    ("thai", &["th"], include_bytes!("../data/fonts/NotoSansThai.ttf")),
    ("japanese", &["ja"], include_bytes!("../data/fonts/NotoSansJP.otf")),
    ("korean", &["ko"], include_bytes!("../data/fonts/NotoSansKR.otf")),
    ("simplified", &["zh-CN"], include_bytes!("../data/fonts/NotoSansSC.otf")),
    ("traditional", &["zh-TW"], include_bytes!("../data/fonts/NotoSansTC.otf")),
];

/// A locale for which there is no font, as far as the window is told.
pub const NO_FONT: &str = "th";

const NAME: &str = "Demo";
const PUBLISHER: &str = "Demo & Co";
const COMMAND: &str = "/home/me/.local/bin/demo";

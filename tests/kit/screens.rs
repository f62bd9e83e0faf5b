//! Every screen of the window, by the way that leads there and what is to be seen on it.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use quoc::engine::failure;
use quoc::model::event::Failure;
use serde_json::{Value, json};

use super::window::Seen;

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

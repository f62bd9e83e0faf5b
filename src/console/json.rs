//! `--json`: one JSON object a line (NDJSON), UTF-8, for programs.
//!
//! # The format, version 1
//! Members and kinds of lines may be added within a version; a reader passes over what it does not know.
//! Whatever else changes counts [`FORMAT`] up.
//!
//! * The first line: `{"format":1,"event":"started","program":"quoc","version":"…"}`
//! * A line for each fact, `{"at":…,"progress":…,"event":…,…}`: `at` is milliseconds since the start, `progress`
//!   thousandths of the run, never going back. `event` and the rest are [`Event`]'s: `waiting` (for another run on
//!   the same application), `entered`, `planned`, `fetching`, `retrying`, `building`, `installing`, `verifying`,
//!   `verified` (with all `findings`), `mended`, `removing`, and as the last line one of `finished` and `failed`.
//! * The last line has `exit-status`. `failed` also has the row of the error table (`code`, `arguments`,
//!   `details`), and `message` and `hint` in the chosen locale.
//! * `{"event":"note","message":…}`, anywhere before the end, is something worth knowing in the chosen locale.
//! * `quoc status --json` writes `{"event":"status","installed":…}` instead, with the receipt or null, and `owner`
//!   where it is another account's.
//! * `quoc check --json` ends with `{"event":"available","installed":…,"offered":…,"upgrade":…,"exit-status":…}`, the
//!   members of [`Available`], unless it ends with `failed`.
//!
//! Characters that could act on a terminal are escaped (`\u009b`), so the stream may be looked at as it is.

use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::face::Face;
use super::stream::{Lines, Stopwatch};
use crate::engine::failure::exit;
use crate::engine::session::Session;
use crate::messages::{Messages, json_line};
use crate::model::event::Event;
use crate::model::{Available, Receipt};
use crate::ports::EventSink;

/// The first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The version of the format, [`FORMAT`].
    pub format: u32,
    /// Always `started`.
    pub event: String,
    /// Always `quoc`.
    pub program: String,
    /// The program's version.
    pub version: String,
}

/// One fact, with when it came and how far the run was then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Line {
    /// Milliseconds since the start.
    pub at: u64,
    /// Thousandths of the run.
    pub progress: u16,
    /// The fact.
    #[serde(flatten)]
    pub event: Event,
    /// What else is said of the end.
    #[serde(flatten)]
    pub end: LineEnd,
}

/// What the last line says beyond its event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct LineEnd {
    /// Exit status of the process, beside `finished`; `failed` has one of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exit_status: Option<u8>,
    /// What went wrong, in the chosen locale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// What the person can do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

/// The line of `quoc status`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatusLine {
    /// Always `status`.
    pub event: String,
    /// What is installed.
    pub installed: Option<Receipt>,
    /// The account that it belongs to, where that is another person's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
}

/// The line of something worth knowing, in the chosen locale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteLine {
    /// Always `note`.
    pub event: String,
    /// What there is to know.
    pub message: String,
}

/// The last line of `quoc check`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct AvailableLine {
    /// Always `available`.
    pub event: String,
    /// What there is.
    #[serde(flatten)]
    pub available: Available,
    /// Exit status of the process: 0 without an upgrade, 100 with one.
    pub exit_status: u8,
}

/// Writes events as lines of JSON.
pub struct Json {
    messages: Arc<Messages>,
    clock: Stopwatch,
    state: Mutex<State>,
}

struct State {
    session: Session,
    out: Lines,
}

impl Json {
    /// Writes the first line.
    pub fn new(out: Box<dyn Write + Send>, messages: Arc<Messages>, clock: Stopwatch) -> Self {
        let mut out = Lines::new(out);
        out.line(&json_line(&Head {
            format: FORMAT,
            event: "started".to_owned(),
            program: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }));
        Self { messages, clock, state: Mutex::new(State { session: Session::default(), out }) }
    }

    fn end(&self, event: &Event) -> LineEnd {
        match event {
            Event::Finished(_) => LineEnd { exit_status: Some(0), ..LineEnd::default() },
            Event::Failed(failure) => LineEnd {
                exit_status: None,
                message: Some(self.messages.failure(failure)),
                hint: Some(self.messages.hint(failure)),
            },
            _ => LineEnd::default(),
        }
    }
}

impl EventSink for Json {
    fn emit(&self, event: Event) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        // Read under the lock, so that the lines' times never go back.
        let now = (self.clock)();
        if state.session.apply(&event, now) {
            let at = u64::try_from(now.as_millis()).unwrap_or(u64::MAX);
            let end = self.end(&event);
            let line = Line { at, progress: state.session.progress(), event, end };
            state.out.line(&json_line(&line));
        }
    }
}

impl Face for Json {
    fn status(&self, receipt: Option<&Receipt>, owner: Option<&str>) {
        let line =
            StatusLine { event: "status".to_owned(), installed: receipt.cloned(), owner: owner.map(str::to_owned) };
        self.state.lock().unwrap_or_else(PoisonError::into_inner).out.line(&json_line(&line));
    }

    fn note(&self, text: &str) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        // The last line is one of two events.
        if state.session.end().is_none() {
            state.out.line(&json_line(&NoteLine { event: "note".to_owned(), message: text.to_owned() }));
        }
    }

    fn available(&self, available: &Available) {
        let exit_status = if available.upgrade { exit::AVAILABLE } else { 0 };
        let line = AvailableLine { event: "available".to_owned(), available: available.clone(), exit_status };
        self.state.lock().unwrap_or_else(PoisonError::into_inner).out.line(&json_line(&line));
    }

    fn ask(&self, _question: &str) -> Option<bool> {
        None
    }
}

/// The version of the format.
pub const FORMAT: u32 = 1;

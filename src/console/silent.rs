//! `--silent`: nothing on standard output; an error is one line on standard error.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::face::Face;
use super::report;
use super::stream::{Lines, Streams};
use crate::engine::session::{End, Session};
use crate::messages::Messages;
use crate::model::event::Event;
use crate::model::{Available, Receipt};
use crate::ports::EventSink;

/// Says nothing but errors.
pub(super) struct Silent {
    messages: Arc<Messages>,
    state: Mutex<(Session, Lines, Lines)>,
}

impl Silent {
    /// Makes the face.
    pub(super) fn new(streams: Streams, messages: Arc<Messages>) -> Self {
        let state = (Session::default(), Lines::new(streams.out), Lines::new(streams.err));
        Self { messages, state: Mutex::new(state) }
    }
}

impl EventSink for Silent {
    fn emit(&self, event: Event) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let (session, _, err) = &mut *state;
        if !session.apply(&event, Duration::ZERO) {
            return;
        }
        if let Some(End::Failed(failure)) = session.end() {
            err.line(&report::failure_in_a_line(&self.messages, failure));
        }
    }
}

impl Face for Silent {
    /// Writes the bare version, or nothing: it was asked for, and a script can use it.
    fn status(&self, receipt: Option<&Receipt>, _owner: Option<&str>) {
        if let Some(receipt) = receipt {
            let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            state.1.line(&receipt.version.to_string());
        }
    }

    /// No error, so nothing.
    fn note(&self, _text: &str) {}

    /// Writes the bare version that an upgrade would install, or nothing.
    fn available(&self, available: &Available) {
        if available.upgrade {
            let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            state.1.line(&available.offered.to_string());
        }
    }

    fn ask(&self, _question: &str) -> Option<bool> {
        None
    }
}

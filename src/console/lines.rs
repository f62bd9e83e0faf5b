//! Plain lines, for a pipe, a file or a log: what begins, what is tried again, and every few seconds how far it is.

use std::io::BufRead;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::face::Face;
use super::stream::{Lines, Stopwatch, Streams};
use super::{consent, report};
use crate::engine::session::Session;
use crate::messages::{Arguments, Messages, phrases};
use crate::model::event::Event;
use crate::model::{Available, Receipt};
use crate::ports::EventSink;

/// Writes lines.
pub(super) struct Plain {
    messages: Arc<Messages>,
    clock: Stopwatch,
    state: Mutex<State>,
}

struct State {
    session: Session,
    out: Lines,
    err: Lines,
    input: Option<Box<dyn BufRead + Send>>,
    /// When a line was written last.
    spoke: Duration,
    /// When a line about the network was written last: every artifact is tried again at the same time.
    warned: Option<Duration>,
}

impl Plain {
    /// Makes the face.
    pub(super) fn new(streams: Streams, messages: Arc<Messages>, clock: Stopwatch) -> Self {
        let state = State {
            session: Session::default(),
            out: Lines::new(streams.out),
            err: Lines::new(streams.err),
            input: streams.input,
            spoke: Duration::ZERO,
            warned: None,
        };
        Self { messages, clock, state: Mutex::new(state) }
    }
}

impl EventSink for Plain {
    fn emit(&self, event: Event) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let now = (self.clock)();
        if !state.session.apply(&event, now) {
            return;
        }
        let lines = self.lines(&state, &event, now);
        if lines.is_empty() {
            return;
        }
        state.spoke = now;
        if matches!(event, Event::Retrying { .. }) {
            state.warned = Some(now);
        }
        let State { out, err, .. } = &mut *state;
        let stream = if matches!(event, Event::Failed(_)) { err } else { out };
        lines.iter().for_each(|line| stream.line(line));
    }
}

impl Plain {
    fn lines(&self, state: &State, event: &Event, now: Duration) -> Vec<String> {
        let messages = &self.messages;
        match event {
            Event::Planned(summary) => report::plan(messages, summary),
            Event::Verified(findings) => report::findings(messages, findings),
            Event::Mended { mended } => report::mended(messages, mended),
            Event::Removing(removal) => report::removal(messages, removal),
            Event::Finished(outcome) => report::outcome(messages, outcome),
            Event::Failed(failure) => report::failure(messages, failure),
            Event::Waiting { limit, .. } => {
                let phase = phrases::waiting(messages, Duration::from_millis(*limit));
                vec![messages.text("plain-phase", &Arguments::new().text("phase", phase))]
            }
            Event::Entered { phase } => {
                let phase = phrases::phase(messages, *phase);
                vec![messages.text("plain-phase", &Arguments::new().text("phase", phase))]
            }
            Event::Retrying { .. } if state.warned.is_some_and(|at| now < at.saturating_add(PERIOD)) => Vec::new(),
            Event::Retrying { artifact, attempt, wait, .. } => {
                let one = || phrases::retrying(messages, artifact, *attempt, Duration::from_millis(*wait));
                let all =
                    state.session.network_wait(now).and_then(|_| phrases::progress(messages, &state.session, now));
                let detail = all.unwrap_or_else(one);
                vec![messages.text("plain-detail", &Arguments::new().text("detail", detail))]
            }
            Event::Building { package } => {
                vec![messages.text("plain-detail", &Arguments::new().shown("detail", package))]
            }
            Event::Fetching { .. } | Event::Installing { .. } | Event::Verifying { .. } => {
                self.progress(state, now).into_iter().collect()
            }
        }
    }

    /// A long phase says now and then how far it is.
    fn progress(&self, state: &State, now: Duration) -> Option<String> {
        if now < state.spoke.saturating_add(PERIOD) {
            return None;
        }
        let detail = phrases::progress(&self.messages, &state.session, now)?;
        let arguments = Arguments::new().text("whole", phrases::whole(&self.messages, &state.session));
        Some(self.messages.text("plain-progress", &arguments.text("detail", detail)))
    }
}

impl Face for Plain {
    fn status(&self, receipt: Option<&Receipt>, owner: Option<&str>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        report::status(&self.messages, receipt, owner).iter().for_each(|line| state.out.line(line));
    }

    fn note(&self, text: &str) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).err.line(text);
    }

    fn available(&self, available: &Available) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        report::available(&self.messages, available).iter().for_each(|line| state.out.line(line));
    }

    fn ask(&self, question: &str) -> Option<bool> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let State { out, input, .. } = &mut *state;
        Some(consent::ask(&self.messages, question, out, input.as_mut()?))
    }
}

/// Time between two lines about how far it is.
const PERIOD: Duration = Duration::from_secs(5);

//! Bars on a terminal: one for the whole run, and one for each of a few artifacts on their way.
//!
//! The bars are drawn from the session's fold, on events and five times a second, so that a line that
//! stands still is seen to stand still.

use std::io::BufRead;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

use super::face::Face;
use super::stream::{Lines, Screen, Stopwatch, Streams};
use super::{consent, report};
use crate::engine::session::{Session, Transfer};
use crate::messages::{Messages, phrases};
use crate::model::event::Event;
use crate::model::{Available, FileName, Receipt};
use crate::ports::EventSink;

/// Draws bars, and writes lines above them.
pub(super) struct Bars {
    drawing: Arc<Mutex<Drawing>>,
    clock: Stopwatch,
    /// Dropped with the face; the ticking thread ends then.
    _ticking: Sender<()>,
}

struct Drawing {
    messages: Arc<Messages>,
    session: Session,
    out: Lines,
    err: Lines,
    input: Option<Box<dyn BufRead + Send>>,
    multi: MultiProgress,
    whole: Option<ProgressBar>,
    artifacts: Vec<ProgressBar>,
    styles: Styles,
}

struct Styles {
    whole: ProgressStyle,
    artifact: ProgressStyle,
}

impl Bars {
    /// Makes the face and starts its ticking.
    pub(super) fn new(streams: Streams, screen: Screen, messages: Arc<Messages>, clock: Stopwatch) -> Self {
        let drawing = Drawing {
            messages,
            session: Session::default(),
            out: Lines::new(streams.out),
            err: Lines::new(streams.err),
            input: streams.input,
            multi: MultiProgress::with_draw_target(screen.target),
            whole: None,
            artifacts: Vec::new(),
            styles: Styles::new(screen.colour),
        };
        let drawing = Arc::new(Mutex::new(drawing));
        let ticking = tick(Arc::downgrade(&drawing), Arc::clone(&clock));
        Self { drawing, clock, _ticking: ticking }
    }
}

/// Redraws now and then, until the face is gone.
fn tick(drawing: Weak<Mutex<Drawing>>, clock: Stopwatch) -> Sender<()> {
    let (stop, stopped) = channel();
    let ticking = move || {
        while stopped.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
            let Some(drawing) = drawing.upgrade() else { return };
            drawing.lock().unwrap_or_else(PoisonError::into_inner).tick(clock());
        }
    };
    // Without a thread bars still move on events.
    thread::Builder::new().name("bars".to_owned()).spawn(ticking).ok();
    stop
}

impl EventSink for Bars {
    fn emit(&self, event: Event) {
        let mut drawing = self.drawing.lock().unwrap_or_else(PoisonError::into_inner);
        let now = (self.clock)();
        if drawing.session.apply(&event, now) {
            drawing.show(&event, now);
        }
    }
}

impl Face for Bars {
    fn status(&self, receipt: Option<&Receipt>) {
        let mut drawing = self.drawing.lock().unwrap_or_else(PoisonError::into_inner);
        let lines = report::status(&drawing.messages, receipt);
        lines.iter().for_each(|line| drawing.out.line(line));
    }

    fn available(&self, available: &Available) {
        let mut drawing = self.drawing.lock().unwrap_or_else(PoisonError::into_inner);
        drawing.clear();
        let lines = report::available(&drawing.messages, available);
        lines.iter().for_each(|line| drawing.out.line(line));
    }

    fn ask(&self, question: &str) -> Option<bool> {
        let mut drawing = self.drawing.lock().unwrap_or_else(PoisonError::into_inner);
        drawing.clear();
        let Drawing { messages, out, input, .. } = &mut *drawing;
        Some(consent::ask(messages, question, out, input.as_mut()?))
    }
}

impl Drawing {
    fn show(&mut self, event: &Event, now: Duration) {
        match event {
            Event::Planned(summary) => {
                self.above(&report::plan(&self.messages, summary));
            }
            Event::Verified(findings) => self.above(&report::findings(&self.messages, findings)),
            Event::Mended { mended } => self.above(&report::mended(&self.messages, mended)),
            Event::Removing(removal) => self.above(&report::removal(&self.messages, removal)),
            Event::Finished(outcome) => {
                self.clear();
                report::outcome(&self.messages, outcome).iter().for_each(|line| self.out.line(line));
            }
            Event::Failed(failure) => {
                self.clear();
                report::failure(&self.messages, failure).iter().for_each(|line| self.err.line(line));
            }
            _ => self.draw(now),
        }
    }

    /// Writes lines above the bars.
    fn above(&mut self, lines: &[String]) {
        let Self { multi, out, .. } = self;
        multi.suspend(|| lines.iter().for_each(|line| out.line(line)));
    }

    fn tick(&mut self, now: Duration) {
        if self.whole.is_some() && self.session.end().is_none() {
            self.draw(now);
            self.whole.iter().for_each(ProgressBar::tick);
        }
    }

    fn clear(&mut self) {
        self.artifacts.drain(..).chain(self.whole.take()).for_each(|bar| {
            bar.finish_and_clear();
            self.multi.remove(&bar);
        });
    }

    fn draw(&mut self, now: Duration) {
        let Self { messages, session, multi, whole, artifacts, styles, .. } = self;
        let whole = whole.get_or_insert_with(|| multi.add(ProgressBar::new(1000).with_style(styles.whole.clone())));
        whole.set_position(u64::from(session.progress()));
        whole.set_message(whole_text(messages, session, now));
        let active: Vec<_> = session.active().into_iter().take(MAX_ARTIFACTS).collect();
        while artifacts.len() < active.len() {
            artifacts.push(multi.add(ProgressBar::new(1).with_style(styles.artifact.clone())));
        }
        for bar in artifacts.drain(active.len()..) {
            bar.finish_and_clear();
            multi.remove(&bar);
        }
        for (bar, (artifact, transfer)) in artifacts.iter().zip(active) {
            draw_artifact(bar, messages, artifact, transfer, now);
        }
    }
}

fn whole_text(messages: &Messages, session: &Session, now: Duration) -> String {
    if let Some(until) = session.waiting_until() {
        return phrases::waiting(messages, until.saturating_sub(now));
    }
    let mut text = phrases::whole(messages, session);
    if let Some(phase) = session.phase() {
        text = format!("{text}  {}", phrases::phase(messages, phase));
    }
    match phrases::progress(messages, session, now) {
        Some(detail) => format!("{text}  {detail}"),
        None => text,
    }
}

fn draw_artifact(bar: &ProgressBar, messages: &Messages, artifact: &FileName, transfer: &Transfer, now: Duration) {
    bar.set_length(transfer.size.max(1));
    bar.set_position(transfer.have);
    bar.set_message(phrases::transfer(messages, artifact, transfer, now));
}

impl Styles {
    fn new(colour: bool) -> Self {
        let tint = if colour { ".cyan/blue" } else { "" };
        Self {
            whole: style(&format!("{{spinner}} [{{bar:24{tint}}}] {{wide_msg}}")),
            artifact: style(&format!("    [{{bar:20{tint}}}] {{wide_msg}}")),
        }
    }
}

/// The templates are ours; a test draws them.
fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> ")
}

const MAX_ARTIFACTS: usize = 4;

const TICK: Duration = Duration::from_millis(200);

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
use unicode_width::UnicodeWidthStr;

use super::face::Face;
use super::stream::{Lines, Screen, Stopwatch, Streams};
use super::wrap::{Columns, cut};
use super::{consent, report};
use crate::engine::session::Session;
use crate::messages::{Messages, phrases};
use crate::model::event::Event;
use crate::model::{Available, Receipt};
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
    columns: Columns,
    whole: Option<ProgressBar>,
    artifacts: Vec<ProgressBar>,
    colour: bool,
}

impl Bars {
    /// Makes the face and starts its ticking.
    pub(super) fn new(streams: Streams, screen: Screen, messages: Arc<Messages>, clock: Stopwatch) -> Self {
        let drawing = Drawing {
            messages,
            session: Session::default(),
            out: Lines::on_screen(streams.out, Arc::clone(&screen.columns)),
            err: Lines::on_screen(streams.err, Arc::clone(&screen.columns)),
            input: streams.input,
            multi: MultiProgress::with_draw_target(screen.target),
            columns: screen.columns,
            whole: None,
            artifacts: Vec::new(),
            colour: screen.colour,
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
    fn status(&self, receipt: Option<&Receipt>, owner: Option<&str>) {
        let mut drawing = self.drawing.lock().unwrap_or_else(PoisonError::into_inner);
        let lines = report::status(&drawing.messages, receipt, owner);
        lines.iter().for_each(|line| drawing.out.line(line));
    }

    fn note(&self, text: &str) {
        let mut drawing = self.drawing.lock().unwrap_or_else(PoisonError::into_inner);
        let Drawing { multi, err, .. } = &mut *drawing;
        multi.suspend(|| err.line(text));
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
        let widths = Widths::of((self.columns)());
        let Self { messages, session, multi, whole, artifacts, colour, .. } = self;
        let whole = whole.get_or_insert_with(|| multi.add(ProgressBar::new(1000)));
        whole.set_style(style("{spinner} ", widths.bar, *colour));
        whole.set_position(u64::from(session.progress()));
        whole.set_message(whole_text(messages, session, now, widths.text));
        let active: Vec<_> = session.active().into_iter().take(MAX_ARTIFACTS).collect();
        while artifacts.len() < active.len() {
            artifacts.push(multi.add(ProgressBar::new(1)));
        }
        for bar in artifacts.drain(active.len()..) {
            bar.finish_and_clear();
            multi.remove(&bar);
        }
        for (bar, (artifact, transfer)) in artifacts.iter().zip(active) {
            bar.set_style(style("  ", widths.bar, *colour));
            bar.set_length(transfer.size.max(1));
            bar.set_position(transfer.have);
            bar.set_message(cut(&phrases::transfer(messages, artifact, transfer, now), widths.text));
        }
    }
}

/// How the columns of a terminal are shared.
#[derive(Clone, Copy)]
struct Widths {
    bar: usize,
    text: usize,
}

impl Widths {
    fn of(columns: usize) -> Self {
        let bar = (columns / 5).min(WIDEST_BAR);
        Self { bar, text: columns.saturating_sub(bar + FRAME + ROOM_FOR_AN_ECHO) }
    }
}

/// Says how far the run is; where room is short, the step goes first, then the end.
fn whole_text(messages: &Messages, session: &Session, now: Duration, columns: usize) -> String {
    if let Some(until) = session.waiting_until() {
        return cut(&phrases::waiting(messages, until.saturating_sub(now)), columns);
    }
    let whole = phrases::whole(messages, session);
    let phase = session.phase().map(|phase| phrases::phase(messages, phase));
    let detail = phrases::progress(messages, session, now);
    let joined = |parts: [Option<&String>; 3]| parts.into_iter().flatten().cloned().collect::<Vec<_>>().join("  ");
    let all = joined([Some(&whole), phase.as_ref(), detail.as_ref()]);
    if all.width() <= columns || detail.is_none() {
        return cut(&all, columns);
    }
    cut(&joined([Some(&whole), detail.as_ref(), None]), columns)
}

/// The templates are ours; a test draws them.
fn style(before: &str, bar: usize, colour: bool) -> ProgressStyle {
    let tint = if colour { ".cyan/blue" } else { "" };
    let template = format!("{before}[{{bar:{bar}{tint}}}] {{msg}}");
    ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> ")
}

const MAX_ARTIFACTS: usize = 4;

const WIDEST_BAR: usize = 24;

/// What stands around bar and text: a spinner or nothing, brackets, spaces.
const FRAME: usize = 5;

/// A terminal writes `^C` behind the last line when that is typed. Were there no room, it would go to a line of its
/// own, and the line above would stay when the bars are cleared.
const ROOM_FOR_AN_ECHO: usize = 3;

const TICK: Duration = Duration::from_millis(200);

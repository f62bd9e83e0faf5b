//! Plays recorded runs into the window (`--replay FILE`): what `--json` wrote, with its timing, as often as one likes.
//!
//! A file may hold several runs, one after the other: each try plays the next one, and after the last the first.

use std::path::Path;
use std::time::Duration;

use fs_err as fs;
use quoc::console::json::Line;
use quoc::gui::state::{Found, Order, Said};
use quoc::model::Event;
use quoc::model::event::Action;
use quoc::ports::{Cancel, EventSink};

use crate::worker::{Consent, Voice, Work};

/// Recorded runs.
pub(crate) struct Replay {
    runs: Vec<Vec<Line>>,
    next: usize,
}

impl Replay {
    /// Reads a recording; lines that are no facts (the head, a status) are passed over.
    pub(crate) fn read(path: &Path) -> std::io::Result<Self> {
        let text = fs::read_to_string(path)?;
        let mut runs: Vec<Vec<Line>> = Vec::new();
        for line in text.lines() {
            match (serde_json::from_str::<Line>(line), runs.last_mut()) {
                (Ok(line), Some(run)) if !is_over(run) => run.push(line),
                (Ok(line), _) => runs.push(vec![line]),
                (Err(_), _) => {}
            }
        }
        if runs.is_empty() {
            return Err(std::io::Error::new(std::io::ErrorKind::InvalidData, "no recorded run"));
        }
        Ok(Self { runs, next: 0 })
    }
}

fn is_over(run: &[Line]) -> bool {
    run.last().is_some_and(|line| matches!(line.event, Event::Finished(_) | Event::Failed(_)))
}

impl Work for Replay {
    fn carry_out(&mut self, _order: &Order, voice: &Voice, consent: &mut Consent<'_>, cancel: &Cancel) {
        let Some(run) = self.runs.get(self.next) else { return };
        self.next = (self.next + 1) % self.runs.len();
        let mut at = 0;
        for line in run {
            if !pause(Duration::from_millis(line.at.saturating_sub(at)), cancel) {
                voice.emit(Event::Failed(quoc::engine::failure::CANCELLED.failure([], None)));
                return;
            }
            at = line.at;
            if let Event::Planned(summary) = &line.event {
                let found = Found { folder: summary.folder.clone().into(), installed: None, ..Found::default() };
                voice.say(Said::Found(Box::new(found)));
                voice.emit(line.event.clone());
                if summary.action != Action::UpToDate && consent.wait().is_none() {
                    return;
                }
            } else {
                voice.emit(line.event.clone());
            }
        }
    }
}

/// Waits, unless it is to stop; returns whether it may go on.
fn pause(time: Duration, cancel: &Cancel) -> bool {
    let mut left = time.min(LONGEST);
    while !left.is_zero() && !cancel.is_cancelled() {
        let step = left.min(Duration::from_millis(20));
        std::thread::sleep(step);
        left -= step;
    }
    !cancel.is_cancelled()
}

/// A recording in which nothing happened for an hour is not watched for an hour.
const LONGEST: Duration = Duration::from_secs(20);

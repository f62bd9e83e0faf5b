//! Writes the events of a run into its log on their way to the face: phases with their times, and how it ended.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use log::Level;

use super::RunLog;
use crate::model::Event;
use crate::model::event::{Action, Phase};
use crate::ports::EventSink;

/// An event sink before another one. Every face is behind one.
pub struct Recorder<'a> {
    log: RunLog,
    next: &'a dyn EventSink,
    /// The phases entered so far, and when.
    phases: Mutex<Vec<(Phase, Instant)>>,
}

impl<'a> Recorder<'a> {
    /// Puts a log before a face.
    pub fn new(log: &RunLog, next: &'a dyn EventSink) -> Self {
        Self { log: log.clone(), next, phases: Mutex::default() }
    }

    fn record(&self, event: &Event) {
        let info = |text: &str| self.log.write(Level::Info, text);
        let debug = |text: &str| self.log.write(Level::Debug, text);
        match event {
            Event::Entered { phase } => {
                self.log.settle();
                info(&format!("phase {phase:?}"));
                self.phases.lock().unwrap_or_else(PoisonError::into_inner).push((*phase, Instant::now()));
            }
            Event::Fetching { artifact, have, size } if have == size => {
                debug(&format!("all {size} bytes of {artifact} are there"));
            }
            Event::Retrying { artifact, attempt, wait, cause } => {
                self.log.write(Level::Warn, &format!("{artifact}: attempt {attempt} in {wait} ms, because: {cause}"));
            }
            Event::Waiting { limit, .. } => info(&format!("another run is at work; waiting up to {limit} ms")),
            Event::Building { package } => info(&format!("building {package}")),
            Event::Verified(findings) => {
                let (files, packages, signed) = (findings.files, findings.packages, findings.signed);
                info(&format!("compared {files} files of {packages} packages, {signed} with signed wheels"));
                findings.findings.iter().for_each(|finding| info(&format!("  {:?} {}", finding.kind, finding.path)));
            }
            Event::Mended { mended } => mended.iter().for_each(|finding| info(&format!("mended {}", finding.path))),
            Event::Removing(removal) => info(&format!("{removal:?}")),
            Event::Finished(outcome) => {
                info(&format!("done: {outcome:?}"));
                info(&self.times());
                if matches!(outcome.action, Action::UpToDate | Action::Verify) {
                    self.log.discard();
                }
            }
            Event::Failed(failure) => {
                let (code, status) = (&failure.code, failure.exit_status);
                let error = |text: &str| self.log.write(Level::Error, text);
                error(&format!("failed: {code} {:?}", failure.arguments));
                failure.details.iter().for_each(|detail| error(&format!("  {detail}")));
                error(&format!("exit status {status}; {}", self.times()));
                self.log.keep();
            }
            // Said by the engine, or too often.
            Event::Planned(_) | Event::Fetching { .. } | Event::Installing { .. } | Event::Verifying { .. } => {}
        }
    }

    /// Says how long each phase took until now.
    fn times(&self) -> String {
        let phases = self.phases.lock().unwrap_or_else(PoisonError::into_inner);
        let ends = phases.iter().skip(1).map(|(_, began)| *began).chain([Instant::now()]);
        let seconds = |time: Duration| format!("{:.3} s", time.as_secs_f64());
        let each: Vec<String> = phases
            .iter()
            .zip(ends)
            .map(|((phase, began), end)| format!("{phase:?} {}", seconds(end.duration_since(*began))))
            .collect();
        format!("times: {}", each.join(", "))
    }
}

impl EventSink for Recorder<'_> {
    fn emit(&self, event: Event) {
        self.record(&event);
        self.next.emit(event);
    }
}

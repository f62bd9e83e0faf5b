//! Tells the events sink about arriving bytes, but not about each of them.

use std::time::Duration;

use tokio::time::Instant;

use crate::model::{Artifact, Event};
use crate::ports::EventSink;

/// Emits `Fetching` for one artifact: the first and the last always, between them at most ten a second.
pub(super) struct Meter<'a> {
    artifact: &'a Artifact,
    events: &'a dyn EventSink,
    last: Option<Instant>,
}

impl<'a> Meter<'a> {
    pub(super) fn new(artifact: &'a Artifact, events: &'a dyn EventSink) -> Self {
        Self { artifact, events, last: None }
    }

    /// Takes the number of bytes on disk.
    pub(super) fn at(&mut self, have: u64) {
        let now = Instant::now();
        let due = self.last.is_none_or(|last| now.duration_since(last) >= PAUSE);
        if due || have == self.artifact.size {
            self.last = Some(now);
            let (artifact, size) = (self.artifact.name.clone(), self.artifact.size);
            self.events.emit(Event::Fetching { artifact, have, size });
        }
    }
}

const PAUSE: Duration = Duration::from_millis(100);

//! Brings one artifact: what the store has, then one place after another until the tries are used up.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::Context;
use super::cause::Cause;
use super::error::{Failure, FetchError};
use super::meter::Meter;
use super::partial::{Partial, PartialError};
use super::places::Place;
use super::schedule::{Schedule, Turn};
use super::slot::Slot;
use super::store::StoreError;
use super::transfer::Transfer;
use crate::model::{Artifact, Event};

/// Returns the verified file of an artifact.
pub(super) async fn obtain(artifact: &Artifact, context: &Context<'_>) -> Result<PathBuf, FetchError> {
    let store = context.request.store;
    let in_store = |error| store.blame(error);
    if let Some(path) = stored(artifact, context).await.map_err(in_store)? {
        return Ok(path);
    }
    let claim = Slot::claim(store.folder(artifact), context.request.limits.patience);
    let slot = claim.await.map_err(in_store)?;
    // Another process may have brought it while this one waited.
    if let Some(path) = stored(artifact, context).await.map_err(in_store)? {
        return Ok(path);
    }
    store.drop_corrupt(artifact).map_err(in_store)?;
    let (slot, partial) = open(slot, artifact.size).await.map_err(in_store)?;
    let meter = Meter::new(artifact, context.events);
    let transfer = Transfer { artifact, partial, meter, listed: None };
    let places = context.request.places.of(artifact);
    let attempts = Attempts { context, transfer, places, failures: BTreeMap::new(), made: 0 };
    let done = attempts.run().await;
    drop(slot);
    done
}

/// The tries for one artifact.
struct Attempts<'a> {
    context: &'a Context<'a>,
    transfer: Transfer<'a>,
    places: Vec<Place<'a>>,
    /// The last failure of each place.
    failures: BTreeMap<usize, Failure>,
    made: u32,
}

impl Attempts<'_> {
    async fn run(mut self) -> Result<PathBuf, FetchError> {
        match self.walk().await {
            Ok(true) => self.finish(),
            Ok(false) => {
                let (artifact, offline) = (self.transfer.artifact.name.clone(), self.context.request.places.offline);
                Err(FetchError::of_failures(artifact, self.failures.into_values().collect(), offline))
            }
            Err(error) => Err(self.in_store(error)),
        }
    }

    /// Asks place after place; returns whether the file is there.
    async fn walk(&mut self) -> Result<bool, StoreError> {
        let transfer = &mut self.transfer;
        transfer.meter.at(transfer.partial.have());
        if transfer.partial.is_whole() {
            if transfer.partial.verify(transfer.artifact).is_ok() {
                return Ok(true);
            }
            transfer.partial.reset()?;
        }
        let mut schedule = Schedule::new(self.places.len(), self.context.request.limits);
        let mut last = None;
        while let Some(turn) = schedule.next() {
            self.announce(turn, last.as_ref()).await;
            let Some(place) = self.places.get(turn.place) else { break };
            let before = self.transfer.partial.have();
            let cause = match self.transfer.bring(place, turn.choice, self.context).await {
                Ok(()) => return Ok(true),
                Err(PartialError::Store(error)) => return Err(error),
                Err(PartialError::Place(cause)) => cause,
            };
            judge(&mut self.transfer, &mut schedule, (turn, before), &cause)?;
            last = Some(cause.explained());
            self.failures.insert(turn.place, Failure { place: place.label(), cause });
        }
        Ok(false)
    }

    async fn announce(&mut self, turn: Turn, cause: Option<&String>) {
        self.made += 1;
        if let Some(cause) = cause {
            self.context.events.emit(Event::Retrying {
                artifact: self.transfer.artifact.name.clone(),
                attempt: self.made,
                wait: u64::try_from(turn.wait.as_millis()).unwrap_or(u64::MAX),
                cause: cause.clone(),
            });
        }
        tokio::time::sleep(turn.wait).await;
    }

    fn finish(self) -> Result<PathBuf, FetchError> {
        let store = self.context.request.store;
        let path = store.path(self.transfer.artifact);
        self.transfer.partial.finish(&path).map_err(|error| store.blame(error))?;
        Ok(path)
    }

    fn in_store(&self, error: StoreError) -> FetchError {
        self.context.request.store.blame(error)
    }
}

/// Decides what a failure means for the bytes on disk and for the place; `before` bytes were there when it was asked.
fn judge(
    transfer: &mut Transfer<'_>,
    schedule: &mut Schedule<'_>,
    (turn, before): (Turn, u64),
    cause: &Cause,
) -> Result<(), StoreError> {
    let have = transfer.partial.have();
    if matches!(cause, Cause::WrongHash { .. } | Cause::Long { .. }) {
        transfer.partial.reset()?;
        if before > 0 {
            // The bytes from before may be the wrong ones: this place has not been heard in full.
            schedule.once_more(turn);
            return Ok(());
        }
    }
    schedule.failed(turn, cause.verdict(), have.saturating_sub(before), fastrand::f64());
    Ok(())
}

/// Hashing takes a while: not on the thread that the other artifacts arrive on.
async fn stored(artifact: &Artifact, context: &Context<'_>) -> Result<Option<PathBuf>, StoreError> {
    if !context.request.store.has(artifact) {
        return Ok(None);
    }
    let (store, artifact) = (context.request.store.clone(), artifact.clone());
    aside(move || store.verified(&artifact)).await
}

async fn open(slot: Slot, size: u64) -> Result<(Slot, Partial), StoreError> {
    aside(move || slot.partial(size).map(|partial| (slot, partial))).await
}

async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work).await.map_err(std::io::Error::other)?
}

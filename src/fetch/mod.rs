//! Fetches what a plan names into the content-addressed store.
//!
//! Trust comes from size and sha256 alone, so any place may serve the bytes: the release's own
//! address, its repository, a mirror, a package index (PEP 503, PEP 691), a folder. The room decides
//! where to ask, in which order, how often and for how long; it does not decide *what* is fetched
//! (`plan` does), never unpacks or runs anything, and writes nowhere but into its store.
//!
//! In the order in which bytes travel: [`places`] lists where an artifact may be had, `attempts`
//! asks them one after another, `transfer` streams one answer into a `partial` file, and [`store`]
//! takes the finished file. [`repository`] reads TUF metadata over the same ways.

pub mod cause;
pub mod client;
pub mod error;
pub mod limits;
pub mod places;
pub mod repository;
pub mod simple_index;
pub mod store;

mod answer;
mod attempts;
mod index;
mod meter;
mod partial;
mod schedule;
mod slot;
mod transfer;
mod wheelhouse;

use futures_util::StreamExt;

pub use cause::{Cause, UntrustedCertificate};
pub use client::{Client, ClientError};
pub use error::{Failure, FetchError};
pub use limits::Limits;
pub use places::Places;
pub use repository::{FolderRepository, HttpRepository, MemoryRepository, Repository};
pub use store::{Store, StoreError};
pub use wheelhouse::Wheelhouse;

use crate::model::{Artifact, FileName};
use crate::ports::{Cancel, EventSink};

/// What to fetch, from where, to where.
#[derive(Clone, Copy, Debug)]
pub struct FetchRequest<'a> {
    /// The artifacts, in the order to start them in.
    pub artifacts: &'a [&'a Artifact],
    /// Where they are kept.
    pub store: &'a Store,
    /// Where they may be had.
    pub places: &'a Places,
    /// How much, how long, how often.
    pub limits: &'a Limits,
}

/// Brings every artifact into the store and returns their verified files.
///
/// Blocks until all are there, one cannot be had, or `cancel` is asked for; what came until then
/// stays in the store and is not fetched again. Emits `Fetching` and `Retrying`; nothing for an
/// artifact that the store had.
///
/// # Errors
/// When an artifact cannot be had, the store cannot be written, or the run was cancelled.
pub fn fetch(
    request: FetchRequest<'_>,
    client: &Client,
    events: &dyn EventSink,
    cancel: &Cancel,
) -> Result<Wheelhouse, FetchError> {
    refuse_what_is_nowhere(&request)?;
    request.store.check_room(request.artifacts).map_err(|error| request.store.blame(error))?;
    let context = Context { request, client, events, cancel };
    client.block_on(cancel, fetch_all(&context)).unwrap_or(Err(FetchError::Cancelled))
}

/// What every step of one run reads.
#[derive(Clone, Copy)]
struct Context<'a> {
    request: FetchRequest<'a>,
    client: &'a Client,
    events: &'a dyn EventSink,
    cancel: &'a Cancel,
}

async fn fetch_all(context: &Context<'_>) -> Result<Wheelhouse, FetchError> {
    let artifacts = futures_util::stream::iter(context.request.artifacts.iter());
    let mut files = artifacts
        .map(|artifact| async move { (*artifact, attempts::obtain(artifact, context).await) })
        .buffer_unordered(context.request.limits.connections.max(1));
    let mut wheelhouse = Wheelhouse::default();
    while let Some((artifact, path)) = files.next().await {
        wheelhouse.add(artifact, path?);
    }
    Ok(wheelhouse)
}

/// Says all that is missing at once, before the first byte: an offline run is prepared on another machine.
fn refuse_what_is_nowhere(request: &FetchRequest<'_>) -> Result<(), FetchError> {
    let nowhere = |artifact: &&&Artifact| !request.store.has(artifact) && request.places.of(artifact).is_empty();
    let files: Vec<FileName> = request.artifacts.iter().filter(nowhere).map(|artifact| artifact.name.clone()).collect();
    match files.is_empty() {
        true => Ok(()),
        false => Err(FetchError::Missing { files, offline: request.places.offline }),
    }
}

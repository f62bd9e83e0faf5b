//! Drives a [`Client`] over the ports: fetches what it asks for, stores what it says, in its order.
//!
//! It judges nothing. Whatever fails on the way ends the run, but for the one answer 'there is no such file'.

use std::io;

use super::client::{Client, Floors, Limits, Reply, Start, Step, StoreFile, StoredMetadata};
use super::document::{Envelope, Root};
use super::error::TrustError;
use super::release::{SignedRelease, TrustedRelease};
use super::targets::{TrustedTargets, VerifiedTarget};
use crate::model::{FileName, PackageName, Timestamp as Time, release};
use crate::ports::{MetadataSource, MetadataStore, SourceError};

/// What a run is about, beside its source and its store.
#[derive(Debug)]
pub struct Trust<'a> {
    /// The root that ships with the program.
    pub baked_root: &'a [u8],
    /// What a machine without any history must not go below.
    pub floors: Floors,
    /// The time, sampled once.
    pub clock: Time,
    /// How much may be read.
    pub limits: Limits,
}

/// Says why a run ended without trusting anything.
#[derive(Debug, thiserror::Error)]
pub enum RefreshError {
    /// Something was not believed.
    #[error("the repository is not trusted")]
    Trust {
        /// Why.
        #[from]
        source: TrustError,
    },
    /// The repository could not be read.
    #[error("the repository cannot be read")]
    Source {
        /// Why.
        #[from]
        source: SourceError,
    },
    /// What is trusted could not be stored.
    #[error("what is trusted cannot be stored as {file}")]
    Store {
        /// The file, below the store's folder.
        file: String,
        /// Why.
        #[source]
        source: io::Error,
    },
}

/// Runs the client workflow once and returns the files to trust.
///
/// # Errors
/// When something is not believed, cannot be fetched, or cannot be stored.
pub fn refresh(
    trust: Trust<'_>,
    source: &dyn MetadataSource,
    store: &dyn MetadataStore,
) -> Result<TrustedTargets, RefreshError> {
    let Trust { baked_root, floors, clock, limits } = trust;
    let stored = StoredMetadata::recall(baked_root, store);
    let mut client = Client::start(Start { baked_root, stored, floors, clock, limits })?;
    loop {
        match client.step() {
            Step::Store { file, bytes } => {
                let keep = |source| RefreshError::Store { file: file.path(), source };
                store.write(&file.path(), &bytes).map_err(keep)?;
            }
            Step::Remove { file } => {
                let keep = |source| RefreshError::Store { file: file.path(), source };
                store.remove(&file.path()).map_err(keep)?;
            }
            Step::Fetch { file, limit } => {
                let reply = source.metadata(&file, limit)?.map_or(Reply::NotThere, Reply::Found);
                client.receive(reply)?;
            }
            Step::Done(targets) => return Ok(*targets),
            Step::Ended => return Err(TrustError::OutOfTurn.into()),
        }
    }
}

/// Runs the client workflow and believes the release it leads to, with its locks.
///
/// The release document and the locks are kept in the store as well, so that a run with nothing new fetches
/// none of them again; the kept bytes are judged as fetched ones are.
///
/// # Errors
/// As [`refresh`]; also when the release or a lock does not hold.
pub fn judge(
    trust: Trust<'_>,
    application: &PackageName,
    source: &dyn MetadataSource,
    store: &dyn MetadataStore,
) -> Result<TrustedRelease, RefreshError> {
    let floor = trust.floors.application_version.clone();
    let targets = refresh(trust, source, store)?;
    let name: FileName =
        release::TARGET.parse().map_err(|_| TrustError::UnknownTarget { name: release::TARGET.to_owned() })?;
    let document = document(&targets, &name, source, store)?;
    let signed = SignedRelease::judge(targets, document, application, floor.as_ref())?;
    let mut locks = Vec::new();
    for name in signed.lock_names() {
        locks.push(self::document(signed.targets(), name, source, store)?);
    }
    Ok(signed.with_locks(locks)?)
}

/// Believes the release that was trusted last once more, from the store alone.
///
/// It was valid when it was judged, so its dates count at that moment: whoever asks for what is known already
/// must not be stopped because it has ended meanwhile. Nothing newer is believed by this.
///
/// # Errors
/// As [`judge`]; a store that does not lead to a release is [`SourceError::NotThere`].
pub fn judge_again(
    trust: Trust<'_>,
    application: &PackageName,
    store: &dyn MetadataStore,
) -> Result<TrustedRelease, RefreshError> {
    let clock = StoredMetadata::recall(trust.baked_root, store).verified_at.unwrap_or(trust.clock);
    judge(Trust { clock, ..trust }, application, &Stored(store), store)
}

/// The store in the place of a repository: nothing is newer than what was trusted last.
struct Stored<'a>(&'a dyn MetadataStore);

impl MetadataSource for Stored<'_> {
    fn metadata(&self, file: &str, _limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        match self.0.read(file) {
            Ok(Some(bytes)) => Ok(Some(bytes)),
            _ if file.ends_with(".root.json") => Ok(None),
            _ => Err(not_stored(file)),
        }
    }

    fn target(&self, path: &str, _limit: u64) -> Result<Vec<u8>, SourceError> {
        Err(not_stored(path))
    }
}

fn not_stored(file: &str) -> SourceError {
    SourceError::NotThere { file: file.to_owned(), place: "the store of trusted metadata".to_owned() }
}

/// Returns a small target: from the store when it is the signed one, else from the repository.
fn document(
    targets: &TrustedTargets,
    name: &FileName,
    source: &dyn MetadataSource,
    store: &dyn MetadataStore,
) -> Result<VerifiedTarget, RefreshError> {
    let file = format!("documents/{name}");
    let info = targets.target(name).ok_or_else(|| TrustError::UnknownTarget { name: name.to_string() })?;
    let kept = store.read(&file).ok().flatten();
    if let Some(target) = kept.and_then(|bytes| targets.verify_target(name.as_str(), bytes).ok()) {
        return Ok(target);
    }
    if info.length > MAX_DOCUMENT {
        return Err(TrustError::TooLong { file: name.to_string(), limit: MAX_DOCUMENT }.into());
    }
    let target = targets.verify_target(name.as_str(), source.target(&info.path, info.length)?)?;
    store.write(&file, target.bytes()).map_err(|source| RefreshError::Store { file, source })?;
    Ok(target)
}

/// Bytes of a release document or a lock; both are read whole.
const MAX_DOCUMENT: u64 = 5_000_000;

impl StoredMetadata {
    /// Reads what earlier runs stored. A file that is absent or cannot be read is left out: the run must not
    /// be stuck because of it, and writing it anew will say what is wrong with it.
    pub fn recall(baked_root: &[u8], store: &dyn MetadataStore) -> Self {
        let read = |file: StoreFile| store.read(&file.path()).ok().flatten();
        let first = Envelope::<Root>::parse(baked_root).map_or(1, |root| root.signed().header.version);
        // Version 2^53 is the last one there can be, so the sum never overflows.
        let later = (1u64..).map_while(|step| read(StoreFile::RootHistory(first + step)));
        let verified_at = read(StoreFile::VerifiedAt).and_then(|bytes| String::from_utf8(bytes).ok()?.parse().ok());
        Self {
            root_history: later.collect(),
            root: read(StoreFile::Root),
            timestamp: read(StoreFile::Timestamp),
            snapshot: read(StoreFile::Snapshot),
            targets: read(StoreFile::Targets),
            verified_at,
        }
    }
}

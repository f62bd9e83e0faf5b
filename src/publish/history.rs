//! What a staged folder calls published, held against the roots it brings and against a key's record.
//!
//! An owner compares the next release with the published one, so whoever can tell another past can hide
//! anything. The past must be one chain of roots from the first on, signed as a client would ask for
//! (`trust` says so), with the first root that this key has always seen, and not older than what it knows.

use crate::model::{Sha256Digest, Timestamp};
use crate::trust::document::{Envelope, Role, RoleName};
use crate::trust::{TrustError, newest_root, signers};

use super::record::{Act, Entry, Record, RecordError};
use super::staged::{Before, Staged};

/// What a key has found out about the past by looking at a staged folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// sha256 of the first root's canonical form: the beginning of all trust, the same for every owner.
    pub first_root: Sha256Digest,
    /// Whether the key sees that root for the first time: nothing but comparing tells that it is the true one.
    pub first_sight: bool,
    /// What was seen as published, for the record.
    pub seen: Vec<Entry>,
}

/// Says why a past is not believed.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// The roots do not lead from the first to the newest.
    #[error("the roots that the folder calls published do not follow from the first one")]
    Chain(#[from] TrustError),
    /// What is said to be published is not signed by its own quorum.
    #[error("what the folder calls published is not signed by enough keys: {role}")]
    Unsigned {
        /// The role.
        role: RoleName,
    },
    /// The key's record knows better.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// There is neither a published root nor a staged one.
    #[error("the folder brings no root")]
    NoRoot,
}

/// Believes the past that a staged folder tells, or does not.
///
/// # Errors
/// [`HistoryError`].
pub fn verify(staged: &Staged, record: &Record, now: Timestamp) -> Result<History, HistoryError> {
    let before = staged.before.as_ref();
    let seen = before.map(|before| verify_before(before, record, now)).transpose()?.unwrap_or_default();
    let published = (
        before.map(|before| before.root.signed().header.version),
        before.map(|before| before.targets.signed().header.version),
    );
    record.follows(RoleName::Root, published.0, staged.root.as_ref().map(version))?;
    record.follows(RoleName::Targets, published.1, staged.targets.as_ref().map(version))?;
    let first = before.and_then(|before| before.roots().next()).or(staged.root.as_ref());
    let first_root = digest(first.ok_or(HistoryError::NoRoot)?);
    Ok(History { first_root, first_sight: !record.has_first_root(), seen })
}

fn verify_before(before: &Before, record: &Record, now: Timestamp) -> Result<Vec<Entry>, HistoryError> {
    let files: Vec<Vec<u8>> = before.roots().map(Envelope::to_bytes).collect();
    let root = newest_root(&files)?;
    let count = signers(root.signed(), RoleName::Targets, &before.targets);
    if (count.signed.len() as u64) < count.threshold {
        return Err(HistoryError::Unsigned { role: RoleName::Targets });
    }
    // Well signed it may be by stolen keys, or by owners who were misled: the record has seen the true one.
    for root in before.roots() {
        record.knows(RoleName::Root, version(root), digest(root))?;
    }
    record.knows(RoleName::Targets, version(&before.targets), digest(&before.targets))?;
    let roots = before.roots().map(|root| entry(root, now));
    Ok(roots.chain([entry(&before.targets, now)]).collect())
}

fn entry<T: Role>(document: &Envelope<T>, at: Timestamp) -> Entry {
    let (role, sha256) = (T::NAME.as_str().to_owned(), digest(document));
    Entry { role, version: version(document), sha256, act: Act::Seen, at }
}

fn version<T: Role>(document: &Envelope<T>) -> u64 {
    document.signed().header().version
}

/// sha256 of what signatures are made over.
pub(super) fn digest<T: Role>(document: &Envelope<T>) -> Sha256Digest {
    Sha256Digest::of(&document.canonical())
}

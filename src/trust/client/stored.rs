//! What earlier runs stored. It is writable by anyone who can write to the person's files, so nothing of it is
//! believed without the signatures of keys that the chain from the baked-in root leads to.

use crate::model::Timestamp as Time;
use crate::trust::document::{Envelope, Role, Root, Snapshot, Targets, Timestamp};
use crate::trust::quorum::Verified;

/// The bytes that earlier runs stored; what is absent or cannot be read is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredMetadata {
    /// The roots after the baked-in one, in the order of their versions, without a gap.
    pub root_history: Vec<Vec<u8>>,
    /// `root.json`: the root that was trusted last.
    pub root: Option<Vec<u8>>,
    /// `timestamp.json`
    pub timestamp: Option<Vec<u8>>,
    /// `snapshot.json`
    pub snapshot: Option<Vec<u8>>,
    /// `targets.json`
    pub targets: Option<Vec<u8>>,
    /// The time that the last run was judged at.
    pub verified_at: Option<Time>,
}

/// What is left of the stored bytes once the stored roots were folded.
#[derive(Debug)]
pub(super) struct Recalled {
    /// The root that was stored last. It is not believed, only compared with.
    pub(super) root: Option<StoredRoot>,
    pub(super) verified_at: Option<Time>,
    timestamp: Option<Vec<u8>>,
    snapshot: Option<Vec<u8>>,
    targets: Option<Vec<u8>>,
}

/// A stored root with the bytes it was stored as.
#[derive(Debug)]
pub(super) struct StoredRoot {
    pub(super) document: Root,
    pub(super) bytes: Vec<u8>,
}

impl Recalled {
    pub(super) fn of(stored: StoredMetadata) -> Self {
        let StoredMetadata { root, timestamp, snapshot, targets, verified_at, .. } = stored;
        let root = root.and_then(|bytes| {
            let document = Envelope::<Root>::parse(&bytes).ok()?.into_signed();
            Some(StoredRoot { document, bytes })
        });
        Self { root, verified_at, timestamp, snapshot, targets }
    }

    /// Forgets timestamp and snapshot: their keys were replaced (TUF 1.0.34, 5.3.11).
    pub(super) fn forget_online(&mut self) {
        self.timestamp = None;
        self.snapshot = None;
    }

    pub(super) fn timestamp(&self, root: &Root) -> Option<Verified<Timestamp>> {
        believe(root, self.timestamp.as_deref()?)
    }

    pub(super) fn snapshot(&self, root: &Root) -> Option<Verified<Snapshot>> {
        believe(root, self.snapshot.as_deref()?)
    }

    pub(super) fn targets(&self, root: &Root) -> Option<Verified<Targets>> {
        believe(root, self.targets.as_deref()?)
    }

    pub(super) fn snapshot_bytes(&self) -> &[u8] {
        self.snapshot.as_deref().unwrap_or_default()
    }

    pub(super) fn targets_bytes(&self) -> &[u8] {
        self.targets.as_deref().unwrap_or_default()
    }
}

/// A stored file that is corrupt, or whose keys do not count any more, is as good as absent.
fn believe<T: Role>(root: &Root, bytes: &[u8]) -> Option<Verified<T>> {
    Verified::by(root, Envelope::parse(bytes).ok()?, "a stored document").ok()
}

//! What goes into a run, what it asks for, and what it is told.

use super::stored::StoredMetadata;
use crate::model::{Timestamp as Time, Version};
use crate::trust::targets::TrustedTargets;

/// What a run starts from.
#[derive(Debug)]
pub struct Start<'a> {
    /// The root that ships with the program; every run starts from it (never from a writable one).
    pub baked_root: &'a [u8],
    /// What earlier runs stored.
    pub stored: StoredMetadata,
    /// What a machine without any history must not go below.
    pub floors: Floors,
    /// The time, sampled once.
    pub clock: Time,
    /// How much may be read.
    pub limits: Limits,
}

/// What a machine without any history must not go below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Floors {
    /// The oldest version of the targets document to believe.
    pub targets_version: u64,
    /// The oldest release to believe.
    pub application_version: Option<Version>,
    /// When this program was built: it cannot be earlier now.
    pub time: Time,
}

/// How much may be read in one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a root document.
    pub root: u64,
    /// Bytes of the timestamp document.
    pub timestamp: u64,
    /// Bytes of the snapshot document.
    pub snapshot: u64,
    /// Bytes of the targets document.
    pub targets: u64,
    /// New root documents; the next run goes on where this one stopped.
    pub new_roots: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { root: 512_000, timestamp: 16_384, snapshot: 2_000_000, targets: 5_000_000, new_roots: 256 }
    }
}

/// What the caller is to do next.
#[derive(Debug)]
pub enum Step {
    /// Keep these bytes, before anything else happens.
    Store {
        /// Where.
        file: StoreFile,
        /// The bytes as they were received.
        bytes: Vec<u8>,
    },
    /// Remove a stored file, if it is there.
    Remove {
        /// Which.
        file: StoreFile,
    },
    /// Fetch a metadata file of the repository and hand it to [`super::Client::receive`].
    Fetch {
        /// Its name below the metadata folder.
        file: String,
        /// Bytes to read at most.
        limit: u64,
    },
    /// All is judged: these are the files to trust.
    Done(Box<TrustedTargets>),
    /// Nothing is left: the run was done, or failed, before.
    Ended,
}

/// A file of the local store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StoreFile {
    /// The newest trusted root.
    Root,
    /// One root of the chain, by its version.
    RootHistory(u64),
    /// The newest trusted timestamp.
    Timestamp,
    /// The newest trusted snapshot.
    Snapshot,
    /// The newest trusted targets.
    Targets,
    /// The time of the last run that was done.
    VerifiedAt,
}

impl StoreFile {
    /// Returns its path below the store's folder, with `/`.
    pub fn path(self) -> String {
        match self {
            Self::Root => "root.json".to_owned(),
            Self::RootHistory(version) => format!("root_history/{version}.root.json"),
            Self::Timestamp => "timestamp.json".to_owned(),
            Self::Snapshot => "snapshot.json".to_owned(),
            Self::Targets => "targets.json".to_owned(),
            Self::VerifiedAt => "verified-at".to_owned(),
        }
    }
}

/// What came of a fetch. Any other failure than 'not there' must end the run instead.
#[derive(Debug)]
pub enum Reply {
    /// The file's bytes.
    Found(Vec<u8>),
    /// The repository says that there is no such file (403, 404).
    NotThere,
}

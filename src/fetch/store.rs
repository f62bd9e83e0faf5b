//! The content-addressed store: `<root>/<sha256>/<file name>`, shared by all applications of a user.
//!
//! Nothing in it is believed: a file is hashed again whenever it is used, and a corrupt one is dropped.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::error::FetchError;
use super::{partial, slot};
use crate::disk;
use crate::model::{Artifact, Sha256Digest};

/// A folder of artifacts by digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    root: PathBuf,
}

/// Why the store cannot be used. The source names the file.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk, or the user's share of it, is full.
    #[error("the disk is full")]
    Full {
        /// Why, with the path.
        #[source]
        source: std::io::Error,
    },
    /// The file system refuses to read or write.
    #[error("the store of downloads cannot be used")]
    Io {
        /// Why, with the path.
        #[source]
        source: std::io::Error,
    },
    /// Somebody else could have laid a link or a file there, or is about to.
    #[error("{} is a link, belongs to somebody else, or can be written by others", .path.display())]
    Unsafe {
        /// The folder.
        path: PathBuf,
    },
    /// There is less room than the artifacts need.
    #[error("{needed} bytes are needed and {free} are free")]
    NoRoom {
        /// Bytes still to be written.
        needed: u64,
        /// Bytes that this user may write.
        free: u64,
    },
}

impl Store {
    /// Names the store's folder, `<cache>/quoc/artifacts`; it is made when something is written.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Returns the store's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns where an artifact is, or would be.
    pub fn path(&self, artifact: &Artifact) -> PathBuf {
        self.folder(artifact).join(&artifact.name)
    }

    /// Returns whether the store seems to have an artifact, by its size: enough to plan with, not to use it.
    pub fn has(&self, artifact: &Artifact) -> bool {
        fs_err::metadata(self.path(artifact)).is_ok_and(|found| found.is_file() && found.len() == artifact.size)
    }

    /// Returns the file of an artifact if it is there and its sha256 is right; reads all of it.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn verified(&self, artifact: &Artifact) -> Result<Option<PathBuf>, StoreError> {
        let path = self.path(artifact);
        if !self.has(artifact) {
            return Ok(None);
        }
        match fs_err::File::open(&path).and_then(Sha256Digest::of_reader) {
            Ok((_, found)) => Ok((found == artifact.sha256).then_some(path)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Returns the folder of the artifact with this digest.
    pub fn folder_of(&self, digest: Sha256Digest) -> PathBuf {
        self.root.join(digest.to_string())
    }

    /// Removes an artifact that nobody needs any more. One that another run is working on stays; that it cannot be
    /// removed is only logged.
    pub fn forget(&self, digest: Sha256Digest) {
        let folder = self.folder_of(digest);
        if slot::is_taken(&folder) {
            log::info!("another run works on {}", folder.display());
        } else {
            disk::remove_if_possible(&folder);
        }
    }

    /// Removes the store's own folder and the one it lies in, when nothing is in them.
    pub fn remove_if_empty(&self) {
        for folder in self.root.ancestors().take(2) {
            if let Err(error) = fs_err::remove_dir(folder) {
                log::debug!("stays: {error}");
                return;
            }
        }
    }

    /// Removes a file that [`Store::verified`] did not believe; the caller holds the artifact's lock.
    pub(super) fn drop_corrupt(&self, artifact: &Artifact) -> Result<(), StoreError> {
        match fs_err::remove_file(self.path(artifact)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    pub(super) fn folder(&self, artifact: &Artifact) -> PathBuf {
        self.folder_of(artifact.sha256)
    }

    /// Refuses to begin what the disk cannot take: better now than after an hour of downloading.
    pub(super) fn check_room(&self, artifacts: &[&Artifact]) -> Result<(), StoreError> {
        let missing: BTreeMap<Sha256Digest, u64> = artifacts
            .iter()
            .filter(|artifact| !self.has(artifact))
            .map(|artifact| (artifact.sha256, artifact.size.saturating_sub(partial::length(&self.folder(artifact)))))
            .collect();
        let needed = missing.values().fold(0_u64, |sum, size| sum.saturating_add(*size));
        match disk::room(&self.root).map(|room| room.bytes) {
            Some(free) if free < needed => Err(StoreError::NoRoom { needed, free }),
            _ => Ok(()),
        }
    }

    /// Names the folder in an error, for the person who has to make room there.
    pub(super) fn blame(&self, source: StoreError) -> FetchError {
        FetchError::Store { folder: self.root.clone(), source }
    }
}

impl StoreError {
    /// Returns whether the disk is full.
    pub fn is_full(&self) -> bool {
        match self {
            Self::Full { .. } | Self::NoRoom { .. } => true,
            Self::Io { .. } | Self::Unsafe { .. } => false,
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(source: std::io::Error) -> Self {
        match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full { source },
            _ => Self::Io { source },
        }
    }
}

/// Replaces a file; on Windows a virus scanner may hold it for a while.
pub(super) fn rename(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut left = RENAME_TRIES;
    loop {
        match fs_err::rename(from, to) {
            Err(error) if left > 0 && is_held_by_another(&error) => {
                left -= 1;
                std::thread::sleep(RENAME_PAUSE);
            }
            done => return done,
        }
    }
}

/// ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: what a scanner causes.
fn is_held_by_another(error: &std::io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

const RENAME_TRIES: u32 = 100;
const RENAME_PAUSE: std::time::Duration = std::time::Duration::from_millis(200);

//! The right to write one artifact of the store, so that two processes do not fetch it twice or mix their bytes.

use std::fs::TryLockError;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::time::Instant;

use super::partial::{self, Partial};
use super::store::StoreError;

/// Holds the lock of one artifact's folder until dropped; or nothing, where the holder got stuck.
#[derive(Debug)]
#[must_use = "the artifact is locked only as long as this lives"]
pub(super) struct Slot {
    folder: PathBuf,
    lock: Option<fs_err::File>,
}

impl Slot {
    /// Waits for the lock as long as its holder gets on; then goes without.
    ///
    /// A holder that is stopped or hangs, or a file system that cannot lock, costs `patience` once
    /// and the resuming, not the install.
    pub(super) async fn claim(folder: PathBuf, patience: Duration) -> Result<Self, StoreError> {
        crate::disk::create_private(&folder)?;
        let path = folder.join(LOCK);
        let file = fs_err::OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        let mut seen = partial::length(&folder);
        let mut since = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { folder, lock: Some(file) }),
                Err(TryLockError::Error(_)) => return Ok(Self { folder, lock: None }),
                Err(TryLockError::WouldBlock) => {}
            }
            tokio::time::sleep(POLL).await;
            let now = partial::length(&folder);
            if now != seen {
                (seen, since) = (now, Instant::now());
            } else if since.elapsed() >= patience {
                return Ok(Self { folder, lock: None });
            }
        }
    }

    /// Opens the file to write to.
    pub(super) fn partial(&self, size: u64) -> Result<Partial, StoreError> {
        match &self.lock {
            Some(_) => Partial::open(&self.folder, size),
            None => Partial::own(&self.folder, size),
        }
    }
}

/// Says whether a run works on the artifact of this folder right now.
pub(super) fn is_taken(folder: &Path) -> bool {
    let file = fs_err::File::open(folder.join(LOCK));
    file.is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
}

const LOCK: &str = ".lock";
const POLL: Duration = Duration::from_millis(40);

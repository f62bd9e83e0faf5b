//! The right to write one artifact of the store, so that two processes do not fetch it twice or mix their bytes.

use std::fs::TryLockError;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::time::Instant;

use super::partial::{self, Partial};
use super::store::StoreError;
use crate::disk::{self, hands};

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
        disk::create_private(&folder)?;
        judge(&folder)?;
        let mut options = fs_err::OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let file = disk::open_plain(&mut options, &folder.join(LOCK))?;
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
    let file = disk::open_plain(fs_err::OpenOptions::new().read(true), &folder.join(LOCK));
    file.is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
}

/// What is written below goes where a link says, so nobody else may lay one: not in the artifact's folder, and not in the
/// store's, where another folder could be put in its place.
fn judge(folder: &Path) -> Result<(), StoreError> {
    let own = fs_err::symlink_metadata(folder)?;
    let store = folder.parent().unwrap_or(folder);
    // The store's own folder may have been moved to another disk, with a link left behind.
    let path = if own.is_symlink() || !hands::is_mine_alone(&own) {
        folder
    } else if !hands::is_mine_alone(&fs_err::metadata(store)?) {
        store
    } else {
        return Ok(());
    };
    Err(StoreError::Unsafe { path: path.to_owned() })
}

const LOCK: &str = ".lock";
const POLL: Duration = Duration::from_millis(40);

#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests")]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use fs_err as fs;

    use super::super::partial::Origin;
    use super::*;

    fn claim(folder: &Path) -> Result<Slot, StoreError> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(Slot::claim(folder.to_owned(), Duration::ZERO))
    }

    #[test]
    fn nothing_is_written_through_a_link_that_lies_in_the_store() {
        let place = tempfile::tempdir().unwrap();
        let (folder, victim) = (place.path().join("artifacts/0123"), place.path().join("authorized_keys"));
        drop(claim(&folder).unwrap());
        fs::write(&victim, "dear").unwrap();
        for name in [".partial", ".origin", LOCK] {
            let link = folder.join(name);
            disk::remove(&link).unwrap();
            symlink(&victim, &link).unwrap();
            let written = claim(&folder).and_then(|slot| {
                let mut partial = slot.partial(1 << 20)?;
                partial.reset()?;
                partial.begin(Some(Origin { url: "http://localhost/".to_owned(), etag: "\"x\"".to_owned() }))
            });
            assert!(matches!(written, Err(StoreError::Io { .. })), "{name}: {written:?}");
            disk::remove(&link).unwrap();
        }
        assert_eq!(fs::read_to_string(&victim).unwrap(), "dear");
    }

    #[test]
    fn nothing_is_written_where_others_could_lay_a_link() {
        let place = tempfile::tempdir().unwrap();
        let (store, folder) = (place.path().join("artifacts"), place.path().join("artifacts/0123"));
        let mode = |path: &Path, mode| fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        let refused = |path: &Path| {
            let error = claim(&folder).unwrap_err();
            assert!(matches!(&error, StoreError::Unsafe { path: named } if named == path), "{error:?}");
        };
        drop(claim(&folder).unwrap());
        for path in [&store, &folder] {
            mode(path, 0o775);
            refused(path);
            mode(path, 0o700);
        }
        let elsewhere = place.path().join("elsewhere");
        fs::create_dir(&elsewhere).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        symlink(&elsewhere, &folder).unwrap();
        refused(&folder);
        assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
        fs::remove_file(&folder).unwrap();
        if !rustix::process::geteuid().is_root() {
            eprintln!("skipped: only root gives folders to others");
            return;
        }
        fs::create_dir(&folder).unwrap();
        fs::os::unix::fs::chown(&folder, Some(1), None).unwrap();
        refused(&folder);
    }
}

//! One run at a time for each application; a run's children belong to it, even when it was killed and they live on.

use std::fs::TryLockError;
use std::path::Path;

use fs_err as fs;

use super::{ActivateError, Layout, receipt};
use crate::disk;

/// Holds the application's folder for one run; let go when dropped, also by a kill.
///
/// On Unix children inherit it: what a killed run left running may still write here, so the folder stays taken until
/// the last of them has ended.
#[must_use]
#[derive(Debug)]
pub struct Lock {
    file: fs::File,
}

impl Lock {
    /// Takes the application's folder, making it where it is missing.
    ///
    /// # Errors
    /// [`ActivateError::Busy`] when another run has it, [`ActivateError::Folder`] when it cannot be written,
    /// [`ActivateError::Foreign`] when the person's own files stand where this program's would,
    /// [`ActivateError::Unsafe`] when somebody else could have prepared it.
    pub fn take(layout: &Layout) -> Result<Self, ActivateError> {
        refuse_foreign(layout)?;
        let unusable = |source| ActivateError::Folder { folder: layout.folder().to_owned(), source };
        fs::create_dir_all(layout.folder()).map_err(unusable)?;
        let mut options = fs::OpenOptions::new();
        let file = options.create(true).truncate(false).write(true).open(layout.lock()).map_err(unusable)?;
        match file.file().try_lock() {
            // An uninstall removes the file it holds: a lock on a removed file keeps nobody out.
            Ok(()) if !still_there(&file, layout) => Self::take(layout),
            Ok(()) => {
                inherited(&file).map_err(unusable)?;
                Ok(Self { file })
            }
            Err(TryLockError::WouldBlock) => Err(ActivateError::Busy { folder: layout.folder().to_owned() }),
            Err(TryLockError::Error(source)) => Err(unusable(source)),
        }
    }

    /// Lets go of a folder that is not an application's any more, and removes the lock's file.
    pub(super) fn give_up(self, layout: &Layout) -> Result<(), ActivateError> {
        // Windows cannot remove an open file. Elsewhere it is removed while held, so that nobody can lock
        // a file that is about to go.
        let held = if cfg!(windows) { None } else { Some(self.file) };
        disk::remove(&layout.lock())?;
        drop(held);
        Ok(())
    }
}

/// Lets children keep the lock: it belongs to the open file, and is held as long as anyone has that open.
#[cfg(unix)]
fn inherited(file: &fs::File) -> std::io::Result<()> {
    Ok(rustix::io::fcntl_setfd(file.file(), rustix::io::FdFlags::empty())?)
}

/// Windows locks for a process, and lets its children have nothing of it.
#[cfg(not(unix))]
fn inherited(_: &fs::File) -> std::io::Result<()> {
    Ok(())
}

/// A folder is this program's when its lock or a receipt is there; in any other, nothing may be in the way.
fn refuse_foreign(layout: &Layout) -> Result<(), ActivateError> {
    let entries = layout.entries();
    let folders = [layout.folder().to_owned(), layout.set_aside()].into_iter().chain(entries.iter().cloned());
    if let Some(path) = folders.into_iter().find(|path| is_unsafe(path)) {
        return Err(ActivateError::Unsafe { path });
    }
    let is_ours = || Ok::<_, ActivateError>(layout.lock().exists() || receipt::installed(layout)?.is_some());
    if is_ours()? {
        return Ok(());
    }
    let ours = entries.into_iter().chain([layout.current(), layout.journal()]);
    match ours.into_iter().find(|path| fs::symlink_metadata(path).is_ok()) {
        // Another first run may have begun in between: the lock decides then.
        Some(path) if !is_ours()? => Err(ActivateError::Foreign { path }),
        _ => Ok(()),
    }
}

/// What lies in such a folder may tell this program to remove things: only the person may have made it.
#[cfg(unix)]
fn is_unsafe(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let Ok(found) = fs::symlink_metadata(path) else { return false };
    found.is_symlink() || found.uid() != rustix::process::geteuid().as_raw() || found.mode() & 0o002 != 0
}

#[cfg(not(unix))]
fn is_unsafe(path: &Path) -> bool {
    path.is_symlink()
}

#[cfg(unix)]
fn still_there(file: &fs::File, layout: &Layout) -> bool {
    use std::os::unix::fs::MetadataExt;
    let named = fs::metadata(layout.lock()).map(|found| (found.dev(), found.ino())).ok();
    let held = file.metadata().map(|found| (found.dev(), found.ino())).ok();
    named.is_some() && named == held
}

#[cfg(not(unix))]
fn still_there(_file: &fs::File, layout: &Layout) -> bool {
    layout.lock().exists()
}

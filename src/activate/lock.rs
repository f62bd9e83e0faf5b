//! One run at a time for each application; a run's children belong to it, even when it was killed and they live on.

use std::fs::TryLockError;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use fs_err as fs;

use super::footprint::Footprint;
use super::{ActivateError, Layout, ground, others, receipt};
use crate::disk;
#[cfg(unix)]
use crate::disk::hands;

/// Holds the application's folder for one run; let go when dropped, also by a kill.
///
/// On Unix children inherit it: what a killed run left running may still write here, so the folder stays taken until
/// the last of them has ended.
#[must_use]
#[derive(Debug)]
pub struct Lock {
    /// What goes does so while the file is held, which it keeps.
    footprint: Footprint,
}

impl Lock {
    /// Takes the application's folder, making it where it is missing.
    ///
    /// Whose it is gets judged twice: before anything is made, and once it is held. Between the two somebody could still
    /// exchange it where many may make folders; after the second nobody can, since all that would let them is refused.
    ///
    /// # Errors
    /// [`ActivateError::Busy`] when another run has it, [`ActivateError::Folder`] when it cannot be written,
    /// [`ActivateError::Foreign`] when the person's own files stand where this program's would,
    /// [`ActivateError::Unsafe`] when somebody else could have prepared it, [`ActivateError::Anothers`] when it is another
    /// person's installation.
    pub fn take(layout: &Layout) -> Result<Self, ActivateError> {
        ground::refuse_anothers(layout)?;
        let mut left = TRIES;
        loop {
            refuse_foreign(layout)?;
            match Self::take_judged(layout) {
                Ok(Some(lock)) => return Ok(lock),
                // Whoever held it has removed the folder on leaving, between two of these steps.
                Ok(None) if left > 0 => {}
                Err(ActivateError::Folder { source, .. })
                    if source.kind() == std::io::ErrorKind::NotFound && left > 0 => {}
                Ok(None) => return Err(ActivateError::Busy { folder: layout.folder().to_owned() }),
                Err(error) => return Err(error),
            }
            left -= 1;
        }
    }

    /// Nothing where the lock is one that was removed while it was waited for: it keeps nobody out.
    fn take_judged(layout: &Layout) -> Result<Option<Self>, ActivateError> {
        let unusable = |source| ActivateError::Folder { folder: layout.folder().to_owned(), source };
        let mut footprint = Footprint::new(layout).map_err(unusable)?;
        others::make_way_for_the_lock(layout).map_err(unusable)?;
        let file = open(layout)?;
        match file.file().try_lock() {
            Ok(()) => {
                ground::judge(layout)?;
                if !is_there(&file, layout) {
                    return Ok(None);
                }
                let file = Arc::new(file);
                known().push(Arc::downgrade(&file));
                inherit(&file, true).map_err(unusable)?;
                footprint.holds(file);
                Ok(Some(Self { footprint }))
            }
            Err(TryLockError::WouldBlock) => Err(ActivateError::Busy { folder: layout.folder().to_owned() }),
            Err(TryLockError::Error(source)) => Err(unusable(source)),
        }
    }

    /// Lets go of a folder that is not an application's any more, and removes the lock's file.
    pub(super) fn give_up(self, layout: &Layout) -> Result<(), ActivateError> {
        let Self { mut footprint } = self;
        // Once it is removed, another run may have the folder: nothing more is taken back in it.
        let file = footprint.gives_up();
        // Windows cannot remove an open file. Elsewhere it is removed while held, so that nobody can lock
        // a file that is about to go.
        let held = file.filter(|_| !cfg!(windows));
        let removed = disk::remove(&layout.lock());
        drop(footprint);
        drop(held);
        Ok(removed?)
    }
}

/// Lets what takes this program's place have no lock of it: where a run fell, nobody lets go of its lock, and the program
/// that is begun anew would wait for itself. Children keep theirs.
pub fn keep_from_successor() {
    for file in known().iter().filter_map(Weak::upgrade) {
        inherit(&file, false).unwrap_or_else(|error| log::warn!("a lock stays: {error}"));
    }
}

/// The locks that this process holds, for [`keep_from_successor`].
fn known() -> std::sync::MutexGuard<'static, Vec<Weak<fs::File>>> {
    static KNOWN: Mutex<Vec<Weak<fs::File>>> = Mutex::new(Vec::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.retain(|file| file.strong_count() > 0);
    known
}

/// Opens the lock's file in the very folder that was looked at: a path may lead elsewhere a moment later.
#[cfg(unix)]
fn open(layout: &Layout) -> Result<fs::File, ActivateError> {
    use rustix::fs::{Mode, OFlags};
    let unusable =
        |error: rustix::io::Errno| ActivateError::Folder { folder: layout.folder().to_owned(), source: error.into() };
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let folder = std::fs::File::from(rustix::fs::open(layout.folder(), flags, Mode::empty()).map_err(unusable)?);
    if !folder.metadata()?.is_dir() || !hands::is_mine_alone(&folder.metadata()?) {
        return Err(ActivateError::Unsafe { path: layout.folder().to_owned() });
    }
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let path = layout.lock();
    let name = path.file_name().unwrap_or_default();
    let file = rustix::fs::openat(&folder, name, flags, Mode::from_raw_mode(0o666)).map_err(unusable)?;
    Ok(fs::File::from_parts(file.into(), path))
}

#[cfg(not(unix))]
fn open(layout: &Layout) -> Result<fs::File, ActivateError> {
    let mut options = fs::OpenOptions::new();
    let opened = options.create(true).truncate(false).write(true).open(layout.lock());
    opened.map_err(|source| ActivateError::Folder { folder: layout.folder().to_owned(), source })
}

/// Lets children keep the lock or not: it belongs to the open file, and is held as long as anyone has that open.
#[cfg(unix)]
fn inherit(file: &fs::File, lets: bool) -> std::io::Result<()> {
    use rustix::io::FdFlags;
    Ok(rustix::io::fcntl_setfd(file.file(), if lets { FdFlags::empty() } else { FdFlags::CLOEXEC })?)
}

/// Windows locks for a process, and lets its children have nothing of it.
#[cfg(not(unix))]
fn inherit(_: &fs::File, _: bool) -> std::io::Result<()> {
    Ok(())
}

/// A folder is this program's when its lock or a receipt is there; in any other, nothing may be in the way.
fn refuse_foreign(layout: &Layout) -> Result<(), ActivateError> {
    ground::judge(layout)?;
    let is_ours = || Ok::<_, ActivateError>(layout.lock().exists() || receipt::installed(layout)?.is_some());
    if is_ours()? {
        return Ok(());
    }
    let ours = layout.entries().into_iter().chain([layout.current(), layout.journal()]);
    match ours.into_iter().find(|path| fs::symlink_metadata(path).is_ok()) {
        // Another first run may have begun in between: the lock decides then.
        Some(path) if !is_ours()? => Err(ActivateError::Foreign { path }),
        _ => Ok(()),
    }
}

/// Says whether a lock is the one that its folder has.
#[cfg(unix)]
pub(super) fn is_there(file: &fs::File, layout: &Layout) -> bool {
    use std::os::unix::fs::MetadataExt;
    let named = fs::metadata(layout.lock()).map(|found| (found.dev(), found.ino())).ok();
    let held = file.metadata().map(|found| (found.dev(), found.ino())).ok();
    named.is_some() && named == held
}

#[cfg(not(unix))]
pub(super) fn is_there(_file: &fs::File, layout: &Layout) -> bool {
    layout.lock().exists()
}

/// As often is the folder made anew when others leave it at the same time.
pub(super) const TRIES: u32 = 100;

//! What a run leaves where nothing is installed when it ends: nothing that was not there before.
//!
//! Whoever only looks takes the lock, and judges, and remembers what was trusted; whoever fails may have unpacked a Python
//! and kept the installer. What is remembered is the rollback floor of an installation; without one, the next run is a
//! fresh machine again, with the floors that the program brings.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fs_err as fs;

use super::{Layout, lock, others};
use crate::disk;

/// Takes back what only this run has made, when it is dropped.
#[must_use]
#[derive(Debug)]
pub(super) struct Footprint {
    layout: Layout,
    /// The folders that this run made, deepest first.
    made: Vec<PathBuf>,
    /// Whether no run had been in the folder.
    is_new: bool,
    held: Option<Held>,
}

/// The lock, as long as it is held: let go after all the rest.
#[derive(Debug)]
struct Held {
    file: Arc<fs::File>,
    /// What an installation may need, and was there before this run.
    before: BTreeSet<PathBuf>,
}

impl Footprint {
    /// Makes the application's folder, and those above it, where they are missing.
    pub(super) fn new(layout: &Layout) -> io::Result<Self> {
        let folder = layout.folder();
        let is_new = fs::symlink_metadata(layout.lock()).is_err();
        let mut footprint = Self { layout: layout.clone(), made: Vec::new(), is_new, held: None };
        let missing = folder.ancestors().take_while(|folder| fs::symlink_metadata(folder).is_err());
        let missing: Vec<&Path> = missing.collect();
        for folder in missing.into_iter().rev() {
            match fs::create_dir(folder) {
                // Another run was faster, and it is that one's.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => {
                    made?;
                    footprint.made.insert(0, folder.to_owned());
                }
            }
        }
        Ok(footprint)
    }

    /// From now on nobody else works in the folder, as long as the lock's file is kept open.
    pub(super) fn holds(&mut self, file: Arc<fs::File>) {
        let is_made = self.made.first().is_some_and(|made| made == self.layout.folder());
        if self.is_new
            && let Err(error) = mark(&file, if is_made { OURS } else { THE_PERSONS })
        {
            log::debug!("{} stays empty: {error}", self.layout.lock().display());
        }
        // What cannot be looked at stays.
        let before = needed(&self.layout).unwrap_or_else(|_| vec![self.layout.runtimes()]);
        self.held = Some(Held { file, before: before.into_iter().collect() });
    }

    /// From now on the folder is not this run's, and nothing in it is taken back.
    pub(super) fn gives_up(&mut self) -> Option<Arc<fs::File>> {
        self.held.take().map(|held| held.file)
    }

    /// A folder that went during the run, and of which the run made a part anew, has no lock any more; and without one the
    /// next run would take that part for somebody's own.
    fn know_again(&self) -> io::Result<()> {
        let (folder, lock) = (self.layout.folder(), self.layout.lock());
        if self.held.is_none() || !folder.is_dir() || is_empty(folder) {
            return Ok(());
        }
        match fs::OpenOptions::new().write(true).create_new(true).open(lock) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            _ => Ok(()),
        }
    }

    /// The lock goes last: as long as it is there, the folder is this program's, and nobody else's run begins.
    fn clear(&self) -> io::Result<()> {
        let (layout, Some(held)) = (&self.layout, &self.held) else { return Ok(()) };
        if !lock::is_there(&held.file, layout) || !is_bare(layout, &held.before)? {
            return Ok(());
        }
        for path in [layout.trust(), layout.logs(), layout.scratch()] {
            disk::remove(&path)?;
        }
        for path in needed(layout)? {
            disk::remove(&path)?;
        }
        for folder in [layout.generations(), layout.runtimes()] {
            disk::remove_if_empty(&folder)?;
        }
        disk::remove(&layout.lock())?;
        // Only now: until it was gone another run could still have marked it.
        if is_ours(&held.file)? { leave(layout) } else { Ok(()) }
    }
}

impl Drop for Footprint {
    fn drop(&mut self) {
        let take_back = |folder: &PathBuf| {
            if folder == self.layout.folder() { leave(&self.layout) } else { disk::remove_if_empty(folder) }
        };
        let known = self.know_again();
        let cleared = known.and_then(|()| self.clear()).and_then(|()| self.made.iter().try_for_each(take_back));
        cleared.unwrap_or_else(|error| log::warn!("left behind: {error}"));
    }
}

/// Removes the application's folder, which a run of this program made. Another run may have begun in it, in between: it is
/// told so by its lock, and removes the folder when it leaves.
pub(super) fn leave(layout: &Layout) -> io::Result<()> {
    for _ in 0..lock::TRIES {
        disk::remove_if_empty(layout.folder())?;
        match fs::OpenOptions::new().write(true).open(layout.lock()) {
            // Where it cannot be told, the folder stays.
            Ok(file) if mark(&file, OURS).is_err() || lock::is_there(&file, layout) => break,
            Err(_) if !is_empty(layout.folder()) => break,
            // That run has left meanwhile, and did not know.
            _ => {}
        }
    }
    Ok(())
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// Says in a lock who made the folder. Two runs may say it at once, each from the beginning on: the longer one holds.
fn mark(mut lock: &fs::File, maker: &[u8]) -> io::Result<()> {
    lock.write_all(maker)
}

/// Locks of older programs are empty.
fn is_ours(lock: &fs::File) -> io::Result<bool> {
    Ok(lock.metadata()?.len() != THE_PERSONS.len() as u64)
}

const THE_PERSONS: &[u8] = b".";
const OURS: &[u8] = b"++";

/// What a run makes for an installation before there is one: the kept installer, what it knows, and managed Pythons.
fn needed(layout: &Layout) -> io::Result<Vec<PathBuf>> {
    let [profile, setup, _] = layout.last_entries();
    let mut needed = others::entries(&layout.runtimes())?;
    needed.extend([profile, setup].into_iter().filter(|path| fs::symlink_metadata(path).is_ok()));
    Ok(needed)
}

/// Says whether nothing of an installation is there, and nothing of somebody else's in the folders that would go. What an
/// installation needs and was there before may be one's whose receipt is lost, or the very program that runs.
fn is_bare(layout: &Layout, before: &BTreeSet<PathBuf>) -> io::Result<bool> {
    let parts = [layout.receipt(), layout.current(), layout.pending(), layout.journal()];
    if parts.iter().chain(before).any(|path| fs::symlink_metadata(path).is_ok()) {
        return Ok(false);
    }
    Ok(others::entries(&layout.generations())?.is_empty() && others::of_others(layout, None)?.is_empty())
}

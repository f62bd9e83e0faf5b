//! What a run leaves where nothing is installed when it ends: nothing that was not there before.
//!
//! Whoever only looks takes the lock, and judges, and remembers what was trusted. That is the rollback floor of an
//! installation; without one, the next run is a fresh machine again, with the floors that the program brings.

use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::{Layout, others};
use crate::disk;

/// Takes back what only this run has made, when it is dropped.
#[must_use]
#[derive(Debug)]
pub(super) struct Footprint {
    layout: Layout,
    /// The folders that this run made, deepest first.
    made: Vec<PathBuf>,
    is_held: bool,
}

impl Footprint {
    /// Makes the application's folder, and those above it, where they are missing.
    pub(super) fn new(layout: &Layout) -> io::Result<Self> {
        let folder = layout.folder();
        let mut footprint = Self { layout: layout.clone(), made: Vec::new(), is_held: false };
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

    /// From now on nobody else works in the folder.
    pub(super) fn is_held(&mut self) {
        self.is_held = true;
    }

    /// The lock goes last: as long as it is there, the folder is this program's, and nobody else's run begins.
    fn clear(&self) -> io::Result<()> {
        let layout = &self.layout;
        if !self.is_held || !is_bare(layout)? {
            return Ok(());
        }
        for path in [layout.trust(), layout.logs(), layout.scratch()] {
            disk::remove(&path)?;
        }
        for folder in [layout.generations(), layout.runtimes()] {
            disk::remove_if_empty(&folder)?;
        }
        disk::remove(&layout.lock())?;
        disk::remove_if_empty(layout.folder())
    }
}

impl Drop for Footprint {
    fn drop(&mut self) {
        let cleared = self.clear().and_then(|()| self.made.iter().try_for_each(|folder| disk::remove_if_empty(folder)));
        cleared.unwrap_or_else(|error| log::warn!("left behind: {error}"));
    }
}

/// Says whether nothing of an installation is there, and nothing of somebody else's in the folders that would go.
fn is_bare(layout: &Layout) -> io::Result<bool> {
    let [profile, setup, receipt] = layout.last_entries();
    let parts = [profile, setup, receipt, layout.current(), layout.pending(), layout.journal()];
    if parts.iter().any(|path| fs::symlink_metadata(path).is_ok()) {
        return Ok(false);
    }
    for folder in [layout.generations(), layout.runtimes()] {
        if folder.is_dir() && fs::read_dir(&folder)?.next().is_some() {
            return Ok(false);
        }
    }
    Ok(others::of_others(layout, None)?.is_empty())
}

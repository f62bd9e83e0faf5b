//! Generations and the pointer to the one that runs.

use std::path::{Path, PathBuf};

use fs_err as fs;

use super::{ActivateError, Layout};
use crate::disk;

/// A generation that is being built: its number and the final path of its virtual environment.
#[must_use]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generation {
    /// Its number, from 1.
    pub number: u32,
    /// Its folder; virtual environments cannot be moved, so it is built right there.
    pub folder: PathBuf,
}

/// Returns the numbers of the generations on disk, lowest first.
pub(super) fn all(layout: &Layout) -> Result<Vec<u32>, ActivateError> {
    let folder = layout.generations();
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut numbers = Vec::new();
    for entry in fs::read_dir(&folder)? {
        numbers.extend(number_of(&entry?.path()));
    }
    numbers.sort_unstable();
    Ok(numbers)
}

/// Returns the number that a generation's folder is named by. `007` and `+7` are no names of this program.
pub(super) fn number_of(folder: &Path) -> Option<u32> {
    let name = folder.file_name()?.to_str()?;
    name.parse::<u32>().ok().filter(|number| number.to_string() == name)
}

/// Returns the number that the pointer points to.
pub(super) fn current(layout: &Layout) -> Option<u32> {
    let target = read_pointer(&layout.current())?;
    target.file_name()?.to_str()?.parse().ok()
}

/// Points to another generation at one instant.
pub(super) fn point_to(layout: &Layout, number: u32) -> Result<(), ActivateError> {
    let target = Path::new("generations").join(number.to_string());
    write_pointer(&layout.current(), &target)?;
    disk::flush_folder(layout.folder())?;
    Ok(())
}

#[cfg(unix)]
fn read_pointer(pointer: &Path) -> Option<PathBuf> {
    fs::read_link(pointer).ok()
}

#[cfg(unix)]
fn write_pointer(pointer: &Path, target: &Path) -> std::io::Result<()> {
    let beside = disk::beside(pointer);
    disk::remove(&beside)?;
    fs::os::unix::fs::symlink(target, &beside)?;
    fs::rename(&beside, pointer)
}

// Links need rights on Windows: there the pointer is a file that launchers read.
#[cfg(not(unix))]
fn read_pointer(pointer: &Path) -> Option<PathBuf> {
    fs::read_to_string(pointer).ok().map(|text| PathBuf::from(text.trim()))
}

#[cfg(not(unix))]
fn write_pointer(pointer: &Path, target: &Path) -> std::io::Result<()> {
    disk::replace(pointer, target.to_string_lossy().as_bytes())
}

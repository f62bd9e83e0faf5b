//! Removes what the receipt names, the application's own folder, and of the person's data only what they chose by name.

use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::journal::{self, Intent};
use super::shell::Taken;
use super::{ActivateError, Layout, Lock, footprint, generation, mount_in, others, outside, receipt, shell, switch};
use crate::disk;
use crate::model::Receipt;
use crate::ports::Cancel;

/// What is there to be taken away by an uninstall, and what would be left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Belongings {
    /// Bytes below the application's folder that are this program's.
    pub size: u64,
    /// The files outside that are as they were written.
    pub files: Vec<PathBuf>,
    /// The shell's start-up files of which only this program's line goes.
    pub lines: Vec<PathBuf>,
    /// The files outside that were changed or replaced since, and what is not this program's in the application's folder.
    pub left: Vec<PathBuf>,
}

/// Looks what an uninstall would take away, without touching anything.
///
/// # Errors
/// When a folder cannot be read.
pub fn belongings(layout: &Layout, receipt: &Receipt) -> Result<Belongings, ActivateError> {
    let mut found = Belongings::default();
    for file in &receipt.files {
        match outside::is_as_made(file) {
            Ok(true) => found.files.push(file.path.clone()),
            Ok(false) if fs::symlink_metadata(&file.path).is_err() => {}
            // One that cannot even be looked at is not removed either.
            Ok(false) | Err(_) => found.left.push(file.path.clone()),
        }
    }
    for file in &receipt.shell_files {
        match shell::taken(file, &receipt.application) {
            Ok(None) => {}
            Ok(Some(Taken::File)) => found.files.push(file.path.clone()),
            Ok(Some(Taken::Line)) => found.lines.push(file.path.clone()),
            Err(_) => found.left.push(file.path.clone()),
        }
    }
    let mut ours = layout.entries();
    ours.extend([layout.current(), layout.journal(), layout.lock()]);
    for entry in fs::read_dir(layout.folder())? {
        let path = entry?.path();
        if ours.contains(&path) {
            found.size = found.size.saturating_add(disk::size(&path)?);
        } else if others::is_aside(&path) {
            list_files(&path, &mut found.left)?;
        } else {
            found.left.push(path);
        }
    }
    let others = others::of_others(layout, Some(receipt))?;
    for path in &others {
        found.size = found.size.saturating_sub(disk::size(path)?);
    }
    found.left.extend(others);
    found.left.sort();
    Ok(found)
}

/// Lists every file and link below a folder; links are not followed.
fn list_files(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            list_files(&entry.path(), found)?;
        } else {
            found.push(entry.path());
        }
    }
    Ok(())
}

/// Removes the application, and the folders of data that the person chose.
///
/// # Errors
/// [`ActivateError::NotInstalled`] without a receipt, [`ActivateError::DamagedReceipt`] where it cannot be read,
/// [`ActivateError::Cancelled`] where the person stopped it before their data, [`ActivateError::Mounted`] where another
/// file system is attached in them, else any file-system error. The receipt and
/// the kept installer stay then, so the next uninstall goes on.
pub fn uninstall(layout: &Layout, lock: Lock, data: &[PathBuf], cancel: &Cancel) -> Result<Receipt, ActivateError> {
    let Some(installed) = receipt::installed(layout)? else {
        let path = layout.receipt();
        if path.exists() {
            return Err(ActivateError::DamagedReceipt { path });
        }
        // What a first run left that never got so far.
        others::set_aside(layout, &others::of_others(layout, None)?)?;
        layout.entries().iter().for_each(|entry| disk::remove_if_possible(entry));
        vacate(layout, lock)?;
        return Err(ActivateError::NotInstalled { folder: layout.folder().to_owned() });
    };
    intend(layout, &installed.receipt)?;
    let removed = remove_all(layout, &installed.receipt, data, cancel);
    journal::close(layout)?;
    removed?;
    vacate(layout, lock)?;
    Ok(installed.receipt)
}

/// The person's data go only when nothing before failed, and the installer only when nothing is left for it to do.
fn remove_all(layout: &Layout, receipt: &Receipt, data: &[PathBuf], cancel: &Cancel) -> Result<(), ActivateError> {
    if let Some(error) = take_apart(layout, receipt)?.into_iter().next() {
        return Err(error.into());
    }
    // Once more: the engine looked before consent, and all of them before the first goes.
    for folder in data {
        if let Some(path) = mount_in(folder)? {
            return Err(ActivateError::Mounted { path });
        }
    }
    for folder in data {
        if cancel.is_cancelled() {
            return Err(ActivateError::Cancelled);
        }
        disk::remove(folder)?;
    }
    Ok(take_leave(layout)?)
}

fn vacate(layout: &Layout, lock: Lock) -> Result<(), ActivateError> {
    lock.give_up(layout)?;
    // Below a prefix the folder of commands is this program's; elsewhere it is the person's.
    let commands = layout.commands();
    if commands.parent() == layout.folder().parent()
        && let Err(error) = disk::remove_if_empty(commands)
    {
        log::warn!("{} stays: {error}", commands.display());
    }
    // With files of the person's in it, it stays.
    Ok(footprint::leave(layout)?)
}

/// Writes the intent. On a full disk room is made for it, first by what nobody misses, then by the version to go back to;
/// that one goes only once the receipt names it no more.
fn intend(layout: &Layout, receipt: &Receipt) -> Result<(), ActivateError> {
    let intent = Intent::Uninstall { receipt: Box::new(receipt.clone()) };
    let is_full = |written: &Result<(), ActivateError>| matches!(written, Err(ActivateError::Disk(error)) if error.kind() == io::ErrorKind::StorageFull);
    let mut written = journal::write(layout, &intent);
    if is_full(&written) {
        let others = others::of_others(layout, Some(receipt))?;
        if !others.iter().any(|path| path.starts_with(layout.logs())) {
            disk::remove_if_possible(&layout.logs());
        }
        switch::tidy(layout, receipt)?;
        written = journal::write(layout, &intent);
    }
    if is_full(&written) {
        let alone = Receipt { previous: None, ..receipt.clone() };
        receipt::write(layout, &alone)?;
        switch::tidy(layout, &alone)?;
        written = journal::write(layout, &intent);
    }
    written
}

/// Finishes an uninstall that was interrupted, without any data: removes all that can be removed, and returns what
/// could not.
pub(super) fn finish(layout: &Layout, receipt: &Receipt) -> Result<Vec<io::Error>, ActivateError> {
    let mut failed = take_apart(layout, receipt)?;
    if failed.is_empty() {
        failed.extend(take_leave(layout).err());
    }
    journal::close(layout)?;
    Ok(failed)
}

/// Removes all but what is needed to go on, and returns what could not be removed. What is somebody's own is set aside
/// before: nothing goes where that fails.
fn take_apart(layout: &Layout, receipt: &Receipt) -> Result<Vec<io::Error>, ActivateError> {
    others::set_aside(layout, &others::of_others(layout, Some(receipt))?)?;
    let mut failed: Vec<io::Error> = outside::remove(&receipt.files).into_iter().map(|(_, error)| error).collect();
    // The pointer goes first, so that no half-removed environment can be started.
    disk::remove(&layout.current())?;
    for number in generation::all(layout)? {
        failed.extend(others::retire(layout, number, Some(receipt)).err());
    }
    let last = layout.last_entries();
    let entries = layout.entries().into_iter().filter(|entry| !last.contains(entry));
    let blocks = receipt.shell_files.iter().filter_map(|file| shell::remove(file, &receipt.application).err());
    failed.extend(blocks);
    failed.extend(entries.filter_map(|path| disk::remove(&path).err()));
    Ok(failed)
}

/// Removes what an uninstall is done with, up to the first that stays: with the receipt the next one goes on.
fn take_leave(layout: &Layout) -> io::Result<()> {
    layout.last_entries().iter().try_for_each(|path| disk::remove(path))
}

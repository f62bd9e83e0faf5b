//! Removes what the receipt names, the application's own folder, and of the person's data only what they chose by name.

use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::journal::{self, Intent};
use super::{ActivateError, Layout, Lock, outside, receipt, shell, switch};
use crate::disk;
use crate::model::Receipt;

/// What is there to be taken away by an uninstall, and what would be left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Belongings {
    /// Bytes below the application's folder that are this program's.
    pub size: u64,
    /// The files outside that are as they were written.
    pub files: Vec<PathBuf>,
    /// The files outside that were changed or replaced since, and what is not this program's in the application's folder.
    pub left: Vec<PathBuf>,
}

/// Looks what an uninstall would take away, without touching anything.
///
/// # Errors
/// When a folder or a launcher cannot be read.
pub fn belongings(layout: &Layout, receipt: &Receipt) -> Result<Belongings, ActivateError> {
    let mut found = Belongings::default();
    for file in &receipt.files {
        if outside::is_as_made(file)? {
            found.files.push(file.path.clone());
        } else if fs::symlink_metadata(&file.path).is_ok() {
            found.left.push(file.path.clone());
        }
    }
    let mut ours = layout.entries();
    ours.extend([layout.current(), layout.journal(), layout.lock()]);
    for entry in fs::read_dir(layout.folder())? {
        let path = entry?.path();
        if ours.contains(&path) {
            found.size = found.size.saturating_add(disk::size(&path)?);
        } else {
            found.left.push(path);
        }
    }
    found.left.sort();
    Ok(found)
}

/// Removes the application, and the folders of data that the person chose.
///
/// # Errors
/// [`ActivateError::NotInstalled`] without a receipt, [`ActivateError::DamagedReceipt`] where it cannot be read,
/// else any file-system error; the next start goes on.
pub fn uninstall(layout: &Layout, lock: Lock, data: &[PathBuf]) -> Result<Receipt, ActivateError> {
    let Some(installed) = receipt::installed(layout)? else {
        let path = layout.receipt();
        if path.exists() {
            return Err(ActivateError::DamagedReceipt { path });
        }
        // What a first run left that never got so far.
        layout.entries().iter().for_each(|entry| disk::remove_if_possible(entry));
        vacate(layout, lock)?;
        return Err(ActivateError::NotInstalled { folder: layout.folder().to_owned() });
    };
    intend(layout, &installed.receipt, data)?;
    let failed = finish(layout, &installed.receipt, data)?;
    if let Some(error) = failed.into_iter().next() {
        return Err(error.into());
    }
    vacate(layout, lock)?;
    Ok(installed.receipt)
}

fn vacate(layout: &Layout, lock: Lock) -> Result<(), ActivateError> {
    lock.give_up(layout)?;
    remove_if_empty(layout.folder())
}

/// Writes the intent; on a full disk what is not needed to start makes room for it.
fn intend(layout: &Layout, receipt: &Receipt, data: &[PathBuf]) -> Result<(), ActivateError> {
    let intent = Intent::Uninstall { receipt: Box::new(receipt.clone()), data: data.to_vec() };
    match journal::write(layout, &intent) {
        Err(ActivateError::Disk(error)) if error.kind() == io::ErrorKind::StorageFull => {
            switch::tidy(layout, &Receipt { previous: None, ..receipt.clone() })?;
            journal::write(layout, &intent)
        }
        written => written,
    }
}

/// What is left to do once the intent is written; recovery does the same. Removes all that can be removed, and
/// returns what could not.
pub(super) fn finish(layout: &Layout, receipt: &Receipt, data: &[PathBuf]) -> Result<Vec<io::Error>, ActivateError> {
    outside::remove(&receipt.files)?;
    // The pointer goes first, so that no half-removed environment can be started.
    disk::remove(&layout.current())?;
    let entries = layout.entries().into_iter().filter(|entry| *entry != layout.receipt());
    let blocks = receipt.shell_files.iter().filter_map(|file| shell::remove(file, &receipt.application).err());
    let mut failed: Vec<io::Error> = blocks.collect();
    // The person's data go last: whatever fails before leaves them alone.
    let paths = entries.chain(data.iter().cloned());
    failed.extend(paths.filter_map(|path| disk::remove(&path).err()));
    // As long as something is left the receipt is, too: the next uninstall goes on with it.
    if failed.is_empty() {
        disk::remove(&layout.receipt())?;
    }
    journal::close(layout)?;
    Ok(failed)
}

/// A folder with files of the person's stays.
fn remove_if_empty(folder: &Path) -> Result<(), ActivateError> {
    match fs::remove_dir(folder) {
        Ok(()) => Ok(()),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::DirectoryNotEmpty) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

//! Removes what the receipt names and the application's own folder; never the person's data.

use std::io;

use fs_err as fs;

use super::journal::{self, Intent};
use super::{ActivateError, Layout, Lock, outside, receipt, switch};
use crate::disk;
use crate::model::Receipt;

/// Removes the application.
///
/// # Errors
/// [`ActivateError::NotInstalled`] without a receipt, [`ActivateError::DamagedReceipt`] where it cannot be read,
/// else any file-system error; the next start goes on.
pub fn uninstall(layout: &Layout, lock: Lock) -> Result<Receipt, ActivateError> {
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
    intend(layout, &installed.receipt)?;
    let failed = finish(layout, &installed.receipt)?;
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
fn intend(layout: &Layout, receipt: &Receipt) -> Result<(), ActivateError> {
    let intent = Intent::Uninstall { receipt: Box::new(receipt.clone()) };
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
pub(super) fn finish(layout: &Layout, receipt: &Receipt) -> Result<Vec<io::Error>, ActivateError> {
    outside::remove(&receipt.files)?;
    // The pointer goes first, so that no half-removed environment can be started.
    disk::remove(&layout.current())?;
    let entries = layout.entries().into_iter().filter(|entry| *entry != layout.receipt());
    let failed: Vec<io::Error> = entries.filter_map(|entry| disk::remove(&entry).err()).collect();
    // As long as something is left the receipt is, too: the next uninstall goes on with it.
    if failed.is_empty() {
        disk::remove(&layout.receipt())?;
    }
    journal::close(layout)?;
    Ok(failed)
}

/// A folder with files of the person's stays.
fn remove_if_empty(folder: &std::path::Path) -> Result<(), ActivateError> {
    match fs::remove_dir(folder) {
        Ok(()) => Ok(()),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::DirectoryNotEmpty) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

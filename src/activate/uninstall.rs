//! Removes what the receipt names and the application's own folder; never the person's data.

use std::io;

use fs_err as fs;

use super::journal::{self, Intent};
use super::{ActivateError, Layout, Lock, launchers, receipt};
use crate::disk;
use crate::model::Receipt;

/// Removes the application.
///
/// # Errors
/// [`ActivateError::NotInstalled`] without a receipt, else any file-system error; the next start goes on.
pub fn uninstall(layout: &Layout, lock: Lock) -> Result<Receipt, ActivateError> {
    let installed = receipt::installed(layout)?;
    let Some(installed) = installed else {
        return Err(ActivateError::NotInstalled { folder: layout.folder().to_owned() });
    };
    journal::write(layout, &Intent::Uninstall { receipt: Box::new(installed.receipt.clone()) })?;
    finish(layout, &installed.receipt)?;
    // Windows cannot remove an open file, so the lock is let go first.
    drop(lock);
    disk::remove(&layout.lock())?;
    remove_if_empty(layout.folder())?;
    Ok(installed.receipt)
}

/// What is left to do once the intent is written; recovery does the same.
pub(super) fn finish(layout: &Layout, receipt: &Receipt) -> Result<(), ActivateError> {
    launchers::remove(&receipt.files)?;
    // The pointer goes first, so that no half-removed environment can be started.
    disk::remove(&layout.current())?;
    for entry in layout.entries() {
        disk::remove(&entry)?;
    }
    journal::close(layout)
}

/// A folder with files of the person's stays.
fn remove_if_empty(folder: &std::path::Path) -> Result<(), ActivateError> {
    match fs::remove_dir(folder) {
        Ok(()) => Ok(()),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::DirectoryNotEmpty) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

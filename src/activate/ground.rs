//! Whose the ground is on which an application stands: the folders above its own, its own with all that this program
//! obeys in there, and that of the commands.
//!
//! A journal or a receipt tells this program what to remove, and what is on the PATH is run: nobody else may lay one there.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::{ActivateError, Layout};
use crate::disk::hands;

/// Returns the account whose installation this is, where it is another person's.
pub fn owner(layout: &Layout) -> Option<String> {
    let found = fs::symlink_metadata(layout.folder()).ok()?;
    let receipt = fs::symlink_metadata(layout.receipt());
    // One that is kept from others has none to see.
    let is_one = receipt.map_or_else(|error| error.kind() == ErrorKind::PermissionDenied, |receipt| receipt.is_file());
    (found.is_dir() && !hands::is_mine(&found) && is_one).then(|| hands::account(&found))
}

/// Makes sure that what is installed is not another person's, before anything else is looked at.
///
/// # Errors
/// [`ActivateError::Anothers`].
pub(super) fn refuse_anothers(layout: &Layout) -> Result<(), ActivateError> {
    let anothers = |owner| ActivateError::Anothers { folder: layout.folder().to_owned(), owner };
    owner(layout).map_or(Ok(()), |owner| Err(anothers(owner)))
}

/// Makes sure that nobody but this person and root could have put there what stands where the application is. What is not
/// there yet is nobody's.
///
/// # Errors
/// [`ActivateError::Anothers`] where it is another person's installation, else [`ActivateError::Unsafe`] with the first
/// path of which that is not so.
pub fn judge(layout: &Layout) -> Result<(), ActivateError> {
    refuse_anothers(layout)?;
    way(layout.folder(), layout.home())?;
    let entries = layout.entries().into_iter().chain([layout.set_aside(), layout.journal(), layout.lock()]);
    for path in [layout.folder().to_owned()].into_iter().chain(entries) {
        require(path, |found| !found.is_symlink() && hands::is_mine_alone(found))?;
    }
    // The pointer is a link.
    require(layout.current(), hands::is_mine_alone)?;
    judge_commands(layout)
}

/// Does the same for the folder of the commands, which may be root's.
pub(super) fn judge_commands(layout: &Layout) -> Result<(), ActivateError> {
    let path = layout.commands();
    way(path, layout.home())?;
    if hands::is_open_to_everybody(path) { Err(ActivateError::Unsafe { path: path.to_owned() }) } else { Ok(()) }
}

/// Does the same for the folder of the downloads, and the one in which it lies.
///
/// # Errors
/// As [`judge`].
pub fn judge_store(store: &Path, home: Option<&Path>) -> Result<(), ActivateError> {
    way(store, home)?;
    for path in store.ancestors().take(2) {
        // A person may have moved one to another disk, and left a link.
        if fs::metadata(path).is_ok_and(|found| !hands::is_mine_alone(&found)) {
            return Err(ActivateError::Unsafe { path: path.to_owned() });
        }
    }
    Ok(())
}

fn way(path: &Path, home: Option<&Path>) -> Result<(), ActivateError> {
    hands::in_other_hands(path, home).map_or(Ok(()), |path| Err(ActivateError::Unsafe { path }))
}

fn require(path: PathBuf, is_right: impl Fn(&std::fs::Metadata) -> bool) -> Result<(), ActivateError> {
    match fs::symlink_metadata(&path) {
        Ok(found) if !is_right(&found) => Err(ActivateError::Unsafe { path }),
        _ => Ok(()),
    }
}

#[cfg(all(test, unix))]
mod tests;

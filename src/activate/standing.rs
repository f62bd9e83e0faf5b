//! What an application is started by: the pointer to its environment, and the commands. Finds what is damaged, and mends it.

use std::path::PathBuf;

use super::{ActivateError, Layout, Lock, generation, launchers, moved, outside};
use crate::model::{FindingKind, Receipt};

/// Lists what of the pointer and the commands is not as it was made. A menu entry that was changed or removed is the
/// person's choice.
///
/// # Errors
/// When a file cannot be read.
pub fn standing(layout: &Layout, receipt: &Receipt) -> Result<Vec<(PathBuf, FindingKind)>, ActivateError> {
    let mut found = Vec::new();
    // Through the pointer, nothing starts that was made for another folder.
    if generation::current(layout) != Some(receipt.generation) || moved::is_moved(layout, receipt) {
        found.push((layout.current(), FindingKind::Pointer));
    }
    for file in launchers::planned(layout, &receipt.commands) {
        if !outside::is_as_made(&file)? {
            found.push((file.path, FindingKind::Launcher));
        }
    }
    Ok(found)
}

/// Puts the pointer and the commands right again.
///
/// # Errors
/// [`ActivateError::CommandTaken`] where somebody else's file stands in a command's place; any file-system error.
pub fn mend_standing(layout: &Layout, _lock: &Lock, receipt: &Receipt) -> Result<(), ActivateError> {
    let commands = launchers::planned(layout, &receipt.commands);
    for file in &commands {
        if outside::is_taken(file, Some(receipt))? {
            return Err(ActivateError::CommandTaken { path: file.path.clone() });
        }
    }
    if generation::current(layout) != Some(receipt.generation) {
        generation::point_to(layout, receipt.generation)?;
    }
    outside::put(layout, &commands)?;
    Ok(())
}

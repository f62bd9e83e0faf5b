//! The commands in the user's bin folder. They go through the pointer, so a switch is one rename.

use std::path::{Path, PathBuf};

use super::{ActivateError, Layout, outside};
use crate::model::receipt::OutsideFile;
use crate::model::{FileName, Receipt};

/// Finds the files that stand where launchers would go and are not this application's.
///
/// # Errors
/// When the folder of the launchers cannot be read.
pub fn taken_commands(
    layout: &Layout,
    commands: &[FileName],
    installed: Option<&Receipt>,
) -> Result<Vec<PathBuf>, ActivateError> {
    let mut taken = Vec::new();
    for file in planned(layout, commands) {
        if outside::is_taken(&file, installed)? {
            taken.push(file.path);
        }
    }
    Ok(taken)
}

/// Says what the launchers of a release will be, without writing them.
pub(super) fn planned(layout: &Layout, commands: &[FileName]) -> Vec<OutsideFile> {
    let entry = |command: &FileName| outside::leading(layout.launcher(command), target(layout, command));
    commands.iter().map(entry).collect()
}

#[cfg(unix)]
pub(super) fn target(layout: &Layout, command: &FileName) -> PathBuf {
    layout.current().join("bin").join(command)
}

/// On Unix a launcher is a link, and what it comes to is where it points.
#[cfg(unix)]
pub(super) fn content_for(leads_to: &Path) -> Vec<u8> {
    std::os::unix::ffi::OsStrExt::as_bytes(leads_to.as_os_str()).to_vec()
}

#[cfg(not(unix))]
pub(super) fn target(layout: &Layout, command: &FileName) -> PathBuf {
    layout.current().join("Scripts").join(format!("{command}.exe"))
}

/// Elsewhere it is a command file. `current` is a file with the generation's folder, read at each start.
#[cfg(not(unix))]
pub(super) fn content_for(leads_to: &Path) -> Vec<u8> {
    let folder = leads_to.ancestors().nth(3).unwrap_or(leads_to).display();
    let command = leads_to.file_name().unwrap_or_default().to_string_lossy();
    format!(
        "@echo off\r\nset /p QUOC_GENERATION=<\"{folder}\\current\"\r\n\"{folder}\\%QUOC_GENERATION%\\Scripts\\{command}\" %*\r\n"
    )
    .into_bytes()
}

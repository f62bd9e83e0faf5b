//! The commands in the user's bin folder. They go through the pointer, so a switch is one rename.

use std::path::{Path, PathBuf};

use fs_err as fs;

use super::{ActivateError, Layout};
use crate::disk;
use crate::model::receipt::OutsideFile;
use crate::model::{FileName, Receipt, Sha256Digest};

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
    for command in commands {
        let path = layout.launcher(command);
        let as_written = |found: &[u8]| {
            let digest = Sha256Digest::of(found);
            let files = installed.map(|receipt| receipt.files.as_slice()).unwrap_or_default();
            files.iter().any(|file| file.path == path && file.sha256 == digest)
        };
        let ours = content(&path)?.is_none_or(|found| found == wanted(layout, command) || as_written(&found));
        if !ours {
            taken.push(path);
        }
    }
    Ok(taken)
}

/// Says what the launchers of a release will be, without writing them.
pub(super) fn planned(layout: &Layout, commands: &[FileName]) -> Vec<OutsideFile> {
    let entry = |command: &FileName| OutsideFile {
        path: layout.launcher(command),
        sha256: Sha256Digest::of(&wanted(layout, command)),
    };
    commands.iter().map(entry).collect()
}

/// Writes the launchers; those that are right already are left alone.
pub(super) fn write(layout: &Layout, commands: &[FileName]) -> Result<(), ActivateError> {
    fs::create_dir_all(layout.commands())?;
    for command in commands {
        let path = layout.launcher(command);
        if content(&path)?.as_deref() != Some(&wanted(layout, command)) {
            write_one(&path, &wanted(layout, command))?;
        }
    }
    disk::flush_folder(layout.commands())?;
    Ok(())
}

/// Removes files made outside the folder, unless the person changed or replaced them.
pub(super) fn remove(files: &[OutsideFile]) -> Result<(), ActivateError> {
    for file in files {
        let unchanged = content(&file.path)?.is_some_and(|found| Sha256Digest::of(&found) == file.sha256);
        if unchanged {
            disk::remove(&file.path)?;
        }
    }
    Ok(())
}

/// Says whether every file is there and as it was written.
pub(super) fn intact(files: &[OutsideFile]) -> Result<bool, ActivateError> {
    for file in files {
        if content(&file.path)?.is_none_or(|found| Sha256Digest::of(&found) != file.sha256) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A launcher's content: on Unix it is a link, and its content is where it points.
#[cfg(unix)]
fn wanted(layout: &Layout, command: &FileName) -> Vec<u8> {
    use std::os::unix::ffi::OsStrExt;
    layout.current().join("bin").join(command).as_os_str().as_bytes().to_vec()
}

#[cfg(unix)]
fn content(path: &Path) -> Result<Option<Vec<u8>>, ActivateError> {
    use std::os::unix::ffi::OsStringExt;
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Ok(Some(fs::read_link(path)?.into_os_string().into_vec())),
        Ok(found) if found.is_file() => Ok(Some(fs::read(path)?)),
        Ok(_) => Ok(Some(Vec::new())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

#[cfg(unix)]
fn write_one(path: &Path, target: &[u8]) -> Result<(), ActivateError> {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let mut name = std::ffi::OsString::from(".quoc-new-");
    name.push(path.file_name().unwrap_or_default());
    let beside = path.with_file_name(name);
    disk::remove(&beside)?;
    fs::os::unix::fs::symlink(OsStr::from_bytes(target), &beside)?;
    fs::rename(&beside, path)?;
    Ok(())
}

#[cfg(not(unix))]
fn wanted(layout: &Layout, command: &FileName) -> Vec<u8> {
    // `current` is a file with the generation's folder, read at each start.
    let folder = layout.folder().display();
    format!(
        "@echo off\r\nset /p QUOC_GENERATION=<\"{folder}\\current\"\r\n\"{folder}\\%QUOC_GENERATION%\\Scripts\\{command}.exe\" %*\r\n"
    )
    .into_bytes()
}

#[cfg(not(unix))]
fn content(path: &Path) -> Result<Option<Vec<u8>>, ActivateError> {
    Ok(disk::read_if_there(path)?)
}

#[cfg(not(unix))]
fn write_one(path: &Path, bytes: &[u8]) -> Result<(), ActivateError> {
    Ok(disk::replace(path, bytes)?)
}

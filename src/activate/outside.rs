//! The files outside the application's folder: made, found as they were made, removed; never somebody else's.
//!
//! Each leads through the pointer, so that one rename switches all of them: commands, menu entries, icons.
//! What a person put in their place, or changed, is left alone.

use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::{ActivateError, Layout, ground, launchers};
use crate::disk;
use crate::model::receipt::OutsideFile;
use crate::model::{Receipt, Sha256Digest};

/// Says what a file that leads somewhere will be, without making it.
pub(super) fn leading(path: std::path::PathBuf, leads_to: std::path::PathBuf) -> OutsideFile {
    OutsideFile { sha256: Sha256Digest::of(&launchers::content_for(&leads_to)), path, leads_to: Some(leads_to) }
}

/// Says whether something stands at a file's place that neither is it nor was made for this installation.
pub(super) fn is_taken(file: &OutsideFile, installed: Option<&Receipt>) -> io::Result<bool> {
    let Some(found) = content(&file.path)? else { return Ok(false) };
    if is_left_over(file) {
        return Ok(false);
    }
    let digest = Sha256Digest::of(&found);
    let known = installed.map(|receipt| receipt.files.as_slice()).unwrap_or_default();
    Ok(digest != file.sha256
        && !known.iter().any(|known| known.sha256 == digest && is_one_place(&known.path, &file.path)))
}

/// Says whether a link leads to where such a file leads, but into an installation that is not there any more: one that was
/// removed by hand took nothing with it, and nobody misses what is left of it.
fn is_left_over(file: &OutsideFile) -> bool {
    let (Some(wanted), Ok(found)) = (&file.leads_to, fs::read_link(&file.path)) else { return false };
    let parts: Vec<_> = wanted.components().collect();
    let Some(pointer) = parts.iter().rposition(|part| part.as_os_str() == "current") else { return false };
    let way: PathBuf = parts.iter().skip(pointer.saturating_sub(1)).collect();
    let Some(folder) = found.ancestors().nth(way.components().count().saturating_sub(1)) else { return false };
    let is_gone = |path: &Path| matches!(path.try_exists(), Ok(false));
    found.is_absolute() && found.ends_with(&way) && is_gone(&found) && is_gone(&folder.join("receipt.json"))
}

/// Lists the links in a folder that lead exactly where this program's would that have their names: any other link into an
/// installation is the person's.
pub(super) fn leading_as_made(folder: &Path, target: impl Fn(&str) -> Option<PathBuf>) -> Vec<PathBuf> {
    let is_made = |path: &PathBuf| {
        let wanted = path.file_name().and_then(|name| target(name.to_str()?));
        wanted.is_some() && wanted == fs::read_link(path).ok()
    };
    entries(folder).into_iter().filter(is_made).collect()
}

/// The paths in a folder; of one that is not there or cannot be read: none.
pub(super) fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.filter_map(|entry| Some(entry.ok()?.path())).collect()
}

/// Leaves out the files whose place is taken, or cannot be looked at: for a menu entry nobody is disturbed.
pub(super) fn free(files: Vec<OutsideFile>, installed: Option<&Receipt>) -> Vec<OutsideFile> {
    let is_free = |file: &OutsideFile| match is_taken(file, installed) {
        Ok(false) => true,
        Ok(true) => {
            log::info!("{} belongs to somebody else", file.path.display());
            false
        }
        Err(error) => {
            log::warn!("left out: {error}");
            false
        }
    };
    files.into_iter().filter(is_free).collect()
}

/// Makes the files; those that are right already are left alone. Returns those that stand now.
///
/// A command must be made. Without its menu entry an application is as useful, so that one is only logged.
pub(super) fn put(layout: &Layout, files: &[OutsideFile]) -> Result<Vec<OutsideFile>, ActivateError> {
    if files.iter().any(|file| is_command(layout, file)) {
        fs::create_dir_all(layout.commands())?;
        // Somebody else may have made it since the run began.
        ground::judge_commands(layout)?;
    }
    let mut standing = Vec::with_capacity(files.len());
    for file in files {
        match put_one(file) {
            Ok(()) => standing.push(file.clone()),
            Err(error) if is_command(layout, file) => return Err(error),
            Err(error) => log::warn!("{} was not made: {error}", file.path.display()),
        }
    }
    Ok(standing)
}

fn put_one(file: &OutsideFile) -> Result<(), ActivateError> {
    let is_right = is_as_made(file)?;
    // Receipts of before did not say where a file leads: only what is there can be kept.
    let Some(leads_to) = file.leads_to.as_deref().filter(|_| !is_right) else { return Ok(()) };
    let folder = file.path.parent().unwrap_or(&file.path);
    fs::create_dir_all(folder)?;
    write(&file.path, leads_to)?;
    disk::flush_folder(folder)?;
    Ok(())
}

/// Removes the files, unless the person changed or replaced them; returns those that could not be removed, and why.
pub(super) fn remove(files: &[OutsideFile]) -> Vec<(OutsideFile, io::Error)> {
    let take = |file: &OutsideFile| if is_as_made(file)? { disk::remove(&file.path) } else { Ok(()) };
    files.iter().filter_map(|file| Some((file.clone(), take(file).err()?))).collect()
}

/// Removes the files that a version has no more. A command must go; anything else that stays is only logged, and
/// returned, so that the receipt keeps it and a later run tries again.
pub(super) fn remove_dropped(layout: &Layout, files: &[OutsideFile]) -> Result<Vec<OutsideFile>, ActivateError> {
    let mut left = Vec::new();
    for (file, error) in remove(files) {
        if is_command(layout, &file) {
            return Err(error.into());
        }
        log::warn!("left behind: {error}");
        left.push(file);
    }
    Ok(left)
}

/// Says whether each file is there and as it was made.
pub(super) fn all_as_made(files: &[OutsideFile]) -> io::Result<bool> {
    for file in files {
        if !is_as_made(file)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Says whether a file is there and as it was made.
pub(super) fn is_as_made(file: &OutsideFile) -> io::Result<bool> {
    Ok(content(&file.path)?.is_some_and(|found| Sha256Digest::of(&found) == file.sha256))
}

/// Returns the files that only the first list has.
pub(super) fn without(files: &[OutsideFile], others: &[OutsideFile]) -> Vec<OutsideFile> {
    let is_other = |file: &OutsideFile| others.iter().any(|other| is_one_place(&other.path, &file.path));
    files.iter().filter(|file| !is_other(file)).cloned().collect()
}

/// One folder may have more than one name; a link in it is never followed.
fn is_one_place(one: &Path, other: &Path) -> bool {
    let folder = |path: &Path| path.parent().and_then(|folder| folder.canonicalize().ok());
    one == other || one.file_name() == other.file_name() && folder(one).is_some_and(|one| Some(one) == folder(other))
}

/// Which folder is that of the commands, a run knows only of itself: a command of another run is one by where it leads.
fn is_command(layout: &Layout, file: &OutsideFile) -> bool {
    let folder = file.leads_to.as_ref().and_then(|leads_to| leads_to.parent());
    file.path.parent() == Some(layout.commands())
        || folder.is_some_and(|folder| folder.ends_with("current/bin") || folder.ends_with("current/Scripts"))
}

/// Bytes of a file whose content is looked at: none of an entry, an icon or a launcher has as many.
#[cfg(unix)]
const LARGEST: u64 = 16 << 20;

/// What a file comes to: of a link it is where it points.
#[cfg(unix)]
fn content(path: &Path) -> io::Result<Option<Vec<u8>>> {
    use std::os::unix::ffi::OsStringExt;
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Ok(Some(fs::read_link(path)?.into_os_string().into_vec())),
        Ok(found) if found.is_file() => match disk::read_limited(path, LARGEST) {
            Err(error) if error.kind() == io::ErrorKind::InvalidData => Ok(Some(Vec::new())),
            read => read,
        },
        Ok(_) => Ok(Some(Vec::new())),
        // Where a file stands in place of its folder it is not there either.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(unix)]
fn write(path: &Path, leads_to: &Path) -> Result<(), ActivateError> {
    let beside = disk::beside(path);
    disk::remove(&beside)?;
    fs::os::unix::fs::symlink(leads_to, &beside)?;
    fs::rename(&beside, path)?;
    Ok(())
}

#[cfg(not(unix))]
fn content(path: &Path) -> io::Result<Option<Vec<u8>>> {
    disk::read_if_there(path)
}

#[cfg(not(unix))]
fn write(path: &Path, leads_to: &Path) -> Result<(), ActivateError> {
    Ok(disk::replace(path, &launchers::content_for(leads_to))?)
}

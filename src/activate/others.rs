//! What in the application's folder is somebody's own: found before anything of this program's is removed, and set aside.
//!
//! Only what this program made, as it made it, is this program's. A generation is compared with its record; of the other
//! folders the names are known. Must not: remove anything of somebody else's.

use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::layout::SET_ASIDE;
use super::{ActivateError, Layout, Lock, generation};
use crate::disk;
use crate::environment::strange;
use crate::model::manifest::MAX_SIZE;
use crate::model::{Manifest, Profile, Receipt, Sha256Digest};

/// Lists what is somebody's own in the folders that an uninstall removes, sorted. What lies beside those is not listed:
/// it is not touched.
pub(super) fn of_others(layout: &Layout, receipt: Option<&Receipt>) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in entries(&layout.generations())? {
        match generation::number_of(&path) {
            Some(number) => found.extend(of_generation(layout, number, receipt)?),
            None => found.push(path),
        }
    }
    let is_digest = |name: &str| name.parse::<Sha256Digest>().is_ok();
    let icon = icon(&layout.profile());
    let is_profiles = |name: &str| PROFILE.contains(&name) || icon.as_deref() == Some(name);
    found.extend(others_in(&layout.runtimes(), &is_digest)?);
    found.extend(others_in(&layout.trust(), &|name| TRUST.contains(&name))?);
    found.extend(others_in(&layout.trust().join("root_history"), &|name| name.ends_with(".root.json"))?);
    found.extend(others_in(&layout.logs(), &|name| name.ends_with(".log"))?);
    found.extend(others_in(&layout.profile(), &is_profiles)?);
    found.extend(of_another_kind(layout));
    found.sort();
    found.dedup();
    Ok(found)
}

/// Lists what is somebody's own in a generation. One whose record is lost cannot be told apart: where the receipt says
/// that there was one, all of it stays.
fn of_generation(layout: &Layout, number: u32, receipt: Option<&Receipt>) -> io::Result<Vec<PathBuf>> {
    let folder = layout.generation(number);
    if !is_folder(&folder) {
        // A link is removed, and what it leads to stays.
        return Ok(if folder.is_symlink() { Vec::new() } else { vec![folder] });
    }
    let record = layout.manifest(number);
    let fits = fs::symlink_metadata(&record).is_ok_and(|found| found.is_file() && found.len() <= MAX_SIZE);
    let bytes = if fits { disk::read_if_there(&record)? } else { None };
    if let Some(manifest) = bytes.and_then(|bytes| Manifest::parse(&bytes).ok()) {
        let strange = strange(&folder, &manifest).map_err(io::Error::other)?;
        return Ok(strange.into_iter().map(|path| folder.join(path)).collect());
    }
    let named = receipt.into_iter().flat_map(|receipt| [Some(receipt), receipt.previous.as_deref()]).flatten();
    let has_lost_it = named.filter(|receipt| receipt.generation == number).any(|receipt| receipt.manifest.is_some());
    let is_environment = folder.join("pyvenv.cfg").is_file() || entries(&folder)?.is_empty();
    let stays = has_lost_it || !is_environment || fs::symlink_metadata(&record).is_ok();
    Ok(if stays { vec![folder] } else { Vec::new() })
}

/// Sets aside what stands in the place of this program's own files and folders and is of another kind: everything goes on
/// then as if nothing had been there.
///
/// # Errors
/// Any file-system error.
pub fn make_way(layout: &Layout, _lock: &Lock) -> Result<(), ActivateError> {
    Ok(set_aside(layout, &of_another_kind(layout))?)
}

/// Sets aside a folder in the place of the lock's file. Nobody holds a lock then, so it must never be a lock that another
/// run has made meanwhile: a file is not renamed over a folder.
pub(super) fn make_way_for_the_lock(layout: &Layout) -> io::Result<()> {
    if !is_folder(&layout.lock()) {
        return Ok(());
    }
    let target = aside(layout).join(layout.lock().file_name().unwrap_or_default());
    fs::create_dir_all(&target)?;
    fs::rename(layout.lock(), &target)
}

/// A folder where a file belongs, and a file where a folder does. Links in the place of folders are refused elsewhere.
fn of_another_kind(layout: &Layout) -> Vec<PathBuf> {
    let folders =
        [layout.generations(), layout.runtimes(), layout.scratch(), layout.trust(), layout.logs(), layout.profile()];
    let files = [layout.setup(), layout.receipt(), layout.pending(), layout.journal()];
    let is_no_pointer = |path: &PathBuf| if cfg!(unix) { path.exists() && !path.is_symlink() } else { is_folder(path) };
    let is_file = |path: &PathBuf| fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    let instead_of_folders = folders.into_iter().filter(is_file);
    let instead_of_files = files.into_iter().filter(|path| is_folder(path));
    instead_of_folders.chain(instead_of_files).chain([layout.current()].into_iter().filter(is_no_pointer)).collect()
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

/// Returns the folder, not there yet, for what one run sets aside. Where something else has the name of the folder for them
/// all, that one gets a number behind its name.
pub fn aside(layout: &Layout) -> PathBuf {
    let is_free = |folder: &PathBuf| is_folder(folder) || fs::symlink_metadata(folder).is_err();
    let numbered = (2_u64..).map(|number| layout.set_aside().with_file_name(format!("{SET_ASIDE}-{number}")));
    let mut folders = std::iter::once(layout.set_aside()).chain(numbered);
    disk::first_free(&folders.find(is_free).unwrap_or_else(|| layout.set_aside()))
}

/// Says whether a path is a folder of what was set aside.
pub(super) fn is_aside(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_prefix(SET_ASIDE));
    let is_number = |rest: &str| rest.strip_prefix('-').is_some_and(|number| number.parse::<u64>().is_ok());
    is_folder(path) && name.is_some_and(|rest| rest.is_empty() || is_number(rest))
}

/// Moves what is somebody's own to a folder that nothing is removed from.
pub(super) fn set_aside(layout: &Layout, paths: &[PathBuf]) -> io::Result<()> {
    if paths.is_empty() {
        return Ok(());
    }
    let aside = aside(layout);
    for path in paths {
        let target = aside.join(path.strip_prefix(layout.folder()).unwrap_or(Path::new("unnamed")));
        fs::create_dir_all(target.parent().unwrap_or(&aside))?;
        fs::rename(path, &target)?;
        log::info!("{} is not of this program and was set aside as {}", path.display(), target.display());
    }
    disk::flush_folder(&aside)
}

/// Removes a generation; what is somebody's own in it is set aside before.
pub(super) fn retire(layout: &Layout, number: u32, receipt: Option<&Receipt>) -> io::Result<()> {
    set_aside(layout, &of_generation(layout, number, receipt)?)?;
    let folder = layout.generation(number);
    // By one rename: a run that is killed meanwhile leaves no half of a generation that looks like somebody's files.
    let leaving = layout.scratch().join(format!("generation-{number}"));
    let moved = fs::create_dir_all(layout.scratch()).and_then(|()| disk::remove_own(&leaving));
    match moved.and_then(|()| fs::rename(&folder, &leaving)) {
        Ok(()) => disk::remove_own(&leaving),
        // A folder that cannot be moved can be removed, on a full disk at last.
        Err(_) => disk::remove_own(&folder),
    }
}

fn others_in(folder: &Path, is_ours: &dyn Fn(&str) -> bool) -> io::Result<Vec<PathBuf>> {
    let is_others = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        !name.is_some_and(is_ours)
    };
    Ok(entries(folder)?.into_iter().filter(is_others).collect())
}

/// What lies in a folder; nothing where there is none, and behind a link.
pub(super) fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !is_folder(folder) {
        return Ok(Vec::new());
    }
    fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect()
}

/// The name of the icon that a kept profile has.
fn icon(profile: &Path) -> Option<String> {
    let text = String::from_utf8(disk::read_if_there(&profile.join("profile.toml")).ok()??).ok()?;
    Some(Profile::parse(&text).ok()?.brand.icon?.to_string())
}

/// What lies in a kept profile beside its icon.
const PROFILE: [&str; 3] = ["profile.toml", "root.json", "repository"];

/// What lies in the folder of trusted metadata.
const TRUST: [&str; 7] =
    ["root.json", "root_history", "timestamp.json", "snapshot.json", "targets.json", "verified-at", "documents"];

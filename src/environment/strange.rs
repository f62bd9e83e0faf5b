//! Finds what in an environment is somebody's own, before the environment is removed: files that nobody installed, and
//! installed ones that were changed since.
//!
//! A quick look is enough: only files are read whose size or time is another one. Nothing is changed.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::error::EnvironmentError;
use super::record::slashed;
use super::verify::{Comparison, Depth, folders_above};
use crate::model::FindingKind;
use crate::model::manifest::{BESIDE, Manifest};
use crate::ports::Cancel;

/// Returns the paths, below the environment's folder, of all that is not as it was installed and would be lost with the
/// environment. A folder in which nothing was installed is named as a whole. What Python writes by itself is left out.
///
/// # Errors
/// When a folder cannot be read.
pub fn strange(folder: &Path, manifest: &Manifest) -> Result<Vec<PathBuf>, EnvironmentError> {
    let comparison = Comparison { folder, manifest, depth: Depth::Quick };
    let different = comparison.files(0, &Cancel::default())?;
    let is_there = |kind| matches!(kind, FindingKind::Changed | FindingKind::Foreign);
    let mut found: Vec<PathBuf> = different.into_iter().filter(|one| is_there(one.kind)).map(|one| one.path).collect();
    found.extend(unknown(folder, manifest).map_err(EnvironmentError::disk(folder))?);
    found.sort();
    found.dedup();
    // What lies below something that is named goes with it.
    let mut topmost: Vec<PathBuf> = Vec::with_capacity(found.len());
    for path in found {
        if !topmost.last().is_some_and(|above| path.starts_with(above)) {
            topmost.push(path);
        }
    }
    Ok(topmost)
}

/// Finds what the record does not have.
fn unknown(environment: &Path, manifest: &Manifest) -> std::io::Result<Vec<PathBuf>> {
    let files: HashSet<&str> = manifest.files.iter().map(|file| file.path.as_str()).chain(BESIDE).collect();
    let known: HashSet<&Path> = manifest.files.iter().flat_map(|file| folders_above(&file.path)).collect();
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(environment.join(&below))? {
            let entry = entry?;
            let path = below.join(entry.file_name());
            let is_folder = entry.file_type()?.is_dir();
            if files.contains(slashed(&path).as_str()) || (!is_folder && is_pythons_own(&path)) {
                continue;
            }
            if is_folder && (known.contains(path.as_path()) || path.ends_with(CACHE)) {
                folders.push(path);
            } else if !is_folder || has_files(&entry.path())? {
                found.push(path);
            }
        }
    }
    Ok(found)
}

/// Bytecode, also what a Python that was killed left of it, and Twisted's list of plugins.
fn is_pythons_own(path: &Path) -> bool {
    let is_bytecode = || {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let end = name.split_once(".pyc").map(|(_, end)| end.strip_prefix('.').unwrap_or(end));
        end.is_some_and(|end| end.bytes().all(|byte| byte.is_ascii_digit()))
    };
    (path.parent().is_some_and(|folder| folder.ends_with(CACHE)) && is_bytecode()) || path.ends_with(PLUGINS)
}

/// Whether a folder holds anything but folders and bytecode.
fn has_files(folder: &Path) -> std::io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if if entry.file_type()?.is_dir() { has_files(&path)? } else { !is_pythons_own(&path) } {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Where Python keeps bytecode (PEP 3147).
const CACHE: &str = "__pycache__";

/// Where Twisted keeps its list.
const PLUGINS: &str = "plugins/dropin.cache";

//! Writes down what was installed, as soon as all of it was compared with the wheels.

use std::path::Path;
use std::time::SystemTime;

use super::error::EnvironmentError;
use super::screen::ScreenedWheel;
use super::venv::{self, Venv};
use crate::model::Sha256Digest;
use crate::model::manifest::{Content, FORMAT, FileContent, InstallLayout, InstalledFile, InstalledWheel, Manifest};
use crate::model::receipt::ProgramFile;

/// Where a file of an environment comes from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Origin<'a> {
    /// From a wheel, byte by byte: its place among the wheels, its name in there, its digest.
    Wheel(usize, &'a str, Sha256Digest),
    /// Written on this machine by venv or pip.
    Made,
}

/// Writes down one file or link.
pub(super) fn record(folder: &Path, path: &Path, origin: Origin<'_>) -> Result<InstalledFile, EnvironmentError> {
    let whole = folder.join(path);
    let disk = EnvironmentError::disk(folder);
    let found = fs_err::symlink_metadata(&whole).map_err(&disk)?;
    let content = if found.is_symlink() {
        let target = fs_err::read_link(&whole).map_err(&disk)?;
        Content::Link { link: target.to_string_lossy().into_owned() }
    } else {
        let (mode, modified) = (mode(&found), modified(&found));
        let file = FileContent {
            size: found.len(),
            sha256: Sha256Digest::of(b""),
            mode,
            modified,
            wheel: None,
            entry: None,
            text: None,
        };
        Content::File(match origin {
            Origin::Wheel(wheel, entry, sha256) => {
                FileContent { sha256, wheel: Some(wheel), entry: Some(entry.to_owned()), ..file }
            }
            Origin::Made => {
                let bytes = fs_err::read(&whole).map_err(&disk)?;
                FileContent { sha256: Sha256Digest::of(&bytes), text: String::from_utf8(bytes).ok(), ..file }
            }
        })
    };
    Ok(InstalledFile { path: slashed(path), content })
}

/// Writes down what was made below a folder of the environment; nothing where that is not there.
pub(super) fn made_below(folder: &Path, below: &Path) -> Result<Vec<InstalledFile>, EnvironmentError> {
    let Ok(inside) = below.strip_prefix(folder) else { return Ok(Vec::new()) };
    if !below.is_dir() {
        return Ok(Vec::new());
    }
    let files = venv::files(below).map_err(EnvironmentError::disk(below))?;
    files.iter().map(|path| record(folder, &inside.join(path), Origin::Made)).collect()
}

/// Looks what a program's file is like; `None` where it cannot be looked at.
pub fn program_file(path: &Path) -> Option<ProgramFile> {
    let found = fs_err::metadata(path).ok()?;
    Some(ProgramFile { size: found.len(), modified: modified(&found) })
}

/// Puts the record together.
pub(super) fn manifest(wheels: &[ScreenedWheel], venv: &Venv, files: Vec<InstalledFile>) -> Manifest {
    let wheel = |screened: &ScreenedWheel| {
        let wheel = screened.wheel();
        let (name, version, file) = (wheel.name.clone(), wheel.version.clone(), wheel.file_name.clone());
        InstalledWheel { name, version, file, sha256: wheel.sha256 }
    };
    let layout = InstallLayout {
        scripts: slashed(&venv.layout.scripts),
        site: slashed(&venv.layout.site),
        headers: slashed(&venv.layout.headers),
    };
    let wheels = wheels.iter().map(wheel).collect();
    Manifest { format: FORMAT, layout, wheels, files, bytecode: Vec::new(), pip: None }
}

/// A path as it is written down, the same on every system.
pub(super) fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(unix)]
pub(super) fn mode(found: &std::fs::Metadata) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    found.permissions().mode() & 0o7777
}

#[cfg(not(unix))]
pub(super) fn mode(_: &std::fs::Metadata) -> u32 {
    0
}

/// Nanoseconds since 1970; a time before that, or none, is 0.
pub(super) fn modified(found: &std::fs::Metadata) -> u64 {
    let since = found.modified().ok().and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
    since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or_default()
}

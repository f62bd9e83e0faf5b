//! Files that Python runs at every start, whoever starts it and however: which they are, and what they hold.
//!
//! The rules are those of Python's `site` module, and PEP 829 for `.start`.

use std::io::Read as _;

use sha2::{Digest, Sha256};
use zip::ZipArchive;

use super::{InstalledFile, Limits, Place, Refused, StartupFiles, Unfit, Wheel, archive, path};
use crate::model::Sha256Digest;

/// A file of a wheel that would run at every start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartupFile {
    /// Its path below site-packages.
    pub path: String,
    /// Digest of its content, as a release lists it.
    pub sha256: Sha256Digest,
    /// Its content, at most [`StartupFile::SHOWN`] bytes of it.
    pub content: Vec<u8>,
    /// Its length in bytes.
    pub size: u64,
}

impl StartupFile {
    /// Bytes of the content that are kept to be read by people.
    pub const SHOWN: usize = 4096;
}

impl StartupFiles<'_> {
    /// Returns whether a file of this path and content may be brought.
    pub fn allow(&self, path: &str, sha256: Sha256Digest) -> bool {
        match self {
            Self::Any => true,
            Self::Listed(list) => list.iter().any(|(name, digests)| name.as_str() == path && digests.contains(&sha256)),
        }
    }
}

/// Lists the files of one wheel that would run at every start, so that a publisher can read them.
///
/// # Errors
/// When the wheel cannot be read or is not the locked one.
pub fn startup_files(wheel: &Wheel) -> Result<Vec<StartupFile>, Refused> {
    list(wheel).map_err(|reason| Refused { file_name: wheel.file_name.clone(), reason })
}

fn list(wheel: &Wheel) -> Result<Vec<StartupFile>, Unfit> {
    let (file, length) = archive::open_locked(wheel)?;
    let mut archive = ZipArchive::new(file).map_err(Unfit::Archive)?;
    let mut found = Vec::new();
    for entry in archive::list(&mut archive, &Limits::default(), length)? {
        let (place, path) = archive::placed(&entry.path, wheel)?;
        if !at_start(place, &path) {
            continue;
        }
        let mut bytes = Vec::new();
        let reader = archive.by_index(entry.index).map_err(Unfit::Archive)?;
        reader.take(entry.size).read_to_end(&mut bytes).map_err(Unfit::Unreadable)?;
        let sha256 = Sha256Digest::from_bytes(Sha256::digest(&bytes).into());
        let size = bytes.len() as u64;
        bytes.truncate(StartupFile::SHOWN);
        found.push(StartupFile { path, sha256, content: bytes, size });
    }
    Ok(found)
}

/// Refuses a file that would run unasked.
pub(super) fn check(file: &InstalledFile, allowed: StartupFiles<'_>) -> Result<(), Unfit> {
    if at_start(file.place, &file.path) && !allowed.allow(&file.path, file.sha256) {
        return Err(Unfit::Startup { path: file.path.clone(), sha256: file.sha256 });
    }
    Ok(())
}

/// Says whether Python would run a file of the wheel at every start.
pub(super) fn any_at_start(entries: &[archive::Entry], wheel: &Wheel) -> Result<bool, Unfit> {
    let mut any = false;
    for entry in entries {
        let (place, path) = archive::placed(&entry.path, wheel)?;
        any |= at_start(place, &path);
    }
    Ok(any)
}

pub(super) fn at_start(place: Place, below: &str) -> bool {
    let folded = path::folded(below);
    let mut segments = folded.split('/');
    let (first, second) = (segments.next().unwrap_or_default(), segments.next());
    let customizes = matches!(first, "sitecustomize" | "usercustomize");
    place == Place::Site && (customizes || second.is_none() && runs_at_start(first))
}

/// What `site` reads in site-packages itself, or imports from it.
fn runs_at_start(name: &str) -> bool {
    let module = name.split('.').next().unwrap_or(name);
    name.ends_with(".pth") || name.ends_with(".start") || matches!(module, "sitecustomize" | "usercustomize")
}

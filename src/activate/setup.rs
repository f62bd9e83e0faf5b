//! The installer that stays in the application's folder, so that upgrade, repair and removal need no download.
//!
//! It is replaced whole, by one rename: at every instant a working one is there, also while it runs itself.
//! Beside it lies what it must know about its application, where that is not built into it.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::{ActivateError, Layout};
use crate::disk;
use crate::model::receipt::KeptStub;
use crate::model::{FindingKind, Receipt, Sha256Digest, Version};

/// Returns the installer that the receipt names, where it is there with the bytes and rights it had.
///
/// Of the bytes only their number is compared: this is asked at every start.
pub fn kept_setup(layout: &Layout, receipt: &Receipt) -> Option<KeptStub> {
    let is_whole = |stub: &KeptStub| stub.path == layout.setup() && quick_damage(stub).is_none();
    receipt.stub.clone().filter(is_whole)
}

/// Says what is wrong with the installer that the receipt names; every byte is read.
pub fn damage_of_setup(layout: &Layout, receipt: &Receipt) -> Option<FindingKind> {
    let stub = receipt.stub.as_ref().filter(|stub| stub.path == layout.setup())?;
    let is_as_kept = || {
        let file = disk::open_plain(fs::OpenOptions::new().read(true), &stub.path);
        let read = file.and_then(|file| Sha256Digest::of_reader(file.take(stub.size)));
        read.is_ok_and(|(_, digest)| digest == stub.sha256)
    };
    match quick_damage(stub) {
        None | Some(FindingKind::Rights) if !is_as_kept() => Some(FindingKind::Changed),
        damage => damage,
    }
}

fn quick_damage(stub: &KeptStub) -> Option<FindingKind> {
    match fs::symlink_metadata(&stub.path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Some(FindingKind::Missing),
        Ok(found) if found.is_file() && found.len() == stub.size => (!runs(&found)).then_some(FindingKind::Rights),
        Ok(_) | Err(_) => Some(FindingKind::Changed),
    }
}

/// Whether the person may run a program, and nobody else may change it.
#[cfg(unix)]
fn runs(program: &std::fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&program.permissions()) & 0o722 == 0o700
}

#[cfg(not(unix))]
fn runs(_: &std::fs::Metadata) -> bool {
    true
}

/// Copies a program to where it can be tried, executable and flushed; returns what was copied.
///
/// # Errors
/// Any file-system error.
pub fn stage_setup(layout: &Layout, from: &Path, version: &Version) -> Result<KeptStub, ActivateError> {
    let path = layout.scratch().join(layout.setup().file_name().unwrap_or_default());
    fs::create_dir_all(layout.scratch())?;
    disk::remove(&path)?;
    let source = fs::File::open(from)?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    fs::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o755);
    let mut target = options.open(&path)?;
    let (size, sha256) = Sha256Digest::copying(source, &mut target)?;
    target.sync_all()?;
    Ok(KeptStub { path, version: version.clone(), size, sha256 })
}

/// Makes a staged program the one that is kept.
///
/// # Errors
/// Any file-system error; the one before is kept then.
pub fn keep_setup(layout: &Layout, staged: KeptStub) -> Result<KeptStub, ActivateError> {
    let path = layout.setup();
    fs::rename(&staged.path, &path)?;
    disk::flush_folder(layout.folder())?;
    Ok(KeptStub { path, ..staged })
}

/// A profile that is not built in, as this run read it: what is kept is what was judged by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileFiles {
    /// The folder that the person named.
    pub folder: PathBuf,
    /// Names and contents; without content where there is no such file.
    pub files: Vec<(String, Option<Vec<u8>>)>,
}

/// Keeps the profile beside the installer, or removes the one of before where it is built in.
///
/// A release that lies in its folder is not copied: publishers put the next one there, so the kept profile points to it.
///
/// # Errors
/// Any file-system error.
pub fn keep_profile(layout: &Layout, profile: Option<&ProfileFiles>) -> Result<(), ActivateError> {
    let kept = layout.profile();
    let Some(profile) = profile else { return Ok(disk::remove(&kept)?) };
    if profile.folder == kept {
        return Ok(());
    }
    fs::create_dir_all(&kept)?;
    for (name, bytes) in &profile.files {
        match bytes {
            Some(bytes) => disk::replace(&kept.join(name), bytes)?,
            None => disk::remove(&kept.join(name))?,
        }
    }
    #[cfg(unix)]
    {
        let (release, link) = (profile.folder.join("repository"), kept.join("repository"));
        disk::remove(&link)?;
        if release.is_dir() {
            fs::os::unix::fs::symlink(release, link)?;
        }
    }
    Ok(())
}

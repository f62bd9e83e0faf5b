//! Where things lie in a publisher's folder, and how files in it are replaced.
//!
//! The layout is described in the parent module. Nothing here knows what the files mean.

use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::disk;
use crate::model::PackageName;

/// The folder in which one application's releases are prepared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Names a folder; it need not exist yet.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Returns the folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// `profile.toml`: what a stub knows before it has seen any release.
    pub fn profile(&self) -> PathBuf {
        self.path.join("profile.toml")
    }

    /// `release.toml`: the recipe.
    pub fn recipe(&self) -> PathBuf {
        self.path.join("release.toml")
    }

    /// `keys`: the public halves, one file each, named after their owners.
    pub fn keys(&self) -> PathBuf {
        self.path.join("keys")
    }

    /// `pylock.toml`: the lock that users install from.
    pub fn lock(&self) -> PathBuf {
        self.path.join(LOCK)
    }

    /// `pylock.build-NAME.toml`: the lock of one distribution's build dependencies.
    pub fn build_lock(&self, package: &PackageName) -> PathBuf {
        self.path.join(build_lock_name(package))
    }

    /// `requirements.txt`: the same lock for `pip install --require-hashes -r`, by hand.
    pub fn requirements(&self) -> PathBuf {
        self.path.join(REQUIREMENTS)
    }

    /// `pip.json`: the wheel of pip that installs the release.
    pub fn pip(&self) -> PathBuf {
        self.path.join("pip.json")
    }

    /// `wheels`: what was built because no index has it.
    pub fn wheels(&self) -> PathBuf {
        self.path.join("wheels")
    }

    /// `staged`: what waits for signatures; this folder travels to the key owners.
    pub fn staged(&self) -> PathBuf {
        self.path.join("staged")
    }

    /// `repository`: what users see, plain static files.
    pub fn repository(&self) -> PathBuf {
        self.path.join("repository")
    }

    /// `history`: the timestamps that users may still hold, to check upgrades from each of them.
    pub fn history(&self) -> PathBuf {
        self.path.join("history")
    }
}

/// Returns the target name of the lock of one distribution's build dependencies.
pub fn build_lock_name(package: &PackageName) -> String {
    format!("pylock.build-{package}.toml")
}

/// Replaces a file at one instant and lets a web server read it; missing folders are made.
///
/// # Errors
/// When the folder cannot be written; the error names the path.
pub fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    disk::replace(path, bytes)?;
    make_readable(path)
}

/// Files being replaced are private at first.
#[cfg(unix)]
fn make_readable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_readable(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Target name of the lock.
pub const LOCK: &str = "pylock.toml";

/// Target name of the requirements file.
pub const REQUIREMENTS: &str = "requirements.txt";

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_replaced_file_has_the_new_bytes_and_leaves_nothing_beside_it() {
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("deep/er/file");
        replace_file(&path, b"one").unwrap();
        replace_file(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }
}

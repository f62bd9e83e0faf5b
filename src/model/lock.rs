//! `pylock.toml`: the lock of a release (PEP 751), the part of it that an installer needs.
//!
//! A [`Lock`] is made from text by `read` and turned back into text by `write`; both keep to lock version 1.
//! Which packages apply to a machine is the business of `plan`.

mod read;
mod write;

use url::Url;

pub use read::{LockError, Problem};

use super::{FileName, Marker, PackageName, Sha256Digest, Version, VersionSpecifiers};

/// A parsed lock. Only `FromStr` makes one, so what it holds was checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Lock {
    /// `requires-python` of the whole lock.
    pub requires_python: Option<VersionSpecifiers>,
    /// `environments`: where there are any, one of them must hold on the machine.
    pub environments: Vec<Marker>,
    /// Every package entry, in the order of the file.
    pub packages: Vec<LockedPackage>,
}

/// One entry of `[[packages]]`.
#[derive(Clone, Debug, PartialEq)]
pub struct LockedPackage {
    /// The distribution.
    pub name: PackageName,
    /// Its version; locks of quoc always have one.
    pub version: Version,
    /// When it is needed; `None` is always.
    pub marker: Option<Marker>,
    /// `requires-python` of this package.
    pub requires_python: Option<VersionSpecifiers>,
    /// The wheels, any platform.
    pub wheels: Vec<LockedFile>,
    /// The source distribution.
    pub sdist: Option<LockedFile>,
}

/// One `[[packages.wheels]]` or `[packages.sdist]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedFile {
    /// The file's name.
    pub name: FileName,
    /// Where it is: `url`, or `path` for a target of the repository.
    pub location: Location,
    /// Bytes.
    pub size: u64,
    /// sha256 of the file; further hashes of the lock are not kept.
    pub sha256: Sha256Digest,
}

/// Where a locked file is to be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// `url`: http or https.
    Url(Url),
    /// `path`: a target of the same repository, flat.
    Target(FileName),
}

impl LockedPackage {
    /// Returns the wheels and the sdist.
    pub fn files(&self) -> impl Iterator<Item = &LockedFile> {
        self.wheels.iter().chain(&self.sdist)
    }
}

/// Bytes of a lock; a universal one of Tahoe-LAFS has 0.5 MB. TUF's limit for a target would be larger.
pub const MAX_SIZE: usize = 5 * 1024 * 1024;

/// Packages in one lock.
pub const MAX_PACKAGES: usize = 5_000;

/// Wheels of one package.
pub const MAX_WHEELS: usize = 1_000;

/// Bytes of one locked file.
pub const MAX_FILE_SIZE: u64 = 4 * 1024 * 1024 * 1024;

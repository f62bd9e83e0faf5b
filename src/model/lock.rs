//! `pylock.toml`: the lock of a release (PEP 751), the part of it that an installer needs.

use url::Url;

use super::{FileName, Marker, PackageName, Sha256Digest, Version, VersionSpecifiers};

/// A parsed lock. Only `FromStr` makes one, so what it holds was checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Lock {
    /// `requires-python` of the whole lock.
    pub requires_python: Option<VersionSpecifiers>,
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

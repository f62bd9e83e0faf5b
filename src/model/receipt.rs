//! `receipt.json`: what is installed. Written last, so an interrupted install has none.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{PackageName, Sha256Digest, Timestamp, Version};

/// What is installed, and every file made outside the application's own folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Receipt {
    /// The version of this format; this program writes [`FORMAT`].
    pub format: u32,
    /// The application.
    pub application: PackageName,
    /// The name people read.
    pub name: String,
    /// The installed release.
    pub version: Version,
    /// sha256 of the signed `release.json` it came from.
    pub release: Sha256Digest,
    /// Version of the TUF `targets` role it came from.
    pub targets_version: u64,
    /// The generation that is current.
    pub generation: u32,
    /// The generation that was current before, kept to go back to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Previous>,
    /// The interpreter the environment was made with.
    pub python: InstalledPython,
    /// Every distribution installed.
    pub packages: Vec<InstalledPackage>,
    /// Every file made outside the application's folder.
    pub files: Vec<OutsideFile>,
    /// When it was written.
    pub installed_at: Timestamp,
}

/// The generation to go back to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Previous {
    /// Its number.
    pub generation: u32,
    /// Its release version.
    pub version: Version,
}

/// The interpreter of an installed environment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct InstalledPython {
    /// The base interpreter's path.
    pub path: PathBuf,
    /// Its full version, `3.11.7`.
    pub version: Version,
    /// Whether it is a runtime that the release brought.
    #[serde(default)]
    pub managed: bool,
}

/// One installed distribution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct InstalledPackage {
    /// The distribution.
    pub name: PackageName,
    /// Its version.
    pub version: Version,
    /// sha256 of the wheel it was installed from.
    pub wheel: Sha256Digest,
}

/// A file made outside the application's folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct OutsideFile {
    /// Where it is.
    pub path: PathBuf,
    /// sha256 of what was written, so that a file changed or replaced by the person is kept.
    pub sha256: Sha256Digest,
}

/// The version of the format that this program writes.
pub const FORMAT: u32 = 1;

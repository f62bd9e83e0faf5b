//! `receipt.json`: what is installed. Written last, so an interrupted install has none.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{FileName, PackageName, Sha256Digest, Timestamp, Version};

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
    /// The receipt of the generation that was current before, kept to go back to; it has none of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Box<Receipt>>,
    /// The release that the person went back from; it is not installed again unless asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub went_back_from: Option<WentBackFrom>,
    /// The interpreter the environment was made with.
    pub python: InstalledPython,
    /// Every distribution installed.
    pub packages: Vec<InstalledPackage>,
    /// The commands that have a launcher.
    #[serde(default)]
    pub commands: Vec<FileName>,
    /// The command and arguments that must succeed in the generation before it is switched to.
    #[serde(default)]
    pub smoke_test: Vec<String>,
    /// Every file made outside the application's folder.
    pub files: Vec<OutsideFile>,
    /// sha256 of the generation's record of its files; none where an older program installed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manifest: Option<Sha256Digest>,
    /// sha256 of every file that was fetched to install it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub downloads: Vec<Sha256Digest>,
    /// Folders of the person's data, as the release names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data_folders: Vec<String>,
    /// The person's own files that have a marked block of this application, which puts its commands on the PATH.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shell_files: Vec<ShellFile>,
    /// What the person chose; an upgrade keeps to it.
    #[serde(default)]
    pub choices: Choices,
    /// Where everything lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The installer that was kept, for upgrade, repair and removal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stub: Option<KeptStub>,
    /// When it was written.
    pub installed_at: Timestamp,
}

/// What a person chooses of an installation's traces outside its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Choices {
    /// An entry in the system's menu of applications.
    pub menu: bool,
    /// An icon on the desktop.
    pub desktop_shortcut: bool,
    /// The folder of the commands on the PATH, by a line in the shell's start-up files.
    pub path: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self { menu: true, desktop_shortcut: false, path: false }
    }
}

/// Where an installation lies, as it was named when it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Place {
    /// The application's own folder.
    pub folder: PathBuf,
    /// The folder of its commands.
    pub commands: PathBuf,
}

/// The installer that lies in the application's folder: `PATH check --json` and `PATH upgrade --json --yes` ask it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct KeptStub {
    /// Where it is.
    pub path: PathBuf,
    /// Its version.
    pub version: Version,
    /// Its bytes.
    pub size: u64,
    /// sha256 of it.
    pub sha256: Sha256Digest,
}

/// A start-up file of a shell that has a marked block of this application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct ShellFile {
    /// The file, as the shell names it; it may be a link.
    pub path: PathBuf,
    /// What the block says.
    pub line: String,
    /// Whether it was not there before.
    #[serde(default)]
    pub created: bool,
}

/// A release that the person went back from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct WentBackFrom {
    /// Its version.
    pub version: Version,
    /// sha256 of its `release.json`.
    pub release: Sha256Digest,
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
    /// What its file was like, so that a start sees an upgrade of it without running it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<ProgramFile>,
}

/// What a program's own file is like, behind all links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct ProgramFile {
    /// Bytes.
    pub size: u64,
    /// When it was modified, in nanoseconds since 1970.
    pub modified: u64,
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
    /// sha256 of what was written, so that a file changed or replaced by the person is kept. Of a link: of its target.
    pub sha256: Sha256Digest,
    /// Where it leads, always through the pointer; with it a lost file can be put back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leads_to: Option<PathBuf>,
}

/// Says why a receipt cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReceiptError {
    /// It is longer than allowed.
    #[error("the receipt has {size} bytes, more than the {MAX_SIZE} allowed")]
    TooLong {
        /// Its bytes.
        size: usize,
    },
    /// A newer installer wrote it.
    #[error("the receipt has format {found}, this installer reads {FORMAT}: it needs a newer installer")]
    NewerFormat {
        /// The format it has.
        found: u64,
    },
    /// It is no receipt.
    #[error("the receipt cannot be read")]
    Syntax {
        /// Where and what.
        #[source]
        source: serde_json::Error,
    },
}

impl Receipt {
    /// Reads a receipt; members that this program does not know are ignored.
    ///
    /// # Errors
    /// See [`ReceiptError`]; a receipt of a newer format is told apart from a broken one.
    pub fn parse(bytes: &[u8]) -> Result<Self, ReceiptError> {
        if bytes.len() > MAX_SIZE {
            return Err(ReceiptError::TooLong { size: bytes.len() });
        }
        let Probe { format } = serde_json::from_slice(bytes).map_err(|source| ReceiptError::Syntax { source })?;
        if format > u64::from(FORMAT) {
            return Err(ReceiptError::NewerFormat { found: format });
        }
        serde_json::from_slice(bytes).map_err(|source| ReceiptError::Syntax { source })
    }

    /// Lists every file that was fetched for what is kept: the version that runs, and the one to go back to.
    pub fn all_downloads(&self) -> impl Iterator<Item = Sha256Digest> {
        let kept = [Some(self), self.previous.as_deref()];
        kept.into_iter().flatten().flat_map(|receipt| receipt.downloads.iter().copied())
    }
}

/// Only what tells a newer format from a broken receipt.
#[derive(Deserialize)]
struct Probe {
    format: u64,
}

/// Bytes of a receipt; one package takes about 150.
pub const MAX_SIZE: usize = 16 * 1024 * 1024;

/// The version of the format that this program writes.
pub const FORMAT: u32 = 1;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn receipt(format: u32, more: &str) -> String {
        let digest = "a".repeat(64);
        format!(
            r#"{{"format": {format}, "application": "demo", "name": "Demo", "version": "1.0", "release": "{digest}",
            "targets-version": 3, "generation": 1, "python": {{"path": "/usr/bin/python3", "version": "3.11.7"}},
            "packages": [{{"name": "demo", "version": "1.0", "wheel": "{digest}"}}],
            "files": [], "installed-at": "2026-11-22T23:59:59Z"{more}}}"#
        )
    }

    #[test]
    fn a_receipt_reads_back_what_it_wrote() {
        let read = Receipt::parse(receipt(1, "").as_bytes()).unwrap();
        assert_eq!(Receipt::parse(&serde_json::to_vec(&read).unwrap()).unwrap(), read);
    }

    #[test]
    fn unknown_members_of_a_receipt_are_ignored() {
        Receipt::parse(receipt(1, r#", "later": {"x": 1}"#).as_bytes()).unwrap();
    }

    #[test]
    fn a_receipt_of_a_newer_format_is_told_apart_from_a_broken_one() {
        assert!(matches!(Receipt::parse(receipt(2, "").as_bytes()), Err(ReceiptError::NewerFormat { found: 2 })));
        assert!(matches!(Receipt::parse(br#"{"format": 9}"#), Err(ReceiptError::NewerFormat { found: 9 })));
        assert!(matches!(Receipt::parse(br#"{"format": 1}"#), Err(ReceiptError::Syntax { .. })));
        assert!(matches!(Receipt::parse(b"\xff"), Err(ReceiptError::Syntax { .. })));
    }

    #[test]
    fn a_receipt_longer_than_the_limit_is_not_read() {
        let at = |size: usize| Receipt::parse(&vec![b' '; size]);
        assert!(matches!(at(MAX_SIZE), Err(ReceiptError::Syntax { .. })));
        assert!(matches!(at(MAX_SIZE + 1), Err(ReceiptError::TooLong { .. })));
    }
}

//! The signed list of files, believed: looking files up in it and believing their bytes.

use std::collections::BTreeMap;

use super::document::{Role, RoleName, Root, Snapshot, TargetFile, Targets, Timestamp};
use super::error::TrustError;
use super::hashes::check_length_and_hashes;
use super::quorum::{Signers, Verified};
use crate::model::{FileName, Sha256Digest, Timestamp as Time};

/// The files that a publisher's quorum signed. Only a finished [`super::Client`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedTargets {
    files: BTreeMap<FileName, TargetInfo>,
    document: Targets,
    signers: Signers,
    versions: Versions,
    expires: Expiry,
    consistent_snapshot: bool,
}

/// What is signed about one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetInfo {
    /// Bytes.
    pub length: u64,
    /// The file's sha256.
    pub sha256: Sha256Digest,
    /// Its path below the targets folder, one segment, not quoted for URLs.
    pub path: String,
}

/// The versions of the four documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Versions {
    /// Of `root.json`.
    pub root: u64,
    /// Of `timestamp.json`.
    pub timestamp: u64,
    /// Of `snapshot.json`.
    pub snapshot: u64,
    /// Of `targets.json`.
    pub targets: u64,
}

/// The document that stops being valid first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expiry {
    /// Which one.
    pub role: RoleName,
    /// When.
    pub at: Time,
}

/// Bytes of a file that are the ones the publisher's quorum signed. Only this room makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedTarget {
    name: String,
    bytes: Vec<u8>,
}

impl TrustedTargets {
    /// Puts together what a finished run trusts.
    pub(super) fn new(
        root: &Verified<Root>,
        timestamp: &Verified<Timestamp>,
        snapshot: &Verified<Snapshot>,
        targets: Verified<Targets>,
    ) -> Self {
        let signers = targets.signers().clone();
        let document = targets.signed().clone();
        let versions = Versions {
            root: root.signed().header.version,
            timestamp: timestamp.signed().header.version,
            snapshot: snapshot.signed().header.version,
            targets: document.header.version,
        };
        let mut expires = expiry(root.signed());
        for other in [expiry(timestamp.signed()), expiry(snapshot.signed()), expiry(&document)] {
            expires = if other.at < expires.at { other } else { expires };
        }
        let consistent_snapshot = root.signed().consistent_snapshot;
        let files = usable_files(&document, consistent_snapshot);
        Self { files, document, signers, versions, expires, consistent_snapshot }
    }

    /// Looks a file up. Names that are not harmless as one path segment cannot even be asked for.
    pub fn target(&self, name: &FileName) -> Option<&TargetInfo> {
        self.files.get(name)
    }

    /// Returns every file that can be looked up.
    pub fn files(&self) -> impl Iterator<Item = (&FileName, &TargetInfo)> {
        self.files.iter()
    }

    /// Believes a file's bytes: the size first, then every known hash (TUF 1.0.34, 5.7.3).
    ///
    /// # Errors
    /// When the file is not in the list, or the bytes are not the ones that were signed.
    pub fn verify_target(&self, name: &str, bytes: Vec<u8>) -> Result<VerifiedTarget, TrustError> {
        let short = || name.chars().take(200).collect::<String>();
        let file = self.document.targets.get(name).ok_or_else(|| TrustError::UnknownTarget { name: short() })?;
        check_length_and_hashes(Some(file.length), Some(&file.hashes), &bytes, &short())?;
        Ok(VerifiedTarget { name: name.to_owned(), bytes })
    }

    /// Returns the list as it was signed.
    pub fn document(&self) -> &Targets {
        &self.document
    }

    /// Returns who signed the list, and how many had to.
    pub fn signers(&self) -> &Signers {
        &self.signers
    }

    /// Returns the versions of the four documents.
    pub fn versions(&self) -> Versions {
        self.versions
    }

    /// Returns the document that stops being valid first.
    pub fn expires(&self) -> Expiry {
        self.expires
    }

    /// Returns whether target files carry their hash in their name.
    pub fn consistent_snapshot(&self) -> bool {
        self.consistent_snapshot
    }
}

impl VerifiedTarget {
    /// Returns the target's name and the file's bytes.
    pub(super) fn into_parts(self) -> (String, Vec<u8>) {
        (self.name, self.bytes)
    }

    /// Returns the target's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the file's bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Returns the file's bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

fn expiry<T: Role>(document: &T) -> Expiry {
    Expiry { role: T::NAME, at: document.header().expires }
}

/// Files whose name is flat and harmless and that have a sha256 (facts: traps 17 and 18).
fn usable_files(document: &Targets, consistent_snapshot: bool) -> BTreeMap<FileName, TargetInfo> {
    let usable = |(name, file): (&String, &TargetFile)| {
        let name: FileName = name.parse().ok()?;
        let sha256 = file.sha256()?;
        // TUF 1.0.34, 6.2: with consistent snapshots a target is stored under its hash and its name.
        let path = if consistent_snapshot { format!("{sha256}.{name}") } else { name.to_string() };
        Some((name, TargetInfo { length: file.length, sha256, path }))
    };
    document.targets.iter().filter_map(usable).collect()
}

//! What a key has signed, kept beside it, so that it never signs two different documents of one version.
//!
//! A manager who does would let an attacker show one of them to some users and one to others
//! (facts: trap 22). The record also notices a staged folder that tells another history than the
//! one this key has signed.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::disk;
use crate::model::{Sha256Digest, Timestamp};
use crate::trust::document::RoleName;

/// Everything that one key has signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    path: PathBuf,
    entries: Vec<Entry>,
}

/// One document that a key has signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// `root` or `targets`
    pub role: String,
    /// The document's version.
    pub version: u64,
    /// sha256 of its canonical form.
    pub sha256: Sha256Digest,
    /// When it was signed.
    pub signed_at: Timestamp,
}

/// Says why a record forbids to sign, or cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The key has signed another document of this role and version.
    #[error("this key has signed another {role} of version {version} at {signed_at}; it cannot sign this one")]
    AlreadySigned {
        /// The role.
        role: RoleName,
        /// The version.
        version: u64,
        /// When.
        signed_at: Timestamp,
    },
    /// What the staged folder calls published is not what this key has signed.
    #[error("what is said to be published as {role} of version {version} is not what this key has signed")]
    OtherHistory {
        /// The role.
        role: RoleName,
        /// The version.
        version: u64,
    },
    /// The record is damaged: it cannot be known what was signed.
    #[error("the record {} is damaged", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: serde_json::Error,
    },
    /// The record cannot be read or written.
    #[error("the record cannot be used")]
    Io(#[from] io::Error),
}

impl Record {
    /// Reads the record of a key: `alice.pem` has `alice.signed.json`.
    ///
    /// # Errors
    /// [`RecordError::Damaged`], [`RecordError::Io`].
    pub fn of(key: &Path) -> Result<Self, RecordError> {
        let path = key.with_extension("signed.json");
        let entries = match disk::read_if_there(&path)? {
            None => Vec::new(),
            Some(bytes) => {
                serde_json::from_slice(&bytes).map_err(|source| RecordError::Damaged { path: path.clone(), source })?
            }
        };
        Ok(Self { path, entries })
    }

    /// Says whether a document may be signed.
    ///
    /// # Errors
    /// [`RecordError::AlreadySigned`].
    pub fn may_sign(&self, role: RoleName, version: u64, sha256: Sha256Digest) -> Result<(), RecordError> {
        match self.other(role, version, sha256) {
            Some(entry) => Err(RecordError::AlreadySigned { role, version, signed_at: entry.signed_at }),
            None => Ok(()),
        }
    }

    /// Says whether a document that is said to be published is the one that was signed here, if any was.
    ///
    /// # Errors
    /// [`RecordError::OtherHistory`].
    pub fn knows(&self, role: RoleName, version: u64, sha256: Sha256Digest) -> Result<(), RecordError> {
        match self.other(role, version, sha256) {
            Some(_) => Err(RecordError::OtherHistory { role, version }),
            None => Ok(()),
        }
    }

    /// Writes down that a document will be signed; only then may the signature leave.
    ///
    /// # Errors
    /// [`RecordError::AlreadySigned`], [`RecordError::Io`].
    pub fn add(&mut self, entry: Entry, role: RoleName) -> Result<(), RecordError> {
        self.may_sign(role, entry.version, entry.sha256)?;
        let same = |other: &Entry| (&other.role, other.version) == (&entry.role, entry.version);
        if !self.entries.iter().any(same) {
            self.entries.push(entry);
            let text = serde_json::to_vec_pretty(&self.entries).map_err(io::Error::from)?;
            disk::replace(&self.path, &text)?;
        }
        Ok(())
    }

    fn other(&self, role: RoleName, version: u64, sha256: Sha256Digest) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.role == role.as_str() && entry.version == version && entry.sha256 != sha256)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn entry(version: u64, content: &[u8]) -> Entry {
        let signed_at = Timestamp::from_seconds(1);
        Entry { role: "targets".to_owned(), version, sha256: Sha256Digest::of(content), signed_at }
    }

    #[test]
    fn a_version_is_never_signed_twice_with_different_content() {
        let scratch = tempfile::tempdir().unwrap();
        let key = scratch.path().join("alice.pem");
        Record::of(&key).unwrap().add(entry(2, b"one"), RoleName::Targets).unwrap();
        let mut record = Record::of(&key).unwrap();
        record.add(entry(2, b"one"), RoleName::Targets).unwrap();
        let again = record.add(entry(2, b"two"), RoleName::Targets);
        assert!(matches!(again, Err(RecordError::AlreadySigned { version: 2, .. })));
        record.add(entry(3, b"two"), RoleName::Targets).unwrap();
        assert_eq!(Record::of(&key).unwrap().entries.len(), 2);
    }

    #[test]
    fn a_damaged_record_stops_signing() {
        let scratch = tempfile::tempdir().unwrap();
        fs_err::write(scratch.path().join("alice.signed.json"), "[").unwrap();
        assert!(matches!(Record::of(&scratch.path().join("alice.pem")), Err(RecordError::Damaged { .. })));
    }
}

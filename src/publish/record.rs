//! What a key has signed and seen, kept beside it: it never signs two different documents of one version.
//!
//! A manager who does would let an attacker show one of them to some users and one to others
//! (facts: trap 22). The record also notices a staged folder that tells another past than the one
//! that this key has signed and seen published, or a shorter one.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::disk;
use crate::model::{Sha256Digest, Timestamp};
use crate::trust::document::RoleName;

/// Everything that one key has signed, and what it has seen published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    path: PathBuf,
    entries: Vec<Entry>,
    never_published: bool,
}

/// One document that a key has signed, or has seen as published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// `root` or `targets`
    pub role: String,
    /// The document's version.
    pub version: u64,
    /// sha256 of its canonical form.
    pub sha256: Sha256Digest,
    /// Whether the key signed it.
    #[serde(default)]
    pub act: Act,
    /// When.
    #[serde(alias = "signed_at")]
    pub at: Timestamp,
}

/// What a key has to do with a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// The key has signed it; whether it was published is not known.
    #[default]
    Signed,
    /// It was published, signed by its quorum.
    Seen,
}

/// Says why a record forbids to sign, or cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The key has signed another document of this role and version.
    #[error("this key has signed another {role} of version {version} at {at}; it cannot sign this one")]
    AlreadySigned {
        /// The role.
        role: RoleName,
        /// The version.
        version: u64,
        /// When.
        at: Timestamp,
    },
    /// What the staged folder calls published is not what this key has signed or seen.
    #[error("what is said to be published as {role} of version {version} is not what this key has signed or seen")]
    OtherHistory {
        /// The role.
        role: RoleName,
        /// The version.
        version: u64,
    },
    /// The staged folder calls something published that is older than what was published.
    #[error("this key has seen {role} of version {seen} published, and the folder tells of version {told} (0 is none)")]
    Older {
        /// The role.
        role: RoleName,
        /// The version that was seen.
        seen: u64,
        /// The version that is said to be published.
        told: u64,
    },
    /// The key has signed a document that the staged folder knows nothing of: it may have been published.
    #[error("this key has signed {role} of version {version} at {at}, and the folder knows nothing of it")]
    Untold {
        /// The role.
        role: RoleName,
        /// The version.
        version: u64,
        /// When.
        at: Timestamp,
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
        Ok(Self { path, entries, never_published: false })
    }

    /// Takes the owner's word that what was signed and is untold was never published.
    #[must_use]
    pub fn with_never_published(self, never_published: bool) -> Self {
        Self { never_published, ..self }
    }

    /// Says whether a document may be signed.
    ///
    /// # Errors
    /// [`RecordError::AlreadySigned`], [`RecordError::OtherHistory`].
    pub fn may_sign(&self, role: RoleName, version: u64, sha256: Sha256Digest) -> Result<(), RecordError> {
        match self.other(role, version, sha256) {
            Some(Entry { act: Act::Signed, at, .. }) => Err(RecordError::AlreadySigned { role, version, at: *at }),
            Some(Entry { act: Act::Seen, .. }) => Err(RecordError::OtherHistory { role, version }),
            None => Ok(()),
        }
    }

    /// Says whether a document that is said to be published is the one that was signed or seen here, if any was.
    ///
    /// # Errors
    /// [`RecordError::OtherHistory`].
    pub fn knows(&self, role: RoleName, version: u64, sha256: Sha256Digest) -> Result<(), RecordError> {
        match self.other(role, version, sha256) {
            Some(_) => Err(RecordError::OtherHistory { role, version }),
            None => Ok(()),
        }
    }

    /// Says whether what is told of a role leaves out nothing that this key knows of.
    ///
    /// What was seen published stays published. What was only signed may have been published since, so
    /// leaving it out takes the owner's word.
    ///
    /// # Errors
    /// [`RecordError::Older`], [`RecordError::Untold`].
    pub fn follows(&self, role: RoleName, published: Option<u64>, staged: Option<u64>) -> Result<(), RecordError> {
        let told = published.unwrap_or(0);
        if let Some(Entry { version: seen, .. }) = self.newest(role, Act::Seen).filter(|entry| entry.version > told) {
            return Err(RecordError::Older { role, seen: *seen, told });
        }
        let untold = |entry: &&Entry| entry.version > told && Some(entry.version) != staged;
        match self.newest(role, Act::Signed).filter(untold) {
            Some(Entry { version, at, .. }) if !self.never_published => {
                Err(RecordError::Untold { role, version: *version, at: *at })
            }
            _ => Ok(()),
        }
    }

    /// Returns whether this key knows which root is the first.
    pub fn has_first_root(&self) -> bool {
        self.entries.iter().any(|entry| entry.role == RoleName::Root.as_str() && entry.version == 1)
    }

    /// Writes down what was seen and what will be signed; only then may a signature leave.
    ///
    /// # Errors
    /// [`RecordError::Io`].
    pub fn add(&mut self, entries: impl IntoIterator<Item = Entry>) -> Result<(), RecordError> {
        let known = self.entries.len();
        for entry in entries {
            let same =
                |other: &Entry| (&other.role, other.version, other.act) == (&entry.role, entry.version, entry.act);
            if !self.entries.iter().any(same) {
                self.entries.push(entry);
            }
        }
        if self.entries.len() > known {
            let text = serde_json::to_vec_pretty(&self.entries).map_err(io::Error::from)?;
            disk::replace(&self.path, &text)?;
        }
        Ok(())
    }

    fn newest(&self, role: RoleName, act: Act) -> Option<&Entry> {
        let of_role = self.entries.iter().filter(|entry| entry.role == role.as_str() && entry.act == act);
        of_role.max_by_key(|entry| entry.version)
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

    fn entry(version: u64, content: &[u8], act: Act) -> Entry {
        let at = Timestamp::from_seconds(1);
        Entry { role: "targets".to_owned(), version, sha256: Sha256Digest::of(content), act, at }
    }

    fn record(entries: &[Entry]) -> (tempfile::TempDir, Record) {
        let scratch = tempfile::tempdir().unwrap();
        let key = scratch.path().join("alice.pem");
        Record::of(&key).unwrap().add(entries.to_vec()).unwrap();
        let record = Record::of(&key).unwrap();
        (scratch, record)
    }

    #[test]
    fn a_version_is_never_signed_twice_with_different_content() {
        let (_scratch, record) = record(&[entry(2, b"one", Act::Signed), entry(2, b"one", Act::Signed)]);
        record.may_sign(RoleName::Targets, 2, Sha256Digest::of(b"one")).unwrap();
        let again = record.may_sign(RoleName::Targets, 2, Sha256Digest::of(b"two"));
        assert!(matches!(again, Err(RecordError::AlreadySigned { version: 2, .. })));
        record.may_sign(RoleName::Targets, 3, Sha256Digest::of(b"two")).unwrap();
        record.may_sign(RoleName::Root, 2, Sha256Digest::of(b"two")).unwrap();
        assert_eq!(record.entries.len(), 1);
    }

    #[test]
    fn what_was_seen_published_cannot_be_left_out() {
        let (_scratch, record) = record(&[entry(2, b"one", Act::Seen)]);
        for told in [None, Some(1)] {
            let record = record.clone().with_never_published(true);
            let older = record.follows(RoleName::Targets, told, Some(3));
            assert!(matches!(older, Err(RecordError::Older { seen: 2, .. })));
        }
        record.follows(RoleName::Targets, Some(2), Some(3)).unwrap();
    }

    #[test]
    fn leaving_out_what_was_signed_takes_the_owners_word() {
        let (_scratch, record) = record(&[entry(2, b"one", Act::Signed)]);
        record.follows(RoleName::Targets, Some(1), Some(2)).unwrap();
        record.follows(RoleName::Targets, Some(2), Some(3)).unwrap();
        for told in [None, Some(1)] {
            let untold = record.follows(RoleName::Targets, told, Some(3));
            assert!(matches!(untold, Err(RecordError::Untold { version: 2, .. })));
        }
        record.with_never_published(true).follows(RoleName::Targets, Some(1), Some(3)).unwrap();
    }

    #[test]
    fn a_record_of_signatures_alone_still_reads() {
        let scratch = tempfile::tempdir().unwrap();
        let sha256 = Sha256Digest::of(b"one");
        let text = format!(
            "[{{\"role\":\"root\",\"version\":1,\"sha256\":\"{sha256}\",\"signed_at\":\"2026-01-01T00:00:00Z\"}}]"
        );
        fs_err::write(scratch.path().join("alice.signed.json"), text).unwrap();
        let record = Record::of(&scratch.path().join("alice.pem")).unwrap();
        assert!(record.has_first_root());
        let other = record.may_sign(RoleName::Root, 1, Sha256Digest::of(b"two"));
        assert!(matches!(other, Err(RecordError::AlreadySigned { .. })));
    }

    #[test]
    fn a_damaged_record_stops_signing() {
        let scratch = tempfile::tempdir().unwrap();
        fs_err::write(scratch.path().join("alice.signed.json"), "[").unwrap();
        assert!(matches!(Record::of(&scratch.path().join("alice.pem")), Err(RecordError::Damaged { .. })));
    }
}

//! `sign`: one owner's signatures, made on a machine that has the key and a copy of the staged folder.

use std::io;
use std::path::{Path, PathBuf};

use crate::model::Timestamp;
use crate::trust::document::{DocumentError, Envelope, Role, RoleName, Root, Targets};

use super::folder::replace_file;
use super::history::{self, History, HistoryError, digest};
use super::key::OwnedKey;
use super::record::{Act, Entry, Record, RecordError};
use super::shape::{self, Misshapen};
use super::staged::{self, SignatureFile, Staged, StagedError};

/// What one key could sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signable {
    /// The documents that ask for this key.
    pub roles: Vec<RoleName>,
    /// The past that they follow.
    pub history: History,
}

/// Says why a key does not sign.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    /// The staged folder cannot be used.
    #[error(transparent)]
    Staged(#[from] StagedError),
    /// The key's record forbids it.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// A staged document says more than an owner is shown.
    #[error("the staged folder asks for a signature that is not given blindly")]
    Misshapen(#[from] Misshapen),
    /// None of the staged documents asks for this key.
    #[error("no staged document asks for the key {id}")]
    NotAsked {
        /// The key's id.
        id: String,
    },
    /// The past that the folder tells is not believed.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// The staged document does not follow the published one.
    #[error("the staged {role} has version {staged}, the published one has {published}")]
    OutOfOrder {
        /// The role.
        role: RoleName,
        /// The staged version.
        staged: u64,
        /// The published version.
        published: u64,
    },
    /// The staged document has ended already.
    #[error("the staged {role} ends at {expires}, that is over")]
    Expired {
        /// The role.
        role: RoleName,
        /// When it ends.
        expires: Timestamp,
    },
    /// The key cannot sign.
    #[error("the key cannot sign")]
    Key(#[from] DocumentError),
    /// A signature cannot be written.
    #[error("the signature cannot be written")]
    Io(#[from] io::Error),
}

/// Checks what is staged and says which documents ask for a key. Nothing is signed.
///
/// # Errors
/// [`SignError`].
pub fn examine(staged: &Staged, key: &OwnedKey, record: &Record, now: Timestamp) -> Result<Signable, SignError> {
    let history = history::verify(staged, record, now)?;
    let mut roles = Vec::new();
    if let Some(root) = &staged.root {
        shape::require_root(root)?;
        let published = staged.before.as_ref().map(|before| before.root.signed().header.version);
        examine_document(root, published, now, |next, last| next == last + 1)?;
        let old = staged.before.as_ref().map(|before| before.root.signed());
        // TUF 1.0.34, 6.1: the new root is signed by the old keys and by the new ones.
        if [old, Some(root.signed())].into_iter().flatten().any(|root| has_key(root, RoleName::Root, key)) {
            record.may_sign(RoleName::Root, root.signed().header.version, digest(root))?;
            roles.push(RoleName::Root);
        }
    }
    if let Some(targets) = &staged.targets {
        shape::require_targets(targets, &staged.files)?;
        let published = staged.before.as_ref().map(|before| before.targets.signed().header.version);
        examine_document(targets, published, now, |next, last| next > last)?;
        if has_key(staged.next_root()?, RoleName::Targets, key) {
            record.may_sign(RoleName::Targets, targets.signed().header.version, digest(targets))?;
            roles.push(RoleName::Targets);
        }
    }
    if roles.is_empty() {
        Err(SignError::NotAsked { id: key.id().to_string() })
    } else {
        Ok(Signable { roles, history })
    }
}

fn examine_document<T: Role>(
    document: &Envelope<T>,
    published: Option<u64>,
    now: Timestamp,
    follows: impl Fn(u64, u64) -> bool,
) -> Result<(), SignError> {
    let header = document.signed().header();
    let published = published.unwrap_or(0);
    if !follows(header.version, published) {
        return Err(SignError::OutOfOrder { role: T::NAME, staged: header.version, published });
    }
    if header.expires <= now {
        return Err(SignError::Expired { role: T::NAME, expires: header.expires });
    }
    Ok(())
}

fn has_key(root: &Root, role: RoleName, key: &OwnedKey) -> bool {
    root.identities(role).contains(&key.public().verification_key().identity())
}

/// Signs what was examined and writes one small file for each document.
///
/// # Errors
/// [`SignError`]; the record is written before any signature is.
pub fn sign(
    folder: &Path,
    staged: &Staged,
    key: &OwnedKey,
    record: &mut Record,
    now: Timestamp,
) -> Result<Vec<PathBuf>, SignError> {
    let signable = examine(staged, key, record, now)?;
    let mut files = Vec::new();
    for role in signable.roles {
        files.extend(match role {
            RoleName::Root => staged.root.as_ref().map(|root| signature::<Root>(root, key)).transpose()?,
            _ => staged.targets.as_ref().map(|targets| signature::<Targets>(targets, key)).transpose()?,
        });
    }
    let entry = |file: &SignatureFile| {
        let (role, sha256) = (file.role.as_str().to_owned(), file.sha256);
        Entry { role, version: file.version, sha256, act: Act::Signed, at: now }
    };
    record.add(signable.history.seen.into_iter().chain(files.iter().map(entry)))?;
    let mut written = Vec::new();
    for file in files {
        let path = staged::signatures(folder).join(file.file_name());
        replace_file(&path, &file.to_bytes())?;
        written.push(path);
    }
    Ok(written)
}

fn signature<T: Role>(document: &Envelope<T>, key: &OwnedKey) -> Result<SignatureFile, DocumentError> {
    Ok(SignatureFile {
        role: T::NAME,
        version: document.signed().header().version,
        sha256: digest(document),
        signature: document.signature_with(key.secret())?,
    })
}

//! What a staged folder changes, as facts: what an owner is shown before signing.

mod locks;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::release::{self, ReleaseError};
use crate::model::{FileName, Release, Timestamp};
use crate::trust::document::{Envelope, PublicKey, RoleName, Root, Targets};

pub use locks::{Condition, LockChange, OtherFile, PackageChange};

use super::folder::REQUIREMENTS;
use super::keyset;
use super::requirements;
use super::staged::{Before, Staged, StagedError};

/// Everything that a staged folder changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// The keys, if they change.
    pub keys: Option<KeyChanges>,
    /// The release, if it changes.
    pub release: Option<ReleaseChanges>,
}

/// How keys and quorum change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyChanges {
    /// Version of the root before and after.
    pub version: (Option<u64>, u64),
    /// When the new one ends.
    pub expires: Timestamp,
    /// Owners that must sign, before and after.
    pub quorum: (Option<u64>, u64),
    /// Owners' keys that come.
    pub added: Vec<PublicKey>,
    /// Owners' keys that go.
    pub removed: Vec<PublicKey>,
    /// Owners' keys that stay.
    pub kept: Vec<PublicKey>,
    /// The online key, and whether it is another one.
    pub online: (Option<PublicKey>, bool),
}

/// How the release changes.
#[derive(Clone, Debug, PartialEq)]
pub struct ReleaseChanges {
    /// The release before.
    pub before: Option<Release>,
    /// The release after.
    pub after: Release,
    /// Version of the targets document before and after.
    pub targets_version: (Option<u64>, u64),
    /// When the new one ends.
    pub expires: Timestamp,
    /// Files that come.
    pub added: BTreeSet<FileName>,
    /// Files that go.
    pub removed: BTreeSet<FileName>,
    /// Files of the same name with other bytes.
    pub changed: BTreeSet<FileName>,
    /// The locks that change, of those that the two releases name.
    pub locks: Vec<LockChange>,
    /// Whether the requirements file, for those who install by hand, says what the lock says.
    pub requirements_agree: bool,
}

/// Says why changes cannot be told.
#[derive(Debug, thiserror::Error)]
pub enum ChangesError {
    /// The release document is absent or cannot be read.
    #[error("the staged release cannot be read")]
    Release(#[from] ReleaseError),
    /// A lock cannot be read.
    #[error("the lock {file} cannot be read")]
    Lock {
        /// The file.
        file: FileName,
        /// Why.
        #[source]
        source: crate::model::lock::LockError,
    },
    /// A file that must be there is not.
    #[error(transparent)]
    Staged(#[from] StagedError),
}

impl Changes {
    /// Compares what is staged with what is published.
    ///
    /// # Errors
    /// [`ChangesError`].
    pub fn of(staged: &Staged) -> Result<Self, ChangesError> {
        let before = staged.before.as_ref();
        let keys = staged.root.as_ref().map(|root| {
            let old = before.map(|before| before.root.signed());
            key_changes(old, root.signed())
        });
        let targets = staged.targets.as_ref().map(Envelope::signed);
        let release = targets.map(|targets| release_changes(&staged.files, targets, before)).transpose()?;
        Ok(Self { keys, release })
    }
}

/// Keys are compared by what they are: an id is only what a document calls them.
fn key_changes(old: Option<&Root>, new: &Root) -> KeyChanges {
    let (before, after) = (old.map(owners).unwrap_or_default(), owners(new));
    let online = |root: &Root| keyset::keys_of(root, RoleName::Timestamp).into_iter().next();
    let identity = |key: Option<PublicKey>| key.map(|key| key.verification_key().identity());
    let only = |these: &Owners, those: &Owners| {
        these.iter().filter(|(key, _)| !those.contains_key(*key)).map(|(_, key)| key.clone()).collect()
    };
    KeyChanges {
        version: (old.map(|old| old.header.version), new.header.version),
        expires: new.header.expires,
        quorum: (old.map(|old| old.targets.threshold), new.targets.threshold),
        added: only(&after, &before),
        removed: only(&before, &after),
        kept: after.iter().filter(|(key, _)| before.contains_key(*key)).map(|(_, key)| key.clone()).collect(),
        online: (online(new), identity(old.and_then(online)) != identity(online(new))),
    }
}

/// Keys by their bytes.
type Owners = BTreeMap<Vec<u8>, PublicKey>;

fn owners(root: &Root) -> Owners {
    let keys = keyset::keys_of(root, RoleName::Targets).into_iter();
    keys.map(|key| (key.verification_key().identity(), key)).collect()
}

type Files = BTreeMap<FileName, Vec<u8>>;

fn release_changes(files: &Files, targets: &Targets, before: Option<&Before>) -> Result<ReleaseChanges, ChangesError> {
    let after = release(files)?;
    let old = before.map(|before| release(&before.files)).transpose()?;
    let old_names = before.map(|before| before.targets.signed().targets.clone()).unwrap_or_default();
    let new_names = &targets.targets;
    let named = |wanted: &dyn Fn(&String) -> bool| {
        let names = old_names.keys().chain(new_names.keys()).filter(|name| wanted(name));
        names.filter_map(|name| name.parse().ok()).collect()
    };
    let has_both = |name: &String| old_names.contains_key(name) && new_names.contains_key(name);
    Ok(ReleaseChanges {
        targets_version: (before.map(|before| before.targets.signed().header.version), targets.header.version),
        expires: targets.header.expires,
        added: named(&|name| !old_names.contains_key(name)),
        removed: named(&|name| !new_names.contains_key(name)),
        changed: named(&|name| has_both(name) && old_names.get(name) != new_names.get(name)),
        locks: locks::changes(old.as_ref().zip(before.map(|before| &before.files)), (&after, files))?,
        requirements_agree: requirements_agree(&after, files)?,
        before: old,
        after,
    })
}

fn release(files: &Files) -> Result<Release, ChangesError> {
    let document = files.iter().find(|(name, _)| name.as_str() == release::TARGET);
    let (_, bytes) = document.ok_or_else(|| StagedError::OtherFile { name: release::TARGET.to_owned() })?;
    Ok(Release::parse(bytes)?)
}

/// A requirements file is signed too, and pip does what it says.
fn requirements_agree(release: &Release, files: &Files) -> Result<bool, ChangesError> {
    let Some((_, bytes)) = files.iter().find(|(name, _)| name.as_str() == REQUIREMENTS) else { return Ok(true) };
    let folded = |text: &str| -> Vec<String> {
        let lines = text.replace("\\\n", " ");
        lines.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    };
    let wanted = requirements::text(&locks::parse(&release.lock, files)?);
    Ok(std::str::from_utf8(bytes).is_ok_and(|text| folded(text) == folded(&wanted)))
}

impl Changes {
    /// Returns the roles that change.
    pub fn roles(&self) -> Vec<RoleName> {
        let root = self.keys.as_ref().map(|_| RoleName::Root);
        root.into_iter().chain(self.release.as_ref().map(|_| RoleName::Targets)).collect()
    }
}

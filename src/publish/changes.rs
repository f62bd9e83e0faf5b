//! What a staged folder changes, as facts: what an owner is shown before signing.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::lock::LockedPackage;
use crate::model::release::{self, ReleaseError};
use crate::model::{FileName, Lock, PackageName, Release, Timestamp, Version};
use crate::trust::document::{Envelope, PublicKey, Role, RoleName, Root};

use super::folder::LOCK;
use super::keyset;
use super::staged::{Staged, StagedError};

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
    pub added: Vec<FileName>,
    /// Files that go.
    pub removed: Vec<FileName>,
    /// Files of the same name with other bytes.
    pub changed: Vec<FileName>,
    /// Locked distributions, of the lock and of every build lock.
    pub packages: Vec<PackageChange>,
}

/// How one distribution of a lock changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageChange {
    /// The lock.
    pub lock: FileName,
    /// The distribution.
    pub package: PackageName,
    /// Its versions before.
    pub before: BTreeSet<Version>,
    /// Its versions after.
    pub after: BTreeSet<Version>,
    /// Files of it that come or go, at the same versions.
    pub files: BTreeSet<FileName>,
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
        let release = staged.targets.is_some().then(|| release_changes(staged)).transpose()?;
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

fn release_changes(staged: &Staged) -> Result<ReleaseChanges, ChangesError> {
    let nothing = Files::new();
    let before = staged.before.as_ref();
    let old_files = before.map_or(&nothing, |before| &before.files);
    let release = |files: &Files| {
        let absent = || StagedError::OtherFile { name: release::TARGET.to_owned() };
        let document = files.iter().find(|(name, _)| name.as_str() == release::TARGET);
        Ok::<_, ChangesError>(Release::parse(document.ok_or_else(absent)?.1)?)
    };
    let after = release(&staged.files)?;
    let header = |envelope: &Envelope<_>| {
        let header: &crate::trust::document::Header = Role::header(envelope.signed());
        (header.version, header.expires)
    };
    let new = staged.targets.as_ref().map(header).unwrap_or((0, Timestamp::from_seconds(0)));
    let old_names = before.map(|before| before.targets.signed().targets.clone()).unwrap_or_default();
    let new_names = staged.targets.as_ref().map(|targets| targets.signed().targets.clone()).unwrap_or_default();
    let named = |names: Vec<&String>| names.into_iter().filter_map(|name| name.parse().ok()).collect();
    Ok(ReleaseChanges {
        before: before.map(|before| release(&before.files)).transpose()?,
        after,
        targets_version: (before.map(|before| before.targets.signed().header.version), new.0),
        expires: new.1,
        added: named(new_names.keys().filter(|name| !old_names.contains_key(*name)).collect()),
        removed: named(old_names.keys().filter(|name| !new_names.contains_key(*name)).collect()),
        changed: named(
            new_names
                .iter()
                .filter(|(name, file)| old_names.get(*name).is_some_and(|old| old.sha256() != file.sha256()))
                .map(|(name, _)| name)
                .collect(),
        ),
        packages: package_changes(old_files, &staged.files)?,
    })
}

fn package_changes(old: &Files, new: &Files) -> Result<Vec<PackageChange>, ChangesError> {
    let mut changes = Vec::new();
    let locks: BTreeSet<&FileName> = old.keys().chain(new.keys()).filter(|name| is_lock(name)).collect();
    for lock in locks {
        let (before, after) = (packages(lock, old)?, packages(lock, new)?);
        let names: BTreeSet<&PackageName> = before.keys().chain(after.keys()).collect();
        for package in names {
            let none = Versions::default();
            let (before, after) = (before.get(package).unwrap_or(&none), after.get(package).unwrap_or(&none));
            if before != after {
                changes.push(PackageChange {
                    lock: lock.clone(),
                    package: package.clone(),
                    before: before.versions.clone(),
                    after: after.versions.clone(),
                    files: if before.versions == after.versions {
                        before.files.symmetric_difference(&after.files).map(|(name, _)| name.clone()).collect()
                    } else {
                        BTreeSet::new()
                    },
                });
            }
        }
    }
    Ok(changes)
}

fn is_lock(name: &FileName) -> bool {
    name.as_str() == LOCK || (name.as_str().starts_with("pylock.") && name.as_str().ends_with(".toml"))
}

/// The versions of one distribution in a lock, with the digests of their files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Versions {
    versions: BTreeSet<Version>,
    files: BTreeSet<(FileName, crate::model::Sha256Digest)>,
}

fn packages(lock: &FileName, files: &Files) -> Result<BTreeMap<PackageName, Versions>, ChangesError> {
    let mut packages: BTreeMap<PackageName, Versions> = BTreeMap::new();
    let Some(bytes) = files.get(lock) else { return Ok(packages) };
    let parsed = Lock::parse(bytes).map_err(|source| ChangesError::Lock { file: lock.clone(), source })?;
    for package in &parsed.packages {
        let entry = packages.entry(package.name.clone()).or_default();
        entry.versions.insert(package.version.clone());
        entry.files.extend(LockedPackage::files(package).map(|file| (file.name.clone(), file.sha256)));
    }
    Ok(packages)
}

impl Changes {
    /// Returns the roles that change.
    pub fn roles(&self) -> Vec<RoleName> {
        let root = self.keys.as_ref().map(|_| RoleName::Root);
        root.into_iter().chain(self.release.as_ref().map(|_| RoleName::Targets)).collect()
    }
}

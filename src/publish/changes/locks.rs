//! How the locks change that a release names, whatever they are called.
//!
//! Every member of a lock is compared: what is installed is decided by these files more than by any other.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::lock::{LockedFile, LockedPackage};
use crate::model::{FileName, Lock, Marker, PackageName, Release, Sha256Digest, Version, VersionSpecifiers};

use super::{ChangesError, Files};
use crate::publish::staged::StagedError;

/// How one lock of the release changes.
#[derive(Clone, Debug, PartialEq)]
pub struct LockChange {
    /// The distribution whose build dependencies it locks; none for what is installed.
    pub builds: Option<PackageName>,
    /// The target that holds it, before and after.
    pub file: (Option<FileName>, Option<FileName>),
    /// The Pythons it is for, before and after.
    pub requires_python: (Option<VersionSpecifiers>, Option<VersionSpecifiers>),
    /// The environments it is for, before and after.
    pub environments: (Vec<Marker>, Vec<Marker>),
    /// Its distributions that change.
    pub packages: Vec<PackageChange>,
}

/// How one distribution of a lock changes: all its entries, before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct PackageChange {
    /// The distribution.
    pub package: PackageName,
    /// Its entries before.
    pub before: Vec<LockedPackage>,
    /// Its entries after.
    pub after: Vec<LockedPackage>,
}

/// A file that comes or goes while the version stays.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OtherFile {
    /// The version.
    pub version: Version,
    /// The file.
    pub name: FileName,
    /// Its digest.
    pub sha256: Sha256Digest,
    /// Whether it comes; otherwise it goes.
    pub comes: bool,
}

/// One entry's version, and when it is installed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Condition {
    /// The version.
    pub version: Version,
    /// The marker.
    pub marker: Option<String>,
    /// The Pythons.
    pub requires_python: Option<String>,
}

impl PackageChange {
    /// Returns the versions of some entries.
    pub fn versions(entries: &[LockedPackage]) -> BTreeSet<&Version> {
        entries.iter().map(|entry| &entry.version).collect()
    }

    /// Returns the files that come or go at versions that stay: the same version never needs other files,
    /// unless wheels were added for another platform.
    pub fn other_files(&self) -> Vec<OtherFile> {
        let (before, after) = (files(&self.before), files(&self.after));
        let stays = |version: &Version| {
            Self::versions(&self.before).contains(version) && Self::versions(&self.after).contains(version)
        };
        let other = |(version, name, sha256): &(Version, FileName, Sha256Digest)| OtherFile {
            version: version.clone(),
            name: name.clone(),
            sha256: *sha256,
            comes: after.contains(&(version.clone(), name.clone(), *sha256)),
        };
        before.symmetric_difference(&after).filter(|(version, ..)| stays(version)).map(other).collect()
    }

    /// Returns whether files have moved between entries that stay: what one kind of machine had goes to another.
    pub fn is_rearranged(&self) -> bool {
        let (before, after) = (by_condition(&self.before), by_condition(&self.after));
        before.iter().any(|(condition, files)| after.get(condition).is_some_and(|other| other != files))
    }

    /// Returns when some entries are installed.
    pub fn conditions(entries: &[LockedPackage]) -> BTreeSet<Condition> {
        entries.iter().map(condition).collect()
    }
}

fn condition(entry: &LockedPackage) -> Condition {
    // Every member is named: a new one does not compile until somebody has decided where it is shown.
    let LockedPackage { name: _, version, marker, requires_python, wheels: _, sdist: _ } = entry;
    Condition {
        version: version.clone(),
        marker: marker.as_ref().map(ToString::to_string),
        requires_python: requires_python.as_ref().map(ToString::to_string),
    }
}

fn by_condition(entries: &[LockedPackage]) -> BTreeMap<Condition, BTreeSet<(Version, FileName, Sha256Digest)>> {
    let mut by = BTreeMap::<_, BTreeSet<_>>::new();
    for entry in entries {
        by.entry(condition(entry)).or_default().extend(files(std::slice::from_ref(entry)));
    }
    by
}

fn files(entries: &[LockedPackage]) -> BTreeSet<(Version, FileName, Sha256Digest)> {
    let of = |entry: &LockedPackage| {
        let version = entry.version.clone();
        // The place needs no comparing: size and digest decide, wherever a file comes from.
        let file =
            |LockedFile { name, location: _, size: _, sha256 }: &LockedFile| (version.clone(), name.clone(), *sha256);
        entry.files().map(file).collect::<Vec<_>>()
    };
    entries.iter().flat_map(of).collect()
}

/// Compares the locks that two releases name.
pub(super) fn changes(
    before: Option<(&Release, &Files)>,
    (release, files): (&Release, &Files),
) -> Result<Vec<LockChange>, ChangesError> {
    let old = before.map(|(release, _)| names(release)).unwrap_or_default();
    let new = names(release);
    let keys: BTreeSet<&Option<PackageName>> = old.keys().chain(new.keys()).collect();
    let mut changes = Vec::new();
    for builds in keys {
        let (old, new) = (old.get(builds).copied(), new.get(builds).copied());
        let lock_before = old.zip(before).map(|(name, (_, files))| parse(name, files)).transpose()?;
        let lock_after = new.map(|name| parse(name, files)).transpose()?;
        if old != new || lock_before != lock_after {
            changes.push(change(builds.clone(), (old, new), (lock_before, lock_after)));
        }
    }
    Ok(changes)
}

/// The locks that a release names: its own, and one for each distribution that users may build.
fn names(release: &Release) -> BTreeMap<Option<PackageName>, &FileName> {
    let builds = release.builds.iter().map(|(name, build)| (Some(name.clone()), &build.lock));
    builds.chain([(None, &release.lock)]).collect()
}

pub(super) fn parse(name: &FileName, files: &Files) -> Result<Lock, ChangesError> {
    let bytes = files.get(name).ok_or_else(|| StagedError::OtherFile { name: name.to_string() })?;
    Lock::parse(bytes).map_err(|source| ChangesError::Lock { file: name.clone(), source })
}

fn change(
    builds: Option<PackageName>,
    file: (Option<&FileName>, Option<&FileName>),
    (before, after): (Option<Lock>, Option<Lock>),
) -> LockChange {
    let none = || Lock { requires_python: None, environments: Vec::new(), packages: Vec::new() };
    let Lock { requires_python: old_pythons, environments: old_environments, packages: old } =
        before.unwrap_or_else(none);
    let Lock { requires_python, environments, packages } = after.unwrap_or_else(none);
    LockChange {
        builds,
        file: (file.0.cloned(), file.1.cloned()),
        requires_python: (old_pythons, requires_python),
        environments: (old_environments, environments),
        packages: package_changes(&old, &packages),
    }
}

fn package_changes(old: &[LockedPackage], new: &[LockedPackage]) -> Vec<PackageChange> {
    let names: BTreeSet<&PackageName> = old.iter().chain(new).map(|entry| &entry.name).collect();
    let of = |entries: &[LockedPackage], name: &PackageName| -> Vec<LockedPackage> {
        entries.iter().filter(|entry| entry.name == *name).cloned().collect()
    };
    let change = |name: &PackageName| {
        let (before, after) = (of(old, name), of(new, name));
        (before != after).then(|| PackageChange { package: name.clone(), before, after })
    };
    names.into_iter().filter_map(change).collect()
}

//! `release`: gathers what the next release consists of and stages it. It needs no key.

use std::collections::BTreeMap;
use std::io;

use fs_err as fs;

use crate::model::lock::Location;
use crate::model::profile::ProfileError;
use crate::model::{FileName, Profile, Release, Timestamp, Version, release};
use crate::trust::document::{Envelope, Header, RoleName, Root, TargetFile, Targets};
use crate::trust::signers;

use super::beside::{self, Beside, BesideError};
use super::claim::Claim;
use super::coverage::Row;
use super::document::{self, DraftError};
use super::folder::{Folder, LOCK, REQUIREMENTS, build_lock_name};
use super::gate::{Files, Finding, Gate, GateError, Report};
use super::lock::{self, LockError, Locked};
use super::published::{Published, PublishedError};
use super::recipe::{Recipe, RecipeError, days_after};
use super::staged::{self, Before, Staged, StagedError};

/// A release that was staged.
#[derive(Debug)]
pub struct StagedRelease {
    /// The release document.
    pub release: Release,
    /// Version of the targets document.
    pub targets_version: u64,
    /// Its coverage.
    pub coverage: Vec<Row>,
    /// What the gate has seen; it has no findings.
    pub report: Report,
}

/// Says why a release cannot be staged.
#[derive(Debug, thiserror::Error)]
pub enum StageError {
    /// The recipe cannot be used.
    #[error(transparent)]
    Recipe(#[from] RecipeError),
    /// The profile cannot be used.
    #[error("profile.toml cannot be used")]
    Profile(#[from] ProfileError),
    /// Nothing was locked, or what was locked is damaged.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// Recipe and lock make no release that clients would take.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// Nobody can install the release on a claimed platform: claim less, or build the wheels.
    #[error("the release does not cover what it claims")]
    NotCovered {
        /// The whole table.
        coverage: Vec<Row>,
    },
    /// Users would be refused on a claimed platform.
    #[error("users could not install the release")]
    NotInstallable {
        /// What they would be refused.
        findings: Vec<Finding>,
    },
    /// An icon, a managed Python or an installer cannot be brought.
    #[error(transparent)]
    Beside(#[from] BesideError),
    /// The release could not be screened.
    #[error(transparent)]
    Gate(#[from] GateError),
    /// A wheel that the lock names is not in the folder `wheels`, or another file is there.
    #[error("{file} is not in the folder of wheels as it was locked")]
    OtherWheel {
        /// The file.
        file: FileName,
    },
    /// A user who has the published release would refuse this one.
    #[error("{offered} is older than {published}, which is published")]
    Older {
        /// The version published.
        published: Version,
        /// The version staged.
        offered: Version,
    },
    /// A targets version was asked for that is not newer than the published one.
    #[error("targets version {asked} is not newer than {published}, which is published")]
    TargetsVersion {
        /// The version asked for.
        asked: u64,
        /// The version published.
        published: u64,
    },
    /// The repository cannot be read.
    #[error(transparent)]
    Published(#[from] PublishedError),
    /// The published release cannot be read.
    #[error("the published release cannot be read")]
    Release(#[from] release::ReleaseError),
    /// The staged folder cannot be used.
    #[error(transparent)]
    Staged(#[from] StagedError),
    /// A file cannot be read or written.
    #[error("the publisher's folder cannot be used")]
    Io(#[from] io::Error),
}

/// Stages the next release.
///
/// # Errors
/// [`StageError`].
pub fn release(
    folder: &Folder,
    asked: Option<u64>,
    gate: &Gate<'_>,
    now: Timestamp,
) -> Result<StagedRelease, StageError> {
    let recipe = Recipe::parse(&fs::read_to_string(folder.recipe())?)?;
    let profile = Profile::parse(&fs::read_to_string(folder.profile())?)?;
    let locked = lock::read(folder, &recipe)?;
    let (mut release, coverage) = document::draft(&recipe, document::application(&recipe, &profile)?, &locked)?;
    if !coverage.iter().all(Row::is_covered) {
        return Err(StageError::NotCovered { coverage });
    }
    let published = Published::read(&folder.repository())?;
    if let Some(published) = &published {
        require_newer(folder, published, &release)?;
    }
    let beside = Beside::gather(&recipe, folder.path(), gate.depot)?;
    beside::require_brand(&profile, folder.path())?;
    beside.complete(&mut release);
    release.check().map_err(DraftError::from)?;
    let files = files(folder, &release, &locked, beside)?;
    let report = gate.screen(&Claim::all(&recipe), &release, &locked, &files)?;
    if !report.findings.is_empty() {
        return Err(StageError::NotInstallable { findings: report.findings });
    }
    let staged = Staged::read_any(&folder.staged()).ok().and_then(|staged| staged.targets);
    let mut targets = Targets::new(Header::new(1, days_after(now, recipe.expiry.targets)));
    targets.targets = files.iter().map(|(name, bytes)| (name.to_string(), TargetFile::of(bytes))).collect();
    targets.header.version = version(folder, &targets, staged.as_ref(), published.as_ref(), asked)?;
    if let Some(staged) = staged.filter(|staged| staged.signed().targets == targets.targets) {
        // The same files again: what was staged and perhaps signed stays as it is.
        if staged.signed().header.version == targets.header.version {
            targets = staged.into_signed();
        }
    }
    let targets_version = targets.header.version;
    staged::write_targets(&folder.staged(), &Envelope::new(targets), &files)?;
    if let Some(published) = &published {
        staged::write_before(&folder.staged(), &before(folder, published)?)?;
    }
    Ok(StagedRelease { release, targets_version, coverage, report })
}

/// Stages the published files once more, as they are, where the new root's keys would not believe the
/// published targets document: one of its signers may have left.
///
/// # Errors
/// [`StageError`].
pub fn restage_if_needed(
    folder: &Folder,
    root: &Root,
    published: &Published,
    now: Timestamp,
) -> Result<bool, StageError> {
    let count = signers(root, RoleName::Targets, &published.targets);
    let is_staged = Staged::read_any(&folder.staged())?.targets.is_some();
    if is_staged || count.signed.len() as u64 >= count.threshold {
        return Ok(false);
    }
    let recipe = Recipe::parse(&fs::read_to_string(folder.recipe())?)?;
    let mut targets = published.targets.signed().clone();
    targets.header = Header::new(targets.header.version + 1, days_after(now, recipe.expiry.targets));
    let mut files = BTreeMap::new();
    for name in targets.targets.keys() {
        let file = name.parse().map_err(DraftError::from)?;
        files.insert(file, published.target(&folder.repository(), name)?);
    }
    staged::write_targets(&folder.staged(), &Envelope::new(targets), &files)?;
    Ok(true)
}

/// Returns what users have now, as signers are shown it.
///
/// # Errors
/// When the repository cannot be read.
pub fn before(folder: &Folder, published: &Published) -> Result<Before, PublishedError> {
    let mut files = BTreeMap::new();
    for name in published.targets.signed().targets.keys() {
        let Ok(file) = name.parse::<FileName>() else { continue };
        if staged::is_small(&file) {
            files.insert(file, published.target(&folder.repository(), name)?);
        }
    }
    let older_roots = published.older_roots(&folder.repository())?;
    Ok(Before { older_roots, root: published.root.clone(), targets: published.targets.clone(), files })
}

fn require_newer(folder: &Folder, published: &Published, release: &Release) -> Result<(), StageError> {
    let before = Release::parse(&published.target(&folder.repository(), release::TARGET)?)?;
    if release.version < before.version {
        return Err(StageError::Older { published: before.version, offered: release.version.clone() });
    }
    Ok(())
}

/// One more than what is published, or than what was signed already with other content: an owner
/// never signs two documents of one version (facts: trap 22).
fn version(
    folder: &Folder,
    targets: &Targets,
    staged: Option<&Envelope<Targets>>,
    published: Option<&Published>,
    asked: Option<u64>,
) -> Result<u64, StageError> {
    let published = published.map_or(0, |published| published.targets.signed().header.version);
    if let Some(asked) = asked {
        return if asked > published { Ok(asked) } else { Err(StageError::TargetsVersion { asked, published }) };
    }
    let Some(staged) = staged.map(Envelope::signed).filter(|staged| staged.header.version > published) else {
        return Ok(published + 1);
    };
    let (signatures, _) = staged::read_signatures(&folder.staged())?;
    let signed = signatures.iter().any(|file| file.role == RoleName::Targets && file.version == staged.header.version);
    let changed = staged.targets != targets.targets;
    Ok(if changed && signed { staged.header.version + 1 } else { staged.header.version })
}

/// Gathers every file of the release by its target name.
fn files(folder: &Folder, release: &Release, locked: &Locked, beside: Beside) -> Result<Files, StageError> {
    let mut document = serde_json::to_vec_pretty(release).map_err(io::Error::from)?;
    document.push(b'\n');
    let mut files = beside.files;
    let mut add = |name: &str, bytes: Vec<u8>| -> Result<(), StageError> {
        let name: FileName = name.parse().map_err(DraftError::from)?;
        if files.insert(name.clone(), bytes).is_some() {
            return Err(BesideError::Twice { name }.into());
        }
        Ok(())
    };
    add(release::TARGET, document)?;
    add(LOCK, fs::read(folder.lock())?)?;
    add(REQUIREMENTS, fs::read(folder.requirements())?)?;
    for name in locked.builds.keys() {
        add(&build_lock_name(name), fs::read(folder.build_lock(name))?)?;
    }
    for file in locked.lock.packages.iter().flat_map(crate::model::lock::LockedPackage::files) {
        if let Location::Target(name) = &file.location {
            let bytes = fs::read(folder.wheels().join(name.as_str()))?;
            if crate::model::Sha256Digest::of(&bytes) != file.sha256 {
                return Err(StageError::OtherWheel { file: name.clone() });
            }
            add(name.as_str(), bytes)?;
        }
    }
    Ok(files)
}

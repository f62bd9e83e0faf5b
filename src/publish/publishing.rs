//! `publish`: puts signatures together, lets a real client read the result, and only then writes it.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use fs_err as fs;

use crate::disk;
use crate::model::profile::ProfileError;
use crate::model::{Profile, Sha256Digest, Timestamp};
use crate::trust::document::{Envelope, Role, RoleName, Root};
use crate::trust::{Signers, TrustedRelease, Versions, signers};

use super::attach::{LeftOut, attach_all};
use super::claim::Claim;
use super::coverage::{ImpossibleClaim, Row};
use super::document::{self, DraftError};
use super::folder::{Folder, replace_file};
use super::gate::{self, Finding, Gate, GateError};
use super::key::OwnedKey;
use super::lock::Locked;
use super::online::{self, Files, OnlineError};
use super::published::{METADATA, Published, PublishedError, TARGETS};
use super::recipe::{Recipe, RecipeError};
use super::shape::{self, Misshapen};
use super::staged::{self, Staged, StagedError};

/// What is to be published.
pub struct Request<'a> {
    /// The publisher's folder.
    pub folder: &'a Folder,
    /// The private online key.
    pub online: &'a OwnedKey,
    /// Signature files that were mailed, beside those in the staged folder.
    pub signatures: &'a [PathBuf],
    /// Screens what was signed once more; its depot has the staged files.
    pub gate: &'a Gate<'a>,
    /// The present moment.
    pub now: Timestamp,
}

/// What was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The versions of the four documents.
    pub versions: Versions,
    /// The application's version.
    pub version: crate::model::Version,
    /// Signature files that were left out.
    pub left_out: LeftOut,
    /// The users the result was read as: a new one, and one of each earlier state.
    pub users: usize,
}

/// Says why nothing was published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// Too few owners have signed.
    #[error("{role} is signed by {} of the {} keys needed", count.signed.len(), count.threshold)]
    TooFew {
        /// The document.
        role: RoleName,
        /// Who has signed, and who could still.
        count: Box<Signers>,
        /// Signature files that were left out.
        left_out: LeftOut,
    },
    /// A new set of keys is staged, but no release was ever.
    #[error("no release is staged or published yet: run release")]
    NothingReleased,
    /// The repository has moved on since this was staged.
    #[error("the staged {role} has version {staged}, the published one has {published}: stage it anew")]
    Outdated {
        /// The document.
        role: RoleName,
        /// The staged version.
        staged: u64,
        /// The published version.
        published: u64,
    },
    /// What was signed does not cover what the recipe claims.
    #[error("the signed release does not cover what the recipe claims")]
    NotCovered {
        /// The table as the signed files give it.
        coverage: Vec<Row>,
    },
    /// A staged document is none that this program makes.
    #[error("what is staged is not published, whoever has signed it")]
    Misshapen(#[from] Misshapen),
    /// Users would be refused what was signed, on a claimed platform.
    #[error("users could not install the signed release")]
    NotInstallable {
        /// What they would be refused.
        findings: Vec<Finding>,
    },
    /// What was signed could not be screened.
    #[error(transparent)]
    Gate(#[from] GateError),
    /// A user would refuse the result, or the online key cannot sign it.
    #[error(transparent)]
    Online(#[from] OnlineError),
    /// The staged folder cannot be used.
    #[error(transparent)]
    Staged(#[from] StagedError),
    /// The repository cannot be read.
    #[error(transparent)]
    Published(#[from] PublishedError),
    /// The recipe cannot be used.
    #[error(transparent)]
    Recipe(#[from] RecipeError),
    /// The profile cannot be used.
    #[error("profile.toml cannot be used")]
    Profile(#[from] ProfileError),
    /// The signed release is none of this recipe.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// A claim names no Python that can exist.
    #[error(transparent)]
    Claim(#[from] ImpossibleClaim),
    /// A file cannot be read or written.
    #[error("the publisher's folder cannot be used")]
    Io(#[from] io::Error),
}

/// Publishes what is staged.
///
/// # Errors
/// [`PublishError`]; nothing is written then.
pub fn publish(request: &Request<'_>) -> Result<Outcome, PublishError> {
    let folder = request.folder;
    let recipe = Recipe::parse(&fs::read_to_string(folder.recipe())?)?;
    let profile = Profile::parse(&fs::read_to_string(folder.profile())?)?;
    let published = Published::read(&folder.repository())?;
    let mut staged = Staged::read(&folder.staged())?;
    require_shape(&staged)?;
    let old = published.as_ref().map(|published| published.root.signed());
    let left_out = attach_all(&mut staged, old, staged::read_signatures(&folder.staged())?, request.signatures)?;
    require_order(&staged, published.as_ref())?;
    let (root, mut files) = signed_files(&staged, published.as_ref(), &left_out)?;
    let targets_version = match (&staged.targets, &published) {
        (Some(targets), _) => targets.signed().header.version,
        (None, Some(published)) => published.targets.signed().header.version,
        (None, None) => return Err(PublishError::NothingReleased),
    };
    let times = (&recipe.expiry, request.now);
    files.extend(online::sign(&root, request.online, published.as_ref(), targets_version, times)?);
    let (trusted, users) = online::check(folder, &profile.id, &files, request.now)?;
    if staged.targets.is_some() {
        require_coverage(&recipe, &trusted, &staged.files, request.gate)?;
    }
    online::write(folder, root.header.version, &files)?;
    let first = fs::read(folder.repository().join(METADATA).join("1.root.json"))?;
    replace_file(&folder.path().join("root.json"), &first)?;
    disk::remove(&folder.staged())?;
    let (versions, version) = (trusted.targets().versions(), trusted.release().version.clone());
    Ok(Outcome { versions, version, left_out, users })
}

/// Owners could not have been shown what such a document does.
fn require_shape(staged: &Staged) -> Result<(), Misshapen> {
    staged.root.as_ref().map_or(Ok(()), shape::require_root)?;
    staged.targets.as_ref().map_or(Ok(()), |targets| shape::require_targets(targets, &staged.files))
}

/// The repository may have moved on while signatures were under way.
fn require_order(staged: &Staged, published: Option<&Published>) -> Result<(), PublishError> {
    let Some(published) = published else { return Ok(()) };
    if let Some(root) = &staged.root {
        let (staged, published) = (root.signed().header.version, published.root.signed().header.version);
        // Equal: the same publication again, after it was cut off.
        if staged != published + 1 && staged != published {
            return Err(PublishError::Outdated { role: RoleName::Root, staged, published });
        }
    }
    if let Some(targets) = &staged.targets {
        let (staged, published) = (targets.signed().header.version, published.targets.signed().header.version);
        if staged < published {
            return Err(PublishError::Outdated { role: RoleName::Targets, staged, published });
        }
    }
    Ok(())
}

/// Returns the root that will hold and the files that owners have signed, if enough of them have.
fn signed_files(
    staged: &Staged,
    published: Option<&Published>,
    left_out: &LeftOut,
) -> Result<(Root, Files), PublishError> {
    let mut files = BTreeMap::new();
    let old = published.map(|published| published.root.signed());
    let root = match &staged.root {
        Some(envelope) => {
            let root = envelope.signed();
            // TUF 1.0.34, 5.3.4: a threshold of the old keys and one of the new ones.
            for by in [old, Some(root)].into_iter().flatten() {
                require_quorum(by, envelope, left_out)?;
            }
            files.insert(format!("{METADATA}/{}.root.json", root.header.version), envelope.to_bytes());
            root
        }
        None => old.ok_or(StagedError::NoRoot)?,
    };
    if let Some(targets) = &staged.targets {
        require_quorum(root, targets, left_out)?;
        files.insert(format!("{METADATA}/{}.targets.json", targets.signed().header.version), targets.to_bytes());
        for (name, bytes) in &staged.files {
            files.insert(format!("{TARGETS}/{}.{name}", Sha256Digest::of(bytes)), bytes.clone());
        }
    }
    Ok((root.clone(), files))
}

fn require_quorum<T: Role>(root: &Root, document: &Envelope<T>, left_out: &LeftOut) -> Result<(), PublishError> {
    let count = signers(root, T::NAME, document);
    if count.signed.len() as u64 >= count.threshold {
        return Ok(());
    }
    Err(PublishError::TooFew { role: T::NAME, count: Box::new(count), left_out: left_out.clone() })
}

/// Evaluates and screens the claims once more, over the release and the locks that users will get: what was signed need
/// not be what `release` staged here.
fn require_coverage(
    recipe: &Recipe,
    trusted: &TrustedRelease,
    files: &gate::Files,
    gate: &Gate<'_>,
) -> Result<(), PublishError> {
    let release = trusted.release();
    let locked =
        Locked { lock: trusted.lock().clone(), builds: trusted.build_locks().clone(), pip: release.pip.clone() };
    let (_, coverage) = document::draft(recipe, release.application.clone(), &locked)?;
    let covered: Vec<_> = coverage.iter().filter_map(Row::covered).collect();
    if !coverage.iter().all(Row::is_covered) || covered != release.coverage {
        return Err(PublishError::NotCovered { coverage });
    }
    let findings = gate.screen(&Claim::all(recipe), release, &locked, files)?.findings;
    if findings.is_empty() { Ok(()) } else { Err(PublishError::NotInstallable { findings }) }
}

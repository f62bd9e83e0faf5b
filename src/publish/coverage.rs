//! The coverage of a lock: for every claim, whether a user there could install the release.
//!
//! The question is put to `plan`, which answers it on the user's machine too: there is one rule.

use crate::model::lock::LockedFile;
use crate::model::release::{Covered, Platform};
use crate::model::tag::UnsupportedInterpreter;
use crate::model::{Interpreter, PackageName, Release, Sha256Digest, Version, WheelFilename};
use crate::plan::{self, Machine, Offer, PlannedFile, PlannedPackage, Unfit};

use super::claim::Claim;
use super::lock::Locked;
use super::recipe::PythonVersion;

/// What one claim comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The platform.
    pub platform: Platform,
    /// The Python.
    pub python: PythonVersion,
    /// What would be installed there, or why nothing can be.
    pub outcome: Result<Covering, Unfit>,
}

/// What would be installed for a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covering {
    /// Distributions.
    pub packages: usize,
    /// Bytes of their files.
    pub size: u64,
    /// Distributions without a wheel there, built on the machine.
    pub built: Vec<PackageName>,
}

/// Says that a claim is of no kind of Python that can exist.
#[derive(Debug, thiserror::Error)]
#[error("Python {python} on {platform:?} is no claim that can be checked")]
pub struct ImpossibleClaim {
    /// The Python.
    pub python: PythonVersion,
    /// The platform.
    pub platform: Platform,
    /// Why.
    #[source]
    pub source: UnsupportedInterpreter,
}

impl ImpossibleClaim {
    /// Says why a claim is one.
    pub(in crate::publish) fn of(claim: &Claim, source: UnsupportedInterpreter) -> Self {
        Self { python: claim.python, platform: claim.platform.platform(), source }
    }
}

/// Evaluates a release for every claim.
///
/// # Errors
/// [`ImpossibleClaim`].
pub fn table(claims: &[Claim], release: &Release, locked: &Locked) -> Result<Vec<Row>, ImpossibleClaim> {
    let row = |claim: &Claim| {
        let planned = evaluate(claim, release, locked)?;
        let (platform, python) = (claim.platform.platform(), claim.python);
        Ok(Row { platform, python, outcome: planned.map(|packages| Covering::of(&packages)) })
    };
    claims.iter().map(row).collect()
}

/// Picks the files for the oldest machine of a claim, as the user's machine would.
pub(in crate::publish) fn evaluate(
    claim: &Claim,
    release: &Release,
    locked: &Locked,
) -> Result<Result<Vec<PlannedPackage>, Unfit>, ImpossibleClaim> {
    let interpreter = claim.oldest().map_err(|source| ImpossibleClaim::of(claim, source))?;
    Ok(evaluate_for(&interpreter, release, locked))
}

/// Picks the files for one machine.
pub(in crate::publish) fn evaluate_for(
    interpreter: &Interpreter,
    release: &Release,
    locked: &Locked,
) -> Result<Vec<PlannedPackage>, Unfit> {
    let offer = Offer {
        release,
        release_digest: Sha256Digest::of(b""),
        targets_version: 0,
        lock: &locked.lock,
        build_locks: &locked.builds,
    };
    // A claim is about files: whether a user has a compiler is told in words on the user's machine.
    let machine = Machine { interpreters: &[], compiler: true, host: None };
    plan::select(&offer, &machine, interpreter)
}

/// Returns whether an interpreter takes a wheel at all.
pub(in crate::publish) fn takes(interpreter: &Interpreter, wheel: &LockedFile) -> bool {
    let filename: Result<WheelFilename, _> = wheel.name.as_str().parse();
    filename.is_ok_and(|filename| interpreter.tags.iter().any(|tag| filename.tags.contains(tag)))
}

impl Covering {
    fn of(packages: &[PlannedPackage]) -> Self {
        let size = |package: &PlannedPackage| match &package.file {
            PlannedFile::Wheel(wheel) => wheel.size,
            PlannedFile::Build(build) => {
                build.sdist.size + build.dependencies.iter().map(|dependency| dependency.wheel.size).sum::<u64>()
            }
        };
        let built = packages.iter().filter(|package| matches!(package.file, PlannedFile::Build(_)));
        Self {
            packages: packages.len(),
            size: packages.iter().map(size).sum(),
            built: built.map(|package| package.name.clone()).collect(),
        }
    }
}

impl Row {
    /// Returns whether a user there can install the release.
    pub fn is_covered(&self) -> bool {
        self.outcome.is_ok()
    }

    /// Returns the row as a release states it; none where nobody can install it.
    pub fn covered(&self) -> Option<Covered> {
        let covering = self.outcome.as_ref().ok()?;
        Some(Covered {
            platform: self.platform.clone(),
            python: Version::new([self.python.major, self.python.minor]),
            without_wheel: covering.built.clone(),
        })
    }
}

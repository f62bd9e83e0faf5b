//! The coverage of a lock: for every claim, what has no wheel there, and whether that can be built.

use std::collections::BTreeMap;

use crate::model::lock::{LockedFile, LockedPackage};
use crate::model::release::{Covered, Platform};
use crate::model::tag::UnsupportedInterpreter;
use crate::model::{Interpreter, Lock, PackageName, Version, WheelFilename};

use super::claim::Claim;
use super::recipe::PythonVersion;

/// What one claim comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The platform.
    pub platform: Platform,
    /// The Python.
    pub python: PythonVersion,
    /// Distributions that are needed there.
    pub packages: usize,
    /// Bytes of the wheels that would be fetched there.
    pub size: u64,
    /// Without a wheel, but with a locked sdist and locked build dependencies: built on the machine.
    pub built: Vec<PackageName>,
    /// With neither: nobody can install the release there.
    pub missing: Vec<PackageName>,
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

/// Evaluates a lock for every claim.
///
/// # Errors
/// [`ImpossibleClaim`].
pub fn table(claims: &[Claim], lock: &Lock, builds: &BTreeMap<PackageName, Lock>) -> Result<Vec<Row>, ImpossibleClaim> {
    claims.iter().map(|claim| row(claim, lock, builds)).collect()
}

fn row(claim: &Claim, lock: &Lock, builds: &BTreeMap<PackageName, Lock>) -> Result<Row, ImpossibleClaim> {
    let platform = claim.platform.platform();
    let impossible = |source| ImpossibleClaim { python: claim.python, platform: platform.clone(), source };
    let interpreter = claim.oldest().map_err(impossible)?;
    let needed: Vec<&LockedPackage> = needed(lock, &interpreter).collect();
    let mut row =
        Row { platform, python: claim.python, packages: needed.len(), size: 0, built: Vec::new(), missing: Vec::new() };
    for package in needed {
        match best_wheel(package, &interpreter) {
            Some(wheel) => row.size += wheel.size,
            None if can_build(package, builds.get(&package.name), &interpreter) => row.built.push(package.name.clone()),
            None => row.missing.push(package.name.clone()),
        }
    }
    Ok(row)
}

/// PEP 751: a package is needed where its marker holds.
pub(in crate::publish) fn needed<'a>(
    lock: &'a Lock,
    interpreter: &'a Interpreter,
) -> impl Iterator<Item = &'a LockedPackage> {
    lock.packages
        .iter()
        .filter(|package| package.marker.as_ref().is_none_or(|marker| marker.evaluate(&interpreter.markers, &[])))
}

/// Returns the wheel whose tag the interpreter ranks highest.
fn best_wheel<'a>(package: &'a LockedPackage, interpreter: &Interpreter) -> Option<&'a LockedFile> {
    if !python_allowed(package, interpreter) {
        return None;
    }
    let ranked = package.wheels.iter().filter_map(|wheel| Some((rank(wheel, interpreter)?, wheel)));
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, wheel)| wheel)
}

/// PEP 425: the position of the wheel's best tag in the interpreter's list, 0 is best.
pub(in crate::publish) fn rank(wheel: &LockedFile, interpreter: &Interpreter) -> Option<usize> {
    let filename: WheelFilename = wheel.name.as_str().parse().ok()?;
    interpreter.tags.iter().position(|tag| filename.tags.contains(tag))
}

fn python_allowed(package: &LockedPackage, interpreter: &Interpreter) -> bool {
    package.requires_python.as_ref().is_none_or(|specifiers| specifiers.contains(&interpreter.version))
}

/// Every build dependency must be a wheel: builds do not nest.
fn can_build(package: &LockedPackage, build: Option<&Lock>, interpreter: &Interpreter) -> bool {
    let Some(build) = build else { return false };
    package.sdist.is_some()
        && python_allowed(package, interpreter)
        && needed(build, interpreter).all(|dependency| best_wheel(dependency, interpreter).is_some())
}

impl Row {
    /// Returns whether a user there can install the release.
    pub fn is_covered(&self) -> bool {
        self.missing.is_empty()
    }

    /// Returns the row as a release states it.
    pub fn covered(&self) -> Covered {
        Covered {
            platform: self.platform.clone(),
            python: Version::new([self.python.major, self.python.minor]),
            without_wheel: self.built.clone(),
        }
    }
}

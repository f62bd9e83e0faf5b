//! Evaluates a lock for one Python: which packages apply, and exactly one file for each (PEP 751).

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use super::refusal::{Missing, MissingReason, Unfit};
use super::types::{PlannedBuild, PlannedFile, PlannedPackage, PlannedWheel};
use super::{Machine, Offer};
use crate::model::lock::{Location, LockedFile, LockedPackage};
use crate::model::{Artifact, Interpreter, Lock, PackageName, Source, Tag, Version, VersionSpecifiers, WheelFilename};

/// Picks the files of a release for one Python, in the order of the lock.
///
/// # Errors
/// Why the release cannot be installed with that Python.
pub fn select(
    offer: &Offer<'_>,
    machine: &Machine<'_>,
    interpreter: &Interpreter,
) -> Result<Vec<PlannedPackage>, Unfit> {
    require_version(Some(&offer.release.requires_python), &interpreter.version)?;
    let target = Target::new(interpreter);
    let mut missing = Vec::new();
    let mut planned = Vec::new();
    for package in target.applicable(offer.lock)? {
        let wheel = target.best_wheel(package).map(|wheel| PlannedFile::Wheel(artifact(package, wheel)));
        match wheel.map_or_else(|| target.build(offer, package).map(PlannedFile::Build), Ok) {
            Ok(file) => {
                planned.push(PlannedPackage { name: package.name.clone(), version: package.version.clone(), file });
            }
            Err(reason) => missing.push(missed(package, reason)),
        }
    }
    if !missing.is_empty() {
        return Err(Unfit::NoWheel { packages: missing });
    }
    require_application(offer, &planned)?;
    require_compiler(machine, &planned)?;
    Ok(planned)
}

/// One Python, with the rank of each tag it takes.
struct Target<'a> {
    interpreter: &'a Interpreter,
    ranks: HashMap<&'a Tag, usize>,
}

impl<'a> Target<'a> {
    fn new(interpreter: &'a Interpreter) -> Self {
        // The first of equal tags is the better one.
        let ranks = interpreter.tags.iter().enumerate().rev().map(|(rank, tag)| (tag, rank)).collect();
        Self { interpreter, ranks }
    }

    /// Lists the packages of a lock that apply, as PEP 751's section on installation has it.
    fn applicable<'l>(&self, lock: &'l Lock) -> Result<Vec<&'l LockedPackage>, Unfit> {
        let Interpreter { version, markers, .. } = self.interpreter;
        // PEP 751: requires-python and environments of the lock are met, or it is an error.
        require_version(lock.requires_python.as_ref(), version)?;
        let environments = &lock.environments;
        if !environments.is_empty() && !environments.iter().any(|marker| marker.evaluate(markers, &[])) {
            return Err(Unfit::Environment);
        }
        // PEP 751: skip the packages whose marker does not hold; no extra and no group is chosen.
        let holds = |package: &&LockedPackage| package.marker.as_ref().is_none_or(|m| m.evaluate(markers, &[]));
        let packages: Vec<_> = lock.packages.iter().filter(holds).collect();
        let mut seen = BTreeSet::new();
        for package in &packages {
            // PEP 751: more than one entry of a name that applies is an error.
            if !seen.insert(&package.name) {
                return Err(Unfit::Ambiguous { package: package.name.clone() });
            }
            // PEP 751: a package's requires-python that is not met is an error, not a reason to skip it.
            if let Some(requires) = package.requires_python.as_ref().filter(|requires| !admits(requires, version)) {
                let (package, requires) = (package.name.clone(), requires.clone());
                return Err(Unfit::PackageVersion { package, requires });
            }
        }
        Ok(packages)
    }

    /// Picks the wheel whose best tag ranks first; the higher build number wins a tie, then the lock's order.
    fn best_wheel<'l>(&self, package: &'l LockedPackage) -> Option<&'l LockedFile> {
        let ranked = package.wheels.iter().filter_map(|file| {
            let wheel: WheelFilename = file.name.as_str().parse().ok()?;
            let rank = wheel.tags.iter().filter_map(|tag| self.ranks.get(tag)).min()?;
            Some((*rank, Reverse(wheel.build), file))
        });
        ranked
            .min_by(|(rank, build, _), (other, other_build, _)| (rank, build).cmp(&(other, other_build)))
            .map(|(.., file)| file)
    }

    /// Plans to build a package from its locked sdist; what it is built with must be wheels.
    fn build(&self, offer: &Offer<'_>, package: &LockedPackage) -> Result<PlannedBuild, MissingReason> {
        let build = offer.release.builds.get(&package.name).ok_or(MissingReason::NotAllowed)?;
        let sdist = package.sdist.as_ref().ok_or(MissingReason::NoSdist)?;
        let lock = offer.build_locks.get(&package.name).ok_or(MissingReason::NoBuildLock)?;
        let faulty = |reason| MissingReason::BuildLock { reason: Box::new(reason) };
        Ok(PlannedBuild {
            sdist: artifact(package, sdist),
            dependencies: self.build_dependencies(lock).map_err(faulty)?,
            needs_compiler: build.needs_compiler,
        })
    }

    /// No nested builds: facts 3, an sdist among the build dependencies would be built with what nobody locked.
    fn build_dependencies(&self, lock: &Lock) -> Result<Vec<PlannedWheel>, Unfit> {
        let mut missing = Vec::new();
        let mut planned = Vec::new();
        for package in self.applicable(lock)? {
            match self.best_wheel(package) {
                Some(wheel) => planned.push(PlannedWheel {
                    name: package.name.clone(),
                    version: package.version.clone(),
                    wheel: artifact(package, wheel),
                }),
                None => missing.push(missed(package, MissingReason::NotAllowed)),
            }
        }
        if missing.is_empty() { Ok(planned) } else { Err(Unfit::NoWheel { packages: missing }) }
    }
}

fn missed(package: &LockedPackage, reason: MissingReason) -> Missing {
    Missing { package: package.name.clone(), version: package.version.clone(), reason }
}

fn artifact(package: &LockedPackage, file: &LockedFile) -> Artifact {
    let source = match &file.location {
        Location::Url(url) => Source::Url(url.clone()),
        Location::Target(target) => Source::Target(target.clone()),
    };
    Artifact {
        name: file.name.clone(),
        size: file.size,
        sha256: file.sha256,
        package: Some(package.name.clone()),
        sources: vec![source],
    }
}

fn require_version(requires: Option<&VersionSpecifiers>, version: &Version) -> Result<(), Unfit> {
    match requires {
        Some(requires) if !admits(requires, version) => Err(Unfit::Version { requires: requires.clone() }),
        _ => Ok(()),
    }
}

/// Compares major.minor.micro, as pip does: a release candidate of 3.14 is a 3.14 here.
fn admits(requires: &VersionSpecifiers, version: &Version) -> bool {
    requires.contains(&version.only_release())
}

/// A lock without the application would install something, say so, and have nothing to start.
fn require_application(offer: &Offer<'_>, planned: &[PlannedPackage]) -> Result<(), Unfit> {
    let (application, version) = (&offer.release.application.id, &offer.release.version);
    if planned.iter().any(|package| package.name == *application && package.version == *version) {
        return Ok(());
    }
    Err(Unfit::NoApplication { application: application.clone(), version: version.clone() })
}

fn require_compiler(machine: &Machine<'_>, planned: &[PlannedPackage]) -> Result<(), Unfit> {
    let needs = |file: &PlannedFile| matches!(file, PlannedFile::Build(build) if build.needs_compiler);
    let packages: Vec<PackageName> =
        planned.iter().filter(|package| needs(&package.file)).map(|package| package.name.clone()).collect();
    if machine.compiler || packages.is_empty() { Ok(()) } else { Err(Unfit::NeedsCompiler { packages }) }
}

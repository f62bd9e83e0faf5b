//! Why there is no plan: the refusals of this room, and why a Python does not fit.

use std::path::PathBuf;

use crate::model::release::{Platform, ReleaseProblem};
use crate::model::{PackageName, Version, VersionSpecifiers};

/// Says why what is wanted will not be done.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// The offered release is older than the installed one.
    #[error("{installed} is installed, {offered} is older")]
    OlderThanInstalled {
        /// The version installed.
        installed: Version,
        /// The version offered.
        offered: Version,
    },
    /// The same version was published twice, and this is not the later one.
    #[error("{version} is installed as targets {installed} names it, the offered one is of targets {offered}")]
    ReplacedRelease {
        /// The version of both.
        version: Version,
        /// The `targets` version it was installed from.
        installed: u64,
        /// The `targets` version that offers another.
        offered: u64,
    },
    /// The offered release is older than the publisher still lets anyone install.
    #[error("{offered} is older than {floor}, the oldest version that may be installed")]
    BelowFloor {
        /// The oldest version that may be installed.
        floor: Version,
        /// The version offered.
        offered: Version,
    },
    /// No earlier version was kept.
    #[error("there is no earlier version to go back to")]
    NothingToGoBackTo,
    /// There is nothing to upgrade, repair or go back from.
    #[error("nothing is installed")]
    NotInstalled,
    /// The folder holds another application.
    #[error("{installed} is installed there, this is {offered}")]
    OtherApplication {
        /// The application installed.
        installed: PackageName,
        /// The application offered.
        offered: PackageName,
    },
    /// The release document does not make sense.
    #[error("the release is invalid, {field}: {problem}")]
    InvalidRelease {
        /// The member that is wrong.
        field: &'static str,
        /// What is wrong with it.
        problem: ReleaseProblem,
    },
    /// No Python was found that the release could run on.
    #[error("no suitable Python was found, {requires} is needed")]
    NoInterpreter {
        /// The Pythons that the release runs on.
        requires: VersionSpecifiers,
        /// Every Python looked at, with its reason.
        rejected: Vec<Rejected>,
    },
    /// Packages have no file that fits the best Python there is; all of them are listed.
    #[error("no wheel fits Python {python} on {arch} for {}", names(packages), arch = platform.arch)]
    NoWheel {
        /// What is missing.
        packages: Vec<Missing>,
        /// The version of the Python that came closest.
        python: Version,
        /// Its platform.
        platform: Platform,
        /// Every Python looked at, with its reason.
        rejected: Vec<Rejected>,
    },
    /// Packages must be built here, and there is no C compiler.
    #[error("a C compiler is needed to build {}", list(packages))]
    NeedsCompiler {
        /// The packages that must be built.
        packages: Vec<PackageName>,
        /// The version of the Python that came closest.
        python: Version,
        /// Every Python looked at, with its reason.
        rejected: Vec<Rejected>,
    },
    /// The lock contradicts itself or the release; only the publisher can mend it.
    #[error("the lock of the release is faulty: {reason}")]
    FaultyLock {
        /// What is wrong with it.
        reason: Unfit,
        /// Every Python looked at, with its reason.
        rejected: Vec<Rejected>,
    },
}

/// A Python that does not fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Rejected {
    /// The Python; a path inside of the archive when it is one that the release brings.
    pub path: PathBuf,
    /// Its version.
    pub version: Version,
    /// Its platform.
    pub platform: Platform,
    /// Why it does not fit.
    pub reason: Unfit,
}

/// Says why a Python does not fit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// The release or its lock excludes the version.
    #[error("the release needs Python {requires}")]
    Version {
        /// The Pythons that are needed.
        requires: VersionSpecifiers,
    },
    /// None of the environments that the lock was made for holds.
    #[error("the lock was made for other environments")]
    Environment,
    /// A package excludes the version.
    #[error("{package} needs Python {requires}")]
    PackageVersion {
        /// The package.
        package: PackageName,
        /// The Pythons that it needs.
        requires: VersionSpecifiers,
    },
    /// Packages have no file that fits.
    #[error("no wheel fits for {}", names(packages))]
    NoWheel {
        /// What is missing.
        packages: Vec<Missing>,
    },
    /// Packages must be built, and there is no C compiler.
    #[error("a C compiler is needed to build {}", list(packages))]
    NeedsCompiler {
        /// The packages that must be built.
        packages: Vec<PackageName>,
    },
    /// Two entries of the lock for one package both apply.
    #[error("two entries for {package} both apply")]
    Ambiguous {
        /// The package.
        package: PackageName,
    },
    /// The application itself is not in the lock, or not at the release's version.
    #[error("{application} {version} is not in the lock")]
    NoApplication {
        /// The application.
        application: PackageName,
        /// The release's version.
        version: Version,
    },
    /// The release brings a Python for which no list of wheel tags can be made.
    #[error("no wheel tags are known for this Python")]
    NoTags,
}

/// A package that has no file that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The package.
    pub package: PackageName,
    /// Its version in the lock.
    pub version: Version,
    /// Why its sdist does not help.
    pub reason: MissingReason,
}

/// Says why a package without a wheel is not built.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MissingReason {
    /// The release does not allow to build it.
    #[error("the release does not let it be built")]
    NotAllowed,
    /// The lock has no sdist of it.
    #[error("the lock has no sdist of it")]
    NoSdist,
    /// Its build dependencies were not locked.
    #[error("its build dependencies are not locked")]
    NoBuildLock,
    /// The lock of its build dependencies does not fit this Python.
    #[error("its build dependencies do not fit this Python: {reason}")]
    BuildLock {
        /// Why not.
        reason: Box<Unfit>,
    },
}

fn names(missing: &[Missing]) -> String {
    list(missing.iter().map(|missing| &missing.package))
}

fn list<'a>(packages: impl IntoIterator<Item = &'a PackageName>) -> String {
    packages.into_iter().map(PackageName::as_str).collect::<Vec<_>>().join(", ")
}

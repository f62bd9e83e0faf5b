//! What a plan says: the interpreter, exactly one file for each package, and the order to fetch them in.

use super::refusal::Rejected;
use crate::model::event::Action;
use crate::model::{Artifact, Interpreter, PackageName, Release, Sha256Digest, Version};

/// Everything that will be done, decided before anything is done. Only this room makes one.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What will be done.
    pub action: Action,
    /// The signed release.
    pub release: Release,
    /// sha256 of its `release.json`.
    pub release_digest: Sha256Digest,
    /// Version of the TUF `targets` role that named it.
    pub targets_version: u64,
    /// The version installed now.
    pub installed: Option<Version>,
    /// The Python to build the environment with.
    pub interpreter: Interpreter,
    /// The runtime to unpack first, when `interpreter` is managed; `interpreter.path` is then the path inside of it.
    pub runtime: Option<crate::model::release::Runtime>,
    /// Every distribution to install, in the order of the lock.
    pub packages: Vec<PlannedPackage>,
    /// The Pythons that were looked at and do not fit, each with its reason; for logs.
    pub rejected: Vec<Rejected>,
    pub(in crate::plan) seal: Seal,
}

/// One distribution to install.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedPackage {
    /// The distribution.
    pub name: PackageName,
    /// Its version.
    pub version: Version,
    /// What it is installed from.
    pub file: PlannedFile,
}

/// What a distribution is installed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlannedFile {
    /// A wheel that fits.
    Wheel(Artifact),
    /// An sdist, built on this machine first.
    Build(PlannedBuild),
}

/// An sdist to build, with its locked build dependencies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedBuild {
    /// The sdist.
    pub sdist: Artifact,
    /// The wheels of its build environment.
    pub dependencies: Vec<PlannedWheel>,
    /// Whether it needs a C compiler.
    pub needs_compiler: bool,
}

/// A wheel under its distribution's name and version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedWheel {
    /// The distribution.
    pub name: PackageName,
    /// Its version.
    pub version: Version,
    /// The wheel.
    pub wheel: Artifact,
}

/// Keeps the constructor of [`Plan`] in this room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::plan) struct Seal;

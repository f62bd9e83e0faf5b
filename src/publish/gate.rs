//! The gate: every wheel that any claimed platform and Python would install is screened as users' machines will
//! screen it, before anything is staged (invariant 10: nothing is published that a user could not install).
//!
//! The rules are `environment::screen`'s own, so there is one judge. What no look at files can tell (whether an sdist
//! builds, whether the smoke test succeeds) is tried on this one machine, with one Python.

mod beside;
mod judged;
mod trial;

use std::collections::BTreeMap;

use crate::environment::screen::{Limits, Rules, StartupFile, StartupFiles, longest_path, screen_each, startup_files};
use crate::environment::{EnvironmentError, Refused, Unfit, Wheel};
use crate::model::release::Platform;
use crate::model::{Artifact, FileName, Release, VersionSpecifiers, WheelFilename};
use crate::plan::{PlannedFile, PlannedPackage};
use crate::ports::SourceError;

use super::claim::Claim;
use super::coverage::{self, ImpossibleClaim};
use super::depot::Depot;
use super::lock::Locked;
use super::picture::BadPicture;
use super::program::BadProgram;
use super::recipe::PythonVersion;
use super::tools::Tools;
use super::wheels::{Builder, WheelError};
use judged::Judged;

/// The signed files of a release, by their target names.
pub type Files = BTreeMap<FileName, Vec<u8>>;

/// Screens releases.
pub struct Gate<'a> {
    /// Where their files are.
    pub depot: &'a Depot<'a>,
    /// Starts what is for this machine.
    pub tools: Tools<'a>,
    /// Pythons of this machine, to install the release with; where there is none, it is only looked at.
    pub pythons: &'a [Builder],
}

/// What the gate has seen.
#[derive(Debug, Default)]
pub struct Report {
    /// What users would be refused; empty for a release that may be staged.
    pub findings: Vec<Finding>,
    /// A path that only some users of Windows have room for.
    pub long_path: Option<LongPath>,
    /// Wheels that were screened.
    pub wheels: usize,
    /// Their bytes.
    pub size: u64,
    /// The Python that the release was installed with on this machine, if there was one.
    pub installed_with: Option<PythonVersion>,
}

/// Something that users would be refused, and where.
#[derive(Debug)]
pub struct Finding {
    /// What.
    pub fault: Fault,
    /// On which of the claims; empty where it is not about installing.
    pub claims: Vec<(Platform, PythonVersion)>,
}

/// Why users could not install.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Screening refuses a wheel.
    #[error("{} is refused: {}", .0.file_name, .0.reason)]
    Refused(Refused),
    /// A wheel brings files that run at every start, and that the release does not list.
    #[error("{wheel} brings files that run at every start of Python")]
    Startup {
        /// The wheel.
        wheel: FileName,
        /// The files.
        files: Vec<StartupFile>,
    },
    /// pip refuses a wheel for that Python.
    #[error("{wheel} is for Python {requires}")]
    Python {
        /// The wheel.
        wheel: FileName,
        /// The Pythons it is for.
        requires: VersionSpecifiers,
    },
    /// No wheel brings a command that the release promises.
    #[error("no distribution has the command {command}")]
    NoCommand {
        /// The command.
        command: FileName,
    },
    /// An icon is not the picture that the release says.
    #[error("{file} cannot be an icon: {reason}")]
    Icon {
        /// The target.
        file: FileName,
        /// Why.
        reason: BadPicture,
    },
    /// A managed Python cannot be used.
    #[error("{file} cannot be a managed Python: {reason}")]
    Runtime {
        /// The archive.
        file: FileName,
        /// Why.
        reason: Box<EnvironmentError>,
    },
    /// The install, or the smoke test, failed on this very machine.
    #[error("it could not be installed on this machine: {reason}")]
    Install {
        /// Why.
        reason: Box<EnvironmentError>,
    },
    /// An installer is not for its platform.
    #[error("{file} cannot be an installer of its platform: {reason}")]
    Stub {
        /// The target.
        file: FileName,
        /// Why.
        reason: BadProgram,
    },
}

/// A path that only some users of Windows have room for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LongPath {
    /// The wheel.
    pub wheel: FileName,
    /// The path in it.
    pub path: String,
    /// Characters that an account's name may have for it to fit.
    pub account_name: usize,
}

/// Says why a release cannot be screened.
#[derive(Debug, thiserror::Error)]
pub enum GateError {
    /// A wheel could not be had.
    #[error("the release cannot be screened: a file of it cannot be had")]
    Download(#[from] SourceError),
    /// A claim names no Python that can exist.
    #[error(transparent)]
    Claim(#[from] ImpossibleClaim),
    /// A distribution that users build could not be built here.
    #[error(transparent)]
    Build(#[from] WheelError),
    /// A file cannot be unpacked for a look at it.
    #[error("there is no room to look at a file")]
    Io(#[from] std::io::Error),
    /// The publisher asked to stop.
    #[error("cancelled")]
    Cancelled,
}

impl Gate<'_> {
    /// Screens a release for every claim that has files for all it needs, and what it brings beside its wheels.
    ///
    /// # Errors
    /// [`GateError`]; what users would be refused is no error but a finding.
    pub fn screen(
        &self,
        claims: &[Claim],
        release: &Release,
        locked: &Locked,
        files: &Files,
    ) -> Result<Report, GateError> {
        let mut planned = Vec::new();
        for claim in claims {
            if let Ok(packages) = coverage::evaluate(claim, release, locked)? {
                planned.push((claim, packages));
            }
        }
        let needs = self.needs(&planned, release);
        self.depot.bring(&needs.artifacts)?;
        let mut judged = self.judge(&needs, release)?;
        for (claim, packages) in &planned {
            judged.look_at(claim, packages, release)?;
        }
        let (size, wheels) = (needs.artifacts.iter().map(|artifact| artifact.size).sum(), needs.artifacts.len());
        let Judged { mut findings, long_path, .. } = judged;
        findings.extend(self.look_beside(release, files)?);
        // What is refused by its looks need not be tried.
        let tried = if findings.is_empty() { self.try_out(claims, release, locked)? } else { None };
        let installed_with = tried.as_ref().map(|(python, _)| *python);
        findings.extend(tried.and_then(|(_, finding)| finding));
        Ok(Report { findings, long_path, wheels, size, installed_with })
    }

    /// Lists each wheel once, by what is done with it.
    fn needs<'p>(&self, planned: &'p [(&Claim, Vec<PlannedPackage>)], release: &'p Release) -> Needs<'p> {
        let mut needs = Needs::default();
        for package in planned.iter().flat_map(|(_, packages)| packages) {
            match &package.file {
                PlannedFile::Wheel(artifact) => {
                    needs.add(artifact, Use::Installed, || self.depot.wheel(&package.name, &package.version, artifact));
                }
                PlannedFile::Build(build) => {
                    for dependency in &build.dependencies {
                        let wheel = || self.depot.wheel(&dependency.name, &dependency.version, &dependency.wheel);
                        needs.add(&dependency.wheel, Use::Build, wheel);
                    }
                }
            }
        }
        if let Ok(name) = release.pip.name.as_str().parse::<WheelFilename>() {
            needs.add(&release.pip, Use::Pip, || self.depot.wheel(&name.name, &name.version, &release.pip));
        }
        needs
    }

    fn judge(&self, needs: &Needs<'_>, release: &Release) -> Result<Judged, GateError> {
        let mut judged = Judged::default();
        for (usage, wheels) in &needs.wheels {
            for (wheel, outcome) in wheels.iter().zip(screen_each(wheels, &usage.rules(release), self.tools.cancel)) {
                match outcome {
                    Ok(screened) => judged.keep(*usage, wheel, screened),
                    Err(Refused { reason: Unfit::Cancelled, .. }) => return Err(GateError::Cancelled),
                    Err(Refused { reason: Unfit::Startup { .. }, .. }) => {
                        self.judge_startup_files(*usage, wheel, release, &mut judged);
                    }
                    Err(refused) => judged.blame(*usage, wheel, Fault::Refused(refused)),
                }
            }
        }
        Ok(judged)
    }

    /// Lists all files of a wheel that run at a start, not just the first, and what else speaks against it.
    fn judge_startup_files(&self, usage: Use, wheel: &Wheel, release: &Release, judged: &mut Judged) {
        let rules = Rules { startup_files: StartupFiles::Any, ..usage.rules(release) };
        let again = screen_each(std::slice::from_ref(wheel), &rules, self.tools.cancel);
        match (startup_files(wheel), again.into_iter().collect::<Result<Vec<_>, _>>()) {
            (Ok(mut files), Ok(screened)) => {
                let listed = StartupFiles::Listed(&release.path_files);
                files.retain(|file| !listed.allow(&file.path, file.sha256));
                judged.blame(usage, wheel, Fault::Startup { wheel: wheel.file_name.clone(), files });
                screened.into_iter().for_each(|screened| judged.keep(usage, wheel, screened));
            }
            (Err(refused), _) | (_, Err(refused)) => judged.blame(usage, wheel, Fault::Refused(refused)),
        }
    }
}

/// What users do with a wheel; each has rules of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    /// It is installed with the application.
    Installed,
    /// It is a part of a build environment.
    Build,
    /// It is pip's own.
    Pip,
}

impl Use {
    /// The rules by which `environment` screens a wheel for this use; lengths of paths are looked at for each claim.
    fn rules(self, release: &Release) -> Rules<'_> {
        let startup_files = match self {
            Self::Build => StartupFiles::Any,
            Self::Installed | Self::Pip => StartupFiles::Listed(&release.path_files),
        };
        let longest_path = longest_path(false, 0);
        Rules { startup_files, limits: Limits::default(), longest_path, may_shadow: self == Self::Pip }
    }
}

/// Every wheel that some claim needs, once.
#[derive(Default)]
struct Needs<'p> {
    artifacts: Vec<&'p Artifact>,
    wheels: BTreeMap<Use, Vec<Wheel>>,
}

impl<'p> Needs<'p> {
    fn add(&mut self, artifact: &'p Artifact, usage: Use, wheel: impl FnOnce() -> Wheel) {
        let wheels = self.wheels.entry(usage).or_default();
        if wheels.iter().any(|known| known.sha256 == artifact.sha256) {
            return;
        }
        wheels.push(wheel());
        if !self.artifacts.iter().any(|known| known.sha256 == artifact.sha256) {
            self.artifacts.push(artifact);
        }
    }
}

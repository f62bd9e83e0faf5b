//! Installs the release for real, into a temporary folder, where this machine is of a claim: what no look at files can
//! tell is whether pip takes them and the application starts.

use super::judged::place;
use super::{Fault, Finding, Gate, GateError};
use crate::environment::{self, EnvironmentError, Order, Ports, Wheel};
use crate::model::{Artifact, Release};
use crate::plan::{PlannedFile, PlannedPackage};
use crate::ports::Nobody;
use crate::publish::claim::Claim;
use crate::publish::coverage;
use crate::publish::lock::Locked;
use crate::publish::recipe::PythonVersion;
use crate::publish::wheels::{self, Builder, Supplies, WheelError};

impl Gate<'_> {
    /// Installs with the newest Python that is claimed and at hand; none where there is no such.
    pub(super) fn try_out(
        &self,
        claims: &[Claim],
        release: &Release,
        locked: &Locked,
    ) -> Result<Option<(PythonVersion, Option<Finding>)>, GateError> {
        let here = claims.iter().filter(|claim| claim.platform.is_this_machine());
        let at_hand = here.filter_map(|claim| {
            let builder = self.pythons.iter().find(|builder| builder.python == claim.python)?;
            Some((builder, claim))
        });
        let Some((builder, claim)) = at_hand.max_by_key(|(builder, _)| builder.python) else { return Ok(None) };
        // This very Python may be older than the claim, or need a build that is promised only elsewhere.
        let Ok(packages) = coverage::evaluate_for(&builder.interpreter, release, locked) else { return Ok(None) };
        let finding = match self.install(&packages, release, builder) {
            Ok(Ok(())) => None,
            // Users may have what this machine lacks.
            Err(GateError::Build(WheelError::Build { source, .. })) if cannot_build(&source) => return Ok(None),
            Err(error) => return Err(error),
            Ok(Err(EnvironmentError::Cancelled)) => return Err(GateError::Cancelled),
            Ok(Err(reason)) => {
                Some(Finding { fault: Fault::Install { reason: Box::new(reason) }, claims: vec![place(claim)] })
            }
        };
        Ok(Some((builder.python, finding)))
    }

    fn install(
        &self,
        packages: &[PlannedPackage],
        release: &Release,
        builder: &Builder,
    ) -> Result<Result<(), EnvironmentError>, GateError> {
        let folder = tempfile::tempdir()?;
        let scratch = folder.path().join("scratch");
        fs_err::create_dir(&scratch)?;
        let pip = wheels::pip(&release.pip, self.depot)?;
        let wheels: Vec<&Artifact> = packages.iter().filter_map(wheel).collect();
        self.depot.bring(&wheels)?;
        let mut installed: Vec<Wheel> = Vec::new();
        for package in packages {
            installed.push(match &package.file {
                PlannedFile::Wheel(artifact) => self.depot.wheel(&package.name, &package.version, artifact),
                PlannedFile::Build(planned) => {
                    let supplies = Supplies { tools: &self.tools, depot: self.depot };
                    wheels::build_as_user((package, planned), &pip, builder, &scratch, supplies)?
                }
            });
        }
        let order = Order {
            interpreter: &builder.interpreter,
            folder: &folder.path().join("environment"),
            scratch: &scratch,
            pip: &pip,
            wheels: &installed,
            before: None,
            path_files: &release.path_files,
            commands: &release.commands,
            smoke_test: &release.smoke_test,
        };
        let ports = Ports { processes: self.tools.processes, events: &Nobody, cancel: self.tools.cancel };
        Ok(environment::install(&order, ports).map(drop))
    }
}

fn wheel(package: &PlannedPackage) -> Option<&Artifact> {
    match &package.file {
        PlannedFile::Wheel(artifact) => Some(artifact),
        PlannedFile::Build(_) => None,
    }
}

fn cannot_build(error: &EnvironmentError) -> bool {
    matches!(error, EnvironmentError::NoCompiler { .. } | EnvironmentError::NoHeaders { .. })
}

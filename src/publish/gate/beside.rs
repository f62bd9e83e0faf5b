//! Looks at what a release brings beside its wheels: icons, managed Pythons, the installer itself.

use std::path::Path;
use std::time::Duration;

use fs_err as fs;

use super::{Fault, Files, Finding, Gate, GateError};
use crate::environment::{EnvironmentError, Ports, RuntimeLimits, managed_runtime, require_runtime};
use crate::model::release::{Runtime, Stub};
use crate::model::{Artifact, Release, Source};
use crate::ports::{Command, ExitStatus, Nobody, OutputLine};
use crate::publish::claim;
use crate::publish::picture;
use crate::publish::program::{self, BadProgram};

impl Gate<'_> {
    /// Lists what users would be refused, or could not use.
    pub(super) fn look_beside(&self, release: &Release, files: &Files) -> Result<Vec<Finding>, GateError> {
        let mut faults = Vec::new();
        let icons = release.desktop.iter().flat_map(|desktop| &desktop.icons);
        for icon in icons {
            if let Err(reason) = picture::require(bytes_of(&icon.file, files), icon.size) {
                faults.push(Fault::Icon { file: icon.file.name.clone(), reason });
            }
        }
        for stub in &release.stubs {
            if let Err(reason) = self.judge_stub(stub, files)? {
                faults.push(Fault::Stub { file: stub.file.name.clone(), reason });
            }
        }
        let archives: Vec<&Artifact> = release.runtimes.iter().map(|runtime| &runtime.archive).collect();
        self.depot.bring(&archives)?;
        for runtime in &release.runtimes {
            match self.judge_runtime(runtime, files)? {
                Ok(()) => {}
                Err(EnvironmentError::Cancelled) => return Err(GateError::Cancelled),
                Err(reason) => {
                    faults.push(Fault::Runtime { file: runtime.archive.name.clone(), reason: Box::new(reason) });
                }
            }
        }
        Ok(faults.into_iter().map(|fault| Finding { fault, claims: Vec::new() }).collect())
    }

    fn judge_stub(&self, stub: &Stub, files: &Files) -> Result<Result<(), BadProgram>, GateError> {
        let bytes = bytes_of(&stub.file, files);
        if let Err(bad) = program::require(bytes, &stub.platform) {
            return Ok(Err(bad));
        }
        if !claim::is_this_machine(&stub.platform) {
            return Ok(Ok(()));
        }
        let scratch = tempfile::tempdir()?;
        let path = scratch.path().join("setup.exe");
        fs::write(&path, bytes)?;
        make_executable(&path)?;
        let said = self.ask_for_version(&path, scratch.path())?;
        let tells = said
            .split_whitespace()
            .any(|word| word.parse().is_ok_and(|version: crate::model::Version| version == stub.version));
        Ok(if tells { Ok(()) } else { Err(BadProgram::OtherVersion { said }) })
    }

    fn ask_for_version(&self, program: &Path, folder: &Path) -> Result<String, GateError> {
        let command = Command {
            program: program.to_owned(),
            arguments: vec!["--version".into()],
            environment: Vec::new(),
            folder: folder.to_owned(),
            time_limit: TIME_LIMIT,
        };
        let mut said = String::new();
        let mut line = |line: OutputLine<'_>| {
            if let OutputLine::Out(text) = line
                && said.len() < MAX_SAID
            {
                said.push_str(text);
            }
        };
        match self.tools.processes.run(&command, self.tools.cancel, &mut line) {
            Ok(ExitStatus::Code(0)) => Ok(said),
            Ok(_) => Ok(String::new()),
            Err(_) if self.tools.cancel.is_cancelled() => Err(GateError::Cancelled),
            Err(error) => Ok(error.to_string()),
        }
    }

    /// Unpacks it; where this machine is of its platform, it is also asked what it is.
    fn judge_runtime(&self, runtime: &Runtime, files: &Files) -> Result<Result<(), EnvironmentError>, GateError> {
        let scratch = tempfile::tempdir()?;
        let archive = match files.get(&runtime.archive.name).filter(|_| is_target(&runtime.archive)) {
            Some(bytes) => {
                let path = scratch.path().join("archive");
                fs::write(&path, bytes)?;
                path
            }
            None => self.depot.path(&runtime.archive),
        };
        if !claim::is_this_machine(&runtime.platform) {
            let (sha256, os) = (runtime.archive.sha256, runtime.platform.os);
            return Ok(require_runtime(
                &archive,
                (sha256, os),
                scratch.path(),
                RuntimeLimits::default(),
                self.tools.cancel,
            ));
        }
        let ports = Ports { processes: self.tools.processes, events: &Nobody, cancel: self.tools.cancel };
        let runtimes = scratch.path().join("runtimes");
        Ok(managed_runtime(&archive, runtime, &runtimes, true, ports).map(|_| ()))
    }
}

fn is_target(artifact: &Artifact) -> bool {
    artifact.sources.iter().any(|source| matches!(source, Source::Target(_)))
}

/// A file that is not there is no picture and no program; whoever staged it otherwise is told so.
fn bytes_of<'f>(artifact: &Artifact, files: &'f Files) -> &'f [u8] {
    let target = artifact.sources.iter().find_map(|source| match source {
        Source::Target(name) => files.get(name),
        Source::Url(_) => None,
    });
    target.map(Vec::as_slice).unwrap_or_default()
}

#[cfg(unix)]
fn make_executable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, std::fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> std::io::Result<()> {
    Ok(())
}

const TIME_LIMIT: Duration = Duration::from_secs(30);
const MAX_SAID: usize = 200;

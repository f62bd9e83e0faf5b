//! Which installer stays in the application's folder: the newest of the one that is there, the one that runs, and the
//! one that the release brings.
//!
//! What the release brings is hashed while it is copied and must answer before it replaces the other; so a working one
//! is there at every instant, and none is ever replaced by an older one.

use std::path::PathBuf;
use std::time::Duration;

use super::{Engine, EngineError};
use crate::activate;
use crate::fetch::Wheelhouse;
use crate::model::receipt::KeptStub;
use crate::model::release::{Platform, Stub};
use crate::model::{Receipt, Release, Version};
use crate::ports::{Command, ExitStatus, OutputLine};

/// The program that runs, as something that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// Where its bytes are read from.
    pub path: PathBuf,
    /// Its version.
    pub version: Version,
    /// What it runs on.
    pub platform: Platform,
}

impl Engine<'_> {
    /// Returns the installer that the release brings, where it is newer than both others.
    pub(super) fn newer_stub<'a>(&self, release: &'a Release, installed: Option<&Receipt>) -> Option<&'a Stub> {
        let program = self.settings.program.as_ref()?;
        let kept = installed.and_then(|receipt| activate::kept_setup(&self.settings.layout, receipt));
        let known = kept.map(|kept| kept.version).into_iter().chain([program.version.clone()]).max();
        let fits = |stub: &&Stub| stub.platform == program.platform && Some(&stub.version) > known.as_ref();
        release.stubs.iter().filter(fits).max_by(|a, b| a.version.cmp(&b.version))
    }

    /// Keeps an installer for later, and what it must know; `None` where this program cannot be kept.
    pub(super) fn keep_stub(
        &self,
        installed: Option<&Receipt>,
        brought: Option<(&Stub, &Wheelhouse)>,
    ) -> Result<Option<KeptStub>, EngineError> {
        let layout = &self.settings.layout;
        let kept = installed.and_then(|receipt| activate::kept_setup(layout, receipt));
        let Some(program) = &self.settings.program else { return Ok(kept) };
        activate::keep_profile(layout, self.settings.profile_files.as_ref())?;
        if let Some((stub, wheelhouse)) = brought {
            match self.renewed(stub, wheelhouse)? {
                Some(renewed) => return Ok(Some(renewed)),
                None => log::warn!("the installer {} that the release brings was not kept", stub.version),
            }
        }
        if kept.as_ref().is_some_and(|kept| kept.version >= program.version) {
            return Ok(kept);
        }
        let staged = activate::stage_setup(layout, &program.path, &program.version)?;
        // Where its bytes come from a path, somebody may have put others there since it was started.
        if !self.answers(&staged) {
            log::warn!("the copy of this installer does not answer and is not kept");
            return Ok(kept);
        }
        Ok(Some(activate::keep_setup(layout, staged)?))
    }

    /// Tries the installer that the release brings, and keeps it when it answers.
    fn renewed(&self, stub: &Stub, wheelhouse: &Wheelhouse) -> Result<Option<KeptStub>, EngineError> {
        let path = super::execute::path_of(wheelhouse, &stub.file)?;
        let layout = &self.settings.layout;
        let staged = activate::stage_setup(layout, &path, &stub.version)?;
        // The store is the person's, and what is in it may have changed since it was fetched.
        if staged.sha256 != stub.file.sha256 || !self.answers(&staged) {
            return Ok(None);
        }
        Ok(Some(activate::keep_setup(layout, staged)?))
    }

    /// Asks a staged installer for its version.
    fn answers(&self, staged: &KeptStub) -> bool {
        let command = Command {
            program: staged.path.clone(),
            arguments: vec!["--version".into()],
            environment: Vec::new(),
            folder: self.settings.layout.folder().to_owned(),
            time_limit: PATIENCE,
        };
        let mut said = Vec::new();
        let status = self.world.processes.run(&command, self.world.cancel, &mut |line| {
            if let OutputLine::Out(text) = line {
                said.push(text.to_owned());
            }
        });
        let expected = format!("{} {}", env!("CARGO_PKG_NAME"), staged.version);
        match status {
            Ok(ExitStatus::Code(0)) if said.first() == Some(&expected) => true,
            other => {
                log::warn!("asked for its version, the new installer ended with {other:?} and said {said:?}");
                false
            }
        }
    }
}

/// A program that does not say its version by then does not work.
const PATIENCE: Duration = Duration::from_secs(30);

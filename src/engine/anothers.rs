//! An installation that another account of this machine made. It is looked at and never obeyed: nothing of it is run,
//! nothing is written, and what it says was trusted is not believed.

use std::io::ErrorKind;
use std::path::Path;

use fs_err as fs;

use super::{Engine, EngineError};
use crate::activate::{self, ActivateError, Installed};
use crate::disk;
use crate::trust::{self, MemoryStore, TrustedRelease};

impl Engine<'_> {
    /// Returns the account whose installation this is, where it is another person's.
    pub fn owner(&self) -> Option<String> {
        activate::owner(&self.settings.layout)
    }

    /// What is installed, for whoever only looks; with its owner where that is another person.
    ///
    /// # Errors
    /// As [`activate::require_installed`]; that it may not be read by this person is said with its owner.
    pub(super) fn seen(&self) -> Result<(Installed, Option<String>), EngineError> {
        let layout = &self.settings.layout;
        let Err(error) = activate::judge(layout) else { return Ok((activate::require_installed(layout)?, None)) };
        let ActivateError::Anothers { owner, .. } = &error else { return Err(error.into()) };
        let owner = owner.clone();
        match activate::require_installed(layout) {
            Ok(installed) => Ok((installed, Some(owner))),
            Err(ActivateError::Disk(source)) if source.kind() == ErrorKind::PermissionDenied => Err(error.into()),
            Err(other) => Err(other.into()),
        }
    }

    /// Judges the release as a fresh machine does.
    pub(super) fn judge_afresh(&self) -> Result<TrustedRelease, EngineError> {
        let application = &self.settings.profile.id;
        Ok(trust::judge(self.trust(), application, self.world.source, &MemoryStore::default())?)
    }
}

/// Says whether this person may not even read what lies there, so that nothing can be said of it.
pub(super) fn is_closed(path: &Path) -> bool {
    let is_denied = |error: std::io::Error| error.kind() == ErrorKind::PermissionDenied;
    let open = || disk::open_plain(fs::OpenOptions::new().read(true), path);
    let found = fs::symlink_metadata(path);
    let is_file = found.as_ref().is_ok_and(std::fs::Metadata::is_file);
    found.err().is_some_and(is_denied) || (is_file && open().err().is_some_and(is_denied))
}

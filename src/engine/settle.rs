//! Switches to an upgrade that was made ready and waits, once it was looked at again: weeks may lie between.

use fs_err as fs;

use super::verify::Look;
use super::{Engine, EngineError};
use crate::activate::{self, ActivateError, Lock};
use crate::environment::{self, EnvironmentError};
use crate::model::Receipt;

impl Engine<'_> {
    /// Switches to the version that waits, if there is one. One that cannot be switched to must not stop anybody: it is
    /// forgotten, the installed version runs on, and the next upgrade makes it anew.
    ///
    /// # Errors
    /// When the person stops it, or when what a failed switch began cannot be undone.
    pub(super) fn settle(&self, lock: &Lock) -> Result<(), EngineError> {
        let layout = &self.settings.layout;
        let error = match activate::waiting(layout) {
            Ok(None) => return Ok(()),
            Ok(Some(waiting)) => match self.switch_to_waiting(waiting) {
                Ok(()) => return Ok(()),
                Err(error) => error,
            },
            Err(error) => error.into(),
        };
        self.stop_if_cancelled()?;
        log::warn!("the version that waits is given up: {error}");
        activate::recover(layout, lock, &self.forgetting())?;
        Ok(activate::forget(layout, lock)?)
    }

    fn switch_to_waiting(&self, waiting: Receipt) -> Result<(), EngineError> {
        let layout = &self.settings.layout;
        activate::require_generation(layout, &waiting)?;
        let damaged = self.compare_environment(&waiting, Look::Quick, Vec::new())?.findings.findings;
        if let Some(finding) = damaged.into_iter().next() {
            return Err(EnvironmentError::Changed { path: finding.path.into() }.into());
        }
        fs::create_dir_all(layout.scratch()).map_err(ActivateError::from)?;
        let folder = layout.generation(waiting.generation);
        environment::answers(&folder, &waiting.smoke_test, &layout.scratch(), self.ports())?;
        let switched = activate::switch(layout, waiting, &self.forgetting())?;
        log::info!("version {} was waiting and is switched to", switched.version);
        Ok(())
    }
}

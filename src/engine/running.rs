//! An application that runs while its next version is installed: who is told, and what may wait.

use super::{Consent, Engine, EngineError};
use crate::activate::{self, Installed};
use crate::model::Receipt;
use crate::model::event::{Action, Outcome, Running};

impl Engine<'_> {
    /// The processes that were started from an installation's generation.
    pub(super) fn running(&self, receipt: &Receipt) -> Vec<Running> {
        activate::running(&self.settings.layout).remove(&receipt.generation).unwrap_or_default()
    }

    /// Says which processes still run with what was installed before.
    pub(super) fn after(&self, outcome: Outcome, before: Option<&Receipt>) -> Outcome {
        let running = before.map(|before| self.running(before)).unwrap_or_default();
        Outcome { running, ..outcome }
    }

    /// Leaves the switch to the next start, where that was asked for and the application runs.
    pub(super) fn postponed(
        &self,
        action: Action,
        receipt: &Receipt,
        installed: Option<&Installed>,
        consent: Consent,
    ) -> Result<Option<Outcome>, EngineError> {
        let works = installed.filter(|installed| installed.starts);
        let Some(works) = works.filter(|_| consent == Consent::Later && action == Action::Upgrade) else {
            return Ok(None);
        };
        let running = self.running(&works.receipt);
        if running.is_empty() {
            return Ok(None);
        }
        activate::postpone(&self.settings.layout, receipt)?;
        let pending = Some(receipt.version.clone());
        Ok(Some(Outcome { pending, running, ..self.outcome(Action::UpgradeLater, &works.receipt) }))
    }
}

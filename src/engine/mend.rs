//! Mends what is damaged and nothing else: files from the wheels that the store has, the pointer, the commands, the kept
//! installer.
//!
//! What cannot be put right that way (the Python is gone, a wheel is not at hand, the record is not the one of the
//! receipt) is for a new environment beside the damaged one, as an install is.

use super::prepare::Work;
use super::verify::{Look, Verdict};
use super::{Engine, EngineError};
use crate::activate::{self, Installed, Lock};
use crate::disk;
use crate::environment::EnvironmentError;
use crate::environment::mend::Mending;
use crate::model::event::{Action, Phase, Summary};
use crate::model::{Event, FindingKind, Manifest, Receipt};
use crate::trust;

/// What a look at an installation came to.
#[derive(Debug)]
pub(super) enum Health {
    /// Nothing is damaged.
    Sound,
    /// All that is damaged can be put right in place.
    Mendable(Work, Box<Summary>),
    /// Only a new environment helps.
    Beyond,
}

impl Engine<'_> {
    /// What a wish to repair comes to; `None` where everything has to be made anew.
    pub(super) fn repair(&self, installed: &Installed) -> Result<Option<(Work, Summary)>, EngineError> {
        self.enter(Phase::Mending);
        match self.health(installed, Look::Full)? {
            Health::Mendable(work, summary) => Ok(Some((work, *summary))),
            Health::Beyond => Ok(None),
            Health::Sound => {
                let work = Work::Nothing(Box::new(installed.receipt.clone()));
                Ok(self.told(Action::Verify, &installed.receipt).map(|summary| (work, summary)))
            }
        }
    }

    /// Looks what is damaged, and whether it can be put right in place.
    pub(super) fn health(&self, installed: &Installed, look: Look) -> Result<Health, EngineError> {
        let receipt = &installed.receipt;
        let verdict = self.compare(receipt, look)?;
        if look == Look::Full {
            self.world.events.emit(Event::Verified(Box::new(verdict.findings.clone())));
        }
        if verdict.findings.findings.is_empty() {
            return Ok(Health::Sound);
        }
        verdict.findings.findings.iter().for_each(|finding| log::info!("{:?}: {}", finding.kind, finding.path));
        let summary = self.told(Action::Mend, receipt).filter(|_| self.is_mendable(receipt, &verdict));
        Ok(match summary {
            Some(summary) => Health::Mendable(Work::Mend(Box::new(verdict)), Box::new(summary)),
            None => Health::Beyond,
        })
    }

    /// Sums up what is done without a new release, in the words of the one that was trusted last.
    fn told(&self, action: Action, receipt: &Receipt) -> Option<Summary> {
        match trust::judge_again(self.trust(), &self.settings.profile.id, self.world.metadata) {
            Ok(release) => Some(self.summary_of(action, &release, receipt, receipt)),
            Err(error) => {
                log::warn!("what was trusted last cannot be judged again: {error}");
                None
            }
        }
    }

    fn is_mendable(&self, receipt: &Receipt, verdict: &Verdict) -> bool {
        let hopeless = |kind| matches!(kind, FindingKind::Python | FindingKind::Record);
        let Some(manifest) = &verdict.manifest else { return false };
        // Nor can an environment be moved. Receipts of before do not say where a command leads.
        let leads = receipt.files.iter().all(|file| file.leads_to.is_some());
        leads
            && !activate::is_moved(&self.settings.layout, receipt)
            && !verdict.findings.findings.iter().any(|finding| hopeless(finding.kind))
            && self.mending(receipt, manifest, verdict, |mending| mending.is_possible())
    }

    /// Puts right what was found; returns the receipt with the installer that is kept then, which is not written yet.
    pub(super) fn mend(&self, lock: &Lock, receipt: &Receipt, verdict: &Verdict) -> Result<Receipt, EngineError> {
        let layout = &self.settings.layout;
        self.enter(Phase::Mending);
        if let Some(manifest) = verdict.manifest.as_ref().filter(|_| !verdict.differences.is_empty()) {
            self.mending(receipt, manifest, verdict, |mending| mending.mend(self.world.cancel))?;
        }
        activate::mend_standing(layout, lock, receipt)?;
        let setup = layout.setup().display().to_string();
        let is_kept_anew = verdict.findings.findings.iter().any(|finding| finding.path == setup);
        let stub = if is_kept_anew { self.keep_stub(None, None)? } else { None };
        let receipt = Receipt { stub: stub.or_else(|| receipt.stub.clone()), ..receipt.clone() };
        disk::remove_if_possible(&layout.scratch());
        // Whoever damages files right now would make this a lie.
        let left = self.compare(&receipt, Look::Quick)?.findings.findings;
        if let Some(finding) = left.into_iter().next() {
            return Err(EnvironmentError::Changed { path: finding.path.into() }.into());
        }
        self.world.events.emit(Event::Mended { mended: verdict.findings.findings.clone() });
        Ok(receipt)
    }

    fn mending<T>(
        &self,
        receipt: &Receipt,
        manifest: &Manifest,
        verdict: &Verdict,
        call: impl FnOnce(&Mending<'_>) -> T,
    ) -> T {
        let layout = &self.settings.layout;
        let wheels = &self.wheels_at_hand(manifest);
        call(&Mending {
            folder: &layout.generation(receipt.generation),
            manifest,
            differences: &verdict.differences,
            wheels,
            scratch: &layout.scratch(),
            aside: &activate::aside(layout),
        })
    }
}

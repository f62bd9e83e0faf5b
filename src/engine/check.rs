//! Whether there is an upgrade. Changes nothing but the trusted metadata.

use super::{Engine, EngineError, failure};
use crate::activate::{self, Installed};
use crate::model::Available;
use crate::model::event::{Action, Phase};
use crate::plan::{self, Answer, Intent};
use crate::trust::TrustedRelease;

impl Engine<'_> {
    /// Looks whether there is an upgrade, as a run without a command judges it: a release that the person went back
    /// from is none, or tonight's cron would bring it again.
    ///
    /// # Errors
    /// When nothing is installed, the release cannot be had or is not believed, or it must not be installed over what is
    /// there. That this computer cannot have the upgrade is no error, but told.
    pub fn check(&self) -> Result<Available, EngineError> {
        let layout = &self.settings.layout;
        let (installed, owner) = self.seen()?;
        self.enter(Phase::Judging);
        let release = if owner.is_some() {
            self.judge_afresh()?
        } else {
            let lock = self.hold()?;
            activate::make_way(layout, &lock)?;
            self.judge()?
        };
        let question = self.question(&release, Some(&installed), Intent::Automatic);
        let upgrade = plan::decide(&question)? == Action::Upgrade;
        let (to_fetch, obstacle) = match (upgrade, &owner) {
            (false, _) => (None, None),
            // Only that account can do it, whatever this one has.
            (true, Some(_)) => (None, Some(failure::ACTIVATE_ANOTHERS.code.to_owned())),
            (true, None) => self.weigh(&release, &installed),
        };
        let receipt = &installed.receipt;
        let document = release.release();
        let left_aside =
            (!upgrade && owner.is_none() && document.version > receipt.version).then(|| document.version.clone());
        Ok(Available {
            name: document.application.name.clone(),
            installed: receipt.version.clone(),
            offered: document.version.clone(),
            upgrade,
            next_command: left_aside.as_ref().map(|_| self.typed(receipt).fetching("upgrade")),
            left_aside,
            security: document.security_floor.as_ref().is_some_and(|floor| receipt.version < *floor),
            to_fetch,
            obstacle,
        })
    }

    /// What the upgrade would download, or what stands in its way.
    fn weigh(&self, release: &TrustedRelease, installed: &Installed) -> (Option<u64>, Option<String>) {
        match self.plan(release, Some(installed), Intent::Automatic) {
            Ok(Answer::Plan(plan)) => {
                let missing = plan.to_fetch(&|artifact| self.settings.store.has(artifact));
                (Some(missing.iter().map(|artifact| artifact.size).sum()), None)
            }
            Ok(Answer::UpToDate | Answer::GoBack(_)) => (None, None),
            Err(error) => (None, Some(error.failure().code)),
        }
    }
}

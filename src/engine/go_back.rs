//! One step back to the version that was installed before: it is still there, so nothing is fetched or built.
//!
//! What bounds it is the release that was trusted last, judged again from the store: no network is needed.

use fs_err as fs;

use super::prepare::{Prepared, Work, offer};
use super::{Engine, EngineError};
use crate::activate::{self, ActivateError, Lock};
use crate::environment;
use crate::model::Receipt;
use crate::model::event::{Action, Phase, Summary};
use crate::model::receipt::WentBackFrom;
use crate::plan::{self, Answer, Intent, Machine, Question};
use crate::trust::{self, TrustedRelease};

impl Engine<'_> {
    /// Plans the step back.
    pub(super) fn prepare_to_go_back(&self, lock: Lock) -> Result<Prepared, EngineError> {
        let layout = &self.settings.layout;
        let installed = activate::installed(layout)?;
        let release = self.judge_again()?;
        self.enter(Phase::Planning);
        let question = Question {
            offer: offer(&release),
            installed: installed.as_ref().map(|installed| &installed.receipt),
            intent: Intent::GoBack,
            minimum_version: self.settings.profile.minimum_version.as_ref(),
            machine: Machine { interpreters: &[], compiler: false, host: None },
        };
        let (Answer::GoBack(previous), Some(installed)) = (plan::make(&question)?, installed) else {
            return Err(EngineError::Internal { what: "going back was asked for and not planned".to_owned() });
        };
        activate::require_generation(layout, &previous)?;
        let running = self.running(&installed.receipt);
        let summary = Summary { running, ..self.summary_of(Action::GoBack, &release, &previous, &installed.receipt) };
        let receipt = receipt(*previous, installed.receipt.clone(), self.world.clock.now());
        let work = Work::GoBack(Box::new(receipt));
        let choices = self.choices(Some(&installed));
        Ok(self.planned(Prepared { lock, installed: Some(installed), work, choices, summary }))
    }

    /// The floors are those of the release that was trusted last; without one, of the one that is offered now.
    fn judge_again(&self) -> Result<TrustedRelease, EngineError> {
        let application = &self.settings.profile.id;
        match trust::judge_again(self.trust(), application, self.world.metadata) {
            Ok(release) => Ok(release),
            Err(error) => {
                log::warn!("what was trusted last cannot be judged again: {error}");
                self.judge()
            }
        }
    }

    /// Switches to the kept generation, once it has answered.
    pub(super) fn go_back(&self, lock: &Lock, receipt: Receipt) -> Result<Receipt, EngineError> {
        let layout = &self.settings.layout;
        self.enter(Phase::Checking);
        fs::create_dir_all(layout.scratch()).map_err(ActivateError::from)?;
        let folder = layout.generation(receipt.generation);
        environment::answers(&folder, &receipt.smoke_test, &layout.scratch(), self.ports())?;
        self.stop_if_cancelled()?;
        self.enter(Phase::Activating);
        // Not before: whoever does not go back keeps the upgrade that waits.
        activate::forget(layout, lock)?;
        Ok(activate::switch(layout, receipt, &self.forgetting())?)
    }
}

/// The two versions change places: the one that is left is kept, so that the person can return to it. What lies
/// outside of the versions stays: the kept installer, the person's choices, the shell's files.
fn receipt(previous: Receipt, installed: Receipt, now: crate::model::Timestamp) -> Receipt {
    let left = WentBackFrom { version: installed.version.clone(), release: installed.release };
    let is_newer = installed.version >= previous.version;
    Receipt {
        went_back_from: is_newer.then_some(left),
        shell_files: installed.shell_files.clone(),
        choices: installed.choices,
        place: installed.place.clone(),
        stub: installed.stub.clone(),
        previous: Some(Box::new(Receipt { previous: None, ..installed })),
        installed_at: now,
        ..previous
    }
}

//! What views may see of the state.

use std::path::Path;
use std::time::Duration;

use super::{Choices, Countdown, Details, Found, Question, Stage, State, Wish};
use crate::engine::Session;
use crate::engine::failure::exit;
use crate::model::invocation::quoted;

impl State {
    /// Returns where in the flow the window is.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Returns what is wished for.
    pub fn wish(&self) -> Wish {
        self.order.wish
    }

    /// Returns the fold of the present run.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Returns what has happened so far.
    pub fn details(&self) -> &Details {
        &self.details
    }

    /// Returns what was on this machine before the run.
    pub fn found(&self) -> &Found {
        &self.found
    }

    /// Returns what was chosen.
    pub fn choices(&self) -> &Choices {
        &self.choices
    }

    /// Returns the question that is open.
    pub fn question(&self) -> Option<Question> {
        self.question
    }

    /// Returns whether the languages are shown.
    pub fn is_choosing_language(&self) -> bool {
        self.choosing
    }

    /// Returns whether keys mean the screen, and nothing that stands before it.
    pub fn has_nothing_before_it(&self) -> bool {
        self.question.is_none() && !self.choosing
    }

    /// Returns whether what the screen folds away is to be seen.
    pub fn is_unfolded(&self) -> bool {
        self.unfolded
    }

    /// Returns the folder as it is typed at the moment.
    pub fn typed_folder(&self) -> &str {
        &self.typed_folder
    }

    /// Returns name and password for a proxy as they are typed at the moment.
    pub fn typed_login(&self) -> (&str, &str) {
        (&self.login.name, &self.login.password)
    }

    /// Returns the moment, in the window's clock.
    pub fn now(&self) -> Duration {
        self.now
    }

    /// Returns the time until the window tries again by itself.
    pub fn tries_in(&self) -> Option<Duration> {
        self.countdown.map(|countdown: Countdown| countdown.left(self.now))
    }

    /// Returns thousandths of the whole way; never goes back, whatever is tried again.
    pub fn progress(&self) -> u16 {
        self.reached.progress
    }

    /// Returns bytes that are here and bytes that have to be, over all tries.
    pub fn bytes(&self) -> (u64, u64) {
        (self.reached.fetched, self.reached.to_fetch)
    }

    /// Returns whether there is another screen, where wishes are made, to go back to from a run that ended badly.
    pub fn has_way_back(&self) -> bool {
        self.order.wish != Wish::Automatic || self.found.installed.is_some() && self.has_agreed()
    }

    /// Returns whether closing would stop something.
    pub fn is_working(&self) -> bool {
        matches!(self.stage, Stage::Working | Stage::Stopping)
    }

    /// Returns the exit status of a program whose window is closed now: what was not carried out was cancelled.
    pub fn exit_status(&self) -> u8 {
        match &self.stage {
            Stage::Home | Stage::Done(_) => 0,
            Stage::Failed(failure) => failure.exit_status,
            Stage::Preparing | Stage::Offer | Stage::Removal(_) | Stage::Working | Stage::Stopping | Stage::Stopped => {
                exit::CANCELLED
            }
        }
    }

    /// Returns whether another run has to end first.
    fn is_waiting(&self) -> bool {
        self.stage == Stage::Preparing && self.session.waiting_until().is_some()
    }

    /// Returns whether the person consented to something that is not done yet.
    pub fn has_agreed(&self) -> bool {
        self.agreed.is_some()
    }

    /// Returns whether something was put onto the clipboard a moment ago.
    pub fn has_just_copied(&self) -> bool {
        self.copied.is_some_and(|at| self.now.saturating_sub(at) < NOTICED)
    }

    /// Returns after how long something changes by itself; `None` when nothing does.
    pub fn wakes_in(&self) -> Option<Duration> {
        if let Some(left) = self.tries_in() {
            // At the next whole second of the countdown.
            let part = Duration::from_nanos(u64::from(left.subsec_nanos()));
            return Some(if part.is_zero() { Duration::from_secs(1).min(left) } else { part });
        }
        (matches!(self.stage, Stage::Working) || self.has_just_copied() || self.is_waiting()).then_some(BEAT)
    }

    /// Returns whether the application opens a window of its own.
    pub fn is_graphical(&self) -> bool {
        self.session.summary().is_some_and(|summary| summary.graphical)
    }

    /// Returns the launchers, as absolute paths.
    pub fn commands(&self) -> &[String] {
        match (&self.stage, &self.found.installed) {
            (Stage::Done(outcome), _) => &outcome.commands,
            (_, Some(installed)) => &installed.commands,
            _ => &[],
        }
    }

    /// Returns whether the folder of the launchers is on the PATH.
    pub fn on_path(&self) -> bool {
        match (&self.stage, &self.found.installed) {
            (Stage::Done(outcome), _) => outcome.on_path || self.choices.path,
            (_, Some(installed)) => installed.on_path,
            _ => false,
        }
    }

    /// Returns how a launcher is typed in a terminal: its name where the PATH has it, else its path.
    pub fn typed_as(&self, command: &str) -> String {
        let name = Path::new(command).file_name().map(|name| name.to_string_lossy().into_owned());
        match name {
            Some(name) if self.on_path() => name,
            _ => quoted(command),
        }
    }
}

/// While it works, speed and time left are told anew so often.
const BEAT: Duration = Duration::from_millis(500);

/// So long it is said that something was copied.
const NOTICED: Duration = Duration::from_secs(2);

//! The order of the rooms: prepare, consent, execute; time, cancellation, events, and the one error table.
//!
//! Faces hold an [`Engine`], hand it a wish and read its events; no face ever sees a room.

pub mod failure;
pub mod session;

mod anothers;
mod arrange;
mod check;
mod downloads;
mod error;
mod execute;
pub mod explain;
mod go_back;
mod mend;
mod preflight;
mod prepare;
mod removal;
mod renew;
mod running;
mod settle;
mod verify;

use std::io::ErrorKind::PermissionDenied;
use std::path::PathBuf;
use std::time::Duration;

pub use crate::model::receipt::Choices;
pub use arrange::{Desk, Wishes};
pub use error::EngineError;
pub use execute::Done;
pub use prepare::Prepared;
pub use removal::RemovalChoice;
pub use renew::Program;
pub use session::Session;

use crate::activate::{self, ActivateError, Installed, Layout, Lock, ProfileFiles};
use crate::environment::Search;
use crate::fetch::{Client, Limits, Places, Store};
use crate::model::event::{Failure, Phase, Summary};
use crate::model::{Event, FindingKind, Invocation, Profile, Receipt, Timestamp};
use crate::plan::Intent;
use crate::ports::{Cancel, Clock, EventSink, MetadataSource, MetadataStore, Processes};

/// What is decided before a run: the application, the places, the limits.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What the stub knows about its application.
    pub profile: Profile,
    /// The root of trust that ships with the profile.
    pub root: Vec<u8>,
    /// When this program was built: it cannot be earlier now (facts: trap 14).
    pub built: Timestamp,
    /// A profile that is not built in; it is kept for the kept installer.
    pub profile_files: Option<ProfileFiles>,
    /// The program that runs, where it may be kept as the installer for later.
    pub program: Option<Program>,
    /// Where artifacts may be had.
    pub places: Places,
    /// The limits of fetching.
    pub limits: Limits,
    /// The content store.
    pub store: Store,
    /// Where the application goes.
    pub layout: Layout,
    /// Folders that hold applications' folders: whoever lives there may need the same downloads.
    pub neighbours: Vec<PathBuf>,
    /// Where interpreters are looked for.
    pub search: Search,
    /// The system's menus, desktop and shell.
    pub desk: Desk,
    /// The folders of the PATH.
    pub path: Vec<PathBuf>,
    /// How long to wait for another run on the same application; none is waited for when zero.
    pub patience: Duration,
    /// How this program is typed for this installation, for texts that name a command.
    pub invocation: Invocation,
}

/// What a person, or whoever speaks for one, says to a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    /// Nothing is to be done.
    Refused,
    /// All of it is to be done.
    Now,
    /// All of it, but while the application runs it keeps its version: the next start switches to the new one.
    Later,
}

/// What is installed, for whoever asks that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// It.
    pub installed: Installed,
    /// The account that it belongs to, where that is another person's.
    pub owner: Option<String>,
    /// What is wrong with it, where it cannot start.
    pub failure: Option<Failure>,
}

/// The real world, as the rooms see it.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// Where the release is published.
    pub source: &'a dyn MetadataSource,
    /// Keeps the last trusted metadata.
    pub metadata: &'a dyn MetadataStore,
    /// The network.
    pub client: &'a Client,
    /// Child processes.
    pub processes: &'a dyn Processes,
    /// The time.
    pub clock: &'a dyn Clock,
    /// Who hears of what happens.
    pub events: &'a dyn EventSink,
    /// The wish to stop.
    pub cancel: &'a Cancel,
}

/// Installs, upgrades, repairs and removes one application.
pub struct Engine<'a> {
    settings: &'a Settings,
    world: World<'a>,
}

impl<'a> Engine<'a> {
    /// Puts settings and world together; nothing happens yet.
    pub fn new(settings: &'a Settings, world: World<'a>) -> Self {
        Self { settings, world }
    }

    /// Runs from wish to outcome; `consent` sees what will be done before anything is.
    ///
    /// # Errors
    /// Whatever went wrong, also the refusal of consent; the installed version still runs then.
    pub fn run(&self, intent: Intent, consent: &mut dyn FnMut(&Summary) -> Consent) -> Result<Done, EngineError> {
        let prepared = self.prepare(intent)?;
        match consent(prepared.summary()) {
            Consent::Refused => Err(EngineError::Cancelled),
            given => self.execute(prepared, given),
        }
    }

    /// Says what is installed, without touching anything. A damaged receipt counts as absent: a run writes it again.
    ///
    /// # Errors
    /// When a newer program wrote the receipt, somebody else could have, or the disk cannot be read.
    pub fn installed(&self) -> Result<Option<Installed>, EngineError> {
        activate::judge(&self.settings.layout)?;
        Ok(activate::installed(&self.settings.layout)?)
    }

    /// Says what is installed, whose it is where it is another person's, and what is wrong with it where it cannot start,
    /// without touching anything.
    ///
    /// # Errors
    /// When the receipt is damaged, was written by a newer program or could have been prepared by somebody else, or the disk
    /// cannot be read.
    pub fn status(&self) -> Result<Option<Status>, EngineError> {
        let (installed, owner) = match self.seen() {
            Err(EngineError::Activate(ActivateError::NotInstalled { .. })) => return Ok(None),
            seen => seen?,
        };
        let wrong = if installed.starts { Vec::new() } else { self.wrong(&installed.receipt, owner.is_some())? };
        let failure = (!wrong.is_empty()).then(|| {
            let details =
                wrong.iter().map(|(path, kind)| format!("{}: {}", path.display(), format!("{kind:?}").to_lowercase()));
            let details = details.collect();
            Failure { details, ..self.damaged(&installed.receipt, owner.as_deref(), wrong.len()) }
        });
        Ok(Some(Status { installed, owner, failure }))
    }

    /// Why it cannot start. Of another person's, what may not be looked at counts as being there.
    fn wrong(&self, receipt: &Receipt, is_anothers: bool) -> Result<Vec<(PathBuf, FindingKind)>, EngineError> {
        let layout = &self.settings.layout;
        let standing = activate::standing(layout, receipt);
        let mut wrong = if is_anothers { standing.unwrap_or_default() } else { standing? };
        wrong.extend(activate::lost(layout, receipt).map(|python| (python, FindingKind::Python)));
        if is_anothers {
            wrong.retain(|(path, _)| !matches!(path.try_exists(), Err(error) if error.kind() == PermissionDenied));
        }
        Ok(wrong)
    }

    /// Says how this program is typed for an installation: its kept installer where there is one, for the download may be
    /// gone and the kept one needs no options. Nobody is told to start what another account may have put there.
    fn typed(&self, receipt: &Receipt) -> Invocation {
        let invocation = &self.settings.invocation;
        let kept = activate::kept_setup(&self.settings.layout, receipt).filter(|_| self.owner().is_none());
        kept.map_or_else(|| invocation.clone(), |setup| invocation.of_kept(&setup.path))
    }

    /// The failure of a program that found damage; of another person's installation only that one can mend it.
    fn damaged(&self, receipt: &Receipt, owner: Option<&str>, count: usize) -> Failure {
        let count = ("count", count.to_string());
        match owner {
            Some(owner) => failure::VERIFY_DAMAGED_ANOTHERS.failure([count, ("owner", owner.to_owned())], None),
            None => {
                let command = ("command", self.typed(receipt).fetching("repair"));
                failure::VERIFY_DAMAGED.failure([count, command], None)
            }
        }
    }

    /// Takes the application's folder; waits for another run as long as the settings say.
    fn hold(&self) -> Result<Lock, EngineError> {
        let layout = &self.settings.layout;
        activate::judge_store(self.settings.store.root(), self.settings.search.home.as_deref())?;
        let patience = self.settings.patience;
        let mut waited = Duration::ZERO;
        loop {
            match Lock::take(layout) {
                Err(ActivateError::Busy { .. }) if waited < patience => {}
                taken => return Ok(taken?),
            }
            if waited.is_zero() {
                let limit = u64::try_from(patience.as_millis()).unwrap_or(u64::MAX);
                let folder = layout.folder().display().to_string();
                self.world.events.emit(Event::Waiting { folder, limit });
            }
            self.stop_if_cancelled()?;
            std::thread::sleep(TICK);
            waited += TICK;
        }
    }

    fn enter(&self, phase: Phase) {
        self.world.events.emit(Event::Entered { phase });
    }

    fn stop_if_cancelled(&self) -> Result<(), EngineError> {
        if self.world.cancel.is_cancelled() { Err(EngineError::Cancelled) } else { Ok(()) }
    }
}

/// Between two looks whether another run has ended.
const TICK: Duration = Duration::from_millis(100);

//! The order of the rooms: prepare, consent, execute; time, cancellation, events, and the one error table.
//!
//! Faces hold an [`Engine`], hand it a wish and read its events; no face ever sees a room.

pub mod failure;
pub mod session;

mod check;
mod error;
mod execute;
pub mod explain;
mod preflight;
mod prepare;
mod removal;
mod renew;

use std::path::PathBuf;

pub use error::EngineError;
pub use execute::Done;
pub use prepare::Prepared;
pub use removal::RemovalChoice;
pub use renew::Program;
pub use session::Session;

use crate::activate::{self, Installed, Layout};
use crate::environment::Search;
use crate::fetch::{Client, Limits, Places, Store};
use crate::model::event::{Phase, Summary};
use crate::model::{Event, Profile, Timestamp};
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
    /// The folder of a profile that is not built in; it is kept for the kept installer.
    pub profile_folder: Option<PathBuf>,
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
    /// The folders of the PATH.
    pub path: Vec<PathBuf>,
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
    pub fn run(&self, intent: Intent, consent: &mut dyn FnMut(&Summary) -> bool) -> Result<Done, EngineError> {
        let prepared = self.prepare(intent)?;
        if !consent(prepared.summary()) {
            return Err(EngineError::Cancelled);
        }
        self.execute(prepared)
    }

    /// Says what is installed, without touching anything.
    ///
    /// # Errors
    /// When a newer program wrote the receipt, or the disk cannot be read.
    pub fn status(&self) -> Result<Option<Installed>, EngineError> {
        Ok(activate::installed(&self.settings.layout)?)
    }

    fn enter(&self, phase: Phase) {
        self.world.events.emit(Event::Entered { phase });
    }

    fn stop_if_cancelled(&self) -> Result<(), EngineError> {
        if self.world.cancel.is_cancelled() { Err(EngineError::Cancelled) } else { Ok(()) }
    }
}

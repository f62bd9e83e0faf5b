//! The window's orders as runs of the engine.

use std::path::PathBuf;

use quoc::activate::{Installed, Layout};
use quoc::console::options::Options;
use quoc::engine::{Engine, EngineError, Settings, World};
use quoc::gui::state::{self, Found, Order, Removal, Said, Wish};
use quoc::model::Event;
use quoc::model::event::{Action, Failure};
use quoc::plan::Intent;
use quoc::ports::{Cancel, EventSink};
use quoc::system::SystemClock;
use quoc::system::assembly::Assembly;
use quoc::system::logging::{Recorder, RunLog};
use quoc::system::processes::ChildProcesses;

use crate::worker::{Consent, Voice, Work};

/// Runs the engine.
pub(crate) struct Runs {
    /// The command line.
    pub(crate) options: Options,
    /// The log of this process.
    pub(crate) log: RunLog,
}

impl Work for Runs {
    fn carry_out(&mut self, order: &Order, voice: &Voice, consent: &mut Consent<'_>, cancel: &Cancel) {
        let events = Recorder::new(&self.log, voice);
        let ended = self.attempt((order, cancel), (voice, &events), consent);
        if let Err(failure) = ended
            && !consent.is_overtaken()
        {
            events.emit(Event::Failed(failure));
        }
    }
}

impl Runs {
    fn attempt(
        &self,
        (order, cancel): (&Order, &Cancel),
        (voice, events): (&Voice, &dyn EventSink),
        consent: &mut Consent<'_>,
    ) -> Result<(), Failure> {
        let assembly = Assembly::of(&self.changed(order), cancel).map_err(|error| error.failure())?;
        let settings = &assembly.settings;
        self.log.belongs_to(settings.layout.logs(), assembly.logs.clone());
        let world = World {
            source: assembly.source.as_ref(),
            metadata: &assembly.metadata,
            client: &assembly.client,
            processes: &ChildProcesses,
            clock: &SystemClock,
            events,
            cancel,
        };
        let engine = Engine::new(settings, world);
        let installed = engine.status().map_err(said)?;
        voice.say(Said::Found(Box::new(found(settings, installed.as_ref()))));
        let intent = match order.wish {
            Wish::Automatic => Intent::Automatic,
            Wish::Repair => Intent::Repair,
            Wish::GoBack => return Ok(()),
            Wish::Uninstall => {
                voice.say(Said::Removal(removal(&settings.layout, installed.as_ref())));
                if consent.wait().is_some() {
                    events.emit(Event::Finished(engine.uninstall().map_err(said)?));
                }
                return Ok(());
            }
        };
        let done = engine.run(intent, &mut |summary| summary.action == Action::UpToDate || consent.wait().is_some());
        let done = done.map_err(said)?;
        events.emit(Event::Finished(done.outcome.clone()));
        engine.warm_up(&done);
        Ok(())
    }

    /// The command line's options with what was chosen in the window.
    fn changed(&self, order: &Order) -> Options {
        let mut options = self.options.clone();
        if let Some(folder) = &order.folder {
            options.prefix = Some(folder.clone());
        }
        options
    }
}

fn found(settings: &Settings, installed: Option<&Installed>) -> Found {
    let layout = &settings.layout;
    let installed = installed.map(|Installed { receipt, .. }| state::Installed {
        version: receipt.version.clone(),
        previous: receipt.previous.as_ref().map(|previous| previous.version.clone()),
        commands: launchers(layout, receipt.files.iter().map(|file| &file.path)),
        on_path: settings.path.iter().any(|folder| folder == layout.commands()),
    });
    Found { folder: layout.folder().to_owned(), installed }
}

fn launchers<'a>(layout: &Layout, files: impl Iterator<Item = &'a PathBuf>) -> Vec<String> {
    files.filter(|path| path.parent() == Some(layout.commands())).map(|path| path.display().to_string()).collect()
}

fn removal(layout: &Layout, installed: Option<&Installed>) -> Removal {
    let outside = installed.into_iter().flat_map(|installed| &installed.receipt.files);
    let outside = outside.map(|file| file.path.display().to_string());
    let goes = std::iter::once(layout.folder().display().to_string()).chain(outside).collect();
    Removal { goes, size: None, data: Vec::new() }
}

#[allow(clippy::needless_pass_by_value, reason = "for map_err")]
fn said(error: EngineError) -> Failure {
    error.failure()
}

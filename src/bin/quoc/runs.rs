//! The window's orders as runs of the engine.

use std::path::PathBuf;

use quoc::activate::Installed;
use quoc::console::options::Options;
use quoc::engine::{self, Choices, Done, Engine, EngineError, RemovalChoice, Settings, failure};
use quoc::gui::state::{self, Found, Order, ProxyLogin, Said, Wish};
use quoc::model::Event;
use quoc::model::event::{Action, Failure};
use quoc::plan::Intent;
use quoc::ports::{Cancel, EventSink};
use quoc::system::assembly::Assembly;
use quoc::system::folders;
use quoc::system::http::Login;
use quoc::system::logging::{Recorder, RunLog};

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
        let assembly =
            Assembly::with_login(&self.changed(order)?, login(order), cancel).map_err(|error| error.failure())?;
        let settings = &assembly.settings;
        self.log.belongs_to(settings.layout.logs(), assembly.logs.clone());
        let engine = Engine::new(settings, assembly.world(events, cancel));
        let installed = engine.installed();
        // Where it would go is told in any case: another folder may help.
        let here = installed.as_ref().ok().and_then(Option::as_ref);
        voice.say(Said::Found(Box::new(found(settings, here, engine.choices(here)))));
        installed.map_err(said)?;
        let intent = match order.wish {
            Wish::Automatic => Intent::Automatic,
            Wish::Upgrade => Intent::Upgrade,
            Wish::Repair => Intent::Repair,
            Wish::GoBack => Intent::GoBack,
            Wish::Uninstall => return uninstall(&engine, events, consent),
        };
        let done = install(&engine, intent, consent).map_err(said)?;
        events.emit(Event::Finished(done.let_go()));
        Ok(())
    }

    /// The command line's options with what was chosen in the window.
    fn changed(&self, order: &Order) -> Result<Options, Failure> {
        let mut options = self.options.clone();
        if let (Some(folder), Some(home)) = (&order.folder, folders::home()) {
            let no_name = || failure::DISK_NAME.failure([("path", folder.display().to_string())], None);
            options.prefix = Some(folders::typed(folder, &home).ok_or_else(no_name)?);
        }
        Ok(options)
    }
}

/// What was typed for a proxy.
fn login(order: &Order) -> Option<Login> {
    order.proxy.clone().map(|ProxyLogin { name, password }| Login { name, password })
}

/// Prepares, waits for the person's word, and does it. Where nothing is to be done nobody is asked.
fn install(engine: &Engine<'_>, intent: Intent, consent: &mut Consent<'_>) -> Result<Done, EngineError> {
    let mut prepared = engine.prepare(intent)?;
    let action = prepared.summary().action;
    if action == Action::UpToDate {
        return engine.execute(prepared, engine::Consent::Now);
    }
    let chosen = consent.wait().ok_or(EngineError::Cancelled)?;
    if action == Action::Install {
        // The other screens have no switches: what was chosen then stays.
        prepared.choose(Choices { menu: chosen.menu, desktop_shortcut: chosen.desktop, path: chosen.path });
    }
    engine.execute(prepared, if chosen.later { engine::Consent::Later } else { engine::Consent::Now })
}

/// Removes the application, once the person has seen what goes and what stays.
fn uninstall(engine: &Engine<'_>, events: &dyn EventSink, consent: &mut Consent<'_>) -> Result<(), Failure> {
    let removal = engine.removal().map_err(said)?;
    let removal = removal.ok_or_else(|| failure::PLAN_NOT_INSTALLED.failure([], None))?;
    events.emit(Event::Removing(Box::new(removal)));
    let Some(choices) = consent.wait() else { return Ok(()) };
    let data = choices.remove_data.iter().map(PathBuf::from).collect();
    let choice = RemovalChoice { data, downloads: choices.remove_downloads };
    events.emit(Event::Finished(engine.uninstall(&choice).map_err(said)?));
    Ok(())
}

fn found(settings: &Settings, installed: Option<&Installed>, wished: Choices) -> Found {
    let layout = &settings.layout;
    let installed = installed.map(|Installed { receipt, .. }| state::Installed {
        version: receipt.version.clone(),
        previous: receipt.previous.as_ref().map(|previous| previous.version.clone()),
        commands: receipt.commands.iter().map(|name| layout.launcher(name).display().to_string()).collect(),
        on_path: settings.path.iter().any(|folder| folder == layout.commands()),
    });
    Found { folder: layout.folder().to_owned(), installed, wished }
}

#[allow(clippy::needless_pass_by_value, reason = "for map_err")]
fn said(error: EngineError) -> Failure {
    error.failure()
}

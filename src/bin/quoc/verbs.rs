//! What each command does: the one place where a verb becomes calls of the engine. No word is written here.

use std::process::ExitCode;

use quoc::console::options::{Options, Verb};
use quoc::console::{Face, consent};
use quoc::engine::{Engine, EngineError, World, failure};
use quoc::messages::Messages;
use quoc::model::Event;
use quoc::model::event::Failure;
use quoc::plan::Intent;
use quoc::system::assembly::Assembly;
use quoc::system::processes::ChildProcesses;
use quoc::system::{SystemClock, logging};

use crate::signals;

/// Does what the verb says, tells the face, and returns the exit status where it went well.
pub(crate) fn run(options: &Options, face: &dyn Face, messages: &Messages) -> Result<ExitCode, Failure> {
    if let Some(path) = &options.log {
        logging::begin(path)
            .map_err(|error| failure::LOG_UNWRITABLE.failure([("path", path.display().to_string())], Some(&error)))?;
    }
    let cancel = signals::cancel();
    let assembly = Assembly::of(options, &cancel).map_err(|error| error.failure())?;
    let world = World {
        source: assembly.source.as_ref(),
        metadata: &assembly.metadata,
        client: &assembly.client,
        processes: &ChildProcesses,
        clock: &SystemClock,
        events: face,
        cancel: &cancel,
    };
    let call = Call { engine: Engine::new(&assembly.settings, world), options, face, messages };
    match options.verb {
        // Who starts an installer wants it to install.
        Verb::Automatic => call.install(Intent::Automatic),
        Verb::Install => call.install(Intent::Install),
        Verb::Upgrade => call.install(Intent::Upgrade),
        Verb::Repair => call.install(Intent::Repair),
        Verb::Status => call.status(),
        Verb::Check => call.check(),
        Verb::Uninstall => call.uninstall(),
        // Answered before there was a run.
        Verb::Help | Verb::Version => Ok(ExitCode::SUCCESS),
    }
}

/// A verb's surroundings.
struct Call<'a> {
    engine: Engine<'a>,
    options: &'a Options,
    face: &'a dyn Face,
    messages: &'a Messages,
}

impl Call<'_> {
    /// The plan is shown, and nothing is asked.
    fn install(&self, intent: Intent) -> Result<ExitCode, Failure> {
        let done = self.engine.run(intent, &mut |_| true).map_err(said)?;
        self.face.emit(Event::Finished(done.outcome.clone()));
        self.engine.warm_up(&done);
        Ok(ExitCode::SUCCESS)
    }

    /// An upgrade that is there is no failure, and has an exit status of its own.
    fn check(&self) -> Result<ExitCode, Failure> {
        let available = self.engine.check().map_err(said)?;
        self.face.available(&available);
        Ok(if available.upgrade { ExitCode::from(failure::exit::AVAILABLE) } else { ExitCode::SUCCESS })
    }

    fn status(&self) -> Result<ExitCode, Failure> {
        let installed = self.engine.status().map_err(said)?;
        self.face.status(installed.as_ref().map(|installed| &installed.receipt));
        Ok(ExitCode::SUCCESS)
    }

    fn uninstall(&self) -> Result<ExitCode, Failure> {
        let choice = match self.engine.removal().map_err(said)? {
            Some(removal) => {
                self.face.emit(Event::Removing(Box::new(removal.clone())));
                consent::may_remove(self.options, self.face, self.messages, &removal)?
            }
            None => consent::chosen(self.options),
        };
        self.face.emit(Event::Finished(self.engine.uninstall(&choice).map_err(said)?));
        Ok(ExitCode::SUCCESS)
    }
}

#[allow(clippy::needless_pass_by_value, reason = "for map_err")]
fn said(error: EngineError) -> Failure {
    error.failure()
}

//! What each command does: the one place where a verb becomes calls of the engine. No word is written here.

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

/// Does what the verb says, and tells the face.
pub(crate) fn run(options: &Options, face: &dyn Face, messages: &Messages) -> Result<(), Failure> {
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
    let call = Call { engine: Engine::new(&assembly.settings, world), assembly: &assembly, options, face, messages };
    match options.verb {
        // Who starts an installer wants it to install.
        Verb::Automatic => call.install(Intent::Automatic),
        Verb::Install => call.install(Intent::Install),
        Verb::Upgrade => call.install(Intent::Upgrade),
        Verb::Repair => call.install(Intent::Repair),
        Verb::Status => call.status(),
        Verb::Uninstall => call.uninstall(),
        // Answered before there was a run.
        Verb::Help | Verb::Version => Ok(()),
    }
}

/// A verb's surroundings.
struct Call<'a> {
    engine: Engine<'a>,
    assembly: &'a Assembly,
    options: &'a Options,
    face: &'a dyn Face,
    messages: &'a Messages,
}

impl Call<'_> {
    /// The plan is shown, and nothing is asked.
    fn install(&self, intent: Intent) -> Result<(), Failure> {
        let done = self.engine.run(intent, &mut |_| true).map_err(said)?;
        self.face.emit(Event::Finished(done.outcome.clone()));
        Ok(())
    }

    fn status(&self) -> Result<(), Failure> {
        let installed = self.engine.status().map_err(said)?;
        self.face.status(installed.as_ref().map(|installed| &installed.receipt));
        Ok(())
    }

    fn uninstall(&self) -> Result<(), Failure> {
        if let Some(installed) = self.engine.status().map_err(said)? {
            let folder = self.assembly.settings.layout.folder().display().to_string();
            consent::may_remove(self.options, self.face, self.messages, &installed.receipt.name, &folder)?;
        }
        self.face.emit(Event::Finished(self.engine.uninstall().map_err(said)?));
        Ok(())
    }
}

#[allow(clippy::needless_pass_by_value, reason = "for map_err")]
fn said(error: EngineError) -> Failure {
    error.failure()
}

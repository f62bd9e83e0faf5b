//! What each command does: the one place where a verb becomes calls of the engine. No word is written here.

use std::process::ExitCode;

use quoc::console::options::{Options, Verb};
use quoc::console::{Face, consent};
use quoc::engine::{Consent, Engine, EngineError, failure};
use quoc::messages::{Arguments, Messages};
use quoc::model::Event;
use quoc::model::event::{Action, Failure, Outcome};
use quoc::plan::Intent;
use quoc::ports::EventSink;
use quoc::system::assembly::Assembly;
use quoc::system::logging::{Keep, RunLog};

use crate::signals;

/// Who hears of a run.
pub(crate) struct Audience<'a> {
    /// The log, and the face behind it.
    pub(crate) events: &'a dyn EventSink,
    /// The face.
    pub(crate) face: &'a dyn Face,
    /// The log.
    pub(crate) log: &'a RunLog,
    /// The texts.
    pub(crate) messages: &'a Messages,
}

/// Says what of a verb's log is kept.
pub(crate) fn keep(verb: Verb) -> Keep {
    match verb {
        Verb::Automatic | Verb::Install | Verb::Upgrade | Verb::Repair | Verb::GoBack => Keep::Always,
        Verb::Uninstall => Keep::OnFailure,
        Verb::Status | Verb::Check | Verb::Verify | Verb::Help | Verb::Version => Keep::Never,
    }
}

/// Does what the verb says, tells the face, and returns the exit status where it went well.
pub(crate) fn run(options: &Options, audience: Audience<'_>) -> Result<ExitCode, Failure> {
    if let Some(path) = &options.log {
        let unwritable = |error| failure::LOG_UNWRITABLE.failure([("path", path.display().to_string())], Some(&error));
        audience.log.copy_to(path).map_err(unwritable)?;
    }
    let cancel = signals::cancel();
    let assembly = Assembly::of(options, &cancel).map_err(|error| error.failure())?;
    audience.log.belongs_to(assembly.settings.layout.logs(), assembly.logs.clone());
    if options.wishes.desktop_shortcut == Some(true) && !assembly.has_desktop() {
        audience.face.note(&audience.messages.word("note-no-desktop"));
    }
    let world = assembly.world(audience.events, &cancel);
    let call = Call { engine: Engine::new(&assembly.settings, world), options, audience };
    match options.verb {
        // Who starts an installer wants it to install.
        Verb::Automatic => call.install(Intent::Automatic),
        Verb::Install => call.install(Intent::Install),
        Verb::Upgrade => call.install(Intent::Upgrade),
        Verb::Repair if options.anew => call.install(Intent::Anew),
        Verb::Repair => call.install(Intent::Repair),
        Verb::GoBack => call.install(Intent::GoBack),
        Verb::Status => call.status(),
        Verb::Verify => call.verify(),
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
    audience: Audience<'a>,
}

impl Call<'_> {
    /// The plan is shown, and nothing is asked.
    fn install(&self, intent: Intent) -> Result<ExitCode, Failure> {
        let consent = if self.options.later { Consent::Later } else { Consent::Now };
        let done = self.engine.run(intent, &mut |_| consent).map_err(said)?;
        self.audience.events.emit(Event::Finished(done.let_go()));
        Ok(ExitCode::SUCCESS)
    }

    /// An upgrade that is there is no failure, and has an exit status of its own.
    fn check(&self) -> Result<ExitCode, Failure> {
        self.tell_owner();
        let available = self.engine.check().map_err(said)?;
        self.audience.face.available(&available);
        Ok(if available.upgrade { ExitCode::from(failure::exit::AVAILABLE) } else { ExitCode::SUCCESS })
    }

    /// What is damaged is a failure, with an exit status of its own.
    fn verify(&self) -> Result<ExitCode, Failure> {
        self.tell_owner();
        let (findings, failure) = self.engine.verify().map_err(said)?;
        if let Some(failure) = failure {
            return Err(failure);
        }
        let version = Some(findings.version);
        self.audience.events.emit(Event::Finished(Outcome { version, ..Outcome::of(Action::Verify) }));
        Ok(ExitCode::SUCCESS)
    }

    /// What cannot start is a failure, however well it is known.
    fn status(&self) -> Result<ExitCode, Failure> {
        let status = self.engine.status().map_err(said)?;
        let (receipt, owner) =
            status.as_ref().map(|status| (&status.installed.receipt, status.owner.as_deref())).unzip();
        self.audience.face.status(receipt, owner.flatten());
        match status.and_then(|status| status.failure) {
            Some(failure) => Err(failure),
            None => Ok(ExitCode::SUCCESS),
        }
    }

    /// Whoever looks at another person's installation is told so.
    fn tell_owner(&self) {
        if let Some(owner) = self.engine.owner() {
            let text = self.audience.messages.text("note-anothers", &Arguments::new().text("owner", owner));
            self.audience.face.note(&text);
        }
    }

    fn uninstall(&self) -> Result<ExitCode, Failure> {
        let choice = match self.engine.removal().map_err(said)? {
            Some(removal) => {
                let chosen = consent::chosen(self.options);
                let removal = removal.with_chosen(&chosen.data, chosen.downloads);
                self.audience.events.emit(Event::Removing(Box::new(removal.clone())));
                consent::may_remove(self.options, self.audience.face, self.audience.messages, &removal)?
            }
            None => consent::chosen(self.options),
        };
        self.audience.events.emit(Event::Finished(self.engine.uninstall(&choice).map_err(said)?));
        Ok(ExitCode::SUCCESS)
    }
}

#[allow(clippy::needless_pass_by_value, reason = "for map_err")]
fn said(error: EngineError) -> Failure {
    error.failure()
}

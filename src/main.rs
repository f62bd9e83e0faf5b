//! The stub: reads the command line, puts the adapters together, runs the engine behind a face.
#![allow(clippy::disallowed_methods, reason = "this is the edge")]

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use indicatif::ProgressDrawTarget;
use quoc::console::options::{self, FaceChoice, Options, Verb};
use quoc::console::{Face, Screen, Stopwatch, Streams, consent, face, help};
use quoc::engine::{Engine, EngineError, World, failure};
use quoc::messages::{Isolation, Messages};
use quoc::model::Event;
use quoc::model::event::Failure;
use quoc::plan::Intent;
use quoc::ports::Cancel;
use quoc::system::assembly::Assembly;
use quoc::system::processes::{self, ChildProcesses};
use quoc::system::{SystemClock, folders, logging};

fn main() -> ExitCode {
    processes::tighten_umask();
    let arguments = folders::arguments();
    let parsed = options::parse(arguments.clone());
    let locale = match &parsed {
        Ok(options) => options.locale.clone(),
        Err(_) => options::locale_in_a_mistake(&arguments),
    };
    let messages = Arc::new(Messages::new(&wanted_locales(locale), Isolation::Off));
    let choice = match &parsed {
        Ok(Options { verb: Verb::Help, .. }) => return print(&help::page(&messages)),
        Ok(Options { verb: Verb::Version, .. }) => return print(&[format!("quoc {}", env!("CARGO_PKG_VERSION"))]),
        Ok(options) => options.face,
        Err(_) => face_of_a_mistake(&arguments),
    };
    let start = Instant::now();
    let clock: Stopwatch = Arc::new(move || start.elapsed());
    let face = face(choice, streams(choice), Arc::clone(&messages), clock);
    let ended = parsed.map_err(|usage| usage.failure()).and_then(|options| run(&options, face.as_ref(), &messages));
    let Err(failure) = ended else { return ExitCode::SUCCESS };
    log::error!("{}: {}", failure.code, failure.details.join(": "));
    let status = failure.exit_status;
    face.emit(Event::Failed(failure));
    ExitCode::from(status)
}

/// Does what the verb says.
fn run(options: &Options, face: &dyn Face, messages: &Messages) -> Result<(), Failure> {
    if let Some(path) = &options.log {
        logging::begin(path)
            .map_err(|error| failure::LOG_UNWRITABLE.failure([("path", path.display().to_string())], Some(&error)))?;
    }
    let cancel = cancelled_by_signals();
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
    let engine = Engine::new(&assembly.settings, world);
    let said = |error: EngineError| error.failure();
    let intent = match options.verb {
        Verb::Status => {
            let installed = engine.status().map_err(said)?;
            face.status(installed.as_ref().map(|installed| &installed.receipt));
            return Ok(());
        }
        Verb::Uninstall => {
            if let Some(installed) = engine.status().map_err(said)? {
                let folder = assembly.settings.layout.folder().display().to_string();
                consent::may_remove(options, face, messages, &installed.receipt.name, &folder)?;
            }
            face.emit(Event::Finished(engine.uninstall().map_err(said)?));
            return Ok(());
        }
        Verb::Install => Intent::Install,
        Verb::Upgrade => Intent::Upgrade,
        Verb::Repair => Intent::Repair,
        Verb::Automatic | Verb::Help | Verb::Version => Intent::Automatic,
    };
    // Who starts an installer wants it to install: the plan is shown, and nothing is asked.
    let done = engine.run(intent, &mut |_| true).map_err(said)?;
    face.emit(Event::Finished(done.outcome.clone()));
    engine.warm_up(&done);
    Ok(())
}

/// The first signal asks for a clean end; the second one is a kill, which the next start recovers from.
fn cancelled_by_signals() -> Cancel {
    let cancel = Cancel::default();
    let asked = cancel.clone();
    let handler = move || {
        if asked.is_cancelled() {
            processes::kill_all();
            std::process::exit(i32::from(failure::exit::CANCELLED));
        }
        asked.cancel();
    };
    if let Err(error) = ctrlc::set_handler(handler) {
        log::warn!("signals end this process at once: {error}");
    }
    cancel
}

fn wanted_locales(asked: Option<String>) -> Vec<String> {
    asked.into_iter().chain(sys_locale::get_locales()).collect()
}

/// A script that asked for JSON gets its mistakes as JSON, too.
fn face_of_a_mistake(arguments: &[OsString]) -> FaceChoice {
    let said = |word: &str| arguments.iter().any(|argument| argument == word);
    match (said("--json"), said("--silent")) {
        (true, _) => FaceChoice::Json,
        (false, true) => FaceChoice::Silent,
        (false, false) => FaceChoice::Terminal,
    }
}

fn streams(choice: FaceChoice) -> Streams {
    let input = std::io::stdin();
    let is_terminal = std::io::stderr().is_terminal() && std::io::stdout().is_terminal();
    let drawn = is_terminal && choice == FaceChoice::Terminal;
    Streams {
        out: Box::new(std::io::stdout()),
        err: Box::new(std::io::stderr()),
        input: input.is_terminal().then(|| Box::new(std::io::BufReader::new(input)) as _),
        screen: drawn.then(|| Screen {
            target: ProgressDrawTarget::stderr(),
            colour: std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }),
    }
}

fn print(lines: &[String]) -> ExitCode {
    let mut out = std::io::stdout().lock();
    // Whoever closed the pipe does not want the rest.
    let _closed = lines.iter().try_for_each(|line| writeln!(out, "{line}"));
    ExitCode::SUCCESS
}

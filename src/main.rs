//! The stub: reads the command line, puts the adapters together, runs the engine behind a face.
#![allow(clippy::disallowed_methods, reason = "this is the edge")]

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use quoc::console::options::{self, FaceChoice, Options, Verb};
use quoc::console::{Face, Screen, Stopwatch, Streams, consent, face, help};
use quoc::engine::{Engine, EngineError, World, failure};
use quoc::messages::{Isolation, Messages};
use quoc::model::Event;
use quoc::model::event::Failure;
use quoc::plan::Intent;
use quoc::ports::{Cancel, EventSink};
use quoc::system::assembly::Assembly;
use quoc::system::processes::SystemProcesses;
use quoc::system::{SystemClock, folders, logging};

fn main() -> ExitCode {
    let arguments = folders::arguments();
    let parsed = options::parse(arguments.clone());
    let locale = parsed.as_ref().ok().and_then(|options| options.locale.clone());
    let messages = Arc::new(Messages::new(&wanted_locales(locale), Isolation::Off));
    let start = Instant::now();
    let clock: Stopwatch = Arc::new(move || start.elapsed());
    let choice = parsed.as_ref().map_or_else(|_| face_of_a_mistake(&arguments), |options| options.face);
    match parsed.as_ref().map(|options| options.verb) {
        Ok(Verb::Help) => return print(&help::page(&messages)),
        Ok(Verb::Version) => return print(&[format!("quoc {}", env!("CARGO_PKG_VERSION"))]),
        _ => {}
    }
    let face = face(choice, streams(), Arc::clone(&messages), clock);
    let ended = parsed.map_err(|usage| usage.failure()).map_err(Unsaid).and_then(|options| {
        run(&options, face.as_ref(), &messages)
    });
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(Unsaid(failure)) => {
            let status = failure.exit_status;
            if !failure.code.is_empty() {
                face.emit(Event::Failed(failure));
            }
            ExitCode::from(status)
        }
    }
}

/// A failure that the face has not been told yet.
struct Unsaid(Failure);

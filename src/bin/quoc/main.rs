//! The stub: reads the command line and hands it to a face.
#![allow(clippy::disallowed_methods, reason = "this is the edge")]

mod frames;
mod notice;
mod replay;
mod runs;
mod signals;
mod terminal;
mod verbs;
mod window;
mod worker;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use quoc::console::help;
use quoc::console::options::{self, Options, Verb, WindowWish};
use quoc::messages::{Isolation, Messages};
use quoc::system::{folders, invocation, program, umask};

use crate::replay::Replay;

fn main() -> ExitCode {
    let start = Instant::now();
    umask::tighten();
    program::is_the_stub();
    let arguments = folders::arguments();
    let parsed = options::parse(arguments.clone(), folders::home().as_deref());
    let locale = match &parsed {
        Ok(options) => options.locale.clone(),
        Err(_) => options::locale_in_a_mistake(&arguments),
    };
    let locales = wanted_locales(locale);
    let messages = Arc::new(Messages::new(&locales, Isolation::Off));
    match parsed {
        Ok(Options { verb: Verb::Help, .. }) => {
            terminal::print(&help::page(&messages, &invocation::alone().program(), terminal::columns()))
        }
        Ok(Options { verb: Verb::Version, .. }) => terminal::print(&[format!("quoc {}", env!("CARGO_PKG_VERSION"))]),
        Ok(options) => run(&options, &arguments, &messages, (&locales, start)),
        Err(usage) => terminal::refuse(
            usage.failure(&invocation::alone().program()),
            options::face_of_a_mistake(&arguments),
            &messages,
        ),
    }
}

/// Does what the command line says, or plays what it names, in the window or in the terminal.
fn run(
    options: &Options,
    arguments: &[OsString],
    messages: &Arc<Messages>,
    (locales, start): (&[String], Instant),
) -> ExitCode {
    let replay = match options.replay.as_deref().map(Replay::read).transpose() {
        Ok(replay) => replay,
        Err(failure) => return terminal::refuse(failure, options.face, messages),
    };
    let opened = face((options, replay.as_ref()), arguments, (locales, start), messages);
    opened.unwrap_or_else(|| match replay {
        Some(replay) => terminal::play(replay, options.face, messages),
        None => terminal::run(options, arguments, messages),
    })
}

/// Opens the window where one is wanted and can be opened; without it, and where nobody may be asked, tells that.
fn face(
    (options, replay): (&Options, Option<&Replay>),
    arguments: &[OsString],
    (locales, start): (&[String], Instant),
    messages: &Arc<Messages>,
) -> Option<ExitCode> {
    let wanted = match options.window() {
        WindowWish::No => false,
        WindowWish::IfPossible => window::has_display(),
        WindowWish::Asked => true,
    };
    match wanted.then(|| window::run((options, replay), arguments, (locales, start)))? {
        Ok(status) => Some(status),
        Err(window::NoWindow(why)) => {
            log::warn!("no window: {why}");
            // Somebody is at a display, and without a terminal would neither see anything nor be asked.
            let is_unseen = window::has_display() && !notice::has_terminal() && !options.yes;
            is_unseen.then(|| terminal::fail_without_a_face(options, messages))
        }
    }
}

fn wanted_locales(asked: Option<String>) -> Vec<String> {
    asked.into_iter().chain(sys_locale::get_locales()).collect()
}

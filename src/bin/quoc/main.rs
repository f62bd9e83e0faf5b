//! The stub: reads the command line and hands it to a face.
#![allow(clippy::disallowed_methods, reason = "this is the edge")]

mod signals;
mod terminal;
mod verbs;

use std::process::ExitCode;
use std::sync::Arc;

use quoc::console::help;
use quoc::console::options::{self, Options, Verb};
use quoc::messages::{Isolation, Messages};
use quoc::system::folders;
use quoc::system::{program, umask};

fn main() -> ExitCode {
    umask::tighten();
    program::is_the_stub();
    let arguments = folders::arguments();
    let parsed = options::parse(arguments.clone());
    let locale = match &parsed {
        Ok(options) => options.locale.clone(),
        Err(_) => options::locale_in_a_mistake(&arguments),
    };
    let messages = Arc::new(Messages::new(&wanted_locales(locale), Isolation::Off));
    match parsed {
        Ok(Options { verb: Verb::Help, .. }) => terminal::print(&help::page(&messages, terminal::columns())),
        Ok(Options { verb: Verb::Version, .. }) => terminal::print(&[format!("quoc {}", env!("CARGO_PKG_VERSION"))]),
        Ok(options) => terminal::run(&options, &arguments, &messages),
        Err(usage) => terminal::refuse(&usage, options::face_of_a_mistake(&arguments), &messages),
    }
}

fn wanted_locales(asked: Option<String>) -> Vec<String> {
    asked.into_iter().chain(sys_locale::get_locales()).collect()
}

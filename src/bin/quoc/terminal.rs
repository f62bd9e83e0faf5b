//! A run in the terminal: bars, plain lines, `--json` or `--silent`, and the exit status.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use indicatif::ProgressDrawTarget;
use quoc::console::options::{FaceChoice, Options};
use quoc::console::usage::UsageError;
use quoc::console::{Face, Screen, Stopwatch, Streams, face};
use quoc::messages::Messages;
use quoc::model::Event;
use quoc::model::event::Failure;

use crate::verbs;

/// Does what the command line says, and tells how it ended.
pub(crate) fn run(options: &Options, messages: &Arc<Messages>) -> ExitCode {
    let face = started(options.face, messages);
    match verbs::run(options, face.as_ref(), messages) {
        Ok(status) => status,
        Err(failure) => failed(face.as_ref(), failure),
    }
}

/// Tells why the command line makes no sense.
pub(crate) fn refuse(usage: &UsageError, choice: FaceChoice, messages: &Arc<Messages>) -> ExitCode {
    failed(started(choice, messages).as_ref(), usage.failure())
}

/// Writes lines that were asked for, such as the help page.
pub(crate) fn print(lines: &[String]) -> ExitCode {
    let mut out = std::io::stdout().lock();
    // Whoever closed the pipe does not want the rest.
    let _closed = lines.iter().try_for_each(|line| writeln!(out, "{line}"));
    ExitCode::SUCCESS
}

fn failed(face: &dyn Face, failure: Failure) -> ExitCode {
    log::error!("{}: {}", failure.code, failure.details.join(": "));
    let status = failure.exit_status;
    face.emit(Event::Failed(failure));
    ExitCode::from(status)
}

fn started(choice: FaceChoice, messages: &Arc<Messages>) -> Arc<dyn Face> {
    let start = Instant::now();
    let clock: Stopwatch = Arc::new(move || start.elapsed());
    face(choice, streams(choice), Arc::clone(messages), clock)
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

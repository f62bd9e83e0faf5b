//! A run in the terminal: bars, plain lines, `--json` or `--silent`, and the exit status.

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use indicatif::ProgressDrawTarget;
use quoc::console::options::{FaceChoice, Options};
use quoc::console::{Face, Screen, Stopwatch, Streams, face};
use quoc::engine::failure;
use quoc::messages::{Arguments, CATALOGUES, Messages, list, speaks};
use quoc::model::Event;
use quoc::model::event::Failure;
use quoc::ports::EventSink;
use quoc::system::invocation;
use quoc::system::logging::{Recorder, RunLog};

use crate::replay::Replay;
use crate::{notice, signals, verbs};

/// Does what the command line says, and tells how it ended.
pub(crate) fn run(options: &Options, arguments: &[OsString], messages: &Arc<Messages>) -> ExitCode {
    let face = started(options.face, messages);
    if let Some(tag) = options.locale.as_deref().filter(|tag| !speaks(tag)) {
        let known: Vec<&str> = CATALOGUES.iter().map(|catalogue| catalogue.tag).collect();
        let arguments = Arguments::new().text("asked", tag).text("known", list(messages, &known));
        face.note(&messages.text("note-locale", &arguments));
    }
    let log = RunLog::begin(arguments, verbs::keep(options.verb));
    let events = Recorder::new(&log, face.as_ref());
    let audience = verbs::Audience { events: &events, face: face.as_ref(), log: &log, messages };
    match verbs::run(options, audience) {
        Ok(status) => status,
        Err(failure) => {
            let status = failed(&events, failure);
            if let Some(path) = log.path() {
                let path = path.display().to_string();
                face.note(&messages.text("note-log", &Arguments::new().text("path", path)));
            }
            status
        }
    }
}

/// Returns how wide the terminal is that standard output goes to.
pub(crate) fn columns() -> Option<usize> {
    let (_, columns) = console::Term::stdout().size_checked().filter(|_| std::io::stdout().is_terminal())?;
    Some(usize::from(columns))
}

/// Tells why the command line makes no sense.
pub(crate) fn refuse(failure: Failure, choice: FaceChoice, messages: &Arc<Messages>) -> ExitCode {
    failed(started(choice, messages).as_ref() as &dyn EventSink, failure)
}

/// Plays a recorded run; it ends as that one did.
pub(crate) fn play(mut replay: Replay, choice: FaceChoice, messages: &Arc<Messages>) -> ExitCode {
    let face = started(choice, messages);
    ExitCode::from(replay.play(face.as_ref() as &dyn EventSink, &signals::cancel()))
}

/// Tells that there is neither a window nor a terminal to ask in, on the desktop, too, where only that is seen; and how it
/// is started in one.
pub(crate) fn fail_without_a_face(options: &Options, messages: &Arc<Messages>) -> ExitCode {
    let command = invocation::of(options).fetching("");
    let failure = failure::USAGE_NO_FACE.failure([("command", command)], None);
    let text = format!("{}\n\n{}", messages.failure(&failure), messages.hint(&failure));
    if !notice::show(env!("CARGO_PKG_NAME"), &text) {
        log::warn!("nothing on this desktop shows a message");
    }
    failed(started(FaceChoice::Terminal, messages).as_ref() as &dyn EventSink, failure)
}

/// Writes lines that were asked for, such as the help page.
pub(crate) fn print(lines: &[String]) -> ExitCode {
    let mut out = std::io::stdout().lock();
    // Whoever closed the pipe does not want the rest.
    let _closed = lines.iter().try_for_each(|line| writeln!(out, "{line}"));
    ExitCode::SUCCESS
}

fn failed(events: &dyn EventSink, failure: Failure) -> ExitCode {
    let status = failure.exit_status;
    events.emit(Event::Failed(failure));
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
    let drawn = is_terminal && !matches!(choice, FaceChoice::Json | FaceChoice::Silent);
    Streams {
        out: Box::new(std::io::stdout()),
        err: Box::new(std::io::stderr()),
        input: input.is_terminal().then(|| Box::new(std::io::BufReader::new(input)) as _),
        screen: drawn.then(|| Screen {
            target: ProgressDrawTarget::stderr(),
            columns: Arc::new(|| columns().unwrap_or(USUAL_COLUMNS)),
            colour: std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }),
    }
}

/// For a terminal that does not say.
const USUAL_COLUMNS: usize = 80;

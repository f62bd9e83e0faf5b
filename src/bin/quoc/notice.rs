//! Says something to a person who has neither a window of ours nor a terminal, by whatever the desktop has for it.
//!
//! Each is a program of its own, given the text as one argument: no shell, no markup.

use std::io::IsTerminal;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Whether somebody reads what this program writes, or types.
pub(crate) fn has_terminal() -> bool {
    std::io::stdin().is_terminal() || std::io::stdout().is_terminal() || std::io::stderr().is_terminal()
}

/// Shows a text until it was read; returns whether anything could show it.
pub(crate) fn show(title: &str, text: &str) -> bool {
    DESKTOPS.iter().any(|(program, arguments)| {
        let filled = arguments.iter().map(|argument| argument.replace(TITLE, title).replace(TEXT, text));
        let shown = start(program, filled).is_some_and(|mut child| was_read(&mut child));
        log::info!("{program} {}", if shown { "has told it" } else { "cannot tell it" });
        shown
    })
}

fn start(program: &str, arguments: impl Iterator<Item = String>) -> Option<Child> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().ok()
}

/// Waits for its end. One that fails at once had no display; one that nobody answers is closed.
fn was_read(child: &mut Child) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < LONGEST {
        match child.try_wait() {
            Ok(Some(status)) => return status.success() || begun.elapsed() > AT_ONCE,
            Ok(None) => std::thread::sleep(Duration::from_millis(50)),
            Err(_) => return false,
        }
    }
    if let Err(error) = child.kill().and_then(|()| child.wait()) {
        log::warn!("a message stays: {error}");
    }
    true
}

const TITLE: &str = "{title}";
const TEXT: &str = "{text}";

/// What desktops have, the plainest last; xmessage is from a time before Unicode.
const DESKTOPS: &[(&str, &[&str])] = &[
    ("zenity", &["--error", "--no-markup", "--no-wrap", "--title={title}", "--text={text}"]),
    ("kdialog", &["--title", "{title}", "--error", "{text}"]),
    ("yad", &["--error", "--no-markup", "--title={title}", "--text={text}", "--button=OK"]),
    ("notify-send", &["--urgency=critical", "--app-name={title}", "--", "{title}", "{text}"]),
    ("xmessage", &["-center", "-title", "{title}", "{text}"]),
];

/// A dialog that ended so soon was not read.
const AT_ONCE: Duration = Duration::from_millis(800);

/// A dialog that nobody answers stays no longer.
const LONGEST: Duration = Duration::from_secs(600);

//! What is said in whole lines: the plan before it is carried out, how a run ended, what is installed.
//!
//! Pure: facts in, lines out. Foreign text becomes harmless on its way into `Arguments`.

use std::path::Path;

use crate::messages::{Arguments, Messages, list, phrases};
use crate::model::Receipt;
use crate::model::event::{Action, Failure, Outcome, Summary};

/// Returns what will be done, from whom it is, and where to; nothing when there is nothing to do.
pub fn plan(messages: &Messages, summary: &Summary) -> Vec<String> {
    let mut lines = match summary.action {
        Action::UpToDate => return Vec::new(),
        Action::Uninstall => return vec![phrases::action(messages, summary)],
        Action::Install | Action::Upgrade | Action::Repair => vec![phrases::action(messages, summary)],
    };
    let arguments = Arguments::new()
        .text("publisher", &summary.publisher)
        .number("signed", summary.signed_by)
        .number("keys", summary.keys)
        .number("threshold", summary.threshold);
    lines.push(messages.text("plan-publisher", &arguments));
    lines.push(messages.text("plan-python", &Arguments::new().shown("python", &summary.python)));
    let arguments = Arguments::new()
        .number("packages", summary.packages)
        .number("size", summary.size)
        .number("fetch", summary.to_fetch);
    lines.push(messages.text("plan-packages", &arguments));
    if !summary.builds.is_empty() {
        let names: Vec<&str> = summary.builds.iter().map(|name| name.as_str()).collect();
        lines.push(messages.text("plan-builds", &Arguments::new().text("packages", list(messages, &names))));
    }
    lines.push(messages.text("plan-folder", &Arguments::new().text("folder", &summary.folder)));
    lines
}

/// Returns how a run ended well, and how to start what it installed.
pub fn outcome(messages: &Messages, outcome: &Outcome) -> Vec<String> {
    let version = outcome.version.as_ref().map(ToString::to_string).unwrap_or_default();
    let arguments = Arguments::new().text("version", version);
    let first = match outcome.action {
        Action::Install => messages.text("outcome-install", &arguments),
        Action::Upgrade => messages.text("outcome-upgrade", &arguments),
        Action::Repair => messages.text("outcome-repair", &arguments),
        Action::UpToDate => messages.text("outcome-up-to-date", &arguments),
        Action::Uninstall => messages.word("outcome-uninstall"),
    };
    let mut lines = vec![first];
    let added = outcome.path_note.as_ref().filter(|note| note.added);
    if let Some(note) = added.filter(|_| outcome.action == Action::UpToDate) {
        lines.push(messages.text("outcome-path-added", &Arguments::new().text("file", &note.file)));
    }
    let started = matches!(outcome.action, Action::Install | Action::Upgrade | Action::Repair);
    if started && !outcome.commands.is_empty() {
        lines.extend(commands(messages, outcome));
    }
    lines
}

fn commands(messages: &Messages, outcome: &Outcome) -> Vec<String> {
    let name = |command: &String| {
        let stem = Path::new(command).file_name().map(|name| name.to_string_lossy().into_owned());
        stem.unwrap_or_else(|| command.clone())
    };
    if outcome.on_path {
        let names: Vec<String> = outcome.commands.iter().map(name).collect();
        return vec![messages.text("outcome-commands", &Arguments::new().text("commands", list(messages, &names)))];
    }
    let folder = outcome.commands.first().and_then(|command| Path::new(command).parent());
    let folder = folder.map(|folder| folder.display().to_string()).unwrap_or_default();
    let mut lines =
        vec![messages.text("outcome-commands", &Arguments::new().text("commands", list(messages, &outcome.commands)))];
    match &outcome.path_note {
        None => lines.push(messages.text("outcome-not-on-path", &Arguments::new().text("folder", folder))),
        Some(note) if note.added => {
            lines.push(messages.text("outcome-path-added", &Arguments::new().text("file", &note.file)));
        }
        Some(note) => {
            lines.push(messages.text("outcome-path-line", &Arguments::new().text("file", &note.file)));
            lines.push(format!("    {}", crate::messages::harmless(&note.line)));
        }
    }
    lines
}

/// Returns what went wrong, what the person can do, and the details.
pub fn failure(messages: &Messages, failure: &Failure) -> Vec<String> {
    let mut lines = vec![error_line(messages, failure)];
    lines.push(messages.text("failure-hint", &Arguments::new().text("hint", messages.hint(failure))));
    if !failure.details.is_empty() {
        lines.push(messages.word("failure-details"));
        lines.extend(failure.details.iter().map(|detail| format!("    {}", crate::messages::harmless(detail))));
    }
    lines
}

/// Returns what went wrong and what the person can do, in one line.
pub fn failure_in_a_line(messages: &Messages, failure: &Failure) -> String {
    format!("{} {}", error_line(messages, failure), messages.hint(failure))
}

fn error_line(messages: &Messages, failure: &Failure) -> String {
    let arguments = Arguments::new().text("code", &failure.code).text("message", messages.failure(failure));
    messages.text("failure-message", &arguments)
}

/// Returns what is installed.
pub fn status(messages: &Messages, receipt: Option<&Receipt>) -> Vec<String> {
    let Some(receipt) = receipt else { return vec![messages.word("status-nothing")] };
    let first = Arguments::new()
        .text("name", &receipt.name)
        .shown("version", &receipt.version)
        .shown("time", receipt.installed_at);
    let python =
        Arguments::new().shown("version", &receipt.python.version).text("path", receipt.python.path.to_string_lossy());
    let packages = u64::try_from(receipt.packages.len()).unwrap_or(u64::MAX);
    let mut lines = vec![
        messages.text("status-installed", &first),
        messages.text("status-python", &python),
        messages.text("status-packages", &Arguments::new().number("packages", packages)),
    ];
    if let Some(previous) = &receipt.previous {
        lines.push(messages.text("status-previous", &Arguments::new().shown("version", &previous.version)));
    }
    for file in &receipt.files {
        lines.push(messages.text("status-file", &Arguments::new().text("path", file.path.to_string_lossy())));
    }
    lines
}

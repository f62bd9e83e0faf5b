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
        Action::Install | Action::Upgrade | Action::UpgradeLater | Action::GoBack | Action::Repair => {
            vec![phrases::action(messages, summary)]
        }
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
    if summary.action == Action::GoBack {
        lines.push(messages.word("plan-go-back-data"));
    }
    if !summary.running.is_empty() {
        let programs = phrases::running(messages, &summary.running);
        lines.push(messages.text("plan-running", &Arguments::new().text("programs", programs)));
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
        Action::UpgradeLater => {
            let pending = outcome.pending.as_ref().map(ToString::to_string).unwrap_or_default();
            messages.text("outcome-upgrade-later", &arguments.text("pending", pending))
        }
        Action::GoBack => messages.text("outcome-go-back", &arguments),
        Action::Repair => messages.text("outcome-repair", &arguments),
        Action::UpToDate => match &outcome.left_aside {
            Some(newer) => messages.text("outcome-left-aside", &arguments.shown("newer", newer)),
            None => messages.text("outcome-up-to-date", &arguments),
        },
        Action::Uninstall => messages.word("outcome-uninstall"),
    };
    let mut lines = vec![first];
    let started = matches!(outcome.action, Action::Install | Action::Upgrade | Action::Repair | Action::GoBack);
    if started && !outcome.commands.is_empty() {
        lines.extend(commands(messages, outcome));
    }
    if !outcome.running.is_empty() {
        let programs = phrases::running(messages, &outcome.running);
        lines.push(messages.text("outcome-running", &Arguments::new().text("programs", programs)));
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
    vec![
        messages.text("outcome-commands", &Arguments::new().text("commands", list(messages, &outcome.commands))),
        messages.text("outcome-not-on-path", &Arguments::new().text("folder", folder)),
    ]
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

//! What is said in whole lines: the plan before it is carried out, how a run ended, what is installed.
//!
//! Pure: facts in, lines out. Foreign text becomes harmless on its way into `Arguments`.

use std::path::Path;

use crate::messages::{Arguments, Messages, list, phrases};
use crate::model::event::{Action, Failure, Outcome, Summary};
use crate::model::{Available, Finding, Findings, Receipt, Removal};

/// Returns what will be done, from whom it is, and where to; nothing when there is nothing to do.
pub fn plan(messages: &Messages, summary: &Summary) -> Vec<String> {
    let mut lines = match summary.action {
        Action::UpToDate | Action::Verify | Action::Mend => return Vec::new(),
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
    let command = |usual: &str| next_command(outcome.next_command.as_deref(), usual);
    let first = match outcome.action {
        Action::Upgrade if outcome.previous.is_some() => {
            messages.text("outcome-upgrade", &arguments.text("command", command("go-back")))
        }
        Action::Install | Action::Upgrade => messages.text("outcome-install", &arguments),
        Action::UpgradeLater => {
            let pending = outcome.pending.as_ref().map(ToString::to_string).unwrap_or_default();
            messages.text("outcome-upgrade-later", &arguments.text("pending", pending))
        }
        Action::GoBack => messages.text("outcome-go-back", &arguments.text("command", command("go-back"))),
        Action::Repair => messages.text("outcome-repair", &arguments),
        Action::Mend => messages.text("outcome-mend", &arguments),
        Action::Verify => messages.text("outcome-verify", &arguments),
        Action::UpToDate => match &outcome.left_aside {
            Some(newer) => {
                let arguments = arguments.shown("newer", newer).text("command", command("upgrade"));
                messages.text("outcome-left-aside", &arguments)
            }
            None => messages.text("outcome-up-to-date", &arguments),
        },
        Action::Uninstall => messages.word("outcome-uninstall"),
    };
    let mut lines = vec![first];
    let added = outcome.path_note.as_ref().filter(|note| note.added);
    if let Some(note) = added.filter(|_| outcome.action == Action::UpToDate) {
        lines.push(messages.text("outcome-path-added", &Arguments::new().text("file", &note.file)));
    }
    let started = matches!(outcome.action, Action::Install | Action::Upgrade | Action::Repair | Action::GoBack);
    if started && !outcome.commands.is_empty() {
        lines.extend(commands(messages, outcome));
    }
    if !outcome.running.is_empty() && outcome.pending.is_none() {
        let programs = phrases::running(messages, &outcome.running);
        lines.push(messages.text("outcome-running", &Arguments::new().text("programs", programs)));
    }
    lines
}

/// What was recorded by an older program says the command by its usual name.
fn next_command(recorded: Option<&str>, usual: &str) -> String {
    recorded.map_or_else(|| format!("{} {usual}", env!("CARGO_PKG_NAME")), str::to_owned)
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

/// Returns what a comparison came to: the first findings, and how many more there are.
pub fn findings(messages: &Messages, findings: &Findings) -> Vec<String> {
    let compared = Arguments::new()
        .shown("version", &findings.version)
        .number("files", findings.files)
        .number("size", findings.bytes)
        .number("packages", findings.packages)
        .number("signed", findings.signed);
    let mut lines = vec![messages.text("findings-compared", &compared)];
    lines.extend(first_findings(messages, &findings.findings));
    lines
}

/// Returns what was damaged and is as it should be again.
pub fn mended(messages: &Messages, mended: &[Finding]) -> Vec<String> {
    let mut lines = vec![messages.text("findings-mended", &Arguments::new().number("count", count(mended)))];
    lines.extend(first_findings(messages, mended));
    lines
}

fn first_findings(messages: &Messages, findings: &[Finding]) -> Vec<String> {
    let mut lines: Vec<String> = findings
        .iter()
        .take(MAX_FINDINGS)
        .map(|finding| detail(messages, phrases::finding(messages, finding)))
        .collect();
    let more = findings.get(MAX_FINDINGS..).unwrap_or_default();
    if !more.is_empty() {
        lines.push(messages.text("findings-more", &Arguments::new().number("count", count(more))));
    }
    lines
}

/// Returns whether there is anything newer than what is installed.
pub fn available(messages: &Messages, available: &Available) -> Vec<String> {
    let arguments = Arguments::new()
        .text("name", &available.name)
        .shown("installed", &available.installed)
        .shown("offered", &available.offered);
    let first = match (available.upgrade, available.to_fetch, &available.left_aside) {
        (false, _, Some(newer)) => {
            let command = next_command(available.next_command.as_deref(), "upgrade");
            let arguments = Arguments::new().shown("version", &available.installed).shown("newer", newer);
            messages.text("outcome-left-aside", &arguments.text("command", command))
        }
        (false, _, None) => messages.text("check-up-to-date", &arguments),
        (true, Some(size), _) => messages.text("check-upgrade-size", &arguments.number("size", size)),
        (true, None, _) => messages.text("check-upgrade", &arguments),
    };
    let mut lines = vec![first];
    if available.security {
        let installed = Arguments::new().shown("installed", &available.installed);
        lines.push(messages.text("check-security", &installed));
    }
    if let Some(code) = &available.obstacle {
        lines.push(messages.text("check-obstacle", &Arguments::new().text("code", code)));
    }
    lines
}

/// Returns what an uninstall takes away, and what it leaves.
pub fn removal(messages: &Messages, removal: &Removal) -> Vec<String> {
    let first = Arguments::new().text("name", &removal.name).shown("version", &removal.version);
    let folder = Arguments::new().text("path", &removal.folder).number("size", removal.size);
    let mut lines = vec![messages.text("removal-goes", &first), messages.text("removal-folder", &folder)];
    lines.extend(removal.files.iter().map(|path| detail(messages, path.clone())));
    lines.extend(removal.lines.iter().map(|path| detail(messages, phrases::shell_line(messages, path))));
    for data in removal.data.iter().filter(|data| data.goes) {
        let data = Arguments::new().text("path", &data.path).number("size", data.size);
        lines.push(messages.text("removal-data-goes", &data));
    }
    if removal.downloads > 0 && removal.downloads_go {
        lines.push(messages.text("removal-downloads-goes", &Arguments::new().number("size", removal.downloads)));
    }
    lines.extend(stays(messages, removal));
    lines.extend(phrases::removal_running(messages, removal));
    lines
}

fn stays(messages: &Messages, removal: &Removal) -> Vec<String> {
    let mut lines = Vec::new();
    for data in removal.data.iter().filter(|data| !data.goes) {
        let data = Arguments::new().text("path", &data.path).number("size", data.size);
        lines.push(messages.text("removal-data", &data));
    }
    for path in &removal.left {
        lines.push(messages.text("removal-left", &Arguments::new().text("path", path)));
    }
    if removal.downloads > 0 && !removal.downloads_go {
        lines.push(messages.text("removal-downloads", &Arguments::new().number("size", removal.downloads)));
    }
    if !lines.is_empty() {
        lines.insert(0, messages.word("removal-stays"));
    }
    lines
}

fn detail(messages: &Messages, text: String) -> String {
    messages.text("plain-detail", &Arguments::new().text("detail", text))
}

fn count<T>(items: &[T]) -> u64 {
    u64::try_from(items.len()).unwrap_or(u64::MAX)
}

/// Findings that are told one by one; `--json` tells all.
const MAX_FINDINGS: usize = 20;

/// Returns what is installed, and whose it is where it is another person's.
pub fn status(messages: &Messages, receipt: Option<&Receipt>, owner: Option<&str>) -> Vec<String> {
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
    for file in &receipt.shell_files {
        let line = phrases::shell_line(messages, &file.path.to_string_lossy());
        lines.push(messages.text("status-file", &Arguments::new().phrase("path", line)));
    }
    if let Some(owner) = owner {
        lines.push(messages.text("note-anothers", &Arguments::new().text("owner", owner)));
    }
    lines
}

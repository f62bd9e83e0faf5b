//! Says the facts of a run in words, the same in every face.

use std::time::Duration;

use super::{Arguments, Messages};
use crate::engine::session::{Session, Step, Transfer};
use crate::model::event::{Action, Phase, Running, Summary};
use crate::model::{FileName, Finding, FindingKind, Removal};

/// Says what a phase does.
pub fn phase(messages: &Messages, phase: Phase) -> String {
    match phase {
        Phase::Verifying => messages.word("phase-verifying"),
        Phase::Mending => messages.word("phase-mending"),
        Phase::Judging => messages.word("phase-judging"),
        Phase::Planning => messages.word("phase-planning"),
        Phase::Fetching => messages.word("phase-fetching"),
        Phase::Building => messages.word("phase-building"),
        Phase::Installing => messages.word("phase-installing"),
        Phase::Checking => messages.word("phase-checking"),
        Phase::Activating => messages.word("phase-activating"),
        Phase::Removing => messages.word("phase-removing"),
    }
}

/// Says what a plan will do.
pub fn action(messages: &Messages, summary: &Summary) -> String {
    let arguments = Arguments::new().text("name", &summary.name).shown("version", &summary.version);
    match (summary.action, &summary.installed) {
        (Action::Upgrade, Some(installed)) => messages.text("action-upgrade", &arguments.shown("installed", installed)),
        (Action::Install | Action::Upgrade, _) => messages.text("action-install", &arguments),
        (Action::UpgradeLater, _) => messages.text("action-upgrade-later", &arguments),
        (Action::GoBack, _) => messages.text("action-go-back", &arguments),
        (Action::Mend, _) => messages.text("action-mend", &arguments),
        (Action::Verify, _) => messages.text("action-verify", &arguments),
        (Action::Repair, _) => messages.text("action-repair", &arguments),
        (Action::UpToDate, _) => messages.text("action-up-to-date", &arguments),
        (Action::Uninstall, _) => messages.text("action-uninstall", &arguments),
    }
}

/// Says that another run is waited for, and how long at most.
pub fn waiting(messages: &Messages, left: Duration) -> String {
    messages.text("waiting", &Arguments::new().duration("left", left))
}

/// Names the application's processes, each with its number.
pub fn running(messages: &Messages, processes: &[Running]) -> String {
    let named = |process: &Running| {
        let arguments = Arguments::new().text("program", &process.program).shown("pid", process.pid);
        messages.text("running-process", &arguments)
    };
    let named: Vec<String> = processes.iter().map(named).collect();
    named.join(&messages.word("list-separator"))
}

/// Names the line in a shell's start-up file by which the commands are on the PATH.
pub fn shell_line(messages: &Messages, path: &str) -> String {
    messages.text("shell-line", &Arguments::new().text("path", path))
}

/// Says what still runs of an application that is to be removed.
pub fn removal_running(messages: &Messages, removal: &Removal) -> Option<String> {
    let programs = || Arguments::new().phrase("programs", running(messages, &removal.running));
    (!removal.running.is_empty()).then(|| messages.text("removal-running", &programs()))
}

/// Says how far the present phase has got; `None` where there is nothing to say.
pub fn progress(messages: &Messages, session: &Session, now: Duration) -> Option<String> {
    if let Some(wait) = session.network_wait(now) {
        return Some(network_wait(messages, wait));
    }
    match session.phase()? {
        Phase::Fetching => Some(bytes(messages, session, now)),
        Phase::Building => match session.step()? {
            Step::Building(package) => {
                Some(messages.text("progress-building", &Arguments::new().shown("package", package)))
            }
            Step::Installed(_) => None,
        },
        Phase::Installing => packages(messages, session, now),
        Phase::Verifying | Phase::Mending => compared(messages, session),
        Phase::Judging | Phase::Planning | Phase::Checking | Phase::Activating | Phase::Removing => None,
    }
}

fn bytes(messages: &Messages, session: &Session, now: Duration) -> String {
    let arguments = Arguments::new().number("have", session.fetched()).number("size", session.to_fetch());
    let Some(speed) = session.speed(now) else {
        return messages.text("progress-bytes", &arguments);
    };
    let arguments = arguments.number("speed", speed as u64);
    match session.time_left(now) {
        Some(left) => messages.text("progress-bytes-left", &arguments.duration("left", left)),
        None => messages.text("progress-bytes-speed", &arguments),
    }
}

fn compared(messages: &Messages, session: &Session) -> Option<String> {
    let verified = session.verified();
    let arguments = Arguments::new().number("have", verified.done).number("size", verified.total);
    (verified.total > 0).then(|| messages.text("progress-bytes", &arguments))
}

fn packages(messages: &Messages, session: &Session, now: Duration) -> Option<String> {
    let Step::Installed(package) = session.step()? else { return None };
    let installed = session.installed();
    let arguments =
        Arguments::new().number("done", installed.done).number("total", installed.total).shown("package", package);
    Some(match session.time_left(now) {
        Some(left) => messages.text("progress-packages-left", &arguments.duration("left", left)),
        None => messages.text("progress-packages", &arguments),
    })
}

/// Says how far one artifact has got, or which try it waits for.
pub fn transfer(messages: &Messages, artifact: &FileName, transfer: &Transfer, now: Duration) -> String {
    match &transfer.retry {
        Some(retry) => {
            let wait = retry.at.saturating_sub(now);
            retrying(messages, artifact, retry.attempt, wait)
        }
        None => {
            let arguments = Arguments::new()
                .shown("artifact", artifact)
                .number("have", transfer.have)
                .number("size", transfer.size);
            messages.text("transfer", &arguments)
        }
    }
}

/// Says that the network does not answer, and when it is asked again.
fn network_wait(messages: &Messages, wait: Duration) -> String {
    if wait.is_zero() {
        return messages.word("waiting-network");
    }
    messages.text("waiting-network-next", &Arguments::new().duration("wait", wait))
}

/// Says that an artifact is tried again, after a while or at once.
pub fn retrying(messages: &Messages, artifact: &FileName, attempt: u32, wait: Duration) -> String {
    let arguments = Arguments::new().shown("artifact", artifact).number("attempt", u64::from(attempt));
    if wait.is_zero() {
        return messages.text("retrying-now", &arguments);
    }
    messages.text("retrying", &arguments.duration("wait", wait))
}

/// Says one finding of a comparison.
pub fn finding(messages: &Messages, finding: &Finding) -> String {
    let arguments = Arguments::new().text("path", &finding.path);
    match finding.kind {
        FindingKind::Changed => messages.text("finding-changed", &arguments),
        FindingKind::Missing => messages.text("finding-missing", &arguments),
        FindingKind::Foreign => messages.text("finding-foreign", &arguments),
        FindingKind::Rights => messages.text("finding-rights", &arguments),
        FindingKind::Launcher => messages.text("finding-launcher", &arguments),
        FindingKind::Pointer => messages.text("finding-pointer", &arguments),
        FindingKind::Python => messages.text("finding-python", &arguments),
        FindingKind::Record => messages.text("finding-record", &arguments),
    }
}

/// Says how far the whole run has got.
pub fn whole(messages: &Messages, session: &Session) -> String {
    messages.text("progress-whole", &Arguments::new().number("progress", u64::from(session.progress())))
}

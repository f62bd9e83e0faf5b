//! What the gate found: what users would be refused, where, and what a publisher can do about it.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;

use super::platform;
use crate::environment::screen::StartupFile;
use crate::model::label::is_deceptive;
use crate::publish::gate::{Fault, Finding, LongPath, Report};

pub(in crate::publish::face) const SCREENING: &str =
    "screening every wheel as users' machines will; what is not at hand is downloaded first\n";

/// Tells everything that users would be refused.
pub(in crate::publish::face) fn findings(findings: &[Finding]) -> String {
    let mut text = String::from("\nusers would be refused\n");
    let mut shown = BTreeSet::new();
    for finding in findings {
        let _infallible = writeln!(text, "  {}", fault(&finding.fault));
        if !finding.claims.is_empty() {
            let _infallible = writeln!(text, "    on {}", places(finding));
        }
        if let Fault::Startup { files, .. } = &finding.fault {
            for file in files {
                if shown.insert((&file.path, file.sha256)) {
                    text.push_str(&startup(file));
                } else {
                    let _infallible = writeln!(text, "    {}: the same as above", file.path);
                }
            }
        }
    }
    text.push_str(&to_list(findings));
    text
}

/// Says how much was screened, and who has no room for it.
pub(super) fn report(report: &Report) -> String {
    let mut text = format!("screened {} wheels, {:.1} MB\n", report.wheels, super::megabytes(report.size));
    match report.installed_with {
        Some(python) => {
            let _infallible = writeln!(text, "installed and started on this machine with Python {python}");
        }
        None => text.push_str(
            "not installed here: this machine has none of the claimed Pythons, or cannot build what it needs\n",
        ),
    }
    if let Some(LongPath { wheel, path, account_name }) = &report.long_path {
        let _infallible = writeln!(
            text,
            "note: on Windows, accounts with names of more than {account_name} characters will need --prefix:\n  \
             {wheel} has {path:?}"
        );
    }
    text
}

fn fault(fault: &Fault) -> String {
    let mut text = fault.to_string();
    let mut cause = match fault {
        Fault::Refused(refused) => refused.reason.source(),
        Fault::Icon { reason, .. } => reason.source(),
        Fault::Stub { reason, .. } => reason.source(),
        Fault::Runtime { reason, .. } | Fault::Install { reason } => reason.source(),
        Fault::Startup { .. } | Fault::Python { .. } | Fault::NoCommand { .. } => None,
    };
    if let Fault::Install { reason } = fault {
        for line in reason.output() {
            let _infallible = write!(text, "\n    | {}", harmless(line));
        }
    }
    while let Some(error) = cause {
        let _infallible = write!(text, ": {error}");
        cause = error.source();
    }
    text
}

fn places(finding: &Finding) -> String {
    let mut platforms: Vec<(String, Vec<String>)> = Vec::new();
    for (place, python) in &finding.claims {
        let (name, python) = (platform(place), python.to_string());
        match platforms.iter_mut().find(|(known, _)| *known == name) {
            Some((_, pythons)) if pythons.contains(&python) => {}
            Some((_, pythons)) => pythons.push(python),
            None => platforms.push((name, vec![python])),
        }
    }
    let one = |(platform, pythons): &(String, Vec<String>)| format!("{platform} with Python {}", pythons.join(", "));
    platforms.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Shows a file so that it can be read and judged; nothing in it reaches the terminal unescaped.
fn startup(file: &StartupFile) -> String {
    let mut text = format!("    {} ({} bytes) says:\n", file.path, file.size);
    for line in String::from_utf8_lossy(&file.content).lines() {
        let _infallible = writeln!(text, "      | {}", harmless(line));
    }
    if file.size > StartupFile::SHOWN as u64 {
        let _infallible = writeln!(text, "      | (only its first {} bytes are shown)", StartupFile::SHOWN);
    }
    text
}

pub(super) fn harmless(line: &str) -> String {
    let show = |c: char| if is_deceptive(c) { c.escape_unicode().to_string() } else { c.to_string() };
    line.chars().map(show).collect()
}

/// The lines of `release.toml` that would allow the files that may be allowed at all.
fn to_list(findings: &[Finding]) -> String {
    let mut files: Vec<&StartupFile> = Vec::new();
    for finding in findings {
        if let Fault::Startup { files: found, .. } = &finding.fault {
            let new = |file: &&StartupFile| !files.iter().any(|f| (&f.path, f.sha256) == (&file.path, file.sha256));
            let new: Vec<&StartupFile> = found.iter().filter(new).collect();
            files.extend(new);
        }
    }
    let (allowable, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.path.ends_with(".pth"));
    let mut text = String::new();
    for file in others {
        let _infallible = writeln!(text, "\n{} can be in no release: lock another version", file.path);
    }
    if allowable.is_empty() {
        return text;
    }
    text.push_str(
        "\nonce you have read them, and want them to run on users' machines, put into release.toml:\n[path-files]\n",
    );
    let mut names: Vec<&str> = allowable.iter().map(|file| file.path.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let digests = allowable.iter().filter(|file| file.path == name);
        let digests: Vec<String> = digests.map(|file| format!("\"{}\"", file.sha256)).collect();
        let _infallible = match digests.as_slice() {
            [one] => writeln!(text, "\"{name}\" = {one}"),
            several => writeln!(text, "\"{name}\" = [{}]", several.join(", ")),
        };
    }
    text.push_str("beside what is listed there already; then run 'release' again\n");
    text
}

//! Everything that `quoc-publish` says, in one place: English, plain, without colour.

mod changes;
mod gate;
mod help;
mod quorum;
mod templates;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use super::options::Verb;
use crate::messages::Messages;
use crate::model::event::Failure;
use crate::model::label::is_deceptive;
use crate::model::release::{Os, Platform};
use crate::plan::Unfit;
use crate::publish::coverage::{Covering, Row};
use crate::publish::lock::Locked;
use crate::publish::recipe::Recipe;
use crate::publish::wheels::{Builder, BuiltWheel};
use crate::trust::document::{KeyId, PublicKey, VerificationKey};

pub(super) use changes::changes;
pub(super) use gate::{SCREENING, findings};
pub(super) use help::help;
pub(super) use quorum::*;
pub(super) use templates::{RECIPE, profile};

/// Says what went wrong, what the publisher can do, and every cause below.
pub(in crate::publish::face) fn failure(messages: &Messages, failure: &Failure) -> String {
    let mut text = format!(
        "quoc-publish: {} [{}]\n  {}\n",
        messages.failure(failure),
        failure.code,
        messages.hint(failure).replace('\n', "\n  ")
    );
    // A tab is no trick, and a line of a tool or of a file ends where it ended there.
    for line in failure.details.iter().flat_map(|detail| detail.lines()) {
        let _infallible = writeln!(text, "  | {}", gate::harmless(&line.replace('\t', "    ")));
    }
    text
}

pub(in crate::publish::face) fn key_made(private: &Path, public: &Path, id: &KeyId) -> String {
    format!(
        "private half  {}  (keep it: never mail it, never copy it to a server)\npublic half   {}\nkey id        {id}\n",
        private.display(),
        public.display()
    )
}

pub(in crate::publish::face) fn key_shown(key: &PublicKey) -> String {
    let kind = match key.verification_key() {
        VerificationKey::Ed25519(_) => "Ed25519",
        #[cfg(feature = "conformance-ecdsa")]
        VerificationKey::P256(_) => "ECDSA P-256",
    };
    let digits: String = key.verification_key().identity().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{kind} key\nkey id      {}\npublic key  {digits}\n", key.key_id())
}

pub(in crate::publish::face) fn key_exposed(path: &Path) -> String {
    format!("warning: others than you can read {}; chmod 600 it if your system can\n", path.display())
}

pub(in crate::publish::face) fn locking(recipe: &Recipe) -> String {
    let pythons: Vec<String> = recipe.pythons.iter().map(ToString::to_string).collect();
    format!(
        "locking {} for Python {} on {} platforms; the resolver may run code of source distributions\n",
        recipe.requirement,
        pythons.join(", "),
        recipe.platforms.len()
    )
}

pub(in crate::publish::face) fn locked(locked: &Locked, foreign_hosts: &BTreeSet<String>) -> String {
    let wheels: usize = locked.lock.packages.iter().map(|package| package.wheels.len()).sum();
    let mut text = format!("pylock.toml: {} distributions, {wheels} wheels\n", locked.lock.packages.len());
    for (name, build) in &locked.builds {
        let needs: Vec<String> =
            build.packages.iter().map(|package| format!("{} {}", package.name, package.version)).collect();
        let _infallible = writeln!(text, "pylock.build-{name}.toml: {}", needs.join(", "));
    }
    let _infallible = writeln!(text, "pip.json: {}", locked.pip.name);
    for host in foreign_hosts {
        let _infallible = writeln!(text, "note: users will have to reach {host}");
    }
    text
}

pub(in crate::publish::face) fn built(builders: &[Builder], built: &[BuiltWheel]) -> String {
    let mut text = String::new();
    let pythons: Vec<String> = builders.iter().map(|builder| builder.python.to_string()).collect();
    if built.is_empty() {
        let _infallible = writeln!(text, "nothing to build with Python {}", pythons.join(", "));
    }
    for wheel in built {
        let note = if wheel.audited || !wheel.file.as_str().contains("-linux_") {
            ""
        } else {
            "  (for systems like this one only: auditwheel is not on the PATH or declined)"
        };
        let _infallible = writeln!(text, "built {}{note}", wheel.file);
    }
    text
}

/// Draws the coverage table: a line for each claim.
pub(in crate::publish::face) fn coverage(rows: &[Row]) -> String {
    let mut text = String::from("\ncoverage\n");
    for row in rows {
        let place = format!("{}, Python {}", platform(&row.platform), row.python);
        let outcome = match &row.outcome {
            Err(Unfit::NoWheel { packages }) => {
                let packages: Vec<_> = packages.iter().map(|missing| missing.package.clone()).collect();
                format!("NO WHEEL OF: {}", names(&packages))
            }
            Err(reason) => format!("CANNOT BE INSTALLED: {reason}"),
            Ok(Covering { packages, size, built }) => {
                let built = if built.is_empty() { String::new() } else { format!("  users build: {}", names(built)) };
                format!("{packages:>3} distributions {:>6.1} MB{built}", megabytes(*size))
            }
        };
        let _infallible = writeln!(text, "  {place:<34} {outcome}");
    }
    text
}

/// Says what to do after locking or building.
pub(in crate::publish::face) fn next_step(after: Verb, rows: &[Row]) -> &'static str {
    let builds = rows.iter().any(|row| row.outcome.as_ref().is_ok_and(|covering| !covering.built.is_empty()));
    match after {
        _ if !rows.iter().all(Row::is_covered) => {
            "next: claim less in release.toml, allow builds, or lock versions that have wheels; then lock again\n"
        }
        Verb::Lock if builds => "next: wheels, so that fewer users have to build; then release\n",
        _ => "next: release\n",
    }
}

fn names(list: &[crate::model::PackageName]) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

#[allow(clippy::cast_precision_loss, reason = "one decimal of a size is shown")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// Text of others may hold characters that paint over, hide or turn what a signer has to see.
fn plain(text: &str) -> String {
    text.chars().map(|c| if is_deceptive(c) { '\u{fffd}' } else { c }).collect()
}

fn platform(platform: &Platform) -> String {
    let os = match platform.os {
        Os::LinuxGlibc => "Linux (glibc)",
        Os::LinuxMusl => "Linux (musl)",
        Os::Macos => "macOS",
        Os::Windows => "Windows",
    };
    format!("{os} {}", platform.arch)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::texts;

    #[test]
    fn what_a_tool_said_is_shown_line_by_line_and_nothing_in_it_acts() {
        let details = vec!["one\ttwo\r\nthree".to_owned(), "\u{1b}[2Jfour".to_owned()];
        let (code, arguments) = ("cancelled".to_owned(), std::collections::BTreeMap::new());
        let text = failure(&texts::messages(&["en-US"]), &Failure { code, exit_status: 130, arguments, details });
        let shown: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("  | ")).collect();
        assert_eq!(shown, ["one    two", "three", "\\u{1b}[2Jfour"]);
    }
}

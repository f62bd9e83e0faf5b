//! Everything that `quoc-publish` says, in one place: English, plain, without colour.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use super::options::{UsageError, Verb};
use crate::model::release::{Os, Platform};
use crate::plan::Unfit;
use crate::publish::coverage::{Covering, Row};
use crate::publish::lock::Locked;
use crate::publish::recipe::Recipe;
use crate::publish::wheels::{Builder, BuiltWheel};
use crate::trust::document::{KeyId, PublicKey, VerificationKey};

/// Returns the help page of a verb, or the overview.
pub(super) fn help(verb: Option<Verb>) -> String {
    verb.map_or_else(overview, |verb| {
        let Page { usage, what, options, example } = page(verb);
        format!(
            "quoc-publish {} {usage}\n\n{what}\n\nOptions:\n{options}  --folder DIR   the publisher's folder \
             (the current one)\n  --help         this text\n\nExample:\n  {example}\n",
            verb.name()
        )
    })
}

fn overview() -> String {
    let mut text = String::from(
        "quoc-publish: publish signed releases of a Python application\n\n\
         No key leaves its owner's machine: 'release' needs none, 'sign' adds one small file,\n\
         'publish' puts together what enough owners have signed.\n\nVerbs, in the order of a release:\n",
    );
    for verb in Verb::ALL {
        let first = page(verb).what.split(". ").next().unwrap_or_default().replace('\n', " ");
        let _infallible = writeln!(text, "  {:<9} {}.", verb.name(), first.trim_end_matches('.'));
    }
    text.push_str(
        "\nquoc-publish VERB --help says more.\n\n\
         Exit status: 0 done, 1 failed or refused, 2 wrong command line,\n\
         3 done, but somebody has to act (something ends within 30 days, a claim is not covered).\n",
    );
    text
}

struct Page {
    usage: &'static str,
    what: &'static str,
    options: &'static str,
    example: &'static str,
}

fn page(verb: Verb) -> Page {
    let (usage, what, options, example) = match verb {
        Verb::KeyNew => (
            "FILE",
            "Makes a key for one owner of one application. The private half goes to FILE, readable by you\n\
             alone, the public half beside it (*.pub). Keep FILE on your machine, with a copy at a safe place;\n\
             mail the public half to whoever runs 'init'. There is no passphrase: FILE is as safe as where it lies.",
            "",
            "quoc-publish key new alice.pem",
        ),
        Verb::KeyShow => (
            "FILE",
            "Shows the id of a private or public key, to compare by telephone.",
            "",
            "quoc-publish key show keys/alice.pub",
        ),
        Verb::Init => (
            "--quorum N --online FILE [--key FILE]...",
            "Starts the repository of an application. It stages the first root from the owners' public keys\n\
             (those in keys/, or given with --key), N of which will have to sign every release, and the online\n\
             key that renews timestamps. The owners then sign it. Writes release.toml to fill in, where there is none.",
            "  --quorum N     how many owners must sign\n  --key FILE     an owner's public key, once for each\n  \
             --online FILE  the public half of the online key\n",
            "quoc-publish init --quorum 2 --online keys/online.pub",
        ),
        Verb::Lock => (
            "[--index-url URL]",
            "Locks release.toml: every distribution for every claimed platform and Python, hashed. Needs uv on\n\
             the PATH. The resolver may run code of source distributions to learn what they need. Prints which\n\
             platform and Python lacks a wheel of what.",
            "  --index-url URL  an index to ask instead of the configured one\n",
            "quoc-publish lock",
        ),
        Verb::Wheels => (
            "[--python FILE]...",
            "Builds the wheels that no index has. Each is built from its locked sdist, with locked build\n\
             dependencies, offline, once for each claimed Python at hand; with auditwheel on the PATH the\n\
             result also serves other Linux systems.",
            "  --python FILE  a Python to build with, once for each (those on the PATH)\n",
            "quoc-publish wheels --python /opt/python3.12/bin/python3",
        ),
        Verb::Release => (
            "[--targets-version N]",
            "Stages the next release from what was locked and built. It needs no key. Send the folder\n\
             'staged' to the owners of keys.",
            "  --targets-version N  where version N-1 was already signed but will never be published\n",
            "quoc-publish release",
        ),
        Verb::Root => (
            "[--quorum N] [--key FILE]... [--remove NAME]... [--online FILE]",
            "Stages another set of keys. The owners of old and new keys sign it; users follow by themselves.",
            "  --quorum N     how many owners must sign from now on\n  --key FILE     a public key to add\n  \
             --remove NAME  a key to take out, by name or id\n  --online FILE  another online key, its public half\n",
            "quoc-publish root --remove carol --key keys/dave.pub",
        ),
        Verb::Sign => (
            "--key FILE [--yes]",
            "Shows what is staged and signs it. Works on a copy of the folder 'staged' on a machine that has\n\
             nothing else. Writes one small file for each document into staged/signatures: mail it back.\n\
             Beside the key it keeps a record, and never signs two different documents of one version.",
            "  --key FILE     your private key\n  --yes          do not ask\n",
            "quoc-publish sign --key ~/keys/alice.pem",
        ),
        Verb::Publish => (
            "--online FILE [SIGNATURE]...",
            "Publishes what enough owners have signed. It reads the result as users of every earlier state\n\
             would, and refuses what one of them could not install. Then upload the folder 'repository',\n\
             metadata/timestamp.json last.",
            "  --online FILE  the private online key\n  SIGNATURE      files that owners have mailed\n",
            "quoc-publish publish --online online.pem alice.json bob.json",
        ),
        Verb::Renew => (
            "--online FILE",
            "Signs timestamp and snapshot anew, for cron. Exits with status 3, and says what to do, from 30\n\
             days before root, targets or snapshot end.",
            "  --online FILE  the private online key\n",
            "quoc-publish renew --folder /srv/release --online /etc/quoc/online.pem",
        ),
        Verb::Status => {
            ("", "Says who has signed what is staged, who is missing, and what ends when.", "", "quoc-publish status")
        }
        Verb::Verify => (
            "URL-or-DIR --root FILE",
            "Reads a repository as a user would, and checks every file it releases.",
            "  --root FILE    version 1 of the root, as stubs bring it\n",
            "quoc-publish verify https://example.org/repository --root root.json",
        ),
        Verb::Serve => (
            "[--port N]",
            "Serves the folder 'repository' to this machine, for trying.",
            "  --port N       another port than a free one\n",
            "quoc-publish serve --port 8000",
        ),
    };
    Page { usage, what, options, example }
}

/// Says what was wrong with the command line, and where to read on.
pub(super) fn usage(error: &UsageError) -> String {
    format!("quoc-publish: {error}\nquoc-publish --help lists the verbs, quoc-publish VERB --help their options.\n")
}

/// Says what went wrong, with every cause below.
pub(super) fn failure(error: &(dyn Error + 'static)) -> String {
    let mut text = format!("quoc-publish: {error}\n");
    let mut cause = error.source();
    while let Some(error) = cause {
        let _infallible = writeln!(text, "  because: {error}");
        cause = error.source();
    }
    text
}

pub(super) fn key_made(private: &Path, public: &Path, id: &KeyId) -> String {
    format!(
        "private half  {}  (keep it: never mail it, never copy it to a server)\npublic half   {}\nkey id        {id}\n",
        private.display(),
        public.display()
    )
}

pub(super) fn key_shown(key: &PublicKey) -> String {
    let kind = match key.verification_key() {
        VerificationKey::Ed25519(_) => "Ed25519",
        #[cfg(feature = "conformance-ecdsa")]
        VerificationKey::P256(_) => "ECDSA P-256",
    };
    let digits: String = key.verification_key().identity().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{kind} key\nkey id      {}\npublic key  {digits}\n", key.key_id())
}

pub(super) fn key_exposed(path: &Path) -> String {
    format!("warning: others than you can read {}; chmod 600 it if your system can\n", path.display())
}

pub(super) fn locking(recipe: &Recipe) -> String {
    let pythons: Vec<String> = recipe.pythons.iter().map(ToString::to_string).collect();
    format!(
        "locking {} for Python {} on {} platforms; the resolver may run code of source distributions\n",
        recipe.requirement,
        pythons.join(", "),
        recipe.platforms.len()
    )
}

pub(super) fn locked(locked: &Locked, foreign_hosts: &BTreeSet<String>) -> String {
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

pub(super) fn built(builders: &[Builder], built: &[BuiltWheel]) -> String {
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
pub(super) fn coverage(rows: &[Row]) -> String {
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

fn names(list: &[crate::model::PackageName]) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

#[allow(clippy::cast_precision_loss, reason = "one decimal of a size is shown")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
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

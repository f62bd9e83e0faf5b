//! What is said about keys, signatures, releases and their ends.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::gate::report;
use super::{coverage, plain};
use crate::model::Timestamp;
use crate::publish::attach::LeftOut;
use crate::publish::history::History;
use crate::publish::key::NamedKey;
use crate::publish::publishing::Outcome;
use crate::publish::stage::StagedRelease;
use crate::publish::watch::{Ending, Status, Waiting};
use crate::trust::document::{KeyId, RoleName};
use crate::trust::{TrustedRelease, Versions};

pub(in crate::publish::face) fn initialised(
    owners: &[NamedKey],
    quorum: u64,
    expires: Timestamp,
    made: &[PathBuf],
) -> String {
    let mut text = format!("staged root version 1: {quorum} of {} owners must sign, until {expires}\n", owners.len());
    for owner in owners {
        let _infallible = writeln!(text, "  {:<12} {}", owner.name, owner.public.key_id());
    }
    if quorum == 1 {
        text.push_str("warning: with a quorum of 1, one stolen key releases anything\n");
    }
    for path in made {
        let members = if path.ends_with("profile.toml") { ": id, name, publisher, repository" } else { "" };
        let _infallible = writeln!(text, "made {}: fill it in{members}", path.display());
    }
    text.push_str("next: lock, wheels, release; then send the folder 'staged' to the owners, who sign it\n");
    text
}

pub(in crate::publish::face) fn root_staged(restaged: bool) -> String {
    let also = if restaged {
        "the release is staged again, unchanged: the new keys would not believe it as it is signed now\n"
    } else {
        ""
    };
    format!("{also}next: send the folder 'staged' to the owners of old and new keys, who sign it\n")
}

pub(in crate::publish::face) fn staged(staged: &StagedRelease, folder: &Path) -> String {
    format!(
        "{}{}\nstaged {} {} as targets version {} in {}\nnext: send that folder to the owners, who sign it; then publish\n",
        coverage(&staged.coverage),
        report(&staged.report),
        staged.release.application.name,
        staged.release.version,
        staged.targets_version,
        folder.display()
    )
}

/// Names the beginning of all trust, so that owners can compare it.
pub(in crate::publish::face) fn history(history: &History) -> String {
    let mut text = format!("  first root {}", history.first_root);
    text.push_str(if history.first_sight {
        ": NEW TO THIS KEY; ask another owner whether it is the same there, before you sign\n"
    } else {
        ", as this key has always known it\n"
    });
    text
}

pub(in crate::publish::face) fn ask_to_sign(roles: &[RoleName]) -> String {
    let roles: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
    format!("Is this what you expect? Sign {}?", roles.join(" and "))
}

pub(in crate::publish::face) fn signed(written: &[PathBuf]) -> String {
    let mut text = String::from("signed; send back:\n");
    for path in written {
        let _infallible = writeln!(text, "  {}", path.display());
    }
    text
}

pub(in crate::publish::face) fn published(outcome: &Outcome, repository: &Path) -> String {
    let Versions { root, timestamp, snapshot, targets } = outcome.versions;
    let mut text = left_out(&outcome.left_out);
    let _infallible = writeln!(
        text,
        "published {} (root {root}, targets {targets}, snapshot {snapshot}, timestamp {timestamp}), read as {} users\n\
         next: upload {}, metadata/timestamp.json last",
        outcome.version,
        outcome.users,
        repository.display()
    );
    text
}

/// That the profile does not say where releases are.
pub(in crate::publish::face) const NO_ADDRESS: &str = "warning: profile.toml names no 'repository': users find releases only where each of them names the address \
     (--repository)\n";

/// Names the signature files that count for nothing.
pub(in crate::publish::face) fn left_out(left_out: &LeftOut) -> String {
    let mut text = String::new();
    for name in &left_out.foreign {
        let _infallible = writeln!(text, "left out: {} signs nothing that is staged", plain(name));
    }
    for name in &left_out.worthless {
        let _infallible = writeln!(text, "REFUSED: {} is no signature of a key that may sign this", plain(name));
    }
    text
}

pub(in crate::publish::face) fn missing(
    role: RoleName,
    signed: &[KeyId],
    missing: &[KeyId],
    known: &[NamedKey],
) -> String {
    format!("{role}: signed by {}; not by {}\n", list(signed, known), list(missing, known))
}

/// Says whose signatures a reader of the repository misses, and what else the document bears.
pub(in crate::publish::face) fn too_few(
    role: RoleName,
    missing: &[KeyId],
    (signed, worthless): (u64, usize),
    known: &[NamedKey],
) -> String {
    let others = match worthless {
        0 if signed == 0 => "it has no signature at all".to_owned(),
        0 => "it has no other signature".to_owned(),
        others => {
            format!("its other signatures ({others}) are of keys that this role does not have, or of other bytes")
        }
    };
    format!("{role}: not signed by {}; {others}\n", list(missing, known))
}

fn list(ids: &[KeyId], known: &[NamedKey]) -> String {
    if ids.is_empty() {
        return "nobody".to_owned();
    }
    ids.iter().map(|id| name_of(id, known)).collect::<Vec<_>>().join(", ")
}

pub(in crate::publish::face) fn renewed(versions: Versions, endings: &[Ending]) -> String {
    format!("renewed: timestamp {}, snapshot {}\n{}", versions.timestamp, versions.snapshot, ends(endings))
}

fn ends(endings: &[Ending]) -> String {
    endings
        .iter()
        .map(|ending| format!("  {:<10} version {:<5} ends {}\n", ending.role.as_str(), ending.version, ending.expires))
        .collect()
}

/// Says what ends soon and who has to do what; empty where nothing does.
pub(in crate::publish::face) fn alarm(endings: &[Ending], now: Timestamp) -> String {
    let mut text = String::new();
    for ending in endings.iter().filter(|ending| ending.alarm) {
        let days = ending.expires.seconds().saturating_sub(now.seconds()) / 86_400;
        let role = ending.role;
        let what = match role {
            RoleName::Root => "stage a new root with 'root' and have the owners sign it",
            RoleName::Targets => "stage a release with 'release' and have the owners sign it",
            RoleName::Snapshot | RoleName::Timestamp => "run 'renew', and see why cron has not",
        };
        let _infallible = if ending.expires <= now {
            writeln!(text, "ALARM: {role} ENDED at {}: nobody can install or upgrade; {what}", ending.expires)
        } else {
            writeln!(text, "ALARM: {role} ends in {days} days, at {}: {what}", ending.expires)
        };
    }
    text
}

pub(in crate::publish::face) fn status(status: &Status, known: &[NamedKey]) -> String {
    let mut text = match status.published.is_empty() {
        true => "nothing is published yet\n".to_owned(),
        false => format!("published\n{}", ends(&status.published)),
    };
    if status.waiting.is_empty() {
        text.push_str("nothing waits for signatures\n");
    }
    for Waiting { role, version, old_keys, threshold, signed, missing } in &status.waiting {
        let keys = if *old_keys { " by the keys that go" } else { "" };
        let _infallible =
            writeln!(text, "waiting: {role} version {version}, signed{keys} {} of {threshold} times", signed.len());
        for id in signed {
            let _infallible = writeln!(text, "  signed   {}", name_of(id, known));
        }
        for id in missing {
            let _infallible = writeln!(text, "  missing  {}", name_of(id, known));
        }
    }
    text
}

pub(in crate::publish::face) fn verified(trusted: &TrustedRelease, bytes: u64) -> String {
    let targets = trusted.targets();
    let Versions { root, timestamp, snapshot, targets: version } = targets.versions();
    let (release, signers, expires) = (trusted.release(), targets.signers(), targets.expires());
    format!(
        "{} {} by {}\nsigned by {} of {} keys, {} needed\nroot {root}, targets {version}, snapshot {snapshot}, \
         timestamp {timestamp}; {} ends first, at {}\n{} files, {bytes} bytes, all as signed\n",
        plain(&release.application.name),
        release.version,
        plain(&release.application.publisher),
        signers.signed.len(),
        signers.keys,
        signers.threshold,
        expires.role,
        expires.at,
        targets.files().count()
    )
}

pub(in crate::publish::face) fn serving(address: &str) -> String {
    format!("serving the repository at {address} to this machine; stop with Ctrl-C\n")
}

/// Only for ids of a root that was seen to give every key its own.
fn name_of(id: &KeyId, known: &[NamedKey]) -> String {
    match known.iter().find(|key| key.public.key_id() == *id) {
        Some(key) => format!("{} ({id})", key.name),
        None => plain(id.as_str()),
    }
}

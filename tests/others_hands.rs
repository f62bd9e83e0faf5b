//! What other accounts of the machine prepared is not obeyed, not written through, and not run: the whole program, in
//! folders that were given away. Only root can give something away, so elsewhere most of it is skipped.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::print_stderr, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests run the program from outside")]
#![cfg(unix)]

mod kit;

use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use fs_err as fs;
use kit::machine::{Machine, Run};
use kit::repository::{Published, Repository};
use kit::wheel::{Built, Wheel};

/// An account that is neither root nor this one.
const OTHER: u32 = 1;

fn wheel(version: &str) -> Built {
    let code = "def main():\n    print('demo 1.0 works')\n";
    Wheel::new("demo", version).module("demo.py", code).script("demo", "demo:main").built()
}

fn published(folder: &Path) -> Published {
    Repository::new("demo", "1.0").wheel(wheel("1.0")).publish(folder)
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// Gives what is at a path to another account; `false` where only root could.
fn given_away(path: &Path) -> bool {
    let given = fs::os::unix::fs::lchown(path, Some(OTHER), Some(OTHER)).is_ok();
    if !given {
        eprintln!("skipped: only root gives {} away", path.display());
    }
    given
}

#[test]
fn a_journal_in_a_folder_that_a_group_may_write_is_not_obeyed() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let published = published(place.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    let (folder, victim) = (machine.folder("demo"), machine.home("letters"));
    fs::write(&victim, "dear").unwrap();
    let mut receipt = machine.receipt("demo");
    let digest = quoc::model::Sha256Digest::of(b"dear").to_string();
    receipt["files"] = serde_json::json!([{ "path": victim, "sha256": digest }]);
    let line = serde_json::json!({ "intent": "uninstall", "receipt": receipt });
    fs::write(folder.join("journal.jsonl"), format!("{line}\n")).unwrap();
    mode(&folder, 0o775);
    for command in [&["install"][..], &["status"], &["check"], &["verify"], &["uninstall", "--yes"]] {
        let run = machine.quoc(&published.profile_folder, command);
        run.is(11, "activate-unsafe");
    }
    mode(&folder, 0o755);
    if given_away(&folder.join("journal.jsonl")) {
        machine.quoc(&published.profile_folder, &["install"]).is(11, "activate-unsafe");
    }
    assert_eq!(fs::read_to_string(victim).unwrap(), "dear");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
}

#[test]
fn a_prefix_of_somebody_else_or_of_everybody_is_refused_and_nothing_is_made_there() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let published = published(place.path());
    fs::create_dir(machine.prefix()).unwrap();
    mode(&machine.prefix(), 0o777);
    machine.quoc(&published.profile_folder, &[]).is(11, "activate-unsafe");
    assert_eq!(fs::read_dir(machine.prefix()).unwrap().count(), 0);
    mode(&machine.prefix(), 0o755);
    if given_away(&machine.prefix()) {
        machine.quoc(&published.profile_folder, &[]).is(11, "activate-unsafe");
        assert_eq!(fs::read_dir(machine.prefix()).unwrap().count(), 0);
        fs::os::unix::fs::chown(machine.prefix(), Some(0), Some(0)).unwrap();
    }
    // Where nobody can move what is another's, many may make folders.
    mode(&machine.prefix(), 0o1777);
    machine.quoc(&published.profile_folder, &[]).did("install");
    // Commands that anybody may lay beside them would be found first on the PATH.
    mode(&machine.bin(), 0o1777);
    machine.quoc(&published.profile_folder, &[]).is(11, "activate-unsafe");
}

#[test]
fn downloads_are_not_written_through_links_of_others() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let published = published(place.path());
    let (cache, victim) = (machine.home("cache"), machine.home("authorized_keys"));
    let store = cache.join("quoc/artifacts");
    fs::create_dir_all(&store).unwrap();
    fs::write(&victim, "mine").unwrap();
    mode(&cache, 0o1777);
    let folder = store.join(wheel("1.0").sha256().to_string());
    fs::create_dir(&folder).unwrap();
    symlink(&victim, folder.join(".partial")).unwrap();
    mode(&store, 0o777);
    machine.quoc(&published.profile_folder, &[]).is(11, "activate-unsafe");
    mode(&store, 0o700);
    if given_away(&cache.join("quoc")) {
        machine.quoc(&published.profile_folder, &[]).is(11, "activate-unsafe");
        fs::os::unix::fs::chown(cache.join("quoc"), Some(0), Some(0)).unwrap();
    }
    machine.quoc(&published.profile_folder, &[]).is(15, "disk-other");
    assert_eq!(fs::read_to_string(&victim).unwrap(), "mine");
}

#[test]
fn nobody_makes_files_in_a_home_that_was_kept_by_sudo() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let published = published(place.path());
    fs::write(machine.home(".bashrc"), "theirs\n").unwrap();
    let quoc = |arguments: &[&str]| {
        let mut command = machine.command(&published.profile_folder, arguments);
        Run::of(&command.env("SUDO_UID", OTHER.to_string()).env("SHELL", "/bin/bash").output().unwrap())
    };
    let before = machine.files();
    if !given_away(&machine.home("")) || !given_away(&machine.home(".bashrc")) {
        return;
    }
    for command in [&["install", "--add-to-path"][..], &["upgrade"], &["check"], &["uninstall", "--yes"]] {
        let run = quoc(command);
        run.is(15, "disk-foreign-home");
    }
    assert_eq!(machine.files(), before);
    assert!(!machine.home("cache").exists() && !machine.home(".local").exists());
    quoc(&["status"]).is(0, "");
    let help = machine.command(&published.profile_folder, &["--help"]).env("SUDO_UID", "1").output().unwrap();
    assert!(help.status.success());
    // Build services run as root with a home that belongs to an account of their host. Its files stay that account's.
    let mut install = machine.command(&published.profile_folder, &["install", "--add-to-path"]);
    Run::of(&install.env("SHELL", "/bin/bash").output().unwrap()).did("install");
    assert_eq!(fs::metadata(machine.home(".bashrc")).unwrap().uid(), OTHER);
    assert_eq!(fs::read_to_string(machine.home(".bashrc")).unwrap(), "theirs\n");
}

#[test]
fn a_receipt_that_never_comes_or_never_ends_stops_no_command() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let published = published(place.path());
    fs::create_dir_all(machine.folder("demo")).unwrap();
    let receipt = machine.folder("demo").join("receipt.json");
    let made = Command::new("mkfifo").arg(&receipt).status().unwrap();
    assert!(made.success());
    mode(&receipt, 0o600);
    for command in ["status", "check"] {
        machine.quoc(&published.profile_folder, &[command]).is(15, "activate-damaged-receipt");
    }
    fs::remove_file(&receipt).unwrap();
    symlink("/dev/zero", &receipt).unwrap();
    for command in ["status", "check", "install"] {
        machine.quoc(&published.profile_folder, &[command]).is(11, "activate-unsafe");
    }
}

/// Runs a program as another account, with a home of its own.
fn as_other(program: &Path, home: &Path, arguments: &[&str]) -> Run {
    use std::os::unix::process::CommandExt;
    let mut command = Command::new(program);
    command.args(arguments).arg("--json").current_dir("/").uid(OTHER).gid(OTHER);
    command.env_clear().env("PATH", "/usr/bin:/bin").env("HOME", home).env("LANG", "en_US.UTF-8");
    Run::of(&command.output().unwrap())
}

#[test]
fn another_persons_installation_is_told_with_its_owner_and_looked_at_and_nothing_else() {
    let (machine, place, home) = (Machine::prefixed(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut repository = Repository::new("demo", "1.0").wheel(wheel("1.0"));
    let published = repository.publish(place.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    if !given_away(home.path()) {
        return;
    }
    // Everybody may look, as at what root installs for all.
    for folder in [machine.home(""), place.path().to_owned()] {
        mode(&folder, 0o755);
    }
    let (setup, before) = (machine.folder("demo").join("setup"), machine.files());
    let other = |arguments: &[&str]| as_other(&setup, home.path(), arguments);
    let status = other(&["status"]);
    status.is(0, "");
    assert_eq!((&status.end()["installed"]["version"], &status.end()["owner"]), (&"1.0".into(), &"root".into()));
    let verified = other(&["verify"]);
    verified.did("verify");
    assert!(verified.event("verified")["files"].as_u64().unwrap() > 3);
    assert!(verified.event("note")["message"].as_str().unwrap().contains("root"));
    let check = other(&["check"]);
    assert_eq!((check.last("event"), &check.end()["upgrade"]), ("available", &false.into()));
    for command in [&[][..], &["install"], &["upgrade"], &["repair"], &["go-back"], &["uninstall", "--yes"]] {
        let run = other(command);
        run.is(15, "activate-anothers");
        assert_eq!(run.end()["arguments"]["owner"], "root");
    }
    assert_eq!(machine.files(), before);
    assert!(!home.path().join(".local").exists(), "nothing was installed for the other account either");
    // Nobody else can upgrade it, and nobody is told to start what lies there.
    repository.relocked("1.1").wheel(wheel("1.1")).publish(place.path());
    let check = other(&["check"]);
    assert_eq!((check.status, check.end()["obstacle"].as_str()), (100, Some("activate-anothers")), "{:?}", check.end());
    assert!(check.end()["next-command"].is_null() && check.end()["to-fetch"].is_null());
    fs::remove_file(machine.bin().join("demo")).unwrap();
    let damaged = other(&["status"]);
    damaged.is(19, "verify-damaged-anothers");
    assert!(damaged.end()["details"][0].as_str().unwrap().starts_with(machine.bin().join("demo").to_str().unwrap()));
    // What its owner keeps from others is told with its owner, too.
    mode(&machine.folder("demo").join("receipt.json"), 0o600);
    let (prefix, profile) = (machine.prefix(), published.profile_folder);
    let named = ["--prefix", prefix.to_str().unwrap(), "--profile", profile.to_str().unwrap()];
    for command in ["status", "verify", "check"] {
        let run = as_other(&setup, home.path(), &[&[command][..], &named].concat());
        run.is(15, "activate-anothers");
    }
}

#[test]
fn root_only_looks_at_what_another_account_installed() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let published = published(place.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    let journal = machine.folder("demo").join("journal.jsonl");
    fs::write(&journal, "theirs").unwrap();
    for path in [machine.prefix()].into_iter().chain(walk_all(&machine.prefix())) {
        if !given_away(&path) {
            return;
        }
    }
    let status = machine.quoc(&published.profile_folder, &["status"]);
    status.is(0, "");
    assert_eq!(status.end()["installed"]["version"], "1.0");
    assert!(status.end()["owner"].is_string());
    machine.quoc(&published.profile_folder, &["verify"]).did("verify");
    for command in [&[][..], &["uninstall", "--yes"]] {
        machine.quoc(&published.profile_folder, command).is(15, "activate-anothers");
    }
    assert_eq!(fs::read_to_string(&journal).unwrap(), "theirs");
    // A receipt that leads whoever looks to what makes its readers wait for ever.
    let receipt = machine.folder("demo").join("receipt.json");
    let text = fs::read_to_string(&receipt).unwrap();
    let mut edited: serde_json::Value = serde_json::from_str(&text).unwrap();
    edited["commands"] = serde_json::json!(["kmsg"]);
    fs::write(&receipt, edited.to_string()).unwrap();
    fs::remove_dir_all(machine.bin()).unwrap();
    fs::os::unix::fs::symlink("/proc", machine.bin()).unwrap();
    for command in ["status", "verify"] {
        machine.quoc(&published.profile_folder, &[command]).is(19, "verify-damaged-anothers");
    }
}

/// Everything below a folder.
fn walk_all(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()) {
        found.push(entry.path());
        if entry.file_type().unwrap().is_dir() {
            found.extend(walk_all(&entry.path()));
        }
    }
    found
}

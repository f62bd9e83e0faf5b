//! From a signed release to a working command, and again: upgrade, mend, uninstall.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use fs_err as fs;
use serde_json::Value;

use crate::kit::machine::{Machine, Run, next};
use crate::kit::wheel::Wheel;
use crate::{installed, published};

#[test]
fn a_signed_release_becomes_a_working_command() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    machine.quoc(&published.profile_folder, &[]).did("install");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
}

#[test]
fn a_second_run_has_nothing_to_do_and_starts_no_python() {
    let place = tempfile::tempdir().unwrap();
    let (machine, _, published) = installed(place.path(), "1.0");
    // Without a PATH no Python could be found: none is looked for.
    let output = machine.command(&published.profile_folder, &[]).env("PATH", "").output().unwrap();
    Run::of(&output).did("up-to-date");
}

#[test]
fn a_newer_release_upgrades_and_an_older_one_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let (machine, repository, published) = installed(place.path(), "1.9");
    let old = tempfile::tempdir().unwrap();
    let replayed = published.copied_to(old.path());
    let published = next(&repository, "1.10").publish(place.path());
    machine.quoc(&published.profile_folder, &[]).did("upgrade");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.10 works");
    let back = machine.quoc(&published.profile_folder, &["--repository", replayed.to_str().unwrap()]);
    back.is(11, "trust-rollback");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.10 works");
}

#[test]
fn a_release_that_does_not_start_is_undone() {
    let place = tempfile::tempdir().unwrap();
    let (machine, repository, _) = installed(place.path(), "1.0");
    let broken = Wheel::new("demo", "2.0").module("demo.py", "import nothing_like_it\n").script("demo", "demo:main");
    let published = repository.relocked("2.0").wheel(broken.built()).publish(place.path());
    machine.quoc(&published.profile_folder, &[]).is(16, "environment-smoke-test");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
    assert_eq!(fs::read_dir(machine.folder("demo").join("generations")).unwrap().count(), 1);
}

#[test]
fn nobody_else_can_write_what_is_installed_whatever_the_umask() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    let quoc = machine.command(&published.profile_folder, &[]);
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", "umask 000; exec \"$@\"", "sh"]).arg(quoc.get_program()).args(quoc.get_args());
    machine.at_home(&mut shell);
    Run::of(&shell.output().unwrap()).did("install");
    let made = everything_below(&machine.prefix()).into_iter().chain(everything_below(&machine.home("cache")));
    let open: Vec<_> = made
        .map(|path| (fs::symlink_metadata(&path).unwrap(), path))
        .filter(|(found, _)| !found.is_symlink() && found.permissions().mode() & 0o022 != 0)
        .collect();
    assert!(open.is_empty(), "{open:?}");
}

/// Folders, too.
fn everything_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            found.extend(everything_below(&entry.path()));
        }
        found.push(entry.path());
    }
    found
}

#[test]
fn a_broken_installation_is_mended_by_running_again() {
    let place = tempfile::tempdir().unwrap();
    let (machine, _, published) = installed(place.path(), "1.0");
    fs::remove_file(machine.bin().join("demo")).unwrap();
    machine.quoc(&published.profile_folder, &[]).did("mend");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
}

#[test]
fn status_tells_and_uninstall_leaves_nothing() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    let before = machine.quoc(&published.profile_folder, &["status"]);
    assert_eq!((before.status, &before.events[1]["installed"]), (0, &Value::Null));
    machine.quoc(&published.profile_folder, &[]).did("install");
    let there = machine.quoc(&published.profile_folder, &["status"]);
    assert_eq!(there.events[1]["installed"]["version"], "1.0");
    machine.quoc(&published.profile_folder, &["uninstall", "--yes"]).is(0, "");
    assert_eq!(machine.files(), [] as [PathBuf; 0]);
    machine.quoc(&published.profile_folder, &["uninstall", "--yes"]).is(18, "plan-not-installed");
}

#[test]
fn a_prefix_with_the_persons_own_files_is_refused_where_they_would_be_in_the_way() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    let own = machine.folder("demo").join("trust/letters.txt");
    fs::create_dir_all(own.parent().unwrap()).unwrap();
    fs::write(&own, "mine").unwrap();
    machine.quoc(&published.profile_folder, &[]).is(15, "activate-foreign");
    assert_eq!(fs::read_to_string(&own).unwrap(), "mine");
}

#[test]
fn a_file_in_the_way_of_a_command_is_kept_and_nothing_is_fetched() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    fs::create_dir_all(machine.bin()).unwrap();
    fs::write(machine.bin().join("demo"), "mine").unwrap();
    machine.quoc(&published.profile_folder, &[]).is(15, "activate-launcher-taken");
    assert_eq!(fs::read_to_string(machine.bin().join("demo")).unwrap(), "mine");
    assert!(!machine.home("cache/quoc/artifacts").exists());
}

#[test]
fn a_profile_that_names_no_repository_is_told_with_its_file_and_field_and_what_needs_none_goes_on() {
    let (place, elsewhere, machine) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), Machine::new());
    let (_, published) = published(place.path(), "1.0");
    for file in ["profile.toml", "root.json"] {
        fs::copy(published.profile_folder.join(file), elsewhere.path().join(file)).unwrap();
    }
    let profile = elsewhere.path().join("profile.toml");
    let says = |run: &Run, path: &Path| {
        run.is(2, "usage-bad-profile");
        assert_eq!(run.end()["arguments"]["path"], path.to_str().unwrap());
        assert!(run.end()["details"].to_string().contains("repository"), "{:#?}", run.end());
    };
    says(&machine.quoc(elsewhere.path(), &["install"]), &profile);
    let repository = ["--repository", published.repository.to_str().unwrap()];
    machine.quoc(elsewhere.path(), &repository).did("install");
    for command in [&["status"][..], &["verify"]] {
        machine.setup("demo", command).is(0, "");
    }
    for command in [&["upgrade"][..], &["check"]] {
        says(&machine.setup("demo", command), &machine.folder("demo").join("profile/profile.toml"));
    }
    let text = fs::read_to_string(&profile).unwrap();
    fs::write(&profile, format!("repository = ''\n{text}")).unwrap();
    says(&machine.quoc(elsewhere.path(), &["install"]), elsewhere.path());
    machine.setup("demo", &["uninstall", "--yes"]).did("uninstall");
}

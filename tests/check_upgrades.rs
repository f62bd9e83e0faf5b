//! `quoc check`: whether there is an upgrade, for cron and for the application itself.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests run the program from outside")]

mod kit;

use std::path::Path;

use fs_err as fs;
use kit::machine::{Machine, walk};
use kit::repository::Repository;
use kit::wheel::Wheel;

fn release(repository: Repository, version: &str) -> Repository {
    let code = format!("def main():\n    print('demo {version}')\n");
    repository.wheel(Wheel::new("demo", version).module("demo.py", &code).script("demo", "demo:main").built())
}

/// Everything of an application but the metadata that are kept of its releases.
fn untouched(folder: &Path) -> Vec<(std::path::PathBuf, std::time::SystemTime)> {
    let trust = folder.join("trust");
    let files = walk(folder).into_iter().filter(|path| !path.starts_with(&trust));
    let mut files: Vec<_> =
        files.map(|path| (path.clone(), fs::symlink_metadata(&path).unwrap().modified().unwrap())).collect();
    files.sort();
    files
}

#[test]
fn an_upgrade_has_a_status_of_its_own_and_nothing_is_changed_by_looking() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let mut repository = release(Repository::new("demo", "1.0"), "1.0");
    let published = repository.publish(place.path());
    machine.quoc(&published.profile_folder, &["check"]).is(18, "plan-not-installed");
    machine.quoc(&published.profile_folder, &[]).did("install");
    let none = machine.quoc(&published.profile_folder, &["check"]);
    assert_eq!((none.status, &none.end()["event"], &none.end()["upgrade"]), (0, &"available".into(), &false.into()));
    assert_eq!((&none.end()["installed"], &none.end()["offered"]), (&"1.0".into(), &"1.0".into()));
    let before = untouched(&machine.folder("demo"));
    let mut newer = release(repository.relocked("1.1"), "1.1")
        .with(|release| release.security_floor = Some("1.1".parse().unwrap()));
    let published = newer.publish(place.path());
    let found = machine.quoc(&published.profile_folder, &["check"]);
    let line = found.end();
    assert_eq!((found.status, &line["exit-status"], &line["upgrade"]), (100, &100.into(), &true.into()), "{line}");
    assert_eq!((&line["installed"], &line["offered"], &line["security"]), (&"1.0".into(), &"1.1".into(), &true.into()));
    let wheel = fs::metadata(published.target("demo-1.1-py3-none-any.whl")).unwrap().len();
    assert_eq!(line["to-fetch"], wheel, "only what changed is fetched");
    assert_eq!(untouched(&machine.folder("demo")), before);
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0");
    machine.quoc(&published.profile_folder, &["upgrade"]).did("upgrade");
    assert_eq!(machine.quoc(&published.profile_folder, &["check"]).status, 0);
}

#[test]
fn an_upgrade_that_this_computer_cannot_have_is_told_with_what_stands_in_its_way() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let mut repository = release(Repository::new("demo", "1.0"), "1.0");
    let published = repository.publish(place.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    let mut newer =
        release(repository.relocked("2.0"), "2.0").with(|release| release.requires_python = ">=3.99".parse().unwrap());
    let published = newer.publish(place.path());
    let found = machine.quoc(&published.profile_folder, &["check"]);
    assert_eq!((found.status, found.end()["obstacle"].as_str()), (100, Some("plan-no-python")), "{:?}", found.end());
    assert!(found.end()["to-fetch"].is_null());
}

#[test]
fn a_release_that_is_not_trusted_is_a_failure_and_no_upgrade() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let mut repository = release(Repository::new("demo", "1.0"), "1.0");
    let published = repository.publish(place.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    let mut newer = release(repository.relocked("2.0"), "2.0").signed_by(&[1]);
    let published = newer.publish(place.path());
    machine.quoc(&published.profile_folder, &["check"]).is(11, "trust-threshold");
}

#[test]
fn a_release_that_was_left_by_going_back_is_no_upgrade_until_there_is_one_after_it() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let mut first = release(Repository::new("demo", "1.0"), "1.0");
    let published = first.publish(place.path());
    let profile = &published.profile_folder;
    machine.quoc(profile, &[]).did("install");
    let mut second = release(first.relocked("2.0"), "2.0");
    second.publish(place.path());
    machine.quoc(profile, &[]).did("upgrade");
    machine.quoc(profile, &["go-back"]).did("go-back");
    let left = machine.quoc(profile, &["check"]);
    let line = left.end();
    assert_eq!((left.status, &line["upgrade"], &line["exit-status"]), (0, &false.into(), &0.into()), "{line}");
    assert_eq!((&line["left-aside"], &line["offered"]), (&"2.0".into(), &"2.0".into()));
    machine.quoc(profile, &["upgrade"]).did("upgrade");
    machine.quoc(profile, &["go-back"]).did("go-back");
    release(second.relocked("2.1"), "2.1").publish(place.path());
    let next = machine.quoc(profile, &["check"]);
    assert_eq!((next.status, &next.end()["upgrade"]), (100, &true.into()));
    assert!(next.end()["left-aside"].is_null());
}

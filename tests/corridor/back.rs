//! Back to the version before.

use std::path::Path;

use fs_err as fs;

use crate::installed;
use crate::kit::machine::{Machine, next, walk};
use crate::kit::repository::{Published, Repository};

/// A machine with 1.0 and 2.0 installed one after the other, and where they were published.
fn upgraded(place: &Path) -> (Machine, Repository, Published) {
    let (machine, repository, _) = installed(place, "1.0");
    let mut newer = next(&repository, "2.0");
    let published = newer.publish(place);
    machine.quoc(&published.profile_folder, &[]).did("upgrade");
    (machine, newer, published)
}

#[test]
fn going_back_needs_no_network_and_the_two_versions_change_places() {
    let place = tempfile::tempdir().unwrap();
    let (machine, _, published) = upgraded(place.path());
    let profile = &published.profile_folder;
    fs::remove_dir_all(&published.repository).unwrap();
    fs::remove_dir_all(machine.home("cache")).unwrap();
    machine.quoc(profile, &["go-back"]).did("go-back");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
    let status = machine.quoc(profile, &["status"]);
    let installed = &status.events[1]["installed"];
    assert_eq!((&installed["version"], &installed["previous"]["version"]), (&"1.0".into(), &"2.0".into()));
    machine.quoc(profile, &["go-back"]).did("go-back");
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0 works");
}

#[test]
fn what_was_left_by_going_back_comes_again_only_when_asked_for() {
    let place = tempfile::tempdir().unwrap();
    let (machine, repository, published) = upgraded(place.path());
    let profile = &published.profile_folder;
    machine.quoc(profile, &["go-back"]).did("go-back");
    let bare = machine.quoc(profile, &[]);
    assert_eq!((bare.last("action"), &bare.end()["left-aside"]), ("up-to-date", &"2.0".into()));
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
    machine.quoc(profile, &["upgrade"]).did("upgrade");
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0 works");
    machine.quoc(profile, &["go-back"]).did("go-back");
    next(&repository, "2.1").publish(place.path());
    machine.quoc(profile, &[]).did("upgrade");
    assert_eq!(machine.says("demo").unwrap(), "demo 2.1 works");
}

#[test]
fn nobody_goes_back_below_the_floor_that_was_signed_last_nor_to_what_is_gone() {
    let place = tempfile::tempdir().unwrap();
    let (machine, repository, published) = upgraded(place.path());
    let profile = &published.profile_folder;
    let floor = Some("2.0".parse().unwrap());
    next(&repository, "3.0").with(|release| release.security_floor = floor).publish(place.path());
    // What is trusted is stored before anything of it is installed.
    machine.quoc(profile, &["--python", "/nonexistent"]).is(13, "plan-other-python");
    machine.quoc(profile, &["go-back", "--offline"]).is(12, "plan-below-floor");
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0 works");
    machine.quoc(profile, &[]).is(0, "");
    fs::remove_dir_all(machine.folder("demo").join("generations/2")).unwrap();
    machine.quoc(profile, &["go-back"]).is(16, "activate-previous-gone");
    assert_eq!(machine.says("demo").unwrap(), "demo 3.0 works");
    let first = Machine::prefixed();
    first.quoc(profile, &[]).is(0, "");
    first.quoc(profile, &["go-back"]).is(18, "plan-no-previous");
}

#[test]
fn a_version_that_does_not_answer_any_more_is_not_gone_back_to() {
    let place = tempfile::tempdir().unwrap();
    let (machine, _, published) = upgraded(place.path());
    for path in walk(&machine.folder("demo").join("generations/1/lib")) {
        if path.ends_with("library.py") {
            fs::remove_file(path).unwrap();
        }
    }
    machine.quoc(&published.profile_folder, &["go-back"]).is(16, "environment-smoke-test");
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0 works");
}

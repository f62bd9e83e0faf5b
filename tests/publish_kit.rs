//! The kit's repositories are what a client expects: TUF documents, a release, locks, targets.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod kit;

use fs_err as fs;
use kit::repository::{Published, Repository};
use kit::sdist::{Sdist, backend_wheel};
use kit::wheel::Wheel;
use quoc::model::{Lock, Profile, Release, Sha256Digest};
use quoc::trust::document::{Envelope, Root, Snapshot, Targets, Timestamp};

fn targets(published: &Published, version: u64) -> Targets {
    let bytes = fs::read(published.metadata(&format!("{version}.targets.json"))).unwrap();
    Envelope::<Targets>::parse(&bytes).unwrap().into_signed()
}

fn demo() -> Repository {
    Repository::new("demo", "1.0").wheel(Wheel::new("demo", "1.0").built())
}

#[test]
fn a_published_repository_holds_a_release_and_locks_that_parse() {
    let scratch = tempfile::tempdir().unwrap();
    let sdist = Sdist::new("native", "2.0").backend(&["kit-backend"], "kit_backend").built();
    let mut repository = demo()
        .wheel_where("sys_platform == 'win32'", Wheel::new("extra", "3.0").built())
        .sdist(sdist, false)
        .build_wheel("native", backend_wheel("1.0").built());
    let published = repository.publish(scratch.path());
    let release = Release::parse(&fs::read(published.target("release.json")).unwrap()).unwrap();
    let lock = Lock::parse(&fs::read(published.target("pylock.toml")).unwrap()).unwrap();
    let build = release.builds.values().next().unwrap();
    let build = Lock::parse(&fs::read(published.target(build.lock.as_str())).unwrap()).unwrap();
    assert_eq!((lock.packages.len(), build.packages.len()), (3, 1));
    let profile = fs::read_to_string(published.profile_folder.join("profile.toml")).unwrap();
    assert_eq!(Profile::parse(&profile).unwrap(), published.profile);
    for (name, target) in targets(&published, 1).targets {
        let bytes = fs::read(published.target(&name)).unwrap();
        assert_eq!((target.length, target.sha256()), (bytes.len() as u64, Some(Sha256Digest::of(&bytes))));
    }
}

#[test]
fn publishing_again_is_the_next_release_under_the_same_root() {
    let scratch = tempfile::tempdir().unwrap();
    let mut repository = demo();
    repository.publish(scratch.path());
    let mut repository = repository.relocked("2.0").wheel(Wheel::new("demo", "2.0").built());
    let published = repository.publish(scratch.path());
    let snapshot = Envelope::<Snapshot>::parse(&fs::read(published.metadata("2.snapshot.json")).unwrap()).unwrap();
    assert_eq!(snapshot.signed().targets().unwrap().version, 2);
    let timestamp = Envelope::<Timestamp>::parse(&fs::read(published.metadata("timestamp.json")).unwrap()).unwrap();
    assert_eq!((timestamp.signed().header.version, timestamp.signed().snapshot.version), (2, 2));
    assert!(!published.metadata("2.root.json").exists());
}

#[test]
fn a_rotated_quorum_is_a_new_root_signed_by_both() {
    let scratch = tempfile::tempdir().unwrap();
    let mut repository = demo();
    repository.publish(scratch.path());
    let mut repository = repository.rotate(1, &[7, 8]);
    let published = repository.publish(scratch.path());
    let root = Envelope::<Root>::parse(&fs::read(published.metadata("2.root.json")).unwrap()).unwrap();
    assert_eq!((root.signed().header.version, root.signatures().len()), (2, 5));
    assert_eq!(published.root, fs::read(published.metadata("1.root.json")).unwrap());
}

#[test]
fn only_the_chosen_keys_sign() {
    let scratch = tempfile::tempdir().unwrap();
    let published = demo().signed_by(&[2]).publish(scratch.path());
    let bytes = fs::read(published.metadata("1.targets.json")).unwrap();
    assert_eq!(Envelope::<Targets>::parse(&bytes).unwrap().signatures().len(), 1);
}

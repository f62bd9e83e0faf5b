//! Traps 17 and 18: the names, sizes and hashes of targets.

use quoc::trust::TrustError;
use quoc::trust::document::TargetFile;

use crate::trust_kit::{Machine, Repository};

// Trap 17

#[test]
fn a_target_whose_name_is_no_harmless_segment_cannot_be_asked_for() {
    let mut repository = Repository::new();
    for name in ["../up", "/etc/passwd", "C:x", "con", "a/b", "a\\b", "nul.json", ".hidden", "a\u{202e}b"] {
        repository.targets.targets.insert(name.to_owned(), TargetFile::of(b"x"));
    }
    repository.bump_targets();
    let trusted = Machine::new(&repository).refresh(&repository).unwrap();
    let names: Vec<&str> = trusted.files().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["release.json"]);
}

// Trap 18

#[test]
fn a_target_has_the_signed_size_first_and_then_every_known_hash() {
    let mut repository = Repository::new();
    let both = TargetFile::of(b"release");
    let file = |change: &dyn Fn(&mut TargetFile)| {
        let mut file = both.clone();
        change(&mut file);
        file
    };
    let sha512 = "e9ddb6bb6ccbb8c7d9ec4c1a3f3e7d3f";
    let targets = &mut repository.targets.targets;
    targets.insert("unknown-too".to_owned(), file(&|file| drop(file.hashes.insert("md9".to_owned(), "00".to_owned()))));
    targets.insert("wrong-512".to_owned(), file(&|file| drop(file.hashes.insert("sha512".to_owned(), sha512.into()))));
    targets.insert(
        "none-known".to_owned(),
        file(&|file| file.hashes = [("md9".to_owned(), "00".to_owned())].into_iter().collect()),
    );
    repository.bump_targets();
    let trusted = Machine::new(&repository).refresh(&repository).unwrap();
    let verify = |name: &str, bytes: &[u8]| trusted.verify_target(name, bytes.to_vec());
    assert_eq!(verify("release.json", b"release").unwrap().bytes(), b"release");
    assert!(verify("unknown-too", b"release").is_ok());
    assert!(matches!(verify("release.json", b"releas"), Err(TrustError::WrongLength { expected: 7, found: 6, .. })));
    assert!(matches!(verify("release.json", b"RELEASE"), Err(TrustError::WrongHash { .. })));
    assert!(
        matches!(verify("wrong-512", b"release"), Err(TrustError::WrongHash { algorithm, .. }) if algorithm == "sha512")
    );
    assert!(matches!(verify("none-known", b"release"), Err(TrustError::NoKnownHash { .. })));
    assert!(matches!(verify("nowhere", b"release"), Err(TrustError::UnknownTarget { .. })));
}

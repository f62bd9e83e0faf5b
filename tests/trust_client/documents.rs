//! Traps 4 to 7: how a document is read, and in whose place it stands.

use quoc::trust::TrustError;
use quoc::trust::document::RoleName;

use crate::text;
use crate::trust_kit::{Machine, Repository};

// Traps 4 and 5

#[test]
fn a_repeated_member_a_fraction_or_a_huge_number_rejects_the_file() {
    let changes = [
        (r#""version": 1"#, r#""version": 1, "version": 1"#),
        (r#""version": 1"#, r#""version": 1.0"#),
        (r#""version": 1"#, r#""version": 9007199254740993"#),
        (r#""version": 1"#, r#""version": 1e0"#),
    ];
    for (from, to) in changes {
        let mut repository = Repository::new();
        let changed = text(&repository.files["timestamp.json"]).replacen(from, to, 1);
        repository.put(RoleName::Timestamp, 1, changed.into_bytes());
        assert!(matches!(Machine::new(&repository).refused(&repository), TrustError::Malformed { .. }), "{to}");
    }
}

// Trap 6

#[test]
fn members_nobody_knows_are_part_of_what_is_signed() {
    let mut repository = Repository::new();
    repository.targets.header.rest.insert("x-note".to_owned(), "read by someone else".into());
    repository.bump_targets();
    let machine = Machine::new(&repository);
    let trusted = machine.refresh(&repository).unwrap();
    assert!(trusted.document().header.rest.contains_key("x-note"));
    // Taking the member out breaks the signatures.
    let name = "2.targets.json";
    let stripped = text(&repository.files[name]).replacen("read by someone else", "", 1);
    repository.files.insert(name.to_owned(), stripped.into_bytes());
    let error = Machine::new(&repository).refused(&repository);
    assert!(matches!(error, TrustError::TooFewSignatures { signed: 0, .. }), "{error:?}");
}

#[test]
fn another_layout_of_the_same_value_is_trusted_and_stored_byte_for_byte() {
    let mut repository = Repository::new();
    let value: serde_json::Value = serde_json::from_slice(&repository.files["timestamp.json"]).unwrap();
    let bytes = format!("\n\t{value}\r\n  ").into_bytes();
    repository.put(RoleName::Timestamp, 1, bytes.clone());
    let machine = Machine::new(&repository);
    machine.refresh(&repository).unwrap();
    assert_eq!(machine.store.files.borrow()["timestamp.json"], bytes);
}

// Trap 7

#[test]
fn a_document_in_another_ones_place_is_refused() {
    let mut repository = Repository::new();
    // The snapshot's keys are made the targets' ones, so that the signatures would do.
    repository.rotate(RoleName::Snapshot, &[1, 3], 2).bump_root();
    let targets = repository.files["1.targets.json"].clone();
    repository.put(RoleName::Snapshot, 1, targets);
    let error = Machine::new(&repository).refused(&repository);
    assert!(matches!(error, TrustError::Malformed { file, .. } if file == "1.snapshot.json"));
}

#[test]
fn a_delegation_is_refused_in_words() {
    let mut repository = Repository::new();
    let value = quoc::trust::json::parse(br#"{"keys": {}, "roles": [{"name": "nightly"}]}"#).unwrap();
    repository.targets.header.rest.insert("delegations".to_owned(), value);
    repository.bump_targets();
    let error = Machine::new(&repository).refused(&repository);
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert!(source.contains("nightly") && source.contains("delegations are not supported"), "{source}");
}

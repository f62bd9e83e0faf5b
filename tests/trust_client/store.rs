//! Traps 20 and 21: what is stored, when a run is killed, and when somebody damaged it.

use quoc::trust::document::RoleName;

use crate::trust_kit::{Machine, Repository, Server};

#[test]
fn files_are_stored_as_received_and_in_the_order_root_timestamp_snapshot_targets() {
    let repository = Repository::new();
    let machine = Machine::new(&repository);
    machine.refresh(&repository).unwrap();
    let log = machine.store.log.borrow().join(", ");
    assert_eq!(
        log,
        "write root.json, write timestamp.json, write snapshot.json, write targets.json, write verified-at"
    );
    let files = machine.store.files.borrow();
    assert_eq!(files["root.json"], repository.baked);
    assert_eq!(files["timestamp.json"], repository.files["timestamp.json"]);
    assert_eq!(files["snapshot.json"], repository.files["1.snapshot.json"]);
    assert_eq!(files["targets.json"], repository.files["1.targets.json"]);
}

// Trap 20

#[test]
fn killed_at_any_moment_the_next_run_comes_to_the_same_end() {
    let old = Repository::new();
    let mut new = old.clone();
    new.bump_targets();
    new.rotate(RoleName::Root, &[6, 7], 2).bump_root();
    for changes in 0..6 {
        let machine = Machine::new(&old);
        machine.refresh(&old).unwrap();
        *machine.store.changes_left.borrow_mut() = Some(changes);
        // Root twice (history, newest), timestamp, snapshot, targets.
        assert_eq!(machine.try_from_server(&Server::of(&new)).is_err(), changes < 5);
        *machine.store.changes_left.borrow_mut() = None;
        let trusted = machine.refresh(&new).unwrap();
        assert_eq!((trusted.versions().root, trusted.versions().targets), (2, 2), "after {changes} changes");
        assert!(machine.refresh(&old).is_err(), "after {changes} changes");
    }
}

// Trap 21

#[test]
fn a_corrupt_stored_file_counts_as_absent_and_never_stops_the_client() {
    let mut repository = Repository::new();
    repository.bump_root();
    repository.bump_targets();
    let names =
        ["root.json", "root_history/2.root.json", "timestamp.json", "snapshot.json", "targets.json", "verified-at"];
    for name in names {
        for garbage in [&b""[..], b"{", b"\xff\xfe", b"{\"signed\":{},\"signatures\":[]}", b"9999-99-99T00:00:00Z"] {
            let machine = Machine::new(&repository);
            machine.refresh(&repository).unwrap();
            let good = machine.store.files.borrow()[name].clone();
            machine.store.files.borrow_mut().insert(name.to_owned(), garbage.to_vec());
            machine.refresh(&repository).unwrap_or_else(|error| panic!("{name}: {error:?}"));
            assert_eq!(machine.store.files.borrow()[name], good, "{name} is healed");
        }
    }
}

#[test]
fn a_stored_document_signed_by_nobody_is_no_floor() {
    let repository = Repository::new();
    let machine = Machine::new(&repository);
    machine.refresh(&repository).unwrap();
    let mut forged = repository.clone();
    forged.timestamp.header.version = 1_000_000;
    forged.signers.insert(RoleName::Timestamp, vec![66]);
    let bytes = forged.sign(&forged.timestamp);
    machine.store.files.borrow_mut().insert("timestamp.json".to_owned(), bytes);
    machine.refresh(&repository).unwrap();
}

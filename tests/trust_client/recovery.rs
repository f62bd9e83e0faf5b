//! Trap 10: the way back after stolen online keys ran ahead.

use quoc::trust::TrustError;
use quoc::trust::document::{MetaFile, RoleName};

use crate::trust_kit::{Machine, Repository, Server};

/// A repository whose online keys were stolen and used to run ahead, then replaced.
fn recovered_from_fast_forward(role: RoleName, machine: &Machine) -> Repository {
    let mut repository = Repository::new();
    repository.timestamp.header.version = 1000;
    repository.snapshot.header.version = 1000;
    repository.timestamp.snapshot.version = 1000;
    repository.targets.header.version = 1000;
    repository.snapshot.meta.insert("targets.json".to_owned(), MetaFile::new(1000));
    repository.write_all();
    machine.refresh(&repository).unwrap();
    let mut recovered = Repository::new();
    recovered.rotate(role, &[9], 1).bump_root();
    recovered
}

#[test]
fn after_a_fast_forward_new_online_keys_bring_the_client_back() {
    for role in [RoleName::Timestamp, RoleName::Snapshot] {
        let machine = Machine::new(&Repository::new());
        let recovered = recovered_from_fast_forward(role, &machine);
        let trusted = machine.refresh(&recovered).unwrap();
        assert_eq!((trusted.versions().timestamp, trusted.versions().targets), (1, 1), "{role}");
    }
}

#[test]
fn without_new_online_keys_nothing_is_forgotten() {
    let machine = Machine::new(&Repository::new());
    let mut recovered = recovered_from_fast_forward(RoleName::Targets, &machine);
    recovered.signers.insert(RoleName::Targets, vec![9]);
    recovered.write_all();
    assert!(matches!(machine.refused(&recovered), TrustError::Rollback { role: RoleName::Timestamp, .. }));
}

/// A machine that knows the newest of three timestamps by new keys, and the one before it, which is shown again.
fn replayed_behind_new_keys() -> (Machine, Repository) {
    let mut repository = Repository::new();
    repository.rotate(RoleName::Timestamp, &[9], 1).bump_root();
    repository.bump_timestamp().bump_timestamp();
    let machine = Machine::new(&repository);
    machine.refresh(&repository).unwrap();
    repository.timestamp.header.version = 2;
    repository.write_all();
    (machine, repository)
}

#[test]
fn recovery_compares_with_the_root_stored_last_and_not_with_the_baked_in_one() {
    let (machine, replayed) = replayed_behind_new_keys();
    // Root 2 differs from the baked-in root 1 in every later run as well; the floor must stay.
    for _ in 0..2 {
        let error = machine.refused(&replayed);
        assert!(matches!(error, TrustError::Rollback { offered: 2, trusted: 3, .. }), "{error:?}");
    }
}

#[test]
fn a_lost_root_history_does_not_lose_the_floor() {
    let (machine, replayed) = replayed_behind_new_keys();
    // The chain is fetched again from the baked-in root on; on the way it has the old keys, at its end the same.
    machine.store.files.borrow_mut().remove("root_history/2.root.json");
    let error = machine.refused(&replayed);
    assert!(matches!(error, TrustError::Rollback { offered: 2, trusted: 3, .. }), "{error:?}");
}

#[test]
fn killed_at_any_moment_a_recovery_is_finished_by_the_next_run() {
    for changes in 0..12 {
        let machine = Machine::new(&Repository::new());
        let recovered = recovered_from_fast_forward(RoleName::Timestamp, &machine);
        *machine.store.changes_left.borrow_mut() = Some(changes);
        let killed = machine.try_from_server(&Server::of(&recovered)).is_err();
        *machine.store.changes_left.borrow_mut() = None;
        let trusted = machine.refresh(&recovered).unwrap();
        assert_eq!(trusted.versions().timestamp, 1, "killed ({killed}) after {changes} changes");
    }
}

//! Traps 11 and 12: nothing goes back, nothing vanishes, and a fresh machine has floors as well.

use quoc::trust::TrustError;
use quoc::trust::document::{MetaFile, RoleName, TargetFile};

use crate::text;
use crate::trust_kit::{Machine, Repository, Server, time};

// Trap 11

#[test]
fn an_equal_timestamp_version_is_no_news_but_its_expiry_counts() {
    let mut repository = Repository::new();
    let mut machine = Machine::new(&repository);
    machine.refresh(&repository).unwrap();
    let stored = machine.store.files.borrow()["timestamp.json"].clone();
    // The same version with another expiry is not taken over.
    repository.timestamp.header.expires = time("2029-01-01T00:00:00Z");
    repository.write_all();
    machine.refresh(&repository).unwrap();
    assert_eq!(machine.store.files.borrow()["timestamp.json"], stored);
    machine.clock = time("2027-12-01T00:00:00Z");
    for role in RoleName::ALL {
        *repository.expires_mut(role) = time("2029-01-01T00:00:00Z");
    }
    repository.bump_root();
    assert!(matches!(machine.refused(&repository), TrustError::Expired { role: RoleName::Timestamp, .. }));
}

#[test]
fn no_document_is_ever_replaced_by_an_older_one() {
    let old = Repository::new();
    let mut new = old.clone();
    new.bump_targets().bump_targets();
    let machine = Machine::new(&old);
    machine.refresh(&new).unwrap();
    assert!(matches!(
        machine.refused(&old),
        TrustError::Rollback { role: RoleName::Timestamp, offered: 1, trusted: 3 }
    ));

    let mut snapshot = new.clone();
    snapshot.snapshot = old.snapshot.clone();
    snapshot.bump_timestamp();
    assert!(matches!(
        machine.refused(&snapshot),
        TrustError::Rollback { role: RoleName::Snapshot, offered: 1, trusted: 3 }
    ));

    let mut targets = new.clone();
    targets.snapshot.meta.insert("targets.json".to_owned(), MetaFile::new(2));
    targets.bump_snapshot();
    assert!(matches!(
        machine.refused(&targets),
        TrustError::Rollback { role: RoleName::Targets, offered: 2, trusted: 3 }
    ));
}

#[test]
fn a_snapshot_does_not_go_back_even_when_the_stored_timestamp_is_lost() {
    let old = Repository::new();
    let mut new = old.clone();
    new.bump_targets();
    let machine = Machine::new(&old);
    machine.refresh(&new).unwrap();
    machine.store.files.borrow_mut().remove("timestamp.json");
    let error = machine.refused(&old);
    assert!(matches!(error, TrustError::Rollback { role: RoleName::Snapshot, offered: 1, trusted: 2 }), "{error:?}");
}

#[test]
fn a_targets_role_never_vanishes() {
    let mut repository = Repository::new();
    repository.snapshot.meta.insert("other.json".to_owned(), MetaFile::new(1));
    repository.write_all();
    let machine = Machine::new(&repository);
    machine.refresh(&repository).unwrap();
    for name in ["other.json", "targets.json"] {
        let mut without = repository.clone();
        without.snapshot.meta.remove(name);
        without.bump_snapshot();
        assert!(matches!(machine.refused(&without), TrustError::RoleVanished { file } if file == name));
    }
}

#[test]
fn nothing_that_failed_a_check_is_stored() {
    for role in RoleName::ALL {
        let mut repository = Repository::new();
        let machine = Machine::new(&repository);
        machine.refresh(&repository).unwrap();
        let before = machine.store.files.borrow().clone();
        *repository.expires_mut(role) = time("2026-01-01T00:00:00Z");
        repository.bump_targets();
        if role == RoleName::Root {
            repository.signers.insert(role, vec![1]);
            repository.bump_root();
        }
        machine.refused(&repository);
        let name = format!("{role}.json");
        assert_eq!(machine.store.files.borrow()[&name], before[&name], "{role}");
    }
}

#[test]
fn a_document_has_the_version_that_names_it() {
    for role in [RoleName::Snapshot, RoleName::Targets] {
        let mut repository = Repository::new();
        repository.root.consistent_snapshot = false;
        repository.write_all();
        repository.baked = repository.files["1.root.json"].clone();
        repository.bump_targets();
        match role {
            RoleName::Snapshot => repository.snapshot.header.version = 3,
            _ => repository.targets.header.version = 3,
        }
        repository.write_all();
        let error = Machine::new(&repository).refused(&repository);
        assert!(matches!(error, TrustError::WrongVersion { expected: 2, found: 3, .. }), "{role}: {error:?}");
    }
}

#[test]
fn a_repository_without_consistent_snapshots_is_read_under_plain_names() {
    let mut repository = Repository::new();
    repository.root.consistent_snapshot = false;
    repository.files.clear();
    repository.write_all();
    repository.baked = repository.files["1.root.json"].clone();
    let server = Server::of(&repository);
    let trusted = Machine::new(&repository).try_from_server(&server).unwrap();
    assert_eq!(*server.asked.borrow(), ["2.root.json", "timestamp.json", "snapshot.json", "targets.json"]);
    assert_eq!(trusted.target(&"release.json".parse().unwrap()).unwrap().path, "release.json");
}

#[test]
fn lengths_and_hashes_of_metadata_count_where_they_are_given() {
    let mut repository = Repository::new();
    let snapshot = repository.files["1.snapshot.json"].clone();
    let described = TargetFile::of(&snapshot);
    repository.timestamp.snapshot.length = Some(described.length);
    repository.timestamp.snapshot.hashes = Some(described.hashes.clone());
    repository.bump_timestamp();
    Machine::new(&repository).refresh(&repository).unwrap();

    let mut longer = repository.clone();
    longer.files.insert("1.snapshot.json".to_owned(), [&snapshot[..], b" "].concat());
    assert!(matches!(Machine::new(&longer).refused(&longer), TrustError::TooLong { .. }));
    let mut shorter = repository.clone();
    shorter.files.insert("1.snapshot.json".to_owned(), snapshot.trim_ascii_end().to_vec());
    assert!(matches!(Machine::new(&shorter).refused(&shorter), TrustError::WrongLength { .. }));
    let mut other = repository.clone();
    let same_length = text(&snapshot).replacen('\n', " ", 1);
    other.files.insert("1.snapshot.json".to_owned(), same_length.into_bytes());
    assert!(matches!(Machine::new(&other).refused(&other), TrustError::WrongHash { .. }));
}

// Trap 12

#[test]
fn a_fresh_machine_has_the_floors_it_was_built_with() {
    let mut repository = Repository::new();
    repository.bump_targets();
    let mut machine = Machine::new(&repository);
    machine.floors.targets_version = 2;
    machine.refresh(&repository).unwrap();
    let mut machine = Machine::new(&repository);
    machine.floors.targets_version = 3;
    let error = machine.refused(&repository);
    assert!(matches!(error, TrustError::BelowFloor { role: RoleName::Targets, offered: 2, floor: 3 }));
    assert_eq!(machine.store.version_of("targets.json"), None);
}

#[test]
fn the_floor_holds_for_stored_targets_as_well() {
    let repository = Repository::new();
    let mut machine = Machine::new(&repository);
    machine.refresh(&repository).unwrap();
    machine.floors.targets_version = 2;
    assert!(matches!(machine.refused(&repository), TrustError::BelowFloor { offered: 1, floor: 2, .. }));
}

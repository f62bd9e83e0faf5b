//! Traps 8 and 9: the chain of roots, fetched and stored.

use quoc::trust::document::RoleName;
use quoc::trust::{RefreshError, TrustError};

use crate::trust_kit::{LATER, Machine, Repository, Server, time};

// Trap 8

#[test]
fn the_root_chain_is_followed_step_by_step_and_each_step_is_stored() {
    let mut repository = Repository::new();
    repository.rotate(RoleName::Root, &[6, 7], 2).bump_root();
    repository.signers.insert(RoleName::Root, vec![6, 7]);
    repository.bump_root();
    repository.rotate(RoleName::Root, &[8], 1).bump_root();
    let machine = Machine::new(&repository);
    assert_eq!(machine.refresh(&repository).unwrap().versions().root, 4);
    for version in 2..=4 {
        let name = format!("{version}.root.json");
        assert_eq!(machine.store.files.borrow()[&format!("root_history/{name}")], repository.files[&name]);
    }
    assert_eq!(machine.store.version_of("root.json"), Some(4));
}

#[test]
fn a_new_root_needs_the_old_keys_and_the_new_ones() {
    for only in [vec![1, 2], vec![6, 7]] {
        let mut repository = Repository::new();
        repository.rotate(RoleName::Root, &[6, 7], 2);
        repository.signers.insert(RoleName::Root, only.clone());
        repository.bump_root();
        let error = Machine::new(&repository).refused(&repository);
        assert!(
            matches!(error, TrustError::TooFewSignatures { role: RoleName::Root, signed: 0, threshold: 2, .. }),
            "{only:?}: {error:?}"
        );
    }
}

#[test]
fn a_root_that_skips_or_repeats_a_version_is_refused() {
    for version in [1, 3, 4] {
        let mut repository = Repository::new();
        repository.root.header.version = version;
        let bytes = repository.sign(&repository.root);
        repository.files.insert("2.root.json".to_owned(), bytes);
        let error = Machine::new(&repository).refused(&repository);
        assert!(matches!(error, TrustError::WrongVersion { expected: 2, found, .. } if found == version));
    }
}

#[test]
fn an_intermediate_root_may_have_expired_and_the_last_may_not() {
    let mut repository = Repository::new();
    repository.root.header.expires = time("2026-01-01T00:00:00Z");
    repository.bump_root();
    let machine = Machine::new(&repository);
    let error = machine.refused(&repository);
    assert!(matches!(error, TrustError::Expired { role: RoleName::Root, .. }));
    // The root was believed and stored all the same: it may name the keys of the next one.
    assert_eq!(machine.store.version_of("root.json"), Some(2));
    repository.root.header.expires = time(LATER);
    repository.bump_root();
    machine.refresh(&repository).unwrap();
}

#[test]
fn only_the_answer_that_there_is_none_ends_the_root_chain() {
    let mut repository = Repository::new();
    let mut server = Server::of(&repository);
    server.broken.insert("2.root.json");
    let machine = Machine::new(&repository);
    assert!(matches!(machine.try_from_server(&server), Err(RefreshError::Source { .. })));
    // A login page with status 200.
    repository.files.insert("2.root.json".to_owned(), b"\n<!doctype html><title>Sign in</title>".to_vec());
    let error = machine.refused(&repository);
    assert!(matches!(error, TrustError::WebPage { file } if file == "2.root.json"));
    repository.files.insert("2.root.json".to_owned(), Vec::new());
    assert!(matches!(machine.refused(&repository), TrustError::Malformed { .. }));
}

#[test]
fn a_run_reads_so_many_new_roots_and_the_next_run_goes_on() {
    let mut repository = Repository::new();
    for _ in 0..7 {
        repository.bump_root();
    }
    let mut machine = Machine::new(&repository);
    machine.limits.new_roots = 3;
    for trusted in [4, 7] {
        let error = machine.refused(&repository);
        assert!(matches!(error, TrustError::TooManyRoots { limit: 3, version } if version == trusted), "{error:?}");
        assert_eq!(machine.store.version_of("root.json"), Some(trusted));
    }
    assert_eq!(machine.refresh(&repository).unwrap().versions().root, 8);
    // Exactly the limit is no error.
    let mut machine = Machine::new(&repository);
    machine.limits.new_roots = 7;
    assert_eq!(machine.refresh(&repository).unwrap().versions().root, 8);
}

// Trap 9

#[test]
fn a_writable_root_alone_is_never_believed() {
    let repository = Repository::new();
    let machine = Machine::new(&repository);
    let mut thief = Repository::new();
    for role in RoleName::ALL {
        thief.rotate(role, &[66], 1);
        thief.signers.insert(role, vec![66]);
    }
    thief.write_all();
    // Somebody wrote a root of their own to the store, also into the history.
    machine.store.files.borrow_mut().insert("root.json".to_owned(), thief.files["1.root.json"].clone());
    thief.bump_root();
    machine.store.files.borrow_mut().insert("root_history/2.root.json".to_owned(), thief.files["2.root.json"].clone());
    thief.files.remove("2.root.json");
    let error = machine.refused(&thief);
    assert!(matches!(error, TrustError::TooFewSignatures { signed: 0, .. }), "{error:?}");
    assert_eq!(machine.refresh(&repository).unwrap().versions().root, 1);
    assert_eq!(machine.store.files.borrow()["root.json"], repository.baked);
}

#[test]
fn the_stored_chain_is_folded_over_the_baked_in_root() {
    let mut repository = Repository::new();
    repository.rotate(RoleName::Root, &[6, 7], 2).bump_root();
    repository.signers.insert(RoleName::Root, vec![6, 7]);
    repository.bump_root();
    let machine = Machine::new(&repository);
    machine.refresh(&repository).unwrap();
    // The server forgets the middle of the chain; the store has it.
    repository.files.remove("2.root.json");
    let server = Server::of(&repository);
    assert_eq!(machine.try_from_server(&server).unwrap().versions().root, 3);
    assert_eq!(server.asked.borrow()[0], "4.root.json");
}

#[test]
fn a_newer_baked_in_root_keeps_the_rollback_floor() {
    let mut repository = Repository::new();
    repository.bump_targets();
    let mut machine = Machine::new(&repository);
    machine.refresh(&repository).unwrap();
    let old = Repository::new();
    // The program was replaced by one that ships root 2; timestamp and snapshot keys are the same.
    repository.bump_root();
    machine.baked = repository.files["2.root.json"].clone();
    let mut replayed = old.clone();
    replayed.files.insert("2.root.json".to_owned(), machine.baked.clone());
    let error = machine.refused(&replayed);
    assert!(matches!(error, TrustError::Rollback { role: RoleName::Timestamp, offered: 1, trusted: 2 }), "{error:?}");
}

#[test]
fn a_baked_in_root_that_does_not_hold_is_refused_at_once() {
    let mut repository = Repository::new();
    repository.signers.insert(RoleName::Root, vec![1]);
    repository.write_all();
    repository.baked = repository.files["1.root.json"].clone();
    assert!(matches!(Machine::new(&repository).refused(&repository), TrustError::TooFewSignatures { .. }));
    repository.baked = b"{}".to_vec();
    assert!(matches!(Machine::new(&repository).refused(&repository), TrustError::Malformed { .. }));
}

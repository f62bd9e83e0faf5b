//! The client workflow against hostile repositories: each test is named after the rule it holds.
//!
//! The numbers are those of the traps that shipped clients fell into. Traps 2, 4, 5, 7 and 19 are also held
//! where documents are read (`src/trust/document/tests.rs`, `src/trust/json/tests.rs`).
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod trust_kit;

use quoc::trust::document::{Envelope, KeyId, MetaFile, RoleName, Root, TargetFile, Targets};
use quoc::trust::{Client, Limits, RefreshError, Reply, Start, Step, StoredMetadata, TrustError};
use trust_kit::{LATER, Machine, NOW, Repository, Server, key, public, role_of, time};

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_valid_repository_is_trusted_and_says_who_signed() {
    let repository = Repository::new();
    let trusted = Machine::new(&repository).refresh(&repository).unwrap();
    let signers = trusted.signers();
    assert_eq!((signers.signed.len(), signers.threshold, signers.keys), (2, 2, 3));
    assert_eq!(trusted.versions().targets, 1);
    let info = trusted.target(&"release.json".parse().unwrap()).unwrap();
    assert_eq!((info.length, info.path.as_str()), (7, format!("{}.release.json", info.sha256).as_str()));
    assert!(trusted.verify_target("release.json", b"release".to_vec()).is_ok());
}

#[test]
fn a_second_run_with_nothing_new_asks_for_the_next_root_and_the_timestamp_only() {
    let repository = Repository::new();
    let machine = Machine::new(&repository);
    machine.refresh(&repository).unwrap();
    let server = Server::of(&repository);
    machine.try_from_server(&server).unwrap();
    assert_eq!(*server.asked.borrow(), ["2.root.json", "timestamp.json"]);
}

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

// Trap 1

#[test]
fn a_repeated_key_counts_once_towards_the_threshold() {
    let mut repository = Repository::new();
    // The same key under a second id, and a third time in upper-case hex.
    let again = KeyId::new("again");
    let upper = KeyId::new("upper");
    repository.root.keys.insert(again.clone(), public(1));
    repository.root.keys.insert(upper.clone(), public(1));
    repository.root.targets.keyids.extend([again.clone(), upper.clone()]);
    repository.write_all();
    let file = text(&repository.files["1.root.json"]);
    // Re-spell the public key below the id 'upper', then sign the root anew.
    let mut value: serde_json::Value = serde_json::from_str(&file).unwrap();
    let spelled = value["signed"]["keys"]["upper"]["keyval"]["public"].as_str().unwrap().to_uppercase();
    value["signed"]["keys"]["upper"]["keyval"]["public"] = spelled.into();
    repository.root = Envelope::<Root>::parse(value.to_string().as_bytes()).unwrap().into_signed();
    repository.write_all();
    repository.baked = repository.files["1.root.json"].clone();

    let mut targets = Envelope::new(repository.targets.clone());
    targets.sign_with(&key(1)).unwrap();
    let first = targets.signatures()[0].clone();
    for id in [again, upper] {
        targets.add_signature(quoc::trust::document::Signature { keyid: id, ..first.clone() });
    }
    repository.put(RoleName::Targets, 1, targets.to_bytes());
    let error = Machine::new(&repository).refused(&repository);
    assert!(
        matches!(error, TrustError::TooFewSignatures { role: RoleName::Targets, signed: 1, threshold: 2, keys: 3, .. }),
        "{error:?}"
    );
}

#[test]
fn a_repeated_key_id_in_signatures_rejects_the_file() {
    let mut repository = Repository::new();
    let mut value: serde_json::Value = serde_json::from_slice(&repository.files["1.targets.json"]).unwrap();
    let first = value["signatures"][0].clone();
    value["signatures"].as_array_mut().unwrap().push(first);
    repository.put(RoleName::Targets, 1, value.to_string().into_bytes());
    assert!(matches!(Machine::new(&repository).refused(&repository), TrustError::Malformed { .. }));
}

#[test]
fn every_role_needs_its_own_quorum() {
    for role in RoleName::ALL {
        let mut repository = Repository::new();
        // The right number of signatures, by a key of another role.
        repository.signers.insert(role, vec![if role == RoleName::Timestamp { 4 } else { 5 }, 9]);
        repository.bump_root();
        let error = Machine::new(&repository).refused(&repository);
        assert!(
            matches!(&error, TrustError::TooFewSignatures { role: found, signed: 0, .. } if *found == role),
            "{role}: {error:?}"
        );
    }
}

#[test]
fn one_signature_too_few_is_too_few_for_root_and_targets() {
    for role in [RoleName::Root, RoleName::Targets] {
        let mut repository = Repository::new();
        repository.signers.insert(role, vec![2]);
        repository.bump_root();
        let error = Machine::new(&repository).refused(&repository);
        assert!(matches!(error, TrustError::TooFewSignatures { signed: 1, threshold: 2, keys: 3, .. }), "{error:?}");
    }
}

// Trap 2: threshold 0 is refused where documents are read. Here: it cannot come in by a new root either.

#[test]
fn a_new_root_with_threshold_zero_or_none_is_refused() {
    for threshold in ["0", "null", "-1"] {
        let mut repository = Repository::new();
        repository.root.header.version = 2;
        let bytes = repository.sign(&repository.root);
        let mut value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        value["signed"]["roles"]["targets"]["threshold"] = serde_json::from_str(threshold).unwrap();
        repository.put(RoleName::Root, 2, value.to_string().into_bytes());
        assert!(matches!(Machine::new(&repository).refused(&repository), TrustError::Malformed { .. }), "{threshold}");
    }
}

// Trap 3

#[test]
fn a_signature_that_anyone_can_make_for_a_small_order_key_does_not_count() {
    let mut repository = Repository::new();
    let bytes = text(&repository.baked);
    let good: String = public(5).verification_key().identity().iter().map(|byte| format!("{byte:02x}")).collect();
    let identity = format!("01{}", "00".repeat(31));
    assert!(bytes.contains(&good));
    repository.baked = bytes.replace(&good, &identity).into_bytes();
    assert!(matches!(Machine::new(&repository).refused(&repository), TrustError::Malformed { .. }));
    // The check behind it: plain verification would believe R = identity, s = 0 for that key and any message.
    let mut point = [0; 32];
    point[0] = 1;
    let weak = ed25519_dalek::VerifyingKey::from_bytes(&point).unwrap();
    let mut forged = [0; 64];
    forged[0] = 1;
    assert!(
        ed25519_dalek::Verifier::verify(&weak, b"anything", &ed25519_dalek::Signature::from_bytes(&forged)).is_ok()
    );
    assert!(!quoc::trust::document::VerificationKey::Ed25519(weak).verifies(b"anything", &forged));
}

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

// Trap 10

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

#[test]
fn recovery_compares_with_the_root_stored_last_and_not_with_the_baked_in_one() {
    let mut repository = Repository::new();
    repository.rotate(RoleName::Timestamp, &[9], 1).bump_root();
    repository.bump_timestamp().bump_timestamp();
    let machine = Machine::new(&repository);
    machine.refresh(&repository).unwrap();
    // Root 2 differs from the baked-in root 1 in every later run as well; the floor must stay.
    let mut replayed = repository.clone();
    replayed.timestamp.header.version = 2;
    replayed.write_all();
    for _ in 0..2 {
        let error = machine.refused(&replayed);
        assert!(matches!(error, TrustError::Rollback { offered: 2, trusted: 3, .. }), "{error:?}");
    }
}

#[test]
fn a_lost_root_history_does_not_lose_the_floor() {
    let mut repository = Repository::new();
    repository.rotate(RoleName::Timestamp, &[9], 1).bump_root();
    repository.bump_timestamp().bump_timestamp();
    let machine = Machine::new(&repository);
    machine.refresh(&repository).unwrap();
    let mut replayed = repository.clone();
    replayed.timestamp.header.version = 2;
    replayed.write_all();
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

// Trap 14

#[test]
fn a_document_is_valid_until_the_second_before_it_expires() {
    for role in RoleName::ALL {
        let mut repository = Repository::new();
        *repository.expires_mut(role) = time("2026-12-24T12:00:00Z");
        repository.bump_root();
        let mut machine = Machine::new(&repository);
        machine.clock = time("2026-12-24T11:59:59Z");
        assert_eq!(machine.refresh(&repository).unwrap().expires().role, role);
        machine.clock = time("2026-12-24T12:00:00Z");
        let error = machine.refused(&repository);
        assert!(matches!(error, TrustError::Expired { role: found, .. } if found == role), "{role}: {error:?}");
    }
}

#[test]
fn the_time_is_never_earlier_than_the_build_or_the_last_run_and_both_times_are_told() {
    let mut repository = Repository::new();
    *repository.expires_mut(RoleName::Timestamp) = time("2026-12-01T00:00:00Z");
    repository.write_all();
    let mut machine = Machine::new(&repository);
    machine.clock = time("2021-01-01T00:00:00Z");
    machine.floors.time = time("2026-12-02T00:00:00Z");
    let error = machine.refused(&repository);
    let TrustError::Expired { expires, clock, judged_at, .. } = error else { panic!("{error:?}") };
    assert_eq!(expires, time("2026-12-01T00:00:00Z"));
    assert_eq!((clock, judged_at), (machine.clock, machine.floors.time));

    let mut machine = Machine::new(&repository);
    machine.clock = time("2026-11-30T00:00:00Z");
    machine.refresh(&repository).unwrap();
    // A clock that went back is no error by itself …
    machine.clock = time("2021-01-01T00:00:00Z");
    machine.refresh(&repository).unwrap();
    // … but what was valid before that is not valid again.
    *repository.expires_mut(RoleName::Timestamp) = time("2026-11-29T00:00:00Z");
    repository.bump_timestamp();
    assert!(matches!(machine.refused(&repository), TrustError::Expired { .. }));
}

// Trap 15

#[test]
fn a_file_is_read_up_to_its_limit_and_refused_beyond() {
    let repository = Repository::new();
    let sizes = |name: &str| repository.files[name].len() as u64;
    let exact = Limits {
        timestamp: sizes("timestamp.json"),
        snapshot: sizes("1.snapshot.json"),
        targets: sizes("1.targets.json"),
        ..Limits::default()
    };
    let mut machine = Machine::new(&repository);
    machine.limits = exact;
    machine.refresh(&repository).unwrap();
    let tight = [
        Limits { timestamp: exact.timestamp - 1, ..exact },
        Limits { snapshot: exact.snapshot - 1, ..exact },
        Limits { targets: exact.targets - 1, ..exact },
    ];
    for limits in tight {
        let mut machine = Machine::new(&repository);
        machine.limits = limits;
        assert!(matches!(machine.refused(&repository), TrustError::TooLong { .. }));
    }
    let mut rotated = repository.clone();
    rotated.bump_root();
    let mut machine = Machine::new(&rotated);
    machine.limits.root = rotated.files["2.root.json"].len() as u64;
    machine.refresh(&rotated).unwrap();
    let mut machine = Machine::new(&rotated);
    machine.limits.root = rotated.files["2.root.json"].len() as u64 - 1;
    assert!(matches!(machine.refused(&rotated), TrustError::TooLong { file, .. } if file == "2.root.json"));
    let named = Limits::default();
    assert_eq!((named.root, named.timestamp, named.snapshot, named.targets), (512_000, 16_384, 2_000_000, 5_000_000));
}

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

// Trap 19

#[test]
fn a_signature_that_is_no_hex_spoils_nothing_and_counts_for_nothing() {
    for bad in ["zz", "", "abc", "é", "00", &"00".repeat(64)] {
        let mut repository = Repository::new();
        let mut targets = Envelope::<Targets>::parse(&repository.files["1.targets.json"]).unwrap();
        let rest = quoc::trust::json::Object::new();
        let keyid = public(2).key_id();
        targets.add_signature(quoc::trust::document::Signature { keyid, sig: bad.to_owned(), rest });
        repository.put(RoleName::Targets, 1, targets.to_bytes());
        let trusted = Machine::new(&repository).refresh(&repository).unwrap();
        assert_eq!(trusted.signers().signed.len(), 2, "{bad}");
    }
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

// Freeze, mix and match, and the protocol itself

#[test]
fn a_missing_file_below_the_root_chain_is_an_error() {
    for name in ["timestamp.json", "1.snapshot.json", "1.targets.json"] {
        let mut repository = Repository::new();
        repository.files.remove(name);
        let error = Machine::new(&repository).refused(&repository);
        assert!(matches!(error, TrustError::Missing { file } if file == name));
    }
}

#[test]
fn a_targets_document_of_another_snapshot_is_refused() {
    let mut repository = Repository::new();
    let old = repository.files["1.targets.json"].clone();
    repository.bump_targets();
    repository.files.insert("2.targets.json".to_owned(), old);
    let error = Machine::new(&repository).refused(&repository);
    assert!(matches!(error, TrustError::WrongVersion { expected: 2, found: 1, .. }));
}

#[test]
fn a_reply_nobody_asked_for_is_refused_and_a_failed_run_stays_failed() {
    let repository = Repository::new();
    let start = || Start {
        baked_root: &repository.baked,
        stored: StoredMetadata::default(),
        floors: Machine::new(&repository).floors,
        clock: time(NOW),
        limits: Limits::default(),
    };
    let mut client = Client::start(start()).unwrap();
    // The baked-in root is to be stored first.
    assert!(matches!(client.receive(Reply::NotThere), Err(TrustError::OutOfTurn)));
    assert!(matches!(client.step(), Step::Store { .. }));
    assert!(matches!(client.step(), Step::Fetch { .. }));
    assert!(matches!(client.step(), Step::Fetch { file, limit: 512_000 } if file == "2.root.json"));
    assert!(client.receive(Reply::Found(b"{}".to_vec())).is_err());
    assert!(matches!(client.step(), Step::Ended));
    assert!(matches!(client.receive(Reply::NotThere), Err(TrustError::OutOfTurn)));
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

#[test]
fn an_error_says_how_many_keys_signed() {
    let mut repository = Repository::new();
    repository.signers.insert(RoleName::Targets, vec![2]);
    repository.write_all();
    let error = Machine::new(&repository).refused(&repository).to_string();
    assert_eq!(error, "1.targets.json is signed by 1 of 2 needed keys of the role targets (it has 3)");
    assert_eq!(role_of(&mut repository.root, RoleName::Targets).threshold, 2);
}

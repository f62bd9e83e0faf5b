//! Traps 1 to 3, and 19: which signatures count, and how many are needed.

use quoc::trust::TrustError;
use quoc::trust::document::{Envelope, KeyId, RoleName, Root, Targets};

use crate::text;
use crate::trust_kit::{Machine, Repository, key, public, role_of};

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

#[test]
fn an_error_says_how_many_keys_signed() {
    let mut repository = Repository::new();
    repository.signers.insert(RoleName::Targets, vec![2]);
    repository.write_all();
    let error = Machine::new(&repository).refused(&repository).to_string();
    assert_eq!(error, "1.targets.json is signed by 1 of 2 needed keys of the role targets (it has 3)");
    assert_eq!(role_of(&mut repository.root, RoleName::Targets).threshold, 2);
}

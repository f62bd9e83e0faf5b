//! Reading and writing documents: what is kept, and what is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use std::collections::BTreeMap;

use ed25519_dalek::SigningKey;

use super::*;
use crate::model::Timestamp as Time;
use crate::trust::json::{self, Value};

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn public(seed: u8) -> PublicKey {
    PublicKey::ed25519(key(seed).verifying_key()).unwrap()
}

fn header() -> Header {
    Header::new(1, "2030-01-02T03:04:05Z".parse::<Time>().unwrap())
}

fn root() -> Root {
    let keys = BTreeMap::from([(public(1).key_id(), public(1)), (public(2).key_id(), public(2))]);
    let role = RoleKeys::new(keys.keys().cloned().collect(), 2);
    Root {
        header: header(),
        consistent_snapshot: true,
        keys,
        root: role.clone(),
        timestamp: role.clone(),
        snapshot: role.clone(),
        targets: role,
    }
}

fn targets() -> Targets {
    let mut targets = Targets::new(header());
    targets.targets.insert("release.json".to_owned(), TargetFile::of(b"{}"));
    targets
}

/// Writes a document, changes its text and reads it again.
fn reread<T: Role + Clone>(document: &T, change: impl Fn(String) -> String) -> Result<Envelope<T>, DocumentError> {
    let text = String::from_utf8(Envelope::new(document.clone()).to_bytes()).unwrap();
    let changed = change(text.clone());
    assert_ne!(text, changed, "the change must do something");
    Envelope::parse(changed.as_bytes())
}

fn refused<T: Role + Clone + std::fmt::Debug>(document: &T, from: &str, to: &str) -> DocumentError {
    reread(document, |text| text.replacen(from, to, 1)).unwrap_err()
}

#[test]
fn a_document_made_from_scratch_reads_back_the_same() {
    let mut envelope = Envelope::new(root());
    envelope.sign_with(&key(1)).unwrap();
    envelope.sign_with(&key(2)).unwrap();
    envelope.sign_with(&key(2)).unwrap();
    assert_eq!(envelope.signatures().len(), 2);
    assert_eq!(Envelope::<Root>::parse(&envelope.to_bytes()).unwrap(), envelope);

    let timestamp = Envelope::new(Timestamp { header: header(), snapshot: MetaFile::new(7) });
    assert_eq!(Envelope::<Timestamp>::parse(&timestamp.to_bytes()).unwrap(), timestamp);
    let snapshot = Envelope::new(Snapshot::of_targets(header(), MetaFile::new(7)));
    assert_eq!(Envelope::<Snapshot>::parse(&snapshot.to_bytes()).unwrap(), snapshot);
    let targets = Envelope::new(targets());
    assert_eq!(Envelope::<Targets>::parse(&targets.to_bytes()).unwrap(), targets);
}

#[test]
fn members_nobody_knows_survive_and_are_signed() {
    let text = r#"{"extra": [1], "signatures": [{"keyid": "a", "sig": "", "who": "x"}],
        "signed": {"_type": "timestamp", "spec_version": "1.0", "version": 3, "expires": "2030-01-01T00:00:00Z",
        "x-note": {"a": null}, "meta": {"snapshot.json": {"version": 4, "x": true}}}}"#;
    let envelope = Envelope::<Timestamp>::parse(text.as_bytes()).unwrap();
    assert_eq!(json::parse(&envelope.to_bytes()).unwrap(), json::parse(text.as_bytes()).unwrap());
    let canonical = String::from_utf8(envelope.canonical()).unwrap();
    assert!(canonical.contains(r#""x-note":{"a":null}"#) && canonical.contains(r#""x":true"#));
    // They survive being edited and signed anew as well.
    let mut signed = envelope.signed().clone();
    signed.header.version = 4;
    let canonical = String::from_utf8(Envelope::new(signed).canonical()).unwrap();
    assert!(canonical.contains(r#""x-note":{"a":null}"#) && canonical.contains(r#""x":true"#));
}

#[test]
fn the_key_id_is_the_one_that_securesystemslib_computes() {
    // securesystemslib 1.6.0, CryptoSigner of the same private key.
    assert_eq!(public(1).key_id().as_str(), "7ab6b86cb2c9684b0ddc10896153aa2595decf4d4327a5ff1a8ab7422c828b12");
}

#[test]
fn the_type_must_be_there_and_right() {
    assert!(matches!(
        refused(&root(), r#""_type": "root""#, r#""_type": "targets""#),
        DocumentError::OtherType { expected: "root", found } if found == "targets"
    ));
    let error = refused(&root(), r#""_type": "root","#, "");
    assert!(matches!(error, DocumentError::Missing { member } if member == "signed._type"));
}

#[test]
fn version_zero_and_threshold_zero_or_missing_are_refused() {
    let error = refused(&targets(), r#""version": 1"#, r#""version": 0"#);
    assert!(matches!(error, DocumentError::Wrong { member, .. } if member == "signed.version"));
    let error = refused(&root(), r#""threshold": 2"#, r#""threshold": 0"#);
    assert!(matches!(error, DocumentError::Wrong { member, .. } if member == "signed.roles.root.threshold"));
    let error = refused(&root(), r#""threshold": 2"#, r#""x": 2"#);
    assert!(matches!(error, DocumentError::Missing { member } if member == "signed.roles.root.threshold"));
    for least in ["-1", "\"1\"", "true", "null", "[1]"] {
        let to = format!("\"version\": {least}");
        assert!(matches!(refused(&targets(), r#""version": 1"#, &to), DocumentError::Wrong { .. }), "{least}");
    }
}

#[test]
fn a_repeated_key_id_in_a_role_or_in_signatures_is_refused() {
    let mut document = root();
    let id = document.root.keyids[0].clone();
    document.root.keyids.push(id);
    let bytes = Envelope::new(document).to_bytes();
    assert!(matches!(
        Envelope::<Root>::parse(&bytes).unwrap_err(),
        DocumentError::Repeated { member, .. } if member == "signed.roles.root.keyids"
    ));
    let twice = r#""signatures": [{"keyid":"a","sig":""},{"keyid":"a","sig":"00"}]"#;
    let error = refused(&targets(), r#""signatures": []"#, twice);
    assert!(matches!(error, DocumentError::Repeated { member, id } if member == "signatures" && id == "a"));
}

#[test]
fn rsa_and_ecdsa_keys_and_unknown_ones_are_refused_in_words() {
    for (keytype, scheme) in [("rsa", "rsassa-pss-sha256"), ("ed25519", "ed25519ph"), ("ml-dsa", "ml-dsa-44/1")] {
        let change = |text: String| {
            let text = text.replacen(r#""keytype": "ed25519""#, &format!("\"keytype\": \"{keytype}\""), 1);
            text.replacen(r#""scheme": "ed25519""#, &format!("\"scheme\": \"{scheme}\""), 1)
        };
        let error = reread(&root(), change).unwrap_err();
        assert!(matches!(&error, DocumentError::UnsupportedKey { .. }));
        assert!(error.to_string().contains(keytype) && error.to_string().contains(scheme), "{error}");
    }
}

#[cfg(not(feature = "conformance-ecdsa"))]
#[test]
fn an_ecdsa_key_is_refused_in_the_product() {
    let change = |text: String| {
        let text = text.replacen(r#""keytype": "ed25519""#, r#""keytype": "ecdsa""#, 1);
        text.replacen(r#""scheme": "ed25519""#, r#""scheme": "ecdsa-sha2-nistp256""#, 1)
    };
    assert!(matches!(reread(&root(), change).unwrap_err(), DocumentError::UnsupportedKey { .. }));
}

#[test]
fn a_key_of_small_order_or_of_another_shape_is_refused() {
    let good = public(1).verification_key().identity().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let identity = format!("01{}", "00".repeat(31));
    // A second spelling of the identity: y = p + 1.
    let again = format!("ee{}7f", "ff".repeat(30));
    let zero = "00".repeat(32);
    for bad in [identity.as_str(), again.as_str(), zero.as_str(), "", "zz", &good[..62]] {
        let error = refused(&root(), &good, bad);
        assert!(matches!(error, DocumentError::Wrong { .. }), "{bad}: {error}");
    }
}

#[test]
fn the_same_key_in_upper_case_is_the_same_key() {
    let upper = reread(&root(), |text| {
        let good = public(1).verification_key().identity().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        text.replace(&good, &good.to_uppercase())
    });
    let upper = upper.unwrap().into_signed();
    assert_eq!(upper.identities(RoleName::Root), root().identities(RoleName::Root));
}

#[test]
fn a_delegation_is_refused_in_words_and_an_empty_one_is_not() {
    let empty = r#""delegations": {"keys": {}, "roles": []}, "expires""#;
    assert!(reread(&targets(), |text| text.replacen(r#""expires""#, empty, 1)).is_ok());
    let one = r#""delegations": {"keys": {}, "roles": [{"name": "extra"}]}, "expires""#;
    let error = refused(&targets(), r#""expires""#, one);
    assert!(matches!(&error, DocumentError::Delegations { roles } if roles == &["extra"]));
    let keys = r#""delegations": {"keys": {"a": {}}, "roles": []}, "expires""#;
    assert!(matches!(refused(&targets(), r#""expires""#, keys), DocumentError::Delegations { .. }));
}

#[test]
fn another_major_version_of_the_specification_is_refused() {
    for text in ["2.0.0", "1", "1.x", "", "11.0", "1.0.0.0", "1..0"] {
        let to = format!("\"spec_version\": \"{text}\"");
        let error = refused(&targets(), r#""spec_version": "1.0.34""#, &to);
        assert!(matches!(error, DocumentError::OtherSpecification { .. }), "{text}: {error}");
    }
    for text in ["1.0", "1.0.0", "1.99.3"] {
        let to = format!("\"spec_version\": \"{text}\"");
        assert!(reread(&targets(), |was| was.replacen(r#""spec_version": "1.0.34""#, &to, 1)).is_ok(), "{text}");
    }
}

#[test]
fn an_expiry_has_one_spelling() {
    for text in ["2030-01-02", "2030-01-02T03:04:60Z", "2030-01-02T03:04:05+00:00", "2030-01-02T03:04:05.0Z"] {
        let error = refused(&targets(), "2030-01-02T03:04:05Z", text);
        assert!(matches!(error, DocumentError::Wrong { member, .. } if member == "signed.expires"), "{text}");
    }
}

#[test]
fn a_root_has_just_the_four_roles() {
    let error = refused(&root(), r#""roles": {"#, r#""roles": {"mirrors": {"keyids": [], "threshold": 1},"#);
    assert!(matches!(error, DocumentError::Wrong { member, .. } if member == "signed.roles"));
    let error = refused(&root(), r#""snapshot": {"#, r#""other": {"#);
    assert!(matches!(error, DocumentError::Missing { member } if member == "signed.roles.snapshot"));
}

#[test]
fn hashes_are_there_when_said_to_be() {
    let error = refused(&targets(), r#""sha256""#, r#""sha256": 1, "sha512""#);
    assert!(matches!(error, DocumentError::Wrong { .. }));
    let meta = Timestamp { header: header(), snapshot: MetaFile::new(1) };
    let error = refused(&meta, r#""version": 1"#, r#""hashes": {}, "version": 1"#);
    assert!(matches!(error, DocumentError::Wrong { .. }));
}

#[test]
fn bad_hex_in_a_signature_is_no_bytes_and_no_error() {
    for (sig, bytes) in [("", None), ("zz", None), ("abc", None), ("é", None), ("aB01", Some(vec![0xab, 1]))] {
        let value = json::parse(format!("{{\"keyid\":\"a\",\"sig\":\"{sig}\"}}").as_bytes()).unwrap();
        assert_eq!(Signature::from_value(value, "").unwrap().bytes(), bytes, "{sig}");
    }
    assert!(Signature::from_value(Value::Null, "signature").is_err());
}

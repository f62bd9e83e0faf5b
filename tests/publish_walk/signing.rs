//! Who signs, and what is never signed.

use fs_err as fs;
use quoc::publish::face::End;

use crate::kit::publisher::{Walk, copy};

#[test]
fn a_missing_signature_is_named_and_nothing_is_published() {
    let walk = Walk::staged();
    walk.sign("alice");
    let said = walk.refuses("publisher", "publish --online online.pem");
    assert!(said.contains("root is signed by 1 of the 2 keys needed"), "{said}");
    let (signed, missing) = said.split_once("; not by ").unwrap();
    assert!(signed.contains("signed by alice") && missing.contains("bob") && missing.contains("carol"), "{said}");
    let status = walk.does("publisher", "status").out;
    assert!(status.contains("missing  bob") && status.contains("signed   alice"), "{status}");
    assert!(!walk.on("publisher/repository").exists());
}

#[test]
fn the_same_owner_twice_is_one_signature() {
    let walk = Walk::staged();
    walk.sign("alice");
    let kept = walk.on("publisher/staged/signatures");
    for entry in fs::read_dir(&kept).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, path.with_extension("again.json")).unwrap();
    }
    assert!(walk.refuses("publisher", "publish --online online.pem").contains("1 of the 2 keys"));
}

#[test]
fn a_forged_signature_counts_for_nothing() {
    let walk = Walk::staged();
    walk.sign("alice");
    walk.sign("bob");
    for entry in fs::read_dir(walk.on("publisher/staged/signatures")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let at = text.find("\"sig\"").unwrap() + 10;
        let flipped = if &text[at..=at] == "0" { "1" } else { "0" };
        fs::write(&path, format!("{}{flipped}{}", &text[..at], &text[at + 1..])).unwrap();
    }
    assert!(walk.refuses("publisher", "publish --online online.pem").contains("0 of the 2 keys"));
}

#[test]
fn a_file_changed_between_signing_and_publishing_is_refused() {
    let walk = Walk::staged();
    walk.sign("alice");
    walk.sign("bob");
    let wheel = walk.on("publisher/staged/targets/demo-1.0-py3-none-any.whl");
    let mut bytes = fs::read(&wheel).unwrap();
    bytes[100] ^= 1;
    fs::write(&wheel, bytes).unwrap();
    let said = walk.refuses("publisher", "publish --online online.pem");
    assert!(said.contains("demo-1.0-py3-none-any.whl is not the file that targets.json names"), "{said}");
}

#[test]
fn a_staged_folder_changed_on_its_way_is_not_signed() {
    let walk = Walk::staged();
    walk.carry_to("alice");
    fs::write(walk.on("alice/staged/targets/pylock.toml"), "lock-version = \"1.0\"").unwrap();
    let said = walk.refuses("alice/staged", "sign --key ../alice.pem");
    assert!(said.contains("pylock.toml is not the file"), "{said}");
}

#[test]
fn an_owner_who_says_no_signs_nothing() {
    let mut walk = Walk::begun();
    walk.stage("1.0");
    walk.carry_to("alice");
    walk.answer = false;
    assert!(matches!(walk.run("alice/staged", "sign --key ../alice.pem").end, End::Failed(_)));
    assert!(!walk.on("alice/staged/signatures").exists());
    walk.does("alice/staged", "sign --key ../alice.pem --yes");
}

#[test]
fn a_key_that_is_not_asked_for_does_not_sign() {
    let walk = Walk::staged();
    walk.carry_to("dave");
    assert!(walk.refuses("dave/staged", "sign --key ../dave.pem").contains("no staged document asks"));
}

#[test]
fn an_owner_never_signs_two_documents_of_one_version_and_release_moves_on() {
    let walk = Walk::published();
    walk.stage("2.0");
    walk.carry_to("alice");
    walk.does("alice/staged", "sign --key ../alice.pem");
    // The signature got lost, and the publisher stages something else under the same version.
    walk.stage("2.1");
    walk.carry_to("alice");
    let said = walk.refuses("alice/staged", "sign --key ../alice.pem");
    assert!(said.contains("has signed another targets of version 2"), "{said}");
    walk.does("publisher", "release --targets-version 3");
    walk.carry_to("alice");
    // For all that alice can see, what she signed was published and is hidden from her.
    let said = walk.refuses("alice/staged", "sign --key ../alice.pem");
    assert!(said.contains("has signed targets of version 2") && said.contains("--never-published"), "{said}");
    walk.sign_upon_the_owners_word("alice");
    // Had it come back, the publisher would have moved on without being told.
    walk.lock("2.2");
    let said = walk.does("publisher", "release").out;
    assert!(said.contains("targets version 4"), "{said}");
    walk.sign_upon_the_owners_word("alice");
    walk.publish(&["bob"]);
}

#[test]
fn a_published_document_that_its_quorum_has_not_signed_is_not_signed_upon() {
    let walk = Walk::published();
    walk.stage("2.0");
    let before = walk.on("publisher/staged/published/targets.json");
    let text = fs::read_to_string(&before).unwrap();
    assert!(text.contains("2027-11-22"));
    fs::write(&before, text.replace("2027-11-22", "2027-11-23")).unwrap();
    walk.carry_to("alice");
    assert!(walk.refuses("alice/staged", "sign --key ../alice.pem").contains("not signed by enough keys"));
}

#[test]
fn a_staged_folder_that_tells_another_history_is_not_signed() {
    let walk = Walk::published();
    // The same owners, but a record that lies elsewhere, were led to publish another version 1.
    let other = Walk::with_owners_of(&walk);
    other.stage("1.0");
    other.publish(&["alice", "bob"]);
    other.stage("2.0");
    copy(&other.on("publisher/staged"), &walk.on("alice/other"));
    let said = walk.refuses("alice/other", "sign --key ../alice.pem");
    assert!(said.contains("is not what this key has signed"), "{said}");
}

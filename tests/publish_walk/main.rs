//! A publisher's walk on several 'machines' (folders) that exchange only files, by the command line of
//! `quoc-publish` run in-process with a clock of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod ends;
mod keys;
#[path = "../kit/mod.rs"]
mod kit;
mod signing;
mod staging;

use std::collections::BTreeSet;

use fs_err as fs;
use kit::publisher::{Walk, copy};
use quoc::publish::face::End;
use quoc::trust::MemoryStore;

#[test]
fn two_of_three_owners_release_and_a_user_follows_to_the_next_release() {
    let walk = Walk::published();
    let store = MemoryStore::default();
    let first = walk.user(&store).unwrap();
    assert_eq!((first.release().version.to_string(), first.targets().signers().signed.len()), ("1.0".into(), 2));
    walk.stage("2.0");
    let shown = walk.sign("bob").out;
    assert!(shown.contains("version 1.0 -> 2.0"), "{shown}");
    assert!(shown.contains("~ pylock.toml: demo 1.0 -> 2.0"), "{shown}");
    assert!(shown.contains("- file demo-1.0-py3-none-any.whl") && shown.contains("+ file demo-2.0-py3-none-any.whl"));
    let said = walk.publish(&["carol"]);
    assert!(said.out.contains("read as 2 users"), "{}", said.out);
    assert_eq!(walk.user(&store).unwrap().release().version.to_string(), "2.0");
    let verified = walk.does("publisher", "verify repository --root root.json").out;
    assert!(verified.contains("Demo 2.0") && verified.contains("signed by 2 of 3 keys, 2 needed"), "{verified}");
}

#[test]
fn a_publication_that_was_cut_off_is_finished_by_the_next_one() {
    let walk = Walk::published();
    walk.stage("2.0");
    walk.sign("alice");
    walk.sign("bob");
    let keep = walk.on("kept");
    copy(&walk.on("publisher/staged"), &keep);
    walk.does("publisher", "publish --online online.pem");
    // As if it had been killed after the last file was written, before the staged folder was removed.
    copy(&keep, &walk.on("publisher/staged"));
    walk.does("publisher", "publish --online online.pem");
    assert_eq!(walk.user(&MemoryStore::default()).unwrap().release().version.to_string(), "2.0");
}

#[test]
fn a_failure_has_a_code_a_status_and_what_to_do_in_the_chosen_language() {
    let walk = Walk::begun();
    for (locale, words, hint) in [
        ("en-US", "Nothing was published yet. [published-nothing]", "Begin with"),
        ("de-AT", "Es wurde noch nichts veröffentlicht. [published-nothing]", "beginnen"),
        ("tlh", "Nothing was published yet. [published-nothing]", "Begin with"),
    ] {
        let said = walk.run("publisher", &format!("renew --online online.pem --locale {locale}"));
        assert_eq!(said.end, End::Failed(1));
        assert!(said.err.contains(words) && said.err.contains(hint), "{}", said.err);
    }
    let said = walk.run("publisher", "publsih --locale=de");
    assert_eq!(said.end, End::Failed(2));
    assert!(said.err.contains("Es gibt kein Verb „publsih“. [usage-verb]"), "{}", said.err);
}

fn read(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn programs_read_failures_and_status_as_json() {
    let walk = Walk::staged();
    walk.sign("alice");
    let said = walk.run("publisher", "publish --online online.pem --json");
    let failed = read(&said.out);
    assert_eq!(
        (said.end, &failed["code"], &failed["exit-status"]),
        (End::Failed(11), &"publish-too-few".into(), &11.into())
    );
    assert_eq!((&failed["arguments"]["have"], &failed["arguments"]["need"]), (&"1".into(), &"2".into()));
    let status = read(&walk.does("publisher", "status --json").out);
    let targets = status["waiting"].as_array().unwrap().iter().find(|waiting| waiting["role"] == "targets").unwrap();
    let names = |member: &str| -> Vec<String> {
        let keys = targets[member].as_array().unwrap().iter();
        keys.map(|key| key["name"].as_str().unwrap().to_owned()).collect::<BTreeSet<_>>().into_iter().collect()
    };
    assert_eq!(
        (names("signed"), names("missing")),
        (vec!["alice".to_owned()], vec!["bob".to_owned(), "carol".to_owned()])
    );
    assert_eq!((&status["published"], &status["format"]), (&serde_json::json!([]), &1.into()));
    let status = read(&Walk::published().does("publisher", "status --json").out);
    assert_eq!((&status["published"][0]["role"], &status["published"][0]["alarm"]), (&"root".into(), &false.into()));
}

#[test]
fn a_repository_that_is_not_there_is_no_repository_that_users_would_refuse() {
    let walk = Walk::published();
    let said = walk.run("publisher", "verify nowhere --root root.json");
    assert_eq!(said.end, End::Failed(10));
    assert!(said.err.contains("[download-failed]") && !said.err.contains("refuse"), "{}", said.err);
}

#[test]
fn whoever_verifies_learns_whose_signatures_are_missing() {
    let walk = Walk::published();
    walk.does("publisher", "root --quorum 3");
    let unsigned = walk.run("publisher", "verify repository --root staged/root.json");
    assert_eq!(unsigned.end, End::Failed(11));
    let words =
        ["root: not signed by ", "alice (", "bob (", "carol (", "it has no signature at all", "[verify-too-few]"];
    assert!(words.iter().all(|words| unsigned.err.contains(words)), "{}", unsigned.err);
    // One signature of the two that a release needs, and one whose bytes were changed.
    let path = walk.on("publisher/repository/metadata/1.targets.json");
    let mut targets = read(&fs::read_to_string(&path).unwrap());
    let of_bob = read(&walk.does("publisher", "status --json").out)["waiting"][0]["missing"].clone();
    let of_bob = of_bob.as_array().unwrap().iter().find(|key| key["name"] == "bob").unwrap()["id"].clone();
    for signature in targets["signatures"].as_array_mut().unwrap().iter_mut().filter(|it| it["keyid"] == of_bob) {
        signature["sig"] = "00".repeat(64).into();
    }
    fs::write(&path, targets.to_string()).unwrap();
    let said = walk.run("publisher", "verify repository --root root.json --json");
    assert_eq!((said.end, &read(&said.out)["arguments"]["have"]), (End::Failed(11), &"1".into()));
    let words = ["targets: not signed by ", "bob (", "carol (", "its other signatures (1) are of"];
    assert!(words.iter().all(|words| said.err.contains(words)) && !said.err.contains("alice"), "{}", said.err);
}

#[test]
fn that_the_profile_is_of_another_application_is_learnt_before_anything_is_locked_or_built() {
    let walk = Walk::begun();
    walk.lock("1.0");
    let profile = walk.on("publisher/profile.toml");
    let text = fs::read_to_string(&profile).unwrap();
    fs::write(&profile, text.replace("\"demo\"", "\"example\"")).unwrap();
    for verb in ["lock", "wheels", "release"] {
        let said = walk.run("publisher", verb);
        assert_eq!(said.end, End::Failed(1), "{verb}");
        assert!(
            said.err.contains("releases demo, but profile.toml is about example. [other-application]"),
            "{}",
            said.err
        );
    }
    fs::remove_file(&profile).unwrap();
    let said = walk.run("publisher", "lock");
    assert!(said.err.contains("[resolver-missing]"), "without a profile the recipe can be locked: {}", said.err);
}

#[test]
fn a_profile_that_does_not_say_where_releases_are_is_told_when_they_are_made() {
    let walk = Walk::begun();
    walk.lock("1.0");
    let profile = walk.on("publisher/profile.toml");
    let text = fs::read_to_string(&profile).unwrap();
    let warned = |said: &str| said.contains("warning: profile.toml names no 'repository'");
    assert!(warned(&walk.does("publisher", "release").err));
    fs::write(&profile, format!("{text}repository = \"\"\n")).unwrap();
    let said = walk.refuses("publisher", "release");
    assert!(said.contains("[profile-unreadable]") && said.contains("| 4 | repository = \"\""), "{said}");
    fs::write(&profile, format!("{text}repository = \"https://example.org/releases/\"\n")).unwrap();
    assert!(!warned(&walk.does("publisher", "release").err));
    walk.sign("alice");
    walk.sign("bob");
    fs::write(&profile, text).unwrap();
    assert!(warned(&walk.does("publisher", "publish --online online.pem").err));
}

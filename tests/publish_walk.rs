//! A publisher's walk on several 'machines' (folders) that exchange only files, by the command line of
//! `quoc-publish` run in-process with a clock of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod kit;

use fs_err as fs;
use kit::publisher::{Walk, copy, demo};
use kit::wheel::Wheel;
use quoc::model::Sha256Digest;
use quoc::publish::check::MemoryStore;
use quoc::publish::face::End;
use std::collections::BTreeSet;

#[test]
fn two_of_three_owners_release_and_a_user_follows_to_the_next_release() {
    let walk = Walk::published();
    let store = MemoryStore::default();
    let first = walk.user(&store).unwrap();
    assert_eq!((first.release().version.to_string(), first.targets().signers().signed.len()), ("1.0".into(), 2));
    walk.lock("2.0");
    walk.does("publisher", "release");
    let shown = walk.sign("bob").out;
    assert!(shown.contains("version 1.0 -> 2.0"), "{shown}");
    assert!(shown.contains("~ pylock.toml: demo 1.0 -> 2.0"), "{shown}");
    assert!(shown.contains("- file demo-1.0-py3-none-any.whl") && shown.contains("+ file demo-2.0-py3-none-any.whl"));
    walk.sign("carol");
    let said = walk.does("publisher", "publish --online online.pem");
    assert!(said.out.contains("read as 2 users"), "{}", said.out);
    assert_eq!(walk.user(&store).unwrap().release().version.to_string(), "2.0");
    let verified = walk.does("publisher", "verify repository --root root.json").out;
    assert!(verified.contains("Demo 2.0") && verified.contains("signed by 2 of 3 keys, 2 needed"), "{verified}");
}

#[test]
fn a_missing_signature_is_named_and_nothing_is_published() {
    let walk = Walk::begun();
    walk.lock("1.0");
    walk.does("publisher", "release");
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
    let walk = Walk::begun();
    walk.lock("1.0");
    walk.does("publisher", "release");
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
    let walk = Walk::begun();
    walk.lock("1.0");
    walk.does("publisher", "release");
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
    let walk = Walk::begun();
    walk.lock("1.0");
    walk.does("publisher", "release");
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
    let walk = Walk::begun();
    walk.lock("1.0");
    walk.does("publisher", "release");
    walk.carry_to("alice");
    fs::write(walk.on("alice/staged/targets/pylock.toml"), "lock-version = \"1.0\"").unwrap();
    let said = walk.refuses("alice/staged", "sign --key ../alice.pem");
    assert!(said.contains("pylock.toml is not the file"), "{said}");
}

#[test]
fn an_owner_who_says_no_signs_nothing() {
    let mut walk = Walk::begun();
    walk.lock("1.0");
    walk.does("publisher", "release");
    walk.carry_to("alice");
    walk.answer = false;
    assert!(matches!(walk.run("alice/staged", "sign --key ../alice.pem").end, End::Failed(_)));
    assert!(!walk.on("alice/staged/signatures").exists());
    walk.does("alice/staged", "sign --key ../alice.pem --yes");
}

#[test]
fn a_key_that_is_not_asked_for_does_not_sign() {
    let walk = Walk::begun();
    walk.lock("1.0");
    walk.does("publisher", "release");
    walk.carry_to("dave");
    assert!(walk.refuses("dave/staged", "sign --key ../dave.pem").contains("no staged document asks"));
}

#[test]
fn an_owner_never_signs_two_documents_of_one_version_and_release_moves_on() {
    let walk = Walk::published();
    walk.lock("2.0");
    walk.does("publisher", "release");
    walk.carry_to("alice");
    walk.does("alice/staged", "sign --key ../alice.pem");
    // The signature got lost, and the publisher stages something else under the same version.
    walk.lock("2.1");
    walk.does("publisher", "release");
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
    walk.sign("bob");
    walk.does("publisher", "publish --online online.pem");
}

#[test]
fn a_published_document_that_its_quorum_has_not_signed_is_not_signed_upon() {
    let walk = Walk::published();
    walk.lock("2.0");
    walk.does("publisher", "release");
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
    other.lock("1.0");
    other.does("publisher", "release");
    other.sign("alice");
    other.sign("bob");
    other.does("publisher", "publish --online online.pem");
    other.lock("2.0");
    other.does("publisher", "release");
    copy(&other.on("publisher/staged"), &walk.on("alice/other"));
    let said = walk.refuses("alice/other", "sign --key ../alice.pem");
    assert!(said.contains("is not what this key has signed"), "{said}");
}

#[test]
fn a_release_that_does_not_cover_its_claims_is_not_staged() {
    let walk = Walk::begun();
    walk.lock_as("1.0", "cp311-cp311-manylinux_2_17_x86_64");
    let said = walk.refuses("publisher", "release");
    assert!(said.contains("does not cover what it claims"), "{said}");
    assert!(said.contains("Python 3.12") && said.contains("NO WHEEL OF: demo"), "{said}");
    // A wheel for newer systems than the claimed ones is no cover either.
    walk.lock_as("1.0", "py3-none-manylinux_2_34_x86_64");
    assert!(walk.refuses("publisher", "release").contains("NO WHEEL OF: demo"));
}

#[test]
fn a_wheel_with_a_path_file_is_staged_only_once_the_publisher_has_listed_its_content() {
    let walk = Walk::begun();
    let library = Wheel::new("library", "2.0")
        .module("library-start.pth", "import library\n")
        .module("two.pth", "\u{1b}[2Jx")
        .built();
    walk.lock_wheels("1.0", &[demo("1.0").built(), library.clone()]);
    let said = walk.refuses("publisher", "release");
    for words in [
        "library-2.0-py3-none-any.whl brings files that run at every start of Python",
        "on Linux (glibc) x86_64 with Python 3.11, 3.12",
        "| import library",
        "| \\u{1b}[2Jx",
        &format!("\"library-start.pth\" = \"{}\"", Sha256Digest::of(b"import library\n")),
        &format!("\"two.pth\" = \"{}\"", Sha256Digest::of(b"\x1b[2Jx")),
        "users could not install the release",
    ] {
        assert!(said.contains(words), "{words} is not in: {said}");
    }
    assert!(!walk.on("publisher/staged/targets.json").exists());
    // The lines as they were told, pasted into the recipe.
    let (_, lines) = said.split_once("put into release.toml:\n").unwrap();
    let (lines, _) = lines.split_once("beside what").unwrap();
    let recipe = walk.on("publisher/release.toml");
    let text = fs::read_to_string(&recipe).unwrap();
    fs::write(&recipe, format!("{text}\n{lines}")).unwrap();
    let said = walk.does("publisher", "release").out;
    assert!(said.contains("screened 3 wheels"), "{said}");
    assert!(walk.sign("alice").out.contains("library-start.pth"), "owners are shown what runs at every start");
}

#[test]
fn a_wheel_that_users_machines_would_refuse_is_not_staged() {
    let walk = Walk::begun();
    let refused = |library: Wheel, words: &str| {
        walk.lock_wheels("1.0", &[demo("1.0").built(), library.built()]);
        let said = walk.refuses("publisher", "release");
        assert!(said.contains("users would be refused") && said.contains(words), "{words} is not in: {said}");
        assert!(said.contains("on Linux (glibc) x86_64 with Python 3.11, 3.12"), "{said}");
        assert!(!walk.on("publisher/staged/targets.json").exists());
    };
    let library = || Wheel::new("library", "2.0");
    refused(library().script("python3", "library:main"), "\"python3\" would replace a part of the environment");
    refused(library().module("library.py", "").lying_record("library.py"), "RECORD describes another \"library.py\"");
    refused(library().module("demo.py", ""), "\"demo.py\" belongs to demo-1.0-py3-none-any.whl too");
    refused(library().requires_python("<3.10"), "library-2.0-py3-none-any.whl is for Python <3.10");
    refused(library().module("sitecustomize.py", ""), "sitecustomize.py can be in no release");
    walk.lock_wheels("1.0", &[Wheel::new("demo", "1.0").built()]);
    assert!(walk.refuses("publisher", "release").contains("no distribution has the command demo"));
}

#[test]
fn what_was_staged_by_other_means_is_screened_before_it_is_published() {
    let walk = Walk::begun();
    let library = Wheel::new("library", "2.0").module("library-start.pth", "import library\n").built();
    walk.lock_wheels("1.0", &[demo("1.0").built(), library]);
    let recipe = walk.on("publisher/release.toml");
    let text = fs::read_to_string(&recipe).unwrap();
    let digest = Sha256Digest::of(b"import library\n");
    fs::write(&recipe, format!("{text}\n[path-files]\n\"library-start.pth\" = \"{digest}\"\n")).unwrap();
    walk.does("publisher", "release");
    // The same release, but its document does not list the file; targets.json names it all the same.
    let edit = |file: &str, change: &dyn Fn(&mut serde_json::Value)| {
        let path = walk.on("publisher/staged").join(file);
        let mut document = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        change(&mut document);
        let bytes = serde_json::to_vec(&document).unwrap();
        fs::write(&path, &bytes).unwrap();
        (bytes.len(), Sha256Digest::of(&bytes))
    };
    let (length, digest) = edit("targets/release.json", &|release| {
        release.as_object_mut().unwrap().remove("path-files").unwrap();
    });
    edit("targets.json", &|targets| {
        let target = &mut targets["signed"]["targets"]["release.json"];
        target["length"] = length.into();
        target["hashes"]["sha256"] = digest.to_string().into();
    });
    walk.sign("alice");
    walk.sign("bob");
    let said = walk.refuses("publisher", "publish --online online.pem");
    assert!(said.contains("users could not install the signed release"), "{said}");
    assert!(said.contains("\"library-start.pth\" = "), "{said}");
    assert!(!walk.on("publisher/repository").exists());
}

#[test]
fn only_the_pythons_that_would_be_refused_are_named() {
    let walk = Walk::begun();
    let library = Wheel::new("library", "2.0").requires_python("<3.12").built();
    walk.lock_wheels("1.0", &[demo("1.0").built(), library]);
    let said = walk.refuses("publisher", "release");
    assert!(said.contains("on Linux (glibc) x86_64 with Python 3.12\n"), "{said}");
}

#[test]
fn a_path_too_long_for_windows_is_refused_and_one_that_only_some_have_room_for_is_told() {
    let walk = Walk::begun();
    let staged = |length: usize| {
        let path = format!("{}/{}.py", "d".repeat(100), "f".repeat(length - 104));
        walk.lock_wheels("1.0", &[demo("1.0").module(&path, "").built()]);
        let recipe = walk.on("publisher/release.toml");
        let text = fs::read_to_string(&recipe).unwrap().replace("linux-glibc", "windows");
        fs::write(&recipe, text).unwrap();
        walk.run("publisher", "release")
    };
    // C:\Users\…\AppData\Local\quoc\demo\generations\999\Lib\site-packages\ and 12 or 20 characters of a name.
    let room = 259 - (r"C:\Users\\AppData\Local\quoc\demo\generations\999\Lib\site-packages\".len());
    let said = staged(room - 20);
    assert!(said.end == End::Done && !said.out.contains("--prefix"), "{}{}", said.out, said.err);
    let said = staged(room - 12);
    assert!(said.out.contains("names of more than 12 characters will need --prefix"), "{}{}", said.out, said.err);
    let said = staged(room - 11);
    assert!(
        matches!(said.end, End::Failed(_)) && said.err.contains("is too long by 1 characters"),
        "{}{}",
        said.out,
        said.err
    );
}

#[test]
fn claims_added_after_signing_are_not_published_over() {
    let walk = Walk::begun();
    walk.lock("1.0");
    walk.does("publisher", "release");
    walk.sign("alice");
    walk.sign("bob");
    let recipe = walk.on("publisher/release.toml");
    let text = fs::read_to_string(&recipe).unwrap();
    fs::write(&recipe, text.replace("[\"3.11\"", "[\"3.10\", \"3.11\"")).unwrap();
    let said = walk.refuses("publisher", "publish --online online.pem");
    assert!(said.contains("does not cover what the recipe claims"), "{said}");
}

#[test]
fn an_older_version_is_not_staged() {
    let walk = Walk::published();
    walk.lock("0.9");
    assert!(walk.refuses("publisher", "release").contains("0.9 is older than 1.0"));
}

#[test]
fn renewing_keeps_users_going_and_alarms_thirty_days_before_an_end() {
    let walk = Walk::published();
    let store = MemoryStore::default();
    walk.user(&store).unwrap();
    let walk = walk.later(29);
    walk.does("publisher", "renew --online online.pem");
    let walk = walk.later(20);
    assert_eq!(walk.user(&store).unwrap().targets().versions().timestamp, 2);
    // targets lasts 365 days from the start: day 334 is one day before the last thirty.
    let walk = walk.later(334 - 49);
    walk.does("publisher", "renew --online online.pem");
    let walk = walk.later(1);
    let said = walk.run("publisher", "renew --online online.pem");
    assert_eq!(said.end, End::Alarm);
    assert!(said.err.contains("ALARM: targets ends in 30 days"), "{}", said.err);
    assert_eq!(walk.run("publisher", "status").end, End::Alarm);
    walk.user(&store).unwrap();
    let walk = walk.later(30);
    let said = walk.refuses("publisher", "renew --online online.pem");
    assert!(said.contains("a new user would refuse the result"), "{said}");
}

#[test]
fn what_ended_before_it_was_signed_or_published_is_refused() {
    let walk = Walk::begun();
    walk.lock("1.0");
    walk.does("publisher", "release");
    walk.sign("alice");
    walk.sign("bob");
    let walk = walk.later(400);
    let said = walk.refuses("publisher", "publish --online online.pem");
    assert!(said.contains("a new user would refuse the result"), "{said}");
    walk.carry_to("carol");
    assert!(walk.refuses("carol/staged", "sign --key ../carol.pem").contains("that is over"));
}

#[test]
fn keys_are_rotated_and_users_who_skipped_versions_follow() {
    let walk = Walk::published();
    let old_user = MemoryStore::default();
    walk.user(&old_user).unwrap();
    walk.hand_over("dave/dave.pub", "publisher");
    let said = walk.does("publisher", "root --remove alice --key dave.pub").out;
    assert!(said.contains("+ owner dave") && said.contains("- owner alice"), "{said}");
    assert!(said.contains("the release is staged again"), "{said}");
    let status = walk.does("publisher", "status").out;
    assert!(status.contains("by the keys that go"), "{status}");
    walk.sign("bob");
    walk.sign("dave");
    // The old quorum has not signed: bob alone is of it.
    let said = walk.refuses("publisher", "publish --online online.pem");
    assert!(said.contains("root is signed by 1 of the 2 keys needed"), "{said}");
    walk.sign("alice");
    walk.does("publisher", "publish --online online.pem");
    walk.does("publisher", "root --quorum 3");
    walk.sign("bob");
    walk.sign("carol");
    walk.sign("dave");
    let said = walk.does("publisher", "publish --online online.pem");
    assert!(said.out.contains("root 3"), "{}", said.out);
    assert_eq!(walk.user(&old_user).unwrap().targets().versions().root, 3);
    let fresh = walk.user(&MemoryStore::default()).unwrap();
    assert_eq!((fresh.targets().signers().threshold, fresh.targets().signers().keys), (3, 3));
}

#[test]
fn the_online_key_can_be_replaced_and_the_old_one_is_refused() {
    let walk = Walk::published();
    let store = MemoryStore::default();
    walk.user(&store).unwrap();
    walk.does("publisher", "key new second.pem");
    walk.does("publisher", "root --online second.pub");
    walk.sign("alice");
    walk.sign("bob");
    let said = walk.refuses("publisher", "publish --online online.pem");
    assert!(said.contains("not the online key"), "{said}");
    walk.does("publisher", "publish --online second.pem");
    assert!(walk.refuses("publisher", "renew --online online.pem").contains("not the online key"));
    assert_eq!(walk.user(&store).unwrap().targets().versions().root, 2);
}

#[test]
fn the_first_root_lasts_as_long_as_a_recipe_that_is_there_says() {
    let walk = Walk::begun();
    let recipe = walk.on("publisher/release.toml");
    let text = fs::read_to_string(&recipe).unwrap();
    assert!(text.contains("root = 730"));
    fs::write(&recipe, text.replace("root = 730", "root = 10")).unwrap();
    let said = walk.does("publisher", "init --quorum 2 --online online.pub").out;
    assert!(said.contains("until 2026-12-02T12:00:00Z"), "{said}");
    assert!(fs::read_to_string(&recipe).unwrap().contains("root = 10"), "the recipe stays");
}

#[test]
fn a_quorum_that_cannot_be_met_or_an_owner_online_is_refused() {
    let walk = Walk::begun();
    assert!(walk.refuses("publisher", "init --quorum 4 --online online.pub").contains("a quorum of 4 out of 3"));
    assert!(walk.refuses("publisher", "init --quorum 0 --online online.pub").contains("a quorum of 0 out of 3"));
    let published = Walk::published();
    assert!(published.refuses("publisher", "init --quorum 2 --online online.pub").contains("published already"));
    let said = published.refuses("publisher", "root --online keys/alice.pub");
    assert!(said.contains("must not be one of the owners'"), "{said}");
    assert!(published.refuses("publisher", "root --quorum 4").contains("a quorum of 4 out of 3"));
    assert!(published.refuses("publisher", "root --remove nobody").contains("is not one of the owners'"));
}

#[test]
fn a_publication_that_was_cut_off_is_finished_by_the_next_one() {
    let walk = Walk::published();
    walk.lock("2.0");
    walk.does("publisher", "release");
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

#[test]
fn programs_read_failures_and_status_as_json() {
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let walk = Walk::begun();
    walk.lock("1.0");
    walk.does("publisher", "release");
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

//! Members of the release, and of the targets document.

use fs_err as fs;
use quoc::publish::staged::{self, Staged};
use quoc::trust::document::Envelope;

use crate::Scene;

#[test]
fn an_older_version_is_said_loudly() {
    let scene = Scene::published();
    scene.release("1.0");
    scene.rewrite_release(|release| release["version"] = "0.9".into());
    let shown = scene.alice_is_shown();
    assert!(shown.contains("version 1.0 -> 0.9: OLDER THAN WHAT IS PUBLISHED"), "{shown}");
}

type Edit = Box<dyn Fn(&mut serde_json::Value)>;

/// A menu entry that sets every member.
fn a_menu_entry(digest: &str) -> serde_json::Value {
    serde_json::json!({
        "command": "demo", "arguments": ["a b"], "terminal": true, "name": { "de": "Vorführung" },
        "comment": { "default": "Shows things", "pt-BR": "Mostra coisas" },
        "categories": ["Network", "P2P"], "keywords": ["bank"],
        "icons": [{ "size": "48x48", "file": {
            "name": "demo.png", "size": 7, "sha256": digest, "package": null, "sources": [{ "target": "demo.png" }],
        } }],
    })
}

/// A change of each member, and how it is shown.
fn edits() -> Vec<(Edit, &'static str)> {
    let digest = "ab".repeat(32);
    let archive = serde_json::json!({
        "name": "python.tar.gz", "size": 7, "sha256": digest, "package": null,
        "sources": [{ "url": "https://evil.example/python.tar.gz" }],
    });
    let platform = serde_json::json!({ "os": "macos", "arch": "aarch64" });
    let runtime = serde_json::json!({ "version": "3.12.1", "platform": platform, "archive": archive });
    let stub = serde_json::json!({ "version": "0.2", "platform": platform, "file": {
        "name": "setup", "size": 7, "sha256": digest, "package": null, "sources": [{ "target": "setup" }],
    } });
    let desktop = a_menu_entry(&digest);
    let covered = serde_json::json!([{ "platform": platform, "python": "3.12", "without-wheel": ["native"] }]);
    let set = |path: &'static str, value: serde_json::Value| -> Edit {
        Box::new(move |release| *release.pointer_mut(path).unwrap() = value.clone())
    };
    let put = |member: &'static str, value: serde_json::Value| -> Edit {
        Box::new(move |release| drop(release.as_object_mut().unwrap().insert(member.to_owned(), value.clone())))
    };
    vec![
        (set("/application/id", "other".into()), "~ application: demo -> other"),
        (set("/application/name", "Other".into()), "~ name: Demo -> Other"),
        (set("/application/publisher", "Mallory".into()), "~ publisher: The Demo project -> Mallory"),
        (set("/version", "1.1".into()), "version 1.0 -> 1.1"),
        (set("/requires-python", ">=3.6".into()), "-> >=3.6"),
        (set("/pip/sha256", digest.clone().into()), "~ pip: pip-26.0-py3-none-any.whl, "),
        (set("/pip/size", 6.into()), "-> pip-26.0-py3-none-any.whl, 6 bytes"),
        (set("/pip/package", "evil".into()), "distribution evil"),
        (set("/pip/sources/0/url", "https://evil.example/pip.whl".into()), "from https://evil.example/pip.whl"),
        (set("/commands", serde_json::json!(["demo", "sudo"])), "+ command: sudo"),
        (set("/smoke-test", serde_json::json!(["demo", "a b"])), "-> [\"demo\", \"a b\"]"),
        (put("security-floor", "1.0".into()), "~ security floor: none -> 1.0"),
        (put("runtimes", serde_json::json!([runtime])), "python.tar.gz, 7 bytes, sha256 abab"),
        (put("path-files", serde_json::json!({ "evil.pth": [digest] })), "~ path file: none -> evil.pth sha256 abab"),
        (put("coverage", covered), "+ coverage: macOS aarch64, Python 3.12, no wheel of native"),
        (put("data-folders", serde_json::json!(["~/x"])), "~ data folder: none -> ~/x"),
        (put("desktop", desktop.clone()), "+ menu entry: starts demo [\"a b\"] in a terminal"),
        (put("desktop", desktop.clone()), "+ menu entry: name in de: Vorführung"),
        (put("desktop", desktop.clone()), "+ menu entry: comment: Shows things"),
        (put("desktop", desktop.clone()), "+ menu entry: comment in pt-BR: Mostra coisas"),
        (put("desktop", desktop.clone()), "+ menu entry: categories Network P2P"),
        (put("desktop", desktop.clone()), "+ menu entry: keywords [\"bank\"]"),
        (put("desktop", desktop), "~ icon: none -> 48x48: demo.png, 7 bytes, sha256 abab"),
        (put("stubs", serde_json::json!([stub])), "none -> 0.2 for macOS aarch64: setup, 7 bytes, sha256 abab"),
    ]
}

#[test]
fn every_member_of_the_release_that_changes_is_shown() {
    let scene = Scene::published();
    scene.release("1.0");
    let honest = scene.staged().files;
    let record = fs::read(scene.on("alice/alice.signed.json")).unwrap();
    for (edit, wanted) in edits() {
        scene.rewrite_files(|files| files.clone_from(&honest));
        scene.rewrite_release(edit);
        let shown = scene.alice_is_shown();
        assert!(shown.contains(wanted), "{wanted}: {shown}");
        fs::write(scene.on("alice/alice.signed.json"), &record).unwrap();
    }
}

#[test]
fn members_of_the_targets_document_that_nobody_is_shown_are_neither_signed_nor_published() {
    let scene = Scene::begun();
    let Staged { targets, files, .. } = scene.staged();
    let mut targets = targets.unwrap().into_signed();
    targets.targets.get_mut("pylock.toml").unwrap().rest.insert("custom".to_owned(), "x".into());
    staged::write_targets(&scene.on("publisher/staged"), &Envelope::new(targets), &files).unwrap();
    for said in [scene.alice_refuses(), scene.refuses("publisher", "publish --online online.pem")] {
        assert!(said.contains("the targets document holds more than is shown"), "{said}");
    }
}

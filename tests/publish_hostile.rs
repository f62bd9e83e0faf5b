//! The release machine has been taken over: what it can make an owner sign, and what it can publish.
//!
//! Each test builds the staged folder that such a machine would send and holds `quoc-publish` to refusing it,
//! or to saying what it does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod kit;

use std::collections::BTreeMap;
use std::path::PathBuf;

use fs_err as fs;
use kit::publisher::{Walk, copy};
use quoc::model::{FileName, Sha256Digest, Timestamp};
use quoc::publish::face::End;
use quoc::publish::key::OwnedKey;
use quoc::publish::staged::{self, SignatureFile, Staged};
use quoc::trust::document::{Envelope, Header, Role, RoleKeys, RoleName, Root, TargetFile, Targets};

type Files = BTreeMap<FileName, Vec<u8>>;

/// The machine of the publisher, which mallory has taken over, and those of the owners.
struct Scene(Walk);

impl std::ops::Deref for Scene {
    type Target = Walk;

    fn deref(&self) -> &Walk {
        &self.0
    }
}

impl Scene {
    /// Alice, bob and carol own keys, two of them must sign; mallory has a key of her own.
    fn begun() -> Self {
        let scene = Self(Walk::begun());
        scene.release("1.0");
        scene
    }

    /// Version 1.0 is published.
    fn published() -> Self {
        Self(Walk::published())
    }

    fn sign_and_publish(&self) {
        self.sign("alice");
        self.sign("bob");
        self.does("publisher", "publish --online online.pem");
    }

    fn does(&self, machine: &str, line: &str) -> String {
        let said = self.0.does(machine, line);
        said.out + &said.err
    }

    fn refuses(&self, machine: &str, line: &str) -> String {
        let said = self.run(machine, line);
        assert!(matches!(said.end, End::Failed(_)), "{line}: {}{}", said.out, said.err);
        said.out + &said.err
    }

    /// What alice is told, and that she signs nothing.
    fn alice_refuses(&self) -> String {
        self.carry_to("alice");
        let said = self.refuses("alice/staged", "sign --key ../alice.pem --yes");
        assert!(!self.on("alice/staged/signatures").exists(), "{said}");
        said
    }

    /// What alice is shown before she signs.
    fn alice_is_shown(&self) -> String {
        self.carry_to("alice");
        self.does("alice/staged", "sign --key ../alice.pem")
    }

    fn key(&self, person: &str) -> OwnedKey {
        OwnedKey::read(&self.on(&format!("{person}/{person}.pem"))).unwrap()
    }

    /// Locks one wheel for every Python and stages it.
    fn release(&self, version: &str) {
        self.lock(version);
        self.does("publisher", "release");
    }

    fn staged(&self) -> Staged {
        Staged::read_any(&self.on("publisher/staged")).unwrap()
    }

    /// Mallory rewrites the staged root.
    fn rewrite_root(&self, change: impl FnOnce(&mut Root)) {
        let mut root = self.staged().root.unwrap().into_signed();
        change(&mut root);
        staged::write_root(&self.on("publisher/staged"), &Envelope::new(root)).unwrap();
    }

    /// Mallory stages other files, as the next targets document.
    fn rewrite_files(&self, change: impl FnOnce(&mut Files)) {
        let Staged { targets, mut files, .. } = self.staged();
        change(&mut files);
        let targets = targets_of(&files, targets.unwrap().signed().header.version);
        staged::write_targets(&self.on("publisher/staged"), &Envelope::new(targets), &files).unwrap();
    }

    /// Mallory edits `release.json`.
    fn rewrite_release(&self, change: impl FnOnce(&mut serde_json::Value)) {
        self.rewrite_files(|files| edit_release(files, change));
    }

    /// Mallory replaces what is said to be published.
    fn rewrite_past(&self, root: &Envelope<Root>, targets: &Envelope<Targets>) {
        let folder = self.on("publisher/staged/published");
        fs::write(folder.join("1.root.json"), root.to_bytes()).unwrap();
        fs::write(folder.join("targets.json"), targets.to_bytes()).unwrap();
    }

    /// A person signs without looking, by another program.
    fn sign_blindly<T: Role>(&self, person: &str, document: &Envelope<T>) {
        let signature = document.signature_with(self.key(person).secret()).unwrap();
        self.put_signature("", document, signature);
    }

    fn put_signature<T: Role>(
        &self,
        prefix: &str,
        document: &Envelope<T>,
        signature: quoc::trust::document::Signature,
    ) -> PathBuf {
        let (version, sha256) = (document.signed().header().version, Sha256Digest::of(&document.canonical()));
        let file = SignatureFile { role: T::NAME, version, sha256, signature };
        let folder = self.on("publisher/staged/signatures");
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("{prefix}{}", file.file_name()));
        fs::write(&path, file.to_bytes()).unwrap();
        path
    }
}

fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn targets_of(files: &Files, version: u64) -> Targets {
    let mut targets = Targets::new(Header::new(version, now().plus_seconds(10_000_000)));
    targets.targets = files.iter().map(|(name, bytes)| (name.to_string(), TargetFile::of(bytes))).collect();
    targets
}

fn edit_release(files: &mut Files, change: impl FnOnce(&mut serde_json::Value)) {
    let bytes = files.get_mut(&name("release.json")).unwrap();
    let mut release = serde_json::from_slice(bytes).unwrap();
    change(&mut release);
    *bytes = serde_json::to_vec(&release).unwrap();
}

fn name(text: &str) -> FileName {
    text.parse().unwrap()
}

/// The lock of the staged release with another digest of its wheel.
fn evil_lock(files: &Files) -> Vec<u8> {
    let wheel = Sha256Digest::of(&files[&name("demo-1.0-py3-none-any.whl")]).to_string();
    let lock = std::str::from_utf8(&files[&name("pylock.toml")]).unwrap();
    assert!(lock.contains(&wheel));
    lock.replace(&wheel, &"ee".repeat(32)).into_bytes()
}

#[test]
fn a_root_role_with_other_keys_than_the_owners_is_neither_signed_nor_published() {
    let scene = Scene::begun();
    let (mallory, alice) = (scene.key("mallory"), scene.key("alice"));
    scene.rewrite_root(|root| {
        root.keys.insert(mallory.id(), mallory.public().clone());
        root.root = RoleKeys::new(vec![mallory.id(), alice.id()], 1);
    });
    let wanted = "other keys or another threshold for root than for targets";
    let said = scene.alice_refuses();
    assert!(said.contains(wanted), "{said}");
    let Staged { root, targets, .. } = scene.staged();
    for person in ["alice", "bob"] {
        scene.sign_blindly(person, root.as_ref().unwrap());
        scene.sign_blindly(person, targets.as_ref().unwrap());
    }
    let said = scene.refuses("publisher", "publish --online online.pem");
    assert!(said.contains(wanted) && !scene.on("publisher/repository").exists(), "{said}");
}

#[test]
fn a_second_online_key_is_neither_signed_nor_published() {
    let scene = Scene::begun();
    let mallory = scene.key("mallory");
    scene.rewrite_root(|root| {
        root.keys.insert(mallory.id(), mallory.public().clone());
        root.snapshot.keyids.push(mallory.id());
        root.timestamp.keyids.push(mallory.id());
    });
    assert!(scene.alice_refuses().contains("2 online keys"));
    assert!(scene.refuses("publisher", "publish --online online.pem").contains("2 online keys"));
}

#[test]
fn a_key_under_the_id_of_an_owner_is_neither_signed_nor_published_nor_counted() {
    let scene = Scene::begun();
    let (mallory, bob) = (scene.key("mallory"), scene.key("bob"));
    scene.rewrite_root(|root| drop(root.keys.insert(bob.id(), mallory.public().clone())));
    for said in [
        scene.alice_refuses(),
        scene.refuses("publisher", "publish --online online.pem"),
        scene.refuses("publisher", "status"),
    ] {
        assert!(said.contains("gives the id") && said.contains(bob.id().as_str()), "{said}");
        assert!(said.contains(mallory.id().as_str()), "{said}");
    }
}

#[test]
fn names_that_come_with_the_staged_folder_are_not_believed() {
    let scene = Scene::published();
    fs::copy(scene.on("mallory/mallory.pub"), scene.on("publisher/friend.pub")).unwrap();
    scene.does("publisher", "root --remove bob --key friend.pub");
    let forged = scene.on("publisher/staged/keys");
    fs::create_dir_all(&forged).unwrap();
    fs::copy(scene.on("mallory/mallory.pub"), forged.join("bob.pub")).unwrap();
    fs::copy(scene.on("bob/bob.pub"), scene.on("alice/robert.pub")).unwrap();
    let (shown, mallory, bob) = (scene.alice_is_shown(), scene.key("mallory").id(), scene.key("bob").id());
    assert!(shown.contains(&format!("+ owner {mallory}\n")), "{shown}");
    assert!(shown.contains(&format!("- owner robert ({bob})\n")) && !shown.contains("bob ("), "{shown}");
}

#[test]
fn a_past_that_does_not_begin_with_the_first_root_is_not_signed_upon() {
    let scene = Scene::published();
    scene.release("2.0");
    let before = scene.staged().before.unwrap();
    let (alice, mallory) = (scene.key("alice"), scene.key("mallory"));
    let mut root = before.root.signed().clone();
    root.keys.insert(mallory.id(), mallory.public().clone());
    for version in [9, 1] {
        root.header.version = version;
        let both = RoleKeys::new(vec![alice.id(), mallory.id()], 1);
        (root.root, root.targets) = (both.clone(), both);
        let mut forged = Envelope::new(root.clone());
        forged.sign_with(mallory.secret()).unwrap();
        let mut targets = Envelope::new(before.targets.signed().clone());
        targets.sign_with(mallory.secret()).unwrap();
        scene.rewrite_past(&forged, &targets);
        let said = scene.alice_refuses();
        let wanted = ["do not follow from the first one", "is not what this key has signed or seen"];
        assert!(said.contains(wanted[usize::from(version == 1)]), "{said}");
    }
}

#[test]
fn a_past_with_a_root_that_the_one_before_does_not_believe_is_not_signed_upon() {
    let scene = Scene::published();
    let (alice, mallory) = (scene.key("alice"), scene.key("mallory"));
    scene.release("2.0");
    let before = scene.staged().before.unwrap();
    let mut second = before.root.signed().clone();
    second.header.version = 2;
    second.keys.insert(mallory.id(), mallory.public().clone());
    let both = RoleKeys::new(vec![alice.id(), mallory.id()], 2);
    (second.root, second.targets) = (both.clone(), both);
    let (mut second, mut targets) = (Envelope::new(second), Envelope::new(before.targets.signed().clone()));
    for key in [&alice, &mallory] {
        second.sign_with(key.secret()).unwrap();
        targets.sign_with(key.secret()).unwrap();
    }
    scene.rewrite_past(&before.root, &targets);
    fs::write(scene.on("publisher/staged/published/2.root.json"), second.to_bytes()).unwrap();
    let said = scene.alice_refuses();
    assert!(said.contains("do not follow from the first one") && said.contains("2.root.json"), "{said}");
}

#[test]
fn a_past_whose_targets_mallory_signed_is_not_signed_upon() {
    let scene = Scene::published();
    scene.release("2.0");
    let before = scene.staged().before.unwrap();
    let mut targets = before.targets.signed().clone();
    targets.header.version = 40;
    let mut targets = Envelope::new(targets);
    targets.sign_with(scene.key("mallory").secret()).unwrap();
    targets.sign_with(scene.key("alice").secret()).unwrap();
    scene.rewrite_past(&before.root, &targets);
    assert!(scene.alice_refuses().contains("not signed by enough keys: targets"));
}

#[test]
fn a_past_that_was_left_out_is_noticed() {
    let scene = Scene::published();
    scene.release("2.0");
    let folder = scene.on("publisher/staged");
    fs::remove_file(folder.join("published/1.root.json")).unwrap();
    assert!(scene.alice_refuses().contains("holds only a part of what is published"));
    // As if nothing had been released before: the first root is there to be signed once more.
    fs::remove_dir_all(folder.join("published")).unwrap();
    fs::copy(scene.on("publisher/repository/metadata/1.root.json"), folder.join("root.json")).unwrap();
    let said = scene.alice_refuses();
    assert!(said.contains("has signed targets of version 1") && said.contains("knows nothing of it"), "{said}");
    assert!(said.contains("somebody is hiding it from you"), "{said}");
}

#[test]
fn a_past_older_than_what_a_key_has_seen_published_is_never_signed_upon() {
    let scene = Scene::published();
    scene.release("2.0");
    let old = scene.on("old");
    copy(&scene.on("publisher/staged/published"), &old);
    scene.sign_and_publish();
    scene.release("3.0");
    scene.alice_is_shown();
    let published = scene.on("publisher/staged/published");
    for hide in [true, false] {
        fs::remove_dir_all(&published).unwrap();
        if hide {
            copy(&old, &published);
        } else {
            fs::copy(old.join("1.root.json"), scene.on("publisher/staged/root.json")).unwrap();
        }
        scene.carry_to("alice");
        let said = scene.refuses("alice/staged", "sign --key ../alice.pem --never-published");
        assert!(said.contains("has seen"), "{said}");
        fs::create_dir_all(&published).unwrap();
    }
}

#[test]
fn an_owner_is_told_whether_the_first_root_is_new_to_the_key() {
    let scene = Scene::begun();
    let first = Sha256Digest::of(&scene.staged().root.unwrap().canonical()).to_string();
    let shown = scene.alice_is_shown();
    assert!(shown.contains(&format!("first root {first}: NEW TO THIS KEY")), "{shown}");
    scene.sign_and_publish();
    scene.release("2.0");
    let shown = scene.alice_is_shown();
    assert!(shown.contains(&format!("first root {first}, as this key has always known it")), "{shown}");
    scene.carry_to("carol");
    let shown = scene.does("carol/staged", "sign --key ../carol.pem");
    assert!(shown.contains(&format!("first root {first}: NEW TO THIS KEY")), "{shown}");
    // From here on it is hers.
    let record = fs::read_to_string(scene.on("carol/carol.signed.json")).unwrap();
    assert!(record.contains(&first) && record.contains("\"seen\""), "{record}");
}

#[test]
fn a_lock_of_another_name_is_compared_with_the_one_it_replaces() {
    let scene = Scene::published();
    scene.release("1.0");
    for lock in ["notes.toml", "release.lock"] {
        scene.rewrite_files(|files| {
            files.insert(name(lock), evil_lock(files));
            edit_release(files, |release| release["lock"] = lock.into());
        });
        scene.carry_to("alice");
        let shown = scene.does("alice/staged", "sign --key ../alice.pem --never-published");
        assert!(shown.contains(&format!("~ lock: pylock.toml -> {lock}")), "{shown}");
        assert!(shown.contains("ANOTHER LOCK of what is installed"), "{shown}");
        assert!(shown.contains(&format!("{lock}: demo: SAME VERSION, OTHER FILES")), "{shown}");
        assert!(shown.contains(&format!("+ demo-1.0-py3-none-any.whl of 1.0, sha256 {}", "ee".repeat(32))), "{shown}");
        fs::remove_file(scene.on("alice/alice.signed.json")).unwrap();
    }
}

#[test]
fn other_bytes_of_the_same_version_are_said_loudly() {
    let scene = Scene::published();
    scene.release("1.0");
    assert!(scene.alice_is_shown().contains("locked distributions: no change"));
    fs::remove_file(scene.on("alice/alice.signed.json")).unwrap();
    scene.rewrite_files(|files| drop(files.insert(name("pylock.toml"), evil_lock(files))));
    let shown = scene.alice_is_shown();
    assert!(shown.contains("! pylock.toml: demo: SAME VERSION, OTHER FILES"), "{shown}");
    assert!(shown.contains(&format!("sha256 {}", "ee".repeat(32))), "{shown}");
    // The requirements file still names the old ones.
    assert!(shown.contains("requirements.txt DOES NOT SAY WHAT THE LOCK SAYS"), "{shown}");
}

#[test]
fn files_that_change_places_between_kinds_of_machines_are_said_loudly() {
    let scene = Scene::published();
    let lock = |markers: [&str; 2]| {
        let entry = |marker: &str, digest: &str| {
            format!(
                "[[packages]]\nname = \"demo\"\nversion = \"1.0\"\nmarker = \"os_name == '{marker}'\"\n\
                 wheels = [{{ name = \"demo-1.0-py3-none-any.whl\", url = \"https://example.org/demo.whl\", \
                 size = 5, hashes = {{ sha256 = \"{}\" }} }}]\n",
                digest.repeat(32)
            )
        };
        let [one, other] = markers;
        format!("lock-version = \"1.0\"\ncreated-by = \"test\"\n{}{}", entry(one, "aa"), entry(other, "bb"))
    };
    let stage = |markers| {
        scene.release("1.0");
        let lock = lock(markers);
        scene.rewrite_files(|files| drop(files.insert(name("pylock.toml"), lock.into_bytes())));
    };
    stage(["nt", "posix"]);
    // As if that had been published: the change is looked at, not the history.
    let published = scene.staged();
    stage(["posix", "nt"]);
    let mut staged = scene.staged();
    let mut before = staged.before.take().unwrap();
    before.files = published.files;
    staged.before = Some(before);
    let changes = quoc::publish::changes::Changes::of(&staged).unwrap().release.unwrap();
    let package = &changes.locks[0].packages[0];
    assert!(package.is_rearranged() && package.other_files().is_empty());
}

#[test]
fn an_older_version_is_said_loudly() {
    let scene = Scene::published();
    scene.release("1.0");
    scene.rewrite_release(|release| release["version"] = "0.9".into());
    let shown = scene.alice_is_shown();
    assert!(shown.contains("version 1.0 -> 0.9: OLDER THAN WHAT IS PUBLISHED"), "{shown}");
}

#[test]
fn when_a_distribution_is_installed_is_shown() {
    let scene = Scene::published();
    scene.release("1.0");
    scene.rewrite_files(|files| {
        let lock = files.get_mut(&name("pylock.toml")).unwrap();
        let text = String::from_utf8(lock.clone()).unwrap();
        let entry = "version = \"1.0\"\nmarker = \"sys_platform == 'win32'\"\nrequires-python = \">=3.12\"\n";
        let head = "lock-version = \"1.0\"\nrequires-python = \">=3.11\"\nenvironments = [\"os_name == 'nt'\"]\n";
        let text = text.replacen("version = \"1.0\"\nwheels", &format!("{entry}wheels"), 1);
        *lock = text.replacen("lock-version = \"1.0\"\n", head, 1).into_bytes();
    });
    let shown = scene.alice_is_shown();
    for wanted in
        ["installed always -> installed where", "win32", ">=3.12", "pylock.toml: Pythons: none -> >=3.11", "'nt'"]
    {
        assert!(shown.contains(wanted) || shown.contains(&wanted.replace('\'', "\"")), "{wanted}: {shown}");
    }
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
fn what_users_build_and_with_what_is_shown() {
    let scene = Scene::begun();
    let build = |compiler: bool, lock: &str| {
        let lock = lock.to_owned();
        move |files: &mut Files| {
            files.insert(name(&lock), files[&name("pylock.toml")].clone());
            let builds = serde_json::json!({ "native": { "lock": lock, "needs-compiler": compiler } });
            edit_release(files, |release| drop(release.as_object_mut().unwrap().insert("builds".to_owned(), builds)));
        }
    };
    scene.rewrite_files(build(false, "pylock.build-native.toml"));
    let shown = scene.alice_is_shown();
    assert!(shown.contains("native without a compiler, dependencies as pylock.build-native.toml says"), "{shown}");
    assert!(shown.contains("+ lock of building native: pylock.build-native.toml"), "{shown}");
    assert!(shown.contains("+ pylock.build-native.toml: demo 1.0"), "{shown}");
    fs::remove_file(scene.on("alice/alice.signed.json")).unwrap();
    scene.rewrite_files(build(true, "other.bin"));
    let shown = scene.alice_is_shown();
    assert!(shown.contains("native with a C compiler, dependencies as other.bin says"), "{shown}");
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

#[test]
fn characters_that_turn_or_hide_text_are_not_shown() {
    let scene = Scene::begun();
    scene.rewrite_files(|files| {
        let lock = files.get_mut(&name("pylock.toml")).unwrap();
        let text = String::from_utf8(lock.clone()).unwrap();
        let marker = "version = \"1.0\"\nmarker = \"platform_version != 'a\\u202eb'\"\nwheels";
        *lock = text.replacen("version = \"1.0\"\nwheels", marker, 1).into_bytes();
    });
    let shown = scene.alice_is_shown();
    assert!(shown.contains("a\u{fffd}b") && !shown.contains('\u{202e}'), "{shown}");
}

#[test]
fn a_worthless_signature_takes_no_place_and_is_named() {
    let scene = Scene::begun();
    let Staged { root, targets, .. } = scene.staged();
    let (root, targets) = (root.unwrap(), targets.unwrap());
    for person in ["alice", "bob"] {
        scene.sign_blindly(person, &root);
        scene.sign_blindly(person, &targets);
    }
    // Under bob's id, by mallory's key; it is read after the good one, from the folder and by mail.
    let mut worthless = targets.signature_with(scene.key("mallory").secret()).unwrap();
    worthless.keyid = scene.key("bob").id();
    scene.put_signature("zz-", &targets, worthless.clone());
    let mailed = scene.put_signature("zzz-", &targets, worthless);
    fs::rename(&mailed, scene.on("publisher/mailed.json")).unwrap();
    let status = scene.does("publisher", "status");
    assert!(status.contains("signed 2 of 2 times") && !status.contains("signed 1 of 2"), "{status}");
    let said = scene.does("publisher", "publish --online online.pem mailed.json");
    assert_eq!(said.matches("REFUSED: ").count(), 2, "{said}");
    assert!(said.contains("mailed.json is no signature of a key that may sign this"), "{said}");
}

#[test]
fn a_refused_signature_is_named_where_it_is_missed() {
    let scene = Scene::begun();
    let Staged { root, .. } = scene.staged();
    let root = root.unwrap();
    scene.sign_blindly("alice", &root);
    scene.sign_blindly("mallory", &root);
    let said = scene.refuses("publisher", "publish --online online.pem");
    assert!(said.contains(&format!("REFUSED: {}.1.", RoleName::Root)), "{said}");
    assert!(said.contains("root is signed by 1 of the 2 keys needed"), "{said}");
}

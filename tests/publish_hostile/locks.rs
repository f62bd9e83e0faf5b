//! Locks: which files are installed, where, and what they are built with.

use fs_err as fs;
use quoc::model::Sha256Digest;

use crate::{Files, Scene, edit_release, name};

/// The lock of the staged release with another digest of its wheel.
fn evil_lock(files: &Files) -> Vec<u8> {
    let wheel = Sha256Digest::of(&files[&name("demo-1.0-py3-none-any.whl")]).to_string();
    let lock = std::str::from_utf8(&files[&name("pylock.toml")]).unwrap();
    assert!(lock.contains(&wheel));
    lock.replace(&wheel, &"ee".repeat(32)).into_bytes()
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

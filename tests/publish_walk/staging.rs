//! What users could not install is not staged.

use fs_err as fs;
use quoc::model::Sha256Digest;
use quoc::publish::face::End;

use crate::kit::publisher::{Walk, demo};
use crate::kit::wheel::Wheel;

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
    let walk = Walk::staged();
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

//! `quoc verify` and `quoc repair` through the program itself: whatever happens to an installation is found and mended.
#![cfg(unix)]
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests run the program from outside")]

mod kit;

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use fs_err as fs;
use kit::machine::{Machine, Run, application, walk};
use kit::repository::{Published, Repository};
use kit::wheel::Wheel;
use quoc::model::Sha256Digest;
use serde_json::{Value, json};

/// An installed application of two distributions, and what it was installed from.
struct Installed {
    machine: Machine,
    place: tempfile::TempDir,
    published: Published,
}

impl Installed {
    fn new() -> Self {
        Self::of(application("1.0"))
    }

    /// An application with a package, a folder of modules.
    fn with_package() -> Self {
        let code = "import pack.word\ndef main():\n    print('demo', pack.word.WORD)\n";
        let wheel = Wheel::new("demo", "1.0").module("demo.py", code).module("pack/__init__.py", "");
        let wheel = wheel.module("pack/word.py", WORD).script("demo", "demo:main");
        Self::of(Repository::new("demo", "1.0").wheel(wheel.built()))
    }

    /// The link can be led elsewhere.
    fn with_python_behind_a_link() -> (Self, PathBuf) {
        let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
        let published = application("1.0").publish(place.path());
        let link = place.path().join("bin/python3");
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        fs::os::unix::fs::symlink(&kit::python::interpreter().path, &link).unwrap();
        machine.quoc(&published.profile_folder, &["--python", link.to_str().unwrap()]).did("install");
        (Self { machine, place, published }, link)
    }

    fn of(mut repository: Repository) -> Self {
        let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
        let published = repository.publish(place.path());
        machine.quoc(&published.profile_folder, &[]).did("install");
        Self { machine, place, published }
    }

    fn quoc(&self, arguments: &[&str]) -> Run {
        self.machine.quoc(&self.published.profile_folder, arguments)
    }

    /// Where a wheel's file was installed.
    fn site(&self, name: &str) -> PathBuf {
        let lib = self.generation().join("lib");
        let python = fs::read_dir(&lib).unwrap().next().unwrap().unwrap().path();
        python.join("site-packages").join(name)
    }

    fn generation(&self) -> PathBuf {
        self.machine.folder("demo").join("generations/1")
    }

    /// Runs `verify` and lists what it found, by kind.
    fn findings(&self) -> Vec<(String, PathBuf)> {
        let run = self.quoc(&["verify"]);
        let found = run.event("verified")["findings"].as_array().unwrap().clone();
        let (status, code) = if found.is_empty() { (0, "") } else { (19, "verify-damaged") };
        run.is(status, code);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let mut found: Vec<_> = found.iter().map(|one| (text(&one["kind"]), text(&one["path"]).into())).collect();
        found.sort();
        found
    }

    fn found(&self, expected: &[(&str, PathBuf)]) {
        let mut expected: Vec<_> = expected.iter().map(|(kind, path)| ((*kind).to_owned(), path.clone())).collect();
        expected.sort();
        assert_eq!(self.findings(), expected);
    }
}

/// What the package's module says.
const WORD: &str = "WORD = 'works'\n";

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// Every file of the generation with its content, but for bytecode.
fn tree(folder: &Path) -> Vec<(PathBuf, Vec<u8>, u32)> {
    let is_bytecode = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "pyc");
    let mut files = walk(folder);
    files.retain(|path| !is_bytecode(path));
    files.sort();
    let content = |path: &PathBuf| {
        if path.is_symlink() {
            fs::read_link(path).unwrap().into_os_string().into_encoded_bytes()
        } else {
            fs::read(path).unwrap()
        }
    };
    let mode = |path: &PathBuf| fs::symlink_metadata(path).unwrap().permissions().mode();
    files.iter().map(|path| (path.clone(), content(path), mode(path))).collect()
}

#[test]
fn whatever_is_changed_missing_foreign_or_open_to_others_is_found_and_mended_offline() {
    let installed = Installed::new();
    installed.found(&[]);
    installed.quoc(&["repair", "--offline"]).did("verify");
    let before = tree(&installed.generation());
    let bin = installed.generation().join("bin");
    let launcher = installed.machine.bin().join("demo");
    fs::write(installed.site("demo.py"), "import os\n").unwrap();
    fs::remove_file(installed.site("library.py")).unwrap();
    fs::write(installed.site("sitecustomize.py"), "import os\n").unwrap();
    fs::write(bin.join("demo"), "#!/bin/sh\n").unwrap();
    fs::remove_file(bin.join("python")).unwrap();
    fs::os::unix::fs::symlink("/bin/false", bin.join("python")).unwrap();
    mode(&installed.site("demo-1.0.dist-info/METADATA"), 0o666);
    mode(&installed.site("demo-1.0.dist-info"), 0o777);
    fs::remove_file(&launcher).unwrap();
    fs::remove_file(installed.machine.folder("demo").join("current")).unwrap();
    installed.found(&[
        ("changed", installed.site("demo.py")),
        ("missing", installed.site("library.py")),
        ("foreign", installed.site("sitecustomize.py")),
        ("changed", bin.join("demo")),
        ("changed", bin.join("python")),
        ("rights", installed.site("demo-1.0.dist-info/METADATA")),
        ("rights", installed.site("demo-1.0.dist-info")),
        ("launcher", launcher),
        ("pointer", installed.machine.folder("demo").join("current")),
    ]);
    let mended = installed.quoc(&["repair", "--offline"]);
    mended.did("mend");
    assert_eq!(mended.event("mended")["mended"].as_array().unwrap().len(), 9);
    installed.found(&[]);
    assert_eq!(tree(&installed.generation()), before);
    assert_eq!(installed.machine.says("demo").unwrap(), "demo 1.0 works");
    let aside: Vec<_> = walk(&installed.machine.folder("demo").join("set-aside"));
    assert_eq!(aside.len(), 1, "what belongs to nobody is kept: {aside:?}");
}

#[test]
fn a_start_with_nothing_newer_mends_what_is_damaged_and_makes_no_environment() {
    let installed = Installed::new();
    fs::write(installed.site("library.py"), "WORD = 'is broken'\n").unwrap();
    assert_eq!(installed.machine.says("demo").unwrap(), "demo 1.0 is broken");
    // No Python is looked for.
    let output = installed.machine.command(&installed.published.profile_folder, &[]).env("PATH", "").output().unwrap();
    Run::of(&output).did("mend");
    assert_eq!(installed.machine.says("demo").unwrap(), "demo 1.0 works");
    installed.quoc(&[]).did("up-to-date");
}

#[test]
fn a_file_that_was_changed_together_with_its_record_is_found_by_its_signed_wheel() {
    let installed = Installed::new();
    let run = installed.quoc(&["verify"]);
    let verified = run.event("verified");
    assert_eq!((&verified["packages"], &verified["signed"]), (&2.into(), &2.into()));
    let evil = b"WORD = 'is broken'\n";
    let record = installed.generation().join("quoc-manifest.json");
    let mut manifest: Value = serde_json::from_slice(&fs::read(&record).unwrap()).unwrap();
    let files = manifest["files"].as_array_mut().unwrap();
    let file = files.iter_mut().find(|file| file["path"].as_str().unwrap().ends_with("/library.py")).unwrap();
    file["sha256"] = json!(Sha256Digest::of(evil).to_string());
    file["size"] = json!(evil.len());
    let bytes = serde_json::to_vec(&manifest).unwrap();
    fs::write(&record, &bytes).unwrap();
    fs::write(installed.site("library.py"), evil).unwrap();
    installed.found(&[("record", record.clone())]);
    let mut receipt = installed.machine.receipt("demo");
    receipt["manifest"] = json!(Sha256Digest::of(&bytes).to_string());
    fs::write(installed.machine.folder("demo").join("receipt.json"), receipt.to_string()).unwrap();
    installed.found(&[("changed", installed.site("library.py")), ("record", record)]);
    installed.quoc(&["repair", "--offline"]).did("repair");
    assert_eq!(installed.machine.says("demo").unwrap(), "demo 1.0 works");
    assert_eq!(installed.findings(), []);
}

#[test]
fn bytecode_belongs_to_its_source_and_one_that_is_never_compared_with_it_is_foreign() {
    let installed = Installed::new();
    let python = installed.generation().join("bin/python");
    let compile = |mode: &str, file: &Path| {
        let code = format!(
            "import py_compile, sys; py_compile.compile(sys.argv[1], invalidation_mode=py_compile.PycInvalidationMode.{mode})"
        );
        assert!(Command::new(&python).args(["-c", &code]).arg(file).status().unwrap().success());
    };
    compile("TIMESTAMP", &installed.site("demo.py"));
    compile("CHECKED_HASH", &installed.site("library.py"));
    installed.found(&[]);
    compile("UNCHECKED_HASH", &installed.site("library.py"));
    let cache = installed.site("__pycache__");
    let hidden =
        walk(&cache).into_iter().find(|path| path.file_name().unwrap().to_str().unwrap().starts_with("library"));
    fs::write(cache.join("gone.cpython-311.pyc"), "x").unwrap();
    fs::write(installed.site("library.pyc"), "x").unwrap();
    installed.found(&[
        ("foreign", hidden.unwrap()),
        ("foreign", cache.join("gone.cpython-311.pyc")),
        ("foreign", installed.site("library.pyc")),
    ]);
    installed.quoc(&["repair"]).did("mend");
    installed.found(&[]);
}

#[test]
fn an_environment_whose_python_is_gone_or_whose_wheels_are_not_at_hand_is_made_anew() {
    let (installed, link) = Installed::with_python_behind_a_link();
    fs::remove_file(&link).unwrap();
    let found = installed.findings();
    assert_eq!(found.first().map(|(kind, _)| kind.as_str()), Some("python"), "{found:?}");
    installed.quoc(&[]).did("repair");
    assert_eq!(installed.machine.says("demo").unwrap(), "demo 1.0 works");
    fs::remove_dir_all(installed.machine.home("cache/quoc")).unwrap();
    let library = walk(&installed.machine.folder("demo").join("generations"));
    let library = library.into_iter().find(|path| path.ends_with("site-packages/library.py")).unwrap();
    fs::write(library, "WORD = 'is broken'\n").unwrap();
    installed.quoc(&["repair"]).did("repair");
    assert_eq!(installed.machine.says("demo").unwrap(), "demo 1.0 works");
    assert!(installed.place.path().exists());
}

#[test]
fn an_environment_whose_python_was_upgraded_is_made_anew_by_the_next_start() {
    let (installed, link) = Installed::with_python_behind_a_link();
    let own = format!("{:?}", kit::python::interpreter().path);
    // What answers now says that it is of the next feature version, as after an upgrade of the system.
    let version = r#"s/"version": "[^"]*"/"version": "3.99.0"/"#;
    let upgraded = format!("#!/bin/sh\n{own} \"$@\" | sed '{version}'\n");
    let program = installed.place.path().join("bin/python3.99");
    fs::write(&program, upgraded).unwrap();
    mode(&program, 0o755);
    fs::remove_file(&link).unwrap();
    fs::os::unix::fs::symlink(&program, &link).unwrap();
    let found = installed.findings();
    assert_eq!(found.first().map(|(kind, _)| kind.as_str()), Some("python"), "{found:?}");
    installed.quoc(&[]).did("repair");
    assert_eq!(installed.machine.says("demo").unwrap(), "demo 1.0 works");
    installed.found(&[]);
}

#[test]
fn a_package_that_was_replaced_by_a_link_is_restored_and_nothing_is_written_behind_the_link() {
    let installed = Installed::with_package();
    let (pack, checkout) = (installed.site("pack"), installed.machine.home("src/pack"));
    fs::create_dir_all(&checkout).unwrap();
    for (word, arguments) in [("WORD = 'is mine'\n", &[][..]), (WORD, &["repair", "--offline"])] {
        fs::remove_dir_all(&pack).unwrap();
        fs::write(checkout.join("__init__.py"), "").unwrap();
        fs::write(checkout.join("word.py"), word).unwrap();
        fs::os::unix::fs::symlink(&checkout, &pack).unwrap();
        let before = tree(&checkout);
        installed.found(&[
            ("foreign", pack.clone()),
            ("missing", pack.join("__init__.py")),
            ("missing", pack.join("word.py")),
        ]);
        installed.quoc(arguments).did("mend");
        assert_eq!(tree(&checkout), before);
        assert!(fs::symlink_metadata(&pack).unwrap().is_dir());
        assert_eq!(installed.machine.says("demo").unwrap(), "demo works");
        installed.found(&[]);
    }
}

#[test]
fn a_file_where_a_folder_of_the_record_was_is_set_aside_and_the_folder_is_restored() {
    let installed = Installed::with_package();
    for arguments in [&[][..], &["repair", "--offline"]] {
        fs::remove_dir_all(installed.site("pack")).unwrap();
        fs::write(installed.site("pack"), "mine").unwrap();
        installed.quoc(arguments).did("mend");
        assert_eq!(installed.machine.says("demo").unwrap(), "demo works");
        installed.found(&[]);
    }
}

#[test]
fn bytecode_behind_a_link_stays_when_its_source_is_mended() {
    let installed = Installed::with_package();
    let (cache, kept) = (installed.site("pack/__pycache__"), installed.machine.home("kept"));
    fs::create_dir_all(&kept).unwrap();
    fs::write(kept.join("word.cpython-311.pyc"), "mine").unwrap();
    quoc::disk::remove(&cache).unwrap();
    fs::os::unix::fs::symlink(&kept, &cache).unwrap();
    fs::write(installed.site("pack/word.py"), "WORD = 'is broken'\n").unwrap();
    installed.quoc(&[]).did("mend");
    assert_eq!(fs::read_to_string(kept.join("word.cpython-311.pyc")).unwrap(), "mine");
}

#[test]
fn an_environment_that_was_replaced_by_a_link_is_made_anew_and_what_lies_behind_stays() {
    let installed = Installed::with_package();
    let elsewhere = installed.machine.home("elsewhere");
    fs::rename(installed.generation(), &elsewhere).unwrap();
    fs::os::unix::fs::symlink(&elsewhere, installed.generation()).unwrap();
    fs::remove_file(installed.site("demo.py")).unwrap();
    let before = tree(&elsewhere);
    installed.quoc(&["repair", "--offline"]).did("repair");
    assert_eq!(tree(&elsewhere), before);
    assert_eq!(installed.machine.says("demo").unwrap(), "demo works");
}

#[test]
fn what_repairs_set_aside_is_never_replaced_and_an_uninstall_lists_and_leaves_it() {
    let installed = Installed::new();
    let (notes, demo) = (installed.site("notes.txt"), installed.site("demo.py"));
    for words in ["first", "second"] {
        fs::write(&notes, words).unwrap();
        installed.quoc(&["repair", "--offline"]).did("mend");
    }
    // A folder where files were, and one with a file in the place of a file of the record.
    for folder in [&notes, &demo] {
        quoc::disk::remove(folder).unwrap();
        fs::create_dir(folder).unwrap();
        fs::write(folder.join("third"), "third").unwrap();
    }
    installed.quoc(&["repair", "--offline"]).did("mend");
    installed.found(&[]);
    let folder = installed.machine.folder("demo");
    let mut aside = walk(&folder.join("set-aside"));
    aside.sort();
    let contents: Vec<_> = aside.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    assert_eq!(contents, ["first", "second", "third", "third"], "{aside:?}");
    let removed = installed.quoc(&["uninstall"]);
    removed.is(2, "usage-no-consent");
    let left: Vec<_> = aside.iter().map(|path| path.to_str().unwrap()).collect();
    assert_eq!(removed.event("removing")["left"], json!(left));
    installed.quoc(&["uninstall", "--yes"]).did("uninstall");
    let mut stayed = walk(&folder);
    stayed.sort();
    assert_eq!(stayed, aside);
    installed.quoc(&[]).did("install");
    assert_eq!(installed.machine.says("demo").unwrap(), "demo 1.0 works");
}

#[test]
fn what_stands_in_the_place_of_its_own_files_is_set_aside_and_stops_nobody() {
    let installed = Installed::new();
    let folder = installed.machine.folder("demo");
    let mut kept = 0;
    for name in
        ["current", "receipt.json", "journal.jsonl", "quoc.lock", "pending.json", "trust", "logs", "generations"]
    {
        let path = folder.join(name);
        let is_folder = path.is_dir() && !path.is_symlink();
        if is_folder {
            fs::remove_dir_all(&path).unwrap();
            fs::write(&path, name).unwrap();
        } else {
            if fs::symlink_metadata(&path).is_ok() {
                fs::remove_file(&path).unwrap();
            }
            fs::create_dir(&path).unwrap();
            fs::write(path.join("mine.txt"), name).unwrap();
        }
        installed.quoc(&[]).is(0, "");
        kept += 1;
        let aside = folder.join("set-aside").join(kept.to_string()).join(name);
        let file = if is_folder { aside } else { aside.join("mine.txt") };
        assert_eq!(fs::read_to_string(file).unwrap(), name);
        assert_eq!(installed.machine.says("demo").unwrap(), "demo 1.0 works", "{name}");
    }
    installed.found(&[]);
}

#[test]
fn a_damaged_receipt_is_said_to_be_damaged_by_whatever_only_looks() {
    let installed = Installed::new();
    let receipt = installed.machine.folder("demo").join("receipt.json");
    for damage in [&b"{"[..], b""] {
        fs::write(&receipt, damage).unwrap();
        for command in ["status", "verify", "check"] {
            installed.quoc(&[command]).is(15, "activate-damaged-receipt");
        }
    }
    installed.quoc(&[]).did("install");
    installed.quoc(&["status"]).is(0, "");
}

#[test]
fn status_claims_no_version_that_cannot_start() {
    let installed = Installed::new();
    installed.quoc(&["status"]).is(0, "");
    fs::remove_dir_all(installed.generation()).unwrap();
    installed.quoc(&["status"]).is(19, "verify-damaged");
    installed.quoc(&["repair"]).is(0, "");
    installed.quoc(&["status"]).is(0, "");
}

//! Killed at every act on the disk, or with every act failing: the version that was there runs on, and the next run comes
//! to the same end.
//!
//! `cargo test` takes a few acts of each command, and all those on journal, pointer, receipt and launchers;
//! `QUOC_ACTS=all` takes every one, and `.ci/kills` does that.
#![cfg(target_os = "linux")]
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "tests run the program from outside")]

mod kit;

use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use fs_err as fs;
use kit::acts::{self, At};
use kit::machine::{Machine, Run, application, next, walk};
use kit::repository::Published;
use kit::server::Server;
use serde_json::Value;

/// A command of the program, and what a machine looks like before it.
struct Verb {
    name: &'static str,
    arguments: &'static [&'static str],
    before: Before,
    /// What the installed command may say at any moment; the last one is what it says in the end.
    versions: &'static [Option<&'static str>],
}

/// What was done before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Before {
    Nothing,
    Installed,
    Upgraded,
    Damaged,
}

const ONE: Option<&str> = Some("demo 1.0 works");
const TWO: Option<&str> = Some("demo 2.0 works");

const VERBS: [Verb; 5] = [
    Verb { name: "install", arguments: &["install"], before: Before::Nothing, versions: &[None, TWO] },
    Verb { name: "upgrade", arguments: &["upgrade"], before: Before::Installed, versions: &[ONE, TWO] },
    Verb { name: "repair", arguments: &["repair"], before: Before::Damaged, versions: &[TWO] },
    Verb { name: "go-back", arguments: &["go-back"], before: Before::Upgraded, versions: &[TWO, ONE] },
    Verb { name: "uninstall", arguments: &["uninstall", "--yes"], before: Before::Upgraded, versions: &[TWO, None] },
];

/// One machine whose home is put back to how it was before each run: environments cannot be moved.
struct Scene {
    machine: Machine,
    server: Server,
    published: Published,
    templates: BTreeMap<Before, tempfile::TempDir>,
    _place: tempfile::TempDir,
}

impl Scene {
    fn new() -> Self {
        let (machine, server, place) = (Machine::new(), Server::start(), tempfile::tempdir().unwrap());
        let mut first = application("1.0").address(server.url("/"));
        let published = first.publish(place.path());
        server.put_folder("/", &published.repository);
        let mut scene = Self { machine, server, published, templates: BTreeMap::new(), _place: place };
        scene.keep(Before::Nothing);
        scene.quoc(&[]).is(0, "");
        scene.keep(Before::Installed);
        next(&first, "2.0").publish(scene._place.path());
        scene.server.put_folder("/", &scene.published.repository);
        scene.quoc(&[]).did("upgrade");
        scene.keep(Before::Upgraded);
        // The application runs without it.
        let installer = walk(&scene.machine.folder("demo").join("generations/2"))
            .into_iter()
            .find(|path| path.ends_with("INSTALLER"));
        fs::remove_file(installer.unwrap()).unwrap();
        scene.keep(Before::Damaged);
        scene
    }

    fn keep(&mut self, state: Before) {
        let kept = tempfile::tempdir().unwrap();
        copy(&self.machine.home(""), kept.path());
        self.templates.insert(state, kept);
    }

    fn put_back(&self, state: Before) {
        for entry in fs::read_dir(self.machine.home("")).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
        }
        copy(self.templates[&state].path(), &self.machine.home(""));
        self.server.forget();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        self.machine.command(&self.published.profile_folder, arguments)
    }

    fn quoc(&self, arguments: &[&str]) -> Run {
        Run::of(&self.command(arguments).output().unwrap())
    }

    /// Runs a verb with something happening at an act.
    fn disturbed(&self, verb: &Verb, at: Option<At>) -> (std::process::Output, Vec<String>) {
        acts::run(&mut self.command(verb.arguments), &self.machine.home(""), at)
    }

    /// Runs what a person would after a disturbance, until it is as it would have been without.
    fn go_on(&self, verb: &Verb, what: &str) {
        let run = match verb.name {
            // Going back twice is going forth again: any start finishes or undoes first.
            "go-back" => {
                let run = self.quoc(&["install"]);
                if self.says() == TWO.map(ToOwned::to_owned) && run.status == 0 { self.quoc(&["go-back"]) } else { run }
            }
            // A second repair would make anew what the first one has mended and recovery has finished.
            "repair" => {
                let run = self.quoc(&["install"]);
                if run.status == 0 && self.is_damaged() { self.quoc(verb.arguments) } else { run }
            }
            _ => self.quoc(verb.arguments),
        };
        let gone = verb.name == "uninstall" && run.status == 18;
        assert!(run.status == 0 || gone, "{what}: {:#?}\n{}", run.events.last(), run.stderr);
    }

    /// Whether the file is missing that [`Before::Damaged`] lacks.
    fn is_damaged(&self) -> bool {
        let current = fs::canonicalize(self.machine.folder("demo").join("current")).unwrap();
        walk(&current).iter().filter(|path| path.ends_with("INSTALLER")).count() < 2
    }

    fn says(&self) -> Option<String> {
        self.machine.says("demo").filter(|said| !said.is_empty())
    }

    fn still_runs(&self, verb: &Verb, what: &str) {
        let said = self.says();
        assert!(verb.versions.contains(&said.as_deref()), "{what}: it says {said:?}");
    }

    /// Every file and link with what matters of it. Logs tell of the disturbance, and bytecode is no promise.
    fn state(&self) -> BTreeMap<PathBuf, String> {
        let home = self.machine.home("");
        let told = |path: PathBuf| {
            let relative = path.strip_prefix(&home).unwrap().to_owned();
            let text = relative.to_string_lossy();
            if text.contains("/logs/") || text.contains("__pycache__") || text.ends_with("quoc.lock") {
                return None;
            }
            let content = if path.is_symlink() {
                fs::read_link(&path).unwrap().display().to_string()
            } else if path.ends_with("receipt.json") {
                timeless(serde_json::from_slice(&fs::read(&path).unwrap()).unwrap()).to_string()
            } else {
                String::new()
            };
            Some((relative, content))
        };
        walk(&home).into_iter().filter_map(told).collect()
    }

    /// The wheels that are in the store.
    fn stored(&self) -> BTreeSet<String> {
        let store = self.machine.home("cache/quoc/artifacts");
        let files = if store.exists() { walk(&store) } else { Vec::new() };
        files
            .iter()
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .filter(|name| name.ends_with(".whl"))
            .collect()
    }

    fn fetched(&self) -> Vec<String> {
        self.server.seen().iter().map(|seen| seen.path.clone()).collect()
    }
}

fn timeless(mut receipt: Value) -> Value {
    // The record of the files holds when each was written.
    for member in ["installed-at", "manifest"] {
        receipt[member] = Value::Null;
        if receipt["previous"].is_object() {
            receipt["previous"][member] = Value::Null;
        }
    }
    receipt
}

fn copy(from: &Path, to: &Path) {
    let copied = Command::new("cp").arg("-a").arg(from.join(".")).arg(to).status().unwrap();
    assert!(copied.success());
}

/// The numbers of the acts to disturb: all, or a few and the first of each that matters most.
fn chosen(acts: &[String], few: usize) -> Vec<usize> {
    if std::env::var("QUOC_ACTS").is_ok_and(|wish| wish == "all") {
        return (1..=acts.len()).collect();
    }
    let mut seen = BTreeSet::new();
    let matters = |act: &str| {
        ["journal.jsonl", "/current", ".quoc-new-current", "/receipt.json", "bin/demo"]
            .iter()
            .any(|end| act.ends_with(end))
    };
    let first = acts
        .iter()
        .enumerate()
        .filter(|(_, act)| matters(act) && seen.insert((*act).clone()))
        .map(|(index, _)| index + 1);
    let spread = (1..=acts.len()).step_by(acts.len().div_ceil(few).max(1));
    first.chain(spread).collect::<BTreeSet<usize>>().into_iter().collect()
}

#[test]
fn killed_at_any_act_the_version_before_runs_and_the_next_run_comes_to_the_same_end() {
    let scene = Scene::new();
    for verb in &VERBS {
        scene.put_back(verb.before);
        let (output, acts) = scene.disturbed(verb, None);
        assert!(output.status.success(), "{}: {output:?}", verb.name);
        let wanted = scene.state();
        let points = chosen(&acts, 3);
        for point in &points {
            let act = &acts[point - 1];
            // Later nothing is torn: what follows is only done once the line is on the disk.
            let may_tear = act.starts_with("fsync") && act.ends_with("journal.jsonl");
            for torn in if may_tear { &[false, true][..] } else { &[false][..] } {
                killed_at(&scene, verb, *point, *torn, &wanted);
            }
        }
        println!(
            "{}: {} acts on the disk, killed at {} of them, each came to the same end",
            verb.name,
            acts.len(),
            points.len()
        );
    }
}

fn killed_at(scene: &Scene, verb: &Verb, point: usize, torn: bool, wanted: &BTreeMap<PathBuf, String>) {
    scene.put_back(verb.before);
    let (output, acts) = scene.disturbed(verb, Some(At::Kill(point)));
    // What threads do at the same time is counted in no fixed order, so there may be an act less.
    let what = format!("{} killed at {point} ({:?}), torn: {torn}", verb.name, acts.last());
    assert!(output.status.signal() == Some(9) || output.status.success(), "{what}: {output:?}");
    scene.still_runs(verb, &what);
    let journal = scene.machine.folder("demo").join("journal.jsonl");
    if torn && let Some(bytes) = fs::read(&journal).ok().filter(|bytes| !bytes.is_empty()) {
        fs::write(&journal, &bytes[..bytes.len() - 9]).unwrap();
    }
    let stored = scene.stored();
    scene.server.forget();
    scene.go_on(verb, &what);
    assert_eq!(scene.says().as_deref(), *verb.versions.last().unwrap(), "{what}");
    let again: Vec<_> =
        scene.fetched().into_iter().filter(|path| stored.iter().any(|name| path.ends_with(name.as_str()))).collect();
    assert!(again.is_empty(), "{what}: fetched again: {again:?}");
    same(&scene.state(), wanted, &what);
}

fn same(found: &BTreeMap<PathBuf, String>, wanted: &BTreeMap<PathBuf, String>, what: &str) {
    let surplus: Vec<_> = found.iter().filter(|(path, content)| wanted.get(*path) != Some(content)).collect();
    let missing: Vec<_> = wanted.keys().filter(|path| !found.contains_key(*path)).collect();
    assert!(surplus.is_empty() && missing.is_empty(), "{what}: other {surplus:#?}, missing {missing:#?}");
}

#[test]
fn whatever_act_fails_the_version_before_runs_and_the_next_run_is_well() {
    const EIO: i32 = 5;
    const EACCES: i32 = 13;
    const ENOSPC: i32 = 28;
    let scene = Scene::new();
    let upgrade = &VERBS[1];
    scene.put_back(upgrade.before);
    let (_, acts) = scene.disturbed(upgrade, None);
    let wanted = scene.state();
    let mut codes: BTreeMap<String, usize> = BTreeMap::new();
    for (few, errno, more) in [(3, EIO, 0), (3, ENOSPC, usize::MAX >> 8), (2, EACCES, usize::MAX >> 8)] {
        for act in chosen(&acts, few) {
            scene.put_back(upgrade.before);
            let (output, seen) = scene.disturbed(upgrade, Some(At::Fail { act, errno, more }));
            let what = format!("error {errno} at {act} ({:?})", seen.get(act - 1));
            let run = Run::of(&output);
            assert_ne!(run.last("code"), "internal", "{what}: {:#?}", run.events.last());
            *codes.entry(run.last("code").to_owned()).or_default() += 1;
            scene.still_runs(upgrade, &what);
            scene.go_on(upgrade, &what);
            assert_eq!(scene.says().as_deref(), TWO, "{what}");
            same(&scene.state(), &wanted, &what);
        }
    }
    println!("upgrade: {} acts on the disk; ended with: {codes:?}", acts.len());
}

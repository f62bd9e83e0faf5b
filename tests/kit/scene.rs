//! One machine on which every command is disturbed in every way, and is put back to how it was before each time.
//!
//! The application has what an application can have: three wheels, of which the upgrade changes two large ones and leaves
//! one, an entry in the menu, an icon on the desktop, a block in the shell's file; the upgrade brings a newer installer.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use fs_err as fs;
use serde_json::Value;

use super::acts::{self, At};
use super::citizen::{ICONS, answers, with_entry, with_stub};
use super::machine::{Machine, Run, walk};
use super::repository::{Published, Repository};
use super::server::Server;
use super::wheel::Wheel;

/// A command of the program, and what a machine looks like before it.
#[derive(Clone, Copy, Debug)]
pub struct Verb {
    /// How it is called here.
    pub name: &'static str,
    /// What the program is told.
    pub arguments: &'static [&'static str],
    /// What was done before.
    pub before: Before,
    /// What the installed command may say at any moment; the last one is what it says in the end.
    pub versions: &'static [Option<&'static str>],
}

/// What was done before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Before {
    /// Nothing: a machine that knows no quoc.
    Nothing,
    /// Version 1.0 is installed.
    Installed,
    /// Version 2.0 waits for the next start.
    Waiting,
    /// Version 2.0 is installed, and 1.0 is kept.
    Upgraded,
    /// The same, and a file is missing without which the application runs.
    Damaged,
}

const ONE: Option<&str> = Some("demo 1.0 works");
const TWO: Option<&str> = Some("demo 2.0 works");

/// Every command that changes something.
pub const VERBS: [Verb; 7] = [
    Verb {
        name: "install",
        arguments: &["install", "--add-to-path", "--desktop-shortcut"],
        before: Before::Nothing,
        versions: &[None, TWO],
    },
    Verb { name: "upgrade", arguments: &["upgrade"], before: Before::Installed, versions: &[ONE, TWO] },
    Verb { name: "next start", arguments: &["install"], before: Before::Waiting, versions: &[ONE, TWO] },
    Verb { name: "repair", arguments: &["repair"], before: Before::Damaged, versions: &[TWO] },
    Verb { name: "repair anew", arguments: &["repair", "--anew"], before: Before::Upgraded, versions: &[TWO] },
    Verb { name: "go-back", arguments: &["go-back"], before: Before::Upgraded, versions: &[TWO, ONE] },
    Verb { name: "uninstall", arguments: &["uninstall", "--yes"], before: Before::Upgraded, versions: &[TWO, None] },
];

/// Returns the command of a name.
pub fn verb(name: &str) -> &'static Verb {
    VERBS.iter().find(|verb| verb.name == name).expect("a verb")
}

/// The state of a home: every file and link with what matters of it.
pub type State = BTreeMap<PathBuf, String>;

/// One machine whose home is put back to how it was before each run: environments cannot be moved.
pub struct Scene {
    /// The machine.
    pub machine: Machine,
    /// Where the releases are.
    pub server: Server,
    published: Published,
    templates: BTreeMap<Before, tempfile::TempDir>,
    undisturbed: BTreeMap<&'static str, (Vec<String>, State)>,
    place: tempfile::TempDir,
}

impl Scene {
    /// Sets it.
    pub fn new() -> Self {
        let (machine, server, place) = (Machine::new(), Server::start(), tempfile::tempdir().unwrap());
        let mut first = release(Repository::new("demo", "1.0").address(server.url("/")), "1.0");
        let published = first.publish(place.path());
        server.put_folder("/", &published.repository);
        fs::create_dir_all(machine.home(".config")).unwrap();
        fs::write(machine.home(".config/user-dirs.dirs"), "XDG_DESKTOP_DIR=\"$HOME/Desk\"\n").unwrap();
        fs::write(machine.home(".bashrc"), "alias x=y\n").unwrap();
        let (templates, undisturbed) = (BTreeMap::new(), BTreeMap::new());
        let mut scene = Self { machine, server, published, templates, undisturbed, place };
        scene.keep(Before::Nothing);
        scene.quoc(VERBS[0].arguments).did("install");
        scene.keep(Before::Installed);
        let second = release(first.relocked("2.0"), "2.0");
        with_stub(second, "99.1", &answers("99.1")).publish(scene.place.path());
        scene.make_it_wait();
        scene.keep(Before::Waiting);
        scene.put_back(Before::Installed);
        scene.quoc(&[]).did("upgrade");
        scene.keep(Before::Upgraded);
        let installer = walk(&scene.machine.folder("demo").join("generations/2"));
        let installer = installer.into_iter().find(|path| path.ends_with("INSTALLER"));
        fs::remove_file(installer.unwrap()).unwrap();
        scene.keep(Before::Damaged);
        scene
    }

    /// Upgrades while something runs from the environment.
    fn make_it_wait(&self) {
        let python = self.machine.folder("demo").join("generations/1/bin/python");
        let mut python = Command::new(python);
        let python = python.args(["-I", "-c", "import sys; print(flush=True); sys.stdin.read()"]);
        let mut running = python.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        std::io::Read::read_exact(running.stdout.as_mut().unwrap(), &mut [0]).unwrap();
        self.quoc(&["upgrade", "--later"]).did("upgrade-later");
        drop(running.stdin.take());
        running.wait().unwrap();
    }

    fn keep(&mut self, state: Before) {
        let kept = tempfile::tempdir().unwrap();
        copy(&self.machine.home(""), kept.path());
        self.templates.insert(state, kept);
    }

    /// Makes the home what it was, and forgets what the server was asked.
    pub fn put_back(&self, state: Before) {
        for entry in fs::read_dir(self.machine.home("")).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.is_symlink() {
                fs::remove_dir_all(path).unwrap();
            } else {
                fs::remove_file(path).unwrap();
            }
        }
        copy(self.templates[&state].path(), &self.machine.home(""));
        self.server.forget();
    }

    /// The program with some arguments, as this machine's person starts it.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.machine.command(&self.published.profile_folder, arguments);
        command.env("SHELL", "/bin/bash");
        command
    }

    /// Runs it.
    pub fn quoc(&self, arguments: &[&str]) -> Run {
        Run::of(&self.command(arguments).output().unwrap())
    }

    /// Runs a verb with something happening at an act.
    pub fn disturbed(&self, verb: &Verb, at: Option<At>) -> (Output, Vec<String>) {
        acts::run(&mut self.command(verb.arguments), &self.machine.home(""), at)
    }

    /// The acts that a verb does when nothing disturbs it; what it leaves is remembered.
    pub fn undisturbed(&mut self, verb: &Verb) -> Vec<String> {
        if let Some((acts, _)) = self.undisturbed.get(verb.name) {
            return acts.clone();
        }
        self.put_back(verb.before);
        let (output, acts) = self.disturbed(verb, None);
        assert!(output.status.success(), "{}: {output:?}", verb.name);
        self.undisturbed.insert(verb.name, (acts.clone(), self.state()));
        acts
    }

    /// Runs what a person would after a disturbance, until it is as it would have been without.
    pub fn go_on(&self, verb: &Verb, what: &str) {
        // What a killed run left running is waited for.
        let patiently = |arguments: &[&str]| self.quoc(&[arguments, &["--wait", "60"]].concat());
        let is_done = || match verb.name {
            // Going back twice is going forth again, and a second repair would make anew what is mended already: any
            // start finishes or undoes first.
            "go-back" => self.says().as_deref() != TWO,
            "repair" => !self.is_damaged(),
            "repair anew" => self.machine.receipt("demo")["generation"] != 2,
            _ => true,
        };
        let looks_first = matches!(verb.name, "go-back" | "repair" | "repair anew");
        let mut run = patiently(if looks_first { &["install"] } else { verb.arguments });
        if run.status == 0 && !is_done() {
            run = patiently(verb.arguments);
        }
        let gone = verb.name == "uninstall" && run.status == 18;
        assert!(run.status == 0 || gone, "{what}: {:#?}\n{}", run.events.last(), run.stderr);
    }

    /// Whether the file is missing that [`Before::Damaged`] lacks.
    fn is_damaged(&self) -> bool {
        let current = fs::canonicalize(self.machine.folder("demo").join("current")).unwrap();
        walk(&current).iter().filter(|path| path.ends_with("INSTALLER")).count() < 3
    }

    /// What the installed command says.
    pub fn says(&self) -> Option<String> {
        self.machine.says("demo").filter(|said| !said.is_empty())
    }

    /// Holds the machine to what it had before the verb: a command that runs, and an installer that works.
    pub fn still_runs(&self, verb: &Verb, what: &str) {
        let said = self.says();
        assert!(verb.versions.contains(&said.as_deref()), "{what}: it says {said:?}");
        let setup = self.machine.folder("demo").join("setup");
        let may_be_gone = verb.versions.contains(&None);
        let output = match Command::new(&setup).arg("--version").output() {
            Err(_) if may_be_gone && !setup.exists() => return,
            // It is a script here, which its shell may find no more.
            Ok(output) if may_be_gone && output.stdout.is_empty() && !setup.exists() => return,
            output => output.unwrap_or_else(|error| panic!("{what}: {error}")),
        };
        let said = String::from_utf8(output.stdout).unwrap();
        let own = format!("quoc {}", env!("CARGO_PKG_VERSION"));
        assert!([&own, "quoc 99.1"].contains(&said.trim()), "{what}: the kept installer says {said:?}");
    }

    /// Goes on after a disturbance, and holds the machine to what the verb leaves without one.
    pub fn comes_to_the_same_end(&self, verb: &Verb, what: &str) {
        self.ends(verb, what, &|_| false);
    }

    /// Does the same, but for the downloads that nobody needs any more: that one cannot be removed is only logged.
    pub fn comes_to_the_same_end_but_for_downloads(&self, verb: &Verb, what: &str) {
        let before = self.templates[&verb.before].path();
        self.ends(verb, what, &|path| path.starts_with("cache/quoc/artifacts") && before.join(path).exists());
    }

    fn ends(&self, verb: &Verb, what: &str, may_stay: &dyn Fn(&Path) -> bool) {
        self.go_on(verb, what);
        assert_eq!(self.says().as_deref(), *verb.versions.last().unwrap(), "{what}");
        let (found, (_, wanted)) = (self.state(), &self.undisturbed[verb.name]);
        let differs = |(path, content): &(&PathBuf, &String)| wanted.get(*path) != Some(*content) && !may_stay(path);
        let surplus: Vec<_> = found.iter().filter(differs).collect();
        let missing: Vec<_> = wanted.keys().filter(|path| !found.contains_key(*path)).collect();
        assert!(surplus.is_empty() && missing.is_empty(), "{what}: other {surplus:#?}, missing {missing:#?}");
    }

    /// Every file and link. Logs tell of the disturbance, and bytecode is no promise.
    fn state(&self) -> State {
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
            } else if path.ends_with(".bashrc") {
                fs::read_to_string(&path).unwrap()
            } else {
                String::new()
            };
            Some((relative, content))
        };
        walk(&home).into_iter().filter_map(told).collect()
    }

    /// What of the artifacts the store has: the whole ones, and how many bytes of the others, by digest.
    pub fn stored(&self) -> BTreeMap<String, Option<u64>> {
        let store = self.machine.home("cache/quoc/artifacts");
        let mut stored = BTreeMap::new();
        for path in if store.exists() { walk(&store) } else { Vec::new() } {
            let digest = path.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
            match path.file_name().unwrap().to_str().unwrap() {
                ".partial" => _ = stored.entry(digest).or_insert(Some(fs::metadata(&path).unwrap().len())),
                name if !name.starts_with('.') => _ = stored.insert(digest, None),
                _ => {}
            }
        }
        stored
    }

    /// What was asked of the server although it was stored.
    pub fn fetched_again(&self, stored: &BTreeMap<String, Option<u64>>) -> Vec<String> {
        let again = |seen: &super::server::Seen| {
            let (_, have) = stored.iter().find(|(digest, _)| seen.path.contains(digest.as_str()))?;
            let from = seen.header("range").and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-'));
            let from: u64 = from.map_or(0, |from| from.parse().unwrap());
            let good = have.is_some_and(|have| from >= have);
            (!good).then(|| format!("{} from {from}, {have:?} were there", seen.path))
        };
        self.server.seen().iter().filter_map(again).collect()
    }
}

/// A release with a wheel that stays and two large ones that change.
fn release(repository: Repository, version: &str) -> Repository {
    let code = format!("import library, steady\ndef main():\n    print('demo {version}', library.WORD + steady.END)\n");
    let demo = Wheel::new("demo", version).module("demo.py", &code).script("demo", "demo:main");
    let library = Wheel::new("library", version).module("library.py", "WORD = 'work'\n");
    let steady = Wheel::new("steady", "1").module("steady.py", "END = 's'\n").script("steady", "steady:END");
    let repository = repository
        .wheel(demo.requires("library").requires("steady").file("demo.bin", &noise(1, version)).built())
        .wheel(library.file("library.bin", &noise(2, version)).built())
        .wheel(steady.built());
    with_entry(repository, &format!("Demo {version}"), ICONS)
}

/// Bytes that do not pack, large enough that a part of them is resumed.
fn noise(seed: u64, version: &str) -> Vec<u8> {
    let mut random = fastrand::Rng::with_seed(seed + 10 * version.len() as u64 + u64::from(version.as_bytes()[0]));
    std::iter::repeat_with(|| random.u8(..)).take(300 * 1024).collect()
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

/// How much is done of everything there is: `QUOC_ACTS` is `all`, or how many times as much as `cargo test` does.
pub fn few(once: usize) -> usize {
    match std::env::var("QUOC_ACTS").as_deref() {
        Ok("all") => usize::MAX,
        Ok(times) => once * times.parse::<usize>().unwrap(),
        Err(_) => once,
    }
}

/// A few of all cases, by chance.
pub fn some<T>(cases: impl IntoIterator<Item = T>, few: usize, random: &mut fastrand::Rng) -> Vec<T> {
    let mut cases: Vec<T> = cases.into_iter().collect();
    if few < cases.len() {
        random.shuffle(&mut cases);
        cases.truncate(few);
    }
    cases
}

/// Numbers that are the same again for the same `QUOC_SEED`; which it is, is printed. Without one, always the same:
/// `cargo test` judges a change, and `.ci/kills some` looks elsewhere each day.
#[allow(clippy::print_stdout, reason = "who wants it again must know it")]
pub fn random() -> fastrand::Rng {
    let seed = std::env::var("QUOC_SEED").map_or(1, |seed| seed.parse().unwrap());
    println!("QUOC_SEED={seed}");
    fastrand::Rng::with_seed(seed)
}

/// The numbers of the acts to disturb: all, or some by chance, half of them on the files that matter most.
pub fn chosen(acts: &[String], few: usize, random: &mut fastrand::Rng) -> Vec<usize> {
    if few >= acts.len() {
        return (1..=acts.len()).collect();
    }
    let ends =
        ["journal.jsonl", "/current", ".quoc-new-current", "/receipt.json", "bin/demo", "/setup", "/pending.json"];
    let mut seen = BTreeSet::new();
    let mut matters = |act: &String| ends.iter().any(|end| act.ends_with(end)) && seen.insert(act.clone());
    let first = acts.iter().enumerate().filter(|(_, act)| matters(act)).map(|(index, _)| index + 1);
    let half = if random.bool() { few.div_ceil(2) } else { few / 2 };
    let mut chosen: BTreeSet<usize> = some(first.collect::<Vec<_>>(), half, random).into_iter().collect();
    while chosen.len() < few {
        chosen.insert(random.usize(1..=acts.len()));
    }
    chosen.into_iter().collect()
}

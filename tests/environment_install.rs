//! Real environments: this machine's Python, its own pip, wheels made on the spot.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests ask the machine themselves")]

mod kit;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use kit::python::{interpreter, packs_pip, starts_from_bytecode};
use kit::wheel::Wheel;
use quoc::environment::{Environment, EnvironmentError, Order, Ports, Step, install};
use quoc::model::release::PathFiles;
use quoc::model::{Event, FileName};
use quoc::ports::{Cancel, Command, EventSink, ExitStatus, OutputLine, Processes};
use quoc::system::processes::ChildProcesses;

/// Runs real children, notes every command, and meddles when told.
#[derive(Default)]
struct Witness {
    commands: Mutex<Vec<Command>>,
    before_install: Option<fn(&Command)>,
    after_install: Option<Meddling>,
    /// May return another command to run instead.
    before_compiling: Option<fn(&Command) -> Option<Command>>,
    /// Another command to run.
    instead_of_compiling_pip: Option<fn(&Command) -> Command>,
    /// How it failed.
    compiler_ended: Mutex<Option<std::io::ErrorKind>>,
}

impl Processes for Witness {
    fn run(
        &self,
        command: &Command,
        cancel: &Cancel,
        line: &mut dyn FnMut(OutputLine<'_>),
    ) -> std::io::Result<ExitStatus> {
        self.commands.lock().unwrap().push(command.clone());
        let installs = command.arguments.iter().any(|argument| argument == "install");
        if let Some(meddle) = self.before_install.filter(|_| installs) {
            meddle(command);
        }
        if compiles(command) {
            let instead = self.before_compiling.and_then(|meddle| meddle(command));
            let status = ChildProcesses.run(instead.as_ref().unwrap_or(command), cancel, line);
            *self.compiler_ended.lock().unwrap() = status.as_ref().err().map(std::io::Error::kind);
            return status;
        }
        let of_pip = self.instead_of_compiling_pip.filter(|_| packs_pip(command));
        let instead = of_pip.map(|instead| instead(command));
        let status = ChildProcesses.run(instead.as_ref().unwrap_or(command), cancel, line);
        if let Some(meddle) = self.after_install.filter(|_| installs) {
            meddle(command.program.parent().unwrap().parent().unwrap());
        }
        status
    }
}

#[derive(Default)]
struct Events(Mutex<Vec<Event>>);

impl EventSink for Events {
    fn emit(&self, event: Event) {
        self.0.lock().unwrap().push(event);
    }
}

/// One try to install some wheels.
struct Try {
    root: tempfile::TempDir,
    folder: PathBuf,
    wheels: Vec<quoc::environment::Wheel>,
    smoke_test: Vec<String>,
    commands: Vec<FileName>,
    witness: Witness,
    events: Events,
    cancel: Cancel,
}

impl Try {
    fn of(wheels: &[Wheel]) -> Self {
        let root = tempfile::tempdir().unwrap();
        let store = root.path().join("store");
        fs_err::create_dir(&store).unwrap();
        let wheels = wheels.iter().map(|wheel| kit::python::wheel(&wheel.built().write_to(&store))).collect();
        let folder = root.path().join("generations/1");
        let (smoke_test, commands) = (vec!["demo".to_owned(), "--version".to_owned()], vec!["demo".parse().unwrap()]);
        let (witness, events, cancel) = (Witness::default(), Events::default(), Cancel::default());
        Self { root, folder, wheels, smoke_test, commands, witness, events, cancel }
    }

    fn ports(&self) -> Ports<'_> {
        Ports { processes: &self.witness, events: &self.events, cancel: &self.cancel }
    }

    fn run(&self) -> Result<Environment, EnvironmentError> {
        let path_files: PathFiles = PathFiles::new();
        let order = Order {
            interpreter: interpreter(),
            folder: &self.folder,
            scratch: &self.root.path().join("scratch"),
            pip: &kit::python::pip(interpreter()),
            wheels: &self.wheels,
            before: None,
            path_files: &path_files,
            commands: &self.commands,
            smoke_test: &self.smoke_test,
        };
        install(&order, self.ports())
    }
}

const MAIN: &str =
    "import library, os, sys\ndef main():\n    print('demo 1.0', library.x)\n    print(os.environ.get('HOME'))\n";

fn demo() -> Wheel {
    Wheel::new("demo", "1.0").module("demo.py", MAIN).script("demo", "demo:main").requires("library>=1")
}

fn library() -> Wheel {
    Wheel::new("library", "1.5").module("library/__init__.py", "x = 7\n").data(
        "scripts",
        "lib-tool",
        b"#!python\nprint(2)\n",
    )
}

#[test]
fn locked_wheels_become_an_environment_that_answers() {
    let attempt = Try::of(&[demo(), library()]);
    let environment = attempt.run().unwrap();
    assert_eq!(environment.path(), attempt.folder);
    assert_eq!(environment.smoke_test_output()[0], "demo 1.0 7");
    let packages: Vec<_> =
        environment.packages().iter().map(|p| format!("{} {} {}", p.name, p.version, p.wheel)).collect();
    let expected = attempt.wheels.iter().map(|wheel| format!("{} {} {}", wheel.name, wheel.version, wheel.sha256));
    assert_eq!(packages, expected.collect::<Vec<_>>());
    assert!(environment.command(&"demo".parse().unwrap()).is_file());
    assert!(environment.python().is_file());
}

#[test]
fn every_package_is_told_once_and_the_count_never_goes_back() {
    let attempt = Try::of(&[demo(), library()]);
    attempt.run().unwrap();
    let events = attempt.events.0.lock().unwrap();
    let told: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            Event::Installing { package, done, total } => Some((package.to_string(), *done, *total)),
            _ => None,
        })
        .collect();
    let mut names: Vec<&str> = told.iter().map(|(name, ..)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["demo", "library"]);
    assert_eq!(told.iter().map(|(_, done, total)| (*done, *total)).collect::<Vec<_>>(), [(1, 2), (2, 2)]);
}

#[test]
fn children_get_nothing_of_the_persons_environment_nor_configuration() {
    let attempt = Try::of(&[demo(), library()]);
    let environment = attempt.run().unwrap();
    let home = std::env::var("HOME").unwrap();
    assert_ne!(environment.smoke_test_output()[1], home);
    let known =
        ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "LANG", "PIP_CONFIG_FILE", "PIP_NO_INDEX"].map(OsString::from);
    let commands = attempt.witness.commands.lock().unwrap();
    assert_eq!(commands.len(), 6, "compiling pip, venv, pip install, compiling, pip check, smoke test");
    for command in commands.iter() {
        for (name, value) in &command.environment {
            assert!(known.contains(name), "{name:?}");
            assert!(name == "PATH" || !Path::new(value).starts_with(&home) || attempt.root.path().starts_with(&home));
        }
        let runs_pip = command.arguments.iter().any(|argument| argument == "--isolated");
        let isolated = command.arguments.first().is_some_and(|argument| argument == "-I");
        assert!(isolated || !runs_pip);
    }
}

#[test]
fn pip_is_run_offline_hash_locked_and_for_wheels_only() {
    let attempt = Try::of(&[demo(), library()]);
    attempt.run().unwrap();
    let commands = attempt.witness.commands.lock().unwrap();
    let install = commands.iter().find(|command| command.arguments.contains(&"install".into())).unwrap();
    for flag in ["--isolated", "--no-index", "--require-hashes", "--no-deps", "--no-compile", "--only-binary"] {
        assert!(install.arguments.contains(&flag.into()), "{flag}");
    }
}

#[test]
fn pip_starts_from_bytecode_of_its_own_and_writes_none() {
    let mut attempt = Try::of(&[demo(), library()]);
    attempt.witness.before_install = Some(|command| {
        assert!(command.arguments.contains(&"-B".into()));
        starts_from_bytecode(command);
    });
    attempt.run().unwrap();
}

#[test]
fn a_pip_that_cannot_be_compiled_installs_all_the_same() {
    let mut attempt = Try::of(&[demo(), library()]);
    attempt.witness.instead_of_compiling_pip = Some(|command| {
        let arguments = ["-c", "raise SystemExit(1)"].map(OsString::from).into();
        Command { arguments, ..command.clone() }
    });
    attempt.run().unwrap();
}

#[test]
fn a_folder_may_have_any_name() {
    let mut attempt = Try::of(&[demo(), library()]);
    attempt.folder = attempt.root.path().join("Ünïcode näme/with space & 'quote'/日本");
    let environment = attempt.run().unwrap();
    assert_eq!(environment.smoke_test_output()[0], "demo 1.0 7");
}

#[test]
fn a_folder_that_holds_something_is_left_alone() {
    let attempt = Try::of(&[demo(), library()]);
    fs_err::create_dir_all(&attempt.folder).unwrap();
    fs_err::write(attempt.folder.join("precious"), "x").unwrap();
    assert!(matches!(attempt.run(), Err(EnvironmentError::Occupied { .. })));
    assert_eq!(fs_err::read_dir(&attempt.folder).unwrap().count(), 1);
}

#[test]
fn nothing_is_left_in_the_scratch_folder() {
    let attempt = Try::of(&[demo(), library()]);
    attempt.run().unwrap();
    assert_eq!(fs_err::read_dir(attempt.root.path().join("scratch")).unwrap().count(), 0);
}

#[test]
fn a_wheel_swapped_after_the_screening_is_caught_by_pip() {
    let mut attempt = Try::of(&[demo(), library()]);
    attempt.witness.before_install = Some(|command| {
        let flag = command.arguments.iter().position(|argument| argument == "--find-links").unwrap();
        let house = PathBuf::from(&command.arguments[flag + 1]);
        let path = house.join(library().built().file_name);
        fs_err::remove_file(&path).unwrap();
        fs_err::write(&path, library().module("evil.py", "").build()).unwrap();
    });
    assert!(matches!(attempt.run(), Err(EnvironmentError::Hash { .. })));
}

#[test]
fn pip_sees_copies_in_a_folder_of_this_run_and_the_store_may_change_meanwhile() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let mut attempt = Try::of(&[demo(), library()]);
    attempt.witness.before_install = Some(|command| {
        let flag = command.arguments.iter().position(|argument| argument == "--find-links").unwrap();
        let house = PathBuf::from(&command.arguments[flag + 1]);
        assert_eq!(fs_err::metadata(&house).unwrap().permissions().mode() & 0o777, 0o700);
        let name = library().built().file_name;
        assert_eq!(fs_err::metadata(house.join(&name)).unwrap().nlink(), 1);
        let store = house.ancestors().map(|folder| folder.join("store")).find(|store| store.is_dir()).unwrap();
        fs_err::write(store.join(&name), library().module("evil.py", "").build()).unwrap();
    });
    attempt.run().unwrap();
}

#[test]
fn what_changes_between_pip_and_the_check_is_noticed() {
    let meddlings: [(&str, Meddling); 5] = [
        ("a module", |root| fs_err::write(site_of(root).join("library/__init__.py"), "x = 8\n").unwrap()),
        ("a module is gone", |root| fs_err::remove_file(site_of(root).join("demo.py")).unwrap()),
        ("a command", |root| fs_err::write(root.join("bin/demo"), "#!/bin/sh\necho demo\n").unwrap()),
        ("a script", |root| fs_err::write(root.join("bin/lib-tool"), "#!/bin/sh\necho evil\n").unwrap()),
        ("the configuration", |root| fs_err::write(root.join("pyvenv.cfg"), "home = /tmp\n").unwrap()),
    ];
    for (what, meddle) in meddlings {
        let mut attempt = Try::of(&[demo(), library()]);
        attempt.witness.after_install = Some(meddle);
        let found = attempt.run();
        assert!(matches!(found, Err(EnvironmentError::Changed { .. })), "{what}: {found:?}");
    }
}

type Meddling = fn(&Path);

fn site_of(root: &Path) -> PathBuf {
    let lib = root.join("lib");
    fs_err::read_dir(lib).unwrap().next().unwrap().unwrap().path().join("site-packages")
}

#[test]
fn a_file_that_no_wheel_brought_is_noticed() {
    let meddlings: [Meddling; 3] = [
        |root| fs_err::write(site_of(root).join("evil.pth"), "import os").unwrap(),
        |root| fs_err::write(root.join("bin/evil"), "").unwrap(),
        |root| fs_err::write(root.join("stray"), "").unwrap(),
    ];
    for meddle in meddlings {
        let mut attempt = Try::of(&[demo(), library()]);
        attempt.witness.after_install = Some(meddle);
        assert!(matches!(attempt.run(), Err(EnvironmentError::Foreign { .. })));
    }
}

#[test]
fn a_refused_wheel_stops_before_anything_is_made() {
    let attempt = Try::of(&[demo(), library().module("evil.pth", "import os")]);
    assert!(matches!(attempt.run(), Err(EnvironmentError::Refused(_))));
    assert!(!attempt.folder.exists());
    assert!(attempt.witness.commands.lock().unwrap().is_empty());
}

#[test]
fn a_dependency_that_is_not_locked_is_a_conflict() {
    let attempt = Try::of(&[demo()]);
    match attempt.run() {
        Err(EnvironmentError::Conflict { output }) => assert!(output.iter().any(|line| line.contains("library"))),
        // The smoke test runs at the same time, and fails for the same reason.
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_smoke_test_that_fails_fails_the_install_with_its_last_words() {
    let broken = Wheel::new("demo", "1.0")
        .module("demo.py", "def main():\n    raise SystemExit('no luck')\n")
        .script("demo", "demo:main");
    match Try::of(&[broken]).run() {
        Err(EnvironmentError::Step { step: Step::SmokeTest, output }) => assert_eq!(output, ["no luck"]),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_command_that_no_wheel_has_is_said_first() {
    let mut attempt = Try::of(&[demo(), library()]);
    attempt.commands.push("missing".parse().unwrap());
    assert!(matches!(attempt.run(), Err(EnvironmentError::NoCommand { .. })));
    assert!(!attempt.folder.exists());
}

#[test]
fn a_wheel_for_another_machine_is_unsupported() {
    let attempt = Try::of(&[demo(), library(), Wheel::new("native", "1").tag("cp39-cp39-win_arm64")]);
    match attempt.run() {
        Err(EnvironmentError::Unsupported { what, .. }) => assert!(what.contains("native"), "{what}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_cancelled_install_ends_as_cancelled() {
    let mut attempt = Try::of(&[demo(), library()]);
    attempt.cancel.cancel();
    assert!(matches!(attempt.run(), Err(EnvironmentError::Cancelled)));
    attempt.cancel = Cancel::default();
    static LATE: OnceLock<Cancel> = OnceLock::new();
    LATE.set(attempt.cancel.clone()).unwrap();
    attempt.witness.before_install = Some(|_| LATE.get().unwrap().cancel());
    assert!(matches!(attempt.run(), Err(EnvironmentError::Cancelled)));
}

/// The names of the modules in a folder of site-packages that have bytecode.
fn compiled(environment: &Environment, folder: &str) -> Vec<String> {
    let cache = site_of(environment.path()).join(folder).join("__pycache__");
    let entries = fs_err::read_dir(cache).into_iter().flatten();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut modules: Vec<String> = names.map(|name| name.split('.').next().unwrap().to_owned()).collect();
    modules.sort();
    modules
}

fn compiles(command: &Command) -> bool {
    command.arguments.iter().any(|argument| Path::new(argument).ends_with("order.json"))
}

/// A command that imports nothing of its own, for a smoke test that makes no bytecode but its own.
fn quiet() -> Wheel {
    Wheel::new("quiet", "1").module("quiet.py", "def main():\n    pass\n").script("quiet", "quiet:main")
}

#[test]
fn bytecode_is_compiled_for_what_the_commands_import_and_nothing_is_run() {
    let lazy = library()
        .module("library/lazy.py", "from . import later\nraise SystemExit('run')\n")
        .module("library/later.py", "from .further.away import x\nimport library.old\n")
        .module("library/further/away.py", "from ... import too_far\n")
        .module("library/old.py", "print 'another Python'\n")
        .module("library/unused.py", "");
    let main = "def main():\n    from library import lazy\n    return lazy\n";
    let command = Wheel::new("demo", "1.0").module("demo.py", main).script("demo", "demo:main");
    let mut attempt = Try::of(&[command, lazy, quiet()]);
    attempt.smoke_test = vec!["quiet".to_owned()];
    let environment = attempt.run().unwrap();
    assert_eq!(compiled(&environment, ""), ["demo", "quiet"]);
    assert_eq!(compiled(&environment, "library"), ["__init__", "later", "lazy"]);
    assert_eq!(compiled(&environment, "library/further"), ["away"]);
}

#[test]
fn bytecode_is_that_of_the_source_beside_it() {
    use std::os::unix::fs::MetadataExt;
    let mut attempt = Try::of(&[demo(), library(), quiet()]);
    attempt.smoke_test = vec!["quiet".to_owned()];
    let environment = attempt.run().unwrap();
    let source = site_of(environment.path()).join("library/__init__.py");
    let cache = source.with_file_name("__pycache__");
    let bytecode = fs_err::read(fs_err::read_dir(cache).unwrap().next().unwrap().unwrap().path()).unwrap();
    let is = fs_err::metadata(&source).unwrap();
    let number = |at: usize| u32::from_le_bytes(bytecode[at..at + 4].try_into().unwrap());
    assert_eq!((number(4), number(8), number(12)), (0, is.mtime() as u32, is.len() as u32));
    let script = "import sys, library; print(library.__spec__.loader.get_code('library').co_filename)";
    let mut python = std::process::Command::new(environment.python());
    let said = python.args(["-I", "-B", "-v", "-c", script]).output().unwrap();
    assert_eq!(String::from_utf8(said.stdout).unwrap().trim(), source.to_str().unwrap());
    // Python itself says that it took it.
    let trace = String::from_utf8(said.stderr).unwrap();
    assert!(trace.contains(&format!("matches {}", source.display())), "{trace}");
}

#[test]
fn only_bytes_that_were_screened_are_compiled_and_an_environment_does_without() {
    let mut attempt = Try::of(&[demo(), library(), quiet()]);
    attempt.smoke_test = vec!["quiet".to_owned()];
    attempt.witness.before_compiling = Some(|command| {
        let order =
            PathBuf::from(command.arguments.iter().find(|word| Path::new(word).ends_with("order.json")).unwrap());
        let digest = quoc::model::Sha256Digest::of(b"x = 7\n").to_string();
        let text = fs_err::read_to_string(&order).unwrap();
        assert!(text.contains(&digest));
        fs_err::write(order, text.replace(&digest, &quoc::model::Sha256Digest::of(b"x = 8\n").to_string())).unwrap();
        None
    });
    let environment = attempt.run().unwrap();
    assert_eq!(compiled(&environment, "library"), [""; 0]);
    assert_eq!(compiled(&environment, ""), ["quiet"], "by the smoke test");
}

#[test]
fn a_failed_install_stops_the_compiler() {
    let mut attempt = Try::of(&[demo(), library()]);
    attempt.witness.before_compiling = Some(|command| {
        let arguments = ["-c", "import time; time.sleep(300)"].map(OsString::from).into();
        Some(Command { arguments, ..command.clone() })
    });
    attempt.witness.after_install = Some(|root| fs_err::write(root.join("stray"), "").unwrap());
    assert!(matches!(attempt.run(), Err(EnvironmentError::Foreign { .. })));
    assert_eq!(*attempt.witness.compiler_ended.lock().unwrap(), Some(std::io::ErrorKind::Interrupted));
}

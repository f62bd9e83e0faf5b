//! Wheels built from locked sdists, in build environments of their own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests ask the machine themselves")]

mod kit;

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use kit::python::interpreter;
use kit::sdist::{self, Sdist};
use quoc::environment::{BuildOrder, EnvironmentError, Ports, Step, Unfit, Wheel, build, compiler, has_headers};
use quoc::model::{Artifact, Interpreter};
use quoc::ports::{Cancel, Command, ExitStatus, Nobody, OutputLine, Processes};
use quoc::system::processes::ChildProcesses;

struct Counting(AtomicUsize);

impl Processes for Counting {
    fn run(
        &self,
        command: &Command,
        cancel: &Cancel,
        line: &mut dyn FnMut(OutputLine<'_>),
    ) -> std::io::Result<ExitStatus> {
        self.0.fetch_add(1, Ordering::Relaxed);
        ChildProcesses.run(command, cancel, line)
    }
}

struct Try {
    root: tempfile::TempDir,
    artifact: Artifact,
    path: PathBuf,
    dependencies: Vec<Wheel>,
    needs_compiler: bool,
    processes: Counting,
}

impl Try {
    fn of(sdist: &Sdist) -> Self {
        let root = tempfile::tempdir().unwrap();
        let path = sdist.built().write_to(root.path());
        let artifact = sdist.artifact(Vec::new());
        let processes = Counting(AtomicUsize::new(0));
        Self { root, artifact, path, dependencies: Vec::new(), needs_compiler: false, processes }
    }

    fn run_with(&self, interpreter: &Interpreter, compiler: Option<&Path>) -> Result<Wheel, EnvironmentError> {
        let (name, version) = ("native".parse().unwrap(), "1.0".parse().unwrap());
        let sdist =
            quoc::environment::Sdist { name: &name, version: &version, artifact: &self.artifact, path: &self.path };
        let order = BuildOrder {
            interpreter,
            scratch: &self.root.path().join("scratch"),
            pip: &kit::python::pip(kit::python::interpreter()),
            sdist,
            dependencies: &self.dependencies,
            needs_compiler: self.needs_compiler,
            compiler,
        };
        build(&order, Ports { processes: &self.processes, events: &Nobody, cancel: &Cancel::default() })
    }

    fn run(&self) -> Result<Wheel, EnvironmentError> {
        self.run_with(interpreter(), None)
    }
}

fn native() -> Sdist {
    Sdist::new("native", "1.0").module("native.py", "x = 1\n")
}

#[test]
fn a_locked_sdist_becomes_a_wheel_under_its_own_digest() {
    let attempt = Try::of(&native());
    let wheel = attempt.run().unwrap();
    assert_eq!(wheel.file_name.as_str(), "native-1.0-py3-none-any.whl");
    assert_eq!(wheel, kit::python::wheel(&wheel.path));
    let scratch = attempt.root.path().join("scratch");
    let left: Vec<_> = fs_err::read_dir(&scratch).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(left, [wheel.path.parent().unwrap()], "only the wheel is left, and only for this run");
    assert_eq!(fs_err::read_dir(attempt.root.path()).unwrap().count(), 2, "the sdist and the scratch folder");
}

#[test]
fn what_an_earlier_run_built_is_never_believed() {
    let attempt = Try::of(&native());
    let first = attempt.run().unwrap();
    let children = attempt.processes.0.load(Ordering::Relaxed);
    fs_err::write(&first.path, "another wheel").unwrap();
    let again = attempt.run().unwrap();
    assert_ne!(again.path, first.path);
    assert_eq!(again, kit::python::wheel(&again.path));
    assert!(attempt.processes.0.load(Ordering::Relaxed) >= 2 * children, "it was not built again");
}

#[test]
fn build_dependencies_are_installed_hash_locked_first() {
    let mut attempt = Try::of(&native().backend(&["kit-backend"], "kit_backend"));
    assert!(matches!(attempt.run(), Err(EnvironmentError::Step { step: Step::Build(_), .. })), "without them");
    let backend = sdist::backend_wheel("1.0").built().write_to(attempt.root.path());
    attempt.dependencies = vec![kit::python::wheel(&backend)];
    attempt.run().unwrap();
}

#[test]
fn an_sdist_that_is_not_the_locked_file_is_not_touched() {
    let attempt = Try::of(&native());
    fs_err::write(&attempt.path, native().module("evil.py", "").build()).unwrap();
    assert!(matches!(attempt.run(), Err(EnvironmentError::Hash { .. })));
}

#[test]
fn a_build_that_fails_says_its_last_words() {
    match Try::of(&native().on_build("raise RuntimeError('no luck')")).run() {
        Err(EnvironmentError::Step { step: Step::Build(package), output }) => {
            assert_eq!(package.as_str(), "native");
            assert!(output.iter().any(|line| line.contains("no luck")), "{output:?}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_wheel_that_pip_itself_would_install_wrongly_is_refused() {
    let attempt = Try::of(&native().script("python", "native:main"));
    match attempt.run() {
        Err(EnvironmentError::Refused(refused)) => assert!(matches!(refused.reason, Unfit::Shadows { .. })),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_build_has_no_network_where_the_system_can_cut_it_off() {
    let can = std::process::Command::new("/usr/bin/unshare")
        .args(["--user", "--map-root-user", "--net", "true"])
        .status()
        .is_ok_and(|status| status.success());
    if !can {
        #[allow(clippy::print_stderr, reason = "a test that is skipped says so")]
        {
            eprintln!("SKIPPED: this system does not let a person cut off the network");
        }
        return;
    }
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let line = format!("import socket; socket.create_connection(('127.0.0.1', {port}), 5)");
    assert!(matches!(Try::of(&native().on_build(&line)).run(), Err(EnvironmentError::Step { .. })));
    listener.set_nonblocking(true).unwrap();
    assert!(listener.accept().is_err(), "somebody connected");
}

#[test]
fn a_missing_compiler_or_missing_headers_are_said_before_anything_runs() {
    let mut attempt = Try::of(&native());
    attempt.needs_compiler = true;
    assert!(matches!(attempt.run(), Err(EnvironmentError::NoCompiler { .. })));
    assert_eq!(attempt.processes.0.load(Ordering::Relaxed), 0);
    let bin = tempfile::tempdir().unwrap();
    let script = bin.path().join("python3");
    write_program(&script, "echo /nowhere");
    let headless = Interpreter { path: script, ..interpreter().clone() };
    let found = attempt.run_with(&headless, Some(Path::new("/usr/bin/cc")));
    assert!(matches!(found, Err(EnvironmentError::NoHeaders { .. })));
    assert!(!has_headers(&headless, &ChildProcesses, &Cancel::default()));
}

#[test]
fn only_a_compiler_that_runs_counts() {
    let folders: Vec<_> = (0..3).map(|_| tempfile::tempdir().unwrap()).collect();
    let dirs: Vec<PathBuf> = folders.iter().map(|folder| folder.path().to_owned()).collect();
    let found = || compiler(&ChildProcesses, &dirs, &Cancel::default());
    assert_eq!(found(), None);
    write_program(&dirs[0].join("cc"), "exit 1");
    assert_eq!(found(), None);
    write_program(&dirs[2].join("gcc"), "exit 0");
    assert_eq!(found(), Some(dirs[2].join("gcc")));
}

fn write_program(path: &Path, script: &str) {
    use std::os::unix::fs::PermissionsExt;
    fs_err::write(path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs_err::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

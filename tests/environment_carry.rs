//! An upgrade takes over what did not change: real environments, this machine's Python, wheels made on the spot.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests ask the machine themselves")]

mod kit;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use fs_err as fs;
use kit::machine::walk;
use kit::python::{interpreter, packs_pip, starts_from_bytecode};
use kit::wheel::Wheel;
use quoc::environment::{Before, Environment, EnvironmentError, Order, Ports, Unfit, install};
use quoc::model::release::PathFiles;
use quoc::model::{Event, Manifest, Sha256Digest};
use quoc::ports::{Cancel, Command, EventSink, ExitStatus, OutputLine, Processes};
use quoc::system::processes::ChildProcesses;

/// Runs real children, and notes what pip is told to install, and whether pip was compiled for it.
#[derive(Default)]
struct Witness {
    by_pip: Mutex<Vec<String>>,
    compiles_pip: Mutex<bool>,
    arrived: Mutex<Vec<u64>>,
}

impl Processes for Witness {
    fn run(
        &self,
        command: &Command,
        cancel: &Cancel,
        line: &mut dyn FnMut(OutputLine<'_>),
    ) -> std::io::Result<ExitStatus> {
        if command.arguments.iter().any(|argument| argument == "install") {
            let list = fs::read_to_string(command.arguments.last().unwrap()).unwrap();
            let names = list.lines().map(|line| line.split("==").next().unwrap().to_owned());
            self.by_pip.lock().unwrap().extend(names);
            starts_from_bytecode(command);
            let environment = command.program.parent().unwrap().parent().unwrap();
            assert!(!walk(environment).iter().any(|path| path.ends_with("early.pth")));
        }
        *self.compiles_pip.lock().unwrap() |= packs_pip(command);
        ChildProcesses.run(command, cancel, line)
    }
}

impl EventSink for Witness {
    fn emit(&self, event: Event) {
        if let Event::Installing { done, total: 2, .. } = event {
            self.arrived.lock().unwrap().push(done);
        }
    }
}

/// A folder with a store and generations.
struct Place {
    root: tempfile::TempDir,
    below: String,
}

/// An environment, and what pip was told to install for it.
struct Made {
    environment: Environment,
    manifest: Manifest,
    by_pip: Vec<String>,
    compiles_pip: bool,
    arrived: Vec<u64>,
}

impl Place {
    fn new() -> Self {
        Self::named("ü carry ")
    }

    /// With a name that may stand in a script's first line.
    fn plain() -> Self {
        Self::named("carry")
    }

    fn named(prefix: &str) -> Self {
        let root = tempfile::Builder::new().prefix(prefix).tempdir().unwrap();
        fs::create_dir(root.path().join("store")).unwrap();
        Self { root, below: String::new() }
    }

    fn generation(&self, number: u32) -> PathBuf {
        self.root.path().join("generations").join(&self.below).join(number.to_string())
    }

    fn make(&self, number: u32, wheels: &[Wheel], before: Option<&Made>) -> Made {
        let (environment, Witness { by_pip, compiles_pip, arrived }) = self.try_to_make(number, wheels, before);
        let environment = environment.unwrap();
        let manifest = environment.manifest_with(Path::new("/nowhere")).unwrap();
        let (by_pip, arrived) = (by_pip.into_inner().unwrap(), arrived.into_inner().unwrap());
        Made { environment, manifest, by_pip, compiles_pip: compiles_pip.into_inner().unwrap(), arrived }
    }

    fn try_to_make(
        &self,
        number: u32,
        wheels: &[Wheel],
        before: Option<&Made>,
    ) -> (Result<Environment, EnvironmentError>, Witness) {
        let store = self.root.path().join("store");
        let wheels: Vec<_> = wheels.iter().map(|wheel| kit::python::wheel(&wheel.built().write_to(&store))).collect();
        let witness = Witness::default();
        let order = Order {
            interpreter: interpreter(),
            folder: &self.generation(number),
            scratch: &self.root.path().join("scratch"),
            pip: &kit::python::pip(interpreter()),
            wheels: &wheels,
            before: before.map(|made| Before { folder: made.environment.path(), manifest: &made.manifest }),
            path_files: &PathFiles::from([("early.pth".parse().unwrap(), vec![Sha256Digest::of(EARLY)])]),
            commands: &["demo".parse().unwrap()],
            smoke_test: &["demo".to_owned()],
        };
        let ports = Ports { processes: &witness, events: &witness, cancel: &Cancel::default() };
        (install(&order, ports), witness)
    }
}

/// What setuptools has: a file that imports a module of its own at every start.
const EARLY: &[u8] = b"import early\n";

fn demo(version: &str) -> Wheel {
    let main = format!("import library\ndef main():\n    print('demo {version}', library.x)\n");
    Wheel::new("demo", version).module("demo.py", &main).script("demo", "demo:main").requires("library>=1")
}

/// With all that pip itself writes: a command, a script whose first line it changes, marks.
fn library() -> Wheel {
    let wheel = Wheel::new("library", "1.5").module("library/__init__.py", "from library.deep import x\n");
    wheel
        .module("library/deep.py", "x = 7\n")
        .script("lib-command", "library:x")
        .data("scripts", "lib-tool", b"#!python\nprint(2)\n")
        .data("data", "share/library/read me.txt", b"read\n")
        .data("headers", "library.h", b"int x;\n")
}

/// Every file but bytecode, with its rights.
fn tree(folder: &Path) -> BTreeMap<PathBuf, (u32, Vec<u8>)> {
    use std::os::unix::fs::PermissionsExt;
    let files = walk(folder).into_iter().filter(|path| !path.is_symlink() && !path.ends_with("__pycache__"));
    let files = files.filter(|path| path.extension().is_none_or(|end| end != "pyc") && !path.ends_with("quoc-pip.zip"));
    let told = |path: PathBuf| {
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        (path.strip_prefix(folder).unwrap().to_owned(), (mode, fs::read(&path).unwrap()))
    };
    files.map(told).collect()
}

fn find(folder: &Path, end: &str) -> PathBuf {
    let end = |path: &PathBuf| path.to_string_lossy().ends_with(end);
    walk(folder).into_iter().find(end).expect("the file")
}

fn bytecode(folder: &Path, module: &str) -> PathBuf {
    let start = format!("{module}.");
    let is_its = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with(&start) && name.ends_with(".pyc")
    };
    walk(folder).into_iter().find(is_its).expect("bytecode")
}

#[test]
fn what_did_not_change_is_carried_over_just_as_pip_would_have_made_it() {
    let place = Place::new();
    let first = place.make(1, &[demo("1.0"), library()], None);
    assert_eq!((&first.by_pip[..], &first.arrived[..]), (&["demo".to_owned(), "library".to_owned()][..], &[1, 2][..]));
    let second = place.make(2, &[demo("2.0"), library()], Some(&first));
    assert_eq!(
        (second.by_pip, &second.environment.smoke_test_output()[0][..]),
        (vec!["demo".to_owned()], "demo 2.0 7")
    );
    assert_eq!(second.arrived, [1, 2], "each is told once, whoever put it there");
    let carried = tree(&place.generation(2));
    fs::rename(place.generation(2), place.generation(7)).unwrap();
    let plain = place.make(2, &[demo("2.0"), library()], None);
    assert_eq!(plain.by_pip, ["demo", "library"]);
    assert_eq!(carried, tree(&place.generation(2)));
    let same = place.make(3, &[demo("1.0"), library()], Some(&first));
    assert_eq!(same.by_pip, [""; 0], "nothing changed");
}

#[test]
fn what_is_not_as_it_was_is_installed_by_pip_and_the_environment_before_stays_as_it_is() {
    type Damage = fn(&Path);
    let damages: [(&str, Damage); 7] = [
        ("changed", |folder| fs::write(find(folder, "library/deep.py"), "x = 8\n").unwrap()),
        ("longer", |folder| fs::write(find(folder, "library/deep.py"), "x = 7\n\n").unwrap()),
        ("a mark of its kind, of the same length", |folder| {
            let path = find(folder, "library-1.5.dist-info/WHEEL");
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, text.replacen("Wheel-Version", "Weird-Version", 1)).unwrap();
        }),
        ("its description", |folder| fs::write(find(folder, "library-1.5.dist-info/METADATA"), "Name: x\n").unwrap()),
        ("missing", |folder| fs::remove_file(find(folder, "library/deep.py")).unwrap()),
        ("a folder", |folder| {
            let path = find(folder, "library/deep.py");
            fs::remove_file(&path).unwrap();
            fs::create_dir(path).unwrap();
        }),
        ("a link", |folder| {
            let path = find(folder, "library/deep.py");
            fs::rename(&path, path.with_file_name("elsewhere")).unwrap();
            fs::os::unix::fs::symlink("elsewhere", path).unwrap();
        }),
    ];
    for (what, damage) in damages {
        let place = Place::new();
        let first = place.make(1, &[demo("1.0"), library()], None);
        damage(&place.generation(1));
        let damaged = tree(&place.generation(1));
        let second = place.make(2, &[demo("2.0"), library()], Some(&first));
        assert_eq!(second.by_pip, ["demo", "library"], "{what}");
        assert_eq!(second.environment.smoke_test_output(), ["demo 2.0 7"], "{what}");
        assert_eq!(tree(&place.generation(1)), damaged, "{what}");
    }
}

#[test]
fn pip_starts_from_the_bytecode_that_the_environment_before_has_kept_where_it_is_as_it_was() {
    let place = Place::new();
    let mut first = place.make(1, &[demo("1.0"), library()], None);
    let kept = place.generation(1).join("quoc-pip.zip");
    let bytes = fs::read(&kept).unwrap();
    let mut second = place.make(2, &[demo("2.0"), library()], Some(&first));
    assert_eq!((first.compiles_pip, second.compiles_pip), (true, false));
    assert_eq!(second.manifest.pip, first.manifest.pip);
    assert_eq!(fs::read(place.generation(2).join("quoc-pip.zip")).unwrap(), bytes);
    let mut compiles_after = |damage: &dyn Fn(&mut Made)| {
        fs::write(&kept, &bytes).unwrap();
        damage(&mut first);
        fs::remove_dir_all(place.generation(2)).unwrap();
        second = place.make(2, &[demo("2.0"), library()], Some(&first));
        assert_eq!(second.environment.smoke_test_output(), ["demo 2.0 7"]);
        second.compiles_pip
    };
    assert!(!compiles_after(&|_| {}));
    assert!(compiles_after(&|_| fs::write(&kept, [&bytes[..], b"x"].concat()).unwrap()), "longer");
    assert!(compiles_after(&|_| fs::remove_file(&kept).unwrap()), "gone");
    assert!(
        compiles_after(&|first| first.manifest.pip.as_mut().unwrap().wheel = Sha256Digest::of(b"x")),
        "another pip"
    );
    assert!(compiles_after(&|first| first.manifest.pip = None), "an installer that kept none");
}

#[test]
fn two_versions_share_no_file() {
    use std::os::unix::fs::MetadataExt;
    let place = Place::new();
    let first = place.make(1, &[demo("1.0"), library()], None);
    place.make(2, &[demo("2.0"), library()], Some(&first));
    for path in walk(&place.generation(2)) {
        assert!(path.is_symlink() || fs::metadata(&path).unwrap().nlink() == 1, "{}", path.display());
    }
    fs::write(find(&place.generation(1), "library/deep.py"), "x = 8\n").unwrap();
    assert_eq!(fs::read_to_string(find(&place.generation(2), "library/deep.py")).unwrap(), "x = 7\n");
}

#[test]
fn bytecode_is_carried_with_its_source_and_one_that_was_changed_is_compiled_again() {
    let place = Place::new();
    let first = place.make(1, &[demo("1.0"), library()], None);
    let changed = bytecode(&place.generation(1), "__init__");
    let mut bytes = fs::read(&changed).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&changed, &bytes).unwrap();
    place.make(2, &[demo("2.0"), library()], Some(&first));
    // Where it was compiled stands in it; Python puts it right when it reads it.
    let compiled_in = |module: &str| {
        let bytes = fs::read(bytecode(&place.generation(2), module)).unwrap();
        [1, 2].into_iter().find(|number| {
            let folder = place.generation(*number);
            memchr::memmem::find(&bytes, folder.to_str().unwrap().as_bytes()).is_some()
        })
    };
    assert_eq!((compiled_in("deep"), compiled_in("__init__"), compiled_in("demo")), (Some(1), Some(2), Some(2)));
    // Python itself says that it takes each, and that it knows each source.
    let script = "import sys, demo, library.deep as deep; print(deep.__file__, compile and deep.x)";
    let mut python = std::process::Command::new(place.generation(2).join("bin/python"));
    let said = python.args(["-I", "-B", "-v", "-c", script]).output().unwrap();
    let trace = String::from_utf8(said.stderr).unwrap();
    for module in ["library/deep.py", "library/__init__.py", "demo.py"] {
        assert!(trace.contains(&format!("matches {}", find(&place.generation(2), module).display())), "{trace}");
    }
}

#[test]
fn nothing_is_carried_where_the_commands_would_be_written_otherwise() {
    // Linux reads 127 bytes of a first line, with its marks and its end.
    let longest = 127 - "#!\n".len() - "/bin/python".len();
    let of_length = |length: usize| {
        let mut place = Place::plain();
        let deeper = length - place.generation(9).as_os_str().len() - 1;
        place.below = "x".repeat(deeper);
        assert_eq!(place.generation(9).as_os_str().len(), length);
        place
    };
    for (length, by_pip) in
        [(longest - 1, &["demo"][..]), (longest, &["demo", "library"][..]), (longest + 1, &["demo"][..])]
    {
        let place = of_length(length);
        let first = place.make(9, &[demo("1.0"), library()], None);
        let second = place.make(10, &[demo("2.0"), library()], Some(&first));
        assert_eq!(second.by_pip, by_pip, "{length}");
        let carried = tree(&place.generation(10));
        fs::rename(place.generation(10), place.generation(70)).unwrap();
        place.make(10, &[demo("2.0"), library()], None);
        assert_eq!(carried, tree(&place.generation(10)), "{length}");
    }
}

#[test]
fn what_runs_at_every_start_is_not_there_before_pip_has_ended() {
    let place = Place::new();
    let early = || Wheel::new("early", "1.0").module("early/__init__.py", "y = 1\n").file("early.pth", EARLY);
    let first = place.make(1, &[demo("1.0"), library(), early()], None);
    let second = place.make(2, &[demo("2.0"), library(), early()], Some(&first));
    assert_eq!(second.by_pip, ["demo", "early"]);
    assert_eq!(second.environment.smoke_test_output(), ["demo 2.0 7"]);
    // Nor where pip gets something that could not be carried.
    fs::write(find(&place.generation(2), "library/deep.py"), "x = 8\n").unwrap();
    let third = place.make(3, &[demo("3.0"), library(), early()], Some(&second));
    assert_eq!(third.by_pip, ["demo", "early", "library"]);
    assert_eq!(third.environment.smoke_test_output(), ["demo 3.0 7"]);
}

#[test]
fn a_wheel_of_which_only_the_lists_were_read_is_read_whole_before_pip_gets_it() {
    let place = Place::new();
    let mut first = place.make(1, &[demo("1.0"), library()], None);
    let lying = library().lying_record("library/deep.py");
    let known = first.manifest.wheels.iter_mut().find(|wheel| wheel.name.as_str() == "library").unwrap();
    known.sha256 = lying.built().sha256();
    let (refused, witness) = place.try_to_make(2, &[demo("2.0"), lying], Some(&first));
    let Err(EnvironmentError::Refused(refused)) = refused else { panic!("{refused:?}") };
    assert!(matches!(refused.reason, Unfit::Lying { path } if path == "library/deep.py"));
    assert_eq!(witness.by_pip.into_inner().unwrap(), ["demo"]);
}

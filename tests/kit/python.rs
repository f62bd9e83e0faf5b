//! The machine's own Python and the pip wheel that came with it, for tests that make real environments.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use quoc::environment::{Explicit, Search, Wheel, discover};
use quoc::model::{Interpreter, Sha256Digest, WheelFilename};
use quoc::ports::{Cancel, Command};
use quoc::system::processes::ChildProcesses;

/// Returns a usable Python of this machine; `QUOC_TEST_PYTHON` chooses another than the first.
pub fn interpreter() -> &'static Interpreter {
    static FOUND: OnceLock<Interpreter> = OnceLock::new();
    FOUND.get_or_init(find)
}

fn find() -> Interpreter {
    let path_dirs: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH").unwrap()).collect();
    let explicit = std::env::var("QUOC_TEST_PYTHON").ok().map(|text| Explicit::from_text(&text));
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let well_known = Search::system_folders();
    let search = Search { explicit, path_dirs, well_known, home, for_others: false };
    let found = discover(&search, &ChildProcesses, &Cancel::default());
    let with_pip = found.accepted.iter().find(|python| bundled_pip(python).is_some());
    with_pip.unwrap_or_else(|| panic!("these tests need a Python with ensurepip: {found:?}")).clone()
}

/// Returns the pip wheel that an interpreter's ensurepip holds.
pub fn pip(interpreter: &Interpreter) -> Wheel {
    wheel(&bundled_pip(interpreter).unwrap())
}

/// Reads a wheel file as the plan would name it.
pub fn wheel(path: &Path) -> Wheel {
    let file_name = path.file_name().unwrap().to_str().unwrap();
    let parsed: WheelFilename = file_name.parse().unwrap();
    Wheel {
        name: parsed.name,
        version: parsed.version,
        file_name: file_name.parse().unwrap(),
        sha256: Sha256Digest::of(&fs_err::read(path).unwrap()),
        path: path.to_owned(),
    }
}

fn bundled_pip(interpreter: &Interpreter) -> Option<PathBuf> {
    let release = interpreter.version.release();
    let library = format!("lib/python{}.{}", release.first()?, release.get(1)?);
    let prefix = fs_err::canonicalize(&interpreter.path).ok()?.parent()?.parent()?.to_owned();
    let folders = [prefix.join(library).join("ensurepip/_bundled"), PathBuf::from("/usr/share/python-wheels")];
    let mut files = folders.iter().filter_map(|folder| fs_err::read_dir(folder).ok()).flatten().flatten();
    files.find_map(|file| file.file_name().to_str()?.starts_with("pip-").then(|| file.path()))
}

/// Says whether a command packs an unpacked pip.
pub fn packs_pip(command: &Command) -> bool {
    command.arguments.iter().any(|argument| argument.to_string_lossy().contains("import compileall"))
}

/// Asserts that the pip of a command starts from bytecode that stands for its source without a look at it (PEP 552).
pub fn starts_from_bytecode(command: &Command) {
    let pip = command.arguments.iter().position(|argument| argument == "--isolated").unwrap() - 1;
    let archive = Path::new(&command.arguments[pip]).parent().unwrap();
    let mut archive = zip::ZipArchive::new(fs_err::File::open(archive).unwrap()).unwrap();
    assert!(archive.by_name("pip/__main__.py").is_err());
    let mut header = [0; 8];
    archive.by_name("pip/__main__.pyc").unwrap().read_exact(&mut header).unwrap();
    assert_eq!(header[4..], [1, 0, 0, 0]);
}

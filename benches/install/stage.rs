//! Where it all happens: one Python, a PATH with nothing else of note, and a folder for each turn.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use fs_err as fs;

/// The machine, as every contender sees it.
pub struct Stage {
    /// The Python that everyone installs for: the one that quoc chooses.
    pub python: PathBuf,
    /// The folders of every turn; deleted when all is measured.
    turns: tempfile::TempDir,
    /// Kept from run to run: what was downloaded.
    pub kept: PathBuf,
    path: OsString,
    /// The program of this project that is measured.
    program: PathBuf,
}

impl Stage {
    /// Installs the release once from the public index, which fills the store that the loopback index serves from.
    pub fn set() -> Self {
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("ci/bench");
        fs::create_dir_all(&kept).unwrap();
        let turns = tempfile::Builder::new().prefix("turns-").tempdir_in(&kept).unwrap();
        // Where that can be said: turns share no group of inodes, so that none passes by what another one deleted.
        Command::new("chattr").arg("+T").arg(turns.path()).status().ok();
        let path = std::env::join_paths([folder_of_python(), "/usr/bin".into(), "/bin".into()]).unwrap();
        let program = std::env::var_os("QUOC_BENCH_PROGRAM").unwrap_or_else(|| env!("CARGO_BIN_EXE_quoc").into());
        let mut stage = Self { python: PathBuf::new(), turns, kept, path, program: program.into() };
        let first = stage.folder("first");
        // With the environment as it is: the way out may lead through a proxy.
        let mut quoc = Command::new(&stage.program);
        quoc.args(["--json", "--prefix"]).arg(first.join("prefix")).arg("--log").arg(first.join("log"));
        output(with_home(quoc.env("PATH", &stage.path).env("XDG_CACHE_HOME", &stage.kept), &first));
        stage.python = fs::canonicalize(first.join("prefix/tahoe-lafs/current/bin/python")).unwrap();
        stage
    }

    /// Returns the folder of a turn, made now if it is not there.
    pub fn folder(&self, name: &str) -> PathBuf {
        let folder = self.turns.path().join(name);
        fs::create_dir_all(folder.join("home")).unwrap();
        folder
    }

    /// Returns the wheels that were downloaded.
    pub fn wheels(&self) -> Vec<PathBuf> {
        let folders = fs::read_dir(self.kept.join("quoc/artifacts")).unwrap().map(|entry| entry.unwrap().path());
        let files = folders.flat_map(|folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
        files.filter(|file| file.extension().is_some_and(|extension| extension == "whl")).collect()
    }

    /// Returns the wheels of what is installed, without the pip that installed them.
    pub fn wheels_installed(&self) -> Vec<PathBuf> {
        let receipt = fs::read(self.turns.path().join("first/prefix/tahoe-lafs/receipt.json")).unwrap();
        let receipt = quoc::model::Receipt::parse(&receipt).unwrap();
        let is_installed = |file: &PathBuf| {
            let digest = file.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
            receipt.packages.iter().any(|package| package.wheel.to_string() == digest)
        };
        self.wheels().into_iter().filter(is_installed).collect()
    }

    /// Starts a command that knows nothing of the person who runs the bench.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>, folder: &Path) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("PATH", &self.path).env("LANG", "C.UTF-8").current_dir(folder);
        with_home(&mut command, folder);
        command
    }

    /// Starts the program of this project.
    pub fn quoc(&self, folder: &Path) -> Command {
        let mut command = self.command(&self.program, folder);
        command.args(["--json", "--prefix"]).arg(folder.join("prefix")).arg("--log").arg(folder.join("log"));
        command
    }
}

/// Runs a command to its end and returns what it said.
pub fn output(mut command: impl std::borrow::BorrowMut<Command>) -> String {
    let command = command.borrow_mut();
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}: {}\n{out}\n{err}", output.status);
    out.trim().to_owned()
}

/// Returns what the processors spent on all children that have ended, and on theirs: `cutime` and `cstime` of proc(5).
pub fn processor_time() -> Duration {
    let text = fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = text.rsplit(')').next().unwrap().split_whitespace().collect();
    let ticks: u64 = fields[13..15].iter().map(|field| field.parse::<u64>().unwrap()).sum();
    Duration::from_millis(ticks * 1000 / TICKS_A_SECOND)
}

/// Finds a tool on the PATH of the person who runs the bench.
pub fn tool(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn with_home<'a>(command: &'a mut Command, folder: &Path) -> &'a mut Command {
    command.env("HOME", folder.join("home"))
}

/// The folder of the real `python3`: neither a version manager's shim nor a virtual environment.
fn folder_of_python() -> PathBuf {
    let said = output(Command::new("python3").args(["-I", "-c", "import sys; print(sys.base_prefix)"]));
    Path::new(&said).join("bin")
}

/// `USER_HZ`, which Linux does not change.
const TICKS_A_SECOND: u64 = 100;

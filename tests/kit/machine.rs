//! A person's machine: a home of its own, in which the program itself runs and what it installs is started.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use fs_err as fs;
use serde_json::Value;

use super::repository::Repository;
use super::wheel::Wheel;

/// A home folder, with nothing of the tester's.
pub struct Machine {
    home: tempfile::TempDir,
    /// Whether `--prefix` names a folder; else everything goes where it goes by itself.
    prefixed: bool,
}

/// How a run ended.
pub struct Run {
    /// The exit status.
    pub status: i32,
    /// Every line of `--json`.
    pub events: Vec<Value>,
    /// What was said beside them.
    pub stderr: String,
}

impl Machine {
    /// Installs where things go by themselves.
    pub fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap(), prefixed: false }
    }

    /// Installs below `--prefix`.
    pub fn prefixed() -> Self {
        Self { prefixed: true, ..Self::new() }
    }

    /// A path in the home folder.
    pub fn home(&self, path: &str) -> PathBuf {
        self.home.path().join(path)
    }

    /// A path in the folder of an application.
    pub fn folder(&self, application: &str) -> PathBuf {
        let parent = if self.prefixed { self.prefix() } else { self.home(".local/share/quoc") };
        parent.join(application)
    }

    /// What `--prefix` names.
    pub fn prefix(&self) -> PathBuf {
        self.home("Ünïcode prefix")
    }

    /// Where the commands go.
    pub fn bin(&self) -> PathBuf {
        if self.prefixed { self.prefix().join("bin") } else { self.home(".local/bin") }
    }

    /// Runs the program with a profile.
    pub fn quoc(&self, profile: &Path, arguments: &[&str]) -> Run {
        Run::of(&self.command(profile, arguments).output().unwrap())
    }

    /// The command that [`Machine::quoc`] runs.
    pub fn command(&self, profile: &Path, arguments: &[&str]) -> Command {
        let mut command = self.in_words(profile, arguments);
        command.arg("--json");
        command
    }

    /// The same, for whoever reads words.
    pub fn in_words(&self, profile: &Path, arguments: &[&str]) -> Command {
        let mut command = self.program(Path::new(env!("CARGO_BIN_EXE_quoc")), arguments);
        command.arg("--profile").arg(profile);
        if self.prefixed {
            command.arg("--prefix").arg(self.prefix());
        }
        command
    }

    /// Runs the installer that was kept in the application's folder, as a person would.
    pub fn setup(&self, application: &str, arguments: &[&str]) -> Run {
        let setup = self.folder(application).join("setup");
        Run::of(&self.program(&setup, arguments).arg("--json").output().unwrap())
    }

    fn program(&self, program: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments);
        self.at_home(&mut command);
        command
    }

    /// Lets a command see this home and nothing of the tester's.
    pub fn at_home(&self, command: &mut Command) {
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("HOME", self.home.path())
            .env("XDG_CACHE_HOME", self.home("cache"))
            .env("LANG", "en_US.UTF-8");
    }

    /// Starts an installed command and returns what it says.
    pub fn says(&self, command: &str) -> Option<String> {
        let output = Command::new(self.bin().join(command)).arg("--version").output().ok()?;
        Some(String::from_utf8(output.stdout).unwrap().trim().to_owned())
    }

    /// The receipt of an application.
    pub fn receipt(&self, application: &str) -> Value {
        serde_json::from_slice(&fs::read(self.folder(application).join("receipt.json")).unwrap()).unwrap()
    }

    /// Everything in the home folder that is not a folder, but for the downloads; sorted.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut found = walk(self.home.path());
        found.retain(|path| !path.starts_with(self.home("cache")));
        found.sort();
        found
    }
}

impl Run {
    /// Reads the output of a finished run.
    pub fn of(output: &Output) -> Self {
        let stdout = String::from_utf8(output.stdout.clone()).unwrap();
        Self {
            status: output.status.code().unwrap(),
            events: stdout.lines().map(|line| serde_json::from_str(line).expect(line)).collect(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Holds the run to an exit status and a code; no code where all is well.
    pub fn is(&self, status: i32, code: &str) {
        assert_eq!((self.status, self.last("code")), (status, code), "{:#?}\n{}", self.events.last(), self.stderr);
    }

    /// Holds the run to an action that ended well.
    pub fn did(&self, action: &str) {
        self.is(0, "");
        assert_eq!(self.last("action"), action, "{:#?}", self.events);
    }

    /// The first event of a kind.
    pub fn event(&self, kind: &str) -> &Value {
        self.events.iter().find(|event| event["event"] == kind).expect(kind)
    }

    /// A member of the last line; empty where it has none of that name.
    pub fn last(&self, member: &str) -> &str {
        self.end()[member].as_str().unwrap_or_default()
    }

    /// The last line.
    pub fn end(&self) -> &Value {
        self.events.last().unwrap()
    }
}

/// An application of two distributions that prints its version.
pub fn application(version: &str) -> Repository {
    locked(Repository::new("demo", version), version)
}

/// The next release of it.
pub fn next(repository: &Repository, version: &str) -> Repository {
    locked(repository.clone().relocked(version), version)
}

fn locked(repository: Repository, version: &str) -> Repository {
    let code = format!("import library\ndef main():\n    print('demo {version}', library.WORD)\n");
    let demo = Wheel::new("demo", version).module("demo.py", &code).script("demo", "demo:main").requires("library");
    repository.wheel(demo.built()).wheel(Wheel::new("library", "3.2").module("library.py", "WORD = 'works'\n").built())
}

/// Lists everything below a folder that is not a folder; links are not followed.
pub fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            found.extend(walk(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found
}

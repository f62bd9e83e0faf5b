//! A person's machine: a home of its own, with the program run in it as a person would.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use fs_err as fs;
use serde_json::Value;

/// A home folder, and the application's prefix in it.
pub struct Machine {
    home: tempfile::TempDir,
}

/// How a run of the program ended.
pub struct Run {
    /// Its exit status.
    pub status: i32,
    /// What it wrote on standard output, line by line.
    pub events: Vec<Value>,
    /// What it wrote on standard error.
    pub stderr: String,
}

impl Machine {
    /// Makes an empty home.
    pub fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    /// The home folder.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// What `--prefix` gets.
    pub fn prefix(&self) -> PathBuf {
        self.home.path().join("Ünïcode prefix")
    }

    /// The folder of an application.
    pub fn folder(&self, id: &str) -> PathBuf {
        self.prefix().join(id)
    }

    /// Runs the program with `--json`.
    pub fn quoc(&self, profile: &Path, arguments: &[&str]) -> Run {
        Run::of(&self.command(profile, arguments).output().unwrap())
    }

    /// Prepares a run with `--json`.
    pub fn command(&self, profile: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_quoc"));
        command.args(arguments).arg("--json").arg("--profile").arg(profile).arg("--prefix").arg(self.prefix());
        command.env("HOME", self.home()).env("XDG_CACHE_HOME", self.home().join("cache")).env("LANG", "en_US.UTF-8");
        command
    }

    /// Runs an installed command as a person would, and returns what it says.
    pub fn says(&self, command: &str) -> Option<String> {
        let output = Command::new(self.prefix().join("bin").join(command)).arg("--version").output().ok()?;
        output.status.success().then(|| String::from_utf8(output.stdout).unwrap().trim().to_owned())
    }

    /// Reads an application's receipt.
    pub fn receipt(&self, id: &str) -> Value {
        serde_json::from_slice(&fs::read(self.folder(id).join("receipt.json")).unwrap()).unwrap()
    }
}

impl Run {
    /// Reads what a run wrote.
    pub fn of(output: &Output) -> Self {
        let stdout = String::from_utf8(output.stdout.clone()).unwrap();
        Self {
            status: output.status.code().unwrap(),
            events: stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// The last line.
    pub fn last(&self) -> &Value {
        self.events.last().unwrap()
    }

    /// The first line of an event.
    pub fn event(&self, name: &str) -> &Value {
        let found = self.events.iter().find(|event| event["event"] == name);
        found.unwrap_or_else(|| panic!("no {name} in {:#?}", self.events))
    }

    /// Holds it to an exit status and a code; the code of a run that ended well is empty.
    pub fn is(&self, status: i32, code: &str) -> &Self {
        let said = self.last()["code"].as_str().unwrap_or_default();
        assert_eq!((self.status, said), (status, code), "{:#?}\n{}", self.last(), self.stderr);
        self
    }

    /// Holds it to having ended well with an action.
    pub fn did(&self, action: &str) -> &Self {
        assert_eq!(
            (self.status, self.last()["action"].as_str()),
            (0, Some(action)),
            "{:#?}\n{}",
            self.last(),
            self.stderr
        );
        self
    }
}

/// Lists everything below a folder, folders too; links are not followed.
pub fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() {
            found.extend(walk(&path));
        }
        found.push(path);
    }
    found
}

//! What a person at a terminal gets to see of whole runs of the program, and what is left of them in logs.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests run the program from outside")]

mod kit;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use fs_err as fs;
use kit::repository::{Published, Repository};
use kit::wheel::Wheel;

/// A person's machine with a published application in reach.
struct Machine {
    home: tempfile::TempDir,
    place: tempfile::TempDir,
    published: Published,
}

impl Machine {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let wheel = Wheel::new("demo", "1.0").module("demo.py", "def main():\n    print('demo')\n");
        let published = Repository::new("demo", "1.0").wheel(wheel.script("demo", "demo:main").built());
        let published = { published }.publish(place.path());
        Self { home: tempfile::tempdir().unwrap(), place, published }
    }

    fn prefix(&self) -> PathBuf {
        self.home.path().join("prefix")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_quoc"));
        command.args(arguments).arg("--profile").arg(&self.published.profile_folder).arg("--prefix").arg(self.prefix());
        command.env("HOME", self.home.path()).env("XDG_CACHE_HOME", self.home.path().join("cache"));
        command.env("LANG", "en_US.UTF-8");
        command
    }

    fn quoc(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn application_logs(&self) -> PathBuf {
        self.prefix().join("demo/logs")
    }

    fn cache_logs(&self) -> PathBuf {
        self.home.path().join("cache/quoc/logs")
    }
}

fn ended(output: &Output, status: i32) -> String {
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(status), "{text}\n{}", String::from_utf8_lossy(&output.stdout));
    text
}

/// All files below a folder, with their texts.
fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(texts(&path));
        } else {
            found.push((path.clone(), String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned()));
        }
    }
    found
}

#[test]
fn an_install_leaves_one_log_a_run_with_nothing_to_do_none_and_an_uninstall_not_a_file() {
    let machine = Machine::new();
    ended(&machine.quoc(&["install"]), 0);
    let logs = texts(&machine.application_logs());
    assert_eq!(logs.len(), 1);
    for part in ["kernel: ", "quoc install", "plan: ", "phase Fetching", "phase Activating", "times: Judging"] {
        assert!(logs[0].1.contains(part), "{part}: {}", logs[0].1);
    }
    ended(&machine.quoc(&[]), 0);
    ended(&machine.quoc(&["status"]), 0);
    assert_eq!(texts(&machine.application_logs()).len(), 1);
    ended(&machine.quoc(&["uninstall", "--yes"]), 0);
    assert!(!machine.prefix().join("demo").exists());
    assert!(texts(&machine.cache_logs()).is_empty());
}

#[test]
fn a_run_that_fails_says_why_in_its_log_and_in_the_file_that_was_asked_for() {
    let machine = Machine::new();
    let asked = machine.home.path().join("asked.log");
    let arguments = ["--repository", "/nowhere at all", "--log", asked.to_str().unwrap()];
    let said = ended(&machine.quoc(&arguments), 10);
    assert!(said.contains("[repository-not-there]"), "{said}");
    // Where nothing is installed no folder stays, and the log goes on beside the downloads.
    assert!(!machine.prefix().exists());
    let own = texts(&machine.cache_logs());
    assert_eq!(own.len(), 1);
    assert!(said.contains(own[0].0.to_str().unwrap()), "{said}");
    for log in [&own[0].1, &fs::read_to_string(&asked).unwrap()] {
        assert!(log.contains("exit status 10") && log.contains("quoc --repository"), "{log}");
        assert_eq!(log.matches("phase Judging").count(), 1, "{log}");
    }
    ended(&machine.quoc(&[]), 0);
    let said = ended(&machine.quoc(&arguments), 10);
    let own = texts(&machine.application_logs());
    assert!(own.len() == 2 && own.iter().any(|(path, _)| said.contains(path.to_str().unwrap())), "{said}");
}

#[test]
fn no_secret_reaches_a_log_or_an_error_whoever_names_it() {
    let machine = Machine::new();
    let asked = machine.home.path().join("asked.log");
    let arguments = [
        "--repository=http://anna:canary1@127.0.0.1:1/releases?token=canary2",
        "--index-url=http://ben:canary3@127.0.0.1:1/simple?canary4",
        "--mirror=http://cleo:canary5@127.0.0.1:1/",
        "--log",
        asked.to_str().unwrap(),
    ];
    let proxies = [&["--proxy=http://dora:canary6@127.0.0.1:1"][..], &[]];
    for proxy in proxies {
        let mut command = machine.command(&[&arguments[..], proxy].concat());
        let output = command.env("http_proxy", "http://emil:canary7%21@127.0.0.1:1").output().unwrap();
        let said = ended(&output, 10);
        assert!(!said.contains("canary"), "{said}");
    }
    let left = texts(machine.home.path());
    assert!(left.iter().filter(|(path, _)| path.extension().is_some_and(|end| end == "log")).count() >= 3);
    for (path, text) in left {
        assert!(!text.contains("canary"), "{}: {text}", path.display());
    }
    drop(machine.place);
}

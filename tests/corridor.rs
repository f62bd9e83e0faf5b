//! The whole corridor through the program itself: a signed release goes in, a working application comes out.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests run the program from outside")]

mod kit;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use fs_err as fs;
use kit::repository::{Published, Repository};
use kit::wheel::Wheel;
use serde_json::Value;

/// A person's machine: a home of its own, and the application's folder in it.
struct Machine {
    home: tempfile::TempDir,
}

/// How a run ended.
struct Run {
    status: i32,
    events: Vec<Value>,
    stderr: String,
}

impl Machine {
    fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    fn prefix(&self) -> PathBuf {
        self.home.path().join("Ünïcode prefix")
    }

    fn quoc(&self, profile: &Path, arguments: &[&str]) -> Run {
        let output = self.command(profile, arguments).output().unwrap();
        run(&output)
    }

    fn command(&self, profile: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_quoc"));
        command
            .args(arguments)
            .arg("--json")
            .arg("--profile")
            .arg(profile)
            .arg("--prefix")
            .arg(self.prefix())
            .env("HOME", self.home.path())
            .env("XDG_CACHE_HOME", self.home.path().join("cache"))
            .env("LANG", "en_US.UTF-8");
        command
    }

    /// Runs the installed command as a person would.
    fn says(&self, command: &str) -> Option<String> {
        let output = Command::new(self.prefix().join("bin").join(command)).arg("--version").output().ok()?;
        Some(String::from_utf8(output.stdout).unwrap().trim().to_owned())
    }
}

impl Run {
    fn code(&self) -> &str {
        self.events.last().and_then(|event| event["code"].as_str()).unwrap_or_default()
    }

    fn is(&self, status: i32, code: &str) {
        assert_eq!((self.status, self.code()), (status, code), "{:#?}\n{}", self.events.last(), self.stderr);
    }

    fn action(&self) -> &str {
        self.events.last().and_then(|event| event["action"].as_str()).unwrap_or_default()
    }
}

fn run(output: &Output) -> Run {
    let stdout = String::from_utf8(output.stdout.clone()).unwrap();
    Run {
        status: output.status.code().unwrap(),
        events: stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// An application of two distributions that prints its version.
fn application(version: &str) -> Repository {
    release(Repository::new("demo", version), version)
}

fn release(repository: Repository, version: &str) -> Repository {
    let code = format!("import library\ndef main():\n    print('demo {version}', library.WORD)\n");
    repository
        .wheel(
            Wheel::new("demo", version)
                .module("demo.py", &code)
                .script("demo", "demo:main")
                .requires("library")
                .built(),
        )
        .wheel(Wheel::new("library", "3.2").module("library.py", "WORD = 'works'\n").built())
}

fn published(folder: &Path, version: &str) -> (Repository, Published) {
    let mut repository = application(version);
    let published = repository.publish(folder);
    (repository, published)
}

#[test]
fn a_signed_release_becomes_a_working_command() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    let run = machine.quoc(&published.profile_folder, &[]);
    run.is(0, "");
    assert_eq!(run.action(), "install");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
}

#[test]
fn a_second_run_has_nothing_to_do_and_starts_no_python() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    // Without a PATH no Python could be found: none is looked for.
    let output = machine.command(&published.profile_folder, &[]).env("PATH", "").output().unwrap();
    let again = run(&output);
    again.is(0, "");
    assert_eq!(again.action(), "up-to-date");
}

#[test]
fn a_newer_release_upgrades_and_an_older_one_is_refused() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (repository, published) = published(place.path(), "1.9");
    let old = tempfile::tempdir().unwrap();
    let replayed = published.copied_to(old.path());
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    let mut newer = release(repository.relocked("1.10"), "1.10");
    let published = newer.publish(place.path());
    let upgrade = machine.quoc(&published.profile_folder, &[]);
    assert_eq!((upgrade.status, upgrade.action()), (0, "upgrade"), "{}", upgrade.stderr);
    assert_eq!(machine.says("demo").unwrap(), "demo 1.10 works");
    let back = machine.quoc(&published.profile_folder, &["--repository", replayed.to_str().unwrap()]);
    back.is(11, "trust-rollback");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.10 works");
}

#[test]
fn a_release_that_lacks_a_signature_is_refused() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let mut repository = application("1.0").signed_by(&[0]);
    let published = repository.publish(place.path());
    machine.quoc(&published.profile_folder, &[]).is(11, "trust-threshold");
    assert!(machine.says("demo").is_none());
}

#[test]
fn an_expired_release_is_refused() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let mut repository = application("1.0").expires("timestamp", "2026-01-01T00:00:00Z");
    let published = repository.publish(place.path());
    machine.quoc(&published.profile_folder, &[]).is(11, "trust-expired");
}

#[test]
fn a_tampered_wheel_is_refused_and_the_old_version_still_runs() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (repository, published) = published(place.path(), "1.0");
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    let mut newer = release(repository.relocked("2.0"), "2.0");
    let published = newer.publish(place.path());
    let wheel = published.target("demo-2.0-py3-none-any.whl");
    let mut bytes = fs::read(&wheel).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&wheel, bytes).unwrap();
    machine.quoc(&published.profile_folder, &[]).is(11, "fetch-wrong-hash");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
}

#[test]
fn a_release_that_does_not_start_is_undone() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (repository, published) = published(place.path(), "1.0");
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    let broken = Wheel::new("demo", "2.0").module("demo.py", "import nothing_like_it\n").script("demo", "demo:main");
    let mut newer = repository.relocked("2.0").wheel(broken.built());
    let published = newer.publish(place.path());
    machine.quoc(&published.profile_folder, &[]).is(16, "environment-smoke-test");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
    assert_eq!(fs::read_dir(machine.prefix().join("demo/generations")).unwrap().count(), 1);
}

#[test]
fn nobody_else_can_write_what_is_installed_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    let quoc = machine.command(&published.profile_folder, &[]);
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", "umask 000; exec \"$@\"", "sh"]).arg(quoc.get_program()).args(quoc.get_args());
    let shell = shell.envs(quoc.get_envs().filter_map(|(name, value)| Some((name, value?))));
    run(&shell.output().unwrap()).is(0, "");
    let made = walk(&machine.prefix()).into_iter().chain(walk(&machine.home.path().join("cache")));
    let open: Vec<_> = made
        .map(|path| (fs::symlink_metadata(&path).unwrap(), path))
        .filter(|(found, _)| !found.is_symlink() && found.permissions().mode() & 0o022 != 0)
        .collect();
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn what_a_killed_run_left_running_keeps_the_next_run_away_until_it_ends() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (gate, mark) = (place.path().join("gate"), place.path().join("mark"));
    let code = format!(
        "import os, time\ndef main():\n    while os.path.exists('{}'):\n        open('{}', 'w').close()\n        \
         time.sleep(0.05)\n",
        gate.display(),
        mark.display()
    );
    let slow = Wheel::new("demo", "1.0").module("demo.py", &code).script("demo", "demo:main");
    let published = Repository::new("demo", "1.0").wheel(slow.built()).publish(&place.path().join("published"));
    fs::write(&gate, "").unwrap();
    let mut killed = machine.command(&published.profile_folder, &[]).stdout(Stdio::null()).spawn().unwrap();
    let until = |done: &dyn Fn() -> bool| {
        let patience = Instant::now() + Duration::from_secs(120);
        while !done() {
            assert!(Instant::now() < patience, "it never came");
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    until(&|| mark.exists());
    killed.kill().unwrap();
    killed.wait().unwrap();
    machine.quoc(&published.profile_folder, &[]).is(17, "busy");
    fs::remove_file(&gate).unwrap();
    until(&|| machine.quoc(&published.profile_folder, &[]).status == 0);
}

#[test]
fn a_python_may_be_named_relative_to_the_working_folder() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    let bin = place.path().join("some where/bin");
    fs::create_dir_all(&bin).unwrap();
    std::os::unix::fs::symlink(kit::python::interpreter().path, bin.join("python3")).unwrap();
    let mut quoc = machine.command(&published.profile_folder, &["--python", "./some where/bin/python3"]);
    run(&quoc.current_dir(place.path()).output().unwrap()).is(0, "");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
}

#[test]
fn a_broken_installation_is_mended_by_running_again() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    fs::remove_file(machine.prefix().join("bin/demo")).unwrap();
    let mended = machine.quoc(&published.profile_folder, &[]);
    assert_eq!((mended.status, mended.action()), (0, "mend"), "{}", mended.stderr);
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
}

#[test]
fn a_repair_needs_no_network_when_the_store_has_everything() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    let mended = machine.quoc(&published.profile_folder, &["repair", "--anew", "--offline"]);
    assert_eq!((mended.status, mended.action()), (0, "repair"), "{}", mended.stderr);
    let planned = mended.events.iter().find(|event| event["event"] == "planned").unwrap();
    assert_eq!(planned["to-fetch"], 0);
}

#[test]
fn a_python_that_is_asked_for_is_used_or_said_not_to_be_there() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    machine.quoc(&published.profile_folder, &["--python", "/nonexistent"]).is(13, "plan-other-python");
    machine.quoc(&published.profile_folder, &["--python", "3.1"]).is(13, "plan-other-python");
    let receipt: Value =
        serde_json::from_slice(&fs::read(machine.prefix().join("demo/receipt.json")).unwrap()).unwrap();
    let same = machine.quoc(&published.profile_folder, &["--python", receipt["python"]["path"].as_str().unwrap()]);
    assert_eq!((same.status, same.action()), (0, "up-to-date"), "{}", same.stderr);
}

#[test]
fn offline_what_was_trusted_last_still_counts() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let server = kit::server::Server::start();
    let mut repository = application("1.0").address(server.url("/"));
    let published = repository.publish(place.path());
    server.put_folder("/", &published.repository);
    machine.quoc(&published.profile_folder, &["--offline"]).is(10, "repository-offline");
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    server.hold();
    let again = machine.quoc(&published.profile_folder, &["--offline"]);
    assert_eq!((again.status, again.action()), (0, "up-to-date"), "{}", again.stderr);
    let mended = machine.quoc(&published.profile_folder, &["repair", "--anew", "--offline"]);
    assert_eq!((mended.status, mended.action()), (0, "repair"), "{}", mended.stderr);
    server.release();
}

#[test]
fn over_the_network_a_second_run_asks_for_the_next_root_and_the_timestamp_only() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let server = kit::server::Server::start();
    let mut repository = application("1.0").address(server.url("/"));
    let published = repository.publish(place.path());
    server.put_folder("/", &published.repository);
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    server.forget();
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    let asked: Vec<String> = server.seen().iter().map(|seen| seen.path.clone()).collect();
    assert_eq!(asked, ["/metadata/2.root.json", "/metadata/timestamp.json"]);
}

#[test]
fn status_tells_and_uninstall_leaves_nothing() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    let before = machine.quoc(&published.profile_folder, &["status"]);
    assert_eq!((before.status, &before.events[1]["installed"]), (0, &Value::Null));
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    let there = machine.quoc(&published.profile_folder, &["status"]);
    assert_eq!(there.events[1]["installed"]["version"], "1.0");
    machine.quoc(&published.profile_folder, &["uninstall", "--yes"]).is(0, "");
    let left: Vec<_> = walk(&machine.prefix());
    assert!(left.iter().all(|path| path.is_dir()), "{left:?}");
    machine.quoc(&published.profile_folder, &["uninstall", "--yes"]).is(18, "plan-not-installed");
}

#[test]
fn a_prefix_with_the_persons_own_files_is_refused_where_they_would_be_in_the_way() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    let own = machine.prefix().join("demo/trust/letters.txt");
    fs::create_dir_all(own.parent().unwrap()).unwrap();
    fs::write(&own, "mine").unwrap();
    machine.quoc(&published.profile_folder, &[]).is(15, "activate-foreign");
    assert_eq!(fs::read_to_string(&own).unwrap(), "mine");
}

#[test]
fn a_file_in_the_way_of_a_command_is_kept_and_nothing_is_fetched() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    fs::create_dir_all(machine.prefix().join("bin")).unwrap();
    fs::write(machine.prefix().join("bin/demo"), "mine").unwrap();
    machine.quoc(&published.profile_folder, &[]).is(15, "activate-launcher-taken");
    assert_eq!(fs::read_to_string(machine.prefix().join("bin/demo")).unwrap(), "mine");
    assert!(!machine.home.path().join("cache/quoc/artifacts").exists());
}

/// A machine with 1.0 and 2.0 installed one after the other, and where they were published.
fn upgraded(place: &Path) -> (Machine, Repository, Published) {
    let machine = Machine::new();
    let (repository, published) = published(place, "1.0");
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    let mut newer = release(repository.relocked("2.0"), "2.0");
    let published = newer.publish(place);
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    (machine, newer, published)
}

#[test]
fn going_back_needs_no_network_and_the_two_versions_change_places() {
    let place = tempfile::tempdir().unwrap();
    let (machine, _, published) = upgraded(place.path());
    let profile = &published.profile_folder;
    fs::remove_dir_all(&published.repository).unwrap();
    fs::remove_dir_all(machine.home.path().join("cache")).unwrap();
    let back = machine.quoc(profile, &["go-back"]);
    assert_eq!((back.status, back.action()), (0, "go-back"), "{}", back.stderr);
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
    let status = machine.quoc(profile, &["status"]);
    let installed = &status.events[1]["installed"];
    assert_eq!((&installed["version"], &installed["previous"]["version"]), (&"1.0".into(), &"2.0".into()));
    let forth = machine.quoc(profile, &["go-back"]);
    assert_eq!((forth.status, forth.action()), (0, "go-back"), "{}", forth.stderr);
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0 works");
}

#[test]
fn what_was_left_by_going_back_comes_again_only_when_asked_for() {
    let place = tempfile::tempdir().unwrap();
    let (machine, repository, published) = upgraded(place.path());
    let profile = &published.profile_folder;
    machine.quoc(profile, &["go-back"]).is(0, "");
    let bare = machine.quoc(profile, &[]);
    assert_eq!((bare.action(), &bare.events.last().unwrap()["left-aside"]), ("up-to-date", &"2.0".into()));
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
    assert_eq!(machine.quoc(profile, &["upgrade"]).action(), "upgrade");
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0 works");
    machine.quoc(profile, &["go-back"]).is(0, "");
    release(repository.relocked("2.1"), "2.1").publish(place.path());
    assert_eq!(machine.quoc(profile, &[]).action(), "upgrade");
    assert_eq!(machine.says("demo").unwrap(), "demo 2.1 works");
}

#[test]
fn nobody_goes_back_below_the_floor_that_was_signed_last_nor_to_what_is_gone() {
    let place = tempfile::tempdir().unwrap();
    let (machine, repository, published) = upgraded(place.path());
    let profile = &published.profile_folder;
    let floor = Some("2.0".parse().unwrap());
    release(repository.relocked("3.0"), "3.0").with(|release| release.security_floor = floor).publish(place.path());
    // What is trusted is stored before anything of it is installed.
    machine.quoc(profile, &["--python", "/nonexistent"]).is(13, "plan-other-python");
    machine.quoc(profile, &["go-back", "--offline"]).is(12, "plan-below-floor");
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0 works");
    machine.quoc(profile, &[]).is(0, "");
    fs::remove_dir_all(machine.prefix().join("demo/generations/2")).unwrap();
    machine.quoc(profile, &["go-back"]).is(16, "activate-previous-gone");
    assert_eq!(machine.says("demo").unwrap(), "demo 3.0 works");
    let first = Machine::new();
    first.quoc(profile, &[]).is(0, "");
    first.quoc(profile, &["go-back"]).is(18, "plan-no-previous");
}

#[test]
fn a_version_that_does_not_answer_any_more_is_not_gone_back_to() {
    let place = tempfile::tempdir().unwrap();
    let (machine, _, published) = upgraded(place.path());
    for path in walk(&machine.prefix().join("demo/generations/1/lib")) {
        if path.ends_with("library.py") {
            fs::remove_file(path).unwrap();
        }
    }
    machine.quoc(&published.profile_folder, &["go-back"]).is(16, "environment-smoke-test");
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0 works");
}

#[test]
fn a_second_run_waits_for_the_first_says_so_and_then_does_its_work() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    let lock = fs::OpenOptions::new().write(true).open(machine.prefix().join("demo/quoc.lock")).unwrap();
    lock.file().lock().unwrap();
    machine.quoc(&published.profile_folder, &["--wait", "1"]).is(17, "busy");
    let mut waiting = machine.command(&published.profile_folder, &["--wait", "600"]);
    let mut waiting = waiting.stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(waiting.stdout.take().unwrap()));
    let said = lines.find(|line| line.as_ref().unwrap().contains("\"waiting\"")).unwrap().unwrap();
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((&said["event"], &said["limit"]), (&"waiting".into(), &600_000.into()));
    drop(lock);
    let rest: Vec<String> = lines.map(Result::unwrap).collect();
    assert!(rest.last().unwrap().contains("up-to-date"), "{rest:?}");
    assert!(waiting.wait().unwrap().success());
}

#[cfg(target_os = "linux")]
#[test]
fn an_upgrade_beside_a_running_application_waits_for_the_next_start_when_asked() {
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let code = "import sys\ndef main():\n    print('demo 1.0', flush=True)\n    sys.stdin.read()\n";
    let wheel = Wheel::new("demo", "1.0").module("demo.py", code).script("demo", "demo:main");
    let mut first = Repository::new("demo", "1.0").wheel(wheel.built());
    let published = first.publish(place.path());
    let profile = &published.profile_folder;
    machine.quoc(profile, &[]).is(0, "");
    let mut command = Command::new(machine.prefix().join("bin/demo"));
    let mut node = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    std::io::Read::read_exact(node.stdout.as_mut().unwrap(), &mut [0; 8]).unwrap();
    let mut second = release(first.relocked("2.0"), "2.0");
    second.publish(place.path());
    let later = machine.quoc(profile, &["--later"]);
    let last = later.events.last().unwrap();
    assert_eq!((later.action(), &last["version"], &last["pending"]), ("upgrade-later", &"1.0".into(), &"2.0".into()));
    assert_eq!(last["running"], serde_json::json!([{"pid": node.id(), "program": "demo"}]));
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0");
    let next = machine.quoc(profile, &[]);
    assert_eq!((next.status, next.action()), (0, "up-to-date"), "{}", next.stderr);
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0 works");
    // Its generation is kept beyond the one to go back to, as long as it runs.
    let mut third = release(second.relocked("3.0"), "3.0");
    third.publish(place.path());
    machine.quoc(profile, &[]).is(0, "");
    assert!(machine.prefix().join("demo/generations/1").exists());
    drop(node.stdin.take());
    assert!(node.wait().unwrap().success());
    release(third.relocked("4.0"), "4.0").publish(place.path());
    assert_eq!(machine.quoc(profile, &["--later"]).action(), "upgrade");
    let kept = fs::read_dir(machine.prefix().join("demo/generations")).unwrap().count();
    assert_eq!(kept, 2);
}

/// A machine where 1.0 is installed and 2.0, which fails where `trouble` exists, waits for the next start.
#[cfg(target_os = "linux")]
fn waiting(place: &Path, trouble: &Path) -> (Machine, Published) {
    let machine = Machine::new();
    let code = "import sys\ndef main():\n    print('demo 1.0', flush=True)\n    sys.stdin.read()\n";
    let wheel = Wheel::new("demo", "1.0").module("demo.py", code).script("demo", "demo:main");
    let mut first = Repository::new("demo", "1.0").wheel(wheel.built());
    let published = first.publish(place);
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    let mut command = Command::new(machine.prefix().join("bin/demo"));
    let mut node = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    std::io::Read::read_exact(node.stdout.as_mut().unwrap(), &mut [0; 8]).unwrap();
    let code = format!(
        "import os, sys\ndef main():\n    if os.path.exists({:?}):\n        sys.exit(3)\n    print('demo 2.0')\n",
        trouble.to_str().unwrap()
    );
    let wheel = Wheel::new("demo", "2.0").module("demo.py", &code).script("demo", "demo:main");
    let published = first.relocked("2.0").wheel(wheel.built()).publish(place);
    assert_eq!(machine.quoc(&published.profile_folder, &["--later"]).action(), "upgrade-later");
    drop(node.stdin.take());
    assert!(node.wait().unwrap().success());
    (machine, published)
}

#[cfg(target_os = "linux")]
#[test]
fn a_waiting_upgrade_that_is_damaged_or_does_not_answer_is_given_up_and_stops_nobody() {
    let spoil: [fn(&Path, &Path); 4] = [
        |folder, _| fs::remove_file(folder.join("generations/2/bin/demo")).unwrap(),
        |folder, _| {
            let files = walk(&folder.join("generations/2/lib"));
            fs::remove_file(files.iter().find(|path| path.ends_with("demo.py")).unwrap()).unwrap();
        },
        |folder, _| {
            fs::remove_file(folder.join("pending.json")).unwrap();
            fs::create_dir(folder.join("pending.json")).unwrap();
        },
        |_, trouble| fs::write(trouble, "").unwrap(),
    ];
    for spoil in spoil {
        let place = tempfile::tempdir().unwrap();
        let trouble = place.path().join("trouble");
        let (machine, published) = waiting(place.path(), &trouble);
        let folder = machine.prefix().join("demo");
        spoil(&folder, &trouble);
        let repaired = machine.quoc(&published.profile_folder, &["repair", "--offline"]);
        assert_eq!((repaired.status, repaired.action()), (0, "verify"), "{}", repaired.stderr);
        assert_eq!(machine.says("demo").unwrap(), "demo 1.0");
        assert!(!folder.join("pending.json").exists());
        fs::remove_file(&trouble).unwrap_or_default();
        let again = machine.quoc(&published.profile_folder, &[]);
        assert_eq!((again.status, again.action()), (0, "upgrade"), "{}", again.stderr);
        assert_eq!(machine.says("demo").unwrap(), "demo 2.0");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_upgrade_waits_on_when_going_back_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let (machine, published) = waiting(place.path(), &place.path().join("trouble"));
    machine.quoc(&published.profile_folder, &["go-back"]).is(18, "plan-no-previous");
    let next = machine.quoc(&published.profile_folder, &["--offline"]);
    assert_eq!((next.status, next.action()), (0, "up-to-date"), "{}", next.stderr);
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0");
}

/// Makes an archive in python-build-standalone's layout of an installation that can be moved.
fn runtime_archive(installation: &Path, to: &Path) {
    let file = fs::File::create(to).unwrap();
    let mut archive = tar::Builder::new(flate2::write::GzEncoder::new(file, flate2::Compression::fast()));
    archive.follow_symlinks(false);
    for part in ["bin", "lib"] {
        archive.append_dir_all(format!("python/{part}"), installation.join(part)).unwrap();
    }
    archive.into_inner().unwrap().finish().unwrap();
}

#[test]
#[ignore = "QUOC_TEST_RUNTIME names the folder of a CPython that can be moved, of a version that is not on the PATH"]
fn a_python_that_the_release_brings_is_used_where_none_fits() {
    use quoc::model::release::{Os, Platform, Runtime};
    use quoc::model::{Artifact, Sha256Digest, Source};

    let installation = PathBuf::from(std::env::var_os("QUOC_TEST_RUNTIME").unwrap());
    let version = Command::new(installation.join("bin/python3")).arg("-V").output().unwrap().stdout;
    let version = String::from_utf8(version).unwrap().trim().trim_start_matches("Python ").to_owned();
    let (machine, place) = (Machine::new(), tempfile::tempdir().unwrap());
    let archive = place.path().join("runtime.tar.gz");
    runtime_archive(&installation, &archive);
    let bytes = fs::read(&archive).unwrap();
    let name: quoc::model::FileName = "cpython-runtime.tar.gz".parse().unwrap();
    let runtime = Runtime {
        version: version.parse().unwrap(),
        platform: Platform { os: Os::LinuxGlibc, arch: "x86_64".to_owned() },
        archive: Artifact {
            name: name.clone(),
            size: bytes.len() as u64,
            sha256: Sha256Digest::of(&bytes),
            package: None,
            sources: vec![Source::Target(name)],
        },
    };
    let requires = format!("=={version}").parse().unwrap();
    let mut repository = application("1.0").target("cpython-runtime.tar.gz", &bytes).with(|release| {
        release.requires_python = requires;
        release.runtimes = vec![runtime];
    });
    let published = repository.publish(place.path());
    let output = machine.command(&published.profile_folder, &[]).env("PATH", "/usr/bin:/bin").output().unwrap();
    run(&output).is(0, "");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
    let receipt: Value =
        serde_json::from_slice(&fs::read(machine.prefix().join("demo/receipt.json")).unwrap()).unwrap();
    assert_eq!(
        (&receipt["python"]["managed"], &receipt["python"]["version"]),
        (&Value::Bool(true), &Value::from(version))
    );
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    if let Ok(entries) = fs::read_dir(folder) {
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(walk(&path));
            }
            found.push(path);
        }
    }
    found
}

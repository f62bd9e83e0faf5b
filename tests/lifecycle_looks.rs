//! Whoever only looks, or is stopped before anything is installed, leaves nothing in the application's folder.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests run the program from outside")]
#![cfg(unix)]

mod kit;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fs_err as fs;
use kit::machine::{Machine, Run, application, walk};
use kit::server::Server;

/// Everything in a home, folders too, but for the downloads and what lies beside them.
fn everything(machine: &Machine) -> Vec<PathBuf> {
    let cache = machine.home("cache");
    let mut found = vec![machine.home("")];
    let mut next = 0;
    while let Some(folder) = found.get(next).cloned() {
        let entries = if folder.is_dir() && !folder.is_symlink() { fs::read_dir(&folder).ok() } else { None };
        found.extend(entries.into_iter().flatten().map(|entry| entry.unwrap().path()).filter(|path| *path != cache));
        next += 1;
    }
    found.split_off(1)
}

/// The text of the newest log beside the downloads.
fn log_in_the_cache(machine: &Machine) -> String {
    let mut logs = walk(&machine.home("cache/quoc/logs"));
    logs.sort();
    fs::read_to_string(logs.last().unwrap()).unwrap()
}

/// A release of which one wheel is not to be had; the folder that has them all.
fn without_a_wheel(place: &Path) -> (kit::repository::Published, PathBuf) {
    let published = application("1.0").publish(place);
    let wheels = place.join("wheels");
    fs::create_dir_all(&wheels).unwrap();
    for path in walk(&published.repository).into_iter().filter(|path| path.extension().is_some_and(|e| e == "whl")) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        fs::copy(&path, wheels.join(name.split_once('.').unwrap().1)).unwrap();
        if name.contains("library") {
            fs::remove_file(path).unwrap();
        }
    }
    (published, wheels)
}

#[test]
fn whoever_only_looks_leaves_nothing_where_nothing_is_installed() {
    for machine in [Machine::new(), Machine::prefixed()] {
        let web = tempfile::tempdir().unwrap();
        let published = application("1.0").publish(web.path());
        let looks: [&[&str]; 8] = [
            &["check"],
            &["verify"],
            &["status"],
            &["go-back"],
            &["upgrade"],
            &["repair"],
            &["repair", "--anew"],
            &["uninstall", "--yes"],
        ];
        for words in looks {
            let run = machine.quoc(&published.profile_folder, words);
            assert!(run.status == 18 || words == ["status"], "{words:?}: {:?}", run.end());
            assert_eq!(everything(&machine), [] as [PathBuf; 0], "{words:?}");
        }
        // What older programs, and runs that were killed, left of a look goes with the next one.
        let folder = machine.folder("demo");
        fs::create_dir_all(folder.join("trust")).unwrap();
        fs::create_dir_all(folder.join("logs")).unwrap();
        fs::create_dir_all(folder.join("generations")).unwrap();
        fs::write(folder.join("quoc.lock"), "").unwrap();
        fs::write(folder.join("trust/timestamp.json"), "{}").unwrap();
        fs::write(folder.join("logs/2026-11-26T070000Z.log"), "looked\n").unwrap();
        machine.quoc(&published.profile_folder, &["repair"]).is(18, "plan-not-installed");
        assert!(!folder.exists());
        // A folder of the person's own stays, with all in it.
        fs::create_dir_all(folder.join("trust")).unwrap();
        fs::create_dir_all(folder.join("set-aside/1")).unwrap();
        fs::write(folder.join("quoc.lock"), "").unwrap();
        fs::write(folder.join("trust/letter"), "mine").unwrap();
        let before = everything(&machine);
        machine.quoc(&published.profile_folder, &["upgrade"]).is(18, "plan-not-installed");
        assert_eq!(everything(&machine), before);
    }
}

#[test]
fn a_first_install_that_fails_leaves_its_log_beside_the_downloads_and_nothing_in_the_applications_folder() {
    for machine in [Machine::new(), Machine::prefixed()] {
        let place = tempfile::tempdir().unwrap();
        let (published, wheels) = without_a_wheel(place.path());
        let failed = machine.quoc(&published.profile_folder, &[]);
        failed.is(10, "fetch-not-found");
        assert_eq!(everything(&machine), [] as [PathBuf; 0]);
        let log = log_in_the_cache(&machine);
        for part in ["began ", "phase Judging", "phase Fetching", "failed: fetch-not-found"] {
            assert!(log.contains(part), "{part}: {log}");
        }
        machine.quoc(&published.profile_folder, &["--find-links", wheels.to_str().unwrap()]).did("install");
        assert!(machine.folder("demo").join("logs").is_dir());
        assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
    }
}

#[test]
fn a_first_install_that_is_stopped_leaves_nothing_in_the_applications_folder() {
    let (machine, web, server) = (Machine::new(), tempfile::tempdir().unwrap(), Server::start());
    let published = application("1.0").address(server.url("/")).publish(web.path());
    server.put_folder("/", &published.repository);
    let drip = kit::server::Fault::Drip(1, Duration::from_millis(200));
    for path in walk(&published.repository).iter().filter(|path| path.to_string_lossy().contains("library")) {
        server.fault(&format!("/{}", path.strip_prefix(&published.repository).unwrap().display()), drip.clone());
    }
    let child = started(machine.command(&published.profile_folder, &[]));
    let limit = Instant::now() + Duration::from_secs(60);
    while !server.seen().iter().any(|seen| seen.path.contains("library")) {
        assert!(Instant::now() < limit, "{:?}", server.seen());
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(machine.folder("demo").join("quoc.lock").exists(), "it holds the folder now");
    let pid = rustix::process::Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap();
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    Run::of(&child.wait_with_output().unwrap()).is(130, "cancelled");
    assert_eq!(everything(&machine), [] as [PathBuf; 0]);
}

fn started(mut command: Command) -> Child {
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn runs_that_leave_nothing_are_in_no_other_runs_way() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let (published, wheels) = without_a_wheel(place.path());
    let quoc =
        |words: &[&str]| started(machine.command(&published.profile_folder, &[words, &["--wait", "60"]].concat()));
    for _ in 0..2 {
        let others: Vec<Child> =
            [["install"], ["repair"], ["install"], ["upgrade"], ["install"]].iter().map(|w| quoc(w)).collect();
        let install = quoc(&["install", "--find-links", wheels.to_str().unwrap()]);
        for child in others {
            let run = Run::of(&child.wait_with_output().unwrap());
            assert!([0, 10, 18].contains(&run.status), "{:#?}", run.events.last());
        }
        Run::of(&install.wait_with_output().unwrap()).is(0, "");
        assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
        machine.quoc(&published.profile_folder, &["uninstall", "--yes", "--remove-downloads"]).did("uninstall");
        assert!(!machine.folder("demo").exists() && machine.files().is_empty(), "{:?}", machine.files());
    }
}

#[test]
fn what_stands_in_the_place_of_the_commands_folder_is_named_before_anything_is_fetched() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let published = application("1.0").publish(web.path());
    fs::create_dir_all(machine.home(".local")).unwrap();
    fs::write(machine.bin(), "mine").unwrap();
    let run = machine.quoc(&published.profile_folder, &[]);
    run.is(15, "activate-foreign");
    assert_eq!(run.end()["arguments"]["path"], machine.bin().to_str().unwrap());
    assert!(run.events.iter().all(|event| event["event"] != "fetching"));
    assert_eq!(everything(&machine), [machine.home(".local"), machine.bin()]);
}

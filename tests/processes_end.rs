//! The end without return: alone in its program, because no child starts after it.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use quoc::ports::{Cancel, Command, ExitStatus, Processes};
use quoc::system::processes::{ChildProcesses, kill_all};

fn shell(script: &str) -> Command {
    Command {
        program: "/bin/sh".into(),
        arguments: vec!["-c".into(), script.into()],
        environment: vec![("PATH".into(), "/usr/bin:/bin".into())],
        folder: "/".into(),
        time_limit: Duration::from_secs(60),
    }
}

#[test]
fn an_end_without_return_takes_all_children_along_and_lets_none_start() {
    let folder = tempfile::tempdir().unwrap();
    let mark = folder.path().join("mark");
    let script = format!("(sleep 2; touch '{}') & echo begun; sleep 60", mark.display());
    let (begun, has_begun) = channel();
    let child = std::thread::spawn(move || {
        ChildProcesses.run(&shell(&script), &Cancel::default(), &mut |_| begun.send(()).unwrap())
    });
    has_begun.recv().unwrap();
    let start = Instant::now();
    kill_all();
    assert_eq!(child.join().unwrap().unwrap(), ExitStatus::Killed);
    assert!(start.elapsed() < Duration::from_secs(2));
    assert!(ChildProcesses.run(&shell("true"), &Cancel::default(), &mut |_| {}).is_err());
    std::thread::sleep(Duration::from_millis(2500));
    assert!(!mark.exists(), "the grandchild went on");
}

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::io;
use std::time::{Duration, Instant};

use super::output::LONGEST_LINE;
use super::*;

fn shell(script: &str, time_limit: Duration) -> Command {
    Command {
        program: "/bin/sh".into(),
        arguments: vec!["-c".into(), script.into()],
        environment: vec![("PATH".into(), "/usr/bin:/bin".into())],
        folder: "/".into(),
        time_limit,
    }
}

fn run(script: &str, limit: Duration, cancel: &Cancel) -> (io::Result<ExitStatus>, Vec<String>) {
    let mut lines = Vec::new();
    let status = ChildProcesses.run(&shell(script, limit), cancel, &mut |line| {
        lines.push(match line {
            OutputLine::Out(text) => format!("out {text}"),
            OutputLine::Err(text) => format!("err {text}"),
        });
    });
    (status, lines)
}

const LONG: Duration = Duration::from_secs(30);

#[test]
fn each_line_is_told_apart_and_the_code_is_the_childs() {
    let (status, mut lines) = run("echo one; echo two >&2; printf three; exit 7", LONG, &Cancel::default());
    lines.sort();
    assert_eq!(status.unwrap(), ExitStatus::Code(7));
    assert_eq!(lines, ["err two", "out one", "out three"]);
}

#[test]
fn nothing_of_the_parents_environment_reaches_a_child() {
    let (_, lines) = run("/usr/bin/env | grep -v -E '^(PATH|PWD|_|SHLVL)='", LONG, &Cancel::default());
    assert_eq!(lines, Vec::<String>::new());
}

#[test]
fn a_child_reads_nothing_from_the_person() {
    let (status, lines) = run("cat; echo end", LONG, &Cancel::default());
    assert_eq!((status.unwrap(), lines), (ExitStatus::Code(0), vec!["out end".to_owned()]));
}

#[test]
fn bytes_that_are_no_text_and_endless_lines_are_harmless() {
    let (_, lines) = run("printf 'a\\377b\\n'; head -c 100000 /dev/zero | tr '\\0' x", LONG, &Cancel::default());
    assert_eq!(lines.first().unwrap(), "out a\u{fffd}b");
    assert_eq!(lines.get(1).unwrap().len(), LONGEST_LINE + 4);
}

#[test]
fn a_child_whose_time_is_up_is_killed_with_its_children() {
    let folder = tempfile::tempdir().unwrap();
    let mark = folder.path().join("mark");
    let script = format!("(sleep 2; touch '{}') & sleep 60", mark.display());
    let start = Instant::now();
    let (status, _) = run(&script, Duration::from_millis(200), &Cancel::default());
    assert_eq!(status.unwrap(), ExitStatus::Killed);
    assert!(start.elapsed() < Duration::from_secs(2));
    std::thread::sleep(Duration::from_millis(2500));
    assert!(!mark.exists(), "the grandchild went on");
}

#[test]
fn a_cancelled_child_is_killed_at_once() {
    let cancel = Cancel::default();
    let later = cancel.clone();
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(200));
        later.cancel();
    });
    let start = Instant::now();
    let (status, _) = run("sleep 60", LONG, &cancel);
    assert_eq!(status.unwrap_err().kind(), io::ErrorKind::Interrupted);
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_grandchild_that_keeps_the_output_open_does_not_hold_the_run() {
    let start = Instant::now();
    let (status, lines) = run("sleep 60 & echo done", LONG, &Cancel::default());
    assert_eq!((status.unwrap(), lines), (ExitStatus::Code(0), vec!["out done".to_owned()]));
    assert!(start.elapsed() < Duration::from_secs(10));
}

//! The rules of the log.

use fs_err as fs;

use super::*;
use crate::model::Event;
use crate::model::event::{Action, Outcome, Phase};
use crate::ports::EventSink;

struct Deaf;

impl EventSink for Deaf {
    fn emit(&self, _event: Event) {}
}

fn entered() -> Event {
    Event::Entered { phase: Phase::Judging }
}

fn failed() -> Event {
    Event::Failed(failure::BUSY.failure([("folder", "/data/demo".to_owned())], None))
}

fn finished(action: Action) -> Event {
    Event::Finished(Outcome { on_path: true, ..Outcome::of(action) })
}

/// A run's log in a folder of its own, `app` and `cache` below it.
fn run(keep: Keep, events: &[Event]) -> (tempfile::TempDir, RunLog) {
    let place = tempfile::tempdir().unwrap();
    let log = RunLog::new(&["upgrade".into()], keep);
    log.belongs_to(place.path().join("app"), place.path().join("cache"));
    let recorder = Recorder::new(&log, &Deaf);
    events.iter().cloned().for_each(|event| recorder.emit(event));
    (place, log)
}

fn texts(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect()
}

#[test]
fn a_run_that_holds_its_folder_is_logged_there_from_its_first_line_on() {
    let (place, log) = run(Keep::Always, &[entered(), finished(Action::Upgrade)]);
    let texts = texts(&place.path().join("app"));
    assert_eq!(texts.len(), 1);
    let lines: Vec<_> = texts[0].lines().collect();
    assert!(lines[0].contains(concat!("quoc ", env!("CARGO_PKG_VERSION"))), "{}", lines[0]);
    assert!(texts[0].contains(": quoc upgrade") && texts[0].contains("phase Judging"), "{}", texts[0]);
    assert!(texts[0].contains("times: Judging "), "{}", texts[0]);
    assert!(log.path().unwrap().starts_with(place.path().join("app")));
    assert!(!place.path().join("cache").exists());
}

#[test]
fn a_run_that_failed_before_it_held_its_folder_is_logged_in_the_cache() {
    let (place, _log) = run(Keep::Always, &[failed()]);
    let texts = texts(&place.path().join("cache"));
    assert_eq!(texts.len(), 1);
    assert!(texts[0].contains("busy") && texts[0].contains("exit status 17"), "{}", texts[0]);
    assert!(!place.path().join("app").exists(), "the folder may be somebody else's");
}

#[test]
fn a_run_with_nothing_to_do_and_one_that_only_looks_leave_no_file() {
    for (keep, events) in [
        (Keep::Always, vec![entered(), finished(Action::UpToDate)]),
        (Keep::OnFailure, vec![entered(), finished(Action::Uninstall)]),
        (Keep::Never, vec![failed()]),
    ] {
        let (place, log) = run(keep, &events);
        assert!(texts(&place.path().join("app")).is_empty() && texts(&place.path().join("cache")).is_empty());
        assert_eq!(log.path(), None);
    }
}

#[test]
fn each_run_of_one_process_has_a_file_of_its_own_in_its_own_folder() {
    let (place, log) = run(Keep::Always, &[entered(), finished(Action::UpToDate)]);
    let next = |name: &str, events: &[Event]| {
        log.belongs_to(place.path().join(name), place.path().join("cache"));
        let recorder = Recorder::new(&log, &Deaf);
        events.iter().cloned().for_each(|event| recorder.emit(event));
        texts(&place.path().join(name))
    };
    let upgraded = next("app", &[entered(), finished(Action::Upgrade)]);
    assert_eq!(upgraded.len(), 1, "a run with nothing to do silences none after it");
    let installed = next("elsewhere", &[entered(), finished(Action::Install)]);
    assert_eq!((upgraded.len(), installed.len()), (1, 1));
    let both = [("Upgrade", "Install", &upgraded), ("Install", "Upgrade", &installed)];
    for (own, others, texts) in both {
        assert!(texts[0].contains(&format!("action: {own}")), "{}", texts[0]);
        assert!(!texts[0].contains(&format!("action: {others}")), "{}", texts[0]);
        assert!(texts[0].contains(": quoc upgrade"), "each begins with what it runs on: {}", texts[0]);
    }
    assert_eq!(texts(&place.path().join("app")), upgraded);
}

#[test]
fn the_newest_files_stay_and_what_is_not_a_log_is_left_alone() {
    let place = tempfile::tempdir().unwrap();
    let app = place.path().join("app");
    fs::create_dir(&app).unwrap();
    for year in 2001..2016 {
        fs::write(app.join(format!("{year}-01-01T000000Z.log")), "old").unwrap();
    }
    fs::write(app.join("mine.log"), "mine").unwrap();
    let log = RunLog::new(&[], Keep::Always);
    log.belongs_to(app.clone(), place.path().join("cache"));
    Recorder::new(&log, &Deaf).emit(entered());
    let mut names: Vec<_> =
        fs::read_dir(&app).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names.len(), KEPT + 1);
    assert_eq!(names[0], "2007-01-01T000000Z.log");
    assert!(names.contains(&"mine.log".to_owned()));
}

#[test]
fn two_runs_of_one_second_have_a_file_each() {
    let place = tempfile::tempdir().unwrap();
    for _ in 0..3 {
        LogFile::create(place.path(), "2026-11-23T032524Z").unwrap().line(Level::Info, "x");
    }
    assert_eq!(texts(place.path()), ["x\n"; 3]);
}

#[test]
fn a_log_ends_at_its_limit_but_for_what_is_bad() {
    let (place, log) = run(Keep::Always, &[entered()]);
    for _ in 0..(LARGEST / 1000 + 100) {
        log.write(Level::Debug, &"x".repeat(1000));
    }
    log.write(Level::Error, "the end");
    let text = texts(&place.path().join("app")).remove(0);
    assert!((LARGEST - 2000..LARGEST + 2000).contains(&(text.len() as u64)), "{}", text.len());
    assert!(text.ends_with("ERROR the end\n"));
}

#[test]
fn a_file_that_the_person_named_is_written_behind_what_it_holds() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("asked.log");
    fs::write(&path, "before\n").unwrap();
    let log = RunLog::new(&["status".into()], Keep::Never);
    log.copy_to(&path).unwrap();
    log.write(Level::Info, "after");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("before\n") && text.contains("quoc status") && text.ends_with("after\n"), "{text}");
    assert!(log.copy_to(&place.path().join("missing/x.log")).is_err());
}

#[test]
fn a_line_cannot_be_forged_nor_act_on_a_terminal() {
    let (place, log) = run(Keep::Always, &[entered()]);
    log.write(Level::Info, "first\n    0.001 ERROR forged\u{1b}[2J");
    let text = texts(&place.path().join("app")).remove(0);
    assert!(!text.contains('\u{1b}') && !text.lines().any(|line| line.trim_start().starts_with("0.001 ERROR")));
}

#[cfg(unix)]
#[test]
fn a_log_is_for_this_person_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (_place, log) = run(Keep::Always, &[entered()]);
    let path = log.path().unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::metadata(path.parent().unwrap()).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn a_log_that_cannot_be_written_stops_nothing() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("app"), "a file is in the way").unwrap();
    let log = RunLog::new(&[], Keep::Always);
    log.belongs_to(place.path().join("app"), place.path().join("app"));
    let recorder = Recorder::new(&log, &Deaf);
    recorder.emit(entered());
    recorder.emit(failed());
    assert!(log.path().is_none() && log.tail().iter().any(|line| line.contains("no log is kept")));
}

#[test]
fn the_details_hold_what_failed_and_the_last_lines_and_no_secret() {
    let log = RunLog::new(&["--proxy".into(), "http://anna:canary-1@proxy".into()], Keep::Never);
    log.write(Level::Info, "asked https://ben:canary-2@host/x?canary-3 in vain, canary-1");
    let text = log.details(&failure::BUSY.failure([("folder", "/home/canary-1".to_owned())], None));
    assert!(text.contains("busy") && text.contains("exit status 17") && text.contains("https://***@host/x?***"));
    assert!(!text.contains("canary"), "{text}");
}

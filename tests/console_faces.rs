//! What the faces say about whole runs: the same recorded events, each face, each locale.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use std::io::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use indicatif::{InMemoryTerm, ProgressDrawTarget};
use quoc::console::json::{Head, Line, StatusLine};
use quoc::console::options::FaceChoice;
use quoc::console::{Face, Screen, Stopwatch, Streams, face};
use quoc::engine::failure;
use quoc::messages::{Isolation, Messages};
use quoc::model::Receipt;
use quoc::model::event::{Action, Event, Outcome, Phase, Summary};

/// A stream that a test can read.
#[derive(Clone, Default)]
struct Sink(Arc<Mutex<Vec<u8>>>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Sink {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// A pipe whose reader is gone after so many bytes.
struct Broken(usize, Arc<AtomicU64>);

impl Write for Broken {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1.fetch_add(1, Ordering::Relaxed);
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A face with streams and a clock that the test holds.
struct Stage {
    face: Arc<dyn Face>,
    out: Sink,
    err: Sink,
    clock: Arc<AtomicU64>,
}

impl Stage {
    fn new(choice: FaceChoice, locale: &str) -> Self {
        Self::with(choice, locale, None)
    }

    fn with(choice: FaceChoice, locale: &str, screen: Option<Screen>) -> Self {
        let (out, err) = (Sink::default(), Sink::default());
        let streams = Streams { out: Box::new(out.clone()), err: Box::new(err.clone()), input: None, screen };
        let clock = Arc::new(AtomicU64::new(0));
        let messages = Arc::new(Messages::new(&[locale], Isolation::Off));
        Self { face: face(choice, streams, messages, stopwatch(&clock)), out, err, clock }
    }

    /// Emits events, a second and a half apart.
    fn play(&self, events: Vec<Event>) -> &Self {
        for event in events {
            self.face.emit(event);
            self.clock.fetch_add(1500, Ordering::Relaxed);
        }
        self
    }
}

fn stopwatch(clock: &Arc<AtomicU64>) -> Stopwatch {
    let clock = Arc::clone(clock);
    Arc::new(move || Duration::from_millis(clock.load(Ordering::Relaxed)))
}

fn summary() -> Summary {
    Summary {
        action: Action::Install,
        name: "Demo".to_owned(),
        publisher: "Demo makers".to_owned(),
        version: "1.20.0".parse().unwrap(),
        installed: None,
        python: "3.11.7".parse().unwrap(),
        signed_by: 2,
        threshold: 2,
        keys: 3,
        packages: 2,
        size: 23_000_000,
        to_fetch: 20_000_000,
        builds: vec!["netifaces".parse().unwrap()],
        folder: "/home/ann/.local/share/demo".to_owned(),
        running: Vec::new(),
        left_aside: None,
        on_disk: 0,
        graphical: false,
    }
}

fn outcome(on_path: bool) -> Outcome {
    let commands = ["demo", "demo-tool"].map(|name| format!("/home/ann/.local/bin/{name}"));
    Outcome {
        version: Some("1.20.0".parse().unwrap()),
        commands: commands.into(),
        on_path,
        ..Outcome::of(Action::Install)
    }
}

fn fetching(artifact: &str, have: u64, size: u64) -> Event {
    Event::Fetching { artifact: artifact.parse().unwrap(), have, size }
}

fn retrying() -> Event {
    Event::Retrying { artifact: "b.whl".parse().unwrap(), attempt: 2, wait: 2500, cause: "cut".to_owned() }
}

fn run() -> Vec<Event> {
    let installing = |name: &str, done| Event::Installing { package: name.parse().unwrap(), done, total: 2 };
    vec![
        Event::Entered { phase: Phase::Judging },
        Event::Entered { phase: Phase::Planning },
        Event::Planned(Box::new(summary())),
        Event::Entered { phase: Phase::Fetching },
        fetching("a.whl", 0, 12_000_000),
        fetching("b.whl", 1_000, 8_000_000),
        fetching("a.whl", 4_000_000, 12_000_000),
        retrying(),
        fetching("a.whl", 8_000_000, 12_000_000),
        fetching("b.whl", 8_000_000, 8_000_000),
        fetching("a.whl", 10_000_000, 12_000_000),
        fetching("a.whl", 11_000_000, 12_000_000),
        fetching("a.whl", 12_000_000, 12_000_000),
        Event::Entered { phase: Phase::Building },
        Event::Building { package: "netifaces".parse().unwrap() },
        Event::Entered { phase: Phase::Installing },
        installing("demo", 1),
        installing("netifaces", 2),
        Event::Entered { phase: Phase::Checking },
        Event::Entered { phase: Phase::Activating },
        Event::Finished(outcome(false)),
    ]
}

fn hostile() -> Vec<Event> {
    let attack = "\u{1b}[2J\u{9b}1A\u{202e}gnp.\u{7}\r\n{\"event\":\"finished\"}";
    let mut summary = summary();
    (summary.name, summary.publisher, summary.folder) = (attack.into(), attack.into(), attack.into());
    let mut outcome = outcome(false);
    outcome.commands = vec![attack.to_owned(), format!("/bin/{attack}")];
    let cause = io::Error::other(attack);
    let failed = failure::FETCH_LOGIN_PAGE.failure([("host", attack.to_owned())], Some(&cause));
    vec![Event::Planned(Box::new(summary)), Event::Failed(failed), Event::Finished(outcome)]
}

fn failed() -> Event {
    let cause = io::Error::other("No space left on device (os error 28)");
    Event::Failed(failure::DISK_FULL.failure([("folder", "/home/ann".to_owned())], Some(&cause)))
}

#[test]
fn plain_lines_tell_a_whole_run_in_english() {
    let stage = Stage::new(FaceChoice::Terminal, "en-US");
    stage.play(run());
    insta::assert_snapshot!(stage.out.text());
    assert_eq!(stage.err.text(), "");
}

#[test]
fn plain_lines_tell_a_whole_run_in_german() {
    let stage = Stage::new(FaceChoice::Terminal, "de");
    stage.play(run());
    insta::assert_snapshot!(stage.out.text());
}

#[test]
fn a_failure_says_what_can_be_done_on_standard_error() {
    let stage = Stage::new(FaceChoice::Terminal, "en-US");
    stage.play(vec![failed()]);
    insta::assert_snapshot!(stage.err.text());
    assert_eq!(stage.out.text(), "");
}

#[test]
fn silence_is_broken_by_one_line_for_an_error_only() {
    let stage = Stage::new(FaceChoice::Silent, "en-US");
    stage.play(run());
    assert_eq!((stage.out.text(), stage.err.text()), (String::new(), String::new()));
    let stage = Stage::new(FaceChoice::Silent, "en-US");
    stage.play(vec![Event::Planned(Box::new(summary())), failed(), Event::Finished(outcome(true))]);
    assert_eq!(stage.out.text(), "");
    assert_eq!(stage.err.text().lines().count(), 1);
    assert!(stage.err.text().contains("[disk-full]"));
}

#[test]
fn the_json_stream_is_as_documented() {
    let stage = Stage::new(FaceChoice::Json, "en-US");
    stage.play(run());
    insta::assert_snapshot!(stage.out.text().replace(env!("CARGO_PKG_VERSION"), "[version]"));
}

#[test]
fn every_event_of_the_json_stream_reads_back_as_it_was() {
    let stage = Stage::new(FaceChoice::Json, "de");
    let mut events = run();
    events.pop();
    events.push(failed());
    stage.play(events.clone());
    let text = stage.out.text();
    let mut lines = text.lines();
    let head: Head = serde_json::from_str(lines.next().unwrap()).unwrap();
    assert_eq!((head.format, head.event.as_str()), (1, "started"));
    let read: Vec<Line> = lines.map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(read.iter().map(|line| line.event.clone()).collect::<Vec<_>>(), events);
    assert!(read.is_sorted_by_key(|line| (line.at, line.progress)));
    let last = &read.last().unwrap().end;
    assert_eq!(last.exit_status, Some(15), "the last line has the exit status");
    assert!(last.message.as_ref().unwrap().contains("nicht genug Platz") && last.hint.is_some());
}

#[test]
fn the_json_stream_ends_at_its_end_with_an_exit_status() {
    let stage = Stage::new(FaceChoice::Json, "en-US");
    stage.play(vec![Event::Finished(outcome(true)), failed(), Event::Entered { phase: Phase::Judging }]);
    let text = stage.out.text();
    assert_eq!(text.lines().count(), 2, "{text}");
    let last: Line = serde_json::from_str(text.lines().last().unwrap()).unwrap();
    assert_eq!((last.progress, last.end.exit_status), (1000, Some(0)));
}

#[test]
fn hostile_names_print_harmlessly_in_every_face() {
    for choice in [FaceChoice::Terminal, FaceChoice::Silent, FaceChoice::Json] {
        for ending in [1, 2] {
            let stage = Stage::new(choice, "en-US");
            let mut events = hostile();
            events.remove(ending);
            stage.play(events);
            for text in [stage.out.text(), stage.err.text()] {
                let acting = |c: char| c != '\n' && quoc::messages::acts(c);
                assert!(!text.contains(acting), "{choice:?}: {text:?}");
                // A name cannot begin a line of its own either.
                assert!(!text.lines().any(|line| line.starts_with("{\"event\":\"finished\"")), "{text}");
            }
        }
    }
}

#[test]
fn hostile_names_survive_the_json_stream_unchanged() {
    let stage = Stage::new(FaceChoice::Json, "en-US");
    stage.play(hostile());
    let line: Line = serde_json::from_str(stage.out.text().lines().nth(1).unwrap()).unwrap();
    assert_eq!(line.event, hostile()[0]);
}

#[test]
fn a_closed_pipe_stops_the_words_and_nothing_else() {
    for choice in [FaceChoice::Terminal, FaceChoice::Json] {
        let writes = Arc::new(AtomicU64::new(0));
        let err = Sink::default();
        let out = Box::new(Broken(100, Arc::clone(&writes)));
        let streams = Streams { out, err: Box::new(err.clone()), input: None, screen: None };
        let messages = Arc::new(Messages::new(&["en-US"], Isolation::Off));
        let face = face(choice, streams, messages, stopwatch(&Arc::default()));
        run().into_iter().for_each(|event| face.emit(event));
        let after = writes.load(Ordering::Relaxed);
        face.status(None, None);
        assert_eq!(writes.load(Ordering::Relaxed), after, "it is not tried again");
        assert_eq!(err.text(), "");
    }
}

fn receipt() -> Receipt {
    let digest = "a".repeat(64);
    let read = |version: &str| -> Receipt {
        let text = format!(
            r#"{{"format":1,"application":"demo","name":"Demo","version":"{version}","release":"{digest}",
            "targets-version":3,"generation":2,"python":{{"path":"/usr/bin/python3","version":"3.11.7"}},"packages":[],
            "files":[{{"path":"/home/ann/.local/bin/demo","sha256":"{digest}"}}],"installed-at":"2026-11-22T10:00:00Z"}}"#
        );
        serde_json::from_str(&text).unwrap()
    };
    Receipt { previous: Some(Box::new(read("1.19.0"))), ..read("1.20.0") }
}

#[test]
fn the_status_is_told_by_every_face_in_its_way() {
    let told = |choice| {
        let stage = Stage::new(choice, "en-US");
        stage.face.status(Some(&receipt()), None);
        stage.out.text()
    };
    insta::assert_snapshot!(told(FaceChoice::Terminal));
    assert_eq!(told(FaceChoice::Silent), "1.20.0\n");
    let json = told(FaceChoice::Json);
    let line: StatusLine = serde_json::from_str(json.lines().last().unwrap()).unwrap();
    assert_eq!((line.event.as_str(), line.installed), ("status", Some(receipt())));
}

#[test]
fn nobody_is_asked_where_nobody_is() {
    for choice in [FaceChoice::Terminal, FaceChoice::Silent, FaceChoice::Json] {
        assert_eq!(Stage::new(choice, "en-US").face.ask("Remove?"), None);
    }
}

fn screen_of(term: &InMemoryTerm, columns: u16) -> Screen {
    Screen {
        target: ProgressDrawTarget::term_like_with_hz(Box::new(term.clone()), 200),
        columns: Arc::new(move || columns.into()),
        colour: false,
    }
}

/// Plays events on an 80-column terminal and returns what is on it then.
fn drawn(events: Vec<Event>) -> (String, String) {
    drawn_in(80, events)
}

fn drawn_in(columns: u16, events: Vec<Event>) -> (String, String) {
    let term = InMemoryTerm::new(12, columns);
    let stage = Stage::with(FaceChoice::Terminal, "en-US", Some(screen_of(&term, columns)));
    // The drawing is limited in rate by the real clock: what is seen is what a tick draws a moment later.
    stage.play(events);
    std::thread::sleep(Duration::from_millis(450));
    (term.contents(), stage.out.text())
}

#[test]
fn a_terminal_shows_one_bar_for_the_run_and_one_for_each_of_four_artifacts() {
    let mut events: Vec<Event> = run().into_iter().take(9).collect();
    events.extend(["c.whl", "d.whl", "e.whl", "f.whl"].map(|name| fetching(name, 1_000_000, 2_000_000)));
    let (screen, _) = drawn(events);
    // The spinner turns with time.
    let spinnerless: Vec<String> = screen.lines().map(|line| line.chars().skip(1).collect()).collect();
    insta::assert_snapshot!(spinnerless.join("\n"));
    assert!(screen.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn a_terminal_is_left_clean_at_the_end() {
    let (screen, out) = drawn(run());
    assert_eq!(screen.trim(), "");
    assert!(out.contains("Publisher: Demo makers") && out.contains("Version 1.20.0 is installed."), "{out}");
    let mut events = run();
    events.truncate(8);
    events.push(failed());
    assert_eq!(drawn(events).0.trim(), "");
}

fn tried_again(artifact: &str) -> Event {
    Event::Retrying { artifact: artifact.parse().unwrap(), attempt: 2, wait: 9000, cause: "no route".to_owned() }
}

#[test]
fn a_dead_network_is_told_in_a_few_lines_and_not_for_every_file_and_try() {
    let stage = Stage::new(FaceChoice::Terminal, "en-US");
    stage.play(vec![Event::Entered { phase: Phase::Fetching }]);
    for _ in 0..5 {
        for name in ["a.whl", "b.whl", "c.whl", "d.whl", "e.whl", "f.whl", "g.whl", "h.whl"] {
            stage.face.emit(tried_again(name));
        }
        stage.clock.fetch_add(3000, Ordering::Relaxed);
    }
    let text = stage.out.text();
    assert_eq!(text.lines().count(), 4, "{text}");
    assert!(text.contains("waiting for the network; next attempt in 9 s"), "{text}");
}

#[test]
fn a_dead_network_is_seen_on_a_terminal_of_any_width() {
    for columns in [40, 60, 80, 120, 200] {
        let (screen, _) =
            drawn_in(columns, vec![Event::Entered { phase: Phase::Fetching }, tried_again("long-name-1.0.whl")]);
        assert!(screen.contains("waiting for"), "{columns}: {screen}");
        // A terminal writes ^C behind the last line.
        assert!(screen.lines().all(|line| line.chars().count() + 2 < usize::from(columns)), "{columns}: {screen}");
    }
}

#[test]
fn metadata_that_do_not_come_are_told_to_be_waited_for() {
    let (screen, _) = drawn(vec![Event::Entered { phase: Phase::Judging }]);
    assert!(!screen.contains("waiting"), "{screen}");
    let term = InMemoryTerm::new(12, 80);
    let stage = Stage::with(FaceChoice::Terminal, "en-US", Some(screen_of(&term, 80)));
    stage.face.emit(Event::Entered { phase: Phase::Judging });
    stage.clock.store(4000, Ordering::Relaxed);
    std::thread::sleep(Duration::from_millis(450));
    assert!(term.contents().contains("waiting for the network"), "{}", term.contents());
}

#[test]
fn errors_are_broken_between_words_on_a_terminal_and_not_at_all_elsewhere() {
    for columns in [40, 80, 200] {
        let term = InMemoryTerm::new(12, columns);
        let stage = Stage::with(FaceChoice::Terminal, "en-US", Some(screen_of(&term, columns)));
        stage.face.emit(failed());
        let text = stage.err.text();
        assert!(text.lines().all(|line| line.chars().count() <= usize::from(columns)), "{columns}: {text}");
        let plain = Stage::new(FaceChoice::Terminal, "en-US");
        plain.face.emit(failed());
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&text), words(&plain.err.text()));
    }
}

#[test]
fn a_note_is_for_people_on_standard_error_and_for_programs_a_line_before_the_end() {
    let told = |choice| {
        let stage = Stage::new(choice, "en-US");
        stage.face.note("There is this to know.");
        stage.face.emit(failed());
        stage.face.note("This comes too late for a program.");
        (stage.out.text(), stage.err.text())
    };
    assert!(told(FaceChoice::Terminal).1.starts_with("There is this to know.\n"));
    assert!(!told(FaceChoice::Silent).1.contains("to know"));
    let (json, _) = told(FaceChoice::Json);
    let lines: Vec<&str> = json.lines().collect();
    assert_eq!(lines.len(), 3, "{json}");
    assert_eq!(lines[1], r#"{"event":"note","message":"There is this to know."}"#);
}

//! Plays recorded runs (`--replay FILE`): what `--json` wrote, with its timing, as often as one likes; nothing is done.
//!
//! A file may hold several runs, one after the other: each try plays the next one, and after the last the first. A recording
//! that breaks off is a run that was stopped there.

use std::io::{Error, ErrorKind, Read};
use std::path::Path;
use std::time::{Duration, Instant};

use fs_err as fs;
use quoc::console::json::{FORMAT, Head, Line};
use quoc::engine::failure;
use quoc::gui::state::{Found, Installed, Order, Said};
use quoc::model::Event;
use quoc::model::event::{Action, Failure, Summary};
use quoc::ports::{Cancel, EventSink};
use quoc::system::invocation;
use serde_json::Value;

use crate::worker::{Consent, Voice, Work};

/// Recorded runs.
#[derive(Clone, Debug)]
pub(crate) struct Replay {
    runs: Vec<Vec<Line>>,
    next: usize,
}

impl Replay {
    /// Reads a recording, or says in a row of the error table why it is none.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        text(path).and_then(|text| Self::parse(&text)).map_err(|error| {
            let program = invocation::alone().program();
            let arguments =
                [("option", "--replay".to_owned()), ("value", path.display().to_string()), ("program", program)];
            failure::USAGE_BAD_VALUE.failure(arguments, Some(&error))
        })
    }

    /// Lines that are no facts (the head, a note, what a later version adds) are passed over, and a last line that is torn.
    fn parse(text: &str) -> std::io::Result<Self> {
        let mut runs: Vec<Vec<Line>> = Vec::new();
        let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).peekable();
        while let Some((number, line)) = lines.next() {
            let value: Value = match serde_json::from_str(line) {
                Err(_) if lines.peek().is_none() && !runs.is_empty() => break,
                parsed => parsed.map_err(|error| invalid(&format!("line {}: {error}", number + 1)))?,
            };
            if let Ok(head) = serde_json::from_value::<Head>(value.clone()) {
                if head.format > FORMAT {
                    return Err(invalid(&format!(
                        "line {}: format {} is newer than this program",
                        number + 1,
                        head.format
                    )));
                }
                runs.push(Vec::new());
            } else if let (Ok(line), Some(run)) = (serde_json::from_value(value), runs.last_mut()) {
                run.push(line);
            }
        }
        runs.retain(|run| !run.is_empty());
        if runs.is_empty() { Err(invalid("no recorded run")) } else { Ok(Self { runs, next: 0 }) }
    }

    /// Plays the next run to whoever listens, without a question; returns its exit status.
    pub(crate) fn play(&mut self, events: &dyn EventSink, cancel: &Cancel) -> u8 {
        let mut status = failure::exit::CANCELLED;
        self.each(cancel, &mut |event| {
            status = match event {
                Event::Finished(_) => 0,
                Event::Failed(failure) => failure.exit_status,
                _ => status,
            };
            events.emit(event.clone());
            true
        });
        status
    }

    /// Tells each fact at its time, as long as `tell` wants to hear more; what breaks off is told as stopped.
    fn each(&mut self, cancel: &Cancel, tell: &mut dyn FnMut(&Event) -> bool) {
        let Some(run) = self.runs.get(self.next) else { return };
        self.next = (self.next + 1) % self.runs.len();
        let (mut at, mut due) = (0, Instant::now());
        let mut is_over = false;
        for line in run {
            due += Duration::from_millis(line.at.saturating_sub(at)).min(LONGEST);
            if !wait_until(due, cancel) {
                break;
            }
            at = line.at;
            is_over = matches!(line.event, Event::Finished(_) | Event::Failed(_));
            let told = Instant::now();
            if !tell(&line.event) {
                return;
            }
            // Whoever is asked may think about it.
            due += told.elapsed();
        }
        if !is_over {
            tell(&Event::Failed(failure::CANCELLED.failure([], None)));
        }
    }
}

impl Work for Replay {
    fn carry_out(&mut self, _order: &Order, voice: &Voice, consent: &mut Consent<'_>, cancel: &Cancel) {
        self.each(cancel, &mut |event| {
            if let Event::Planned(summary) = event {
                voice.say(Said::Found(Box::new(found(summary))));
            }
            voice.emit(event.clone());
            let asks = match event {
                Event::Planned(summary) => summary.action != Action::UpToDate,
                Event::Removing(_) => true,
                _ => false,
            };
            !asks || consent.wait().is_some()
        });
    }
}

/// What must have been there before the run.
fn found(summary: &Summary) -> Found {
    let installed = summary.installed.clone().map(|version| Installed {
        version,
        previous: None,
        commands: Vec::new(),
        on_path: true,
    });
    Found { folder: summary.folder.clone().into(), installed, ..Found::default() }
}

fn text(path: &Path) -> std::io::Result<String> {
    let mut text = String::new();
    fs::File::open(path)?.take(LARGEST + 1).read_to_string(&mut text)?;
    if text.len() as u64 > LARGEST { Err(invalid("it is too long for a recording")) } else { Ok(text) }
}

fn invalid(why: &str) -> Error {
    Error::new(ErrorKind::InvalidData, why)
}

/// Waits, unless it is to stop; returns whether it may go on.
fn wait_until(due: Instant, cancel: &Cancel) -> bool {
    while !cancel.is_cancelled() {
        let left = due.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return true;
        }
        std::thread::sleep(left.min(Duration::from_millis(20)));
    }
    false
}

/// A recording in which nothing happened for an hour is not watched for an hour.
const LONGEST: Duration = Duration::from_secs(20);

/// Bytes of a file; an hour of events is a few megabytes.
const LARGEST: u64 = 64 * 1024 * 1024;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use std::sync::Mutex;

    use super::*;

    const HEAD: &str = r#"{"format":1,"event":"started","program":"quoc","version":"0.1.0"}"#;
    const STEP: &str = r#"{"at":10,"progress":15,"event":"entered","phase":"planning"}"#;
    const END: &str = r#"{"at":60,"progress":1000,"event":"finished","action":"uninstall","version":"1.0","commands":[],"on-path":true,"exit-status":0}"#;

    fn refused(text: &str) -> String {
        Replay::parse(text).unwrap_err().to_string()
    }

    struct Kept(Mutex<Vec<Event>>);

    impl EventSink for Kept {
        fn emit(&self, event: Event) {
            self.0.lock().unwrap().push(event);
        }
    }

    fn played(text: &str) -> (u8, Vec<Event>, Duration) {
        let (kept, start) = (Kept(Mutex::default()), std::time::Instant::now());
        let status = Replay::parse(text).unwrap().play(&kept, &Cancel::default());
        (status, kept.0.into_inner().unwrap(), start.elapsed())
    }

    #[test]
    fn a_recording_is_played_at_its_own_pace_to_its_own_end() {
        let (status, events, took) = played(&format!("{HEAD}\n{STEP}\n{END}\n"));
        assert_eq!((status, events.len()), (0, 2));
        assert!(took >= Duration::from_millis(60) && took < Duration::from_secs(5), "{took:?}");
    }

    #[test]
    fn what_a_later_version_adds_is_passed_over() {
        let (_, events, _) = played(&format!(
            "{HEAD}\n{{\"event\":\"note\",\"message\":\"m\"}}\n{STEP}\n{{\"at\":1,\"progress\":0,\"event\":\"new\"}}\n{END}"
        ));
        assert_eq!(events.len(), 2);
    }

    #[test]
    fn a_recording_that_breaks_off_is_a_run_that_was_stopped_there() {
        for text in [format!("{HEAD}\n{STEP}\n"), format!("{HEAD}\n{STEP}\n{}", &END[..70])] {
            let (status, events, _) = played(&text);
            assert_eq!(status, 130);
            assert!(matches!(&events[1], Event::Failed(failure) if failure.code == "cancelled"), "{events:?}");
        }
    }

    #[test]
    fn each_try_plays_the_next_run_of_a_file_and_after_the_last_the_first() {
        let mut replay = Replay::parse(&format!("{HEAD}\n{STEP}\n{HEAD}\n{END}\n")).unwrap();
        let mut play = || replay.play(&Kept(Mutex::default()), &Cancel::default());
        assert_eq!([play(), play(), play()], [130, 0, 130]);
    }

    #[test]
    fn a_file_that_is_no_recording_is_refused_with_the_reason() {
        assert_eq!(refused(""), "no recorded run");
        assert_eq!(refused(HEAD), "no recorded run");
        assert_eq!(refused(&format!("{STEP}\n{END}\n")), "no recorded run");
        assert!(refused("Dear diary,\nnothing happened\n").starts_with("line 1: "));
        assert!(refused(&format!("{HEAD}\n{STEP}\nsegfault\n{END}\n")).starts_with("line 3: "));
        assert_eq!(refused(&HEAD.replace("1,", "2,")), "line 1: format 2 is newer than this program");
    }

    #[test]
    fn the_failure_names_the_option_and_the_file() {
        let failure = Replay::read(Path::new("/no/such/file")).unwrap_err();
        assert_eq!((failure.code.as_str(), failure.exit_status), ("usage-bad-value", 2));
        assert_eq!(failure.arguments["value"], "/no/such/file");
    }
}

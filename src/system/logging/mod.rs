//! The log of a run: English lines with the seconds since its start, for whoever has to find out what happened.
//!
//! * One file for each run that does something, in `<application's folder>/logs/`. Until the run holds that folder
//!   lines wait in memory; when it never gets so far, or nothing is installed there when it fails, they go to
//!   `<cache>/quoc/logs/`. The newest [`KEPT`] files stay,
//!   none grows beyond [`LARGEST`] by much. A run that finds nothing to do leaves none. The window's process makes many
//!   runs, one after the other.
//! * `--log FILE` gets the same lines, behind what the file holds already.
//! * No secrets: every line goes through [`redact`], whoever wrote it, and libraries are not listened to at all.
//!
//! A log that cannot be written never stops a run.

mod files;
mod machine;
mod recorder;
pub mod redact;

use std::collections::VecDeque;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use log::{Level, LevelFilter, Log, Metadata, Record};

use crate::engine::failure;
use crate::messages::harmless;
use crate::model::Timestamp;
use crate::model::event::Failure;

use files::LogFile;
use redact::Secrets;

pub use files::{KEPT, LARGEST};
pub use recorder::Recorder;

/// When a run leaves a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// From when it holds the application's folder, or when it fails.
    Always,
    /// When it fails: an uninstall leaves nothing.
    OnFailure,
    /// Never: it only looks.
    Never,
}

/// The log of this run. Clones write to the same one.
#[derive(Clone, Debug)]
pub struct RunLog {
    state: Arc<Mutex<State>>,
    start: Instant,
}

#[derive(Debug)]
struct State {
    /// When this process's runs leave a file, and when the present one does.
    asked_to_keep: Keep,
    keep: Keep,
    name: String,
    /// The lines that every file begins with.
    header: Vec<(Level, String)>,
    secrets: Secrets,
    /// The application's log folder, once it is known, and the one for runs that never hold it.
    folder: Option<PathBuf>,
    fallback: Option<PathBuf>,
    /// The file of the run.
    own: Option<LogFile>,
    /// `--log FILE`.
    asked: Option<LogFile>,
    /// Lines that no file of the run has yet.
    waiting: Vec<(Level, String)>,
    /// The lines written last.
    tail: VecDeque<String>,
}

impl RunLog {
    /// Begins the log of a run and listens to this program's own messages; nothing is on disk yet.
    pub fn begin(arguments: &[OsString], keep: Keep) -> Self {
        let log = Self::new(arguments, keep);
        // Only tests begin a second run in one process; its messages go to the first one's log.
        if log::set_boxed_logger(Box::new(log.clone())).is_ok() {
            log::set_max_level(LevelFilter::Debug);
        }
        log
    }

    /// Makes a log that nothing but its owner writes to.
    fn new(arguments: &[OsString], keep: Keep) -> Self {
        let began = Timestamp::from(std::time::SystemTime::now());
        let state = State {
            asked_to_keep: keep,
            keep,
            name: files::name(began),
            header: Vec::new(),
            secrets: Secrets::of(arguments, std::env::vars_os()),
            folder: None,
            fallback: None,
            own: None,
            asked: None,
            waiting: Vec::new(),
            tail: VecDeque::new(),
        };
        let log = Self { state: Arc::new(Mutex::new(state)), start: Instant::now() };
        let header = if keep == Keep::Never { machine::in_short() } else { machine::described() };
        header.into_iter().for_each(|line| log.write(Level::Info, &line));
        let words: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
        log.write(Level::Info, &format!("began {began}: quoc {}", words.join(" ")));
        let mut state = log.state();
        state.header = std::mem::take(&mut state.waiting);
        drop(state);
        log
    }

    /// Writes to a file that the person named, behind what it holds.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn copy_to(&self, path: &Path) -> io::Result<()> {
        let mut file = LogFile::append(path)?;
        let mut state = self.state();
        state.header.iter().chain(&state.waiting).for_each(|(level, line)| file.line(*level, line));
        state.asked = Some(file);
        Ok(())
    }

    /// Begins a run, and names the folders for its file: the application's, and the one for runs that never hold that.
    /// What the run before came to is no matter of this one.
    pub fn belongs_to(&self, folder: PathBuf, fallback: PathBuf) {
        let mut state = self.state();
        state.keep = state.asked_to_keep;
        state.own = None;
        (state.folder, state.fallback) = (Some(folder), Some(fallback));
    }

    /// Returns the file of this run, if it has one.
    pub fn path(&self) -> Option<PathBuf> {
        self.state().own.as_ref().map(|file| file.path().to_owned())
    }

    /// Returns the lines written last, oldest first.
    pub fn tail(&self) -> Vec<String> {
        self.state().tail.iter().cloned().collect()
    }

    /// Returns what a person can hand on: what failed, and the lines written last; English, without secrets.
    pub fn details(&self, failed: &Failure) -> String {
        let tail = self.tail();
        let state = self.state();
        failure::details(failed, &tail).lines().map(|line| state.secrets.hidden_in(line) + "\n").collect()
    }

    /// The run holds the application's folder: from now on the log is there.
    fn settle(&self) {
        let mut state = self.state();
        let folder = state.folder.clone().filter(|_| state.keep == Keep::Always);
        state.open(folder);
    }

    /// The run failed: its log is worth a file even where it held no folder, or left none.
    fn keep(&self) {
        let mut state = self.state();
        let folder = state.fallback.clone().filter(|_| state.keep != Keep::Never);
        state.go_on_in(folder.as_deref());
        state.open(folder);
    }

    /// There was nothing to do: nothing is worth a file.
    fn discard(&self) {
        let mut state = self.state();
        state.keep = Keep::Never;
        state.own.take().into_iter().for_each(LogFile::remove);
    }

    fn write(&self, level: Level, text: &str) {
        let mut state = self.state();
        let seconds = self.start.elapsed().as_secs_f64();
        for (index, part) in text.lines().enumerate() {
            let mark = if index == 0 { level.as_str() } else { "…" };
            let line = format!("{seconds:9.3} {mark:5} {}", harmless(&state.secrets.hidden_in(part)));
            state.take(level, line);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn take(&mut self, level: Level, line: String) {
        self.own.iter_mut().chain(&mut self.asked).for_each(|file| file.line(level, &line));
        if self.tail.len() == TAIL {
            self.tail.pop_front();
        }
        self.tail.push_back(line.clone());
        if self.own.is_none() && self.waiting.len() < MOST_WAITING {
            self.waiting.push((level, line));
        }
    }

    /// Where nothing came to be installed the folder of the application is gone, and its logs with it.
    fn go_on_in(&mut self, folder: Option<&Path>) {
        let Some(own) = self.own.as_mut().filter(|own| own.is_gone()) else { return };
        if let Some(error) = folder.and_then(|folder| own.go_on_in(folder, &self.name).err()) {
            self.take(Level::Warn, format!("{:15} no log is kept: {error}", ""));
        }
    }

    fn open(&mut self, folder: Option<PathBuf>) {
        let Some(folder) = folder.filter(|_| self.own.is_none()) else { return };
        match LogFile::create(&folder, &self.name) {
            Ok(mut file) => {
                self.header.iter().for_each(|(level, line)| file.line(*level, line));
                self.waiting.drain(..).for_each(|(level, line)| file.line(level, &line));
                self.own = Some(file);
            }
            Err(error) => self.take(Level::Warn, format!("{:15} no log is kept: {error}", "")),
        }
    }
}

impl Log for RunLog {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        // Libraries may log what they were given, credentials included.
        metadata.target().starts_with("quoc")
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            self.write(record.level(), &record.args().to_string());
        }
    }

    fn flush(&self) {}
}

/// Lines for 'copy details'.
const TAIL: usize = 200;

/// Lines that wait for a file; a run that never gets one writes few.
const MOST_WAITING: usize = 2000;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
mod tests;

//! Runs child processes: the real [`Processes`].
//!
//! A child inherits nothing (on Windows `SystemRoot`, or nothing starts): its environment is the command's, its
//! standard input is empty, and it leads a process group of its own, so that it and its children end together.
//! The groups that run are known to [`kill_all`], for an end without return.
//! Must not interpret what a child says.

use std::collections::BTreeSet;
use std::io::{self, BufRead, BufReader, Read};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::ports::{Cancel, Command, ExitStatus, OutputLine, Processes};

/// Runs real child processes.
#[derive(Clone, Copy, Debug, Default)]
pub struct ChildProcesses;

impl Processes for ChildProcesses {
    fn run(&self, command: &Command, cancel: &Cancel, line: &mut dyn FnMut(OutputLine<'_>)) -> io::Result<ExitStatus> {
        if cancel.is_cancelled() {
            return Err(cancelled());
        }
        let mut group = Group::spawn(command)?;
        let lines = group.read_output();
        let deadline = Instant::now() + command.time_limit;
        loop {
            match lines.recv_timeout(TICK) {
                Ok(said) => said.pass_to(line),
                // Both ends of its output are closed: it has ended, or is about to.
                Err(RecvTimeoutError::Disconnected) => return group.wait_until(deadline, cancel),
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(status) = group.try_wait()? {
                        return Ok(group.drain(status, &lines, line));
                    }
                }
            }
            if cancel.is_cancelled() {
                group.kill();
                return Err(cancelled());
            }
            if Instant::now() >= deadline {
                group.kill();
                return Ok(ExitStatus::Killed);
            }
        }
    }
}

/// Kills every child with its children, and lets none start from now on: this process is about to end.
pub fn kill_all() {
    let mut waited = Duration::ZERO;
    let mut running = loop {
        match RUNNING.try_lock() {
            Ok(running) => break running,
            Err(std::sync::TryLockError::Poisoned(poisoned)) => break poisoned.into_inner(),
            // A program on a disk that does not answer is still being started: there is nothing to kill yet.
            Err(std::sync::TryLockError::WouldBlock) if waited >= PATIENCE_WITH_A_START => return,
            Err(std::sync::TryLockError::WouldBlock) => {
                std::thread::sleep(TICK);
                waited += TICK;
            }
        }
    };
    running.over = true;
    running.groups.iter().for_each(|group| kill_group(*group));
}

/// Lets nobody but this person write to what this process and its children make from now on.
pub fn tighten_umask() {
    #[cfg(unix)]
    {
        use rustix::fs::Mode;
        let shared = Mode::WGRP | Mode::WOTH;
        let old = rustix::process::umask(shared);
        rustix::process::umask(old | shared);
    }
}

/// The groups that run now. A group is in it from its start until just before its leader's number is free again.
struct Running {
    groups: BTreeSet<u32>,
    /// Set by [`kill_all`].
    over: bool,
}

static RUNNING: Mutex<Running> = Mutex::new(Running { groups: BTreeSet::new(), over: false });

fn running() -> MutexGuard<'static, Running> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One line of output that a reader thread hands over.
enum Said {
    Out(String),
    Err(String),
}

impl Said {
    fn pass_to(&self, line: &mut dyn FnMut(OutputLine<'_>)) {
        match self {
            Self::Out(text) => line(OutputLine::Out(text)),
            Self::Err(text) => line(OutputLine::Err(text)),
        }
    }
}

/// A child with all its own children; killed when dropped before its end was seen.
#[must_use]
struct Group {
    child: Child,
    ended: bool,
}

impl Group {
    fn spawn(command: &Command) -> io::Result<Self> {
        let mut builder = std::process::Command::new(&command.program);
        builder
            .args(&command.arguments)
            .env_clear()
            .envs(command.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(&command.folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        keep_what_the_system_needs(&mut builder);
        own_group(&mut builder);
        let mut running = running();
        if running.over {
            return Err(cancelled());
        }
        let child = builder.spawn()?;
        running.groups.insert(child.id());
        Ok(Self { child, ended: false })
    }

    fn try_wait(&mut self) -> io::Result<Option<std::process::ExitStatus>> {
        let mut running = running();
        let status = self.child.try_wait()?;
        if status.is_some() {
            running.groups.remove(&self.child.id());
        }
        Ok(status)
    }

    /// Starts the two threads that read the output; the channel closes when both have read it all.
    fn read_output(&mut self) -> Receiver<Said> {
        let (sender, receiver) = sync_channel(LINES_AHEAD);
        if let Some(out) = self.child.stdout.take() {
            let sender = sender.clone();
            std::thread::spawn(move || read_lines(out, &sender, Said::Out));
        }
        if let Some(err) = self.child.stderr.take() {
            std::thread::spawn(move || read_lines(err, &sender, Said::Err));
        }
        receiver
    }

    /// Waits for a child that has closed its output.
    fn wait_until(&mut self, deadline: Instant, cancel: &Cancel) -> io::Result<ExitStatus> {
        let mut pause = Duration::from_micros(200);
        loop {
            if let Some(status) = self.try_wait()? {
                self.ended = true;
                return Ok(exit_status(status));
            }
            if cancel.is_cancelled() {
                self.kill();
                return Err(cancelled());
            }
            if Instant::now() >= deadline {
                self.kill();
                return Ok(ExitStatus::Killed);
            }
            std::thread::sleep(pause);
            pause = (pause * 2).min(TICK);
        }
    }

    /// Reads what an ended child had still said; a grandchild that keeps the output open is killed after a while.
    fn drain(
        &mut self,
        status: std::process::ExitStatus,
        lines: &Receiver<Said>,
        line: &mut dyn FnMut(OutputLine<'_>),
    ) -> ExitStatus {
        let patience = Instant::now() + PATIENCE_WITH_GRANDCHILDREN;
        while let Some(left) = patience.checked_duration_since(Instant::now()) {
            match lines.recv_timeout(left) {
                Ok(said) => said.pass_to(line),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => self.kill(),
            }
        }
        self.ended = true;
        exit_status(status)
    }

    fn kill(&mut self) {
        kill_group(self.child.id());
        // The child itself, wherever killing its group did not work; both fail only when it has ended.
        if let Err(error) = self.child.kill() {
            log::debug!("child {} could not be killed: {error}", self.child.id());
        }
        running().groups.remove(&self.child.id());
        if let Err(error) = self.child.wait() {
            log::debug!("child {} could not be waited for: {error}", self.child.id());
        }
        self.ended = true;
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if !self.ended {
            self.kill();
        }
    }
}

/// Sends each line of an output, decoded lossily and cut to [`LONGEST_LINE`]; a bare carriage return ends one too.
fn read_lines(output: impl Read, sender: &SyncSender<Said>, wrap: fn(String) -> Said) {
    let mut reader = BufReader::new(output);
    let mut line = Vec::new();
    let mut pending = false;
    while let Ok(chunk) = reader.fill_buf() {
        if chunk.is_empty() {
            break;
        }
        let end = chunk.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let text = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or_default();
        let room = LONGEST_LINE.saturating_sub(line.len());
        line.extend_from_slice(text.get(..room).unwrap_or(text));
        let used = end.map_or(chunk.len(), |end| end + 1);
        pending = end.is_none() || !line.is_empty();
        reader.consume(used);
        if end.is_some() && pending {
            if !send(&mut line, sender, wrap) {
                return;
            }
            pending = false;
        }
    }
    if pending && !line.is_empty() {
        send(&mut line, sender, wrap);
    }
}

/// Returns whether anyone still listens.
fn send(line: &mut Vec<u8>, sender: &SyncSender<Said>, wrap: fn(String) -> Said) -> bool {
    let text = String::from_utf8_lossy(line).into_owned();
    line.clear();
    sender.send(wrap(text)).is_ok()
}

fn cancelled() -> io::Error {
    io::Error::new(io::ErrorKind::Interrupted, "cancelled")
}

fn exit_status(status: std::process::ExitStatus) -> ExitStatus {
    status.code().map_or(ExitStatus::Killed, ExitStatus::Code)
}

#[cfg(not(windows))]
fn keep_what_the_system_needs(_: &mut std::process::Command) {}

/// Without `SystemRoot` no program on Windows finds its libraries or random numbers.
#[cfg(windows)]
fn keep_what_the_system_needs(builder: &mut std::process::Command) {
    for name in ["SystemRoot", "SystemDrive", "windir"] {
        if let Some(value) = std::env::var_os(name) {
            builder.env(name, value);
        }
    }
}

#[cfg(unix)]
fn own_group(builder: &mut std::process::Command) {
    use std::os::unix::process::CommandExt;
    builder.process_group(0);
}

#[cfg(windows)]
fn own_group(builder: &mut std::process::Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    const CREATE_NEW_PROCESS_GROUP: u32 = 0x0000_0200;
    builder.creation_flags(CREATE_NO_WINDOW | CREATE_NEW_PROCESS_GROUP);
}

#[cfg(unix)]
fn kill_group(leader: u32) {
    let group = i32::try_from(leader).ok().and_then(rustix::process::Pid::from_raw);
    let killed = group.map(|group| rustix::process::kill_process_group(group, rustix::process::Signal::KILL));
    if let Some(Err(error)) = killed {
        log::debug!("process group {leader} could not be killed: {error}");
    }
}

/// Windows has no groups to kill without a job object: its own tool walks the tree of children.
#[cfg(windows)]
fn kill_group(leader: u32) {
    let root = std::env::var_os("SystemRoot").unwrap_or_else(|| "C:\\Windows".into());
    let tool = std::path::Path::new(&root).join("System32").join("taskkill.exe");
    let mut builder = std::process::Command::new(tool);
    builder.args(["/T", "/F", "/PID", &leader.to_string()]);
    builder.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    own_group(&mut builder);
    if let Err(error) = builder.status() {
        log::debug!("the children of {leader} could not be killed: {error}");
    }
}

/// How often cancellation and the deadline are looked at.
const TICK: Duration = Duration::from_millis(20);

/// Lines that may wait for the caller before the child is held up.
const LINES_AHEAD: usize = 256;

/// Bytes of a line that are kept.
const LONGEST_LINE: usize = 16 * 1024;

/// How long [`kill_all`] waits for a child that is being started.
const PATIENCE_WITH_A_START: Duration = Duration::from_secs(1);

/// How long a grandchild may keep the output of an ended child open.
const PATIENCE_WITH_GRANDCHILDREN: Duration = Duration::from_secs(2);

#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
mod tests {
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
}

//! Runs child processes: the real [`Processes`].
//!
//! A child inherits nothing (on Windows `SystemRoot`, or nothing starts): its environment is the command's, its
//! standard input is empty, and it leads a process group of its own, so that it and its children end together.
//! The groups that run are known to [`kill_all`], for an end without return.
//! Must not interpret what a child says.

mod group;
mod output;
mod running;
#[cfg(all(test, unix))]
mod tests;

use std::io;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

pub use running::kill_all;

use output::Said;

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
        let lines = output::read(&mut group.child);
        let deadline = Instant::now() + command.time_limit;
        loop {
            match lines.recv_timeout(TICK) {
                Ok(said) => said.pass_to(line),
                // Both ends of its output are closed: it has ended, or is about to.
                Err(RecvTimeoutError::Disconnected) => return group.wait_until(deadline, cancel),
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(status) = running::ended(&mut group.child)? {
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
        group::lead(&mut builder);
        let child = running::start(&mut builder)?;
        Ok(Self { child, ended: false })
    }

    /// Waits for a child that has closed its output.
    fn wait_until(&mut self, deadline: Instant, cancel: &Cancel) -> io::Result<ExitStatus> {
        let mut pause = Duration::from_micros(200);
        loop {
            if let Some(status) = running::ended(&mut self.child)? {
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
        group::kill(self.child.id());
        // The child itself, wherever killing its group did not work; both fail only when it has ended.
        if let Err(error) = self.child.kill() {
            log::debug!("child {} could not be killed: {error}", self.child.id());
        }
        running::forget(&self.child);
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

/// How often cancellation and the deadline are looked at.
const TICK: Duration = Duration::from_millis(20);

/// How long a grandchild may keep the output of an ended child open.
const PATIENCE_WITH_GRANDCHILDREN: Duration = Duration::from_secs(2);

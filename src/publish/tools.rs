//! Finds and runs the well-kept tools that a publisher has: uv, pip, Python, auditwheel.
//!
//! They run with the publisher's own environment, since their configuration (an index, a proxy, a
//! certificate) is the publisher's to give. What they answer is never trusted unread.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::ports::{Cancel, Command, ExitStatus, OutputLine, Processes};

/// What running a tool needs from the outside.
#[derive(Clone, Copy)]
pub struct Tools<'a> {
    /// Runs it.
    pub processes: &'a dyn Processes,
    /// Stops it.
    pub cancel: &'a Cancel,
    /// The folders of the `PATH`, in order.
    pub path: &'a [PathBuf],
    /// The publisher's environment variables.
    pub variables: &'a [(OsString, OsString)],
}

/// Says why a tool gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum ToolError {
    /// It could not be started, or was cancelled.
    #[error("{} could not be run", program.display())]
    NotRun {
        /// The program.
        program: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// It ran and failed.
    #[error("{} failed ({})", program.display(), status_words(*status))]
    Failed {
        /// The program.
        program: PathBuf,
        /// How it ended.
        status: ExitStatus,
        /// The last lines it wrote.
        output: Vec<String>,
    },
}

impl ToolError {
    /// Returns the last lines that the tool wrote.
    pub fn output(&self) -> &[String] {
        match self {
            Self::NotRun { .. } => &[],
            Self::Failed { output, .. } => output,
        }
    }
}

fn status_words(status: ExitStatus) -> String {
    match status {
        ExitStatus::Code(code) => format!("status {code}"),
        ExitStatus::Killed => "killed".to_owned(),
    }
}

impl Tools<'_> {
    /// Finds a program on the `PATH`, the first that is a file.
    pub fn find(&self, name: &str) -> Option<PathBuf> {
        let file = if cfg!(windows) { format!("{name}.exe") } else { name.to_owned() };
        self.path.iter().map(|folder| folder.join(&file)).find(|path| path.is_file())
    }

    /// Returns the publisher's home folder, for version managers' shims.
    pub fn home(&self) -> Option<PathBuf> {
        let name = if cfg!(windows) { "USERPROFILE" } else { "HOME" };
        self.variables.iter().find(|(variable, _)| variable == name).map(|(_, value)| value.into())
    }

    /// Runs a tool in a folder and returns its standard output.
    ///
    /// # Errors
    /// [`ToolError`], with the last lines of what the tool wrote.
    pub fn run(&self, program: &Path, arguments: Vec<OsString>, folder: &Path) -> Result<String, ToolError> {
        let command = Command {
            program: program.to_owned(),
            arguments,
            environment: self.variables.to_vec(),
            folder: folder.to_owned(),
            time_limit: TIME_LIMIT,
        };
        let mut transcript = Transcript::default();
        let run = self.processes.run(&command, self.cancel, &mut |line| transcript.take(line));
        match run.map_err(|source| ToolError::NotRun { program: program.to_owned(), source })? {
            ExitStatus::Code(0) => Ok(transcript.out),
            status => Err(ToolError::Failed { program: program.to_owned(), status, output: transcript.last }),
        }
    }
}

/// Makes arguments of texts and paths.
pub(in crate::publish) fn arguments<const N: usize>(list: [&dyn AsRef<OsStr>; N]) -> Vec<OsString> {
    list.iter().map(|argument| argument.as_ref().to_owned()).collect()
}

#[derive(Default)]
struct Transcript {
    out: String,
    last: Vec<String>,
}

impl Transcript {
    fn take(&mut self, line: OutputLine<'_>) {
        let text = match line {
            OutputLine::Out(text) => {
                self.out.push_str(text);
                self.out.push('\n');
                text
            }
            OutputLine::Err(text) => text,
        };
        self.last.push(text.to_owned());
        if self.last.len() > LINES_KEPT {
            self.last.remove(0);
        }
    }
}

/// A resolver that has not answered after ten minutes will not.
const TIME_LIMIT: Duration = Duration::from_secs(600);

const LINES_KEPT: usize = 40;

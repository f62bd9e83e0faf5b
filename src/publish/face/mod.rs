//! The face of the publisher's half: the command line of `quoc-publish`.
//!
//! It reads arguments, calls the room and prints; all wording is in [`words`], all rules are in the
//! room. Everything ambient comes in as a [`World`], so that tests run it in-process with their own
//! clock.

mod json;
mod options;
mod quorum;
mod verbs;
pub mod words;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::model::Timestamp;
use crate::ports::{Cancel, Downloads, MetadataSource, Processes, SourceError};

pub use options::{Options, Request, UsageError, Verb};

use super::explain::Trouble;
use super::texts;
use super::tools::Tools;

/// Opens a repository by its address, or the path of its folder.
pub type Open<'a> = dyn Fn(&str) -> Result<Box<dyn MetadataSource>, SourceError> + 'a;

/// Serves a folder on a port (0 is any) until it is stopped; the last argument is told the address first.
pub type Serve<'a> = dyn Fn(&Path, u16, &mut dyn FnMut(&str)) -> io::Result<()> + 'a;

/// Everything ambient that the publisher's tool uses.
pub struct World<'a> {
    /// The present moment, sampled once.
    pub now: Timestamp,
    /// The languages that the person reads, as BCP 47 tags, best first.
    pub locales: Vec<String>,
    /// The current folder.
    pub folder: PathBuf,
    /// The folders of the `PATH`.
    pub path: Vec<PathBuf>,
    /// The environment variables.
    pub variables: Vec<(OsString, OsString)>,
    /// Runs tools.
    pub processes: &'a dyn Processes,
    /// Stops them.
    pub cancel: Cancel,
    /// Gets what is locked.
    pub downloads: &'a dyn Downloads,
    /// Keeps what is downloaded, by digest; shared with the installer.
    pub store: PathBuf,
    /// Opens a repository by address or folder.
    pub open: &'a Open<'a>,
    /// Serves a folder to this machine until it is stopped; says first where.
    pub serve: &'a Serve<'a>,
    /// Takes what was asked for.
    pub out: &'a mut dyn Write,
    /// Takes what went wrong, and what goes on meanwhile.
    pub err: &'a mut dyn Write,
    /// Asks a person a question that is answered by yes or no.
    pub ask: &'a mut dyn FnMut(&str) -> bool,
}

/// How a run of `quoc-publish` ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Done.
    Done,
    /// Done, but something ends soon or a claim is not covered: somebody has to act.
    Alarm,
    /// It failed, or was refused, with this exit status of the table; nothing half done is left.
    Failed(u8),
}

impl End {
    /// Returns the exit status.
    pub fn status(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Alarm => 3,
            Self::Failed(status) => status,
        }
    }
}

impl World<'_> {
    fn tools(&self) -> Tools<'_> {
        Tools { processes: self.processes, cancel: &self.cancel, path: &self.path, variables: &self.variables }
    }
}

/// Runs one command line, the program's own name left out.
///
/// # Errors
/// When the outputs cannot be written to, or nobody reads them any more.
pub fn run(arguments: impl IntoIterator<Item = OsString>, world: &mut World<'_>) -> io::Result<End> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    match obey(&arguments, world) {
        Ok(end) => Ok(end),
        // Whoever read the output has gone; that is no file of the publisher's.
        Err(Trouble::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => Err(error),
        Err(trouble) => tell(&trouble, &arguments, &world.locales, (world.out, world.err)),
    }
}

fn obey(arguments: &[OsString], world: &mut World<'_>) -> Result<End, Trouble> {
    match options::parse(arguments.iter().cloned())? {
        Request::Help(verb) => write!(world.out, "{}", words::help(verb))?,
        Request::Version => writeln!(world.out, "quoc-publish {}", env!("CARGO_PKG_VERSION"))?,
        Request::Run(verb, options) => return verbs::run(verb, &options, world),
    }
    Ok(End::Done)
}

/// Says why a command line was not carried out, in the language and the form that it asks for.
///
/// # Errors
/// When the outputs cannot be written to.
pub fn tell(
    trouble: &Trouble,
    arguments: &[OsString],
    locales: &[String],
    (out, err): (&mut dyn Write, &mut dyn Write),
) -> io::Result<End> {
    let manner = options::Manner::of(arguments);
    let locales: Vec<String> = manner.locale.into_iter().chain(locales.iter().cloned()).collect();
    let (messages, failure) = (texts::messages(&locales), trouble.failure());
    if manner.json {
        writeln!(out, "{}", json::failed(&messages, &failure))?;
    } else {
        write!(err, "{}", words::failure(&messages, &failure))?;
    }
    Ok(End::Failed(failure.exit_status))
}

//! Runs one step in a child process, cut off from the person's environment and configuration.
//!
//! The rule is invariant 2 and facts.md, section 3: a cleared environment, a private home, no configuration files.

use std::collections::VecDeque;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::error::{EnvironmentError, Step};
use crate::ports::{Cancel, Command, EventSink, ExitStatus, OutputLine, Processes};

/// What this room needs of the world.
#[derive(Clone, Copy)]
pub struct Ports<'a> {
    /// Runs children.
    pub processes: &'a dyn Processes,
    /// Takes events.
    pub events: &'a dyn EventSink,
    /// The wish to stop.
    pub cancel: &'a Cancel,
}

/// A step to run.
pub(super) struct Child<'a> {
    pub(super) step: Step,
    pub(super) program: PathBuf,
    pub(super) arguments: Vec<OsString>,
    /// Folders for PATH, before the system's own.
    pub(super) path: &'a [PathBuf],
    /// Variables beside the isolated ones.
    pub(super) extra: Vec<(OsString, OsString)>,
    pub(super) home: &'a Home,
    pub(super) time_limit: Duration,
}

/// A private home and folder for temporary files; removed when dropped.
#[derive(Debug)]
pub(super) struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    /// Makes one below a folder that only this run uses.
    pub(super) fn new(scratch: &Path) -> Result<Self, EnvironmentError> {
        let folder = private_folder(scratch, "home-")?;
        for name in ["home", "tmp"] {
            fs_err::create_dir(folder.path().join(name)).map_err(EnvironmentError::disk(scratch))?;
        }
        Ok(Self { folder })
    }

    /// Returns the folder, which is the home's and the temporary folder's parent.
    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Makes a folder that only this person can enter (0700), whatever the umask says.
pub(super) fn private_folder(below: &Path, prefix: &str) -> Result<tempfile::TempDir, EnvironmentError> {
    fs_err::create_dir_all(below).map_err(EnvironmentError::disk(below))?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir_in(below).map_err(EnvironmentError::disk(below))
}

/// Runs a step and returns all it wrote on its standard output; the last lines of both go into the error.
pub(super) fn run(child: Child<'_>, ports: Ports<'_>) -> Result<Vec<String>, EnvironmentError> {
    let step = child.step.clone();
    let (status, said) = run_to_end(child, ports)?;
    match status {
        ExitStatus::Code(0) => Ok(said.out),
        ExitStatus::Code(_) => Err(EnvironmentError::Step { step, output: said.last.into() }),
        ExitStatus::Killed => Err(EnvironmentError::Slow { step, output: said.last.into() }),
    }
}

/// What a child wrote: some lines of its output, and the last of both.
#[derive(Default)]
pub(super) struct Words {
    pub(super) out: Vec<String>,
    pub(super) last: VecDeque<String>,
}

impl Words {
    fn hear(&mut self, line: OutputLine<'_>) {
        let text = match line {
            OutputLine::Out(text) | OutputLine::Err(text) => text,
        };
        if matches!(line, OutputLine::Out(_)) && self.out.len() < LINES_KEPT {
            self.out.push(text.to_owned());
        }
        if self.last.len() == LAST_LINES {
            self.last.pop_front();
        }
        self.last.push_back(text.to_owned());
    }
}

/// Runs a step to its end, whatever that is.
pub(super) fn run_to_end(child: Child<'_>, ports: Ports<'_>) -> Result<(ExitStatus, Words), EnvironmentError> {
    let (step, program) = (child.step, child.program.clone());
    log::debug!("{step} begins");
    let mut variables = environment(child.path, child.home.path());
    variables.extend(child.extra);
    let command = Command {
        environment: variables,
        program: child.program,
        arguments: child.arguments,
        folder: child.home.path().to_owned(),
        time_limit: child.time_limit,
    };
    let mut words = Words::default();
    let status = ports.processes.run(&command, ports.cancel, &mut |line| words.hear(line));
    log::debug!("{step} has ended");
    match status {
        Ok(status) => Ok((status, words)),
        Err(_) if ports.cancel.is_cancelled() => Err(EnvironmentError::Cancelled),
        Err(source) => Err(started(program, source)),
    }
}

fn started(program: PathBuf, source: io::Error) -> EnvironmentError {
    EnvironmentError::Start { program, source }
}

/// The whole environment of a child; `SystemRoot` is added by the port on Windows, where nothing starts without.
pub(super) fn environment(path: &[PathBuf], home: &Path) -> Vec<(OsString, OsString)> {
    let mut folders: Vec<OsString> = path.iter().map(|folder| folder.clone().into_os_string()).collect();
    folders.extend(SYSTEM_PATH.iter().map(OsString::from));
    let own = |name: &str| home.join(name).into_os_string();
    let mut variables: Vec<(OsString, OsString)> = vec![
        ("PATH".into(), folders.join(OsStr::new(PATH_SEPARATOR))),
        ("HOME".into(), own("home")),
        ("USERPROFILE".into(), own("home")),
        ("APPDATA".into(), own("home")),
        ("LOCALAPPDATA".into(), own("home")),
        ("TMPDIR".into(), own("tmp")),
        ("TEMP".into(), own("tmp")),
        ("TMP".into(), own("tmp")),
        ("LANG".into(), "C.UTF-8".into()),
        // pip reads no configuration at all when this is the null device.
        ("PIP_CONFIG_FILE".into(), NULL_DEVICE.into()),
        ("PIP_NO_INDEX".into(), "1".into()),
    ];
    if !cfg!(windows) {
        variables.retain(|(name, _)| !["USERPROFILE", "APPDATA", "LOCALAPPDATA"].iter().any(|other| name == other));
    }
    variables
}

#[cfg(not(windows))]
const SYSTEM_PATH: [&str; 2] = ["/usr/bin", "/bin"];
#[cfg(windows)]
const SYSTEM_PATH: [&str; 0] = [];
#[cfg(not(windows))]
const PATH_SEPARATOR: &str = ":";
#[cfg(windows)]
const PATH_SEPARATOR: &str = ";";
#[cfg(not(windows))]
const NULL_DEVICE: &str = "/dev/null";
#[cfg(windows)]
const NULL_DEVICE: &str = "nul";
/// Lines of standard output that are kept for the caller.
const LINES_KEPT: usize = 10_000;
/// Lines that an error carries.
const LAST_LINES: usize = 60;

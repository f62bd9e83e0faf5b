//! Why no environment could be made.

use std::io;
use std::path::{Path, PathBuf};

use super::screen::Refused;
use crate::model::{FileName, PackageName, Version};

/// Why this room failed. What was begun in the folder of the environment is left for the caller to remove.
#[derive(Debug, thiserror::Error)]
pub enum EnvironmentError {
    /// The run was cancelled.
    #[error("cancelled")]
    Cancelled,
    /// A wheel was refused before pip saw it.
    #[error("a wheel is refused")]
    Refused(#[source] Box<Refused>),
    /// The disk is full, or the person's share of it.
    #[error("no space is left in {}", folder.display())]
    NoSpace {
        /// Where.
        folder: PathBuf,
    },
    /// The person may not write there.
    #[error("no right to write in {}", folder.display())]
    NoRights {
        /// Where.
        folder: PathBuf,
        /// Why.
        #[source]
        source: Option<io::Error>,
    },
    /// The file system failed otherwise.
    #[error("the file system failed")]
    Disk {
        /// Why; it names the path.
        #[from]
        source: io::Error,
    },
    /// The folder of the environment already holds something.
    #[error("{} is not empty", folder.display())]
    Occupied {
        /// The folder.
        folder: PathBuf,
    },
    /// A program could not be started.
    #[error("{} cannot be started", program.display())]
    Start {
        /// The program.
        program: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A step failed in a child process.
    #[error("{step} failed")]
    Step {
        /// The step.
        step: Step,
        /// The last lines that the child wrote.
        output: Vec<String>,
    },
    /// A step took longer than it may.
    #[error("{step} took too long")]
    Slow {
        /// The step.
        step: Step,
        /// The last lines that the child wrote.
        output: Vec<String>,
    },
    /// pip found another digest than the lock's.
    #[error("pip found a hash that is not locked")]
    Hash {
        /// The last lines that pip wrote.
        output: Vec<String>,
    },
    /// pip does not take a wheel for this interpreter.
    #[error("pip does not take {what} for this Python")]
    Unsupported {
        /// The wheel or the requirement, in pip's words.
        what: String,
        /// The last lines that pip wrote.
        output: Vec<String>,
    },
    /// The release's pip is for other Pythons.
    #[error("pip {pip} does not run on Python {python}")]
    PipNeedsPython {
        /// pip's version.
        pip: Version,
        /// The interpreter's.
        python: Version,
    },
    /// After the install, a file differs from the one in the wheel, or is missing.
    #[error("{} is not what its wheel holds", path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// After the install, there is a file that no wheel brought.
    #[error("{} was brought by no wheel", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// No wheel brings a command that the release promises.
    #[error("no distribution has the command {command}")]
    NoCommand {
        /// The command.
        command: FileName,
    },
    /// The distributions do not fit each other, by pip's judgement.
    #[error("the distributions do not fit each other")]
    Conflict {
        /// What pip says.
        output: Vec<String>,
    },
    /// A build needs a C compiler, and there is none.
    #[error("building {package} needs a C compiler")]
    NoCompiler {
        /// The distribution.
        package: PackageName,
    },
    /// A build needs Python's C headers, and they are not there.
    #[error("building {package} needs the headers of {}", interpreter.display())]
    NoHeaders {
        /// The distribution.
        package: PackageName,
        /// The interpreter.
        interpreter: PathBuf,
    },
    /// A build made no wheel, several, or one of another distribution.
    #[error("the build of {package} made {found}")]
    NotOneWheel {
        /// The distribution.
        package: PackageName,
        /// The files that it made.
        found: String,
    },
    /// The archive of a managed runtime is refused.
    #[error("the runtime's archive is refused")]
    Runtime(#[from] super::runtime::BadRuntime),
}

/// A step that a child process does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// `python -m venv`
    CreateEnvironment,
    /// `pip install`
    Install,
    /// `pip wheel` of a distribution.
    Build(PackageName),
    /// `pip check`
    Check,
    /// The release's smoke test.
    SmokeTest,
    /// Compiling modules to bytecode.
    Bytecode,
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::CreateEnvironment => f.write_str("python -m venv"),
            Self::Install => f.write_str("pip install"),
            Self::Build(package) => write!(f, "pip wheel {package}"),
            Self::Check => f.write_str("pip check"),
            Self::SmokeTest => f.write_str("the smoke test"),
            Self::Bytecode => f.write_str("compiling to bytecode"),
        }
    }
}

impl EnvironmentError {
    /// Returns the last lines that the child wrote which failed; empty where none did.
    pub fn output(&self) -> &[String] {
        match self {
            Self::Step { output, .. }
            | Self::Slow { output, .. }
            | Self::Hash { output }
            | Self::Unsupported { output, .. }
            | Self::Conflict { output } => output,
            _ => &[],
        }
    }

    /// Says what a failed file operation in a folder comes to.
    pub(super) fn disk(folder: &Path) -> impl Fn(io::Error) -> Self + '_ {
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::NoSpace { folder: folder.to_owned() },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::NoRights { folder: folder.to_owned(), source: Some(source) }
            }
            _ => Self::Disk { source },
        }
    }
}

impl From<Refused> for EnvironmentError {
    fn from(refused: Refused) -> Self {
        match refused.reason {
            super::screen::Unfit::Cancelled => Self::Cancelled,
            _ => Self::Refused(Box::new(refused)),
        }
    }
}

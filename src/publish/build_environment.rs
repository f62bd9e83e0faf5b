//! A virtual environment that holds the locked build dependencies of one distribution and nothing else.
//!
//! Its children have a cleared environment and no index; every file they see was checked against the
//! lock in this process. The compiler is the publisher's own, found on the system's `PATH`.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::model::lock::{LockedFile, LockedPackage};
use crate::model::{Artifact, Lock, Source};
use crate::ports::Downloads;

use super::lock::{LockError, download};
use super::tools::{ToolError, Tools, arguments};

/// A build environment in a temporary folder of its own; dropped, it is gone.
#[must_use]
pub(in crate::publish) struct BuildEnvironment<'a> {
    scratch: tempfile::TempDir,
    tools: &'a Tools<'a>,
}

/// Says why a build environment cannot be made, or cannot build.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A locked file could not be had or is another one.
    #[error("a locked file could not be had")]
    Lock(#[source] Box<LockError>),
    /// Python, pip or the build itself failed.
    #[error(transparent)]
    Tool(#[from] ToolError),
    /// A build dependency has no wheel that this Python takes.
    #[error("the locked build dependencies do not suit this Python")]
    Dependencies(#[source] ToolError),
    /// The build made no wheel, or several.
    #[error("the build did not make exactly one wheel")]
    NotOneWheel,
    /// A file cannot be read or written.
    #[error("the build environment's files cannot be used")]
    Io(#[from] io::Error),
}

impl From<LockError> for BuildError {
    fn from(error: LockError) -> Self {
        Self::Lock(Box::new(error))
    }
}

impl<'a> BuildEnvironment<'a> {
    /// Makes an empty one with a Python.
    pub(in crate::publish) fn make(python: &Path, tools: &'a Tools<'a>) -> Result<Self, BuildError> {
        let environment = Self { scratch: tempfile::tempdir()?, tools };
        for name in ["home", "tmp", "dependencies", "sdist", "out"] {
            fs::create_dir(environment.folder(name))?;
        }
        let venv = environment.folder("venv");
        environment.run(python, arguments([&"-I", &"-m", &"venv", &"--without-pip", &venv]))?;
        Ok(environment)
    }

    /// Puts the pinned pip beside it; it runs from its own wheel and is never installed.
    pub(in crate::publish) fn add_pip(&self, pip: &Artifact, downloads: &dyn Downloads) -> Result<(), BuildError> {
        let Some(Source::Url(url)) = pip.sources.first() else {
            return Err(LockError::OtherFile { file: pip.name.clone() }.into());
        };
        let file = LockedFile {
            name: pip.name.clone(),
            location: crate::model::lock::Location::Url(url.clone()),
            size: pip.size,
            sha256: pip.sha256,
        };
        Ok(fs::write(self.folder("pip.whl"), download(downloads, &file)?)?)
    }

    /// Installs the locked build dependencies that this Python needs.
    pub(in crate::publish) fn install(&self, lock: &Lock, downloads: &dyn Downloads) -> Result<(), BuildError> {
        if lock.packages.is_empty() {
            return Ok(());
        }
        let dependencies = self.folder("dependencies");
        for wheel in lock.packages.iter().flat_map(|package| &package.wheels) {
            fs::write(dependencies.join(wheel.name.as_str()), download(downloads, wheel)?)?;
        }
        let requirements = self.folder("dependencies.txt");
        fs::write(&requirements, super::requirements::text(lock))?;
        let mut command = self.pip(&["install", "--only-binary", ":all:", "--no-compile"]);
        command.extend(arguments([&"--find-links", &dependencies, &"-r", &requirements]));
        self.run(&self.python(), command).map_err(BuildError::Dependencies)?;
        Ok(())
    }

    /// Builds one locked sdist and returns the wheel's path.
    pub(in crate::publish) fn build(
        &self,
        package: &LockedPackage,
        sdist: &LockedFile,
        downloads: &dyn Downloads,
    ) -> Result<PathBuf, BuildError> {
        let (sources, out) = (self.folder("sdist"), self.folder("out"));
        fs::write(sources.join(sdist.name.as_str()), download(downloads, sdist)?)?;
        let requirement = self.folder("sdist.txt");
        let line = format!("{}=={} --hash=sha256:{}\n", package.name, package.version, sdist.sha256);
        fs::write(&requirement, line)?;
        let mut command = self.pip(&["wheel", "--no-binary", ":all:", "--no-build-isolation"]);
        command.extend(arguments([&"--find-links", &sources, &"--wheel-dir", &out, &"-r", &requirement]));
        self.run(&self.python(), command)?;
        only_wheel(&out)?.ok_or(BuildError::NotOneWheel)
    }

    fn pip(&self, verb: &[&str]) -> Vec<OsString> {
        let program = self.folder("pip.whl").join("pip");
        let mut command = arguments([&"-I", &"-X", &"utf8", &program, &"--isolated", &"--no-input"]);
        command.extend(arguments([&"--disable-pip-version-check", &"--no-cache-dir"]));
        command.extend(verb.iter().map(OsString::from));
        command.extend(arguments([&"--no-index", &"--no-deps", &"--require-hashes", &"--progress-bar", &"off"]));
        command
    }

    fn run(&self, program: &Path, command: Vec<OsString>) -> Result<String, ToolError> {
        let mut path = OsString::from(self.scripts());
        for folder in self.tools.path {
            path.push(if cfg!(windows) { ";" } else { ":" });
            path.push(folder);
        }
        let mut environment: Vec<(OsString, OsString)> = vec![
            ("PATH".into(), path),
            ("HOME".into(), self.folder("home").into()),
            ("TMPDIR".into(), self.folder("tmp").into()),
            ("LANG".into(), "C.UTF-8".into()),
            ("PIP_CONFIG_FILE".into(), if cfg!(windows) { "nul".into() } else { "/dev/null".into() }),
            ("SOURCE_DATE_EPOCH".into(), REPRODUCIBLE_DATE.into()),
        ];
        let kept = self.tools.variables.iter().filter(|(name, _)| KEPT.iter().any(|kept| name == kept));
        environment.extend(kept.cloned());
        self.tools.run_with(program, command, self.scratch.path(), environment)
    }

    fn python(&self) -> PathBuf {
        self.scripts().join(if cfg!(windows) { "python.exe" } else { "python" })
    }

    fn scripts(&self) -> PathBuf {
        self.folder("venv").join(if cfg!(windows) { "Scripts" } else { "bin" })
    }

    fn folder(&self, name: &str) -> PathBuf {
        self.scratch.path().join(name)
    }
}

/// Returns the only wheel of a folder.
pub(in crate::publish) fn only_wheel(folder: &Path) -> io::Result<Option<PathBuf>> {
    let mut wheels = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "whl") {
            wheels.push(path);
        }
    }
    Ok(if wheels.len() == 1 { wheels.pop() } else { None })
}

/// Windows' compilers find themselves by these.
const KEPT: &[&str] = &["SystemRoot", "TEMP", "ProgramFiles", "ProgramFiles(x86)", "ProgramData", "PATHEXT"];

/// 2020-01-01: the same sources make the same wheel on another day.
const REPRODUCIBLE_DATE: &str = "1577836800";

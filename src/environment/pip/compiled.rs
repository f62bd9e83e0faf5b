//! The bytecode of pip, with which it starts three times as fast; it works without.
//!
//! It is compiled from the sources that were screened, and kept in the environment for the next upgrade, which takes it
//! only where it has the digest that the record holds. Must not: fail an install.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::time::Duration;

use super::super::carry::Before;
use super::super::child::{self, Child, Home, Ports};
use super::super::error::{EnvironmentError, Step};
use super::super::venv;
use crate::disk;
use crate::model::manifest::{CompiledPip, PIP};
use crate::model::{Interpreter, Sha256Digest};

/// An archive of bytecode, each file at its place below the unpacked pip.
#[derive(Debug)]
pub(super) struct Compiled {
    /// The digest of pip's wheel.
    wheel: Sha256Digest,
    archive: Vec<u8>,
}

impl Compiled {
    /// Takes what an environment has kept of the same pip; `None` where it is not there or not as it was.
    pub(super) fn kept(before: &Before<'_>, wheel: Sha256Digest) -> Option<Self> {
        let known = before.manifest.pip.as_ref().filter(|known| known.wheel == wheel)?;
        let archive = disk::read_limited(&before.folder.join(PIP), LARGEST).ok()??;
        (Sha256Digest::of(&archive) == known.sha256).then_some(Self { wheel, archive })
    }

    /// Puts each file to its source; returns whether all are there.
    pub(super) fn put(&self, folder: &Path) -> bool {
        let put = || -> io::Result<()> {
            let mut archive = tar::Archive::new(self.archive.as_slice());
            archive.set_overwrite(false);
            for entry in archive.entries()? {
                let mut entry = entry?;
                let is_bytecode = entry.header().entry_type().is_file() && is_bytecode(&entry.path()?);
                if !is_bytecode || !entry.unpack_in(folder)? {
                    return Err(io::ErrorKind::InvalidData.into());
                }
            }
            Ok(())
        };
        put().inspect_err(|error| log::warn!("the bytecode of pip that was kept is not used: {error}")).is_ok()
    }

    /// Compiles an unpacked pip.
    ///
    /// # Errors
    /// Only that it was cancelled.
    pub(super) fn compile(
        interpreter: &Interpreter,
        (folder, wheel): (&Path, Sha256Digest),
        (scratch, ports): (&Path, Ports<'_>),
    ) -> Result<Option<Self>, EnvironmentError> {
        let home = Home::new(scratch)?;
        let mut arguments: Vec<OsString> = COMPILE.map(OsString::from).into();
        arguments.push(folder.as_os_str().to_owned());
        let (step, program, extra) = (Step::Bytecode, interpreter.path.clone(), Vec::new());
        let child = Child { step, program, arguments, path: &[], extra, home: &home, time_limit: TIME_LIMIT };
        let collected = child::run(child, ports)
            .and_then(|_| collect(folder).map_err(EnvironmentError::disk(folder)))
            .map(|archive| Some(Self { wheel, archive }));
        match collected {
            Err(EnvironmentError::Cancelled) => Err(EnvironmentError::Cancelled),
            Err(error) => {
                log::warn!("pip is not compiled: {error}");
                Ok(None)
            }
            done => done,
        }
    }

    /// Writes it into an environment, and returns its record.
    pub(super) fn keep(&self, environment: &Path) -> Option<CompiledPip> {
        let written = fs_err::write(environment.join(PIP), &self.archive);
        let record = CompiledPip { wheel: self.wheel, sha256: Sha256Digest::of(&self.archive) };
        written.inspect_err(|error| log::warn!("the bytecode of pip is not kept: {error}")).ok().map(|()| record)
    }
}

/// Reads all bytecode below a folder into an archive.
fn collect(folder: &Path) -> io::Result<Vec<u8>> {
    let mut archive = tar::Builder::new(Vec::new());
    for path in venv::files(folder)?.iter().filter(|path| is_bytecode(path)) {
        let bytes = fs_err::read(folder.join(path))?;
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        archive.append_data(&mut header, path, bytes.as_slice())?;
    }
    archive.into_inner()
}

/// PEP 3147.
fn is_bytecode(path: &Path) -> bool {
    let folder = path.parent().and_then(Path::file_name);
    path.extension().is_some_and(|end| end == "pyc") && folder.is_some_and(|folder| folder == "__pycache__")
}

/// Without a look at the source at every start: time and size of that are others in each run, and it was screened.
const COMPILE: [&str; 8] = ["-I", "-S", "-X", "utf8", "-m", "compileall", "-q", "--invalidation-mode=unchecked-hash"];
const TIME_LIMIT: Duration = Duration::from_secs(5 * 60);
/// Bytes; that of pip 26 has five million.
const LARGEST: u64 = 1 << 26;

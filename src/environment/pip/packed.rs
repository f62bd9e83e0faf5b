//! A pip as one archive of its bytecode, from which Python starts it three times as fast as from its sources.
//!
//! It is made of the sources that were screened, and kept in the environment for the next upgrade, which takes it only
//! where it has the digest that the record holds. pip works without, so must not: fail an install.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::super::carry::Before;
use super::super::child::{self, Child, Home, Ports};
use super::super::error::{EnvironmentError, Step};
use crate::disk;
use crate::model::manifest::{CompiledPip, PIP};
use crate::model::{Interpreter, Sha256Digest};

/// The archive.
#[derive(Debug)]
pub(super) struct Packed {
    /// The digest of pip's wheel.
    wheel: Sha256Digest,
    bytes: Vec<u8>,
}

impl Packed {
    /// Takes what an environment has kept of the same pip; `None` where it is not there or not as it was.
    pub(super) fn kept(before: &Before<'_>, wheel: Sha256Digest) -> Option<Self> {
        let known = before.manifest.pip.as_ref().filter(|known| known.wheel == wheel)?;
        let bytes = disk::read_limited(&before.folder.join(PIP), LARGEST).ok()??;
        (Sha256Digest::of(&bytes) == known.sha256).then_some(Self { wheel, bytes })
    }

    /// Puts it into a private folder; returns what Python runs.
    pub(super) fn put(&self, folder: &Path) -> Result<PathBuf, EnvironmentError> {
        let archive = folder.join(PIP);
        fs_err::write(&archive, &self.bytes).map_err(EnvironmentError::disk(folder))?;
        Ok(archive.join("pip"))
    }

    /// Packs an unpacked pip.
    ///
    /// # Errors
    /// That it was cancelled, or that nothing can be written below `scratch`.
    pub(super) fn pack(
        interpreter: &Interpreter,
        (folder, wheel): (&Path, Sha256Digest),
        (scratch, ports): (&Path, Ports<'_>),
    ) -> Result<Option<Self>, EnvironmentError> {
        let home = Home::new(scratch)?;
        let archive = home.path().join(PIP);
        let mut arguments: Vec<OsString> = ["-I", "-S", "-X", "utf8", "-c", SCRIPT].map(OsString::from).into();
        arguments.extend([folder, &archive].map(OsString::from));
        let (step, program, extra) = (Step::Bytecode, interpreter.path.clone(), Vec::new());
        let child = Child { step, program, arguments, path: &[], extra, home: &home, time_limit: TIME_LIMIT };
        let packed = child::run(child, ports).and_then(|_| {
            let bytes = disk::read_limited(&archive, LARGEST).map_err(EnvironmentError::disk(scratch))?;
            Ok(bytes.map(|bytes| Self { wheel, bytes }))
        });
        match packed {
            Err(EnvironmentError::Cancelled) => Err(EnvironmentError::Cancelled),
            Err(error) => {
                log::warn!("pip is not compiled: {error}");
                Ok(None)
            }
            packed => packed,
        }
    }

    /// Writes it into an environment, and returns its record.
    pub(super) fn keep(&self, environment: &Path) -> Option<CompiledPip> {
        let written = fs_err::write(environment.join(PIP), &self.bytes);
        let record = CompiledPip { wheel: self.wheel, sha256: Sha256Digest::of(&self.bytes) };
        written.inspect_err(|error| log::warn!("the bytecode of pip is not kept: {error}")).ok().map(|()| record)
    }
}

const SCRIPT: &str = include_str!("pack.py");
const TIME_LIMIT: Duration = Duration::from_secs(5 * 60);
/// Bytes; that of pip 26 has six million.
const LARGEST: u64 = 1 << 26;

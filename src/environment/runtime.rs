//! Unpacks a managed Python that the release pins, in the layout of python-build-standalone: one folder `python/`.
//!
//! A private copy of the archive is hashed and unpacked. Everything in it stays below its folder: no path leaves it, no
//! link leads out of it, nothing is written through a link. It is flushed, and then becomes visible by one rename.

mod unpack;

use std::path::{Path, PathBuf};

use fs_err::File;

use super::child::{Ports, private_folder};
use super::error::EnvironmentError;
use super::house::{self, NotCopied};
use super::probe::{Rejection, Surroundings, probe};
use super::screen::BadPath;
use crate::disk;
use crate::model::release::{Os, Runtime};
use crate::model::{Interpreter, Sha256Digest, Version};
use crate::ports::Cancel;

/// Why the archive of a runtime is refused.
#[derive(Debug, thiserror::Error)]
pub enum BadRuntime {
    /// It is not the file that the release pins.
    #[error("its sha256 is {found}, not {pinned}")]
    Digest {
        /// The release's.
        pinned: Sha256Digest,
        /// The file's.
        found: Sha256Digest,
    },
    /// It is no readable `.tar.gz`.
    #[error("it cannot be read")]
    Archive(#[source] std::io::Error),
    /// A path in it is refused.
    #[error("it has the path {path:?}")]
    Path {
        /// The path, cut to a sane length.
        path: String,
        /// Why.
        #[source]
        why: BadPath,
    },
    /// A path is not below `python/`.
    #[error("{path:?} is not below python/")]
    Elsewhere {
        /// The path.
        path: String,
    },
    /// An entry is neither a file, a folder nor a link, or lies below a link, or stands where another does.
    #[error("{path:?} cannot be unpacked")]
    Unusual {
        /// The path.
        path: String,
    },
    /// A link leads out of the folder, or to nothing.
    #[error("the link {path:?} leads to {target:?}")]
    Link {
        /// The link.
        path: String,
        /// Where it leads.
        target: String,
    },
    /// It has more entries or bytes than allowed.
    #[error("it unpacks to more than {limit}")]
    TooLarge {
        /// Entries or bytes allowed.
        limit: u64,
    },
    /// Its interpreter does not run here, or is none that can be used.
    #[error("its interpreter cannot be used: {reason}")]
    DoesNotRun {
        /// Why.
        reason: Rejection,
    },
    /// Its interpreter is of another version than the release says.
    #[error("it is Python {found} instead of {expected}")]
    OtherVersion {
        /// The version that the release names.
        expected: Version,
        /// The version it has.
        found: Version,
    },
    /// There is no interpreter where one belongs.
    #[error("it has no {0}")]
    NoInterpreter(&'static str),
}

/// Bounds of a runtime's archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuntimeLimits {
    /// Entries.
    pub entries: u64,
    /// Bytes of all files.
    pub unpacked: u64,
}

impl Default for RuntimeLimits {
    fn default() -> Self {
        Self { entries: 50_000, unpacked: 2 << 30 }
    }
}

/// Unpacks a runtime that the release pins and asks it what it is; one that is there and answers is left as it is,
/// unless it shall be made anew.
///
/// # Errors
/// As [`unpack_runtime`]; also [`EnvironmentError::Runtime`] when it does not run on this machine.
pub fn managed_runtime(
    archive: &Path,
    runtime: &Runtime,
    runtimes: &Path,
    anew: bool,
    ports: Ports<'_>,
) -> Result<Interpreter, EnvironmentError> {
    let there = runtimes.join(runtime.archive.sha256.to_string()).join(INTERPRETER);
    if !anew && there.is_file() {
        match asked(&there, runtime, ports) {
            Ok(interpreter) => return Ok(interpreter),
            Err(_) if ports.cancel.is_cancelled() => return Err(EnvironmentError::Cancelled),
            Err(error) => log::warn!("{} is unpacked again: {error}", there.display()),
        }
    }
    let path = unpack_runtime(archive, runtime.archive.sha256, runtimes, RuntimeLimits::default(), ports.cancel)?;
    asked(&path, runtime, ports)
}

fn asked(path: &Path, runtime: &Runtime, ports: Ports<'_>) -> Result<Interpreter, EnvironmentError> {
    let surroundings = Surroundings { path_dirs: Vec::new(), home: None };
    let probed = probe(path, &surroundings, ports.processes, ports.cancel);
    let interpreter = probed.map_err(|reason| BadRuntime::DoesNotRun { reason })?;
    // The wheels were chosen for the Python that the release names.
    if interpreter.version != runtime.version {
        let (expected, found) = (runtime.version.clone(), interpreter.version);
        return Err(BadRuntime::OtherVersion { expected, found }.into());
    }
    Ok(Interpreter { managed: true, ..interpreter })
}

/// Unpacks an archive to `<runtimes>/<sha256>/`, in the place of what is there, and returns the interpreter's path.
///
/// The caller is the only run that uses `runtimes` now.
///
/// # Errors
/// An archive that is refused, a full or read-only disk, or that the run was cancelled.
pub fn unpack_runtime(
    archive: &Path,
    pinned: Sha256Digest,
    runtimes: &Path,
    limits: RuntimeLimits,
    cancel: &Cancel,
) -> Result<PathBuf, EnvironmentError> {
    let place = runtimes.join(pinned.to_string());
    let disk = EnvironmentError::disk(runtimes);
    remove_left_over(runtimes).map_err(&disk)?;
    let beside = private_folder(runtimes, BESIDE)?;
    let whole = unpacked(archive, pinned, beside.path(), INTERPRETER, (limits, cancel))?;
    disk::flush_all(&whole).map_err(&disk)?;
    take_the_place(&whole, &place, &beside.path().join("old")).map_err(&disk)?;
    disk::flush_folder(runtimes).map_err(&disk)?;
    Ok(place.join(INTERPRETER))
}

/// Looks whether an archive can be unpacked and has an interpreter where its system wants one. Nothing is kept.
///
/// # Errors
/// As [`unpack_runtime`].
pub fn require_runtime(
    archive: &Path,
    (pinned, os): (Sha256Digest, Os),
    scratch: &Path,
    limits: RuntimeLimits,
    cancel: &Cancel,
) -> Result<(), EnvironmentError> {
    let beside = private_folder(scratch, BESIDE)?;
    unpacked(archive, pinned, beside.path(), interpreter(os), (limits, cancel)).map(|_| ())
}

/// Unpacks a private copy of the archive into a folder and returns where.
fn unpacked(
    archive: &Path,
    pinned: Sha256Digest,
    folder: &Path,
    interpreter: &'static str,
    (limits, cancel): (RuntimeLimits, &Cancel),
) -> Result<PathBuf, EnvironmentError> {
    let disk = EnvironmentError::disk(folder);
    let (copy, whole) = (folder.join("archive"), folder.join("unpacked"));
    locked_copy(archive, &copy, pinned)?;
    fs_err::create_dir(&whole).map_err(&disk)?;
    unpack::unpack(File::open(&copy).map_err(&disk)?, &whole, limits, cancel)?;
    if !whole.join(interpreter).is_file() {
        return Err(BadRuntime::NoInterpreter(interpreter).into());
    }
    Ok(whole)
}

/// Removes what a killed run had begun to unpack, or had replaced and not removed yet.
fn remove_left_over(runtimes: &Path) -> std::io::Result<()> {
    if !runtimes.is_dir() {
        return Ok(());
    }
    for entry in fs_err::read_dir(runtimes)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(BESIDE) {
            disk::remove(&entry.path())?;
        }
    }
    Ok(())
}

/// Moves a folder to a place. What stands there may be what the installed version runs with, so the two change places
/// at one instant where the file system can do that; elsewhere a kill between two renames leaves a repair to do.
fn take_the_place(whole: &Path, place: &Path, old: &Path) -> std::io::Result<()> {
    if !place.exists() {
        return fs_err::rename(whole, place);
    }
    if exchange(whole, place) {
        return Ok(());
    }
    fs_err::rename(place, old)?;
    fs_err::rename(whole, place)
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}

fn locked_copy(archive: &Path, to: &Path, pinned: Sha256Digest) -> Result<(), EnvironmentError> {
    house::copy(archive, to, pinned).map_err(|error| match error {
        NotCopied::Other { found, .. } => BadRuntime::Digest { pinned, found }.into(),
        NotCopied::Disk(error) => EnvironmentError::disk(to)(error),
    })
}

const BESIDE: &str = "new-";
const INTERPRETER: &str = interpreter(if cfg!(windows) { Os::Windows } else { Os::LinuxGlibc });

/// Where python-build-standalone has the interpreter.
const fn interpreter(os: Os) -> &'static str {
    match os {
        Os::Windows => "python/python.exe",
        Os::LinuxGlibc | Os::LinuxMusl | Os::Macos => "python/bin/python3",
    }
}

//! Before the first byte is fetched: can everything be written that will be? Better now than after an hour of
//! downloading, and with the folder's name instead of whatever pip or a script would stumble over.
//!
//! Each folder is tried as it will be used: write, rename, link, lock, run a program, and enough room. A folder that is
//! not there yet is tried in the nearest one above it. Takes a few milliseconds and leaves nothing.
//!
//! How long the longest path becomes is only known when the wheels are there; here a usual length is kept free.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use fs_err as fs;

use super::Layout;
use crate::disk::{self, Room};
use crate::model::Sha256Digest;
use crate::ports::{Cancel, Command, ExitStatus, Processes};

/// What a plan will write.
#[derive(Clone, Copy, Debug)]
pub struct Needs<'a> {
    /// Where the application goes; its folder is there and held.
    pub layout: &'a Layout,
    /// The folder of the downloads.
    pub store: &'a Path,
    /// Bytes to fetch.
    pub to_fetch: u64,
    /// Bytes of all artifacts: copied into the application's folder, and unpacked there.
    pub artifacts: u64,
    /// Bytes of the largest artifact.
    pub largest: u64,
    /// Bytes of the longest artifact's name.
    pub longest_name: u64,
    /// Packages in the environment.
    pub packages: u64,
}

/// Says what speaks against beginning, and where.
#[derive(Debug, thiserror::Error)]
pub enum PreflightError {
    /// A folder cannot be written.
    #[error("{folder} cannot be written")]
    NotWritable {
        /// The folder, or the nearest one above it.
        folder: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Something else stands where a folder is to be made: a file, or a link that leads nowhere.
    #[error("{path} is no folder")]
    InTheWay {
        /// What is in the way.
        path: PathBuf,
    },
    /// Files of a folder cannot be renamed.
    #[error("files cannot be renamed in {folder}")]
    NoRename {
        /// The folder.
        folder: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A folder takes no symbolic links.
    #[error("{folder} takes no symbolic links")]
    NoLinks {
        /// The folder.
        folder: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Files of a folder cannot be locked.
    #[error("files cannot be locked in {folder}")]
    NoLocks {
        /// The folder.
        folder: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Programs in a folder cannot be run.
    #[error("programs cannot be run in {folder}")]
    NoExecution {
        /// The folder.
        folder: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// There is not enough room.
    #[error("{needed} bytes are needed in {folder}, {free} are free")]
    NoRoom {
        /// The folder.
        folder: PathBuf,
        /// Bytes needed, estimated.
        needed: u64,
        /// Bytes free for this person.
        free: u64,
    },
    /// The file system has no room for so many files.
    #[error("room for {needed} files is needed in {folder}, there is room for {free}")]
    NoRoomForFiles {
        /// The folder.
        folder: PathBuf,
        /// Files needed, estimated.
        needed: u64,
        /// Files that may still be made.
        free: u64,
    },
    /// The folder's path is so long that files below it could not be named.
    #[error("the path {folder} has more than {most} bytes")]
    PathTooLong {
        /// The folder.
        folder: PathBuf,
        /// Bytes that it may have.
        most: u64,
    },
    /// The file system allows short names only, as those that encrypt names do.
    #[error("file names in {folder} may have {most} bytes, {needed} are needed")]
    NameTooLong {
        /// The folder.
        folder: PathBuf,
        /// Bytes needed.
        needed: u64,
        /// Bytes allowed.
        most: u64,
    },
    /// The process may have too few files open.
    #[error("{limit} files may be open at once, {needed} are needed")]
    FewOpenFiles {
        /// How many may.
        limit: u64,
        /// How many are needed.
        needed: u64,
    },
    /// The process may not write files as large as they are.
    #[error("files may have {limit} bytes, {needed} are needed")]
    SmallFiles {
        /// How large they may be.
        limit: u64,
        /// How large the largest is.
        needed: u64,
    },
}

/// Tries all that a plan will need.
///
/// # Errors
/// The first thing that speaks against beginning.
pub fn preflight(needs: &Needs<'_>, processes: &dyn Processes, cancel: &Cancel) -> Result<(), PreflightError> {
    let Needs { layout, store, .. } = needs;
    limits(needs)?;
    path_length(layout.folder())?;
    let scratch = layout.scratch();
    let made = !scratch.exists();
    fs::create_dir_all(&scratch).map_err(|source| not_writable(layout.folder(), source))?;
    let name = format!("{PROBE}{}", Sha256Digest::of(layout.folder().as_os_str().as_encoded_bytes()));
    let tried = Probe::new(&scratch, layout.folder(), &name)
        .and_then(|probe| probe.rename()?.link()?.run(processes, cancel))
        .and_then(|()| Probe::new(nearest(store)?, store, &name)?.rename()?.lock())
        .and_then(|()| Probe::new(nearest(layout.commands())?, layout.commands(), &name)?.rename()?.link().map(drop));
    if made {
        disk::remove_if_possible(&scratch);
    }
    tried?;
    room(needs)
}

/// A folder of a moment in the folder that is tried.
struct Probe<'a> {
    inside: tempfile::TempDir,
    /// What a person calls the folder.
    folder: &'a Path,
}

impl<'a> Probe<'a> {
    /// Its name is the application's own, whose lock this run holds: so what a killed run left is found and removed.
    fn new(place: &Path, folder: &'a Path, name: &str) -> Result<Self, PreflightError> {
        let left = place.join(name);
        disk::remove_if_possible(&left);
        let random = if left.exists() { 6 } else { 0 };
        let inside = tempfile::Builder::new().prefix(name).rand_bytes(random).tempdir_in(place);
        inside.map(|inside| Self { inside, folder }).map_err(|source| not_writable(place, source))
    }

    fn file(&self, name: &str, content: &str) -> Result<PathBuf, PreflightError> {
        let path = self.inside.path().join(name);
        fs::write(&path, content).map_err(|source| not_writable(self.folder, source))?;
        Ok(path)
    }

    fn rename(self) -> Result<Self, PreflightError> {
        let (old, new) = (self.file("old", "")?, self.file("new", "")?);
        let renamed = fs::rename(new, old);
        renamed.map_err(|source| PreflightError::NoRename { folder: self.folder.to_owned(), source })?;
        Ok(self)
    }

    /// The pointer and the launchers are links; not so on Windows.
    fn link(self) -> Result<Self, PreflightError> {
        #[cfg(unix)]
        fs::os::unix::fs::symlink("nowhere", self.inside.path().join("link"))
            .map_err(|source| PreflightError::NoLinks { folder: self.folder.to_owned(), source })?;
        Ok(self)
    }

    fn lock(self) -> Result<(), PreflightError> {
        let path = self.file("lock", "")?;
        let opened = fs::File::open(path).map_err(|source| not_writable(self.folder, source))?;
        opened.file().lock().map_err(|source| PreflightError::NoLocks { folder: self.folder.to_owned(), source })
    }

    /// Commands of the application are scripts, and its extension modules are mapped as programs are: neither works
    /// where the file system is mounted without execution.
    #[cfg(unix)]
    fn run(self, processes: &dyn Processes, cancel: &Cancel) -> Result<(), PreflightError> {
        use std::os::unix::fs::PermissionsExt;
        let program = self.file("run", "#!/bin/sh\nexit 0\n")?;
        let executable = std::fs::Permissions::from_mode(0o700);
        fs::set_permissions(&program, executable).map_err(|source| not_writable(self.folder, source))?;
        let command = Command {
            program,
            arguments: Vec::new(),
            environment: Vec::new(),
            folder: self.inside.path().to_owned(),
            time_limit: LONGEST_RUN,
        };
        match processes.run(&command, cancel, &mut |_| {}) {
            Err(source) if source.kind() == ErrorKind::PermissionDenied => {
                Err(PreflightError::NoExecution { folder: self.folder.to_owned(), source })
            }
            // Whatever else goes wrong (no /bin/sh) is no answer to the question.
            Err(error) => {
                log::debug!("whether programs run here is not known: {error}");
                Ok(())
            }
            Ok(ExitStatus::Code(_) | ExitStatus::Killed) => Ok(()),
        }
    }

    #[cfg(not(unix))]
    fn run(self, _: &dyn Processes, _: &Cancel) -> Result<(), PreflightError> {
        Ok(())
    }
}

/// Compares what is free with what will be written; two folders of one file system share it.
fn room(needs: &Needs<'_>) -> Result<(), PreflightError> {
    let (folder, store) = (needs.layout.folder(), nearest(needs.store)?);
    let grows = needs.artifacts.saturating_mul(GROWTH).saturating_add(MARGIN);
    let files = needs.packages.saturating_mul(FILES).saturating_add(FILES);
    let (Some(here), Some(there)) = (disk::room(folder), disk::room(store)) else { return Ok(()) };
    let in_store = if needs.to_fetch == 0 { 0 } else { needs.to_fetch.saturating_add(MARGIN / 4) };
    names(&there, needs)?;
    if here.device == there.device {
        return enough(folder, &here, grows.saturating_add(needs.to_fetch), files);
    }
    enough(folder, &here, grows, files)?;
    enough(needs.store, &there, in_store, 0)
}

fn enough(folder: &Path, room: &Room, needed: u64, files: u64) -> Result<(), PreflightError> {
    let folder = folder.to_owned();
    match room {
        Room { bytes, .. } if *bytes < needed => Err(PreflightError::NoRoom { folder, needed, free: *bytes }),
        Room { files: Some(free), .. } if *free < files => {
            Err(PreflightError::NoRoomForFiles { folder, needed: files, free: *free })
        }
        Room { .. } => Ok(()),
    }
}

fn names(room: &Room, needs: &Needs<'_>) -> Result<(), PreflightError> {
    let needed = needs.longest_name.max(DIGEST);
    if room.longest_name < needed {
        return Err(PreflightError::NameTooLong { folder: needs.store.to_owned(), needed, most: room.longest_name });
    }
    Ok(())
}

fn path_length(folder: &Path) -> Result<(), PreflightError> {
    let length = folder.as_os_str().len() as u64;
    if length > MOST_PATH {
        return Err(PreflightError::PathTooLong { folder: folder.to_owned(), most: MOST_PATH });
    }
    Ok(())
}

/// The limits of this process (setrlimit(2)); the one on open files is raised first, as far as that is allowed.
#[cfg(unix)]
fn limits(needs: &Needs<'_>) -> Result<(), PreflightError> {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let mut open = getrlimit(Resource::Nofile);
    if open.current.is_some_and(|current| current < OPEN_FILES) {
        let raised = open.maximum.map_or(OPEN_FILES, |maximum| maximum.min(OPEN_FILES));
        open.current = Some(raised);
        if let Err(error) = setrlimit(Resource::Nofile, open) {
            log::debug!("the limit on open files stays: {error}");
        }
    }
    let open = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    if open < OPEN_FILES {
        return Err(PreflightError::FewOpenFiles { limit: open, needed: OPEN_FILES });
    }
    let size = getrlimit(Resource::Fsize).current.unwrap_or(u64::MAX);
    if size < needs.largest {
        return Err(PreflightError::SmallFiles { limit: size, needed: needs.largest });
    }
    Ok(())
}

#[cfg(not(unix))]
fn limits(_: &Needs<'_>) -> Result<(), PreflightError> {
    Ok(())
}

/// Returns the folder, or the nearest one above it that is there; whatever else is met first would be in its way.
fn nearest(folder: &Path) -> Result<&Path, PreflightError> {
    let found = folder.ancestors().find(|above| fs::symlink_metadata(above).is_ok()).unwrap_or(folder);
    if found.is_dir() { Ok(found) } else { Err(PreflightError::InTheWay { path: found.to_owned() }) }
}

fn not_writable(folder: &Path, source: io::Error) -> PreflightError {
    PreflightError::NotWritable { folder: folder.to_owned(), source }
}

const PROBE: &str = ".quoc-probe-";
const LONGEST_RUN: Duration = Duration::from_secs(10);

/// What the application's folder grows by, for each byte of its wheels: their copies, their files (3.4 for
/// Tahoe-LAFS), and the bytecode of these.
const GROWTH: u64 = 6;

/// Bytes that stay free beside what is estimated.
const MARGIN: u64 = 16 * 1024 * 1024;

/// Files of a package, with their bytecode: Tahoe-LAFS has 145 for each.
const FILES: u64 = 150;

/// Hexadecimal digits of a sha256: a folder's name in the store.
const DIGEST: u64 = 64;

/// Connections, files on their way, pipes of children, and what the system's libraries open.
const OPEN_FILES: u64 = 128;

/// Bytes of the application's folder. Below it, generations and packages need up to about 230 (the longest path in
/// Tahoe-LAFS' wheels has 172); Windows allows 260 in all, where longer ones were not switched on, Linux 4096, macOS 1024.
const MOST_PATH: u64 = if cfg!(windows) {
    68
} else if cfg!(target_os = "macos") {
    1024 - 300
} else {
    4096 - 300
};

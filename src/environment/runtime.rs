//! Unpacks a managed Python that the release pins, in the layout of python-build-standalone: one folder `python/`.
//!
//! A private copy of the archive is hashed and unpacked. Everything in it stays below its folder: no path leaves it, no
//! link leads out of it, nothing is written through a link. It is flushed, and then becomes visible by one rename.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use fs_err::File;
use tar::{Archive, Entry, EntryType};

use super::child::{Ports, private_folder};
use super::error::EnvironmentError;
use super::house::{self, NotCopied};
use super::probe::{Rejection, Surroundings, probe};
use super::screen::BadPath;
use super::screen::path;
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
    let file = File::open(&copy).map_err(&disk)?;
    let mut unpacking =
        Unpacking { folder: &whole, limits, entries: 0, unpacked: 0, files: NONE, links: NONE, ways_out: NONE };
    let mut tar = Archive::new(MultiGzDecoder::new(file));
    for entry in tar.entries().map_err(BadRuntime::Archive)? {
        if cancel.is_cancelled() {
            return Err(EnvironmentError::Cancelled);
        }
        unpacking.take(entry.map_err(BadRuntime::Archive)?)?;
    }
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

/// An archive half unpacked.
struct Unpacking<'a> {
    folder: &'a Path,
    limits: RuntimeLimits,
    entries: u64,
    unpacked: u64,
    files: BTreeSet<String>,
    links: BTreeSet<String>,
    /// The links once more, as a file system that folds case knows them: nothing may lie behind one by another spelling.
    ways_out: BTreeSet<String>,
}

impl Unpacking<'_> {
    fn take(&mut self, entry: Entry<'_, MultiGzDecoder<File>>) -> Result<(), EnvironmentError> {
        self.entries += 1;
        if self.entries > self.limits.entries {
            return Err(BadRuntime::TooLarge { limit: self.limits.entries }.into());
        }
        let path = checked_path(&entry.path_bytes())?;
        if path != TOP && !path.starts_with("python/") {
            return Err(BadRuntime::Elsewhere { path }.into());
        }
        let unusual = || EnvironmentError::from(BadRuntime::Unusual { path: path.clone() });
        let below_a_link = ancestors(&path).any(|ancestor| self.ways_out.contains(&path::folded(ancestor)));
        if below_a_link || self.files.contains(&path) || self.links.contains(&path) {
            return Err(unusual());
        }
        match entry.header().entry_type() {
            EntryType::Directory => self.make_folder(&path),
            EntryType::Regular | EntryType::Continuous => self.write(path, entry),
            EntryType::Symlink => self.link(path, &entry),
            EntryType::Link => self.hard_link(path, &entry),
            _ => Err(unusual()),
        }
    }

    fn make_folder(&self, path: &str) -> Result<(), EnvironmentError> {
        fs_err::create_dir_all(self.folder.join(path)).map_err(EnvironmentError::disk(self.folder))
    }

    fn make_parent(&self, path: &str) -> Result<(), EnvironmentError> {
        path.rsplit_once('/').map_or(Ok(()), |(parent, _)| self.make_folder(parent))
    }

    fn write(&mut self, path: String, mut entry: Entry<'_, MultiGzDecoder<File>>) -> Result<(), EnvironmentError> {
        let disk = EnvironmentError::disk(self.folder);
        self.unpacked = self.unpacked.saturating_add(entry.size());
        if self.unpacked > self.limits.unpacked {
            return Err(BadRuntime::TooLarge { limit: self.limits.unpacked }.into());
        }
        self.make_parent(&path)?;
        let mode = entry.header().mode().map_err(BadRuntime::Archive)?;
        let whole = self.folder.join(&path);
        let mut file = File::create_new(&whole).map_err(&disk)?;
        let mut buffer = vec![0; 64 * 1024];
        let mut left = entry.size();
        while left > 0 {
            let read = entry.read(&mut buffer).map_err(BadRuntime::Archive)?;
            if read == 0 {
                return Err(BadRuntime::Archive(std::io::ErrorKind::UnexpectedEof.into()).into());
            }
            left = left.saturating_sub(read as u64);
            file.write_all(buffer.get(..read).unwrap_or_default()).map_err(&disk)?;
        }
        set_executable(&whole, mode & 0o111 != 0).map_err(&disk)?;
        self.files.insert(path);
        Ok(())
    }

    /// Makes a symbolic link that leads to somewhere inside.
    fn link(&mut self, path: String, entry: &Entry<'_, MultiGzDecoder<File>>) -> Result<(), EnvironmentError> {
        let target = link_target(entry)?;
        if !leads_inside(&path, &target) {
            return Err(BadRuntime::Link { path, target }.into());
        }
        self.make_parent(&path)?;
        symlink(&target, &self.folder.join(&path)).map_err(EnvironmentError::disk(self.folder))?;
        self.ways_out.insert(path::folded(&path));
        self.links.insert(path);
        Ok(())
    }

    /// Makes a second name of a file that is unpacked already.
    fn hard_link(&mut self, path: String, entry: &Entry<'_, MultiGzDecoder<File>>) -> Result<(), EnvironmentError> {
        let target = link_target(entry)?;
        let inside = checked_path(target.as_bytes()).ok().filter(|target| self.files.contains(target));
        let Some(inside) = inside else { return Err(BadRuntime::Link { path, target }.into()) };
        self.make_parent(&path)?;
        let disk = EnvironmentError::disk(self.folder);
        fs_err::hard_link(self.folder.join(inside), self.folder.join(&path)).map_err(disk)?;
        self.files.insert(path);
        Ok(())
    }
}

fn link_target(entry: &Entry<'_, MultiGzDecoder<File>>) -> Result<String, EnvironmentError> {
    let bytes = entry.link_name_bytes().unwrap_or_default();
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Reads the path of an entry; what only Windows forbids is refused only there (terminfo has such names).
fn checked_path(bytes: &[u8]) -> Result<String, EnvironmentError> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix("./").unwrap_or(&text);
    let text = text.strip_suffix('/').unwrap_or(text);
    match path::check(text) {
        Err(BadPath::Device | BadPath::Ending) if !cfg!(windows) => Ok(text.to_owned()),
        Err(why) => Err(BadRuntime::Path { path: text.chars().take(200).collect(), why }.into()),
        Ok(()) => Ok(text.to_owned()),
    }
}

/// `a/b/c` has the ancestors `a` and `a/b`.
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(index, _)| path.get(..index))
}

/// A target may climb first and then descend, never climb after: a link on the way down could lead elsewhere.
fn leads_inside(link: &str, target: &str) -> bool {
    let depth = link.matches('/').count();
    let climbs = target.split('/').take_while(|segment| *segment == "..").count();
    let rest = target.split('/').skip(climbs).collect::<Vec<_>>().join("/");
    // `python/x` is one folder deep; its target may not climb out of `python`.
    climbs < depth && (rest.is_empty() && climbs > 0 || checked_path(rest.as_bytes()).is_ok())
}

#[cfg(unix)]
fn symlink(target: &str, link: &Path) -> std::io::Result<()> {
    fs_err::os::unix::fs::symlink(target, link)
}

/// Links need rights on Windows, and its runtimes have none.
#[cfg(windows)]
fn symlink(_: &str, _: &Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}

#[cfg(unix)]
fn set_executable(path: &Path, executable: bool) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = if executable { 0o755 } else { 0o644 };
    fs_err::set_permissions(path, std::fs::Permissions::from_mode(mode))
}

#[cfg(windows)]
fn set_executable(_: &Path, _: bool) -> std::io::Result<()> {
    Ok(())
}

const NONE: BTreeSet<String> = BTreeSet::new();
const BESIDE: &str = "new-";
const TOP: &str = "python";
const INTERPRETER: &str = interpreter(if cfg!(windows) { Os::Windows } else { Os::LinuxGlibc });

/// Where python-build-standalone has the interpreter.
const fn interpreter(os: Os) -> &'static str {
    match os {
        Os::Windows => "python/python.exe",
        Os::LinuxGlibc | Os::LinuxMusl | Os::Macos => "python/bin/python3",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_may_climb_within_python_and_then_descend() {
        for (link, target) in [
            ("python/bin/python3", "python3.13"),
            ("python/lib/a/b", "../../bin/python3"),
            ("python/lib/a/b", ".."),
            ("python/x", "bin"),
        ] {
            assert!(leads_inside(link, target), "{link} -> {target}");
        }
    }

    #[test]
    fn a_link_that_leaves_python_or_climbs_late_is_refused() {
        for (link, target) in [
            ("python/x", ".."),
            ("python/bin/x", "../../etc"),
            ("python/x", "/etc/passwd"),
            ("python/x", ""),
            ("python/x", "a/../../b"),
            ("python/lib/x", "bin/../.."),
            ("python", "elsewhere"),
        ] {
            assert!(!leads_inside(link, target), "{link} -> {target}");
        }
    }
}

//! Files replaced as a whole, below all rooms: write beside, flush, rename.
//!
//! A reader sees the old content or the new, never a part, also after a power cut.

pub mod hands;
pub(crate) mod threads;

use std::fs::Permissions;
use std::io::{self, Read, Write};
use std::path::Path;

use fs_err as fs;

/// Replaces a file's content at one instant.
///
/// # Errors
/// Any file-system error, with the path; the old content is untouched then.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    exchange(path, bytes, (BESIDE, None))
}

/// Replaces the content of a person's file at one instant; the new one has the rights of the old one before it has any
/// content. The folder is the person's, too: [`sweep_marked`] removes what a kill leaves there.
///
/// # Errors
/// [`io::ErrorKind::PermissionDenied`] where the old one belongs to somebody else, whose file it would not be any more;
/// any file-system error, with the path; the old content is untouched then.
pub fn replace_like_it_was(path: &Path, bytes: &[u8], mark: &str) -> io::Result<()> {
    let old = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        found => Some(found?),
    };
    if old.as_ref().is_some_and(|old| !hands::is_mine(old)) {
        let what = format!("`{}` belongs to somebody else", path.display());
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, what));
    }
    exchange(path, bytes, (&marked(mark), old.map(|old| old.permissions())))
}

fn exchange(path: &Path, bytes: &[u8], (name, rights): (&str, Option<Permissions>)) -> io::Result<()> {
    let folder = parent(path)?;
    let mut builder = tempfile::Builder::new();
    // As any new file: who may read it is the umask's choice. A web server must be able to read what is published.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut beside = builder.prefix(name).tempfile_in(folder).map_err(|e| with_path(e, path))?;
    if let Some(rights) = rights {
        beside.as_file().set_permissions(rights).map_err(|e| with_path(e, path))?;
    }
    beside.write_all(bytes).and_then(|()| beside.as_file().sync_all()).map_err(|e| with_path(e, path))?;
    rename(beside, path)?;
    flush_folder(folder)
}

/// Through the C library, as everything else here: tests that stand before it see each act.
#[cfg(unix)]
fn rename(beside: tempfile::NamedTempFile, path: &Path) -> io::Result<()> {
    fs::rename(beside.path(), path)?;
    // Its old name is gone, and nothing is left to clean up.
    beside.into_temp_path().keep().map(drop).map_err(|e| with_path(e.error, path))
}

#[cfg(not(unix))]
fn rename(beside: tempfile::NamedTempFile, path: &Path) -> io::Result<()> {
    beside.persist(path).map(drop).map_err(|e| with_path(e.error, path))
}

/// Makes a folder, and those above it that are missing, which only this person can enter.
///
/// # Errors
/// Any file-system error, with the path.
pub fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| with_path(error, folder))
}

/// Makes all that was written below a folder survive a power cut.
///
/// On Linux one call writes the whole file system; elsewhere each file and folder is flushed. Windows promises
/// nothing here.
///
/// # Errors
/// When the folder or something in it cannot be opened or flushed.
pub fn flush_all(folder: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        let opened = fs::File::open(folder)?;
        rustix::fs::syncfs(opened.file()).map_err(|error| with_path(error.into(), folder))
    }
    #[cfg(all(unix, not(any(target_os = "linux", target_os = "android"))))]
    {
        flush_each(folder)?;
        // The calls before hand the bytes to the drive; this one makes the drive write them.
        fs::File::open(folder)?.sync_all()
    }
    #[cfg(not(unix))]
    {
        log::debug!("{} is not flushed", folder.display());
        Ok(())
    }
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "android"))))]
fn flush_each(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        if kind.is_dir() {
            flush_each(&path)?;
        } else if kind.is_file() {
            let opened = fs::File::open(&path)?;
            rustix::fs::fsync(opened.file()).map_err(|error| with_path(error.into(), &path))?;
        }
    }
    let opened = fs::File::open(folder)?;
    rustix::fs::fsync(opened.file()).map_err(|error| with_path(error.into(), folder))
}

/// Makes a folder's entries (new names, renames, removals) survive a power cut.
///
/// # Errors
/// When the folder cannot be opened or flushed.
pub fn flush_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { fs::File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Removes a file, link or folder with all below it; what is not there is no error.
///
/// Folders that their owner made read-only are made writable first.
///
/// # Errors
/// Any other file-system error, with the path. Links are removed, never followed.
pub fn remove(path: &Path) -> io::Result<()> {
    let gone = match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path).or_else(|_| {
            make_writable(path);
            fs::remove_dir_all(path)
        }),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    match gone {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Removes a folder as [`remove`] does, but one with many files on several threads: on a disk that is told what it need
/// not keep (`discard`), each file's removal waits. For folders that this program made and nobody else writes to: whoever
/// could exchange a folder in it meanwhile for a link would have other files removed.
///
/// # Errors
/// As [`remove`].
pub fn remove_own(folder: &Path) -> io::Result<()> {
    if fs::symlink_metadata(folder).is_ok_and(|found| found.is_dir()) {
        empty(folder);
    }
    remove(folder)
}

fn empty(folder: &Path) {
    let (mut folders, mut files) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder { folders.push(entry.path()) } else { files.push(entry.path()) }
        }
    }
    if files.len() >= MANY_FILES {
        threads::each(&files, REMOVING_THREADS, |file| fs::remove_file(file).ok());
    }
}

/// Removes a folder in which nothing is; one with anything in it stays.
///
/// # Errors
/// Any other file-system error, with the path.
pub fn remove_if_empty(folder: &Path) -> io::Result<()> {
    match fs::remove_dir(folder) {
        Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::DirectoryNotEmpty) => Err(error),
        _ => Ok(()),
    }
}

/// Removes what killed runs had not put in its place yet, in a folder and, when `deep`, in those below it; what cannot be
/// removed is only logged. The caller is the only one that writes there.
pub fn sweep(folder: &Path, deep: bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().as_encoded_bytes().starts_with(BESIDE.as_bytes()) {
            remove_if_possible(&entry.path());
        } else if deep && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            sweep(&entry.path(), deep);
        }
    }
}

/// Does the same in a folder in which others write, too: only files that were marked are removed.
pub fn sweep_marked(folder: &Path, mark: &str) {
    let name = marked(mark);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_its = entry.file_name().as_encoded_bytes().starts_with(name.as_bytes());
        if is_its && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            remove_if_possible(&entry.path());
        }
    }
}

fn marked(mark: &str) -> String {
    format!("{BESIDE}{mark}.")
}

/// Returns where a link or file is made before it takes its place.
pub fn beside(path: &Path) -> std::path::PathBuf {
    let mut name = std::ffi::OsString::from(BESIDE);
    name.push(path.file_name().unwrap_or_default());
    path.with_file_name(name)
}

/// Removes what is of no use any more; that it cannot be removed is only logged.
pub fn remove_if_possible(path: &Path) {
    if let Err(error) = remove(path) {
        log::warn!("left behind: {error}");
    }
}

/// Gives the owner all rights on a folder and those below it, as far as that goes; links are not followed.
fn make_writable(folder: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if let Err(error) = fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)) {
            log::warn!("{error}");
        }
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            make_writable(&entry.path());
        }
    }
}

/// Counts the bytes of a file, or of all files below a folder; links are counted and not followed. What is not there, or
/// vanishes meanwhile, is nothing.
///
/// # Errors
/// Any other file-system error, with the path.
pub fn size(path: &Path) -> io::Result<u64> {
    let found = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        found => found?,
    };
    if !found.is_dir() {
        return Ok(found.len());
    }
    let mut sum = 0_u64;
    for entry in fs::read_dir(path)? {
        sum = sum.saturating_add(size(&entry?.path())?);
    }
    Ok(sum)
}

/// Returns a path in a folder where nothing is yet: the folder's first free number, from 1 on.
pub fn first_free(folder: &Path) -> std::path::PathBuf {
    let mut paths = (1_u64..).map(|number| folder.join(number.to_string()));
    paths.find(|path| fs::symlink_metadata(path).is_err()).unwrap_or_else(|| folder.join("0"))
}

/// Reads a file that may be absent.
///
/// # Errors
/// Any file-system error but the file's absence, with the path.
pub fn read_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads a document that may be absent, when it is a plain file of at most `limit` bytes.
///
/// Neither a link nor a device nor a pipe is read, and nothing is waited for.
///
/// # Errors
/// [`io::ErrorKind::InvalidData`] where it is something else or longer; any other file-system error, with the path.
pub fn read_limited(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let file = match open_plain(fs::OpenOptions::new().read(true), path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened?,
    };
    let size = file.metadata()?.len();
    if size > limit {
        return Err(invalid(path, "is larger than such a file can be"));
    }
    let mut bytes = Vec::new();
    // What a system shows as files says it has no bytes, and may make its reader wait.
    file.take(size).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// Opens a plain file, never through a link in its place; with options that make one, where nothing is there.
///
/// # Errors
/// [`io::ErrorKind::InvalidData`] where something else is there; any other file-system error, with the path.
pub fn open_plain(options: &mut fs::OpenOptions, path: &Path) -> io::Result<fs::File> {
    #[cfg(unix)]
    {
        // A pipe would be waited for until somebody writes into it.
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        fs::os::unix::fs::OpenOptionsExt::custom_flags(options, flags.bits().cast_signed());
    }
    if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(invalid(path, "is no plain file"));
    }
    let file = options.open(path)?;
    // It may have been exchanged in between.
    if file.metadata()?.is_file() { Ok(file) } else { Err(invalid(path, "is no plain file")) }
}

fn invalid(path: &Path, what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("`{}` {what}", path.display()))
}

/// What a file system has room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Which file system.
    pub device: u64,
    /// Bytes that this person may still write.
    pub bytes: u64,
    /// Files that may still be made, where that is limited.
    pub files: Option<u64>,
    /// Bytes that a file's name may have.
    pub longest_name: u64,
}

/// Returns what there is room for in a folder, or in the nearest one above it that is there; `None` where the
/// system does not say.
#[cfg(unix)]
pub fn room(folder: &Path) -> Option<Room> {
    use std::os::unix::fs::MetadataExt;
    let folder = folder.ancestors().find(|folder| folder.is_dir())?;
    let (found, device) = (rustix::fs::statvfs(folder).ok()?, fs::metadata(folder).ok()?.dev());
    // Some network file systems count nothing at all, and some no files.
    (found.f_blocks > 0).then(|| Room {
        device,
        bytes: found.f_bavail.saturating_mul(found.f_frsize),
        files: (found.f_files > 0).then_some(found.f_favail),
        longest_name: if found.f_namemax > 0 { found.f_namemax } else { u64::MAX },
    })
}

/// Returns nothing: this system does not say.
#[cfg(not(unix))]
pub fn room(_folder: &Path) -> Option<Room> {
    None
}

fn parent(path: &Path) -> io::Result<&Path> {
    path.parent()
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, format!("{} has no folder", path.display())))
}

fn with_path(error: io::Error, path: &Path) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// Names of files being written, so that what a kill leaves over can be told apart.
const BESIDE: &str = ".quoc-new-";

/// Removing fewer is over before threads have begun.
const MANY_FILES: usize = 512;
/// They wait for the disk, not for a processor: with 8, ten thousand files of an ext4 with `discard` took a tenth of the time.
const REMOVING_THREADS: usize = 8;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests")]
mod tests;

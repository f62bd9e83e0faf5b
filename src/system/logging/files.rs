//! The files of the log: their names, how many stay, how large they grow.

use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use fs_err as fs;
use log::Level;

use crate::disk::{self, hands};
use crate::model::Timestamp;

/// One file of log lines.
#[derive(Debug)]
pub(super) struct LogFile {
    file: fs::File,
    written: u64,
    /// A file that a person named is as long as it gets.
    limited: bool,
}

impl LogFile {
    /// Begins a file in a folder of logs, and removes those that are too old to be kept.
    pub(super) fn create(folder: &Path, name: &str) -> io::Result<Self> {
        disk::create_private(folder)?;
        let found = fs::symlink_metadata(folder)?;
        if found.is_symlink() || !hands::is_mine_alone(&found) {
            let what = format!("{} is a link, belongs to somebody else, or can be written by others", folder.display());
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, what));
        }
        remove_old(folder, KEPT - 1)?;
        let mut number = 1;
        loop {
            let path = folder.join(if number == 1 { format!("{name}{END}") } else { format!("{name}-{number}{END}") });
            match options().create_new(true).read(true).write(true).open(path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < MOST_AT_ONCE => number += 1,
                opened => return Ok(Self { file: opened?, written: 0, limited: true }),
            }
        }
    }

    /// Opens a file that a person named, for writing behind what it holds.
    pub(super) fn append(path: &Path) -> io::Result<Self> {
        Ok(Self { file: options().create(true).append(true).open(path)?, written: 0, limited: false })
    }

    /// Whether the file was removed: with the folder, where nothing came to be installed.
    pub(super) fn is_gone(&self) -> bool {
        fs::symlink_metadata(self.path()).is_err()
    }

    /// Goes on in another folder, with all that was written so far.
    pub(super) fn go_on_in(&mut self, folder: &Path, name: &str) -> io::Result<()> {
        let mut other = Self::create(folder, name)?;
        self.file.rewind()?;
        let mut text = Vec::new();
        self.file.read_to_end(&mut text)?;
        other.file.write_all(&text)?;
        other.written = self.written;
        *self = other;
        Ok(())
    }

    pub(super) fn path(&self) -> &Path {
        self.file.path()
    }

    /// Writes a line; beyond the limit only what is bad, and at last nothing. What cannot be written is let go.
    pub(super) fn line(&mut self, level: Level, line: &str) {
        let limit = if level <= Level::Warn { LARGEST + LARGEST / 8 } else { LARGEST };
        let length = line.len() as u64 + 1;
        if self.limited && self.written.saturating_add(length) > limit {
            return;
        }
        self.written = self.written.saturating_add(length);
        self.file.write_all(format!("{line}\n").as_bytes()).unwrap_or_default();
    }

    pub(super) fn remove(self) {
        let path = self.path().to_owned();
        drop(self);
        disk::remove_if_possible(&path);
    }
}

/// Returns the name of a run's file; names sort by time.
pub(super) fn name(began: Timestamp) -> String {
    began.to_string().replace(':', "")
}

/// Removes all but the newest files of logs; other files are not ours.
fn remove_old(folder: &Path, kept: usize) -> io::Result<()> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut names: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).filter(|path| is_ours(path)).collect();
    names.sort();
    let surplus = names.len().saturating_sub(kept);
    names.iter().take(surplus).try_for_each(|path| disk::remove(path))
}

/// `2026-11-23T032524Z.log`, `2026-11-23T032524Z-2.log`
fn is_ours(path: &Path) -> bool {
    let stem = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(END));
    stem.is_some_and(|stem| {
        let (date, rest) = stem.split_at_checked(SHAPE.len()).unwrap_or_default();
        let fits = |(found, wanted): (char, char)| if wanted == '0' { found.is_ascii_digit() } else { found == wanted };
        date.len() == SHAPE.len()
            && date.chars().zip(SHAPE.chars()).all(fits)
            && (rest.is_empty() || rest.strip_prefix('-').is_some_and(|n| n.parse::<u8>().is_ok()))
    })
}

/// Readable by this person alone.
fn options() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    #[cfg(unix)]
    fs::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Files that stay in a folder of logs.
pub const KEPT: usize = 10;

/// Bytes of one file, but for warnings and errors.
pub const LARGEST: u64 = 1024 * 1024;

const END: &str = ".log";
const SHAPE: &str = "0000-00-00T000000Z";

/// Runs that begin within one second.
const MOST_AT_ONCE: u8 = 100;

//! A file that is still arriving: it counts and hashes what it takes, and keeps it between runs.

use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tempfile::TempPath;

use super::cause::Cause;
use super::store::StoreError;
use crate::disk;
use crate::model::{Artifact, Sha256Digest};

/// The bytes of one artifact so far.
#[derive(Debug)]
pub(super) struct Partial {
    file: fs_err::File,
    path: PathBuf,
    have: u64,
    size: u64,
    hasher: Sha256,
    origin: Option<Origin>,
    /// Deletes a file that is this run's own; one to resume stays.
    own: Option<TempPath>,
}

/// Where the first bytes came from, so that a server can be asked whether it still has that file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Origin {
    /// The address, without credentials.
    pub(super) url: String,
    /// The strong entity tag (RFC 9110, section 8.8.3).
    pub(super) etag: String,
}

impl Partial {
    /// Opens what an earlier run left, or begins; reads all of it to hash it.
    pub(super) fn open(folder: &Path, size: u64) -> Result<Self, StoreError> {
        let path = folder.join(NAME);
        let mut options = fs_err::OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let file = disk::open_plain(&mut options, &path)?;
        let mut partial = Self { file, path, have: 0, size, hasher: Sha256::new(), origin: None, own: None };
        partial.origin = partial.remembered();
        partial.take_what_is_there()?;
        Ok(partial)
    }

    /// Begins a file of this run's own, while another process holds the common one.
    pub(super) fn own(folder: &Path, size: u64) -> Result<Self, StoreError> {
        let named = tempfile::Builder::new().prefix(NAME).tempfile_in(folder)?;
        let (file, own) = named.into_parts();
        let path = own.to_path_buf();
        let file = fs_err::File::from_parts(file, &path);
        Ok(Self { file, path, have: 0, size, hasher: Sha256::new(), origin: None, own: Some(own) })
    }

    /// Returns the bytes on disk.
    pub(super) fn have(&self) -> u64 {
        self.have
    }

    /// Returns whether all bytes are there.
    pub(super) fn is_whole(&self) -> bool {
        self.have == self.size
    }

    /// Returns the entity tag of the first bytes, if they came from this address.
    pub(super) fn etag_of(&self, url: &str) -> Option<&str> {
        self.origin.as_ref().filter(|origin| origin.url == url && self.have > 0).map(|origin| origin.etag.as_str())
    }

    /// Takes bytes; never more than the artifact has.
    pub(super) fn append(&mut self, bytes: &[u8]) -> Result<(), PartialError> {
        if self.have + bytes.len() as u64 > self.size {
            return Err(PartialError::Place(Cause::Long { size: self.size }));
        }
        self.file.write_all(bytes).map_err(StoreError::from)?;
        self.hasher.update(bytes);
        self.have += bytes.len() as u64;
        Ok(())
    }

    /// Throws the bytes away.
    pub(super) fn reset(&mut self) -> Result<(), StoreError> {
        self.forget_origin()?;
        self.file.set_len(0)?;
        self.file.seek(SeekFrom::Start(0))?;
        self.hasher = Sha256::new();
        self.have = 0;
        Ok(())
    }

    /// Remembers where the first bytes come from; only while there are none.
    pub(super) fn begin(&mut self, origin: Option<Origin>) -> Result<(), StoreError> {
        self.forget_origin()?;
        let origin = origin.filter(|_| self.size >= WORTH_A_NOTE);
        if let (Some(origin), None) = (&origin, &self.own) {
            let text = serde_json::to_vec(origin).map_err(std::io::Error::from)?;
            let mut options = fs_err::OpenOptions::new();
            options.write(true).create(true).truncate(true);
            disk::open_plain(&mut options, &self.origin_path())?.write_all(&text)?;
        }
        self.origin = origin;
        Ok(())
    }

    /// Judges the whole file.
    pub(super) fn verify(&self, artifact: &Artifact) -> Result<(), Cause> {
        let found = Sha256Digest::from_bytes(self.hasher.clone().finalize().into());
        let expected = artifact.sha256;
        if found == expected { Ok(()) } else { Err(Cause::WrongHash { expected, found }) }
    }

    /// Puts the verified file under its name. Not flushed to the disk: a file that a power cut
    /// tears is noticed, because the store hashes every file again when it is used.
    pub(super) fn finish(self, target: &Path) -> Result<(), StoreError> {
        let Self { file, path, own, origin, .. } = self;
        drop(file);
        // The note goes first: a run that is killed between the two finds a whole file, and nothing stays behind it.
        if origin.is_some() && own.is_none() {
            remove_if_there(&path.with_file_name(ORIGIN))?;
        }
        super::store::rename(&path, target)?;
        Ok(())
    }

    fn take_what_is_there(&mut self) -> Result<(), StoreError> {
        let mut buffer = vec![0; BUFFER];
        loop {
            let count = self.file.read(&mut buffer)?;
            self.hasher.update(buffer.get(..count).unwrap_or_default());
            self.have += count as u64;
            if self.have > self.size {
                return self.reset();
            }
            if count == 0 {
                return Ok(());
            }
        }
    }

    /// A note that cannot be read is no note: it only saves bytes.
    fn remembered(&self) -> Option<Origin> {
        serde_json::from_slice(&disk::read_limited(&self.origin_path(), LONGEST_NOTE).ok()??).ok()
    }

    fn forget_origin(&mut self) -> Result<(), StoreError> {
        match (self.origin.take(), &self.own) {
            (Some(_), None) => remove_if_there(&self.origin_path()),
            _ => Ok(()),
        }
    }

    fn origin_path(&self) -> PathBuf {
        self.path.with_file_name(ORIGIN)
    }
}

/// Returns the bytes of an artifact that arrived in its folder so far.
pub(super) fn length(folder: &Path) -> u64 {
    fs_err::metadata(folder.join(NAME)).map_or(0, |found| found.len())
}

/// What stops a try: the place's fault, or the disk's.
#[derive(Debug)]
pub(super) enum PartialError {
    Place(Cause),
    Store(StoreError),
}

impl From<Cause> for PartialError {
    fn from(cause: Cause) -> Self {
        Self::Place(cause)
    }
}

impl From<StoreError> for PartialError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match fs_err::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// File names begin with a letter or digit (`FileName`), so these meet no artifact.
const NAME: &str = ".partial";
const ORIGIN: &str = ".origin";
/// A smaller file is resumed without asking whether it is still the same: its hash tells in no time.
const WORTH_A_NOTE: u64 = 256 * 1024;
/// Bytes of a note: an address and an entity tag.
const LONGEST_NOTE: u64 = 64 * 1024;
const BUFFER: usize = 128 * 1024;

#[cfg(all(test, target_os = "linux"))]
#[allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_called_full_and_named() {
        // A device that is always full.
        let path = PathBuf::from("/dev/full");
        let file = fs_err::OpenOptions::new().write(true).open(&path).unwrap();
        let mut partial = Partial { file, path, have: 0, size: 9, hasher: Sha256::new(), origin: None, own: None };
        let Err(PartialError::Store(error)) = partial.append(b"x") else { panic!("it took the byte") };
        assert!(error.is_full());
        assert!(format!("{error:?}").contains("/dev/full"));
        let folder = PathBuf::from("/cache");
        assert!(crate::fetch::Store::new(&folder).blame(error).to_string().contains("/cache"));
    }
}

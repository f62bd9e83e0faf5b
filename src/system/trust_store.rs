//! Trusted metadata in a folder on disk: the rollback floor of the next run.
//!
//! Files are replaced whole and flushed before the next step, so that a kill or a power cut at any point leaves
//! a state that the client knows how to go on from. Nothing is judged here.

use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::disk;
use crate::ports::MetadataStore;

/// Keeps metadata in a folder, which it makes when the first file is written.
#[derive(Clone, Debug)]
pub struct TrustStore {
    folder: PathBuf,
}

impl TrustStore {
    /// Keeps metadata in `folder`.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    fn path(&self, file: &str) -> PathBuf {
        // The names come from `trust::StoreFile` alone, never from a repository.
        file.split('/').fold(self.folder.clone(), |path, segment| path.join(segment))
    }
}

impl MetadataStore for TrustStore {
    fn read(&self, file: &str) -> io::Result<Option<Vec<u8>>> {
        disk::read_limited(&self.path(file), MAX_BYTES)
    }

    fn write(&self, file: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.path(file);
        let folder = path.parent().unwrap_or(&self.folder);
        if !folder.is_dir() {
            fs::create_dir_all(folder)?;
            folder.parent().map_or(Ok(()), disk::flush_folder)?;
        }
        if path.is_dir() {
            // A folder in the file's place is damage; left there it would stop every run.
            disk::remove(&path)?;
        }
        disk::replace(&path, bytes)
    }

    fn remove(&self, file: &str) -> io::Result<()> {
        let path = self.path(file);
        disk::remove(&path)?;
        path.parent().filter(|folder| folder.is_dir()).map_or(Ok(()), |folder: &Path| disk::flush_folder(folder))
    }
}

/// The largest document that the client reads is 5 MB; a larger file was not written by it.
const MAX_BYTES: u64 = 5_000_000;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_stored_read_replaced_and_removed() {
        let folder = tempfile::tempdir().unwrap();
        let store = TrustStore::new(folder.path().join("not yet").join("trust"));
        assert_eq!(store.read("root_history/2.root.json").unwrap(), None);
        store.remove("root.json").unwrap();
        store.write("root_history/2.root.json", b"old").unwrap();
        store.write("root_history/2.root.json", b"new").unwrap();
        assert_eq!(store.read("root_history/2.root.json").unwrap().unwrap(), b"new");
        store.remove("root_history/2.root.json").unwrap();
        assert_eq!(store.read("root_history/2.root.json").unwrap(), None);
    }

    #[test]
    fn a_stored_file_is_read_up_to_the_largest_document_and_refused_beyond() {
        let folder = tempfile::tempdir().unwrap();
        let store = TrustStore::new(folder.path());
        let limit = usize::try_from(MAX_BYTES).unwrap();
        store.write("targets.json", &vec![b'x'; limit]).unwrap();
        assert_eq!(store.read("targets.json").unwrap().unwrap().len(), limit);
        store.write("targets.json", &vec![b'x'; limit + 1]).unwrap();
        assert_eq!(store.read("targets.json").unwrap_err().kind(), io::ErrorKind::InvalidData);
    }

    #[test]
    fn a_folder_in_a_files_place_does_not_stop_the_next_run() {
        let folder = tempfile::tempdir().unwrap();
        let store = TrustStore::new(folder.path());
        fs::create_dir_all(folder.path().join("timestamp.json")).unwrap();
        assert!(store.read("timestamp.json").is_err());
        store.write("timestamp.json", b"{}").unwrap();
        assert_eq!(store.read("timestamp.json").unwrap().unwrap(), b"{}");
    }
}

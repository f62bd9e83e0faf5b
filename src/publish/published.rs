//! What is published: the repository's newest documents, read back from its plain files.
//!
//! Nothing here is believed: whoever needs belief runs a real client over the folder (`check`).

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::disk;
use crate::ports::{MetadataSource, SourceError};
use crate::trust::document::{DocumentError, Envelope, Role, Root, Snapshot, Targets, Timestamp};

/// The newest documents of a repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The newest root.
    pub root: Envelope<Root>,
    /// The timestamp.
    pub timestamp: Envelope<Timestamp>,
    /// The snapshot it names.
    pub snapshot: Envelope<Snapshot>,
    /// The targets document that one names.
    pub targets: Envelope<Targets>,
}

/// Says why a repository's documents cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum PublishedError {
    /// A file cannot be read.
    #[error("the repository cannot be read")]
    Io(#[from] io::Error),
    /// A file is not the document that it should be.
    #[error("{file} is damaged")]
    Document {
        /// The file.
        file: String,
        /// Why.
        #[source]
        source: DocumentError,
    },
    /// A document that another one names is absent.
    #[error("{file} is missing")]
    Missing {
        /// The file.
        file: String,
    },
}

impl Published {
    /// Reads the newest documents; `None` where nothing was published yet.
    ///
    /// # Errors
    /// [`PublishedError`].
    pub fn read(repository: &Path) -> Result<Option<Self>, PublishedError> {
        let metadata = repository.join(METADATA);
        let Some(timestamp) = read::<Timestamp>(&metadata, "timestamp.json")? else { return Ok(None) };
        let file = format!("{}.snapshot.json", timestamp.signed().snapshot.version);
        let snapshot = required::<Snapshot>(&metadata, &file)?;
        let version = snapshot.signed().targets().map_or(0, |targets| targets.version);
        let targets = required::<Targets>(&metadata, &format!("{version}.targets.json"))?;
        Ok(Some(Self { root: newest_root(&metadata)?, timestamp, snapshot, targets }))
    }

    /// Reads one released file.
    ///
    /// # Errors
    /// When it is absent or unreadable; its bytes are not judged.
    pub fn target(&self, repository: &Path, name: &str) -> Result<Vec<u8>, PublishedError> {
        let missing = || PublishedError::Missing { file: name.to_owned() };
        let file = self.targets.signed().targets.get(name).ok_or_else(missing)?;
        let digest = file.sha256().ok_or_else(missing)?;
        Ok(fs::read(repository.join(TARGETS).join(format!("{digest}.{name}")))?)
    }
}

fn newest_root(metadata: &Path) -> Result<Envelope<Root>, PublishedError> {
    let mut newest = required::<Root>(metadata, "1.root.json")?;
    while let Some(next) = read::<Root>(metadata, &format!("{}.root.json", newest.signed().header.version + 1))? {
        newest = next;
    }
    Ok(newest)
}

fn required<T: Role>(metadata: &Path, file: &str) -> Result<Envelope<T>, PublishedError> {
    read(metadata, file)?.ok_or_else(|| PublishedError::Missing { file: file.to_owned() })
}

fn read<T: Role>(metadata: &Path, file: &str) -> Result<Option<Envelope<T>>, PublishedError> {
    let Some(bytes) = disk::read_if_there(&metadata.join(file))? else { return Ok(None) };
    let parsed = Envelope::parse(&bytes);
    parsed.map(Some).map_err(|source| PublishedError::Document { file: file.to_owned(), source })
}

/// A repository's folder with files laid over it that are not written yet.
#[derive(Clone, Debug)]
pub struct FolderRepository {
    folder: PathBuf,
    over: BTreeMap<String, Vec<u8>>,
}

impl FolderRepository {
    /// Reads a folder as it is.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), over: BTreeMap::new() }
    }

    /// Lays files over it, by their path below the folder, with `/`.
    #[must_use]
    pub fn with(mut self, files: BTreeMap<String, Vec<u8>>) -> Self {
        self.over.extend(files);
        self
    }

    fn read(&self, path: &str, limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        let place = self.folder.display().to_string();
        let found = match self.over.get(path) {
            Some(bytes) => Some(bytes.clone()),
            None => disk::read_if_there(&self.folder.join(path)).map_err(|source| SourceError::Unreachable {
                file: path.to_owned(),
                place: place.clone(),
                source: Box::new(source),
            })?,
        };
        match found {
            Some(bytes) if bytes.len() as u64 > limit => {
                Err(SourceError::TooLong { file: path.to_owned(), place, limit })
            }
            other => Ok(other),
        }
    }
}

impl MetadataSource for FolderRepository {
    fn metadata(&self, file: &str, limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        self.read(&format!("{METADATA}/{file}"), limit)
    }

    fn target(&self, path: &str, limit: u64) -> Result<Vec<u8>, SourceError> {
        let file = format!("{TARGETS}/{path}");
        let missing = || SourceError::NotThere { file: file.clone(), place: self.folder.display().to_string() };
        self.read(&file, limit)?.ok_or_else(missing)
    }
}

/// The folder of metadata below a repository.
pub const METADATA: &str = "metadata";

/// The folder of released files below a repository.
pub const TARGETS: &str = "targets";

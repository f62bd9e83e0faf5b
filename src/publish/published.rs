//! What is published: the repository's newest documents, read back from its plain files.
//!
//! Nothing here is believed: whoever needs belief runs a real client over the folder (`check`).

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use fs_err as fs;

use crate::disk;
use crate::fetch::FolderRepository;
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

    /// Reads every root before the newest, oldest first.
    ///
    /// # Errors
    /// When one is absent or damaged.
    pub fn older_roots(&self, repository: &Path) -> Result<Vec<Envelope<Root>>, PublishedError> {
        let versions = 1..self.root.signed().header.version;
        versions.map(|version| required(&repository.join(METADATA), &format!("{version}.root.json"))).collect()
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
pub struct Overlay {
    folder: FolderRepository,
    over: BTreeMap<String, Vec<u8>>,
}

impl Overlay {
    /// Lays files over a folder, by their path below it, with `/`.
    pub fn new(folder: &Path, over: BTreeMap<String, Vec<u8>>) -> Self {
        Self { folder: FolderRepository::new(folder), over }
    }

    fn over(&self, path: &str, limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        match self.over.get(path) {
            Some(bytes) if bytes.len() as u64 > limit => {
                Err(SourceError::TooLong { file: path.to_owned(), place: PLACE.to_owned(), limit })
            }
            other => Ok(other.cloned()),
        }
    }
}

impl MetadataSource for Overlay {
    fn metadata(&self, file: &str, limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        match self.over(&format!("{METADATA}/{file}"), limit)? {
            Some(bytes) => Ok(Some(bytes)),
            // Before the first publication there is no folder to be missing from.
            None if self.over.contains_key(&format!("{METADATA}/1.root.json")) => Ok(None),
            None => self.folder.metadata(file, limit),
        }
    }

    fn target(&self, path: &str, limit: u64) -> Result<Vec<u8>, SourceError> {
        match self.over(&format!("{TARGETS}/{path}"), limit)? {
            Some(bytes) => Ok(bytes),
            None => self.folder.target(path, limit),
        }
    }
}

/// What is about to be published, in errors.
const PLACE: &str = "what is about to be published";

/// The folder of metadata below a repository.
pub const METADATA: &str = "metadata";

/// The folder of released files below a repository.
pub const TARGETS: &str = "targets";

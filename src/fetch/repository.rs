//! A release's repository in the three forms it comes in: a web server, a folder, files inside this program.
//!
//! The layout is TUF's: `metadata/` and `targets/`. Only bytes are handed on; `trust` judges them.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::Dir;
use reqwest::StatusCode;
use reqwest::header::CACHE_CONTROL;
use url::Url;

use super::answer;
use super::cause::{Cause, looks_like_a_page};
use super::client::Client;
use super::limits::Limits;
use super::places::shown;
use super::schedule::Schedule;
use crate::ports::{Cancel, MetadataSource, SourceError};

/// A repository of any form.
#[derive(Clone, Debug)]
pub enum Repository {
    /// On a web server.
    Http(HttpRepository),
    /// In a folder.
    Folder(FolderRepository),
    /// Inside this program.
    Memory(MemoryRepository),
}

/// Where a target is, without fetching it.
#[derive(Debug)]
pub(super) enum Stored<'a> {
    File(PathBuf),
    Carried(&'a [u8]),
    Address(Url),
}

impl Repository {
    /// Finds a target; a server is not asked whether it has it.
    pub(super) fn stored_target(&self, path: &str) -> Option<Stored<'_>> {
        match self {
            Self::Http(repository) => Some(Stored::Address(below(&repository.targets, path)?)),
            Self::Folder(repository) => {
                let file = repository.folder.join(TARGETS).join(flat(path)?);
                file.is_file().then_some(Stored::File(file))
            }
            Self::Memory(repository) => repository.get(TARGETS, path).map(Stored::Carried),
        }
    }

    fn source(&self) -> &dyn MetadataSource {
        match self {
            Self::Http(repository) => repository,
            Self::Folder(repository) => repository,
            Self::Memory(repository) => repository,
        }
    }
}

impl Stored<'_> {
    pub(super) fn into_address(self) -> Option<Url> {
        match self {
            Self::Address(url) => Some(url),
            Self::File(_) | Self::Carried(_) => None,
        }
    }
}

impl MetadataSource for Repository {
    fn metadata(&self, file: &str, limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        self.source().metadata(file, limit)
    }

    fn target(&self, path: &str, limit: u64) -> Result<Vec<u8>, SourceError> {
        self.source().target(path, limit)
    }
}

/// A repository on a web server.
#[derive(Clone, Debug)]
pub struct HttpRepository {
    client: Client,
    metadata: Url,
    targets: Url,
    limits: Arc<Limits>,
    cancel: Cancel,
}

impl HttpRepository {
    /// Names the server's folder in which `metadata/` and `targets/` are.
    pub fn new(client: Client, base: &Url, limits: Limits, cancel: Cancel) -> Self {
        let folder = |name| below(base, name).unwrap_or_else(|| base.clone());
        Self::of_folders(client, folder(METADATA), folder(TARGETS), limits, cancel)
    }

    /// Names the two folders apart.
    pub fn of_folders(client: Client, metadata: Url, targets: Url, limits: Limits, cancel: Cancel) -> Self {
        Self { client, metadata, targets, limits: Arc::new(limits), cancel }
    }

    fn get(&self, folder: &Url, file: &str, limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        let not_there = || SourceError::NotThere { file: file.to_owned(), place: shown(folder) };
        let url = below(folder, file).ok_or_else(not_there)?;
        let work = tokio_timeout(self.limits.metadata, self.try_often(url, limit));
        // Facts, trap 16: metadata has a total deadline.
        let late = Cause::TimedOut { seconds: self.limits.metadata.as_secs() };
        match self.client.block_on(&self.cancel, work).unwrap_or(Some(Err(Cause::Cancelled))).unwrap_or(Err(late)) {
            Ok(Got::Bytes(bytes)) => Ok(Some(bytes)),
            Ok(Got::NotThere) => Ok(None),
            Ok(Got::TooLong) => Err(SourceError::TooLong { file: file.to_owned(), place: shown(folder), limit }),
            Err(cause) => Err(unreachable_source(file, shown(folder), cause)),
        }
    }

    async fn try_often(&self, url: Url, limit: u64) -> Result<Got, Cause> {
        let limits = Limits { tries: self.limits.metadata_tries, ..Limits::clone(&self.limits) };
        let mut schedule = Schedule::new(1, &limits);
        let mut last = Cause::Cancelled;
        while let Some(turn) = schedule.next() {
            tokio::time::sleep(turn.wait).await;
            match self.try_once(url.clone(), limit).await {
                Ok(got) => return Ok(got),
                Err(cause) => {
                    schedule.failed(turn, cause.verdict(), 0, fastrand::f64());
                    last = cause;
                }
            }
        }
        Err(last)
    }

    async fn try_once(&self, url: Url, limit: u64) -> Result<Got, Cause> {
        // An old copy in a proxy would be taken for a frozen repository.
        let request = self.client.get(url).header(CACHE_CONTROL, "no-cache");
        let response = answer::ask(request, &self.limits).await?;
        // Facts, trap 8: only these two mean that there is none; a 500 or a login page must not hide a new root.
        if matches!(response.status(), StatusCode::FORBIDDEN | StatusCode::NOT_FOUND) {
            return Ok(Got::NotThere);
        }
        if let Some(cause) = answer::refusal(&response) {
            return Err(cause);
        }
        match answer::read_all(response, limit, &self.limits).await? {
            Some(bytes) if looks_like_a_page(&bytes) => Err(Cause::LoginPage),
            Some(bytes) => Ok(Got::Bytes(bytes)),
            None => Ok(Got::TooLong),
        }
    }
}

enum Got {
    Bytes(Vec<u8>),
    NotThere,
    TooLong,
}

impl MetadataSource for HttpRepository {
    fn metadata(&self, file: &str, limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        self.get(&self.metadata, file, limit)
    }

    fn target(&self, path: &str, limit: u64) -> Result<Vec<u8>, SourceError> {
        let there = self.get(&self.targets, path, limit)?;
        there.ok_or_else(|| SourceError::NotThere { file: path.to_owned(), place: shown(&self.targets) })
    }
}

/// A repository in a folder: a USB stick, a share, the folder beside the installer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderRepository {
    folder: PathBuf,
}

impl FolderRepository {
    /// Names the folder in which `metadata/` and `targets/` are.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    fn read(&self, part: &str, file: &str, limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        let place = self.folder.join(part);
        let shown = || place.display().to_string();
        let Some(flat) = flat(file) else { return Ok(None) };
        match read_limited(&place.join(flat), limit) {
            Ok(bytes) if bytes.len() as u64 > limit => {
                Err(SourceError::TooLong { file: file.to_owned(), place: shown(), limit })
            }
            Ok(bytes) => Ok(Some(bytes)),
            // A folder that is not there at all is a wrong address or an unplugged stick, not a missing file.
            Err(error) if error.kind() == ErrorKind::NotFound && place.is_dir() => Ok(None),
            Err(source) => Err(unreachable_source(file, shown(), Cause::Unreadable { source })),
        }
    }
}

impl MetadataSource for FolderRepository {
    fn metadata(&self, file: &str, limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        self.read(METADATA, file, limit)
    }

    fn target(&self, path: &str, limit: u64) -> Result<Vec<u8>, SourceError> {
        let not_there =
            || SourceError::NotThere { file: path.to_owned(), place: self.folder.join(TARGETS).display().to_string() };
        self.read(TARGETS, path, limit)?.ok_or_else(not_there)
    }
}

/// A repository inside this program.
#[derive(Clone, Debug)]
pub struct MemoryRepository {
    files: Files,
}

#[derive(Clone, Debug)]
enum Files {
    Included(&'static Dir<'static>),
    Given(Arc<BTreeMap<String, Vec<u8>>>),
}

impl MemoryRepository {
    /// Takes a folder that was built in, with `metadata/` and `targets/` in it.
    pub fn new(folder: &'static Dir<'static>) -> Self {
        Self { files: Files::Included(folder) }
    }

    /// Takes files by their paths, `metadata/1.root.json`.
    pub fn of(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Self { files: Files::Given(Arc::new(files.into_iter().collect())) }
    }

    fn get(&self, part: &str, file: &str) -> Option<&[u8]> {
        let path = format!("{part}/{}", flat(file)?);
        match &self.files {
            // Paths inside are relative to the outermost folder that was built in.
            Files::Included(folder) => folder.get_file(folder.path().join(path)).map(|file| file.contents()),
            Files::Given(files) => files.get(&path).map(Vec::as_slice),
        }
    }

    fn limited(&self, part: &str, file: &str, limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        match self.get(part, file) {
            Some(bytes) if bytes.len() as u64 > limit => {
                Err(SourceError::TooLong { file: file.to_owned(), place: CARRIED.to_owned(), limit })
            }
            bytes => Ok(bytes.map(<[u8]>::to_vec)),
        }
    }
}

impl MetadataSource for MemoryRepository {
    fn metadata(&self, file: &str, limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        self.limited(METADATA, file, limit)
    }

    fn target(&self, path: &str, limit: u64) -> Result<Vec<u8>, SourceError> {
        let not_there = || SourceError::NotThere { file: path.to_owned(), place: CARRIED.to_owned() };
        self.limited(TARGETS, path, limit)?.ok_or_else(not_there)
    }
}

/// Reads at most one byte more than allowed.
fn read_limited(path: &Path, limit: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs_err::File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Facts, trap 17: names are flat; nothing else is ever joined to a folder or an address.
fn flat(name: &str) -> Option<&str> {
    let harmless = |c: char| c.is_ascii_graphic() && !r#"/\:*?"<>|%"#.contains(c);
    (!name.starts_with('.') && !name.is_empty() && name.chars().all(harmless)).then_some(name)
}

/// Returns the address of a flat name below a folder.
fn below(folder: &Url, name: &str) -> Option<Url> {
    let mut url = folder.clone();
    url.path_segments_mut().ok()?.pop_if_empty().push(flat(name)?);
    Some(url)
}

fn unreachable_source(file: &str, place: String, cause: Cause) -> SourceError {
    SourceError::Unreachable { file: file.to_owned(), place, source: Box::new(cause) }
}

async fn tokio_timeout<T>(limit: std::time::Duration, work: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(limit, work).await.ok()
}

const METADATA: &str = "metadata";
const TARGETS: &str = "targets";
/// Stands for the place that is this program itself.
const CARRIED: &str = "<carried>";

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn only_flat_names_are_joined_to_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        fs_err::create_dir_all(folder.path().join("metadata")).unwrap();
        fs_err::write(folder.path().join("secret"), "x").unwrap();
        let repository = FolderRepository::new(folder.path());
        for name in ["../secret", "..", "", "a/b", "a\\b", "C:x", "%2e%2e", ".hidden", "a\0b", "é"] {
            assert_eq!(repository.metadata(name, 10).unwrap(), None, "{name:?}");
            let base = Url::parse("https://r.example/base/").unwrap();
            assert_eq!(below(&base, name), None, "{name:?}");
        }
    }

    #[test]
    fn a_file_of_exactly_the_limit_is_read_and_a_longer_one_refused() {
        let folder = tempfile::tempdir().unwrap();
        fs_err::create_dir_all(folder.path().join("metadata")).unwrap();
        fs_err::write(folder.path().join("metadata/1.root.json"), "12345").unwrap();
        let given = MemoryRepository::of([("metadata/1.root.json".to_owned(), b"12345".to_vec())]);
        let in_folder = FolderRepository::new(folder.path());
        for source in [&given as &dyn MetadataSource, &in_folder] {
            assert_eq!(source.metadata("1.root.json", 5).unwrap().unwrap(), b"12345");
            assert!(matches!(source.metadata("1.root.json", 4), Err(SourceError::TooLong { limit: 4, .. })));
            assert_eq!(source.metadata("2.root.json", 5).unwrap(), None);
            assert!(source.target("x", 5).is_err());
        }
    }

    #[test]
    fn a_folder_that_is_not_there_is_not_a_missing_file() {
        let repository = FolderRepository::new("/nowhere/at/all");
        assert!(matches!(repository.metadata("2.root.json", 5), Err(SourceError::Unreachable { .. })));
    }
}

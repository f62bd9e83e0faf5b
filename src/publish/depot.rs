//! The files that a release names, on this disk: what was built lies in the folder `wheels` and is staged from there,
//! everything else is downloaded once into a store by digest.
//!
//! Nothing here is believed: whoever uses a file compares its digest first (screening and building do).

use std::path::{Path, PathBuf};

use fs_err as fs;
use url::Url;

use crate::disk;
use crate::environment::Wheel;
use crate::fetch::Store;
use crate::model::{Artifact, FileName, PackageName, Sha256Digest, Source, Version};
use crate::ports::{Downloads, SourceError};

use super::beside::BesideError;

/// Where released files are on this disk.
pub struct Depot<'a> {
    downloads: &'a dyn Downloads,
    store: Store,
    built: PathBuf,
}

impl<'a> Depot<'a> {
    /// Takes the store of downloads, and the folder of what was built.
    pub fn new(downloads: &'a dyn Downloads, store: &Path, built: PathBuf) -> Self {
        Self { downloads, store: Store::new(store), built }
    }

    /// Downloads what is not at hand.
    ///
    /// # Errors
    /// When a file cannot be had.
    pub fn bring(&self, artifacts: &[&Artifact]) -> Result<(), SourceError> {
        let missing = |artifact: &&&Artifact| target(artifact).is_none() && !self.store.has(artifact);
        let missing: Vec<&Artifact> = artifacts.iter().filter(missing).copied().collect();
        if missing.is_empty() { Ok(()) } else { self.downloads.store(&missing, self.store.root()) }
    }

    /// Pins what is at an address now, and keeps it; what has the digest that is known already is not asked for again.
    ///
    /// # Errors
    /// [`BesideError`].
    pub(in crate::publish) fn pin(&self, url: &Url, known: Option<Sha256Digest>) -> Result<Artifact, BesideError> {
        let last = url.path_segments().and_then(|mut segments| segments.next_back()).unwrap_or_default();
        // A plus is often written in its long form.
        let name: FileName = last.replace("%2B", "+").replace("%2b", "+").parse()?;
        let artifact = |size, sha256| {
            let sources = vec![Source::Url(url.clone())];
            Artifact { name: name.clone(), size, sha256, package: None, sources }
        };
        if let Some(sha256) = known {
            let kept = self.store.path(&artifact(0, sha256));
            if let Ok(metadata) = fs::metadata(kept) {
                return Ok(artifact(metadata.len(), sha256));
            }
        }
        let bytes = self.downloads.download(url, MAX_PINNED)?;
        let pinned = artifact(bytes.len() as u64, Sha256Digest::of(&bytes));
        let path = self.store.path(&pinned);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        disk::replace(&path, &bytes)?;
        Ok(pinned)
    }

    /// Returns where a file is once it was brought.
    pub fn path(&self, artifact: &Artifact) -> PathBuf {
        match target(artifact) {
            Some(name) => self.built.join(name),
            None => self.store.path(artifact),
        }
    }

    /// Returns a file as a wheel of a distribution.
    pub fn wheel(&self, name: &PackageName, version: &Version, artifact: &Artifact) -> Wheel {
        Wheel {
            name: name.clone(),
            version: version.clone(),
            file_name: artifact.name.clone(),
            sha256: artifact.sha256,
            path: self.path(artifact),
        }
    }
}

/// Bytes of a managed Python.
const MAX_PINNED: u64 = 512 * 1024 * 1024;

fn target(artifact: &Artifact) -> Option<&str> {
    artifact.sources.iter().find_map(|source| match source {
        Source::Target(name) => Some(name.as_str()),
        Source::Url(_) => None,
    })
}

//! The files that a release names, on this disk: what was built lies in the folder `wheels` and is staged from there,
//! everything else is downloaded once into a store by digest.
//!
//! Nothing here is believed: whoever uses a file compares its digest first (screening and building do).

use std::path::{Path, PathBuf};

use crate::environment::Wheel;
use crate::fetch::Store;
use crate::model::{Artifact, PackageName, Source, Version};
use crate::ports::{Downloads, SourceError};

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

fn target(artifact: &Artifact) -> Option<&str> {
    artifact.sources.iter().find_map(|source| match source {
        Source::Target(name) => Some(name.as_str()),
        Source::Url(_) => None,
    })
}

//! The artifacts of a plan as verified files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::model::{Artifact, FileName, Sha256Digest};

/// Files whose size and sha256 are those that the release signs; only this room can make one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wheelhouse {
    files: BTreeMap<(Sha256Digest, FileName), PathBuf>,
}

impl Wheelhouse {
    /// Returns the file of an artifact that was fetched.
    pub fn path(&self, artifact: &Artifact) -> Option<&Path> {
        self.files.get(&(artifact.sha256, artifact.name.clone())).map(PathBuf::as_path)
    }

    /// Returns every file.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.values().map(PathBuf::as_path)
    }

    pub(super) fn add(&mut self, artifact: &Artifact, path: PathBuf) {
        self.files.insert((artifact.sha256, artifact.name.clone()), path);
    }
}

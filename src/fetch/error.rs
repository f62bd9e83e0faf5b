//! Why the artifacts could not all be had.

use super::cause::Cause;
use super::store::StoreError;
use crate::model::FileName;

/// Why a fetch ended without a wheelhouse.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// An artifact could be had from none of its places.
    #[error("{artifact} could not be had from {}", .failure.place)]
    Failed {
        /// The artifact.
        artifact: FileName,
        /// The failure that tells most.
        #[source]
        failure: Box<Failure>,
        /// The last failure of each other place.
        others: Vec<Failure>,
    },
    /// There is no place to get these from.
    #[error("{} files are not in the store, and there is no place to get them from", .files.len())]
    Missing {
        /// The artifacts.
        files: Vec<FileName>,
        /// Whether the network was forbidden.
        offline: bool,
    },
    /// The store cannot be used.
    #[error("the store of downloads {} cannot be used", .folder.display())]
    Store {
        /// The store's folder.
        folder: std::path::PathBuf,
        /// Why.
        #[source]
        source: StoreError,
    },
    /// Someone asked to stop; what came so far is kept.
    #[error("cancelled")]
    Cancelled,
}

/// How one place failed.
#[derive(Debug, thiserror::Error)]
#[error("{place} failed")]
pub struct Failure {
    /// The place: an address without credentials, or a path.
    pub place: String,
    /// Why.
    #[source]
    pub cause: Cause,
}

impl FetchError {
    /// Makes the error of an artifact from the last failure of each place.
    pub(super) fn of_failures(artifact: FileName, mut failures: Vec<Failure>, offline: bool) -> Self {
        let heaviest = failures.iter().enumerate().rev().max_by_key(|(_, failure)| failure.cause.weight());
        match heaviest.map(|(index, _)| index) {
            Some(index) => {
                let failure = Box::new(failures.remove(index));
                Self::Failed { artifact, failure, others: failures }
            }
            None => Self::Missing { files: vec![artifact], offline },
        }
    }

    /// Returns why the artifact could not be had, the cause that tells most.
    pub fn cause(&self) -> Option<&Cause> {
        match self {
            Self::Failed { failure, .. } => Some(&failure.cause),
            _ => None,
        }
    }
}

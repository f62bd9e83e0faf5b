//! Everything that can end a run badly: each room's own error, unchanged.

use crate::activate::{ActivateError, PreflightError};
use crate::environment::EnvironmentError;
use crate::fetch::FetchError;
use crate::plan::Refusal;
use crate::trust::{RefreshError, TrustError};

/// Why a run ended badly. [`EngineError::failure`] gives its row of the error table.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The release's metadata could not be had, or were not believed.
    #[error(transparent)]
    Refresh(#[from] RefreshError),
    /// The release was not believed.
    #[error(transparent)]
    Trust(#[from] TrustError),
    /// The release is not for this machine, or not now.
    #[error(transparent)]
    Plan(#[from] Refusal),
    /// No Python fits.
    #[error("no suitable Python was found")]
    NoPython {
        /// What the plan says.
        source: Box<Refusal>,
        /// The Python that was asked for, if one was.
        asked: Option<String>,
        /// The Pythons that could not even be asked.
        unusable: Vec<crate::environment::Rejected>,
    },
    /// An artifact could not be had.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// The environment could not be made, or its check failed.
    #[error(transparent)]
    Environment(#[from] EnvironmentError),
    /// The disk, the launchers, another run.
    #[error(transparent)]
    Activate(#[from] ActivateError),
    /// A folder was chosen to be removed that is none of the application's data.
    #[error("{} holds no data of this application", path.display())]
    NotItsData {
        /// What was chosen.
        path: std::path::PathBuf,
        /// What can be chosen.
        listed: Vec<String>,
    },
    /// Something would have gone wrong later.
    #[error(transparent)]
    Preflight(#[from] PreflightError),
    /// The person stopped it.
    #[error("the run was cancelled")]
    Cancelled,
    /// A rule between two rooms was broken: a mistake in this program.
    #[error("{what}")]
    Internal {
        /// What should not be possible.
        what: String,
    },
}

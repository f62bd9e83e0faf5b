//! Finds each error's row in the publisher's table and fills in its variables. No words here.
//!
//! Every match names every variant, so that a new one does not compile without a row.

mod preparing;
mod releasing;

use std::io;

use super::changes::ChangesError;
use super::document::DraftError;
use super::failure::{self, CANCELLED, DOWNLOAD_FAILED, DOWNLOAD_REFUSED, FILE_UNUSABLE, exit};
use super::key::KeyError;
use super::keyset::KeysetError;
use super::lock::LockError;
use super::published::PublishedError;
use super::publishing::PublishError;
use super::recipe::RecipeError;
use super::record::RecordError;
use super::sign::SignError;
use super::stage::StageError;
use super::staged::StagedError;
use super::watch::WatchError;
use super::wheels::WheelError;
use crate::engine::explain;
use crate::engine::failure::chain;
use crate::model::event::Failure;
use crate::model::profile::ProfileError;
use crate::ports::SourceError;
use crate::trust::{RefreshError, TrustError};

/// Anything that can go wrong with a verb.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "each variant is the error of the module that it names")]
pub enum Trouble {
    #[error(transparent)]
    Usage(#[from] super::face::UsageError),
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error(transparent)]
    Keyset(#[from] KeysetError),
    #[error(transparent)]
    Recipe(#[from] RecipeError),
    #[error("profile.toml cannot be used")]
    Profile(#[from] ProfileError),
    #[error(transparent)]
    Draft(#[from] DraftError),
    #[error(transparent)]
    Lock(#[from] LockError),
    #[error(transparent)]
    Wheel(#[from] WheelError),
    #[error(transparent)]
    Stage(#[from] StageError),
    #[error(transparent)]
    Staged(#[from] StagedError),
    #[error(transparent)]
    Changes(#[from] ChangesError),
    #[error(transparent)]
    Record(#[from] RecordError),
    #[error(transparent)]
    Sign(#[from] SignError),
    #[error(transparent)]
    Published(#[from] PublishedError),
    #[error(transparent)]
    Publish(#[from] PublishError),
    #[error(transparent)]
    Watch(#[from] WatchError),
    #[error(transparent)]
    Refresh(#[from] RefreshError),
    #[error(transparent)]
    Source(#[from] SourceError),
    #[error("this application is published already; 'root' changes its keys")]
    PublishedAlready,
    #[error("nothing was signed")]
    Declined,
    #[error("the repository cannot be served on port {port}")]
    Port { port: u16, source: io::Error },
    #[error("the program cannot begin")]
    Setup(#[source] io::Error),
    #[error("a file cannot be used")]
    Io(#[from] io::Error),
}

impl Trouble {
    /// Returns the error's row of the table, filled in; the details are the chain of causes, in English.
    pub fn failure(&self) -> Failure {
        let mut failure = match self {
            Self::Usage(error) => preparing::usage(error),
            Self::Key(error) => preparing::key(error),
            Self::Keyset(error) => preparing::keyset(error),
            Self::Recipe(error) => preparing::recipe(error),
            Self::Profile(error) => preparing::profile(error),
            Self::Draft(error) => preparing::draft(error),
            Self::Lock(error) => preparing::lock(error),
            Self::Wheel(error) => preparing::wheel(error),
            Self::Stage(error) => releasing::stage(error),
            Self::Staged(error) => releasing::staged(error),
            Self::Changes(error) => releasing::changes(error),
            Self::Record(error) => releasing::record(error),
            Self::Sign(error) => releasing::sign(error),
            Self::Published(error) => releasing::published(error),
            Self::Publish(error) => releasing::publish(error),
            Self::Watch(error) => releasing::watch(error),
            Self::Refresh(error) => refresh(error),
            Self::Source(error) => source(error),
            Self::PublishedAlready => failure::PUBLISHED_ALREADY.failure([], None),
            Self::Declined => failure::SIGN_DECLINED.failure([], None),
            Self::Port { port, source } => {
                failure::SERVE_PORT.failure([("port", port.to_string()), ("problem", source.to_string())], None)
            }
            Self::Setup(error) => failure::INTERNAL.failure([("problem", error.to_string())], None),
            Self::Io(error) => disk(error),
        };
        let added = std::mem::replace(&mut failure.details, chain(self));
        failure.details.extend(added);
        failure
    }
}

/// The text names the path: all files are opened by `fs_err`.
fn disk(error: &io::Error) -> Failure {
    FILE_UNUSABLE.failure([("problem", error.to_string())], None)
}

fn source(error: &SourceError) -> Failure {
    download(&explain::source(error), error.to_string())
}

fn refresh(error: &RefreshError) -> Failure {
    match error {
        RefreshError::Source { source } => self::source(source),
        RefreshError::Store { source, .. } => disk(source),
        RefreshError::Trust { source: TrustError::TooFewSignatures { role, signed, threshold, .. } } => {
            let (have, need) = (signed.to_string(), threshold.to_string());
            failure::VERIFY_TOO_FEW.failure([("role", role.to_string()), ("have", have), ("need", need)], None)
        }
        RefreshError::Trust { source } => match explain::refresh(error) {
            // A web page in place of metadata: somebody has to log in to a network.
            users if users.exit_status == exit::NETWORK => download(&users, source.to_string()),
            _ => failure::VERIFY_REFUSED.failure([], None),
        },
    }
}

/// Whatever does not come from a server ends with the status that the installer has for it, which tells one from the other.
fn download(users: &Failure, problem: String) -> Failure {
    let row = match users.exit_status {
        exit::REFUSED => DOWNLOAD_REFUSED,
        exit::DISK => FILE_UNUSABLE,
        exit::CANCELLED => return cancelled(),
        _ => DOWNLOAD_FAILED,
    };
    row.failure([("problem", problem)], None)
}

fn cancelled() -> Failure {
    CANCELLED.failure([], None)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests;

//! Finds each error's row in the table and fills in its variables. No words here: those are the faces'.
//!
//! Every match names every variant of a room's own error, so that a new one does not compile without a row.

mod activate;
mod environment;
mod fetch;
mod plan;
mod preflight;
mod trust;

use std::error::Error;
use std::io;
use std::path::Path;

use super::EngineError;
use super::failure::{self, chain};
use crate::model::event::Failure;

pub use trust::{refresh, source};

impl EngineError {
    /// Returns the error's row of the table, filled in.
    pub fn failure(&self) -> Failure {
        let mut failure = match self {
            Self::Refresh(error) => trust::refresh(error),
            Self::Trust(error) => trust::trust(error),
            Self::Plan(refusal) => plan::refusal(refusal),
            Self::NoPython { source, asked, unusable } => plan::no_python(source, asked.as_deref(), unusable),
            Self::Fetch(error) => fetch::fetch(error),
            Self::Environment(error) => environment::environment(error),
            Self::Activate(error) => activate::activate(error),
            Self::NotItsData { path, listed } => {
                let folders = if listed.is_empty() { "none".to_owned() } else { names(listed) };
                failure::USAGE_NO_SUCH_DATA.failure([("path", path.display().to_string()), ("folders", folders)], None)
            }
            Self::Preflight(error) => preflight::preflight(error),
            Self::Cancelled => failure::CANCELLED.failure([], None),
            Self::Internal { .. } => failure::INTERNAL.failure([], None),
        };
        // What the rooms add (a child's last lines, rejected Pythons) comes after the causes.
        let added = std::mem::replace(&mut failure.details, chain(self));
        failure.details.extend(added);
        if failure.code == failure::CANCELLED.code {
            failure.details.clear();
        }
        failure
    }
}

/// Says what a failed file operation comes to, at a path if the caller knows it better than the error.
pub fn disk(error: &io::Error, path: Option<&Path>) -> Failure {
    let path = path.map(|path| path.display().to_string()).or_else(|| named_path(error));
    let path = path.unwrap_or_else(|| error.to_string());
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            failure::DISK_FULL.failure([("folder", path)], None)
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            failure::DISK_RIGHTS.failure([("path", path)], None)
        }
        // The name is too long (ENAMETOOLONG), or has characters that the file system refuses.
        io::ErrorKind::InvalidFilename => failure::DISK_NAME.failure([("path", path)], None),
        _ => failure::DISK_OTHER.failure([("path", path)], None),
    }
}

/// `fs_err` keeps its path to itself but for the text, where it stands between backticks; of two, as a rename has, the
/// second is the one that a person knows.
fn named_path(error: &io::Error) -> Option<String> {
    let text = error.get_ref().map(ToString::to_string)?;
    let (_, rest) = text.split_once('`')?;
    let (paths, _) = rest.rsplit_once('`')?;
    let path = paths.rsplit_once("` to `").map_or(paths, |(_, to)| to);
    (!path.is_empty()).then(|| path.to_owned())
}

/// Joins names; the list separator of western languages is good enough for names.
fn names<T: std::fmt::Display>(parts: impl IntoIterator<Item = T>) -> String {
    parts.into_iter().map(|part| part.to_string()).collect::<Vec<_>>().join(", ")
}

/// Returns an error's own text and those of its causes, in one line.
fn in_a_line(error: &(dyn Error + 'static)) -> String {
    chain(error).join(": ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
mod tests;

//! The rows of what was not believed, and of repositories that could not be read.

use super::super::failure::{self, CANCELLED};
use super::{disk, fetch};
use crate::fetch::{Cause, FetchError};
use crate::model::event::Failure;
use crate::model::release::{FORMAT, ReleaseError, TARGET};
use crate::ports::SourceError;
use crate::trust::document::DocumentError;
use crate::trust::{RefreshError, TrustError};

/// Returns the row of a repository that was not believed or could not be read.
pub fn refresh(error: &RefreshError) -> Failure {
    match error {
        RefreshError::Trust { source } => trust(source),
        RefreshError::Source { source } => self::source(source),
        RefreshError::Store { file, source } => disk(source, Some(file.as_ref())),
    }
}

pub(super) fn trust(error: &TrustError) -> Failure {
    match error {
        TrustError::Malformed { file, source } => malformed(file, source),
        TrustError::WebPage { file } => failure::TRUST_WEB_PAGE.failure([("file", file.clone())], None),
        TrustError::Missing { file }
        | TrustError::WrongVersion { file, .. }
        | TrustError::RoleVanished { file }
        | TrustError::UnknownTarget { name: file } => {
            failure::TRUST_INCONSISTENT.failure([("file", file.clone())], None)
        }
        TrustError::TooLong { file, limit } => {
            failure::TRUST_TOO_LONG.failure([("file", file.clone()), ("limit", limit.to_string())], None)
        }
        TrustError::TooFewSignatures { file, signed, threshold, .. } => failure::TRUST_THRESHOLD
            .failure([("role", file.clone()), ("have", signed.to_string()), ("need", threshold.to_string())], None),
        TrustError::Expired { role, expires, clock, judged_at } if clock < judged_at => failure::TRUST_CLOCK_BEHIND
            .failure(
                [
                    ("role", role.to_string()),
                    ("expires", expires.to_string()),
                    ("now", clock.to_string()),
                    ("known", judged_at.to_string()),
                ],
                None,
            ),
        TrustError::Expired { role, expires, clock, .. } => failure::TRUST_EXPIRED
            .failure([("role", role.to_string()), ("expires", expires.to_string()), ("now", clock.to_string())], None),
        TrustError::Rollback { role, offered, trusted } => failure::TRUST_ROLLBACK.failure(
            [("role", role.to_string()), ("offered", offered.to_string()), ("trusted", trusted.to_string())],
            None,
        ),
        TrustError::BelowFloor { role, offered, floor } => {
            failure::TRUST_FLOOR.failure([("offered", format!("{role} {offered}")), ("floor", floor.to_string())], None)
        }
        TrustError::ReleaseBelowFloor { offered, floor } => {
            failure::TRUST_FLOOR.failure([("offered", offered.to_string()), ("floor", floor.to_string())], None)
        }
        TrustError::TooManyRoots { limit, .. } => {
            failure::TRUST_MANY_ROOTS.failure([("limit", limit.to_string())], None)
        }
        TrustError::WrongLength { file, .. }
        | TrustError::WrongHash { file, .. }
        | TrustError::NoKnownHash { file } => failure::TRUST_MISMATCH.failure([("file", file.clone())], None),
        TrustError::MalformedRelease { source } => release(source),
        TrustError::MalformedLock { target, .. } => failure::TRUST_MALFORMED.failure([("file", target.clone())], None),
        TrustError::OtherApplication { expected, found } => failure::TRUST_OTHER_APPLICATION
            .failure([("expected", expected.to_string()), ("found", found.to_string())], None),
        TrustError::Contradiction { name, .. } => failure::PLAN_BAD_LOCK.failure([("package", name.clone())], None),
        TrustError::OutOfTurn => failure::INTERNAL.failure([], None),
    }
}

/// What is well written but not for this program is told from what is not well written.
fn malformed(file: &str, error: &DocumentError) -> Failure {
    match error {
        DocumentError::UnsupportedKey { .. }
        | DocumentError::Delegations { .. }
        | DocumentError::OtherSpecification { .. } => {
            failure::TRUST_UNSUPPORTED.failure([("file", file.to_owned()), ("feature", error.to_string())], None)
        }
        DocumentError::Json { .. }
        | DocumentError::Missing { .. }
        | DocumentError::Wrong { .. }
        | DocumentError::OtherType { .. }
        | DocumentError::Repeated { .. } => failure::TRUST_MALFORMED.failure([("file", file.to_owned())], None),
    }
}

fn release(error: &ReleaseError) -> Failure {
    let file = TARGET.to_owned();
    match error {
        ReleaseError::NewerFormat { found } => failure::TRUST_NEWER_FORMAT
            .failure([("file", file), ("format", found.to_string()), ("supported", FORMAT.to_string())], None),
        _ => failure::TRUST_MALFORMED.failure([("file", file)], None),
    }
}

/// Returns the row of a file that a repository or a server did not bring.
pub fn source(error: &SourceError) -> Failure {
    match error {
        SourceError::NotThere { file, place } => {
            failure::REPOSITORY_NOT_THERE.failure([("place", place.clone()), ("file", file.clone())], None)
        }
        SourceError::TooLong { file, place, limit } => failure::REPOSITORY_TOO_LONG
            .failure([("place", place.clone()), ("file", file.clone()), ("limit", limit.to_string())], None),
        SourceError::Unnamed { profile } => {
            failure::USAGE_BAD_PROFILE.failure([("path", profile.display().to_string())], None)
        }
        SourceError::Offline { place } => failure::REPOSITORY_OFFLINE.failure([("place", place.clone())], None),
        SourceError::Unreachable { file, place, source } => match source.downcast_ref::<Cause>() {
            None if let Some(error) = source.downcast_ref::<FetchError>() => fetch::fetch(error),
            Some(Cause::Cancelled) => CANCELLED.failure([], None),
            None | Some(Cause::Unreachable { .. } | Cause::TimedOut { .. }) => {
                failure::REPOSITORY_UNREACHABLE.failure([("place", place.clone()), ("file", file.clone())], None)
            }
            // A mistyped folder, or a stick that is not plugged in.
            Some(Cause::Unreadable { source }) if source.kind() == std::io::ErrorKind::NotFound => {
                failure::REPOSITORY_NOT_THERE.failure([("place", place.clone()), ("file", file.clone())], None)
            }
            Some(cause) => fetch::cause(file, place, cause),
        },
    }
}

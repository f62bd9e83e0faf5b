//! The rows of the verbs up to what is locked and built.

use super::{cancelled, disk, source};
use crate::engine::failure::Row;
use crate::environment::EnvironmentError;
use crate::model::event::Failure;
use crate::model::profile::ProfileError;
use crate::publish::coverage::ImpossibleClaim;
use crate::publish::document::DraftError;
use crate::publish::face::UsageError;
use crate::publish::failure;
use crate::publish::key::KeyError;
use crate::publish::keyset::KeysetError;
use crate::publish::lock::LockError;
use crate::publish::recipe::RecipeError;
use crate::publish::resolve::ResolveError;
use crate::publish::sdist::SdistError;
use crate::publish::tools::ToolError;
use crate::publish::wheels::WheelError;

pub(super) fn usage(error: &UsageError) -> Failure {
    match error {
        UsageError::UnknownVerb { verb } => failure::USAGE_VERB.failure([("verb", verb.clone())], None),
        UsageError::NoVerb => failure::USAGE_NO_VERB.failure([], None),
        UsageError::UnknownOption { option } => failure::USAGE_OPTION.failure([("option", option.clone())], None),
        UsageError::ForeignOption { verb, option } => {
            failure::USAGE_FOREIGN_OPTION.failure([("verb", verb.name().to_owned()), ("option", option.clone())], None)
        }
        UsageError::Missing { verb, option } => {
            failure::USAGE_MISSING.failure([("verb", verb.name().to_owned()), ("option", (*option).to_owned())], None)
        }
        UsageError::Surplus { verb, operand } => failure::USAGE_SURPLUS
            .failure([("verb", verb.name().to_owned()), ("operand", operand.to_string_lossy().into_owned())], None),
        UsageError::Value(error) => failure::USAGE_VALUE.failure([("problem", error.to_string())], None),
    }
}

pub(super) fn key(error: &KeyError) -> Failure {
    let path = |path: &std::path::Path| [("path", path.display().to_string())];
    match error {
        KeyError::Exists { path: file } => failure::KEY_EXISTS.failure(path(file), None),
        KeyError::Io(error) => disk(error),
        KeyError::NoPrivateKey { path: file } => failure::KEY_NOT_PRIVATE.failure(path(file), None),
        KeyError::NoPublicKey { path: file } => failure::KEY_NOT_PUBLIC.failure(path(file), None),
        KeyError::Weak(_) => failure::KEY_UNUSABLE.failure([], None),
        KeyError::Encoding | KeyError::NoRandomness(_) => failure::KEY_NOT_MADE.failure([], None),
        KeyError::NoKeys { folder } => failure::KEYS_NONE.failure([("folder", folder.display().to_string())], None),
    }
}

pub(super) fn keyset(error: &KeysetError) -> Failure {
    match error {
        KeysetError::Quorum { quorum, keys } => {
            failure::QUORUM_IMPOSSIBLE.failure([("quorum", quorum.to_string()), ("keys", keys.to_string())], None)
        }
        KeysetError::OnlineOwner => failure::ONLINE_IS_OWNER.failure([], None),
        KeysetError::Unknown { id } => failure::OWNER_UNKNOWN.failure([("key", id.to_string())], None),
        KeysetError::Known { id } => failure::OWNER_KNOWN.failure([("key", id.to_string())], None),
    }
}

pub(super) fn recipe(error: &RecipeError) -> Failure {
    match error {
        RecipeError::Malformed { source } => {
            failure::RECIPE_UNREADABLE.failure([("problem", source.message().to_owned())], None)
        }
        RecipeError::Empty { member } => failure::RECIPE_EMPTY.failure([("member", (*member).to_owned())], None),
        RecipeError::ForeignSmokeTest { program } => {
            failure::RECIPE_SMOKE_TEST.failure([("program", program.clone())], None)
        }
        RecipeError::ForeignPython => failure::RECIPE_PYTHONS.failure([], None),
        RecipeError::NoSource { version } => failure::RECIPE_RUNTIME.failure([("version", version.to_string())], None),
        RecipeError::Expiry { role, days } => {
            failure::RECIPE_EXPIRY.failure([("role", (*role).to_owned()), ("days", days.to_string())], None)
        }
    }
}

pub(super) fn profile(error: &ProfileError) -> Failure {
    let problem = match error {
        ProfileError::Syntax { source } => source.message().to_owned(),
        ProfileError::TooLong { .. }
        | ProfileError::Label { .. }
        | ProfileError::Repository { .. }
        | ProfileError::Address { .. }
        | ProfileError::Icon { .. } => error.to_string(),
    };
    failure::PROFILE_UNREADABLE.failure([("problem", problem)], None)
}

pub(super) fn claim(error: &ImpossibleClaim) -> Failure {
    let platform = format!("{} {}", error.platform.os.as_str(), error.platform.arch);
    failure::CLAIM_IMPOSSIBLE.failure([("python", error.python.to_string()), ("platform", platform)], None)
}

pub(super) fn draft(error: &DraftError) -> Failure {
    match error {
        DraftError::OtherApplication { recipe, profile } => {
            failure::OTHER_APPLICATION.failure([("recipe", recipe.to_string()), ("profile", profile.to_string())], None)
        }
        DraftError::Name(error) => failure::RELEASE_REFUSED.failure([("problem", error.to_string())], None),
        DraftError::Pythons(_) => failure::RECIPE_PYTHONS.failure([], None),
        DraftError::Refused(error) => failure::RELEASE_REFUSED.failure([("problem", error.to_string())], None),
        DraftError::Claim(error) => claim(error),
    }
}

fn resolve(error: &ResolveError) -> Failure {
    match error {
        ResolveError::NoResolver => failure::RESOLVER_MISSING.failure([], None),
        ResolveError::Tool(error) => tool(failure::RESOLVER_FAILED, error),
        ResolveError::Network(error) => tool(failure::RESOLVER_NETWORK, error),
        ResolveError::Io(error) => disk(error),
    }
}

/// What the tool wrote comes after the causes.
fn tool(row: &Row, error: &ToolError) -> Failure {
    let (ToolError::NotRun { program, .. } | ToolError::Failed { program, .. }) = error;
    let mut failure = row.failure([("program", program.display().to_string())], None);
    failure.details = error.output().to_vec();
    failure
}

pub(super) fn lock(error: &LockError) -> Failure {
    match error {
        LockError::Resolve(error) => resolve(error),
        LockError::Malformed(_) | LockError::Pip(_) => failure::LOCK_UNUSABLE.failure([], None),
        LockError::Untold { package, member } => {
            failure::LOCK_UNTOLD.failure([("package", package.clone()), ("member", (*member).to_owned())], None)
        }
        LockError::Claim(error) => claim(error),
        LockError::Absent { package, version } => {
            failure::LOCK_ABSENT.failure([("package", package.to_string()), ("version", version.to_string())], None)
        }
        LockError::NoSdist { package } => failure::LOCK_NO_SDIST.failure([("package", package.to_string())], None),
        LockError::NoPip => failure::LOCK_NO_PIP.failure([], None),
        LockError::NeedsPip { package } => failure::LOCK_NEEDS_PIP.failure([("package", package.to_string())], None),
        LockError::Download(error) => source(error),
        LockError::OtherFile { file } => failure::LOCK_OTHER_FILE.failure([("file", file.to_string())], None),
        LockError::Sdist(
            SdistError::OtherArchive { file } | SdistError::Archive { file, .. } | SdistError::Pyproject { file, .. },
        ) => failure::SDIST_UNREADABLE.failure([("file", file.to_string())], None),
        LockError::Wheels(error) => wheel(error),
        LockError::Io(error) => disk(error),
        LockError::NotLocked { path } => failure::LOCK_MISSING.failure([("path", path.display().to_string())], None),
    }
}

pub(super) fn wheel(error: &WheelError) -> Failure {
    match error {
        WheelError::Download(error) => source(error),
        WheelError::Python { path, .. } => failure::WHEEL_PYTHON.failure([("path", path.display().to_string())], None),
        WheelError::Build { package, python, source } => {
            if matches!(source.as_ref(), EnvironmentError::Cancelled) {
                return cancelled();
            }
            let arguments = [("package", package.to_string()), ("python", python.to_string())];
            let mut failure = failure::WHEEL_BUILD.failure(arguments, None);
            // What the child wrote comes after the causes.
            failure.details = source.output().to_vec();
            failure
        }
        WheelError::Draft(error) => draft(error),
        WheelError::Claim(error) => claim(error),
        WheelError::NoWheel { path } => failure::WHEEL_NAME.failure([("path", path.display().to_string())], None),
        WheelError::Io(error) => disk(error),
    }
}

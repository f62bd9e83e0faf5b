//! The rows of refusals.

use super::super::failure;
use super::names;
use crate::environment;
use crate::model::event::Failure;
use crate::model::release::{Os, Platform, TARGET};
use crate::plan::{Refusal, Rejected, Unfit};

pub(super) fn refusal(refusal: &Refusal) -> Failure {
    match refusal {
        Refusal::OlderThanInstalled { installed, offered } => {
            failure::PLAN_OLDER.failure([("installed", installed.to_string()), ("offered", offered.to_string())], None)
        }
        Refusal::ReplacedRelease { version, .. } => {
            failure::PLAN_REPLACED.failure([("version", version.to_string())], None)
        }
        Refusal::BelowFloor { floor, offered } => {
            failure::PLAN_BELOW_FLOOR.failure([("offered", offered.to_string()), ("floor", floor.to_string())], None)
        }
        Refusal::NothingToGoBackTo => failure::PLAN_NO_PREVIOUS.failure([], None),
        Refusal::NotInstalled => failure::PLAN_NOT_INSTALLED.failure([], None),
        Refusal::OtherApplication { installed, offered } => failure::PLAN_OTHER_APPLICATION
            .failure([("installed", installed.to_string()), ("offered", offered.to_string())], None),
        Refusal::InvalidRelease { .. } => failure::TRUST_MALFORMED.failure([("file", TARGET.to_owned())], None),
        Refusal::NoInterpreter { requires, rejected } => {
            let row = failure::PLAN_NO_PYTHON.failure([("needed", format!("Python {requires}"))], None);
            with_rejected(row, rejected)
        }
        Refusal::NoWheel { packages, python, platform, rejected } => {
            let packages = names(packages.iter().map(|missing| format!("{} {}", missing.package, missing.version)));
            let row = failure::PLAN_NO_WHEEL.failure(
                [("packages", packages), ("python", python.to_string()), ("platform", platform_name(platform))],
                None,
            );
            with_rejected(row, rejected)
        }
        Refusal::NeedsCompiler { packages, rejected, .. } => {
            with_rejected(failure::PLAN_NO_COMPILER.failure([("packages", names(packages))], None), rejected)
        }
        Refusal::FaultyLock { reason, rejected } => {
            with_rejected(failure::PLAN_BAD_LOCK.failure([("package", culprit(reason))], None), rejected)
        }
    }
}

/// The Pythons that could not even be asked belong to the answer.
pub(super) fn no_python(refused: &Refusal, asked: Option<&str>, unusable: &[environment::Rejected]) -> Failure {
    let mut row = match (refused, asked) {
        (Refusal::NoInterpreter { requires, rejected }, Some(asked)) => {
            let arguments = [("asked", asked.to_owned()), ("needed", format!("Python {requires}"))];
            with_rejected(failure::PLAN_OTHER_PYTHON.failure(arguments, None), rejected)
        }
        _ => refusal(refused),
    };
    row.details.extend(unusable.iter().map(|rejected| format!("{}: {}", rejected.path.display(), rejected.reason)));
    row
}

fn with_rejected(mut row: Failure, rejected: &[Rejected]) -> Failure {
    row.details
        .extend(rejected.iter().map(|one| format!("{} (Python {}): {}", one.path.display(), one.version, one.reason)));
    row
}

/// Names what a faulty lock is faulty about.
fn culprit(reason: &Unfit) -> String {
    match reason {
        Unfit::Ambiguous { package } | Unfit::PackageVersion { package, .. } => package.to_string(),
        Unfit::NoApplication { application, .. } => application.to_string(),
        Unfit::NoWheel { packages } => names(packages.iter().map(|missing| &missing.package)),
        Unfit::NeedsCompiler { packages } => names(packages),
        Unfit::Version { .. } | Unfit::Environment | Unfit::NoTags => "Python".to_owned(),
    }
}

fn platform_name(platform: &Platform) -> String {
    let system = match platform.os {
        Os::LinuxGlibc => "Linux",
        Os::LinuxMusl => "Linux (musl)",
        Os::Macos => "macOS",
        Os::Windows => "Windows",
    };
    format!("{system} {}", platform.arch)
}

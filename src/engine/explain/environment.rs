//! The rows of environments that could not be made.

use super::super::failure;
use super::disk;
use crate::environment::{EnvironmentError, Step, Unfit};
use crate::model::event::Failure;

pub(super) fn environment(error: &EnvironmentError) -> Failure {
    match error {
        EnvironmentError::Cancelled => failure::CANCELLED.failure([], None),
        EnvironmentError::Refused(refused) => match &refused.reason {
            Unfit::Unreadable(source) => disk(source, None),
            _ => failure::ENVIRONMENT_WHEEL_REFUSED.failure([("wheel", refused.file_name.to_string())], None),
        },
        EnvironmentError::NoSpace { folder } => {
            failure::DISK_FULL.failure([("folder", folder.display().to_string())], None)
        }
        EnvironmentError::NoRights { folder, .. } => {
            failure::DISK_RIGHTS.failure([("path", folder.display().to_string())], None)
        }
        EnvironmentError::Disk { source } => disk(source, None),
        EnvironmentError::Occupied { folder } => {
            failure::DISK_OTHER.failure([("path", folder.display().to_string())], None)
        }
        EnvironmentError::Start { program, .. } => {
            failure::ENVIRONMENT_START.failure([("program", program.display().to_string())], None)
        }
        EnvironmentError::Step { step: failed, output } => said(step(failed), output),
        EnvironmentError::Slow { output, .. } => said(failure::ENVIRONMENT_TIME.failure([], None), output),
        EnvironmentError::Hash { output } => said(failure::ENVIRONMENT_HASH.failure([], None), output),
        EnvironmentError::Unsupported { output, .. } => said(failure::ENVIRONMENT_PIP.failure([], None), output),
        EnvironmentError::PipNeedsPython { pip, python } => {
            failure::ENVIRONMENT_PIP_PYTHON.failure([("pip", pip.to_string()), ("python", python.to_string())], None)
        }
        EnvironmentError::Changed { path } | EnvironmentError::Foreign { path } => {
            failure::ENVIRONMENT_CHANGED.failure([("path", path.display().to_string())], None)
        }
        EnvironmentError::NoCommand { command } => {
            failure::ENVIRONMENT_NO_COMMAND.failure([("command", command.to_string())], None)
        }
        EnvironmentError::Conflict { output } => said(failure::ENVIRONMENT_CHECK.failure([], None), output),
        EnvironmentError::NoCompiler { package } => {
            failure::PLAN_NO_COMPILER.failure([("packages", package.to_string())], None)
        }
        EnvironmentError::NoHeaders { package, interpreter } => failure::ENVIRONMENT_NO_HEADERS
            .failure([("package", package.to_string()), ("python", interpreter.display().to_string())], None),
        EnvironmentError::NotOneWheel { package, .. } => {
            failure::ENVIRONMENT_BUILD.failure([("package", package.to_string())], None)
        }
        EnvironmentError::Runtime(_) => failure::ENVIRONMENT_RUNTIME.failure([], None),
    }
}

fn step(step: &Step) -> Failure {
    match step {
        Step::CreateEnvironment | Step::Bytecode => failure::ENVIRONMENT_CREATE.failure([], None),
        Step::Install => failure::ENVIRONMENT_PIP.failure([], None),
        Step::Build(package) => failure::ENVIRONMENT_BUILD.failure([("package", package.to_string())], None),
        Step::Check => failure::ENVIRONMENT_CHECK.failure([], None),
        Step::SmokeTest => failure::ENVIRONMENT_SMOKE_TEST.failure([], None),
    }
}

/// Adds the last lines that a child wrote.
fn said(mut row: Failure, output: &[String]) -> Failure {
    row.details.extend_from_slice(output);
    row
}

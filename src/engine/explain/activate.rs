//! The rows of the disk, the launchers and other runs.

use super::super::failure;
use super::disk;
use crate::activate::ActivateError;
use crate::model::event::Failure;

pub(super) fn activate(error: &ActivateError) -> Failure {
    match error {
        ActivateError::Busy { folder } => failure::BUSY.failure([("folder", folder.display().to_string())], None),
        ActivateError::Folder { folder, source } if source.kind() == std::io::ErrorKind::Unsupported => {
            failure::DISK_NO_LOCKS.failure([("folder", folder.display().to_string())], None)
        }
        ActivateError::Folder { folder, source } => disk(source, Some(folder)),
        ActivateError::Disk(source) => disk(source, None),
        ActivateError::CommandTaken { path } => {
            failure::ACTIVATE_LAUNCHER_TAKEN.failure([("path", path.display().to_string())], None)
        }
        ActivateError::NoCommand { command } => {
            failure::ENVIRONMENT_NO_COMMAND.failure([("command", command.to_string())], None)
        }
        ActivateError::NewerReceipt { path, .. } => {
            failure::ACTIVATE_NEWER_RECEIPT.failure([("path", path.display().to_string())], None)
        }
        ActivateError::Unsafe { path } => {
            failure::ACTIVATE_UNSAFE.failure([("path", path.display().to_string())], None)
        }
        ActivateError::Anothers { folder, owner } => failure::ACTIVATE_ANOTHERS
            .failure([("folder", folder.display().to_string()), ("owner", owner.clone())], None),
        ActivateError::DamagedReceipt { path } => {
            failure::ACTIVATE_DAMAGED_RECEIPT.failure([("path", path.display().to_string())], None)
        }
        ActivateError::Foreign { path } => {
            failure::ACTIVATE_FOREIGN.failure([("path", path.display().to_string())], None)
        }
        ActivateError::PreviousGone { version, .. } => {
            failure::ACTIVATE_PREVIOUS_GONE.failure([("version", version.to_string())], None)
        }
        ActivateError::Mounted { path } => {
            failure::UNINSTALL_MOUNTED.failure([("path", path.display().to_string())], None)
        }
        ActivateError::Cancelled => failure::CANCELLED.failure([], None),
        ActivateError::NotInstalled { .. } => failure::PLAN_NOT_INSTALLED.failure([], None),
    }
}

//! The rows of what was found out before anything was fetched.

use super::super::failure;
use super::disk;
use crate::activate::PreflightError;
use crate::model::event::Failure;

pub(super) fn preflight(error: &PreflightError) -> Failure {
    let shown = |folder: &std::path::Path| ("folder", folder.display().to_string());
    match error {
        PreflightError::NotWritable { folder, source } => disk(source, Some(folder)),
        PreflightError::InTheWay { path } => {
            failure::ACTIVATE_FOREIGN.failure([("path", path.display().to_string())], None)
        }
        PreflightError::NoRename { folder, .. } => failure::DISK_NO_RENAME.failure([shown(folder)], None),
        PreflightError::NoLinks { folder, .. } => failure::DISK_NO_LINKS.failure([shown(folder)], None),
        PreflightError::NoLocks { folder, .. } => failure::DISK_NO_LOCKS.failure([shown(folder)], None),
        PreflightError::NoExecution { folder, .. } => failure::DISK_NO_EXECUTION.failure([shown(folder)], None),
        PreflightError::NoRoom { folder, needed, free } => failure::DISK_NO_ROOM
            .failure([shown(folder), ("needed", needed.to_string()), ("free", free.to_string())], None),
        PreflightError::NoRoomForFiles { folder, needed, free } => failure::DISK_NO_ROOM_FOR_FILES
            .failure([shown(folder), ("needed", needed.to_string()), ("free", free.to_string())], None),
        PreflightError::PathTooLong { folder, most } => {
            failure::DISK_PATH_TOO_LONG.failure([shown(folder), ("most", most.to_string())], None)
        }
        PreflightError::NameTooLong { folder, needed, most } => failure::DISK_NAMES_TOO_SHORT
            .failure([shown(folder), ("needed", needed.to_string()), ("most", most.to_string())], None),
        PreflightError::FewOpenFiles { limit, needed } => {
            failure::LIMIT_OPEN_FILES.failure([("limit", limit.to_string()), ("needed", needed.to_string())], None)
        }
        PreflightError::SmallFiles { limit, needed } => {
            failure::LIMIT_FILE_SIZE.failure([("limit", limit.to_string()), ("needed", needed.to_string())], None)
        }
    }
}

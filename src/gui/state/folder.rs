//! The folder to install into, as it is typed, and when another one helps.

use std::path::PathBuf;

use super::{Effect, Stage, State, Wish};
use crate::engine::failure::{self, Row};

impl State {
    /// Returns whether another folder to install into may help after a failure. What is installed cannot move, so an
    /// upgrade has to do with the folder that it is in; another application's folder is nobody's here.
    pub fn may_choose_folder(&self) -> bool {
        let Stage::Failed(failure) = &self.stage else { return false };
        let is = |row: &Row| row.code == failure.code;
        let is_free = self.found.installed.is_none() && FOLDERS.iter().any(|row| is(row));
        // A folder that was typed and has no meaning: as long as no other one is, every try fails with it.
        let is_meaningless = self.order.folder.is_some() && is(failure::DISK_NAME);
        self.order.wish == Wish::Automatic && (is_free || is_meaningless || is(failure::PLAN_OTHER_APPLICATION))
    }

    /// Begins anew in the folder that was typed.
    pub(super) fn use_folder(&mut self) -> Vec<Effect> {
        if !self.take_folder() {
            return Vec::new();
        }
        let effects = self.begin_again();
        self.unfolded = true;
        effects
    }

    /// Takes the folder that was typed; returns whether it is another one than before.
    pub(super) fn take_folder(&mut self) -> bool {
        let typed = PathBuf::from(self.typed_folder.trim());
        if typed.as_os_str().is_empty() || typed == self.found.folder {
            return false;
        }
        // The application gets a folder of its own name below the one that is asked for; who typed it has it already.
        let named = typed.file_name().is_some() && typed.file_name() == self.found.folder.file_name();
        let below = if named { typed.parent().map(PathBuf::from) } else { None };
        self.order.folder = Some(below.unwrap_or(typed));
        true
    }
}

/// Failures that hang on the folder. Where the downloads' folder is meant, the application's may still be elsewhere.
const FOLDERS: &[&Row] = &[
    failure::DISK_FULL,
    failure::DISK_NO_ROOM,
    failure::DISK_RIGHTS,
    failure::DISK_NAME,
    failure::DISK_NO_RENAME,
    failure::DISK_NO_LINKS,
    failure::DISK_NO_LOCKS,
    failure::DISK_NO_EXECUTION,
    failure::DISK_NO_ROOM_FOR_FILES,
    failure::DISK_PATH_TOO_LONG,
    failure::DISK_OTHER,
    failure::ENVIRONMENT_CREATE,
    failure::ENVIRONMENT_START,
    failure::ACTIVATE_LAUNCHER_TAKEN,
    failure::ACTIVATE_UNSAFE,
    failure::ACTIVATE_ANOTHERS,
    failure::ACTIVATE_FOREIGN,
];

//! What this person's system offers beside folders: a menu of applications, a desktop, a shell.

use std::path::PathBuf;

/// Where an application can show itself. `system` finds it out; what is `None` is not offered here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// `$XDG_DATA_HOME`, where menus are those of the Desktop Menu Specification.
    pub data: Option<PathBuf>,
    /// The folder whose content lies on the desktop.
    pub desktop: Option<PathBuf>,
    /// The person's shell.
    pub shell: Option<Shell>,
    /// The folder of the records of installations, where this one needs one: see [`super::record`].
    pub records: Option<PathBuf>,
    /// The folders that may hold records of any installation of this person's.
    pub all_records: Vec<PathBuf>,
}

/// A login shell, and where its start-up files are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shell {
    /// The name of the program: `bash`, `zsh`, `fish`.
    pub name: String,
    /// The home folder.
    pub home: PathBuf,
    /// `$XDG_CONFIG_HOME`.
    pub config: PathBuf,
    /// `$ZDOTDIR`, where it is set.
    pub zdotdir: Option<PathBuf>,
}

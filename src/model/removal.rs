//! What an uninstall takes away and what it leaves.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Version;
use super::event::Running;

/// What an uninstall would take away, and what it would leave. Paths are absolute, sizes are bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Removal {
    /// The application's name.
    pub name: String,
    /// The installed version.
    pub version: Version,
    /// The application's own folder.
    pub folder: String,
    /// Bytes of what is removed in it.
    pub size: u64,
    /// Files made outside of it that go, too: launchers, menu entries.
    pub files: Vec<String>,
    /// Start-up files of the person's shell out of which the line goes that puts the commands on the PATH.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
    /// What stays although it lies there: files outside that were changed since, and what was not made by this program
    /// in the application's folder.
    pub left: Vec<String>,
    /// Folders with the person's data, as far as they exist. They stay unless they are chosen.
    pub data: Vec<DataFolder>,
    /// Bytes of downloads that no other application needs. They stay unless that is chosen.
    pub downloads: u64,
    /// Whether the downloads were chosen.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub downloads_go: bool,
    /// The application's processes that run now: their files go.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub running: Vec<Running>,
}

/// A folder of the person's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct DataFolder {
    /// Where; what has to be given to have it removed.
    pub path: String,
    /// Bytes in it.
    pub size: u64,
    /// Whether it was chosen.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub goes: bool,
}

impl Removal {
    /// Marks what was chosen before anybody was asked.
    #[must_use]
    pub fn with_chosen(mut self, data: &[PathBuf], downloads: bool) -> Self {
        for folder in &mut self.data {
            folder.goes = data.iter().any(|chosen| chosen == Path::new(&folder.path));
        }
        self.downloads_go = downloads;
        self
    }
}

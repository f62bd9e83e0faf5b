//! What an uninstall takes away and what it leaves.

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
    /// What stays although it lies there: files outside that were changed since, and what was not made by this program
    /// in the application's folder.
    pub left: Vec<String>,
    /// Folders with the person's data, as far as they exist. They stay unless they are chosen.
    pub data: Vec<DataFolder>,
    /// Bytes of downloads that no other application needs. They stay unless that is chosen.
    pub downloads: u64,
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
}

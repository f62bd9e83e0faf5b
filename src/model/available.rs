//! Whether there is anything newer than what is installed.

use serde::{Deserialize, Serialize};

use super::Version;

/// What a look at the publisher's releases came to. Sizes are bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Available {
    /// The application's name.
    pub name: String,
    /// The installed version.
    pub installed: Version,
    /// The newest version, signed by the publisher.
    pub offered: Version,
    /// Whether there is an upgrade that is installed without being named: the offered version is newer, or was
    /// published anew, and the person did not go back from it.
    pub upgrade: bool,
    /// The offered version, where the person went back from it: it is installed only when an upgrade is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_aside: Option<Version>,
    /// What is typed to install the version that was left aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_command: Option<String>,
    /// Whether the publisher says that the installed version has known security problems.
    pub security: bool,
    /// Bytes that an upgrade would download; none when there is no upgrade, or when this computer cannot have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_fetch: Option<u64>,
    /// The code of what stands in the way of the upgrade on this computer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obstacle: Option<String>,
}

//! A profile: what a stub knows about its application before it has seen any release.

use serde::{Deserialize, Serialize};

use super::{PackageName, Version};

/// What is baked into (or laid beside) a stub: the application, where its releases are, the floors.
///
/// The root of trust lies beside it as `root.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Profile {
    /// The distribution that is the application; also the name of its folder.
    pub id: PackageName,
    /// The name people read.
    pub name: String,
    /// Who publishes it.
    pub publisher: String,
    /// Where releases are published; without one, only what the stub carries is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repository: Option<url::Url>,
    /// A fresh machine has no floor (facts: trap 12): the lowest `targets` version to believe.
    #[serde(default)]
    pub minimum_targets_version: u64,
    /// The lowest release version to believe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_version: Option<Version>,
}

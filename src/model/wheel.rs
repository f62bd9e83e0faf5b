//! The name of a wheel file (the binary distribution format of PyPA, once PEP 427).

use super::{PackageName, Tag, Version};

/// A parsed wheel file name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WheelFilename {
    /// The distribution.
    pub name: PackageName,
    /// Its version.
    pub version: Version,
    /// The optional build number and its suffix, `(1, "abc")`.
    pub build: Option<(u64, String)>,
    /// Every tag it stands for, compressed sets expanded.
    pub tags: Vec<Tag>,
}

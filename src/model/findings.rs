//! What a comparison of an installation with its release comes to.

use serde::{Deserialize, Serialize};

use super::Version;

/// The result of comparing what is installed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Findings {
    /// The installed version.
    pub version: Version,
    /// Files that were compared.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Distributions that are installed.
    pub packages: u64,
    /// Distributions of them whose files were compared with a wheel that the publisher's keys vouch for; the rest was
    /// compared with the record that was written when they were installed.
    pub signed: u64,
    /// Everything that is not as it should be, in the order of the paths.
    pub findings: Vec<Finding>,
}

/// One thing that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Finding {
    /// Where, absolute.
    pub path: String,
    /// What.
    pub kind: FindingKind,
}

/// What is not as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// A file or link has another content.
    Changed,
    /// A file or link is gone.
    Missing,
    /// A file that nobody installed.
    Foreign,
    /// Somebody else may write it, or its rights are others than it was installed with.
    Rights,
    /// A launcher outside the application's folder is gone, or another.
    Launcher,
    /// The pointer to the environment that runs is gone, or points elsewhere.
    Pointer,
    /// The Python that the environment was made with is gone, does not run, or is another version now.
    Python,
    /// The record of what was installed is gone or changed, so nothing can be compared with it.
    Record,
}

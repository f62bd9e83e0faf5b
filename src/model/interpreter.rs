//! What probing a Python told about it.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{MarkerEnvironment, Tag, Version};
use crate::model::release::Platform;

/// A Python that was run and answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interpreter {
    /// The executable to run, symlinks of version managers resolved (`sys._base_executable`).
    pub path: PathBuf,
    /// Full version, `3.11.7`.
    pub version: Version,
    /// The platform, coarse.
    pub platform: Platform,
    /// The values of PEP 508's environment markers.
    pub markers: MarkerEnvironment,
    /// The wheel tags it takes, best first (PEP 425).
    pub tags: Vec<Tag>,
    /// Whether it is a runtime that the release brought.
    pub managed: bool,
}

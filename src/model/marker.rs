//! Environment markers (PEP 508): when a locked package is needed.

use serde::{Deserialize, Serialize};

/// A parsed marker expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Marker {
    text: String,
}

/// The values an interpreter gives to PEP 508's marker variables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkerEnvironment {
    /// `os.name`
    pub os_name: String,
    /// `sys.platform`
    pub sys_platform: String,
    /// `platform.machine()`
    pub platform_machine: String,
    /// `platform.python_implementation()`
    pub platform_python_implementation: String,
    /// `platform.release()`
    pub platform_release: String,
    /// `platform.system()`
    pub platform_system: String,
    /// `platform.version()`
    pub platform_version: String,
    /// `major.minor`
    pub python_version: String,
    /// `major.minor.micro` with any suffix
    pub python_full_version: String,
    /// `sys.implementation.name`
    pub implementation_name: String,
    /// `sys.implementation.version`
    pub implementation_version: String,
}

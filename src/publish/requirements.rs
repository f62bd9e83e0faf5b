//! `requirements.txt` with hashes, the same lock for people who install by hand with
//! `pip install --require-hashes -r requirements.txt`.
//!
//! It holds what the lock holds and nothing more: where the lock has no sdist, pip has no hash for
//! one and cannot be led into building it.

use std::fmt::Write as _;

use crate::model::Lock;
use crate::model::lock::LockedPackage;

/// Writes a lock as a requirements file.
pub fn text(lock: &Lock) -> String {
    lock.packages.iter().map(requirement).collect()
}

fn requirement(package: &LockedPackage) -> String {
    let mut lines = format!("{}=={}", package.name, package.version);
    if let Some(marker) = &package.marker {
        let _infallible = write!(lines, " ; {marker}");
    }
    for file in package.wheels.iter().chain(&package.sdist) {
        let _infallible = write!(lines, " \\\n    --hash=sha256:{}", file.sha256);
    }
    lines.push('\n');
    lines
}

//! Installed state, trusted release and intent in; a plan or a refusal out. Pure.

pub mod types;

pub use types::{Plan, PlannedBuild, PlannedFile, PlannedPackage, PlannedWheel};

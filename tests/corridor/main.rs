//! The whole corridor through the program itself: a signed release goes in, a working application comes out.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests run the program from outside")]

mod back;
mod beside;
mod install;
#[path = "../kit/mod.rs"]
mod kit;
#[cfg(target_os = "linux")]
mod later;
mod offline;
mod python;
mod signed;

use std::path::Path;

use kit::machine::{Machine, application};
use kit::repository::{Published, Repository};

fn published(folder: &Path, version: &str) -> (Repository, Published) {
    let mut repository = application(version);
    let published = repository.publish(folder);
    (repository, published)
}

/// A machine where a version is installed, and where that was published.
fn installed(place: &Path, version: &str) -> (Machine, Repository, Published) {
    let machine = Machine::prefixed();
    let (repository, published) = published(place, version);
    machine.quoc(&published.profile_folder, &[]).did("install");
    (machine, repository, published)
}

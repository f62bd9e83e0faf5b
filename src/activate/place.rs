//! Which folders are this person's installations, said outside of them.
//!
//! A receipt in a folder proves nothing: it may have come in an archive, together with a genuine installer. What this
//! program wrote into the person's own data folder did not.

use std::path::Path;

use super::{Layout, outside};
use crate::model::Sha256Digest;
use crate::model::receipt::OutsideFile;

/// The record of an installation that does not lie where applications usually do: a file in `records`, named by the
/// folder's path, which leads to the kept installer. It comes and goes with the installation's other outside files.
pub fn record(layout: &Layout, records: &Path) -> OutsideFile {
    let name = Sha256Digest::of(layout.folder().as_os_str().as_encoded_bytes()).to_string();
    outside::leading(records.join(name), layout.setup())
}

/// Says whether an installation has its record, as it was made.
pub fn is_recorded(layout: &Layout, records: &Path) -> bool {
    outside::is_as_made(&record(layout, records)).unwrap_or(false)
}

//! What is about to be done, written and flushed before it is done.
//!
//! One JSON object a line. A torn line was never acted upon, so it counts as absent.

use std::collections::BTreeSet;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use fs_err as fs;
use serde::{Deserialize, Serialize};

use super::{ActivateError, Layout};
use crate::disk;
use crate::model::{Receipt, Sha256Digest, receipt};

/// One intent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "intent", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub(super) enum Intent {
    /// A generation is going to be built.
    Build {
        /// Its number.
        generation: u32,
    },
    /// The generation that `receipt` names is going to be switched to.
    Switch {
        /// The receipt to write at the end.
        receipt: Box<Receipt>,
        /// The downloads to forget after that: only versions were installed from them that are not kept any more.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        dropped: BTreeSet<Sha256Digest>,
    },
    /// The application is going to be removed.
    Uninstall {
        /// What was installed. No folders of data: those are removed only by the run in which the person chose them.
        receipt: Box<Receipt>,
    },
}

/// Adds an intent and flushes it to the disk. One that could not be written or flushed is taken back: nobody acts on it.
pub(super) fn write(layout: &Layout, intent: &Intent) -> Result<(), ActivateError> {
    let mut file = fs::OpenOptions::new().create(true).read(true).append(true).open(layout.journal())?;
    let before = file.metadata()?.len();
    // Behind a torn line a new one begins, so that only the torn one is lost.
    let mut line = if is_torn(&mut file, before)? { vec![b'\n'] } else { Vec::new() };
    serde_json::to_writer(&mut line, intent).map_err(std::io::Error::from)?;
    line.push(b'\n');
    if let Err(error) = file.write_all(&line).and_then(|()| file.sync_all()) {
        file.set_len(before).unwrap_or_else(|error| log::warn!("a part of an intent stays: {error}"));
        return Err(error.into());
    }
    disk::flush_folder(layout.folder())?;
    Ok(())
}

fn is_torn(file: &mut fs::File, length: u64) -> std::io::Result<bool> {
    if length == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

/// Reads the intents of a run that did not end.
pub(super) fn read(path: &Path) -> Result<Vec<Intent>, ActivateError> {
    let bytes = disk::read_limited(path, MAX_BYTES)?.unwrap_or_default();
    let lines = bytes.split(|byte| *byte == b'\n');
    Ok(lines.filter_map(|line| serde_json::from_slice(line).ok()).collect())
}

/// Says that everything intended was done or undone.
pub(super) fn close(layout: &Layout) -> Result<(), ActivateError> {
    disk::remove(&layout.journal())?;
    disk::flush_folder(layout.folder())?;
    Ok(())
}

/// A run intends to build, and then to switch or to uninstall; what a run before it intended may stand before that.
const MAX_BYTES: u64 = 4 * receipt::MAX_SIZE as u64;

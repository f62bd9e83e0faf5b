//! Reads what is installed, and looks whether it can still start.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::PathBuf;

use serde::Deserialize;

use super::{ActivateError, Layout, generation, launchers, moved, outside};
use crate::disk;
use crate::model::{Receipt, Sha256Digest, receipt};

/// What the disk says about the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installed {
    /// The receipt.
    pub receipt: Receipt,
    /// Whether pointer, launchers, the environment and its interpreter are all there.
    pub starts: bool,
}

/// Reads the receipt and looks at what it names.
///
/// # Errors
/// [`ActivateError::NewerReceipt`] when a newer program wrote it. A damaged one counts as absent: the
/// next install writes a new one, and the trusted metadata still hold the rollback floor.
pub fn installed(layout: &Layout) -> Result<Option<Installed>, ActivateError> {
    let path = layout.receipt();
    let bytes = match disk::read_limited(&path, receipt::MAX_SIZE as u64) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Ok(None),
        Err(error) if error.kind() == ErrorKind::InvalidData => {
            log::warn!("it counts as absent: {error}");
            return Ok(None);
        }
        Err(error) => return Err(error.into()),
    };
    if let Ok(Format { format }) = serde_json::from_slice(&bytes)
        && format > receipt::FORMAT
    {
        return Err(ActivateError::NewerReceipt { path, format });
    }
    let receipt: Receipt = match serde_json::from_slice(&bytes) {
        Ok(receipt) => receipt,
        Err(error) => {
            log::warn!("{} is damaged and counts as absent: {error}", path.display());
            return Ok(None);
        }
    };
    let starts = starts(layout, &receipt)?;
    let receipt = moved::followed(layout, receipt);
    Ok(Some(Installed { receipt, starts }))
}

/// Read on its own, so that a newer format is told from damage.
#[derive(Deserialize)]
struct Format {
    format: u32,
}

fn starts(layout: &Layout, receipt: &Receipt) -> Result<bool, ActivateError> {
    Ok(generation::current(layout) == Some(receipt.generation)
        && has_its_python(layout, receipt)
        && outside::all_as_made(&launchers::planned(layout, &receipt.commands))?)
}

fn has_its_python(layout: &Layout, receipt: &Receipt) -> bool {
    !moved::is_moved(layout, receipt) && lost(layout, receipt).is_none()
}

/// Returns the Python of the environment, or the one it was made with, where it is gone.
pub fn lost(layout: &Layout, receipt: &Receipt) -> Option<PathBuf> {
    let folder = layout.generation(receipt.generation);
    let interpreter = if cfg!(windows) { folder.join("Scripts/python.exe") } else { folder.join("bin/python") };
    // `exists` follows the link, so it also sees a base Python that was removed.
    [interpreter, receipt.python.path.clone()].into_iter().find(|python| !python.exists())
}

/// Makes sure that the generation to go back to is still there, with its Python.
///
/// # Errors
/// [`ActivateError::PreviousGone`] where it is not.
pub fn require_generation(layout: &Layout, receipt: &Receipt) -> Result<(), ActivateError> {
    if has_its_python(layout, receipt) {
        return Ok(());
    }
    let (version, folder) = (receipt.version.clone(), layout.generation(receipt.generation));
    Err(ActivateError::PreviousGone { version, folder })
}

/// Reads the receipt where there has to be one.
///
/// # Errors
/// [`ActivateError::DamagedReceipt`] where it is there and cannot be read, [`ActivateError::NotInstalled`] where it is not
/// there; and as [`installed`].
pub fn require_installed(layout: &Layout) -> Result<Installed, ActivateError> {
    match installed(layout)? {
        Some(installed) => Ok(installed),
        None if layout.receipt().exists() => Err(ActivateError::DamagedReceipt { path: layout.receipt() }),
        None => Err(ActivateError::NotInstalled { folder: layout.folder().to_owned() }),
    }
}

/// Lists the downloads that other applications were installed from; their folders lie in `neighbours`.
///
/// A receipt that cannot be read names nothing: what is lost then is a copy that can be fetched again.
///
/// # Errors
/// When a folder cannot be read.
pub fn downloads_of_others(layout: &Layout, neighbours: &[PathBuf]) -> Result<BTreeSet<Sha256Digest>, ActivateError> {
    let mut needed = BTreeSet::new();
    for folder in neighbours.iter().filter(|folder| folder.is_dir()) {
        for entry in fs_err::read_dir(folder)? {
            let other = Layout::new(entry?.path(), PathBuf::new());
            if other.folder() == layout.folder() {
                continue;
            }
            // Also what an upgrade that waits there is to be switched to.
            for path in [other.receipt(), other.pending()] {
                let bytes = disk::read_limited(&path, receipt::MAX_SIZE as u64).ok().flatten();
                let read = bytes.and_then(|bytes| Receipt::parse(&bytes).ok());
                needed.extend(read.iter().flat_map(Receipt::all_downloads));
            }
        }
    }
    Ok(needed)
}

/// Writes the receipt; the last act of an install.
pub(super) fn write(layout: &Layout, receipt: &Receipt) -> Result<(), ActivateError> {
    let bytes = serde_json::to_vec_pretty(receipt).map_err(std::io::Error::from)?;
    Ok(disk::replace(&layout.receipt(), &bytes)?)
}

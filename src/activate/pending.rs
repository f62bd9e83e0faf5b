//! An upgrade that is ready and waits for the next start: `pending.json`, the receipt that the switch will write.
//!
//! Its generation is complete and was checked. Until the switch nothing leads to it, so a kill at any moment leaves
//! either the old version with a pending one, or a switch that recovery finishes.

use super::{ActivateError, Layout, Lock, journal, receipt, switch};
use crate::disk;
use crate::model::Receipt;

/// Leaves the switch to the next start.
///
/// # Errors
/// Any file-system error; the generation is undone by the next start then.
pub fn postpone(layout: &Layout, receipt: &Receipt) -> Result<(), ActivateError> {
    let bytes = serde_json::to_vec_pretty(receipt).map_err(std::io::Error::from)?;
    disk::replace(&layout.pending(), &bytes)?;
    disk::remove_if_possible(&layout.scratch());
    journal::close(layout)
}

/// Switches to the version that waits; returns its receipt, if there was one.
///
/// What cannot start any more is forgotten: the next upgrade makes it anew.
///
/// # Errors
/// As [`switch`].
pub fn settle(layout: &Layout, lock: &Lock) -> Result<Option<Receipt>, ActivateError> {
    let Some(pending) = read(layout)? else { return Ok(None) };
    match receipt::require_generation(layout, &pending) {
        Ok(()) => Ok(Some(switch::switch(layout, pending)?)),
        Err(error) => {
            log::warn!("{error}");
            forget(layout, lock)?;
            Ok(None)
        }
    }
}

/// Gives up the version that waits.
///
/// # Errors
/// Any file-system error.
pub fn forget(layout: &Layout, _lock: &Lock) -> Result<(), ActivateError> {
    let pending = read(layout)?;
    disk::remove(&layout.pending())?;
    if let Some(pending) = pending {
        disk::remove_if_possible(&layout.generation(pending.generation));
    }
    Ok(())
}

/// Reads what waits; a damaged file counts as absent.
pub(super) fn read(layout: &Layout) -> Result<Option<Receipt>, ActivateError> {
    let bytes = disk::read_if_there(&layout.pending())?;
    Ok(bytes.and_then(|bytes| Receipt::parse(&bytes).ok()))
}

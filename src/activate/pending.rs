//! An upgrade that is ready and waits for the next start: `pending.json`, the receipt that the switch will write.
//!
//! Its generation is complete and was checked when it was made; whoever switches to it looks at it again. Until the
//! switch nothing leads to it, so a kill at any moment leaves either the old version with a pending one, or a switch
//! that recovery finishes.

use super::{ActivateError, Layout, Lock, generation, journal};
use crate::disk;
use crate::model::Receipt;
use crate::model::receipt::MAX_SIZE;

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

/// Reads the version that waits; a file that holds no receipt counts as absent.
///
/// # Errors
/// When the file cannot be read, or is none: whoever is told so gives it up.
pub fn waiting(layout: &Layout) -> Result<Option<Receipt>, ActivateError> {
    let bytes = disk::read_limited(&layout.pending(), MAX_SIZE as u64)?;
    Ok(bytes.and_then(|bytes| Receipt::parse(&bytes).ok()))
}

/// Gives up the version that waits: the next upgrade makes it anew. What already runs is left alone.
///
/// # Errors
/// Any file-system error.
pub fn forget(layout: &Layout, _lock: &Lock) -> Result<(), ActivateError> {
    let pending = waiting(layout).ok().flatten().map(|pending| pending.generation);
    disk::remove(&layout.pending())?;
    if let Some(number) = pending.filter(|number| generation::current(layout) != Some(*number)) {
        disk::remove_if_possible(&layout.generation(number));
    }
    Ok(())
}

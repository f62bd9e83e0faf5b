//! Finishes or undoes what a killed run had begun. Part of every start.

use fs_err as fs;

use super::journal::{self, Intent};
use super::switch::Forget;
use super::{ActivateError, Layout, Lock, generation, others, outside, pending, receipt, switch, uninstall};
use crate::disk;
use crate::model::Receipt;

/// What a start found to be finished or undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovered {
    /// Nothing was open.
    Nothing,
    /// A switch or an uninstall was finished.
    Finished,
    /// A build or a switch was undone.
    Undone,
}

/// Finishes or undoes what the journal says was begun.
///
/// # Errors
/// Any file-system error; the journal stays, so the next start tries again.
pub fn recover(layout: &Layout, lock: &Lock, forget: Forget<'_>) -> Result<Recovered, ActivateError> {
    go_on(layout, lock, forget, false)
}

/// Does the same before an uninstall. One that was interrupted stays open: the caller goes on with it, and with the
/// data that were chosen this time.
///
/// # Errors
/// As [`recover`].
pub fn recover_for_uninstall(layout: &Layout, lock: &Lock, forget: Forget<'_>) -> Result<Recovered, ActivateError> {
    go_on(layout, lock, forget, true)
}

fn go_on(layout: &Layout, lock: &Lock, forget: Forget<'_>, uninstalls: bool) -> Result<Recovered, ActivateError> {
    others::make_way(layout, lock)?;
    let intents = journal::read(&layout.journal())?;
    disk::remove_if_possible(&layout.scratch());
    sweep(layout, &intents);
    match intents.last() {
        None => {
            journal::close(layout)?;
            if !uninstalls {
                tidy(layout).unwrap_or_else(|error| log::warn!("left behind: {error}"));
            }
            Ok(Recovered::Nothing)
        }
        Some(Intent::Uninstall { .. }) if uninstalls && receipt::installed(layout)?.is_some() => Ok(Recovered::Nothing),
        Some(Intent::Uninstall { receipt }) => {
            // Whoever installs again must not be stopped by what could not be removed.
            uninstall::finish(layout, receipt)?.into_iter().for_each(|error| log::warn!("left behind: {error}"));
            Ok(Recovered::Finished)
        }
        Some(Intent::Switch { receipt, dropped }) if generation::current(layout) == Some(receipt.generation) => {
            switch::finish(layout, receipt, dropped, forget)?;
            Ok(Recovered::Finished)
        }
        Some(Intent::Switch { receipt, .. }) => {
            undo(layout, &intents, Some(receipt))?;
            Ok(Recovered::Undone)
        }
        Some(Intent::Build { .. }) => {
            undo(layout, &intents, None)?;
            Ok(Recovered::Undone)
        }
    }
}

/// Removes the versions that were only kept because they still ran, or could not be removed then. Where a version waits, or
/// something is damaged, nothing is removed: the switch or the repair to come does it.
fn tidy(layout: &Layout) -> Result<(), ActivateError> {
    let is_whole = fs::symlink_metadata(layout.pending()).is_err();
    match receipt::installed(layout)? {
        Some(installed) if is_whole && installed.starts => switch::tidy(layout, &installed.receipt),
        _ => Ok(()),
    }
}

/// Removes what was not put in its place yet.
fn sweep(layout: &Layout, intents: &[Intent]) {
    let receipts = intents.iter().filter_map(|intent| match intent {
        Intent::Switch { receipt, .. } | Intent::Uninstall { receipt } => Some(receipt),
        Intent::Build { .. } => None,
    });
    let outside = receipts.flat_map(|receipt| &receipt.files).map(|file| disk::beside(&file.path));
    outside.for_each(|path| disk::remove_if_possible(&path));
    disk::sweep(layout.folder(), false);
    [layout.trust(), layout.profile()].iter().for_each(|folder| disk::sweep(folder, true));
}

/// Removes the generations that were begun and the launchers that only they have.
fn undo(layout: &Layout, intents: &[Intent], new: Option<&Receipt>) -> Result<(), ActivateError> {
    let old = receipt::installed(layout)?.map(|installed| installed.receipt);
    let running = generation::current(layout);
    // Without its receipt nobody knows which launchers the running version has.
    if let Some(new) = new.filter(|_| old.is_some() || running.is_none()) {
        let kept = old.as_ref().map(|receipt| receipt.files.as_slice()).unwrap_or_default();
        let left = outside::remove_dropped(layout, &outside::without(&new.files, kept))?;
        if let Some(mut old) = old.filter(|_| !left.is_empty()) {
            old.files.extend(left);
            receipt::write(layout, &old)?;
        }
    }
    // One that only waits for its switch is whole.
    let pending = pending::waiting(layout)?.map(|pending| pending.generation);
    for intent in intents {
        if let Intent::Build { generation } = intent
            && running != Some(*generation)
            && pending != Some(*generation)
        {
            // A later generation gets a number of its own, so what stays behind is in nobody's way.
            disk::remove_if_possible(&layout.generation(*generation));
        }
    }
    journal::close(layout)
}

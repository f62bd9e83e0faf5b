//! Whose the downloads in the store are, and which of them nobody needs any more.
//!
//! They are only copies of what can be fetched again: one that is left behind is in nobody's way, and no run fails with it.

use std::collections::BTreeSet;

use super::{Engine, EngineError};
use crate::activate;
use crate::model::{Receipt, Sha256Digest};

impl Engine<'_> {
    /// The files in the store that were fetched for this application, also for the version that is kept to go back to, and
    /// that no other application was installed from.
    pub(super) fn own_downloads(&self, receipt: &Receipt) -> Result<BTreeSet<Sha256Digest>, EngineError> {
        let others = activate::downloads_of_others(&self.settings.layout, &self.settings.neighbours)?;
        let own = downloads(receipt).filter(|digest| !others.contains(digest));
        Ok(own.filter(|digest| self.settings.store.folder_of(*digest).exists()).collect())
    }

    /// Forgets what only versions were installed from that a switch has dropped: else the store would grow with every
    /// upgrade for ever.
    pub(super) fn forget_dropped(&self, before: Option<&Receipt>, now: &Receipt) {
        let Some(before) = before else { return };
        let kept: BTreeSet<Sha256Digest> = downloads(now).collect();
        match self.own_downloads(before) {
            Ok(own) => own.difference(&kept).for_each(|digest| self.settings.store.forget(*digest)),
            Err(error) => log::warn!("no download is forgotten: {error}"),
        }
    }
}

fn downloads(receipt: &Receipt) -> impl Iterator<Item = Sha256Digest> {
    let kept = [Some(receipt), receipt.previous.as_deref()];
    kept.into_iter().flatten().flat_map(|receipt| receipt.downloads.iter().copied())
}

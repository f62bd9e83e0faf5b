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
        self.only_ours(receipt.all_downloads())
    }

    /// What a switch does with the downloads that only versions were installed from that it has dropped: else the store
    /// would grow with every upgrade for ever.
    pub(super) fn forgetting(&self) -> impl Fn(&BTreeSet<Sha256Digest>) {
        |dropped| match self.only_ours(dropped.iter().copied()) {
            Ok(ours) => ours.into_iter().for_each(|digest| self.settings.store.forget(digest)),
            Err(error) => log::warn!("no download is forgotten: {error}"),
        }
    }

    fn only_ours(&self, digests: impl Iterator<Item = Sha256Digest>) -> Result<BTreeSet<Sha256Digest>, EngineError> {
        let others = activate::downloads_of_others(&self.settings.layout, &self.settings.neighbours)?;
        let own = digests.filter(|digest| !others.contains(digest));
        Ok(own.filter(|digest| self.settings.store.folder_of(*digest).exists()).collect())
    }
}

//! What is tried before anything is fetched.

use super::{Engine, EngineError};
use crate::activate::{self, Needs};
use crate::model::Artifact;
use crate::plan::Plan;

impl Engine<'_> {
    /// Finds out whether all that a plan needs can be written.
    ///
    /// # Errors
    /// What would have gone wrong later.
    pub(super) fn preflight(&self, plan: &Plan) -> Result<(), EngineError> {
        let (settings, artifacts) = (self.settings, plan.artifacts());
        let sum = |chosen: &dyn Fn(&Artifact) -> bool| {
            artifacts.iter().filter(|artifact| chosen(artifact)).fold(0_u64, |sum, one| sum.saturating_add(one.size))
        };
        let needs = Needs {
            layout: &settings.layout,
            store: settings.store.root(),
            to_fetch: sum(&|artifact| !settings.store.has(artifact)),
            artifacts: sum(&|_| true),
            largest: artifacts.iter().map(|artifact| artifact.size).max().unwrap_or_default(),
            longest_name: artifacts
                .iter()
                .map(|artifact| artifact.name.as_str().len() as u64)
                .max()
                .unwrap_or_default(),
            packages: plan.packages.len() as u64,
        };
        Ok(activate::preflight(&needs, self.world.processes, self.world.cancel)?)
    }
}

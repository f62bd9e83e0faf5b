//! The share of a run that is done: each part weighs what it costs, in bytes of download.

use super::{End, Session};
use crate::model::event::{Phase, Summary};

impl Session {
    /// Returns thousandths of the run that are done, as the last event alone would say.
    pub(super) fn work(&self) -> u16 {
        if matches!(self.end, Some(End::Finished(_))) {
            return DONE;
        }
        if self.furthest >= Some(Phase::Activating) {
            return NEARLY_DONE;
        }
        let compared = self.compared();
        let Some(summary) = &self.summary else {
            return compared.max(if self.furthest >= Some(Phase::Planning) { JUDGED } else { 0 });
        };
        let all = parts(summary).map(u128::from).iter().sum::<u128>().max(1);
        let done = self.done(summary).map(u128::from).iter().sum::<u128>().min(all);
        let begun = PLANNED.max(compared);
        let span = u128::from(NEARLY_DONE - begun);
        begun + u16::try_from(done * span / all).unwrap_or_default()
    }

    /// What has been compared of what is installed: all there is to do, or the first part of mending it.
    fn compared(&self) -> u16 {
        let share = if self.mending { COMPARED } else { NEARLY_DONE };
        let total = u128::from(self.verified.total.max(1));
        u16::try_from(u128::from(share) * u128::from(self.verified.done) / total).unwrap_or(share)
    }

    fn done(&self, summary: &Summary) -> [u64; 4] {
        let [fetch, build, install, _] = parts(summary);
        if self.furthest >= Some(Phase::Checking) {
            // How far a check has got is not told: it counts when it is over.
            return [fetch, build, install, 0];
        }
        let built = if self.furthest >= Some(Phase::Installing) {
            build
        } else {
            // A build that has begun says that those before it are over.
            BUILD.saturating_mul(self.builds.saturating_sub(1)).min(build)
        };
        let total = u128::from(self.installed.total.max(1));
        let installed = u128::from(install) * u128::from(self.installed.done) / total;
        [self.fetched.min(fetch), built, u64::try_from(installed).unwrap_or(install), 0]
    }
}

/// What there is to fetch, build, install and check.
fn parts(summary: &Summary) -> [u64; 4] {
    let builds = u64::try_from(summary.builds.len()).unwrap_or(u64::MAX);
    [
        summary.to_fetch,
        BUILD.saturating_mul(builds),
        INSTALL.saturating_mul(summary.packages),
        CHECK.saturating_mul(summary.packages),
    ]
}

const DONE: u16 = 1000;
const NEARLY_DONE: u16 = 980;
const PLANNED: u16 = 30;
const JUDGED: u16 = 15;
/// Where mending has got to once it is known what is damaged.
const COMPARED: u16 = 300;

// The 56 distributions of Tahoe-LAFS are 23 MB, take about as long to install as to fetch from a near
// server, and a quarter of that to check; one small C extension takes about as long as 20 of them.
const INSTALL: u64 = 400_000;
const CHECK: u64 = 100_000;
const BUILD: u64 = 8_000_000;

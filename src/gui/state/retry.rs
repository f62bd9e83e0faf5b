//! Which failures pass by themselves, and how long the window waits before it tries again.

use std::time::Duration;

use crate::model::event::Failure;

/// A try that the window will make by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// When, in the window's clock.
    pub at: Duration,
}

/// Counts the tries since the last progress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tries(usize);

impl Tries {
    /// Returns when to try again after a failure, if it is one that may pass.
    pub(super) fn after(&mut self, failure: &Failure, now: Duration) -> Option<Countdown> {
        if !PASSING.contains(&failure.code.as_str()) {
            return None;
        }
        let wait = WAITS.get(self.0).or(WAITS.last()).copied()?;
        self.0 += 1;
        Some(Countdown { at: now.saturating_add(Duration::from_secs(wait)) })
    }

    /// Begins to count anew: there was progress, or the person asked.
    pub(super) fn forget(&mut self) {
        self.0 = 0;
    }
}

impl Countdown {
    /// Returns the time that is left.
    pub(super) fn left(self, now: Duration) -> Duration {
        self.at.saturating_sub(now)
    }
}

/// Codes of failures that pass when the network is back; the others need somebody to do something.
const PASSING: &[&str] =
    &["repository-unreachable", "fetch-unreachable", "fetch-server", "fetch-cut", "fetch-slow", "trust-inconsistent"];

/// Seconds before each try; the last one repeats.
const WAITS: &[u64] = &[5, 10, 20, 30, 60];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::failure::{self, ROWS};

    #[test]
    fn the_codes_that_pass_are_rows_of_the_error_table() {
        for code in PASSING {
            assert!(ROWS.iter().any(|row| row.code == *code), "{code}");
        }
    }

    #[test]
    fn waits_grow_up_to_a_minute_and_begin_anew_after_progress() {
        let unreachable =
            failure::REPOSITORY_UNREACHABLE.failure([("place", String::new()), ("file", String::new())], None);
        let mut tries = Tries::default();
        let now = Duration::from_secs(100);
        let mut wait = || tries.after(&unreachable, now).map(|countdown| countdown.left(now).as_secs());
        assert_eq!(
            [wait(), wait(), wait(), wait(), wait(), wait()].map(Option::unwrap_or_default),
            [5, 10, 20, 30, 60, 60]
        );
        tries.forget();
        assert_eq!(tries.after(&unreachable, now).map(|countdown| countdown.left(now).as_secs()), Some(5));
    }

    #[test]
    fn what_somebody_has_to_mend_is_not_tried_by_itself() {
        let full = failure::DISK_FULL.failure([("folder", String::new())], None);
        assert_eq!(Tries::default().after(&full, Duration::ZERO), None);
    }
}

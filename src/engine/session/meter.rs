//! How fast something grows, over the last few seconds. Time is an argument.

use std::collections::VecDeque;
use std::time::Duration;

/// Sums amounts and remembers the recent ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Meter {
    total: u64,
    /// Moments and the sum at them, oldest first; the first may lie before the window.
    samples: VecDeque<(Duration, u64)>,
}

impl Meter {
    /// Adds an amount; a moment before the last one counts as the last one.
    pub(super) fn record(&mut self, amount: u64, now: Duration) {
        self.total = self.total.saturating_add(amount);
        match self.samples.back() {
            Some((last, _)) if now < last.saturating_add(SPACING) => {}
            _ => self.samples.push_back((now, self.total)),
        }
        let start = now.saturating_sub(WINDOW);
        while self.samples.get(1).is_some_and(|(second, _)| *second <= start) {
            self.samples.pop_front();
        }
    }

    /// Returns the amount a second; `None` before half a second has gone by, and when nothing came.
    pub(super) fn rate(&self, now: Duration) -> Option<f64> {
        let start = now.saturating_sub(WINDOW);
        let before = self.samples.iter().take_while(|(at, _)| *at <= start).last();
        let (from, sum) = before.or(self.samples.front())?;
        let time = now.checked_sub((*from).max(start))?;
        let amount = self.total.saturating_sub(*sum);
        (time >= SHORTEST && amount > 0).then(|| amount as f64 / time.as_secs_f64())
    }
}

/// What is older is forgotten.
const WINDOW: Duration = Duration::from_secs(5);

/// Samples lie at least so far apart, so there are at most WINDOW / SPACING + 2.
const SPACING: Duration = Duration::from_millis(100);

/// Nothing is said about less.
const SHORTEST: Duration = Duration::from_millis(500);

//! Which place to ask next, and when. Pure: the pause is returned, not slept.

use std::collections::VecDeque;
use std::time::Duration;

use super::cause::Verdict;
use super::limits::Limits;

/// Walks round the places of one artifact until the tries are used up.
///
/// A place that was not asked yet is asked at once; one that failed waits, longer each time
/// (exponential back-off with jitter), and never shorter than it asked for with Retry-After.
#[derive(Debug)]
pub(super) struct Schedule<'a> {
    limits: &'a Limits,
    queue: VecDeque<Turn>,
    left: u32,
}

/// One place's turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    /// Which place.
    pub(super) place: usize,
    /// How long to wait before asking.
    pub(super) wait: Duration,
    /// Whether another place has not been asked yet.
    pub(super) choice: bool,
    failed: u32,
}

impl<'a> Schedule<'a> {
    pub(super) fn new(places: usize, limits: &'a Limits) -> Self {
        let queue = (0..places).map(|place| Turn { place, wait: Duration::ZERO, choice: false, failed: 0 }).collect();
        Self { limits, queue, left: limits.tries.max(1) }
    }

    /// Returns the next turn; none when all is tried.
    pub(super) fn next(&mut self) -> Option<Turn> {
        self.left = self.left.checked_sub(1)?;
        let turn = self.queue.pop_front()?;
        Some(Turn { choice: self.queue.iter().any(|other| other.failed == 0), ..turn })
    }

    /// Takes a failure; `bytes` is what the try brought, `jitter` lies between 0 and 1.
    pub(super) fn failed(&mut self, turn: Turn, verdict: Verdict, bytes: u64, jitter: f64) {
        // A try that got on is no failure of the place: the line is bad, the file gets there.
        let progressed = bytes >= self.limits.progress.max(1);
        self.left += u32::from(progressed);
        let Verdict::Again(retry_after) = verdict else { return };
        let failed = if progressed { 0 } else { turn.failed };
        let asked_for = retry_after.unwrap_or_default().min(self.limits.retry_after);
        let wait = self.back_off(failed, jitter).max(asked_for);
        self.queue.push_back(Turn { place: turn.place, wait, choice: false, failed: failed + 1 });
    }

    /// Puts a place first in the queue again, because the failure was not its own.
    pub(super) fn once_more(&mut self, turn: Turn) {
        self.queue.push_front(Turn { wait: Duration::ZERO, ..turn });
    }

    /// Half of it is fixed, so that a pause is a pause; half is jitter, so that many clients do not come back at once.
    fn back_off(&self, failed: u32, jitter: f64) -> Duration {
        let doubled = self.limits.first_wait.saturating_mul(1_u32.checked_shl(failed.min(20)).unwrap_or(u32::MAX));
        doubled.min(self.limits.longest_wait).mul_f64(0.5 + jitter.clamp(0.0, 1.0) / 2.0)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn limits() -> Limits {
        Limits { tries: 4, ..Limits::default() }
    }

    #[test]
    fn every_place_is_asked_before_one_is_asked_again() {
        let limits = limits();
        let mut schedule = Schedule::new(3, &limits);
        let mut asked = Vec::new();
        while let Some(turn) = schedule.next() {
            asked.push((turn.place, turn.wait));
            schedule.failed(turn, Verdict::Again(None), 0, 1.0);
        }
        let at_once = Duration::ZERO;
        assert_eq!(asked, [(0, at_once), (1, at_once), (2, at_once), (0, limits.first_wait)]);
    }

    #[test]
    fn the_pause_doubles_up_to_a_limit_and_jitters_by_half() {
        let limits = Limits { tries: 9, ..Limits::default() };
        let mut schedule = Schedule::new(1, &limits);
        let mut waits = Vec::new();
        while let Some(turn) = schedule.next() {
            waits.push(turn.wait.as_millis());
            schedule.failed(turn, Verdict::Again(None), 0, if waits.len() == 8 { 0.0 } else { 1.0 });
        }
        assert_eq!(waits, [0, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000, 10_000]);
    }

    #[test]
    fn retry_after_is_honoured_up_to_its_limit() {
        let limits = limits();
        for (asked_for, waited) in [(7, 7), (3600, 60)] {
            let mut schedule = Schedule::new(1, &limits);
            let turn = schedule.next().unwrap();
            schedule.failed(turn, Verdict::Again(Some(Duration::from_secs(asked_for))), 0, 1.0);
            assert_eq!(schedule.next().unwrap().wait, Duration::from_secs(waited));
        }
    }

    #[test]
    fn a_place_that_will_never_work_is_not_asked_again() {
        let limits = limits();
        let mut schedule = Schedule::new(2, &limits);
        let turn = schedule.next().unwrap();
        schedule.failed(turn, Verdict::Never, 0, 1.0);
        let turn = schedule.next().unwrap();
        assert_eq!(turn.place, 1);
        schedule.failed(turn, Verdict::Never, 0, 1.0);
        assert_eq!(schedule.next(), None);
    }

    #[test]
    fn there_is_a_choice_while_another_place_was_not_asked() {
        let limits = limits();
        let mut schedule = Schedule::new(3, &limits);
        let mut choices = Vec::new();
        while let Some(turn) = schedule.next() {
            choices.push(turn.choice);
            schedule.failed(turn, Verdict::Again(None), 0, 1.0);
        }
        assert_eq!(choices, [true, true, false, false]);
    }

    #[test]
    fn a_try_that_got_on_does_not_count() {
        let limits = limits();
        let mut schedule = Schedule::new(1, &limits);
        for _ in 0..100 {
            let turn = schedule.next().unwrap();
            assert!(turn.wait <= limits.first_wait);
            schedule.failed(turn, Verdict::Again(None), limits.progress, 1.0);
        }
        for _ in 0..4 {
            let turn = schedule.next().unwrap();
            schedule.failed(turn, Verdict::Again(None), limits.progress - 1, 1.0);
        }
        assert_eq!(schedule.next(), None);
    }
}

//! Folds the events of a run into the one view that every face draws.
//!
//! Pure: time is an argument, in whatever clock the face has, as long as it counts from the run's beginning.
//! The fold believes nothing: events in any order, with any numbers, give a progress that never goes back,
//! and a run ends once (blueprint, 'Events').

mod meter;
mod work;

use std::collections::BTreeMap;
use std::time::Duration;

use crate::model::event::{Event, Failure, Outcome, Phase, Summary};
use crate::model::{FileName, Findings, PackageName};

use meter::Meter;

/// The state of one run, as far as its events tell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    waiting: Option<Duration>,
    phase: Option<Phase>,
    /// When it began.
    entered: Duration,
    furthest: Option<Phase>,
    summary: Option<Summary>,
    transfers: BTreeMap<FileName, Transfer>,
    fetched: u64,
    bytes: Meter,
    packages: Meter,
    builds: u64,
    verified: Amount,
    mending: bool,
    findings: Option<Findings>,
    step: Option<Step>,
    installed: Installed,
    retries: u64,
    progress: u16,
    end: Option<End>,
}

/// What is being worked on, beside transfers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A distribution is being built.
    Building(PackageName),
    /// A distribution was the last one to be installed.
    Installed(PackageName),
}

/// How many distributions are installed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Installed {
    /// So many.
    pub done: u64,
    /// Of so many.
    pub total: u64,
}

/// So many bytes of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// So many.
    pub done: u64,
    /// Of so many.
    pub total: u64,
}

/// One artifact on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// Bytes on disk; goes back when a source turns out to be bad.
    pub have: u64,
    /// Bytes in all.
    pub size: u64,
    /// The try that is waited for.
    pub retry: Option<Retry>,
    /// The most there ever was; what progress counts.
    counted: u64,
    /// Its place among all transfers, by their first event.
    order: usize,
}

/// A try that is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retry {
    /// Its number, from 2.
    pub attempt: u32,
    /// When it begins.
    pub at: Duration,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// Well.
    Finished(Outcome),
    /// Otherwise.
    Failed(Failure),
}

impl Session {
    /// Takes one event that came at `now`; returns whether it counted. After the end none does.
    pub fn apply(&mut self, event: &Event, now: Duration) -> bool {
        if self.end.is_some() {
            return false;
        }
        match event {
            Event::Waiting { limit, .. } => self.waiting = Some(now.saturating_add(Duration::from_millis(*limit))),
            Event::Entered { phase } => self.enter(*phase, now),
            Event::Planned(summary) => self.summary = Some(summary.as_ref().clone()),
            Event::Fetching { artifact, have, size } => self.fetching(artifact, *have, *size, now),
            Event::Retrying { artifact, attempt, wait, .. } => self.retrying(artifact, *attempt, *wait, now),
            Event::Building { package } => {
                self.builds = self.builds.saturating_add(1);
                self.step = Some(Step::Building(package.clone()));
            }
            Event::Installing { package, done, total } => self.installing(package, *done, *total, now),
            Event::Verifying { done, total } => {
                let done = self.verified.done.max((*done).min(*total));
                self.verified = Amount { done, total: self.verified.total.max(*total) };
            }
            Event::Verified(findings) => self.findings = Some(findings.as_ref().clone()),
            Event::Mended { .. } | Event::Removing(_) => {}
            Event::Finished(outcome) => self.end = Some(End::Finished(outcome.clone())),
            Event::Failed(failure) => self.end = Some(End::Failed(failure.clone())),
        }
        self.progress = self.progress.max(self.work());
        true
    }

    fn enter(&mut self, phase: Phase, now: Duration) {
        self.waiting = None;
        (self.phase, self.entered) = (Some(phase), now);
        self.furthest = self.furthest.max(Some(phase));
        self.mending |= phase == Phase::Mending;
        self.step = None;
    }

    fn fetching(&mut self, artifact: &FileName, have: u64, size: u64, now: Duration) {
        let order = self.transfers.len();
        let have = have.min(size);
        let mut fresh = false;
        let transfer = self.transfers.entry(artifact.clone()).or_insert_with(|| {
            fresh = true;
            Transfer { have, size, retry: None, counted: 0, order }
        });
        (transfer.have, transfer.size, transfer.retry) = (have, size, None);
        let new = have.saturating_sub(transfer.counted);
        transfer.counted = transfer.counted.max(have);
        self.fetched = self.fetched.saturating_add(new);
        // What was there before the run says nothing about the speed of the line.
        self.bytes.record(if fresh { 0 } else { new }, now);
    }

    fn retrying(&mut self, artifact: &FileName, attempt: u32, wait: u64, now: Duration) {
        self.retries = self.retries.saturating_add(1);
        let order = self.transfers.len();
        let at = now.saturating_add(Duration::from_millis(wait));
        self.transfers
            .entry(artifact.clone())
            .or_insert(Transfer { have: 0, size: 0, retry: None, counted: 0, order })
            .retry = Some(Retry { attempt, at });
    }

    fn installing(&mut self, package: &PackageName, done: u64, total: u64, now: Duration) {
        let done = done.min(total);
        self.packages.record(done.saturating_sub(self.installed.done), now);
        self.installed = Installed { done: done.max(self.installed.done), total: total.max(self.installed.total) };
        self.step = Some(Step::Installed(package.clone()));
    }

    /// Returns until when another run is waited for, while one is.
    pub fn waiting_until(&self) -> Option<Duration> {
        self.waiting
    }

    /// Returns the phase entered last.
    pub fn phase(&self) -> Option<Phase> {
        self.phase
    }

    /// Returns what will be done, once that is known.
    pub fn summary(&self) -> Option<&Summary> {
        self.summary.as_ref()
    }

    /// Returns thousandths of the whole run; never goes back, and 1000 only when it ended well.
    pub fn progress(&self) -> u16 {
        self.progress
    }

    /// Returns bytes of artifacts that arrived, what was there before included; never goes back.
    pub fn fetched(&self) -> u64 {
        self.fetched.min(self.to_fetch())
    }

    /// Returns bytes of artifacts that have to arrive.
    pub fn to_fetch(&self) -> u64 {
        self.summary.as_ref().map_or(self.fetched, |summary| summary.to_fetch)
    }

    /// Returns bytes a second over the last seconds; `None` while that cannot be said.
    pub fn speed(&self, now: Duration) -> Option<f64> {
        self.bytes.rate(now)
    }

    /// Returns the time that the phase entered last still needs; `None` while that cannot be said.
    pub fn time_left(&self, now: Duration) -> Option<Duration> {
        let (left, rate) = match self.phase? {
            Phase::Fetching => (self.to_fetch().saturating_sub(self.fetched), self.bytes.rate(now)?),
            Phase::Installing => (self.installed.total - self.installed.done, self.packages.rate(now)?),
            Phase::Verifying
            | Phase::Mending
            | Phase::Judging
            | Phase::Planning
            | Phase::Building
            | Phase::Checking
            | Phase::Activating
            | Phase::Removing => return None,
        };
        // Over a day is no forecast.
        Duration::try_from_secs_f64(left as f64 / rate).ok().filter(|left| *left < LONGEST_FORECAST)
    }

    /// Returns how long until the network is asked again, while nothing comes from it: zero when it is being asked.
    pub fn network_wait(&self, now: Duration) -> Option<Duration> {
        match self.phase? {
            // The few files of metadata come at once, or somebody is waited for.
            Phase::Judging => (now.saturating_sub(self.entered) >= PATIENCE).then_some(Duration::ZERO),
            Phase::Fetching => {
                let active = self.active();
                let tries: Option<Vec<Duration>> =
                    active.iter().map(|(_, transfer)| transfer.retry.as_ref().map(|retry| retry.at)).collect();
                tries?.into_iter().min().map(|at| at.saturating_sub(now))
            }
            _ => None,
        }
    }

    /// Returns what is being worked on, beside transfers.
    pub fn step(&self) -> Option<&Step> {
        self.step.as_ref()
    }

    /// Returns how many distributions are installed.
    pub fn installed(&self) -> Installed {
        self.installed
    }

    /// Returns how many bytes of what is installed were compared.
    pub fn verified(&self) -> Amount {
        self.verified
    }

    /// Returns what a comparison came to, once it is over.
    pub fn findings(&self) -> Option<&Findings> {
        self.findings.as_ref()
    }

    /// Returns every artifact seen so far.
    pub fn transfers(&self) -> impl Iterator<Item = (&FileName, &Transfer)> {
        self.transfers.iter()
    }

    /// Returns the artifacts on their way or waiting for another try, in the order they began.
    pub fn active(&self) -> Vec<(&FileName, &Transfer)> {
        let mut active: Vec<_> = self.transfers.iter().filter(|(_, transfer)| transfer.is_active()).collect();
        active.sort_by_key(|(_, transfer)| transfer.order);
        active
    }

    /// Returns how often an artifact had to be tried again.
    pub fn retries(&self) -> u64 {
        self.retries
    }

    /// Returns how the run ended, once it did.
    pub fn end(&self) -> Option<&End> {
        self.end.as_ref()
    }
}

impl Transfer {
    /// Returns whether bytes are still missing.
    pub fn is_active(&self) -> bool {
        self.have < self.size || self.retry.is_some()
    }
}

/// How long metadata may take before that is worth a word.
const PATIENCE: Duration = Duration::from_secs(3);

const LONGEST_FORECAST: Duration = Duration::from_hours(24);

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
mod tests;

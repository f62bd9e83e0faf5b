//! Chooses the Python: one that was found, or else one that the release brings.

use std::cmp::Reverse;

use super::refusal::{Refusal, Rejected, Unfit};
use super::select::select;
use super::types::{PlannedFile, PlannedPackage};
use super::{Machine, Offer, runtime};
use crate::model::release::Runtime;
use crate::model::{Interpreter, Version};

/// A Python with the files for it.
pub(super) struct Choice {
    pub(super) interpreter: Interpreter,
    pub(super) runtime: Option<Runtime>,
    pub(super) packages: Vec<PlannedPackage>,
    pub(super) rejected: Vec<Rejected>,
}

/// Chooses the Python that a plan for this offer would use, for those who only want to know.
///
/// # Errors
/// When none fits; the refusal lists each one's reason.
pub fn choose_interpreter(offer: &Offer<'_>, machine: &Machine<'_>) -> Result<Interpreter, Refusal> {
    choose(offer, machine).map(|choice| choice.interpreter)
}

/// Chooses among the Pythons found first: nothing has to be fetched or kept up to date for them.
pub(super) fn choose(offer: &Offer<'_>, machine: &Machine<'_>) -> Result<Choice, Refusal> {
    let found = machine.interpreters.iter().map(|interpreter| Ok((interpreter.clone(), None)));
    let mut rejected = Vec::new();
    if let Some(choice) = best(offer, machine, found, &mut rejected) {
        return Ok(Choice { rejected, ..choice });
    }
    let brought = machine.host.into_iter().flat_map(|host| runtime::interpreters(offer.release, host));
    match best(offer, machine, brought, &mut rejected) {
        Some(choice) => Ok(Choice { rejected, ..choice }),
        None => Err(refusal(offer, rejected)),
    }
}

/// A Python to look at, or one that is out of the question already.
pub(super) type Candidate = Result<(Interpreter, Option<Runtime>), Rejected>;

/// Picks the best of some Pythons; those that do not fit go to `rejected`.
fn best(
    offer: &Offer<'_>,
    machine: &Machine<'_>,
    candidates: impl Iterator<Item = Candidate>,
    rejected: &mut Vec<Rejected>,
) -> Option<Choice> {
    let mut best: Option<Choice> = None;
    for candidate in candidates {
        let choice = candidate.and_then(|(interpreter, runtime)| match select(offer, machine, &interpreter) {
            Ok(packages) => Ok(Choice { interpreter, runtime, packages, rejected: Vec::new() }),
            Err(reason) => Err(Rejected {
                path: interpreter.path,
                version: interpreter.version,
                platform: interpreter.platform,
                reason,
            }),
        });
        match choice {
            Ok(choice) if best.as_ref().is_none_or(|best| merit(offer, &choice) > merit(offer, best)) => {
                best = Some(choice);
            }
            Ok(_) => {}
            Err(reason) => rejected.push(reason),
        }
    }
    best
}

/// Nothing to build, then what the publisher checked, then finished versions, then the newest.
fn merit<'a>(offer: &Offer<'_>, choice: &'a Choice) -> (Reverse<usize>, bool, bool, &'a Version) {
    let Interpreter { version, platform, .. } = &choice.interpreter;
    let builds = choice.packages.iter().filter(|package| matches!(package.file, PlannedFile::Build(_))).count();
    let covered =
        offer.release.coverage.iter().any(|covered| {
            covered.platform == *platform && version.release().get(..2) == Some(covered.python.release())
        });
    (Reverse(builds), covered, !version.any_prerelease(), version)
}

/// Says the reason that helps most: what the person can mend, then what only the publisher can.
fn refusal(offer: &Offer<'_>, rejected: Vec<Rejected>) -> Refusal {
    let closest = |wanted: fn(&Unfit) -> bool| {
        rejected.iter().filter(|rejected| wanted(&rejected.reason)).max_by(|one, other| one.version.cmp(&other.version))
    };
    let compiler = closest(|reason| matches!(reason, Unfit::NeedsCompiler { .. }));
    let wheel = || {
        let fewest = |rejected: &&Rejected| match &rejected.reason {
            Unfit::NoWheel { packages } => Some((packages.len(), Reverse(rejected.version.clone()))),
            _ => None,
        };
        rejected.iter().filter(|rejected| fewest(rejected).is_some()).min_by_key(fewest)
    };
    let faulty = || {
        closest(|reason| {
            matches!(reason, Unfit::Ambiguous { .. } | Unfit::NoApplication { .. } | Unfit::PackageVersion { .. })
        })
    };
    let Some(Rejected { version, platform, reason, .. }) = compiler.or_else(wheel).or_else(faulty).cloned() else {
        return Refusal::NoInterpreter { requires: offer.release.requires_python.clone(), rejected };
    };
    match reason {
        Unfit::NeedsCompiler { packages } => Refusal::NeedsCompiler { packages, python: version, rejected },
        Unfit::NoWheel { packages } => Refusal::NoWheel { packages, python: version, platform, rejected },
        reason => Refusal::FaultyLock { reason, rejected },
    }
}

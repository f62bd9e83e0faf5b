//! What is to be done at all: versions and digests compared, before any Python is looked at.

use std::cmp::Ordering;

use super::{Intent, Offer, Question, Refusal};
use crate::model::event::Action;
use crate::model::{Receipt, Version};

/// Decides what to do; cheap, so that a run with nothing to do need not probe any Python.
///
/// A release is told by its version first. The same version with another digest is a release that the
/// publisher published again: the one that the newer `targets` names replaces the other, as an upgrade.
/// A repair repairs to what is offered, so with a newer release it is an upgrade too. A release that the person
/// went back from is installed again only when an upgrade is asked for.
///
/// # Errors
/// When the offer is older than what is installed or than a floor, when it is another application's, or when
/// there is nothing to upgrade or repair.
pub fn decide(question: &Question<'_>) -> Result<Action, Refusal> {
    let Question { offer, installed, intent, .. } = question;
    if *intent == Intent::GoBack {
        return go_back(question);
    }
    refuse_below_floor(question, &offer.release.version)?;
    let Some(installed) = installed else {
        return match intent {
            Intent::Automatic | Intent::Install => Ok(Action::Install),
            Intent::Upgrade | Intent::Repair | Intent::Anew | Intent::GoBack => Err(Refusal::NotInstalled),
        };
    };
    refuse_other_application(question, installed)?;
    // PEP 440 orders the versions of releases.
    match offer.release.version.cmp(&installed.version) {
        Ordering::Less => Err(Refusal::OlderThanInstalled {
            installed: installed.version.clone(),
            offered: offer.release.version.clone(),
        }),
        Ordering::Greater if *intent != Intent::Upgrade && was_left(offer, installed) => Ok(Action::UpToDate),
        Ordering::Greater => Ok(Action::Upgrade),
        Ordering::Equal => same_version(offer, installed, *intent),
    }
}

fn same_version(offer: &Offer<'_>, installed: &Receipt, intent: Intent) -> Result<Action, Refusal> {
    let same_release = offer.release_digest == installed.release;
    if !same_release && offer.targets_version <= installed.targets_version {
        return Err(Refusal::ReplacedRelease {
            version: offer.release.version.clone(),
            installed: installed.targets_version,
            offered: offer.targets_version,
        });
    }
    Ok(match intent {
        Intent::Repair | Intent::Anew => Action::Repair,
        _ if same_release => Action::UpToDate,
        _ => Action::Upgrade,
    })
}

/// One step back to the generation that was kept, but not below a floor of the release that was trusted last.
fn go_back(question: &Question<'_>) -> Result<Action, Refusal> {
    let installed = question.installed.ok_or(Refusal::NotInstalled)?;
    refuse_other_application(question, installed)?;
    let previous = installed.previous.as_ref().ok_or(Refusal::NothingToGoBackTo)?;
    refuse_below_floor(question, &previous.version)?;
    Ok(Action::GoBack)
}

/// Returns whether the person went back from this very release.
pub(super) fn was_left(offer: &Offer<'_>, installed: &Receipt) -> bool {
    installed.went_back_from.as_ref().is_some_and(|left| left.release == offer.release_digest)
}

fn refuse_other_application(question: &Question<'_>, installed: &Receipt) -> Result<(), Refusal> {
    let offered = &question.offer.release.application.id;
    if installed.application == *offered {
        return Ok(());
    }
    Err(Refusal::OtherApplication { installed: installed.application.clone(), offered: offered.clone() })
}

/// A fresh machine has no installed version to compare with, so the stub brings a floor.
fn refuse_below_floor(question: &Question<'_>, version: &Version) -> Result<(), Refusal> {
    let floors = question.minimum_version.into_iter().chain(&question.offer.release.security_floor);
    match floors.max() {
        Some(floor) if version < floor => Err(Refusal::BelowFloor { floor: floor.clone(), offered: version.clone() }),
        _ => Ok(()),
    }
}

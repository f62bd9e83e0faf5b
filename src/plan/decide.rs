//! What is to be done at all: versions and digests compared, before any Python is looked at.

use std::cmp::Ordering;

use super::{Intent, Offer, Question, Refusal};
use crate::model::event::Action;
use crate::model::{Receipt, Version};

/// Decides what to do; cheap, so that a run with nothing to do need not probe any Python.
///
/// A release is told by its version first. The same version with another digest is a release that the
/// publisher published again: the one that the newer `targets` names replaces the other, as an upgrade.
/// A repair repairs to what is offered, so with a newer release it is an upgrade too.
///
/// # Errors
/// When the offer is older than what is installed or than a floor, when it is another application's, or when
/// there is nothing to upgrade or repair.
pub fn decide(question: &Question<'_>) -> Result<Action, Refusal> {
    let Question { offer, installed, intent, minimum_version, .. } = question;
    refuse_below_floor(offer, *minimum_version)?;
    let Some(installed) = installed else {
        return match intent {
            Intent::Automatic | Intent::Install => Ok(Action::Install),
            Intent::Upgrade | Intent::Repair => Err(Refusal::NotInstalled),
        };
    };
    if installed.application != offer.release.application.id {
        let (installed, offered) = (installed.application.clone(), offer.release.application.id.clone());
        return Err(Refusal::OtherApplication { installed, offered });
    }
    // PEP 440 orders the versions of releases.
    match offer.release.version.cmp(&installed.version) {
        Ordering::Less => Err(Refusal::OlderThanInstalled {
            installed: installed.version.clone(),
            offered: offer.release.version.clone(),
        }),
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
        Intent::Repair => Action::Repair,
        _ if same_release => Action::UpToDate,
        _ => Action::Upgrade,
    })
}

/// A fresh machine has no installed version to compare with, so the stub brings a floor.
fn refuse_below_floor(offer: &Offer<'_>, minimum_version: Option<&Version>) -> Result<(), Refusal> {
    let floors = minimum_version.into_iter().chain(&offer.release.security_floor);
    match floors.max() {
        Some(floor) if offer.release.version < *floor => {
            Err(Refusal::BelowFloor { floor: floor.clone(), offered: offer.release.version.clone() })
        }
        _ => Ok(()),
    }
}

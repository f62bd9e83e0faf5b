//! Installed state, trusted release and intent in; a plan or a refusal out. Pure.
//!
//! Nothing here reads a file, runs a Python or asks the network: what was found on the machine comes in as
//! values. The moments, in order: [`decide()`] what is to be done at all, choose the Python, pick one file for
//! each package of the lock, list what to fetch.

pub mod refusal;
pub mod types;

mod choose;
mod decide;
mod fetching;
mod runtime;
mod select;

use std::collections::BTreeMap;

use crate::model::event::Action;
use crate::model::release::ReleaseError;
use crate::model::{Interpreter, Lock, PackageName, Receipt, Release, Sha256Digest, Version};

pub use choose::choose_interpreter;
pub use decide::decide;
pub use fetching::Signing;
pub use refusal::{Missing, MissingReason, Refusal, Rejected, Unfit};
pub use runtime::Host;
pub use select::select;
pub use types::{Plan, PlannedBuild, PlannedFile, PlannedPackage, PlannedWheel};

use types::Seal;

/// What the person wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Whatever is needed: installs, upgrades, or nothing.
    Automatic,
    /// To have it installed; an older installation is upgraded.
    Install,
    /// To have the newest release of what is installed.
    Upgrade,
    /// To have what is damaged of the installed release mended; made anew where that does not do.
    Repair,
    /// To have the installed release made anew, whatever its state.
    Anew,
    /// To have the version that was installed before again.
    GoBack,
}

/// A trusted release with its locks, as the trust room handed it over.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// The release document.
    pub release: &'a Release,
    /// sha256 of its `release.json`.
    pub release_digest: Sha256Digest,
    /// Version of the TUF `targets` role that named it.
    pub targets_version: u64,
    /// The lock it names.
    pub lock: &'a Lock,
    /// The build locks it names, by the distribution that is built.
    pub build_locks: &'a BTreeMap<PackageName, Lock>,
}

/// What was found on the machine.
#[derive(Clone, Copy, Debug)]
pub struct Machine<'a> {
    /// Every Python that was probed and works.
    pub interpreters: &'a [Interpreter],
    /// Whether a C compiler was found.
    pub compiler: bool,
    /// What a runtime that the release brings would run on; `None` when none may be used.
    pub host: Option<&'a Host>,
}

/// Everything that decides a plan.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// What is offered.
    pub offer: Offer<'a>,
    /// What is installed.
    pub installed: Option<&'a Receipt>,
    /// What is wanted.
    pub intent: Intent,
    /// The lowest version that the stub believes, from its profile.
    pub minimum_version: Option<&'a Version>,
    /// What the machine has.
    pub machine: Machine<'a>,
}

/// What comes of a question that is not refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The offered release is installed already.
    UpToDate,
    /// This is what to do.
    Plan(Box<Plan>),
    /// The generation that this receipt describes is to be switched to.
    GoBack(Box<Receipt>),
}

/// Makes the plan.
///
/// # Errors
/// When what is wanted must not or cannot be done; see [`Refusal`].
pub fn make(question: &Question<'_>) -> Result<Answer, Refusal> {
    let Question { offer, installed, machine, .. } = question;
    if let Err(ReleaseError::Field { field, problem }) = offer.release.check() {
        return Err(Refusal::InvalidRelease { field, problem });
    }
    let action = decide(question)?;
    match (action, installed.and_then(|receipt| receipt.previous.as_ref())) {
        (Action::UpToDate, _) => return Ok(Answer::UpToDate),
        (Action::GoBack, Some(previous)) => return Ok(Answer::GoBack(previous.clone())),
        _ => {}
    }
    let choice = choose::choose(offer, machine)?;
    Ok(Answer::Plan(Box::new(Plan {
        action,
        release: offer.release.clone(),
        release_digest: offer.release_digest,
        targets_version: offer.targets_version,
        installed: installed.map(|receipt| receipt.version.clone()),
        interpreter: choice.interpreter,
        runtime: choice.runtime,
        packages: choice.packages,
        rejected: choice.rejected,
        seal: Seal,
    })))
}

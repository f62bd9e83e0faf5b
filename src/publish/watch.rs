//! What ends when, who has signed what waits, and `renew`: the part of publishing that is for cron.

use std::io;

use fs_err as fs;

use crate::model::profile::ProfileError;
use crate::model::{Profile, Timestamp};
use crate::trust::document::{Envelope, KeyId, Role, RoleName, Root};
use crate::trust::{Versions, signers};

use super::attach::attach_all;
use super::folder::Folder;
use super::key::OwnedKey;
use super::online::{self, OnlineError};
use super::published::{Published, PublishedError};
use super::recipe::{Recipe, RecipeError, days_after};
use super::shape::{self, Misshapen};
use super::staged::{self, Staged, StagedError};

/// A published document and its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The document.
    pub role: RoleName,
    /// Its version.
    pub version: u64,
    /// When it ends.
    pub expires: Timestamp,
    /// Whether somebody has to act: it ends within [`ALARM_DAYS`].
    pub alarm: bool,
}

/// A staged document and who has signed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The document.
    pub role: RoleName,
    /// Its version.
    pub version: u64,
    /// Whether the keys are those that hold now, for a root that replaces them.
    pub old_keys: bool,
    /// Signatures needed.
    pub threshold: u64,
    /// Keys that have signed.
    pub signed: Vec<KeyId>,
    /// Keys that have not.
    pub missing: Vec<KeyId>,
}

/// The state of a publisher's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The published documents; empty where nothing was published.
    pub published: Vec<Ending>,
    /// The documents that wait for signatures.
    pub waiting: Vec<Waiting>,
}

/// Says why a folder cannot be watched over.
#[derive(Debug, thiserror::Error)]
pub enum WatchError {
    /// Nothing was published yet.
    #[error("nothing was published yet")]
    NothingPublished,
    /// The repository cannot be read.
    #[error(transparent)]
    Published(#[from] PublishedError),
    /// The staged folder cannot be used.
    #[error(transparent)]
    Staged(#[from] StagedError),
    /// The staged root is none that this program makes: what it calls its keys proves nothing.
    #[error("the staged root cannot be believed even in what it calls its keys")]
    Misshapen(#[from] Misshapen),
    /// The result cannot be made, or a user would refuse it.
    #[error(transparent)]
    Online(#[from] OnlineError),
    /// The recipe cannot be used.
    #[error(transparent)]
    Recipe(#[from] RecipeError),
    /// The profile cannot be used.
    #[error("profile.toml cannot be used")]
    Profile(#[from] ProfileError),
    /// A file cannot be read.
    #[error("the publisher's folder cannot be used")]
    Io(#[from] io::Error),
}

/// Looks at a folder. Nothing is changed.
///
/// # Errors
/// [`WatchError`].
pub fn status(folder: &Folder, now: Timestamp) -> Result<Status, WatchError> {
    let published = Published::read(&folder.repository())?;
    let waiting = waiting(folder, published.as_ref())?;
    Ok(Status { published: published.map(|published| endings(&published, now)).unwrap_or_default(), waiting })
}

/// Signs snapshot and timestamp anew; returns their versions and what ends when.
///
/// # Errors
/// [`WatchError`]; nothing is written then.
pub fn renew(folder: &Folder, key: &OwnedKey, now: Timestamp) -> Result<(Versions, Vec<Ending>), WatchError> {
    let recipe = Recipe::parse(&fs::read_to_string(folder.recipe())?)?;
    let profile = Profile::parse(&fs::read_to_string(folder.profile())?)?;
    let published = Published::read(&folder.repository())?.ok_or(WatchError::NothingPublished)?;
    let root = published.root.signed();
    let targets_version = published.targets.signed().header.version;
    let files = online::sign(root, key, Some(&published), targets_version, (&recipe.expiry, now))?;
    let (trusted, _) = online::check(folder, &profile.id, &files, now)?;
    online::write(folder, root.header.version, &files)?;
    let renewed = Published::read(&folder.repository())?.ok_or(WatchError::NothingPublished)?;
    Ok((trusted.targets().versions(), endings(&renewed, now)))
}

/// Lists when each published document ends. The timestamp is renewed by cron far more often than it is
/// near its end, so it only alarms when it is about to be too late.
fn endings(published: &Published, now: Timestamp) -> Vec<Ending> {
    let Published { root, timestamp, snapshot, targets } = published;
    vec![
        ending(root, now, ALARM_DAYS),
        ending(targets, now, ALARM_DAYS),
        ending(snapshot, now, ALARM_DAYS),
        ending(timestamp, now, TIMESTAMP_ALARM_DAYS),
    ]
}

fn ending<T: Role>(document: &Envelope<T>, now: Timestamp, days: u32) -> Ending {
    let header = document.signed().header();
    let alarm = header.expires <= days_after(now, days);
    Ending { role: T::NAME, version: header.version, expires: header.expires, alarm }
}

fn waiting(folder: &Folder, published: Option<&Published>) -> Result<Vec<Waiting>, WatchError> {
    let mut staged = Staged::read_any(&folder.staged())?;
    staged.root.as_ref().map_or(Ok(()), shape::require_root)?;
    let old = published.map(|published| published.root.signed());
    attach_all(&mut staged, old, staged::read_signatures(&folder.staged())?, &[])?;
    let mut waiting = Vec::new();
    if let Some(root) = &staged.root {
        if let Some(old) = old.filter(|old| keys_differ(old, root.signed())) {
            waiting.push(Waiting { old_keys: true, ..of(old, root) });
        }
        waiting.push(of(root.signed(), root));
    }
    let next = staged.root.as_ref().map(Envelope::signed).or(old);
    if let (Some(targets), Some(root)) = (&staged.targets, next) {
        waiting.push(of(root, targets));
    }
    Ok(waiting)
}

fn keys_differ(old: &Root, new: &Root) -> bool {
    old.root != new.root
}

fn of<T: Role>(root: &Root, document: &Envelope<T>) -> Waiting {
    let count = signers(root, T::NAME, document);
    Waiting {
        role: T::NAME,
        version: document.signed().header().version,
        old_keys: false,
        threshold: count.threshold,
        signed: count.signed,
        missing: count.missing,
    }
}

/// Days before an end from which somebody has to act: time to gather signatures.
pub const ALARM_DAYS: u32 = 30;

/// Days before the timestamp's end: cron has failed for weeks by then.
pub const TIMESTAMP_ALARM_DAYS: u32 = 7;

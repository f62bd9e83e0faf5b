//! Snapshot and timestamp: the two documents that the online key signs, and the order of writing.
//!
//! That key lies on the publishing machine and is none of the quorum: whoever steals it can hold users
//! back until what is signed ends, and can release nothing.

use std::collections::BTreeMap;
use std::io;

use crate::model::{PackageName, Timestamp};
use crate::trust::document::{
    DocumentError, Envelope, Header, MetaFile, RoleName, Root, Snapshot, Timestamp as TimestampRole,
};
use crate::trust::{MemoryStore, RefreshError};

use super::check;
use super::folder::{Folder, replace_file};
use super::key::OwnedKey;
use super::published::{METADATA, Overlay, Published, PublishedError};
use super::recipe::{Expiry, days_after};
use crate::disk;
use crate::trust::TrustedRelease;

/// Files to publish, by their path below the repository.
pub(in crate::publish) type Files = BTreeMap<String, Vec<u8>>;

/// Says why the online documents cannot be made or published.
#[derive(Debug, thiserror::Error)]
pub enum OnlineError {
    /// The key is not the one that the root names for timestamps.
    #[error("this is not the online key that the root names")]
    OtherKey,
    /// The key cannot sign.
    #[error("the online key cannot sign")]
    Key(#[from] DocumentError),
    /// A user would refuse the result.
    #[error("{user} would refuse the result", user = from.as_ref().map_or_else(
        || "a new user".to_owned(),
        |version| format!("a user who last saw timestamp {version}"),
    ))]
    Refused {
        /// The timestamp that the user holds; none on a fresh machine.
        from: Option<u64>,
        /// What the user would be told.
        #[source]
        source: Box<RefreshError>,
    },
    /// The repository cannot be read.
    #[error(transparent)]
    Published(#[from] PublishedError),
    /// A file cannot be read or written.
    #[error("the repository cannot be written")]
    Io(#[from] io::Error),
}

/// Signs a snapshot of a targets version, and a timestamp of that snapshot.
pub(in crate::publish) fn sign(
    root: &Root,
    key: &OwnedKey,
    published: Option<&Published>,
    targets_version: u64,
    (expiry, now): (&Expiry, Timestamp),
) -> Result<Files, OnlineError> {
    let names = |role| root.identities(role).contains(&key.public().verification_key().identity());
    if !names(RoleName::Snapshot) || !names(RoleName::Timestamp) {
        return Err(OnlineError::OtherKey);
    }
    let last = published.map_or((0, 0), |published| {
        (published.snapshot.signed().header.version, published.timestamp.signed().header.version)
    });
    let header = Header::new(last.0 + 1, days_after(now, expiry.snapshot));
    let mut snapshot = Envelope::new(Snapshot::of_targets(header, MetaFile::new(targets_version)));
    snapshot.sign_with(key.secret())?;
    let header = Header::new(last.1 + 1, days_after(now, expiry.timestamp));
    let mut timestamp = Envelope::new(TimestampRole { header, snapshot: MetaFile::new(last.0 + 1) });
    timestamp.sign_with(key.secret())?;
    Ok(BTreeMap::from([
        (format!("{METADATA}/{}.snapshot.json", last.0 + 1), snapshot.to_bytes()),
        (TIMESTAMP.to_owned(), timestamp.to_bytes()),
    ]))
}

/// Reads the repository with the new files as users would: a fresh one, and one of every earlier state.
pub(in crate::publish) fn check(
    folder: &Folder,
    application: &PackageName,
    files: &Files,
    now: Timestamp,
) -> Result<(TrustedRelease, usize), OnlineError> {
    let repository = Overlay::new(&folder.repository(), files.clone());
    let first = format!("{METADATA}/1.root.json");
    let root = match files.get(&first) {
        Some(bytes) => bytes.clone(),
        None => fs_err::read(folder.repository().join(&first))?,
    };
    let refused = |from| move |source| OnlineError::Refused { from, source: Box::new(source) };
    let trusted =
        check::as_user(&root, application, &repository, &MemoryStore::default(), now).map_err(refused(None))?;
    check::every_file(trusted.targets(), &repository).map_err(refused(None))?;
    let states = states(folder)?;
    for state in &states {
        let store = MemoryStore::holding(state.files.clone());
        check::as_user(&root, application, &repository, &store, now).map_err(refused(Some(state.timestamp)))?;
    }
    Ok((trusted, states.len() + 1))
}

/// Writes the new files: immutable ones first, the timestamp last, so that every moment between is whole.
pub(in crate::publish) fn write(folder: &Folder, root_version: u64, files: &Files) -> Result<(), OnlineError> {
    let repository = folder.repository();
    for (path, bytes) in files.iter().filter(|(path, _)| *path != TIMESTAMP) {
        replace_file(&repository.join(path), bytes)?;
    }
    if let Some(bytes) = files.get(TIMESTAMP) {
        let version = Envelope::<TimestampRole>::parse(bytes)?.signed().header.version;
        replace_file(&folder.history().join(format!("{version}.{root_version}.timestamp.json")), bytes)?;
        replace_file(&repository.join(TIMESTAMP), bytes)?;
    }
    Ok(())
}

/// What a user's machine holds who saw one earlier state.
struct State {
    timestamp: u64,
    files: BTreeMap<String, Vec<u8>>,
}

fn states(folder: &Folder) -> Result<Vec<State>, OnlineError> {
    let mut names = Vec::new();
    if folder.history().is_dir() {
        for entry in fs_err::read_dir(folder.history())? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if let Some(versions) = versions(&name) {
                names.push((versions, name));
            }
        }
    }
    names.sort();
    let oldest = names.len().saturating_sub(STATES_CHECKED);
    names.into_iter().skip(oldest).map(|((timestamp, root), name)| state(folder, timestamp, root, &name)).collect()
}

fn versions(name: &str) -> Option<(u64, u64)> {
    let (timestamp, root) = name.strip_suffix(".timestamp.json")?.split_once('.')?;
    Some((timestamp.parse().ok()?, root.parse().ok()?))
}

fn state(folder: &Folder, timestamp: u64, root: u64, name: &str) -> Result<State, OnlineError> {
    let metadata = folder.repository().join(METADATA);
    let bytes = fs_err::read(folder.history().join(name))?;
    let mut files = BTreeMap::new();
    if let Ok(held) = Envelope::<TimestampRole>::parse(&bytes) {
        let file = format!("{}.snapshot.json", held.signed().snapshot.version);
        if let Some(snapshot) = disk::read_if_there(&metadata.join(file))? {
            let targets = Envelope::<Snapshot>::parse(&snapshot)?.signed().targets().map_or(0, |meta| meta.version);
            let targets = disk::read_if_there(&metadata.join(format!("{targets}.targets.json")))?;
            files.extend(targets.map(|bytes| ("targets.json".to_owned(), bytes)));
            files.insert("snapshot.json".to_owned(), snapshot);
        }
    }
    files.insert("timestamp.json".to_owned(), bytes);
    for version in 1..=root {
        let bytes = fs_err::read(metadata.join(format!("{version}.root.json")))?;
        files.insert("root.json".to_owned(), bytes.clone());
        if version > 1 {
            files.insert(format!("root_history/{version}.root.json"), bytes);
        }
    }
    Ok(State { timestamp, files })
}

/// The mutable file, written and uploaded last.
pub(in crate::publish) const TIMESTAMP: &str = "metadata/timestamp.json";

/// Earlier states that an upgrade is checked from: those of the last years of monthly renewals.
const STATES_CHECKED: usize = 100;

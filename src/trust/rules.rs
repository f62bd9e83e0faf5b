//! The rules of the client workflow (TUF 1.0.34, 5.3 to 5.6), each a pure function over bytes and time.
//!
//! The order in which they are asked, and what is fetched and stored between, is `trust::client`'s.

use super::document::{Envelope, MetaFile, Role, RoleName, Root, Snapshot, Targets, Timestamp};
use super::error::TrustError;
use super::hashes::check_length_and_hashes;
use super::quorum::Verified;
use crate::model::Timestamp as Time;

/// The time everything in a run is judged at: sampled once (TUF 1.0.34, 5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Judgement {
    pub(super) clock: Time,
    pub(super) judged_at: Time,
}

impl Judgement {
    /// The clock may be wrong, but it is never earlier than what is known to have passed.
    pub(super) fn new(clock: Time, known_to_have_passed: Time) -> Self {
        Self { clock, judged_at: clock.max(known_to_have_passed) }
    }

    /// TUF 1.0.34, 5.3.10, 5.4.4, 5.5.6, 5.6.5: the expiry must be later than the update's start.
    pub(super) fn fresh<T: Role>(&self, document: &T) -> Result<(), TrustError> {
        let expires = document.header().expires;
        if expires > self.judged_at {
            return Ok(());
        }
        Err(TrustError::Expired { role: T::NAME, expires, clock: self.clock, judged_at: self.judged_at })
    }
}

/// Parses a document; a web page in its place gets a name of its own.
pub(super) fn parse<T: Role>(bytes: &[u8], file: &str) -> Result<Envelope<T>, TrustError> {
    Envelope::parse(bytes).map_err(|source| {
        let file = file.to_owned();
        if is_web_page(bytes) { TrustError::WebPage { file } } else { TrustError::Malformed { file, source } }
    })
}

fn is_web_page(bytes: &[u8]) -> bool {
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<')
}

/// TUF 1.0.34, 5.2: the root that ships with the program is trusted, but must be signed by itself.
pub(super) fn first_root(bytes: &[u8]) -> Result<Verified<Root>, TrustError> {
    let envelope = parse::<Root>(bytes, BAKED_IN)?;
    let root = envelope.signed().clone();
    Verified::by(&root, envelope, BAKED_IN)
}

/// TUF 1.0.34, 5.3.4 and 5.3.5: signed by the old and the new keys, and exactly the next version.
///
/// 5.3.6: its expiry does not matter while a newer one may follow.
pub(super) fn next_root(current: &Root, bytes: &[u8], file: &str) -> Result<Verified<Root>, TrustError> {
    let new = Verified::<Root>::root_after(current, parse(bytes, file)?, file)?;
    same_version(file, current.header.version.saturating_add(1), new.signed().header.version)?;
    Ok(new)
}

/// Follows all roots from the first one, version 1, to the newest, as a client does that has them all.
///
/// # Errors
/// At the first root that does not follow from the one before, or when there is none.
pub fn newest_root<B: AsRef<[u8]>>(files: &[B]) -> Result<Verified<Root>, TrustError> {
    let mut files = files.iter().map(AsRef::as_ref);
    let first = parse::<Root>(files.next().unwrap_or_default(), FIRST)?;
    same_version(FIRST, 1, first.signed().header.version)?;
    let keys = first.signed().clone();
    let mut newest = Verified::by(&keys, first, FIRST)?;
    for bytes in files {
        let file = format!("{}.root.json", newest.signed().header.version.saturating_add(1));
        newest = next_root(newest.signed(), bytes, &file)?;
    }
    Ok(newest)
}

/// Returns whether `new` replaces keys of the timestamp or the snapshot role (TUF 1.0.34, 5.3.11).
pub(super) fn rotates_online_keys(old: &Root, new: &Root) -> bool {
    let differs = |role| old.identities(role) != new.identities(role);
    differs(RoleName::Timestamp) || differs(RoleName::Snapshot)
}

/// Judges a new timestamp; `None` when it is no news.
pub(super) fn timestamp(
    root: &Root,
    trusted: Option<&Timestamp>,
    bytes: &[u8],
    file: &str,
) -> Result<Option<Verified<Timestamp>>, TrustError> {
    // 5.4.2
    let new = Verified::<Timestamp>::by(root, parse(bytes, file)?, file)?;
    let Some(trusted) = trusted else { return Ok(Some(new)) };
    // 5.4.3.1: an equal version is no news; the update goes on with the trusted one.
    let (offered, known) = (new.signed().header.version, trusted.header.version);
    not_older(RoleName::Timestamp, offered, known)?;
    if offered == known {
        return Ok(None);
    }
    // 5.4.3.2
    not_older(RoleName::Snapshot, new.signed().snapshot.version, trusted.snapshot.version)?;
    Ok(Some(new))
}

/// Judges a new snapshot against the timestamp that names it and the snapshot trusted before.
pub(super) fn snapshot(
    root: &Root,
    named: &MetaFile,
    trusted: Option<&Snapshot>,
    bytes: &[u8],
    file: &str,
) -> Result<Verified<Snapshot>, TrustError> {
    // 5.5.2
    check_meta(named, bytes, file)?;
    // 5.5.3
    let new = Verified::<Snapshot>::by(root, parse(bytes, file)?, file)?;
    // 5.5.4
    same_version(file, named.version, new.signed().header.version)?;
    if new.signed().targets().is_none() {
        return Err(TrustError::RoleVanished { file: "targets.json".to_owned() });
    }
    if let Some(trusted) = trusted {
        not_rolled_back(trusted, new.signed())?;
    }
    Ok(new)
}

/// TUF 1.0.34, 5.5.5: no targets document goes back or vanishes; neither does the snapshot itself go back.
fn not_rolled_back(trusted: &Snapshot, new: &Snapshot) -> Result<(), TrustError> {
    not_older(RoleName::Snapshot, new.header.version, trusted.header.version)?;
    for (file, known) in &trusted.meta {
        let Some(offered) = new.meta.get(file) else {
            return Err(TrustError::RoleVanished { file: file.chars().take(80).collect() });
        };
        not_older(RoleName::Targets, offered.version, known.version)?;
    }
    Ok(())
}

/// Judges a new targets document against the snapshot that names it.
pub(super) fn targets(
    root: &Root,
    named: &MetaFile,
    bytes: &[u8],
    file: &str,
) -> Result<Verified<Targets>, TrustError> {
    // 5.6.2
    check_meta(named, bytes, file)?;
    // 5.6.3
    let new = Verified::<Targets>::by(root, parse(bytes, file)?, file)?;
    // 5.6.4
    same_version(file, named.version, new.signed().header.version)?;
    Ok(new)
}

/// Size and hashes of metadata count only where they are given.
pub(super) fn check_meta(named: &MetaFile, bytes: &[u8], file: &str) -> Result<(), TrustError> {
    check_length_and_hashes(named.length, named.hashes.as_ref(), bytes, file)
}

fn same_version(file: &str, expected: u64, found: u64) -> Result<(), TrustError> {
    if expected == found { Ok(()) } else { Err(TrustError::WrongVersion { file: file.to_owned(), expected, found }) }
}

fn not_older(role: RoleName, offered: u64, trusted: u64) -> Result<(), TrustError> {
    if offered >= trusted { Ok(()) } else { Err(TrustError::Rollback { role, offered, trusted }) }
}

/// The name of the first root, for errors.
const FIRST: &str = "1.root.json";

/// The name of the root that ships with the program, for errors.
const BAKED_IN: &str = "the root in this program";

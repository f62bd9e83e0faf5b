//! The last look before anything is published: a real client reads the repository as it will be, once as a
//! fresh machine, and once from every state that was published before.

use crate::model::{PackageName, Release, Timestamp, release};
use crate::ports::MetadataSource;
use crate::trust::{
    Floors, Limits, MemoryStore, RefreshError, Trust, TrustError, TrustedRelease, TrustedTargets, judge, refresh,
};

/// Reads a repository as a user would and believes what a user would believe.
///
/// # Errors
/// What a user would be told.
pub fn as_user(
    root: &[u8],
    application: &PackageName,
    source: &dyn MetadataSource,
    store: &MemoryStore,
    now: Timestamp,
) -> Result<TrustedRelease, RefreshError> {
    judge(fresh(root, now), application, source, store)
}

/// Reads a repository without knowing beforehand of which application it is.
///
/// # Errors
/// What a user would be told.
pub fn as_anyone(
    root: &[u8],
    source: &dyn MetadataSource,
    store: &MemoryStore,
    now: Timestamp,
) -> Result<TrustedRelease, RefreshError> {
    let targets = refresh(fresh(root, now), source, store)?;
    let name = release::TARGET.to_owned();
    let unknown = || TrustError::UnknownTarget { name: name.clone() };
    let info = name.parse().ok().and_then(|name| targets.target(&name)).ok_or_else(unknown)?;
    let document = targets.verify_target(&name, source.target(&info.path, info.length)?)?;
    // Only the name is taken from it here; what it says is judged when it is read again below.
    let application = Release::parse(document.bytes()).map(|release| release.application.id);
    let application = application.map_err(|source| TrustError::MalformedRelease { source: Box::new(source) })?;
    as_user(root, &application, source, store, now)
}

/// Without any floor, as on a machine that knows nothing yet.
fn fresh(root: &[u8], now: Timestamp) -> Trust<'_> {
    let floors = Floors { targets_version: 0, application_version: None, time: now };
    Trust { baked_root: root, floors, clock: now, limits: Limits::default() }
}

/// Fetches and judges every file that a repository releases.
///
/// # Errors
/// At the first file that is absent or is not the signed one.
pub fn every_file(targets: &TrustedTargets, source: &dyn MetadataSource) -> Result<u64, RefreshError> {
    let mut bytes = 0;
    for (name, info) in targets.files() {
        let target = targets.verify_target(name.as_str(), source.target(&info.path, info.length)?)?;
        bytes += target.bytes().len() as u64;
    }
    Ok(bytes)
}

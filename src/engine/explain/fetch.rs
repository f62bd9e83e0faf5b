//! The rows of files that could not be had.

use std::path::Path;

use url::Url;

use super::super::failure;
use super::{disk, in_a_line, names};
use crate::fetch::{Cause, FetchError, StoreError};
use crate::model::event::Failure;

pub(super) fn fetch(error: &FetchError) -> Failure {
    match error {
        FetchError::Failed { artifact, failure, others } => {
            let mut row = cause(artifact.as_str(), &failure.place, &failure.cause);
            row.details.extend(others.iter().map(|other| in_a_line(other)));
            row
        }
        FetchError::Missing { files, offline: true } => {
            let arguments = [("count", files.len().to_string()), ("artifacts", names(files))];
            // A text is no place for all of them where they are many, and whoever fetches them needs each.
            let details = files.iter().map(ToString::to_string).collect();
            Failure { details, ..failure::FETCH_OFFLINE.failure(arguments, None) }
        }
        FetchError::Missing { files, offline: false } => {
            failure::FETCH_NOT_FOUND.failure([("artifact", names(files))], None)
        }
        FetchError::Store { folder, source } => store(folder, source),
        FetchError::Cancelled => failure::CANCELLED.failure([], None),
    }
}

fn store(folder: &Path, error: &StoreError) -> Failure {
    let shown = || ("folder", folder.display().to_string());
    match error {
        StoreError::Full { .. } => failure::DISK_FULL.failure([shown()], None),
        StoreError::Io { source } => disk(source, Some(folder)),
        StoreError::Unsafe { path } => failure::ACTIVATE_UNSAFE.failure([("path", path.display().to_string())], None),
        StoreError::NoRoom { needed, free } => {
            failure::DISK_NO_ROOM.failure([shown(), ("needed", needed.to_string()), ("free", free.to_string())], None)
        }
    }
}

/// Says why one place did not bring one file.
pub(super) fn cause(artifact: &str, place: &str, cause: &Cause) -> Failure {
    let artifact = || ("artifact", artifact.to_owned());
    let host = || ("host", host_of(place));
    let sizes = |have: &u64, size: &u64| [artifact(), ("have", have.to_string()), ("size", size.to_string())];
    match cause {
        Cause::Unreachable { .. } | Cause::TimedOut { .. } => {
            failure::FETCH_UNREACHABLE.failure([artifact(), host()], None)
        }
        Cause::TooSlow { .. } => failure::FETCH_SLOW.failure([artifact(), host()], None),
        Cause::ProxyLogin { proxy } => {
            let proxy = proxy.clone().unwrap_or_else(|| UNKNOWN.to_owned());
            failure::FETCH_PROXY.failure([host(), ("proxy", proxy)], None)
        }
        Cause::ProxyUnreachable { proxy, .. } => {
            failure::FETCH_PROXY_UNREACHABLE.failure([host(), ("proxy", proxy.clone())], None)
        }
        // RFC 9110: the server itself wants credentials.
        Cause::Status { status: 401, .. } => failure::FETCH_LOGIN.failure([host()], None),
        Cause::Tls { issuer, .. } => {
            let issuer = issuer.clone().unwrap_or_else(|| UNKNOWN.to_owned());
            failure::FETCH_TLS.failure([host(), ("issuer", issuer)], None)
        }
        // RFC 9110: not found, gone.
        Cause::Status { status: 404 | 410, .. } | Cause::NotListed => {
            failure::FETCH_NOT_FOUND.failure([artifact()], None)
        }
        Cause::Status { status, .. } => {
            failure::FETCH_SERVER.failure([artifact(), host(), ("status", status.to_string())], None)
        }
        Cause::LoginPage => failure::FETCH_LOGIN_PAGE.failure([host()], None),
        Cause::Cut { have, size, .. } => failure::FETCH_CUT.failure(sizes(have, size), None),
        Cause::Short { have, size } => failure::FETCH_SHORT.failure(sizes(have, size), None),
        Cause::Long { size } => failure::FETCH_TOO_LONG.failure([artifact(), ("size", size.to_string())], None),
        Cause::WrongHash { .. } | Cause::OtherFileListed { .. } => {
            failure::FETCH_WRONG_HASH.failure([artifact(), host()], None)
        }
        Cause::WrongRange | Cause::BadIndexPage { .. } => failure::FETCH_CONFUSED.failure([artifact(), host()], None),
        Cause::TooManyRedirects { .. } | Cause::InsecureRedirect => {
            failure::FETCH_REDIRECT.failure([artifact(), host()], None)
        }
        Cause::Unreadable { source } => disk(source, None),
        Cause::Cancelled => failure::CANCELLED.failure([], None),
    }
}

/// The server of an address, which is what a person can do something about; a folder stays as it is. The whole address is in
/// the details.
fn host_of(place: &str) -> String {
    let url = Url::parse(place).ok().filter(Url::has_host);
    let host = url.and_then(|url| {
        let host = url.host_str()?.to_owned();
        Some(url.port().map_or_else(|| host.clone(), |port| format!("{host}:{port}")))
    });
    host.unwrap_or_else(|| place.to_owned())
}

/// What the text's selector takes for 'nobody knows'.
const UNKNOWN: &str = "unknown";

//! The rows that errors find.

use super::*;
use crate::fetch::{Cause, FetchError};
use crate::model::Sha256Digest;
use crate::ports::ExitStatus;
use crate::publish::resolve::ResolveError;
use crate::publish::tools::ToolError;

fn unreachable(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> SourceError {
    SourceError::Unreachable {
        file: "a.json".to_owned(),
        place: "https://a.example/".to_owned(),
        source: source.into(),
    }
}

fn fetched(cause: Cause) -> SourceError {
    let failure = Box::new(crate::fetch::Failure { place: "https://a.example/".to_owned(), cause });
    unreachable(FetchError::Failed { artifact: "a.whl".parse().unwrap(), failure, others: Vec::new() })
}

#[test]
fn what_a_repository_does_ends_with_the_status_that_the_installer_has_for_it() {
    let (file, place) = (|| "timestamp.json".to_owned(), || "https://a.example/".to_owned());
    let digest = Sha256Digest::of(b"");
    let full = crate::fetch::StoreError::Io { source: io::ErrorKind::StorageFull.into() };
    let sources = [
        (SourceError::NotThere { file: file(), place: place() }, 10),
        (SourceError::Offline { place: place() }, 10),
        (SourceError::TooLong { file: file(), place: place(), limit: 1 }, 11),
        (unreachable(Cause::TimedOut { seconds: 1 }), 10),
        (unreachable(Cause::LoginPage), 10),
        (unreachable(Cause::Cancelled), 130),
        (fetched(Cause::NotListed), 10),
        (fetched(Cause::WrongHash { expected: digest, found: digest }), 11),
        (unreachable(FetchError::Store { folder: "/store".into(), source: full }), 15),
        (unreachable(FetchError::Cancelled), 130),
    ];
    let unbelieved = [
        (TrustError::WebPage { file: file() }, 10),
        (TrustError::Missing { file: file() }, 11),
        (TrustError::WrongLength { file: file(), expected: 1, found: 2 }, 11),
    ];
    let all = sources.map(|(error, status)| (RefreshError::from(error), status)).into_iter();
    for (error, status) in all.chain(unbelieved.map(|(error, status)| (error.into(), status))) {
        let (said, installers) = (format!("{error:?}"), explain::refresh(&error).exit_status);
        assert_eq!((Trouble::Refresh(error).failure().exit_status, installers), (status, status), "{said}");
    }
}

#[test]
fn a_resolver_that_cannot_reach_an_index_is_told_from_one_that_finds_no_answer() {
    let refused = |resolve: fn(ToolError) -> ResolveError| {
        let output = vec!["error: No solution found".to_owned(), "  cause: Because".to_owned()];
        let error = ToolError::Failed { program: "/bin/uv".into(), status: ExitStatus::Code(2), output };
        Trouble::Lock(LockError::Resolve(resolve(error))).failure()
    };
    let (no_answer, no_network) = (refused(ResolveError::Tool), refused(ResolveError::Network));
    assert_eq!((no_answer.code.as_str(), no_answer.exit_status), ("resolver-failed", 16));
    assert_eq!((no_network.code.as_str(), no_network.exit_status), ("resolver-network", 10));
    let details =
        ["the resolver found no answer", "/bin/uv failed (status 2)", "error: No solution found", "  cause: Because"];
    assert_eq!(no_answer.details, details);
}

#[test]
fn what_ends_the_program_beside_its_rooms_has_a_code_too() {
    let error = || io::Error::from(io::ErrorKind::AddrInUse);
    for (trouble, code, status) in [
        (Trouble::Setup(error()), "internal", 70),
        (Trouble::Port { port: 8000, source: error() }, "serve-port", 15),
        (Trouble::Io(error()), "file-unusable", 15),
    ] {
        let failure = trouble.failure();
        assert_eq!((failure.code.as_str(), failure.exit_status), (code, status));
    }
}

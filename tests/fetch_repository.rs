//! Reading TUF metadata over the network: only 403 and 404 mean that a file does not exist.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests are their own edge")]

mod kit;

use std::time::{Duration, Instant};

use kit::fetching::{Fetching, quick};
use kit::server::{Fault, Server};
use quoc::fetch::{Cause, HttpRepository, Limits};
use quoc::ports::{Cancel, MetadataSource, SourceError};

const PATH: &str = "/r/metadata/2.root.json";

fn repository(server: &Server, limits: Limits) -> HttpRepository {
    HttpRepository::new(Fetching::new().client, &server.url("/r/"), limits, Cancel::default())
}

fn cause(result: Result<Option<Vec<u8>>, SourceError>) -> Cause {
    match result {
        Err(SourceError::Unreachable { source, .. }) => *source.downcast::<Cause>().unwrap(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn metadata_and_targets_are_read_below_the_base() {
    let server = Server::start();
    server.put(PATH, b"{}".to_vec());
    server.put("/r/targets/abc.release.json", b"[]".to_vec());
    let repository = repository(&server, quick());
    assert_eq!(repository.metadata("2.root.json", 2).unwrap().unwrap(), b"{}");
    assert_eq!(repository.target("abc.release.json", 2).unwrap(), b"[]");
    assert_eq!(server.seen()[0].header("cache-control"), Some("no-cache"));
    assert!(matches!(repository.target("gone", 2), Err(SourceError::NotThere { .. })));
}

#[test]
fn only_403_and_404_mean_that_there_is_none() {
    let server = Server::start();
    let repository = repository(&server, quick());
    for status in [403, 404] {
        server.fault_once(PATH, Fault::Status(status, None));
        assert_eq!(repository.metadata("2.root.json", 10).unwrap(), None);
    }
    for status in [400, 401, 410, 418, 500, 502, 503] {
        server.heal();
        server.fault(PATH, Fault::Status(status, None));
        let cause = cause(repository.metadata("2.root.json", 10));
        assert!(matches!(cause, Cause::Status { status: found, .. } if found == status), "{cause:?}");
    }
    for fault in [Fault::LoginPage, Fault::LoginPageAsFile, Fault::Status(511, None)] {
        server.heal();
        server.fault(PATH, fault);
        assert!(matches!(cause(repository.metadata("2.root.json", 1000)), Cause::LoginPage));
    }
    server.heal();
    server.fault(PATH, Fault::HangUp);
    assert!(matches!(cause(repository.metadata("2.root.json", 10)), Cause::Unreachable { .. }));
}

#[test]
fn a_passing_failure_is_tried_again() {
    let server = Server::start();
    server.put(PATH, b"{}".to_vec());
    server.fault_once(PATH, Fault::Status(503, None));
    server.fault_once(PATH, Fault::CutAfter(1));
    server.fault_once(PATH, Fault::HangUp);
    assert_eq!(repository(&server, quick()).metadata("2.root.json", 2).unwrap().unwrap(), b"{}");
}

#[test]
fn the_limit_is_counted_while_reading() {
    let server = Server::start();
    server.put(PATH, b"{\"a\":1}".to_vec());
    let repository = repository(&server, quick());
    assert!(repository.metadata("2.root.json", 7).unwrap().is_some());
    assert!(matches!(repository.metadata("2.root.json", 6), Err(SourceError::TooLong { limit: 6, .. })));
    server.fault(PATH, Fault::Chunked);
    assert!(repository.metadata("2.root.json", 7).unwrap().is_some());
    assert!(matches!(repository.metadata("2.root.json", 6), Err(SourceError::TooLong { limit: 6, .. })));
}

#[test]
fn a_drip_does_not_outlive_the_total_deadline() {
    let server = Server::start();
    server.put(PATH, vec![b' '; 100_000]);
    server.fault(PATH, Fault::Drip(1, Duration::from_millis(5)));
    let limits = Limits { metadata: Duration::from_millis(300), rate: 1, ..quick() };
    let start = Instant::now();
    let found = cause(repository(&server, limits).metadata("2.root.json", 200_000));
    assert!(matches!(found, Cause::TimedOut { .. }), "{found:?}");
    assert!(start.elapsed() < Duration::from_secs(3));
}

#[test]
fn a_cancelled_run_does_not_wait_for_metadata() {
    let server = Server::start();
    server.put(PATH, b"{}".to_vec());
    server.fault(PATH, Fault::Silence);
    let cancel = Cancel::default();
    let repository = HttpRepository::new(Fetching::new().client, &server.url("/r"), quick(), cancel.clone());
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(100));
        cancel.cancel();
    });
    assert!(matches!(cause(repository.metadata("2.root.json", 10)), Cause::Cancelled));
}

//! Many artifacts, several processes, a run that is stopped in the middle, and a file larger than the memory allowed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests are their own edge")]

mod kit;

use std::time::{Duration, Instant};

use kit::body::{Body, some_bytes};
use kit::fetching::{Fetching, artifact};
use kit::server::{Fault, Server};
use quoc::fetch::{FetchError, Store};
use quoc::model::Artifact;

#[test]
fn many_artifacts_are_under_way_at_once_but_not_too_many_and_in_their_order() {
    let server = Server::start();
    let names: Vec<String> = (0..30).map(|number| format!("p{number:02}-1.0.whl")).collect();
    let artifacts: Vec<Artifact> = names
        .iter()
        .enumerate()
        .map(|(number, name)| {
            let body = Body::Generated(10_000 + number as u64);
            artifact(name, &body, &[server.put(&format!("/{name}"), body.clone())])
        })
        .collect();
    for name in &names {
        server.fault(&format!("/{name}"), Fault::Drip(5_000, Duration::from_millis(20)));
    }
    let mut run = Fetching::new();
    run.limits.connections = 4;
    let all: Vec<&Artifact> = artifacts.iter().collect();
    let wheelhouse = run.fetch(&all).unwrap();
    assert_eq!(wheelhouse.paths().count(), 30);
    assert_eq!(server.busiest(), 4);
    // The log is in the order of the ends: never further from the given order than the number of connections.
    for (index, seen) in server.seen().iter().enumerate() {
        let number = names.iter().position(|name| seen.path.ends_with(name)).unwrap();
        assert!(number.abs_diff(index) <= 8, "{number} came {index}th");
    }
}

#[test]
fn the_same_artifact_twice_in_a_plan_is_fetched_once() {
    let server = Server::start();
    let body = Body::Generated(100_000);
    let artifact = artifact("demo-1.0.whl", &body, &[server.put("/demo-1.0.whl", body.clone())]);
    let run = Fetching::new();
    run.fetch(&[&artifact, &artifact, &artifact]).unwrap();
    assert_eq!(server.seen().len(), 1);
}

/// The body of a second process: this test program, called for this test alone.
#[test]
fn a_second_process() {
    let Ok(text) = std::env::var("QUOC_TEST_SECOND_PROCESS") else { return };
    let (store, artifact): (std::path::PathBuf, Artifact) = serde_json::from_str(&text).unwrap();
    let run = Fetching { store: Store::new(store), ..Fetching::new() };
    run.bytes(&artifact);
}

/// Starts a process that fetches an artifact into a store.
fn another_process(store: &Store, artifact: &Artifact) -> std::process::Child {
    std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_second_process"])
        .env("QUOC_TEST_SECOND_PROCESS", serde_json::to_string(&(store.root(), artifact)).unwrap())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn what_a_killed_process_brought_is_taken_over_by_the_one_that_waits() {
    let server = Server::start();
    let bytes = some_bytes(2_000_000);
    let artifact = artifact("demo-1.0.whl", &Body::from(bytes.clone()), &[server.put("/demo-1.0.whl", bytes.clone())]);
    server.fault_once("/demo-1.0.whl", Fault::Drip(50_000, Duration::from_millis(10)));
    let run = Fetching::new();
    let mut killed = another_process(&run.store, &artifact);
    let arrived = || std::fs::metadata(run.partial(&artifact)).map_or(0, |found| found.len());
    let brought = std::thread::scope(|scope| {
        while arrived() < 100_000 {
            std::thread::sleep(Duration::from_millis(1));
        }
        let waiting = scope.spawn(|| run.bytes(&artifact));
        while arrived() < 300_000 {
            std::thread::sleep(Duration::from_millis(1));
        }
        killed.kill().unwrap();
        killed.wait().unwrap();
        waiting.join().unwrap()
    });
    assert_eq!(brought, bytes);
    let resumed = server.seen().into_iter().find(|seen| seen.header("range").is_some()).unwrap();
    assert!(resumed.sent <= 1_700_000, "{resumed:?}");
}

#[test]
fn several_processes_share_one_download() {
    let server = Server::start();
    let body = Body::from(some_bytes(3_000_000));
    let artifact = artifact("demo-1.0.whl", &body, &[server.put("/demo-1.0.whl", body.clone())]);
    server.fault("/demo-1.0.whl", Fault::Drip(100_000, Duration::from_millis(5)));
    let run = Fetching::new();
    let mut others: Vec<_> = (0..3).map(|_| another_process(&run.store, &artifact)).collect();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let own = Fetching { store: run.store.clone(), ..Fetching::new() };
                assert_eq!(own.bytes(&artifact).len(), 3_000_000);
            });
        }
    });
    assert!(others.iter_mut().all(|other| other.wait().unwrap().success()));
    assert_eq!(server.seen().len(), 1, "{:?}", server.seen());
}

#[test]
fn a_process_that_hangs_with_the_lock_is_not_waited_for_for_ever() {
    let server = Server::start();
    let body = Body::from(some_bytes(500_000));
    let artifact = artifact("demo-1.0.whl", &body, &[server.put("/demo-1.0.whl", body.clone())]);
    let mut run = Fetching::new();
    run.limits.patience = Duration::from_millis(200);
    let folder = run.store.path(&artifact).parent().unwrap().to_owned();
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(".partial"), b"theirs").unwrap();
    let lock = std::fs::File::create(folder.join(".lock")).unwrap();
    lock.lock().unwrap();
    assert_eq!(run.bytes(&artifact).len(), 500_000);
    // What the other one wrote is left alone, and nothing of this run's own is left over.
    assert_eq!(std::fs::read(folder.join(".partial")).unwrap(), b"theirs");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 3);
}

#[test]
fn a_run_stopped_in_the_middle_goes_on_where_it_was() {
    let server = Server::start();
    let bytes = some_bytes(2_000_000);
    let artifact = artifact("demo-1.0.whl", &Body::from(bytes.clone()), &[server.put("/demo-1.0.whl", bytes.clone())]);
    server.fault("/demo-1.0.whl", Fault::Drip(50_000, Duration::from_millis(10)));
    let run = Fetching::new();
    let start = std::thread::scope(|scope| {
        let stopper = scope.spawn(|| {
            while std::fs::metadata(run.partial(&artifact)).map_or(0, |found| found.len()) < 300_000 {
                std::thread::sleep(Duration::from_millis(1));
            }
            run.cancel.cancel();
            Instant::now()
        });
        assert!(matches!(run.fetch(&[&artifact]), Err(FetchError::Cancelled)));
        stopper.join().unwrap()
    });
    assert!(start.elapsed() < Duration::from_secs(1));
    let have = std::fs::metadata(run.partial(&artifact)).unwrap().len();
    assert!((300_000..2_000_000).contains(&have), "{have}");
    server.heal();
    let again = Fetching { store: run.store.clone(), ..Fetching::new() };
    assert_eq!(again.bytes(&artifact), bytes);
    let resumed = server.seen().into_iter().find(|seen| seen.header("range").is_some()).unwrap();
    assert_eq!((resumed.header("range"), resumed.sent), (Some(format!("bytes={have}-").as_str()), 2_000_000 - have));
    assert_eq!(again.events.have().first(), Some(&have));
}

#[test]
fn a_run_that_is_cancelled_before_it_begins_asks_nothing() {
    let server = Server::start();
    let body = Body::Generated(10);
    let artifact = artifact("demo-1.0.whl", &body, &[server.put("/demo-1.0.whl", body.clone())]);
    let run = Fetching::new();
    run.cancel.cancel();
    assert!(matches!(run.fetch(&[&artifact]), Err(FetchError::Cancelled)));
    assert_eq!(server.seen(), []);
}

#[test]
fn events_are_few_however_many_pieces_come() {
    let server = Server::start();
    let body = Body::from(some_bytes(1_000_000));
    let artifact = artifact("demo-1.0.whl", &body, &[server.put("/demo-1.0.whl", body.clone())]);
    server.fault("/demo-1.0.whl", Fault::Drip(2_000, Duration::from_millis(1)));
    let run = Fetching::new();
    let start = Instant::now();
    run.bytes(&artifact);
    let most = 2 + start.elapsed().as_millis() as usize / 100 + 1;
    let have = run.events.have();
    assert!((3..=most).contains(&have.len()), "{} events", have.len());
    assert_eq!(have.last(), Some(&1_000_000));
}

/// Bytes of memory that this process holds.
#[cfg(target_os = "linux")]
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 1024
}

#[cfg(target_os = "linux")]
#[test]
fn a_huge_artifact_takes_no_memory() {
    let server = Server::start();
    let body = Body::Generated(300_000_000);
    let artifact = artifact("huge-1.0.whl", &body, &[server.put("/huge-1.0.whl", body.clone())]);
    server.fault_once("/huge-1.0.whl", Fault::CutAfter(200_000_000));
    let run = Fetching::new();
    let before = memory();
    let most = std::thread::scope(|scope| {
        let fetching = scope.spawn(|| run.fetch(&[&artifact]).unwrap());
        let mut most = 0;
        while !fetching.is_finished() {
            most = most.max(memory());
            std::thread::sleep(Duration::from_millis(2));
        }
        most
    });
    assert_eq!(server.sent(), 300_000_000);
    let taken = most.saturating_sub(before);
    assert!(taken < 40_000_000, "{taken} bytes more");
}

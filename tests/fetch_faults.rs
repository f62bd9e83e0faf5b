//! What goes wrong on a line, and what the fetch room makes of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests are their own edge")]

mod kit;

use std::time::{Duration, Instant};

use kit::body::{Body, some_bytes};
use kit::fetching::{Fetching, artifact};
use kit::server::{Fault, Server};
use quoc::fetch::{Cause, FetchError};
use quoc::model::Artifact;

const SIZE: u64 = 1_000_000;

/// A server with one file, and the artifact that it is.
fn one_file() -> (Server, Artifact, Vec<u8>) {
    let server = Server::start();
    let bytes = some_bytes(SIZE);
    let url = server.put("/demo-1.0.whl", bytes.clone());
    let artifact = artifact("demo-1.0.whl", &Body::from(bytes.clone()), &[url]);
    (server, artifact, bytes)
}

fn ranges(server: &Server) -> Vec<Option<String>> {
    server.seen().iter().map(|seen| seen.header("range").map(str::to_owned)).collect()
}

#[test]
fn a_file_arrives_whole_and_the_first_and_last_event_frame_it() {
    let (server, artifact, bytes) = one_file();
    let run = Fetching::new();
    assert_eq!(run.bytes(&artifact), bytes);
    assert_eq!(server.seen().len(), 1);
    assert_eq!(server.seen()[0].header("accept-encoding"), Some("identity"));
    let have = run.events.have();
    assert_eq!((have.first(), have.last()), (Some(&0), Some(&SIZE)));
    assert!(!run.partial(&artifact).exists());
}

#[test]
fn what_the_store_has_is_not_fetched() {
    let (server, artifact, bytes) = one_file();
    let run = Fetching::new();
    run.bytes(&artifact);
    assert_eq!(run.bytes(&artifact), bytes);
    assert_eq!(server.seen().len(), 1);
    assert!(run.store.has(&artifact));
}

#[test]
fn a_corrupt_file_of_the_store_is_dropped_and_fetched_again() {
    let (server, artifact, bytes) = one_file();
    let run = Fetching::new();
    run.bytes(&artifact);
    let mut wrong = bytes.clone();
    wrong[500] ^= 1;
    std::fs::write(run.store.path(&artifact), &wrong).unwrap();
    assert_eq!(run.bytes(&artifact), bytes);
    assert_eq!(server.seen().len(), 2);
    server.fault("/demo-1.0.whl", Fault::Status(404, None));
    std::fs::write(run.store.path(&artifact), &wrong).unwrap();
    run.cause(&artifact);
    assert!(!run.store.path(&artifact).exists());
}

#[test]
fn a_cut_line_is_resumed_and_only_the_rest_is_fetched() {
    let (server, artifact, bytes) = one_file();
    server.fault_once("/demo-1.0.whl", Fault::CutAfter(600_000));
    let run = Fetching::new();
    assert_eq!(run.bytes(&artifact), bytes);
    let seen = server.seen();
    assert_eq!(ranges(&server), [None, Some("bytes=600000-".to_owned())]);
    assert!(seen[1].header("if-range").is_some_and(|tag| tag.starts_with('"')));
    assert_eq!((seen[1].status, server.sent()), (206, SIZE));
    let retries = run.events.retries();
    assert_eq!((retries.len(), retries[0].0), (1, 2));
    assert!(retries[0].2.contains("cut after 600000 of 1000000 bytes"), "{retries:?}");
}

#[test]
fn a_cut_line_that_never_gets_better_is_called_cut() {
    let (server, artifact, _) = one_file();
    server.fault("/demo-1.0.whl", Fault::CutAfter(0));
    let run = Fetching::new();
    assert!(matches!(run.cause(&artifact), Cause::Cut { have: 0, size: SIZE, .. }));
    assert_eq!(server.seen().len(), 6);
}

#[test]
fn a_line_that_cuts_often_gets_there_as_long_as_it_gets_on() {
    let (server, artifact, bytes) = one_file();
    server.fault("/demo-1.0.whl", Fault::CutAfter(50_000));
    let mut run = Fetching::new();
    run.limits.progress = 50_000;
    assert_eq!(run.bytes(&artifact), bytes);
    assert_eq!((server.seen().len(), server.sent()), (20, SIZE));
}

#[test]
fn a_short_file_a_long_file_a_wrong_one_and_a_login_page_are_four_things() {
    let (server, artifact, _) = one_file();
    let run = Fetching::new();
    let cause_of = |fault| {
        server.heal();
        server.forget();
        server.fault("/demo-1.0.whl", fault);
        run.cause(&artifact)
    };
    assert!(matches!(cause_of(Fault::Short(999_999)), Cause::Short { have: 999_999, size: SIZE }));
    assert!(matches!(cause_of(Fault::Long(1)), Cause::Long { size: SIZE }));
    assert!(matches!(cause_of(Fault::WrongBytes), Cause::WrongHash { expected, .. } if expected == artifact.sha256));
    assert!(matches!(cause_of(Fault::LoginPage), Cause::LoginPage));
    assert!(matches!(cause_of(Fault::LoginPageAsFile), Cause::LoginPage));
    assert!(matches!(cause_of(Fault::Status(511, None)), Cause::LoginPage));
    // None of them gets better by asking again.
    assert_eq!(server.seen().len(), 1);
    assert!(!run.store.has(&artifact));
}

#[test]
fn a_file_without_a_length_is_counted_while_it_comes() {
    let (server, artifact, bytes) = one_file();
    server.fault("/demo-1.0.whl", Fault::Chunked);
    let run = Fetching::new();
    assert_eq!(run.bytes(&artifact), bytes);
    let mut smaller = artifact.clone();
    smaller.size = 10;
    assert!(matches!(Fetching::new().cause(&smaller), Cause::Long { size: 10 }));
    let mut larger = artifact;
    larger.size = SIZE + 1;
    assert!(matches!(Fetching::new().cause(&larger), Cause::Short { have: SIZE, .. }));
}

#[test]
fn a_server_that_is_down_for_a_while_is_waited_for() {
    let (server, artifact, bytes) = one_file();
    server.fault_times("/demo-1.0.whl", 2, Fault::Status(500, None));
    server.fault_once("/demo-1.0.whl", Fault::HangUp);
    server.fault_once("/demo-1.0.whl", Fault::Status(429, None));
    let run = Fetching::new();
    assert_eq!(run.bytes(&artifact), bytes);
    assert_eq!(run.events.retries().len(), 4);
}

#[test]
fn retry_after_is_waited_for_up_to_its_limit() {
    let (server, artifact, _) = one_file();
    server.fault_once("/demo-1.0.whl", Fault::Status(503, Some("1")));
    let mut run = Fetching::new();
    let start = Instant::now();
    run.bytes(&artifact);
    assert!(start.elapsed() >= Duration::from_secs(1));
    assert_eq!(run.events.retries()[0].1, 1000);

    let (server, artifact, _) = one_file();
    server.fault_once("/demo-1.0.whl", Fault::Status(503, Some("86400")));
    run = Fetching::new();
    run.limits.retry_after = Duration::from_millis(50);
    run.bytes(&artifact);
    assert_eq!(run.events.retries()[0].1, 50);
}

#[test]
fn a_missing_file_is_not_asked_for_again() {
    let (server, artifact, _) = one_file();
    server.fault("/demo-1.0.whl", Fault::Status(404, None));
    let run = Fetching::new();
    assert!(matches!(run.cause(&artifact), Cause::Status { status: 404, .. }));
    assert_eq!(server.seen().len(), 1);
}

#[test]
fn a_server_without_ranges_sends_the_whole_and_good_bytes_stay() {
    let (server, artifact, bytes) = one_file();
    server.fault_once("/demo-1.0.whl", Fault::CutAfter(600_000));
    server.fault("/demo-1.0.whl", Fault::NoRange);
    let run = Fetching::new();
    assert_eq!(run.bytes(&artifact), bytes);
    assert_eq!((server.seen()[1].status, server.sent()), (200, 600_000 + SIZE));
    assert!(run.events.have().is_sorted());
}

#[test]
fn a_file_that_was_replaced_meanwhile_is_fetched_from_its_beginning() {
    let (server, artifact, bytes) = one_file();
    let old: Vec<u8> = bytes.iter().map(|byte| byte ^ 1).collect();
    server.put("/demo-1.0.whl", old);
    server.fault_once("/demo-1.0.whl", Fault::CutAfter(600_000));
    let mut cut = Fetching::new();
    (cut.limits.tries, cut.limits.progress) = (1, u64::MAX);
    assert!(matches!(cut.cause(&artifact), Cause::Cut { .. }));
    server.put("/demo-1.0.whl", bytes.clone());
    assert_eq!(cut.bytes(&artifact), bytes);
    // If-Range told the server what was held, and it sent the new file at once.
    assert_eq!(server.seen().iter().map(|seen| seen.status).collect::<Vec<_>>(), [200, 200]);
}

#[test]
fn bytes_of_unknown_origin_that_turn_out_wrong_cost_one_more_fetch_and_no_place() {
    let (server, artifact, bytes) = one_file();
    let run = Fetching::new();
    std::fs::create_dir_all(run.store.path(&artifact).parent().unwrap()).unwrap();
    std::fs::write(run.partial(&artifact), vec![0; 400_000]).unwrap();
    assert_eq!(run.bytes(&artifact), bytes);
    assert_eq!(ranges(&server), [Some("bytes=400000-".to_owned()), None]);
}

#[test]
fn an_entity_tag_that_changes_all_the_time_does_no_harm() {
    let (server, artifact, bytes) = one_file();
    server.fault_once("/demo-1.0.whl", Fault::CutAfter(600_000));
    server.fault("/demo-1.0.whl", Fault::ChangingEtag);
    assert_eq!(Fetching::new().bytes(&artifact), bytes);
}

#[test]
fn another_range_than_the_one_asked_for_is_noticed() {
    let (server, artifact, bytes) = one_file();
    server.fault_once("/demo-1.0.whl", Fault::CutAfter(600_000));
    server.fault_once("/demo-1.0.whl", Fault::OtherRange);
    let run = Fetching::new();
    assert_eq!(run.bytes(&artifact), bytes);
    assert_eq!(run.events.retries().len(), 2);
}

#[test]
fn a_partial_file_that_is_whole_needs_no_network_and_one_too_long_is_dropped() {
    let (server, artifact, bytes) = one_file();
    let run = Fetching::new();
    std::fs::create_dir_all(run.store.path(&artifact).parent().unwrap()).unwrap();
    std::fs::write(run.partial(&artifact), &bytes).unwrap();
    assert_eq!(run.bytes(&artifact), bytes);
    assert_eq!(server.seen().len(), 0);
    std::fs::remove_file(run.store.path(&artifact)).unwrap();
    std::fs::write(run.partial(&artifact), [bytes.as_slice(), b"+"].concat()).unwrap();
    assert_eq!(run.bytes(&artifact), bytes);
    assert_eq!(ranges(&server), [None]);
}

#[test]
fn a_server_whose_file_ends_before_what_is_held_has_a_short_file() {
    let (server, artifact, bytes) = one_file();
    server.put("/demo-1.0.whl", bytes[..300_000].to_vec());
    let run = Fetching::new();
    std::fs::create_dir_all(run.store.path(&artifact).parent().unwrap()).unwrap();
    std::fs::write(run.partial(&artifact), &bytes[..400_000]).unwrap();
    assert!(matches!(run.cause(&artifact), Cause::Short { have: 300_000, size: SIZE }));
    assert_eq!(server.seen().iter().map(|seen| seen.status).collect::<Vec<_>>(), [416, 200]);
}

#[test]
fn a_slow_drip_is_given_up_and_a_silent_server_too() {
    let (server, artifact, _) = one_file();
    server.fault("/demo-1.0.whl", Fault::Drip(10, Duration::from_millis(20)));
    let mut run = Fetching::new();
    run.limits.rate_window = Duration::from_millis(300);
    run.limits.rate = 2000;
    run.limits.tries = 2;
    assert!(matches!(run.cause(&artifact), Cause::TooSlow { bytes: 1..600, .. }));
    server.heal();
    server.fault("/demo-1.0.whl", Fault::Silence);
    run.limits.answer = Duration::from_millis(100);
    assert!(matches!(run.cause(&artifact), Cause::TimedOut { .. }));
}

#[test]
fn redirects_are_followed_a_few_times() {
    let (server, artifact, bytes) = one_file();
    let mut moved = artifact.clone();
    moved.sources = vec![quoc::model::Source::Url(server.url("/5"))];
    for step in 1..=5 {
        let next = if step == 1 { "/demo-1.0.whl".to_owned() } else { format!("/{}", step - 1) };
        server.fault(&format!("/{step}"), Fault::Redirect(next));
    }
    assert_eq!(Fetching::new().bytes(&moved), bytes);
    server.fault("/6", Fault::Redirect("/5".to_owned()));
    moved.sources = vec![quoc::model::Source::Url(server.url("/6"))];
    assert!(matches!(Fetching::new().cause(&moved), Cause::TooManyRedirects { limit: 5 }));
    server.fault("/loop", Fault::Redirect("/loop".to_owned()));
    moved.sources = vec![quoc::model::Source::Url(server.url("/loop"))];
    assert!(matches!(Fetching::new().cause(&moved), Cause::TooManyRedirects { .. }));
    server.fault("/file", Fault::Redirect("file:///etc/passwd".to_owned()));
    moved.sources = vec![quoc::model::Source::Url(server.url("/file"))];
    let cause = Fetching::new().cause(&moved);
    assert!(matches!(cause, Cause::Status { status: 302, .. }), "{cause:?}");
    server.fault("/ftp", Fault::Redirect(format!("ftp://{}/x", server.host())));
    moved.sources = vec![quoc::model::Source::Url(server.url("/ftp"))];
    let cause = Fetching::new().cause(&moved);
    assert!(matches!(cause, Cause::InsecureRedirect), "{cause:?}");
}

#[test]
fn a_server_that_is_not_there_is_unreachable() {
    let (server, mut artifact, _) = one_file();
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("http://user:secret@{nobody}/demo-1.0.whl?token=secret").parse().unwrap();
    artifact.sources = vec![quoc::model::Source::Url(url)];
    let run = Fetching::new();
    let error = run.fetch(&[&artifact]).unwrap_err();
    assert!(matches!(error.cause(), Some(Cause::Unreachable { .. })), "{error:?}");
    assert!(!format!("{error} {error:?}").contains("secret"), "{error:?}");
    assert_eq!(run.events.retries().len(), 5);
    drop(server);
}

#[test]
fn the_error_names_what_tells_most_and_keeps_the_rest() {
    let (server, mut artifact, _) = one_file();
    let gone = server.url("/gone.whl");
    artifact.sources.push(quoc::model::Source::Url(gone.clone()));
    server.fault("/demo-1.0.whl", Fault::WrongBytes);
    let run = Fetching::new();
    let Err(FetchError::Failed { artifact: name, failure, others }) = run.fetch(&[&artifact]) else { panic!() };
    assert_eq!(name, artifact.name);
    assert!(matches!(failure.cause, Cause::WrongHash { .. }));
    assert_eq!(failure.place, server.url("/demo-1.0.whl").as_str());
    assert_eq!(others.len(), 1);
    assert_eq!(others[0].place, gone.as_str());
}

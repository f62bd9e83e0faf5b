//! What needs no network, and how little is asked of it.

use std::path::Path;

use crate::installed;
use crate::kit::machine::{Machine, application};
use crate::kit::repository::Published;
use crate::kit::server::Server;

/// Releases that come over the network.
fn served(place: &Path) -> (Server, Published) {
    let server = Server::start();
    let published = application("1.0").address(server.url("/")).publish(place);
    server.put_folder("/", &published.repository);
    (server, published)
}

#[test]
fn a_repair_needs_no_network_when_the_store_has_everything() {
    let place = tempfile::tempdir().unwrap();
    let (machine, _, published) = installed(place.path(), "1.0");
    let mended = machine.quoc(&published.profile_folder, &["repair", "--anew", "--offline"]);
    mended.did("repair");
    assert_eq!(mended.event("planned")["to-fetch"], 0);
}

#[test]
fn offline_what_was_trusted_last_still_counts() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let (server, published) = served(place.path());
    machine.quoc(&published.profile_folder, &["--offline"]).is(10, "repository-offline");
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    server.hold();
    machine.quoc(&published.profile_folder, &["--offline"]).did("up-to-date");
    machine.quoc(&published.profile_folder, &["repair", "--anew", "--offline"]).did("repair");
    server.release();
}

#[test]
fn over_the_network_a_second_run_asks_for_the_next_root_and_the_timestamp_only() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let (server, published) = served(place.path());
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    server.forget();
    machine.quoc(&published.profile_folder, &[]).is(0, "");
    let asked: Vec<String> = server.seen().iter().map(|seen| seen.path.clone()).collect();
    assert_eq!(asked, ["/metadata/2.root.json", "/metadata/timestamp.json"]);
}

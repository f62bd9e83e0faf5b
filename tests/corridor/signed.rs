//! What is not signed, not valid any more, or not what was signed, is refused.

use fs_err as fs;

use crate::installed;
use crate::kit::machine::{Machine, application, next};

#[test]
fn a_release_that_lacks_a_signature_is_refused() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let published = application("1.0").signed_by(&[0]).publish(place.path());
    machine.quoc(&published.profile_folder, &[]).is(11, "trust-threshold");
    assert!(machine.says("demo").is_none());
}

#[test]
fn an_expired_release_is_refused() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let published = application("1.0").expires("timestamp", "2026-01-01T00:00:00Z").publish(place.path());
    machine.quoc(&published.profile_folder, &[]).is(11, "trust-expired");
}

#[test]
fn a_tampered_wheel_is_refused_and_the_old_version_still_runs() {
    let place = tempfile::tempdir().unwrap();
    let (machine, repository, _) = installed(place.path(), "1.0");
    let published = next(&repository, "2.0").publish(place.path());
    let wheel = published.target("demo-2.0-py3-none-any.whl");
    let mut bytes = fs::read(&wheel).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&wheel, bytes).unwrap();
    machine.quoc(&published.profile_folder, &[]).is(11, "fetch-wrong-hash");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
}

//! The public package index as it really is; run with `--ignored` where there is a network.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests are their own edge")]

mod kit;

use kit::fetching::Fetching;
use quoc::fetch::Cause;
use quoc::model::{Artifact, Source};
use quoc::system::http::{HttpSettings, client};

/// A wheel that is small and will not go away.
fn six() -> Artifact {
    let url = "https://files.pythonhosted.org/packages/b7/ce/149a00dd41f10bc29e5921b496af8b574d8413afcd5e30dfa0ed46c2cc5e/\
               six-1.17.0-py2.py3-none-any.whl";
    Artifact {
        name: "six-1.17.0-py2.py3-none-any.whl".parse().unwrap(),
        size: 11_050,
        sha256: "4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274".parse().unwrap(),
        package: Some("six".parse().unwrap()),
        sources: vec![Source::Url(url.parse().unwrap())],
    }
}

/// Reaches the network as this machine does.
fn run() -> Fetching {
    Fetching { client: client(&HttpSettings::default()).unwrap(), ..Fetching::new() }
}

#[test]
#[ignore = "needs the network"]
fn a_wheel_comes_from_its_public_address() {
    assert_eq!(run().bytes(&six()).len(), 11_050);
}

#[test]
#[ignore = "needs the network"]
fn a_wheel_is_found_by_the_public_index() {
    let mut run = run();
    run.places.index = Some("https://pypi.org/simple".parse().unwrap());
    assert_eq!(run.bytes(&six()).len(), 11_050);
    let mut other = six();
    other.sha256 = quoc::model::Sha256Digest::of(b"other");
    assert!(matches!(run.cause(&other), Cause::OtherFileListed { .. }));
}

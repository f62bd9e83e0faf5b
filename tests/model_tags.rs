//! The tags of an interpreter are those of `packaging.tags`, in its order (tests/interop/tags.py wrote the table).
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use quoc::model::Sha256Digest;
use quoc::model::tag::{TagFacts, supported};
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    facts: TagFacts,
    count: usize,
    first: Vec<String>,
    last: String,
    sha256: Sha256Digest,
}

#[test]
fn the_tags_and_their_order_are_those_of_packaging() {
    let table: Table = serde_json::from_str(include_str!("data/model/tags.json")).unwrap();
    assert!(table.cases.len() > 100);
    for case in table.cases {
        let tags: Vec<String> = supported(&case.facts).unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(tags[..3], case.first, "{}", case.name);
        assert_eq!(tags.last(), Some(&case.last), "{}", case.name);
        assert_eq!(tags.len(), case.count, "{}", case.name);
        assert_eq!(Sha256Digest::of(tags.join("\n").as_bytes()), case.sha256, "{}", case.name);
    }
}

//! The client workflow against hostile repositories: each test is named after the rule it holds.
//!
//! The numbers are those of the traps that shipped clients fell into. Traps 2, 4, 5, 7 and 19 are also held
//! where documents are read (`src/trust/document/tests.rs`, `src/trust/json/tests.rs`).
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod documents;
mod floors;
mod limits;
mod protocol;
mod quorum;
mod recovery;
mod roots;
mod store;
mod targets;
#[path = "../trust_kit/mod.rs"]
mod trust_kit;

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

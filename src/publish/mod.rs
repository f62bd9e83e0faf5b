//! The publisher's half: from a recipe to static files that users may trust, signed by a quorum of owners.
//!
//! No key leaves its owner's machine: staging needs none, each owner signs a copy of the staged folder and
//! mails one small file, and publishing puts the files together. This room decides; [`face`] talks. It must
//! not tell the time, read the environment or reach the network except through `ports`. It imports `plan`
//! because coverage is the very question that a user's machine asks, `environment` because it screens and builds
//! as users do, and `fetch` for the repository in a folder and the store of downloads; it resolves nothing itself (uv does) and verifies nothing itself (`trust` does).
//!
//! # A publisher's folder
//!
//! ```text
//! profile.toml                what a stub knows beforehand           written by people
//! release.toml                the recipe of the next release         written by people
//! keys/NAME.pub               public halves, named after their owners
//! pylock.toml                 the lock that users install from       written by lock, wheels
//! pylock.build-NAME.toml      locks of build dependencies
//! requirements.txt            the same lock for pip --require-hashes, by hand
//! pip.json                    the wheel of pip that installs it
//! wheels/                     built because no index has them
//! staged/                     waits for signatures; travels          written by init, root, release
//! staged/signatures/          one small file for each                written by sign
//! repository/                 metadata and targets: what users see   written by publish, renew
//! history/                    timestamps that users may still hold
//! root.json                   version 1 of the root, for stubs
//! ```
//!
//! # Who signs what
//!
//! The owners' quorum signs root and targets. One online key, which is none of theirs, signs snapshot and
//! timestamp, so that cron can renew them: whoever steals it can hold users back until what is signed ends,
//! and show a fresh machine an older release above the stub's floors, but can release nothing.

pub mod attach;
pub mod beside;
pub mod changes;
pub mod check;
pub mod claim;
pub mod coverage;
pub mod depot;
pub mod document;
pub mod explain;
pub mod face;
pub mod failure;
pub mod folder;
pub mod gate;
pub mod history;
pub mod key;
pub mod keyset;
pub mod lock;
pub mod online;
pub mod picture;
pub mod program;
pub mod published;
pub mod publishing;
pub mod recipe;
pub mod record;
pub mod requirements;
pub mod resolve;
pub mod sdist;
pub mod shape;
pub mod sign;
pub mod stage;
pub mod staged;
pub mod texts;
pub mod tools;
pub mod watch;
pub mod wheels;

//! What is fuzzed, whatever drives it: reading documents, and judging a repository with one file replaced.
//!
//! The first byte says which file the rest replaces. No input may panic, and none may be trusted unless it says
//! the very same as the file that was signed.

#![allow(unreachable_pub, clippy::indexing_slicing, clippy::unwrap_used, reason = "shared by fuzzers; for tests only")]

#[path = "../tests/trust_kit/mod.rs"]
pub mod trust_kit;

use std::sync::OnceLock;

use quoc::trust::document::{Envelope, Role, RoleKeys, RoleName, Root, Snapshot, Targets, Timestamp};
use quoc::trust::json;
use quoc::trust::{Client, Floors, Limits, Reply, Start, Step, StoredMetadata};
use trust_kit::{Repository, public, time};

/// The files that an input can replace; the last two are stored ones.
pub const FILES: [&str; 6] =
    ["2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json", "stored root", "stored timestamp"];

/// Judges one input.
pub fn run(data: &[u8]) {
    let Some((choice, bytes)) = data.split_first() else { return };
    read_all(bytes);
    let file = FILES[usize::from(*choice) % FILES.len()];
    let base = base();
    if judge(base, file, bytes) && !file.starts_with("stored") {
        let same = |bytes: &[u8]| json::parse(bytes).map(|value| signed_part(value).canonical());
        // Only what was signed is ever trusted, in whatever layout.
        assert_eq!(same(bytes).unwrap(), same(&base.files[file]).unwrap(), "{file}");
    }
}

fn signed_part(value: json::Value) -> json::Value {
    match value {
        json::Value::Object(mut members) => members.remove("signed").unwrap_or(json::Value::Null),
        _ => json::Value::Null,
    }
}

/// What can be read is written and read again as the same.
fn read_all(bytes: &[u8]) {
    fn again<T: Role + PartialEq + std::fmt::Debug>(bytes: &[u8]) {
        if let Ok(envelope) = Envelope::<T>::parse(bytes) {
            assert_eq!(Envelope::parse(&envelope.to_bytes()).unwrap(), envelope);
        }
    }
    if let Ok(value) = json::parse(bytes) {
        assert_eq!(json::parse(&value.to_file_bytes()).unwrap(), value);
    }
    again::<Root>(bytes);
    again::<Timestamp>(bytes);
    again::<Snapshot>(bytes);
    again::<Targets>(bytes);
}

/// A small valid repository: one key a role, since every judgement begins with its root.
pub fn base() -> &'static Repository {
    static BASE: OnceLock<Repository> = OnceLock::new();
    BASE.get_or_init(|| {
        let mut repository = Repository::new();
        repository.root.root = RoleKeys::new(vec![public(1).key_id()], 1);
        repository.signers.insert(RoleName::Root, vec![1]);
        repository.write_all();
        repository.baked = repository.files["1.root.json"].clone();
        repository.bump_root();
        repository
    })
}

/// Runs the client over the repository with one file replaced; returns whether it was trusted.
fn judge(base: &Repository, replaced: &str, bytes: &[u8]) -> bool {
    let of = |name: &str| (replaced == name).then(|| bytes.to_vec());
    let stored = StoredMetadata {
        root_history: of("stored root").into_iter().collect(),
        root: of("stored root"),
        timestamp: of("stored timestamp"),
        ..StoredMetadata::default()
    };
    let floors = Floors { targets_version: 0, application_version: None, time: time(trust_kit::NOW) };
    let (clock, limits) = (time(trust_kit::NOW), Limits::default());
    let mut client = Client::start(Start { baked_root: &base.baked, stored, floors, clock, limits }).unwrap();
    loop {
        match client.step() {
            Step::Done(_) => return true,
            Step::Ended => return false,
            Step::Store { .. } | Step::Remove { .. } => {}
            Step::Fetch { file, .. } => {
                // The second root is only there when it is the one replaced: it costs the most to judge.
                let served = match file.as_str() {
                    "2.root.json" if replaced != "2.root.json" => None,
                    name if name == replaced => Some(bytes.to_vec()),
                    name => base.files.get(name).cloned(),
                };
                if client.receive(served.map_or(Reply::NotThere, Reply::Found)).is_err() {
                    return false;
                }
            }
        }
    }
}

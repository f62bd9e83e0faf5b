//! How long it takes to read the universal lock of Tahoe-LAFS and to plan from it.
#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

use std::collections::BTreeMap;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use quoc::model::tag::{TagFacts, supported};
use quoc::model::{Interpreter, Lock, PackageName, Release, Sha256Digest, Source};
use quoc::plan::{Answer, Intent, Machine, Offer, Question, make};
use serde_json::{Value, json};

const LOCK: &[u8] = include_bytes!("../tests/data/model/tahoe-lafs.pylock.toml");
const MACHINES: &str = include_str!("../tests/data/model/selected.json");

fn release() -> Release {
    let url = "https://example.org/pip-26.0-py3-none-any.whl".parse().unwrap();
    let sources = serde_json::to_value([Source::Url(url)]).unwrap();
    let document = json!({
        "format": 1, "application": {"id": "tahoe-lafs", "name": "Tahoe-LAFS", "publisher": "Demo"},
        "version": "1.20.0", "requires-python": ">=3.9", "lock": "pylock.toml",
        "pip": {"name": "pip-26.0-py3-none-any.whl", "size": 1, "sha256": "a".repeat(64), "package": "pip", "sources": sources},
        "commands": ["tahoe"], "smoke-test": ["tahoe", "--version"],
        "builds": {"netifaces": {"lock": "netifaces.pylock.toml", "needs-compiler": true}},
    });
    Release::parse(&serde_json::to_vec(&document).unwrap()).unwrap()
}

/// Three Pythons on one Linux, as probing tells.
fn interpreters() -> Vec<Interpreter> {
    let table: Value = serde_json::from_str(MACHINES).unwrap();
    let cases = table.get("cases").and_then(Value::as_array).unwrap();
    let wanted = ["linux 3.10.13", "linux 3.11.7", "linux 3.12.1"];
    let machines = cases.iter().filter(|case| wanted.contains(&case.get("name").and_then(Value::as_str).unwrap()));
    let member = |case: &Value, name: &str| case.get(name).cloned().unwrap();
    machines
        .map(|case| Interpreter {
            path: "/usr/bin/python3".into(),
            version: serde_json::from_value(member(case, "version")).unwrap(),
            platform: serde_json::from_value(member(case, "platform")).unwrap(),
            markers: serde_json::from_value(member(case, "markers")).unwrap(),
            tags: supported(&serde_json::from_value::<TagFacts>(member(case, "facts")).unwrap()).unwrap(),
            managed: false,
        })
        .collect()
}

fn plan(criterion: &mut Criterion) {
    let (release, interpreters) = (release(), interpreters());
    assert_eq!(interpreters.len(), 3);
    let lock = Lock::parse(LOCK).unwrap();
    let netifaces: PackageName = "netifaces".parse().unwrap();
    let build_locks = BTreeMap::from([(netifaces, "lock-version = '1.0'\npackages = []".parse::<Lock>().unwrap())]);
    let offer = Offer {
        release: &release,
        release_digest: Sha256Digest::of(b""),
        targets_version: 1,
        lock: &lock,
        build_locks: &build_locks,
    };
    let machine = Machine { interpreters: &interpreters, compiler: true, host: None };
    let question = Question { offer, installed: None, intent: Intent::Install, minimum_version: None, machine };
    assert!(matches!(make(&question), Ok(Answer::Plan(_))));
    criterion.bench_function("read the lock (220 KB)", |bench| bench.iter(|| Lock::parse(black_box(LOCK)).unwrap()));
    criterion.bench_function("plan for three Pythons", |bench| bench.iter(|| make(black_box(&question)).unwrap()));
}

criterion_group!(benches, plan);
criterion_main!(benches);

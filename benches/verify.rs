//! How long judging a whole repository takes: 2-of-3 keys, four documents, from the baked-in root to the targets.
//!
//! The figure to keep is under 5 ms; `cargo bench --bench verify` prints it, `-- --test` only runs it once.
#![allow(missing_docs, clippy::indexing_slicing, reason = "a bench")]

#[path = "../tests/trust_kit/mod.rs"]
mod trust_kit;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use quoc::trust::document::TargetFile;
use quoc::trust::document::{Envelope, Targets};
use trust_kit::{Machine, Repository};

/// As many targets as a release with its own wheels has, and then some.
const TARGETS: usize = 100;

fn repository() -> Repository {
    let mut repository = Repository::new();
    for number in 0..TARGETS {
        let name = format!("wheel_{number}-1.0-py3-none-any.whl");
        repository.targets.targets.insert(name.clone(), TargetFile::of(name.as_bytes()));
    }
    repository.bump_targets();
    repository
}

fn verify(criterion: &mut Criterion) {
    let repository = repository();
    criterion.bench_function("verify a whole 2-of-3 repository", |bencher| {
        bencher.iter(|| Machine::new(&repository).refresh(black_box(&repository)));
    });
    let mut rotated = repository.clone();
    for _ in 0..10 {
        rotated.bump_root();
    }
    criterion.bench_function("verify it after 10 new roots", |bencher| {
        bencher.iter(|| Machine::new(&rotated).refresh(black_box(&rotated)));
    });
    let bytes = &repository.files["2.targets.json"];
    criterion.bench_function("read a targets document of 100 files", |bencher| {
        bencher.iter(|| Envelope::<Targets>::parse(black_box(bytes)));
    });
}

criterion_group!(benches, verify);
criterion_main!(benches);

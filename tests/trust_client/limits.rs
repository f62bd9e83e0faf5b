//! Traps 14 and 15: how long a document is valid, and how long it may be.

use quoc::trust::document::RoleName;
use quoc::trust::{Limits, TrustError};

use crate::trust_kit::{Machine, Repository, time};

// Trap 14

#[test]
fn a_document_is_valid_until_the_second_before_it_expires() {
    for role in RoleName::ALL {
        let mut repository = Repository::new();
        *repository.expires_mut(role) = time("2026-12-24T12:00:00Z");
        repository.bump_root();
        let mut machine = Machine::new(&repository);
        machine.clock = time("2026-12-24T11:59:59Z");
        assert_eq!(machine.refresh(&repository).unwrap().expires().role, role);
        machine.clock = time("2026-12-24T12:00:00Z");
        let error = machine.refused(&repository);
        assert!(matches!(error, TrustError::Expired { role: found, .. } if found == role), "{role}: {error:?}");
    }
}

#[test]
fn the_time_is_never_earlier_than_the_build_or_the_last_run_and_both_times_are_told() {
    let mut repository = Repository::new();
    *repository.expires_mut(RoleName::Timestamp) = time("2026-12-01T00:00:00Z");
    repository.write_all();
    let mut machine = Machine::new(&repository);
    machine.clock = time("2021-01-01T00:00:00Z");
    machine.floors.time = time("2026-12-02T00:00:00Z");
    let error = machine.refused(&repository);
    let TrustError::Expired { expires, clock, judged_at, .. } = error else { panic!("{error:?}") };
    assert_eq!(expires, time("2026-12-01T00:00:00Z"));
    assert_eq!((clock, judged_at), (machine.clock, machine.floors.time));

    let mut machine = Machine::new(&repository);
    machine.clock = time("2026-11-30T00:00:00Z");
    machine.refresh(&repository).unwrap();
    // A clock that went back is no error by itself …
    machine.clock = time("2021-01-01T00:00:00Z");
    machine.refresh(&repository).unwrap();
    // … but what was valid before that is not valid again.
    *repository.expires_mut(RoleName::Timestamp) = time("2026-11-29T00:00:00Z");
    repository.bump_timestamp();
    assert!(matches!(machine.refused(&repository), TrustError::Expired { .. }));
}

// Trap 15

#[test]
fn a_file_is_read_up_to_its_limit_and_refused_beyond() {
    let repository = Repository::new();
    let sizes = |name: &str| repository.files[name].len() as u64;
    let exact = Limits {
        timestamp: sizes("timestamp.json"),
        snapshot: sizes("1.snapshot.json"),
        targets: sizes("1.targets.json"),
        ..Limits::default()
    };
    let mut machine = Machine::new(&repository);
    machine.limits = exact;
    machine.refresh(&repository).unwrap();
    let tight = [
        Limits { timestamp: exact.timestamp - 1, ..exact },
        Limits { snapshot: exact.snapshot - 1, ..exact },
        Limits { targets: exact.targets - 1, ..exact },
    ];
    for limits in tight {
        let mut machine = Machine::new(&repository);
        machine.limits = limits;
        assert!(matches!(machine.refused(&repository), TrustError::TooLong { .. }));
    }
    let mut rotated = repository.clone();
    rotated.bump_root();
    let mut machine = Machine::new(&rotated);
    machine.limits.root = rotated.files["2.root.json"].len() as u64;
    machine.refresh(&rotated).unwrap();
    let mut machine = Machine::new(&rotated);
    machine.limits.root = rotated.files["2.root.json"].len() as u64 - 1;
    assert!(matches!(machine.refused(&rotated), TrustError::TooLong { file, .. } if file == "2.root.json"));
    let named = Limits::default();
    assert_eq!((named.root, named.timestamp, named.snapshot, named.targets), (512_000, 16_384, 2_000_000, 5_000_000));
}

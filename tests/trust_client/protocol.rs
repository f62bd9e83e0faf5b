//! A whole run: what is asked for, and what each answer may be.

use quoc::trust::{Client, Limits, Reply, Start, Step, StoredMetadata, TrustError};

use crate::trust_kit::{Machine, NOW, Repository, Server, time};

#[test]
fn a_valid_repository_is_trusted_and_says_who_signed() {
    let repository = Repository::new();
    let trusted = Machine::new(&repository).refresh(&repository).unwrap();
    let signers = trusted.signers();
    assert_eq!((signers.signed.len(), signers.threshold, signers.keys), (2, 2, 3));
    assert_eq!(trusted.versions().targets, 1);
    let info = trusted.target(&"release.json".parse().unwrap()).unwrap();
    assert_eq!((info.length, info.path.as_str()), (7, format!("{}.release.json", info.sha256).as_str()));
    assert!(trusted.verify_target("release.json", b"release".to_vec()).is_ok());
}

#[test]
fn a_second_run_with_nothing_new_asks_for_the_next_root_and_the_timestamp_only() {
    let repository = Repository::new();
    let machine = Machine::new(&repository);
    machine.refresh(&repository).unwrap();
    let server = Server::of(&repository);
    machine.try_from_server(&server).unwrap();
    assert_eq!(*server.asked.borrow(), ["2.root.json", "timestamp.json"]);
}

#[test]
fn a_missing_file_below_the_root_chain_is_an_error() {
    for name in ["timestamp.json", "1.snapshot.json", "1.targets.json"] {
        let mut repository = Repository::new();
        repository.files.remove(name);
        let error = Machine::new(&repository).refused(&repository);
        assert!(matches!(error, TrustError::Missing { file } if file == name));
    }
}

#[test]
fn a_targets_document_of_another_snapshot_is_refused() {
    let mut repository = Repository::new();
    let old = repository.files["1.targets.json"].clone();
    repository.bump_targets();
    repository.files.insert("2.targets.json".to_owned(), old);
    let error = Machine::new(&repository).refused(&repository);
    assert!(matches!(error, TrustError::WrongVersion { expected: 2, found: 1, .. }));
}

#[test]
fn a_reply_nobody_asked_for_is_refused_and_a_failed_run_stays_failed() {
    let repository = Repository::new();
    let start = || Start {
        baked_root: &repository.baked,
        stored: StoredMetadata::default(),
        floors: Machine::new(&repository).floors,
        clock: time(NOW),
        limits: Limits::default(),
    };
    let mut client = Client::start(start()).unwrap();
    // The baked-in root is to be stored first.
    assert!(matches!(client.receive(Reply::NotThere), Err(TrustError::OutOfTurn)));
    assert!(matches!(client.step(), Step::Store { .. }));
    assert!(matches!(client.step(), Step::Fetch { .. }));
    assert!(matches!(client.step(), Step::Fetch { file, limit: 512_000 } if file == "2.root.json"));
    assert!(client.receive(Reply::Found(b"{}".to_vec())).is_err());
    assert!(matches!(client.step(), Step::Ended));
    assert!(matches!(client.receive(Reply::NotThere), Err(TrustError::OutOfTurn)));
}

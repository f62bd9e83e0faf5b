//! What a receipt is believed to say.

use super::*;

#[test]
fn a_missing_interpreter_or_launcher_means_that_it_does_not_start() {
    let machine = Machine::new();
    let _lock = machine.lock();
    machine.install("1.0", &["app"]);
    fs::remove_file(&machine.python).unwrap();
    assert!(!installed(&machine.layout).unwrap().unwrap().starts);
    fs::write(&machine.python, "").unwrap();
    assert!(installed(&machine.layout).unwrap().unwrap().starts);
    fs::remove_file(machine.layout.commands().join("app")).unwrap();
    assert!(!installed(&machine.layout).unwrap().unwrap().starts);
}

#[test]
fn a_damaged_receipt_counts_as_absent_and_a_newer_one_is_refused() {
    let machine = Machine::new();
    let _lock = machine.lock();
    machine.install("1.0", &["app"]);
    fs::write(machine.layout.receipt(), "{\"format\":").unwrap();
    assert_eq!(installed(&machine.layout).unwrap(), None);
    fs::write(machine.layout.receipt(), "{\"format\":99,\"shape\":\"unknown\"}").unwrap();
    assert!(matches!(installed(&machine.layout), Err(ActivateError::NewerReceipt { format: 99, .. })));
}

#[test]
fn downloads_that_another_application_goes_back_to_or_waits_with_are_its_own() {
    let (machine, digest) = (Machine::new(), |text: &str| Sha256Digest::of(text.as_bytes()));
    let neighbours = machine.layout.folder().parent().unwrap();
    let other = Layout::new(neighbours.join("other"), PathBuf::new());
    fs::create_dir_all(other.folder()).unwrap();
    let with = |text: &str| Receipt { downloads: vec![digest(text)], previous: None, ..machine.receipt(1, "1.0") };
    receipt::write(&other, &Receipt { previous: Some(Box::new(with("before"))), ..with("now") }).unwrap();
    postpone(&other, &with("later")).unwrap();
    let needed = downloads_of_others(&machine.layout, &[neighbours.to_owned()]).unwrap();
    assert_eq!(needed, ["before", "now", "later"].map(digest).into());
}

//! A run was killed: what the next start finishes, and what it undoes.

use super::*;

#[test]
fn a_build_that_was_killed_is_undone_and_the_old_version_still_starts() {
    let machine = Machine::new();
    let lock = machine.lock();
    machine.install("1.0", &["app"]);
    let _half = machine.build(&["app"]);
    assert_eq!(machine.runs("app").unwrap(), "app of 1");
    assert_eq!(machine.recovers(&lock), Recovered::Undone);
    assert_eq!(machine.runs("app").unwrap(), "app of 1");
    assert_eq!(machine.generations(), [1]);
}

#[test]
fn a_switch_killed_before_the_pointer_moved_is_undone_with_its_new_launchers() {
    let machine = Machine::new();
    let lock = machine.lock();
    machine.install("1.0", &["app"]);
    let _half = machine.is_about_to_switch_to("2.0", &["app", "extra"]);
    outside::put(&machine.layout, &launchers::planned(&machine.layout, &names(&["app", "extra"]))).unwrap();
    assert_eq!(machine.runs("app").unwrap(), "app of 1");
    assert_eq!(machine.recovers(&lock), Recovered::Undone);
    assert_eq!(machine.runs("app").unwrap(), "app of 1");
    assert!(fs::symlink_metadata(machine.layout.commands().join("extra")).is_err());
    assert_eq!(machine.generations(), [1]);
}

#[test]
fn a_switch_killed_after_the_pointer_moved_is_finished() {
    let machine = Machine::new();
    let lock = machine.lock();
    machine.install("1.0", &["app", "old-tool"]);
    let generation = machine.is_about_to_switch_to("2.0", &["app"]);
    generation::point_to(&machine.layout, generation.number).unwrap();
    assert_eq!(machine.runs("app").unwrap(), "app of 2");
    assert_eq!(machine.recovers(&lock), Recovered::Finished);
    let now = installed(&machine.layout).unwrap().unwrap();
    assert_eq!(now.receipt.version, "2.0".parse().unwrap());
    assert!(now.starts);
    assert_eq!(machine.runs("old-tool"), None);
}

#[test]
fn a_torn_last_line_of_the_journal_counts_as_absent() {
    use std::io::Write;
    let machine = Machine::new();
    let lock = machine.lock();
    let _half = machine.build(&["app"]);
    let mut file = fs::OpenOptions::new().append(true).open(machine.layout.journal()).unwrap();
    file.write_all(b"{\"intent\":\"switch\",\"rece").unwrap();
    assert_eq!(machine.recovers(&lock), Recovered::Undone);
    assert!(machine.generations().is_empty());
}

#[test]
fn behind_a_torn_line_of_the_journal_the_next_intent_is_still_read() {
    let machine = Machine::new();
    let lock = machine.lock();
    machine.install("1.0", &["app"]);
    fs::write(machine.layout.journal(), "{\"intent\":\"switch\",\"rece").unwrap();
    let _half = machine.build(&["app"]);
    assert_eq!(journal::read(&machine.layout.journal()).unwrap(), [Intent::Build { generation: 2 }]);
    assert_eq!(machine.recovers(&lock), Recovered::Undone);
    assert_eq!(machine.generations(), [1]);
}

#[test]
fn an_uninstall_that_was_killed_goes_on_at_the_next_start() {
    let machine = Machine::new();
    let receipt = machine.install_locked("1.0", &["app"]);
    let lock = machine.lock();
    journal::write(&machine.layout, &Intent::Uninstall { receipt: Box::new(receipt) }).unwrap();
    crate::disk::remove(&machine.layout.receipt()).unwrap();
    assert_eq!(machine.recovers(&lock), Recovered::Finished);
    assert_eq!(machine.runs("app"), None);
    assert!(installed(&machine.layout).unwrap().is_none());
}

#[test]
fn an_uninstall_that_was_killed_is_finished_without_the_data_that_were_chosen_then() {
    let machine = Machine::new();
    let receipt = machine.install_locked("1.0", &["app"]);
    let (lock, data) = (machine.lock(), machine.layout.commands().join("letters"));
    fs::create_dir(&data).unwrap();
    let line = serde_json::json!({ "intent": "uninstall", "receipt": receipt, "data": [data] });
    fs::write(machine.layout.journal(), format!("{line}\n")).unwrap();
    assert_eq!(recover_for_uninstall(&machine.layout, &lock, &|_| {}).unwrap(), Recovered::Nothing);
    assert_eq!(machine.recovers(&lock), Recovered::Finished);
    assert!(data.exists() && installed(&machine.layout).unwrap().is_none());
}

#[test]
fn with_a_damaged_receipt_no_launcher_of_the_running_version_is_lost() {
    let machine = Machine::new();
    let lock = machine.lock();
    machine.install("1.0", &["app"]);
    let _half = machine.is_about_to_switch_to("2.0", &["app"]);
    fs::write(machine.layout.receipt(), "torn").unwrap();
    assert_eq!(machine.recovers(&lock), Recovered::Undone);
    assert_eq!(machine.runs("app").unwrap(), "app of 1");
    drop(lock);
    assert!(matches!(
        uninstall(&machine.layout, machine.lock(), &[], &Cancel::default()),
        Err(ActivateError::DamagedReceipt { .. })
    ));
}

#[test]
fn a_change_of_choices_that_was_killed_is_finished_by_the_next_start() {
    use crate::model::receipt::ShellFile;
    let machine = Machine::new();
    let mut receipt = machine.install_locked("1.0", &["app"]);
    let path = machine.layout.commands().join("profile");
    let shell_file = ShellFile { path: path.clone(), line: "export PATH".to_owned(), created: true };
    receipt.shell_files = vec![shell_file];
    let lock = machine.lock();
    journal::write(&machine.layout, &to_switch(receipt.clone())).unwrap();
    assert_eq!(machine.recovers(&lock), Recovered::Finished);
    assert!(fs::read_to_string(&path).unwrap().contains("export PATH"));
    assert_eq!(installed(&machine.layout).unwrap().unwrap().receipt, receipt);
    let lock_again = (drop(lock), machine.lock()).1;
    let without = Receipt { shell_files: Vec::new(), ..receipt };
    assert_eq!(rearrange(&machine.layout, &lock_again, without.clone()).unwrap(), without);
    assert!(!path.exists() && machine.runs("app").is_some());
}

//! What an uninstall removes, what it keeps, and what is left when it cannot go on.

use super::*;

#[cfg(target_os = "linux")]
#[test]
fn an_uninstall_that_a_full_disk_stops_leaves_a_receipt_that_names_only_what_is_there() {
    let machine = Machine::new();
    machine.install_locked("1.0", &["app"]);
    machine.install_locked("2.0", &["app"]);
    let lock = machine.lock();
    fs::os::unix::fs::symlink("/dev/full", machine.layout.journal()).unwrap();
    let failed = uninstall(&machine.layout, lock, &[], &Cancel::default());
    assert!(matches!(failed, Err(ActivateError::Disk(_))), "{failed:?}");
    let left = installed(&machine.layout).unwrap().unwrap();
    assert_eq!((left.starts, left.receipt.previous), (true, None));
    assert_eq!(machine.generations(), [2]);
}

#[test]
fn an_uninstall_removes_what_is_ours_and_keeps_what_is_not() {
    let machine = Machine::new();
    machine.install_locked("1.0", &["app", "tool"]);
    let tool = machine.layout.commands().join("tool");
    fs::remove_file(&tool).unwrap();
    fs::write(&tool, "the person's own").unwrap();
    fs::write(machine.layout.folder().join("notes.txt"), "mine").unwrap();
    uninstall(&machine.layout, machine.lock(), &[], &Cancel::default()).unwrap();
    assert_eq!(machine.runs("app"), None);
    assert_eq!(machine.runs("tool").unwrap(), "the person's own");
    assert_eq!(everything_below(machine.layout.folder()), 1);
    fs::remove_file(machine.layout.folder().join("notes.txt")).unwrap();
}

#[test]
fn an_uninstall_leaves_not_one_file_behind() {
    let machine = Machine::new();
    machine.install_locked("1.0", &["app"]);
    uninstall(&machine.layout, machine.lock(), &[], &Cancel::default()).unwrap();
    assert!(!machine.layout.folder().exists());
    assert_eq!(everything_below(machine.layout.commands()), 0);
    assert!(matches!(
        uninstall(&machine.layout, machine.lock(), &[], &Cancel::default()),
        Err(ActivateError::NotInstalled { .. })
    ));
}

#[test]
fn whoever_stops_an_uninstall_keeps_the_data_and_can_go_on_with_it() {
    let machine = Machine::new();
    machine.install_locked("1.0", &["app"]);
    let data = machine.layout.commands().join("letters");
    fs::create_dir(&data).unwrap();
    let (cancel, chosen) = (Cancel::default(), [data.clone()]);
    cancel.cancel();
    let stopped = uninstall(&machine.layout, machine.lock(), &chosen, &cancel);
    assert!(matches!(stopped, Err(ActivateError::Cancelled)) && data.exists());
    uninstall(&machine.layout, machine.lock(), &chosen, &Cancel::default()).unwrap();
    assert!(!data.exists() && !machine.layout.folder().exists());
}

#[test]
fn while_anything_stays_an_uninstall_keeps_the_data_the_installer_and_the_receipt() {
    let machine = Machine::new();
    let mut receipt = machine.install_locked("1.0", &["app"]);
    let data = machine.layout.commands().join("letters");
    fs::create_dir(&data).unwrap();
    fs::write(machine.layout.setup(), "installer").unwrap();
    fs::create_dir(machine.layout.profile()).unwrap();
    // A folder in place of a start-up file cannot be read.
    receipt.shell_files =
        vec![crate::model::receipt::ShellFile { path: data.clone(), line: String::new(), created: true }];
    super::receipt::write(&machine.layout, &receipt).unwrap();
    let failed = uninstall(&machine.layout, machine.lock(), std::slice::from_ref(&data), &Cancel::default());
    assert!(matches!(failed, Err(ActivateError::Disk(_))), "{failed:?}");
    let stays = [data, machine.layout.setup(), machine.layout.profile(), machine.layout.receipt()];
    assert!(stays.iter().all(|path| path.exists()) && !machine.layout.generations().exists());
}

#[cfg(unix)]
#[test]
fn read_only_folders_are_removed_too() {
    use std::os::unix::fs::PermissionsExt;
    let machine = Machine::new();
    machine.install_locked("1.0", &["app"]);
    let folder = machine.layout.generation(1).join("bin");
    fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o555)).unwrap();
    uninstall(&machine.layout, machine.lock(), &[], &Cancel::default()).unwrap();
    assert!(!machine.layout.folder().exists());
}

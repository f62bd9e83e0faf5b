//! Entries of menus, also where they are out of reach.

use super::*;

/// A menu entry whose folder leads to itself, so that not even root can look at it.
#[cfg(unix)]
fn with_an_entry_out_of_reach(machine: &Machine) -> (PathBuf, PathBuf) {
    let _lock = machine.lock();
    let (menu, aside) = (machine.layout.commands().join("menu"), machine.layout.commands().join("aside"));
    let generation = machine.build(&["app"]);
    let files = vec![outside::leading(menu.join("app.desktop"), generation.folder.join("app.desktop"))];
    let receipt = Receipt { files, ..machine.receipt_of(generation.number, "1.0", &["app"]) };
    assert_eq!(switch(&machine.layout, receipt, &|_| {}).unwrap().files.len(), 2);
    fs::rename(&menu, &aside).unwrap();
    fs::os::unix::fs::symlink("menu", &menu).unwrap();
    (menu, aside)
}

#[cfg(unix)]
#[test]
fn a_menu_entry_that_cannot_be_removed_stops_no_upgrade_and_goes_with_a_later_one() {
    let machine = Machine::new();
    let (menu, aside) = with_an_entry_out_of_reach(&machine);
    let lock = machine.lock();
    assert_eq!(machine.install("2.0", &["app"]).files.len(), 2, "the receipt keeps what stays");
    let generation = machine.build(&["app"]);
    let mut receipt = machine.receipt_of(generation.number, "3.0", &["app"]);
    receipt.files = vec![outside::leading(menu.join("other.desktop"), generation.folder.join("other.desktop"))];
    journal::write(&machine.layout, &to_switch(receipt)).unwrap();
    assert_eq!(machine.recovers(&lock), Recovered::Undone);
    assert_eq!(installed(&machine.layout).unwrap().unwrap().receipt.files.len(), 3);
    fs::remove_file(&menu).unwrap();
    fs::rename(&aside, &menu).unwrap();
    assert_eq!(machine.install("3.0", &["app"]).files.len(), 1);
    assert_eq!(everything_below(&menu), 0);
}

#[cfg(unix)]
#[test]
fn a_menu_entry_that_cannot_be_removed_is_listed_and_only_its_uninstall_fails() {
    let machine = Machine::new();
    let (menu, _) = with_an_entry_out_of_reach(&machine);
    let receipt = installed(&machine.layout).unwrap().unwrap().receipt;
    let listed = belongings(&machine.layout, &receipt).unwrap();
    assert_eq!((listed.files.len(), listed.left), (1, vec![menu.join("app.desktop")]));
    let failed = uninstall(&machine.layout, machine.lock(), &[], &Cancel::default());
    assert!(matches!(failed, Err(ActivateError::Disk(_))), "{failed:?}");
    assert!(
        machine.layout.receipt().exists() && !machine.layout.generations().exists() && machine.runs("app").is_none()
    );
    fs::remove_file(&menu).unwrap();
    // A file in place of the folder: the entry is gone.
    fs::write(&menu, "").unwrap();
    uninstall(&machine.layout, machine.lock(), &[], &Cancel::default()).unwrap();
    assert!(!machine.layout.folder().exists());
}

#[test]
#[cfg(unix)]
fn links_that_the_person_made_into_an_installation_are_not_taken_for_this_programs() {
    let machine = Machine::new();
    let home = machine.layout.folder().parent().unwrap().join("home");
    let (data, desktop) = (home.join("share"), home.join("Desktop"));
    let (menus, icons) = (data.join("applications"), data.join("icons/hicolor/48x48/apps"));
    [&desktop, &menus, &icons].into_iter().for_each(|folder| fs::create_dir_all(folder).unwrap());
    let (current, menu) = (machine.layout.current(), menu_folder(&machine.layout.current()));
    let link = |target: &Path, path: PathBuf| {
        fs::os::unix::fs::symlink(target, &path).unwrap();
        path
    };
    link(&current.join("share/manual.html"), desktop.join("manual.html"));
    link(&menu.join("app.desktop"), desktop.join("My favourite.desktop"));
    link(&current.join("bin/app"), menus.join("app.desktop"));
    link(&menu.join("icons/64x64.png"), icons.join("app.png"));
    let surroundings = Surroundings { data: Some(data), desktop: Some(desktop.clone()), ..Surroundings::default() };
    assert_eq!(shown(&machine.layout, &surroundings), [] as [PathBuf; 0]);
    let made = [
        link(&menu.join("app.desktop"), desktop.join("app.desktop")),
        link(&menu.join("other.desktop"), menus.join("other.desktop")),
        link(&menu.join("icons/48x48.png"), icons.join("other.png")),
    ];
    assert_eq!(shown(&machine.layout, &surroundings), made);
}

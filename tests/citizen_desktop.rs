//! What an installation shows of itself outside its folder: menu entry, icons, desktop shortcut, PATH; all of it goes
//! with the application.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests run programs from outside")]
#![cfg(all(unix, not(target_os = "macos")))]

mod kit;

use std::path::{Path, PathBuf};
use std::process::Command;

use fs_err as fs;
use kit::citizen::{ICONS, with_entry};
use kit::machine::{Machine, application, next};

fn menu_files(machine: &Machine) -> [PathBuf; 3] {
    [
        machine.home(".local/share/applications/demo.desktop"),
        machine.home(".local/share/icons/hicolor/48x48/apps/demo.png"),
        machine.home(".local/share/icons/hicolor/scalable/apps/demo.svg"),
    ]
}

fn value(entry: &Path, key: &str) -> String {
    let text = fs::read_to_string(entry).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(&format!("{key}="))).unwrap_or("none");
    line.to_owned()
}

#[test]
fn an_application_with_an_entry_is_in_the_menu_with_icons_and_its_translated_name() {
    for machine in [Machine::new(), Machine::prefixed()] {
        let web = tempfile::tempdir().unwrap();
        let published = with_entry(application("1.0"), "Demo", ICONS).publish(web.path());
        machine.quoc(&published.profile_folder, &[]).did("install");
        let [entry, png, svg] = menu_files(&machine);
        assert_eq!((fs::read(png).unwrap(), fs::read(svg).unwrap()), (ICONS[0].1.to_vec(), ICONS[1].1.to_vec()));
        assert_eq!(value(&entry, "Name[de]"), "Vorführung");
        assert_eq!(value(&entry, "Comment[pt_BR]"), "SHOWS THINGS; ALL OF THEM");
        let program = machine.bin().join("demo").display().to_string();
        assert_eq!(value(&entry, "TryExec"), program);
        let quoted = if program.contains(' ') { format!("\"{program}\"") } else { program };
        assert_eq!(value(&entry, "Exec"), format!("{quoted} --say \"100%% \\\\\"\\\\$HOME\\\\\"\""));
        let text = fs::read_to_string(&entry).unwrap();
        let (_, action) = text.split_once("[Desktop Action manage]\n").unwrap();
        assert!(
            action.starts_with("Name=Upgrade or remove\n") && action.contains("\nName[de]=Aktualisieren"),
            "{text}"
        );
        validate(&entry);
        machine.quoc(&published.profile_folder, &["uninstall", "--yes"]).did("uninstall");
        assert_eq!(machine.files(), [] as [PathBuf; 0]);
    }
}

/// Asks desktop-file-utils, where they are; the CI stage `client` has them.
fn validate(entry: &Path) {
    let Ok(output) = Command::new("desktop-file-validate").arg(entry).output() else {
        assert!(std::env::var_os("QUOC_TEST_DESKTOP").is_none(), "desktop-file-validate is not here");
        return;
    };
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.is_empty(), "{said}");
}

#[test]
fn an_upgrade_brings_the_new_entry_and_takes_away_icons_that_are_gone() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let mut repository = with_entry(application("1.0"), "Demo", ICONS);
    let published = repository.publish(web.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    let published = with_entry(next(&repository, "2.0"), "Renamed", &ICONS[..1]).publish(web.path());
    machine.quoc(&published.profile_folder, &[]).did("upgrade");
    let [entry, png, svg] = menu_files(&machine);
    assert_eq!(value(&entry, "Name[pt_BR]"), "RENAMED");
    assert!(png.exists() && fs::symlink_metadata(svg).is_err());
}

#[test]
fn what_the_person_chose_holds_for_upgrades_until_they_choose_again() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    fs::create_dir_all(machine.home(".config")).unwrap();
    fs::write(machine.home(".config/user-dirs.dirs"), "XDG_DESKTOP_DIR=\"$HOME/Schreibtisch\"\n").unwrap();
    let mut repository = with_entry(application("1.0"), "Demo", ICONS);
    let published = repository.publish(web.path());
    let (profile, [entry, png, _]) = (published.profile_folder, menu_files(&machine));
    let shortcut = machine.home("Schreibtisch/demo.desktop");
    machine.quoc(&profile, &["--no-menu", "--desktop-shortcut"]).did("install");
    assert_eq!((entry.exists(), shortcut.exists(), png.exists()), (false, true, true));
    with_entry(next(&repository, "2.0"), "Demo", ICONS).publish(web.path());
    machine.quoc(&profile, &[]).did("upgrade");
    assert_eq!((entry.exists(), shortcut.exists(), png.exists()), (false, true, true));
    machine.quoc(&profile, &["--menu", "--no-desktop-shortcut"]).did("up-to-date");
    assert_eq!((entry.exists(), shortcut.exists(), png.exists()), (true, false, true));
    machine.quoc(&profile, &["--no-menu"]).did("up-to-date");
    assert_eq!((entry.exists(), shortcut.exists(), png.exists()), (false, false, false));
}

#[test]
fn a_menu_entry_of_somebody_else_is_left_alone_and_stops_nothing() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let published = with_entry(application("1.0"), "Demo", ICONS).publish(web.path());
    let [entry, png, _] = menu_files(&machine);
    fs::create_dir_all(entry.parent().unwrap()).unwrap();
    fs::write(&entry, "mine").unwrap();
    machine.quoc(&published.profile_folder, &[]).did("install");
    assert!(png.exists());
    machine.quoc(&published.profile_folder, &["uninstall", "--yes"]).did("uninstall");
    assert_eq!(machine.files(), std::slice::from_ref(&entry));
    assert_eq!(fs::read_to_string(entry).unwrap(), "mine");
}

/// Runs a word in a new interactive shell of the person's.
fn shell_finds(machine: &Machine, shell: &str) -> bool {
    let mut command = Command::new(shell);
    command.args(["-i", "-c", "demo --version"]);
    machine.at_home(&mut command);
    let output = command.env("PATH", "/usr/bin:/bin").output().unwrap();
    String::from_utf8_lossy(&output.stdout).contains("demo 1.0 works")
}

#[test]
fn the_commands_come_on_the_path_when_asked_and_go_with_the_application() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let published = application("1.0").publish(web.path());
    let bash = |arguments: &[&str]| {
        let mut command = machine.command(&published.profile_folder, arguments);
        kit::machine::Run::of(&command.env("SHELL", "/bin/bash").output().unwrap())
    };
    fs::write(machine.home(".bashrc"), "alias x=y").unwrap();
    let installed = bash(&[]);
    installed.did("install");
    let note = &installed.event("finished")["path-note"];
    assert_eq!((&note["file"], &note["added"]), (&machine.home(".bashrc").to_str().unwrap().into(), &false.into()));
    assert!(!shell_finds(&machine, "bash"));
    let added = bash(&["--add-to-path"]);
    added.did("up-to-date");
    assert_eq!(added.event("finished")["path-note"]["added"], true);
    assert!(shell_finds(&machine, "bash"));
    assert!(!bash(&[]).event("finished")["path-note"].is_object());
    let bashrc = fs::read_to_string(machine.home(".bashrc")).unwrap();
    assert!(bashrc.contains(note["line"].as_str().unwrap()));
    fs::write(machine.home(".bashrc"), format!("# first\n{bashrc}# last")).unwrap();
    bash(&["uninstall", "--yes"]).did("uninstall");
    assert_eq!(fs::read_to_string(machine.home(".bashrc")).unwrap(), "# first\nalias x=y\n# last");
    assert_eq!(machine.files(), [machine.home(".bashrc")]);
}

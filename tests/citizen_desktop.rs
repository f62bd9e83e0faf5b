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

#[test]
fn the_lines_on_the_path_are_named_by_the_status_and_listed_with_what_goes() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let published = application("1.0").publish(web.path());
    let words = |arguments: &[&str]| {
        let mut command = machine.in_words(&published.profile_folder, arguments);
        String::from_utf8(command.env("SHELL", "/bin/bash").output().unwrap().stdout).unwrap()
    };
    // A file that was made for the line goes with it; of one that was there, the line goes.
    fs::write(machine.home(".bashrc"), "alias x=y\n").unwrap();
    words(&["install", "--add-to-path"]);
    let (bashrc, profile) = (machine.home(".bashrc"), machine.home(".profile"));
    for said in [words(&["status"]), words(&["uninstall"])] {
        let goes = said.split("This stays").next().unwrap();
        assert!(goes.contains(&format!("the line in {}", bashrc.display())), "{said}");
        assert!(goes.contains(profile.to_str().unwrap()), "{said}");
    }
    let listed = machine.quoc(&published.profile_folder, &["uninstall"]);
    let listed = listed.event("removing");
    assert_eq!(listed["lines"], serde_json::json!([bashrc]));
    assert!(listed["files"].as_array().unwrap().contains(&profile.to_str().unwrap().into()), "{listed}");
    let status = machine.quoc(&published.profile_folder, &["status"]);
    assert_eq!(status.end()["installed"]["shell-files"][0]["path"], bashrc.to_str().unwrap());
    fs::write(&bashrc, "alias x=y\n").unwrap();
    let listed = machine.quoc(&published.profile_folder, &["uninstall"]);
    assert!(listed.event("removing")["lines"].is_null(), "one that the person took out is not there to go");
}

fn with(mut command: Command, name: &str, value: impl AsRef<std::ffi::OsStr>) -> kit::machine::Run {
    kit::machine::Run::of(&command.env(name, value).output().unwrap())
}

#[test]
fn an_installation_that_is_named_otherwise_keeps_its_commands() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let published = application("1.0").publish(web.path());
    let command = |arguments: &[&str]| machine.command(&published.profile_folder, arguments);
    let runs = |path: &Path| String::from_utf8(Command::new(path).output().unwrap().stdout).unwrap();
    with(command(&[]), "XDG_BIN_HOME", machine.home("mine")).did("install");
    machine.quoc(&published.profile_folder, &[]).did("up-to-date");
    machine.quoc(&published.profile_folder, &["verify"]).is(0, "");
    assert_eq!(runs(&machine.home("mine/demo")), "demo 1.0 works\n");
    let link = tempfile::tempdir().unwrap();
    fs::os::unix::fs::symlink(machine.home(""), link.path().join("home")).unwrap();
    with(command(&[]), "HOME", link.path().join("home")).did("up-to-date");
    assert_eq!(runs(&machine.home("mine/demo")), "demo 1.0 works\n");
    fs::create_dir(machine.home("here")).unwrap();
    let mut relative = command(&["--prefix", "../apps"]);
    relative.current_dir(machine.home("here"));
    kit::machine::Run::of(&relative.output().unwrap()).did("install");
    let absolute = machine.home("apps").display().to_string();
    machine.quoc(&published.profile_folder, &["--prefix", &absolute]).did("up-to-date");
    assert_eq!(runs(&machine.home("apps/bin/demo")), "demo 1.0 works\n");
    machine.quoc(&published.profile_folder, &["uninstall", "--yes", "--prefix", &absolute]).did("uninstall");
    machine.quoc(&published.profile_folder, &["uninstall", "--yes"]).did("uninstall");
    assert_eq!(machine.files(), [] as [PathBuf; 0]);
}

#[test]
fn a_moved_home_is_found_made_anew_and_removed_with_all_its_traces() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let published = with_entry(application("1.0"), "Demo", ICONS).publish(web.path());
    let (old, new) = (machine.home("old"), machine.home("renewed"));
    let quoc = |home: &Path, arguments: &[&str]| {
        let mut command = machine.command(&published.profile_folder, arguments);
        with(std::mem::replace(command.env("SHELL", "/bin/bash"), Command::new("true")), "HOME", home)
    };
    fs::create_dir(&old).unwrap();
    for removed_at_once in [false, true] {
        quoc(&old, &["--add-to-path"]).did("install");
        fs::rename(&old, &new).unwrap();
        let found = quoc(&new, &["verify"]);
        found.is(19, "verify-damaged");
        let kinds = found.event("verified")["findings"].as_array().unwrap().clone();
        assert!(kinds.iter().any(|finding| finding["kind"] == "pointer"), "{kinds:?}");
        if !removed_at_once {
            quoc(&new, &["repair"]).did("repair");
            quoc(&new, &["verify"]).is(0, "");
            let said = Command::new(new.join(".local/bin/demo")).output().unwrap().stdout;
            assert_eq!(String::from_utf8(said).unwrap(), "demo 1.0 works\n");
            assert!(new.join(".local/share/applications/demo.desktop").exists());
            let line = fs::read_to_string(new.join(".bashrc")).unwrap();
            assert!(line.contains(new.to_str().unwrap()) && !line.contains(old.to_str().unwrap()), "{line}");
        }
        quoc(&new, &["uninstall", "--yes"]).did("uninstall");
        assert_eq!(machine.files(), [] as [PathBuf; 0]);
        fs::rename(&new, &old).unwrap();
    }
}

#[test]
fn a_copy_of_an_installation_takes_nothing_from_the_one_that_lives_on() {
    let (machine, web) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let published = with_entry(application("1.0"), "Demo", ICONS).publish(web.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    let copied = Command::new("cp").arg("-a").arg(machine.prefix()).arg(machine.home("copy")).status().unwrap();
    assert!(copied.success());
    let mut command = Command::new(env!("CARGO_BIN_EXE_quoc"));
    machine.at_home(&mut command);
    command.args(["uninstall", "--yes", "--json", "--profile"]).arg(&published.profile_folder);
    command.arg("--prefix").arg(machine.home("copy"));
    kit::machine::Run::of(&command.output().unwrap()).did("uninstall");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
    assert!(menu_files(&machine).iter().all(|file| file.exists()));
}

#[test]
fn a_run_that_knows_another_shell_and_menu_takes_nothing_away_from_the_persons() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let mut repository = with_entry(application("1.0"), "Demo", ICONS);
    let published = repository.publish(web.path());
    let command = |arguments: &[&str]| machine.command(&published.profile_folder, arguments);
    with(command(&["--add-to-path"]), "SHELL", "/bin/zsh").did("install");
    let zshrc = machine.home(".zshrc");
    let before = fs::read(&zshrc).unwrap();
    let stands = |action: &str, run: kit::machine::Run| {
        run.did(action);
        assert_eq!(fs::read(&zshrc).unwrap(), before);
        assert!(menu_files(&machine)[0].exists() && !machine.home(".profile").exists());
    };
    stands("up-to-date", with(command(&[]), "SHELL", "/bin/sh"));
    with_entry(next(&repository, "2.0"), "Demo", &ICONS[..1]).publish(web.path());
    stands("upgrade", with(command(&[]), "SHELL", "/bin/sh"));
    let run = with(command(&["--add-to-path"]), "SHELL", "/bin/sh");
    run.did("up-to-date");
    assert_eq!(fs::read(&zshrc).unwrap(), before);
    assert!(machine.home(".profile").exists());
    machine.quoc(&published.profile_folder, &["uninstall", "--yes"]).did("uninstall");
    assert_eq!(machine.files(), [] as [PathBuf; 0]);
}

#[test]
fn a_terminal_with_another_data_folder_moves_no_menu_entry() {
    let (machine, web) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let published = with_entry(application("1.0"), "Demo", ICONS).publish(web.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    with(machine.command(&published.profile_folder, &[]), "XDG_DATA_HOME", machine.home("snap/data")).did("up-to-date");
    assert!(menu_files(&machine).iter().all(|file| file.exists()));
    assert!(!machine.home("snap/data/applications").exists());
}

#[test]
fn a_missing_command_costs_nothing_that_can_be_gone_back_to() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let mut repository = application("1.0");
    let published = repository.publish(web.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    next(&repository, "2.0").publish(web.path());
    fs::remove_file(machine.bin().join("demo")).unwrap();
    let run = machine.quoc(&published.profile_folder, &[]);
    run.did("upgrade");
    assert_eq!(run.event("finished")["previous"], "1.0");
    machine.quoc(&published.profile_folder, &["go-back", "--yes"]).did("go-back");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
}

#[test]
fn a_shortcut_on_the_desktop_outlives_a_lost_receipt_and_goes_with_the_application() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    fs::create_dir_all(machine.home(".config")).unwrap();
    fs::write(machine.home(".config/user-dirs.dirs"), "XDG_DESKTOP_DIR=\"$HOME/Desk\"\n").unwrap();
    let profile = with_entry(application("1.0"), "Demo", ICONS).publish(web.path()).profile_folder;
    let (receipt, shortcut) = (machine.folder("demo").join("receipt.json"), machine.home("Desk/demo.desktop"));
    machine.quoc(&profile, &["--desktop-shortcut"]).did("install");
    for (words, stays) in [(&[][..], true), (&["--no-desktop-shortcut"], false), (&[], false)] {
        fs::write(&receipt, "{").unwrap();
        machine.quoc(&profile, words).did("install");
        assert_eq!((shortcut.exists(), shortcut.is_symlink()), (stays, stays), "{words:?}");
        assert_eq!(machine.receipt("demo")["choices"]["desktop-shortcut"], stays);
        let files = machine.receipt("demo")["files"].to_string();
        assert_eq!(files.contains(shortcut.to_str().unwrap()), stays);
    }
    machine.quoc(&profile, &["--desktop-shortcut"]).did("up-to-date");
    fs::write(&receipt, "{").unwrap();
    machine.quoc(&profile, &[]).did("install");
    machine.quoc(&profile, &["uninstall", "--yes"]).did("uninstall");
    assert_eq!(machine.files(), [machine.home(".config/user-dirs.dirs")]);
}

#[test]
fn a_line_on_the_path_is_never_forgotten() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let published = application("1.0").publish(web.path());
    let (bashrc, aside) = (machine.home(".bashrc"), machine.home("aside"));
    fs::write(&bashrc, "# mine\n").unwrap();
    let bash = |arguments: &[&str]| with(machine.command(&published.profile_folder, arguments), "SHELL", "/bin/bash");
    bash(&["--add-to-path"]).did("install");
    fs::rename(&bashrc, &aside).unwrap();
    fs::create_dir(&bashrc).unwrap();
    bash(&["--no-add-to-path"]).did("up-to-date");
    assert_eq!(machine.receipt("demo")["shell-files"].as_array().unwrap().len(), 1);
    fs::remove_dir(&bashrc).unwrap();
    fs::rename(&aside, &bashrc).unwrap();
    bash(&[]).did("up-to-date");
    assert_eq!(fs::read_to_string(&bashrc).unwrap(), "# mine\n");
    for words in [&["--no-add-to-path"][..], &[]] {
        bash(&["--add-to-path"]).did("up-to-date");
        fs::write(machine.folder("demo").join("receipt.json"), "{").unwrap();
        bash(words).did("install");
        assert_eq!(fs::read_to_string(&bashrc).unwrap() == "# mine\n", !words.is_empty());
    }
    bash(&["uninstall", "--yes"]).did("uninstall");
    assert_eq!((fs::read_to_string(&bashrc).unwrap(), machine.files().len()), ("# mine\n".to_owned(), 1));
}

#[test]
fn what_is_left_of_an_installation_that_was_removed_by_hand_is_in_nobodys_way_and_goes() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let published = with_entry(application("1.0"), "Demo", ICONS).publish(web.path());
    let prefix = machine.home("apps");
    let quoc = |arguments: &[&str]| with(machine.command(&published.profile_folder, arguments), "SHELL", "/bin/bash");
    let in_prefix = |arguments: &[&str]| quoc(&[arguments, &["--prefix", prefix.to_str().unwrap()]].concat());
    in_prefix(&["--add-to-path"]).did("install");
    fs::remove_dir_all(&prefix).unwrap();
    in_prefix(&["uninstall", "--yes"]).did("uninstall");
    assert_eq!(machine.files(), [] as [PathBuf; 0]);
    assert_eq!(in_prefix(&["uninstall", "--yes"]).status, 18);
    for records_too in [false, true] {
        in_prefix(if records_too { &[] } else { &["--add-to-path"] }).did("install");
        fs::remove_dir_all(&prefix).unwrap();
        if records_too {
            fs::remove_dir_all(machine.home(".local/share/quoc/.records")).unwrap();
        }
        quoc(&[]).did("install");
        assert!(menu_files(&machine).iter().all(|file| file.exists()));
        quoc(&["uninstall", "--yes"]).did("uninstall");
        assert_eq!(machine.files(), [] as [PathBuf; 0]);
    }
}

//! The lifecycle on a real disk, interrupted where it hurts.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::journal::{self, Intent};
use super::*;
use crate::model::receipt::{Choices, FORMAT, InstalledPython};
use crate::model::{FileName, Receipt, Sha256Digest, Timestamp};
use crate::ports::Cancel;

struct Machine {
    _home: tempfile::TempDir,
    layout: Layout,
    python: PathBuf,
}

impl Machine {
    fn new() -> Self {
        // As `main` does: whoever tests may have a umask that lets a group write.
        #[cfg(unix)]
        rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o022));
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("Ünïcode näme");
        let python = root.join("python3");
        fs::create_dir_all(&root).unwrap();
        fs::write(&python, "").unwrap();
        Self { layout: Layout::new(root.join("data/app"), root.join("bin")), python, _home: home }
    }

    /// Children inherit locks, and those of other tests are children of the same process: for a moment one may hold this.
    fn lock(&self) -> Lock {
        let tries = (0..500).find_map(|_| match Lock::take(&self.layout) {
            Err(ActivateError::Busy { .. }) => {
                std::thread::sleep(std::time::Duration::from_millis(10));
                None
            }
            taken => Some(taken.unwrap()),
        });
        tries.expect("nobody holds it for that long")
    }

    /// Builds an environment that has these commands.
    fn build(&self, commands: &[&str]) -> Generation {
        let generation = begin(&self.layout).unwrap();
        let bin = generation.folder.join("bin");
        fs::create_dir_all(&bin).unwrap();
        for command in commands.iter().chain(&["python"]) {
            fs::write(bin.join(command), format!("{command} of {}", generation.number)).unwrap();
        }
        fs::write(generation.folder.join("pyvenv.cfg"), "").unwrap();
        generation
    }

    fn receipt(&self, generation: u32, version: &str) -> Receipt {
        Receipt {
            format: FORMAT,
            application: "app".parse().unwrap(),
            name: "App".into(),
            version: version.parse().unwrap(),
            release: Sha256Digest::of(version.as_bytes()),
            targets_version: 1,
            generation,
            previous: (generation > 1).then(|| Box::new(self.receipt(generation - 1, "0.9"))),
            went_back_from: None,
            python: InstalledPython {
                path: self.python.clone(),
                version: "3.11.7".parse().unwrap(),
                managed: false,
                file: None,
            },
            packages: vec![],
            commands: vec![],
            smoke_test: vec![],
            files: vec![],
            manifest: None,
            downloads: vec![],
            data_folders: vec![],
            shell_files: vec![],
            choices: Choices::default(),
            place: None,
            stub: None,
            installed_at: Timestamp::from_seconds(0),
        }
    }

    fn receipt_of(&self, generation: u32, version: &str, commands: &[&str]) -> Receipt {
        Receipt { commands: names(commands), ..self.receipt(generation, version) }
    }

    fn install(&self, version: &str, commands: &[&str]) -> Receipt {
        let generation = self.build(commands);
        switch(&self.layout, self.receipt_of(generation.number, version, commands), &|_| {}).unwrap()
    }

    fn runs(&self, command: &str) -> Option<String> {
        fs::read_to_string(self.layout.commands().join(command)).ok()
    }

    fn generations(&self) -> Vec<u32> {
        generation::all(&self.layout).unwrap()
    }
}

fn names(commands: &[&str]) -> Vec<FileName> {
    commands.iter().map(|name| name.parse().unwrap()).collect()
}

fn to_switch(receipt: Receipt) -> Intent {
    Intent::Switch { receipt: Box::new(receipt), dropped: BTreeSet::new() }
}

fn everything_below(folder: &Path) -> usize {
    if folder.exists() { fs::read_dir(folder).unwrap().count() } else { 0 }
}

#[test]
fn an_install_starts_through_its_launcher() {
    let machine = Machine::new();
    let _lock = machine.lock();
    machine.install("1.0", &["app"]);
    assert_eq!(machine.runs("app").unwrap(), "app of 1");
    assert!(installed(&machine.layout).unwrap().unwrap().starts);
    assert!(!machine.layout.journal().exists());
}

#[test]
fn an_upgrade_keeps_one_generation_to_go_back_to_and_drops_launchers_that_are_gone() {
    let machine = Machine::new();
    let _lock = machine.lock();
    machine.install("1.0", &["app", "old-tool"]);
    machine.install("2.0", &["app"]);
    machine.install("3.0", &["app"]);
    assert_eq!(machine.runs("app").unwrap(), "app of 3");
    assert_eq!(machine.runs("old-tool"), None);
    assert_eq!(machine.generations(), [2, 3]);
}

#[test]
fn a_build_that_was_killed_is_undone_and_the_old_version_still_starts() {
    let machine = Machine::new();
    let lock = machine.lock();
    machine.install("1.0", &["app"]);
    let _half = machine.build(&["app"]);
    assert_eq!(machine.runs("app").unwrap(), "app of 1");
    assert_eq!(recover(&machine.layout, &lock, &|_| {}).unwrap(), Recovered::Undone);
    assert_eq!(machine.runs("app").unwrap(), "app of 1");
    assert_eq!(machine.generations(), [1]);
}

#[test]
fn a_switch_killed_before_the_pointer_moved_is_undone_with_its_new_launchers() {
    let machine = Machine::new();
    let lock = machine.lock();
    machine.install("1.0", &["app"]);
    let generation = machine.build(&["app", "extra"]);
    let mut receipt = machine.receipt(generation.number, "2.0");
    receipt.files = launchers::planned(&machine.layout, &names(&["app", "extra"]));
    journal::write(&machine.layout, &to_switch(receipt)).unwrap();
    outside::put(&machine.layout, &launchers::planned(&machine.layout, &names(&["app", "extra"]))).unwrap();
    assert_eq!(machine.runs("app").unwrap(), "app of 1");
    assert_eq!(recover(&machine.layout, &lock, &|_| {}).unwrap(), Recovered::Undone);
    assert_eq!(machine.runs("app").unwrap(), "app of 1");
    assert!(fs::symlink_metadata(machine.layout.commands().join("extra")).is_err());
    assert_eq!(machine.generations(), [1]);
}

#[test]
fn a_switch_killed_after_the_pointer_moved_is_finished() {
    let machine = Machine::new();
    let lock = machine.lock();
    machine.install("1.0", &["app", "old-tool"]);
    let generation = machine.build(&["app"]);
    let mut receipt = machine.receipt(generation.number, "2.0");
    receipt.files = launchers::planned(&machine.layout, &names(&["app"]));
    journal::write(&machine.layout, &to_switch(receipt)).unwrap();
    generation::point_to(&machine.layout, generation.number).unwrap();
    assert_eq!(machine.runs("app").unwrap(), "app of 2");
    assert_eq!(recover(&machine.layout, &lock, &|_| {}).unwrap(), Recovered::Finished);
    let now = installed(&machine.layout).unwrap().unwrap();
    assert_eq!(now.receipt.version, "2.0".parse().unwrap());
    assert!(now.starts);
    assert_eq!(machine.runs("old-tool"), None);
}

#[cfg(target_os = "linux")]
#[test]
#[allow(clippy::disallowed_methods, reason = "a test starts a process itself")]
fn a_version_that_was_kept_because_it_ran_goes_with_a_later_start() {
    use std::process::{Command, Stdio};
    let machine = Machine::new();
    let lock = machine.lock();
    for version in ["1.0", "2.0"] {
        machine.install(version, &["app"]);
    }
    let mut command = Command::new("sh");
    let command = command.args(["-c", "read x"]).arg(machine.layout.generation(1).join("bin/app"));
    let mut running = command.stdin(Stdio::piped()).spawn().unwrap();
    machine.install("3.0", &["app"]);
    let start = || {
        recover(&machine.layout, &lock, &|_| {}).unwrap();
        machine.generations()
    };
    assert_eq!(start(), [1, 2, 3]);
    drop(running.stdin.take());
    running.wait().unwrap();
    let waiting = machine.build(&["app"]);
    postpone(&machine.layout, &machine.receipt_of(waiting.number, "4.0", &["app"])).unwrap();
    assert_eq!(start(), [1, 2, 3, 4], "what waits keeps its environment");
    forget(&machine.layout, &lock).unwrap();
    assert_eq!(start(), [2, 3]);
    assert!(!machine.layout.set_aside().exists());
}

#[test]
fn what_a_switch_drops_is_forgotten_before_its_journal_is_closed_and_again_after_a_kill() {
    let machine = Machine::new();
    let lock = machine.lock();
    let digest = |text: &str| Sha256Digest::of(text.as_bytes());
    let (mut previous, journal) = (None, machine.layout.journal());
    let forgotten = RefCell::new(Vec::new());
    let forget = |dropped: &BTreeSet<Sha256Digest>| {
        assert!(journal.exists());
        forgotten.borrow_mut().extend(dropped.iter().copied());
    };
    for version in ["1", "2", "3"] {
        let generation = machine.build(&["app"]);
        let downloads = vec![digest("steady"), digest(version)];
        let receipt = Receipt { downloads, previous, ..machine.receipt_of(generation.number, version, &["app"]) };
        let receipt = switch(&machine.layout, receipt, &forget).unwrap();
        previous = Some(Box::new(Receipt { previous: None, ..receipt }));
    }
    assert_eq!(forgotten.take(), [digest("1")]);
    // The receipt is written, and then the run is killed.
    let receipt = installed(&machine.layout).unwrap().unwrap().receipt;
    let dropped = BTreeSet::from([digest("1")]);
    journal::write(&machine.layout, &Intent::Switch { receipt: Box::new(receipt), dropped }).unwrap();
    assert_eq!(recover(&machine.layout, &lock, &forget).unwrap(), Recovered::Finished);
    assert_eq!((forgotten.take(), journal.exists()), (vec![digest("1")], false));
}

#[test]
fn a_torn_last_line_of_the_journal_counts_as_absent() {
    use std::io::Write;
    let machine = Machine::new();
    let lock = machine.lock();
    let _half = machine.build(&["app"]);
    let mut file = fs::OpenOptions::new().append(true).open(machine.layout.journal()).unwrap();
    file.write_all(b"{\"intent\":\"switch\",\"rece").unwrap();
    assert_eq!(recover(&machine.layout, &lock, &|_| {}).unwrap(), Recovered::Undone);
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
    assert_eq!(recover(&machine.layout, &lock, &|_| {}).unwrap(), Recovered::Undone);
    assert_eq!(machine.generations(), [1]);
}

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
fn a_command_that_belongs_to_someone_else_is_never_overwritten() {
    let machine = Machine::new();
    let _lock = machine.lock();
    fs::create_dir_all(machine.layout.commands()).unwrap();
    fs::write(machine.layout.commands().join("app"), "theirs").unwrap();
    assert_eq!(taken_commands(&machine.layout, &names(&["app"]), None).unwrap().len(), 1);
    let generation = machine.build(&["app"]);
    let refused = switch(&machine.layout, machine.receipt_of(generation.number, "1.0", &["app"]), &|_| {});
    assert!(matches!(refused, Err(ActivateError::CommandTaken { .. })));
    assert_eq!(machine.runs("app").unwrap(), "theirs");
}

#[test]
fn a_release_without_its_command_is_refused_before_the_switch() {
    let machine = Machine::new();
    let _lock = machine.lock();
    machine.install("1.0", &["app"]);
    let generation = machine.build(&[]);
    let refused = switch(&machine.layout, machine.receipt_of(generation.number, "2.0", &["app"]), &|_| {});
    assert!(matches!(refused, Err(ActivateError::NoCommand { .. })));
    assert_eq!(machine.runs("app").unwrap(), "app of 1");
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
fn an_uninstall_that_was_killed_goes_on_at_the_next_start() {
    let machine = Machine::new();
    let receipt = machine.install_locked("1.0", &["app"]);
    let lock = machine.lock();
    journal::write(&machine.layout, &Intent::Uninstall { receipt: Box::new(receipt) }).unwrap();
    crate::disk::remove(&machine.layout.receipt()).unwrap();
    assert_eq!(recover(&machine.layout, &lock, &|_| {}).unwrap(), Recovered::Finished);
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
    assert_eq!(recover(&machine.layout, &lock, &|_| {}).unwrap(), Recovered::Finished);
    assert!(data.exists() && installed(&machine.layout).unwrap().is_none());
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

#[test]
fn a_second_run_is_told_that_the_first_one_works() {
    let machine = Machine::new();
    let _first = machine.lock();
    assert!(matches!(Lock::take(&machine.layout), Err(ActivateError::Busy { .. })));
}

#[test]
fn the_persons_own_folders_of_the_same_names_are_never_touched() {
    let machine = Machine::new();
    let scratch = machine.layout.scratch();
    fs::create_dir_all(&scratch).unwrap();
    fs::write(scratch.join("thesis.txt"), "years of work").unwrap();
    assert!(matches!(Lock::take(&machine.layout), Err(ActivateError::Foreign { .. })));
    assert!(scratch.join("thesis.txt").exists());
    fs::remove_dir_all(&scratch).unwrap();
    fs::write(machine.layout.folder().join("notes.txt"), "mine").unwrap();
    let _lock = machine.lock();
}

#[cfg(unix)]
#[test]
fn a_folder_that_somebody_else_could_have_prepared_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let machine = Machine::new();
    machine.install_locked("1.0", &["app"]);
    let elsewhere = machine.layout.commands().join("documents");
    fs::create_dir_all(elsewhere.join("7")).unwrap();
    fs::rename(machine.layout.generations(), elsewhere.join("real")).unwrap();
    fs::os::unix::fs::symlink(&elsewhere, machine.layout.generations()).unwrap();
    fs::write(machine.layout.journal(), "{\"intent\":\"build\",\"generation\":7}\n").unwrap();
    assert!(matches!(Lock::take(&machine.layout), Err(ActivateError::Unsafe { .. })));
    assert!(elsewhere.join("7").exists());
    fs::remove_file(machine.layout.generations()).unwrap();
    let _lock = machine.lock();
    drop(_lock);
    fs::set_permissions(machine.layout.folder(), std::fs::Permissions::from_mode(0o777)).unwrap();
    assert!(matches!(Lock::take(&machine.layout), Err(ActivateError::Unsafe { .. })));
}

#[cfg(unix)]
#[test]
fn a_persons_own_file_in_place_of_a_launcher_is_not_overwritten() {
    let machine = Machine::new();
    let receipt = machine.install_locked("1.0", &["app"]);
    let launcher = machine.layout.commands().join("app");
    fs::remove_file(&launcher).unwrap();
    assert!(taken_commands(&machine.layout, &names(&["app"]), Some(&receipt)).unwrap().is_empty());
    fs::write(&launcher, "my own script").unwrap();
    assert_eq!(taken_commands(&machine.layout, &names(&["app"]), Some(&receipt)).unwrap(), [launcher]);
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

#[test]
fn with_a_damaged_receipt_no_launcher_of_the_running_version_is_lost() {
    let machine = Machine::new();
    let lock = machine.lock();
    machine.install("1.0", &["app"]);
    let generation = machine.build(&["app"]);
    let mut receipt = machine.receipt(generation.number, "2.0");
    receipt.files = launchers::planned(&machine.layout, &names(&["app"]));
    journal::write(&machine.layout, &to_switch(receipt)).unwrap();
    fs::write(machine.layout.receipt(), "torn").unwrap();
    assert_eq!(recover(&machine.layout, &lock, &|_| {}).unwrap(), Recovered::Undone);
    assert_eq!(machine.runs("app").unwrap(), "app of 1");
    drop(lock);
    assert!(matches!(
        uninstall(&machine.layout, machine.lock(), &[], &Cancel::default()),
        Err(ActivateError::DamagedReceipt { .. })
    ));
}

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

impl Machine {
    fn install_locked(&self, version: &str, commands: &[&str]) -> Receipt {
        let _lock = self.lock();
        self.install(version, commands)
    }
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
    assert_eq!(recover(&machine.layout, &lock, &|_| {}).unwrap(), Recovered::Finished);
    assert!(fs::read_to_string(&path).unwrap().contains("export PATH"));
    assert_eq!(installed(&machine.layout).unwrap().unwrap().receipt, receipt);
    let lock_again = (drop(lock), machine.lock()).1;
    let without = Receipt { shell_files: Vec::new(), ..receipt };
    assert_eq!(rearrange(&machine.layout, &lock_again, without.clone()).unwrap(), without);
    assert!(!path.exists() && machine.runs("app").is_some());
}

#[test]
fn a_managed_python_goes_with_the_last_version_that_was_made_with_it() {
    let machine = Machine::new();
    let _lock = machine.lock();
    let of = |name: &str| machine.layout.runtimes().join(Sha256Digest::of(name.as_bytes()).to_string());
    let runtime = |name: &str| {
        let python = of(name).join("python/bin/python3");
        fs::create_dir_all(python.parent().unwrap()).unwrap();
        fs::write(&python, "").unwrap();
        python
    };
    let mut last: Option<Receipt> = None;
    for (number, name) in ["a", "b", "b", "b"].into_iter().enumerate() {
        let python =
            InstalledPython { path: runtime(name), version: "3.11.7".parse().unwrap(), managed: true, file: None };
        let generation = machine.build(&["app"]);
        let previous = last.take().map(|last| Box::new(Receipt { previous: None, ..last }));
        let receipt = Receipt { python, previous, ..machine.receipt_of(generation.number, "1.0", &["app"]) };
        last = Some(switch(&machine.layout, receipt, &|_| {}).unwrap());
        // It is needed as long as one can go back to the first version.
        assert_eq!(of("a").exists(), number < 2, "after {number}");
    }
    assert!(of("b").exists());
}

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
    assert_eq!(recover(&machine.layout, &lock, &|_| {}).unwrap(), Recovered::Undone);
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

/// What a first install makes before there is an installation.
fn make_what_an_installation_needs(layout: &Layout) {
    let runtime = layout.runtimes().join(Sha256Digest::of(b"a python").to_string());
    fs::create_dir_all(runtime.join("bin")).unwrap();
    fs::create_dir_all(layout.profile()).unwrap();
    fs::write(layout.profile().join("profile.toml"), "").unwrap();
    fs::write(layout.setup(), "the installer").unwrap();
}

#[test]
fn a_first_install_that_fails_takes_back_the_python_and_the_installer_that_it_made() {
    let machine = Machine::new();
    let lock = machine.lock();
    make_what_an_installation_needs(&machine.layout);
    drop(lock);
    assert!(!machine.layout.folder().exists());
    // What a lost installation still has is not this run's, and may be the program that runs.
    drop(machine.lock());
    fs::create_dir_all(machine.layout.folder()).unwrap();
    fs::write(machine.layout.lock(), "").unwrap();
    make_what_an_installation_needs(&machine.layout);
    drop(machine.lock());
    assert!(machine.layout.setup().exists() && machine.layout.profile().join("profile.toml").exists());
    assert_eq!(everything_below(&machine.layout.runtimes()), 1);
}

#[test]
fn an_uninstall_takes_nothing_from_a_run_that_waited_for_it() {
    let machine = Machine::new();
    let lock = machine.lock();
    fs::remove_file(machine.layout.lock()).unwrap();
    let waited = machine.lock();
    fs::create_dir_all(machine.layout.trust()).unwrap();
    // As `give_up`, when the other run begins right behind the removal of the lock.
    drop(lock);
    assert!(machine.layout.lock().exists() && machine.layout.trust().exists());
    assert!(matches!(Lock::take(&machine.layout), Err(ActivateError::Busy { .. })));
    drop(waited);
}

#[test]
fn a_folder_that_the_person_made_stays_when_a_run_only_looked() {
    let machine = Machine::new();
    fs::create_dir_all(machine.layout.folder()).unwrap();
    // Also when the first one is killed.
    forgotten(&machine);
    for _ in 0..2 {
        drop(machine.lock());
        assert_eq!(everything_below(machine.layout.folder()), 0);
        assert!(machine.layout.folder().exists());
    }
}

/// A run that was killed: nothing is dropped, and nobody has its lock.
fn forgotten(machine: &Machine) {
    std::mem::forget(machine.lock());
    let bytes = fs::read(machine.layout.lock()).unwrap();
    fs::remove_file(machine.layout.lock()).unwrap();
    fs::write(machine.layout.lock(), bytes).unwrap();
}

#[test]
fn what_a_run_made_anew_of_a_folder_that_went_is_not_taken_for_somebody_elses() {
    let machine = Machine::new();
    let lock = machine.lock();
    fs::remove_dir_all(machine.layout.folder()).unwrap();
    fs::create_dir_all(machine.layout.generation(2)).unwrap();
    fs::write(machine.layout.generation(2).join("quoc-manifest.json"), "").unwrap();
    drop(lock);
    drop(machine.lock());
}

#[test]
fn a_folder_that_a_killed_run_made_goes_with_the_next_one_that_only_looked() {
    let machine = Machine::new();
    forgotten(&machine);
    drop(machine.lock());
    assert!(!machine.layout.folder().exists());
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

#[test]
fn a_folder_that_runs_leave_as_they_found_it_is_held_by_one_of_them_at_a_time_and_refused_to_none() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    let machine = Machine::new();
    let inside = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let mut left = 50;
                while left > 0 {
                    match Lock::take(&machine.layout) {
                        Ok(_lock) => {
                            assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                            fs::create_dir_all(machine.layout.trust()).unwrap();
                            fs::write(machine.layout.trust().join("timestamp.json"), "{}").unwrap();
                            inside.fetch_sub(1, Ordering::SeqCst);
                            left -= 1;
                        }
                        Err(error) => assert!(matches!(error, ActivateError::Busy { .. }), "{error:?}"),
                    }
                }
            });
        }
    });
    assert!(!machine.layout.folder().exists());
}

//! A version becomes the one that runs: what a switch puts, keeps, drops and refuses.

use std::cell::RefCell;

use super::*;

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
        machine.recovers(&lock);
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

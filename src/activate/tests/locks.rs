//! The folder is held by one run at a time, is nobody else's, and is left as it was found.

use super::*;

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

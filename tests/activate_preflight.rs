//! What is found out before anything is fetched. Other file systems are mounted where the tests run as root.

#![cfg(unix)]
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "tests mount, and say so when they cannot")]

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command as Program;

use fs_err as fs;
use quoc::activate::{Layout, Needs, PreflightError, preflight};
use quoc::ports::Cancel;
use quoc::system::processes::ChildProcesses;

struct Place {
    root: tempfile::TempDir,
    layout: Layout,
    store: PathBuf,
}

impl Place {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let layout = Layout::new(root.path().join("app"), root.path().join("home/bin"));
        fs::create_dir_all(layout.folder()).unwrap();
        fs::create_dir_all(root.path().join("home")).unwrap();
        fs::create_dir_all(root.path().join("cache")).unwrap();
        let store = root.path().join("cache/quoc/artifacts");
        Self { root, layout, store }
    }

    fn needs(&self) -> Needs<'_> {
        Needs {
            layout: &self.layout,
            store: &self.store,
            to_fetch: 1000,
            artifacts: 1000,
            largest: 1000,
            longest_name: 40,
            packages: 2,
        }
    }

    fn check(&self) -> Result<(), PreflightError> {
        preflight(&self.needs(), &ChildProcesses, &Cancel::default())
    }

    /// Mounts a file system in memory over one of the folders; nobody but root can.
    fn mounted(&self, name: &str, options: &str) -> Option<Mounted> {
        let folder = self.root.path().join(name);
        let mount = ["-t", "tmpfs", "-o", options, "quoc-test"].map(std::ffi::OsStr::new);
        let done = Program::new("mount").args(mount).arg(&folder).output();
        if done.is_ok_and(|output| output.status.success()) {
            return Some(Mounted(folder));
        }
        eprintln!("SKIPPED: nothing can be mounted here; {name} with {options} is not tried");
        None
    }

    fn entries(&self) -> Vec<PathBuf> {
        let mut all = vec![self.root.path().to_owned()];
        let mut index = 0;
        while let Some(folder) = all.get(index).cloned() {
            all.extend(fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.unwrap().path()));
            index += 1;
        }
        all
    }
}

struct Mounted(PathBuf);

impl Drop for Mounted {
    fn drop(&mut self) {
        Program::new("umount").arg(&self.0).status().unwrap();
    }
}

#[test]
fn a_machine_that_has_all_passes_and_nothing_is_left() {
    let place = Place::new();
    let before = place.entries();
    place.check().unwrap();
    assert_eq!(place.entries(), before);
}

#[test]
fn a_file_or_a_link_that_leads_nowhere_in_the_place_of_a_folder_is_named() {
    for name in ["home/bin", "cache/quoc"] {
        let place = Place::new();
        let path = place.root.path().join(name);
        fs::write(&path, "mine").unwrap();
        let in_the_way = || match place.check() {
            Err(PreflightError::InTheWay { path }) => path,
            other => panic!("{other:?}"),
        };
        assert_eq!(in_the_way(), path);
        fs::remove_file(&path).unwrap();
        fs::os::unix::fs::symlink("not/mounted", &path).unwrap();
        assert_eq!(in_the_way(), path);
        fs::remove_file(&path).unwrap();
        place.check().unwrap();
    }
}

#[test]
fn a_folder_where_programs_cannot_run_is_named() {
    let place = Place::new();
    let Some(_mounted) = place.mounted("app", "noexec,size=64m") else { return };
    let found = place.check();
    assert!(
        matches!(&found, Err(PreflightError::NoExecution { folder, .. }) if folder == place.layout.folder()),
        "{found:?}"
    );
}

#[test]
fn the_downloads_and_the_launchers_need_no_right_to_run() {
    let place = Place::new();
    let Some(_cache) = place.mounted("cache", "noexec,size=64m") else { return };
    let Some(_home) = place.mounted("home", "noexec,size=64m") else { return };
    place.check().unwrap();
}

#[test]
fn a_file_system_that_may_not_be_written_is_named_whichever_it_is() {
    for (name, expected) in [("app", "app"), ("cache", "cache"), ("home", "home")] {
        let place = Place::new();
        let Some(_mounted) = place.mounted(name, "ro,size=64m") else { return };
        match place.check() {
            Err(PreflightError::NotWritable { folder, .. }) => assert_eq!(folder, place.root.path().join(expected)),
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn a_folder_without_rights_is_named() {
    let place = Place::new();
    let home = place.root.path().join("home");
    fs::set_permissions(&home, std::fs::Permissions::from_mode(0o500)).unwrap();
    // Root may write everywhere.
    if fs::write(home.join("probe"), "").is_ok() {
        eprintln!("SKIPPED: this person's rights have no limits");
        return;
    }
    assert!(matches!(place.check(), Err(PreflightError::NotWritable { folder, .. }) if folder == home));
}

#[test]
fn a_disk_that_is_too_small_is_told_before_it_is_full() {
    let place = Place::new();
    let Some(_mounted) = place.mounted("app", "size=8m") else { return };
    match place.check() {
        Err(PreflightError::NoRoom { folder, needed, free }) => {
            assert_eq!(folder, place.layout.folder());
            assert_eq!(needed, 6 * 1000 + 16 * 1024 * 1024);
            assert!(free <= 8 * 1024 * 1024);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_downloads_have_a_disk_of_their_own_or_share_one() {
    let place = Place::new();
    let Some(mounted) = place.mounted("cache", "size=8m") else { return };
    let needs = Needs { to_fetch: 9_000_000, ..place.needs() };
    let found = preflight(&needs, &ChildProcesses, &Cancel::default());
    assert!(matches!(&found, Err(PreflightError::NoRoom { folder, .. }) if *folder == place.store), "{found:?}");
    let needs = Needs { to_fetch: 1_000_000, ..place.needs() };
    preflight(&needs, &ChildProcesses, &Cancel::default()).unwrap();
    drop(mounted);
}

#[test]
fn a_disk_without_room_for_so_many_files_is_told() {
    let place = Place::new();
    let Some(_mounted) = place.mounted("app", "size=64m,nr_inodes=100") else { return };
    let found = place.check();
    assert!(matches!(found, Err(PreflightError::NoRoomForFiles { needed: 450, .. })), "{found:?}");
}

#[test]
fn names_and_paths_that_are_too_long_are_told() {
    let place = Place::new();
    let found = preflight(&Needs { longest_name: 300, ..place.needs() }, &ChildProcesses, &Cancel::default());
    assert!(matches!(found, Err(PreflightError::NameTooLong { needed: 300, most: 255, .. })), "{found:?}");
    let long = Layout::new(place.root.path().join("x".repeat(4000)), place.root.path().join("bin"));
    let found = preflight(&Needs { layout: &long, ..place.needs() }, &ChildProcesses, &Cancel::default());
    assert!(matches!(found, Err(PreflightError::PathTooLong { .. })), "{found:?}");
}

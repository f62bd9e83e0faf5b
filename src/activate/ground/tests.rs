#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests")]

use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::*;
use crate::activate::{Lock, installed, recover};

/// An application's folder of this person's, in a folder of somebody's.
struct Place {
    folder: tempfile::TempDir,
    layout: Layout,
}

impl Place {
    /// With what a run makes and obeys, as it makes it.
    fn new() -> Self {
        rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o022));
        let folder = tempfile::tempdir().unwrap();
        let prefix = folder.path().canonicalize().unwrap().join("shared");
        let layout = Layout::new(prefix.join("app"), prefix.join("bin"));
        for folder in ["app/generations", "app/trust", "bin"] {
            fs::create_dir_all(prefix.join(folder)).unwrap();
        }
        for path in [layout.journal(), layout.lock(), layout.receipt(), layout.pending(), layout.setup()] {
            fs::write(path, "").unwrap();
        }
        symlink("generations/1", layout.current()).unwrap();
        Self { folder, layout }
    }

    fn shared(&self) -> &Path {
        self.layout.folder().parent().unwrap()
    }

    /// Every way to use the folder is refused, and names a path.
    fn is_refused(&self, path: &Path) {
        for refused in [judge(&self.layout).err(), Lock::take(&self.layout).err()] {
            let named = match &refused {
                Some(ActivateError::Unsafe { path } | ActivateError::Anothers { folder: path, .. }) => {
                    Some(path.as_path())
                }
                _ => None,
            };
            assert_eq!(named, Some(path), "{refused:?}");
        }
    }

    fn is_fine(&self) {
        judge(&self.layout).unwrap();
        drop(Lock::take(&self.layout).unwrap());
    }
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// Gives a file, folder or link to another account; `false` where only root could.
fn given_away(path: &Path) -> bool {
    if !rustix::process::geteuid().is_root() {
        eprintln!("skipped: only root gives {} to another account", path.display());
        return false;
    }
    fs::os::unix::fs::lchown(path, Some(1), Some(1)).unwrap();
    true
}

fn mine_again(path: &Path) {
    fs::os::unix::fs::lchown(path, Some(0), Some(0)).unwrap();
}

#[test]
fn what_a_run_obeys_is_refused_where_a_group_may_write_it() {
    let place = Place::new();
    place.is_fine();
    let layout = &place.layout;
    let obeyed = [layout.journal(), layout.lock(), layout.receipt(), layout.pending(), layout.setup(), layout.trust()];
    for path in obeyed.into_iter().chain([layout.generations(), layout.folder().to_owned()]) {
        let before = fs::metadata(&path).unwrap().permissions();
        for open in [0o775, 0o757, 0o1777] {
            mode(&path, open);
            place.is_refused(&path);
        }
        fs::set_permissions(&path, before).unwrap();
    }
    place.is_fine();
}

#[test]
fn what_a_run_obeys_is_refused_where_somebody_else_made_it() {
    let place = Place::new();
    let layout = &place.layout;
    let obeyed = [layout.journal(), layout.lock(), layout.receipt(), layout.pending(), layout.setup(), layout.trust()];
    for path in obeyed.into_iter().chain([layout.current(), layout.folder().to_owned()]) {
        if !given_away(&path) {
            return;
        }
        place.is_refused(&path);
        mine_again(&path);
    }
    place.is_fine();
}

#[test]
fn a_link_in_place_of_what_a_run_obeys_is_refused_and_nothing_behind_it_is_read() {
    let place = Place::new();
    let layout = &place.layout;
    for path in [layout.journal(), layout.receipt(), layout.pending(), layout.lock()] {
        fs::remove_file(&path).unwrap();
        symlink("/dev/zero", &path).unwrap();
        place.is_refused(&path);
        fs::remove_file(&path).unwrap();
    }
    fs::write(layout.lock(), "").unwrap();
    place.is_fine();
}

#[test]
fn a_folder_above_that_others_may_exchange_is_refused() {
    let place = Place::new();
    for fine in [0o1777, 0o2775, 0o755] {
        mode(place.shared(), fine);
        place.is_fine();
    }
    mode(place.shared(), 0o777);
    place.is_refused(place.shared());
    mode(place.shared(), 0o755);
    if given_away(place.shared()) {
        place.is_refused(place.shared());
        let known = place.layout.clone().of_home(place.shared());
        judge(&known).unwrap();
    }
}

#[test]
fn commands_do_not_come_where_everybody_may_lay_others_beside_them() {
    let place = Place::new();
    let bin = place.layout.commands();
    for fine in [0o755, 0o775] {
        mode(bin, fine);
        place.is_fine();
    }
    for open in [0o777, 0o1777] {
        mode(bin, open);
        place.is_refused(bin);
    }
    mode(bin, 0o755);
    if given_away(bin) {
        place.is_refused(bin);
        fs::remove_dir(bin).unwrap();
    }
    // A person may keep the commands elsewhere.
    let elsewhere = place.folder.path().canonicalize().unwrap().join("dotfiles");
    fs::create_dir(&elsewhere).unwrap();
    crate::disk::remove(bin).unwrap();
    symlink(&elsewhere, bin).unwrap();
    place.is_fine();
    mode(&elsewhere, 0o777);
    place.is_refused(&elsewhere);
}

#[test]
fn downloads_go_only_where_nobody_else_can_lay_anything() {
    let place = Place::new();
    let (quoc, store) = (place.shared().join("quoc"), place.shared().join("quoc/artifacts"));
    judge_store(&store, None).unwrap();
    fs::create_dir_all(&store).unwrap();
    mode(place.shared(), 0o1777);
    judge_store(&store, None).unwrap();
    let refused = |path: &Path| {
        let error = judge_store(&store, None).unwrap_err();
        assert!(matches!(&error, ActivateError::Unsafe { path: named } if named == path), "{error:?}");
    };
    for path in [&quoc, &store] {
        mode(path, 0o775);
        refused(path);
        mode(path, 0o700);
    }
    let moved: PathBuf = place.shared().join("large disk");
    fs::rename(&quoc, &moved).unwrap();
    symlink(&moved, &quoc).unwrap();
    judge_store(&store, None).unwrap();
    if given_away(&quoc) {
        refused(&quoc);
    }
}

#[test]
fn a_folder_that_is_exchanged_while_it_is_taken_is_never_obeyed() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let place = Place::new();
    fs::remove_dir_all(place.layout.folder()).unwrap();
    let victim = place.folder.path().join("victim");
    let theirs = place.shared().join("theirs");
    fs::create_dir(&theirs).unwrap();
    fs::write(&victim, "dear").unwrap();
    // Group-writable stands for 'prepared by somebody else', which every account can make for a test.
    fs::create_dir_all(theirs.join("generations/7")).unwrap();
    fs::write(theirs.join("journal.jsonl"), "{\"intent\":\"build\",\"generation\":7}\n").unwrap();
    mode(&theirs, 0o775);
    let app = place.layout.folder().to_owned();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                // What others could do in a sticky folder as long as there is none of this person's.
                if fs::rename(&theirs, &app).is_ok() {
                    std::thread::yield_now();
                    fs::rename(&app, &theirs).unwrap();
                }
            }
        });
        for _ in 0..300 {
            if let Ok(lock) = Lock::take(&place.layout) {
                recover(&place.layout, &lock, &|_| {}).unwrap();
                // With nothing installed, the folder goes with the lock.
                drop(lock);
            }
        }
        done.store(true, Ordering::Relaxed);
    });
    assert!(theirs.join("generations/7").exists() && theirs.join("journal.jsonl").exists());
    assert!(!theirs.join("quoc.lock").exists(), "nothing is even made there");
}

#[test]
fn a_document_that_never_ends_or_never_begins_counts_as_damaged_and_is_not_waited_for() {
    let place = Place::new();
    let layout = &place.layout;
    for path in [layout.receipt(), layout.pending()] {
        fs::remove_file(&path).unwrap();
        // One that is larger than any receipt, without a byte on the disk.
        fs::File::create(&path).unwrap().set_len(1 << 40).unwrap();
        mode(&path, 0o600);
    }
    assert_eq!(installed(layout).unwrap(), None);
    assert!(matches!(crate::activate::waiting(layout), Err(ActivateError::Disk(_))), "and the next start gives it up");
    fs::File::create(layout.journal()).unwrap().set_len(1 << 40).unwrap();
    let lock = Lock::take(layout).unwrap();
    assert!(matches!(recover(layout, &lock, &|_| {}), Err(ActivateError::Disk(_))));
}

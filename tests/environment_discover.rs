//! Interpreters are known by what they say when they run.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests ask the machine themselves")]

mod kit;

use std::path::{Path, PathBuf};

use kit::python::interpreter;
use quoc::environment::{Discovery, Explicit, Rejection, Search, discover};
use quoc::ports::Cancel;
use quoc::system::processes::ChildProcesses;

fn found(search: &Search) -> Discovery {
    discover(search, &ChildProcesses, &Cancel::default())
}

fn on_path(dirs: &[&Path]) -> Search {
    Search { path_dirs: dirs.iter().map(|dir| dir.to_path_buf()).collect(), ..Search::default() }
}

fn write_program(path: &Path, script: &str) {
    use std::os::unix::fs::PermissionsExt;
    fs_err::create_dir_all(path.parent().unwrap()).unwrap();
    fs_err::write(path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs_err::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

fn real(path: &Path) -> PathBuf {
    fs_err::canonicalize(path).unwrap()
}

#[test]
fn links_to_one_interpreter_are_one_interpreter() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["python", "python3"] {
        fs_err::os::unix::fs::symlink(&interpreter().path, folder.path().join(name)).unwrap();
    }
    let discovery = found(&on_path(&[folder.path(), interpreter().path.parent().unwrap()]));
    let same: Vec<_> = discovery.accepted.iter().filter(|p| real(&p.path) == real(&interpreter().path)).collect();
    assert_eq!(same.len(), 1, "{discovery:?}");
}

#[test]
fn a_virtual_environments_python_stands_for_the_one_it_was_made_with() {
    let folder = tempfile::tempdir().unwrap();
    let venv = folder.path().join("venv");
    let made =
        std::process::Command::new(&interpreter().path).args(["-I", "-m", "venv", "--without-pip"]).arg(&venv).status();
    assert!(made.unwrap().success());
    for asked in [venv.join("bin/python"), venv.clone()] {
        let search = Search { explicit: Some(Explicit::Path(asked)), ..Search::default() };
        let discovery = found(&search);
        assert_eq!(real(&discovery.accepted[0].path), real(&interpreter().path));
        assert!(!discovery.accepted[0].path.starts_with(&venv));
    }
}

#[test]
fn a_shim_stands_for_the_interpreter_that_it_starts() {
    let folder = tempfile::tempdir().unwrap();
    write_program(&folder.path().join("shims/python3"), &format!("exec '{}' \"$@\"", interpreter().path.display()));
    write_program(&folder.path().join("shims/python3.4"), "exit 1");
    let discovery = found(&on_path(&[&folder.path().join("shims")]));
    assert_eq!(real(&discovery.accepted[0].path), real(&interpreter().path));
    assert_eq!((discovery.accepted.len(), discovery.rejected.len()), (1, 0), "one shim is enough to run");
}

#[test]
fn installations_of_version_managers_are_found_below_the_home() {
    let home = tempfile::tempdir().unwrap();
    for (place, version) in
        [(".pyenv/versions", "3.11.7"), (".local/share/uv/python", "cpython-3.12"), (".asdf/installs/python", "3.13.1")]
    {
        write_program(&home.path().join(place).join(version).join("bin/python3"), "echo broken; exit 3");
    }
    let discovery = found(&Search { home: Some(home.path().to_owned()), ..Search::default() });
    assert_eq!(discovery.accepted, []);
    let broken = Rejection::DoesNotRun { said: "broken".to_owned() };
    assert_eq!(
        discovery.rejected.iter().map(|r| r.reason.clone()).collect::<Vec<_>>(),
        [broken.clone(), broken.clone(), broken]
    );
}

#[test]
fn an_interpreter_that_was_asked_for_is_the_only_candidate() {
    let search = Search {
        explicit: Some(Explicit::Path("/nowhere/python".into())),
        ..on_path(&[interpreter().path.parent().unwrap()])
    };
    let discovery = found(&search);
    assert_eq!(discovery.accepted, []);
    assert_eq!(discovery.rejected.len(), 1);
    assert_eq!(discovery.rejected[0].reason, Rejection::NotThere);
}

#[test]
fn a_version_that_was_asked_for_rejects_the_others() {
    let dirs = on_path(&[interpreter().path.parent().unwrap()]);
    let release = interpreter().version.release().to_vec();
    let asked = format!("{}.{}", release[0], release[1]);
    let discovery = found(&Search { explicit: Some(Explicit::from_text(&asked)), ..dirs.clone() });
    assert!(!discovery.accepted.is_empty());
    assert!(discovery.accepted.iter().all(|python| python.version.release().starts_with(&release[..2])));
    let discovery = found(&Search { explicit: Some(Explicit::from_text("3.99")), ..dirs });
    assert_eq!(discovery.accepted, []);
    assert!(discovery.rejected.iter().any(|r| matches!(r.reason, Rejection::OtherVersion { .. })));
}

#[test]
fn what_says_nothing_that_can_be_understood_is_rejected_with_its_words() {
    for (script, said) in [
        ("echo hello", "hello"),
        ("echo 'quoc-probe {}'", "missing field `executable` at line 1 column 2"),
        ("echo 'Python was not found' >&2; exit 49", "Python was not found"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        write_program(&folder.path().join("python3"), script);
        let discovery = found(&on_path(&[folder.path()]));
        assert_eq!(discovery.rejected[0].reason, Rejection::DoesNotRun { said: said.to_owned() });
    }
    let folder = tempfile::tempdir().unwrap();
    fs_err::write(folder.path().join("python3"), "not executable").unwrap();
    let discovery = found(&on_path(&[folder.path()]));
    assert!(matches!(discovery.rejected[0].reason, Rejection::DoesNotRun { .. }));
}

#[test]
fn the_markers_are_the_interpreters_own() {
    let script = "import platform, sys; print(platform.python_version(), sys.platform, platform.machine())";
    let output = std::process::Command::new(&interpreter().path).args(["-I", "-c", script]).output().unwrap();
    let markers = &interpreter().markers;
    let ours = format!("{} {} {}", markers.python_full_version, markers.sys_platform, markers.platform_machine);
    assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), ours);
}

/// A Python that says it is at home where it lies, as one that was built there does.
fn at_home_in(folder: &Path) -> PathBuf {
    let python = folder.join("bin/python3");
    let real = interpreter().path.display().to_string();
    let here = python.display().to_string();
    write_program(
        &python,
        &format!(
            "'{real}' \"$@\" | PATH=/usr/bin:/bin sed 's|\"executable\": *\"[^\"]*\"|\"executable\": \"{here}\"|'"
        ),
    );
    python
}

#[test]
fn a_python_that_others_cannot_reach_comes_last_for_what_they_are_to_start() {
    use std::os::unix::fs::PermissionsExt;
    let place = tempfile::tempdir().unwrap();
    let mode = |path: &Path, mode| fs_err::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    mode(place.path(), 0o755);
    let python = at_home_in(&place.path().join("private"));
    let open = at_home_in(&place.path().join("open"));
    let folders = [python.parent().unwrap(), open.parent().unwrap()];
    let first = |search: &Search| found(search).accepted[0].path.clone();
    let search = Search { for_others: true, ..on_path(&folders) };
    assert_eq!(first(&search), python, "{:?}", found(&search));
    for (closed, opened, closes) in [("private", 0o755, 0o700), ("private/bin/python3", 0o755, 0o750)] {
        let closed = place.path().join(closed);
        mode(&closed, closes);
        assert_eq!(first(&search), open);
        // For this account alone it is good enough, for whoever names it, and where there is no other.
        assert_eq!(first(&Search { for_others: false, ..search.clone() }), python);
        let named = Search { explicit: Some(Explicit::Path(python.clone())), ..search.clone() };
        assert_eq!(first(&named), python);
        assert_eq!(first(&Search { for_others: true, ..on_path(&folders[..1]) }), python);
        mode(&closed, opened);
    }
}

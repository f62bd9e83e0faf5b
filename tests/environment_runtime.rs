//! Managed runtimes: archives in the layout of python-build-standalone, right ones and hostile ones.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests ask the machine themselves")]

mod kit;

use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use quoc::environment::{
    BadRuntime, EnvironmentError, Ports, RuntimeLimits, Surroundings, managed_runtime, probe, unpack_runtime,
};
use quoc::model::release::{Os, Platform};
use quoc::model::{Artifact, Interpreter, Sha256Digest};
use quoc::ports::{Cancel, Nobody};
use quoc::system::processes::ChildProcesses;
use tar::{Builder, EntryType, Header};

/// An archive in the making; paths are written as they are, also hostile ones.
struct Runtime(Builder<GzEncoder<Vec<u8>>>);

impl Runtime {
    fn new() -> Self {
        Self(Builder::new(GzEncoder::new(Vec::new(), Compression::fast())))
    }

    fn entry(mut self, kind: EntryType, path: &str, target: &str, bytes: &[u8]) -> Self {
        let mut header = Header::new_gnu();
        let name = &mut header.as_old_mut().name;
        name[..path.len()].copy_from_slice(path.as_bytes());
        let link = &mut header.as_old_mut().linkname;
        link[..target.len()].copy_from_slice(target.as_bytes());
        header.set_entry_type(kind);
        header.set_size(bytes.len() as u64);
        header.set_mode(if path.contains("/bin/") { 0o4755 } else { 0o666 });
        header.set_cksum();
        self.0.append(&header, bytes).unwrap();
        self
    }

    fn file(self, path: &str, bytes: &[u8]) -> Self {
        self.entry(EntryType::Regular, path, "", bytes)
    }

    fn symlink(self, path: &str, target: &str) -> Self {
        self.entry(EntryType::Symlink, path, target, b"")
    }

    /// Ends with a program that starts this machine's Python.
    fn with_python(self) -> Self {
        let script = format!("#!/bin/sh\nexec '{}' \"$@\"\n", kit::python::interpreter().path.display());
        self.file("python/bin/python3.99", script.as_bytes()).symlink("python/bin/python3", "python3.99")
    }

    fn build(self) -> Vec<u8> {
        self.0.into_inner().unwrap().finish().unwrap()
    }
}

struct Place {
    root: tempfile::TempDir,
    archive: PathBuf,
    sha256: Sha256Digest,
}

impl Place {
    fn of(bytes: &[u8]) -> Self {
        let root = tempfile::tempdir().unwrap();
        let archive = root.path().join("runtime.tar.gz");
        fs_err::write(&archive, bytes).unwrap();
        Self { root, archive, sha256: Sha256Digest::of(bytes) }
    }

    fn runtimes(&self) -> PathBuf {
        self.root.path().join("runtimes")
    }

    fn unpack_within(&self, limits: RuntimeLimits) -> Result<PathBuf, EnvironmentError> {
        unpack_runtime(&self.archive, self.sha256, &self.runtimes(), limits, &Cancel::default())
    }

    fn unpack(&self) -> Result<PathBuf, EnvironmentError> {
        self.unpack_within(RuntimeLimits::default())
    }

    /// Whatever failed, nothing is left, inside or outside.
    fn is_clean(&self) -> bool {
        let names = |folder: &Path| fs_err::read_dir(folder).map_or(0, Iterator::count);
        names(&self.runtimes()) == 0 && names(self.root.path()) <= 2
    }
}

impl Place {
    /// Takes the archive as a release's runtime of this machine's Python.
    fn managed(&self, anew: bool) -> Result<Interpreter, EnvironmentError> {
        let size = fs_err::metadata(&self.archive).unwrap().len();
        let name = "runtime.tar.gz".parse().unwrap();
        let archive = Artifact { name, size, sha256: self.sha256, package: None, sources: Vec::new() };
        let platform = Platform { os: Os::LinuxGlibc, arch: "x86_64".to_owned() };
        let runtime =
            quoc::model::release::Runtime { version: kit::python::interpreter().version.clone(), platform, archive };
        let ports = Ports { processes: &ChildProcesses, events: &Nobody, cancel: &Cancel::default() };
        managed_runtime(&self.archive, &runtime, &self.runtimes(), anew, ports)
    }

    fn unpacked(&self, file: &str) -> PathBuf {
        self.runtimes().join(self.sha256.to_string()).join("python").join(file)
    }
}

#[test]
fn a_runtime_that_answers_is_left_alone_and_a_damaged_one_is_unpacked_again() {
    let place = Place::of(&Runtime::new().with_python().build());
    let first = place.managed(false).unwrap();
    let mark = place.unpacked("mark");
    fs_err::write(&mark, "").unwrap();
    assert_eq!(place.managed(false).unwrap(), first);
    assert!(mark.exists(), "it was unpacked again");
    fs_err::write(place.unpacked("bin/python3.99"), "#!/bin/sh\nexit 1\n").unwrap();
    assert_eq!(place.managed(false).unwrap(), first);
    assert!(!mark.exists(), "the damaged one is still there");
    assert_eq!(fs_err::read_dir(place.runtimes()).unwrap().count(), 1);
}

#[test]
fn a_repair_unpacks_a_runtime_again_and_removes_what_a_killed_run_left() {
    let place = Place::of(&Runtime::new().with_python().build());
    let first = place.managed(false).unwrap();
    let (mark, left) = (place.unpacked("mark"), place.runtimes().join("new-killed/unpacked"));
    fs_err::write(&mark, "").unwrap();
    fs_err::create_dir_all(&left).unwrap();
    assert_eq!(place.managed(true).unwrap(), first);
    assert!(!mark.exists() && !left.exists());
    assert_eq!(fs_err::read_dir(place.runtimes()).unwrap().count(), 1);
}

#[test]
fn an_archive_that_is_refused_leaves_the_runtime_that_is_there() {
    let place = Place::of(&Runtime::new().with_python().build());
    place.managed(false).unwrap();
    fs_err::write(&place.archive, "another").unwrap();
    assert!(place.managed(true).is_err());
    place.managed(false).unwrap();
}

fn refusal(runtime: Runtime) -> BadRuntime {
    let place = Place::of(&runtime.build());
    match place.unpack() {
        Err(EnvironmentError::Runtime(why)) => {
            assert!(place.is_clean(), "{why:?} left something");
            why
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_archive_becomes_an_interpreter_that_answers() {
    use std::os::unix::fs::PermissionsExt;
    let archive = Runtime::new()
        .entry(EntryType::Directory, "python/lib/", "", b"")
        .file("python/lib/a.py", b"x")
        .entry(EntryType::Link, "python/lib/b.py", "python/lib/a.py", b"")
        .symlink("python/lib/up", "../bin/python3")
        .with_python();
    let place = Place::of(&archive.build());
    let interpreter = place.unpack().unwrap();
    assert_eq!(interpreter, place.runtimes().join(place.sha256.to_string()).join("python/bin/python3"));
    let root = interpreter.parent().unwrap().parent().unwrap();
    assert_eq!(fs_err::read(root.join("lib/b.py")).unwrap(), b"x");
    let mode = |path: &str| fs_err::metadata(root.join(path)).unwrap().permissions().mode() & 0o7777;
    assert_eq!((mode("bin/python3"), mode("lib/a.py")), (0o755, 0o644), "no setuid, no shared writing");
    let surroundings = Surroundings { path_dirs: Vec::new(), home: None };
    probe(&interpreter, &surroundings, &ChildProcesses, &Cancel::default()).unwrap();
    assert_eq!(place.unpack().unwrap(), interpreter, "a second time");
    assert_eq!(fs_err::read_dir(place.runtimes()).unwrap().count(), 1);
}

#[test]
fn an_archive_that_is_not_the_pinned_one_is_refused() {
    let place = Place::of(&Runtime::new().with_python().build());
    fs_err::write(&place.archive, Runtime::new().file("python/x", b"").with_python().build()).unwrap();
    assert!(matches!(place.unpack(), Err(EnvironmentError::Runtime(BadRuntime::Digest { .. }))));
}

#[test]
fn a_path_outside_python_is_refused() {
    for path in ["python/../evil", "../evil", "/tmp/evil", "evil", "pythonic/x", "python\\..\\x"] {
        let why = refusal(Runtime::new().file(path, b"").with_python());
        assert!(matches!(why, BadRuntime::Path { .. } | BadRuntime::Elsewhere { .. }), "{path}: {why:?}");
    }
}

#[test]
fn a_link_that_leads_out_is_refused() {
    for target in ["/etc/passwd", "../../evil", "lib/../../..", ""] {
        let why = refusal(Runtime::new().symlink("python/link", target).with_python());
        assert!(matches!(why, BadRuntime::Link { .. }), "{target}: {why:?}");
    }
    for target in ["/etc/passwd", "python/../../evil", "python/missing"] {
        let why = refusal(Runtime::new().entry(EntryType::Link, "python/link", target, b"").with_python());
        assert!(matches!(why, BadRuntime::Link { .. }), "{target}: {why:?}");
    }
}

#[test]
fn nothing_is_written_through_a_link_or_over_a_file() {
    let through = Runtime::new().symlink("python/dir", "lib").file("python/dir/x", b"").with_python();
    assert!(matches!(refusal(through), BadRuntime::Unusual { .. }));
    // Where case is folded, this is the same link.
    let spelled = Runtime::new().symlink("python/dir", "lib").file("python/DIR/x", b"").with_python();
    assert!(matches!(refusal(spelled), BadRuntime::Unusual { .. }));
    let over = Runtime::new().file("python/x", b"1").file("python/x", b"2").with_python();
    assert!(matches!(refusal(over), BadRuntime::Unusual { .. }));
    let onto_link = Runtime::new().symlink("python/x", "lib").file("python/x", b"2").with_python();
    assert!(matches!(refusal(onto_link), BadRuntime::Unusual { .. }));
}

#[test]
fn devices_and_pipes_are_refused() {
    for kind in [EntryType::Char, EntryType::Block, EntryType::Fifo] {
        let why = refusal(Runtime::new().entry(kind, "python/device", "", b"").with_python());
        assert!(matches!(why, BadRuntime::Unusual { .. }), "{kind:?}");
    }
}

#[test]
fn the_limits_hold_at_their_edges() {
    let place = Place::of(&Runtime::new().file("python/a", b"12345").with_python().build());
    let script = fs_err::metadata(place.unpack().unwrap()).unwrap().len();
    fs_err::remove_dir_all(place.runtimes()).unwrap();
    let (entries, unpacked) = (3, script + 5);
    assert!(place.unpack_within(RuntimeLimits { entries, unpacked }).is_ok());
    fs_err::remove_dir_all(place.runtimes()).unwrap();
    for limits in [RuntimeLimits { entries: 2, unpacked }, RuntimeLimits { entries, unpacked: unpacked - 1 }] {
        let found = place.unpack_within(limits);
        assert!(matches!(found, Err(EnvironmentError::Runtime(BadRuntime::TooLarge { .. }))), "{found:?}");
    }
}

#[test]
fn an_archive_without_an_interpreter_or_cut_short_is_refused() {
    let empty = Place::of(&Runtime::new().file("python/x", b"").build());
    assert!(matches!(empty.unpack(), Err(EnvironmentError::Runtime(BadRuntime::NoInterpreter(_)))));
    let whole = Runtime::new().file("python/x", &vec![7; 100_000]).with_python().build();
    let cut = Place::of(&whole[..whole.len() / 2]);
    let found = cut.unpack();
    assert!(found.is_err(), "{found:?}");
    assert!(cut.is_clean());
    let page = Place::of(b"<html>log in</html>");
    assert!(matches!(page.unpack(), Err(EnvironmentError::Runtime(BadRuntime::Archive(_)))));
}

//! What a wheel may be before pip sees it: each refusal is a rule of facts.md, section 3.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests ask the machine themselves")]

mod kit;

use kit::wheel::{Built, Wheel};
use quoc::environment::screen::{BadPath, Limits, Rules, StartupFiles, startup_files};
use quoc::environment::{ScreenedWheel, Unfit, screen};
use quoc::model::Sha256Digest;
use quoc::model::release::PathFiles;
use quoc::ports::Cancel;

fn judged_by(built: &[Built], change: impl FnOnce(&mut Rules<'_>)) -> Result<Vec<ScreenedWheel>, Unfit> {
    let folder = tempfile::tempdir().unwrap();
    let wheels: Vec<_> = built.iter().map(|wheel| kit::python::wheel(&wheel.write_to(folder.path()))).collect();
    let none = PathFiles::new();
    let startup_files = StartupFiles::Listed(&none);
    let mut rules = Rules { startup_files, limits: Limits::default(), longest_path: 1000, may_shadow: false };
    change(&mut rules);
    screen(&wheels, &rules, &Cancel::default()).map_err(|refused| refused.reason)
}

fn judged(built: &[Built]) -> Result<Vec<ScreenedWheel>, Unfit> {
    judged_by(built, |_| {})
}

fn refusal(wheel: Wheel) -> Unfit {
    judged(&[wheel.built()]).map(|_| ()).unwrap_err()
}

fn demo() -> Wheel {
    Wheel::new("demo", "1.0")
}

#[test]
fn an_ordinary_wheel_passes() {
    let wheel = demo()
        .module("demo/__init__.py", "x = 1\n")
        .module("demo/data/a, b.txt", "quoted in RECORD")
        .script("demo", "demo:main")
        .entry_point("gui_scripts", "demo-gui", "demo.gui:main")
        .data("scripts", "demo-tool", b"#!python\nprint(1)\n")
        .data("data", "share/man/man1/demo.1", b"")
        .data("headers", "demo.h", b"")
        .data("purelib", "other.py", b"");
    assert_eq!(judged(&[wheel.built()]).unwrap().len(), 1);
}

#[test]
fn a_wheel_that_is_not_the_locked_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut wheel = kit::python::wheel(&demo().built().write_to(folder.path()));
    wheel.sha256 = Sha256Digest::of(b"another");
    let none = PathFiles::new();
    let startup_files = StartupFiles::Listed(&none);
    let rules = Rules { startup_files, limits: Limits::default(), longest_path: 1000, may_shadow: false };
    let refused = screen(&[wheel], &rules, &Cancel::default()).unwrap_err();
    assert!(matches!(refused.reason, Unfit::Digest { .. }));
}

#[test]
fn a_path_that_leaves_the_folder_is_refused() {
    for (path, why) in [
        ("../evil.py", BadPath::Traversal),
        ("demo/../../evil.py", BadPath::Traversal),
        ("/etc/evil.py", BadPath::Absolute),
        ("C:/evil.py", BadPath::Absolute),
        ("demo\\..\\evil.py", BadPath::Character('\\')),
        ("demo/aux.py", BadPath::Device),
        ("demo/trailing./x.py", BadPath::Ending),
    ] {
        match refusal(demo().module(path, "")) {
            Unfit::Path { why: found, .. } => assert_eq!(found, why, "{path}"),
            other => panic!("{path}: {other:?}"),
        }
    }
}

#[test]
fn a_data_file_that_leaves_its_scheme_is_refused() {
    let traversal = demo().data("data", "../../evil", b"");
    assert!(matches!(refusal(traversal), Unfit::Path { why: BadPath::Traversal, .. }));
    assert!(matches!(refusal(demo().data("stdlib", "evil.py", b"")), Unfit::Folder { .. }));
    assert!(matches!(refusal(demo().module("other-2.0.data/scripts/x", "")), Unfit::Folder { .. }));
}

#[test]
fn a_symbolic_link_is_refused() {
    assert!(matches!(refusal(demo().symlink("demo/link", "/etc/passwd")), Unfit::NotPlain { .. }));
}

#[test]
fn two_members_of_one_name_are_refused() {
    let wheel = demo().module("demo.py", "good").duplicate("demo.py", b"evil");
    assert!(matches!(refusal(wheel), Unfit::Archive(_)));
}

#[test]
fn a_file_named_like_the_environments_own_is_refused() {
    for command in ["python", "python3", "Python3.11", "pip", "pip3", "activate", "python.exe"] {
        let entry = demo().script(command, "demo:main");
        assert!(matches!(refusal(entry), Unfit::Shadows { .. }), "entry point {command}");
        let script = demo().data("scripts", command, b"#!python\n");
        assert!(matches!(refusal(script), Unfit::Shadows { .. }), "script {command}");
        for folder in ["bin", "Scripts", "BIN"] {
            let data = demo().data("data", &format!("{folder}/{command}"), b"");
            assert!(matches!(refusal(data), Unfit::Shadows { .. }), "data {folder}/{command}");
        }
    }
    for path in ["pyvenv.cfg", "PyVenv.cfg", "lib/python3.11/site-packages/evil.py", "Lib/site-packages/evil.py", "lib"]
    {
        assert!(matches!(refusal(demo().data("data", path, b"")), Unfit::Shadows { .. }), "{path}");
    }
    // pip's own wheel, which is unpacked and not installed, is the exception.
    let pip = demo().script("pip3", "demo:main").built();
    assert!(judged_by(&[pip], |rules| rules.may_shadow = true).is_ok());
}

#[test]
fn a_file_that_runs_at_every_start_is_refused_unless_listed_with_its_content() {
    for name in ["demo.pth", "demo.start", "sitecustomize.py", "usercustomize.py", "sitecustomize/__init__.py"] {
        assert!(matches!(refusal(demo().module(name, "import evil")), Unfit::Startup { .. }), "{name}");
        let moved = demo().data("purelib", name, b"import evil");
        assert!(matches!(refusal(moved), Unfit::Startup { .. }), "purelib/{name}");
    }
    let wheel = demo().module("demo.pth", "import demo").built();
    let listed = |content: &[u8]| {
        let digests = vec![Sha256Digest::of(b"another version's"), Sha256Digest::of(content)];
        let list: PathFiles = [("demo.pth".parse().unwrap(), digests)].into();
        judged_by(std::slice::from_ref(&wheel), |rules| {
            rules.startup_files = StartupFiles::Listed(Box::leak(Box::new(list)));
        })
    };
    assert!(listed(b"import demo").is_ok());
    assert!(matches!(listed(b"import other"), Err(Unfit::Startup { .. })));
    // Python reads them in site-packages itself only.
    assert!(judged(&[demo().module("demo/inside.pth", "data").built()]).is_ok());
}

#[test]
fn every_file_that_runs_at_a_start_can_be_read_beforehand() {
    let folder = tempfile::tempdir().unwrap();
    let long = "#".repeat(5000);
    let built = demo()
        .module("one.pth", "import one")
        .module("inside/two.pth", "import two")
        .data("purelib", "three.pth", long.as_bytes())
        .built();
    let found = startup_files(&kit::python::wheel(&built.write_to(folder.path()))).unwrap();
    let shown: Vec<_> = found.iter().map(|file| (file.path.as_str(), file.content.len(), file.size)).collect();
    assert_eq!(shown, [("one.pth", 10, 10), ("three.pth", 4096, 5000)]);
    assert_eq!(found[0].sha256, Sha256Digest::of(b"import one"));
    assert_eq!(found[1].sha256, Sha256Digest::of(long.as_bytes()));
}

#[test]
fn shipped_bytecode_is_refused() {
    for path in ["demo.pyc", "demo/__pycache__/demo.cpython-311.pyc", "demo/__pycache__/x.txt", "demo.PYO"] {
        assert!(matches!(refusal(demo().file(path, b"\0")), Unfit::Bytecode { .. }), "{path}");
    }
}

#[test]
fn a_file_has_one_owner() {
    let other = |wheel: Wheel| wheel.built();
    let first = demo().module("shared.py", "1").script("tool", "demo:main").built();
    for second in [
        Wheel::new("second", "1").module("shared.py", "2"),
        Wheel::new("second", "1").module("Shared.PY", "case is folded"),
        Wheel::new("second", "1").data("platlib", "shared.py", b""),
        Wheel::new("second", "1").script("tool", "second:main"),
        Wheel::new("second", "1").script("TOOL", "second:main"),
        Wheel::new("second", "1").data("scripts", "tool", b"#!python\n"),
        Wheel::new("second", "1").data("scripts", "tool.exe", b""),
        Wheel::new("second", "1").data("data", "bin/tool", b""),
    ] {
        let found = judged(&[first.clone(), other(second)]);
        assert!(matches!(found, Err(Unfit::Shared { .. })), "{found:?}");
    }
    let inside = demo().script("tool", "demo:main").data("scripts", "tool", b"");
    assert!(matches!(refusal(inside), Unfit::Shared { .. }), "within one wheel");
    let apart = Wheel::new("second", "1").module("shared/__init__.py", "");
    assert!(judged(&[first, apart.built()]).is_ok(), "a folder and a file of other names");
}

#[test]
fn record_must_list_every_file_with_its_hash_and_no_other() {
    assert!(matches!(refusal(demo().module("a.py", "").lying_record("a.py")), Unfit::Lying { .. }));
    assert!(matches!(refusal(demo().module("a.py", "").unrecorded("a.py")), Unfit::Unlisted { .. }));
    assert!(matches!(refusal(demo().phantom("gone.py")), Unfit::Unlisted { .. }));
    assert!(matches!(refusal(demo().without_record()), Unfit::Metadata { file: "RECORD" }));
}

#[test]
fn name_and_version_are_the_locks_everywhere() {
    assert!(matches!(refusal(demo().metadata_name("other")), Unfit::Identity { .. }));
    assert!(matches!(refusal(demo().metadata_version("2.0")), Unfit::Identity { .. }));
    let folder = tempfile::tempdir().unwrap();
    let mut wheel = kit::python::wheel(&demo().built().write_to(folder.path()));
    wheel.version = "2.0".parse().unwrap();
    let none = PathFiles::new();
    let startup_files = StartupFiles::Listed(&none);
    let rules = Rules { startup_files, limits: Limits::default(), longest_path: 1000, may_shadow: false };
    assert!(matches!(screen(&[wheel], &rules, &Cancel::default()).unwrap_err().reason, Unfit::Identity { .. }));
}

#[test]
fn bad_entry_points_are_refused() {
    for text in ["[console_scripts]\n../x = a:b\n", "[console_scripts]\nx = a:b(); evil\n", "nonsense"] {
        assert!(matches!(refusal(demo().raw_entry_points(text)), Unfit::EntryPoints(_)), "{text}");
    }
}

#[test]
fn the_limits_hold_at_their_edges() {
    // A module and the three files of the metadata.
    let wheel = demo().module("a.py", "").built();
    assert!(judged_by(std::slice::from_ref(&wheel), |rules| rules.limits.entries = 4).is_ok());
    let found = judged_by(&[wheel], |rules| rules.limits.entries = 3);
    assert!(matches!(found, Err(Unfit::Entries { count: 4, limit: 3 })));

    let zeros = demo().file("zeros", &vec![0; 1 << 20]).built();
    let total = {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&zeros.bytes)).unwrap();
        (0..archive.len()).map(|index| archive.by_index(index).unwrap().size()).sum::<u64>()
    };
    assert!(judged_by(std::slice::from_ref(&zeros), |rules| rules.limits.unpacked = total).is_ok());
    let found = judged_by(&[zeros], |rules| rules.limits.unpacked = total - 1);
    assert!(matches!(found, Err(Unfit::Inflates { .. })));

    let long = demo().module("abcdef/ghij.py", "").built();
    assert!(judged_by(std::slice::from_ref(&long), |rules| rules.longest_path = 27).is_ok());
    let found = judged_by(&[long], |rules| rules.longest_path = 26);
    assert!(
        matches!(found, Err(Unfit::PathTooLong { excess: 1, .. })),
        "demo-1.0.dist-info/METADATA has 27, {found:?}"
    );
}

#[test]
fn a_zip_bomb_is_refused_by_its_ratio() {
    let bomb = demo().file("zeros", &vec![0; (Limits::RATIO_FROM + 1) as usize]).built();
    assert!((bomb.bytes.len() as u64) < Limits::RATIO_FROM / 100);
    assert!(matches!(judged(&[bomb]), Err(Unfit::Inflates { .. })));
}

#[test]
fn what_is_no_zip_archive_is_refused() {
    let mut wheel = demo().built();
    wheel.bytes = b"<html>not a wheel</html>".to_vec();
    assert!(matches!(judged(&[wheel.clone()]), Err(Unfit::Archive(_))));
    wheel.bytes = Vec::new();
    assert!(matches!(judged(&[wheel]), Err(Unfit::Archive(_))));
}

#[test]
fn a_wheel_cut_or_changed_anywhere_never_passes_as_another_nor_panics() {
    let good = demo().module("demo.py", "x = 1\n").script("demo", "demo:main").built();
    for cut in 0..good.bytes.len() {
        let bytes = good.bytes[..cut].to_vec();
        assert!(judged(&[Built { bytes, ..good.clone() }]).is_err(), "cut at {cut}");
    }
    let mut passed = 0;
    for index in 0..good.bytes.len() {
        let mut bytes = good.bytes.clone();
        bytes[index] ^= 0x5a;
        // Dates and comments may change unseen; what is installed may not.
        passed += usize::from(judged(&[Built { bytes, ..good.clone() }]).is_ok());
    }
    assert!(passed < good.bytes.len() / 5, "{passed} of {} changes passed", good.bytes.len());
}

#[test]
fn a_cancelled_screening_stops() {
    let folder = tempfile::tempdir().unwrap();
    let wheel = kit::python::wheel(&demo().module("a.py", "").built().write_to(folder.path()));
    let none = PathFiles::new();
    let startup_files = StartupFiles::Listed(&none);
    let rules = Rules { startup_files, limits: Limits::default(), longest_path: 1000, may_shadow: false };
    let cancel = Cancel::default();
    cancel.cancel();
    assert!(matches!(screen(&[wheel], &rules, &cancel).unwrap_err().reason, Unfit::Cancelled));
}

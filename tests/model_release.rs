//! Release documents that are read, and each way to be refused.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use proptest::prelude::*;
use quoc::model::Release;
use quoc::model::release::{MAX_SIZE, ReleaseError, ReleaseProblem, belongs_to_environment};
use serde_json::{Value, json};

fn icon(size: &str, name: &str) -> Value {
    json!({"size": size, "file": {"name": name, "size": 5, "sha256": "d".repeat(64), "package": null,
                                  "sources": [{"target": name}]}})
}

fn document() -> Value {
    let artifact = |name: &str| {
        json!({"name": name, "size": 5, "sha256": "a".repeat(64), "package": null,
               "sources": [{"url": format!("https://example.org/{name}")}]})
    };
    let platform = json!({"os": "linux-glibc", "arch": "x86_64"});
    json!({
        "format": 1,
        "application": {"id": "demo", "name": "Demo", "publisher": "Demo & Co"},
        "version": "1.2", "requires-python": ">=3.9", "lock": "pylock.toml",
        "pip": artifact("pip-26.0-py3-none-any.whl"),
        "commands": ["demo", "demo-admin"], "smoke-test": ["demo", "--version"], "security-floor": "1.0",
        "builds": {"netifaces": {"lock": "netifaces.pylock.toml", "needs-compiler": true}},
        "runtimes": [{"version": "3.12.4", "platform": platform, "archive": artifact("cpython-3.12.4.tar.gz")}],
        "path-files": {"demo.pth": ["b".repeat(64), "c".repeat(64)]},
        "coverage": [{"platform": platform, "python": "3.11", "without-wheel": ["netifaces"]}],
        "data-folders": ["~/.demo"],
        "desktop": {
            "command": "demo", "arguments": ["--window", "a b"], "terminal": true,
            "name": {"de": "Vorführung", "pt-BR": "Demonstração"},
            "comment": {"default": "Shows things", "de": "Zeigt Dinge"},
            "categories": ["Network", "FileTransfer"], "keywords": ["show"],
            "icons": [icon("48x48", "demo.png"), icon("scalable", "demo.svg")],
        },
        "stubs": [{"version": "0.2", "platform": platform, "file": artifact("demo-setup")}],
    })
}

fn read(document: &Value) -> Result<Release, ReleaseError> {
    Release::parse(&serde_json::to_vec(document).unwrap())
}

/// Reads a release in which the value at a JSON pointer is another.
fn with(pointer: &str, value: Value) -> Result<Release, ReleaseError> {
    let mut changed = document();
    *changed.pointer_mut(pointer).unwrap() = value;
    read(&changed)
}

fn problem(pointer: &str, value: Value) -> (&'static str, ReleaseProblem) {
    match with(pointer, value.clone()) {
        Err(ReleaseError::Field { field, problem }) => (field, problem),
        other => panic!("{pointer} = {value}: {other:?}"),
    }
}

/// Asserts that each value at the pointer is refused under the field's name.
fn refused(field: &str, pointer: &str, values: impl IntoIterator<Item = Value>) {
    for value in values {
        assert_eq!(problem(pointer, value.clone()).0, field, "{value}");
    }
}

#[test]
fn a_release_reads_back_what_it_wrote() {
    let release = read(&document()).unwrap();
    assert_eq!(Release::parse(&serde_json::to_vec(&release).unwrap()).unwrap(), release);
}

#[test]
fn a_newer_format_asks_for_a_newer_installer_whatever_else_is_in_it() {
    for text in [r#"{"format": 2}"#, r#"{"format": 2, "later": [], "version": 7}"#, r#"{"format": 4294967296}"#] {
        assert!(matches!(Release::parse(text.as_bytes()), Err(ReleaseError::NewerFormat { .. })), "{text}");
    }
    refused("format", "/format", [json!(0)]);
}

#[test]
fn an_unknown_or_repeated_member_is_refused() {
    let mut unknown = document();
    unknown["signed"] = json!(true);
    assert!(matches!(read(&unknown), Err(ReleaseError::Syntax { .. })));
    let text = document().to_string();
    for (once, twice) in [
        (r#""version":"1.2""#, r#""version":"1.2","version":"1.2""#),
        (r#""demo.pth":"#, &format!(r#""demo.pth":["{}"],"demo.pth":"#, "c".repeat(64))),
        (r#""netifaces":{"#, r#""netifaces":{"lock":"other.toml"},"Net-Ifaces":{"lock":"x.toml"},"NETIFACES":{"#),
    ] {
        assert!(text.contains(once));
        let repeated = text.replace(once, twice);
        assert!(matches!(Release::parse(repeated.as_bytes()), Err(ReleaseError::Syntax { .. })), "{repeated}");
    }
}

#[test]
fn the_names_people_read_cannot_deceive() {
    refused("application.name", "/application/name", [json!(""), json!("De\u{202e}mo"), json!("a".repeat(101))]);
    refused("application.publisher", "/application/publisher", [json!("Demo\nVerified"), json!(" Demo")]);
}

#[test]
fn pip_is_a_pure_wheel_of_pip() {
    let names = ["pip-26.0-cp311-cp311-linux_x86_64.whl", "pip-26.0.tar.gz", "pipx-1.0-py3-none-any.whl"];
    refused("pip", "/pip/name", names.map(Value::from));
    refused("pip", "/pip/size", [json!(0), json!((1u64 << 32) + 1)]);
    refused(
        "pip",
        "/pip/sources",
        [json!([]), json!([{"url": "ftp://example.org/x"}]), json!([{"url": "https://u@h/x"}])],
    );
}

#[test]
fn a_command_cannot_replace_a_part_of_the_environment() {
    for name in [
        "python",
        "Python3.exe",
        "python3.11",
        "pythonw",
        "PIP",
        "pip3.11",
        "activate",
        "Activate.ps1",
        "activate.fish",
    ] {
        assert!(belongs_to_environment(name), "{name}");
        refused("commands", "/commands", [json!(["demo", name])]);
    }
    for name in ["pipx", "pipeline", "pythonista", "activated", "demo", "python-demo"] {
        assert!(!belongs_to_environment(name), "{name}");
    }
}

#[test]
fn commands_are_some_and_each_is_once() {
    refused("commands", "/commands", [json!([]), json!(["demo", "Demo"])]);
    let many: Vec<String> = (0..65).map(|n| format!("demo{n}")).collect();
    assert_eq!(problem("/commands", json!(many)).1, ReleaseProblem::TooMany { limit: 64 });
}

#[test]
fn the_smoke_test_runs_one_of_the_commands() {
    refused(
        "smoke-test",
        "/smoke-test",
        [json!([]), json!(["sh", "-c"]), json!(["demo", "a\u{0}b"]), json!(["demo", "x".repeat(1001)])],
    );
}

#[test]
fn a_floor_above_the_release_itself_is_refused() {
    refused("security-floor", "/security-floor", [json!("1.2.1")]);
    with("/security-floor", json!("1.2")).unwrap();
}

#[test]
fn the_targets_of_a_release_do_not_stand_for_each_other() {
    refused("lock", "/lock", [json!("release.json")]);
    refused("builds", "/builds/netifaces/lock", [json!("release.json"), json!("pylock.toml")]);
}

#[test]
fn a_runtime_is_a_tar_of_one_full_version() {
    refused("runtimes", "/runtimes/0/version", [json!("3.12")]);
    refused("runtimes", "/runtimes/0/archive/name", [json!("python.zip")]);
    refused("runtimes", "/runtimes/0/platform/arch", [json!("X86"), json!("")]);
    let one = document()["runtimes"][0].clone();
    refused("runtimes", "/runtimes", [json!([one.clone(), one])]);
}

#[test]
fn coverage_is_by_minor_version_and_path_files_are_pth() {
    refused("coverage", "/coverage/0/python", [json!("3"), json!("3.11.1")]);
    let digests = |digits: &str| digits.chars().map(|digit| digit.to_string().repeat(64)).collect::<Vec<_>>();
    refused("path-files", "/path-files", [json!({"demo.py": digests("b")})]);
    refused("path-files", "/path-files/demo.pth", ["", "bb", "0123456789abcdefb"].map(|digits| json!(digests(digits))));
    with("/path-files/demo.pth", json!(digests("0123456789abcdef"))).unwrap();
}

#[test]
fn a_data_folder_is_strictly_below_the_home_folder() {
    let folders = [
        "/",
        "~",
        "~/",
        "~/.",
        "~/..",
        "~/a/../..",
        "~/a//b",
        "~/a/",
        "a",
        "/home/x",
        "~x/a",
        "~/a\\b",
        "~/C:",
        "~/$HOME",
        "~/%APPDATA%",
        "~/a\u{0}",
        "~/a ",
        "~/~",
        "~/*",
    ];
    refused("data-folders", "/data-folders", folders.map(|folder| json!([folder])));
    with("/data-folders", json!(["~/.demo", "~/Library/Application Support/Demo"])).unwrap();
}

#[test]
fn a_desktop_entry_starts_one_of_the_commands() {
    refused("desktop", "/desktop/command", [json!("other"), json!("sh")]);
    refused("desktop", "/desktop/arguments", [json!(["a\nExec=sh"]), json!(["x".repeat(1001)]), json!(vec!["x"; 33])]);
}

#[test]
fn what_a_desktop_shows_cannot_deceive_in_any_language() {
    refused("desktop", "/desktop/name/de", [json!(""), json!("a\nb"), json!("a".repeat(101))]);
    refused("desktop", "/desktop/comment/de", [json!("a\u{202e}b"), json!("a".repeat(301))]);
    refused("desktop", "/desktop/keywords", [json!(["a;b"]), json!([""]), json!(vec!["x"; 17])]);
    for tag in ["deutsch-und-mehr", "de_DE", "DE", "de\n", "default"] {
        assert!(matches!(with("/desktop/name", json!({ tag: "x" })), Err(ReleaseError::Syntax { .. })), "{tag}");
    }
}

#[test]
fn a_desktop_entry_has_a_main_category() {
    refused(
        "desktop",
        "/desktop/categories",
        [json!([]), json!(["P2P"]), json!(["Network", "a;b"]), json!(["Network", ""])],
    );
    with("/desktop/categories", json!(["Network", "Later2"])).unwrap();
}

#[test]
fn icons_are_targets_of_the_sizes_that_a_theme_has() {
    let with_size = |size: u64| {
        let mut icon = icon("48x48", "demo.png");
        icon["file"]["size"] = size.into();
        json!([icon])
    };
    let elsewhere = json!([{"url": "https://example.org/demo.png"}]);
    refused("desktop", "/desktop/icons/0/file/sources", [elsewhere]);
    refused("desktop", "/desktop/icons", [json!([icon("scalable", "demo.png")]), json!([icon("48x48", "demo.svg")])]);
    refused("desktop", "/desktop/icons", [json!([icon("48x48", "a.png"), icon("48x48", "b.png")])]);
    refused("desktop", "/desktop/icons", [with_size((1 << 20) + 1)]);
    with("/desktop/icons", with_size(1 << 20)).unwrap();
    for size in ["47x47", "48", "48x47", "048x048", "Scalable"] {
        let icons = json!([icon(size, "demo.png")]);
        assert!(matches!(with("/desktop/icons", icons), Err(ReleaseError::Syntax { .. })), "{size}");
    }
}

#[test]
fn a_stub_is_one_for_a_platform() {
    let one = document()["stubs"][0].clone();
    let mut newer = one.clone();
    newer["version"] = json!("0.3");
    refused("stubs", "/stubs", [json!([one, newer])]);
    refused("stubs", "/stubs/0/file/size", [json!((1u64 << 27) + 1), json!(0)]);
    with("/stubs/0/file/size", json!(1u64 << 27)).unwrap();
}

#[test]
fn a_release_longer_than_the_limit_is_not_read() {
    let mut bytes = serde_json::to_vec(&document()).unwrap();
    bytes.resize(MAX_SIZE, b' ');
    Release::parse(&bytes).unwrap();
    bytes.push(b' ');
    assert!(matches!(Release::parse(&bytes), Err(ReleaseError::TooLong { .. })));
}

proptest! {
    #[test]
    fn reading_a_release_never_panics(at in 0usize..2000, bytes in prop::collection::vec(any::<u8>(), 1..8)) {
        let mut mutated = serde_json::to_vec(&document()).unwrap();
        let at = at.min(mutated.len());
        mutated.splice(at..(at + bytes.len() / 2).min(mutated.len()), bytes);
        drop(Release::parse(&mutated));
    }
}

//! The built program on command lines that need neither a network nor an installation.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "a test starts the program itself")]

use std::process::{Command as Process, Stdio};

use snapbox::cmd::{Command, OutputAssert, cargo_bin};

/// Runs `quoc` for a person who has nothing but an empty home folder.
fn quoc(arguments: &[&str]) -> OutputAssert {
    let home = tempfile::tempdir().unwrap();
    Command::new(cargo_bin!("quoc"))
        .args(arguments)
        .env_clear()
        .env("HOME", home.path())
        .env("USERPROFILE", home.path())
        .env("LANG", "en_US.UTF-8")
        .assert()
}

fn out(run: &OutputAssert) -> String {
    String::from_utf8(run.get_output().stdout.clone()).unwrap()
}

fn err(run: &OutputAssert) -> String {
    String::from_utf8(run.get_output().stderr.clone()).unwrap()
}

#[test]
fn help_and_version_answer_on_standard_output_with_0() {
    let help = quoc(&["--help"]).success();
    assert!(out(&help).contains("--prefix DIR") && err(&help).is_empty());
    assert!(
        out(&quoc(&["--help", "--locale", "de"]).success()).contains("Installs"),
        "what follows --help does not count"
    );
    assert!(out(&quoc(&["--locale", "de", "--help"]).success()).contains("Befehle:"));
    assert_eq!(out(&quoc(&["--version"]).success()), format!("quoc {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_mistake_exits_2_with_a_suggestion_on_standard_error() {
    let run = quoc(&["instal"]).code(2);
    assert!(out(&run).is_empty() && err(&run).contains("“install”"), "{}", err(&run));
}

#[test]
fn a_mistake_is_told_in_the_language_that_was_asked_for() {
    for arguments in [&["--locale", "de", "instal"][..], &["instal", "--locale=de"]] {
        assert!(err(&quoc(arguments).code(2)).contains("Einen Befehl „instal“"));
    }
}

#[test]
fn a_folder_of_packages_that_is_not_there_is_a_mistake_and_not_passed_over() {
    let here = tempfile::tempdir().unwrap();
    let missing = here.path().join("missing").display().to_string();
    let run = quoc(&["--find-links", here.path().to_str().unwrap(), "--find-links", &missing]).code(2);
    assert!(err(&run).contains(&format!("“{missing}” makes no sense for “--find-links”")), "{}", err(&run));
    quoc(&["status", "--find-links", here.path().to_str().unwrap()]).success();
}

#[test]
fn a_mistake_of_a_script_is_told_as_json() {
    let run = quoc(&["--json", "--prefix"]).code(2);
    let text = out(&run);
    let last: serde_json::Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
    assert_eq!((&last["code"], &last["exit-status"]), (&"usage-missing-value".into(), &2.into()));
    assert!(err(&run).is_empty());
}

#[test]
fn silence_is_one_line_on_standard_error() {
    let run = quoc(&["--silent", "upgrade", "surplus"]).code(2);
    assert_eq!((out(&run).as_str(), err(&run).lines().count()), ("", 1));
}

#[test]
fn nothing_installed_is_a_status_and_no_failure() {
    assert_eq!(out(&quoc(&["status"]).success()), "Nothing is installed.\n");
    let json = out(&quoc(&["status", "--json"]).success());
    assert_eq!(json.lines().last(), Some(r#"{"event":"status","installed":null}"#));
}

#[test]
fn what_is_not_installed_cannot_be_removed() {
    quoc(&["uninstall", "--yes"]).code(18);
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_crash() {
    let mut child =
        Process::new(cargo_bin!("quoc")).arg("--help").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn an_option_of_another_command_is_a_mistake_that_names_the_commands_it_belongs_to() {
    let run = quoc(&["--anew", "install"]).code(2);
    let program = cargo_bin!("quoc").display().to_string();
    assert!(
        err(&run).contains("“--anew” does nothing") && err(&run).contains(&format!("{program} repair")),
        "{}",
        err(&run)
    );
    assert_eq!(out(&quoc(&["status", "--offline", "--wait", "3"]).success()), "Nothing is installed.\n");
}

#[cfg(target_os = "linux")]
#[test]
fn an_icon_that_has_no_desktop_to_lie_on_is_told_and_no_mistake() {
    let home = tempfile::tempdir().unwrap();
    let asked = |arguments: &[&str]| {
        let command = Command::new(cargo_bin!("quoc")).args(arguments).env_clear().env("HOME", home.path());
        out(&command.env("LANG", "en_US.UTF-8").assert())
    };
    // Nothing is fetched from nowhere: what is told is told before.
    let words = ["install", "--offline", "--json", "--repository", "/nowhere", "--desktop-shortcut"];
    assert!(asked(&words).contains("There is no desktop folder here"), "{}", asked(&words));
    fs_err::create_dir_all(home.path().join(".config")).unwrap();
    fs_err::write(home.path().join(".config/user-dirs.dirs"), "XDG_DESKTOP_DIR=\"$HOME/Desk\"\n").unwrap();
    assert!(!asked(&words).contains("There is no desktop folder here"));
}

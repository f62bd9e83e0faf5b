//! Where no window can be opened: what a person sees who has no terminal either. (With displays: `.ci/ladder`.)
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests run the program from outside")]
#![cfg(all(unix, not(target_os = "macos")))]

use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Output, Stdio};

use fs_err as fs;

/// A person's desktop, on which a file manager starts the program.
struct Desktop(tempfile::TempDir);

impl Desktop {
    /// A desktop with programs that show messages, each a script of a shell; `$home` is the home folder.
    fn with(programs: &[(&str, &str)]) -> Self {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("bin")).unwrap();
        let desktop = Self(home);
        for (name, script) in programs {
            let path = desktop.0.path().join("bin").join(name);
            fs::write(&path, format!("#!/bin/sh\nhome={}\n{script}\n", desktop.0.path().display())).unwrap();
            fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
        desktop
    }

    fn start(&self, arguments: &[&str], display: &[(&str, &str)]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_quoc"));
        command.args(arguments).env_clear().env("HOME", self.0.path()).env("PATH", self.0.path().join("bin"));
        command.env("LANG", "de_DE.UTF-8").envs(display.iter().copied()).stdin(Stdio::null());
        command.output().unwrap()
    }

    /// What a program was told, argument by argument.
    fn told(&self, program: &str) -> Vec<String> {
        let text = fs::read_to_string(self.0.path().join(program)).unwrap_or_default();
        text.split('\0').filter(|argument| !argument.is_empty()).map(ToOwned::to_owned).collect()
    }

    fn is_untouched(&self) -> bool {
        !self.0.path().join(".local").exists()
    }
}

/// Keeps its arguments.
const TELLS: &str = r#"printf '%s\0' "$@" > $home/${0##*/}"#;

const NOWHERE: (&str, &str) = ("DISPLAY", ":9999");

#[test]
fn whoever_has_neither_window_nor_terminal_is_told_on_the_desktop_and_nothing_is_installed() {
    for display in
        [[NOWHERE, ("", "")], [NOWHERE, ("QUOC_RENDERER", "none")], [("WAYLAND_DISPLAY", "nowhere"), ("", "")]]
    {
        let display: Vec<_> = display.into_iter().filter(|(name, _)| !name.is_empty()).collect();
        let desktop = Desktop::with(&[("zenity", TELLS)]);
        let output = desktop.start(&[], &display);
        assert_eq!(output.status.code(), Some(2), "{display:?}");
        let told = desktop.told("zenity").join("\n");
        assert!(told.contains("--text=Das Fenster konnte nicht geöffnet werden"), "{display:?}: {told}");
        assert!(told.contains(&format!("In einem Terminal starten: {}", env!("CARGO_BIN_EXE_quoc"))), "{told}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("usage-no-face"));
        assert!(desktop.is_untouched());
    }
}

#[test]
fn a_program_that_cannot_show_the_message_is_followed_by_the_next_one() {
    let desktop = Desktop::with(&[("zenity", "exit 1"), ("notify-send", TELLS), ("xmessage", TELLS)]);
    let output = desktop.start(&[], &[NOWHERE]);
    assert_eq!(output.status.code(), Some(2));
    let told = desktop.told("notify-send");
    assert_eq!(told.get(3).map(String::as_str), Some("quoc"), "{told:?}");
    assert!(desktop.told("xmessage").is_empty() && desktop.is_untouched());
}

#[test]
fn a_recording_that_no_window_shows_is_no_wish_to_install() {
    let desktop = Desktop::with(&[]);
    fs::write(desktop.0.path().join("recording"), "{}").unwrap();
    let recording = desktop.0.path().join("recording");
    let output = desktop.start(&["--replay", recording.to_str().unwrap()], &[]);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(desktop.is_untouched());
}

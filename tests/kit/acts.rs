//! A program under test whose acts on the disk are counted, and of which one kills it or fails.
//!
//! A small library in C stands before the C library's file functions (`LD_PRELOAD`). Linux only.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// What happens at an act.
#[derive(Clone, Copy, Debug)]
pub enum At {
    /// The process is killed before the act.
    Kill(usize),
    /// The act, and so many that follow, end with this error.
    Fail { act: usize, errno: i32, more: usize },
}

/// Runs a command and returns how it ended, and each act that it did below a folder.
pub fn run(command: &mut Command, below: &Path, at: Option<At>) -> (Output, Vec<String>) {
    let log = tempfile::NamedTempFile::new().unwrap();
    command.env("LD_PRELOAD", library()).env("QUOC_ACTS_BELOW", below).env("QUOC_ACTS_LOG", log.path());
    match at {
        Some(At::Kill(act)) => {
            command.env("QUOC_ACTS_AT", act.to_string()).env("QUOC_ACTS_DO", "kill");
        }
        Some(At::Fail { act, errno, more }) => {
            command.env("QUOC_ACTS_AT", act.to_string()).env("QUOC_ACTS_DO", errno.to_string());
            command.env("QUOC_ACTS_FOR", more.to_string());
        }
        None => {}
    }
    let output = command.stdin(Stdio::null()).output().unwrap();
    let text = fs_err::read_to_string(log.path()).unwrap();
    (output, text.lines().map(ToOwned::to_owned).collect())
}

/// Sets the clock of a command forward or back by so many seconds, from its so manieth look at the clock on.
pub fn clock(command: &mut Command, by: i64, from: usize) {
    command.env("LD_PRELOAD", library()).env("QUOC_CLOCK_BY", by.to_string());
    command.env("QUOC_CLOCK_FROM", from.to_string());
}

/// Builds the library once for a test binary; where Rust can link, there is a C compiler.
fn library() -> &'static Path {
    static LIBRARY: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = LIBRARY.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("acts.so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kit/acts.c");
        let mut compiler = Command::new("cc");
        let compiler =
            compiler.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&path).arg(source).args(["-ldl", "-lpthread"]);
        assert!(compiler.status().unwrap().success(), "the library could not be compiled");
        (folder, path)
    });
    path
}

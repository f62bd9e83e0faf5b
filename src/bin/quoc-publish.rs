//! `quoc-publish`: builds the real world around the publisher's half, and runs one command line.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::time::SystemTime;

use quoc::model::Timestamp;
use quoc::ports::{Cancel, MetadataSource, SourceError};
use quoc::publish::face::{self, World};
use quoc::system::downloads::HttpDownloads;
use quoc::system::processes::ChildProcesses;

fn main() -> ExitCode {
    match run() {
        Ok(end) => ExitCode::from(end as u8),
        // Whoever read the output has gone: there is nobody left to tell.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn run() -> io::Result<face::End> {
    let downloads = HttpDownloads::new().map_err(io::Error::other)?;
    let mut ask = ask;
    let mut world = World {
        now: Timestamp::from(SystemTime::now()),
        folder: std::env::current_dir()?,
        path: std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default(),
        variables: std::env::vars_os().collect(),
        processes: &ChildProcesses,
        cancel: Cancel::default(),
        downloads: &downloads,
        open: &open,
        serve: &|_, _, _| Ok(()),
        out: &mut io::stdout(),
        err: &mut io::stderr(),
        ask: &mut ask,
    };
    face::run(std::env::args_os().skip(1), &mut world)
}

/// Asks on the terminal; where there is none, nobody has said yes.
fn ask(question: &str) -> bool {
    if !io::stdin().is_terminal() {
        return false;
    }
    let asked = write!(io::stderr(), "{question} [yes/no] ").and_then(|()| io::stderr().flush());
    let mut answer = String::new();
    asked.is_ok() && io::stdin().lock().read_line(&mut answer).is_ok() && answer.trim() == "yes"
}

fn open(place: &str) -> Result<Box<dyn MetadataSource>, SourceError> {
    Err(SourceError::NotThere { file: String::new(), place: place.to_owned() })
}

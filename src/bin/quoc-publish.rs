//! `quoc-publish`: builds the real world around the publisher's half, and runs one command line.
#![allow(clippy::disallowed_methods, reason = "this is the edge")]

use std::error::Error;
use std::ffi::OsString;
use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::time::SystemTime;

use quoc::fetch::FolderRepository;
use quoc::model::Timestamp;
use quoc::ports::{Cancel, MetadataSource, SourceError};
use quoc::publish::explain::Trouble;
use quoc::publish::face::{self, World};
use quoc::system::downloads::HttpDownloads;
use quoc::system::folders::Folders;
use quoc::system::processes::{self, ChildProcesses};
use quoc::system::static_server;
use quoc::system::umask;
use url::Url;

fn main() -> ExitCode {
    umask::tighten();
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let locales: Vec<String> = sys_locale::get_locales().collect();
    match run(&arguments, &locales) {
        Ok(end) => ExitCode::from(end.status()),
        // Whoever read the output has gone: there is nobody left to tell.
        Err(Trouble::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(trouble) => {
            // Where that cannot be written either, the status says it.
            let told = face::tell(&trouble, &arguments, &locales, (&mut io::stdout(), &mut io::stderr()));
            ExitCode::from(told.map_or(trouble.failure().exit_status, face::End::status))
        }
    }
}

fn run(arguments: &[OsString], locales: &[String]) -> Result<face::End, Trouble> {
    let setup = |error: Box<dyn Error + Send + Sync>| Trouble::Setup(io::Error::other(error));
    ctrlc::set_handler(end_with_the_children).map_err(|error| setup(error.into()))?;
    let cancel = Cancel::default();
    let downloads = HttpDownloads::new(&cancel).map_err(|error| setup(error.into()))?;
    let open = |place: &str| open(place, &downloads);
    let mut ask = ask;
    // The system does not say which folder has gone.
    let named = |error: io::Error| io::Error::new(error.kind(), format!("the current folder: {error}"));
    let folder = std::env::current_dir().map_err(named)?;
    let mut world = World {
        now: Timestamp::from(SystemTime::now()),
        locales: locales.to_vec(),
        store: Folders::of_this_person().map_or_else(|| folder.join("downloads"), |folders| folders.store()),
        folder,
        path: std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default(),
        variables: std::env::vars_os().collect(),
        processes: &ChildProcesses,
        cancel,
        downloads: &downloads,
        open: &open,
        serve: &static_server::serve,
        out: &mut io::stdout(),
        err: &mut io::stderr(),
        ask: &mut ask,
    };
    Ok(face::run(arguments.iter().cloned(), &mut world)?)
}

/// Children lead groups of their own, so a terminal's interrupt does not reach them.
fn end_with_the_children() {
    processes::kill_all();
    std::process::exit(INTERRUPTED);
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

/// Opens what `verify` names: an address of the web, or a folder.
fn open(place: &str, downloads: &HttpDownloads) -> Result<Box<dyn MetadataSource>, SourceError> {
    match Url::parse(place) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => Ok(Box::new(downloads.repository(&url))),
        _ => Ok(Box::new(FolderRepository::new(place))),
    }
}

/// What a shell reports for a program that an interrupt ended.
const INTERRUPTED: i32 = 130;

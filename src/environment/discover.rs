//! Finds the Pythons of a machine: PATH, the places where systems, version managers and uv put them, or the one asked for.
//!
//! Every candidate is run; which one is used is the plan's choice.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::probe::{Rejection, Surroundings, probe};
use crate::disk::{hands, threads};
use crate::model::{Interpreter, Version};
use crate::ports::{Cancel, Command, OutputLine, Processes};

/// Where to look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What the person asked for; nothing else is accepted then.
    pub explicit: Option<Explicit>,
    /// The folders of PATH, in order.
    pub path_dirs: Vec<PathBuf>,
    /// Folders to look into besides.
    pub well_known: Vec<PathBuf>,
    /// The person's home.
    pub home: Option<PathBuf>,
    /// Whether other accounts are to start what is made with it: then those that they can start come first.
    pub for_others: bool,
}

/// An interpreter that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Explicit {
    /// Its path, or that of its virtual environment or installation.
    Path(PathBuf),
    /// `3.12` or `3.12.1`
    Version(Version),
}

/// The answer of every candidate.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Discovery {
    /// Those to choose from, in the order they were found, each real interpreter once.
    pub accepted: Vec<Interpreter>,
    /// Those that cannot be used.
    pub rejected: Vec<Rejected>,
}

/// A candidate that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The candidate.
    pub path: PathBuf,
    /// Why.
    pub reason: Rejection,
}

/// As a person would name it.
impl std::fmt::Display for Explicit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Path(path) => write!(f, "{}", path.display()),
            Self::Version(version) => write!(f, "Python {version}"),
        }
    }
}

impl Explicit {
    /// Reads what a person gives to `--python`: a version, else a path.
    pub fn from_text(text: &str) -> Self {
        let numbers = !text.is_empty()
            && text
                .split('.')
                .all(|part| !part.is_empty() && part.len() < 4 && part.bytes().all(|b| b.is_ascii_digit()));
        match text.parse::<Version>() {
            Ok(version) if numbers => Self::Version(version),
            _ => Self::Path(text.into()),
        }
    }
}

/// Runs every candidate there is, up to four at once, and sorts the answers.
pub fn discover(search: &Search, processes: &dyn Processes, cancel: &Cancel) -> Discovery {
    let surroundings = Surroundings { path_dirs: search.path_dirs.clone(), home: search.home.clone() };
    let candidates = candidates(search, processes, cancel);
    let answers = threads::each(&candidates, 4, |candidate| probe(candidate, &surroundings, processes, cancel));
    let (mut discovery, mut behind) = (Discovery::default(), Vec::new());
    let mut seen = HashSet::new();
    for (path, answer) in candidates.into_iter().zip(answers) {
        match answer.and_then(|interpreter| asked_for(interpreter, search)) {
            Ok((interpreter, closed)) => {
                // Shims, links and virtual environments lead to one real file.
                let real = fs_err::canonicalize(&interpreter.path).unwrap_or_else(|_| interpreter.path.clone());
                if seen.insert(real) {
                    if closed { &mut behind } else { &mut discovery.accepted }.push(interpreter);
                }
            }
            Err(reason) => discovery.rejected.push(Rejected { path, reason }),
        }
    }
    discovery.accepted.extend(behind);
    discovery
}

/// Returns the interpreter, and whether it is closed to other accounts that are to start what is made with it.
fn asked_for(interpreter: Interpreter, search: &Search) -> Result<(Interpreter, bool), Rejection> {
    match &search.explicit {
        Some(Explicit::Version(asked)) if !interpreter.version.release().starts_with(asked.release()) => {
            return Err(Rejection::OtherVersion { version: interpreter.version });
        }
        _ => {}
    }
    let closed = Some(&interpreter.path).filter(|_| search.for_others).and_then(|path| hands::closed_to_others(path));
    if let Some(closed) = &closed {
        log::warn!("other accounts cannot use {}: {}", interpreter.path.display(), closed.display());
    }
    Ok((interpreter, closed.is_some()))
}

/// Lists the files to run, each name of a file once.
fn candidates(search: &Search, processes: &dyn Processes, cancel: &Cancel) -> Vec<PathBuf> {
    if let Some(Explicit::Path(path)) = &search.explicit {
        return vec![executable_of(path, &search.path_dirs)];
    }
    let mut folders = search.path_dirs.clone();
    folders.extend(search.well_known.iter().cloned());
    folders.extend(search.path_dirs.iter().filter(|dir| is_shims(dir)).flat_map(|dir| beside_shims(dir)));
    folders.extend(search.home.iter().flat_map(|home| managed_by_tools(home)));
    let mut found: Vec<PathBuf> = folders.iter().flat_map(|folder| pythons_in(folder)).collect();
    if cfg!(windows) {
        found.extend(known_to_the_launcher(&search.path_dirs, processes, cancel));
    }
    let mut seen = HashSet::new();
    found.retain(|path| {
        seen.insert(fs_err::canonicalize(path).map_or_else(|_| path.clone(), |real| named_apart(path, real)))
    });
    found
}

/// A shim's real file is one script for all versions: two shims are two candidates.
fn named_apart(path: &Path, real: PathBuf) -> PathBuf {
    let is_python = real.file_name().is_some_and(|name| name.to_string_lossy().starts_with("python"));
    if is_python { real } else { path.to_owned() }
}

/// A folder stands for the interpreter in it; a bare name is looked for on PATH.
fn executable_of(path: &Path, path_dirs: &[PathBuf]) -> PathBuf {
    if path.is_dir() {
        let inside = ["bin/python3", "bin/python", "Scripts/python.exe", "python.exe"].map(|name| path.join(name));
        return inside.iter().find(|inside| inside.is_file()).cloned().unwrap_or_else(|| path.to_owned());
    }
    if path.components().count() == 1 && !path.exists() {
        let names = [path.to_owned(), path.with_extension("exe")];
        let on_path = path_dirs.iter().flat_map(|dir| names.iter().map(|name| dir.join(name)));
        return on_path.into_iter().find(|path| path.is_file()).unwrap_or_else(|| path.to_owned());
    }
    path.to_owned()
}

/// Lists the Pythons of a folder: `python3`, `python3.X` (newest first), `python`.
fn pythons_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs_err::read_dir(folder) else { return Vec::new() };
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut ranked: Vec<(u32, String)> = names.filter_map(|name| Some((rank(&name)?, name))).collect();
    ranked.sort();
    // A shim starts a whole shell script; what those with a version lead to is found as an installation.
    let most = if is_shims(folder) { 1 } else { ranked.len() };
    ranked.truncate(most);
    ranked.into_iter().map(|(_, name)| folder.join(name)).filter(|path| path.is_file()).collect()
}

/// The order within a folder; `None` for what is no Python 3 by its name.
fn rank(name: &str) -> Option<u32> {
    let stem = if cfg!(windows) { name.strip_suffix(".exe")? } else { name };
    match stem.strip_prefix("python")? {
        "3" => Some(0),
        "" => Some(2000),
        rest => {
            let minor = rest.strip_prefix("3.")?;
            let minor: u32 = minor.strip_suffix('t').unwrap_or(minor).parse().ok()?;
            Some(1000 - minor.min(999))
        }
    }
}

/// pyenv, asdf and mise call their folder of scripts so.
fn is_shims(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name == "shims")
}

/// Lists the installations of a version manager whose root is elsewhere than usual.
fn beside_shims(shims: &Path) -> Vec<PathBuf> {
    let Some(root) = shims.parent() else { return Vec::new() };
    let installations = ["versions", "installs/python"].iter().flat_map(|below| folders_in(&root.join(below)));
    installations.map(|folder| if cfg!(windows) { folder } else { folder.join("bin") }).collect()
}

/// The places where version managers and uv put whole installations, below a home.
fn managed_by_tools(home: &Path) -> Vec<PathBuf> {
    let roots = [
        ".pyenv/versions",
        ".asdf/installs/python",
        ".local/share/mise/installs/python",
        ".local/share/uv/python",
        "Library/Application Support/uv/python",
        "AppData/Roaming/uv/python",
        "AppData/Local/Programs/Python",
        ".pyenv/pyenv-win/versions",
    ];
    let installations = roots.iter().flat_map(|root| folders_in(&home.join(root)));
    installations.map(|folder| if cfg!(windows) { folder } else { folder.join("bin") }).collect()
}

/// Lists the folders in a folder, newest name first; links to others of them (`3.12` to `3.12.1`) are left out.
fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs_err::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<PathBuf> =
        entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())).map(|e| e.path()).collect();
    found.sort_by(|a, b| b.cmp(a));
    found
}

/// Asks the launcher of python.org's Windows installer, which knows the registry: ` -V:3.12 *  C:\…\python.exe`.
fn known_to_the_launcher(path_dirs: &[PathBuf], processes: &dyn Processes, cancel: &Cancel) -> Vec<PathBuf> {
    let Some(launcher) = path_dirs.iter().map(|dir| dir.join("py.exe")).find(|path| path.is_file()) else {
        return Vec::new();
    };
    let command = Command {
        folder: launcher.parent().map(Path::to_owned).unwrap_or_default(),
        program: launcher,
        arguments: vec!["-0p".into()],
        environment: Vec::new(),
        time_limit: std::time::Duration::from_secs(10),
    };
    let mut found = Vec::new();
    let ended = processes.run(&command, cancel, &mut |line| {
        if let OutputLine::Out(text) = line {
            found.extend(launcher_line(text));
        }
    });
    if let Err(error) = ended {
        log::debug!("the Python launcher does not run: {error}");
    }
    found
}

/// The path is what follows the first drive letter.
fn launcher_line(text: &str) -> Option<PathBuf> {
    let drive = text.find(":\\")?.checked_sub(1)?;
    text.get(drive..).map(|path| PathBuf::from(path.trim()))
}

impl Search {
    /// Returns the folders in which systems and their package managers put Pythons.
    pub fn system_folders() -> Vec<PathBuf> {
        let mut folders: Vec<PathBuf> =
            ["/usr/local/bin", "/usr/bin", "/opt/homebrew/bin", "/opt/local/bin", "/usr/pkg/bin"]
                .map(PathBuf::from)
                .into();
        let roots = ["/opt", "/Library/Frameworks/Python.framework/Versions", "/opt/python", "/usr/local/opt"];
        let installations = roots.iter().flat_map(|root| folders_in(Path::new(root)));
        folders.extend(installations.map(|folder| folder.join("bin")));
        // Not `C:\`, where every account may make a folder `Python3…`: what is found is run.
        let windows = folders_in(Path::new("C:\\Program Files")).into_iter();
        if cfg!(windows) {
            folders = windows
                .filter(|folder| folder.file_name().is_some_and(|n| n.to_string_lossy().starts_with("Python3")))
                .collect();
        }
        folders
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_asks_for_is_a_version_or_a_path() {
        for text in ["3", "3.12", "3.12.1"] {
            assert!(matches!(Explicit::from_text(text), Explicit::Version(_)), "{text}");
        }
        for text in ["python3.12", "/usr/bin/python3", "./3.12", "", "3.", "venv"] {
            assert_eq!(Explicit::from_text(text), Explicit::Path(text.into()));
        }
    }

    #[test]
    fn within_a_folder_the_plain_name_comes_first_and_then_the_newest() {
        let mut names = vec!["python3.9", "python", "python3.13t", "python3", "python3.11"];
        names.sort_by_key(|name| rank(name));
        if cfg!(not(windows)) {
            assert_eq!(names, ["python3", "python3.13t", "python3.11", "python3.9", "python"]);
        }
        for other in ["python2", "python2.7", "python3-config", "python3.11-config", "pythonw", "pip3", "python3.x"] {
            assert_eq!(rank(other), None, "{other}");
        }
    }

    #[test]
    fn the_launchers_lines_end_with_a_path() {
        let path = launcher_line(r" -V:3.12 *        C:\Program Files\Python312\python.exe");
        assert_eq!(path, Some(PathBuf::from(r"C:\Program Files\Python312\python.exe")));
        assert_eq!(launcher_line("No installed Pythons found!"), None);
    }
}

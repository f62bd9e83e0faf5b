//! Makes a virtual environment at its final path (venvs cannot be moved), without ensurepip.
//!
//! What stands in it right after is remembered, so that nothing that follows can replace a part of it unseen.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::child::{self, Child, Home, Ports};
use super::error::{EnvironmentError, Step};
use crate::model::{Interpreter, Sha256Digest};

/// A fresh virtual environment.
#[derive(Clone, Debug)]
pub(super) struct Venv {
    pub(super) folder: PathBuf,
    pub(super) layout: Layout,
    /// Every file and link that venv itself made, below the folder.
    pub(super) own: BTreeMap<PathBuf, Content>,
}

/// The folders of an environment that pip installs into, relative to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) scripts: PathBuf,
    pub(super) site: PathBuf,
    pub(super) headers: PathBuf,
}

/// What a file is, as far as it matters whether it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Link(PathBuf),
    File(Sha256Digest),
}

/// Makes an environment in a folder that is empty or not there yet.
pub(super) fn create(
    interpreter: &Interpreter,
    folder: &Path,
    home: &Home,
    ports: Ports<'_>,
) -> Result<Venv, EnvironmentError> {
    let disk = EnvironmentError::disk(folder);
    fs_err::create_dir_all(folder).map_err(&disk)?;
    if fs_err::read_dir(folder).map_err(&disk)?.next().is_some() {
        return Err(EnvironmentError::Occupied { folder: folder.to_owned() });
    }
    let mut arguments: Vec<OsString> = ["-I", "-m", "venv", "--without-pip"].map(OsString::from).into();
    arguments.push(folder.as_os_str().to_owned());
    let step = Step::CreateEnvironment;
    let program = interpreter.path.clone();
    let extra = Vec::new();
    child::run(Child { step, program, arguments, path: &[], extra, home, time_limit: TIME_LIMIT }, ports)?;
    let layout = layout(interpreter, folder)?;
    let own = contents(folder).map_err(&disk)?;
    Ok(Venv { folder: folder.to_owned(), layout, own })
}

impl Venv {
    /// Returns the environment's interpreter.
    pub(super) fn python(&self) -> PathBuf {
        self.folder.join(&self.layout.scripts).join(if cfg!(windows) { "python.exe" } else { "python" })
    }

    /// Returns the folder of commands.
    pub(super) fn scripts(&self) -> PathBuf {
        self.folder.join(&self.layout.scripts)
    }

    /// Returns site-packages.
    pub(super) fn site(&self) -> PathBuf {
        self.folder.join(&self.layout.site)
    }

    /// Returns the path of a command that pip wrote.
    pub(super) fn command(&self, name: &str) -> PathBuf {
        let file = if cfg!(windows) { format!("{name}.exe") } else { name.to_owned() };
        self.scripts().join(file)
    }
}

/// Looks where venv put site-packages: `lib/python3.13t` of a free-threaded Python cannot be told from its version.
fn layout(interpreter: &Interpreter, folder: &Path) -> Result<Layout, EnvironmentError> {
    let disk = EnvironmentError::disk(folder);
    // pip itself, not sysconfig, chooses this one.
    let release = interpreter.version.release();
    let (major, minor) = (release.first().copied().unwrap_or(3), release.get(1).copied().unwrap_or(0));
    let headers = ["include", "site", &format!("python{major}.{minor}")].iter().collect();
    if cfg!(windows) {
        return Ok(Layout { scripts: "Scripts".into(), site: ["Lib", "site-packages"].iter().collect(), headers });
    }
    for entry in fs_err::read_dir(folder.join("lib")).map_err(&disk)? {
        let name = entry.map_err(&disk)?.file_name();
        let site: PathBuf = [OsString::from("lib"), name, OsString::from("site-packages")].iter().collect();
        if folder.join(&site).is_dir() {
            return Ok(Layout { scripts: "bin".into(), site, headers });
        }
    }
    let output = vec![format!("no site-packages in {}", folder.display())];
    Err(EnvironmentError::Step { step: Step::CreateEnvironment, output })
}

/// Reads every file and link below a folder, relative to it; links are not followed.
pub(super) fn contents(folder: &Path) -> io::Result<BTreeMap<PathBuf, Content>> {
    let mut found = BTreeMap::new();
    for path in files(folder)? {
        let whole = folder.join(&path);
        let content = if whole.is_symlink() {
            Content::Link(fs_err::read_link(&whole)?)
        } else {
            Content::File(digest(&whole)?.1)
        };
        found.insert(path, content);
    }
    Ok(found)
}

/// Lists every file and link below a folder, relative to it; links are not followed.
pub(super) fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        for entry in fs_err::read_dir(folder.join(&below))? {
            let entry = entry?;
            let path = below.join(entry.file_name());
            if entry.file_type()?.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    Ok(found)
}

/// Returns size and sha256 of a file.
pub(super) fn digest(path: &Path) -> io::Result<(u64, Sha256Digest)> {
    Sha256Digest::of_reader(fs_err::File::open(path)?)
}

const TIME_LIMIT: Duration = Duration::from_secs(120);

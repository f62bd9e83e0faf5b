//! Compiles bytecode while pip installs, so that already the smoke test starts quickly; an environment works without.
//!
//! What is compiled are the screened wheels' own bytes, from this run's private copies, each source compared with its
//! digest. What a command imports is found by reading; nothing of the application is run. The result waits in a folder
//! of its own until the installed files were compared with the same digests, and only then is put beside its sources.
//! What was carried over from another environment lies there already, and is not compiled again.
//! Must not: fail an install.

use std::ffi::OsString;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use fs_err as fs;
use serde::Serialize;
use tempfile::TempDir;

use super::child::{self, Child, Home, Ports, private_folder};
use super::error::{EnvironmentError, Step};
use super::house::House;
use super::record::slashed;
use super::screen::{InstalledFile, Place, ScreenedWheel};
use super::venv::{self, Venv};
use crate::model::manifest::CompiledFile;
use crate::model::{FileName, Sha256Digest};

/// Compiled modules that are not in place yet; removed when dropped.
#[derive(Debug)]
pub(super) struct Bytecode {
    folder: TempDir,
}

impl Bytecode {
    /// Makes the folder of it.
    pub(super) fn begin(scratch: &Path) -> Result<Self, EnvironmentError> {
        Ok(Self { folder: private_folder(scratch, "bytecode-")? })
    }

    /// Returns its folder, which is like site-packages.
    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Compiles what some modules of the wheels import, for an environment that the wheels may not stand in yet.
    ///
    /// # Errors
    /// A child that cannot be started or fails, a full disk, or that it was cancelled.
    pub(super) fn compile(
        self,
        (house, modules): (&House, &[String]),
        venv: &Venv,
        scratch: &Path,
        ports: Ports<'_>,
    ) -> Result<Self, EnvironmentError> {
        let disk = EnvironmentError::disk(scratch);
        let home = Home::new(scratch)?;
        let order = Order { modules, wheels: house.wheels().iter().map(Archive::of).collect() };
        let file = home.path().join("order.json");
        fs::write(&file, serde_json::to_vec(&order).map_err(|error| disk(error.into()))?).map_err(&disk)?;
        let mut arguments: Vec<OsString> = ["-I", "-S", "-X", "utf8", "-c", SCRIPT].map(OsString::from).into();
        // Folders may have names that are no text, which JSON could not say.
        arguments.extend([file, house.path().into(), venv.site(), self.path().into()].map(OsString::from));
        let child = Child {
            step: Step::Bytecode,
            program: venv.python(),
            arguments,
            path: &[],
            extra: Vec::new(),
            home: &home,
            time_limit: TIME_LIMIT,
        };
        child::run(child, ports)?;
        Ok(self)
    }

    /// Puts the modules beside their sources, which were compared with the wheels, and returns their record.
    ///
    /// # Errors
    /// The first file that cannot be put in place; the others have been or are not needed.
    pub(super) fn put_in_place(self, venv: &Venv) -> Result<Vec<CompiledFile>, EnvironmentError> {
        let site = venv.site();
        let put = || -> io::Result<Vec<CompiledFile>> {
            let mut placed = Vec::new();
            for path in venv::files(self.path())? {
                let sha256 = put_beside_its_source(&self.path().join(&path), &site.join(&path))?;
                placed.push(CompiledFile { path: slashed(&venv.layout.site.join(&path)), sha256 });
            }
            Ok(placed)
        };
        put().map_err(EnvironmentError::disk(&site))
    }
}

/// What the script is told.
#[derive(Serialize)]
struct Order<'a> {
    /// What to begin with.
    modules: &'a [String],
    wheels: Vec<Archive<'a>>,
}

#[derive(Serialize)]
struct Archive<'a> {
    file: &'a FileName,
    sources: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct Source<'a> {
    /// Below site-packages.
    path: &'a str,
    /// In the archive.
    entry: &'a str,
    sha256: Sha256Digest,
}

impl<'a> Archive<'a> {
    fn of(screened: &'a ScreenedWheel) -> Self {
        let sources = screened.files.iter().filter(|file| is_module(file));
        let sources = sources.map(|file| Source { path: &file.path, entry: &file.entry, sha256: file.sha256 });
        Self { file: &screened.wheel().file_name, sources: sources.collect() }
    }
}

/// A name with more dots than one is no module's.
fn is_module(file: &InstalledFile) -> bool {
    let name = file.path.rsplit('/').next().and_then(|name| name.strip_suffix(".py"));
    file.place == Place::Site && name.is_some_and(|name| !name.contains('.'))
}

/// Completes the header, which names the source by its time and size, and moves the file to its place; returns its digest.
fn put_beside_its_source(compiled: &Path, place: &Path) -> io::Result<Sha256Digest> {
    let source = source_of(place).ok_or(io::ErrorKind::InvalidFilename)?;
    let is = fs::metadata(source)?;
    let seconds = is.modified()?.duration_since(SystemTime::UNIX_EPOCH).map_err(io::Error::other)?.as_secs();
    let mut file = fs::OpenOptions::new().read(true).write(true).open(compiled)?;
    file.seek(SeekFrom::Start(TIME_AND_SIZE))?;
    file.write_all(&[lowest(seconds), lowest(is.len())].concat())?;
    file.rewind()?;
    let (_, digest) = Sha256Digest::of_reader(file)?;
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::rename(compiled, place)?;
    Ok(digest)
}

/// PEP 3147: `folder/__pycache__/name.cpython-311.pyc` belongs to `folder/name.py`.
pub(super) fn source_of(compiled: &Path) -> Option<PathBuf> {
    let cache = compiled.parent()?;
    let name = compiled.file_name()?.to_str()?.strip_suffix(".pyc")?.split('.').next()?;
    let is_cache = cache.file_name()? == "__pycache__";
    is_cache.then(|| cache.parent().map(|folder| folder.join(format!("{name}.py")))).flatten()
}

/// PEP 552: the header has the lowest 32 bits of a number, the lowest byte first.
fn lowest(number: u64) -> [u8; 4] {
    let [a, b, c, d, ..] = number.to_le_bytes();
    [a, b, c, d]
}

const SCRIPT: &str = include_str!("bytecode.py");
const TIME_LIMIT: Duration = Duration::from_secs(10 * 60);
/// PEP 552: where time and size stand in the header, behind the magic number and the flags.
const TIME_AND_SIZE: u64 = 8;

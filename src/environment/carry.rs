//! Carries distributions that did not change over from the environment that runs, so that an upgrade costs what changed.
//!
//! A wheel is carried only where the other environment was made from one of the same digest, and each of its files only as
//! the bytes that the wheel's RECORD names: they are hashed while they are copied. What pip wrote itself
//! (commands, RECORD) comes from the record of the other environment, with the new folder in place of the old one.
//! A wheel of which anything is not as it was is screened whole and left to pip, and whatever was carried is compared like what pip installs.
//! Must not: write into the other environment, or link to its files: who damages one version must not damage both.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use fs_err as fs;
use tempfile::TempDir;

use super::bytecode::source_of;
use super::child::private_folder;
use super::error::EnvironmentError;
use super::record::slashed;
use super::screen::{InstalledFile, Place, Reading, ScreenedWheel, Wheel, base64};
use super::venv::{Layout, Venv};
use crate::disk::threads;
use crate::model::manifest::{CompiledFile, Content, FileContent, InstallLayout};
use crate::model::{Manifest, Sha256Digest};
use crate::ports::Cancel;

/// An environment that was made by the same Python, and the record of it that its receipt names.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a> {
    /// Its folder.
    pub folder: &'a Path,
    /// Its record.
    pub manifest: &'a Manifest,
}

impl Before<'_> {
    /// Says whether it was made from this wheel.
    pub(super) fn has(&self, wheel: &Wheel) -> bool {
        self.manifest.wheels.iter().any(|known| known.sha256 == wheel.sha256)
    }

    /// Lists the modules that it has bytecode of.
    pub(super) fn compiled_modules(&self) -> impl Iterator<Item = String> {
        let site = Path::new(&self.manifest.layout.site);
        self.manifest.bytecode.iter().filter_map(move |file| {
            let source = source_of(file.path.as_ref())?;
            let module = slashed(source.strip_prefix(site).ok()?.with_extension("").as_path()).replace('/', ".");
            Some(module.strip_suffix(".__init__").map(str::to_owned).unwrap_or(module))
        })
    }
}

/// Wheels that may be carried over, and the folder that they are carried into first: pip must neither run nor count what
/// is there in part.
pub(super) struct Carry<'a> {
    carrier: Option<(Carrier<'a>, TempDir)>,
    wheels: Vec<&'a ScreenedWheel>,
}

impl<'a> Carry<'a> {
    /// Parts the wheels: pip installs those that were read whole, while [`Self::begin`] carries the others, and the bytecode
    /// of them into a folder like site-packages.
    pub(super) fn of(
        before: Option<&Before<'a>>,
        wheels: &'a [ScreenedWheel],
        (venv, bytecode, scratch): (&'a Venv, Option<&'a Path>, &Path),
    ) -> Result<(Self, Vec<&'a ScreenedWheel>), EnvironmentError> {
        let (known, left) = wheels.iter().partition(|wheel| wheel.reading == Reading::Record);
        let carrier = match before.and_then(|before| Carrier::new(before, venv, bytecode)) {
            Some(carrier) => Some((carrier, private_folder(scratch, "carried-")?)),
            None => None,
        };
        Ok((Self { carrier, wheels: known }, left))
    }

    /// Carries; returns the wheels of which all is there.
    ///
    /// # Errors
    /// That it was cancelled.
    pub(super) fn begin(&self, cancel: &Cancel) -> Result<Vec<&'a ScreenedWheel>, EnvironmentError> {
        let Some((carrier, folder)) = &self.carrier else { return Ok(Vec::new()) };
        let carried = threads::each(&self.wheels, WRITING_THREADS, |wheel| {
            if cancel.is_cancelled() {
                return Err(EnvironmentError::Cancelled);
            }
            let carried = carrier.carry(wheel, &folder.path().join(&wheel.dist_info));
            Ok(carried.inspect_err(|why| log::info!("{} is left to pip: {why}", wheel.wheel().file_name)).is_ok())
        });
        let carried = carried.into_iter().collect::<Result<Vec<_>, _>>()?;
        Ok(self.wheels.iter().zip(carried).filter_map(|(wheel, carried)| carried.then_some(*wheel)).collect())
    }

    /// Says whether anything may be carried.
    pub(super) fn is_possible(&self) -> bool {
        self.carrier.is_some()
    }

    /// Returns the wheels that are left to pip after all.
    pub(super) fn left(&self, carried: &[&ScreenedWheel]) -> Vec<&'a ScreenedWheel> {
        let is_left = |wheel: &&&ScreenedWheel| !carried.iter().any(|carried| carried.dist_info == wheel.dist_info);
        self.wheels.iter().filter(is_left).copied().collect()
    }

    /// Puts what was carried in its place, once pip has ended.
    ///
    /// # Errors
    /// Any file-system error.
    pub(super) fn finish(&self, carried: &[&ScreenedWheel]) -> Result<(), EnvironmentError> {
        let Some((carrier, folder)) = &self.carrier else { return Ok(()) };
        let target = &carrier.venv.folder;
        for wheel in carried {
            move_into(&folder.path().join(&wheel.dist_info), target).map_err(EnvironmentError::disk(target))?;
        }
        log::info!("carried {} of {} wheels over", carried.len(), self.wheels.len());
        Ok(())
    }
}

/// Moves what lies in a folder into another one on the same file system; folders that both have become one.
fn move_into(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        match fs::symlink_metadata(&target) {
            Ok(found) if found.is_dir() && entry.file_type()?.is_dir() => move_into(&entry.path(), &target)?,
            Ok(_) => return Err(io::Error::new(io::ErrorKind::AlreadyExists, target.display().to_string())),
            Err(_) => fs::rename(entry.path(), target)?,
        }
    }
    Ok(())
}

struct Carrier<'a> {
    /// The other environment's folder, and both folders as they stand in what pip wrote.
    from: &'a Path,
    names: (String, String),
    venv: &'a Venv,
    bytecode: Option<&'a Path>,
    files: HashMap<&'a str, &'a FileContent>,
    /// By their sources.
    compiled: HashMap<String, &'a CompiledFile>,
}

impl<'a> Carrier<'a> {
    /// `None` where nothing can be carried.
    fn new(before: &Before<'a>, venv: &'a Venv, bytecode: Option<&'a Path>) -> Option<Self> {
        let Before { folder, manifest } = *before;
        let layout = &venv.layout;
        let same = InstallLayout {
            scripts: slashed(&layout.scripts),
            site: slashed(&layout.site),
            headers: slashed(&layout.headers),
        };
        let names = (format!("{}/", folder.to_str()?), format!("{}/", venv.folder.to_str()?));
        if manifest.layout != same || is_too_long(&names.0, layout) != is_too_long(&names.1, layout) {
            return None;
        }
        let files = manifest.files.iter().filter_map(|file| match &file.content {
            Content::File(content) => Some((file.path.as_str(), content)),
            Content::Link { .. } => None,
        });
        let compiled =
            manifest.bytecode.iter().filter_map(|file| Some((slashed(&source_of(file.path.as_ref())?), file)));
        Some(Self { from: folder, names, venv, bytecode, files: files.collect(), compiled: compiled.collect() })
    }

    /// Writes a wheel's files below a folder as they will lie in the environment.
    fn carry(&self, screened: &ScreenedWheel, to: &Path) -> io::Result<()> {
        let site = &self.venv.layout.site;
        let record = site.join(&screened.dist_info).join("RECORD");
        let mut rewritten = BTreeMap::new();
        for file in &screened.files {
            let path = file.place.below(&self.venv.layout).join(file.path.split('/').collect::<PathBuf>());
            if path == record {
                continue;
            }
            if file.after_shebang.is_some() {
                rewritten.insert(slashed(&path), self.rewrite(&path, to)?);
            } else {
                self.copy(&path, file, to)?;
                self.keep_bytecode(&path, file);
            }
        }
        for point in &screened.entry_points {
            let path = self.venv.layout.scripts.join(&point.name);
            rewritten.insert(slashed(&path), self.rewrite(&path, to)?);
        }
        for mark in ["INSTALLER", "REQUESTED"].map(|mark| site.join(&screened.dist_info).join(mark)) {
            if self.files.contains_key(slashed(&mark).as_str()) {
                self.put(&mark, self.text(&mark)?.as_bytes(), to)?;
            }
        }
        let up = "../".repeat(site.components().count());
        self.put(&record, with_rows(self.text(&record)?, &up, &rewritten).as_bytes(), to)
    }

    /// Copies a file of the wheel; `Err` where it is not the one that was screened.
    fn copy(&self, path: &Path, screened: &InstalledFile, to: &Path) -> io::Result<()> {
        let source = plain(&self.from.join(path), screened.size)?;
        let target = self.create(path, to)?;
        // Whatever grows meanwhile is another file.
        let copied = Sha256Digest::copying(source.take(screened.size + 1), target)?;
        if copied == (screened.size, screened.sha256) { Ok(()) } else { Err(changed(path)) }
    }

    /// Writes a command with the new folder in it; returns what RECORD says of it.
    fn rewrite(&self, path: &Path, to: &Path) -> io::Result<String> {
        let text = self.text(path)?.replace(&self.names.0, &self.names.1);
        self.put(path, text.as_bytes(), to)?;
        Ok(format!("sha256={},{}", base64(Sha256Digest::of(text.as_bytes()).as_bytes()), text.len()))
    }

    fn put(&self, path: &Path, bytes: &[u8], to: &Path) -> io::Result<()> {
        self.create(path, to)?.write_all(bytes)
    }

    /// Opens a new file, with the rights that the other one was given.
    fn create(&self, path: &Path, to: &Path) -> io::Result<fs::File> {
        let whole = to.join(path);
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        fs::os::unix::fs::OpenOptionsExt::mode(&mut options, self.recorded(path)?.mode);
        in_its_folder(&whole, || options.open(&whole))
    }

    fn recorded(&self, path: &Path) -> io::Result<&'a FileContent> {
        self.files.get(slashed(path).as_str()).copied().ok_or_else(|| changed(path))
    }

    /// What pip wrote there; the record holds it.
    fn text(&self, path: &Path) -> io::Result<&'a str> {
        self.recorded(path)?.text.as_deref().ok_or_else(|| changed(path))
    }

    /// Keeps what was compiled of a source; who has none compiles it again.
    fn keep_bytecode(&self, source: &Path, screened: &InstalledFile) {
        let Some((folder, known)) = self.bytecode.zip(self.compiled.get(slashed(source).as_str())) else { return };
        let below_site = Path::new(&known.path).strip_prefix(&self.venv.layout.site);
        let keep = |to: &Path| -> io::Result<()> {
            let mut bytes = Vec::new();
            // Bytecode is about as long as its source; nobody needs one that is not.
            let most = screened.size.saturating_mul(LARGEST_BYTECODE).saturating_add(1 << 16);
            plain(&self.from.join(&known.path), 0)?.take(most).read_to_end(&mut bytes)?;
            if Sha256Digest::of(&bytes) != known.sha256 {
                return Err(changed(to));
            }
            // One that is there in part would be believed.
            in_its_folder(to, || fs::write(to, &bytes).inspect_err(|_| drop(fs::remove_file(to))))
        };
        if let Ok(path) = below_site.map_err(io::Error::other)
            && screened.place == Place::Site
            && let Err(error) = keep(&folder.join(path))
        {
            log::debug!("{}: {error}", known.path);
        }
    }
}

/// Whether a first line that names an environment's Python is too long for the kernel: pip writes another one then, as
/// distlib has it, which counts the marks and the end of the line.
fn is_too_long(environment: &str, layout: &Layout) -> bool {
    let most = if cfg!(target_os = "macos") { 512 } else { 127 };
    environment.len() + slashed(&layout.scripts.join("python")).len() + "#!\n".len() > most
}

/// Opens a plain file, of which size is known where it is not 0: a pipe would be waited for.
fn plain(path: &Path, size: u64) -> io::Result<fs::File> {
    let found = fs::symlink_metadata(path)?;
    if !found.is_file() || (size != 0 && found.len() != size) {
        return Err(changed(path));
    }
    fs::File::open(path)
}

/// Makes a file, and its folder only where that is not there: most files have one already.
fn in_its_folder<T>(path: &Path, make: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match (make(), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            make()
        }
        (made, _) => made,
    }
}

/// Gives the rows of some paths, `bin/demo`, another hash and size.
fn with_rows(record: &str, up: &str, rewritten: &BTreeMap<String, String>) -> String {
    let row = |line: &str| {
        let (path, rest) = line.split_once(',')?;
        let content = rewritten.get(path.strip_prefix(up)?)?;
        let end = rest.trim_start_matches(|character| character != '\r' && character != '\n');
        Some(format!("{path},{content}{end}"))
    };
    record.split_inclusive('\n').map(|line| row(line).unwrap_or_else(|| line.to_owned())).collect()
}

fn changed(path: &Path) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{} is not as it was", path.display()))
}

/// They wait for the disk as much as for a processor.
const WRITING_THREADS: usize = 4;

/// Bytes of bytecode for each byte of its source, beside a part that is always allowed.
const LARGEST_BYTECODE: u64 = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_rows_of_what_was_rewritten_change_and_each_keeps_its_line_end() {
        let record = "../../../bin/demo,sha256=old,10\r\ndemo.py,sha256=same,3\r\n../../../bin/other,sha256=b,4\ndemo-1.0.dist-info/RECORD,,\r\n";
        let rewritten = BTreeMap::from([("bin/demo".to_owned(), "sha256=new,11".to_owned())]);
        assert_eq!(with_rows(record, "../../../", &rewritten), record.replace("sha256=old,10", "sha256=new,11"));
    }
}

//! Carries distributions that did not change over from the environment that runs, so that an upgrade costs what changed.
//!
//! A wheel is carried only where the other environment was made from one of the same digest, and each of its files only as
//! the bytes that this run's screening of the wheel found: they are hashed while they are copied. What pip wrote itself
//! (commands, RECORD) comes from the record of the other environment, with the new folder in place of the old one.
//! A wheel of which anything is not as it was is left to pip, and whatever was carried is compared like what pip installs.
//! Must not: write into the other environment, or link to its files: who damages one version must not damage both.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::bytecode::source_of;
use super::error::EnvironmentError;
use super::record::slashed;
use super::screen::{InstalledFile, Place, ScreenedWheel, base64, runs_any_at_start};
use super::venv::{Layout, Venv};
use crate::disk::{self, threads};
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

/// Wheels that may be carried over, and those that are left to pip in any case.
pub(super) struct Carry<'a> {
    carrier: Option<Carrier<'a>>,
    wheels: Vec<&'a ScreenedWheel>,
}

impl<'a> Carry<'a> {
    /// Parts the wheels: pip installs what is left, while [`Self::begin`] carries the rest into an environment that holds
    /// nothing yet but what venv made, and the bytecode of it into a folder like site-packages.
    pub(super) fn of(
        before: Option<&Before<'a>>,
        wheels: &'a [ScreenedWheel],
        (venv, bytecode): (&'a Venv, Option<&'a Path>),
    ) -> (Self, Vec<&'a ScreenedWheel>) {
        let carrier = before.and_then(|before| Carrier::new(before, venv, bytecode));
        let may_be = |wheel: &&ScreenedWheel| carrier.as_ref().is_some_and(|carrier| carrier.may_carry(wheel));
        let (may_be, left) = wheels.iter().partition(may_be);
        (Self { carrier, wheels: may_be }, left)
    }

    /// Carries all but what tells pip that a distribution is there (`.dist-info`).
    ///
    /// # Errors
    /// That it was cancelled, or that what was carried in part cannot be removed again.
    pub(super) fn begin(&self, cancel: &Cancel) -> Result<Vec<Begun<'a>>, EnvironmentError> {
        let Some(carrier) = &self.carrier else { return Ok(Vec::new()) };
        let carry = |wheel: &&'a ScreenedWheel| {
            if cancel.is_cancelled() { Err(EnvironmentError::Cancelled) } else { carrier.begin(wheel) }
        };
        Ok(threads::each(&self.wheels, WRITING_THREADS, carry).into_iter().collect::<Result<Vec<_>, _>>()?)
    }

    /// Carries the rest, once pip does not look any more; returns the wheels that are left to it after all.
    ///
    /// # Errors
    /// That what was carried in part cannot be removed again.
    pub(super) fn finish(
        &self,
        begun: Vec<Begun<'a>>,
    ) -> Result<(Vec<&'a ScreenedWheel>, Vec<&'a ScreenedWheel>), EnvironmentError> {
        let Some(carrier) = &self.carrier else { return Ok((Vec::new(), Vec::new())) };
        let (mut carried, mut left) = (Vec::new(), Vec::new());
        for mut begun in begun {
            let wheel = begun.wheel;
            if carrier.finish(&mut begun)? { carried.push(wheel) } else { left.push(wheel) }
        }
        log::info!("carried {} of {} wheels over", carried.len(), self.wheels.len());
        Ok((carried, left))
    }
}

/// A wheel that is being carried.
pub(super) struct Begun<'a> {
    wheel: &'a ScreenedWheel,
    written: Vec<PathBuf>,
    /// What RECORD says of the files that have this folder's name in them.
    rewritten: io::Result<BTreeMap<String, String>>,
}

struct Carrier<'a> {
    /// The other environment's folder, and both folders as they stand in what pip wrote.
    from: &'a Path,
    names: (String, String),
    venv: &'a Venv,
    bytecode: Option<&'a Path>,
    wheels: HashSet<Sha256Digest>,
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
        Some(Self {
            from: folder,
            names,
            venv,
            bytecode,
            wheels: manifest.wheels.iter().map(|wheel| wheel.sha256).collect(),
            files: files.collect(),
            compiled: compiled.collect(),
        })
    }

    /// pip's own Python would run a start-up file, before everything was compared.
    fn may_carry(&self, screened: &ScreenedWheel) -> bool {
        self.wheels.contains(&screened.wheel().sha256) && !runs_any_at_start(&screened.files)
    }

    /// Nothing is there any more of a wheel that cannot be carried.
    fn begin<'w>(&self, wheel: &'w ScreenedWheel) -> Result<Begun<'w>, EnvironmentError> {
        let mut begun = Begun { wheel, written: Vec::new(), rewritten: Ok(BTreeMap::new()) };
        begun.rewritten = self.put_files(wheel, &mut begun.written);
        self.undo_unless(begun.rewritten.is_ok(), &mut begun)?;
        Ok(begun)
    }

    /// Returns whether the wheel was carried.
    fn finish(&self, begun: &mut Begun<'_>) -> Result<bool, EnvironmentError> {
        let done = match &begun.rewritten {
            Ok(rewritten) => self.put_dist_info(begun.wheel, rewritten, &mut begun.written),
            Err(why) => Err(io::Error::new(why.kind(), why.to_string())),
        };
        if let Err(why) = &done {
            log::info!("{} is left to pip: {why}", begun.wheel.wheel().file_name);
        }
        self.undo_unless(done.is_ok(), begun)?;
        Ok(done.is_ok())
    }

    fn undo_unless(&self, is_good: bool, begun: &mut Begun<'_>) -> Result<(), EnvironmentError> {
        if is_good {
            return Ok(());
        }
        let disk = EnvironmentError::disk(&self.venv.folder);
        begun.written.drain(..).try_for_each(|path| disk::remove(&path)).map_err(disk)
    }

    /// Puts the files that a program may use; returns what RECORD says of those that have this folder's name in them.
    fn put_files(&self, screened: &ScreenedWheel, written: &mut Vec<PathBuf>) -> io::Result<BTreeMap<String, String>> {
        let mut rewritten = BTreeMap::new();
        for file in screened.files.iter().filter(|file| !is_in_dist_info(screened, file)) {
            let path = self.place_of(file);
            if file.after_shebang.is_some() {
                rewritten.insert(slashed(&path), self.rewrite(&path, written)?);
            } else {
                self.copy(&path, file, written)?;
                self.keep_bytecode(&path, file);
            }
        }
        for point in &screened.entry_points {
            let path = self.venv.layout.scripts.join(&point.name);
            rewritten.insert(slashed(&path), self.rewrite(&path, written)?);
        }
        Ok(rewritten)
    }

    fn put_dist_info(
        &self,
        screened: &ScreenedWheel,
        rewritten: &BTreeMap<String, String>,
        written: &mut Vec<PathBuf>,
    ) -> io::Result<()> {
        let site = &self.venv.layout.site;
        let record = site.join(&screened.dist_info).join("RECORD");
        for file in screened.files.iter().filter(|file| is_in_dist_info(screened, file)) {
            let path = self.place_of(file);
            if path != record {
                self.copy(&path, file, written)?;
            }
        }
        for mark in ["INSTALLER", "REQUESTED"].map(|mark| site.join(&screened.dist_info).join(mark)) {
            if self.files.contains_key(slashed(&mark).as_str()) {
                self.put(&mark, self.text(&mark)?.as_bytes(), written)?;
            }
        }
        let up = "../".repeat(site.components().count());
        self.put(&record, with_rows(self.text(&record)?, &up, rewritten).as_bytes(), written)
    }

    fn place_of(&self, file: &InstalledFile) -> PathBuf {
        file.place.below(&self.venv.layout).join(file.path.split('/').collect::<PathBuf>())
    }

    /// Copies a file of the wheel; `Err` where it is not the one that was screened.
    fn copy(&self, path: &Path, screened: &InstalledFile, written: &mut Vec<PathBuf>) -> io::Result<()> {
        let source = plain(&self.from.join(path), screened.size)?;
        let target = self.create(path, written)?;
        // Whatever grows meanwhile is another file.
        let copied = Sha256Digest::copying(source.take(screened.size + 1), target)?;
        if copied == (screened.size, screened.sha256) { Ok(()) } else { Err(changed(path)) }
    }

    /// Writes a command with the new folder in it; returns what RECORD says of it.
    fn rewrite(&self, path: &Path, written: &mut Vec<PathBuf>) -> io::Result<String> {
        let text = self.text(path)?.replace(&self.names.0, &self.names.1);
        self.put(path, text.as_bytes(), written)?;
        Ok(format!("sha256={},{}", base64(Sha256Digest::of(text.as_bytes()).as_bytes()), text.len()))
    }

    fn put(&self, path: &Path, bytes: &[u8], written: &mut Vec<PathBuf>) -> io::Result<()> {
        self.create(path, written)?.write_all(bytes)
    }

    /// Opens a new file, with the rights that the other one was given.
    fn create(&self, path: &Path, written: &mut Vec<PathBuf>) -> io::Result<fs::File> {
        let whole = self.venv.folder.join(path);
        if let Some(folder) = whole.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        fs::os::unix::fs::OpenOptionsExt::mode(&mut options, self.recorded(path)?.mode);
        let file = options.open(&whole)?;
        written.push(whole);
        Ok(file)
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
            to.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(to, bytes)
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

fn is_in_dist_info(screened: &ScreenedWheel, file: &InstalledFile) -> bool {
    let below = file.path.strip_prefix(screened.dist_info.as_str()).is_some_and(|rest| rest.starts_with('/'));
    file.place == Place::Site && below
}

/// Opens a plain file, of which size is known where it is not 0: a pipe would be waited for.
fn plain(path: &Path, size: u64) -> io::Result<fs::File> {
    let found = fs::symlink_metadata(path)?;
    if !found.is_file() || (size != 0 && found.len() != size) {
        return Err(changed(path));
    }
    fs::File::open(path)
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

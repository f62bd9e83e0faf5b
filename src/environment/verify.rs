//! Compares an installed environment with the record of its install, and the record with the signed wheels.
//!
//! Nothing of the environment is run, and nothing is changed. What this can prove, and what not, is in ARCHITECTURE.md.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use fs_err as fs;

use super::bytecode::source_of;
use super::error::EnvironmentError;
use super::record::{mode, modified, slashed};
use super::screen::{Place, Recorded, RecordedFile, Unfit, Wheel};
use super::venv::Layout;
use crate::disk::{self, threads};
use crate::model::manifest::{BESIDE, Content, FILE, FileContent, InstalledFile, Manifest};
use crate::model::{Event, FindingKind, Sha256Digest};
use crate::ports::{Cancel, EventSink};

/// What is compared, and how thoroughly.
#[derive(Clone, Copy)]
pub struct Comparison<'a> {
    /// The environment's folder.
    pub folder: &'a Path,
    /// The record of its install.
    pub manifest: &'a Manifest,
    /// How thoroughly.
    pub depth: Depth<'a>,
}

/// How thoroughly an environment is compared.
#[derive(Clone, Copy)]
pub enum Depth<'a> {
    /// Only files are read whose size, time or rights are others than they were.
    Quick,
    /// Every file is read, foreign files are looked for, and the record itself is compared with wheels.
    Full {
        /// The wheels that the publisher's keys vouch for, by their place in the record, and where they lie.
        signed: &'a [(usize, PathBuf)],
        /// Who hears how far it is.
        events: &'a dyn EventSink,
    },
}

/// One thing that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// Below the environment's folder.
    pub path: PathBuf,
    /// What is wrong.
    pub kind: FindingKind,
}

/// What a comparison came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Files and links that were compared.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Wheels that the record was compared with.
    pub signed: u64,
    /// What is not as it was, by path.
    pub differences: Vec<Difference>,
}

/// Compares; two threads read.
///
/// # Errors
/// That it was cancelled, or that a folder cannot be read.
pub fn compare(comparison: &Comparison<'_>, cancel: &Cancel) -> Result<Compared, EnvironmentError> {
    let Comparison { folder, manifest, depth } = comparison;
    let mut compared = Compared {
        files: manifest.files.len() as u64,
        bytes: manifest.files.iter().map(size).sum(),
        ..Compared::default()
    };
    if fs::symlink_metadata(folder).is_ok_and(|found| !found.is_dir()) {
        // What lies behind a link is somebody's own: it is neither compared nor mended.
        compared.differences.push(Difference { path: FILE.into(), kind: FindingKind::Record });
        return Ok(compared);
    }
    compared.differences = comparison.files(compared.bytes, cancel)?;
    if let Depth::Full { signed, .. } = depth {
        compared.differences.extend(comparison.foreign()?);
        let judged = threads::each(signed, 2, |(index, path)| comparison.record_of(*index, path));
        for (result, (_, path)) in judged.into_iter().zip(*signed) {
            match result {
                Ok(differences) => {
                    compared.signed += 1;
                    compared.differences.extend(differences);
                }
                Err(error) => log::warn!("{} cannot be compared with: {error}", path.display()),
            }
        }
    }
    if cancel.is_cancelled() {
        return Err(EnvironmentError::Cancelled);
    }
    compared.differences.sort();
    compared.differences.dedup_by(|a, b| a.path == b.path && a.kind == b.kind);
    Ok(compared)
}

impl Comparison<'_> {
    /// Compares every file and link of the record with what is there.
    pub(super) fn files(&self, bytes: u64, cancel: &Cancel) -> Result<Vec<Difference>, EnvironmentError> {
        let done = AtomicU64::new(0);
        let usurped = self.usurped();
        let step = (bytes / STEPS).max(1);
        let judged = threads::each(&self.manifest.files, 2, |file| {
            if cancel.is_cancelled() {
                return None;
            }
            let is_behind = !usurped.is_empty() && folders_above(&file.path).any(|folder| usurped.contains(folder));
            let kind = if is_behind { Some(FindingKind::Missing) } else { self.look(file) };
            let before = done.fetch_add(size(file), Ordering::Relaxed);
            let now = before + size(file);
            if let Depth::Full { events, .. } = self.depth
                && (before / step != now / step || now == bytes)
            {
                events.emit(Event::Verifying { done: now, total: bytes });
            }
            kind.map(|kind| Difference { path: PathBuf::from(&file.path), kind })
        });
        if cancel.is_cancelled() {
            Err(EnvironmentError::Cancelled)
        } else {
            let foreign = usurped.into_iter().map(|path| Difference { path: path.into(), kind: FindingKind::Foreign });
            Ok(judged.into_iter().flatten().chain(foreign).collect())
        }
    }

    /// The folders of the record in whose place a link or file stands, the topmost of each.
    fn usurped(&self) -> BTreeSet<&Path> {
        // Sorted, a folder comes before those in it.
        let folders: BTreeSet<&Path> = self.manifest.files.iter().flat_map(|file| folders_above(&file.path)).collect();
        let mut usurped = BTreeSet::new();
        for folder in folders {
            let is_behind = folder.ancestors().any(|above| usurped.contains(above));
            if !is_behind && is_usurped(self.folder, self.manifest, folder) {
                usurped.insert(folder);
            }
        }
        usurped
    }

    /// What is wrong with one file or link. One that cannot be read is not what it was.
    fn look(&self, file: &InstalledFile) -> Option<FindingKind> {
        let path = self.folder.join(&file.path);
        let found = match fs::symlink_metadata(&path) {
            Ok(found) => found,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Some(FindingKind::Missing),
            Err(_) => return Some(FindingKind::Changed),
        };
        let expected = match &file.content {
            Content::Link { link } => {
                let same = fs::read_link(&path).is_ok_and(|target| target.to_string_lossy() == *link);
                return (!same).then_some(FindingKind::Changed);
            }
            Content::File(expected) => expected,
        };
        if !found.is_file() || found.len() != expected.size {
            return Some(FindingKind::Changed);
        }
        let seems_same = matches!(self.depth, Depth::Quick) && modified(&found) == expected.modified;
        if !seems_same && !digest(&path, expected.size).is_ok_and(|digest| digest == expected.sha256) {
            return Some(FindingKind::Changed);
        }
        (mode(&found) != expected.mode || mode(&found) & OTHERS_WRITE != 0).then_some(FindingKind::Rights)
    }

    /// Finds what the record does not have, and folders that others may write.
    fn foreign(&self) -> Result<Vec<Difference>, EnvironmentError> {
        let known: HashSet<&str> = self.manifest.files.iter().map(|file| file.path.as_str()).chain(BESIDE).collect();
        let disk = EnvironmentError::disk(self.folder);
        let mut found = Vec::new();
        let mut folders = vec![PathBuf::new()];
        while let Some(below) = folders.pop() {
            let whole = self.folder.join(&below);
            if mode(&fs::symlink_metadata(&whole).map_err(&disk)?) & OTHERS_WRITE != 0 {
                found.push(Difference { path: below.clone(), kind: FindingKind::Rights });
            }
            for entry in fs::read_dir(&whole).map_err(&disk)? {
                let entry = entry.map_err(&disk)?;
                let path = below.join(entry.file_name());
                if entry.file_type().map_err(&disk)?.is_dir() {
                    // One in the place of a file of the record is that file's damage, with all in it.
                    if !known.contains(slashed(&path).as_str()) {
                        folders.push(path);
                    }
                } else if !known.contains(slashed(&path).as_str()) && !self.is_cache(&path, &known) {
                    found.push(Difference { path, kind: FindingKind::Foreign });
                }
            }
        }
        Ok(found)
    }

    fn is_cache(&self, path: &Path, known: &HashSet<&str>) -> bool {
        self.is_its_bytecode(path, known) || self.is_plugin_cache(path, known)
    }

    /// Bytecode that Python keeps of a source of the record (PEP 3147), and that it throws away when the source
    /// changes: the kind that is never compared with its source (PEP 552) could hide another program.
    fn is_its_bytecode(&self, path: &Path, known: &HashSet<&str>) -> bool {
        let source = source_of(path).map(|source| slashed(&source));
        let checked = || {
            use std::io::Read;
            let mut head = [0; 8];
            let read = fs::File::open(self.folder.join(path)).and_then(|mut file| file.read_exact(&mut head));
            read.is_ok() && matches!(head, [_, _, _, _, 0 | 3, 0, 0, 0])
        };
        source.is_some_and(|source| known.contains(source.as_str())) && is_plain(&self.folder.join(path)) && checked()
    }

    /// Twisted writes down the plugins that it found beside their sources; like bytecode it is made anew at will.
    fn is_plugin_cache(&self, path: &Path, known: &HashSet<&str>) -> bool {
        let beside = path.parent().map(slashed).unwrap_or_default() + "/";
        let is_source = |name: &&str| name.strip_prefix(&beside).is_some_and(|name| name.ends_with(".py"));
        path.ends_with("plugins/dropin.cache") && is_plain(&self.folder.join(path)) && known.iter().any(is_source)
    }

    /// Compares the record of one wheel's files with the wheel. Where they differ, both the file and the record are
    /// named: somebody changed both.
    fn record_of(&self, index: usize, path: &Path) -> Result<Vec<Difference>, Unfit> {
        let Some(wheel) = self.manifest.wheels.get(index) else { return Ok(Vec::new()) };
        let wheel = Wheel {
            name: wheel.name.clone(),
            version: wheel.version.clone(),
            file_name: wheel.file.clone(),
            sha256: wheel.sha256,
            path: path.to_owned(),
        };
        let layout = layout(self.manifest);
        let mut recorded = Recorded::open(&wheel)?;
        let installed: HashMap<&str, &FileContent> = self.manifest.files.iter().filter_map(plain_file).collect();
        let mut names = HashSet::new();
        let mut wrong = Vec::new();
        for file in std::mem::take(&mut recorded.files) {
            let place = slashed(&file.place.below(&layout).join(&file.path));
            let same = match installed.get(place.as_str()) {
                Some(said) => file.has(said.size, said.sha256) || is_told_otherwise(&file, said, &mut recorded)?,
                None => false,
            };
            if !same {
                wrong.push(PathBuf::from(&place));
            }
            names.insert(place);
        }
        let surplus = |(path, file): &(&&str, &&FileContent)| {
            file.wheel == Some(index) && !names.contains(**path) && !is_wheels_own(path)
        };
        wrong.extend(installed.iter().filter(surplus).map(|(path, _)| PathBuf::from(path)));
        let changed = wrong.into_iter().map(|path| Difference { path, kind: FindingKind::Changed });
        let mut differences: Vec<Difference> = changed.collect();
        if !differences.is_empty() {
            differences.push(Difference { path: FILE.into(), kind: FindingKind::Record });
        }
        Ok(differences)
    }
}

/// A row with another kind of hash, and a script whose first line pip rewrote, are compared by their content.
fn is_told_otherwise(file: &RecordedFile, said: &FileContent, recorded: &mut Recorded) -> Result<bool, Unfit> {
    let original = recorded.read(&file.entry, LARGEST_SCRIPT.max(said.size))?;
    if Sha256Digest::of(&original) == said.sha256 {
        return Ok(true);
    }
    let rest = |bytes: &[u8]| {
        let end = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| end + 1);
        Sha256Digest::of(bytes.get(end..).unwrap_or_default())
    };
    let text = said.text.as_deref().unwrap_or_default().as_bytes();
    let rewritten = file.place == Place::Scripts && original.starts_with(b"#!python") && text.starts_with(b"#!");
    Ok(rewritten && Sha256Digest::of(text) == said.sha256 && rest(&original) == rest(text))
}

/// A signature of RECORD is listed without a hash.
fn is_wheels_own(path: &str) -> bool {
    path.ends_with(".dist-info/RECORD.jws") || path.ends_with(".dist-info/RECORD.p7s")
}

/// The folders that a path of the record lies in, below the environment; the nearest first.
pub(super) fn folders_above(path: &(impl AsRef<Path> + ?Sized)) -> impl Iterator<Item = &Path> {
    path.as_ref().ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty())
}

/// Whether a link or file stands where the record has a folder. What lies behind such a link is not the environment's. A
/// link that venv made (`lib64`) is of the record itself. The folders above have been looked at.
pub(super) fn is_usurped(environment: &Path, manifest: &Manifest, folder: &Path) -> bool {
    let whole = environment.join(folder);
    let is_recorded = || {
        let (path, target) = (slashed(folder), fs::read_link(&whole).ok());
        let target = target.as_ref().map(|target| target.to_string_lossy());
        let same = |content: &Content| matches!(content, Content::Link { link } if Some(link.into()) == target);
        manifest.files.iter().any(|file| file.path == path && same(&file.content))
    };
    fs::symlink_metadata(&whole).is_ok_and(|found| !found.is_dir()) && !is_recorded()
}

fn plain_file(file: &InstalledFile) -> Option<(&str, &FileContent)> {
    match &file.content {
        Content::File(content) => Some((file.path.as_str(), content)),
        Content::Link { .. } => None,
    }
}

fn layout(manifest: &Manifest) -> Layout {
    let layout = &manifest.layout;
    Layout {
        scripts: PathBuf::from(&layout.scripts),
        site: PathBuf::from(&layout.site),
        headers: PathBuf::from(&layout.headers),
    }
}

fn size(file: &InstalledFile) -> u64 {
    match &file.content {
        Content::File(file) => file.size,
        Content::Link { .. } => 0,
    }
}

/// Small files are read whole: that is what most files of an environment are.
fn digest(path: &Path, size: u64) -> std::io::Result<Sha256Digest> {
    let mut file = disk::open_plain(fs::OpenOptions::new().read(true), path)?.take(size);
    if size <= WHOLE {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        return Ok(Sha256Digest::of(&bytes));
    }
    Ok(Sha256Digest::of_reader(file)?.1)
}

fn is_plain(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_file())
}

/// Write permission of the group and of all others.
const OTHERS_WRITE: u32 = 0o022;

/// How often a comparison says how far it is.
const STEPS: u64 = 100;

/// Bytes of a file that is read whole.
const WHOLE: u64 = 1 << 20;

/// Bytes of a script that is compared by its content.
const LARGEST_SCRIPT: u64 = 16 << 20;

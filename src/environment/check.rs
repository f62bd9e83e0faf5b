//! Compares what was installed with what was screened, before anything of it is run.
//!
//! Every file of every wheel must be there with its own digest, the commands must be those that pip writes, the
//! environment's own files must be as venv made them, and nothing else may be there.

use std::collections::{BTreeMap, HashSet};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::error::EnvironmentError;
use super::record::{self, Origin};
use super::screen::{InstalledFile, Place, ScreenedWheel, base64};
use super::venv::{self, Content, Venv};
use crate::disk::threads;
use crate::model::{Manifest, Sha256Digest};
use crate::ports::Cancel;

/// Compares the whole environment with the wheels, and returns the record of it; two threads hash.
pub(super) fn files(wheels: &[ScreenedWheel], venv: &Venv, cancel: &Cancel) -> Result<Manifest, EnvironmentError> {
    let expected = expected(wheels, venv)?;
    nothing_else_is_there(&expected, venv)?;
    let items: Vec<_> = expected.iter().collect();
    let judged = threads::each(&items, 2, |(path, expectation)| {
        if cancel.is_cancelled() {
            return Err(EnvironmentError::Cancelled);
        }
        let whole = venv.folder.join(path);
        let met = expectation.is_met_by(&whole);
        // A file that is gone is a file that changed.
        if met.unwrap_or(false) {
            record::record(&venv.folder, path, expectation.origin())
        } else {
            Err(EnvironmentError::Changed { path: whole })
        }
    });
    Ok(record::manifest(wheels, venv, judged.into_iter().collect::<Result<_, _>>()?))
}

/// What must stand at a path.
enum Expectation<'a> {
    /// A file of a wheel, and the wheel's place among all.
    Wheels(usize, &'a InstalledFile),
    /// A file that pip writes: the digest that it put into RECORD.
    Pips(String),
    /// RECORD itself, which lists itself without a hash: read already.
    Record,
    /// A file that venv made.
    Own(&'a Content),
}

impl<'a> Expectation<'a> {
    fn origin(&self) -> Origin<'a> {
        match self {
            Self::Wheels(wheel, file) if file.after_shebang.is_none() => {
                Origin::Wheel(*wheel, &file.entry, file.sha256)
            }
            Self::Wheels(..) | Self::Pips(_) | Self::Record | Self::Own(_) => Origin::Made,
        }
    }

    fn is_met_by(&self, path: &Path) -> std::io::Result<bool> {
        match self {
            Self::Own(Content::Link(target)) => Ok(fs_err::read_link(path)? == *target),
            _ if path.is_symlink() => Ok(false),
            Self::Own(Content::File(digest)) => Ok(venv::digest(path)?.1 == *digest),
            Self::Wheels(_, file) => match file.after_shebang {
                Some(rest) => is_rewritten_script(path, rest),
                None => Ok(venv::digest(path)? == (file.size, file.sha256)),
            },
            Self::Pips(recorded) => Ok(base64(venv::digest(path)?.1.as_bytes()) == *recorded),
            Self::Record => Ok(true),
        }
    }
}

/// Lists every path that must be there, relative to the environment.
fn expected<'a>(
    wheels: &'a [ScreenedWheel],
    venv: &'a Venv,
) -> Result<BTreeMap<PathBuf, Expectation<'a>>, EnvironmentError> {
    let mut expected: BTreeMap<_, _> = venv.own.iter().map(|(path, is)| (path.clone(), Expectation::Own(is))).collect();
    for (index, screened) in wheels.iter().enumerate() {
        let mut pips = written_by_pip(screened, venv)?;
        for file in &screened.files {
            let path = file.place.below(&venv.layout).join(file.path.split('/').collect::<PathBuf>());
            let is_record = file.place == Place::Site && file.path == format!("{}/RECORD", screened.dist_info);
            let what = if is_record { Expectation::Record } else { Expectation::Wheels(index, file) };
            pips.remove(&path);
            // What venv made stays what venv made, whatever a wheel brings: the comparison then fails.
            expected.entry(path).or_insert(what);
        }
        for (path, digest) in pips {
            expected.entry(path).or_insert(Expectation::Pips(digest));
        }
    }
    Ok(expected)
}

/// Reads the RECORD that pip wrote, for the files that pip itself makes: commands, and its marks in `.dist-info`.
fn written_by_pip(screened: &ScreenedWheel, venv: &Venv) -> Result<BTreeMap<PathBuf, String>, EnvironmentError> {
    let record = venv.site().join(&screened.dist_info).join("RECORD");
    let changed = || EnvironmentError::Changed { path: record.clone() };
    let text = fs_err::read_to_string(&record).map_err(|_| changed())?;
    let mut digests = BTreeMap::new();
    for line in text.lines() {
        let mut fields = line.rsplitn(3, ',');
        let (_size, hash, path) = (fields.next(), fields.next(), fields.next());
        if let (Some(path), Some(digest)) = (path, hash.and_then(|hash| hash.strip_prefix("sha256="))) {
            digests.insert(path.trim_matches('"').replace('\\', "/"), digest.to_owned());
        }
    }
    let up = "../".repeat(venv.layout.site.components().count());
    let mut written = BTreeMap::new();
    let mut take = |path: PathBuf, recorded: &str| {
        let digest = digests.remove(recorded)?;
        Some(written.insert(path, digest))
    };
    for mark in ["INSTALLER", "REQUESTED"] {
        let recorded = format!("{}/{mark}", screened.dist_info);
        take(venv.layout.site.join(&recorded), &recorded);
    }
    for point in &screened.entry_points {
        let file = if cfg!(windows) { format!("{}.exe", point.name) } else { point.name.clone() };
        let recorded = format!("{up}{}/{file}", venv.layout.scripts.display());
        let path = venv.layout.scripts.join(&file);
        // A command that pip did not write is a file that is missing.
        take(path.clone(), &recorded).ok_or_else(|| EnvironmentError::Changed { path: venv.folder.join(&path) })?;
    }
    Ok(written)
}

fn nothing_else_is_there(expected: &BTreeMap<PathBuf, Expectation<'_>>, venv: &Venv) -> Result<(), EnvironmentError> {
    let there = venv::files(&venv.folder).map_err(EnvironmentError::disk(&venv.folder))?;
    let known: HashSet<&PathBuf> = expected.keys().collect();
    match there.iter().find(|path| !known.contains(path)) {
        Some(path) => Err(EnvironmentError::Foreign { path: venv.folder.join(path) }),
        None => Ok(()),
    }
}

/// pip replaces a first line `#!python` by the environment's interpreter and leaves the rest.
pub(super) fn is_rewritten_script(path: &Path, rest: Sha256Digest) -> std::io::Result<bool> {
    let mut bytes = Vec::new();
    fs_err::File::open(path)?.read_to_end(&mut bytes)?;
    let end = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| end + 1);
    Ok(bytes.starts_with(b"#!") && Sha256Digest::of(bytes.get(end..).unwrap_or_default()) == rest)
}

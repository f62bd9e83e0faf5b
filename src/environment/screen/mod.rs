//! Judges every wheel before pip sees it (facts.md, section 3: what pip does not refuse, so we must).
//!
//! Nothing is unpacked and nothing is run: each file is inflated once, counted and hashed. The result says
//! which file will stand where with which digest, so that the installed files can be compared with it.

mod archive;
mod entry_points;
mod metadata;
pub(super) mod path;
mod record;
mod recorded;
mod startup;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::disk::threads;
use crate::model::release::PathFiles;
use crate::model::{FileName, PackageName, Sha256Digest, Version, VersionSpecifiers};
use crate::ports::Cancel;

pub use entry_points::BadEntryPoints;
pub use metadata::BadHeader;
pub use path::BadPath;
pub use record::BadRecord;
pub use startup::{StartupFile, startup_files};

pub(super) use entry_points::EntryPoint;
pub(super) use record::base64;
pub(super) use recorded::{Recorded, RecordedFile};

/// A wheel as the plan names it, and where its bytes are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wheel {
    /// The distribution.
    pub name: PackageName,
    /// Its version.
    pub version: Version,
    /// The file's own name, `demo-1.0-py3-none-any.whl`.
    pub file_name: FileName,
    /// Digest of the whole file.
    pub sha256: Sha256Digest,
    /// Where it lies.
    pub path: PathBuf,
}

/// What the files of a set of wheels may be.
#[derive(Clone, Debug)]
pub struct Rules<'a> {
    /// Which files that run at every start may be brought.
    pub startup_files: StartupFiles<'a>,
    /// Bounds of one wheel.
    pub limits: Limits,
    /// Characters of the longest path below the folder that it will stand in.
    pub longest_path: usize,
    /// Whether commands may be named like the environment's own: pip's wheel, which is not installed, has such.
    pub may_shadow: bool,
}

/// Files that Python reads at every start, also when isolated: `.pth`, `.start`, `sitecustomize.py`.
#[derive(Clone, Copy, Debug)]
pub enum StartupFiles<'a> {
    /// Those that the release lists, by name and digest.
    Listed(&'a PathFiles),
    /// Any: in a build environment, whose code is run anyway.
    Any,
}

/// Bounds of one wheel; beyond them it is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Entries of the archive.
    pub entries: usize,
    /// Bytes of all files, inflated.
    pub unpacked: u64,
    /// Bytes of all files for each byte of the archive, once it is past [`Limits::RATIO_FROM`].
    pub ratio: u64,
}

impl Limits {
    /// Small archives may inflate as they like up to here, in bytes.
    pub const RATIO_FROM: u64 = 64 << 20;
}

impl Default for Limits {
    fn default() -> Self {
        Self { entries: 100_000, unpacked: 8 << 30, ratio: 100 }
    }
}

/// A wheel that passed, with every file it will install.
#[derive(Clone, Debug)]
pub struct ScreenedWheel {
    pub(super) wheel: Wheel,
    pub(super) reading: Reading,
    pub(super) requires_python: Option<VersionSpecifiers>,
    pub(super) files: Vec<InstalledFile>,
    pub(super) entry_points: Vec<EntryPoint>,
    /// `demo-1.0.dist-info`
    pub(super) dist_info: String,
}

/// How much of a wheel was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Every file of it.
    Whole,
    /// Its lists, so that what stands somewhere already can be compared with them. pip must not open such a wheel, and one
    /// that would run anything at every start is read whole.
    Record,
}

/// A file that a wheel brings, and where pip will put it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct InstalledFile {
    pub(super) place: Place,
    /// Below the place, with `/`.
    pub(super) path: String,
    /// Its name in the archive.
    pub(super) entry: String,
    pub(super) size: u64,
    pub(super) sha256: Sha256Digest,
    /// For a script that begins with `#!python`: digest of all after its first line, which pip rewrites.
    pub(super) after_shebang: Option<Sha256Digest>,
}

/// The folders of an environment that pip installs into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Place {
    /// `lib/python3.11/site-packages`
    Site,
    /// `bin`, `Scripts`
    Scripts,
    /// `include/site/python3.11`
    Headers,
    /// The environment's own folder.
    Root,
}

/// Says which wheel is refused, and why.
#[derive(Debug, thiserror::Error)]
#[error("{file_name} is refused")]
pub struct Refused {
    /// The wheel.
    pub file_name: FileName,
    /// Why.
    #[source]
    pub reason: Unfit,
}

/// Why a wheel is refused.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// It cannot be read from the disk.
    #[error("it cannot be read")]
    Unreadable(#[source] std::io::Error),
    /// It is not the file that was locked.
    #[error("its sha256 is {found}, not {locked}")]
    Digest {
        /// The lock's.
        locked: Sha256Digest,
        /// The file's.
        found: Sha256Digest,
    },
    /// It is no zip archive, or its two lists of files disagree.
    #[error("it is no sound zip archive")]
    Archive(#[source] zip::result::ZipError),
    /// It has more entries than allowed.
    #[error("it has {count} entries, more than {limit}")]
    Entries {
        /// How many.
        count: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// It inflates to more bytes than allowed, or to others than it says.
    #[error("it inflates to more than {limit} bytes")]
    Inflates {
        /// Bytes allowed.
        limit: u64,
    },
    /// A path in it is refused.
    #[error("it has the path {path:?}")]
    Path {
        /// The path, cut to a sane length.
        path: String,
        /// Why.
        #[source]
        why: BadPath,
    },
    /// An entry is encrypted, a link or a device, or packed in an unusual way.
    #[error("{path:?} is no plain file")]
    NotPlain {
        /// The entry.
        path: String,
    },
    /// There is not exactly one `.dist-info` folder, or a `.dist-info` or `.data` folder is of another distribution.
    #[error("{folder:?} is not the metadata folder of this distribution")]
    Folder {
        /// The folder; empty when there is none.
        folder: String,
    },
    /// A file of the metadata is missing or longer than allowed.
    #[error("it has no usable {file}")]
    Metadata {
        /// `METADATA`, `WHEEL`, `RECORD`
        file: &'static str,
    },
    /// A header of METADATA or WHEEL is wrong.
    #[error("its metadata cannot be used")]
    Header(#[from] BadHeader),
    /// The name or version in its file name or METADATA is not the lock's.
    #[error("it says it is {says}")]
    Identity {
        /// What it says.
        says: String,
    },
    /// RECORD cannot be read.
    #[error("its RECORD cannot be used")]
    Record(#[from] BadRecord),
    /// A file is not in RECORD, or RECORD lists one that is not there.
    #[error("RECORD and the archive disagree about {path:?}")]
    Unlisted {
        /// The file.
        path: String,
    },
    /// RECORD has another size or hash than the file.
    #[error("RECORD describes another {path:?}")]
    Lying {
        /// The file.
        path: String,
    },
    /// entry_points.txt cannot be used.
    #[error("its entry points cannot be used")]
    EntryPoints(#[from] BadEntryPoints),
    /// A file would stand where the environment's own interpreter, pip or activation scripts are.
    #[error("{path:?} would replace a part of the environment")]
    Shadows {
        /// The file or command.
        path: String,
    },
    /// A file that runs at every start of Python, and that the release does not list.
    #[error("{path:?} would run at every start")]
    Startup {
        /// The file.
        path: String,
        /// Its digest.
        sha256: Sha256Digest,
    },
    /// Bytecode, which nobody can compare with its source.
    #[error("{path:?} is bytecode")]
    Bytecode {
        /// The file.
        path: String,
    },
    /// Another wheel, or the same one, installs a file at the same place.
    #[error("{path:?} belongs to {other} too")]
    Shared {
        /// The file.
        path: String,
        /// The other wheel.
        other: FileName,
    },
    /// A path is too long below the folder of the environment.
    #[error("{path:?} is too long by {excess} characters")]
    PathTooLong {
        /// The path.
        path: String,
        /// Characters beyond the limit.
        excess: usize,
    },
    /// The run was cancelled.
    #[error("cancelled")]
    Cancelled,
}

/// Judges a set of wheels that go into one environment; two threads inflate and hash.
///
/// # Errors
/// The first wheel, in the given order, that is refused.
pub fn screen(wheels: &[Wheel], rules: &Rules<'_>, cancel: &Cancel) -> Result<Vec<ScreenedWheel>, Refused> {
    screen_to(|_| Reading::Whole, wheels, rules, cancel)
}

/// Does the same, and reads of each wheel as much as it is told.
pub(super) fn screen_to(
    reading: impl Fn(&Wheel) -> Reading + Sync,
    wheels: &[Wheel],
    rules: &Rules<'_>,
    cancel: &Cancel,
) -> Result<Vec<ScreenedWheel>, Refused> {
    let screened = threads::each(wheels, 2, |wheel| archive::judge(wheel, rules, reading(wheel), cancel));
    let screened = screened.into_iter().collect::<Result<Vec<_>, _>>()?;
    each_file_has_one_owner(&screened)?;
    Ok(screened)
}

/// Judges each of some wheels by itself, in the given order; two threads inflate and hash.
pub fn screen_each(wheels: &[Wheel], rules: &Rules<'_>, cancel: &Cancel) -> Vec<Result<ScreenedWheel, Refused>> {
    threads::each(wheels, 2, |wheel| archive::judge(wheel, rules, Reading::Whole, cancel))
}

/// Refuses two files at one place: pip would silently keep the last.
///
/// # Errors
/// The first wheel with a file or command that an earlier one, or the same one, has too.
pub fn each_file_has_one_owner<'a>(wheels: impl IntoIterator<Item = &'a ScreenedWheel>) -> Result<(), Refused> {
    let mut owners: HashMap<(Place, String), &FileName> = HashMap::new();
    for screened in wheels {
        let file_name = &screened.wheel.file_name;
        let commands = screened.entry_points.iter().map(|point| (Place::Scripts, point.name.as_str()));
        let files = screened.files.iter().map(|file| (file.place, file.path.as_str()));
        for (place, path) in files.chain(commands) {
            let (place, path) = shared_place(place, path);
            if let Some(other) = owners.insert((place, path.clone()), file_name) {
                let reason = Unfit::Shared { path, other: other.clone() };
                return Err(Refused { file_name: file_name.clone(), reason });
            }
        }
    }
    Ok(())
}

/// Data files below `bin` or `Scripts` lie where commands lie; `.exe` is what pip adds to them on Windows.
fn shared_place(place: Place, path: &str) -> (Place, String) {
    let folded = path::folded(path);
    let (place, folded) = match (place, folded.split_once('/')) {
        (Place::Root, Some(("bin" | "scripts", rest))) => (Place::Scripts, rest.to_owned()),
        _ => (place, folded),
    };
    match place {
        Place::Scripts => (place, folded.strip_suffix(".exe").map(str::to_owned).unwrap_or(folded)),
        _ => (place, folded),
    }
}

impl ScreenedWheel {
    /// Returns the wheel.
    pub fn wheel(&self) -> &Wheel {
        &self.wheel
    }

    /// Returns the Pythons that the wheel says it is for.
    pub fn requires_python(&self) -> Option<&VersionSpecifiers> {
        self.requires_python.as_ref()
    }

    /// Returns whether Python would run a file of it at every start.
    pub(super) fn runs_at_start(&self) -> bool {
        self.files.iter().any(|file| startup::at_start(file.place, &file.path))
    }

    /// Returns whether it brings a command.
    pub fn has_command(&self, name: &FileName) -> bool {
        self.entry_points.iter().any(|point| point.name == name.as_str())
    }

    /// Returns the longest path that it installs, below the folder it will stand in.
    pub fn longest_path(&self) -> &str {
        let longest = self.files.iter().max_by_key(|file| file.path.chars().count());
        longest.map_or("", |file| &file.path)
    }

    /// Refuses a wheel with a path of more characters than `longest`.
    ///
    /// # Errors
    /// [`Unfit::PathTooLong`].
    pub fn fits(&self, longest: usize) -> Result<(), Unfit> {
        let path = self.longest_path();
        let excess = path.chars().count().saturating_sub(longest);
        if excess > 0 { Err(Unfit::PathTooLong { path: path.to_owned(), excess }) } else { Ok(()) }
    }
}

/// Returns how many characters a path below site-packages may have, on Windows or elsewhere, in an environment
/// whose own path has so many.
///
/// Windows' programs take 260 characters with the final zero unless each of them says otherwise.
pub fn longest_path(windows: bool, folder: usize) -> usize {
    if windows { 259_usize.saturating_sub(folder + "\\Lib\\site-packages\\".len()) } else { 1000 }
}

impl Place {
    /// Returns the folder of this place below the environment's.
    pub(super) fn below(self, layout: &super::venv::Layout) -> &Path {
        match self {
            Self::Site => &layout.site,
            Self::Scripts => &layout.scripts,
            Self::Headers => &layout.headers,
            Self::Root => Path::new(""),
        }
    }
}

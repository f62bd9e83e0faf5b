//! Puts single files of an environment right, from the same wheels that it was installed from.
//!
//! Each file is written beside, flushed and renamed, so whatever runs or is killed meanwhile sees the damaged file or the
//! right one. What belongs to nobody is set aside, never deleted. Must not: fetch, build, touch a file that is right, or
//! write through a link: what lies behind it is not the environment's.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use fs_err as fs;

use super::bytecode::source_of;
use super::child::private_folder;
use super::error::EnvironmentError;
use super::house;
use super::screen::{Recorded, Refused, Unfit, Wheel};
use super::verify::{Difference, folders_above, is_usurped};
use crate::disk;
use crate::model::manifest::{Content, FileContent, Manifest};
use crate::model::{FindingKind, Sha256Digest};
use crate::ports::Cancel;

/// What to put right, and with what.
pub struct Mending<'a> {
    /// The environment's folder.
    pub folder: &'a Path,
    /// The record of its install.
    pub manifest: &'a Manifest,
    /// What is wrong.
    pub differences: &'a [Difference],
    /// Where the wheels lie that are at hand, by their place in the record.
    pub wheels: &'a BTreeMap<usize, PathBuf>,
    /// A folder for what is needed only meanwhile, on the same file system.
    pub scratch: &'a Path,
    /// Where what belongs to nobody is put, on the same file system; nothing is there yet.
    pub aside: &'a Path,
}

impl Mending<'_> {
    /// Says whether all of it can be put right with what is at hand.
    pub fn is_possible(&self) -> bool {
        self.differences.iter().all(|difference| match difference.kind {
            FindingKind::Foreign => true,
            FindingKind::Changed | FindingKind::Missing => {
                self.content(difference).is_some_and(|content| match content {
                    Content::Link { .. } => true,
                    Content::File(file) => match file.wheel {
                        Some(wheel) => self.wheels.contains_key(&wheel),
                        None => file.text.is_some(),
                    },
                })
            }
            FindingKind::Rights => true,
            FindingKind::Launcher | FindingKind::Pointer | FindingKind::Python | FindingKind::Record => false,
        })
    }

    /// Puts all of it right.
    ///
    /// # Errors
    /// When it is not possible, a wheel is not the one that was installed from, or the disk fails. What was put right
    /// until then is right.
    pub fn mend(&self, cancel: &Cancel) -> Result<(), EnvironmentError> {
        let private = private_folder(self.scratch, "mend-")?;
        // Foreign files first: one may stand where a folder has to be.
        for difference in self.differences.iter().filter(|difference| difference.kind == FindingKind::Foreign) {
            self.set_aside(&difference.path).map_err(EnvironmentError::disk(self.aside))?;
        }
        let mut by_wheel: BTreeMap<usize, Vec<(&Path, &FileContent)>> = BTreeMap::new();
        for difference in self.differences {
            if cancel.is_cancelled() {
                return Err(EnvironmentError::Cancelled);
            }
            let path = difference.path.as_path();
            match (difference.kind, self.content(difference)) {
                (FindingKind::Rights, content) => self.give_rights(path, content)?,
                (FindingKind::Changed | FindingKind::Missing, Some(Content::Link { link })) => {
                    self.link(path, link, private.path()).map_err(EnvironmentError::disk(self.folder))?;
                }
                (FindingKind::Changed | FindingKind::Missing, Some(Content::File(file))) => match file.wheel {
                    Some(wheel) => by_wheel.entry(wheel).or_default().push((path, file)),
                    None => {
                        self.put(path, file, file.text.as_deref().unwrap_or_default().as_bytes(), private.path())?
                    }
                },
                _ => {}
            }
        }
        for (wheel, files) in by_wheel {
            self.take_from_wheel(wheel, &files, private.path())?;
        }
        disk::flush_all(self.folder).map_err(EnvironmentError::disk(self.folder))
    }

    fn content(&self, difference: &Difference) -> Option<&Content> {
        let path = super::record::slashed(&difference.path);
        self.manifest.files.iter().find(|file| file.path == path).map(|file| &file.content)
    }

    /// Takes files out of a private copy of their wheel.
    fn take_from_wheel(
        &self,
        index: usize,
        files: &[(&Path, &FileContent)],
        private: &Path,
    ) -> Result<(), EnvironmentError> {
        let (Some(known), Some(from)) = (self.manifest.wheels.get(index), self.wheels.get(&index)) else {
            return Err(changed(self.folder));
        };
        let refused = |reason: Unfit| EnvironmentError::from(Refused { file_name: known.file.clone(), reason });
        let copy = private.join(&known.file);
        let wheel = Wheel {
            name: known.name.clone(),
            version: known.version.clone(),
            file_name: known.file.clone(),
            sha256: known.sha256,
            path: copy.clone(),
        };
        house::copy(from, &copy, known.sha256).map_err(|error| error.of_wheel(&wheel, private))?;
        let mut recorded = Recorded::open(&wheel).map_err(refused)?;
        for (path, file) in files {
            let bytes = recorded.read(file.entry.as_deref().unwrap_or_default(), file.size).map_err(refused)?;
            self.put(path, file, &bytes, private)?;
        }
        Ok(())
    }

    /// Puts a file in its place. Its time is the one it had, so bytecode made of it is right again, too; bytecode that
    /// was made meanwhile goes.
    fn put(&self, path: &Path, file: &FileContent, bytes: &[u8], private: &Path) -> Result<(), EnvironmentError> {
        let whole = self.folder.join(path);
        if Sha256Digest::of(bytes) != file.sha256 {
            return Err(changed(&whole));
        }
        let beside = private.join("file");
        let put = || -> std::io::Result<()> {
            disk::remove(&beside)?;
            fs::write(&beside, bytes)?;
            let written = fs::OpenOptions::new().write(true).open(&beside)?;
            set_mode(&beside, file.mode)?;
            let time = SystemTime::UNIX_EPOCH.checked_add(Duration::from_nanos(file.modified));
            written.file().set_modified(time.unwrap_or(SystemTime::UNIX_EPOCH))?;
            written.sync_all()?;
            self.make_room(path)?;
            fs::rename(&beside, &whole)?;
            forget_bytecode(&whole)
        };
        put().map_err(EnvironmentError::disk(self.folder))
    }

    fn link(&self, path: &Path, target: &str, private: &Path) -> std::io::Result<()> {
        let whole = self.folder.join(path);
        let beside = private.join("link");
        disk::remove(&beside)?;
        make_link(Path::new(target), &beside)?;
        self.make_room(path)?;
        fs::rename(&beside, &whole)
    }

    /// Makes the folders of a file; whatever stands in the place of one of them, and a folder that stands in the file's
    /// place, is set aside.
    fn make_room(&self, path: &Path) -> std::io::Result<()> {
        let mut folders: Vec<&Path> = folders_above(path).collect();
        folders.reverse();
        for folder in folders {
            if is_usurped(self.folder, self.manifest, folder) {
                self.set_aside(folder)?;
            }
            let whole = self.folder.join(folder);
            if !whole.is_dir() {
                fs::create_dir(whole)?;
            }
        }
        let in_the_way = fs::symlink_metadata(self.folder.join(path)).is_ok_and(|found| found.is_dir());
        if in_the_way { self.set_aside(path) } else { Ok(()) }
    }

    fn set_aside(&self, path: &Path) -> std::io::Result<()> {
        let target = self.aside.join(path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        if fs::symlink_metadata(&target).is_ok() {
            let found = format!("{} is set aside already", target.display());
            return Err(std::io::Error::new(std::io::ErrorKind::AlreadyExists, found));
        }
        fs::rename(self.folder.join(path), target)
    }

    fn give_rights(&self, path: &Path, content: Option<&Content>) -> Result<(), EnvironmentError> {
        let whole = self.folder.join(path);
        // Rights are given through links.
        let is_link = fs::symlink_metadata(&whole).is_ok_and(|found| found.is_symlink());
        if is_link || folders_above(path).any(|folder| is_usurped(self.folder, self.manifest, folder)) {
            return Err(changed(&whole));
        }
        let given = match content {
            Some(Content::File(file)) => set_mode(&whole, file.mode),
            Some(Content::Link { .. }) => Ok(()),
            None => only_mine(&whole),
        };
        given.map_err(EnvironmentError::disk(self.folder))
    }
}

fn changed(path: &Path) -> EnvironmentError {
    EnvironmentError::Changed { path: path.to_owned() }
}

/// Removes what Python compiled of a source while it was another one; not behind a link.
fn forget_bytecode(source: &Path) -> std::io::Result<()> {
    let cache = source.with_file_name("__pycache__");
    if !fs::symlink_metadata(&cache).is_ok_and(|found| found.is_dir()) {
        return Ok(());
    }
    for entry in fs::read_dir(&cache)? {
        let path = entry?.path();
        if source_of(&path).as_deref() == Some(source) {
            disk::remove(&path)?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn set_mode(_: &Path, _: u32) -> std::io::Result<()> {
    Ok(())
}

/// Takes the right to write from everybody else.
fn only_mine(path: &Path) -> std::io::Result<()> {
    let mode = super::record::mode(&fs::symlink_metadata(path)?);
    set_mode(path, mode & !0o022)
}

#[cfg(unix)]
fn make_link(target: &Path, link: &Path) -> std::io::Result<()> {
    fs::os::unix::fs::symlink(target, link)
}

/// venv makes no links where they need rights.
#[cfg(not(unix))]
fn make_link(_: &Path, _: &Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}

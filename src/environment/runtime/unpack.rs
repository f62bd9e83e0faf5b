//! Unpacks the archive of a runtime entry by entry, so that nothing of it comes to lie, or leads, outside its folder.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use fs_err::File;
use tar::{Archive, Entry, EntryType};

use super::{BadRuntime, RuntimeLimits};
use crate::environment::error::EnvironmentError;
use crate::environment::screen::{BadPath, path};
use crate::ports::Cancel;

/// Unpacks an archive into an empty folder.
pub(super) fn unpack(
    archive: File,
    folder: &Path,
    limits: RuntimeLimits,
    cancel: &Cancel,
) -> Result<(), EnvironmentError> {
    let mut unpacking = Unpacking::new(folder, limits);
    let mut tar = Archive::new(MultiGzDecoder::new(archive));
    for entry in tar.entries().map_err(BadRuntime::Archive)? {
        if cancel.is_cancelled() {
            return Err(EnvironmentError::Cancelled);
        }
        unpacking.take(entry.map_err(BadRuntime::Archive)?)?;
    }
    Ok(())
}

/// An archive half unpacked.
struct Unpacking<'a> {
    folder: &'a Path,
    limits: RuntimeLimits,
    entries: u64,
    unpacked: u64,
    files: BTreeSet<String>,
    links: BTreeSet<String>,
    /// The links once more, as a file system that folds case knows them: nothing may lie behind one by another spelling.
    ways_out: BTreeSet<String>,
}

impl<'a> Unpacking<'a> {
    fn new(folder: &'a Path, limits: RuntimeLimits) -> Self {
        let none = BTreeSet::new;
        Self { folder, limits, entries: 0, unpacked: 0, files: none(), links: none(), ways_out: none() }
    }

    fn take(&mut self, entry: Entry<'_, MultiGzDecoder<File>>) -> Result<(), EnvironmentError> {
        self.entries += 1;
        if self.entries > self.limits.entries {
            return Err(BadRuntime::TooLarge { limit: self.limits.entries }.into());
        }
        let path = checked_path(&entry.path_bytes())?;
        if path != TOP && !path.starts_with("python/") {
            return Err(BadRuntime::Elsewhere { path }.into());
        }
        let unusual = || EnvironmentError::from(BadRuntime::Unusual { path: path.clone() });
        let below_a_link = ancestors(&path).any(|ancestor| self.ways_out.contains(&path::folded(ancestor)));
        if below_a_link || self.files.contains(&path) || self.links.contains(&path) {
            return Err(unusual());
        }
        match entry.header().entry_type() {
            EntryType::Directory => self.make_folder(&path),
            EntryType::Regular | EntryType::Continuous => self.write(path, entry),
            EntryType::Symlink => self.link(path, &entry),
            EntryType::Link => self.hard_link(path, &entry),
            _ => Err(unusual()),
        }
    }

    fn make_folder(&self, path: &str) -> Result<(), EnvironmentError> {
        fs_err::create_dir_all(self.folder.join(path)).map_err(EnvironmentError::disk(self.folder))
    }

    fn make_parent(&self, path: &str) -> Result<(), EnvironmentError> {
        path.rsplit_once('/').map_or(Ok(()), |(parent, _)| self.make_folder(parent))
    }

    fn write(&mut self, path: String, mut entry: Entry<'_, MultiGzDecoder<File>>) -> Result<(), EnvironmentError> {
        let disk = EnvironmentError::disk(self.folder);
        self.unpacked = self.unpacked.saturating_add(entry.size());
        if self.unpacked > self.limits.unpacked {
            return Err(BadRuntime::TooLarge { limit: self.limits.unpacked }.into());
        }
        self.make_parent(&path)?;
        let mode = entry.header().mode().map_err(BadRuntime::Archive)?;
        let whole = self.folder.join(&path);
        let mut file = File::create_new(&whole).map_err(&disk)?;
        let mut buffer = vec![0; 64 * 1024];
        let mut left = entry.size();
        while left > 0 {
            let read = entry.read(&mut buffer).map_err(BadRuntime::Archive)?;
            if read == 0 {
                return Err(BadRuntime::Archive(std::io::ErrorKind::UnexpectedEof.into()).into());
            }
            left = left.saturating_sub(read as u64);
            file.write_all(buffer.get(..read).unwrap_or_default()).map_err(&disk)?;
        }
        set_executable(&whole, mode & 0o111 != 0).map_err(&disk)?;
        self.files.insert(path);
        Ok(())
    }

    /// Makes a symbolic link that leads to somewhere inside.
    fn link(&mut self, path: String, entry: &Entry<'_, MultiGzDecoder<File>>) -> Result<(), EnvironmentError> {
        let target = link_target(entry)?;
        if !leads_inside(&path, &target) {
            return Err(BadRuntime::Link { path, target }.into());
        }
        self.make_parent(&path)?;
        symlink(&target, &self.folder.join(&path)).map_err(EnvironmentError::disk(self.folder))?;
        self.ways_out.insert(path::folded(&path));
        self.links.insert(path);
        Ok(())
    }

    /// Makes a second name of a file that is unpacked already.
    fn hard_link(&mut self, path: String, entry: &Entry<'_, MultiGzDecoder<File>>) -> Result<(), EnvironmentError> {
        let target = link_target(entry)?;
        let inside = checked_path(target.as_bytes()).ok().filter(|target| self.files.contains(target));
        let Some(inside) = inside else { return Err(BadRuntime::Link { path, target }.into()) };
        self.make_parent(&path)?;
        let disk = EnvironmentError::disk(self.folder);
        fs_err::hard_link(self.folder.join(inside), self.folder.join(&path)).map_err(disk)?;
        self.files.insert(path);
        Ok(())
    }
}

fn link_target(entry: &Entry<'_, MultiGzDecoder<File>>) -> Result<String, EnvironmentError> {
    let bytes = entry.link_name_bytes().unwrap_or_default();
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Reads the path of an entry; what only Windows forbids is refused only there (terminfo has such names).
fn checked_path(bytes: &[u8]) -> Result<String, EnvironmentError> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix("./").unwrap_or(&text);
    let text = text.strip_suffix('/').unwrap_or(text);
    match path::check(text) {
        Err(BadPath::Device | BadPath::Ending) if !cfg!(windows) => Ok(text.to_owned()),
        Err(why) => Err(BadRuntime::Path { path: text.chars().take(200).collect(), why }.into()),
        Ok(()) => Ok(text.to_owned()),
    }
}

/// `a/b/c` has the ancestors `a` and `a/b`.
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(index, _)| path.get(..index))
}

/// A target may climb first and then descend, never climb after: a link on the way down could lead elsewhere.
fn leads_inside(link: &str, target: &str) -> bool {
    let depth = link.matches('/').count();
    let climbs = target.split('/').take_while(|segment| *segment == "..").count();
    let rest = target.split('/').skip(climbs).collect::<Vec<_>>().join("/");
    // `python/x` is one folder deep; its target may not climb out of `python`.
    climbs < depth && (rest.is_empty() && climbs > 0 || checked_path(rest.as_bytes()).is_ok())
}

#[cfg(unix)]
fn symlink(target: &str, link: &Path) -> std::io::Result<()> {
    fs_err::os::unix::fs::symlink(target, link)
}

/// Links need rights on Windows, and its runtimes have none.
#[cfg(windows)]
fn symlink(_: &str, _: &Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}

#[cfg(unix)]
fn set_executable(path: &Path, executable: bool) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = if executable { 0o755 } else { 0o644 };
    fs_err::set_permissions(path, std::fs::Permissions::from_mode(mode))
}

#[cfg(windows)]
fn set_executable(_: &Path, _: bool) -> std::io::Result<()> {
    Ok(())
}

/// The folder that everything lies in.
const TOP: &str = "python";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_may_climb_within_python_and_then_descend() {
        for (link, target) in [
            ("python/bin/python3", "python3.13"),
            ("python/lib/a/b", "../../bin/python3"),
            ("python/lib/a/b", ".."),
            ("python/x", "bin"),
        ] {
            assert!(leads_inside(link, target), "{link} -> {target}");
        }
    }

    #[test]
    fn a_link_that_leaves_python_or_climbs_late_is_refused() {
        for (link, target) in [
            ("python/x", ".."),
            ("python/bin/x", "../../etc"),
            ("python/x", "/etc/passwd"),
            ("python/x", ""),
            ("python/x", "a/../../b"),
            ("python/lib/x", "bin/../.."),
            ("python", "elsewhere"),
        ] {
            assert!(!leads_inside(link, target), "{link} -> {target}");
        }
    }
}

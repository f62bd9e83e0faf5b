//! Other file systems attached at or below a folder: a folder with one is never removed, since the person's other disks lie there.

use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

/// Returns where another file system, or another folder (a bind mount), is attached at or below a folder; links are not
/// followed. What is not there has none.
///
/// # Errors
/// When a folder cannot be read, so that nobody knows.
pub fn mount_in(folder: &Path) -> io::Result<Option<PathBuf>> {
    if !folder.is_dir() || folder.is_symlink() {
        return Ok(None);
    }
    let table =
        if cfg!(target_os = "linux") { fs::read("/proc/self/mountinfo").unwrap_or_default() } else { Vec::new() };
    if let Some(mount) = listed(&table, &fs::canonicalize(folder)?) {
        return Ok(Some(mount));
    }
    // Where there is no such table the number of the device tells; a bind mount of the same one it does not.
    let around = folder.parent().unwrap_or(folder);
    let device = device(&fs::metadata(around)?);
    elsewhere(folder, device)
}

/// The mount points of `/proc/self/mountinfo` (`proc_pid_mountinfo(5)`): the fifth field of each line.
fn listed(table: &[u8], folder: &Path) -> Option<PathBuf> {
    let fields = table.split(|byte| *byte == b'\n').filter_map(|line| line.split(|byte| *byte == b' ').nth(4));
    fields.map(unescaped).find(|mount| mount.starts_with(folder))
}

/// Blank, tab, line feed and backslash stand there as a backslash and three octal digits.
fn unescaped(field: &[u8]) -> PathBuf {
    let mut bytes = Vec::with_capacity(field.len());
    let mut rest = field;
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..3).filter(|_| *first == b'\\').and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 8).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { after.get(3..).unwrap_or_default() } else { after };
    }
    path(bytes)
}

#[cfg(unix)]
fn path(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    std::ffi::OsString::from_vec(bytes).into()
}

#[cfg(not(unix))]
fn path(bytes: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// The first folder of the tree that lies on another device.
fn elsewhere(folder: &Path, on: u64) -> io::Result<Option<PathBuf>> {
    if device(&fs::symlink_metadata(folder)?) != on {
        return Ok(Some(folder.to_owned()));
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir()
            && let Some(found) = elsewhere(&entry.path(), on)?
        {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

#[cfg(unix)]
fn device(found: &std::fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::dev(found)
}

#[cfg(not(unix))]
fn device(_found: &std::fs::Metadata) -> u64 {
    0
}

#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_mount_at_or_below_a_folder_is_found_by_its_escaped_name_and_one_beside_it_is_not() {
        let table = b"36 35 98:0 / /home/me/.app/My\\040disk rw - ext4 /dev/sdb rw\n37 35 0:5 / /home/me/.apple rw - tmpfs t rw\n";
        let found = |folder: &str| listed(table, Path::new(folder));
        assert_eq!(found("/home/me/.app").unwrap(), Path::new("/home/me/.app/My disk"));
        assert_eq!(found("/home/me/.apple").unwrap(), Path::new("/home/me/.apple"));
        assert_eq!(found("/home/me/.app/letters"), None);
    }

    #[test]
    fn a_folder_of_another_device_is_found_and_a_plain_tree_has_none() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("a/b")).unwrap();
        let on = device(&fs::metadata(folder.path()).unwrap());
        assert_eq!(elsewhere(folder.path(), on).unwrap(), None);
        assert_eq!(elsewhere(folder.path(), on.wrapping_add(1)).unwrap().unwrap(), folder.path());
        assert_eq!(mount_in(&folder.path().join("a")).unwrap(), None);
        assert_eq!(mount_in(&folder.path().join("missing")).unwrap(), None);
        if cfg!(target_os = "linux") {
            assert_eq!(mount_in(Path::new("/proc")).unwrap().unwrap(), Path::new("/proc"));
        }
    }
}

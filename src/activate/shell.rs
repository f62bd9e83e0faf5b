//! The folder of the commands on the PATH: a marked block in the start-up files of the person's shell.
//!
//! The files are the person's. Only the block between the two marks is ever written or removed, whatever else is
//! edited; a file behind a link is replaced where it is; each is replaced whole, with the rights it had.

use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::Shell;
use crate::disk;
use crate::model::receipt::ShellFile;
use crate::model::{PackageName, Receipt};

/// What puts a folder on the PATH of a shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathLine {
    /// The start-up files, the one to name to a person first.
    pub files: Vec<PathBuf>,
    /// The line.
    pub line: String,
}

/// Says what puts a folder on the PATH of a shell; none where the folder cannot be written in its language.
pub fn path_line(shell: &Shell, folder: &Path, id: &PackageName) -> Option<PathLine> {
    let folder = folder.to_str().filter(|text| !text.chars().any(|c| c.is_control() || c == ':'))?;
    let home = |name: &str| shell.home.join(name);
    let (files, line) = match shell.name.as_str() {
        "fish" => {
            let quoted = folder.replace('\\', "\\\\").replace('\'', "\\'");
            let line = format!("contains -- '{quoted}' $PATH; or set -gx PATH '{quoted}' $PATH");
            (vec![shell.config.join(format!("fish/conf.d/quoc-{id}.fish"))], line)
        }
        "zsh" => (vec![shell.zdotdir.clone().unwrap_or_else(|| shell.home.clone()).join(".zshrc")], posix_line(folder)),
        "bash" => {
            // A login shell reads the first of these only, and an interactive one only .bashrc.
            let login = [".bash_profile", ".bash_login", ".profile"].map(home);
            let login = login.iter().find(|file| file.exists()).cloned().unwrap_or_else(|| home(".profile"));
            (vec![home(".bashrc"), login], posix_line(folder))
        }
        _ => (vec![home(".profile")], posix_line(folder)),
    };
    Some(PathLine { files, line })
}

/// Does nothing where the folder is on the PATH already.
fn posix_line(folder: &str) -> String {
    let quoted = folder.replace('\'', "'\\''");
    format!("case \":$PATH:\" in *:'{quoted}':*) ;; *) export PATH='{quoted}'\":$PATH\" ;; esac")
}

/// Says which files will get a block; one that this installation made before stays one that it made.
pub fn planned(line: &PathLine, known: &[ShellFile]) -> Vec<ShellFile> {
    let made = |path: &PathBuf| known.iter().find(|file| file.path == *path).map(|file| file.created);
    let file = |path: &PathBuf| ShellFile {
        path: path.clone(),
        line: line.line.clone(),
        // A link is the person's, also one that leads nowhere.
        created: made(path).unwrap_or_else(|| fs::symlink_metadata(path).is_err()),
    };
    line.files.iter().map(file).collect()
}

/// Writes the blocks; returns the files that have theirs now. An application that is not on the PATH still starts by its
/// whole path, so what cannot be written is only logged.
pub(super) fn put(files: &[ShellFile], id: &PackageName) -> Vec<ShellFile> {
    let stands = |file: &&ShellFile| match add(file, id) {
        Ok(()) => true,
        Err(error) => {
            log::warn!("{} was not changed: {error}", file.path.display());
            false
        }
    };
    files.iter().filter(stands).cloned().collect()
}

/// Removes the blocks that only the old receipt has.
pub(super) fn remove_dropped(old: &Receipt, new: &Receipt) {
    let is_kept = |file: &&ShellFile| new.shell_files.iter().any(|kept| kept.path == file.path);
    for file in old.shell_files.iter().filter(|file| !is_kept(file)) {
        if let Err(error) = remove(file, &old.application) {
            log::warn!("{} was not changed: {error}", file.path.display());
        }
    }
}

/// Writes the block into a file, or brings it up to date.
fn add(file: &ShellFile, id: &PackageName) -> io::Result<()> {
    let text = disk::read_if_there(&file.path)?.unwrap_or_default();
    let block = block(id, &file.line);
    if without_block(&text, id).is_some() && contains(&text, block.as_bytes()) {
        return Ok(());
    }
    let mut wanted = without_block(&text, id).unwrap_or(text);
    if !wanted.is_empty() && !wanted.ends_with(b"\n") {
        wanted.push(b'\n');
    }
    wanted.extend_from_slice(block.as_bytes());
    replace(&file.path, &wanted)
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

/// Removes the block, and the file when nothing else is left of one that was made for it.
pub(super) fn remove(file: &ShellFile, id: &PackageName) -> io::Result<()> {
    let Some(text) = disk::read_if_there(&file.path)? else { return Ok(()) };
    let Some(rest) = without_block(&text, id) else { return Ok(()) };
    if rest.is_empty() && file.created {
        return disk::remove(&file.path);
    }
    replace(&file.path, &rest)
}

fn block(id: &PackageName, line: &str) -> String {
    format!("{}\n{line}\n{}\n", begin(id), end(id))
}

fn begin(id: &PackageName) -> String {
    format!("# >>> {id}: made by its installer, and removed with it >>>")
}

fn end(id: &PackageName) -> String {
    format!("# <<< {id} <<<")
}

/// The text without the block; none where there is no whole one. A mark that lost its other half is left alone: what
/// follows may be the person's.
fn without_block(text: &[u8], id: &PackageName) -> Option<Vec<u8>> {
    let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    let is = |line: &[u8], mark: &str| line.trim_ascii_end() == mark.as_bytes();
    let first = lines.iter().rposition(|line| is(line, &begin(id)))?;
    let length = lines.iter().skip(first).position(|line| is(line, &end(id)))?;
    let kept = lines.iter().take(first).chain(lines.iter().skip(first + length + 1));
    Some(kept.copied().flatten().copied().collect())
}

/// Replaces the file that a path leads to, at one instant, with the rights it had. A link that leads nowhere stays: what
/// it is for may be somewhere that is not there now.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let real = if path.is_symlink() { fs::canonicalize(path)? } else { path.to_owned() };
    if let Some(folder) = real.parent() {
        fs::create_dir_all(folder)?;
    }
    disk::replace_like_it_was(&real, bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn id() -> PackageName {
        "tahoe-lafs".parse().unwrap()
    }

    fn file(path: &Path, line: &str, created: bool) -> ShellFile {
        ShellFile { path: path.to_owned(), line: line.to_owned(), created }
    }

    fn shell(name: &str, home: &Path) -> Shell {
        Shell { name: name.to_owned(), home: home.to_owned(), config: home.join(".config"), zdotdir: None }
    }

    #[test]
    fn the_block_comes_once_and_goes_without_a_trace_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".bashrc");
        for before in ["", "alias x=y", "alias x=y\n", "# \u{fc}\n\n\n"] {
            fs::write(&path, before).unwrap();
            add(&file(&path, "first", false), &id()).unwrap();
            add(&file(&path, "second", false), &id()).unwrap();
            add(&file(&path, "second", false), &id()).unwrap();
            let text = fs::read_to_string(&path).unwrap();
            assert_eq!((text.matches("second").count(), text.contains("first")), (1, false));
            remove(&file(&path, "", false), &id()).unwrap();
            let newline = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
            assert_eq!(fs::read_to_string(&path).unwrap(), format!("{before}{newline}"));
        }
    }

    #[test]
    fn what_the_person_wrote_around_the_block_stays_byte_for_byte() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".profile");
        fs::write(&path, b"one\xff\n").unwrap();
        add(&file(&path, "line", false), &id()).unwrap();
        let mut text = fs::read(&path).unwrap();
        text.splice(0..0, *b"zero\r\n");
        text.extend_from_slice(b"# >>> other: made by its installer, and removed with it >>>\ntwo");
        fs::write(&path, &text).unwrap();
        remove(&file(&path, "", true), &id()).unwrap();
        let rest = b"zero\r\none\xff\n# >>> other: made by its installer, and removed with it >>>\ntwo";
        assert_eq!(fs::read(&path).unwrap(), rest);
    }

    #[test]
    fn a_mark_without_its_other_half_removes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".profile");
        for text in [format!("{}\nmine\n", begin(&id())), format!("mine\n{}\n", end(&id()))] {
            fs::write(&path, &text).unwrap();
            remove(&file(&path, "", true), &id()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }

    #[test]
    fn a_file_that_was_made_for_the_block_goes_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".config/fish/conf.d/quoc.fish");
        assert!(put(&[file(&path, "line", true)], &id()).len() == 1 && path.exists());
        remove(&file(&path, "", true), &id()).unwrap();
        assert!(!path.exists());
        remove(&file(&path, "", true), &id()).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_linked_file_stays_a_link_and_keeps_its_rights() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("dotfiles/bashrc"), folder.path().join(".bashrc"));
        fs::create_dir_all(real.parent().unwrap()).unwrap();
        fs::write(&real, "mine\n").unwrap();
        fs::set_permissions(&real, std::fs::Permissions::from_mode(0o600)).unwrap();
        fs::os::unix::fs::symlink("dotfiles/bashrc", &link).unwrap();
        add(&file(&link, "line", false), &id()).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(fs::read_to_string(&real).unwrap().contains("line"));
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_neither_replaced_nor_removed() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join(".bashrc");
        fs::os::unix::fs::symlink("not/mounted", &link).unwrap();
        let line = PathLine { files: vec![link.clone()], line: "line".to_owned() };
        let planned = planned(&line, &[]);
        assert_eq!(planned, [file(&link, "line", false)]);
        assert_eq!(put(&planned, &id()), []);
        // As receipts of before have it.
        remove(&file(&link, "line", true), &id()).unwrap();
        assert_eq!(fs::read_link(&link).unwrap(), Path::new("not/mounted"));
    }

    #[test]
    fn each_shell_reads_the_files_that_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path();
        let bin = home.join("it's $HOME bin");
        let files = |name: &str| path_line(&shell(name, home), &bin, &id()).unwrap().files;
        assert_eq!(files("bash"), [home.join(".bashrc"), home.join(".profile")]);
        fs::write(home.join(".bash_profile"), "").unwrap();
        assert_eq!(files("bash"), [home.join(".bashrc"), home.join(".bash_profile")]);
        assert_eq!(files("zsh"), [home.join(".zshrc")]);
        assert_eq!(files("fish"), [home.join(".config/fish/conf.d/quoc-tahoe-lafs.fish")]);
        assert_eq!(files("dash"), [home.join(".profile")]);
        assert!(path_line(&shell("bash", home), &home.join("a:b"), &id()).is_none());
    }
}

//! The folder of the commands on the PATH: a marked block in the start-up files of the person's shell.
//!
//! The files are the person's. Only the two marks and the line between them are ever written or removed, whatever else is
//! edited; a block with another line is another installation's, or the person's by now. A file behind a link is replaced
//! where it is; each is replaced whole, with the rights it had.

use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::Shell;
use crate::disk;
use crate::model::receipt::ShellFile;
use crate::model::{PackageName, Sha256Digest};

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
    let home = |name: &str| shell.home.join(name);
    let files = match shell.name.as_str() {
        "fish" => vec![fish_file(shell, id)],
        "zsh" => vec![zsh_file(shell)],
        "bash" => {
            // A login shell reads the first of these only, and an interactive one only .bashrc.
            let login = [".bash_profile", ".bash_login", ".profile"].map(home);
            let login = login.iter().find(|file| file.exists()).cloned().unwrap_or_else(|| home(".profile"));
            vec![home(".bashrc"), login]
        }
        _ => vec![home(".profile")],
    };
    let line = line_in(files.first()?, folder)?;
    Some(PathLine { files, line })
}

/// The file that the application has for itself.
fn fish_file(shell: &Shell, id: &PackageName) -> PathBuf {
    shell.config.join(format!("fish/conf.d/quoc-{id}.fish"))
}

fn zsh_file(shell: &Shell) -> PathBuf {
    shell.zdotdir.clone().unwrap_or_else(|| shell.home.clone()).join(".zshrc")
}

/// The line in the language of a file. It does nothing where the folder is on the PATH already.
fn line_in(file: &Path, folder: &Path) -> Option<String> {
    let folder = folder.to_str().filter(|text| !text.chars().any(|c| c.is_control() || c == ':'))?;
    if file.extension().is_some_and(|extension| extension == "fish") {
        let quoted = folder.replace('\\', "\\\\").replace('\'', "\\'");
        return Some(format!("contains -- '{quoted}' $PATH; or set -gx PATH '{quoted}' $PATH"));
    }
    let quoted = folder.replace('\'', "'\\''");
    Some(format!("case \":$PATH:\" in *:'{quoted}':*) ;; *) export PATH='{quoted}'\":$PATH\" ;; esac"))
}

/// The files that have a block of this installation, whatever the receipt says: it may be lost.
pub fn marked(shell: &Shell, folder: &Path, id: &PackageName) -> Vec<ShellFile> {
    let home = [".bashrc", ".bash_profile", ".bash_login", ".profile", ".zshrc"].map(|name| shell.home.join(name));
    let mut files: Vec<PathBuf> = home.into_iter().chain([zsh_file(shell), fish_file(shell, id)]).collect();
    files.dedup();
    let marked = |path: PathBuf| {
        let line = line_in(&path, folder)?;
        let text = disk::read_if_there(&path).ok().flatten()?;
        let rest = without_block(&text, id, &line)?;
        Some(ShellFile { created: rest.is_empty(), path, line })
    };
    files.into_iter().filter_map(marked).collect()
}

/// The blocks that were made before and whose file is still there, for where the commands are now.
pub fn kept(known: &[ShellFile], folder: &Path) -> Vec<ShellFile> {
    let is_there = |file: &&ShellFile| fs::symlink_metadata(&file.path).is_ok();
    let line = |file: &ShellFile| Some(ShellFile { line: line_in(&file.path, folder)?, ..file.clone() });
    let mut kept: Vec<ShellFile> = Vec::new();
    for file in known.iter().filter(is_there).filter_map(line) {
        if !kept.iter().any(|other| other.path == file.path) {
            kept.push(file);
        }
    }
    kept
}

/// Says which files will get a block; one that this installation made before stays one that it made.
pub fn planned(line: &PathLine, known: &[ShellFile]) -> Vec<ShellFile> {
    let made = |path: &PathBuf| known.iter().find(|file| file.path == *path).map(|file| file.created);
    let file = |path: &PathBuf| ShellFile {
        path: path.clone(),
        line: line.line.clone(),
        // A link is the person's, also one that leads nowhere.
        created: made(path).unwrap_or_else(|| fs::symlink_metadata(path).is_err() || is_own(path)),
    };
    line.files.iter().map(file).collect()
}

/// In fish's folder the application has a file of its own; another installation of it may have made that.
fn is_own(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy());
    name.is_some_and(|name| name.starts_with("quoc-") && name.ends_with(".fish"))
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

/// Removes the blocks that only the first list has. Returns those that could not be removed, so that the receipt keeps
/// them and a later run tries again.
pub fn remove_dropped(old: &[ShellFile], new: &[ShellFile], id: &PackageName) -> Vec<ShellFile> {
    let is_kept = |file: &&ShellFile| new.iter().any(|kept| kept.path == file.path && kept.line == file.line);
    let stays = |file: &&ShellFile| match remove(file, id) {
        Ok(()) => false,
        Err(error) => {
            log::warn!("{} was not changed: {error}", file.path.display());
            true
        }
    };
    old.iter().filter(|file| !is_kept(file)).filter(stays).cloned().collect()
}

/// Writes the block into a file that has none with this line.
fn add(file: &ShellFile, id: &PackageName) -> io::Result<()> {
    sweep(file, id);
    let mut wanted = disk::read_if_there(&file.path)?.unwrap_or_default();
    if block_in(&lines(&wanted), id, &file.line).is_some() {
        return Ok(());
    }
    let block = block(id, &file.line);
    if !wanted.is_empty() && !wanted.ends_with(b"\n") {
        wanted.push(b'\n');
    }
    wanted.extend_from_slice(block.as_bytes());
    replace(file, &wanted, id)
}

/// Removes the block, and the file when nothing else is left of one that was made for it.
pub(super) fn remove(file: &ShellFile, id: &PackageName) -> io::Result<()> {
    sweep(file, id);
    let Some(text) = disk::read_if_there(&file.path)? else { return Ok(()) };
    let Some(rest) = without_block(&text, id, &file.line) else { return Ok(()) };
    if rest.is_empty() && file.created {
        return disk::remove(&file.path);
    }
    replace(file, &rest, id)
}

/// What removing a block takes away.
pub(super) enum Taken {
    /// The block; the file stays.
    Line,
    /// The file: it was made for the block, and nothing else is in it.
    File,
}

/// Says what removing the block would take away; nothing where it is not there.
pub(super) fn taken(file: &ShellFile, id: &PackageName) -> io::Result<Option<Taken>> {
    let Some(text) = disk::read_if_there(&file.path)? else { return Ok(None) };
    let rest = without_block(&text, id, &file.line);
    Ok(rest.map(|rest| if rest.is_empty() && file.created { Taken::File } else { Taken::Line }))
}

/// Removes what a killed run had not put in a file's place yet.
fn sweep(file: &ShellFile, id: &PackageName) {
    let real = fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone());
    if let Some(folder) = real.parent() {
        disk::sweep_marked(folder, &mark(file, id));
    }
}

/// Names what is being written: two installations of one application, which write other lines, must not take away each
/// other's.
fn mark(file: &ShellFile, id: &PackageName) -> String {
    let line: String = Sha256Digest::of(file.line.as_bytes()).to_string().chars().take(8).collect();
    format!("{id}.{line}")
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

/// The text without the block that has a line, but with what the person wrote into it; none where there is none.
fn without_block(text: &[u8], id: &PackageName, line: &str) -> Option<Vec<u8>> {
    let lines = lines(text);
    let ours = block_in(&lines, id, line)?;
    let kept = lines.iter().enumerate().filter(|(number, _)| !ours.contains(number));
    Some(kept.flat_map(|(_, line)| *line).copied().collect())
}

fn lines(text: &[u8]) -> Vec<&[u8]> {
    text.split_inclusive(|byte| *byte == b'\n').collect()
}

/// The numbers of the first mark, the line and the last mark. A mark that lost its other half is left alone: what
/// follows may be the person's.
fn block_in(lines: &[&[u8]], id: &PackageName, line: &str) -> Option<[usize; 3]> {
    let (begin, end) = (begin(id), end(id));
    let (mut first, mut ours) = (None, None);
    for (number, text) in lines.iter().map(|line| line.trim_ascii_end()).enumerate() {
        if text == begin.as_bytes() {
            (first, ours) = (Some(number), None);
        } else if text == end.as_bytes() {
            if let (Some(first), Some(ours)) = (first.take(), ours.take()) {
                return Some([first, ours, number]);
            }
        } else if first.is_some() && text == line.as_bytes() {
            ours = Some(number);
        }
    }
    None
}

/// Replaces the file that a path leads to, at one instant, with the rights it had. A link that leads nowhere stays: what
/// it is for may be somewhere that is not there now.
fn replace(file: &ShellFile, bytes: &[u8], id: &PackageName) -> io::Result<()> {
    let path = &file.path;
    let real = if path.is_symlink() { fs::canonicalize(path)? } else { path.to_owned() };
    if let Some(folder) = real.parent() {
        fs::create_dir_all(folder)?;
    }
    disk::replace_like_it_was(&real, bytes, &mark(file, id))
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
            let (first, second) = ([file(&path, "first", false)], [file(&path, "second", false)]);
            assert_eq!(put(&second, &id()), second);
            assert_eq!(remove_dropped(&first, &second, &id()), []);
            assert_eq!(put(&second, &id()), second);
            let text = fs::read_to_string(&path).unwrap();
            assert_eq!((text.matches("second").count(), text.contains("first")), (1, false));
            remove(&file(&path, "second", false), &id()).unwrap();
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
        remove(&file(&path, "line", true), &id()).unwrap();
        let rest = b"zero\r\none\xff\n# >>> other: made by its installer, and removed with it >>>\ntwo";
        assert_eq!(fs::read(&path).unwrap(), rest);
    }

    #[test]
    fn a_mark_without_its_other_half_removes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".profile");
        for text in [format!("{}\nline\n", begin(&id())), format!("line\n{}\n", end(&id()))] {
            fs::write(&path, &text).unwrap();
            remove(&file(&path, "line", true), &id()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }

    #[test]
    fn a_file_that_was_made_for_the_block_goes_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".config/fish/conf.d/quoc.fish");
        assert!(put(&[file(&path, "line", true)], &id()).len() == 1 && path.exists());
        remove(&file(&path, "line", true), &id()).unwrap();
        assert!(!path.exists());
        remove(&file(&path, "line", true), &id()).unwrap();
    }

    #[test]
    fn what_the_person_wrote_into_the_block_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".profile");
        let text = format!("{}\nline\nmine\n{}\n", begin(&id()), end(&id()));
        fs::write(&path, &text).unwrap();
        add(&file(&path, "line", false), &id()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
        remove(&file(&path, "line", true), &id()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine\n");
    }

    #[test]
    fn two_installations_of_one_application_have_a_block_each() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".profile");
        add(&file(&path, "first", false), &id()).unwrap();
        add(&file(&path, "second", false), &id()).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains("\nfirst\n") && text.contains("\nsecond\n"), "{text}");
        remove(&file(&path, "first", false), &id()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), block(&id(), "second"));
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

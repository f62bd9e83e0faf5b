//! How the program that runs is typed, with the options that it was given.

use std::path::{Path, PathBuf};

use url::Url;

use super::folders::path_folders;
use super::program;
use crate::console::options::{Options, Place};
use crate::model::Invocation;

/// Returns how this program is typed again for the installation that the options mean. Paths are whole, so that the
/// words hold in any folder.
pub fn of(options: &Options) -> Invocation {
    alone().with(which(options), whence(options))
}

/// Returns how this program is typed, with no option.
pub fn alone() -> Invocation {
    Invocation::new(typed())
}

/// By the name that the person used where the PATH has it, else by its path.
fn typed() -> String {
    let itself = program::file().unwrap_or_default();
    let named = std::env::args_os().next().map(PathBuf::from).unwrap_or_default();
    typed_as(&named, &itself, &path_folders()).unwrap_or_else(|| itself.display().to_string())
}

/// Whoever starts a program says how it is called, and that may be anything: it counts where it leads to this very file.
fn typed_as(named: &Path, itself: &Path, path: &[PathBuf]) -> Option<String> {
    let is_itself = |file: &Path| file.canonicalize().ok().is_some_and(|file| itself.canonicalize().ok() == Some(file));
    if named.components().count() == 1 && named.file_name() == Some(named.as_os_str()) && !is_path(named) {
        let first = path.iter().map(|folder| folder.join(named)).find(|file| file.is_file())?;
        return is_itself(&first).then(|| named.display().to_string());
    }
    let whole = std::path::absolute(named).ok()?;
    is_itself(&whole).then(|| whole.display().to_string())
}

fn is_path(named: &Path) -> bool {
    named.as_os_str().to_string_lossy().contains(std::path::is_separator)
}

fn which(options: &Options) -> Vec<String> {
    let paths = [("--profile", &options.profile), ("--prefix", &options.prefix)];
    paths.into_iter().filter_map(|(option, path)| Some(folder(option, path.as_deref()?))).flatten().collect()
}

fn whence(options: &Options) -> Vec<String> {
    let mut words = Vec::new();
    match &options.repository {
        Some(Place::Folder(path)) => words.extend(folder("--repository", path)),
        Some(Place::Url(url)) => words.extend(address("--repository", url)),
        None => {}
    }
    words.extend(options.index.iter().flat_map(|url| address("--index-url", url)));
    words.extend(options.mirrors.iter().flat_map(|url| address("--mirror", url)));
    words.extend(options.folders.iter().flat_map(|path| folder("--find-links", path)));
    words.extend(options.offline.then(|| "--offline".to_owned()));
    words.extend(options.proxy.iter().flat_map(|url| address("--proxy", url)));
    words.extend(options.ca.iter().flat_map(|path| folder("--ca", path)));
    words
}

fn folder(option: &str, path: &Path) -> [String; 2] {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    [option.to_owned(), whole.as_os_str().to_string_lossy().into_owned()]
}

/// A password is never shown, and an address without it would be of no use.
fn address(option: &str, url: &Url) -> Vec<String> {
    let has_login = !url.username().is_empty() || url.password().is_some();
    if has_login { Vec::new() } else { vec![option.to_owned(), url.to_string()] }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::console::options;

    #[test]
    fn a_program_is_typed_by_its_name_only_where_the_path_has_it() {
        let (here, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let itself = here.path().join("demo-setup");
        fs_err::write(&itself, "").unwrap();
        let path = [other.path().to_owned(), here.path().to_owned()];
        let typed = |named: &str| typed_as(Path::new(named), &itself, &path);
        assert_eq!(typed("demo-setup").as_deref(), Some("demo-setup"));
        assert_eq!(typed("quoc"), None);
        assert_eq!(typed(itself.to_str().unwrap()).as_deref(), itself.to_str());
        fs_err::write(other.path().join("demo-setup"), "another").unwrap();
        assert_eq!(typed("demo-setup"), None, "the shell would start the other one");
    }

    #[test]
    fn what_was_given_to_find_the_installation_and_its_releases_is_typed_again_but_for_passwords() {
        let line = "--profile p --prefix /opt/a --index-url https://me:secret@a.example/ --mirror https://b.example/m \
                    --find-links /media/a --offline --yes uninstall";
        let options = options::parse(line.split_whitespace().map(Into::into), None).unwrap();
        let profile = std::path::absolute("p").unwrap().display().to_string();
        assert_eq!(which(&options), ["--profile", &profile, "--prefix", "/opt/a"]);
        assert_eq!(whence(&options), ["--mirror", "https://b.example/m", "--find-links", "/media/a", "--offline"]);
    }
}

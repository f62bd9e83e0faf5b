//! The folders of this machine and this person, and what the environment says.

use std::ffi::OsString;
use std::io;
use std::path::{Component, Path, PathBuf};

use directories::{BaseDirs, UserDirs};

use crate::activate::{Layout, Shell, Surroundings, is_recorded};
use crate::console::tilde;
use crate::model::PackageName;

/// Where things go for this person.
#[derive(Clone, Debug)]
pub struct Folders {
    /// The home folder.
    pub home: PathBuf,
    /// The local data folder.
    pub data: PathBuf,
    /// The cache folder.
    pub cache: PathBuf,
    /// The folder for commands.
    pub commands: PathBuf,
    /// The folders of the PATH.
    pub path: Vec<PathBuf>,
}

impl Folders {
    /// Asks the machine; `None` when there is no home folder.
    pub fn of_this_person() -> Option<Self> {
        let dirs = BaseDirs::new()?;
        let commands = dirs.executable_dir().map_or_else(|| fallback_commands(&dirs), Path::to_owned);
        Some(Self {
            home: dirs.home_dir().to_owned(),
            data: dirs.data_local_dir().to_owned(),
            cache: dirs.cache_dir().to_owned(),
            commands,
            path: path_folders(),
        })
    }

    /// The layout of an application: below `prefix` where one is given.
    ///
    /// # Errors
    /// When a relative prefix cannot be made absolute.
    pub fn layout(&self, id: &PackageName, prefix: Option<&Path>) -> io::Result<Layout> {
        let layout = match prefix {
            Some(prefix) => {
                let prefix = absolute(prefix)?;
                // A folder of its own below the prefix: what a person has in the prefix is never ours.
                Layout::new(prefix.join(id.as_str()), prefix.join("bin"))
            }
            // Not `<data>/<id>`: that is where the application itself may keep the person's data.
            None => Layout::new(self.data.join("quoc").join(id.as_str()), self.commands.clone()),
        };
        Ok(layout.of_home(&self.home))
    }

    /// Says whether an installation lies where only this program puts one, or has its record there. Whatever is in any
    /// other folder may have come in an archive.
    pub fn knows(&self, layout: &Layout) -> bool {
        self.is_usual(layout) || self.records().iter().any(|records| is_recorded(layout, records))
    }

    fn is_usual(&self, layout: &Layout) -> bool {
        let Some(name) = layout.folder().file_name() else { return false };
        let Ok(folder) = layout.folder().canonicalize() else { return false };
        self.homes().iter().any(|home| home.join(name).canonicalize().is_ok_and(|usual| usual == folder))
    }

    /// Where the folders of applications usually are. Some sandboxes name another data folder to what is started from
    /// within, and an installation of the usual one must be known there, too.
    fn homes(&self) -> [PathBuf; 2] {
        [self.data.clone(), self.home.join(".local").join("share")].map(|data| data.join("quoc"))
    }

    /// No application has a name that begins with a dot.
    fn records(&self) -> [PathBuf; 2] {
        self.homes().map(|home| home.join(".records"))
    }

    /// Where the record of an installation lies or is to be made; none where it needs none.
    fn records_of(&self, layout: &Layout) -> Option<PathBuf> {
        let usual = layout.folder().parent().is_some_and(|parent| self.homes().iter().any(|home| home == parent));
        if usual || self.is_usual(layout) {
            return None;
        }
        let [first, second] = self.records();
        Some(if is_recorded(layout, &second) { second } else { first })
    }

    /// What this person's system offers an installation beside folders. Menus and desktop are those of freedesktop's
    /// rules.
    pub fn surroundings(&self, layout: &Layout) -> Surroundings {
        let is_freedesktop = cfg!(unix) && !cfg!(target_os = "macos");
        let desktop = UserDirs::new().and_then(|dirs| dirs.desktop_dir().map(Path::to_owned));
        Surroundings {
            data: is_freedesktop.then(|| self.data.clone()),
            desktop: desktop.filter(|_| is_freedesktop),
            shell: cfg!(unix).then(|| self.shell()),
            records: self.records_of(layout),
            all_records: self.records().into(),
        }
    }

    fn shell(&self) -> Shell {
        let program = std::env::var_os("SHELL").map(PathBuf::from);
        let name = program.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let folder = |variable| std::env::var_os(variable).map(PathBuf::from).filter(|folder| folder.is_absolute());
        Shell {
            name: name.unwrap_or_else(|| "sh".to_owned()),
            home: self.home.clone(),
            config: folder("XDG_CONFIG_HOME").unwrap_or_else(|| self.home.join(".config")),
            zdotdir: folder("ZDOTDIR"),
        }
    }

    /// The folders in which applications have their folders, as far as this run can know.
    pub fn neighbours(&self, own: Option<&Path>) -> Vec<PathBuf> {
        let usual = self.data.join("quoc");
        let other = own.filter(|folder| *folder != usual).map(Path::to_owned);
        [usual].into_iter().chain(other).collect()
    }

    /// The content store, shared by all applications of this person.
    pub fn store(&self) -> PathBuf {
        self.cache.join("quoc").join("artifacts")
    }

    /// The logs of runs that never held an application's folder.
    pub fn logs(&self) -> PathBuf {
        self.cache.join("quoc").join("logs")
    }
}

/// Returns the person's home.
pub fn home() -> Option<PathBuf> {
    BaseDirs::new().map(|dirs| dirs.home_dir().to_owned())
}

/// Returns the folder that was typed into a window, absolute: there nobody knows of a working folder, and what is no
/// whole path is meant from the home on. `None` where it is below somebody else's home.
pub fn typed(folder: &Path, home: &Path) -> Option<PathBuf> {
    tilde::meant(folder, Some(home)).map(|folder| home.join(folder))
}

/// One name for a folder however it was named: absolute, and without `..`. Links in it stay, but for those that `..` leaves.
fn absolute(path: &Path) -> io::Result<PathBuf> {
    let mut named = PathBuf::new();
    for part in std::path::absolute(path)?.components() {
        match part {
            Component::ParentDir => {
                if named.is_symlink() {
                    named = named.canonicalize()?;
                }
                named.pop();
            }
            Component::CurDir => {}
            part => named.push(part),
        }
    }
    Ok(named)
}

/// Returns the folders of the PATH, absolute ones only.
pub fn path_folders() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).filter(|folder| folder.is_absolute()).collect()
}

/// Returns the arguments of this process without the program's name.
pub fn arguments() -> Vec<OsString> {
    std::env::args_os().skip(1).collect()
}

fn fallback_commands(dirs: &BaseDirs) -> PathBuf {
    if cfg!(windows) {
        dirs.data_local_dir().join("quoc").join("bin")
    } else {
        dirs.home_dir().join(".local").join("bin")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_into_a_window_is_meant_from_the_home_on() {
        let of = |folder: &str| typed(Path::new(folder), Path::new("/home/me"));
        for (written, is) in [("/opt/apps", "/opt/apps"), ("~/apps", "/home/me/apps"), ("apps", "/home/me/apps")] {
            assert_eq!(of(written), Some(is.into()), "{written}");
        }
        assert_eq!(of("").as_deref(), Some(Path::new("/home/me")));
        assert_eq!(of("~other/apps"), None);
    }
}

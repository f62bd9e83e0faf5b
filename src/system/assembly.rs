//! Puts the real adapters together as the command line says.

use std::path::{Path, PathBuf};
use std::time::Duration;

use fs_err as fs;

use super::folders::Folders;
use super::http::{self, HttpError, HttpSettings, Login};
use super::processes::ChildProcesses;
use super::program::Home;
use super::{SystemClock, TrustStore, account, carried, invocation, program, words};
use crate::activate::{Layout, ProfileFiles};
use crate::console::options::{FaceChoice, Options, Place, PythonWish, Verb};
use crate::engine::{Desk, Settings, World, explain, failure};
use crate::environment::{Explicit, Search};
use crate::fetch::{Client, FolderRepository, HttpRepository, Limits, MemoryRepository, Places, Repository, Store};
use crate::model::event::Failure;
use crate::model::profile::ProfileError;
use crate::model::{FileName, Profile, Timestamp};
use crate::ports::{Cancel, EventSink, MetadataSource, MetadataStore, SourceError};

/// Everything that a run needs, beside its face.
pub struct Assembly {
    /// What is decided before the run.
    pub settings: Settings,
    /// Keeps the last trusted metadata.
    pub metadata: TrustStore,
    /// Where the release is published.
    pub source: Box<dyn MetadataSource>,
    /// The network.
    pub client: Client,
    /// The folder of the logs of runs that never hold the application's folder.
    pub logs: PathBuf,
}

/// Says why a run cannot even begin.
#[derive(Debug, thiserror::Error)]
pub enum AssemblyError {
    /// There is no home folder.
    #[error("this person has no home folder")]
    NoHome,
    /// The home is another person's, and this account would make files there.
    #[error("{} belongs to another person", home.display())]
    ForeignHome {
        /// The home.
        home: PathBuf,
    },
    /// The profile cannot be read.
    #[error("the profile in {} cannot be read", folder.display())]
    Profile {
        /// Its folder.
        folder: PathBuf,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A folder that was named to look for packages in is none.
    #[error("{} is no folder", folder.display())]
    NoFolder {
        /// What was named.
        folder: PathBuf,
    },
    /// A relative path cannot be made absolute, because the working folder is gone.
    #[error("the working folder cannot be used")]
    WorkingFolder {
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The network cannot be set up.
    #[error(transparent)]
    Http(#[from] HttpError),
}

/// What a stub knows about its application, and where that comes from.
struct Application {
    profile: Profile,
    root: Vec<u8>,
    /// Both, and the icon, as they were read, where they are not built in.
    files: Option<ProfileFiles>,
    /// The release that comes with the profile.
    brought: Option<Repository>,
}

impl Assembly {
    /// Puts the adapters together; touches not the network, and changes nothing. An installer that was kept in an
    /// installation means that one, unless the command line names another.
    ///
    /// # Errors
    /// When the profile, a certificate or a proxy cannot be used, or the home is another person's.
    pub fn of(options: &Options, cancel: &Cancel) -> Result<Self, AssemblyError> {
        Self::with_login(options, None, cancel)
    }

    /// The same, with what a proxy asks for.
    ///
    /// # Errors
    /// Those of [`Self::of`].
    pub fn with_login(options: &Options, login: Option<Login>, cancel: &Cancel) -> Result<Self, AssemblyError> {
        let folders = Folders::of_this_person().ok_or(AssemblyError::NoHome)?;
        // Who only asks what is installed leaves nothing there.
        if options.verb != Verb::Status && account::is_anothers_home(&folders.home) {
            return Err(AssemblyError::ForeignHome { home: folders.home });
        }
        // A place that is passed over in silence would be looked for in the network instead.
        if let Some(folder) = options.folders.iter().find(|folder| !folder.is_dir()) {
            return Err(AssemblyError::NoFolder { folder: folder.clone() });
        }
        let working = |source| AssemblyError::WorkingFolder { source };
        let home = home(options, &folders);
        let profile_folder = profile_folder(options, home.as_ref())?;
        let application = application(profile_folder.as_deref())?;
        let client = http::client(&HttpSettings {
            proxy: options.proxy.clone(),
            login,
            authorities: options.ca.iter().cloned().collect(),
        })?;
        let limits = Limits::default();
        let repository = repository(options, &application, &client, cancel);
        let layout = match home {
            Some(home) => home.layout,
            None => {
                let named = folders.layout(&application.profile.id, options.prefix.as_deref()).map_err(working)?;
                // As it was named when it was made: the commands stay where they are, whatever this run's environment says.
                program::layout_of(named.folder(), &folders).unwrap_or(named)
            }
        };
        let metadata = TrustStore::new(layout.trust());
        let source: Box<dyn MetadataSource> = match (&repository, options.offline) {
            (None, _) => Box::new(Unnamed { profile: profile_folder.unwrap_or_default().join(PROFILE) }),
            (Some(Repository::Http(_)), true) => {
                Box::new(Offline { place: host(options, &application), stored: metadata.clone() })
            }
            (Some(repository), _) => Box::new(repository.clone()),
        };
        let settings = Settings {
            built: application.profile.made.unwrap_or(Timestamp::from_seconds(0)),
            profile: application.profile,
            root: application.root,
            profile_files: application.files,
            program: program::running(),
            places: places(options, repository),
            limits,
            store: Store::new(folders.store()),
            neighbours: folders.neighbours(layout.folder().parent()),
            desk: Desk { surroundings: folders.surroundings(&layout), wishes: options.wishes, manage: words::manage },
            search: search(options, &folders, &layout).map_err(working)?,
            layout,
            path: folders.path.clone(),
            patience: patience(options),
            invocation: invocation::of(options),
        };
        Ok(Self { settings, metadata, source, client, logs: folders.logs() })
    }

    /// Says whether there is a folder of the desktop, for an icon to lie in.
    pub fn has_desktop(&self) -> bool {
        self.settings.desk.surroundings.desktop.is_some()
    }

    /// The world as the engine sees it.
    pub fn world<'a>(&'a self, events: &'a dyn EventSink, cancel: &'a Cancel) -> World<'a> {
        World {
            source: self.source.as_ref(),
            metadata: &self.metadata,
            client: &self.client,
            processes: &ChildProcesses,
            clock: &SystemClock,
            events,
            cancel,
        }
    }
}

/// Returns what is known of an application's looks before anything else: its profile, and the PNG of its icon.
///
/// # Errors
/// When the profile cannot be read. An icon that cannot be read is only missed.
pub fn appearance(options: &Options) -> Result<(Profile, Option<Vec<u8>>), AssemblyError> {
    let folders = Folders::of_this_person().ok_or(AssemblyError::NoHome)?;
    let folder = profile_folder(options, home(options, &folders).as_ref())?;
    let profile = application(folder.as_deref())?.profile;
    let icon = profile.brand.icon.as_ref().and_then(|icon| match folder {
        None => Some(carried::icon().to_vec()),
        Some(folder) => icon_in(&folder, icon),
    });
    Ok((profile, icon))
}

/// The installation that is meant when the command line names none.
fn home(options: &Options, folders: &Folders) -> Option<Home> {
    program::home(folders).filter(|_| options.prefix.is_none() && options.profile.is_none())
}

/// The folder of the profile that is meant, absolute; `None` for the one that is built in.
fn profile_folder(options: &Options, home: Option<&Home>) -> Result<Option<PathBuf>, AssemblyError> {
    let named = options.profile.as_deref().map(std::path::absolute).transpose();
    let named = named.map_err(|source| AssemblyError::WorkingFolder { source })?;
    Ok(named.or_else(|| home?.profile.clone()))
}

/// A person sees that a run waits, and can stop it; a script is told at once unless it said otherwise.
fn patience(options: &Options) -> Duration {
    options.wait.unwrap_or(match options.face {
        FaceChoice::Silent | FaceChoice::Json => Duration::ZERO,
        _ => PATIENCE_OF_A_PERSON,
    })
}

/// An installation takes as long on a slow line.
const PATIENCE_OF_A_PERSON: Duration = Duration::from_mins(10);

fn application(folder: Option<&Path>) -> Result<Application, AssemblyError> {
    let Some(folder) = folder else {
        let profile = carried::profile().map_err(|source| unreadable(Path::new("."), source))?;
        let brought = Some(Repository::Memory(MemoryRepository::new(carried::repository())));
        return Ok(Application { profile, root: carried::root().to_vec(), files: None, brought });
    };
    let text = fs::read_to_string(folder.join(PROFILE)).map_err(|source| unreadable(folder, source))?;
    let profile = Profile::parse(&text).map_err(|source: ProfileError| unreadable(folder, source))?;
    let root = fs::read(folder.join(ROOT)).map_err(|source| unreadable(folder, source))?;
    let icon = profile.brand.icon.as_ref().map(|icon| (icon.as_str().to_owned(), icon_in(folder, icon)));
    let read = [(PROFILE.to_owned(), Some(text.into_bytes())), (ROOT.to_owned(), Some(root.clone()))];
    let files = Some(ProfileFiles { folder: folder.to_owned(), files: read.into_iter().chain(icon).collect() });
    let beside = folder.join("repository");
    let brought = beside.is_dir().then(|| Repository::Folder(FolderRepository::new(beside)));
    Ok(Application { profile, root, files, brought })
}

/// An icon that cannot be read is only missed.
fn icon_in(folder: &Path, icon: &FileName) -> Option<Vec<u8>> {
    fs::read(folder.join(icon.as_str())).inspect_err(|error| log::warn!("no icon: {error}")).ok()
}

const PROFILE: &str = "profile.toml";
const ROOT: &str = "root.json";

fn unreadable(folder: &Path, source: impl std::error::Error + Send + Sync + 'static) -> AssemblyError {
    AssemblyError::Profile { folder: folder.to_owned(), source: Box::new(source) }
}

/// The command line's repository, else the profile's, else the one that was brought, if there is any of them.
fn repository(options: &Options, application: &Application, client: &Client, cancel: &Cancel) -> Option<Repository> {
    let http = |base: &url::Url| {
        Repository::Http(HttpRepository::new(client.clone(), base, Limits::default(), cancel.clone()))
    };
    match (&options.repository, &application.profile.repository, &application.brought) {
        (Some(Place::Folder(folder)), ..) => Some(Repository::Folder(FolderRepository::new(folder.clone()))),
        (Some(Place::Url(base)), ..) | (None, Some(base), _) => Some(http(base)),
        (None, None, brought) => brought.clone(),
    }
}

/// Names the server of the releases; an address could hold a password.
fn host(options: &Options, application: &Application) -> String {
    let url = match &options.repository {
        Some(Place::Url(url)) => Some(url),
        Some(Place::Folder(_)) | None => application.profile.repository.as_ref(),
    };
    url.and_then(url::Url::host_str).unwrap_or_default().to_owned()
}

fn places(options: &Options, repository: Option<Repository>) -> Places {
    Places {
        repositories: repository.into_iter().collect(),
        folders: options.folders.clone(),
        mirrors: options.mirrors.clone(),
        index: options.index.clone(),
        offline: options.offline,
    }
}

/// A Python is asked from its own folder, so its path must not depend on the working one.
fn search(options: &Options, folders: &Folders, layout: &Layout) -> std::io::Result<Search> {
    let explicit = match &options.python {
        None => None,
        Some(PythonWish::Version(version)) => Some(Explicit::Version(version.clone())),
        // A bare name is looked up on the PATH.
        Some(PythonWish::Path(path)) if path.components().count() == 1 && !path.exists() => {
            Some(Explicit::Path(path.clone()))
        }
        Some(PythonWish::Path(path)) => Some(Explicit::Path(std::path::absolute(path)?)),
    };
    Ok(Search {
        explicit,
        path_dirs: folders.path.clone(),
        well_known: Search::system_folders(),
        home: Some(folders.home.clone()),
        for_others: account::is_for_others(layout.folder(), &folders.home),
    })
}

/// Stands in for a repository that nobody named. What is installed can be looked at and removed without one.
struct Unnamed {
    profile: PathBuf,
}

impl MetadataSource for Unnamed {
    fn metadata(&self, _file: &str, _limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        Err(SourceError::Unnamed { profile: self.profile.clone() })
    }

    fn target(&self, _path: &str, _limit: u64) -> Result<Vec<u8>, SourceError> {
        Err(SourceError::Unnamed { profile: self.profile.clone() })
    }
}

/// Stands in for a web server when the person asked for no network: nothing is newer than what was trusted last,
/// which is judged again as if it came from there.
struct Offline {
    place: String,
    stored: TrustStore,
}

impl MetadataSource for Offline {
    fn metadata(&self, file: &str, _limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        let next_root = file.ends_with(".root.json");
        match self.stored.read(file) {
            Ok(Some(bytes)) => Ok(Some(bytes)),
            _ if next_root => Ok(None),
            _ => Err(SourceError::Offline { place: self.place.clone() }),
        }
    }

    fn target(&self, _path: &str, _limit: u64) -> Result<Vec<u8>, SourceError> {
        Err(SourceError::Offline { place: self.place.clone() })
    }
}

impl AssemblyError {
    /// Returns the error's row of the table, filled in.
    pub fn failure(&self) -> Failure {
        let mut failure = match self {
            Self::NoHome => failure::USAGE_NO_HOME.failure([], None),
            Self::ForeignHome { home } => {
                failure::DISK_FOREIGN_HOME.failure([("path", home.display().to_string())], None)
            }
            Self::Profile { folder, .. } => {
                failure::USAGE_BAD_PROFILE.failure([("path", folder.display().to_string())], None)
            }
            Self::NoFolder { folder } => {
                let (option, value) = ("--find-links".to_owned(), folder.display().to_string());
                let program = invocation::alone().program();
                failure::USAGE_BAD_VALUE.failure([("option", option), ("value", value), ("program", program)], None)
            }
            Self::WorkingFolder { source } => explain::disk(source, Some(Path::new("."))),
            Self::Http(error) => http_failure(error),
        };
        failure.details = failure::chain(self);
        failure
    }
}

fn http_failure(error: &HttpError) -> Failure {
    match error {
        HttpError::Unreadable { path, .. } => {
            failure::USAGE_NO_CERTIFICATES.failure([("path", path.display().to_string())], None)
        }
        HttpError::NoCertificate { path } => {
            failure::USAGE_BAD_CERTIFICATES.failure([("path", path.display().to_string())], None)
        }
        HttpError::BadProxy { host, .. } => failure::USAGE_BAD_PROXY.failure([("host", host.clone())], None),
        HttpError::Tls(_) | HttpError::Client(_) => failure::INTERNAL.failure([], None),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::console::options;

    #[test]
    fn the_window_shows_the_profile_that_the_run_uses() {
        let options = options::parse(Vec::new(), None).unwrap();
        let kept = std::path::absolute("demo/profile").unwrap();
        let home = Home { layout: Layout::new("demo".into(), "bin".into()), profile: Some(kept.clone()) };
        assert_eq!(profile_folder(&options, Some(&home)).unwrap(), Some(kept));
        assert_eq!(profile_folder(&options, None).unwrap(), None);
    }
}

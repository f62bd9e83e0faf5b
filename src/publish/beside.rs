//! Gathers what a release brings beside the locked distributions: icons, managed Pythons, the installer itself.
//!
//! Files become signed targets; what lies at an address of its own is pinned by what is there now. Whether they are
//! what they seem is for the gate to say.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::model::artifact::InvalidFileName;
use crate::model::release::{Desktop, Icon, Runtime, Stub};
use crate::model::{Artifact, FileName, Profile, Release, Sha256Digest, Source};
use crate::ports::SourceError;

use super::depot::Depot;
use super::picture::{self, BadPicture};
use super::recipe::{DesktopEntry, Program, Python, Recipe};

/// What a release brings beside its locks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    desktop: Option<Desktop>,
    runtimes: Vec<Runtime>,
    stubs: Vec<Stub>,
    /// The signed targets among the files.
    pub files: BTreeMap<FileName, Vec<u8>>,
}

/// Says why something cannot be brought.
#[derive(Debug, thiserror::Error)]
pub enum BesideError {
    /// A file that the recipe names cannot be read.
    #[error("{} cannot be read", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A picture is no icon.
    #[error("{} cannot be an icon", path.display())]
    Icon {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: BadPicture,
    },
    /// Two files would be one target.
    #[error("{name} stands for two files")]
    Twice {
        /// The target.
        name: FileName,
    },
    /// A name cannot be a target's.
    #[error("the release cannot carry a file of such a name")]
    Name(#[from] InvalidFileName),
    /// A managed Python could not be had.
    #[error(transparent)]
    Download(#[from] SourceError),
    /// A managed Python is another file than the recipe says.
    #[error("{name} has the sha256 {found}, not {wanted}")]
    OtherDigest {
        /// The file.
        name: FileName,
        /// The recipe's.
        wanted: Sha256Digest,
        /// The file's.
        found: Sha256Digest,
    },
    /// What was downloaded cannot be kept.
    #[error("the store of downloads cannot be used")]
    Store(#[from] io::Error),
}

impl Beside {
    /// Gathers everything; paths are relative to the folder of the recipe.
    ///
    /// # Errors
    /// [`BesideError`].
    pub fn gather(recipe: &Recipe, folder: &Path, depot: &Depot<'_>) -> Result<Self, BesideError> {
        let mut beside = Self::default();
        if let Some(entry) = &recipe.desktop {
            beside.desktop = Some(beside.menu_entry(entry, folder)?);
        }
        for python in &recipe.runtimes {
            let archive = beside.python(python, folder, depot)?;
            beside.runtimes.push(Runtime { version: python.version.clone(), platform: python.platform(), archive });
        }
        for program in &recipe.stubs {
            let file = beside.program(program, folder)?;
            beside.stubs.push(Stub { version: program.version.clone(), platform: program.platform(), file });
        }
        Ok(beside)
    }

    /// Writes into a release what was gathered.
    pub fn complete(&self, release: &mut Release) {
        let Self { desktop, runtimes, stubs, files: _ } = self;
        release.desktop.clone_from(desktop);
        release.runtimes.clone_from(runtimes);
        release.stubs.clone_from(stubs);
    }

    fn menu_entry(&mut self, entry: &DesktopEntry, folder: &Path) -> Result<Desktop, BesideError> {
        let DesktopEntry { command, arguments, terminal, name, comment, categories, keywords, icons } = entry;
        let mut drawn = Vec::new();
        for path in icons {
            let path = folder.join(path);
            let bytes = read(&path)?;
            let size = picture::size_of(&bytes).map_err(|source| BesideError::Icon { path, source })?;
            let file = self.target(&format!("icon-{size}{}", size.extension()), bytes)?;
            drawn.push(Icon { size, file });
        }
        drawn.sort_by_key(|icon| icon.size);
        Ok(Desktop {
            command: command.clone(),
            arguments: arguments.clone(),
            terminal: *terminal,
            name: name.clone(),
            comment: comment.clone(),
            categories: categories.clone(),
            keywords: keywords.clone(),
            icons: drawn,
        })
    }

    fn python(&mut self, python: &Python, folder: &Path, depot: &Depot<'_>) -> Result<Artifact, BesideError> {
        let artifact = match (&python.url, &python.file) {
            (Some(url), _) => depot.pin(url, python.sha256)?,
            (None, file) => {
                let path = folder.join(file.as_deref().unwrap_or(Path::new("")));
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                self.target(&name, read(&path)?)?
            }
        };
        match python.sha256.filter(|wanted| *wanted != artifact.sha256) {
            Some(wanted) => Err(BesideError::OtherDigest { name: artifact.name, wanted, found: artifact.sha256 }),
            None => Ok(artifact),
        }
    }

    fn program(&mut self, program: &Program, folder: &Path) -> Result<Artifact, BesideError> {
        let Program { version, os, arch, file } = program;
        let ending = if *os == crate::model::release::Os::Windows { ".exe" } else { "" };
        self.target(&format!("setup-{version}-{}-{arch}{ending}", os.as_str()), read(&folder.join(file))?)
    }

    /// Makes a file a signed target.
    fn target(&mut self, name: &str, bytes: Vec<u8>) -> Result<Artifact, BesideError> {
        let name: FileName = name.parse()?;
        let (size, sha256) = (bytes.len() as u64, Sha256Digest::of(&bytes));
        if self.files.insert(name.clone(), bytes).is_some() {
            return Err(BesideError::Twice { name });
        }
        Ok(Artifact { name: name.clone(), size, sha256, package: None, sources: vec![Source::Target(name)] })
    }
}

/// Looks whether the icon that a profile names is one: stubs are built with it.
///
/// # Errors
/// [`BesideError::File`], [`BesideError::Icon`].
pub(in crate::publish) fn require_brand(profile: &Profile, folder: &Path) -> Result<(), BesideError> {
    let Some(name) = &profile.brand.icon else { return Ok(()) };
    let path = folder.join(name);
    picture::size_of(&read(&path)?).map_err(|source| BesideError::Icon { path, source }).map(|_| ())
}

fn read(path: &Path) -> Result<Vec<u8>, BesideError> {
    fs::read(path).map_err(|source| BesideError::File { path: path.to_owned(), source })
}

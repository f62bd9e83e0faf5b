//! Removing the application: what would go and what would stay, and then what the person chose of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{Engine, EngineError};
use crate::activate::{self, ActivateError, Recovered};
use crate::disk;
use crate::model::event::{Action, Outcome, Phase};
use crate::model::removal::DataFolder;
use crate::model::{Receipt, Removal};

/// What the person wants to have removed beside the application itself; nothing unless it was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RemovalChoice {
    /// Folders of data, each as [`Removal::data`] lists it.
    pub data: Vec<PathBuf>,
    /// Whether the downloads go that no other application needs.
    pub downloads: bool,
}

impl Engine<'_> {
    /// Says what an uninstall would take away and what it would leave, without touching anything; `None` when nothing is
    /// installed.
    ///
    /// # Errors
    /// When a newer program wrote the receipt, or the disk cannot be read.
    pub fn removal(&self) -> Result<Option<Removal>, EngineError> {
        let layout = &self.settings.layout;
        activate::judge(layout)?;
        let Some(installed) = activate::installed(layout)? else { return Ok(None) };
        let receipt = &installed.receipt;
        let belongings = activate::belongings(layout, receipt)?;
        let texts = |paths: Vec<PathBuf>| paths.iter().map(|path| path.display().to_string()).collect();
        let downloads = self.own_downloads(receipt)?;
        let sizes = downloads.iter().map(|digest| disk::size(&self.settings.store.folder_of(*digest)));
        let sizes: Vec<u64> = sizes.collect::<Result<_, _>>().map_err(ActivateError::from)?;
        Ok(Some(Removal {
            name: receipt.name.clone(),
            version: receipt.version.clone(),
            folder: layout.folder().display().to_string(),
            size: belongings.size,
            files: texts(belongings.files),
            lines: texts(belongings.lines),
            left: texts(belongings.left),
            data: self.data_folders(receipt)?,
            downloads: sizes.iter().sum(),
            downloads_go: false,
            running: activate::running(layout).into_values().flatten().collect(),
        }))
    }

    /// Removes the application and what was chosen beside; the rest of the person's data stays. Consent is asked for
    /// before, with [`Engine::removal`].
    ///
    /// # Errors
    /// [`EngineError::NotItsData`] when a chosen folder is none that is listed, [`ActivateError::Mounted`] when another
    /// file system is attached in one, and nothing is removed then; else
    /// whatever went wrong, and the next start goes on with it, but never with data: they are chosen anew.
    pub fn uninstall(&self, choice: &RemovalChoice) -> Result<Outcome, EngineError> {
        let layout = &self.settings.layout;
        if !layout.folder().exists() {
            if activate::clear(layout, &self.settings.desk.surroundings, &self.settings.profile.id) {
                self.refresh_menus();
                return Ok(Outcome::of(Action::Uninstall));
            }
            return Err(ActivateError::NotInstalled { folder: layout.folder().to_owned() }.into());
        }
        let lock = self.hold()?;
        let recovered = activate::recover_for_uninstall(layout, &lock, &self.forgetting())?;
        let receipt = activate::installed(layout)?.map(|installed| installed.receipt);
        self.only_its_data(receipt.as_ref(), &choice.data)?;
        let downloads = match receipt.as_ref().filter(|_| choice.downloads) {
            Some(receipt) => self.own_downloads(receipt)?,
            None => BTreeSet::new(),
        };
        self.stop_if_cancelled()?;
        self.enter(Phase::Removing);
        match activate::uninstall(layout, lock, &choice.data, self.world.cancel) {
            // The uninstall that was interrupted is done now.
            Err(ActivateError::NotInstalled { .. }) if recovered == Recovered::Finished => {}
            removed => {
                removed?;
            }
        }
        // They are only copies: what is left after a kill here is in nobody's way.
        downloads.iter().for_each(|digest| self.settings.store.forget(*digest));
        self.settings.store.remove_if_empty();
        self.refresh_menus();
        Ok(Outcome::of(Action::Uninstall))
    }

    /// The person's folders that the release names and that are there.
    fn data_folders(&self, receipt: &Receipt) -> Result<Vec<DataFolder>, EngineError> {
        let mut folders = Vec::new();
        for path in self.named_folders(receipt) {
            // One that cannot be searched for mounts is not offered either: removing it is not safe.
            if !matches!(activate::mount_in(&path), Ok(None)) {
                continue;
            }
            let size = disk::size(&path).map_err(ActivateError::from)?;
            folders.push(DataFolder { path: path.display().to_string(), size, goes: false });
        }
        Ok(folders)
    }

    fn named_folders(&self, receipt: &Receipt) -> impl Iterator<Item = PathBuf> {
        receipt.data_folders.iter().filter_map(|folder| self.data_folder(folder))
    }

    /// One that holds more than this application's data is never offered: the person's home, this program's folders.
    fn data_folder(&self, named: &str) -> Option<PathBuf> {
        let settings = self.settings;
        let home = settings.search.home.as_deref()?;
        let path = home.join(named.strip_prefix("~/")?);
        let others = [settings.layout.folder(), settings.layout.commands(), settings.store.root()];
        let holds_more = path == home || others.iter().any(|other| other.starts_with(&path));
        (!holds_more && path.is_dir() && !path.is_symlink()).then_some(path)
    }

    fn only_its_data(&self, receipt: Option<&Receipt>, chosen: &[PathBuf]) -> Result<(), EngineError> {
        let Some(first) = chosen.first() else { return Ok(()) };
        for path in receipt.into_iter().flat_map(|receipt| self.named_folders(receipt)) {
            if chosen.contains(&path)
                && let Some(path) = activate::mount_in(&path).map_err(ActivateError::from)?
            {
                return Err(ActivateError::Mounted { path }.into());
            }
        }
        let listed = receipt.map(|receipt| self.data_folders(receipt)).transpose()?.unwrap_or_default();
        let known = |path: &&PathBuf| listed.iter().any(|folder| Path::new(&folder.path) == path.as_path());
        if chosen.iter().all(|path| known(&path)) {
            return Ok(());
        }
        let path = chosen.iter().find(|path| !known(path)).unwrap_or(first).clone();
        Err(EngineError::NotItsData { path, listed: listed.into_iter().map(|folder| folder.path).collect() })
    }
}

//! Where everything of one application lies (blueprint: 'On the user's disk').

use std::path::{Path, PathBuf};

use crate::model::receipt::Place;
use crate::model::{FileName, manifest};

/// The folders and files of one application on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    folder: PathBuf,
    commands: PathBuf,
    home: Option<PathBuf>,
}

impl Layout {
    /// Takes the application's own folder and the folder of its launchers, both absolute.
    pub fn new(folder: PathBuf, commands: PathBuf) -> Self {
        Self { folder, commands, home: None }
    }

    /// Says where the person's home is: above it nobody is asked whose the folders are.
    pub fn of_home(self, home: &Path) -> Self {
        Self { home: Some(home.to_owned()), ..self }
    }

    /// The person's home, where it is known.
    pub(super) fn home(&self) -> Option<&Path> {
        self.home.as_deref()
    }

    /// The application's own folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Says where everything lies, for the receipt.
    pub fn place(&self) -> Place {
        Place { folder: self.folder.clone(), commands: self.commands.clone() }
    }

    /// The folder of the launchers.
    pub fn commands(&self) -> &Path {
        &self.commands
    }

    /// The folder of all generations.
    pub fn generations(&self) -> PathBuf {
        self.folder.join("generations")
    }

    /// The folder of one generation: a virtual environment.
    pub fn generation(&self, number: u32) -> PathBuf {
        self.generations().join(number.to_string())
    }

    /// The record of one generation's files.
    pub fn manifest(&self, number: u32) -> PathBuf {
        self.generation(number).join(manifest::FILE)
    }

    /// The pointer to the generation that runs.
    pub fn current(&self) -> PathBuf {
        self.folder.join("current")
    }

    /// What is installed.
    pub fn receipt(&self) -> PathBuf {
        self.folder.join("receipt.json")
    }

    /// What the next start switches to.
    pub(super) fn pending(&self) -> PathBuf {
        self.folder.join("pending.json")
    }

    /// What is about to be done.
    pub fn journal(&self) -> PathBuf {
        self.folder.join("journal.jsonl")
    }

    /// The last trusted metadata.
    pub fn trust(&self) -> PathBuf {
        self.folder.join("trust")
    }

    /// Managed Pythons.
    pub fn runtimes(&self) -> PathBuf {
        self.folder.join("runtimes")
    }

    /// What did not belong into a generation and was moved out of it: a folder for each repair, numbered. It is the
    /// person's, so an uninstall leaves it.
    pub fn set_aside(&self) -> PathBuf {
        self.folder.join(SET_ASIDE)
    }

    /// Scratch space of a run, emptied at every start; same file system as the generations.
    pub fn scratch(&self) -> PathBuf {
        self.folder.join("scratch")
    }

    /// The logs of the runs.
    pub fn logs(&self) -> PathBuf {
        self.folder.join("logs")
    }

    /// The installer that was kept for later.
    pub fn setup(&self) -> PathBuf {
        self.folder.join(if cfg!(windows) { "setup.exe" } else { "setup" })
    }

    /// What the kept installer knows about its application, where that is not built into it.
    pub fn profile(&self) -> PathBuf {
        self.folder.join("profile")
    }

    /// The file that is locked while a run works.
    pub(super) fn lock(&self) -> PathBuf {
        self.folder.join("quoc.lock")
    }

    /// The launcher of one command.
    pub fn launcher(&self, command: &FileName) -> PathBuf {
        if cfg!(windows) { self.commands.join(format!("{command}.cmd")) } else { self.commands.join(command) }
    }

    /// The entries that an uninstall needs until its end, in the order in which they go.
    pub(super) fn last_entries(&self) -> [PathBuf; 3] {
        [self.profile(), self.setup(), self.receipt()]
    }

    /// Every entry that quoc makes directly in the application's folder, the receipt last, but for the
    /// pointer, the journal, the lock and what was set aside.
    pub(super) fn entries(&self) -> Vec<PathBuf> {
        let plain = ["generations", "runtimes", "scratch", "trust", "logs"].map(|name| self.folder.join(name));
        plain.into_iter().chain([self.pending()]).chain(self.last_entries()).collect()
    }
}

pub(super) const SET_ASIDE: &str = "set-aside";

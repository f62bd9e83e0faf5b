//! The lifecycle on a real disk, interrupted where it hurts.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod kills;
mod locks;
mod menus;
mod receipts;
mod switches;
mod uninstalls;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::journal::{self, Intent};
use super::*;
use crate::model::receipt::{Choices, FORMAT, InstalledPython};
use crate::model::{FileName, Receipt, Sha256Digest, Timestamp};
use crate::ports::Cancel;

struct Machine {
    _home: tempfile::TempDir,
    layout: Layout,
    python: PathBuf,
}

impl Machine {
    fn new() -> Self {
        // As `main` does: whoever tests may have a umask that lets a group write.
        #[cfg(unix)]
        rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o022));
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("Ünïcode näme");
        let python = root.join("python3");
        fs::create_dir_all(&root).unwrap();
        fs::write(&python, "").unwrap();
        Self { layout: Layout::new(root.join("data/app"), root.join("bin")), python, _home: home }
    }

    /// Children inherit locks, and those of other tests are children of the same process: for a moment one may hold this.
    fn lock(&self) -> Lock {
        let tries = (0..500).find_map(|_| match Lock::take(&self.layout) {
            Err(ActivateError::Busy { .. }) => {
                std::thread::sleep(std::time::Duration::from_millis(10));
                None
            }
            taken => Some(taken.unwrap()),
        });
        tries.expect("nobody holds it for that long")
    }

    /// Builds an environment that has these commands.
    fn build(&self, commands: &[&str]) -> Generation {
        let generation = begin(&self.layout).unwrap();
        let bin = generation.folder.join("bin");
        fs::create_dir_all(&bin).unwrap();
        for command in commands.iter().chain(&["python"]) {
            fs::write(bin.join(command), format!("{command} of {}", generation.number)).unwrap();
        }
        fs::write(generation.folder.join("pyvenv.cfg"), "").unwrap();
        generation
    }

    fn receipt(&self, generation: u32, version: &str) -> Receipt {
        Receipt {
            format: FORMAT,
            application: "app".parse().unwrap(),
            name: "App".into(),
            version: version.parse().unwrap(),
            release: Sha256Digest::of(version.as_bytes()),
            targets_version: 1,
            generation,
            previous: (generation > 1).then(|| Box::new(self.receipt(generation - 1, "0.9"))),
            went_back_from: None,
            python: InstalledPython {
                path: self.python.clone(),
                version: "3.11.7".parse().unwrap(),
                managed: false,
                file: None,
            },
            packages: vec![],
            commands: vec![],
            smoke_test: vec![],
            files: vec![],
            manifest: None,
            downloads: vec![],
            data_folders: vec![],
            shell_files: vec![],
            choices: Choices::default(),
            place: None,
            stub: None,
            installed_at: Timestamp::from_seconds(0),
        }
    }

    fn receipt_of(&self, generation: u32, version: &str, commands: &[&str]) -> Receipt {
        Receipt { commands: names(commands), ..self.receipt(generation, version) }
    }

    fn install(&self, version: &str, commands: &[&str]) -> Receipt {
        let generation = self.build(commands);
        switch(&self.layout, self.receipt_of(generation.number, version, commands), &|_| {}).unwrap()
    }

    fn install_locked(&self, version: &str, commands: &[&str]) -> Receipt {
        let _lock = self.lock();
        self.install(version, commands)
    }

    /// Builds a version and writes down that it will be switched to, as a run does that is killed then.
    fn is_about_to_switch_to(&self, version: &str, commands: &[&str]) -> Generation {
        let generation = self.build(commands);
        let mut receipt = self.receipt(generation.number, version);
        receipt.files = launchers::planned(&self.layout, &names(commands));
        journal::write(&self.layout, &to_switch(receipt)).unwrap();
        generation
    }

    /// What the next start does about a run that was killed.
    fn recovers(&self, lock: &Lock) -> Recovered {
        recover(&self.layout, lock, &|_| {}).unwrap()
    }

    fn runs(&self, command: &str) -> Option<String> {
        fs::read_to_string(self.layout.commands().join(command)).ok()
    }

    fn generations(&self) -> Vec<u32> {
        generation::all(&self.layout).unwrap()
    }
}

fn names(commands: &[&str]) -> Vec<FileName> {
    commands.iter().map(|name| name.parse().unwrap()).collect()
}

fn to_switch(receipt: Receipt) -> Intent {
    Intent::Switch { receipt: Box::new(receipt), dropped: BTreeSet::new() }
}

fn everything_below(folder: &Path) -> usize {
    if folder.exists() { fs::read_dir(folder).unwrap().count() } else { 0 }
}

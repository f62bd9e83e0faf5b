//! Compares what is installed with the record of its install, and that with what the publisher signed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::anothers::is_closed;
use super::{Engine, EngineError};
use crate::activate::{self, ActivateError};
use crate::environment::verify::{Compared, Comparison, Depth, Difference, compare};
use crate::environment::{self, Surroundings};
use crate::model::event::{Failure, Phase};
use crate::model::manifest::{InstalledWheel, MAX_SIZE};
use crate::model::{Event, Finding, FindingKind, Findings, Manifest, Receipt, Sha256Digest};
use crate::trust;

/// What a comparison came to, with what is needed to mend it.
#[derive(Debug)]
pub(super) struct Verdict {
    pub(super) findings: Findings,
    /// Those of the environment.
    pub(super) differences: Vec<Difference>,
    /// The record, if it can be believed.
    pub(super) manifest: Option<Manifest>,
}

/// How thoroughly to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// At every start: sizes, times and rights.
    Quick,
    /// Every byte.
    Full,
    /// Every byte that this person may read, of another person's installation; its Python is not run.
    Anothers,
}

impl Engine<'_> {
    /// Compares every installed file. Changes nothing, and needs no network. What is found is told as
    /// [`Event::Verified`], and returned with the failure that it comes to.
    ///
    /// # Errors
    /// When nothing is installed, another run is at work, or the disk cannot be read; damage is no error.
    pub fn verify(&self) -> Result<(Findings, Option<Failure>), EngineError> {
        let layout = &self.settings.layout;
        if !layout.folder().exists() {
            return Err(ActivateError::NotInstalled { folder: layout.folder().to_owned() }.into());
        }
        let _lock = if self.owner().is_none() { Some(self.hold()?) } else { None };
        let (installed, owner) = self.seen()?;
        self.enter(Phase::Verifying);
        let look = if owner.is_some() { Look::Anothers } else { Look::Full };
        let mut verdict = self.compare(&installed.receipt, look)?;
        if look == Look::Anothers {
            verdict.findings.findings.retain(|found| !is_closed(Path::new(&found.path)));
        }
        self.world.events.emit(Event::Verified(Box::new(verdict.findings.clone())));
        let found = verdict.findings.findings.len();
        let failure = (found > 0).then(|| self.damaged(&installed.receipt, owner.as_deref(), found));
        Ok((verdict.findings, failure))
    }

    /// Compares, and says what would have to be mended.
    pub(super) fn compare(&self, receipt: &Receipt, look: Look) -> Result<Verdict, EngineError> {
        let standing = activate::standing(&self.settings.layout, receipt)?;
        let mut found: Vec<Finding> = standing.into_iter().map(|(path, kind)| finding(&path, kind)).collect();
        // A start looks by itself whether the kept installer is whole.
        let damage = activate::damage_of_setup(&self.settings.layout, receipt).filter(|_| look != Look::Quick);
        found.extend(damage.map(|kind| finding(&self.settings.layout.setup(), kind)));
        self.compare_environment(receipt, look, found)
    }

    /// Compares an environment, also one that nothing leads to yet; adds to what was found of what leads to it.
    pub(super) fn compare_environment(
        &self,
        receipt: &Receipt,
        look: Look,
        mut found: Vec<Finding>,
    ) -> Result<Verdict, EngineError> {
        let layout = &self.settings.layout;
        let folder = layout.generation(receipt.generation);
        if !self.python_is_the_same(receipt, look) {
            found.push(finding(&receipt.python.path, FindingKind::Python));
        }
        let manifest = self.record(receipt)?;
        let compared = match &manifest {
            Some(manifest) => {
                let signed = if look != Look::Quick { self.signed_wheels(receipt, manifest) } else { Vec::new() };
                let depth = match look {
                    Look::Quick => Depth::Quick,
                    Look::Full | Look::Anothers => Depth::Full { signed: &signed, events: self.world.events },
                };
                compare(&Comparison { folder: &folder, manifest, depth }, self.world.cancel)?
            }
            None => {
                // Older programs wrote none; to have one, everything would have to be made anew at the next start.
                if look != Look::Quick || receipt.manifest.is_some() {
                    found.push(finding(&layout.manifest(receipt.generation), FindingKind::Record));
                }
                Compared::default()
            }
        };
        found.extend(compared.differences.iter().map(|one| finding(&folder.join(&one.path), one.kind)));
        found.sort();
        let findings = Findings {
            version: receipt.version.clone(),
            files: compared.files,
            bytes: compared.bytes,
            packages: receipt.packages.len() as u64,
            signed: compared.signed,
            findings: found,
        };
        Ok(Verdict { findings, differences: compared.differences, manifest })
    }

    /// Reads the record of the files; `None` when it is not the one that the receipt names.
    pub(super) fn record(&self, receipt: &Receipt) -> Result<Option<Manifest>, EngineError> {
        let path = self.settings.layout.manifest(receipt.generation);
        let bytes = match crate::disk::read_limited(&path, MAX_SIZE) {
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => None,
            read => read.map_err(ActivateError::from)?,
        };
        let bytes = bytes.filter(|bytes| Some(Sha256Digest::of(bytes)) == receipt.manifest);
        Ok(bytes.and_then(|bytes| match Manifest::parse(&bytes) {
            Ok(manifest) => Some(manifest),
            Err(error) => {
                log::warn!("{}: {error}", path.display());
                None
            }
        }))
    }

    /// The base Python is still there, runs, and is of the same feature version: an environment has its packages in a
    /// folder of that version.
    fn python_is_the_same(&self, receipt: &Receipt, look: Look) -> bool {
        let path = &receipt.python.path;
        let file = environment::program_file(path);
        // Whoever has upgraded it has replaced its file. Older receipts do not say what that was like.
        let is_as_it_was = file.is_some() && (receipt.python.file.is_none() || receipt.python.file == file);
        match look {
            Look::Quick if is_as_it_was => return true,
            Look::Anothers => return is_as_it_was || is_closed(path),
            Look::Quick | Look::Full => {}
        }
        let surroundings =
            Surroundings { path_dirs: self.settings.path.clone(), home: self.settings.search.home.clone() };
        match environment::probe(path, &surroundings, self.world.processes, self.world.cancel) {
            Ok(found) => found.version.release().iter().take(2).eq(receipt.python.version.release().iter().take(2)),
            Err(rejection) => {
                log::info!("{}: {rejection}", path.display());
                false
            }
        }
    }

    /// The wheels of the record that the publisher's keys vouch for and that the store has. The release that was
    /// trusted last is judged again, from the root that ships with this program on; it must be the installed one.
    fn signed_wheels(&self, receipt: &Receipt, manifest: &Manifest) -> Vec<(usize, PathBuf)> {
        let judged = trust::judge_again(self.trust(), &self.settings.profile.id, self.world.metadata);
        let release = match judged {
            Ok(release) if release.release_digest() == receipt.release => release,
            Ok(release) => {
                log::info!("the release that was trusted last is {}", release.release().version);
                return Vec::new();
            }
            Err(error) => {
                log::warn!("what was trusted last cannot be judged again: {error}");
                return Vec::new();
            }
        };
        let is_signed = |wheel: &InstalledWheel| {
            let mut locked = release.lock().packages.iter();
            locked.any(|package| {
                package.name == wheel.name
                    && package.version == wheel.version
                    && package.wheels.iter().any(|file| file.sha256 == wheel.sha256)
            })
        };
        self.wheels_at_hand(manifest)
            .into_iter()
            .filter(|(index, _)| manifest.wheels.get(*index).is_some_and(is_signed))
            .collect()
    }

    /// Where the wheels of the record lie in the store, as far as it has them.
    pub(super) fn wheels_at_hand(&self, manifest: &Manifest) -> BTreeMap<usize, PathBuf> {
        let path = |wheel: &InstalledWheel| self.settings.store.folder_of(wheel.sha256).join(&wheel.file);
        let paths = manifest.wheels.iter().map(path).enumerate();
        paths.filter(|(_, path)| path.is_file()).collect()
    }
}

fn finding(path: &Path, kind: FindingKind) -> Finding {
    Finding { path: path.display().to_string(), kind }
}

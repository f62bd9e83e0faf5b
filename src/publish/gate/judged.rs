//! What was said about each wheel, and about those that go into one environment together.

use std::collections::BTreeMap;

use super::{Fault, Finding, LongPath, Use};
use crate::environment::screen::{each_file_has_one_owner, longest_path};
use crate::environment::{Refused, ScreenedWheel, Wheel};
use crate::model::release::{Os, Platform};
use crate::model::{FileName, PackageName, Release, Sha256Digest, Version};
use crate::plan::{PlannedFile, PlannedPackage};
use crate::publish::claim::Claim;
use crate::publish::coverage::ImpossibleClaim;
use crate::publish::recipe::PythonVersion;

/// What was said about each wheel.
#[derive(Default)]
pub(super) struct Judged {
    passed: BTreeMap<(Use, Sha256Digest), ScreenedWheel>,
    /// Places in `findings`.
    blamed: BTreeMap<(Use, Sha256Digest), usize>,
    pub(super) findings: Vec<Finding>,
    pub(super) long_path: Option<LongPath>,
}

impl Judged {
    pub(super) fn keep(&mut self, usage: Use, wheel: &Wheel, screened: ScreenedWheel) {
        self.passed.insert((usage, wheel.sha256), screened);
    }

    pub(super) fn blame(&mut self, usage: Use, wheel: &Wheel, fault: Fault) {
        self.blamed.insert((usage, wheel.sha256), self.findings.len());
        self.findings.push(Finding { fault, claims: Vec::new() });
    }

    /// Looks at everything that users of one claim would install, together.
    pub(super) fn look_at(
        &mut self,
        claim: &Claim,
        packages: &[PlannedPackage],
        release: &Release,
    ) -> Result<(), ImpossibleClaim> {
        let python = claim.oldest().map_err(|source| ImpossibleClaim::of(claim, source))?.version;
        let installed = packages.iter().filter_map(|package| match &package.file {
            PlannedFile::Wheel(artifact) => Some((Use::Installed, artifact.sha256)),
            PlannedFile::Build(_) => None,
        });
        let installed: Vec<_> = installed.collect();
        let mut sets = vec![installed.clone(), vec![(Use::Pip, release.pip.sha256)]];
        for package in packages {
            if let PlannedFile::Build(build) = &package.file {
                sets.push(build.dependencies.iter().map(|wheel| (Use::Build, wheel.wheel.sha256)).collect());
            }
        }
        for set in &sets {
            self.look_at_set(set, claim, &python);
        }
        if packages.iter().all(|package| matches!(package.file, PlannedFile::Wheel(_))) {
            self.look_for_commands(&installed, claim, release);
        }
        if claim.platform.os == Os::Windows {
            self.measure(&installed, claim, release);
        }
        Ok(())
    }

    /// Looks at wheels that go into one environment.
    fn look_at_set(&mut self, set: &[(Use, Sha256Digest)], claim: &Claim, python: &Version) {
        let blamed: Vec<usize> = set.iter().filter_map(|key| self.blamed.get(key).copied()).collect();
        for index in blamed {
            if let Some(finding) = self.findings.get_mut(index) {
                finding.claims.push(place(claim));
            }
        }
        let wheels: Vec<&ScreenedWheel> = set.iter().filter_map(|key| self.passed.get(key)).collect();
        let mut faults = Vec::new();
        for screened in &wheels {
            if let Some(requires) = screened.requires_python().filter(|requires| !requires.contains(python)) {
                let (wheel, requires) = (screened.wheel().file_name.clone(), requires.clone());
                faults.push(Fault::Python { wheel, requires });
            }
        }
        faults.extend(each_file_has_one_owner(wheels).err().map(Fault::Refused));
        faults.into_iter().for_each(|fault| self.find(fault, claim));
    }

    fn look_for_commands(&mut self, installed: &[(Use, Sha256Digest)], claim: &Claim, release: &Release) {
        let brings = |command: &FileName| {
            let wheels = installed.iter().filter_map(|key| self.passed.get(key));
            wheels.into_iter().any(|wheel| wheel.has_command(command))
        };
        // What was refused may have the command.
        if installed.iter().any(|key| !self.passed.contains_key(key)) {
            return;
        }
        let missing: Vec<FileName> = release.commands.iter().filter(|command| !brings(command)).cloned().collect();
        missing.into_iter().for_each(|command| self.find(Fault::NoCommand { command }, claim));
    }

    /// Windows has room for so many characters, of which the folder of the environment takes some.
    fn measure(&mut self, installed: &[(Use, Sha256Digest)], claim: &Claim, release: &Release) {
        let longest = |name: usize| longest_path(true, windows_folder(&release.application.id, name));
        let mut refused = Vec::new();
        for screened in installed.iter().filter_map(|key| self.passed.get(key)) {
            let (file_name, path) = (&screened.wheel().file_name, screened.longest_path());
            if let Err(reason) = screened.fits(longest(ACCOUNT_NAME)) {
                refused.push(Fault::Refused(Refused { file_name: file_name.clone(), reason }));
            } else if screened.fits(longest(LONGEST_ACCOUNT_NAME)).is_err() {
                let account_name = longest(0).saturating_sub(path.chars().count());
                if self.long_path.as_ref().is_none_or(|known| account_name < known.account_name) {
                    let (wheel, path) = (file_name.clone(), path.to_owned());
                    self.long_path = Some(LongPath { wheel, path, account_name });
                }
            }
        }
        refused.into_iter().for_each(|fault| self.find(fault, claim));
    }

    /// Adds a claim to a finding, or the finding if it is a new one.
    fn find(&mut self, fault: Fault, claim: &Claim) {
        let words = fault.to_string();
        match self.findings.iter_mut().find(|finding| finding.fault.to_string() == words) {
            Some(finding) => finding.claims.push(place(claim)),
            None => self.findings.push(Finding { fault, claims: vec![place(claim)] }),
        }
    }
}

/// How a finding names a claim.
pub(super) fn place(claim: &Claim) -> (Platform, PythonVersion) {
    (claim.platform.platform(), claim.python)
}

/// Characters of the folder of an environment where people install by default:
/// `C:\Users\NAME\AppData\Local\quoc\APPLICATION\generations\999`.
fn windows_folder(application: &PackageName, account_name: usize) -> usize {
    let fixed = ["C:\\Users\\", "\\AppData\\Local\\quoc\\", application.as_str(), "\\generations\\999"];
    fixed.iter().map(|part| part.len()).sum::<usize>() + account_name
}

/// Every release must have room where the account has a name of so many characters.
const ACCOUNT_NAME: usize = 12;

/// Windows allows no longer names of accounts; what does not fit there is told.
const LONGEST_ACCOUNT_NAME: usize = 20;

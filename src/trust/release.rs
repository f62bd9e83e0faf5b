//! From the signed list of files to the release: the value that the rest of the program works from.
//!
//! A quorum signed every byte that is read here, so what is refused is no attack but a publisher's mistake, an
//! older release than this program may take, or a release of something else. Refused all the same.

use std::collections::{BTreeMap, BTreeSet};

use super::error::{Contradiction, TrustError};
use super::targets::{TrustedTargets, VerifiedTarget};
use crate::model::lock::{Location, LockedFile, LockedPackage};
use crate::model::release::TARGET;
use crate::model::{Artifact, FileName, Lock, PackageName, Release, Sha256Digest, Source, Version};

/// The release document, believed; its locks are still to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedRelease {
    targets: TrustedTargets,
    release: Release,
    digest: Sha256Digest,
}

/// A release that a quorum signed, with its locks, all of one mind. Only this room makes one.
#[derive(Clone, Debug, PartialEq)]
pub struct TrustedRelease {
    signed: SignedRelease,
    lock: Lock,
    build_locks: BTreeMap<PackageName, Lock>,
}

impl SignedRelease {
    /// Believes the release document.
    ///
    /// # Errors
    /// When `document` is another target, cannot be read, is of another application than `application`, or is
    /// older than `floor`.
    pub fn judge(
        targets: TrustedTargets,
        document: VerifiedTarget,
        application: &PackageName,
        floor: Option<&Version>,
    ) -> Result<Self, TrustError> {
        // Bytes that were verified against another list of files say nothing about this one.
        let document = targets.verify_target(TARGET, document.into_bytes())?;
        let release = Release::parse(document.bytes())
            .map_err(|source| TrustError::MalformedRelease { source: Box::new(source) })?;
        if release.application.id != *application {
            let (expected, found) = (application.clone(), release.application.id);
            return Err(TrustError::OtherApplication { expected, found });
        }
        if let Some(floor) = floor.filter(|floor| release.version < **floor) {
            return Err(TrustError::ReleaseBelowFloor { offered: release.version, floor: floor.clone() });
        }
        let signed = Self { targets, release, digest: Sha256Digest::of(document.bytes()) };
        signed.check_artifacts()?;
        Ok(signed)
    }

    /// Returns the names of the locks to read, each once.
    pub fn lock_names(&self) -> BTreeSet<&FileName> {
        let builds = self.release.builds.values().map(|build| &build.lock);
        builds.chain([&self.release.lock]).collect()
    }

    /// Returns the signed list of files.
    pub fn targets(&self) -> &TrustedTargets {
        &self.targets
    }

    /// Believes the locks and holds them against the release and the signed list of files.
    ///
    /// # Errors
    /// When one is missing, cannot be read, or contradicts another document.
    pub fn with_locks(self, locks: Vec<VerifiedTarget>) -> Result<TrustedRelease, TrustError> {
        let mut read = BTreeMap::new();
        for document in locks {
            let (name, bytes) = document.into_parts();
            let document = self.targets.verify_target(&name, bytes)?;
            read.insert(name, self.read_lock(&document)?);
        }
        let lock_of = |name: &FileName| {
            read.get(name.as_str()).cloned().ok_or_else(|| TrustError::UnknownTarget { name: name.to_string() })
        };
        let lock = lock_of(&self.release.lock)?;
        self.check_release_is_locked(&lock)?;
        let mut build_locks = BTreeMap::new();
        for (name, build) in &self.release.builds {
            let build_lock = lock_of(&build.lock)?;
            check_build(name, &lock, &build_lock)?;
            build_locks.insert(name.clone(), build_lock);
        }
        Ok(TrustedRelease { signed: self, lock, build_locks })
    }

    fn read_lock(&self, document: &VerifiedTarget) -> Result<Lock, TrustError> {
        let malformed =
            |source| TrustError::MalformedLock { target: document.name().to_owned(), source: Box::new(source) };
        let lock = Lock::parse(document.bytes()).map_err(malformed)?;
        for file in lock.packages.iter().flat_map(LockedPackage::files) {
            self.check_locked_file(file)?;
        }
        Ok(lock)
    }

    fn check_locked_file(&self, file: &LockedFile) -> Result<(), TrustError> {
        match &file.location {
            Location::Url(_) => Ok(()),
            Location::Target(name) => self.check_target(name, file.size, file.sha256),
        }
    }

    fn check_artifacts(&self) -> Result<(), TrustError> {
        self.release.artifacts().try_for_each(|artifact| self.check_artifact(artifact))
    }

    fn check_artifact(&self, artifact: &Artifact) -> Result<(), TrustError> {
        artifact.sources.iter().try_for_each(|source| match source {
            Source::Url(_) => Ok(()),
            Source::Target(name) => self.check_target(name, artifact.size, artifact.sha256),
        })
    }

    /// What is said to lie in the repository is signed there with the same size and hash.
    fn check_target(&self, name: &FileName, size: u64, sha256: Sha256Digest) -> Result<(), TrustError> {
        match self.targets.target(name) {
            Some(info) if info.length == size && info.sha256 == sha256 => Ok(()),
            _ => Err(contradiction(Contradiction::TargetIsSigned, name)),
        }
    }

    /// A release's version is what decides about upgrades, so it must be what gets installed.
    fn check_release_is_locked(&self, lock: &Lock) -> Result<(), TrustError> {
        let id = &self.release.application.id;
        let mut entries = lock.packages.iter().filter(|package| package.name == *id).peekable();
        let there = entries.peek().is_some();
        if there && entries.all(|package| package.version == self.release.version) {
            return Ok(());
        }
        Err(contradiction(Contradiction::ReleaseIsLocked, id))
    }
}

fn check_build(name: &PackageName, lock: &Lock, build_lock: &Lock) -> Result<(), TrustError> {
    if !lock.packages.iter().any(|package| package.name == *name && package.sdist.is_some()) {
        return Err(contradiction(Contradiction::BuildHasSdist, name));
    }
    match build_lock.packages.iter().find(|package| package.wheels.is_empty()) {
        Some(package) => Err(contradiction(Contradiction::BuildNeedsWheels, &package.name)),
        None => Ok(()),
    }
}

fn contradiction(rule: Contradiction, name: &impl ToString) -> TrustError {
    TrustError::Contradiction { rule, name: name.to_string() }
}

impl TrustedRelease {
    /// Returns the release document.
    pub fn release(&self) -> &Release {
        &self.signed.release
    }

    /// Returns the sha256 of the release document.
    pub fn release_digest(&self) -> Sha256Digest {
        self.signed.digest
    }

    /// Returns the lock of the application.
    pub fn lock(&self) -> &Lock {
        &self.lock
    }

    /// Returns the locks of the build environments, by the distribution to build.
    pub fn build_locks(&self) -> &BTreeMap<PackageName, Lock> {
        &self.build_locks
    }

    /// Returns the signed list of files: who signed it, its versions, its targets.
    pub fn targets(&self) -> &TrustedTargets {
        &self.signed.targets
    }
}

//! What a plan needs on disk, in the order in which it is best fetched, and what that comes to.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::types::{Plan, PlannedBuild, PlannedFile};
use crate::model::event::Summary;
use crate::model::{Artifact, PackageName, Sha256Digest};

/// Who signed, for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signing {
    /// Keys that signed the release.
    pub signed_by: u64,
    /// Keys needed.
    pub threshold: u64,
    /// Keys there are.
    pub keys: u64,
}

impl Plan {
    /// Lists every file the plan needs, each digest once, those first that most work waits for.
    ///
    /// A runtime is unpacked before anything can start, then pip; builds take longest, so their files come
    /// next; then the wheels, the largest first, so that no large one is left for the end.
    pub fn artifacts(&self) -> Vec<Artifact> {
        let mut ordered: Vec<&Artifact> = self.runtime.iter().map(|runtime| &runtime.archive).collect();
        ordered.push(&self.release.pip);
        let builds = self
            .builds()
            .flat_map(|(_, build)| build.dependencies.iter().map(|dependency| &dependency.wheel).chain([&build.sdist]));
        ordered.extend(largest_first(builds));
        let wheels = self.packages.iter().filter_map(|package| match &package.file {
            PlannedFile::Wheel(wheel) => Some(wheel),
            PlannedFile::Build(_) => None,
        });
        ordered.extend(largest_first(wheels));
        ordered.extend(self.release.desktop.iter().flat_map(|desktop| &desktop.icons).map(|icon| &icon.file));
        each_once(ordered)
    }

    /// Returns the bytes of all artifacts.
    pub fn size(&self) -> u64 {
        total(&self.artifacts())
    }

    /// Lists the artifacts that are not at hand yet, in the order of [`Plan::artifacts`].
    pub fn to_fetch(&self, have: &dyn Fn(&Artifact) -> bool) -> Vec<Artifact> {
        self.artifacts().into_iter().filter(|artifact| !have(artifact)).collect()
    }

    /// Lists what is built on this machine.
    pub fn builds(&self) -> impl Iterator<Item = (&PackageName, &PlannedBuild)> {
        self.packages.iter().filter_map(|package| match &package.file {
            PlannedFile::Build(build) => Some((&package.name, build)),
            PlannedFile::Wheel(_) => None,
        })
    }

    /// Returns whether anything that is built needs a C compiler.
    pub fn needs_compiler(&self) -> bool {
        self.builds().any(|(_, build)| build.needs_compiler)
    }

    /// Sums the plan up for faces; `folder` is where the application will be.
    pub fn summary(&self, signing: Signing, folder: String, have: &dyn Fn(&Artifact) -> bool) -> Summary {
        Summary {
            action: self.action,
            name: self.release.application.name.clone(),
            publisher: self.release.application.publisher.clone(),
            version: self.release.version.clone(),
            installed: self.installed.clone(),
            python: self.interpreter.version.clone(),
            signed_by: signing.signed_by,
            threshold: signing.threshold,
            keys: signing.keys,
            packages: u64::try_from(self.packages.len()).unwrap_or(u64::MAX),
            size: self.size(),
            to_fetch: total(&self.to_fetch(have)),
            builds: self.builds().map(|(name, _)| name.clone()).collect(),
            folder,
            running: Vec::new(),
            left_aside: None,
            on_disk: self.size().saturating_mul(UNPACKED),
            graphical: self.release.is_graphical(),
        }
    }
}

fn largest_first<'a>(artifacts: impl Iterator<Item = &'a Artifact>) -> Vec<&'a Artifact> {
    let mut sorted: Vec<&Artifact> = artifacts.collect();
    sorted.sort_by_key(|artifact| (Reverse(artifact.size), &artifact.name));
    sorted
}

/// Keeps the first of those with the same content, with the sources of all of them.
fn each_once(artifacts: Vec<&Artifact>) -> Vec<Artifact> {
    let mut places: HashMap<(Sha256Digest, u64), usize> = HashMap::new();
    let mut distinct: Vec<Artifact> = Vec::new();
    for artifact in artifacts {
        let place = *places.entry((artifact.sha256, artifact.size)).or_insert(distinct.len());
        match distinct.get_mut(place) {
            Some(known) => {
                for source in &artifact.sources {
                    if !known.sources.contains(source) {
                        known.sources.push(source.clone());
                    }
                }
            }
            None => distinct.push(artifact.clone()),
        }
    }
    distinct
}

fn total(artifacts: &[Artifact]) -> u64 {
    artifacts.iter().fold(0, |sum, artifact| sum.saturating_add(artifact.size))
}

/// What an application takes for each byte of its wheels: their files (3.4 for Tahoe-LAFS), and the bytecode of these.
const UNPACKED: u64 = 5;

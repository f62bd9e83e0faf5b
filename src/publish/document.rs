//! `release.json`, made from the recipe and what it was locked to.

use std::collections::BTreeMap;

use crate::model::release::{self, Application, Build, ReleaseError};
use crate::model::{Profile, Release, VersionSpecifiers};

use super::claim::Claim;
use super::coverage::{self, ImpossibleClaim, Row};
use super::folder::{LOCK, build_lock_name};
use super::lock::Locked;
use super::recipe::{PythonVersion, Recipe};

/// Says why a recipe makes no release.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// The recipe is of another application than the profile.
    #[error("the recipe releases {recipe}, the profile is of {profile}")]
    OtherApplication {
        /// The recipe's distribution.
        recipe: crate::model::PackageName,
        /// The profile's.
        profile: crate::model::PackageName,
    },
    /// A name that the release would carry cannot be used.
    #[error("the release cannot carry the name of a lock")]
    Name(#[from] crate::model::artifact::InvalidFileName),
    /// The Pythons claimed have no common range.
    #[error("the claimed Pythons cannot be written as a range")]
    Pythons(#[from] pep440_rs::VersionSpecifiersParseError),
    /// Clients would refuse the release.
    #[error("clients would refuse the release")]
    Refused(#[from] ReleaseError),
    /// A claim names no Python that can exist.
    #[error(transparent)]
    Claim(#[from] ImpossibleClaim),
}

/// Makes the release document, and the coverage that it states.
///
/// # Errors
/// [`DraftError`].
pub fn draft(recipe: &Recipe, application: Application, locked: &Locked) -> Result<(Release, Vec<Row>), DraftError> {
    let mut release = Release {
        format: release::FORMAT,
        application,
        version: recipe.requirement.version.clone(),
        requires_python: pythons(recipe)?,
        lock: LOCK.parse()?,
        pip: locked.pip.clone(),
        commands: recipe.commands.clone(),
        smoke_test: recipe.smoke_test.clone(),
        security_floor: recipe.security_floor.clone(),
        builds: builds(recipe, locked)?,
        runtimes: Vec::new(),
        path_files: recipe.path_files.clone(),
        coverage: Vec::new(),
        data_folders: recipe.data_folders.clone(),
        desktop: None,
        stubs: Vec::new(),
    };
    let rows = coverage::table(&Claim::all(recipe), &release, locked)?;
    release.coverage = rows.iter().filter_map(Row::covered).collect();
    release.check()?;
    Ok((release, rows))
}

/// Returns the application that a profile names, if the recipe is of the same.
///
/// # Errors
/// [`DraftError::OtherApplication`].
pub fn application(recipe: &Recipe, profile: &Profile) -> Result<Application, DraftError> {
    if recipe.requirement.name != profile.id {
        let (recipe, profile) = (recipe.requirement.name.clone(), profile.id.clone());
        return Err(DraftError::OtherApplication { recipe, profile });
    }
    Ok(Application { id: profile.id.clone(), name: profile.name.clone(), publisher: profile.publisher.clone() })
}

/// A stand-in for the application of a recipe that has no profile yet, to judge its coverage.
pub(in crate::publish) fn nameless(recipe: &Recipe) -> Application {
    let id = recipe.requirement.name.clone();
    Application { name: id.to_string(), publisher: id.to_string(), id }
}

/// From the oldest to the newest claimed: nothing was checked beyond.
fn pythons(recipe: &Recipe) -> Result<VersionSpecifiers, pep440_rs::VersionSpecifiersParseError> {
    let fallback = PythonVersion { major: 3, minor: 9 };
    let oldest = recipe.pythons.first().copied().unwrap_or(fallback);
    let newest = recipe.pythons.last().copied().unwrap_or(fallback);
    format!(">={oldest},<{}.{}", newest.major, newest.minor + 1).parse()
}

fn builds(
    recipe: &Recipe,
    locked: &Locked,
) -> Result<BTreeMap<crate::model::PackageName, Build>, crate::model::artifact::InvalidFileName> {
    let build = |name: &crate::model::PackageName| {
        let needs_compiler = recipe.builds.get(name).is_some_and(|allowed| allowed.needs_compiler);
        Ok((name.clone(), Build { lock: build_lock_name(name).parse()?, needs_compiler }))
    };
    locked.builds.keys().map(build).collect()
}

//! `wheels`: builds what no index has a wheel of, from its hash-locked sdist, with hash-locked build
//! dependencies, in a build environment of its own; the result becomes a signed target.
//!
//! The children run offline: sdist and build dependencies are fetched and checked first, and pip
//! sees only those files. pip's `--require-hashes` does not reach build dependencies, therefore
//! `--no-build-isolation` in an environment that holds just the locked ones.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::model::lock::{Location, LockedFile, LockedPackage};
use crate::model::{FileName, Lock, PackageName, Release, Sha256Digest, WheelFilename};
use crate::plan::PlannedFile;
use crate::ports::Downloads;

use super::build_environment::{BuildEnvironment, BuildError};
use super::claim::Claim;
use super::coverage::{self, ImpossibleClaim};
use super::document::{self, DraftError};
use super::folder::{self, Folder};
use super::lock::{LockError, Locked};
use super::recipe::{PythonVersion, Recipe};
use super::tools::{ToolError, Tools, arguments};

/// A Python that can build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Builder {
    /// The executable.
    pub path: PathBuf,
    /// What it is.
    pub python: PythonVersion,
}

/// What building needs from the outside.
#[derive(Clone, Copy)]
pub struct Supplies<'a> {
    /// Runs Python, pip and auditwheel.
    pub tools: &'a Tools<'a>,
    /// Gets sdists and build dependencies.
    pub downloads: &'a dyn Downloads,
}

/// A wheel that was built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuiltWheel {
    /// The distribution.
    pub package: PackageName,
    /// The Python it was built with.
    pub python: PythonVersion,
    /// The file in the folder `wheels`.
    pub file: FileName,
    /// Whether auditwheel made it fit for other Linux systems than this one.
    pub audited: bool,
}

/// Says why a wheel cannot be built or used.
#[derive(Debug, thiserror::Error)]
pub enum WheelError {
    /// Its sources could not be had or are not the locked ones.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// The build failed.
    #[error("{package} could not be built with Python {python}")]
    Build {
        /// The distribution.
        package: PackageName,
        /// The Python.
        python: PythonVersion,
        /// Why.
        #[source]
        source: BuildError,
    },
    /// The recipe makes no release.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// A claim names no Python that can exist.
    #[error(transparent)]
    Claim(#[from] ImpossibleClaim),
    /// A file in the folder `wheels` is no wheel of anything locked.
    #[error("{} is not a wheel's file name", path.display())]
    NoWheel {
        /// The file.
        path: PathBuf,
    },
    /// A file cannot be read or written.
    #[error("the folder of wheels cannot be used")]
    Io(#[from] io::Error),
}

/// Asks the Pythons given, or those on the `PATH`, what they are; one for each claimed version is kept.
///
/// # Errors
/// When a Python that was given does not answer.
pub fn builders(recipe: &Recipe, given: &[PathBuf], tools: &Tools<'_>) -> Result<Vec<Builder>, ToolError> {
    if !given.is_empty() {
        return given.iter().map(|path| ask(path, tools)).collect();
    }
    let on_path = recipe.pythons.iter().filter_map(|python| tools.find(&format!("python{python}")));
    Ok(on_path.filter_map(|path| ask(&path, tools).ok()).collect())
}

fn ask(path: &Path, tools: &Tools<'_>) -> Result<Builder, ToolError> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    let answer =
        tools.run(path, arguments([&"-I", &"-c", &"import sys; print('%d.%d' % sys.version_info[:2])"]), folder)?;
    let python = answer.trim().parse().map_err(|_| ToolError::Foreign { program: path.to_owned(), output: answer })?;
    Ok(Builder { path: path.to_owned(), python })
}

/// Builds, with each Python given, every distribution that has no wheel for it yet.
///
/// # Errors
/// [`WheelError`] at the first build that fails; wheels built before stay.
pub fn build_missing(
    folder: &Folder,
    recipe: &Recipe,
    locked: &Locked,
    builders: &[Builder],
    supplies: Supplies<'_>,
) -> Result<Vec<BuiltWheel>, WheelError> {
    let (release, _) = document::draft(recipe, document::nameless(recipe), locked)?;
    let mut built = Vec::new();
    for builder in builders.iter().filter(|builder| recipe.pythons.contains(&builder.python)) {
        for package in missing(recipe, &release, locked, builder.python)? {
            let wheel = build(folder, package, locked, builder, supplies)?;
            built.push(wheel);
        }
    }
    Ok(built)
}

/// Lists what a claim of this machine's kind and this Python would have to build.
fn missing<'a>(
    recipe: &Recipe,
    release: &Release,
    locked: &'a Locked,
    python: PythonVersion,
) -> Result<Vec<&'a LockedPackage>, ImpossibleClaim> {
    let mut missing: Vec<&LockedPackage> = Vec::new();
    for claim in Claim::all(recipe).iter().filter(|claim| claim.python == python && claim.platform.is_this_machine()) {
        let Ok(planned) = coverage::evaluate(claim, release, locked)? else { continue };
        let builds = planned.iter().filter(|package| matches!(package.file, PlannedFile::Build(_)));
        for build in builds {
            let same = |package: &&LockedPackage| package.name == build.name && package.version == build.version;
            let found = locked.lock.packages.iter().find(same);
            let new = found.filter(|package| !missing.contains(package) && !has_local(package, python));
            missing.extend(new);
        }
    }
    Ok(missing)
}

fn has_local(package: &LockedPackage, python: PythonVersion) -> bool {
    package.wheels.iter().any(|wheel| is_local(wheel, python))
}

/// A wheel of this machine's own kind, built before with this Python.
fn is_local(wheel: &LockedFile, python: PythonVersion) -> bool {
    let tag = format!("-cp{}{}-", python.major, python.minor);
    matches!(wheel.location, Location::Target(_)) && wheel.name.as_str().contains(&tag)
}

fn build(
    folder: &Folder,
    package: &LockedPackage,
    locked: &Locked,
    builder: &Builder,
    Supplies { tools, downloads }: Supplies<'_>,
) -> Result<BuiltWheel, WheelError> {
    let (name, python) = (package.name.clone(), builder.python);
    let failed = |source| WheelError::Build { package: name.clone(), python, source };
    let sdist = package.sdist.as_ref().ok_or_else(|| LockError::NoSdist { package: name.clone() })?;
    let environment = BuildEnvironment::make(&builder.path, tools).map_err(failed)?;
    environment.add_pip(&locked.pip, downloads).map_err(failed)?;
    if let Some(build) = locked.builds.get(&package.name) {
        environment.install(build, downloads).map_err(failed)?;
    }
    let wheel = environment.build(package, sdist, downloads).map_err(failed)?;
    let (wheel, audited) = audit(&wheel, tools)?;
    let file = keep(folder, &wheel, package)?;
    Ok(BuiltWheel { package: name, python, file, audited })
}

/// Gives a Linux wheel the widest manylinux tag that its libraries allow (PEP 600), where the
/// publisher has auditwheel; without it the wheel keeps its own.
fn audit(wheel: &Path, tools: &Tools<'_>) -> Result<(PathBuf, bool), WheelError> {
    let is_plain_linux = wheel.to_string_lossy().contains("-linux_");
    let (Some(auditwheel), true, Some(folder)) = (tools.find("auditwheel"), is_plain_linux, wheel.parent()) else {
        return Ok((wheel.to_owned(), false));
    };
    let audited = folder.join("audited");
    let command: Vec<OsString> = arguments([&"repair", &"--wheel-dir", &audited, &wheel]);
    if tools.run(&auditwheel, command, folder).is_err() {
        return Ok((wheel.to_owned(), false));
    }
    Ok(match super::build_environment::only_wheel(&audited)? {
        Some(path) => (path, true),
        None => (wheel.to_owned(), false),
    })
}

fn keep(folder: &Folder, wheel: &Path, package: &LockedPackage) -> Result<FileName, WheelError> {
    let (name, parsed) = file_name(wheel)?;
    if parsed.name != package.name || parsed.version != package.version {
        return Err(WheelError::NoWheel { path: wheel.to_owned() });
    }
    folder::replace_file(&folder.wheels().join(name.as_str()), &fs::read(wheel)?)?;
    Ok(name)
}

fn file_name(path: &Path) -> Result<(FileName, WheelFilename), WheelError> {
    let parse = || {
        let text = path.file_name()?.to_str()?;
        Some((text.parse().ok()?, text.parse().ok()?))
    };
    parse().ok_or_else(|| WheelError::NoWheel { path: path.to_owned() })
}

/// Names in a lock, as signed targets, every wheel of a folder that belongs to a locked version.
///
/// Wheels of other versions are left out: they are of an earlier release.
///
/// # Errors
/// When a wheel cannot be read, or has a name that is none.
pub fn adopt(lock: &mut Lock, folder: &Path) -> Result<(), WheelError> {
    let mut wheels: BTreeMap<FileName, (WheelFilename, LockedFile)> = BTreeMap::new();
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "whl") {
            continue;
        }
        let (name, parsed) = file_name(&path)?;
        let bytes = fs::read(&path)?;
        let file = LockedFile {
            name: name.clone(),
            location: Location::Target(name.clone()),
            size: bytes.len() as u64,
            sha256: Sha256Digest::of(&bytes),
        };
        wheels.insert(name, (parsed, file));
    }
    for package in &mut lock.packages {
        package.wheels.retain(|wheel| !matches!(wheel.location, Location::Target(_)));
        let own = wheels.values().filter(|(name, _)| name.name == package.name && name.version == package.version);
        package.wheels.extend(own.map(|(_, file)| file.clone()));
    }
    Ok(())
}

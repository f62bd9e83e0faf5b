//! `wheels`: builds what no index has a wheel of, from its hash-locked sdist, with hash-locked build
//! dependencies, in a build environment of its own; the result becomes a signed target.
//!
//! It is `environment` that builds, the same way as on a user's machine: without network, by the release's pip, with
//! everything screened.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::environment::{self, BuildOrder, EnvironmentError, Ports, Rejection, Sdist, Surroundings};
use crate::model::lock::{Location, LockedFile, LockedPackage};
use crate::model::{Artifact, FileName, Interpreter, Lock, PackageName, Release, Sha256Digest, WheelFilename};
use crate::plan::{PlannedBuild, PlannedFile, PlannedPackage};
use crate::ports::{Nobody, SourceError};

use super::claim::Claim;
use super::coverage::{self, ImpossibleClaim};
use super::depot::Depot;
use super::document::{self, DraftError};
use super::folder::{self, Folder};
use super::lock::Locked;
use super::recipe::{PythonVersion, Recipe};
use super::tools::{Tools, arguments};

/// A Python that can build.
#[derive(Clone, Debug, PartialEq)]
pub struct Builder {
    /// What it says it is.
    pub interpreter: Interpreter,
    /// Its version, as claims name it.
    pub python: PythonVersion,
}

/// What building needs from the outside.
#[derive(Clone, Copy)]
pub struct Supplies<'a> {
    /// Runs Python, pip and auditwheel.
    pub tools: &'a Tools<'a>,
    /// Has sdists and build dependencies.
    pub depot: &'a Depot<'a>,
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
    /// A file that is needed to build could not be had.
    #[error(transparent)]
    Download(#[from] SourceError),
    /// A Python that was given cannot build.
    #[error("{} cannot be used to build", path.display())]
    Python {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: Rejection,
    },
    /// The build failed.
    #[error("{package} could not be built with Python {python}")]
    Build {
        /// The distribution.
        package: PackageName,
        /// The Python.
        python: PythonVersion,
        /// Why.
        #[source]
        source: Box<EnvironmentError>,
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
/// When a Python that was given cannot be used.
pub fn builders(recipe: &Recipe, given: &[PathBuf], tools: &Tools<'_>) -> Result<Vec<Builder>, WheelError> {
    if !given.is_empty() {
        let python =
            |path: &PathBuf| ask(path, tools).map_err(|source| WheelError::Python { path: path.clone(), source });
        return given.iter().map(python).collect();
    }
    let on_path = recipe.pythons.iter().filter_map(|python| tools.find(&format!("python{python}")));
    Ok(on_path.filter_map(|path| ask(&path, tools).ok()).collect())
}

fn ask(path: &Path, tools: &Tools<'_>) -> Result<Builder, Rejection> {
    let surroundings = Surroundings { path_dirs: tools.path.to_vec(), home: tools.home() };
    let interpreter = environment::probe(path, &surroundings, tools.processes, tools.cancel)?;
    let part = |index| interpreter.version.release().get(index).copied().unwrap_or_default();
    Ok(Builder { python: PythonVersion { major: part(0), minor: part(1) }, interpreter })
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
            if let PlannedFile::Build(planned) = &package.file {
                built.push(build(folder, (&package, planned), locked, builder, supplies)?);
            }
        }
    }
    Ok(built)
}

/// Lists what a claim of this machine's kind and this Python would have to build.
fn missing(
    recipe: &Recipe,
    release: &Release,
    locked: &Locked,
    python: PythonVersion,
) -> Result<Vec<PlannedPackage>, ImpossibleClaim> {
    let mut missing: Vec<PlannedPackage> = Vec::new();
    for claim in Claim::all(recipe).iter().filter(|claim| claim.python == python && claim.platform.is_this_machine()) {
        let Ok(planned) = coverage::evaluate(claim, release, locked)? else { continue };
        for package in planned.into_iter().filter(|package| matches!(package.file, PlannedFile::Build(_))) {
            let is_it = |other: &&LockedPackage| (&other.name, &other.version) == (&package.name, &package.version);
            let is_built = locked.lock.packages.iter().find(is_it).is_some_and(|locked| has_local(locked, python));
            if !is_built && !missing.iter().any(|known| known.name == package.name) {
                missing.push(package);
            }
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
    (package, planned): (&PlannedPackage, &PlannedBuild),
    locked: &Locked,
    builder: &Builder,
    Supplies { tools, depot }: Supplies<'_>,
) -> Result<BuiltWheel, WheelError> {
    let scratch = tempfile::tempdir()?;
    let pip = pip(&locked.pip, depot)?;
    let supplies = Supplies { tools, depot };
    let wheel = build_as_user((package, planned), &pip, builder, scratch.path(), supplies)?;
    let (name, python) = (package.name.clone(), builder.python);
    let (wheel, audited) = audit(&wheel.path, scratch.path(), tools)?;
    let file = keep(folder, &wheel, package)?;
    Ok(BuiltWheel { package: name, python, file, audited })
}

/// Builds one distribution as a user's machine would; the wheel lies in the scratch folder.
///
/// # Errors
/// [`WheelError::Build`], or a file that could not be had.
pub(in crate::publish) fn build_as_user(
    (package, planned): (&PlannedPackage, &PlannedBuild),
    pip: &environment::Wheel,
    builder: &Builder,
    scratch: &Path,
    Supplies { tools, depot }: Supplies<'_>,
) -> Result<environment::Wheel, WheelError> {
    let dependencies = planned.dependencies.iter();
    let mut files = vec![&planned.sdist];
    files.extend(dependencies.clone().map(|dependency| &dependency.wheel));
    depot.bring(&files)?;
    let dependencies = dependencies.map(|wheel| depot.wheel(&wheel.name, &wheel.version, &wheel.wheel));
    let dependencies: Vec<environment::Wheel> = dependencies.collect();
    let sdist = depot.path(&planned.sdist);
    let compiler = || environment::compiler(tools.processes, tools.path, tools.cancel);
    let compiler = planned.needs_compiler.then(compiler).flatten();
    let order = BuildOrder {
        interpreter: &builder.interpreter,
        scratch,
        pip,
        sdist: Sdist { name: &package.name, version: &package.version, artifact: &planned.sdist, path: &sdist },
        dependencies: &dependencies,
        needs_compiler: planned.needs_compiler,
        compiler: compiler.as_deref(),
    };
    let ports = Ports { processes: tools.processes, events: &Nobody, cancel: tools.cancel };
    environment::build(&order, ports).map_err(|source| {
        let (package, source) = (package.name.clone(), Box::new(source));
        WheelError::Build { package, python: builder.python, source }
    })
}

/// Brings the wheel of pip.
pub(in crate::publish) fn pip(pip: &Artifact, depot: &Depot<'_>) -> Result<environment::Wheel, WheelError> {
    let (_, name) = file_name(Path::new(pip.name.as_str()))?;
    depot.bring(&[pip])?;
    Ok(depot.wheel(&name.name, &name.version, pip))
}

/// Gives a Linux wheel the widest manylinux tag that its libraries allow (PEP 600), where the
/// publisher has auditwheel; without it the wheel keeps its own.
fn audit(wheel: &Path, folder: &Path, tools: &Tools<'_>) -> Result<(PathBuf, bool), WheelError> {
    let is_plain_linux = wheel.to_string_lossy().contains("-linux_");
    let (Some(auditwheel), true) = (tools.find("auditwheel"), is_plain_linux) else {
        return Ok((wheel.to_owned(), false));
    };
    let audited = folder.join("audited");
    let command: Vec<OsString> = arguments([&"repair", &"--wheel-dir", &audited, &wheel]);
    if tools.run(&auditwheel, command, folder).is_err() {
        return Ok((wheel.to_owned(), false));
    }
    Ok(match only_wheel(&audited)? {
        Some(path) => (path, true),
        None => (wheel.to_owned(), false),
    })
}

fn only_wheel(folder: &Path) -> io::Result<Option<PathBuf>> {
    let mut wheels = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "whl") {
            wheels.push(path);
        }
    }
    Ok(if wheels.len() == 1 { wheels.pop() } else { None })
}

fn keep(folder: &Folder, wheel: &Path, package: &PlannedPackage) -> Result<FileName, WheelError> {
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

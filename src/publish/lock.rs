//! `lock`: from a recipe to everything that a release pins, all of it hashed.
//!
//! The resolver's lock is cut down to what the claims can use, its addresses are made public ones,
//! and sdists stay only where the recipe allows building them. Build dependencies are locked too,
//! since pip's `--require-hashes` does not reach them.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use fs_err as fs;
use url::Url;

use crate::model::lock::{Location, LockError as MalformedLock, LockedFile, LockedPackage, Problem};
use crate::model::{Artifact, Interpreter, Lock, PackageName, Sha256Digest, Source, Version};
use crate::ports::{Downloads, SourceError};

use super::claim::Claim;
use super::coverage::{self, ImpossibleClaim};
use super::folder::{self, Folder};
use super::recipe::{PythonVersion, Recipe};
use super::requirements;
use super::resolve::{self, Question, ResolveError, Resolver, Scope};
use super::sdist::{self, SdistError};
use super::tools::Tools;
use super::wheels;

/// What locking needs from the outside.
pub struct Locking<'a> {
    /// Runs the resolver.
    pub tools: Tools<'a>,
    /// Gets sdists, to read their build requirements.
    pub downloads: &'a dyn Downloads,
    /// An index to ask instead of the configured one.
    pub index_url: Option<&'a Url>,
}

/// What a recipe was locked to.
#[derive(Clone, Debug, PartialEq)]
pub struct Locked {
    /// The lock that users install from.
    pub lock: Lock,
    /// The locks of build dependencies.
    pub builds: BTreeMap<PackageName, Lock>,
    /// The wheel of pip.
    pub pip: Artifact,
}

/// Says why a recipe cannot be locked.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// There is no resolver, or it found no answer.
    #[error(transparent)]
    Resolve(#[from] ResolveError),
    /// The resolver answered with something that is no lock for an installer.
    #[error("the lock is not one that can be installed from")]
    Malformed(#[from] MalformedLock),
    /// The index does not say of its files what a lock must say.
    #[error("the index gives no {member} for the files of {package}")]
    Untold {
        /// The distribution.
        package: String,
        /// `size` or `sha256`.
        member: &'static str,
    },
    /// A claim names no Python that can exist.
    #[error(transparent)]
    Claim(#[from] ImpossibleClaim),
    /// The answer lacks what was asked for.
    #[error("the resolver's answer has no {package} {version}")]
    Absent {
        /// The distribution.
        package: PackageName,
        /// The version.
        version: Version,
    },
    /// A distribution that users may build is locked without its source.
    #[error("{package} may be built, but the lock has no sdist of it")]
    NoSdist {
        /// The distribution.
        package: PackageName,
    },
    /// No version of pip serves every claimed Python.
    #[error("no single wheel of pip serves every claimed Python")]
    NoPip,
    /// The application would install pip into its own environment, which has none but quoc's.
    #[error("{package} depends on pip")]
    NeedsPip {
        /// The application.
        package: PackageName,
    },
    /// A file could not be had.
    #[error(transparent)]
    Download(#[from] SourceError),
    /// A file is not the one that was locked.
    #[error("{file} is not the file that was locked")]
    OtherFile {
        /// The file.
        file: crate::model::FileName,
    },
    /// The build requirements of an sdist cannot be read.
    #[error(transparent)]
    Sdist(#[from] SdistError),
    /// The wheels built before cannot be used.
    #[error("the folder of wheels cannot be used")]
    Wheels(#[source] Box<wheels::WheelError>),
    /// A file of the publisher's folder cannot be used.
    #[error("the publisher's folder cannot be used")]
    Io(#[from] io::Error),
    /// The pin of pip cannot be read.
    #[error("pip.json cannot be read")]
    Pip(#[source] serde_json::Error),
    /// Nothing was locked yet.
    #[error("{} does not exist: nothing was locked yet", path.display())]
    NotLocked {
        /// The file.
        path: std::path::PathBuf,
    },
}

impl LockError {
    /// The resolver tells what the index tells, and leaves out what it does not.
    fn of_answer(error: MalformedLock) -> Self {
        match error {
            MalformedLock::Package { package, field: "wheels.size" | "sdist.size", problem: Problem::Missing } => {
                Self::Untold { package, member: "size" }
            }
            MalformedLock::Package { package, field: "wheels.hashes" | "sdist.hashes", problem: Problem::Missing } => {
                Self::Untold { package, member: "sha256" }
            }
            error => Self::Malformed(error),
        }
    }
}

/// Locks a recipe. Nothing is written.
///
/// # Errors
/// [`LockError`].
pub fn lock(recipe: &Recipe, locking: &Locking<'_>) -> Result<Locked, LockError> {
    let scratch = tempfile::tempdir()?;
    let resolver = resolve::find(&locking.tools, scratch.path())?;
    Locksmith { recipe, locking, resolver, claims: Interpreters::of(recipe)? }.lock()
}

/// A recipe, the resolver, and the machines to lock for.
struct Locksmith<'a> {
    recipe: &'a Recipe,
    locking: &'a Locking<'a>,
    resolver: Resolver,
    claims: Interpreters,
}

impl Locksmith<'_> {
    fn lock(&self) -> Result<Locked, LockError> {
        let recipe = self.recipe;
        let whole = self.ask(&[recipe.requirement.to_string()], Scope::Application)?;
        let lock = pruned(whole, &self.claims, |package| recipe.builds.contains_key(package));
        let is_application = |package: &LockedPackage| {
            package.name == recipe.requirement.name && package.version == recipe.requirement.version
        };
        if !lock.packages.iter().any(is_application) {
            let (package, version) = (recipe.requirement.name.clone(), recipe.requirement.version.clone());
            return Err(LockError::Absent { package, version });
        }
        if lock.packages.iter().any(|package| package.name.as_str() == "pip") {
            return Err(LockError::NeedsPip { package: recipe.requirement.name.clone() });
        }
        let mut builds = BTreeMap::new();
        for name in recipe.builds.keys() {
            if let Some(build) = self.lock_build(name, &lock)? {
                builds.insert(name.clone(), build);
            }
        }
        Ok(Locked { lock, builds, pip: self.lock_pip()? })
    }

    fn ask(&self, requirements: &[String], scope: Scope) -> Result<Lock, LockError> {
        let oldest_python = self.recipe.pythons.first().copied().unwrap_or(PythonVersion { major: 3, minor: 9 });
        let constraints: &[String] = if scope == Scope::Application { &self.recipe.constraints } else { &[] };
        let index_url = self.locking.index_url;
        let question = Question { requirements, constraints, oldest_python, index_url, scope };
        resolve::resolve(&self.locking.tools, &self.resolver, &question)?.parse().map_err(LockError::of_answer)
    }

    /// Locks what building one distribution needs; `None` where the lock does not have it.
    fn lock_build(&self, name: &PackageName, lock: &Lock) -> Result<Option<Lock>, LockError> {
        let mut versions = lock.packages.iter().filter(|package| package.name == *name).peekable();
        if versions.peek().is_none() {
            return Ok(None);
        }
        let mut needs = BTreeSet::new();
        for package in versions {
            let sdist = package.sdist.as_ref().ok_or_else(|| LockError::NoSdist { package: name.clone() })?;
            let bytes = download(self.locking.downloads, sdist)?;
            needs.extend(sdist::build_requirements(&sdist.name, &bytes)?);
        }
        if needs.is_empty() {
            return Ok(Some(Lock { requires_python: None, environments: Vec::new(), packages: Vec::new() }));
        }
        let needs: Vec<String> = needs.into_iter().collect();
        Ok(Some(pruned(self.ask(&needs, Scope::WheelsOnly)?, &self.claims, |_| false)))
    }

    /// Pins the one wheel of pip that installs the release on every claimed Python.
    fn lock_pip(&self) -> Result<Artifact, LockError> {
        let requirement = match &self.recipe.pip {
            None => "pip".to_owned(),
            Some(version) => format!("pip=={version}"),
        };
        let answer = pruned(self.ask(&[requirement], Scope::OneWheel)?, &self.claims, |_| false);
        let [package] = answer.packages.as_slice() else { return Err(LockError::NoPip) };
        let wheel = package.wheels.iter().find(|wheel| wheel.name.as_str().ends_with("-py3-none-any.whl"));
        let wheel = wheel.ok_or(LockError::NoPip)?;
        Ok(artifact(wheel, Some(package.name.clone())))
    }
}

/// Gets a locked file and checks that it is the one.
///
/// # Errors
/// [`LockError::Download`], [`LockError::OtherFile`].
pub(in crate::publish) fn download(downloads: &dyn Downloads, file: &LockedFile) -> Result<Vec<u8>, LockError> {
    let Location::Url(url) = &file.location else { return Err(LockError::OtherFile { file: file.name.clone() }) };
    let bytes = downloads.download(url, file.size)?;
    let same = bytes.len() as u64 == file.size && Sha256Digest::of(&bytes) == file.sha256;
    if same { Ok(bytes) } else { Err(LockError::OtherFile { file: file.name.clone() }) }
}

/// Returns a locked file as an artifact.
pub(in crate::publish) fn artifact(file: &LockedFile, package: Option<PackageName>) -> Artifact {
    let source = match &file.location {
        Location::Url(url) => Source::Url(url.clone()),
        Location::Target(name) => Source::Target(name.clone()),
    };
    Artifact { name: file.name.clone(), size: file.size, sha256: file.sha256, package, sources: vec![source] }
}

/// Every machine that a lock is kept for.
struct Interpreters(Vec<Interpreter>);

impl Interpreters {
    fn of(recipe: &Recipe) -> Result<Self, ImpossibleClaim> {
        let mut interpreters = Vec::new();
        for claim in Claim::all(recipe) {
            interpreters.extend(claim.newest().map_err(|source| ImpossibleClaim::of(&claim, source))?);
        }
        Ok(Self(interpreters))
    }

    fn any_needs(&self, package: &LockedPackage) -> bool {
        let needs = |interpreter: &Interpreter| {
            package.marker.as_ref().is_none_or(|marker| marker.evaluate(&interpreter.markers, &[]))
        };
        self.0.iter().any(needs)
    }

    fn any_takes(&self, wheel: &LockedFile) -> bool {
        self.0.iter().any(|interpreter| coverage::takes(interpreter, wheel))
    }
}

/// Keeps the packages, wheels and sdists that some claim can use, under public addresses.
fn pruned(mut lock: Lock, claims: &Interpreters, keeps_sdist: impl Fn(&PackageName) -> bool) -> Lock {
    lock.packages.retain(|package| claims.any_needs(package));
    for package in &mut lock.packages {
        package.wheels.retain(|wheel| claims.any_takes(wheel));
        if !keeps_sdist(&package.name) {
            package.sdist = None;
        }
        package.wheels.iter_mut().chain(&mut package.sdist).for_each(make_public);
    }
    lock
}

/// Replaces a mirror's address by the public one of the same file.
fn make_public(file: &mut LockedFile) {
    if let Location::Url(url) = &mut file.location
        && let Some(public) = public_url(url)
    {
        *url = public;
    }
}

/// A mirror that keeps PyPI's paths, `packages/xx/yy/<60 hex digits>/file`, is named by its digest:
/// the same path at PyPI's own host is the same file.
fn public_url(url: &Url) -> Option<Url> {
    let segments: Vec<&str> = url.path_segments()?.collect();
    let start = segments.len().checked_sub(5)?;
    let tail = segments.get(start..)?;
    let hex = |text: &str, length| text.len() == length && text.bytes().all(|b| b.is_ascii_hexdigit());
    let [packages, first, second, rest, file] = tail else { return None };
    let is_pypis = *packages == "packages" && hex(first, 2) && hex(second, 2) && hex(rest, 60);
    if !is_pypis {
        return None;
    }
    Url::parse(&format!("{PUBLIC_FILES}/packages/{first}/{second}/{rest}/{file}")).ok()
}

/// Returns the hosts other than PyPI's that users of a lock will have to reach.
pub fn foreign_hosts(lock: &Lock) -> BTreeSet<String> {
    let files = lock.packages.iter().flat_map(|package| package.wheels.iter().chain(&package.sdist));
    let host = |file: &LockedFile| match &file.location {
        Location::Url(url) if !url.as_str().starts_with(PUBLIC_FILES) => url.host_str().map(str::to_owned),
        _ => None,
    };
    files.filter_map(host).collect()
}

/// Writes what was locked into the publisher's folder, with the wheels built before.
///
/// # Errors
/// [`LockError::Io`], or when a wheel in the folder is none.
pub fn write(folder: &Folder, locked: &Locked) -> Result<Lock, LockError> {
    let mut lock = locked.lock.clone();
    wheels::adopt(&mut lock, &folder.wheels()).map_err(|source| LockError::Wheels(Box::new(source)))?;
    folder::replace_file(&folder.lock(), lock.to_string().as_bytes())?;
    folder::replace_file(&folder.requirements(), requirements::text(&lock).as_bytes())?;
    for (name, build) in &locked.builds {
        folder::replace_file(&folder.build_lock(name), build.to_string().as_bytes())?;
    }
    let mut pip = serde_json::to_vec_pretty(&locked.pip).map_err(LockError::Pip)?;
    pip.push(b'\n');
    folder::replace_file(&folder.pip(), &pip)?;
    Ok(lock)
}

/// Reads what was locked before.
///
/// # Errors
/// [`LockError::NotLocked`] where a file is absent; others where one is damaged.
pub fn read(folder: &Folder, recipe: &Recipe) -> Result<Locked, LockError> {
    let lock: Lock = text(&folder.lock())?.parse()?;
    let mut builds = BTreeMap::new();
    for name in recipe.builds.keys().filter(|name| lock.packages.iter().any(|package| package.name == **name)) {
        builds.insert(name.clone(), text(&folder.build_lock(name))?.parse()?);
    }
    let pip = serde_json::from_str(&text(&folder.pip())?).map_err(LockError::Pip)?;
    Ok(Locked { lock, builds, pip })
}

fn text(path: &std::path::Path) -> Result<String, LockError> {
    match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(LockError::NotLocked { path: path.to_owned() }),
        other => Ok(other?),
    }
}

/// Where PyPI keeps its files.
const PUBLIC_FILES: &str = "https://files.pythonhosted.org";

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_mirrors_address_becomes_the_public_one_of_the_same_file() {
        let rest = "a".repeat(60);
        let mirror = Url::parse(&format!("https://mirror.example/pypi/packages/01/ef/{rest}/demo-1.0.tar.gz")).unwrap();
        let public = format!("https://files.pythonhosted.org/packages/01/ef/{rest}/demo-1.0.tar.gz");
        assert_eq!(public_url(&mirror).unwrap().as_str(), public);
    }

    #[test]
    fn an_address_that_is_not_of_pypis_form_stays() {
        for text in ["https://example.org/demo-1.0.tar.gz", "https://example.org/packages/zz/ef/aa/demo-1.0.tar.gz"] {
            assert_eq!(public_url(&Url::parse(text).unwrap()), None);
        }
    }
}

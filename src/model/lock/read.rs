//! Reads a lock: TOML into raw tables, raw tables into checked words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::str::FromStr;

use serde::Deserialize;
use serde::de::IgnoredAny;
use url::Url;

use super::{Location, Lock, LockedFile, LockedPackage, MAX_FILE_SIZE, MAX_PACKAGES, MAX_SIZE, MAX_WHEELS};
use crate::model::{FileName, PackageName, Version, WheelFilename};

/// Says why a lock is refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum LockError {
    /// It is longer than allowed.
    #[error("the lock has {size} bytes, more than the {MAX_SIZE} allowed")]
    TooLong {
        /// Its bytes.
        size: usize,
    },
    /// It is no UTF-8.
    #[error("the lock is not UTF-8")]
    NotUtf8 {
        /// Where.
        #[source]
        source: std::str::Utf8Error,
    },
    /// It is no TOML, or a field has another type than PEP 751 gives it.
    #[error("the lock cannot be read as PEP 751 has it")]
    Syntax {
        /// Where and what.
        #[source]
        source: Box<toml::de::Error>,
    },
    /// It has another major version of the format.
    #[error("lock-version {found:?} is not supported, only 1.x is")]
    UnknownVersion {
        /// The version it has.
        found: String,
    },
    /// A field of the lock itself is wrong.
    #[error("{field}: {problem}")]
    Header {
        /// The field.
        field: &'static str,
        /// What is wrong.
        problem: Problem,
    },
    /// A field of a package is wrong.
    #[error("package {package}, {field}: {problem}")]
    Package {
        /// The package as the lock names it, or its number where it has no name.
        package: String,
        /// The field.
        field: &'static str,
        /// What is wrong.
        problem: Problem,
    },
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// It must be there.
    #[error("missing")]
    Missing,
    /// It does not parse.
    #[error("{text:?}: {reason}")]
    Invalid {
        /// Its value, cut to a sane length.
        text: String,
        /// Why, in English.
        reason: String,
    },
    /// PEP 751 has it, but an installer of released applications cannot take it.
    #[error("not allowed in a released lock, which names wheels and sdists by hash only")]
    NotAllowed,
    /// There are more than allowed.
    #[error("more than {limit}")]
    TooMany {
        /// How many are allowed.
        limit: usize,
    },
    /// It must be between one byte and the limit.
    #[error("{size} bytes, must be from 1 to {MAX_FILE_SIZE}")]
    Size {
        /// The size it gives.
        size: i64,
    },
    /// `url` and `path` are both there.
    #[error("both url and path")]
    TwoLocations,
    /// A file belongs to another distribution or version than its entry.
    #[error("{file} is not a file of this package and version")]
    ForeignFile {
        /// The file.
        file: String,
    },
    /// A file name occurs twice in one package.
    #[error("{file} occurs twice")]
    RepeatedFile {
        /// The file.
        file: String,
    },
    /// Two entries have the same name, and one of them has no marker.
    #[error("another entry has this name, so both need a marker")]
    Ambiguous,
}

impl Lock {
    /// Reads a lock from the bytes of a target.
    ///
    /// # Errors
    /// Whatever is no lock that can be installed from; see [`LockError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, LockError> {
        if bytes.len() > MAX_SIZE {
            return Err(LockError::TooLong { size: bytes.len() });
        }
        std::str::from_utf8(bytes).map_err(|source| LockError::NotUtf8 { source })?.parse()
    }
}

impl FromStr for Lock {
    type Err = LockError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() > MAX_SIZE {
            return Err(LockError::TooLong { size: text.len() });
        }
        let raw: RawLock = toml::from_str(text).map_err(|source| LockError::Syntax { source: Box::new(source) })?;
        read_lock(raw)
    }
}

/// The top table. Keys that an installer does not need are ignored, as PEP 751 lets it.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct RawLock {
    lock_version: Option<String>,
    requires_python: Option<String>,
    #[serde(default)]
    environments: Vec<String>,
    #[serde(default)]
    default_groups: Vec<String>,
    #[serde(default)]
    packages: Vec<RawPackage>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct RawPackage {
    name: Option<String>,
    version: Option<String>,
    marker: Option<String>,
    requires_python: Option<String>,
    #[serde(default)]
    wheels: Vec<RawFile>,
    sdist: Option<RawFile>,
    vcs: Option<IgnoredAny>,
    directory: Option<IgnoredAny>,
    archive: Option<IgnoredAny>,
}

#[derive(Deserialize)]
struct RawFile {
    name: Option<String>,
    url: Option<String>,
    path: Option<String>,
    size: Option<i64>,
    #[serde(default)]
    hashes: BTreeMap<String, String>,
}

fn read_lock(raw: RawLock) -> Result<Lock, LockError> {
    let header = |field| move |problem| LockError::Header { field, problem };
    let version = raw.lock_version.ok_or(Problem::Missing).map_err(header("lock-version"))?;
    // PEP 751: an unknown minor version may be read, an unknown major version must not.
    if version != "1" && version.strip_prefix("1.").is_none_or(|minor| minor.parse::<u32>().is_err()) {
        return Err(LockError::UnknownVersion { found: cut(&version) });
    }
    // PEP 751: default-groups would select packages; a released application has no groups.
    if !raw.default_groups.is_empty() {
        return Err(header("default-groups")(Problem::NotAllowed));
    }
    if raw.packages.len() > MAX_PACKAGES {
        return Err(header("packages")(Problem::TooMany { limit: MAX_PACKAGES }));
    }
    let environments: Result<Vec<_>, _> = raw.environments.iter().map(|marker| parsed(marker)).collect();
    let lock = Lock {
        requires_python: optional(raw.requires_python.as_deref()).map_err(header("requires-python"))?,
        environments: environments.map_err(header("environments"))?,
        packages: raw.packages.into_iter().enumerate().map(read_package).collect::<Result<_, _>>()?,
    };
    refuse_ambiguity(&lock)?;
    Ok(lock)
}

fn read_package((index, raw): (usize, RawPackage)) -> Result<LockedPackage, LockError> {
    let label = raw.name.as_deref().map_or_else(|| format!("number {}", index + 1), cut);
    let wrong = |field| {
        let package = label.clone();
        move |problem| LockError::Package { package, field, problem }
    };
    for (field, value) in [("vcs", raw.vcs), ("directory", raw.directory), ("archive", raw.archive)] {
        if value.is_some() {
            return Err(wrong(field)(Problem::NotAllowed));
        }
    }
    if raw.wheels.len() > MAX_WHEELS {
        return Err(wrong("wheels")(Problem::TooMany { limit: MAX_WHEELS }));
    }
    let name = required(raw.name.as_deref()).map_err(wrong("name"))?;
    // PEP 751 lets trees have none; what has wheels or an sdist has a version.
    let version = required(raw.version.as_deref()).map_err(wrong("version"))?;
    let wheels = raw.wheels.into_iter().map(|wheel| read_wheel(wheel, &name, &version));
    let sdist = raw.sdist.map(|sdist| read_sdist(sdist, &name, &version));
    let package = LockedPackage {
        marker: optional(raw.marker.as_deref()).map_err(wrong("marker"))?,
        requires_python: optional(raw.requires_python.as_deref()).map_err(wrong("requires-python"))?,
        wheels: wheels.collect::<Result<_, _>>().map_err(|(field, problem)| wrong(field)(problem))?,
        sdist: sdist.transpose().map_err(|(field, problem)| wrong(field)(problem))?,
        name,
        version,
    };
    if package.files().next().is_none() {
        return Err(wrong("wheels")(Problem::Missing));
    }
    let mut seen = BTreeSet::new();
    let repeated = package.files().map(|file| &file.name).find(|name| !seen.insert(*name));
    if let Some(file) = repeated {
        return Err(wrong("wheels")(Problem::RepeatedFile { file: file.to_string() }));
    }
    Ok(package)
}

/// A field with what is wrong with it.
type Wrong = (&'static str, Problem);

fn read_wheel(raw: RawFile, name: &PackageName, version: &Version) -> Result<LockedFile, Wrong> {
    let file = read_file(raw, ["wheels.url", "wheels.path", "wheels.name", "wheels.size", "wheels.hashes"])?;
    let wheel: WheelFilename = parsed(file.name.as_str()).map_err(|problem| ("wheels.name", problem))?;
    if wheel.name == *name && wheel.version == *version {
        Ok(file)
    } else {
        Err(("wheels.name", Problem::ForeignFile { file: file.name.to_string() }))
    }
}

fn read_sdist(raw: RawFile, name: &PackageName, version: &Version) -> Result<LockedFile, Wrong> {
    let file = read_file(raw, ["sdist.url", "sdist.path", "sdist.name", "sdist.size", "sdist.hashes"])?;
    if is_sdist_of(file.name.as_str(), name, version) {
        Ok(file)
    } else {
        Err(("sdist.name", Problem::ForeignFile { file: file.name.to_string() }))
    }
}

/// Source distribution format: `{name}-{version}.tar.gz`; old ones are zips and spell the name as they like.
fn is_sdist_of(file: &str, name: &PackageName, version: &Version) -> bool {
    let Some(stem) = file.strip_suffix(".tar.gz").or_else(|| file.strip_suffix(".zip")) else { return false };
    stem.match_indices('-').any(|(at, _)| {
        let (left, right) = stem.split_at(at);
        let right = right.trim_start_matches('-');
        left.parse::<PackageName>().is_ok_and(|found| found == *name)
            && right.parse::<Version>().is_ok_and(|found| found == *version)
    })
}

fn read_file(raw: RawFile, fields: [&'static str; 5]) -> Result<LockedFile, Wrong> {
    let [url_field, path_field, name_field, size_field, hashes_field] = fields;
    let location = match (raw.url.as_deref(), raw.path.as_deref()) {
        (Some(_), Some(_)) => return Err((path_field, Problem::TwoLocations)),
        (Some(url), None) => Location::Url(read_url(url).map_err(|problem| (url_field, problem))?),
        (None, Some(path)) => Location::Target(parsed(path).map_err(|problem| (path_field, problem))?),
        (None, None) => return Err((url_field, Problem::Missing)),
    };
    let name = match (raw.name.as_deref(), &location) {
        (Some(name), _) => parsed(name).map_err(|problem| (name_field, problem))?,
        // PEP 751: without a name it is the last part of the path or url.
        (None, Location::Target(target)) => target.clone(),
        (None, Location::Url(url)) => last_segment(url).map_err(|problem| (url_field, problem))?,
    };
    let size = raw.size.ok_or((size_field, Problem::Missing))?;
    let in_range = u64::try_from(size).ok().filter(|size| (1..=MAX_FILE_SIZE).contains(size));
    // PEP 751 asks for one secure hash; ours is sha256, in any case of the algorithm's name.
    let sha256 = raw.hashes.iter().find(|(algorithm, _)| algorithm.eq_ignore_ascii_case("sha256"));
    Ok(LockedFile {
        name,
        location,
        size: in_range.ok_or((size_field, Problem::Size { size }))?,
        sha256: required(sha256.map(|(_, digest)| digest.as_str())).map_err(|problem| (hashes_field, problem))?,
    })
}

fn read_url(text: &str) -> Result<Url, Problem> {
    let url: Url = parsed(text)?;
    let refuse = |reason: &str| Err(Problem::Invalid { text: cut(text), reason: reason.to_owned() });
    if !matches!(url.scheme(), "http" | "https") {
        return refuse("neither http nor https");
    }
    // A published lock must not carry anybody's password to everybody.
    if !url.username().is_empty() || url.password().is_some() {
        return refuse("it carries credentials");
    }
    Ok(url)
}

/// Returns the file name at the end of an address, decoded.
pub(super) fn last_segment(url: &Url) -> Result<FileName, Problem> {
    let segment = url.path_segments().and_then(|mut segments| segments.next_back()).unwrap_or_default();
    parsed(&percent_decoded(segment))
}

/// Decodes `%2B` and its like; what is no ASCII stays as it is and fails as a file name.
fn percent_decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        decoded.push_str(before);
        let byte = after.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(u8::is_ascii);
        match (byte, after.get(2..)) {
            (Some(byte), Some(after)) => {
                decoded.push(char::from(byte));
                rest = after;
            }
            _ => {
                decoded.push('%');
                rest = after;
            }
        }
    }
    decoded + rest
}

/// PEP 751 has several entries of one name for different environments: all of them must say for which.
fn refuse_ambiguity(lock: &Lock) -> Result<(), LockError> {
    let mut entries: BTreeMap<&PackageName, (usize, bool)> = BTreeMap::new();
    for package in &lock.packages {
        let (count, all_marked) = entries.entry(&package.name).or_insert((0, true));
        *count += 1;
        *all_marked &= package.marker.is_some();
    }
    match entries.into_iter().find(|(_, (count, all_marked))| *count > 1 && !all_marked) {
        Some((name, _)) => {
            Err(LockError::Package { package: name.to_string(), field: "marker", problem: Problem::Ambiguous })
        }
        None => Ok(()),
    }
}

fn required<T: FromStr<Err: Display>>(text: Option<&str>) -> Result<T, Problem> {
    parsed(text.ok_or(Problem::Missing)?)
}

fn optional<T: FromStr<Err: Display>>(text: Option<&str>) -> Result<Option<T>, Problem> {
    text.map(parsed).transpose()
}

fn parsed<T: FromStr<Err: Display>>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|error: T::Err| Problem::Invalid { text: cut(text), reason: error.to_string() })
}

fn cut(text: &str) -> String {
    text.chars().take(200).collect()
}

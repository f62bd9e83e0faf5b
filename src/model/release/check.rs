//! Reads `release.json` and checks what its types cannot say.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::{FORMAT, MAX_SIZE, Platform, Release, TARGET};
use crate::model::label::{InvalidLabel, check_label, is_deceptive};
use crate::model::lock::MAX_FILE_SIZE;
use crate::model::{Artifact, Source, WheelFilename};

/// Says why a release document is refused.
#[derive(Debug, thiserror::Error)]
pub enum ReleaseError {
    /// It is longer than allowed.
    #[error("the release has {size} bytes, more than the {MAX_SIZE} allowed")]
    TooLong {
        /// Its bytes.
        size: usize,
    },
    /// A newer quoc wrote it.
    #[error("the release has format {found}, this installer reads {FORMAT}: it needs a newer installer")]
    NewerFormat {
        /// The format it has.
        found: u64,
    },
    /// It is no JSON of the right form.
    #[error("the release cannot be read")]
    Syntax {
        /// Where and what.
        #[source]
        source: serde_json::Error,
    },
    /// A field says something it must not.
    #[error("{field}: {problem}")]
    Field {
        /// The field.
        field: &'static str,
        /// What is wrong.
        problem: ReleaseProblem,
    },
}

/// What is wrong with a field of a release.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReleaseProblem {
    /// There is none, but there must be.
    #[error("must not be empty")]
    Empty,
    /// There are more than allowed.
    #[error("more than {limit}")]
    TooMany {
        /// How many are allowed.
        limit: usize,
    },
    /// Something occurs twice.
    #[error("{text:?} occurs twice")]
    Repeated {
        /// What does.
        text: String,
    },
    /// A value is not of the form it must have.
    #[error("{text:?} is not {expected}")]
    Not {
        /// The value, cut to a sane length.
        text: String,
        /// What it should be.
        expected: &'static str,
    },
    /// A text cannot be shown to people.
    #[error(transparent)]
    Label(#[from] InvalidLabel),
}

impl Release {
    /// Reads a release document and checks that it makes sense.
    ///
    /// # Errors
    /// See [`ReleaseError`]; a document of a newer format is told apart from a broken one.
    pub fn parse(bytes: &[u8]) -> Result<Self, ReleaseError> {
        if bytes.len() > MAX_SIZE {
            return Err(ReleaseError::TooLong { size: bytes.len() });
        }
        // The format first: a newer document may well have members that this program does not know.
        let Probe { format } = serde_json::from_slice(bytes).map_err(|source| ReleaseError::Syntax { source })?;
        if format > u64::from(FORMAT) {
            return Err(ReleaseError::NewerFormat { found: format });
        }
        let release: Self = serde_json::from_slice(bytes).map_err(|source| ReleaseError::Syntax { source })?;
        release.check()?;
        Ok(release)
    }

    /// Checks what the types of the members cannot say; a publisher calls it before signing.
    ///
    /// # Errors
    /// [`ReleaseError::Field`] with the first field that is wrong.
    pub fn check(&self) -> Result<(), ReleaseError> {
        check_field("format", (self.format == FORMAT).then_some(()).ok_or_else(|| not(&self.format, "1")))?;
        check_field("application.name", check_label(&self.application.name).map_err(Into::into))?;
        check_field("application.publisher", check_label(&self.application.publisher).map_err(Into::into))?;
        check_field("lock", self.check_lock())?;
        check_field("pip", self.check_pip())?;
        check_field("commands", self.check_commands())?;
        check_field("smoke-test", self.check_smoke_test())?;
        check_field("security-floor", self.check_floor())?;
        check_field("builds", self.check_builds())?;
        check_field("runtimes", self.check_runtimes())?;
        check_field("path-files", self.check_path_files())?;
        check_field("coverage", self.check_coverage())?;
        check_field("data-folders", self.check_data_folders())?;
        check_field("desktop", self.desktop.as_ref().map_or(Ok(()), |desktop| desktop.check(&self.commands)))?;
        check_field("stubs", self.check_stubs())
    }

    fn check_lock(&self) -> Result<(), ReleaseProblem> {
        if self.lock.as_str() == TARGET { Err(not(&self.lock, "another target than the release")) } else { Ok(()) }
    }

    /// pip's wheel is unpacked and run before anything else is, so it must be pip's and run everywhere.
    fn check_pip(&self) -> Result<(), ReleaseProblem> {
        check_artifact(&self.pip)?;
        let expected = "the name of pip's wheel, pip-<version>-py3-none-any.whl";
        let wheel: WheelFilename = self.pip.name.as_str().parse().map_err(|_| not(&self.pip.name, expected))?;
        let tags: Vec<String> = wheel.tags.iter().map(ToString::to_string).collect();
        let fits = wheel.name.as_str() == "pip" && wheel.build.is_none() && tags == ["py3-none-any"];
        if fits { Ok(()) } else { Err(not(&self.pip.name, expected)) }
    }

    fn check_commands(&self) -> Result<(), ReleaseProblem> {
        in_number(self.commands.len(), 1, MAX_COMMANDS)?;
        let mut seen = BTreeSet::new();
        for command in &self.commands {
            if belongs_to_environment(command.as_str()) {
                return Err(not(command, "a name that a launcher can have: it belongs to the environment"));
            }
            // Some file systems do not tell upper from lower case.
            if !seen.insert(command.as_str().to_ascii_lowercase()) {
                return Err(ReleaseProblem::Repeated { text: command.to_string() });
            }
        }
        Ok(())
    }

    fn check_smoke_test(&self) -> Result<(), ReleaseProblem> {
        in_number(self.smoke_test.len(), 1, MAX_ARGUMENTS)?;
        let command = self.smoke_test.first().ok_or(ReleaseProblem::Empty)?;
        if !self.commands.iter().any(|known| known.as_str() == command) {
            return Err(not(command, "one of the commands"));
        }
        check_arguments(&self.smoke_test)
    }

    fn check_floor(&self) -> Result<(), ReleaseProblem> {
        match &self.security_floor {
            Some(floor) if *floor > self.version => Err(not(floor, "at most the release's own version")),
            _ => Ok(()),
        }
    }

    fn check_builds(&self) -> Result<(), ReleaseProblem> {
        in_number(self.builds.len(), 0, MAX_ENTRIES)?;
        let taken = |name: &&super::Build| name.lock == self.lock || name.lock.as_str() == TARGET;
        self.builds.values().find(taken).map_or(Ok(()), |build| Err(not(&build.lock, "a lock of its own")))
    }

    fn check_runtimes(&self) -> Result<(), ReleaseProblem> {
        in_number(self.runtimes.len(), 0, MAX_ENTRIES)?;
        let mut seen = BTreeSet::new();
        for runtime in &self.runtimes {
            check_artifact(&runtime.archive)?;
            check_platform(&runtime.platform)?;
            if !runtime.archive.name.as_str().ends_with(".tar.gz") {
                return Err(not(&runtime.archive.name, "a .tar.gz"));
            }
            if runtime.version.release().len() != 3 {
                return Err(not(&runtime.version, "a full version, major.minor.micro"));
            }
            if !seen.insert((&runtime.platform, &runtime.version)) {
                return Err(ReleaseProblem::Repeated { text: runtime.version.to_string() });
            }
        }
        Ok(())
    }

    fn check_path_files(&self) -> Result<(), ReleaseProblem> {
        in_number(self.path_files.len(), 0, MAX_ENTRIES)?;
        for (name, digests) in &self.path_files {
            if !name.as_str().ends_with(".pth") {
                return Err(not(name, "a .pth file"));
            }
            in_number(digests.len(), 1, MAX_CONTENTS)?;
            let mut seen = BTreeSet::new();
            if let Some(digest) = digests.iter().find(|digest| !seen.insert(**digest)) {
                return Err(ReleaseProblem::Repeated { text: digest.to_string() });
            }
        }
        Ok(())
    }

    fn check_coverage(&self) -> Result<(), ReleaseProblem> {
        in_number(self.coverage.len(), 0, MAX_ENTRIES)?;
        for covered in &self.coverage {
            check_platform(&covered.platform)?;
            if covered.python.release().len() != 2 {
                return Err(not(&covered.python, "a Python's major.minor"));
            }
        }
        Ok(())
    }

    fn check_data_folders(&self) -> Result<(), ReleaseProblem> {
        in_number(self.data_folders.len(), 0, MAX_FOLDERS)?;
        let wrong = self.data_folders.iter().find(|folder| !is_data_folder(folder));
        wrong.map_or(Ok(()), |folder| Err(not(folder, "a folder below the home folder, ~/name")))
    }

    /// A program has one newest version for a platform.
    fn check_stubs(&self) -> Result<(), ReleaseProblem> {
        in_number(self.stubs.len(), 0, MAX_ENTRIES)?;
        let mut seen = BTreeSet::new();
        for stub in &self.stubs {
            check_artifact(&stub.file)?;
            check_platform(&stub.platform)?;
            if stub.file.size > MAX_STUB {
                return Err(not(&stub.file.size, "a size of at most 128 MiB"));
            }
            if !seen.insert(&stub.platform) {
                return Err(ReleaseProblem::Repeated { text: stub.file.name.to_string() });
            }
        }
        Ok(())
    }
}

/// Only what tells a newer format from a broken document.
#[derive(Deserialize)]
struct Probe {
    format: u64,
}

/// Puts a field's name to what is wrong with it.
fn check_field(field: &'static str, checked: Result<(), ReleaseProblem>) -> Result<(), ReleaseError> {
    checked.map_err(|problem| ReleaseError::Field { field, problem })
}

pub(super) fn check_artifact(artifact: &Artifact) -> Result<(), ReleaseProblem> {
    in_number(artifact.sources.len(), 1, MAX_SOURCES)?;
    if !(1..=MAX_FILE_SIZE).contains(&artifact.size) {
        return Err(not(&artifact.size, "a size from 1 byte to 4 GiB"));
    }
    let is_web = |source: &Source| match source {
        Source::Url(url) => {
            matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none()
        }
        Source::Target(_) => true,
    };
    let all_web = artifact.sources.iter().all(is_web);
    all_web.then_some(()).ok_or_else(|| not(&artifact.name, "only at http and https addresses without credentials"))
}

/// Arguments of a command, without the command itself or with it.
pub(super) fn check_arguments(arguments: &[String]) -> Result<(), ReleaseProblem> {
    in_number(arguments.len(), 0, MAX_ARGUMENTS)?;
    let wrong = |argument: &&String| argument.len() > MAX_ARGUMENT || argument.chars().any(is_deceptive);
    arguments.iter().find(wrong).map_or(Ok(()), |text| Err(not(text, "an argument of sane length and form")))
}

fn check_platform(platform: &Platform) -> Result<(), ReleaseProblem> {
    let is_arch = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    let arch = &platform.arch;
    let valid = !arch.is_empty() && arch.len() <= MAX_ARCH && arch.bytes().all(is_arch);
    valid.then_some(()).ok_or_else(|| not(arch, "an architecture in lower case"))
}

/// Names that the environment itself needs (facts 3: pip overwrites the interpreter without a word).
///
/// `python`, `pythonw` and `pip` with any version, and the scripts that activate and leave an environment.
pub fn belongs_to_environment(command: &str) -> bool {
    let lower = command.to_ascii_lowercase();
    let stem =
        [".exe", ".bat", ".cmd", ".com", ".ps1"].iter().find_map(|end| lower.strip_suffix(end)).unwrap_or(&lower);
    let unversioned = stem.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '-');
    let scripts = ["activate", "deactivate", "activate_this"];
    matches!(unversioned, "python" | "pythonw" | "pypy" | "pip")
        || scripts.contains(&lower.split('.').next().unwrap_or(&lower))
}

/// A folder strictly below the home folder, with no way out of it on any platform.
fn is_data_folder(folder: &str) -> bool {
    let Some(inside) = folder.strip_prefix("~/") else { return false };
    let safe = |part: &str| {
        let plain = !part.chars().any(|c| is_deceptive(c) || "\\:*?\"<>|$%".contains(c));
        !part.is_empty()
            && part != "."
            && part != ".."
            && plain
            && !part.ends_with(['.', ' '])
            && !part.starts_with('~')
    };
    folder.len() <= MAX_ARGUMENT && inside.split('/').all(safe)
}

pub(super) fn in_number(count: usize, least: usize, limit: usize) -> Result<(), ReleaseProblem> {
    match count {
        count if count < least => Err(ReleaseProblem::Empty),
        count if count > limit => Err(ReleaseProblem::TooMany { limit }),
        _ => Ok(()),
    }
}

pub(super) fn not(text: &impl ToString, expected: &'static str) -> ReleaseProblem {
    ReleaseProblem::Not { text: text.to_string().chars().take(200).collect(), expected }
}

/// Reads a map whose keys must not repeat (facts: trap 4, a repeated member has two meanings).
pub(in crate::model) fn unique_map<'de, D, K, V>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    deserializer.deserialize_map(UniqueMap(PhantomData))
}

struct UniqueMap<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for UniqueMap<K, V> {
    type Value = BTreeMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map without repeated members")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some((key, value)) = access.next_entry()? {
            if map.insert(key, value).is_some() {
                return Err(serde::de::Error::custom("a member is repeated"));
            }
        }
        Ok(map)
    }
}

const MAX_COMMANDS: usize = 64;
const MAX_ARGUMENTS: usize = 32;
const MAX_ARGUMENT: usize = 1_000;
const MAX_ENTRIES: usize = 1_000;
const MAX_SOURCES: usize = 16;
const MAX_CONTENTS: usize = 16;
const MAX_FOLDERS: usize = 16;
const MAX_ARCH: usize = 32;
const MAX_STUB: u64 = 128 * 1024 * 1024;

//! `release.json`: what the publisher signs about one release of one application.
//!
//! [`Release::parse`] is the only way in from bytes; that the bytes are the signed ones is for `trust` to say.

mod check;
mod desktop;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Artifact, FileName, PackageName, Sha256Digest, Version, VersionSpecifiers};

pub(in crate::model) use check::unique_map;
pub use check::{ReleaseError, ReleaseProblem, belongs_to_environment};
pub use desktop::{Desktop, Icon, IconSize, InvalidIconSize, MAX_ICON};

/// One release of one application, as the target `release.json` says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Release {
    /// The version of this format; this program reads [`FORMAT`].
    pub format: u32,
    /// The application this is a release of.
    pub application: Application,
    /// The release's version (PEP 440), equal to the distribution's version in the lock.
    pub version: Version,
    /// The Pythons it runs on.
    pub requires_python: VersionSpecifiers,
    /// The target that holds the lock (PEP 751).
    pub lock: FileName,
    /// The wheel of pip that installs it.
    pub pip: Artifact,
    /// The commands that get a launcher in the user's bin folder: console scripts of the distribution.
    pub commands: Vec<FileName>,
    /// The command and arguments that must succeed in the new environment before it is switched to.
    pub smoke_test: Vec<String>,
    /// The oldest version that may still be gone back to or installed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub security_floor: Option<Version>,
    /// Distributions that may be built from their locked sdist where no wheel fits.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "check::unique_map")]
    pub builds: BTreeMap<PackageName, Build>,
    /// Managed Pythons, for machines that have none that fits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub runtimes: Vec<Runtime>,
    /// `.pth` files that wheels of this release may bring.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "check::unique_map")]
    pub path_files: PathFiles,
    /// The platforms and Pythons the publisher checked coverage for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coverage: Vec<Covered>,
    /// Folders of the person's data, never removed unless asked by name; `~` is the home folder.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data_folders: Vec<String>,
    /// How the application appears in the menus of a desktop; without it, it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desktop: Option<Desktop>,
    /// The installer itself, one for a platform, so that it can renew itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stubs: Vec<Stub>,
}

impl Release {
    /// Returns whether the application opens windows of its own, and needs no terminal to be started in.
    pub fn is_graphical(&self) -> bool {
        self.desktop.as_ref().is_some_and(|desktop| !desktop.terminal)
    }

    /// Lists every file that the document itself pins; those of the locks are not among them.
    pub fn artifacts(&self) -> impl Iterator<Item = &Artifact> {
        let icons = self.desktop.iter().flat_map(|desktop| &desktop.icons).map(|icon| &icon.file);
        let stubs = self.stubs.iter().map(|stub| &stub.file);
        self.runtimes.iter().map(|runtime| &runtime.archive).chain([&self.pip]).chain(icons).chain(stubs)
    }
}

/// `.pth` files by name, with the digest of each content that one of that name may have: a lock may hold
/// several versions of a distribution, for different Pythons.
pub type PathFiles = BTreeMap<FileName, Vec<Sha256Digest>>;

/// Names an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Application {
    /// The distribution that is the application; also the name of its folder.
    pub id: PackageName,
    /// The name people read.
    pub name: String,
    /// Who publishes it, as people read it.
    pub publisher: String,
}

/// How one distribution is built from its locked sdist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Build {
    /// The target that locks the build dependencies (PEP 751), wheels only.
    pub lock: FileName,
    /// Whether building needs a C compiler.
    #[serde(default)]
    pub needs_compiler: bool,
}

/// A Python that the release pins (python-build-standalone's layout: top folder `python/`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Runtime {
    /// The Python's version.
    pub version: Version,
    /// The platform it is for.
    pub platform: Platform,
    /// The `.tar.gz`.
    pub archive: Artifact,
}

/// An installer program that the release pins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Stub {
    /// The version of the installer, not of the application.
    pub version: Version,
    /// The platform it runs on.
    pub platform: Platform,
    /// The program.
    pub file: Artifact,
}

/// A platform in the words of PEP 425 and PEP 508, coarse: what a publisher promises.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Platform {
    /// Operating system and C library.
    pub os: Os,
    /// `platform.machine()` in lower case: `x86_64`, `aarch64`, `arm64` reads as `aarch64`.
    pub arch: String,
}

/// An operating system with its C library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Os {
    /// Linux with glibc.
    LinuxGlibc,
    /// Linux with musl.
    LinuxMusl,
    /// macOS.
    Macos,
    /// Windows.
    Windows,
}

impl Os {
    /// Returns its name in documents.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LinuxGlibc => "linux-glibc",
            Self::LinuxMusl => "linux-musl",
            Self::Macos => "macos",
            Self::Windows => "windows",
        }
    }
}

/// One platform and Python that the publisher checked, and what had no wheel there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Covered {
    /// The platform.
    pub platform: Platform,
    /// The Python, `major.minor`.
    pub python: Version,
    /// Distributions without a wheel there (built on the machine, if `builds` allows it).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_wheel: Vec<PackageName>,
}

/// The version of the format that this program writes and reads.
pub const FORMAT: u32 = 1;

/// The TUF target name of the release document.
pub const TARGET: &str = "release.json";

/// Bytes of a release document.
pub const MAX_SIZE: usize = 1024 * 1024;

//! What a publisher claims, as interpreters that do not exist: each platform × Python as the oldest
//! and as the newest machine that counts as it.
//!
//! The oldest decides what is covered (a wheel for glibc 2.34 does not serve a claimed 2.28), the
//! newest what may stay in the lock (a user's machine is usually newer than the claim).

use std::path::PathBuf;

use crate::model::release::{Os, Platform};
use crate::model::tag::{self, LinuxLibc, TagFacts, TagPlatform, UnsupportedInterpreter};
use crate::model::{Interpreter, MarkerEnvironment, Version};

use super::recipe::{ClaimedPlatform, PythonVersion, Recipe};

/// One platform and Python that a publisher claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The platform, with its oldest system.
    pub platform: ClaimedPlatform,
    /// The Python.
    pub python: PythonVersion,
}

impl Claim {
    /// Lists every claim of a recipe: platforms in its order, Pythons ascending.
    pub fn all(recipe: &Recipe) -> Vec<Self> {
        let pair = |platform: &ClaimedPlatform| {
            let platform = platform.clone();
            let pythons = platform.pythons.clone().unwrap_or_else(|| recipe.pythons.clone());
            pythons.into_iter().map(move |python| Self { platform: platform.clone(), python })
        };
        recipe.platforms.iter().flat_map(pair).collect()
    }

    /// Returns the oldest system with the newest patch release of the Python: what must be covered.
    ///
    /// # Errors
    /// When no Python of that kind can exist.
    pub fn oldest(&self) -> Result<Interpreter, UnsupportedInterpreter> {
        let oldest = self.platform.oldest.unwrap_or_else(|| default_oldest(self.platform.os));
        self.interpreter(oldest, NEWEST_PATCH)
    }

    /// Returns interpreters on a system newer than any: what they take may be needed by someone.
    ///
    /// # Errors
    /// When no Python of that kind can exist.
    pub fn newest(&self) -> Result<Vec<Interpreter>, UnsupportedInterpreter> {
        let system = newest(self.platform.os);
        [0, NEWEST_PATCH].into_iter().map(|patch| self.interpreter(system, patch)).collect()
    }

    fn interpreter(&self, system: PythonVersion, patch: u64) -> Result<Interpreter, UnsupportedInterpreter> {
        let PythonVersion { major, minor } = self.python;
        let facts = TagFacts {
            implementation: "cpython".to_owned(),
            version: (major, minor),
            free_threaded: false,
            platform: tag_platform(&self.platform, system),
        };
        Ok(Interpreter {
            path: PathBuf::new(),
            version: Version::new([major, minor, patch]),
            platform: self.platform.platform(),
            markers: markers(&self.platform.platform(), self.python, patch),
            tags: tag::supported(&facts)?,
            managed: false,
        })
    }
}

impl ClaimedPlatform {
    /// Returns whether this very machine is of that kind: it can build wheels for it.
    pub fn is_this_machine(&self) -> bool {
        is_this_machine(&self.platform())
    }
}

/// Returns whether this very machine is of a platform: it can start what is for it.
pub(in crate::publish) fn is_this_machine(platform: &Platform) -> bool {
    let os = match platform.os {
        Os::LinuxGlibc => cfg!(all(target_os = "linux", target_env = "gnu")),
        Os::LinuxMusl => cfg!(all(target_os = "linux", target_env = "musl")),
        Os::Macos => cfg!(target_os = "macos"),
        Os::Windows => cfg!(windows),
    };
    os && platform.arch == THIS_ARCH
}

fn tag_platform(platform: &ClaimedPlatform, system: PythonVersion) -> TagPlatform {
    let version = (system.major, system.minor);
    let arch = platform.arch.clone();
    match platform.os {
        Os::LinuxGlibc => TagPlatform::Linux { arch, libc: LinuxLibc::Glibc(version.0, version.1) },
        Os::LinuxMusl => TagPlatform::Linux { arch, libc: LinuxLibc::Musl(version.0, version.1) },
        Os::Macos => TagPlatform::Macos { arch: apple_arch(&arch).to_owned(), version },
        Os::Windows => TagPlatform::Windows { tag: windows_tag(&arch).to_owned() },
    }
}

/// PEP 508's variables as such a machine would give them; release and version of its kernel are
/// unknown and empty.
fn markers(platform: &Platform, python: PythonVersion, patch: u64) -> MarkerEnvironment {
    let (os_name, sys_platform, platform_system) = match platform.os {
        Os::LinuxGlibc | Os::LinuxMusl => ("posix", "linux", "Linux"),
        Os::Macos => ("posix", "darwin", "Darwin"),
        Os::Windows => ("nt", "win32", "Windows"),
    };
    let machine = match platform.os {
        Os::LinuxGlibc | Os::LinuxMusl => platform.arch.as_str(),
        Os::Macos => apple_arch(&platform.arch),
        Os::Windows => windows_machine(&platform.arch),
    };
    let full = format!("{python}.{patch}");
    MarkerEnvironment {
        os_name: os_name.to_owned(),
        sys_platform: sys_platform.to_owned(),
        platform_machine: machine.to_owned(),
        platform_python_implementation: "CPython".to_owned(),
        platform_release: String::new(),
        platform_system: platform_system.to_owned(),
        platform_version: String::new(),
        python_version: python.to_string(),
        python_full_version: full.clone(),
        implementation_name: "cpython".to_owned(),
        implementation_version: full,
    }
}

fn apple_arch(arch: &str) -> &str {
    if arch == "aarch64" { "arm64" } else { arch }
}

fn windows_tag(arch: &str) -> &'static str {
    match arch {
        "aarch64" => "win_arm64",
        "x86" | "i686" => "win32",
        _ => "win_amd64",
    }
}

fn windows_machine(arch: &str) -> &str {
    match arch {
        "aarch64" => "ARM64",
        "x86_64" => "AMD64",
        other => other,
    }
}

/// What a claim means that names no system: the oldest ones that projects still build wheels for.
fn default_oldest(os: Os) -> PythonVersion {
    let (major, minor) = match os {
        Os::LinuxGlibc => (2, 28),
        Os::LinuxMusl => (1, 2),
        Os::Macos => (14, 0),
        Os::Windows => (10, 0),
    };
    PythonVersion { major, minor }
}

/// Systems that no wheel of today is too new for.
fn newest(os: Os) -> PythonVersion {
    let (major, minor) = match os {
        Os::LinuxGlibc => (2, 60),
        Os::LinuxMusl => (1, 9),
        Os::Macos => (30, 0),
        Os::Windows => (10, 0),
    };
    PythonVersion { major, minor }
}

/// Stands for the newest patch release, whatever its number is today.
const NEWEST_PATCH: u64 = 99;

const THIS_ARCH: &str = if cfg!(target_arch = "x86_64") {
    "x86_64"
} else if cfg!(target_arch = "aarch64") {
    "aarch64"
} else {
    ""
};

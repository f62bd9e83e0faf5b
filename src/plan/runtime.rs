//! The Pythons that a release brings, described as if they had been probed.
//!
//! The archives are python-build-standalone's: plain CPython builds, top folder `python/`.

use std::path::PathBuf;

use super::choose::Candidate;
use super::refusal::{Rejected, Unfit};
use crate::model::release::{Os, Platform, Release, Runtime};
use crate::model::tag::{TagFacts, TagPlatform, supported};
use crate::model::{Interpreter, MarkerEnvironment};

/// The machine, as far as a Python on it would tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// The platform, coarse; a runtime must be for exactly this one.
    pub platform: Platform,
    /// What wheels of the platform are called.
    pub tags: TagPlatform,
    /// `platform.release()`
    pub platform_release: String,
    /// `platform.version()`
    pub platform_version: String,
}

/// Describes the runtimes of a release that are for this host.
pub(super) fn interpreters(release: &Release, host: &Host) -> impl Iterator<Item = Candidate> {
    let fitting = release.runtimes.iter().filter(|runtime| runtime.platform == host.platform);
    fitting.map(|runtime| match interpreter(runtime, host) {
        Some(interpreter) => Ok((interpreter, Some(runtime.clone()))),
        None => Err(Rejected {
            path: executable(runtime.platform.os),
            version: runtime.version.clone(),
            platform: runtime.platform.clone(),
            reason: Unfit::NoTags,
        }),
    })
}

fn interpreter(runtime: &Runtime, host: &Host) -> Option<Interpreter> {
    let [major, minor, ..] = *runtime.version.release() else { return None };
    let facts = TagFacts {
        implementation: "cpython".to_owned(),
        version: (major, minor),
        free_threaded: false,
        platform: host.tags.clone(),
    };
    Some(Interpreter {
        path: executable(runtime.platform.os),
        version: runtime.version.clone(),
        platform: runtime.platform.clone(),
        markers: markers(runtime, host, (major, minor)),
        tags: supported(&facts).ok()?,
        managed: true,
    })
}

/// The interpreter's path inside of the archive.
fn executable(os: Os) -> PathBuf {
    match os {
        Os::Windows => ["python", "python.exe"].iter().collect(),
        Os::LinuxGlibc | Os::LinuxMusl | Os::Macos => ["python", "bin", "python3"].iter().collect(),
    }
}

fn markers(runtime: &Runtime, host: &Host, (major, minor): (u64, u64)) -> MarkerEnvironment {
    let (os_name, sys_platform, platform_system) = match host.platform.os {
        Os::LinuxGlibc | Os::LinuxMusl => ("posix", "linux", "Linux"),
        Os::Macos => ("posix", "darwin", "Darwin"),
        Os::Windows => ("nt", "win32", "Windows"),
    };
    let full_version = runtime.version.to_string();
    MarkerEnvironment {
        os_name: os_name.to_owned(),
        sys_platform: sys_platform.to_owned(),
        platform_machine: machine(&host.platform),
        platform_python_implementation: "CPython".to_owned(),
        platform_release: host.platform_release.clone(),
        platform_system: platform_system.to_owned(),
        platform_version: host.platform_version.clone(),
        python_version: format!("{major}.{minor}"),
        python_full_version: full_version.clone(),
        implementation_name: "cpython".to_owned(),
        implementation_version: full_version,
    }
}

/// `platform.machine()`, which every system spells its own way.
fn machine(platform: &Platform) -> String {
    match (platform.os, platform.arch.as_str()) {
        (Os::Windows, "x86_64") => "AMD64".to_owned(),
        (Os::Windows, "aarch64") => "ARM64".to_owned(),
        (Os::Windows, "i686") => "x86".to_owned(),
        (Os::Macos, "aarch64") => "arm64".to_owned(),
        (_, arch) => arch.to_owned(),
    }
}

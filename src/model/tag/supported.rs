//! The ordered list of tags that an interpreter takes, as `packaging.tags.sys_tags()` gives it.
//!
//! Held to it by golden files that `tests/interop/tags.py` writes (tests/model_tags.rs).

use super::{LinuxLibc, Tag, TagFacts, TagPlatform};

/// Says why no list of tags can be made for an interpreter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnsupportedInterpreter {
    /// It is no CPython.
    #[error("{implementation} is not supported, only cpython is")]
    Implementation {
        /// `sys.implementation.name`
        implementation: String,
    },
    /// It is too old, or its version is no real one.
    #[error("Python {major}.{minor} is not supported")]
    Version {
        /// Major version.
        major: u64,
        /// Minor version.
        minor: u64,
    },
    /// The platform has no tags that could be right.
    #[error("no wheel tags are known for {platform:?}")]
    Platform {
        /// The platform as it was told.
        platform: TagPlatform,
    },
}

/// Lists the tags of an interpreter, best first, in the order of `packaging.tags.sys_tags()`.
///
/// # Errors
/// Other implementations than CPython, versions outside 3.7 to 3.99, and platforms without known tags.
pub fn supported(facts: &TagFacts) -> Result<Vec<Tag>, UnsupportedInterpreter> {
    if facts.implementation != "cpython" {
        return Err(UnsupportedInterpreter::Implementation { implementation: facts.implementation.clone() });
    }
    let (major, minor) = facts.version;
    if major != 3 || !(OLDEST_MINOR..=NEWEST_MINOR).contains(&minor) {
        return Err(UnsupportedInterpreter::Version { major, minor });
    }
    let platforms = platforms(&facts.platform)
        .filter(|platforms| platforms.iter().all(|platform| super::is_part(platform)))
        .ok_or_else(|| UnsupportedInterpreter::Platform { platform: facts.platform.clone() })?;
    let mut tags = cpython(minor, facts.free_threaded, &platforms);
    tags.extend(compatible(minor, &platforms));
    Ok(tags)
}

/// `packaging.tags.cpython_tags`: its own ABI, the stable ABI, no ABI, the stable ABI of older versions.
fn cpython(minor: u64, free_threaded: bool, platforms: &[String]) -> Vec<Tag> {
    let python = format!("cp3{minor}");
    let abi = match (free_threaded, minor) {
        (true, _) => format!("{python}t"),
        // Until 3.7 the ABI said that pymalloc was on, which it was everywhere.
        (false, ..8) => format!("{python}m"),
        (false, _) => python.clone(),
    };
    // PEP 384 and PEP 803: free-threaded builds have a stable ABI of their own.
    let stable = if free_threaded { "abi3t" } else { "abi3" };
    let mut tags = Vec::new();
    for abi in [abi.as_str(), stable, "none"] {
        tags.extend(platforms.iter().map(|platform| Tag::of(&python, abi, platform)));
    }
    // PEP 384: the stable ABI exists since 3.2.
    for older in (2..minor).rev() {
        let python = format!("cp3{older}");
        tags.extend(platforms.iter().map(|platform| Tag::of(&python, stable, platform)));
    }
    tags
}

/// `packaging.tags.compatible_tags`: pure Python, with and without a platform.
fn compatible(minor: u64, platforms: &[String]) -> Vec<Tag> {
    let newest = [format!("py3{minor}"), "py3".to_owned()];
    let older = (0..minor).rev().map(|older| format!("py3{older}"));
    let pythons: Vec<String> = newest.into_iter().chain(older).collect();
    let mut tags = Vec::new();
    for python in &pythons {
        tags.extend(platforms.iter().map(|platform| Tag::of(python, "none", platform)));
    }
    tags.push(Tag::of(&format!("cp3{minor}"), "none", "any"));
    tags.extend(pythons.iter().map(|python| Tag::of(python, "none", "any")));
    tags
}

fn platforms(platform: &TagPlatform) -> Option<Vec<String>> {
    let platforms = match platform {
        TagPlatform::Linux { arch, libc } => linux(arch, *libc),
        TagPlatform::Macos { arch, version } => macos(arch, *version),
        // PEP 425: on Windows there is exactly one.
        TagPlatform::Windows { tag } => vec![tag.clone()],
    };
    let known = match platform {
        TagPlatform::Windows { tag } => matches!(tag.as_str(), "win_amd64" | "win_arm64" | "win32"),
        _ => !platforms.is_empty(),
    };
    known.then_some(platforms)
}

/// `packaging.tags._linux_platforms`: the plain tag, then manylinux (PEP 600) or musllinux (PEP 656).
fn linux(arch: &str, libc: LinuxLibc) -> Vec<String> {
    // A 32-bit Python on a 64-bit ARM runs what was built for armv7.
    let archs = if arch == "armv8l" { vec!["armv8l", "armv7l"] } else { vec![arch] };
    let mut tags: Vec<String> = archs.iter().map(|arch| format!("linux_{arch}")).collect();
    let oldest = if matches!(arch, "x86_64" | "i686") { 5 } else { 17 };
    for arch in archs {
        match libc {
            // PEP 600 knows glibc 2 only; a glibc 3 would need a decision, not a guess.
            LinuxLibc::Glibc(2, minor) => {
                for minor in (oldest..=minor.min(MAX_MINOR)).rev() {
                    tags.push(format!("manylinux_2_{minor}_{arch}"));
                    tags.extend(legacy(minor).map(|name| format!("{name}_{arch}")));
                }
            }
            LinuxLibc::Glibc(..) => {}
            LinuxLibc::Musl(major, minor) => {
                tags.extend((0..=minor.min(MAX_MINOR)).rev().map(|minor| format!("musllinux_{major}_{minor}_{arch}")));
            }
        }
    }
    tags
}

/// The names that came before PEP 600: PEP 513, PEP 571, PEP 599.
fn legacy(glibc_minor: u64) -> Option<&'static str> {
    match glibc_minor {
        17 => Some("manylinux2014"),
        12 => Some("manylinux2010"),
        5 => Some("manylinux1"),
        _ => None,
    }
}

/// `packaging.tags.mac_platforms`: this version and all older ones, each in every binary format.
fn macos(arch: &str, (major, minor): (u64, u64)) -> Vec<String> {
    if !matches!(arch, "x86_64" | "arm64") {
        return Vec::new();
    }
    let mut tags = Vec::new();
    if major == 10 {
        for minor in (0..=minor.min(MAX_MINOR)).rev() {
            tags.extend(macos_formats(arch, (10, minor)).iter().map(|format| format!("macosx_10_{minor}_{format}")));
        }
    }
    if major >= 11 {
        // Since macOS 11 the major version counts the years, and tags are made for its minor version 0 only.
        for major in (11..=major.min(MAX_MINOR)).rev() {
            tags.extend(macos_formats(arch, (major, 0)).iter().map(|format| format!("macosx_{major}_0_{format}")));
        }
        for minor in (4..=16).rev() {
            // An Arm binary older than macOS 11 exists only as the other half of a universal2 one.
            let formats = if arch == "x86_64" { macos_formats(arch, (10, minor)) } else { vec!["universal2"] };
            tags.extend(formats.iter().map(|format| format!("macosx_10_{minor}_{format}")));
        }
    }
    tags
}

/// `packaging.tags._mac_binary_formats`, for the two architectures that live.
fn macos_formats(arch: &str, version: (u64, u64)) -> Vec<&'static str> {
    match arch {
        "x86_64" if version < (10, 4) => vec![],
        "x86_64" => vec!["x86_64", "intel", "fat64", "fat3", "universal2", "universal"],
        "arm64" => vec!["arm64", "universal2"],
        _ => vec![],
    }
}

const OLDEST_MINOR: u64 = 7;
const NEWEST_MINOR: u64 = 99;

/// No C library or system has got this far; the lists stay short whatever a machine says of itself.
const MAX_MINOR: u64 = 200;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn facts(platform: TagPlatform) -> TagFacts {
        TagFacts { implementation: "cpython".to_owned(), version: (3, 11), free_threaded: false, platform }
    }

    fn windows(tag: &str) -> TagPlatform {
        TagPlatform::Windows { tag: tag.to_owned() }
    }

    #[test]
    fn another_implementation_than_cpython_is_refused() {
        let pypy = TagFacts { implementation: "pypy".to_owned(), ..facts(windows("win_amd64")) };
        assert!(matches!(supported(&pypy), Err(UnsupportedInterpreter::Implementation { .. })));
    }

    #[test]
    fn python_2_and_absurd_versions_are_refused() {
        for version in [(2, 7), (3, 6), (3, 100), (4, 0)] {
            let old = TagFacts { version, ..facts(windows("win_amd64")) };
            assert!(matches!(supported(&old), Err(UnsupportedInterpreter::Version { .. })), "{version:?}");
        }
    }

    #[test]
    fn a_platform_without_known_tags_is_refused() {
        let dotted = TagPlatform::Linux { arch: "x86-64".to_owned(), libc: LinuxLibc::Glibc(2, 36) };
        let powerpc = TagPlatform::Macos { arch: "ppc".to_owned(), version: (10, 5) };
        for platform in [windows("win_sparc"), dotted, powerpc] {
            assert!(matches!(supported(&facts(platform)), Err(UnsupportedInterpreter::Platform { .. })));
        }
    }

    #[test]
    fn an_absurd_c_library_version_makes_no_endless_list() {
        let absurd = TagPlatform::Linux { arch: "x86_64".to_owned(), libc: LinuxLibc::Musl(1, u64::MAX) };
        assert!(supported(&facts(absurd)).unwrap().len() < 10_000);
    }
}

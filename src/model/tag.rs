//! Wheel compatibility tags (PEP 425): one tag, and the facts that decide which ones an interpreter takes.
//!
//! The ordered list itself is made in [`supported()`], after `packaging.tags`. Probing a machine is no
//! business of this module.

mod supported;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub use supported::{UnsupportedInterpreter, supported};

/// One tag: `python-abi-platform`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Tag {
    /// `cp311`, `py3`
    pub python: String,
    /// `cp311`, `abi3`, `none`
    pub abi: String,
    /// `manylinux_2_17_x86_64`, `any`
    pub platform: String,
}

/// What decides the tags that an interpreter takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagFacts {
    /// `sys.implementation.name`: only `cpython` is supported.
    pub implementation: String,
    /// Major and minor version.
    pub version: (u64, u64),
    /// Whether it is a free-threaded build (`cp313t`).
    pub free_threaded: bool,
    /// The platform it runs on.
    pub platform: TagPlatform,
}

/// The platform part of [`TagFacts`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TagPlatform {
    /// Linux with the interpreter's C library and its version.
    Linux {
        /// The interpreter's own architecture: `x86_64`, `aarch64`, … A 32-bit Python on a 64-bit kernel is `i686`
        /// or `armv8l`, whatever `uname` says.
        arch: String,
        /// glibc's or musl's version.
        libc: LinuxLibc,
    },
    /// macOS.
    Macos {
        /// `x86_64` or `arm64`.
        arch: String,
        /// The system's major and minor version; the real one, never the `10.16` of old builds.
        version: (u64, u64),
    },
    /// Windows.
    Windows {
        /// `win_amd64`, `win_arm64` or `win32`.
        tag: String,
    },
}

/// A Linux C library with its major and minor version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinuxLibc {
    /// glibc, for manylinux tags (PEP 600).
    Glibc(u64, u64),
    /// musl, for musllinux tags (PEP 656).
    Musl(u64, u64),
}

/// Says that a text is no wheel tag.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a wheel tag of the form python-abi-platform")]
pub struct InvalidTag {
    /// The text as it was given, cut to a sane length.
    pub text: String,
}

impl Tag {
    /// Makes a tag of its three parts, as they are.
    pub(super) fn of(python: &str, abi: &str, platform: &str) -> Self {
        Self { python: python.to_owned(), abi: abi.to_owned(), platform: platform.to_owned() }
    }
}

impl FromStr for Tag {
    type Err = InvalidTag;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // PEP 425: tags are compared in lower case.
        let lower = text.to_ascii_lowercase();
        let parts: Vec<&str> = lower.split('-').collect();
        match parts.as_slice() {
            [python, abi, platform] if is_python(python) && is_part(abi) && is_part(platform) => {
                Ok(Self::of(python, abi, platform))
            }
            _ => Err(InvalidTag { text: text.chars().take(80).collect() }),
        }
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.python, self.abi, self.platform)
    }
}

/// Returns whether a text can be one part of a tag: letters, digits and `_` (PEP 425 replaces `-` and `.`).
pub(super) fn is_part(text: &str) -> bool {
    !text.is_empty() && text.len() <= MAX_PART && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// Returns whether a text can be the python part of a tag, which is an identifier.
pub(super) fn is_python(text: &str) -> bool {
    is_part(text) && !text.starts_with(|c: char| c.is_ascii_digit())
}

const MAX_PART: usize = 100;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_tag_reads_back_what_it_wrote_in_lower_case() {
        let tag: Tag = "CP311-abi3-macosx_11_0_arm64".parse().unwrap();
        assert_eq!(tag, Tag::of("cp311", "abi3", "macosx_11_0_arm64"));
        assert_eq!(tag.to_string().parse::<Tag>().unwrap(), tag);
    }

    #[test]
    fn a_tag_of_another_form_is_refused() {
        for text in ["", "py3", "py3-none", "py3-none-any-x", "3py-none-any", "py3--any", "py3-none-a.b", "py3-none-ü"]
        {
            assert!(text.parse::<Tag>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_a_tag_never_panics(text in ".{0,60}") {
            if let Ok(tag) = text.parse::<Tag>() {
                prop_assert_eq!(tag.to_string().parse::<Tag>().unwrap(), tag);
            }
        }
    }
}

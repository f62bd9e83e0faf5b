//! Wheel compatibility tags (PEP 425) and the lists of them that an interpreter takes.

use serde::{Deserialize, Serialize};

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
        /// `x86_64`, `aarch64`, …
        arch: String,
        /// glibc's or musl's version.
        libc: LinuxLibc,
    },
    /// macOS.
    Macos {
        /// `x86_64` or `arm64`.
        arch: String,
        /// The system's major and minor version.
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

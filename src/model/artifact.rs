//! One file that the release pins: name, size, digest, and where it may come from.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use url::Url;

use super::{PackageName, Sha256Digest};

/// One file to have on disk before the install; trust comes from `size` and `sha256` alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Artifact {
    /// The file's own name, safe to use as one path segment on every platform.
    pub name: FileName,
    /// Bytes.
    pub size: u64,
    /// Digest of the whole file.
    pub sha256: Sha256Digest,
    /// The distribution it belongs to, so that a package index can be asked for it.
    pub package: Option<PackageName>,
    /// Where it may be had, best first; mirrors given by the user come on top.
    pub sources: Vec<Source>,
}

/// A place to get an artifact from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// An absolute http or https address.
    Url(Url),
    /// A target of the release's own repository, by its TUF target name.
    Target(FileName),
}

/// A file name that is one harmless path segment on every platform.
///
/// TUF target names of quoc are flat, so they are of this type too (facts: trap 17).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FileName(String);

/// Says that a text cannot be used as a file name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} cannot be used as a file name")]
pub struct InvalidFileName {
    /// The text as it was given, cut to a sane length.
    pub text: String,
}

impl FileName {
    /// Returns the name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<std::path::Path> for FileName {
    fn as_ref(&self) -> &std::path::Path {
        self.0.as_ref()
    }
}

impl FromStr for FileName {
    type Err = InvalidFileName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let harmless = |c: char| c.is_ascii_alphanumeric() || "-_.+!~@=,".contains(c);
        // Windows drops trailing dots, and a leading dot or dash is a hidden file or an option.
        let edges_ok = !text.starts_with(['.', '-', '~']) && !text.ends_with('.');
        let valid = !text.is_empty()
            && text.len() <= MAX_LENGTH
            && text.chars().all(harmless)
            && edges_ok
            && !is_reserved_on_windows(text);
        if valid { Ok(Self(text.to_owned())) } else { Err(InvalidFileName { text: text.chars().take(80).collect() }) }
    }
}

/// Windows opens a device for these names, whatever their extension.
fn is_reserved_on_windows(text: &str) -> bool {
    let stem = text.split('.').next().unwrap_or(text).to_ascii_lowercase();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix).is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

super::text_form!(FileName, InvalidFileName);

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

const MAX_LENGTH: usize = 200;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_one_harmless_segment() {
        for text in ["release.json", "netifaces-0.11.0-cp311-cp311-linux_x86_64.whl", "a+b!1.tar.gz"] {
            assert_eq!(text.parse::<FileName>().unwrap().as_str(), text);
        }
    }

    #[test]
    fn traversal_drives_devices_and_hidden_names_are_refused() {
        let long = "a".repeat(201);
        for text in [
            "",
            ".",
            "..",
            "../a",
            "a/b",
            "a\\b",
            "/etc",
            "C:x",
            "CON",
            "nul.txt",
            "com1.whl",
            ".hidden",
            "-rf",
            "~x",
            "a.",
            "a b",
            "a\0b",
            "é.whl",
            long.as_str(),
        ] {
            assert!(text.parse::<FileName>().is_err(), "{text:?}");
        }
    }
}

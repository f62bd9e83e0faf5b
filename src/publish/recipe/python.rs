//! A Python as publishers name it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A Python as publishers name it: major and minor version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PythonVersion {
    /// `3`
    pub major: u64,
    /// `11`
    pub minor: u64,
}

/// Says that a text is no `major.minor`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} must be of the form major.minor")]
pub struct InvalidPythonVersion {
    /// The text as it was given.
    pub text: String,
}

impl FromStr for PythonVersion {
    type Err = InvalidPythonVersion;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parse = || {
            let (major, minor) = text.split_once('.')?;
            let digits = |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
            (digits(major) && digits(minor)).then_some(())?;
            Some(Self { major: major.parse().ok()?, minor: minor.parse().ok()? })
        };
        parse().ok_or_else(|| InvalidPythonVersion { text: text.chars().take(40).collect() })
    }
}

impl TryFrom<String> for PythonVersion {
    type Error = InvalidPythonVersion;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<PythonVersion> for String {
    fn from(version: PythonVersion) -> Self {
        version.to_string()
    }
}

impl fmt::Display for PythonVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_python_is_major_and_minor() {
        for text in ["3", "3.", "3.11.7", "3.x", "+3.1", "3.11111"] {
            assert!(text.parse::<PythonVersion>().is_err(), "{text}");
        }
    }
}

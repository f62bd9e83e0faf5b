//! The name of a distribution, normalized (PEP 503).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Names a distribution; always in its normalized form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PackageName(String);

/// Says that a text is no distribution name (PEP 508 names: ASCII letters, digits, `-_.`).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a valid distribution name")]
pub struct InvalidPackageName {
    /// The text as it was given.
    pub text: String,
}

impl PackageName {
    /// Returns the normalized name: lower case, runs of `-_.` as one `-`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PackageName {
    type Err = InvalidPackageName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_word = |c: char| c.is_ascii_alphanumeric();
        let valid = text.len() <= MAX_LENGTH
            && text.starts_with(is_word)
            && text.ends_with(is_word)
            && text.chars().all(|c| is_word(c) || "-_.".contains(c));
        if !valid {
            return Err(InvalidPackageName { text: text.to_owned() });
        }
        // PEP 503: runs of '-', '_' and '.' become one '-'.
        let parts: Vec<&str> = text.split(['-', '_', '.']).filter(|part| !part.is_empty()).collect();
        Ok(Self(parts.join("-").to_ascii_lowercase()))
    }
}

super::text_form!(PackageName, InvalidPackageName);

impl fmt::Display for PackageName {
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
    fn a_name_is_normalized_as_pep_503_says() {
        for text in ["Zope.Interface", "zope_interface", "ZOPE-.-interface"] {
            assert_eq!(text.parse::<PackageName>().unwrap().as_str(), "zope-interface");
        }
    }

    #[test]
    fn a_name_that_could_be_a_path_or_an_option_is_refused() {
        for text in ["", "-r", "a/b", "..", "a b", "ü", "a\n", "a-"] {
            assert!(text.parse::<PackageName>().is_err(), "{text:?}");
        }
    }
}

//! The application that a recipe pins, as pip would write it.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;

use crate::model::{PackageName, Version};

/// A distribution at one exact version, with extras.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Requirement {
    /// The distribution.
    pub name: PackageName,
    /// The extras asked for, in order.
    pub extras: Vec<PackageName>,
    /// The version.
    pub version: Version,
}

/// Says that a text pins no distribution.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} must be of the form name==version or name[extra]==version")]
pub struct InvalidRequirement {
    /// The text as it was given.
    pub text: String,
}

impl FromStr for Requirement {
    type Err = InvalidRequirement;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let invalid = || InvalidRequirement { text: text.chars().take(120).collect() };
        let (distribution, version) = text.split_once("==").ok_or_else(invalid)?;
        let distribution = distribution.trim();
        let (name, extras) = match distribution.split_once('[') {
            None => (distribution, ""),
            Some((name, rest)) => (name.trim(), rest.strip_suffix(']').ok_or_else(invalid)?),
        };
        let extras = extras.split(',').map(str::trim).filter(|extra| !extra.is_empty());
        Ok(Self {
            name: name.parse().map_err(|_| invalid())?,
            extras: extras.map(str::parse).collect::<Result<_, _>>().map_err(|_| invalid())?,
            version: version.trim().parse().map_err(|_| invalid())?,
        })
    }
}

impl TryFrom<String> for Requirement {
    type Error = InvalidRequirement;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.name)?;
        if !self.extras.is_empty() {
            let extras: Vec<&str> = self.extras.iter().map(PackageName::as_str).collect();
            write!(f, "[{}]", extras.join(","))?;
        }
        write!(f, "=={}", self.version)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_requirement_without_an_exact_version_is_refused() {
        for text in ["tahoe-lafs", "tahoe-lafs>=1", "tahoe-lafs==", "==1", "a[b==1", "tahoe-lafs==1.*"] {
            assert!(text.parse::<Requirement>().is_err(), "{text}");
        }
    }
}

//! What a recipe brings beside the locked distributions: a menu entry with icons, Pythons, and the installer itself.

use std::path::PathBuf;

use serde::Deserialize;
use url::Url;

use crate::model::release::{Os, Platform};
use crate::model::{FileName, Sha256Digest, Translated, Translations, Version};

/// `[desktop]`: the application's entry in menus.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DesktopEntry {
    /// What starts: one of the commands.
    pub command: FileName,
    /// What follows the command.
    #[serde(default)]
    pub arguments: Vec<String>,
    /// Whether it needs a terminal to run in.
    #[serde(default)]
    pub terminal: bool,
    /// Translations of the application's name.
    #[serde(default)]
    pub name: Translations,
    /// One sentence about what it is for, in one language or many.
    pub comment: Translated,
    /// Categories of the Desktop Menu Specification, a main one among them.
    pub categories: Vec<String>,
    /// Further words that people search for it with.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// Pictures beside the recipe, PNG or SVG; each one tells its size itself.
    #[serde(default)]
    pub icons: Vec<PathBuf>,
}

/// `[[runtimes]]`: a managed Python, at an address or in a file beside the recipe.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Python {
    /// Its full version.
    pub version: Version,
    /// Operating system and C library.
    pub os: Os,
    /// `x86_64`, `aarch64`
    pub arch: String,
    /// Where users get the `.tar.gz`.
    #[serde(default)]
    pub url: Option<Url>,
    /// The `.tar.gz`, which becomes a signed target.
    #[serde(default)]
    pub file: Option<PathBuf>,
    /// What its sha256 must be; without it, whatever is there now is pinned.
    #[serde(default)]
    pub sha256: Option<Sha256Digest>,
}

/// `[[stubs]]`: the installer itself for one platform; it becomes a signed target.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Program {
    /// The installer's own version.
    pub version: Version,
    /// Operating system and C library.
    pub os: Os,
    /// `x86_64`, `aarch64`
    pub arch: String,
    /// The program.
    pub file: PathBuf,
}

impl Python {
    /// Returns the platform as a release names it.
    pub fn platform(&self) -> Platform {
        Platform { os: self.os, arch: self.arch.clone() }
    }
}

impl Program {
    /// Returns the platform as a release names it.
    pub fn platform(&self) -> Platform {
        Platform { os: self.os, arch: self.arch.clone() }
    }
}

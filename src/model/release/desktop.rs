//! How an application appears in a desktop's menus: the words of the Desktop Entry and Icon Theme specifications.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::ReleaseProblem;
use super::check::{check_arguments, check_artifact, in_number, not};
use crate::model::label::{MAX_SENTENCE, check_label};
use crate::model::{Artifact, FileName, Source, Translated, Translations};

/// The application's entry in menus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Desktop {
    /// What starts: one of the release's commands.
    pub command: FileName,
    /// What follows the command.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arguments: Vec<String>,
    /// Whether it needs a terminal to run in.
    #[serde(default)]
    pub terminal: bool,
    /// Translations of the application's name.
    #[serde(default, skip_serializing_if = "Translations::is_empty", deserialize_with = "super::unique_map")]
    pub name: Translations,
    /// One sentence about what it is for.
    pub comment: Translated,
    /// Categories of the Desktop Menu Specification, a main one among them.
    pub categories: Vec<String>,
    /// Further words that people search for it with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Its icon in several sizes, each size once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub icons: Vec<Icon>,
}

/// One drawing of the application's icon: a signed target of the repository.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Icon {
    /// The size it is drawn for.
    pub size: IconSize,
    /// A PNG, or for [`IconSize::Scalable`] an SVG.
    pub file: Artifact,
}

/// A size of the theme `hicolor`, written as the name of its folder there: `48x48`, `scalable`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum IconSize {
    /// A square of so many pixels, one of [`IconSize::PIXELS`].
    Pixels(u16),
    /// Any size.
    Scalable,
}

/// Says that a text names no size of an icon.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is no size of the icon theme hicolor, like 48x48 or scalable")]
pub struct InvalidIconSize {
    /// The text as it was given, cut to a sane length.
    pub text: String,
}

impl Desktop {
    /// Checks what the types cannot say.
    pub(super) fn check(&self, commands: &[FileName]) -> Result<(), ReleaseProblem> {
        if !commands.contains(&self.command) {
            return Err(not(&self.command, "one of the commands"));
        }
        check_arguments(&self.arguments)?;
        self.name.values().try_for_each(|name| check_label(name))?;
        self.comment.check(MAX_SENTENCE)?;
        in_number(self.categories.len(), 1, MAX_WORDS)?;
        if let Some(category) = self.categories.iter().find(|category| !is_category(category)) {
            return Err(not(category, "a category"));
        }
        if !self.categories.iter().any(|category| MAIN_CATEGORIES.contains(&category.as_str())) {
            return Err(not(&self.categories.join(" "), "with a main category of the Desktop Menu Specification"));
        }
        in_number(self.keywords.len(), 0, MAX_WORDS)?;
        for keyword in &self.keywords {
            check_label(keyword)?;
            // A semicolon ends a word in a list of them.
            if keyword.contains(';') {
                return Err(not(keyword, "one word to search for"));
            }
        }
        self.check_icons()
    }

    fn check_icons(&self) -> Result<(), ReleaseProblem> {
        in_number(self.icons.len(), 0, IconSize::PIXELS.len() + 1)?;
        let mut seen = std::collections::BTreeSet::new();
        for Icon { size, file } in &self.icons {
            check_artifact(file)?;
            if !file.name.as_str().ends_with(size.extension()) {
                return Err(not(&file.name, "a .png, or for the scalable icon a .svg"));
            }
            if file.size > MAX_ICON {
                return Err(not(&file.size, "a size of at most 1 MiB"));
            }
            if !matches!(file.sources.as_slice(), [Source::Target(_)]) {
                return Err(not(&file.name, "a target of the repository"));
            }
            if !seen.insert(size) {
                return Err(ReleaseProblem::Repeated { text: size.to_string() });
            }
        }
        Ok(())
    }
}

/// The specification's own list grows, and desktops skip what they do not know: the form must be right, no more.
fn is_category(text: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '-';
    !text.is_empty() && text.len() <= MAX_CATEGORY && text.chars().all(is_word)
}

impl IconSize {
    /// The sizes of the theme `hicolor`, in pixels.
    pub const PIXELS: [u16; 13] = [16, 22, 24, 32, 36, 48, 64, 72, 96, 128, 192, 256, 512];

    /// Returns the size of a square picture, if the theme has it.
    pub fn of_square(pixels: u32) -> Option<Self> {
        let pixels = u16::try_from(pixels).ok()?;
        Self::PIXELS.contains(&pixels).then_some(Self::Pixels(pixels))
    }

    /// Returns how the name of its file ends.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pixels(_) => ".png",
            Self::Scalable => ".svg",
        }
    }
}

impl FromStr for IconSize {
    type Err = InvalidIconSize;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let sizes = Self::PIXELS.into_iter().map(Self::Pixels).chain([Self::Scalable]);
        let named = sizes.into_iter().find(|size| size.to_string() == text);
        named.ok_or_else(|| InvalidIconSize { text: text.chars().take(40).collect() })
    }
}

crate::model::text_form!(IconSize, InvalidIconSize);

impl fmt::Display for IconSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pixels(pixels) => write!(f, "{pixels}x{pixels}"),
            Self::Scalable => f.write_str("scalable"),
        }
    }
}

/// Desktop Menu Specification 1.1, "Main Categories".
const MAIN_CATEGORIES: [&str; 13] = [
    "AudioVideo",
    "Audio",
    "Video",
    "Development",
    "Education",
    "Game",
    "Graphics",
    "Network",
    "Office",
    "Science",
    "Settings",
    "System",
    "Utility",
];

/// Bytes of an icon.
pub const MAX_ICON: u64 = 1024 * 1024;

const MAX_WORDS: usize = 16;
const MAX_CATEGORY: usize = 40;

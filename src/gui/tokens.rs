//! The tokens of the look, read from `assets/tokens.toml`: numbers and colours, no rules.

use egui::Color32;
use serde::{Deserialize, Deserializer};

/// Every token.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Tokens {
    /// Lengths.
    pub size: Size,
    /// Radii of corners.
    pub radius: Radius,
    /// Widths of lines.
    pub line: Line,
    /// Fonts by role.
    #[serde(rename = "type")]
    pub fonts: Fonts,
    /// Times.
    pub motion: Motion,
    /// What is said of the accent; its colour is the profile's.
    pub accent: Accent,
    /// Colours by day.
    pub light: Colours,
    /// Colours by night.
    pub dark: Colours,
}

/// Lengths in logical pixels.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[allow(missing_docs, reason = "tokens.toml says what each is")]
pub struct Size {
    pub window: [f32; 2],
    pub tallest: f32,
    pub narrow: f32,
    pub least_body: f32,
    pub margin: f32,
    pub margin_narrow: f32,
    pub margin_top: f32,
    pub margin_bottom: f32,
    pub icon: f32,
    pub icon_narrow: f32,
    pub globe: f32,
    pub header_gap: f32,
    pub section_gap: f32,
    pub row: f32,
    pub row_compact: f32,
    pub row_padding: f32,
    pub button: f32,
    pub button_least: f32,
    pub button_padding: f32,
    pub button_gap: f32,
    pub field: f32,
    pub switch: [f32; 2],
    pub bar: f32,
    pub badge: f32,
}

/// Radii of corners in logical pixels.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "tokens.toml says what each is")]
pub struct Radius {
    pub icon: u8,
    pub card: u8,
    pub button: u8,
    pub field: u8,
    pub bar: u8,
    pub focus: u8,
}

/// Widths of lines in logical pixels.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[allow(missing_docs, reason = "tokens.toml says what each is")]
pub struct Line {
    pub hair: f32,
    pub focus: f32,
    pub focus_gap: f32,
}

/// One font for each role of a text.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names of `Role`")]
pub struct Fonts {
    pub title: Font,
    pub heading: Font,
    pub number: Font,
    pub body: Font,
    pub strong: Font,
    pub small: Font,
    pub code: Font,
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Font {
    /// Size in logical pixels.
    pub size: f32,
    /// Weight, 100 to 900.
    pub weight: f32,
    /// Height of a line, as a multiple of the size.
    pub line: f32,
    /// Whether all characters are of one width.
    #[serde(default)]
    pub fixed: bool,
}

/// The role of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The one large line of a screen.
    Title,
    /// The present step.
    Heading,
    /// The percentage.
    Number,
    /// Running text.
    Body,
    /// Buttons, and what matters in running text.
    Strong,
    /// What explains.
    Small,
    /// Commands, paths, codes.
    Code,
}

/// Times in milliseconds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "tokens.toml says what each is")]
pub struct Motion {
    pub quick: f32,
    pub calm: f32,
    pub sheen: f32,
}

/// What is said of the accent.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accent {
    /// The accent of a profile without one.
    #[serde(deserialize_with = "colour")]
    pub default: Color32,
    /// Degrees of hue from the beginning of a gradient to its end.
    pub turn: f32,
}

/// Colours by what they are for.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[allow(missing_docs, reason = "tokens.toml says what each is")]
pub struct Colours {
    #[serde(deserialize_with = "colour")]
    pub background: Color32,
    #[serde(deserialize_with = "colour")]
    pub glow: Color32,
    #[serde(deserialize_with = "colour")]
    pub surface: Color32,
    #[serde(deserialize_with = "colour")]
    pub raised: Color32,
    #[serde(deserialize_with = "colour")]
    pub raised_hover: Color32,
    #[serde(deserialize_with = "colour")]
    pub line: Color32,
    #[serde(deserialize_with = "colour")]
    pub text: Color32,
    #[serde(deserialize_with = "colour")]
    pub muted: Color32,
    #[serde(deserialize_with = "colour")]
    pub track: Color32,
    #[serde(deserialize_with = "colour")]
    pub good: Color32,
    #[serde(deserialize_with = "colour")]
    pub good_soft: Color32,
    #[serde(deserialize_with = "colour")]
    pub warn: Color32,
    #[serde(deserialize_with = "colour")]
    pub warn_soft: Color32,
    #[serde(deserialize_with = "colour")]
    pub bad: Color32,
    #[serde(deserialize_with = "colour")]
    pub bad_soft: Color32,
    #[serde(deserialize_with = "colour")]
    pub knob: Color32,
    #[serde(deserialize_with = "colour")]
    pub shadow: Color32,
    #[serde(deserialize_with = "colour")]
    pub veil: Color32,
}

impl Tokens {
    /// Reads the tokens that the program carries.
    ///
    /// # Errors
    /// When the file is no TOML of this form; a test reads it.
    pub fn carried() -> Result<Self, Box<toml::de::Error>> {
        toml::from_str(include_str!("../../assets/tokens.toml")).map_err(Box::new)
    }
}

impl Fonts {
    /// Returns the font of a role.
    pub fn of(&self, role: Role) -> Font {
        match role {
            Role::Title => self.title,
            Role::Heading => self.heading,
            Role::Number => self.number,
            Role::Body => self.body,
            Role::Strong => self.strong,
            Role::Small => self.small,
            Role::Code => self.code,
        }
    }
}

/// Reads `#rrggbb` or `#rrggbbaa`.
fn colour<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(deserializer)?;
    Color32::from_hex(&text).map_err(|_| serde::de::Error::custom(format!("{text} is no colour")))
}

//! What makes a window the publisher's own: a colour, an icon, a few words, and where to find help.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use url::Url;

use super::ProfileError;
use crate::model::label::{InvalidLabel, MAX_SENTENCE};
use crate::model::{FileName, Translated};

/// The publisher's brand; all of it may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Brand {
    /// The colour of what invites to act; whoever draws it sees to it that it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accent: Option<Rgb>,
    /// A square PNG beside the profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<FileName>,
    /// One sentence about the application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tagline: Option<Translated>,
    /// Where to read about the application: http or https.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<Url>,
    /// Where to ask for help, shown beside errors: http, https or mailto.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<Url>,
    /// How to ask for help, in words, shown beside errors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support_note: Option<Translated>,
}

/// A colour of the sRGB space, written `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Rgb {
    /// 0 to 255
    pub red: u8,
    /// 0 to 255
    pub green: u8,
    /// 0 to 255
    pub blue: u8,
}

/// Says that a text is no colour.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a colour of the form #rrggbb")]
pub struct InvalidColour {
    /// The text as it was given, cut to a sane length.
    pub text: String,
}

impl Brand {
    /// Checks what the types cannot say.
    pub(super) fn check(&self) -> Result<(), ProfileError> {
        let texts = [("tagline", &self.tagline), ("support-note", &self.support_note)];
        for (field, text) in texts {
            let checked = text.as_ref().map_or(Ok(()), |text| text.check(MAX_SENTENCE));
            checked.map_err(|source: InvalidLabel| ProfileError::Label { field, source })?;
        }
        let web: &[&str] = &["http", "https"];
        let addresses = [("website", &self.website, web), ("support", &self.support, &["http", "https", "mailto"])];
        for (field, address, schemes) in addresses {
            if let Some(url) = address.as_ref().filter(|url| !is_public(url, schemes)) {
                return Err(ProfileError::Address { field, url: url.clone() });
            }
        }
        match &self.icon {
            Some(name) if !name.as_str().ends_with(".png") => Err(ProfileError::Icon { name: name.clone() }),
            _ => Ok(()),
        }
    }
}

/// A click on it opens a browser or a mail program, and nothing else.
fn is_public(url: &Url, schemes: &[&str]) -> bool {
    let is_short = url.as_str().len() <= MAX_ADDRESS;
    is_short && schemes.contains(&url.scheme()) && url.username().is_empty() && url.password().is_none()
}

impl FromStr for Rgb {
    type Err = InvalidColour;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parse = || {
            let digits = text.strip_prefix('#')?;
            let is_hex = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?.to_be_bytes();
            Some(Self { red, green, blue })
        };
        parse().ok_or_else(|| InvalidColour { text: text.chars().take(40).collect() })
    }
}

crate::model::text_form!(Rgb, InvalidColour);

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

const MAX_ADDRESS: usize = 1_000;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_six_hexadecimal_digits() {
        let colour: Rgb = "#2A6f97".parse().unwrap();
        assert_eq!((colour, colour.to_string().as_str()), (Rgb { red: 42, green: 111, blue: 151 }, "#2a6f97"));
        for text in ["", "2a6f97", "#2a6f9", "#2a6f970", "#2a6f9g", "#+a6f97", "#é6f97", "red"] {
            assert!(text.parse::<Rgb>().is_err(), "{text}");
        }
    }
}

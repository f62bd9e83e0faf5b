//! A profile: what a stub knows about its application before it has seen any release.

mod brand;

use serde::{Deserialize, Serialize};

use super::label::{InvalidLabel, check_label};
use super::{FileName, PackageName, Timestamp, Version};

pub use brand::{Brand, InvalidColour, Rgb};

/// What is baked into (or laid beside) a stub: the application, where its releases are, the floors.
///
/// The root of trust lies beside it as `root.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Profile {
    /// The distribution that is the application; also the name of its folder.
    pub id: PackageName,
    /// The name people read.
    pub name: String,
    /// Who publishes it.
    pub publisher: String,
    /// Where releases are published; without one, only what the stub carries is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repository: Option<url::Url>,
    /// A fresh machine has no floor (facts: trap 12): the lowest `targets` version to believe.
    #[serde(default)]
    pub minimum_targets_version: u64,
    /// The lowest release version to believe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_version: Option<Version>,
    /// When the profile was made: no machine's clock can be right and earlier (facts: trap 14).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<Timestamp>,
    /// How the installer looks and where it sends people who need help.
    #[serde(default)]
    pub brand: Brand,
}

/// Says why a profile is refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ProfileError {
    /// It is longer than allowed.
    #[error("the profile has {size} bytes, more than the {MAX_SIZE} allowed")]
    TooLong {
        /// Its bytes.
        size: usize,
    },
    /// It is no TOML of the right form.
    #[error("the profile cannot be read")]
    Syntax {
        /// Where and what.
        #[source]
        source: Box<toml::de::Error>,
    },
    /// A name cannot be shown to people.
    #[error("{field} of the profile cannot be shown")]
    Label {
        /// The field.
        field: &'static str,
        /// Why.
        #[source]
        source: InvalidLabel,
    },
    /// The repository's address is none that can be fetched from.
    #[error("the repository {url} is not an http, https or file address without credentials")]
    Repository {
        /// The address.
        url: url::Url,
    },
    /// An address for people is none that can be opened.
    #[error("{field} {url} is not a short web address without credentials")]
    Address {
        /// The field.
        field: &'static str,
        /// The address.
        url: url::Url,
    },
    /// The icon is no PNG.
    #[error("the icon {name} is not a .png")]
    Icon {
        /// The file.
        name: FileName,
    },
}

impl Profile {
    /// Reads a profile.
    ///
    /// # Errors
    /// See [`ProfileError`]; unknown members are errors too, for a misspelt floor would be none.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        if text.len() > MAX_SIZE {
            return Err(ProfileError::TooLong { size: text.len() });
        }
        let profile: Self = toml::from_str(text).map_err(|source| ProfileError::Syntax { source: Box::new(source) })?;
        for (field, label) in [("name", &profile.name), ("publisher", &profile.publisher)] {
            check_label(label).map_err(|source| ProfileError::Label { field, source })?;
        }
        profile.brand.check()?;
        match &profile.repository {
            Some(url) if !is_repository(url) => Err(ProfileError::Repository { url: url.clone() }),
            _ => Ok(profile),
        }
    }
}

fn is_repository(url: &url::Url) -> bool {
    // The profile is in everybody's hands: it cannot keep a password.
    matches!(url.scheme(), "http" | "https" | "file") && url.username().is_empty() && url.password().is_none()
}

/// Bytes of a profile.
pub const MAX_SIZE: usize = 64 * 1024;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const DEMO: &str = "id = 'demo'\nname = 'Demo'\npublisher = 'Demo & Co'\n";

    #[test]
    fn a_profile_reads_back_what_it_wrote() {
        let text = format!(
            "{DEMO}repository = 'https://example.org/demo/'\nminimum-targets-version = 3\nminimum-version = '1.2'\n"
        );
        let profile = Profile::parse(&text).unwrap();
        assert_eq!(profile.minimum_version, Some("1.2".parse().unwrap()));
        assert_eq!(Profile::parse(&toml::to_string(&profile).unwrap()).unwrap(), profile);
    }

    #[test]
    fn a_brand_reads_back_and_cannot_deceive_nor_open_anything_but_a_page() {
        let brand = |text: &str| Profile::parse(&format!("{DEMO}[brand]\n{text}\n"));
        let whole = "accent = '#2a6f97'\nicon = 'demo.png'\ntagline = { default = 'Files', de = 'Dateien' }\n\
                     website = 'https://example.org/'\nsupport = 'mailto:help@example.org'\nsupport-note = 'Ask us.'";
        let profile = brand(whole).unwrap();
        assert_eq!(Profile::parse(&toml::to_string(&profile).unwrap()).unwrap(), profile);
        for text in ["accent = 'red'", "icon = '../demo.png'", "tagline = { de = 'x' }", "colour = '#000000'"] {
            assert!(matches!(brand(text), Err(ProfileError::Syntax { .. })), "{text}");
        }
        assert!(matches!(brand("tagline = { default = 'a', de = \"b\\u202E\" }"), Err(ProfileError::Label { .. })));
        assert!(matches!(brand("icon = 'demo.svg'"), Err(ProfileError::Icon { .. })));
        for text in ["website = 'mailto:a@b.c'", "support = 'file:///bin/sh'", "website = 'https://me:x@example.org/'"]
        {
            assert!(matches!(brand(text), Err(ProfileError::Address { .. })), "{text}");
        }
    }

    #[test]
    fn a_misspelt_floor_is_refused() {
        assert!(matches!(Profile::parse(&format!("{DEMO}minimum-verison = '1.2'")), Err(ProfileError::Syntax { .. })));
    }

    #[test]
    fn an_address_with_a_password_or_another_scheme_is_refused() {
        for url in ["ftp://example.org/", "https://me:secret@example.org/"] {
            let text = format!("{DEMO}repository = '{url}'");
            assert!(matches!(Profile::parse(&text), Err(ProfileError::Repository { .. })), "{url}");
        }
    }

    #[test]
    fn a_name_that_turns_text_around_is_refused() {
        let text = "id = 'demo'\nname = \"D\\u202Eomed\"\npublisher = 'x'";
        assert!(matches!(Profile::parse(text), Err(ProfileError::Label { field: "name", .. })));
    }

    #[test]
    fn a_profile_longer_than_the_limit_is_not_read() {
        let padded = |size: usize| format!("{DEMO}{}", " ".repeat(size - DEMO.len()));
        assert!(Profile::parse(&padded(MAX_SIZE)).is_ok());
        assert!(matches!(Profile::parse(&padded(MAX_SIZE + 1)), Err(ProfileError::TooLong { .. })));
    }
}

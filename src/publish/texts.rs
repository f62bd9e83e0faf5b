//! The publisher's texts: catalogues of their own, which no stub carries.

use crate::messages::{Catalogue, File, Isolation, Messages};

macro_rules! catalogue {
    ($tag:literal) => {
        Catalogue {
            tag: $tag,
            files: &[
                File { name: "publish", text: include_str!(concat!("../../locales/", $tag, "/publish.ftl")) },
                File { name: "numbers", text: include_str!(concat!("../../locales/", $tag, "/numbers.ftl")) },
            ],
        }
    };
}

/// Every locale that publishers have; en-US has every text.
pub static CATALOGUES: &[Catalogue] = &[catalogue!("en-US"), catalogue!("de")];

/// Chooses the locale for a list of BCP 47 tags, best first.
pub fn messages<S: AsRef<str>>(requested: &[S]) -> Messages {
    Messages::of(CATALOGUES, requested, Isolation::Off)
}

//! The publisher's texts: catalogues of their own, which no stub carries.

use crate::messages::{self, Catalogue, Isolation, Messages};

/// Every locale that publishers have; en-US has every text.
pub static CATALOGUES: &[Catalogue] = messages::PUBLISHER;

/// Chooses the locale for a list of BCP 47 tags, best first.
pub fn messages<S: AsRef<str>>(requested: &[S]) -> Messages {
    Messages::of(CATALOGUES, requested, Isolation::Off)
}

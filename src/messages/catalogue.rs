//! The catalogues that are compiled in, one folder of `locales/` each; `build.rs` packs them.
//!
//! A new locale is a new folder; the tests then hold it to the same ids and variables as en-US.

use std::io::Read;

use flate2::read::DeflateDecoder;

/// One locale's texts.
#[derive(Clone, Copy, Debug)]
pub struct Catalogue {
    /// BCP 47 tag, the folder's name.
    pub tag: &'static str,
    /// Its files.
    pub files: &'static [File],
}

/// One file of a catalogue.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// Its name without `.ftl`: what it is about.
    pub name: &'static str,
    /// Deflated.
    packed: &'static [u8],
}

impl File {
    /// Returns its text: Fluent syntax 1.0.
    pub fn text(&self) -> String {
        let mut text = String::new();
        if let Err(error) = DeflateDecoder::new(self.packed).read_to_string(&mut text) {
            log::error!("the texts {} that this program carries cannot be read: {error}", self.name);
        }
        text
    }
}

include!(concat!(env!("OUT_DIR"), "/catalogues.rs"));

/// Every locale; en-US has every text.
pub static CATALOGUES: &[Catalogue] = INSTALLER;

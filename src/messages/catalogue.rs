//! The catalogues that are compiled in, one folder of `locales/` each.
//!
//! A new locale is a folder and an entry here; the tests then hold it to the same ids and variables as en-US.

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
    /// Fluent syntax 1.0.
    pub text: &'static str,
}

macro_rules! catalogue {
    ($tag:literal) => {
        Catalogue {
            tag: $tag,
            files: &[
                catalogue!(file $tag "console"),
                catalogue!(file $tag "errors"),
                catalogue!(file $tag "numbers"),
                catalogue!(file $tag "phases"),
                catalogue!(file $tag "window"),
            ],
        }
    };
    (file $tag:literal $name:literal) => {
        File { name: $name, text: include_str!(concat!("../../locales/", $tag, "/", $name, ".ftl")) }
    };
}

/// Every locale; en-US has every text.
pub const CATALOGUES: &[Catalogue] = &[catalogue!("en-US"), catalogue!("de")];

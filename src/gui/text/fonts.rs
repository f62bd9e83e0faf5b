//! The window's fonts: Inter and JetBrains Mono inside the program, and the system's for what they lack.
//!
//! A language is only shown where every character of its texts has a glyph, which is known before the first frame;
//! whoever has no such font reads English instead of boxes.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::thread::JoinHandle;

use egui::epaint::text::{FallbackRequest, FontData, FontDefinitions, FontProvider, FontTweak};
use egui::{Context, FontFamily};

use super::system::SystemFonts;

/// Fonts that have every character of a language's texts.
#[derive(Clone, Default)]
pub struct Fonts {
    /// Where characters come from that the fonts inside the program lack.
    more: Option<Arc<dyn FontProvider>>,
}

impl Fonts {
    /// Returns only the fonts inside the program: the same on every machine, as pictures in tests need them.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// Returns the fonts inside the program, and others for what they lack.
    pub fn with(more: Arc<dyn FontProvider>) -> Self {
        Self { more: Some(more) }
    }

    /// Finds fonts for texts in a language (a BCP 47 tag); none where a character would be a box.
    ///
    /// May take a tenth of a second for a language that the embedded fonts do not have.
    pub fn find<'a>(tag: &str, texts: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let missing = missing(texts);
        let system = SystemFonts::new(tag);
        (missing.is_empty() || system.have(&missing)).then(|| Self::with(Arc::new(system)))
    }

    /// Looks for the characters of some more texts, so that drawing them takes no time.
    pub fn prepare<'a>(&self, texts: impl IntoIterator<Item = &'a str>) {
        let Some(more) = &self.more else { return };
        for c in missing(texts) {
            let cluster = c.to_string();
            more.font_for(&FallbackRequest { cluster: &cluster, family: &FontFamily::Proportional });
        }
    }

    /// Gives them to egui, before a first frame or between two.
    pub fn install(&self, ctx: &Context) {
        ctx.set_font_providers(self.more.clone().into_iter().collect());
        ctx.set_fonts(definitions());
    }
}

/// A search on a thread of its own, so that the window opens meanwhile.
pub struct FontSearch(JoinHandle<Option<Fonts>>);

impl FontSearch {
    /// Begins to look for fonts for texts in a language.
    pub fn begin(tag: &str, texts: Vec<String>) -> Self {
        let tag = tag.to_owned();
        Self(std::thread::spawn(move || Fonts::find(&tag, texts.iter().map(String::as_str))))
    }

    /// Returns whether [`Self::finish`] would not wait.
    pub fn is_finished(&self) -> bool {
        self.0.is_finished()
    }

    /// Waits for the result.
    pub fn finish(self) -> Option<Fonts> {
        self.0.join().ok().flatten()
    }
}

/// The family of bold texts. Inter has all weights in one file, most of the system's fonts have a file for each.
pub fn strong() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// Puts the letters of a font on the line on which Inter's stand: egui puts the middles of two fonts beside each other.
pub fn on_the_line(font: FontData) -> FontData {
    let own = super::system::middle(font.font.as_ref().as_ref(), font.index);
    let Some((line, own)) = super::system::middle(INTER, 0).zip(own) else { return font };
    font.tweak(FontTweak { y_offset_factor: line - own, ..FontTweak::default() })
}

/// The fonts inside the program.
fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    let mut add = |family: FontFamily, name: &str, bytes: &'static [u8]| {
        definitions.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        definitions.families.entry(family).or_default().push(name.to_owned());
    };
    add(FontFamily::Proportional, "Inter", INTER);
    add(strong(), "Inter", INTER);
    add(FontFamily::Monospace, "JetBrains Mono", JETBRAINS_MONO);
    // What the small monospaced font lacks, Cyrillic in a path, is taken from the other.
    add(FontFamily::Monospace, "Inter", INTER);
    definitions
}

/// Returns the characters that the font inside the program does not have.
fn missing<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<char> {
    let all: BTreeSet<char> = texts.into_iter().flat_map(str::chars).filter(|c| !c.is_control()).collect();
    let have = super::system::charmap(INTER, 0);
    all.into_iter().filter(|c| have.as_ref().is_none_or(|map| map.map(*c).is_none())).collect()
}

/// Variable, weights 400 to 700: Latin, Greek, Cyrillic, Vietnamese; its digits are of one width (assets/fonts/subset.py).
const INTER: &[u8] = include_bytes!("../../../assets/fonts/Inter.ttf");

/// Latin, weight 400.
const JETBRAINS_MONO: &[u8] = include_bytes!("../../../assets/fonts/JetBrainsMono.ttf");

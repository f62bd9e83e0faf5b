//! The system's fonts, asked for characters that the embedded ones lack.
//!
//! Files are mapped, not read: a font of 20 MB for Han costs only the pages of what is drawn.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use egui::FontFamily;
use egui::epaint::text::{FallbackRequest, FontData, FontInsert, FontProvider};
use fontique::{Attributes, FontStyle, FontWeight, FontWidth, SourceCache, SourceCacheOptions};
use fontique::{
    Collection, CollectionOptions, FallbackKey, GenericFamily, QueryFamily, QueryFont, QueryStatus, Script,
};
use skrifa::MetadataProvider as _;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};

use super::fonts::{on_the_line, strong};

/// Finds fonts of the system, those that suit a language first.
pub(super) struct SystemFonts {
    language: String,
    /// What was found so far.
    found: Mutex<Vec<Found>>,
}

/// A font for usual texts, and the one of the same family for bold texts where that is another file.
#[derive(Clone)]
struct Found {
    usual: QueryFont,
    bold: Option<QueryFont>,
}

impl Found {
    fn of(&self, family: &FontFamily) -> FontInsert {
        let bold = self.bold.as_ref().filter(|_| *family == strong());
        insert(bold.unwrap_or(&self.usual))
    }
}

/// All fonts of the system.
struct System {
    collection: Collection,
    sources: SourceCache,
}

/// Made when it is first needed: it takes a tenth of a second. Languages differ in what they look for in it.
static SYSTEM: LazyLock<Mutex<System>> = LazyLock::new(|| {
    let options = CollectionOptions { shared: false, system_fonts: true };
    let sources = SourceCache::new(SourceCacheOptions { shared: false });
    Mutex::new(System { collection: Collection::new(options), sources })
});

impl SystemFonts {
    /// Makes a search for a language (a BCP 47 tag); looks at nothing yet.
    pub(super) fn new(language: &str) -> Self {
        Self { language: language.to_owned(), found: Mutex::default() }
    }

    /// Returns whether there are fonts for all of these characters.
    pub(super) fn have(&self, characters: &BTreeSet<char>) -> bool {
        characters.iter().all(|c| {
            let has = self.font_with(*c).is_some();
            if !has {
                log::info!("no font has {c:?} (U+{:04X}) of {}", u32::from(*c), self.language);
            }
            has
        })
    }

    /// Returns a font with a character, rather one that was found before.
    fn font_with(&self, c: char) -> Option<Found> {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(font) = found.iter().find(|font| has(&font.usual, c)) {
            return Some(font.clone());
        }
        let mut system = SYSTEM.lock().unwrap_or_else(PoisonError::into_inner);
        let usual = system.look_for(c, &self.language)?;
        let font = Found { bold: system.bold_of(&usual, c), usual };
        found.push(font.clone());
        Some(font)
    }
}

impl System {
    fn look_for(&mut self, c: char, language: &str) -> Option<QueryFont> {
        let Self { collection, sources } = self;
        let mut families: Vec<QueryFamily<'_>> = Vec::new();
        for script in [han_of(language), script_of(c)].into_iter().flatten() {
            let key = FallbackKey::from((Script::from_bytes(*script), language));
            families.extend(collection.fallback_families(key).map(QueryFamily::Id));
        }
        let generic = collection.generic_families(GenericFamily::SansSerif).take(MAX_GENERIC);
        families.extend(generic.map(QueryFamily::Id));
        let mut query = collection.query(sources);
        query.set_families(families);
        let mut answer = None;
        query.matches_with(|font| {
            if !has(font, c) {
                return QueryStatus::Continue;
            }
            answer = Some(font.clone());
            QueryStatus::Stop
        });
        answer
    }
}

impl System {
    /// The bold face of a font's family; none where it has none, or one file has all weights.
    fn bold_of(&mut self, usual: &QueryFont, c: char) -> Option<QueryFont> {
        let mut query = self.collection.query(&mut self.sources);
        query.set_families([QueryFamily::Id(usual.family.0)]);
        query.set_attributes(Attributes::new(FontWidth::NORMAL, FontStyle::Normal, FontWeight::BOLD));
        let mut answer = None;
        query.matches_with(|font| {
            answer = (font.family != usual.family && has(font, c)).then(|| font.clone());
            QueryStatus::Stop
        });
        answer
    }
}

impl FontProvider for SystemFonts {
    /// The fonts that this language's texts need, so that no character of them is taken from elsewhere.
    fn fonts_for_family(&self, family: &FontFamily) -> Vec<FontInsert> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).iter().map(|font| font.of(family)).collect()
    }

    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        Some(self.font_with(request.cluster.chars().next()?)?.of(request.family))
    }
}

fn insert(font: &QueryFont) -> FontInsert {
    let name = format!("{:?}", font.family);
    let data = FontData::from_blob(Arc::new(font.blob.clone()), font.index);
    FontInsert::new(&name, on_the_line(data), Vec::new())
}

fn has(font: &QueryFont, c: char) -> bool {
    charmap(font.blob.as_ref(), font.index).is_some_and(|map| map.map(c).is_some())
}

/// Returns how far the middle between the highest and the lowest letter of a face is above its line, in ems.
pub(super) fn middle(bytes: &[u8], index: u32) -> Option<f32> {
    let font = skrifa::FontRef::from_index(bytes, index).ok()?;
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    Some((metrics.ascent + metrics.descent - metrics.leading) / (2.0 * f32::from(metrics.units_per_em)))
}

/// Returns the map from characters to glyphs of a font file's face.
pub(super) fn charmap(bytes: &[u8], index: u32) -> Option<Charmap<'_>> {
    skrifa::FontRef::from_index(bytes, index).ok().map(|font| font.charmap())
}

/// One font has all that a language with Han writes, so that Kana, Hangul and Han go together in its own shapes.
fn han_of(language: &str) -> Option<&'static [u8; 4]> {
    let language = language.split('-').next().unwrap_or_default();
    ["ja", "ko", "zh"].contains(&language).then_some(b"Hani")
}

/// Returns the ISO 15924 code of a character's script; none where no script decides.
fn script_of(c: char) -> Option<&'static [u8; 4]> {
    let place = SCRIPTS.partition_point(|(_, last, _)| *last < c);
    SCRIPTS.get(place).filter(|(first, ..)| *first <= c).map(|(.., script)| *script)
}

/// First and last characters of the blocks of living scripts that people name themselves and their files in.
const SCRIPTS: &[(char, char, &[u8; 4])] = &[
    ('\u{0041}', '\u{02af}', b"Latn"),
    ('\u{0370}', '\u{03ff}', b"Grek"),
    ('\u{0400}', '\u{052f}', b"Cyrl"),
    ('\u{0530}', '\u{058f}', b"Armn"),
    ('\u{0590}', '\u{05ff}', b"Hebr"),
    ('\u{0600}', '\u{06ff}', b"Arab"),
    ('\u{0750}', '\u{077f}', b"Arab"),
    ('\u{0900}', '\u{097f}', b"Deva"),
    ('\u{0980}', '\u{09ff}', b"Beng"),
    ('\u{0a00}', '\u{0a7f}', b"Guru"),
    ('\u{0a80}', '\u{0aff}', b"Gujr"),
    ('\u{0b00}', '\u{0b7f}', b"Orya"),
    ('\u{0b80}', '\u{0bff}', b"Taml"),
    ('\u{0c00}', '\u{0c7f}', b"Telu"),
    ('\u{0c80}', '\u{0cff}', b"Knda"),
    ('\u{0d00}', '\u{0d7f}', b"Mlym"),
    ('\u{0d80}', '\u{0dff}', b"Sinh"),
    ('\u{0e00}', '\u{0e7f}', b"Thai"),
    ('\u{0e80}', '\u{0eff}', b"Laoo"),
    ('\u{1000}', '\u{109f}', b"Mymr"),
    ('\u{10a0}', '\u{10ff}', b"Geor"),
    ('\u{1100}', '\u{11ff}', b"Hang"),
    ('\u{1200}', '\u{137f}', b"Ethi"),
    ('\u{1780}', '\u{17ff}', b"Khmr"),
    ('\u{1e00}', '\u{1eff}', b"Latn"),
    ('\u{1f00}', '\u{1fff}', b"Grek"),
    ('\u{3000}', '\u{303f}', b"Hani"),
    ('\u{3040}', '\u{309f}', b"Hira"),
    ('\u{30a0}', '\u{30ff}', b"Kana"),
    ('\u{3130}', '\u{318f}', b"Hang"),
    ('\u{3400}', '\u{4dbf}', b"Hani"),
    ('\u{4e00}', '\u{9fff}', b"Hani"),
    ('\u{ac00}', '\u{d7af}', b"Hang"),
    ('\u{f900}', '\u{faff}', b"Hani"),
    ('\u{fb1d}', '\u{fb4f}', b"Hebr"),
    ('\u{fb50}', '\u{fdff}', b"Arab"),
    ('\u{fe70}', '\u{feff}', b"Arab"),
    ('\u{ff00}', '\u{ffef}', b"Hani"),
    ('\u{20000}', '\u{3ffff}', b"Hani"),
];

/// General fonts that are looked into; opening one takes the system ten milliseconds.
const MAX_GENERIC: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scripts_are_in_order_and_found() {
        assert!(SCRIPTS.windows(2).all(|pair| pair[0].1 < pair[1].0));
        assert_eq!(script_of('ع'), Some(b"Arab"));
        assert_eq!(script_of('あ'), Some(b"Hira"));
        assert_eq!(script_of('漢'), Some(b"Hani"));
        assert_eq!(script_of('한'), Some(b"Hang"));
        assert_eq!(script_of('1'), None);
        assert_eq!(script_of('☃'), None);
    }
}

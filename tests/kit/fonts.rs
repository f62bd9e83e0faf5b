//! The fonts that every test sees: letters that those inside the program lack come from `tests/data/fonts`.

use std::sync::Arc;

use egui::FontFamily;
use egui::epaint::text::{FallbackRequest, FontData, FontInsert, FontProvider};
use quoc::gui::text::{Fonts, on_the_line};
use quoc::messages::CATALOGUES;

/// Returns the fonts of a locale: those of its own script first.
pub fn fonts(tag: &str) -> Fonts {
    let mut files: Vec<&'static (&str, &[&str], &[u8])> = FILES.iter().collect();
    files.sort_by_key(|(_, locales, _)| !locales.contains(&tag));
    Fonts::with(Arc::new(Carried(files)))
}

struct Carried(Vec<&'static (&'static str, &'static [&'static str], &'static [u8])>);

impl FontProvider for Carried {
    fn fonts_for_family(&self, _: &FontFamily) -> Vec<FontInsert> {
        let insert = |(name, _, bytes): &&'static (&'static str, _, &'static [u8])| {
            FontInsert::new(name, on_the_line(FontData::from_static(bytes)), Vec::new())
        };
        self.0.iter().map(insert).collect()
    }

    fn font_for(&self, _: &FallbackRequest<'_>) -> Option<FontInsert> {
        None
    }
}

/// Every locale.
pub fn locales() -> impl Iterator<Item = &'static str> {
    CATALOGUES.iter().map(|catalogue| catalogue.tag)
}

const FILES: &[(&str, &[&str], &[u8])] = &[
    ("arabic", &["ar", "fa"], include_bytes!("../data/fonts/NotoSansArabic.ttf")),
    ("hebrew", &["he"], include_bytes!("../data/fonts/NotoSansHebrew.ttf")),
    ("devanagari", &["hi"], include_bytes!("../data/fonts/NotoSansDevanagari.ttf")),
    ("thai", &["th"], include_bytes!("../data/fonts/NotoSansThai.ttf")),
    ("japanese", &["ja"], include_bytes!("../data/fonts/NotoSansJP.otf")),
    ("korean", &["ko"], include_bytes!("../data/fonts/NotoSansKR.otf")),
    ("simplified", &["zh-CN"], include_bytes!("../data/fonts/NotoSansSC.otf")),
    ("traditional", &["zh-TW"], include_bytes!("../data/fonts/NotoSansTC.otf")),
];

/// A locale for which there is no font, as far as the window is told.
pub const NO_FONT: &str = "th";

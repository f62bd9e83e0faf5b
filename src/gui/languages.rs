//! The languages that a person may change to in the window: those of which every character can be drawn here.

use std::sync::Arc;
use std::thread::JoinHandle;

use egui::Context;

use super::text::Fonts;
use crate::messages::languages;

/// Finds fonts for the texts of a locale, by its tag; none where a character would be a box.
pub type FindFonts = Arc<dyn Fn(&str) -> Option<Fonts> + Send + Sync>;

/// What can be chosen.
pub(super) struct Languages {
    find: FindFonts,
    present: &'static str,
    offered: Vec<Language>,
    search: Option<JoinHandle<Vec<Language>>>,
}

/// A language that can be chosen.
pub(super) struct Language {
    /// Its tag.
    pub(super) tag: &'static str,
    /// Its name in itself.
    pub(super) name: String,
    /// What it is written with.
    fonts: Fonts,
}

impl Languages {
    /// Begins with the language that the window opens in.
    pub(super) fn new(find: FindFonts, present: &'static str) -> Self {
        Self { find, present, offered: Vec::new(), search: None }
    }

    /// Looks once which languages can be drawn, on a thread of its own: it may take some tenths of a second.
    pub(super) fn look(&mut self, ctx: &Context, present: &Fonts) {
        if self.search.is_some() || !self.offered.is_empty() {
            return;
        }
        let (find, ctx, present) = (Arc::clone(&self.find), ctx.clone(), present.clone());
        let search = move || {
            let found = look(&find, &present);
            ctx.request_repaint();
            found
        };
        self.search = std::thread::Builder::new().name("languages".to_owned()).spawn(search).ok();
    }

    /// Takes what was found meanwhile.
    pub(super) fn take(&mut self) {
        if self.search.as_ref().is_some_and(JoinHandle::is_finished)
            && let Some(search) = self.search.take()
        {
            self.offered = search.join().unwrap_or_default();
        }
    }

    /// Returns what can be chosen, in the order of the tags; nothing while it is looked for.
    pub(super) fn offered(&self) -> &[Language] {
        &self.offered
    }

    /// Returns the tag of the present language.
    pub(super) fn present(&self) -> &'static str {
        self.present
    }

    /// Makes another language the present one; returns its fonts.
    pub(super) fn choose(&mut self, tag: &str) -> Option<Fonts> {
        let chosen = self.offered.iter().find(|language| language.tag == tag)?;
        self.present = chosen.tag;
        Some(chosen.fonts.clone())
    }
}

fn look(find: &FindFonts, present: &Fonts) -> Vec<Language> {
    let found = |(tag, name)| find(tag).map(|fonts| Language { tag, name, fonts });
    let offered: Vec<Language> = languages().into_iter().filter_map(found).collect();
    // So that whoever draws the names in any of the languages does not wait for a font.
    for fonts in offered.iter().map(|language| &language.fonts).chain([present]) {
        fonts.prepare(offered.iter().map(|language| language.name.as_str()));
    }
    offered
}

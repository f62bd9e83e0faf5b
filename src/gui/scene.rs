//! What every view and widget is given: the look, the words, the state, and the direction.

use egui::{Color32, Context, Ui};

use super::brand::Brand;
use super::direction::Direction;
use super::languages::Languages;
use super::state::State;
use super::text::bidi::left_to_right;
use super::text::{Extent, Style, Typeset};
use super::theme::Theme;
use super::tokens::Role;
use crate::messages::Messages;
use crate::model::{LocaleTag, Translated};

/// What every view and widget is given.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    /// The look.
    pub(super) theme: &'a Theme,
    /// The words.
    pub(super) messages: &'a Messages,
    /// What is shown.
    pub(super) state: &'a State,
    /// Whose window it is.
    pub(super) brand: &'a Brand,
    /// What languages there are.
    pub(super) languages: &'a Languages,
    /// Which way the language runs.
    pub(super) direction: Direction,
    /// Whether things may move.
    pub(super) motion: bool,
    /// Whether the keyboard was used last, so that a ring shows where it is.
    pub(super) ring: bool,
}

/// What a text is coloured as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Text,
    Muted,
    OnAccent,
    Good,
    Warn,
    Bad,
}

impl Scene<'_> {
    /// Returns a publisher's text in the language of the window.
    pub(super) fn said<'a>(&self, text: &'a Translated) -> &'a str {
        let preferred: Option<LocaleTag> = self.messages.locale().parse().ok();
        text.pick(preferred.as_slice())
    }

    /// Sets a text.
    pub(super) fn typeset(&self, ctx: &Context, text: &str, (role, tone): (Role, Tone), extent: Extent) -> Typeset {
        let font = self.theme.tokens.fonts.of(role);
        let style = Style {
            size: font.size,
            weight: font.weight,
            line: font.line,
            fixed: font.fixed,
            colour: self.colour(tone),
        };
        Typeset::new(ctx, text, &style, extent, self.direction)
    }

    /// Sets a path or a command, which is read from left to right in every language.
    pub(super) fn typed(&self, ctx: &Context, text: &str, look: (Role, Tone), extent: Extent) -> Typeset {
        self.typeset(ctx, &left_to_right(text), look, extent)
    }

    /// Returns a tone's colour.
    pub(super) fn colour(&self, tone: Tone) -> Color32 {
        let palette = &self.theme.palette;
        match tone {
            Tone::Text => palette.plain.text,
            Tone::Muted => palette.plain.muted,
            Tone::OnAccent => palette.on_accent,
            Tone::Good => palette.plain.good,
            Tone::Warn => palette.plain.warn,
            Tone::Bad => palette.plain.bad,
        }
    }

    /// Returns how far something that is on or off has got, from 0 to 1; at once where nothing may move.
    pub(super) fn eased(&self, ui: &Ui, id: egui::Id, on: bool) -> f32 {
        let seconds = if self.motion { self.theme.tokens.motion.quick / 1000.0 } else { 0.0 };
        ui.ctx().animate_bool_with_time(id, on, seconds)
    }
}

//! The tokens fitted to a brand and to day or night: the colours that widgets draw with.

use std::sync::Arc;

use egui::style::ScrollAnimation;
use egui::{Color32, ColorImage, Context, TextureHandle, TextureOptions};

use super::brand::{Brand, Icon};
use super::colour::{between, mixed, turned};
use super::tokens::{Colours, Tokens};

/// What widgets draw with.
#[derive(Clone)]
pub struct Theme {
    /// The tokens.
    pub tokens: Arc<Tokens>,
    /// The colours.
    pub palette: Palette,
    /// Whether it is night.
    pub dark: bool,
    pub(super) pictures: Pictures,
}

/// The colours of a window, the accent fitted to its background.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// The colours that do not depend on the brand.
    pub plain: Colours,
    /// The corner that the background fades from.
    pub glow: Color32,
    /// The beginning of the accent's gradient: at least 3:1 on what it stands on, 4.5:1 below `on_accent`.
    pub accent: Color32,
    /// Its end, as readable.
    pub accent_end: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// The accent as a text, or as the ring around what is focused: at least 4.5:1 on background and surface.
    pub accent_ink: Color32,
}

/// Pictures that are on the graphics card.
#[derive(Clone)]
pub(super) struct Pictures {
    /// The accent from the beginning of a line to its end.
    pub(super) along: TextureHandle,
    /// The accent from one corner to the other.
    pub(super) across: TextureHandle,
    /// The application's icon.
    pub(super) icon: Option<TextureHandle>,
}

impl Palette {
    /// Fits an accent to the colours of day or night.
    pub fn new(tokens: &Tokens, accent: Option<Color32>, dark: bool) -> Self {
        let plain = if dark { tokens.dark.clone() } else { tokens.light.clone() };
        let accent = accent.unwrap_or(tokens.accent.default);
        let (fill, ink) = if dark { (NIGHT_FILL, NIGHT_INK) } else { (DAY_FILL, DAY_INK) };
        let fitted = |colour| between(colour, fill.0, fill.1);
        Self {
            glow: mixed(plain.glow, accent, GLOW),
            accent: fitted(accent),
            accent_end: fitted(turned(accent, tokens.accent.turn)),
            on_accent: Color32::WHITE,
            accent_ink: between(accent, ink.0, ink.1),
            plain,
        }
    }
}

impl Theme {
    /// Fits the tokens to a brand; puts its pictures onto the graphics card.
    pub fn new(ctx: &Context, tokens: &Arc<Tokens>, brand: &Brand, dark: bool) -> Self {
        let palette = Palette::new(tokens, brand.accent, dark);
        let pictures = Pictures {
            along: ctx.load_texture("accent-along", gradient(&palette, false), TextureOptions::LINEAR),
            across: ctx.load_texture("accent-across", gradient(&palette, true), TextureOptions::LINEAR),
            icon: brand.icon.as_ref().map(|icon| load(ctx, icon)),
        };
        Self { tokens: Arc::clone(tokens), palette, dark, pictures }
    }

    /// Sets what egui's own widgets (text fields, scroll bars) look like.
    pub(super) fn apply(&self, ctx: &Context, motion: bool) {
        let (plain, size) = (&self.palette.plain, &self.tokens.size);
        ctx.all_styles_mut(|style| {
            let visuals = &mut style.visuals;
            visuals.dark_mode = self.dark;
            visuals.panel_fill = plain.background;
            visuals.window_fill = plain.surface;
            visuals.extreme_bg_color = plain.surface;
            visuals.override_text_color = Some(plain.text);
            visuals.selection.bg_fill = self.palette.accent.gamma_multiply(0.35);
            visuals.selection.stroke.color = self.palette.accent_ink;
            visuals.text_cursor.stroke.color = self.palette.accent_ink;
            style.spacing.item_spacing = egui::Vec2::ZERO;
            style.spacing.interact_size.y = size.field;
            visuals.text_cursor.blink = motion;
            style.animation_time = if motion { self.tokens.motion.quick / 1000.0 } else { 0.0 };
            style.scroll_animation = if motion { ScrollAnimation::default() } else { ScrollAnimation::none() };
            style.spacing.scroll = egui::style::ScrollStyle::thin();
        });
    }
}

/// A square in which the accent runs along a line, or from corner to corner.
fn gradient(palette: &Palette, across: bool) -> ColorImage {
    let at = |index: usize| index as f32 / (STEPS - 1) as f32;
    let mut pixels = Vec::with_capacity(STEPS * STEPS);
    for y in 0..STEPS {
        for x in 0..STEPS {
            let share = if across { (at(x) + at(y)) / 2.0 } else { at(x) };
            pixels.push(mixed(palette.accent, palette.accent_end, share));
        }
    }
    ColorImage::new([STEPS, STEPS], pixels)
}

fn load(ctx: &Context, icon: &Icon) -> TextureHandle {
    let image = ColorImage::from_rgba_unmultiplied(icon.size, &icon.rgba);
    let options = TextureOptions { mipmap_mode: Some(egui::TextureFilter::Linear), ..TextureOptions::LINEAR };
    ctx.load_texture("icon", image, options)
}

const STEPS: usize = 32;

/// How much of the accent is in the corner of the background.
const GLOW: f32 = 0.02;

// Bounds of luminance. White text wants 4.5:1 of what is below it, so 0.183 at most; by night a switch wants 3:1
// of the card or the glow that it is on (0.02), so 0.16 at least. Eight bits a channel need some room.
const DAY_FILL: (f32, f32) = (0.0, 0.175);
const NIGHT_FILL: (f32, f32) = (0.16, 0.175);
const DAY_INK: (f32, f32) = (0.0, 0.125);
const NIGHT_INK: (f32, f32) = (0.28, 1.0);

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::gui::contrast;

    /// Asserts WCAG 2.2 AA: 4.5:1 for texts (1.4.3), 3:1 for what has to be told apart (1.4.11).
    fn readable(palette: &Palette) -> Result<(), String> {
        let plain = &palette.plain;
        let grounds = [plain.background, palette.glow, plain.surface];
        let mut pairs = Vec::new();
        for ground in grounds {
            for text in [plain.text, plain.muted, palette.accent_ink] {
                pairs.push((text, ground, 4.5));
            }
            for part in [palette.accent, palette.accent_end, plain.bad] {
                pairs.push((part, ground, 3.0));
            }
        }
        for fill in [palette.accent, palette.accent_end] {
            pairs.push((palette.on_accent, fill, 4.5));
        }
        for text in [plain.text, plain.bad] {
            pairs.extend([(text, plain.raised, 4.5), (text, plain.raised_hover, 4.5)]);
        }
        pairs.extend([
            (plain.good, plain.good_soft, 3.0),
            (plain.warn, plain.warn_soft, 3.0),
            (plain.bad, plain.bad_soft, 3.0),
        ]);
        match pairs.into_iter().find(|(one, other, least)| contrast(*one, *other) < *least) {
            Some((one, other, least)) => {
                Err(format!("{one:?} on {other:?}: {:.2} is less than {least}", contrast(one, other)))
            }
            None => Ok(()),
        }
    }

    #[test]
    fn the_house_accent_is_readable_by_day_and_by_night() {
        let tokens = Tokens::carried().unwrap();
        for dark in [false, true] {
            assert_eq!(readable(&Palette::new(&tokens, None, dark)), Ok(()), "dark: {dark}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_accent_is_readable_by_day_and_by_night(red: u8, green: u8, blue: u8, dark: bool) {
            let tokens = Tokens::carried().unwrap();
            let palette = Palette::new(&tokens, Some(Color32::from_rgb(red, green, blue)), dark);
            proptest::prop_assert_eq!(readable(&palette), Ok(()));
        }
    }
}

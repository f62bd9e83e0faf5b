//! How large everything is: what the system says, times what the person asks for with Ctrl and +, - or 0.

use egui::{Context, gui_zoom::kb_shortcuts};

/// The person's part of it, in tenths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Zoom(u8);

impl Default for Zoom {
    fn default() -> Self {
        Self(USUAL)
    }
}

impl Zoom {
    /// Takes the keys that were pressed.
    pub(super) fn keys(&mut self, ctx: &Context) {
        ctx.input_mut(|input| {
            if input.consume_shortcut(&kb_shortcuts::ZOOM_RESET) {
                self.0 = USUAL;
            }
            let plus = &kb_shortcuts::ZOOM_IN_SECONDARY;
            if input.consume_shortcut(&kb_shortcuts::ZOOM_IN) || input.consume_shortcut(plus) {
                self.0 = self.0.saturating_add(1).min(MOST);
            }
            if input.consume_shortcut(&kb_shortcuts::ZOOM_OUT) {
                self.0 = self.0.saturating_sub(1).max(LEAST);
            }
        });
    }

    /// Returns the whole factor.
    pub(super) fn factor(self, text_scale: f32) -> f32 {
        let system = if text_scale.is_finite() { text_scale } else { 1.0 };
        (system * f32::from(self.0) / f32::from(USUAL)).clamp(SMALLEST, LARGEST)
    }
}

const USUAL: u8 = 10;
const LEAST: u8 = 7;
const MOST: u8 = 20;

/// Whatever the system says, a window can be read and fits a screen.
const SMALLEST: f32 = 0.7;
const LARGEST: f32 = 3.0;

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "exact numbers are meant")]
mod tests {
    use super::*;

    #[test]
    fn what_the_person_asks_for_comes_on_top_of_what_the_system_says_and_has_bounds() {
        assert_eq!(Zoom::default().factor(1.25), 1.25);
        assert_eq!(Zoom(MOST).factor(1.0), 2.0);
        for wild in [0.0, -1.0, 1e9, f32::NAN, f32::INFINITY] {
            assert!((SMALLEST..=LARGEST).contains(&Zoom(MOST).factor(wild)), "{wild}");
        }
    }
}

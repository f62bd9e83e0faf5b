//! Contrast between colours, and an accent that has enough of it. Formulas: WCAG 2.2, 'relative luminance'
//! and 'contrast ratio'.

use egui::{Color32, Rgba, ecolor::Hsva};

/// Returns the contrast ratio of two opaque colours, from 1 to 21.
pub fn contrast(one: Color32, other: Color32) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Returns the relative luminance of an opaque colour, from 0 to 1.
pub(super) fn luminance(colour: Color32) -> f32 {
    let linear = Rgba::from(colour);
    0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b()
}

/// Returns the colour with its luminance brought between two bounds; its hue stays.
///
/// Luminance is linear in linear light: darker is a multiple of the colour, lighter a mixture with white.
pub(super) fn between(colour: Color32, least: f32, most: f32) -> Color32 {
    let linear = Rgba::from(colour);
    let now = luminance(colour);
    let fitted = if now > most {
        linear.multiply(most / now)
    } else if now < least {
        let share = (least - now) / (1.0 - now);
        let lighter = |value: f32| value + share * (1.0 - value);
        Rgba::from_rgb(lighter(linear.r()), lighter(linear.g()), lighter(linear.b()))
    } else {
        linear
    };
    opaque(fitted)
}

/// Returns the colour turned on the wheel of hues.
pub(super) fn turned(colour: Color32, degrees: f32) -> Color32 {
    let mut hsv = Hsva::from(colour);
    hsv.h = (hsv.h + degrees / 360.0).rem_euclid(1.0);
    Color32::from(hsv)
}

/// Returns a mixture: 0 is the first colour, 1 the second.
pub(super) fn mixed(from: Color32, to: Color32, share: f32) -> Color32 {
    from.lerp_to_gamma(to, share)
}

fn opaque(linear: Rgba) -> Color32 {
    Color32::from(Rgba::from_rgb(linear.r(), linear.g(), linear.b()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_is_21_and_a_colour_on_itself_is_1() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
        assert!((contrast(Color32::RED, Color32::RED) - 1.0).abs() < f32::EPSILON);
    }

    #[test]
    fn the_contrast_of_a_published_example_is_met() {
        // #767676 on white is the well-known darkest grey that just passes AA.
        let ratio = contrast(Color32::from_gray(0x76), Color32::WHITE);
        assert!((ratio - 4.54).abs() < 0.01, "{ratio}");
    }
}

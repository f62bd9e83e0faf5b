//! Arithmetic on premultiplied pixels, 0xAARRGGBB, two channels at a time.

use egui::Color32;

/// Every other channel.
const PAIR: u32 = 0x00ff_00ff;

/// A half in each of a pair's lanes, so that what follows rounds.
const HALVES: u32 = 0x0080_0080;

/// All channels at their most: what tints nothing.
pub(super) const WHITE: u32 = u32::MAX;

/// Returns a colour as a pixel.
pub(super) fn of(colour: Color32) -> u32 {
    let [red, green, blue, alpha] = colour.to_array();
    u32::from_be_bytes([alpha, red, green, blue])
}

/// Lays a pixel over another one.
pub(super) fn over(source: u32, below: u32) -> u32 {
    let rest = 255 - (source >> 24);
    let low = (source & PAIR) + scaled(below & PAIR, rest);
    let high = ((source >> 8) & PAIR) + scaled((below >> 8) & PAIR, rest);
    saturated(low) | (saturated(high) << 8)
}

/// Multiplies channel by channel; 255 stands for 1.
pub(super) fn tinted(texel: u32, tint: u32) -> u32 {
    if tint == WHITE {
        return texel;
    }
    let [a, r, g, b] = texel.to_be_bytes().map(u32::from);
    let [tint_a, tint_r, tint_g, tint_b] = tint.to_be_bytes().map(u32::from);
    (scaled(a, tint_a) << 24) | (scaled(r, tint_r) << 16) | (scaled(g, tint_g) << 8) | scaled(b, tint_b)
}

/// Mixes two pixels; 0 is the first, 256 the second.
pub(super) fn mixed(first: u32, second: u32, share: u32) -> u32 {
    let pair =
        |first: u32, second: u32| (((first & PAIR) * (256 - share) + (second & PAIR) * share + HALVES) >> 8) & PAIR;
    pair(first, second) | (pair(first >> 8, second >> 8) << 8)
}

/// Lays one pixel over many.
pub(super) fn fill(span: &mut [u32], source: u32) {
    match source >> 24 {
        255 => span.fill(source),
        0 if source == 0 => {}
        _ => span.iter_mut().for_each(|below| *below = over(source, *below)),
    }
}

/// Multiplies both channels of a pair by a factor of 255ths, rounded.
fn scaled(pair: u32, factor: u32) -> u32 {
    let product = pair * factor + HALVES;
    ((product + ((product >> 8) & PAIR)) >> 8) & PAIR
}

/// Brings sums of a pair back to a byte: light that is added may exceed what a channel holds.
fn saturated(sums: u32) -> u32 {
    let exceeds = (sums >> 8) & 0x0001_0001;
    (sums | (exceeds * 0xff)) & PAIR
}

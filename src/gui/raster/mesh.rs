//! Draws a mesh: rectangles of one colour and letters at once, everything else triangle by triangle.

use std::ops::Range;

use egui::Color32;
use egui::epaint::{Mesh, Vertex};

use super::Canvas;
use super::area::Area;
use super::pixel;
use super::texture::{Sampler, Texture};
use super::triangle::{Place, Plane, spans, within};

/// A corner, in pixels.
#[derive(Clone, Copy)]
struct Corner {
    place: Place,
    uv: [f64; 2],
    colour: Color32,
}

/// Draws a mesh into an area.
pub(super) fn paint(canvas: &mut Canvas<'_>, area: Area, (mesh, texture): (&Mesh, &Texture), scale: f64) {
    let corner = |index: &u32| corner(mesh.vertices.get(usize::try_from(*index).ok()?)?, scale);
    let mut rest = mesh.indices.as_slice();
    while let Some((three, behind)) = rest.split_first_chunk::<3>() {
        rest = behind;
        let [Some(a), Some(b), Some(c)] = three.each_ref().map(corner) else { continue };
        // What egui makes of a rectangle, and of each letter.
        if let Some(([d, e, f], after)) = behind.split_first_chunk::<3>()
            && [d, e] == [&three[2], &three[1]]
            && let Some(last) = corner(f)
            && rectangle(canvas, area, [a, b, c, last], texture)
        {
            rest = after;
            continue;
        }
        triangle(canvas, area, [a, b, c], texture);
    }
}

fn corner(vertex: &Vertex, scale: f64) -> Option<Corner> {
    let uv = vertex.uv.is_finite().then(|| [f64::from(vertex.uv.x), f64::from(vertex.uv.y)])?;
    Some(Corner { place: Place::new(vertex.pos, scale)?, uv, colour: vertex.color })
}

/// Draws an upright rectangle of one colour, if it is one that can be drawn at once.
fn rectangle(canvas: &mut Canvas<'_>, area: Area, corners: [Corner; 4], texture: &Texture) -> bool {
    let [left_top, right_top, left_bottom, right_bottom] = corners;
    let (from, to) = (left_top.place, right_bottom.place);
    let is_upright =
        right_top.place == Place { x: to.x, y: from.y } && left_bottom.place == Place { x: from.x, y: to.y };
    let is_plain = corners.iter().all(|corner| corner.colour == left_top.colour);
    if !(is_upright && is_plain && from.x < to.x && from.y < to.y) {
        return false;
    }
    let (columns, rows) = (within(from.x, to.x, area.columns()), within(from.y, to.y, area.rows()));
    let tint = pixel::of(left_top.colour);
    if corners.iter().all(|corner| corner.uv == left_top.uv) {
        let Some(sampler) = texture.sampler(0.0) else { return true };
        let source = pixel::tinted(sampler.at(left_top.uv.map(|value| value as f32)), tint);
        rows.for_each(|y| pixel::fill(canvas.span(y, columns.clone()), source));
        return true;
    }
    let is_straight =
        right_top.uv == [right_bottom.uv[0], left_top.uv[1]] && left_bottom.uv == [left_top.uv[0], right_bottom.uv[1]];
    let [width, height] = texture.size();
    let across = Line { from: left_top.uv[0] * width, to: right_bottom.uv[0] * width };
    let down = Line { from: left_top.uv[1] * height, to: right_bottom.uv[1] * height };
    let (across, down) = (across.exact(from.x, to.x, columns.start), down.exact(from.y, to.y, rows.start));
    let (Some(column), Some(row), true) = (across, down, is_straight) else { return false };
    letter(canvas, (columns, rows), texture, ([column, row], tint))
}

/// Draws texels that are exactly one pixel each, if they are all within the texture.
fn letter(
    canvas: &mut Canvas<'_>,
    (columns, rows): (Range<usize>, Range<usize>),
    texture: &Texture,
    ([column, row], tint): ([usize; 2], u32),
) -> bool {
    let Some(sampler) = texture.sampler(1.0) else { return true };
    let of = |line: usize| sampler.exact([column, row + line], columns.len());
    if !(0..rows.len()).all(|line| of(line).is_some()) {
        return false;
    }
    for (line, y) in rows.enumerate() {
        let texels = of(line).unwrap_or_default();
        for (below, texel) in canvas.span(y, columns.clone()).iter_mut().zip(texels) {
            if *texel != 0 {
                *below = pixel::over(pixel::tinted(*texel, tint), *below);
            }
        }
    }
    true
}

/// Texels along one side of a rectangle.
struct Line {
    from: f64,
    to: f64,
}

impl Line {
    /// Returns the texel at a pixel, where each pixel between two places is the whole of one texel.
    fn exact(&self, from: f64, to: f64, pixel: usize) -> Option<usize> {
        let per_pixel = (self.to - self.from) / (to - from);
        let at = |middle: f64| self.from + (middle - from) * per_pixel - 0.5;
        let is_whole = |place: f64| (place - place.round()).abs() < NEAR;
        let (first, last) = ((from - 0.5).ceil() + 0.5, (to - 0.5).ceil() - 0.5);
        let is_exact = is_whole(at(first)) && is_whole(at(last)) && (per_pixel - 1.0).abs() < 0.5;
        let texel = at(pixel as f64 + 0.5).round();
        (is_exact && texel >= 0.0).then_some(texel as usize)
    }
}

fn triangle(canvas: &mut Canvas<'_>, area: Area, corners: [Corner; 3], texture: &Texture) {
    let places = corners.map(|corner| corner.place);
    let [first, ..] = corners;
    let is_plain = corners.iter().all(|corner| corner.colour == first.colour);
    let Some(uv) = Plane::new(places, corners.map(|corner| corner.uv)) else { return };
    let Some(sampler) = texture.sampler(texels_per_pixel(&uv, texture.size())) else { return };
    let is_flat = corners.iter().all(|corner| corner.uv == first.uv);
    let texel = sampler.at(first.uv.map(|value| value as f32));
    if is_plain && is_flat {
        let source = pixel::tinted(texel, pixel::of(first.colour));
        spans(places, area, |y, columns| pixel::fill(canvas.span(y, columns), source));
        return;
    }
    let Some(colour) = Plane::new(places, corners.map(|corner| channels(corner.colour))) else { return };
    if is_flat {
        spans(places, area, |y, columns| fade(canvas.span(y, columns.clone()), &colour, (y, columns), texel));
        return;
    }
    let tint = is_plain.then(|| pixel::of(first.colour));
    spans(places, area, |y, columns| {
        let tints = Steps::new(&colour, y, &columns);
        let span = canvas.span(y, columns.clone());
        picture(span, (&sampler, &uv), (y, columns), |index| tint.unwrap_or_else(|| tints.at(index)));
    });
}

/// Draws a row of a colour that changes.
fn fade(span: &mut [u32], colour: &Plane<4>, (y, columns): (usize, Range<usize>), texel: u32) {
    let steps = Steps::new(colour, y, &columns);
    if steps.are_none() {
        pixel::fill(span, pixel::tinted(texel, steps.at(0)));
        return;
    }
    for (index, below) in span.iter_mut().enumerate() {
        *below = pixel::over(pixel::tinted(texel, steps.at(index)), *below);
    }
}

/// Draws a row of a texture.
fn picture(
    span: &mut [u32],
    (sampler, uv): (&Sampler<'_>, &Plane<2>),
    (y, columns): (usize, Range<usize>),
    tint: impl Fn(usize) -> u32,
) {
    let [u, v] = uv.at(columns.start, y);
    for (index, below) in span.iter_mut().enumerate() {
        let place = [u + uv.across[0] * index as f64, v + uv.across[1] * index as f64];
        let texel = sampler.at(place.map(|value| value as f32));
        *below = pixel::over(pixel::tinted(texel, tint(index)), *below);
    }
}

/// A row of a colour that changes, from its first to its last pixel, in 65536ths of a channel's step.
///
/// Only the two ends can lie outside of what a channel holds, by rounding; so only they are brought back.
struct Steps {
    from: [i32; 4],
    each: [i32; 4],
}

impl Steps {
    fn new(colour: &Plane<4>, y: usize, columns: &Range<usize>) -> Self {
        let count = columns.len().saturating_sub(1);
        let end = |x: usize| colour.at(x, y).map(|value| (value.clamp(0.0, 255.0) * 65536.0) as i32);
        let (from, to) = (end(columns.start), end(columns.start + count));
        let parts = i32::try_from(count).unwrap_or(i32::MAX).max(1);
        let mut each = [0; 4];
        for ((each, from), to) in each.iter_mut().zip(from).zip(to) {
            *each = (to - from) / parts;
        }
        Self { from, each }
    }

    /// Returns whether the whole row is of one colour.
    fn are_none(&self) -> bool {
        self.each == [0; 4]
    }

    fn at(&self, index: usize) -> u32 {
        let [a, r, g, b] = self.each;
        let [from_a, from_r, from_g, from_b] = self.from;
        let channel = |from: i32, each: i32| ((from + each * index as i32 + 32768) >> 16) as u32;
        (channel(from_a, a) << 24) | (channel(from_r, r) << 16) | (channel(from_g, g) << 8) | channel(from_b, b)
    }
}

/// Alpha, red, green, blue.
fn channels(colour: Color32) -> [f64; 4] {
    let [red, green, blue, alpha] = colour.to_array().map(f64::from);
    [alpha, red, green, blue]
}

/// Returns how many texels one pixel covers, in the direction in which it covers most.
fn texels_per_pixel(uv: &Plane<2>, [width, height]: [f64; 2]) -> f64 {
    let length = |[u, v]: [f64; 2]| (u * width).hypot(v * height);
    length(uv.across).max(length(uv.down))
}

/// Nearer than this to a whole texel is that texel: what filters blends less than a 256th of its neighbour in.
const NEAR: f64 = 1.0 / 512.0;

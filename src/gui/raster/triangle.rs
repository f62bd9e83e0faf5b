//! Which pixels a triangle has, and what is at each of them of a value that is known at its corners.
//!
//! Corners lie on a grid of 256ths of a pixel. Where an edge crosses a row is computed from its upper to its lower end,
//! so two triangles with a common edge compute the same place, and each pixel belongs to one of them.

use std::ops::Range;

use super::area::Area;

/// A place in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) x: f64,
    pub(super) y: f64,
}

impl Place {
    /// Returns a place in points as one in pixels, on the grid; `None` where it is no number.
    pub(super) fn new(place: egui::Pos2, scale: f64) -> Option<Self> {
        let on_grid = |value: f32| (f64::from(value) * scale * GRID).round() / GRID;
        place.is_finite().then(|| Self { x: on_grid(place.x), y: on_grid(place.y) })
    }
}

/// Calls with each row of a triangle in an area, and with its columns there.
pub(super) fn spans(corners: [Place; 3], area: Area, mut row: impl FnMut(usize, Range<usize>)) {
    let mut sorted = corners;
    sorted.sort_by(|one, other| one.y.total_cmp(&other.y));
    let [top, middle, bottom] = sorted;
    for y in within(top.y, bottom.y, area.rows()) {
        let centre = y as f64 + 0.5;
        let long = crossing(top, bottom, centre);
        let short = if centre < middle.y { crossing(top, middle, centre) } else { crossing(middle, bottom, centre) };
        let columns = within(long.min(short), long.max(short), area.columns());
        if !columns.is_empty() {
            row(y, columns);
        }
    }
}

/// Returns the pixels whose middles lie between two places; one on the first place is in, one on the second is not.
pub(super) fn within(from: f64, to: f64, bounds: Range<usize>) -> Range<usize> {
    let first = |place: f64| ((place - 0.5).ceil() as usize).clamp(bounds.start, bounds.end.max(bounds.start));
    first(from)..first(to)
}

/// Returns where an edge crosses a row.
fn crossing(upper: Place, lower: Place, y: f64) -> f64 {
    upper.x + (lower.x - upper.x) * ((y - upper.y) / (lower.y - upper.y))
}

/// Values that change evenly over a triangle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plane<const N: usize> {
    origin: Place,
    at_origin: [f64; N],
    /// What one pixel to the right adds.
    pub(super) across: [f64; N],
    /// What one pixel down adds.
    pub(super) down: [f64; N],
}

impl<const N: usize> Plane<N> {
    /// Returns the plane through the values at three corners; `None` for a triangle without any area.
    pub(super) fn new([a, b, c]: [Place; 3], [at_a, at_b, at_c]: [[f64; N]; 3]) -> Option<Self> {
        let (right, down) = ((b.x - a.x, b.y - a.y), (c.x - a.x, c.y - a.y));
        let area = right.0 * down.1 - right.1 * down.0;
        if area == 0.0 || !area.is_finite() {
            return None;
        }
        let mut plane = Self { origin: a, at_origin: at_a, across: [0.0; N], down: [0.0; N] };
        let slopes = plane.across.iter_mut().zip(&mut plane.down);
        for ((across, fall), ((at_a, at_b), at_c)) in slopes.zip(at_a.iter().zip(&at_b).zip(&at_c)) {
            let (to_b, to_c) = (at_b - at_a, at_c - at_a);
            *across = (to_b * down.1 - to_c * right.1) / area;
            *fall = (to_c * right.0 - to_b * down.0) / area;
        }
        Some(plane)
    }

    /// Returns the values in the middle of a pixel.
    pub(super) fn at(&self, x: usize, y: usize) -> [f64; N] {
        let (x, y) = (x as f64 + 0.5 - self.origin.x, y as f64 + 0.5 - self.origin.y);
        let mut values = self.at_origin;
        for ((value, across), down) in values.iter_mut().zip(&self.across).zip(&self.down) {
            *value += across * x + down * y;
        }
        values
    }
}

/// Steps of a pixel.
const GRID: f64 = 256.0;

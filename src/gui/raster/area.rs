//! A rectangle of whole pixels.

use std::ops::Range;

use egui::Rect;

/// A rectangle of whole pixels; nothing at `right` and `bottom` is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The first column.
    pub left: usize,
    /// The first row.
    pub top: usize,
    /// The column after the last.
    pub right: usize,
    /// The row after the last.
    pub bottom: usize,
}

impl Area {
    /// No pixel at all.
    pub(super) const NOTHING: Self = Self { left: usize::MAX, top: usize::MAX, right: 0, bottom: 0 };

    /// Returns all pixels of a picture.
    pub(super) fn whole([right, bottom]: [usize; 2]) -> Self {
        Self { left: 0, top: 0, right, bottom }
    }

    /// Returns what a rectangle in points lets through, its edges rounded as `egui_glow` does.
    pub(super) fn clip(rect: Rect, scale: f32, [width, height]: [usize; 2]) -> Self {
        // A float becomes the nearest whole number that there is, and 0 where it is none.
        let edge = |place: f32, most: usize| ((place * scale).round() as usize).min(most);
        let (left, top) = (edge(rect.min.x, width), edge(rect.min.y, height));
        Self { left, top, right: edge(rect.max.x, width), bottom: edge(rect.max.y, height) }
    }

    /// Returns all pixels that something between these places in pixels may touch.
    pub(super) fn around(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        let (before, after) = (|place: f32| (place.floor() - 1.0) as usize, |place: f32| (place.ceil() + 1.0) as usize);
        Self { left: before(left), top: before(top), right: after(right), bottom: after(bottom) }
    }

    /// Returns whether there is no pixel in it.
    pub fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }

    /// Returns what is in both.
    pub(super) fn intersect(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// Returns the smallest area with all of both.
    pub(super) fn union(self, other: Self) -> Self {
        match (self.is_empty(), other.is_empty()) {
            (true, _) => other,
            (_, true) => self,
            _ => Self {
                left: self.left.min(other.left),
                top: self.top.min(other.top),
                right: self.right.max(other.right),
                bottom: self.bottom.max(other.bottom),
            },
        }
    }

    /// Returns its rows.
    pub fn rows(self) -> Range<usize> {
        self.top..self.bottom
    }

    /// Returns its columns.
    pub fn columns(self) -> Range<usize> {
        self.left..self.right
    }
}

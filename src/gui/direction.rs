//! Which way a language runs, and where the beginning of a line is then.

use egui::{Align, Align2, Rect, pos2, vec2};

/// The direction of a layout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    #[default]
    LeftToRight,
    /// From right to left, as in Arabic, Hebrew and Persian.
    RightToLeft,
}

impl Direction {
    /// Returns the direction of a BCP 47 tag's script.
    pub fn of(tag: &str) -> Self {
        let language = tag.split('-').next().unwrap_or_default();
        let right = ["ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"].contains(&language);
        if right { Self::RightToLeft } else { Self::LeftToRight }
    }

    /// Returns whether it is from right to left.
    pub fn is_mirrored(self) -> bool {
        self == Self::RightToLeft
    }

    /// Returns the part of a rectangle at the beginning of the line.
    pub fn start(self, rect: Rect, width: f32) -> Rect {
        let left = if self.is_mirrored() { rect.right() - width } else { rect.left() };
        Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()))
    }

    /// Returns the part of a rectangle at the end of the line.
    pub fn end(self, rect: Rect, width: f32) -> Rect {
        self.opposite().start(rect, width)
    }

    /// Returns a rectangle without `width` at the beginning of the line.
    pub fn after(self, rect: Rect, width: f32) -> Rect {
        self.end(rect, (rect.width() - width).max(0.0))
    }

    /// Returns a rectangle without `width` at the end of the line.
    pub fn before(self, rect: Rect, width: f32) -> Rect {
        self.start(rect, (rect.width() - width).max(0.0))
    }

    /// Returns the side that lines begin at.
    pub fn align(self) -> Align {
        if self.is_mirrored() { Align::Max } else { Align::Min }
    }

    /// Returns the side that lines begin at, centred on the other axis.
    pub fn middle(self) -> Align2 {
        Align2([self.align(), Align::Center])
    }

    fn opposite(self) -> Self {
        if self.is_mirrored() { Self::LeftToRight } else { Self::RightToLeft }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mirrored_row_is_the_plain_one_seen_from_the_other_side() {
        let row = Rect::from_min_max(pos2(10.0, 0.0), pos2(110.0, 20.0));
        let (plain, mirrored) = (Direction::LeftToRight, Direction::RightToLeft);
        assert_eq!(plain.start(row, 30.0).x_range(), egui::Rangef::new(10.0, 40.0));
        assert_eq!(mirrored.start(row, 30.0).x_range(), egui::Rangef::new(80.0, 110.0));
        assert_eq!(mirrored.end(row, 30.0), plain.start(row, 30.0));
        assert_eq!(mirrored.after(row, 30.0), plain.before(row, 30.0));
    }

    #[test]
    fn languages_know_their_direction() {
        for tag in ["ar", "ar-XB", "he", "fa-IR"] {
            assert!(Direction::of(tag).is_mirrored(), "{tag}");
        }
        for tag in ["en-US", "de", "ja", "arn"] {
            assert!(!Direction::of(tag).is_mirrored(), "{tag}");
        }
    }
}

//! Text for the window: fonts for every language, both directions, and what is spoken beside what is seen.
//!
//! `fonts` finds and installs fonts, [`bidi`] orders what egui would place from left to right, and [`Typeset`]
//! is a text ready to be drawn. Reads no catalogue and decides no colours.

pub mod bidi;
mod fonts;
mod system;
mod typeset;

pub use fonts::{FontSearch, Fonts, on_the_line, strong};
pub use typeset::{Extent, Style, Typeset};

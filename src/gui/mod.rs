//! The graphical face: one calm window over the same engine as the terminal.

mod direction;
pub mod text;

pub use direction::Direction;

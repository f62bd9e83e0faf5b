//! The graphical face: one calm window over the same engine as the terminal.
//!
//! Model, view, command: [`state`] folds what the engine tells and what the person wants into screens, and is
//! pure; `views` draw a screen and return commands; [`Window`] carries commands to the state and its effects
//! out to whoever runs the engine. Nothing here does I/O, reads the environment or imports a room beside the
//! engine's public types; the thread that draws never waits for anything.

mod brand;
mod colour;
mod direction;
mod languages;
mod preferences;
pub mod raster;
mod scene;
pub mod state;
pub mod text;
mod theme;
pub mod tokens;
mod views;
mod widgets;
mod window;
mod zoom;

pub use brand::{Brand, Icon};
pub use colour::contrast;
pub use direction::Direction;
pub use languages::FindFonts;
pub use preferences::Preferences;
pub use theme::{Palette, Theme};
pub use window::{Parts, Runner, Window};

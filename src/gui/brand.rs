//! What an application looks like, as far as its publisher says.

use egui::Color32;

use crate::model::Translated;

/// The brand of an application.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brand {
    /// Its name.
    pub name: String,
    /// Its publisher.
    pub publisher: String,
    /// One line about it.
    pub tagline: Option<Translated>,
    /// Where or how to ask for help.
    pub support: Option<Translated>,
    /// Its colour.
    pub accent: Option<Color32>,
    /// Its icon: RGBA, not premultiplied.
    pub icon: Option<Icon>,
}

/// A picture, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Icon {
    /// Width and height in pixels.
    pub size: [usize; 2],
    /// RGBA, not premultiplied, row by row.
    pub rgba: Vec<u8>,
}

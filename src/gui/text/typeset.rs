//! A text that is set: broken into lines, each in the order in which it is seen, ready to be drawn.

use std::sync::Arc;

use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping, VariationCoords};
use egui::{Align, Color32, Context, FontFamily, FontId, Galley, Painter, Pos2, Rect, Vec2, pos2};
use unicode_segmentation::UnicodeSegmentation as _;

use super::bidi;
use super::fonts::strong;
use crate::gui::Direction;

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Size in logical pixels.
    pub size: f32,
    /// Weight, 100 to 900; the fonts have 400 to 700.
    pub weight: f32,
    /// Height of a line, as a multiple of the size.
    pub line: f32,
    /// Whether all characters are of one width.
    pub fixed: bool,
    /// Colour of the letters.
    pub colour: Color32,
}

/// The room that a text has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// One line, as long as it is.
    Unbounded,
    /// As many lines as it needs, at most this wide.
    Lines(f32),
    /// One line of at most this width; what does not fit is cut and ends with an ellipsis.
    OneLine(f32),
}

/// A text that is set.
#[derive(Clone, Debug)]
pub struct Typeset {
    /// What is drawn; its text is in the order in which it is seen.
    pub galley: Arc<Galley>,
    /// What is read aloud and copied: the text as it was written.
    pub spoken: String,
    /// Whether only the beginning is drawn.
    pub is_cut: bool,
}

impl Typeset {
    /// Sets a text, whose paragraphs run in the direction `base`.
    ///
    /// The isolates that `messages` put around inserted values are obeyed and taken out.
    pub fn new(ctx: &Context, text: &str, style: &Style, extent: Extent, base: Direction) -> Self {
        let spoken = bidi::without_controls(text);
        let (job, is_cut) = if base.is_mirrored() || bidi::is_needed(text) {
            ordered(ctx, text, style, extent, base)
        } else {
            (plain(with_numbers_whole(&spoken), style, extent), false)
        };
        let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
        Self { is_cut: is_cut || galley.elided, galley, spoken }
    }

    /// Returns the size that it takes.
    pub fn size(&self) -> Vec2 {
        self.galley.size()
    }

    /// Draws it at the top of a rectangle, at the side where its lines begin or centred.
    pub fn paint(&self, painter: &Painter, rect: Rect, align: Align) {
        let size = self.size();
        let left = match align {
            Align::Min => rect.left(),
            Align::Center => rect.center().x - size.x / 2.0,
            Align::Max => rect.right() - size.x,
        };
        self.paint_at(painter, pos2(left, rect.top()));
    }

    /// Draws it with its upper left corner at a place.
    pub fn paint_at(&self, painter: &Painter, place: Pos2) {
        // Lines that are aligned to the right hang on the left of their origin.
        let origin = place - self.galley.rect.min.to_vec2();
        painter.galley(origin, Arc::clone(&self.galley), Color32::PLACEHOLDER);
    }
}

/// Left to right throughout: egui breaks lines by itself.
fn plain(text: String, style: &Style, extent: Extent) -> LayoutJob {
    let mut job = LayoutJob { wrap: wrapping(extent), ..LayoutJob::default() };
    job.append(&text, 0.0, format(style));
    job
}

/// Keeps a number and the word behind it on one line: `7.0 MB`.
fn with_numbers_whole(text: &str) -> String {
    let mut before = ' ';
    let mut kept = |c: char| {
        let is_within = c == ' ' && before.is_ascii_digit();
        before = c;
        if is_within { NO_BREAK_SPACE } else { c }
    };
    text.chars().map(&mut kept).collect()
}

fn ordered(ctx: &Context, text: &str, style: &Style, extent: Extent, base: Direction) -> (LayoutJob, bool) {
    let mut measure = |part: &str| width(ctx, part, style);
    let mut is_cut = false;
    let lines = match extent {
        Extent::Unbounded => bidi::lines(&text.replace('\n', " "), base, f32::INFINITY, &mut measure),
        Extent::Lines(width) => bidi::lines(text, base, width, &mut measure),
        Extent::OneLine(width) => {
            let text = text.replace('\n', " ");
            let beginning = cut(&text, width, &mut measure);
            is_cut = beginning.is_some();
            bidi::lines(&beginning.unwrap_or(text), base, f32::INFINITY, &mut measure)
        }
    };
    let is_hanging = base.is_mirrored() && lines.len() > 1;
    let halign = if is_hanging { Align::Max } else { Align::Min };
    let mut job = LayoutJob { wrap: TextWrapping::no_max_width(), halign, ..LayoutJob::default() };
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            job.append("\n", 0.0, format(style));
        }
        line.iter().for_each(|piece| job.append(piece, 0.0, format(style)));
    }
    (job, is_cut)
}

/// Cuts a text that does not fit, in the order in which it was written, so that it fits with an ellipsis.
fn cut(text: &str, width: f32, measure: &mut dyn FnMut(&str) -> f32) -> Option<String> {
    if measure(text) <= width {
        return None;
    }
    let ends: Vec<usize> = text.grapheme_indices(true).map(|(place, _)| place).collect();
    let with_ellipsis = |end: usize| format!("{}{ELLIPSIS}", text.get(..end).unwrap_or_default().trim_end());
    let fitting = ends.partition_point(|end| measure(&with_ellipsis(*end)) <= width);
    Some(with_ellipsis(ends.get(fitting.saturating_sub(1)).copied().unwrap_or_default()))
}

fn width(ctx: &Context, text: &str, style: &Style) -> f32 {
    let job = plain(bidi::without_controls(text), style, Extent::Unbounded);
    ctx.fonts_mut(|fonts| fonts.layout_job(job)).size().x
}

fn wrapping(extent: Extent) -> TextWrapping {
    match extent {
        Extent::Unbounded => TextWrapping::no_max_width(),
        Extent::Lines(width) => TextWrapping::wrap_at_width(width),
        Extent::OneLine(width) => TextWrapping::truncate_at_width(width),
    }
}

fn format(style: &Style) -> TextFormat {
    let family = match style {
        Style { fixed: true, .. } => FontFamily::Monospace,
        Style { weight, .. } if *weight >= STRONG => strong(),
        _ => FontFamily::Proportional,
    };
    TextFormat {
        font_id: FontId::new(style.size, family),
        line_height: Some((style.size * style.line).round()),
        color: style.colour,
        coords: VariationCoords::new([(b"wght", style.weight)]),
        ..TextFormat::default()
    }
}

/// From this weight on, fonts of which each face is a file of its own bring their bold one.
const STRONG: f32 = 600.0;

const NO_BREAK_SPACE: char = '\u{a0}';

const ELLIPSIS: char = '…';

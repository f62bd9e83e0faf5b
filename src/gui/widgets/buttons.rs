//! A few buttons together: side by side at the end of a line, or below each other where they are too wide for that.

use egui::{Rect, Response, Ui, pos2, vec2};

use super::super::scene::Scene;
use super::button::{Kind, button, width_of};

/// How buttons lie in the width that there is.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Arrangement {
    widths: Vec<f32>,
    is_stacked: bool,
    gap: f32,
    tall: f32,
}

impl Arrangement {
    /// Finds room for buttons.
    pub(in super::super) fn new(ui: &Ui, scene: &Scene<'_>, room: f32, wanted: &[(Kind, String)]) -> Self {
        let size = &scene.theme.tokens.size;
        let mut widths: Vec<f32> = wanted.iter().map(|(_, text)| width_of(ui, scene, text)).collect();
        let gaps = size.button_gap * (wanted.len().saturating_sub(1)) as f32;
        let is_stacked = widths.iter().sum::<f32>() + gaps > room;
        if is_stacked {
            widths.iter_mut().for_each(|width| *width = room);
        }
        Self { widths, is_stacked, gap: size.button_gap, tall: size.button }
    }

    /// Returns the width that the buttons take at the end of a line.
    pub(in super::super) fn width(&self) -> f32 {
        if self.is_stacked {
            return self.widths.first().copied().unwrap_or_default();
        }
        self.widths.iter().sum::<f32>() + self.gaps()
    }

    /// Returns the height that they take.
    pub(in super::super) fn height(&self) -> f32 {
        if self.is_stacked { self.tall * self.widths.len() as f32 + self.gaps() } else { self.tall }
    }

    fn gaps(&self) -> f32 {
        self.gap * (self.widths.len().saturating_sub(1)) as f32
    }
}

/// Draws buttons as they were arranged into a rectangle; returns which was clicked, and all of them.
pub(in super::super) fn buttons(
    ui: &mut Ui,
    scene: &Scene<'_>,
    rect: Rect,
    (arrangement, wanted): (&Arrangement, &[(Kind, String)]),
) -> (Option<usize>, Vec<Response>) {
    let mut rest = scene.direction.end(rect, arrangement.width());
    let (mut clicked, mut responses) = (None, Vec::new());
    for (place, ((kind, text), width)) in wanted.iter().zip(&arrangement.widths).enumerate() {
        let start = scene.direction.start(rest, *width);
        let own = Rect::from_min_size(start.min, vec2(*width, arrangement.tall));
        let response = button(ui, scene, own, *kind, text);
        rest = if arrangement.is_stacked {
            Rect::from_min_max(pos2(rest.left(), own.bottom() + arrangement.gap), rest.max)
        } else {
            scene.direction.after(rest, width + arrangement.gap)
        };
        if response.clicked() {
            clicked = Some(place);
        }
        responses.push(response);
    }
    (clicked, responses)
}

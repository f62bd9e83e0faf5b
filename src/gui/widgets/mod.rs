//! The few widgets of the window, each drawn from tokens and known to AccessKit by role, name and value.
//!
//! Rows are laid out as rectangles from the beginning of a line to its end, so that one code serves both directions.

mod bar;
mod button;
mod buttons;
mod card;
mod field;
mod mark;
mod option;
mod switch;
mod text;

pub(super) use bar::{Progress, bar};
pub(super) use button::{Kind, button, fold, width_of};
pub(super) use buttons::{Arrangement, buttons};
pub(super) use card::{card, fact, hair};
pub(super) use field::{Field, field};
pub(super) use mark::{Mark, icon, mark};
pub(super) use option::{globe, option};
pub(super) use switch::switch;
pub(super) use text::{announce, label, line, set};

use egui::{Id, Rect, Response, Sense, StrokeKind, Ui};

use super::scene::Scene;

/// Reacts to mouse and keyboard in a rectangle; `name` keeps its identity between frames.
fn touch(ui: &mut Ui, rect: Rect, name: &str, sense: Sense) -> Response {
    let id: Id = ui.auto_id_with(name);
    ui.skip_ahead_auto_ids(1);
    ui.interact(rect, id, sense)
}

/// Draws the ring around what has the keyboard.
fn ring(ui: &Ui, scene: &Scene<'_>, response: &Response, radius: u8) {
    if !(response.has_focus() && scene.ring) {
        return;
    }
    let tokens = &scene.theme.tokens;
    let gap = tokens.line.focus_gap;
    let radius = f32::from(radius) + gap;
    let stroke = egui::Stroke::new(tokens.line.focus, scene.theme.palette.accent_ink);
    ui.painter().rect_stroke(response.rect.expand(gap), radius, stroke, StrokeKind::Outside);
    // Under 200 % or in a small window what has the keyboard may be out of sight.
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

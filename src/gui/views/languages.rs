//! The languages that there are, each by its own name; the present one is marked and has the keyboard at first.

use egui::{Frame, Id, Margin, Modal, Rect, ScrollArea, Sense, Stroke, Ui, vec2};

use super::super::scene::{Scene, Tone};
use super::super::state::Command;
use super::super::tokens::Role;
use super::super::widgets;

pub(super) fn draw(ui: &Ui, scene: &Scene<'_>) -> Option<Command> {
    let (tokens, plain) = (&scene.theme.tokens, &scene.theme.palette.plain);
    let frame = Frame::new()
        .fill(plain.surface)
        .corner_radius(tokens.radius.card)
        .stroke(Stroke::new(tokens.line.hair, plain.line))
        .inner_margin(Margin::same(PADDING));
    let window = ui.ctx().content_rect();
    let width = (window.width() - 2.0 * (f32::from(PADDING) + 16.0)).min(WIDEST);
    let modal = Modal::new(Id::unique("languages")).frame(frame).backdrop_color(plain.veil);
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_width(width);
        widgets::label(ui, scene, &scene.messages.word("window-language"), (Role::Heading, Tone::Text));
        ui.add_space(8.0);
        let tall = window.height() - 2.0 * f32::from(PADDING) - AROUND;
        let rows = scene.languages.offered().len().div_ceil(columns(width)) as f32;
        // A sheet remembers its height; the list asks for its own anew in each frame.
        let least = (rows * row_height(scene)).min(tall);
        let area = ScrollArea::vertical().auto_shrink([false, true]).max_height(tall).min_scrolled_height(least);
        area.show(ui, |ui| list(ui, scene)).inner
    });
    let leaves = shown.should_close();
    shown.inner.or_else(|| leaves.then_some(Command::Dismiss))
}

/// Draws the names, in two columns where there is room.
fn list(ui: &mut Ui, scene: &Scene<'_>) -> Option<Command> {
    let height = row_height(scene);
    let offered = scene.languages.offered();
    let columns = columns(ui.available_width());
    let (mut chosen, mut present, mut has_keyboard) = (None, None, false);
    for (index, row) in offered.chunks(columns).enumerate() {
        let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let mut rest = whole.shrink2(vec2(EDGE, 0.0));
        for language in row {
            let width = whole.shrink2(vec2(EDGE, 0.0)).width() / columns as f32;
            let place: Rect = scene.direction.start(rest, width);
            rest = scene.direction.after(rest, width);
            let is_present = language.tag == scene.languages.present();
            let response = widgets::option(ui, scene, place.shrink(1.0), &language.name, is_present);
            has_keyboard |= response.has_focus();
            if response.clicked() {
                chosen = Some(Command::Speak(language.tag));
            }
            if is_present || index == 0 && present.is_none() {
                present = Some(response);
            }
        }
    }
    if let Some(present) = present.filter(|_| !has_keyboard) {
        present.request_focus();
        present.scroll_to_me(Some(egui::Align::Center));
    }
    chosen
}

/// Returns the height that the window should have for all of it.
pub(super) fn wanted_height(scene: &Scene<'_>) -> f32 {
    let rows = scene.languages.offered().len().div_ceil(2) as f32;
    rows * row_height(scene) + 2.0 * f32::from(PADDING) + AROUND
}

fn columns(width: f32) -> usize {
    if width >= TWO_COLUMNS { 2 } else { 1 }
}

fn row_height(scene: &Scene<'_>) -> f32 {
    scene.theme.tokens.size.row_compact + 6.0
}

const PADDING: i8 = 18;

/// The heading, and what is left of the window around the sheet.
const AROUND: f32 = 70.0;

/// Room for the ring of what is focused.
const EDGE: f32 = 4.0;

const WIDEST: f32 = 400.0;
const TWO_COLUMNS: f32 = 300.0;

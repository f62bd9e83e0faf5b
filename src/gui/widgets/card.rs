//! The rounded sheet that rows lie on.

use egui::{Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use super::super::scene::{Scene, Tone};
use super::super::text::Extent;
use super::super::tokens::Role;
use super::button::shadow;
use super::text::{label, set};

/// Draws a sheet around what `rows` draws, which gets the sheet's width without its padding.
pub(in super::super) fn card<R>(ui: &mut Ui, scene: &Scene<'_>, rows: impl FnOnce(&mut Ui) -> R) -> R {
    let tokens = &scene.theme.tokens;
    let (below, sheet) = (ui.painter().add(egui::Shape::Noop), ui.painter().add(egui::Shape::Noop));
    let top = ui.available_rect_before_wrap();
    let inner = top.shrink2(vec2(tokens.size.row_padding, 0.0));
    let scope = ui.scope_builder(UiBuilder::new().max_rect(inner), rows);
    let rect = Rect::from_min_size(top.min, vec2(top.width(), scope.response.rect.height()));
    let plain = &scene.theme.palette.plain;
    let stroke = Stroke::new(tokens.line.hair, plain.line);
    ui.painter().set(below, shadow(rect, tokens.radius.card, plain.shadow));
    let shape = egui::epaint::RectShape::new(rect, tokens.radius.card, plain.surface, stroke, StrokeKind::Inside);
    ui.painter().set(sheet, shape);
    scope.inner
}

/// Draws the line between two rows.
pub(in super::super) fn hair(ui: &mut Ui, scene: &Scene<'_>) {
    let width = scene.theme.tokens.line.hair;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), width), Sense::hover());
    ui.painter().rect_filled(rect, 0, scene.theme.palette.plain.line);
}

/// Draws a row with what it is at its beginning and its value at its end; below each other where they are too long.
pub(in super::super) fn fact(ui: &mut Ui, scene: &Scene<'_>, name: &str, value: &str) {
    let size = &scene.theme.tokens.size;
    let width = ui.available_width();
    let one_line = |text: &str, tone: Tone| scene.typeset(ui.ctx(), text, (Role::Small, tone), Extent::Unbounded);
    let (named, valued) = (one_line(name, Tone::Muted), one_line(value, Tone::Text));
    if named.size().x + GAP + valued.size().x <= width {
        let (row, _) = ui.allocate_exact_size(vec2(width, size.row - 8.0), Sense::hover());
        set(ui, scene, scene.direction.start(row, named.size().x), &named);
        set(ui, scene, scene.direction.end(row, valued.size().x), &valued);
        return;
    }
    ui.add_space(PADDING);
    label(ui, scene, name, (Role::Small, Tone::Muted));
    label(ui, scene, value, (Role::Small, Tone::Text));
    ui.add_space(PADDING);
}

/// Between what a row is and its value.
const GAP: f32 = 16.0;

/// Above and below a row of several lines.
const PADDING: f32 = 8.0;

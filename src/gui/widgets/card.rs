//! The rounded sheet that rows lie on.

use egui::{Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use super::super::scene::{Scene, Tone};
use super::super::tokens::Role;
use super::button::shadow;
use super::text::line;

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

/// Draws a row with what it is at its beginning and its value at its end.
pub(in super::super) fn fact(ui: &mut Ui, scene: &Scene<'_>, name: &str, value: &str) {
    let size = &scene.theme.tokens.size;
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), size.row - 8.0), Sense::hover());
    let named = line(
        ui,
        scene,
        (scene.direction.start(row, row.width() * 0.45), scene.direction.align()),
        name,
        (Role::Small, Tone::Muted),
    );
    let rest = scene.direction.after(row, named.width() + 12.0);
    let end = if scene.direction.is_mirrored() { egui::Align::Min } else { egui::Align::Max };
    line(ui, scene, (rest, end), value, (Role::Small, Tone::Text));
}

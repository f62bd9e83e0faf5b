//! The application's icon, and the small round marks that say how something stands.

use egui::epaint::{PathShape, RectShape};
use egui::{Color32, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::super::scene::{Scene, Tone};
use super::button::full;

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Mark {
    /// Verified, done.
    Good,
    /// Wants attention.
    Warn,
}

/// Draws a mark into the middle of a rectangle.
pub(in super::super) fn mark(ui: &Ui, scene: &Scene<'_>, rect: Rect, kind: Mark) {
    let size = scene.theme.tokens.size.badge;
    let plain = &scene.theme.palette.plain;
    let (soft, tone) = match kind {
        Mark::Good => (plain.good_soft, Tone::Good),
        Mark::Warn => (plain.warn_soft, Tone::Warn),
    };
    let centre = rect.center();
    ui.painter().circle_filled(centre, size / 2.0, soft);
    let stroke = Stroke::new(size / 8.5, scene.colour(tone));
    let place = |x: f32, y: f32| centre + vec2(x, y) * size;
    if kind == Mark::Good {
        ui.painter().line(vec![place(-0.20, 0.02), place(-0.06, 0.16), place(0.21, -0.14)], stroke);
    } else {
        ui.painter().line_segment([place(0.0, -0.25), place(0.0, 0.06)], stroke);
        ui.painter().circle_filled(place(0.0, 0.22), size / 15.0, scene.colour(tone));
    }
}

/// Draws the application's icon, or a sheet in its accent with an arrow that comes down.
pub(in super::super) fn icon(ui: &Ui, scene: &Scene<'_>, rect: Rect) {
    let (theme, painter) = (scene.theme, ui.painter());
    if let Some(picture) = &theme.pictures.icon {
        painter.image(picture.id(), rect, full(), Color32::WHITE);
        return;
    }
    let radius = f32::from(theme.tokens.radius.icon) * rect.width() / theme.tokens.size.icon;
    let glow = theme.palette.accent.gamma_multiply(0.35);
    painter.add(RectShape::filled(rect.translate(vec2(0.0, 4.0)), radius, glow).with_blur_width(16.0));
    let sheet = RectShape::filled(rect, radius, Color32::WHITE);
    painter.add(sheet.with_texture(theme.pictures.across.id(), full()));
    arrow(ui, rect, theme.palette.on_accent);
}

/// An arrow into a tray.
fn arrow(ui: &Ui, rect: Rect, colour: Color32) {
    let unit = rect.width() / 60.0;
    let place = |x: f32, y: f32| pos2(rect.left() + x * unit, rect.top() + y * unit);
    let stroke = Stroke::new(4.0 * unit, colour);
    ui.painter().line_segment([place(30.0, 15.0), place(30.0, 33.0)], stroke);
    let head = vec![place(21.5, 28.0), place(30.0, 37.5), place(38.5, 28.0)];
    ui.painter().add(Shape::Path(PathShape::convex_polygon(head, colour, Stroke::NONE)));
    let tray = vec![place(16.0, 38.0), place(16.0, 44.0), place(44.0, 44.0), place(44.0, 38.0)];
    ui.painter().line(tray, stroke);
}

//! One of several, of which exactly one is chosen; and the globe that opens the languages.

use egui::accesskit::{Role as Part, Toggled};
use egui::{CursorIcon, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::scene::{Scene, Tone};
use super::super::text::Extent;
use super::super::tokens::Role;
use super::{ring, touch};

/// Draws a name with a tick where it is the chosen one.
pub(in super::super) fn option(ui: &mut Ui, scene: &Scene<'_>, rect: Rect, text: &str, chosen: bool) -> Response {
    let response = touch(ui, rect, text, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    let plain = &scene.theme.palette.plain;
    let radius = scene.theme.tokens.radius.button - 2;
    if response.hovered() {
        ui.painter().rect_filled(rect, radius, plain.raised_hover);
    }
    let tick = scene.direction.start(rect, TICK);
    if chosen {
        let place = |x: f32, y: f32| tick.center() + vec2(x, y);
        let stroke = Stroke::new(2.0, scene.theme.palette.accent_ink);
        ui.painter().line(vec![place(-4.0, 0.5), place(-1.0, 3.5), place(4.5, -3.0)], stroke);
    }
    let words = scene.direction.before(scene.direction.after(rect, TICK), 6.0);
    let role = if chosen { Role::Strong } else { Role::Body };
    let set = scene.typeset(ui.ctx(), text, (role, Tone::Text), Extent::OneLine(words.width()));
    let place = Rect::from_center_size(words.center(), vec2(words.width(), set.size().y));
    set.paint(ui.painter(), place, scene.direction.align());
    response.widget_info(|| WidgetInfo::selected(Part::RadioButton, ui.is_enabled(), chosen, &set.spoken));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_toggled(if chosen { Toggled::True } else { Toggled::False });
    });
    ring(ui, scene, &response, radius);
    response
}

/// Draws a globe that can be clicked; returns whether it was.
pub(in super::super) fn globe(ui: &mut Ui, scene: &Scene<'_>, rect: Rect, name: &str) -> bool {
    let response = touch(ui, rect, "globe", Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    let hover = scene.eased(ui, response.id.with("hover"), response.hovered());
    let plain = &scene.theme.palette.plain;
    let radius = scene.theme.tokens.radius.button;
    ui.painter().rect_filled(rect, radius, plain.raised_hover.gamma_multiply(hover));
    let stroke = Stroke::new(1.3, super::super::colour::mixed(plain.muted, plain.text, hover));
    let (centre, size) = (rect.center(), rect.width() * 0.27);
    ui.painter().circle_stroke(centre, size, stroke);
    ui.painter().line_segment([centre - vec2(size, 0.0), centre + vec2(size, 0.0)], stroke);
    let arc = |part: u8| {
        let angle = f32::from(part) / f32::from(PARTS) * std::f32::consts::TAU;
        pos2(centre.x + 0.45 * size * angle.cos(), centre.y + size * angle.sin())
    };
    ui.painter().add(egui::Shape::closed_line((0..PARTS).map(arc).collect(), stroke));
    response.widget_info(|| WidgetInfo::labeled(Part::Button, ui.is_enabled(), name));
    ring(ui, scene, &response, radius);
    response.on_hover_text(name).clicked()
}

/// Width of the place of the tick.
const TICK: f32 = 26.0;

/// Corners that make an ellipse.
const PARTS: u8 = 28;

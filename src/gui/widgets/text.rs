//! Texts that are only read, and the one that is only spoken.

use egui::accesskit::{Live, Role as Part};
use egui::{Align, Rect, Response, Sense, Ui, WidgetInfo, vec2};

use super::super::scene::{Scene, Tone};
use super::super::text::bidi::without_controls;
use super::super::text::{Extent, Typeset};
use super::super::tokens::Role;
use super::touch;

/// Writes a text over as many lines as it needs, from where lines begin.
pub(in super::super) fn label(ui: &mut Ui, scene: &Scene<'_>, text: &str, look: (Role, Tone)) -> Response {
    let width = ui.available_width();
    let set = scene.typeset(ui.ctx(), text, look, Extent::Lines(width));
    let (rect, response) = ui.allocate_exact_size(vec2(width, set.size().y), Sense::hover());
    set.paint(ui.painter(), rect, scene.direction.align());
    speak(&response, &set);
    response
}

/// Writes one line into a rectangle, in the middle of its height; what does not fit is cut and told on hovering.
pub(in super::super) fn line(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (rect, align): (Rect, Align),
    text: &str,
    look: (Role, Tone),
) -> Rect {
    let set = scene.typeset(ui.ctx(), text, look, Extent::OneLine(rect.width()));
    let taken = aligned(rect, align, set.size());
    let response = touch(ui, taken, text, Sense::hover());
    set.paint_at(ui.painter(), taken.min);
    speak(&response, &set);
    if set.is_cut {
        response.on_hover_text(set.spoken);
    }
    taken
}

/// Says something to those who cannot see it change; nothing is drawn.
pub(in super::super) fn announce(ui: &mut Ui, text: &str) {
    let rect = Rect::from_min_size(ui.max_rect().min, vec2(1.0, 1.0));
    let text = without_controls(text);
    let id = ui.scope_id().with("announcement");
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Part::Label, true, &text));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Part::Status);
        node.set_live(Live::Polite);
        node.set_label(text);
    });
}

/// Draws a text that is set into the middle of a rectangle's height, from where lines begin; nothing if it is empty.
pub(in super::super) fn set(ui: &mut Ui, scene: &Scene<'_>, rect: Rect, set: &Typeset) {
    if set.spoken.is_empty() {
        return;
    }
    let place = Rect::from_center_size(rect.center(), vec2(rect.width(), set.size().y));
    let response = touch(ui, place, &set.spoken, Sense::hover());
    set.paint(ui.painter(), place, scene.direction.align());
    speak(&response, set);
}

fn speak(response: &Response, set: &Typeset) {
    response.widget_info(|| WidgetInfo::labeled(Part::Label, true, &set.spoken));
}

fn aligned(rect: Rect, align: Align, size: egui::Vec2) -> Rect {
    let left = match align {
        Align::Min => rect.left(),
        Align::Center => rect.center().x - size.x / 2.0,
        Align::Max => rect.right() - size.x,
    };
    Rect::from_min_size(egui::pos2(left, rect.center().y - size.y / 2.0), size)
}

//! A switch with its text: the whole row is clicked.

use egui::accesskit::Role as Part;
use egui::{CursorIcon, Sense, Ui, WidgetInfo, vec2};

use super::super::colour::mixed;
use super::super::scene::{Scene, Tone};
use super::super::text::Extent;
use super::super::tokens::Role;
use super::button::shadow;
use super::{ring, touch};

/// Draws a row with a text and a switch; returns whether it was turned.
pub(in super::super) fn switch(ui: &mut Ui, scene: &Scene<'_>, text: &str, on: bool) -> bool {
    let tokens = &scene.theme.tokens;
    let [width, height] = tokens.size.switch;
    let room = ui.available_width() - width - 12.0;
    let set = scene.typeset(ui.ctx(), text, (Role::Body, Tone::Text), Extent::Lines(room));
    let tall = tokens.size.row.max(set.size().y + 14.0);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
    let touched = row.expand2(vec2(tokens.size.row_padding - 3.0, -3.0));
    let response = touch(ui, touched, text, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    let place = egui::Rect::from_center_size(row.center(), vec2(row.width(), set.size().y));
    set.paint(ui.painter(), place, scene.direction.align());
    let end = scene.direction.end(row, width);
    let rail = egui::Rect::from_center_size(end.center(), vec2(width, height));
    paint(ui, scene, rail, scene.eased(ui, response.id, on));
    response.widget_info(|| WidgetInfo::selected(Part::Switch, ui.is_enabled(), on, &set.spoken));
    ring(ui, scene, &response, tokens.radius.card - 3);
    response.clicked()
}

fn paint(ui: &Ui, scene: &Scene<'_>, rail: egui::Rect, on: f32) {
    let palette = &scene.theme.palette;
    let radius = (rail.height() / 2.0) as u8;
    let fill = mixed(palette.plain.track, palette.accent, on);
    ui.painter().rect_filled(rail, radius, fill);
    let knob = rail.height() - 4.0;
    let travel = rail.width() - knob - 4.0;
    let along = scene.direction.after(rail.shrink(2.0), travel * on);
    let place = egui::Rect::from_center_size(scene.direction.start(along, knob).center(), vec2(knob, knob));
    ui.painter().add(shadow(place, (knob / 2.0) as u8, egui::Color32::from_black_alpha(40)));
    ui.painter().circle_filled(place.center(), knob / 2.0, palette.plain.knob);
}

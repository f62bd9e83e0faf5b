//! A button: one primary on a screen, plain ones beside it; and the line that folds and unfolds.

use egui::accesskit::{Role as Part, Toggled};
use egui::epaint::RectShape;
use egui::{Color32, CursorIcon, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::colour::mixed;
use super::super::scene::{Scene, Tone};
use super::super::text::Extent;
use super::super::theme::Theme;
use super::super::tokens::Role;
use super::{ring, touch};

/// What a button is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Kind {
    /// What most people want: one on a screen.
    Primary,
    /// Everything else.
    Plain,
    /// What takes something away.
    Danger,
}

/// Draws a button into a rectangle.
pub(in super::super) fn button(ui: &mut Ui, scene: &Scene<'_>, rect: Rect, kind: Kind, text: &str) -> Response {
    let response = touch(ui, rect, text, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    let radius = scene.theme.tokens.radius.button;
    let hover = scene.eased(ui, response.id.with("hover"), response.hovered());
    let pressed = response.is_pointer_button_down_on();
    paint(ui, scene.theme, rect, kind, (hover, pressed));
    let tone = match kind {
        Kind::Primary => Tone::OnAccent,
        Kind::Plain => Tone::Text,
        Kind::Danger => Tone::Bad,
    };
    let inner = rect.shrink2(vec2(scene.theme.tokens.size.button_padding / 2.0, 0.0));
    let set = scene.typeset(ui.ctx(), text, (Role::Strong, tone), Extent::OneLine(inner.width()));
    let place = rect.center() - set.size() / 2.0;
    set.paint_at(ui.painter(), pos2(place.x.round(), place.y));
    response.widget_info(|| WidgetInfo::labeled(Part::Button, ui.is_enabled(), &set.spoken));
    ring(ui, scene, &response, radius);
    response
}

fn paint(ui: &Ui, theme: &Theme, rect: Rect, kind: Kind, (hover, pressed): (f32, bool)) {
    let (palette, tokens) = (&theme.palette, &theme.tokens);
    let radius = tokens.radius.button;
    let painter = ui.painter();
    if kind == Kind::Primary {
        let light = Color32::from_gray(if pressed { 215 } else { 255 - (hover * 14.0) as u8 });
        let shape = RectShape::filled(rect, radius, light);
        painter.add(shadow(rect, radius, palette.accent.gamma_multiply(0.30)));
        painter.add(shape.with_texture(theme.pictures.across.id(), full()));
        return;
    }
    let fill = mixed(palette.plain.raised, palette.plain.raised_hover, if pressed { 1.0 } else { hover });
    painter.add(shadow(rect, radius, palette.plain.shadow));
    painter.rect(rect, radius, fill, Stroke::new(tokens.line.hair, palette.plain.line), StrokeKind::Inside);
}

/// A soft shadow below a shape.
pub(super) fn shadow(rect: Rect, radius: u8, colour: Color32) -> RectShape {
    RectShape::filled(rect.translate(vec2(0.0, 1.5)), radius, colour).with_blur_width(5.0)
}

/// The whole of a picture.
pub(super) fn full() -> Rect {
    Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0))
}

/// Returns the width that a button wants.
pub(in super::super) fn width_of(ui: &Ui, scene: &Scene<'_>, text: &str) -> f32 {
    let size = &scene.theme.tokens.size;
    let set = scene.typeset(ui.ctx(), text, (Role::Strong, Tone::Text), Extent::Unbounded);
    (set.size().x + 2.0 * size.button_padding).ceil().max(size.button_least)
}

/// Draws the line that folds and unfolds what is below it; returns whether it was clicked.
pub(in super::super) fn fold(ui: &mut Ui, scene: &Scene<'_>, text: &str, open: bool) -> bool {
    let size = &scene.theme.tokens.size;
    let set = scene.typeset(ui.ctx(), text, (Role::Small, Tone::Muted), Extent::Lines(ui.available_width() - 24.0));
    let tall = size.row_compact.max(set.size().y + 8.0);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
    let rect = scene.direction.start(row, set.size().x + 22.0);
    let response = touch(ui, rect, "fold", Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    let turn = scene.eased(ui, response.id, open);
    let colour = if response.hovered() { scene.colour(Tone::Text) } else { scene.colour(Tone::Muted) };
    chevron(ui, scene, scene.direction.start(rect, 14.0).center(), (turn, colour));
    let place = scene.direction.after(rect, 20.0);
    set.paint(ui.painter(), centred(place, set.size().y), scene.direction.align());
    response.widget_info(|| WidgetInfo::labeled(Part::DisclosureTriangle, ui.is_enabled(), &set.spoken));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Part::Button);
        node.set_expanded(open);
        node.set_toggled(if open { Toggled::True } else { Toggled::False });
    });
    ring(ui, scene, &response, scene.theme.tokens.radius.focus);
    response.clicked()
}

/// A small angle that points along the line, and down when it is open.
fn chevron(ui: &Ui, scene: &Scene<'_>, centre: egui::Pos2, (turn, colour): (f32, Color32)) {
    let side = if scene.direction.is_mirrored() { -1.0 } else { 1.0 };
    let angle = turn * std::f32::consts::FRAC_PI_2;
    let place = |x: f32, y: f32| {
        let (sin, cos) = angle.sin_cos();
        centre + vec2(side * (x * cos - y * sin), x * sin + y * cos)
    };
    let points = vec![place(-2.0, -4.0), place(2.0, 0.0), place(-2.0, 4.0)];
    ui.painter().line(points, Stroke::new(1.6, colour));
}

fn centred(rect: Rect, height: f32) -> Rect {
    Rect::from_min_size(pos2(rect.left(), rect.center().y - height / 2.0), vec2(rect.width(), height))
}

//! The one bar of a run.

use egui::accesskit::Role as Part;
use egui::epaint::RectShape;
use egui::{Color32, Mesh, Rect, Sense, Shape, Ui, WidgetInfo, pos2, vec2};
use std::time::Duration;

use super::super::scene::{Scene, Tone};
use super::super::text::bidi::without_controls;
use super::button::full;

/// What the bar says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Progress<'a> {
    /// Its name for those who do not see it.
    pub(in super::super) name: &'a str,
    /// Thousandths.
    pub(in super::super) done: u16,
    /// Whether it moves on.
    pub(in super::super) running: bool,
    /// Whether something went wrong.
    pub(in super::super) failed: bool,
}

/// Draws the bar.
pub(in super::super) fn bar(ui: &mut Ui, scene: &Scene<'_>, progress: &Progress<'_>) {
    let tokens = &scene.theme.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tokens.size.bar), Sense::hover());
    let name = without_controls(progress.name);
    response.widget_info(|| WidgetInfo::labeled(Part::ProgressIndicator, true, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
        node.set_numeric_value(f64::from(progress.done / 10));
    });
    let wanted = f32::from(progress.done) / 1000.0;
    let seconds = if scene.motion { tokens.motion.calm / 1000.0 } else { 0.0 };
    let share = ui.ctx().animate_value_with_time(response.id.with("share"), wanted, seconds);
    let radius = tokens.radius.bar;
    ui.painter().rect_filled(rect, radius, scene.theme.palette.plain.track);
    if share <= 0.0 {
        return;
    }
    let filled = scene.direction.start(rect, (rect.width() * share).max(rect.height()));
    if progress.failed {
        ui.painter().rect_filled(filled, radius, scene.colour(Tone::Bad));
        return;
    }
    let glow = scene.theme.palette.accent.gamma_multiply(0.22);
    ui.painter().add(RectShape::filled(filled.translate(vec2(0.0, 1.0)), radius, glow).with_blur_width(5.0));
    let picture = scene.theme.pictures.along.id();
    let uv = if scene.direction.is_mirrored() { mirrored() } else { full() };
    ui.painter().add(RectShape::filled(filled, radius, Color32::WHITE).with_texture(picture, uv));
    if progress.running && scene.motion {
        sheen(ui, scene, filled);
    }
}

/// Light that passes over the bar now and then, so that one sees that it lives.
fn sheen(ui: &Ui, scene: &Scene<'_>, rect: Rect) {
    let period = f64::from(scene.theme.tokens.motion.sheen) / 1000.0;
    let phase = (ui.input(|input| input.time) / period).fract() as f32;
    if phase > PASS {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(f64::from(1.0 - phase) * period));
        return;
    }
    ui.ctx().request_repaint_after(FRAME);
    let travel = phase / PASS;
    let width = 90.0;
    let along = rect.width() + width;
    let left = if scene.direction.is_mirrored() {
        rect.right() - along * travel
    } else {
        rect.left() - width + along * travel
    };
    let inner = rect.shrink2(vec2(rect.height() / 2.0, 0.0));
    let light = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
    let (clear, bright) = (Color32::TRANSPARENT, Color32::from_white_alpha(60));
    let mut mesh = Mesh::default();
    for (from, to, colours) in [(0.0, 0.5, (clear, bright)), (0.5, 1.0, (bright, clear))] {
        let side = |share: f32| light.left() + light.width() * share;
        quad(&mut mesh, Rect::from_x_y_ranges(side(from)..=side(to), light.y_range()), colours);
    }
    ui.painter().with_clip_rect(inner.intersect(ui.clip_rect())).add(Shape::mesh(mesh));
}

/// Adds a rectangle that fades from its left to its right.
fn quad(mesh: &mut Mesh, rect: Rect, (left, right): (Color32, Color32)) {
    let first = mesh.vertices.len() as u32;
    mesh.colored_vertex(rect.left_top(), left);
    mesh.colored_vertex(rect.right_top(), right);
    mesh.colored_vertex(rect.left_bottom(), left);
    mesh.colored_vertex(rect.right_bottom(), right);
    mesh.add_triangle(first, first + 1, first + 2);
    mesh.add_triangle(first + 1, first + 3, first + 2);
}

fn mirrored() -> Rect {
    Rect::from_min_max(pos2(1.0, 0.0), pos2(0.0, 1.0))
}

/// The part of a period in which the light passes.
const PASS: f32 = 0.4;

/// Thirty times a second is enough for a light.
const FRAME: Duration = Duration::from_millis(33);

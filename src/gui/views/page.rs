//! The frame of every screen: background, header, body, footer.

use egui::{Mesh, Rect, ScrollArea, Shape, Ui, UiBuilder, pos2, vec2};

use super::super::colour::mixed;
use super::super::scene::Scene;
use super::super::state::Command;
use super::super::widgets::{Kind, Mark};
use super::Drawn;
use super::foot::Foot;
use super::head::Head;

/// What stands at the top of a screen.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    /// The one large line.
    pub(super) title: String,
    /// What explains it.
    pub(super) subtitle: String,
}

/// What stands at the bottom of a screen.
#[derive(Clone, Debug, Default)]
pub(super) struct Footer {
    /// A mark and a few words.
    pub(super) note: Option<(Mark, String)>,
    /// The buttons, the one for most people last.
    pub(super) buttons: Vec<Choice>,
    /// Whether the first button gets the keyboard: the last one takes something away.
    pub(super) careful: bool,
}

/// A button and what it asks for.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// What it is for.
    pub(super) kind: Kind,
    /// Its text.
    pub(super) text: String,
    /// What it asks for.
    pub(super) command: Command,
}

impl Choice {
    /// Makes the one for most people.
    pub(super) fn primary(text: String, command: Command) -> Self {
        Self { kind: Kind::Primary, text, command }
    }

    /// Makes another one.
    pub(super) fn plain(text: String, command: Command) -> Self {
        Self { kind: Kind::Plain, text, command }
    }
}

/// The publisher whose keys were verified.
pub(super) fn verified(scene: &Scene<'_>) -> Option<(Mark, String)> {
    let summary = scene.state.session().summary()?;
    let arguments = crate::messages::Arguments::new().text("publisher", &summary.publisher);
    Some((Mark::Good, scene.messages.text("window-verified", &arguments)))
}

/// Draws a screen around its body.
///
/// Header and footer stay where they are while the body scrolls; in a window that is too low for that the header
/// scrolls as well.
pub(super) fn page(
    ui: &mut Ui,
    scene: &Scene<'_>,
    header: &Header,
    footer: &Footer,
    body: impl FnOnce(&mut Ui) -> Vec<Command>,
) -> Drawn {
    let size = &scene.theme.tokens.size;
    let window = ui.max_rect();
    let margin = if window.width() < size.narrow { size.margin_narrow } else { size.margin };
    let inner = window.shrink2(vec2(margin, 0.0));
    let (head, foot) = (Head::new(ui, scene, inner.width(), header), Foot::new(ui, scene, inner.width(), footer));
    let above = size.margin_top + head.height() + size.section_gap - EDGE;
    let below = FOOT_GAP + foot.height() + size.margin_bottom;
    let stays = window.height() - above - below >= size.least_body;
    let mut commands = Vec::new();
    if stays {
        commands.extend(head.draw(ui, scene, (inner, window.top() + size.margin_top)));
    }
    let top = if stays { window.top() + above } else { window.top() };
    let room = Rect::from_min_max(pos2(window.left(), top), pos2(window.right(), window.bottom() - below));
    let (scrolled, tall) = self::body(ui, (room, margin), |ui| {
        let mut commands = Vec::new();
        let begun = ui.min_rect().bottom();
        if !stays {
            ui.add_space(above);
            commands.extend(head.draw(ui, scene, (ui.max_rect(), begun + size.margin_top)));
        }
        ui.add_space(EDGE);
        commands.extend(body(ui));
        commands
    });
    commands.extend(scrolled);
    let start = pos2(inner.left(), window.bottom() - size.margin_bottom - foot.height());
    let row = Rect::from_min_size(start, vec2(inner.width(), foot.height()));
    commands.extend(foot.draw(ui, scene, row, footer));
    Drawn { commands, height: if stays { above + tall + below } else { tall + below } }
}

/// Draws what scrolls where there is not enough room; returns its commands and its height.
fn body(ui: &mut Ui, (room, margin): (Rect, f32), body: impl FnOnce(&mut Ui) -> Vec<Command>) -> (Vec<Command>, f32) {
    let mut area = ui.new_child(UiBuilder::new().max_rect(room).id_salt("body"));
    area.set_clip_rect(room.expand2(vec2(0.0, 2.0)).intersect(ui.clip_rect()));
    let scroll = ScrollArea::vertical().auto_shrink([false, true]).max_height(room.height().max(0.0));
    let mut tall = 0.0;
    let shown = scroll.show(&mut area, |ui| {
        let inner = ui.available_rect_before_wrap().shrink2(vec2(margin, 0.0));
        let scope = ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
            let commands = body(ui);
            ui.add_space(EDGE);
            commands
        });
        tall = scope.response.rect.height();
        scope.inner
    });
    (shown.inner, tall)
}

/// Fills the window, with a glow in the corner where lines begin.
pub(super) fn background(ui: &Ui, scene: &Scene<'_>) {
    let (palette, window) = (&scene.theme.palette, ui.max_rect());
    let plain = palette.plain.background;
    ui.painter().rect_filled(window, 0, plain);
    let band = Rect::from_min_size(window.min, vec2(window.width(), 190.0));
    let (near, far) = (palette.glow, mixed(palette.glow, plain, 0.55));
    let (left, right) = if scene.direction.is_mirrored() { (far, near) } else { (near, far) };
    let mut mesh = Mesh::default();
    mesh.colored_vertex(band.left_top(), left);
    mesh.colored_vertex(band.right_top(), right);
    mesh.colored_vertex(band.left_bottom(), plain);
    mesh.colored_vertex(band.right_bottom(), plain);
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(1, 3, 2);
    ui.painter().add(Shape::mesh(mesh));
}

/// Room around the body for shadows and the ring of what is focused.
const EDGE: f32 = 6.0;

const FOOT_GAP: f32 = 12.0;

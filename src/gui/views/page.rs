//! The frame of every screen: background, header, body, footer.

use egui::{Id, Key, Mesh, Rect, Response, ScrollArea, Sense, Shape, Ui, UiBuilder, pos2, vec2};

use super::super::colour::mixed;
use super::super::scene::{Scene, Tone};
use super::super::state::Command;
use super::super::text::Extent;
use super::super::tokens::Role;
use super::super::widgets::{self, Kind, Mark};
use super::Drawn;

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
pub(super) fn page(
    ui: &mut Ui,
    scene: &Scene<'_>,
    header: &Header,
    footer: &Footer,
    body: impl FnOnce(&mut Ui) -> Vec<Command>,
) -> Drawn {
    let size = &scene.theme.tokens.size;
    let window = ui.max_rect();
    let inner = window.shrink2(vec2(size.margin, 0.0));
    let top = self::header(ui, scene, inner, header) + size.section_gap;
    let foot = size.button + size.margin_bottom;
    let room =
        Rect::from_min_max(pos2(window.left(), top - EDGE), pos2(window.right(), window.bottom() - foot - FOOT_GAP));
    let (mut commands, tall) = self::body(ui, (room, size.margin), body);
    let row = Rect::from_min_max(
        pos2(inner.left(), window.bottom() - foot),
        pos2(inner.right(), window.bottom() - size.margin_bottom),
    );
    commands.extend(self::footer(ui, scene, row, footer));
    Drawn { commands, height: top - EDGE + tall + FOOT_GAP + foot }
}

/// Draws icon, title and subtitle; returns where it ends.
fn header(ui: &mut Ui, scene: &Scene<'_>, inner: Rect, header: &Header) -> f32 {
    let size = &scene.theme.tokens.size;
    let top = inner.top() + size.margin_top;
    let band = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), size.icon));
    widgets::icon(ui, scene, scene.direction.start(band, size.icon));
    let room = scene.direction.after(band, size.icon + size.header_gap);
    let title = scene.typeset(ui.ctx(), &header.title, (Role::Title, Tone::Text), Extent::Lines(room.width()));
    let subtitle = scene.typeset(ui.ctx(), &header.subtitle, (Role::Body, Tone::Muted), Extent::Lines(room.width()));
    let gap = if header.subtitle.is_empty() { 0.0 } else { 2.0 };
    let below = if header.subtitle.is_empty() { 0.0 } else { subtitle.size().y };
    let tall = title.size().y + gap + below;
    let start = (band.center().y - tall / 2.0).max(top - 4.0);
    let mut place = Rect::from_min_size(pos2(room.left(), start), vec2(room.width(), title.size().y));
    speak(ui, place, (Role::Title, &title.spoken));
    title.paint(ui.painter(), place, scene.direction.align());
    if !header.subtitle.is_empty() {
        place = Rect::from_min_size(pos2(room.left(), start + title.size().y + gap), vec2(room.width(), below));
        speak(ui, place, (Role::Body, &subtitle.spoken));
        subtitle.paint(ui.painter(), place, scene.direction.align());
    }
    band.bottom().max(start + tall)
}

/// Names a text of the header; the title is a heading.
fn speak(ui: &mut Ui, rect: Rect, (role, text): (Role, &str)) {
    let id = ui.scope_id().with(("header", role));
    let response = ui.interact(rect, id, Sense::hover());
    let part = if role == Role::Title { egui::accesskit::Role::Heading } else { egui::accesskit::Role::Label };
    response.widget_info(|| egui::WidgetInfo::labeled(part, true, text));
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
            ui.add_space(EDGE);
            let commands = body(ui);
            ui.add_space(EDGE);
            commands
        });
        tall = scope.response.rect.height();
        scope.inner
    });
    (shown.inner, tall)
}

/// Draws note and buttons; one has the keyboard when the screen is new.
fn footer(ui: &mut Ui, scene: &Scene<'_>, row: Rect, footer: &Footer) -> Option<Command> {
    let size = &scene.theme.tokens.size;
    let wanted: Vec<(Kind, String)> = footer.buttons.iter().map(|choice| (choice.kind, choice.text.clone())).collect();
    let (clicked, responses, rest) = widgets::buttons(ui, scene, row, &wanted);
    if let Some((mark, text)) = &footer.note {
        let place = scene.direction.start(rest, size.badge);
        widgets::mark(ui, scene, place, *mark);
        let words = scene.direction.after(rest, size.badge + 8.0);
        note(ui, scene, words, text);
    }
    if scene.state.question().is_none() {
        let chosen = if footer.careful { 0 } else { footer.buttons.len().saturating_sub(1) };
        focus(ui, scene, responses.get(chosen));
        if clicked.is_none() && ui.memory(|memory| memory.focused().is_none()) && super::pressed(ui, Key::Enter) {
            return footer.buttons.get(chosen).map(|choice| choice.command.clone());
        }
    }
    footer.buttons.get(clicked?).map(|choice| choice.command.clone())
}

/// Writes a few words in one line or two.
fn note(ui: &mut Ui, scene: &Scene<'_>, room: Rect, text: &str) {
    let set = scene.typeset(ui.ctx(), text, (Role::Small, Tone::Muted), Extent::Lines(room.width()));
    if set.size().y > room.height() + 4.0 {
        widgets::line(ui, scene, (room, scene.direction.align()), text, (Role::Small, Tone::Muted));
        return;
    }
    let place = Rect::from_center_size(room.center(), vec2(room.width(), set.size().y));
    set.paint(ui.painter(), place, scene.direction.align());
    let response = ui.interact(place, ui.scope_id().with("note"), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &set.spoken));
}

/// Gives the keyboard to a button once, when the screen is another than before.
fn focus(ui: &Ui, scene: &Scene<'_>, button: Option<&Response>) {
    let screen = Id::unique("screen").with(std::mem::discriminant(scene.state.stage())).with(scene.state.wish() as u8);
    let key = Id::unique("screen");
    let before: Option<Id> = ui.data(|data| data.get_temp(key));
    if before != Some(screen) {
        ui.data_mut(|data| data.insert_temp(key, screen));
        if let Some(button) = button {
            button.request_focus();
        }
    }
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

const FOOT_GAP: f32 = 8.0;

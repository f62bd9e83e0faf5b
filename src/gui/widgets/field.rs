//! A line of text to type into.

use egui::{Margin, Response, TextEdit, Ui, vec2};

use super::super::scene::{Scene, Tone};
use super::super::tokens::Role;
use super::text::label;

/// What is typed, and what it is.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Field<'a> {
    /// What is asked for.
    pub(in super::super) name: &'a str,
    /// What stands there.
    pub(in super::super) value: &'a str,
    /// Whether it is a password.
    pub(in super::super) secret: bool,
}

/// Draws a field with its name above; returns what was typed, if something was, and the field itself.
pub(in super::super) fn field(ui: &mut Ui, scene: &Scene<'_>, wanted: &Field<'_>) -> (Option<String>, Response) {
    let (tokens, plain) = (&scene.theme.tokens, &scene.theme.palette.plain);
    let name = label(ui, scene, wanted.name, (Role::Small, Tone::Muted));
    ui.add_space(5.0);
    let mut text = wanted.value.to_owned();
    let font = tokens.fonts.of(Role::Code);
    let frame = egui::Frame::new().fill(plain.background).corner_radius(tokens.radius.field);
    let frame = frame.stroke((tokens.line.hair, plain.line)).inner_margin(Margin::symmetric(10, 8));
    let edit = TextEdit::singleline(&mut text)
        .password(wanted.secret)
        .font(egui::FontId::monospace(font.size))
        .text_color(plain.text)
        .desired_width(ui.available_width())
        .frame(frame)
        .min_size(vec2(0.0, tokens.size.field - 16.0));
    let response = ui.add(edit).labelled_by(name.id);
    super::ring(ui, scene, &response, tokens.radius.field);
    (response.changed().then_some(text), response)
}

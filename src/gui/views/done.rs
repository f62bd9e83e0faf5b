//! The end that everybody wants: how to begin, and where it is.

use egui::{Rect, Sense, Ui, vec2};

use super::super::scene::{Scene, Tone};
use super::super::state::Command;
use super::super::tokens::Role;
use super::super::widgets::{self, Kind, Mark};
use super::deed::Deed;
use super::page::{Choice, Footer, Header, page, verified};
use super::{Drawn, home};
use crate::messages::{Arguments, phrases};
use crate::model::event::Outcome;

pub(super) fn draw(ui: &mut Ui, scene: &Scene<'_>, outcome: &Outcome) -> Drawn {
    let messages = scene.messages;
    let version = outcome
        .version
        .as_ref()
        .map(|version| messages.text("window-version", &Arguments::new().shown("version", version)));
    let deed = Deed::of(scene);
    let header = Header { title: deed.done(scene), subtitle: version.unwrap_or_default() };
    let close = messages.word("window-close");
    let opens = scene.state.is_graphical() && deed != Deed::Uninstall;
    let buttons = if opens {
        vec![Choice::plain(close, Command::Close), Choice::primary(messages.word("window-open"), Command::Open)]
    } else {
        vec![Choice::primary(close, Command::Close)]
    };
    let footer = Footer { note: verified(scene), buttons, careful: false };
    page(ui, scene, &header, &footer, |ui| {
        let result = match &outcome.pending {
            Some(pending) => messages.text("window-done-later", &Arguments::new().shown("version", pending)),
            None => deed.result(scene),
        };
        home::notice(ui, scene, Mark::Good, &result);
        if !outcome.running.is_empty() {
            ui.add_space(8.0);
            let programs = phrases::running(messages, &outcome.running);
            let text = messages.text("window-still-running", &Arguments::new().text("programs", programs));
            home::notice(ui, scene, Mark::Warn, &text);
        }
        if deed == Deed::Uninstall {
            return Vec::new();
        }
        ui.add_space(16.0);
        if opens { Vec::new() } else { begin(ui, scene) }
    })
}

/// The command to type, with a button that copies it, and what to know of the PATH.
fn begin(ui: &mut Ui, scene: &Scene<'_>) -> Vec<Command> {
    let (messages, state) = (scene.messages, scene.state);
    let Some(command) = state.commands().first() else { return Vec::new() };
    let mut commands = Vec::new();
    widgets::label(ui, scene, &messages.word("window-type-this"), (Role::Small, Tone::Muted));
    ui.add_space(5.0);
    widgets::card(ui, scene, |ui| {
        let size = &scene.theme.tokens.size;
        let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), size.button + 16.0), Sense::hover());
        let copied = state.has_just_copied();
        let copy = if copied { messages.word("window-copied") } else { messages.word("window-copy") };
        let width = widgets::width_of(ui, scene, &copy);
        let words = scene.direction.before(row, width + 12.0);
        // A command is written from left to right in every language.
        widgets::line(ui, scene, (words, scene.direction.align()), &state.typed_as(command), (Role::Code, Tone::Text));
        let end = scene.direction.end(row, width);
        let place = Rect::from_center_size(end.center(), vec2(width, size.button));
        if widgets::button(ui, scene, place, Kind::Plain, &copy).clicked() {
            commands.push(Command::CopyCommand);
        }
    });
    ui.add_space(10.0);
    let folder = std::path::Path::new(command).parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    let note = if state.on_path() {
        messages.text("window-where", &Arguments::new().text("folder", &folder))
    } else {
        messages.text("window-not-on-path", &Arguments::new().text("folder", &folder))
    };
    widgets::label(ui, scene, &note, (Role::Small, Tone::Muted));
    commands
}

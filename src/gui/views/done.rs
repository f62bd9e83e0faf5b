//! The end that everybody wants: how to begin, and where it is.

use egui::{Rect, Sense, Ui, vec2};

use super::super::scene::{Scene, Tone};
use super::super::state::Command;
use super::super::text::Extent;
use super::super::text::bidi::left_to_right;
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
            let text = messages.text("window-still-running", &Arguments::new().phrase("programs", programs));
            home::notice(ui, scene, Mark::Warn, &text);
        }
        if deed == Deed::Uninstall {
            return Vec::new();
        }
        ui.add_space(16.0);
        if opens { place(ui, scene) } else { begin(ui, scene) }
    })
}

/// Where an application with a window of its own lies.
fn place(ui: &mut Ui, scene: &Scene<'_>) -> Vec<Command> {
    if let Some(summary) = scene.state.session().summary() {
        let name = scene.messages.word("window-fact-folder");
        widgets::card(ui, scene, |ui| widgets::fact(ui, scene, &name, &left_to_right(&summary.folder)));
    }
    Vec::new()
}

/// Draws a command and a button beside it that copies it, or below it where there is too little room.
fn command_row(ui: &mut Ui, scene: &Scene<'_>, command: &str) -> bool {
    let (messages, size) = (scene.messages, &scene.theme.tokens.size);
    let copied = scene.state.has_just_copied();
    let copy = if copied { messages.word("window-copied") } else { messages.word("window-copy") };
    let button = widgets::width_of(ui, scene, &copy);
    let width = ui.available_width();
    let beside = width - button - 12.0;
    let is_below = beside < LEAST_COMMAND;
    let room = if is_below { width } else { beside };
    let set = scene.typed(ui.ctx(), command, (Role::Code, Tone::Text), Extent::Lines(room));
    let (words, gap) = (set.size().y, 8.0);
    let tall = if is_below { words + size.button + 3.0 * gap } else { words.max(size.button) + 2.0 * gap };
    let (row, _) = ui.allocate_exact_size(vec2(width, tall), Sense::hover());
    let (text, end) = if is_below {
        (row.with_max_y(row.top() + words + 2.0 * gap), row.with_min_y(row.bottom() - size.button - 2.0 * gap))
    } else {
        (row, row)
    };
    widgets::set(ui, scene, scene.direction.start(text, room), &set);
    let end = scene.direction.end(end, button);
    let place = Rect::from_center_size(end.center(), vec2(button, size.button));
    widgets::button(ui, scene, place, Kind::Plain, &copy).clicked()
}

/// The command to type, with a button that copies it, and what to know of the PATH.
fn begin(ui: &mut Ui, scene: &Scene<'_>) -> Vec<Command> {
    let (messages, state) = (scene.messages, scene.state);
    let Some(command) = state.commands().first() else { return Vec::new() };
    let mut commands = Vec::new();
    widgets::label(ui, scene, &messages.word("window-type-this"), (Role::Small, Tone::Muted));
    ui.add_space(5.0);
    widgets::card(ui, scene, |ui| {
        if command_row(ui, scene, &state.typed_as(command)) {
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

/// Width below which a command beside a button would be cut into pieces.
const LEAST_COMMAND: f32 = 180.0;

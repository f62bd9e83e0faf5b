//! Before an application is removed: what goes, what stays, and whose data go only when chosen one by one.

use egui::Ui;

use super::super::scene::{Scene, Tone};
use super::super::state::Command;
use super::super::text::bidi::left_to_right;
use super::super::tokens::Role;
use super::super::widgets::{self, Kind, Mark};
use super::deed::Deed;
use super::page::{Choice, Footer, Header, page};
use super::{Drawn, home};
use crate::messages::{Arguments, phrases};
use crate::model::Removal;

pub(super) fn draw(ui: &mut Ui, scene: &Scene<'_>, removal: &Removal) -> Drawn {
    let messages = scene.messages;
    let installed = scene.state.found().installed.as_ref();
    let version = installed
        .map(|installed| messages.text("window-version", &Arguments::new().shown("version", &installed.version)));
    let header = Header { title: Deed::Uninstall.offered(scene), subtitle: version.unwrap_or_default() };
    let remove = Choice { kind: Kind::Danger, text: messages.word("window-uninstall"), command: Command::Go };
    // What takes something away is never what the Enter key does first.
    let buttons = vec![Choice::plain(messages.word("window-back"), Command::Back), remove];
    page(ui, scene, &header, &Footer { note: None, buttons, careful: true }, |ui| {
        let consequence = Deed::Uninstall.consequence(scene).unwrap_or_default();
        widgets::label(ui, scene, &consequence, (Role::Body, Tone::Text));
        ui.add_space(12.0);
        if let Some(running) = phrases::removal_running(messages, removal) {
            home::notice(ui, scene, Mark::Warn, &running);
            ui.add_space(12.0);
        }
        goes(ui, scene, removal);
        stays(ui, scene, removal);
        data(ui, scene, removal)
    })
}

fn goes(ui: &mut Ui, scene: &Scene<'_>, removal: &Removal) {
    let messages = scene.messages;
    let name = messages.text("window-goes-size", &Arguments::new().number("size", removal.size));
    let lines: Vec<String> = removal.lines.iter().map(|path| phrases::shell_line(messages, path)).collect();
    paths(ui, scene, &name, (std::iter::once(&removal.folder).chain(&removal.files), &lines));
}

/// What is not of this program, or was changed since.
fn stays(ui: &mut Ui, scene: &Scene<'_>, removal: &Removal) {
    if removal.left.is_empty() {
        return;
    }
    ui.add_space(12.0);
    paths(ui, scene, &scene.messages.word("removal-stays"), (removal.left.iter(), &[]));
}

fn paths<'a>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    title: &str,
    (paths, sentences): (impl Iterator<Item = &'a String>, &[String]),
) {
    widgets::label(ui, scene, title, (Role::Small, Tone::Muted));
    ui.add_space(5.0);
    widgets::card(ui, scene, |ui| {
        ui.add_space(6.0);
        for path in paths {
            ui.add_space(4.0);
            widgets::label(ui, scene, &left_to_right(path), (Role::Code, Tone::Text));
            ui.add_space(4.0);
        }
        for sentence in sentences {
            ui.add_space(4.0);
            widgets::label(ui, scene, sentence, (Role::Small, Tone::Text));
            ui.add_space(4.0);
        }
        ui.add_space(6.0);
    });
}

/// The person's own folders, and downloads: each stays unless it is switched to go.
fn data(ui: &mut Ui, scene: &Scene<'_>, removal: &Removal) -> Vec<Command> {
    let (messages, choices) = (scene.messages, scene.state.choices());
    let folders = removal.data.iter().enumerate().map(|(place, folder)| {
        let arguments = Arguments::new().text("folder", &folder.path).number("size", folder.size);
        let chosen = choices.remove_data.contains(&folder.path);
        (messages.text("window-data-remove", &arguments), chosen, Command::RemoveData(place))
    });
    let mut rows: Vec<(String, bool, Command)> = folders.collect();
    if removal.downloads > 0 {
        let text = messages.text("window-downloads-remove", &Arguments::new().number("size", removal.downloads));
        rows.push((text, choices.remove_downloads, Command::RemoveDownloads));
    }
    let mut commands = Vec::new();
    if rows.is_empty() {
        return commands;
    }
    ui.add_space(12.0);
    widgets::label(ui, scene, &messages.word("window-data"), (Role::Small, Tone::Muted));
    ui.add_space(5.0);
    widgets::card(ui, scene, |ui| {
        for (place, (text, on, command)) in rows.into_iter().enumerate() {
            if place > 0 {
                widgets::hair(ui, scene);
            }
            if widgets::switch(ui, scene, &text, on) {
                commands.push(command);
            }
        }
    });
    commands
}

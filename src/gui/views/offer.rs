//! The plan before it is carried out: what, from whom, how large, where; one primary button.

use egui::{Response, Ui};

use super::super::scene::{Scene, Tone};
use super::super::state::{Command, Switch, Wish};
use super::super::text::bidi::left_to_right;
use super::super::tokens::Role;
use super::super::widgets::{self, Field};
use super::Drawn;
use super::deed::Deed;
use super::home;
use super::page::{Choice, Footer, Header, page, verified};
use crate::messages::Arguments;
use crate::model::event::Summary;

pub(super) fn draw(ui: &mut Ui, scene: &Scene<'_>) -> Drawn {
    let Some(summary) = scene.state.session().summary() else { return Drawn::default() };
    let deed = Deed::of(scene);
    let header = Header { title: deed.offered(scene), subtitle: subtitle(scene, summary) };
    let footer = Footer { note: verified(scene), buttons: buttons(scene, deed), careful: false };
    page(ui, scene, &header, &footer, |ui| {
        if let Some(consequence) = deed.consequence(scene) {
            widgets::label(ui, scene, &consequence, (Role::Body, Tone::Text));
            ui.add_space(12.0);
        }
        facts(ui, scene, summary);
        home::running(ui, scene, summary);
        if deed == Deed::Install { options(ui, scene) } else { Vec::new() }
    })
}

/// Version and what there is to download.
pub(super) fn subtitle(scene: &Scene<'_>, summary: &Summary) -> String {
    let arguments = Arguments::new().shown("version", &summary.version).number("size", summary.to_fetch);
    if summary.to_fetch == 0 {
        return scene.messages.text("window-version", &Arguments::new().shown("version", &summary.version));
    }
    scene.messages.text("window-version-size", &arguments)
}

fn buttons(scene: &Scene<'_>, deed: Deed) -> Vec<Choice> {
    let messages = scene.messages;
    let back = match scene.state.wish() {
        Wish::Automatic => Choice::plain(messages.word("window-cancel"), Command::Close),
        _ => Choice::plain(messages.word("window-back"), Command::Back),
    };
    vec![back, Choice::primary(deed.button(scene), Command::Go)]
}

fn facts(ui: &mut Ui, scene: &Scene<'_>, summary: &Summary) {
    let messages = scene.messages;
    let signed = Arguments::new()
        .number("signed", summary.signed_by)
        .number("keys", summary.keys)
        .number("threshold", summary.threshold);
    let disk = messages.text("window-disk", &Arguments::new().number("size", summary.on_disk));
    let download = if summary.to_fetch == 0 {
        messages.word("window-download-none")
    } else {
        messages.text(
            "window-download",
            &Arguments::new().number("size", summary.to_fetch).number("packages", summary.packages),
        )
    };
    widgets::card(ui, scene, |ui| {
        widgets::fact(ui, scene, &messages.word("window-fact-signed"), &messages.text("window-signed", &signed));
        widgets::hair(ui, scene);
        widgets::fact(ui, scene, &messages.word("window-fact-download"), &download);
        widgets::hair(ui, scene);
        if summary.on_disk > 0 {
            widgets::fact(ui, scene, &messages.word("window-fact-disk"), &disk);
            widgets::hair(ui, scene);
        }
        widgets::fact(ui, scene, &messages.word("window-fact-folder"), &left_to_right(&summary.folder));
    });
}

/// What most people leave as it is.
fn options(ui: &mut Ui, scene: &Scene<'_>) -> Vec<Command> {
    let (messages, state) = (scene.messages, scene.state);
    let mut commands = Vec::new();
    ui.add_space(8.0);
    if widgets::fold(ui, scene, &messages.word("window-options"), state.is_unfolded()) {
        commands.push(Command::Unfold);
    }
    if !state.is_unfolded() {
        return commands;
    }
    ui.add_space(8.0);
    let (typed, response) = folder(ui, scene);
    commands.extend(typed);
    if response.lost_focus() {
        commands.push(Command::UseFolder);
    }
    ui.add_space(12.0);
    widgets::card(ui, scene, |ui| {
        let choices = state.choices();
        let mut rows = vec![
            (Switch::Menu, messages.word("window-switch-menu"), choices.menu),
            (Switch::Desktop, messages.word("window-switch-desktop"), choices.desktop),
            (Switch::Path, messages.word("window-switch-path"), choices.path),
        ];
        if state.is_graphical() {
            let start = messages.text("window-switch-start", &Arguments::new().text("name", &scene.brand.name));
            rows.insert(0, (Switch::Start, start, choices.start));
        }
        for (place, (switch, text, on)) in rows.into_iter().enumerate() {
            if place > 0 {
                widgets::hair(ui, scene);
            }
            if widgets::switch(ui, scene, &text, on) {
                commands.push(Command::Switch(switch));
            }
        }
    });
    commands
}

/// The folder to install into, to type another one.
pub(super) fn folder(ui: &mut Ui, scene: &Scene<'_>) -> (Option<Command>, Response) {
    let name = scene.messages.word("window-folder");
    let wanted = Field { name: &name, value: scene.state.typed_folder(), secret: false };
    let (typed, response) = widgets::field(ui, scene, &wanted);
    (typed.map(Command::Folder), response)
}

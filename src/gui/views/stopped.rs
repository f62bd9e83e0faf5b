//! After the person stopped a run: what that means, and the way on.

use egui::Ui;

use super::super::scene::{Scene, Tone};
use super::super::state::Command;
use super::super::tokens::Role;
use super::super::widgets;
use super::Drawn;
use super::page::{Choice, Footer, Header, page};

pub(super) fn draw(ui: &mut Ui, scene: &Scene<'_>) -> Drawn {
    let messages = scene.messages;
    let header = Header { title: messages.word("window-stopped"), subtitle: scene.brand.name.clone() };
    let buttons = vec![super::leave(scene), Choice::primary(messages.word("window-continue"), Command::Go)];
    page(ui, scene, &header, &Footer { note: None, buttons, careful: false }, |ui| {
        widgets::label(ui, scene, &messages.word("window-stopped-kept"), (Role::Body, Tone::Text));
        ui.add_space(12.0);
        super::working::details(ui, scene)
    })
}

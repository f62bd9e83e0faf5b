//! The first screen: the release is judged and the plan is made; nothing is changed.

use egui::Ui;

use super::super::scene::{Scene, Tone};
use super::super::state::Command;
use super::super::tokens::Role;
use super::super::widgets::{self, Progress};
use super::page::{Choice, Footer, Header, page};
use super::{Drawn, spoken};

pub(super) fn draw(ui: &mut Ui, scene: &Scene<'_>) -> Drawn {
    let messages = scene.messages;
    let tagline = scene.brand.tagline.as_ref().map(|tagline| scene.said(tagline));
    let subtitle = tagline.unwrap_or(&scene.brand.publisher).to_owned();
    let header = Header { title: scene.brand.name.clone(), subtitle };
    let buttons = vec![Choice::plain(messages.word("window-cancel"), Command::Close)];
    page(ui, scene, &header, &Footer { note: None, buttons, careful: false }, |ui| {
        let step = spoken::step(scene);
        widgets::label(ui, scene, &step, (Role::Heading, Tone::Text));
        ui.add_space(11.0);
        let progress = Progress { name: &step, done: scene.state.progress(), running: true, failed: false };
        widgets::bar(ui, scene, &progress);
        ui.add_space(9.0);
        widgets::label(ui, scene, &messages.word("window-nothing-changed"), (Role::Small, Tone::Muted));
        Vec::new()
    })
}

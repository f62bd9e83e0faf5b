//! What went wrong, what can be done, the code; a failure that passes is tried again by itself, and says so.

use egui::{Rect, Sense, Ui, vec2};

use super::super::scene::{Scene, Tone};
use super::super::state::{Command, Wish};
use super::super::text::bidi::left_to_right;
use super::super::tokens::Role;
use super::super::widgets::{self, Field, Kind, Mark};
use super::page::{Choice, Footer, Header, page};
use super::{Drawn, offer};
use crate::engine::failure::{self, exit};
use crate::messages::Arguments;
use crate::model::event::Failure;

pub(super) fn draw(ui: &mut Ui, scene: &Scene<'_>, failure: &Failure) -> Drawn {
    let messages = scene.messages;
    let header = Header { title: title(scene, failure), subtitle: String::new() };
    let buttons = vec![super::leave(scene), Choice::primary(messages.word("window-try-again"), Command::TryAgain)];
    let footer = Footer { note: waiting(scene), buttons, careful: false };
    page(ui, scene, &header, &footer, |ui| {
        widgets::label(ui, scene, &messages.failure(failure), (Role::Strong, Tone::Text));
        ui.add_space(6.0);
        let mut commands = advice(ui, scene, failure, Role::Body);
        if scene.state.may_choose_folder() {
            commands.extend(offer::folder(ui, scene).0);
            ui.add_space(12.0);
        }
        if scene.state.progress() > BEGUN {
            bar(ui, scene);
        }
        if let Some(support) = &scene.brand.support {
            let text = messages.text("window-support", &Arguments::new().text("support", scene.said(support)));
            widgets::label(ui, scene, &text, (Role::Small, Tone::Muted));
            ui.add_space(6.0);
        }
        commands.extend(details(ui, scene, failure));
        commands
    })
}

/// What can be done: in words, or in fields to type into.
pub(super) fn advice(ui: &mut Ui, scene: &Scene<'_>, failure: &Failure, role: Role) -> Vec<Command> {
    if failure.code == failure::FETCH_PROXY.code {
        ui.add_space(8.0);
        return login(ui, scene);
    }
    widgets::label(ui, scene, &scene.messages.hint_in_window(failure), (role, Tone::Muted));
    ui.add_space(14.0);
    Vec::new()
}

/// A few words for the kind of failure.
fn title(scene: &Scene<'_>, failure: &Failure) -> String {
    let messages = scene.messages;
    match failure.exit_status {
        exit::NETWORK => messages.word("window-failed-network"),
        exit::REFUSED => messages.word("window-failed-refused"),
        exit::OLDER => messages.word("window-failed-older"),
        exit::NO_PYTHON => messages.word("window-failed-python"),
        exit::NO_WHEEL => messages.word("window-failed-package"),
        exit::DISK => messages.word("window-failed-disk"),
        exit::BUSY => messages.word("window-failed-busy"),
        _ => {
            let name = Arguments::new().text("name", &scene.brand.name);
            match scene.state.wish() {
                Wish::Uninstall => messages.text("window-failed-removal", &name),
                Wish::Repair => messages.text("window-failed-repair", &name),
                Wish::GoBack => messages.text("window-failed-go-back", &name),
                Wish::Automatic | Wish::Upgrade => messages.text("window-failed", &name),
            }
        }
    }
}

/// How long until it tries again by itself.
pub(super) fn waiting(scene: &Scene<'_>) -> Option<(Mark, String)> {
    let left = scene.state.tries_in()?;
    Some((Mark::Warn, scene.messages.text("window-tries-in", &Arguments::new().duration("left", left))))
}

fn bar(ui: &mut Ui, scene: &Scene<'_>) {
    let name = scene.messages.word("window-kept");
    let progress = widgets::Progress { name: &name, done: scene.state.progress(), running: false, failed: true };
    widgets::bar(ui, scene, &progress);
    ui.add_space(7.0);
    widgets::label(ui, scene, &name, (Role::Small, Tone::Muted));
    ui.add_space(10.0);
}

/// What a proxy asks for.
fn login(ui: &mut Ui, scene: &Scene<'_>) -> Vec<Command> {
    let (name, password) = scene.state.typed_login();
    let messages = scene.messages;
    let wanted = Field { name: &messages.word("window-proxy-name"), value: name, secret: false };
    let (typed_name, _) = widgets::field(ui, scene, &wanted);
    ui.add_space(8.0);
    let wanted = Field { name: &messages.word("window-proxy-password"), value: password, secret: true };
    let (typed_password, _) = widgets::field(ui, scene, &wanted);
    ui.add_space(10.0);
    let commands = typed_name.map(Command::ProxyName).into_iter();
    commands.chain(typed_password.map(Command::ProxyPassword)).collect()
}

/// The code, the causes for those who can read them, and a button that copies both.
pub(super) fn details(ui: &mut Ui, scene: &Scene<'_>, failure: &Failure) -> Vec<Command> {
    let messages = scene.messages;
    let mut commands = Vec::new();
    let open = scene.state.is_unfolded();
    let text = messages.text("window-code", &Arguments::new().text("code", &failure.code));
    if widgets::fold(ui, scene, &text, open) {
        commands.push(Command::Unfold);
    }
    if !open {
        return commands;
    }
    ui.add_space(8.0);
    widgets::card(ui, scene, |ui| {
        ui.add_space(8.0);
        for detail in &failure.details {
            let text = left_to_right(&crate::messages::harmless(detail));
            widgets::label(ui, scene, &text, (Role::Code, Tone::Muted));
            ui.add_space(3.0);
        }
        ui.add_space(8.0);
    });
    ui.add_space(10.0);
    let copied = scene.state.has_just_copied();
    let copy = if copied { messages.word("window-copied") } else { messages.word("window-copy-details") };
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), scene.theme.tokens.size.button), Sense::hover());
    let place: Rect = scene.direction.start(row, widgets::width_of(ui, scene, &copy));
    if widgets::button(ui, scene, place, Kind::Plain, &copy).clicked() {
        commands.push(Command::CopyDetails);
    }
    commands
}

/// Thousandths: before, nothing was downloaded.
const BEGUN: u16 = 30;

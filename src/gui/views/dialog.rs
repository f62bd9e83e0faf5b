//! A question that has to be answered before anything else; the answer that changes nothing has the keyboard.

use egui::{Frame, Id, Margin, Modal, Sense, Stroke, Ui, vec2};

use super::super::scene::{Scene, Tone};
use super::super::state::{Command, Question};
use super::super::tokens::Role;
use super::super::widgets::{self, Arrangement, Kind};
use crate::model::event::Phase;

pub(super) fn draw(ui: &Ui, scene: &Scene<'_>, question: Question) -> Option<Command> {
    let messages = scene.messages;
    let (title, yes) = match question {
        Question::Cancel => (messages.word("window-ask-cancel"), messages.word("window-stop")),
        Question::Close => (messages.word("window-ask-close"), messages.word("window-stop-close")),
    };
    let (tokens, plain) = (&scene.theme.tokens, &scene.theme.palette.plain);
    let frame = Frame::new()
        .fill(plain.surface)
        .corner_radius(tokens.radius.card)
        .stroke(Stroke::new(tokens.line.hair, plain.line))
        .inner_margin(Margin::same(22));
    let modal = Modal::new(Id::unique("question")).frame(frame).backdrop_color(plain.veil);
    let shown = modal.show(ui.ctx(), |ui| {
        let width = (ui.ctx().content_rect().width() - 76.0).min(380.0);
        ui.set_width(width);
        widgets::label(ui, scene, &title, (Role::Heading, Tone::Text));
        ui.add_space(8.0);
        widgets::label(ui, scene, &consequence(scene), (Role::Body, Tone::Muted));
        ui.add_space(18.0);
        let wanted = [(Kind::Danger, yes.clone()), (Kind::Primary, messages.word("window-go-on"))];
        let arrangement = Arrangement::new(ui, scene, width, &wanted);
        let (row, _) = ui.allocate_exact_size(vec2(width, arrangement.height()), Sense::hover());
        let (clicked, responses) = widgets::buttons(ui, scene, row, (&arrangement, &wanted));
        let fresh = ui.memory(|memory| !responses.iter().any(|response| memory.has_focus(response.id)));
        if let Some(safe) = responses.last().filter(|_| fresh) {
            safe.request_focus();
        }
        clicked
    });
    match shown.inner {
        Some(0) => Some(Command::Confirm),
        Some(_) => Some(Command::Dismiss),
        None => shown.should_close().then_some(Command::Dismiss),
    }
}

fn consequence(scene: &Scene<'_>) -> String {
    match scene.state.session().phase() {
        Some(Phase::Fetching) => scene.messages.word("window-ask-kept"),
        _ => scene.messages.word("window-ask-undone"),
    }
}

//! What is installed, and what can be done with it, each with its consequences in words.

use egui::{Rect, Sense, Ui, vec2};

use super::super::scene::{Scene, Tone};
use super::super::state::{Command, Stage, Wish};
use super::super::text::Extent;
use super::super::tokens::Role;
use super::super::widgets::{self, Kind, Mark};
use super::deed::Deed;
use super::page::{Choice, Footer, Header, page, verified};
use super::{Drawn, failed};
use crate::messages::{Arguments, phrases};
use crate::model::Version;
use crate::model::event::{Action, Failure, Summary};

pub(super) fn draw(ui: &mut Ui, scene: &Scene<'_>) -> Drawn {
    let header = Header { title: scene.brand.name.clone(), subtitle: installed(scene) };
    let news = News::of(scene);
    let note = failed::waiting(scene).or_else(|| verified(scene));
    let footer = Footer { note, buttons: buttons(scene, news), careful: false };
    page(ui, scene, &header, &footer, |ui| {
        news.draw(ui, scene);
        let mut commands = Vec::new();
        if let News::Unknown(failure) = news {
            ui.add_space(6.0);
            widgets::label(ui, scene, &scene.messages.failure(failure), (Role::Small, Tone::Muted));
            ui.add_space(3.0);
            commands.extend(failed::advice(ui, scene, failure, Role::Small));
            commands.extend(failed::details(ui, scene, failure));
        }
        ui.add_space(14.0);
        commands.extend(actions(ui, scene));
        commands
    })
}

/// Whether there is something to do.
#[derive(Clone, Copy)]
enum News<'a> {
    Nothing,
    /// The person went back from this version.
    LeftAside(&'a Version),
    Offer(&'a Summary),
    Unknown(&'a Failure),
}

impl<'a> News<'a> {
    fn of(scene: &Scene<'a>) -> Self {
        match (scene.state.stage(), scene.state.session().summary()) {
            (Stage::Failed(failure), _) => Self::Unknown(failure),
            (Stage::Offer, Some(summary)) => Self::Offer(summary),
            (_, Some(Summary { left_aside: Some(version), .. })) => Self::LeftAside(version),
            _ => Self::Nothing,
        }
    }

    fn draw(self, ui: &mut Ui, scene: &Scene<'_>) {
        let messages = scene.messages;
        let (mark, text) = match self {
            Self::Offer(summary) if matches!(summary.action, Action::Repair | Action::Mend) => {
                (Mark::Warn, messages.word("window-news-broken"))
            }
            Self::Offer(summary) => {
                let arguments = Arguments::new().shown("version", &summary.version).number("size", summary.to_fetch);
                (Mark::Warn, messages.text("window-news-upgrade", &arguments))
            }
            Self::LeftAside(version) => {
                (Mark::Good, messages.text("window-news-left-aside", &Arguments::new().shown("version", version)))
            }
            Self::Nothing => (Mark::Good, messages.word("window-news-none")),
            Self::Unknown(_) => (Mark::Warn, messages.word("window-news-unknown")),
        };
        notice(ui, scene, mark, &text);
        if let Self::Offer(summary) = self {
            running(ui, scene, summary);
        }
    }
}

fn installed(scene: &Scene<'_>) -> String {
    let Some(installed) = &scene.state.found().installed else { return String::new() };
    scene.messages.text("window-installed-version", &Arguments::new().shown("version", &installed.version))
}

/// What becomes of the application's processes.
pub(super) fn running(ui: &mut Ui, scene: &Scene<'_>, summary: &Summary) {
    if summary.running.is_empty() {
        return;
    }
    ui.add_space(8.0);
    let programs = phrases::running(scene.messages, &summary.running);
    let text = scene.messages.text("window-running", &Arguments::new().phrase("programs", programs));
    notice(ui, scene, Mark::Warn, &text);
}

fn buttons(scene: &Scene<'_>, news: News<'_>) -> Vec<Choice> {
    let messages = scene.messages;
    let close = messages.word("window-close");
    match news {
        News::Offer(summary) => {
            let go = Choice::primary(Deed::from(summary.action).button(scene), Command::Go);
            if summary.running.is_empty() {
                return vec![Choice::plain(close, Command::Close), go];
            }
            vec![Choice::plain(messages.word("window-later"), Command::GoLater), go]
        }
        News::Unknown(_) => {
            let again = messages.word("window-try-again");
            vec![Choice::plain(close, Command::Close), Choice::primary(again, Command::TryAgain)]
        }
        News::LeftAside(_) => {
            let upgrade = messages.word("window-upgrade");
            vec![Choice::plain(upgrade, Command::Want(Wish::Upgrade)), Choice::primary(close, Command::Close)]
        }
        News::Nothing => vec![Choice::primary(close, Command::Close)],
    }
}

/// Draws a mark and a text of several lines.
pub(super) fn notice(ui: &mut Ui, scene: &Scene<'_>, mark: Mark, text: &str) {
    let badge = scene.theme.tokens.size.badge;
    let width = ui.available_width() - badge - 8.0;
    let set = scene.typeset(ui.ctx(), text, (Role::Body, Tone::Text), Extent::Lines(width));
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), set.size().y.max(badge)), Sense::hover());
    let first = Rect::from_min_size(row.min, vec2(row.width(), 19.0));
    widgets::mark(ui, scene, scene.direction.start(first, badge), mark);
    set.paint(ui.painter(), scene.direction.after(row, badge + 8.0), scene.direction.align());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &set.spoken));
}

fn actions(ui: &mut Ui, scene: &Scene<'_>) -> Vec<Command> {
    let messages = scene.messages;
    let mut rows =
        vec![(messages.word("window-repair"), messages.word("window-about-repair"), (Kind::Plain, Wish::Repair))];
    let previous = scene.state.found().installed.as_ref().and_then(|installed| installed.previous.as_ref());
    if let Some(previous) = previous {
        let arguments = Arguments::new().shown("version", previous);
        let about = messages.text("window-about-go-back", &arguments);
        rows.push((messages.word("window-go-back"), about, (Kind::Plain, Wish::GoBack)));
    }
    rows.push((
        messages.word("window-uninstall"),
        messages.word("window-about-uninstall"),
        (Kind::Danger, Wish::Uninstall),
    ));
    let width = rows.iter().map(|(text, ..)| widgets::width_of(ui, scene, text)).fold(0.0, f32::max);
    let mut commands = Vec::new();
    widgets::card(ui, scene, |ui| {
        for (place, (text, about, (kind, wish))) in rows.iter().enumerate() {
            if place > 0 {
                widgets::hair(ui, scene);
            }
            if action(ui, scene, (text, about, width), *kind) {
                commands.push(Command::Want(*wish));
            }
        }
    });
    commands
}

/// Draws what an action does, and its button at the end of the row, or below where there is too little room.
fn action(ui: &mut Ui, scene: &Scene<'_>, (text, about, width): (&str, &str, f32), kind: Kind) -> bool {
    let size = &scene.theme.tokens.size;
    let beside = ui.available_width() - width - 16.0;
    let is_below = beside < LEAST_ABOUT;
    let room = if is_below { ui.available_width() } else { beside };
    let set = scene.typeset(ui.ctx(), about, (Role::Small, Tone::Muted), Extent::Lines(room));
    let words = set.size().y;
    let tall = if is_below { words + size.button + 26.0 } else { (words + 18.0).max(size.button + 14.0) };
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
    let (about, button) = if is_below {
        let top = Rect::from_min_size(row.min + vec2(0.0, 9.0), vec2(row.width(), words));
        let bottom = Rect::from_min_max(egui::pos2(row.left(), row.bottom() - 9.0 - size.button), row.max);
        (top, Rect::from_min_size(scene.direction.start(bottom, width).min, vec2(width, size.button)))
    } else {
        let start = scene.direction.start(row, room);
        let end = scene.direction.end(row, width);
        let place = Rect::from_center_size(start.center(), vec2(room, words));
        (place, Rect::from_center_size(end.center(), vec2(width, size.button)))
    };
    set.paint(ui.painter(), about, scene.direction.align());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &set.spoken));
    widgets::button(ui, scene, button, kind, text).clicked()
}

/// Width below which a sentence beside a button would be a column of single words.
const LEAST_ABOUT: f32 = 160.0;

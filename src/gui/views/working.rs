//! The run itself: one bar, the step in words, bytes, speed and time left; details unfold.

use egui::{Sense, Ui, vec2};

use super::super::scene::{Scene, Tone};
use super::super::state::{Command, Entry, Stage, Switch, Wish};
use super::super::text::Extent;
use super::super::tokens::Role;
use super::super::widgets::{self, Progress};
use super::deed::Deed;
use super::page::{Choice, Footer, Header, page, verified};
use super::{Drawn, offer, spoken};
use crate::engine::session::Step;
use crate::messages::{Arguments, phrases};
use crate::model::event::Phase;

pub(super) fn draw(ui: &mut Ui, scene: &Scene<'_>) -> Drawn {
    let subtitle = scene.state.session().summary().map(|summary| offer::subtitle(scene, summary)).unwrap_or_default();
    let header = Header { title: Deed::of(scene).now(scene), subtitle };
    // A removal is over in a moment, and half of one helps nobody.
    let may_stop = *scene.state.stage() == Stage::Working && scene.state.wish() != Wish::Uninstall;
    let cancel = Choice::plain(scene.messages.word("window-cancel"), Command::Cancel);
    let footer =
        Footer { note: verified(scene), buttons: may_stop.then_some(cancel).into_iter().collect(), careful: false };
    page(ui, scene, &header, &footer, |ui| {
        progress(ui, scene, false);
        ui.add_space(12.0);
        let mut commands = start(ui, scene);
        commands.extend(details(ui, scene));
        commands
    })
}

/// An application with a window of its own may be started as soon as it is ready.
fn start(ui: &mut Ui, scene: &Scene<'_>) -> Vec<Command> {
    if !(scene.state.is_graphical() && Deed::of(scene) == Deed::Install) {
        return Vec::new();
    }
    let text = scene.messages.text("window-switch-start", &Arguments::new().text("name", &scene.brand.name));
    let turned = widgets::card(ui, scene, |ui| widgets::switch(ui, scene, &text, scene.state.choices().start));
    ui.add_space(8.0);
    if turned { vec![Command::Switch(Switch::Start)] } else { Vec::new() }
}

/// Draws step, percentage, bar, and what is below it.
pub(super) fn progress(ui: &mut Ui, scene: &Scene<'_>, failed: bool) {
    let step = spoken::step(scene);
    let share =
        scene.messages.text("progress-whole", &Arguments::new().number("progress", u64::from(scene.state.progress())));
    two(ui, scene, (&step, (Role::Heading, Tone::Text)), (&share, (Role::Number, Tone::Text)));
    ui.add_space(7.0);
    let bar = Progress { name: &step, done: scene.state.progress(), running: !failed, failed };
    widgets::bar(ui, scene, &bar);
    ui.add_space(6.0);
    let look = (Role::Small, Tone::Muted);
    two(ui, scene, (&amount(scene), look), (&pace(scene), look));
}

/// Writes a text at the beginning of the line and another at its end; below each other where they are too long.
fn two(ui: &mut Ui, scene: &Scene<'_>, (first, look): (&str, (Role, Tone)), (last, other): (&str, (Role, Tone))) {
    let width = ui.available_width();
    let end = scene.typeset(ui.ctx(), last, other, Extent::Lines(width));
    let taken = if last.is_empty() { 0.0 } else { end.size().x + 12.0 };
    let alone = scene.typeset(ui.ctx(), first, look, Extent::Unbounded);
    // The number of percents keeps its place while the step is long; other texts go below.
    let beside = if other.0 == Role::Number || alone.size().x + taken <= width { width - taken } else { width };
    let start = scene.typeset(ui.ctx(), first, look, Extent::Lines(beside));
    let least = scene.typeset(ui.ctx(), "0", other, Extent::Unbounded).size().y;
    let is_below = beside >= width && !last.is_empty();
    let tall = if is_below { start.size().y + end.size().y } else { start.size().y.max(least) };
    let (row, _) = ui.allocate_exact_size(vec2(width, tall), Sense::hover());
    let (top, bottom) = if is_below {
        (row.with_max_y(row.top() + start.size().y), row.with_min_y(row.top() + start.size().y))
    } else {
        (row, row)
    };
    widgets::set(ui, scene, scene.direction.start(top, start.size().x), &start);
    let place =
        if is_below { scene.direction.start(bottom, end.size().x) } else { scene.direction.end(bottom, end.size().x) };
    widgets::set(ui, scene, place, &end);
}

fn amount(scene: &Scene<'_>) -> String {
    let (messages, session) = (scene.messages, scene.state.session());
    match (session.phase(), session.step()) {
        (Some(Phase::Fetching), _) => {
            let (have, size) = scene.state.bytes();
            if is_waiting(scene) {
                return messages.word("window-waiting");
            }
            messages.text("progress-bytes", &Arguments::new().number("have", have).number("size", size))
        }
        (Some(Phase::Building), Some(Step::Building(package))) => package.to_string(),
        (Some(Phase::Installing), Some(Step::Installed(package))) => {
            let installed = session.installed();
            let arguments = Arguments::new()
                .number("done", installed.done)
                .number("total", installed.total)
                .shown("package", package);
            messages.text("progress-packages", &arguments)
        }
        _ => String::new(),
    }
}

/// Whether nothing comes from the network: then no speed is told either.
fn is_waiting(scene: &Scene<'_>) -> bool {
    let active = scene.state.session().active();
    !active.is_empty() && active.iter().all(|(_, transfer)| transfer.retry.is_some())
}

fn pace(scene: &Scene<'_>) -> String {
    let (messages, session, now) = (scene.messages, scene.state.session(), scene.state.now());
    if session.phase() == Some(Phase::Fetching) && is_waiting(scene) {
        return String::new();
    }
    let left = session.time_left(now).filter(|left| !left.is_zero());
    let speed = session.speed(now).filter(|_| session.phase() == Some(Phase::Fetching));
    match (speed, left) {
        (Some(speed), Some(left)) => {
            messages.text("window-speed-left", &Arguments::new().number("speed", speed as u64).duration("left", left))
        }
        (Some(speed), None) => messages.text("window-speed", &Arguments::new().number("speed", speed as u64)),
        (None, Some(left)) => messages.text("window-left", &Arguments::new().duration("left", left)),
        (None, None) => String::new(),
    }
}

/// What has happened, newest first, for those who want to know.
pub(super) fn details(ui: &mut Ui, scene: &Scene<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let open = scene.state.is_unfolded();
    if widgets::fold(ui, scene, &scene.messages.word("window-details"), open) {
        commands.push(Command::Unfold);
    }
    if !open {
        return commands;
    }
    ui.add_space(8.0);
    let height = scene.theme.tokens.size.row_compact;
    widgets::card(ui, scene, |ui| {
        ui.add_space(6.0);
        let entries = scene.state.details().entries();
        let area =
            egui::ScrollArea::vertical().max_height(height * 7.0).auto_shrink([false, false]).stick_to_bottom(true);
        area.show_rows(ui, height, entries.len(), |ui, shown| {
            for entry in entries.get(shown).unwrap_or_default() {
                let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
                let place = (row, scene.direction.align());
                widgets::line(ui, scene, place, &said(scene, entry), (Role::Small, Tone::Muted));
            }
        });
        ui.add_space(6.0);
    });
    commands
}

/// Says one thing that happened.
fn said(scene: &Scene<'_>, entry: &Entry) -> String {
    let messages = scene.messages;
    match entry {
        Entry::Entered(phase) => phrases::phase(messages, *phase),
        Entry::Arrived { artifact, size } => {
            messages.text("window-arrived", &Arguments::new().shown("artifact", artifact).number("size", *size))
        }
        Entry::Retrying { artifact, attempt, .. } => messages
            .text("retrying-now", &Arguments::new().shown("artifact", artifact).number("attempt", u64::from(*attempt))),
        Entry::Building(package) => messages.text("window-building", &Arguments::new().shown("package", package)),
        Entry::Installed(package) => messages.text("window-installed", &Arguments::new().shown("package", package)),
    }
}

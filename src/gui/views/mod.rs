//! The screens. A view draws the state and returns commands; it does no I/O and changes nothing.

mod deed;
mod dialog;
mod done;
mod failed;
mod foot;
mod head;
mod home;
mod languages;
mod offer;
mod page;
mod preparing;
mod removal;
mod spoken;
mod stopped;
mod working;

use egui::{Key, Modifiers, Ui};

use super::scene::Scene;
use super::state::{Command, Stage, Wish};
use super::widgets;
use page::Choice;

/// What came of drawing a screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Drawn {
    /// What the person asked for.
    pub(super) commands: Vec<Command>,
    /// The height that the screen wants, in logical pixels.
    pub(super) height: f32,
}

/// Draws the present screen.
pub(super) fn draw(ui: &mut Ui, scene: &Scene<'_>) -> Drawn {
    page::background(ui, scene);
    let escape = scene.state.has_nothing_before_it().then(|| escape(scene)).flatten();
    let mut drawn = screen(ui, scene);
    widgets::announce(ui, &spoken::now(scene));
    if let Some(question) = scene.state.question() {
        drawn.commands.extend(dialog::draw(ui, scene, question));
    } else if scene.state.is_choosing_language() {
        drawn.commands.extend(languages::draw(ui, scene));
        drawn.height = drawn.height.max(languages::wanted_height(scene));
    } else if let Some(command) = escape.filter(|_| pressed(ui, Key::Escape)) {
        drawn.commands.push(command);
    }
    drawn
}

fn screen(ui: &mut Ui, scene: &Scene<'_>) -> Drawn {
    match scene.state.stage() {
        Stage::Preparing => preparing::draw(ui, scene),
        Stage::Offer if is_home(scene) => home::draw(ui, scene),
        Stage::Offer => offer::draw(ui, scene),
        Stage::Home => home::draw(ui, scene),
        Stage::Removal(removal) => removal::draw(ui, scene, removal),
        Stage::Working | Stage::Stopping => working::draw(ui, scene),
        Stage::Stopped => stopped::draw(ui, scene),
        Stage::Done(outcome) => done::draw(ui, scene, outcome),
        Stage::Failed(_) if is_home(scene) && !scene.state.has_agreed() && !scene.state.may_choose_folder() => {
            home::draw(ui, scene)
        }
        Stage::Failed(failure) => failed::draw(ui, scene, failure),
    }
}

/// Whether an offer is made beside what is installed, and not by a screen of its own.
fn is_home(scene: &Scene<'_>) -> bool {
    scene.state.wish() == Wish::Automatic && scene.state.found().installed.is_some()
}

/// The button that leaves a run that ended badly.
fn leave(scene: &Scene<'_>) -> Choice {
    if scene.state.has_way_back() {
        Choice::plain(scene.messages.word("window-back"), Command::Back)
    } else {
        Choice::plain(scene.messages.word("window-close"), Command::Close)
    }
}

/// What the Escape key does.
fn escape(scene: &Scene<'_>) -> Option<Command> {
    Some(match scene.state.stage() {
        Stage::Working => Command::Cancel,
        Stage::Stopping => return None,
        Stage::Offer | Stage::Removal(_) if scene.state.wish() != Wish::Automatic => Command::Back,
        Stage::Failed(_) | Stage::Stopped if scene.state.has_way_back() => Command::Back,
        _ => Command::Close,
    })
}

fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

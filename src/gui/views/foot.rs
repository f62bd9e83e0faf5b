//! The bottom of a screen: a mark with a few words, and the buttons.

use egui::{Id, Key, Rect, Response, Sense, Ui, vec2};

use super::super::scene::{Scene, Tone};
use super::super::state::Command;
use super::super::text::{Extent, Typeset};
use super::super::tokens::Role;
use super::super::widgets::{self, Arrangement, Kind, Mark};
use super::page::Footer;

/// A footer that is set, and not drawn yet.
pub(super) struct Foot {
    wanted: Vec<(Kind, String)>,
    arrangement: Arrangement,
    note: Option<Note>,
}

/// A few words beside the buttons, or above them where there is too little room.
struct Note {
    mark: Mark,
    set: Typeset,
    is_above: bool,
}

impl Foot {
    /// Sets a footer in a width.
    pub(super) fn new(ui: &Ui, scene: &Scene<'_>, width: f32, footer: &Footer) -> Self {
        let size = &scene.theme.tokens.size;
        let wanted: Vec<(Kind, String)> =
            footer.buttons.iter().map(|choice| (choice.kind, choice.text.clone())).collect();
        let arrangement = Arrangement::new(ui, scene, width, &wanted);
        let beside = width - arrangement.width() - size.button_gap - size.badge - GAP;
        let set =
            |text: &str, room: f32| scene.typeset(ui.ctx(), text, (Role::Small, Tone::Muted), Extent::Lines(room));
        let note = footer.note.as_ref().map(|(mark, text)| {
            let narrow = set(text, beside.max(1.0));
            if beside >= LEAST_NOTE && narrow.size().y <= size.button + 4.0 {
                return Note { mark: *mark, set: narrow, is_above: false };
            }
            Note { mark: *mark, set: set(text, width - size.badge - GAP), is_above: true }
        });
        Self { wanted, arrangement, note }
    }

    /// Returns the height that it takes.
    pub(super) fn height(&self) -> f32 {
        let above = self.note.as_ref().filter(|note| note.is_above).map_or(0.0, |note| note.set.size().y + ABOVE);
        above + self.arrangement.height()
    }

    /// Draws it; one button has the keyboard when the screen is new.
    pub(super) fn draw(&self, ui: &mut Ui, scene: &Scene<'_>, rect: Rect, footer: &Footer) -> Option<Command> {
        if let Some(note) = &self.note {
            note.draw(ui, scene, rect);
        }
        let row = Rect::from_min_max(egui::pos2(rect.left(), rect.bottom() - self.arrangement.height()), rect.max);
        let (clicked, responses) = widgets::buttons(ui, scene, row, (&self.arrangement, &self.wanted));
        if scene.state.has_nothing_before_it() {
            let chosen = if footer.careful { 0 } else { footer.buttons.len().saturating_sub(1) };
            focus(ui, scene, responses.get(chosen));
            if clicked.is_none() && ui.memory(|memory| memory.focused().is_none()) && super::pressed(ui, Key::Enter) {
                return footer.buttons.get(chosen).map(|choice| choice.command.clone());
            }
        }
        footer.buttons.get(clicked?).map(|choice| choice.command.clone())
    }
}

impl Note {
    fn draw(&self, ui: &mut Ui, scene: &Scene<'_>, rect: Rect) {
        let size = &scene.theme.tokens.size;
        let tall = self.set.size().y;
        let (top, first) = if self.is_above {
            (rect.top(), rect.top() + LINE / 2.0)
        } else {
            (rect.center().y - tall / 2.0, rect.center().y)
        };
        let badge =
            Rect::from_min_size(egui::pos2(rect.left(), first - size.badge / 2.0), vec2(rect.width(), size.badge));
        widgets::mark(ui, scene, scene.direction.start(badge, size.badge), self.mark);
        let words = scene.direction.after(rect, size.badge + GAP);
        let place = Rect::from_min_size(egui::pos2(words.left(), top), vec2(words.width(), tall));
        self.set.paint(ui.painter(), place, scene.direction.align());
        let seen = scene.direction.start(place, self.set.size().x);
        let response = ui.interact(seen, ui.scope_id().with("note"), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &self.set.spoken));
    }
}

/// Gives the keyboard to a button once, when the screen is another than before.
fn focus(ui: &Ui, scene: &Scene<'_>, button: Option<&Response>) {
    let screen = Id::unique("screen").with(std::mem::discriminant(scene.state.stage())).with(scene.state.wish() as u8);
    let key = Id::unique("screen");
    let before: Option<Id> = ui.data(|data| data.get_temp(key));
    if before != Some(screen) {
        ui.data_mut(|data| data.insert_temp(key, screen));
        if let Some(button) = button {
            button.request_focus();
        }
    }
}

/// Between mark and words.
const GAP: f32 = 8.0;

/// Between words and the buttons below them.
const ABOVE: f32 = 12.0;

/// Height of a line of small text.
const LINE: f32 = 18.0;

/// Width below which words beside buttons would be a column of single words.
const LEAST_NOTE: f32 = 130.0;

//! The top of a screen: icon, title, what explains it, and the button of the languages.

use egui::{Rect, Sense, Ui, pos2, vec2};

use super::super::scene::{Scene, Tone};
use super::super::state::Command;
use super::super::text::{Extent, Typeset};
use super::super::tokens::Role;
use super::super::widgets;
use super::page::Header;

/// A header that is set, and not drawn yet.
pub(super) struct Head {
    title: Typeset,
    subtitle: Option<Typeset>,
    icon: f32,
    gap: f32,
}

impl Head {
    /// Sets a header in a width.
    pub(super) fn new(ui: &Ui, scene: &Scene<'_>, width: f32, header: &Header) -> Self {
        let size = &scene.theme.tokens.size;
        let is_narrow = width < size.narrow - 2.0 * size.margin_narrow;
        let (icon, gap) = if is_narrow { (size.icon_narrow, 14.0) } else { (size.icon, size.header_gap) };
        let room = Extent::Lines(width - icon - gap - size.globe);
        let subtitle = &header.subtitle;
        Self {
            title: scene.typeset(ui.ctx(), &header.title, (Role::Title, Tone::Text), room),
            subtitle: (!subtitle.is_empty())
                .then(|| scene.typeset(ui.ctx(), subtitle, (Role::Body, Tone::Muted), room)),
            icon,
            gap,
        }
    }

    /// Returns the height that it takes.
    pub(super) fn height(&self) -> f32 {
        self.icon.max(self.words())
    }

    /// Draws it from a height on.
    pub(super) fn draw(&self, ui: &mut Ui, scene: &Scene<'_>, (inner, top): (Rect, f32)) -> Option<Command> {
        let band = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), self.height()));
        let first = Rect::from_min_size(band.min, vec2(band.width(), self.icon));
        widgets::icon(ui, scene, scene.direction.start(first, self.icon));
        let room = scene.direction.after(band, self.icon + self.gap);
        let start = (first.center().y - self.words() / 2.0).max(top);
        let place = Rect::from_min_size(pos2(room.left(), start), vec2(room.width(), self.title.size().y));
        write(ui, scene, place, (Role::Title, &self.title));
        if let Some(subtitle) = &self.subtitle {
            let place =
                Rect::from_min_size(pos2(room.left(), place.bottom() + GAP), vec2(room.width(), subtitle.size().y));
            write(ui, scene, place, (Role::Body, subtitle));
        }
        let side = scene.theme.tokens.size.globe;
        let corner = Rect::from_min_size(pos2(band.left(), top - LIFT), vec2(band.width(), side));
        let name = scene.messages.word("window-language");
        let clicked = widgets::globe(ui, scene, scene.direction.end(corner, side), &name);
        clicked.then_some(Command::Languages)
    }

    fn words(&self) -> f32 {
        self.title.size().y + self.subtitle.as_ref().map_or(0.0, |subtitle| GAP + subtitle.size().y)
    }
}

/// Draws a text of the header; the title is a heading.
fn write(ui: &mut Ui, scene: &Scene<'_>, rect: Rect, (role, set): (Role, &Typeset)) {
    let id = ui.scope_id().with(("header", role));
    let response = ui.interact(rect, id, Sense::hover());
    let part = if role == Role::Title { egui::accesskit::Role::Heading } else { egui::accesskit::Role::Label };
    response.widget_info(|| egui::WidgetInfo::labeled(part, true, &set.spoken));
    set.paint(ui.painter(), rect, scene.direction.align());
}

const GAP: f32 = 2.0;

/// How far the button of the languages is above the icon.
const LIFT: f32 = 16.0;

//! The window: carries commands to the state, effects out, and notes in; draws when something changed.

use std::sync::Arc;
use std::time::Duration;

use egui::{Context, Pos2, Rect, Ui, Vec2, ViewportCommand, vec2};

use super::brand::Brand;
use super::direction::Direction;
use super::languages::{FindFonts, Languages};
use super::preferences::Preferences;
use super::scene::Scene;
use super::state::{Command, Effect, Note, State};
use super::text::Fonts;
use super::text::bidi::without_controls;
use super::theme::Theme;
use super::tokens::Tokens;
use super::views;
use super::zoom::Zoom;
use crate::messages::{Arguments, Isolation, Messages};
use crate::model::event::Failure;

/// Whoever runs the engine for a window.
pub trait Runner {
    /// Returns what was heard since the last time; never waits.
    fn notes(&mut self) -> Vec<Note>;

    /// Does what the window asks for; never waits.
    fn perform(&mut self, effect: Effect);

    /// Returns all that is known of a failure, in English and without secrets, for whoever is asked for help.
    fn details(&self, failure: &Failure) -> String;
}

/// What a window is made from.
pub struct Parts {
    /// The look.
    pub tokens: Arc<Tokens>,
    /// Whose window it is.
    pub brand: Brand,
    /// The words.
    pub messages: Arc<Messages>,
    /// What the words are written with.
    pub fonts: Fonts,
    /// Finds fonts for other languages.
    pub find_fonts: FindFonts,
    /// Whoever runs the engine.
    pub runner: Box<dyn Runner>,
    /// What the system says.
    pub preferences: Preferences,
}

/// A window, whatever draws it.
pub struct Window {
    parts: Parts,
    state: State,
    direction: Direction,
    languages: Languages,
    theme: Option<Theme>,
    /// What of the preferences egui knows.
    followed: Option<Preferences>,
    zoom: Zoom,
    /// What the first run asks for; held back until the window is to be seen.
    held: Vec<Effect>,
    is_drawn: bool,
    ring: bool,
    /// The height that was asked for last, and the factor that everything had then.
    height: f32,
    zoomed: f32,
    closing: bool,
}

impl Window {
    /// Makes a window; nothing is drawn, and nothing is asked of the runner yet.
    pub fn new(parts: Parts) -> Self {
        let (state, held) = State::new();
        let direction = Direction::of(parts.messages.locale());
        let languages = Languages::new(Arc::clone(&parts.find_fonts), parts.messages.locale());
        let height = parts.tokens.size.window[1];
        Self {
            parts,
            state,
            direction,
            languages,
            theme: None,
            followed: None,
            zoom: Zoom::default(),
            held,
            is_drawn: false,
            ring: false,
            height,
            zoomed: 1.0,
            closing: false,
        }
    }

    /// Returns what stands above the window.
    pub fn caption(messages: &Messages, brand: &Brand) -> String {
        without_controls(&messages.text("window-caption", &Arguments::new().text("name", &brand.name)))
    }

    /// Hears what the system says now.
    pub fn prefer(&mut self, preferences: Preferences) {
        self.parts.preferences = preferences;
    }

    /// Returns the size that a window begins with.
    pub fn first_size(tokens: &Tokens) -> Vec2 {
        Vec2::from(tokens.size.window)
    }

    /// Returns what is shown.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Takes what was heard, and lets time go by; draws nothing.
    pub fn logic(&mut self, ctx: &Context) {
        self.follow(ctx);
        self.languages.take();
        let now = Duration::try_from_secs_f64(ctx.input(|input| input.time)).unwrap_or_default();
        let mut effects = if self.is_drawn { std::mem::take(&mut self.held) } else { Vec::new() };
        effects.extend(self.state.tick(now));
        for note in self.parts.runner.notes() {
            effects.extend(self.state.note(note));
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.closing {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            effects.extend(self.state.command(Command::Close));
        }
        self.perform(ctx, effects);
        if let Some(wait) = self.state.wakes_in() {
            ctx.request_repaint_after(wait);
        }
    }

    /// Ends what is at work and closes, without a question.
    pub fn interrupt(&mut self, ctx: &Context) {
        let effects = self.state.command(Command::Interrupt);
        self.perform(ctx, effects);
    }

    /// Draws the present screen.
    pub fn ui(&mut self, ui: &mut Ui) {
        self.keyboard(ui);
        let dark = ui.ctx().theme() == egui::Theme::Dark;
        let theme = match self.theme.take().filter(|theme| theme.dark == dark) {
            Some(theme) => theme,
            None => {
                let theme = Theme::new(ui.ctx(), &self.parts.tokens, &self.parts.brand, dark);
                theme.apply(ui.ctx(), self.parts.preferences.motion);
                theme
            }
        };
        let scene = Scene {
            theme: &theme,
            messages: &self.parts.messages,
            state: &self.state,
            brand: &self.parts.brand,
            languages: &self.languages,
            direction: self.direction,
            motion: self.parts.preferences.motion,
            ring: self.ring,
        };
        let caption = Self::caption(scene.messages, scene.brand);
        ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(caption));
        let drawn = views::draw(ui, &scene);
        self.theme = Some(theme);
        self.grow(ui.ctx(), drawn.height);
        if !self.is_drawn {
            self.is_drawn = true;
            ui.ctx().request_repaint();
        }
        let mut effects = Vec::new();
        for command in drawn.commands {
            effects.extend(self.state.command(command));
            ui.ctx().request_repaint();
        }
        self.perform(ui.ctx(), effects);
    }

    /// The ring shows where the keyboard is while the keyboard is used.
    fn keyboard(&mut self, ui: &Ui) {
        let (keys, pointer) = ui.input(|input| {
            let keys = input.events.iter().any(|event| matches!(event, egui::Event::Key { pressed: true, .. }));
            (keys, input.pointer.any_pressed())
        });
        self.ring = (self.ring || keys) && !pointer;
    }

    /// Does as the system and the person say.
    fn follow(&mut self, ctx: &Context) {
        let wanted = self.parts.preferences;
        if self.followed != Some(wanted) {
            let before = self.followed.replace(wanted);
            match wanted.dark {
                Some(true) => ctx.set_theme(egui::Theme::Dark),
                Some(false) => ctx.set_theme(egui::Theme::Light),
                None if before.is_some_and(|before| before.dark.is_some()) => {
                    ctx.set_theme(egui::ThemePreference::System);
                }
                None => {}
            }
            // The person's keys come on top of what the system says, which egui does not know.
            ctx.options_mut(|options| {
                options.zoom_with_keyboard = false;
                // Where nobody says whether windows are dark, most of them are light.
                options.fallback_theme = egui::Theme::Light;
            });
            self.theme = None;
        }
        self.zoom.keys(ctx);
        let factor = self.zoom.factor(wanted.text_scale);
        if (factor - ctx.zoom_factor()).abs() > f32::EPSILON {
            ctx.set_zoom_factor(factor);
        }
    }

    /// Asks for the height that the screen wants; after a change of size also for the usual width.
    fn grow(&mut self, ctx: &Context, wanted: f32) {
        let size = &self.parts.tokens.size;
        let room = ctx.input(|input| input.viewport().monitor_size).unwrap_or(Vec2::INFINITY) * ROOM;
        let height = wanted.ceil().clamp(size.window[1], size.tallest).min(room.y);
        let is_zoomed = (ctx.zoom_factor() - self.zoomed).abs() > f32::EPSILON;
        if is_zoomed || (height - self.height).abs() > 0.5 {
            (self.height, self.zoomed) = (height, ctx.zoom_factor());
            let width = if is_zoomed { size.window[0] } else { ctx.viewport_rect().width() };
            let wanted = vec2(width.min(room.x), height);
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(wanted));
            stay_on_screen(ctx, wanted);
        }
    }

    /// Goes on in another language.
    fn speak(&mut self, ctx: &Context, tag: &'static str) {
        let Some(fonts) = self.languages.choose(tag) else { return };
        fonts.install(ctx);
        self.parts.fonts = fonts;
        self.parts.messages = Arc::new(Messages::new(&[tag], Isolation::On));
        self.direction = Direction::of(self.parts.messages.locale());
        ctx.send_viewport_cmd(ViewportCommand::Title(Self::caption(&self.parts.messages, &self.parts.brand)));
    }

    fn perform(&mut self, ctx: &Context, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Copy(text) => ctx.copy_text(text),
                Effect::CopyDetails(failure) => ctx.copy_text(self.parts.runner.details(&failure)),
                Effect::Languages => self.languages.look(ctx, &self.parts.fonts),
                Effect::Speak(tag) => self.speak(ctx, tag),
                Effect::Close => {
                    self.closing = true;
                    ctx.send_viewport_cmd(ViewportCommand::Close);
                }
                other => self.parts.runner.perform(other),
            }
        }
    }
}

/// Moves a window that grew beyond the right or lower end of its screen; on others than the first nobody says where that is.
fn stay_on_screen(ctx: &Context, wanted: Vec2) {
    let (outer, screen) = ctx.input(|input| (input.viewport().outer_rect, input.viewport().monitor_size));
    let (Some(outer), Some(screen)) = (outer, screen) else { return };
    if let Some(place) = place_on_screen(outer.min, screen, wanted) {
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(place));
    }
}

/// Returns where a window goes that is to have a size and would not be wholly on its screen; none where it stays.
fn place_on_screen(corner: Pos2, screen: Vec2, wanted: Vec2) -> Option<Pos2> {
    let is_on_it = Rect::from_min_size(Pos2::ZERO, screen).contains(corner);
    let most = (screen * ROOM - wanted).max(Vec2::ZERO).to_pos2();
    let place = corner.min(most);
    (is_on_it && place != corner).then_some(place)
}

/// How much of a screen a window may take: there are panels, and a frame.
const ROOM: Vec2 = vec2(0.98, 0.9);

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn a_window_that_grows_beyond_its_screen_is_moved_up_and_back_and_no_further() {
        let screen = vec2(1000.0, 800.0);
        let place = |x, y, wide, tall| place_on_screen(pos2(x, y), screen, vec2(wide, tall));
        // There is room, with a panel and a frame.
        assert_eq!(place(200.0, 100.0, 520.0, 600.0), None);
        assert_eq!(place(460.0, 120.0, 520.0, 600.0), None);
        assert_eq!(place(200.0, 300.0, 520.0, 600.0), Some(pos2(200.0, 120.0)));
        assert_eq!(place(700.0, 300.0, 520.0, 600.0), Some(pos2(460.0, 120.0)));
        // One that is larger than the screen begins where the screen does.
        assert_eq!(place(50.0, 30.0, 1200.0, 900.0), Some(pos2(0.0, 0.0)));
    }

    #[test]
    fn a_window_on_another_screen_stays_where_it_is() {
        let place = |x, y| place_on_screen(pos2(x, y), vec2(1000.0, 800.0), vec2(520.0, 600.0));
        assert_eq!([place(1100.0, 700.0), place(-300.0, 700.0), place(100.0, 900.0)], [None; 3]);
    }
}

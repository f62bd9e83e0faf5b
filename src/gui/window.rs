//! The window: carries commands to the state, effects out, and notes in; draws when something changed.

use std::sync::Arc;
use std::time::Duration;

use egui::{Context, Ui, Vec2, ViewportCommand, vec2};

use super::brand::Brand;
use super::direction::Direction;
use super::scene::Scene;
use super::state::{Command, Effect, Note, State};
use super::theme::Theme;
use super::tokens::Tokens;
use super::views;
use crate::messages::Messages;
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
    /// Whoever runs the engine.
    pub runner: Box<dyn Runner>,
    /// Whether things may move.
    pub motion: bool,
}

/// A window, whatever draws it.
pub struct Window {
    parts: Parts,
    state: State,
    direction: Direction,
    theme: Option<Theme>,
    /// What the first run asks for; held back until something was drawn.
    held: Vec<Effect>,
    ring: bool,
    /// The height that was asked for last.
    height: f32,
    closing: bool,
}

impl Window {
    /// Makes a window; nothing is drawn, and nothing is asked of the runner yet.
    pub fn new(parts: Parts) -> Self {
        let (state, held) = State::new();
        let direction = Direction::of(parts.messages.locale());
        let height = parts.tokens.size.window[1];
        Self { parts, state, direction, theme: None, held, ring: false, height, closing: false }
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
        let now = Duration::try_from_secs_f64(ctx.input(|input| input.time)).unwrap_or_default();
        let mut effects = self.state.tick(now);
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

    /// Draws the present screen.
    pub fn ui(&mut self, ui: &mut Ui) {
        self.keyboard(ui);
        let dark = ui.ctx().theme() == egui::Theme::Dark;
        let theme = match self.theme.take().filter(|theme| theme.dark == dark) {
            Some(theme) => theme,
            None => {
                let theme = Theme::new(ui.ctx(), &self.parts.tokens, &self.parts.brand, dark);
                theme.apply(ui.ctx());
                theme
            }
        };
        let scene = Scene {
            theme: &theme,
            messages: &self.parts.messages,
            state: &self.state,
            brand: &self.parts.brand,
            direction: self.direction,
            motion: self.parts.motion,
            ring: self.ring,
        };
        let drawn = views::draw(ui, &scene);
        self.theme = Some(theme);
        self.grow(ui.ctx(), drawn.height);
        let mut effects = std::mem::take(&mut self.held);
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

    /// Asks for the height that the screen wants.
    fn grow(&mut self, ctx: &Context, wanted: f32) {
        let size = &self.parts.tokens.size;
        let height = wanted.ceil().clamp(size.window[1], size.tallest);
        if (height - self.height).abs() > 0.5 {
            self.height = height;
            let width = ctx.viewport_rect().width();
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(vec2(width, height)));
        }
    }

    fn perform(&mut self, ctx: &Context, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Copy(text) => ctx.copy_text(text),
                Effect::CopyDetails(failure) => ctx.copy_text(self.parts.runner.details(&failure)),
                Effect::Close => {
                    self.closing = true;
                    ctx.send_viewport_cmd(ViewportCommand::Close);
                }
                other => self.parts.runner.perform(other),
            }
        }
    }
}

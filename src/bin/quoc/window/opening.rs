//! What a window is opened with: the look, the words, the fonts and the thread of the engine, whoever draws it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Instant;

use egui::{Context, Ui};
use quoc::console::options::Options;
use quoc::gui::text::{FontSearch, Fonts};
use quoc::gui::tokens::Tokens;
use quoc::gui::{Brand, Icon, Parts, Preferences, Window};
use quoc::messages::{CATALOGUES, FALLBACK, File, Isolation, Messages};
use quoc::model::{Profile, Translated};
use quoc::system::assembly;
use quoc::system::desktop::Desktop;
use quoc::system::logging::RunLog;

use super::NoWindow;
use super::ladder::Watch;
use crate::frames::Frames;
use crate::replay::Replay;
use crate::runs::Runs;
use crate::signals;
use crate::worker::{Wake, Worker, has_fallen};

/// What a window is opened with.
pub(super) struct Opening {
    /// What the window's frame says.
    pub(super) caption: String,
    /// What the system is told of the window.
    pub(super) viewport: egui::ViewportBuilder,
    options: Options,
    tokens: Arc<Tokens>,
    brand: Brand,
    messages: Messages,
    replay: Option<Replay>,
    /// Fonts are looked for while the display is opened.
    fonts: FontSearch,
    desktop: Desktop,
    log: RunLog,
    work: Work,
}

/// The thread of the engine, once there is one, and the exit status, once the window is closed.
#[derive(Clone, Default)]
pub(super) struct Work {
    thread: Arc<Mutex<Option<JoinHandle<()>>>>,
    status: Arc<AtomicU8>,
}

impl Work {
    /// Waits until it has ended; what has fallen never will.
    pub(super) fn join(&self) {
        if has_fallen() {
            return;
        }
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            log::error!("the engine's thread panicked");
        }
    }

    /// Returns the exit status that the window had when it was closed.
    pub(super) fn status(&self) -> u8 {
        self.status.load(Ordering::Relaxed)
    }
}

impl Opening {
    /// Puts together what is known before there is a window.
    pub(super) fn new(
        (options, replay): (&Options, Option<&Replay>),
        locales: &[String],
        log: &RunLog,
    ) -> Result<Self, NoWindow> {
        let desktop = Desktop::follow();
        let tokens = Arc::new(Tokens::carried().map_err(|error| NoWindow(error.to_string()))?);
        let messages = Messages::new(locales, Isolation::On);
        let fonts = FontSearch::begin(messages.locale(), texts(messages.locale()));
        let brand = brand(options)?;
        let caption = Window::caption(&messages, &brand);
        let viewport = viewport(&tokens, &brand, &caption);
        let (options, replay, log, work) = (options.clone(), replay.cloned(), log.clone(), Work::default());
        Ok(Self { caption, viewport, options, tokens, brand, messages, replay, fonts, desktop, log, work })
    }

    /// Returns the thread that will work for the window.
    pub(super) fn work(&self) -> Work {
        self.work.clone()
    }

    /// Makes what is in the window, and starts the engine's thread; `start` is when this process began.
    ///
    /// # Errors
    /// When there is no thread.
    pub(super) fn open(
        self,
        ctx: &Context,
        motion: Motion,
        (watch, start): (&Watch, Instant),
    ) -> std::io::Result<Shown> {
        let (fonts, messages) = match self.fonts.finish() {
            Some(fonts) => (fonts, self.messages),
            None => {
                log::warn!("no font has every character of {}: this is English", self.messages.locale());
                (Fonts::embedded(), Messages::new(&[FALLBACK], Isolation::On))
            }
        };
        fonts.install(ctx);
        let waker = ctx.clone();
        let wake: Wake = Arc::new(move || waker.request_repaint());
        let (worker, thread) = match self.replay {
            Some(replay) => Worker::start(replay, &self.log, wake)?,
            None => Worker::start(Runs { options: self.options, log: self.log.clone() }, &self.log, wake)?,
        };
        let interrupted = Arc::new(AtomicBool::new(false));
        let (ask, waker) = (Arc::clone(&interrupted), ctx.clone());
        signals::on_first(move || {
            ask.store(true, Ordering::Relaxed);
            waker.request_repaint();
        });
        *self.work.thread.lock().unwrap_or_else(PoisonError::into_inner) = Some(thread);
        let parts = Parts {
            tokens: self.tokens,
            brand: self.brand,
            messages: Arc::new(messages),
            fonts,
            find_fonts: Arc::new(|tag| Fonts::find(tag, texts(tag).iter().map(String::as_str))),
            runner: Box::new(worker),
            preferences: motion.limit(self.desktop.first()),
        };
        let ctx = ctx.clone();
        self.desktop.wakes(Box::new(move || ctx.request_repaint()));
        let (window, desktop, watch) = (Window::new(parts), self.desktop, watch.clone());
        let (frames, work) = (Frames::default(), self.work);
        Ok(Shown { window, desktop, motion, start, watch, frames, interrupted, work, is_seen: false })
    }
}

/// What may move.
#[derive(Clone, Copy)]
pub(super) enum Motion {
    /// What the desktop lets move.
    AsWished,
    /// Nothing.
    Still,
}

impl Motion {
    fn limit(self, preferences: Preferences) -> Preferences {
        let motion = preferences.motion && matches!(self, Self::AsWished);
        Preferences { motion, ..preferences }
    }
}

/// A window that is shown, with its first frame and its slow ones in the log.
pub(super) struct Shown {
    window: Window,
    desktop: Desktop,
    motion: Motion,
    start: Instant,
    watch: Watch,
    frames: Frames,
    /// The system asked this program to end.
    interrupted: Arc<AtomicBool>,
    work: Work,
    is_seen: bool,
}

impl Shown {
    /// Tells that a frame was brought to the display.
    pub(super) fn seen(&mut self) {
        if !self.is_seen {
            self.is_seen = true;
            log::info!("first frame after {} ms", self.start.elapsed().as_millis());
            self.watch.end();
        }
    }

    /// Returns whether nothing was drawn yet.
    pub(super) fn is_blank(&self) -> bool {
        self.frames.is_empty()
    }

    /// Before each frame.
    pub(super) fn logic(&mut self, ctx: &Context) {
        self.frames.begin();
        if self.interrupted.swap(false, Ordering::Relaxed) {
            self.window.interrupt(ctx);
        }
        if let Some(preferences) = self.desktop.latest() {
            self.window.prefer(self.motion.limit(preferences));
        }
        self.window.logic(ctx);
    }

    /// Each frame.
    pub(super) fn ui(&mut self, ui: &mut Ui) {
        self.window.ui(ui);
        self.frames.end(self.window.state().is_working());
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.work.status.store(self.window.state().exit_status(), Ordering::Relaxed);
    }
}

fn viewport(tokens: &Tokens, brand: &Brand, caption: &str) -> egui::ViewportBuilder {
    let size = Window::first_size(tokens);
    let viewport = egui::ViewportBuilder::default()
        .with_title(caption)
        .with_app_id("quoc")
        .with_inner_size(size)
        .with_min_inner_size(size * 0.75);
    let Some(icon) = &brand.icon else { return viewport };
    let [width, height] = icon.size.map(|side| u32::try_from(side).unwrap_or_default());
    viewport.with_icon(egui::IconData { rgba: icon.rgba.clone(), width, height })
}

fn texts(locale: &str) -> Vec<String> {
    let catalogue = CATALOGUES.iter().find(|catalogue| catalogue.tag == locale);
    catalogue.into_iter().flat_map(|catalogue| catalogue.files).map(File::text).collect()
}

/// What the profile says about looks.
fn brand(options: &Options) -> Result<Brand, NoWindow> {
    let (profile, icon) = assembly::appearance(options).map_err(|error| NoWindow(error.to_string()))?;
    let Profile { name, publisher, brand, .. } = profile;
    let same_for_all = |default: String| Translated { default, translations: BTreeMap::new() };
    Ok(Brand {
        name,
        publisher,
        tagline: brand.tagline,
        support: brand.support_note.or(brand.support.map(|address| same_for_all(address.to_string()))),
        accent: brand.accent.map(|colour| egui::Color32::from_rgb(colour.red, colour.green, colour.blue)),
        icon: icon.as_deref().and_then(read),
    })
}

fn read(png: &[u8]) -> Option<Icon> {
    let icon = eframe::icon_data::from_png_bytes(png).inspect_err(|error| log::warn!("no icon: {error}")).ok()?;
    let side = |length: u32| usize::try_from(length).ok();
    Some(Icon { size: [side(icon.width)?, side(icon.height)?], rgba: icon.rgba })
}

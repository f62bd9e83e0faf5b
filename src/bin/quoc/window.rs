//! The graphical face of a run: puts the window and the thread of the engine together.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use quoc::console::options::Options;
use quoc::gui::text::{FontSearch, Fonts};
use quoc::gui::tokens::Tokens;
use quoc::gui::{Brand, Icon, Parts, Window};
use quoc::messages::{CATALOGUES, FALLBACK, File, Isolation, Messages};
use quoc::model::{Profile, Translated};
use quoc::system::assembly;
use quoc::system::desktop::Desktop;
use quoc::system::logging::{Keep, RunLog};

use crate::replay::Replay;
use crate::runs::Runs;
use crate::signals;
use crate::worker::{Wake, Worker};

/// Says that no window can be opened, and why, in English.
#[derive(Debug)]
pub(crate) struct NoWindow(pub(crate) String);

/// Whether there is something to open a window on.
pub(crate) fn has_display() -> bool {
    let named = |variable: &str| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || named("DISPLAY") || named("WAYLAND_DISPLAY") || named("WAYLAND_SOCKET")
}

/// Opens the window and stays until it is closed.
pub(crate) fn run(
    options: &Options,
    arguments: &[OsString],
    (locales, start): (&[String], Instant),
) -> Result<ExitCode, NoWindow> {
    let log = RunLog::begin(arguments, Keep::Always);
    let desktop = Desktop::follow();
    if let Some(path) = &options.log {
        log.copy_to(path).map_err(|error| NoWindow(format!("{} cannot be written: {error}", path.display())))?;
    }
    let tokens = Arc::new(Tokens::carried().map_err(|error| NoWindow(error.to_string()))?);
    let messages = Messages::new(locales, Isolation::On);
    let fonts = FontSearch::begin(messages.locale(), texts(messages.locale()));
    let brand = brand(options)?;
    let caption = Window::caption(&messages, &brand);
    let native = native(&tokens, &brand, &caption);
    let (options, log) = (options.clone(), log);
    let threads = Arc::new(std::sync::Mutex::new(None));
    let kept = Arc::clone(&threads);
    let opened = eframe::run_native(
        &caption.clone(),
        native,
        Box::new(move |creation| {
            let (fonts, messages) = match fonts.finish() {
                Some(fonts) => (fonts, messages),
                None => {
                    log::warn!("no font has every character of {}: this is English", messages.locale());
                    (Fonts::embedded(), Messages::new(&[FALLBACK], Isolation::On))
                }
            };
            fonts.install(&creation.egui_ctx);
            let ctx = creation.egui_ctx.clone();
            let wake: Wake = Arc::new(move || ctx.request_repaint());
            let (worker, thread) = match &options.replay {
                Some(recording) => Worker::start(Replay::read(recording)?, &log, wake)?,
                None => Worker::start(Runs { options: options.clone(), log: log.clone() }, &log, wake)?,
            };
            let (current, ctx) = (worker.current(), creation.egui_ctx.clone());
            signals::on_first(move || {
                current.cancel();
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            });
            *kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(thread);
            let parts = Parts {
                tokens,
                brand,
                messages: Arc::new(messages),
                fonts,
                find_fonts: Arc::new(|tag| Fonts::find(tag, texts(tag).iter().map(String::as_str))),
                runner: Box::new(worker),
                preferences: desktop.first(),
            };
            let ctx = creation.egui_ctx.clone();
            desktop.wakes(Box::new(move || ctx.request_repaint()));
            Ok(Box::new(App { window: Window::new(parts), desktop, start, frames: 0 }))
        }),
    );
    // Whatever the thread is at ends well first; the window is gone already.
    let thread = threads.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
    if let Some(thread) = thread
        && thread.join().is_err()
    {
        log::error!("the engine's thread panicked");
    }
    opened.map_err(|error| NoWindow(error.to_string())).map(|()| ExitCode::SUCCESS)
}

/// What eframe calls.
struct App {
    window: Window,
    desktop: Desktop,
    start: Instant,
    frames: u64,
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        if self.frames == 1 {
            log::info!("first frame after {} ms", self.start.elapsed().as_millis());
        }
        if let Some(preferences) = self.desktop.latest() {
            self.window.prefer(preferences);
        }
        self.window.logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let begun = Instant::now();
        self.window.ui(ui);
        self.frames += 1;
        let took = begun.elapsed();
        if took.as_millis() > 8 {
            log::debug!("frame {} took {:.1} ms", self.frames, took.as_secs_f64() * 1000.0);
        }
        if self.frames == 1 {
            ui.ctx().request_repaint();
        }
    }
}

fn native(tokens: &Tokens, brand: &Brand, caption: &str) -> eframe::NativeOptions {
    let size = Window::first_size(tokens);
    let mut viewport = egui::ViewportBuilder::default()
        .with_title(caption)
        .with_app_id("quoc")
        .with_inner_size(size)
        .with_min_inner_size(size * 0.75);
    if let Some(icon) = &brand.icon {
        let [width, height] = icon.size.map(|side| u32::try_from(side).unwrap_or_default());
        viewport = viewport.with_icon(egui::IconData { rgba: icon.rgba.clone(), width, height });
    }
    eframe::NativeOptions { viewport, centered: true, ..eframe::NativeOptions::default() }
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

//! The graphical face of a run: puts the window and the thread of the engine together.

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use quoc::console::options::Options;
use quoc::gui::text::bidi::without_controls;
use quoc::gui::text::{FontSearch, Fonts};
use quoc::gui::tokens::Tokens;
use quoc::gui::{Brand, Icon, Parts, Window};
use quoc::messages::{Arguments, CATALOGUES, FALLBACK, File, Isolation, Messages};
use quoc::model::{LocaleTag, Profile, Translated};
use quoc::system::assembly;
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
    if let Some(path) = &options.log {
        log.copy_to(path).map_err(|error| NoWindow(format!("{} cannot be written: {error}", path.display())))?;
    }
    let tokens = Arc::new(Tokens::carried().map_err(|error| NoWindow(error.to_string()))?);
    let messages = Messages::new(locales, Isolation::On);
    let fonts = FontSearch::begin(messages.locale(), texts(messages.locale()));
    let brand = brand(options, messages.locale())?;
    let caption = messages.text("window-caption", &Arguments::new().text("name", &brand.name));
    let caption = without_controls(&caption);
    let native = native(&tokens, &brand, &caption);
    let (options, log) = (options.clone(), log);
    let threads = Arc::new(std::sync::Mutex::new(None));
    let kept = Arc::clone(&threads);
    let opened = eframe::run_native(
        &caption.clone(),
        native,
        Box::new(move |creation| {
            let messages = match fonts.finish() {
                Some(fonts) => {
                    fonts.install(&creation.egui_ctx);
                    messages
                }
                None => {
                    log::warn!("no font has every character of {}: this is English", messages.locale());
                    Fonts::embedded().install(&creation.egui_ctx);
                    Messages::new(&[FALLBACK], Isolation::On)
                }
            };
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
            let parts = Parts { tokens, brand, messages: Arc::new(messages), runner: Box::new(worker), motion: true };
            Ok(Box::new(App { window: Window::new(parts), start, frames: 0 }))
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
    start: Instant,
    frames: u64,
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        if self.frames == 1 {
            log::info!("first frame after {} ms", self.start.elapsed().as_millis());
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
fn brand(options: &Options, locale: &str) -> Result<Brand, NoWindow> {
    let (profile, icon) = assembly::appearance(options).map_err(|error| NoWindow(error.to_string()))?;
    let Profile { name, publisher, brand, .. } = profile;
    let preferred: Vec<LocaleTag> = locale.parse().into_iter().collect();
    let in_language = |text: &Translated| text.pick(&preferred).to_owned();
    Ok(Brand {
        name,
        publisher,
        tagline: brand.tagline.as_ref().map(in_language),
        support: brand.support_note.as_ref().map(in_language).or(brand.support.as_ref().map(ToString::to_string)),
        accent: brand.accent.map(|colour| egui::Color32::from_rgb(colour.red, colour.green, colour.blue)),
        icon: icon.as_deref().and_then(read),
    })
}

fn read(png: &[u8]) -> Option<Icon> {
    let icon = eframe::icon_data::from_png_bytes(png).inspect_err(|error| log::warn!("no icon: {error}")).ok()?;
    let side = |length: u32| usize::try_from(length).ok();
    Some(Icon { size: [side(icon.width)?, side(icon.height)?], rgba: icon.rgba })
}

//! The window, drawn by the graphics card: eframe with OpenGL.

use std::time::Instant;

use super::ladder::{Broken, Watch};
use super::opening::{Motion, Opening, Shown};

/// Opens the window and stays until it is closed.
pub(super) fn run(opening: Opening, (watch, start): (&Watch, Instant)) -> Result<(), Broken> {
    let viewport = opening.viewport.clone();
    let native = eframe::NativeOptions { viewport, centered: true, ..eframe::NativeOptions::default() };
    let caption = opening.caption.clone();
    let watch = watch.clone();
    let create: eframe::AppCreator<'_> = Box::new(move |creation| {
        let shown = opening.open(&creation.egui_ctx, Motion::AsWished, (&watch, start))?;
        Ok(Box::new(App { shown, is_known: false }))
    });
    eframe::run_native(&caption, native, create).map_err(|error| match &error {
        eframe::Error::WinitEventLoop(_) => Broken::Display(error.to_string()),
        eframe::Error::AppCreation(_) => Broken::Other(error.to_string()),
        _ => Broken::Drawing(error.to_string()),
    })
}

/// What eframe calls.
struct App {
    shown: Shown,
    /// Whether eframe has called before.
    is_known: bool,
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        // How long a frame took is known once it was shown. A window that begins hidden has no frames, and is well.
        let is_hidden = self.is_known && self.shown.is_blank();
        if frame.info().cpu_usage.is_some() || is_hidden {
            self.shown.seen();
        }
        if !self.is_known {
            self.is_known = true;
            ctx.request_repaint();
        }
        self.shown.logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.shown.ui(ui);
    }
}

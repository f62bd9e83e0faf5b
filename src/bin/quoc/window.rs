//! The graphical face of a run. What cannot be opened, hangs or breaks is followed by the next rung of the ladder:
//! drawn by the graphics card, drawn by the processor, no window.

mod hardware;
mod ladder;
mod opening;
mod software;

use std::ffi::OsString;
use std::process::ExitCode;
use std::time::Instant;

use quoc::console::options::Options;
use quoc::system::logging::{Keep, RunLog};

use crate::replay::Replay;
use ladder::{Ladder, Renderer};
use opening::Opening;

/// Says that no window can be opened, and why, in English.
#[derive(Debug)]
pub(crate) struct NoWindow(pub(crate) String);

/// Whether there is something to open a window on.
pub(crate) fn has_display() -> bool {
    cfg!(any(windows, target_os = "macos")) || ladder::Displays::named().any()
}

/// Starts this program anew in its own place, as it was started; returns only if that fails.
pub(crate) fn begin_anew() -> std::io::Error {
    ladder::begin_anew()
}

/// Opens the window and stays until it is closed.
pub(crate) fn run(
    (options, replay): (&Options, Option<&Replay>),
    arguments: &[OsString],
    (locales, start): (&[String], Instant),
) -> Result<ExitCode, NoWindow> {
    let log = RunLog::begin(arguments, Keep::Always);
    if let Some(path) = &options.log {
        log.copy_to(path).map_err(|error| NoWindow(format!("{} cannot be written: {error}", path.display())))?;
    }
    let ladder = Ladder::here();
    if ladder.renderer == Renderer::None {
        return Err(NoWindow(ladder.because.unwrap_or_else(|| format!("{} says so", ladder::RENDERER))));
    }
    let opening = Opening::new((options, replay), locales, &log)?;
    let watch = ladder.watch();
    let work = opening.work();
    let ended = match ladder.renderer {
        Renderer::Software => software::run(opening, (&watch, start)),
        _ => hardware::run(opening, (&watch, start)),
    };
    // Whatever the thread is at ends well first; the window is gone already.
    work.join();
    watch.end();
    ended.map(|()| ExitCode::from(work.status())).map_err(|broken| NoWindow(ladder.go_on(broken)))
}

//! What the signals of the operating system do to a run.

use std::sync::atomic::{AtomicBool, Ordering};

use quoc::engine::failure;
use quoc::ports::Cancel;
use quoc::system::processes;

/// The first signal asks for a clean end; the second one is a kill, which the next start recovers from.
pub(crate) fn cancel() -> Cancel {
    let cancel = Cancel::default();
    let asked = cancel.clone();
    on_first(move || asked.cancel());
    cancel
}

/// The first signal does what is given; the second one is a kill.
pub(crate) fn on_first(ask: impl Fn() + Send + 'static) {
    let asked = AtomicBool::new(false);
    let handler = move || {
        if asked.swap(true, Ordering::Relaxed) {
            processes::kill_all();
            std::process::exit(i32::from(failure::exit::CANCELLED));
        }
        ask();
    };
    if let Err(error) = ctrlc::set_handler(handler) {
        log::warn!("signals end this process at once: {error}");
    }
}

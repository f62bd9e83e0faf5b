//! What the signals of the operating system do to a run.

use quoc::engine::failure;
use quoc::ports::Cancel;
use quoc::system::processes;

/// The first signal asks for a clean end; the second one is a kill, which the next start recovers from.
pub(crate) fn cancel() -> Cancel {
    let cancel = Cancel::default();
    let asked = cancel.clone();
    let handler = move || {
        if asked.is_cancelled() {
            processes::kill_all();
            std::process::exit(i32::from(failure::exit::CANCELLED));
        }
        asked.cancel();
    };
    if let Err(error) = ctrlc::set_handler(handler) {
        log::warn!("signals end this process at once: {error}");
    }
    cancel
}

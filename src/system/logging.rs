//! The log of a run: English lines with the seconds since its start. No secrets: addresses are
//! logged without user names, passwords and queries by those who log them.

use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use fs_err as fs;
use log::{LevelFilter, Log, Metadata, Record};

/// Writes the lines of this program to one file.
struct FileLog {
    file: Mutex<fs::File>,
    start: Instant,
}

/// Sends the log of this process to a file, beginning it anew.
///
/// # Errors
/// When the file cannot be written, or a log was begun before.
pub fn begin(path: &Path) -> io::Result<()> {
    let file = Mutex::new(fs::File::create(path)?);
    let log = Box::new(FileLog { file, start: Instant::now() });
    log::set_boxed_logger(log).map_err(io::Error::other)?;
    log::set_max_level(LevelFilter::Debug);
    log::info!("quoc {} on {} {}", env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    Ok(())
}

impl Log for FileLog {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        // Libraries may log what they were given, credentials included.
        metadata.target().starts_with("quoc")
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let seconds = self.start.elapsed().as_secs_f64();
        let line = format!("{seconds:9.3} {:5} {}\n", record.level(), record.args());
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        // A log that cannot be written must not end the install.
        file.write_all(line.as_bytes()).unwrap_or_default();
    }

    fn flush(&self) {}
}

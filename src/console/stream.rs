//! Where a face writes to. What cannot be written is let go: a closed pipe must not stop an installation.

use std::io::{BufRead, Write};
use std::sync::Arc;
use std::time::Duration;

use indicatif::ProgressDrawTarget;

use super::wrap::{Columns, wrapped};

/// The program's streams, as `main` found them.
pub struct Streams {
    /// Standard output.
    pub out: Box<dyn Write + Send>,
    /// Standard error.
    pub err: Box<dyn Write + Send>,
    /// Standard input, if a person sits there.
    pub input: Option<Box<dyn BufRead + Send>>,
    /// The terminal, if standard output is one.
    pub screen: Option<Screen>,
}

/// A terminal to draw on.
pub struct Screen {
    /// Where bars are drawn.
    pub target: ProgressDrawTarget,
    /// How wide it is.
    pub columns: Columns,
    /// Whether colours are wanted (`NO_COLOR` is not set).
    pub colour: bool,
}

/// Tells the time since the run began.
pub type Stopwatch = Arc<dyn Fn() -> Duration + Send + Sync>;

/// Writes lines until the other side is gone, and nothing from then on.
pub(super) struct Lines {
    inner: Option<Box<dyn Write + Send>>,
    columns: Option<Columns>,
}

impl Lines {
    pub(super) fn new(inner: Box<dyn Write + Send>) -> Self {
        Self { inner: Some(inner), columns: None }
    }

    /// Writes to a terminal, where lines are broken between words.
    pub(super) fn on_screen(inner: Box<dyn Write + Send>, columns: Columns) -> Self {
        Self { inner: Some(inner), columns: Some(columns) }
    }

    pub(super) fn line(&mut self, text: &str) {
        match &self.columns {
            Some(columns) => wrapped(text, columns(), None).iter().for_each(|line| self.put(&format!("{line}\n"))),
            None => self.put(&format!("{text}\n")),
        }
    }

    /// Writes a text as it is, at once.
    pub(super) fn put(&mut self, text: &str) {
        let written = self.inner.as_mut().map(|inner| inner.write_all(text.as_bytes()).and_then(|()| inner.flush()));
        if let Some(Err(_)) = written {
            self.inner = None;
        }
    }
}

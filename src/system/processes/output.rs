//! Reads what a child writes, line by line. Must not interpret it.

use std::io::{BufRead, BufReader, Read};
use std::process::Child;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use crate::ports::OutputLine;

/// One line of output that a reader thread hands over.
pub(super) enum Said {
    Out(String),
    Err(String),
}

impl Said {
    /// Hands the line on.
    pub(super) fn pass_to(&self, line: &mut dyn FnMut(OutputLine<'_>)) {
        match self {
            Self::Out(text) => line(OutputLine::Out(text)),
            Self::Err(text) => line(OutputLine::Err(text)),
        }
    }
}

/// Starts the two threads that read a child's output; the channel closes when both have read it all.
pub(super) fn read(child: &mut Child) -> Receiver<Said> {
    let (sender, receiver) = sync_channel(LINES_AHEAD);
    if let Some(out) = child.stdout.take() {
        let sender = sender.clone();
        std::thread::spawn(move || read_lines(out, &sender, Said::Out));
    }
    if let Some(err) = child.stderr.take() {
        std::thread::spawn(move || read_lines(err, &sender, Said::Err));
    }
    receiver
}

/// Sends each line of an output, decoded lossily and cut to [`LONGEST_LINE`]; a bare carriage return ends one too.
fn read_lines(output: impl Read, sender: &SyncSender<Said>, wrap: fn(String) -> Said) {
    let mut reader = BufReader::new(output);
    let mut line = Vec::new();
    let mut pending = false;
    while let Ok(chunk) = reader.fill_buf() {
        if chunk.is_empty() {
            break;
        }
        let end = chunk.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let text = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or_default();
        let room = LONGEST_LINE.saturating_sub(line.len());
        line.extend_from_slice(text.get(..room).unwrap_or(text));
        let used = end.map_or(chunk.len(), |end| end + 1);
        pending = end.is_none() || !line.is_empty();
        reader.consume(used);
        if end.is_some() && pending {
            if !send(&mut line, sender, wrap) {
                return;
            }
            pending = false;
        }
    }
    if pending && !line.is_empty() {
        send(&mut line, sender, wrap);
    }
}

/// Returns whether anyone still listens.
fn send(line: &mut Vec<u8>, sender: &SyncSender<Said>, wrap: fn(String) -> Said) -> bool {
    let text = String::from_utf8_lossy(line).into_owned();
    line.clear();
    sender.send(wrap(text)).is_ok()
}

/// Lines that may wait for the caller before the child is held up.
const LINES_AHEAD: usize = 256;

/// Bytes of a line that are kept.
pub(super) const LONGEST_LINE: usize = 16 * 1024;

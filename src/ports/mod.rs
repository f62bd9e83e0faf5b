//! The few edges to the world: time, the network, child processes, and the sink of events.
//!
//! Rooms take these as arguments; only `system` builds real ones.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::model::{Artifact, Event, Timestamp};

/// Takes the events of a run; shared by threads.
pub trait EventSink: Send + Sync {
    /// Takes one event; must not block for long.
    fn emit(&self, event: Event);
}

/// Nobody listens.
#[derive(Clone, Copy, Debug)]
pub struct Nobody;

impl EventSink for Nobody {
    fn emit(&self, _: Event) {}
}

/// Tells the time; sampled once a run.
pub trait Clock {
    /// Returns the present moment.
    fn now(&self) -> Timestamp;
}

/// Gets TUF metadata of one repository, by file name relative to its metadata folder.
pub trait MetadataSource {
    /// Returns the file's bytes; `None` only when the repository says it does not exist (403, 404).
    ///
    /// # Errors
    /// Any other failure, also a body of more than `limit` bytes.
    fn metadata(&self, file: &str, limit: u64) -> Result<Option<Vec<u8>>, SourceError>;

    /// Returns the bytes of a target, by its path relative to the targets folder.
    ///
    /// # Errors
    /// Any failure, also a body of more than `limit` bytes, or no such file.
    fn target(&self, path: &str, limit: u64) -> Result<Vec<u8>, SourceError>;
}

/// Gets single files by their address; used by the publisher's tool to read what it locks.
pub trait Downloads {
    /// Returns the file's bytes.
    ///
    /// # Errors
    /// Any failure, also a body of more than `limit` bytes.
    fn download(&self, url: &url::Url, limit: u64) -> Result<Vec<u8>, SourceError>;

    /// Brings files into a store of the fetch room, `<folder>/<sha256>/<name>`, each compared with its digest.
    ///
    /// # Errors
    /// The first file that could not be had, or a store that cannot be written.
    fn store(&self, artifacts: &[&Artifact], folder: &Path) -> Result<(), SourceError>;
}

/// Keeps the TUF metadata that was trusted last, by path below its folder (`root_history/2.root.json`).
pub trait MetadataStore {
    /// Returns a file's bytes; `None` when it is not there.
    ///
    /// # Errors
    /// Any other failure, also a file that is too large to be metadata.
    fn read(&self, file: &str) -> std::io::Result<Option<Vec<u8>>>;

    /// Replaces a file at one instant; it survives a power cut once this returns.
    ///
    /// # Errors
    /// Any failure; the old content is untouched then.
    fn write(&self, file: &str, bytes: &[u8]) -> std::io::Result<()>;

    /// Removes a file; what is not there is no error. It stays removed after a power cut.
    ///
    /// # Errors
    /// Any other failure.
    fn remove(&self, file: &str) -> std::io::Result<()>;
}

/// Says why a repository's file could not be had.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// It does not exist.
    #[error("{file} does not exist at {place}")]
    NotThere {
        /// The file.
        file: String,
        /// The repository.
        place: String,
    },
    /// The body is longer than allowed.
    #[error("{file} at {place} is longer than the {limit} bytes allowed")]
    TooLong {
        /// The file.
        file: String,
        /// The repository.
        place: String,
        /// Bytes allowed.
        limit: u64,
    },
    /// The person asked for no network.
    #[error("{place} is on the network, which was not to be used")]
    Offline {
        /// The repository.
        place: String,
    },
    /// Nobody says where the releases are.
    #[error("{} has no `repository`, and --repository names none", profile.display())]
    Unnamed {
        /// The profile's file.
        profile: PathBuf,
    },
    /// No answer could be had: no network, a proxy, TLS, a time-out, a server error.
    #[error("{file} could not be had from {place}")]
    Unreachable {
        /// The file.
        file: String,
        /// The repository.
        place: String,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// Runs child processes with a cleared environment.
pub trait Processes: Send + Sync {
    /// Runs a command to its end; each line of its output goes to `line` as it comes.
    ///
    /// # Errors
    /// When it cannot be started, or was cancelled (it is killed then, its children too).
    fn run(
        &self,
        command: &Command,
        cancel: &Cancel,
        line: &mut dyn FnMut(OutputLine<'_>),
    ) -> std::io::Result<ExitStatus>;
}

/// A command with its whole environment; nothing is inherited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The program, absolute.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<OsString>,
    /// Its whole environment.
    pub environment: Vec<(OsString, OsString)>,
    /// Its working folder.
    pub folder: PathBuf,
    /// How long it may take.
    pub time_limit: std::time::Duration,
}

/// One line a child wrote, without its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputLine<'a> {
    /// On its standard output.
    Out(&'a str),
    /// On its standard error.
    Err(&'a str),
}

/// How a child ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitStatus {
    /// By itself.
    Code(i32),
    /// By a signal, or killed because its time was up.
    Killed,
}

/// A wish to stop, shared by all who work on a run.
#[derive(Clone, Debug, Default)]
pub struct Cancel {
    wish: Arc<AtomicBool>,
    above: Option<Arc<Self>>,
}

impl Cancel {
    /// Asks everyone to stop at the next safe point.
    pub fn cancel(&self) {
        self.wish.store(true, Ordering::Relaxed);
    }

    /// Returns whether someone asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.wish.load(Ordering::Relaxed) || self.above.as_ref().is_some_and(|above| above.is_cancelled())
    }

    /// Returns a wish of its own, for a part of the work: whoever stops the whole stops that part, too.
    #[must_use]
    pub fn below(&self) -> Self {
        Self { wish: Arc::default(), above: Some(Arc::new(self.clone())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_reaches_what_is_below_it_and_nothing_above() {
        let (whole, other) = (Cancel::default(), Cancel::default());
        let part = whole.below();
        part.clone().cancel();
        assert!(part.is_cancelled() && !whole.is_cancelled());
        let part = whole.below().below();
        other.cancel();
        assert!(!part.is_cancelled());
        whole.clone().cancel();
        assert!(part.is_cancelled());
    }
}

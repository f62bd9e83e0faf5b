//! Runs the fetch room on a temporary store, with limits that do not keep a test waiting.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use quoc::fetch::{self, Cause, Client, FetchError, FetchRequest, Limits, Places, Store, Wheelhouse};
use quoc::model::{Artifact, Event, Source};
use quoc::ports::{Cancel, EventSink};
use quoc::system::http::{HttpSettings, client};
use url::Url;

use super::body::Body;

/// A store, the places, the limits and what was said of it all.
pub struct Fetching {
    pub folder: tempfile::TempDir,
    pub store: Store,
    pub places: Places,
    pub limits: Limits,
    pub client: Client,
    pub events: Recorder,
    pub cancel: Cancel,
}

/// Keeps every event.
#[derive(Clone, Default)]
pub struct Recorder(Arc<Mutex<Vec<Event>>>);

impl Fetching {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self {
            store: Store::new(folder.path().join("artifacts")),
            folder,
            places: Places::default(),
            limits: quick(),
            client: direct(),
            events: Recorder::default(),
            cancel: Cancel::default(),
        }
    }

    /// Fetches artifacts in their order.
    pub fn fetch(&self, artifacts: &[&Artifact]) -> Result<Wheelhouse, FetchError> {
        let request = FetchRequest { artifacts, store: &self.store, places: &self.places, limits: &self.limits };
        fetch::fetch(request, &self.client, &self.events, &self.cancel)
    }

    /// Fetches one artifact and returns its bytes.
    pub fn bytes(&self, artifact: &Artifact) -> Vec<u8> {
        let wheelhouse = self.fetch(&[artifact]).unwrap_or_else(|error| panic!("{error:?}"));
        std::fs::read(wheelhouse.path(artifact).unwrap()).unwrap()
    }

    /// Fetches one artifact, which must fail, and returns the cause that tells most.
    pub fn cause(&self, artifact: &Artifact) -> Cause {
        match self.fetch(&[artifact]) {
            Err(FetchError::Failed { failure, .. }) => failure.cause,
            other => panic!("{other:?}"),
        }
    }

    /// Returns the file that holds an artifact's bytes while they arrive.
    pub fn partial(&self, artifact: &Artifact) -> PathBuf {
        self.store.path(artifact).with_file_name(".partial")
    }
}

impl Recorder {
    /// Returns the bytes that `Fetching` told of, in order.
    pub fn have(&self) -> Vec<u64> {
        let events = self.0.lock().unwrap();
        events
            .iter()
            .filter_map(|event| if let Event::Fetching { have, .. } = event { Some(*have) } else { None })
            .collect()
    }

    /// Returns the number of the try, the pause and the cause of each `Retrying`.
    pub fn retries(&self) -> Vec<(u32, u64, String)> {
        let events = self.0.lock().unwrap();
        let retrying = events.iter().filter_map(|event| match event {
            Event::Retrying { attempt, wait, cause, .. } => Some((*attempt, *wait, cause.clone())),
            _ => None,
        });
        retrying.collect()
    }
}

impl EventSink for Recorder {
    fn emit(&self, event: Event) {
        self.0.lock().unwrap().push(event);
    }
}

/// Returns a client that no proxy of this machine's environment comes between.
pub fn direct() -> Client {
    client(&HttpSettings { proxy: Some("direct:".parse().unwrap()), ..HttpSettings::default() }).unwrap()
}

/// Returns limits with pauses of milliseconds.
pub fn quick() -> Limits {
    Limits {
        first_wait: Duration::from_millis(10),
        longest_wait: Duration::from_millis(40),
        answer: Duration::from_secs(10),
        rate_window: Duration::from_secs(10),
        patience: Duration::from_secs(20),
        metadata: Duration::from_secs(10),
        ..Limits::default()
    }
}

/// Describes a body as an artifact of these addresses.
pub fn artifact(name: &str, body: &Body, urls: &[Url]) -> Artifact {
    Artifact {
        name: name.parse().unwrap(),
        size: body.len(),
        sha256: body.sha256(),
        package: name.split('-').next().unwrap().parse().ok(),
        sources: urls.iter().cloned().map(Source::Url).collect(),
    }
}

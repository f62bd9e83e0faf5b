//! Gets single files over http for the publisher's tool: the real [`Downloads`].

use std::path::Path;
use std::time::Duration;

use url::Url;

use super::http::{self, HttpError, HttpSettings};
use crate::fetch::{self, Client, FetchError, FetchRequest, HttpRepository, Limits, Places, Store};
use crate::model::Artifact;
use crate::ports::{Cancel, Downloads, MetadataSource as _, Nobody, SourceError};

/// Gets files with the system's proxy and trust store, by the same ways as users' fetches.
#[derive(Clone, Debug)]
pub struct HttpDownloads {
    client: Client,
    cancel: Cancel,
}

impl HttpDownloads {
    /// Makes one.
    ///
    /// # Errors
    /// When TLS or the proxy cannot be set up.
    pub fn new(cancel: &Cancel) -> Result<Self, HttpError> {
        Ok(Self { client: http::client(&HttpSettings::default())?, cancel: cancel.clone() })
    }

    /// Opens a repository on a web server.
    pub fn repository(&self, base: &Url) -> HttpRepository {
        HttpRepository::new(self.client.clone(), base, Limits::default(), self.cancel.clone())
    }
}

impl Downloads for HttpDownloads {
    fn download(&self, url: &Url, limit: u64) -> Result<Vec<u8>, SourceError> {
        let not_there =
            || SourceError::NotThere { file: url.path().to_owned(), place: url.host_str().unwrap_or("").to_owned() };
        // The file's folder stands for a repository's, so that there is one way to read a server.
        let (folder, file) = url.as_str().rsplit_once('/').ok_or_else(not_there)?;
        let folder = Url::parse(folder).map_err(|_| not_there())?;
        let limits = Limits { metadata: DEADLINE, ..Limits::default() };
        HttpRepository::of_folders(self.client.clone(), folder.clone(), folder, limits, self.cancel.clone())
            .target(file, limit)
    }

    fn store(&self, artifacts: &[&Artifact], folder: &Path) -> Result<(), SourceError> {
        let (store, places, limits) = (Store::new(folder), Places::default(), Limits::default());
        let request = FetchRequest { artifacts, store: &store, places: &places, limits: &limits };
        fetch::fetch(request, &self.client, &Nobody, &self.cancel).map(|_| ()).map_err(not_had)
    }
}

fn not_had(error: FetchError) -> SourceError {
    let (file, place) = match &error {
        FetchError::Failed { artifact, failure, .. } => (artifact.to_string(), failure.place.clone()),
        FetchError::Store { folder, .. } => ("what is locked".to_owned(), folder.display().to_string()),
        FetchError::Missing { .. } | FetchError::Cancelled => ("what is locked".to_owned(), "the network".to_owned()),
    };
    SourceError::Unreachable { file, place, source: Box::new(error) }
}

/// A source distribution is larger than metadata.
const DEADLINE: Duration = Duration::from_secs(600);

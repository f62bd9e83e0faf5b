//! Gets single files over http: the real [`Downloads`].

use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use url::Url;

use crate::ports::{Downloads, SourceError};

/// Gets files with the system's proxy and trust store.
pub struct HttpDownloads {
    runtime: tokio::runtime::Runtime,
    client: reqwest::Client,
}

impl HttpDownloads {
    /// Makes one.
    ///
    /// # Errors
    /// When the system has no threads, or no trust store.
    pub fn new() -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        // Another part of the program may have chosen the same provider already.
        let _already = Arc::new(rustls::crypto::ring::default_provider()).as_ref().clone().install_default();
        let client = reqwest::Client::builder().connect_timeout(CONNECT).read_timeout(READ).build()?;
        Ok(Self { runtime, client })
    }

    async fn get(&self, url: &Url, limit: u64) -> Result<Vec<u8>, SourceError> {
        let (file, place) = (url.path().to_owned(), url.host_str().unwrap_or_default().to_owned());
        let unreachable = |source: reqwest::Error| SourceError::Unreachable {
            file: file.clone(),
            place: place.clone(),
            source: Box::new(source),
        };
        let response = self.client.get(url.clone()).send().await.map_err(unreachable)?;
        let mut body = response.error_for_status().map_err(unreachable)?.bytes_stream();
        let mut bytes = Vec::new();
        while let Some(part) = body.next().await {
            bytes.extend_from_slice(&part.map_err(unreachable)?);
            if bytes.len() as u64 > limit {
                return Err(SourceError::TooLong { file, place, limit });
            }
        }
        Ok(bytes)
    }
}

impl Downloads for HttpDownloads {
    fn download(&self, url: &Url, limit: u64) -> Result<Vec<u8>, SourceError> {
        self.runtime.block_on(self.get(url, limit))
    }
}

const CONNECT: Duration = Duration::from_secs(30);
const READ: Duration = Duration::from_secs(60);

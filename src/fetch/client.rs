//! The HTTP client with the rules that hold for every request, and the threads it runs on.
//!
//! `system` decides on proxies and certificates and hands in a builder; this module adds what
//! nobody may change: which redirects are followed, and that bytes are never decoded on the way.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use reqwest::header::{ACCEPT_ENCODING, HeaderMap, HeaderName, HeaderValue};
use reqwest::redirect::{Attempt, Policy};
use tokio::runtime::{Builder, Runtime};

use super::cause::RefusedRedirect;
use crate::ports::Cancel;

/// Talks HTTP; cheap to clone, connections are shared.
#[derive(Clone)]
pub struct Client(Arc<Shared>);

struct Shared {
    http: reqwest::Client,
    runtime: Arc<Runtime>,
    proxy_of: Arc<ProxyOf>,
}

/// Names the proxy on the way to an address, without credentials; for words only.
pub type ProxyOf = dyn Fn(&url::Url) -> Option<String> + Send + Sync;

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client").finish_non_exhaustive()
    }
}

/// Says why no client could be made.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The HTTP library refused its settings.
    #[error("the HTTP client cannot be made")]
    Http(#[from] reqwest::Error),
    /// No threads.
    #[error("the network threads cannot be started")]
    Threads(#[from] std::io::Error),
}

impl Client {
    /// Finishes a builder that knows about proxies and certificates.
    ///
    /// # Errors
    /// When the HTTP library refuses its settings, or no thread can be started.
    pub fn new(builder: reqwest::ClientBuilder) -> Result<Self, ClientError> {
        try_threads(STACK)?;
        let runtime = Builder::new_multi_thread()
            .worker_threads(THREADS)
            .max_blocking_threads(BLOCKING_THREADS)
            .thread_keep_alive(ALWAYS)
            .thread_stack_size(STACK)
            .thread_name("quoc-network")
            .enable_all()
            .build()?;
        // As long as there is one of these threads, work waits for it where the system gives no further one.
        drop(runtime.spawn_blocking(|| {}));
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        let http = builder
            .default_headers(headers)
            .redirect(Policy::custom(judge_redirect))
            .referer(false)
            .connect_timeout(CONNECT)
            .build()?;
        Ok(Self(Arc::new(Shared { http, runtime: Arc::new(runtime), proxy_of: Arc::new(|_| None) })))
    }

    /// Lets errors name the proxy: without, only the server at the other end is known.
    #[must_use]
    pub fn naming_proxies(self, proxy_of: Arc<ProxyOf>) -> Self {
        let (http, runtime) = (self.0.http.clone(), Arc::clone(&self.0.runtime));
        Self(Arc::new(Shared { http, runtime, proxy_of }))
    }

    /// Starts a GET request.
    pub(super) fn get(&self, url: url::Url) -> Request {
        let proxy = (self.0.proxy_of)(&url);
        Request { builder: self.0.http.get(url), proxy }
    }

    /// Runs a future to its end; none when someone asked to stop before.
    pub(super) fn block_on<T>(&self, cancel: &Cancel, work: impl Future<Output = T>) -> Option<T> {
        self.0.runtime.block_on(async {
            tokio::select! {
                biased;
                () = cancelled(cancel) => None,
                done = work => Some(done),
            }
        })
    }
}

/// A request that is not sent yet.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) builder: reqwest::RequestBuilder,
    /// The proxy that it goes through.
    pub(super) proxy: Option<String>,
}

impl Request {
    /// Adds a header.
    pub(super) fn header(self, name: HeaderName, value: &str) -> Self {
        Self { builder: self.builder.header(name, value), ..self }
    }
}

/// Asks the system for as many threads as the runtime starts with, which panics where it gets none.
fn try_threads(stack: usize) -> std::io::Result<()> {
    let gate = Mutex::new(());
    std::thread::scope(|scope| {
        // All of them are there at once.
        let _closed = gate.lock();
        for _ in 0..=THREADS {
            std::thread::Builder::new().stack_size(stack).spawn_scoped(scope, || drop(gate.lock()))?;
        }
        Ok(())
    })
}

async fn cancelled(cancel: &Cancel) {
    while !cancel.is_cancelled() {
        tokio::time::sleep(CANCEL_POLL).await;
    }
}

/// Follows a few redirects, and none that gives up encryption.
fn judge_redirect(attempt: Attempt<'_>) -> reqwest::redirect::Action {
    let was_secure = attempt.previous().iter().any(|url| url.scheme() == "https");
    let allowed = match attempt.url().scheme() {
        "https" => true,
        "http" => !was_secure,
        _ => false,
    };
    if !allowed {
        attempt.error(RefusedRedirect::Insecure)
    } else if attempt.previous().len() > REDIRECTS {
        attempt.error(RefusedRedirect::TooMany { limit: REDIRECTS })
    } else {
        attempt.follow()
    }
}

/// Redirects followed for one request.
pub const REDIRECTS: usize = 5;

const CONNECT: Duration = Duration::from_secs(20);
const CANCEL_POLL: Duration = Duration::from_millis(25);
/// TLS and sockets; hashing and writing happen on the caller's thread.
const THREADS: usize = 2;
const BLOCKING_THREADS: usize = 4;
/// Bytes of each thread's stack.
const STACK: usize = 2 * 1024 * 1024;
/// So long threads without work are kept.
const ALWAYS: Duration = Duration::from_hours(24);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_that_gives_no_thread_is_told_and_no_panic() {
        assert!(try_threads(STACK).is_ok());
        // No machine has room for such a stack.
        assert!(try_threads(usize::MAX / 4).is_err());
    }
}

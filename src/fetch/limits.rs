//! Every limit of this room, in one place.

use std::time::Duration;

/// How much, how long, how often; [`Limits::default`] is what the product uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Artifacts under way at once.
    pub connections: usize,
    /// Tries for one artifact, across all places.
    pub tries: u32,
    /// A try that brought this many bytes does not count: a long file on a bad line gets there.
    pub progress: u64,
    /// The first pause before a place is asked again; it doubles from try to try.
    pub first_wait: Duration,
    /// The longest such pause.
    pub longest_wait: Duration,
    /// The longest `Retry-After` that is waited for.
    pub retry_after: Duration,
    /// From the request to the head of the answer.
    pub answer: Duration,
    /// Bytes a second that a place must bring, over `rate_window`.
    pub rate: u64,
    /// The same, while another place has not been asked yet: a mirror that crawls is left for one that may not.
    pub rate_with_choice: u64,
    /// The time over which `rate` is measured; also the longest silence.
    pub rate_window: Duration,
    /// How long another process may hold an artifact without bringing a byte before this one fetches for itself.
    pub patience: Duration,
    /// Tries for one file of TUF metadata: somebody waits for it, with nothing to see meanwhile.
    pub metadata_tries: u32,
    /// One file of TUF metadata, from the first try to the last byte.
    pub metadata: Duration,
    /// Bytes of one page of a package index.
    pub index_page: u64,
    /// The same page, from the request to the last byte.
    pub index_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 8,
            tries: 6,
            progress: 256 * 1024,
            first_wait: Duration::from_secs(1),
            longest_wait: Duration::from_secs(20),
            retry_after: Duration::from_secs(60),
            answer: Duration::from_secs(30),
            rate: 1024,
            rate_with_choice: 8 * 1024,
            rate_window: Duration::from_secs(30),
            patience: Duration::from_secs(45),
            metadata_tries: 4,
            metadata: Duration::from_secs(60),
            index_page: 16 * 1024 * 1024,
            index_time: Duration::from_secs(180),
        }
    }
}

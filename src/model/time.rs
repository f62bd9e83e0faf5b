//! Time as TUF writes it: whole seconds, UTC.

use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// A moment in whole seconds since the Unix epoch; its text is `YYYY-MM-DDTHH:MM:SSZ`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp(u64);

/// Says that a text is no moment of the form `YYYY-MM-DDTHH:MM:SSZ`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a time of the form YYYY-MM-DDTHH:MM:SSZ")]
pub struct InvalidTimestamp {
    /// The text as it was given, cut to a sane length.
    pub text: String,
}

impl Timestamp {
    /// Makes a moment from seconds since the epoch; beyond the year 9999 it is the last one of it.
    pub fn from_seconds(seconds: u64) -> Self {
        Self(seconds.min(LAST))
    }

    /// Returns the seconds since the epoch.
    pub fn seconds(self) -> u64 {
        self.0
    }

    /// Returns the moment so many seconds later.
    #[must_use]
    pub fn plus_seconds(self, seconds: u64) -> Self {
        Self::from_seconds(self.0.saturating_add(seconds))
    }
}

impl From<SystemTime> for Timestamp {
    /// Cuts to whole seconds; a clock before 1970 reads as the epoch.
    fn from(time: SystemTime) -> Self {
        Self::from_seconds(time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()))
    }
}

impl FromStr for Timestamp {
    type Err = InvalidTimestamp;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let invalid = || InvalidTimestamp { text: text.chars().take(40).collect() };
        // TUF 1.0.34, 4.2: ISO 8601, always UTC and without fractions.
        if text.len() != 20 || !text.ends_with('Z') || text.as_bytes().get(10) != Some(&b'T') {
            return Err(invalid());
        }
        let time = humantime::parse_rfc3339(text).map_err(|_| invalid())?;
        let since = time.duration_since(UNIX_EPOCH).map_err(|_| invalid())?;
        Ok(Self(since.as_secs()))
    }
}

super::text_form!(Timestamp, InvalidTimestamp);

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = UNIX_EPOCH + Duration::from_secs(self.0);
        write!(f, "{}", humantime::format_rfc3339_seconds(time))
    }
}

/// 9999-12-31T23:59:59Z
const LAST: u64 = 253_402_300_799;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_back_what_it_wrote() {
        for text in ["1970-01-01T00:00:00Z", "2026-11-22T23:59:59Z", "9999-12-31T23:59:59Z"] {
            assert_eq!(text.parse::<Timestamp>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn another_form_than_tufs_is_refused() {
        for text in ["", "2026-11-22", "2026-11-22 23:59:59Z", "2026-11-22T23:59:59+00:00", "2026-13-22T23:59:59Z"] {
            assert!(text.parse::<Timestamp>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_moment_never_leaves_the_range_it_can_be_written_in() {
        let end = Timestamp::from_seconds(u64::MAX).plus_seconds(u64::MAX);
        assert_eq!(end.to_string(), "9999-12-31T23:59:59Z");
    }
}

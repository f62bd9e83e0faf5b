//! A value of an option: what its form must be.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lexopt::{Parser, ValueExt};
use url::Url;

use super::super::tilde;
use super::super::usage::UsageError;
use super::{FaceChoice, Place, PythonWish, names};

/// A value of an option, not yet looked at.
pub(super) struct Value<'a> {
    option: &'static str,
    raw: OsString,
    home: Option<&'a Path>,
}

impl<'a> Value<'a> {
    pub(super) fn take(
        (option, home): (&'static str, Option<&'a Path>),
        parser: &mut Parser,
    ) -> Result<Self, UsageError> {
        if let Some(raw) = parser.optional_value() {
            return Ok(Self { option, raw, home });
        }
        let raw = parser.value().map_err(|_| UsageError::MissingValue { option: option.to_owned() })?;
        // `--prefix --json` is a forgotten value, not a folder of that name; `--prefix=--json` is one.
        if names().any(|other| raw == *other) {
            return Err(UsageError::MissingValue { option: option.to_owned() });
        }
        Ok(Self { option, raw, home })
    }

    fn bad(&self) -> UsageError {
        UsageError::BadValue { option: self.option, value: self.raw.to_string_lossy().into_owned() }
    }

    fn text(&self) -> Result<String, UsageError> {
        self.raw.clone().string().map_err(|_| self.bad())
    }

    pub(super) fn path(self) -> Result<PathBuf, UsageError> {
        let path = tilde::meant(Path::new(&self.raw), self.home).filter(|path| !path.as_os_str().is_empty());
        path.ok_or_else(|| self.bad())
    }

    pub(super) fn url(self, schemes: &[&str]) -> Result<Url, UsageError> {
        let url = Url::parse(&self.text()?).ok();
        url.filter(|url| schemes.contains(&url.scheme()) && url.has_host()).ok_or_else(|| self.bad())
    }

    pub(super) fn place(self) -> Result<Place, UsageError> {
        // No folder's name has `://` in it; a mistyped scheme must not read as a folder.
        if self.raw.to_string_lossy().contains("://") {
            self.url(WEB).map(Place::Url)
        } else {
            self.path().map(Place::Folder)
        }
    }

    pub(super) fn python(self) -> Result<PythonWish, UsageError> {
        let numbers = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == '.');
        match self.raw.to_str().filter(|text| !text.is_empty() && numbers(text)) {
            Some(text) => text.parse().map(PythonWish::Version).map_err(|_| self.bad()),
            None => self.path().map(PythonWish::Path),
        }
    }

    pub(super) fn seconds(self) -> Result<Duration, UsageError> {
        let seconds = self.text()?.parse().ok().filter(|seconds| *seconds <= LONGEST_WAIT);
        seconds.map(Duration::from_secs).ok_or_else(|| self.bad())
    }

    pub(super) fn face(self) -> Result<FaceChoice, UsageError> {
        match self.raw.to_str() {
            Some("window") => Ok(FaceChoice::Window),
            Some("terminal") => Ok(FaceChoice::Terminal),
            _ => Err(self.bad()),
        }
    }

    pub(super) fn locale(self) -> Result<String, UsageError> {
        let text = self.text()?;
        let plausible = (2..=MAX_LOCALE).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.@".contains(c));
        if plausible { Ok(text) } else { Err(self.bad()) }
    }
}

pub(super) const WEB: &[&str] = &["http", "https"];
pub(super) const PROXY: &[&str] = &["http", "https", "socks5", "socks5h"];

/// Seconds of a day: whoever waits longer has forgotten about it.
const LONGEST_WAIT: u64 = 24 * 60 * 60;

/// BCP 47 tags are shorter; POSIX adds an encoding.
const MAX_LOCALE: usize = 60;

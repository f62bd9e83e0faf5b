//! One try at one place: its bytes go into the partial file, counted and hashed as they come.

use std::io::{Read, Seek, SeekFrom};

use reqwest::header::{CONTENT_RANGE, ETAG, IF_RANGE, RANGE, TRANSFER_ENCODING};
use reqwest::{Response, StatusCode};
use url::Url;

use super::answer::{self, Window};
use super::cause::{Cause, looks_like_a_page};
use super::meter::Meter;
use super::partial::{Origin, Partial, PartialError};
use super::places::{Place, shown};
use super::{Context, index};
use crate::model::Artifact;

/// What one artifact is brought with; lives as long as the tries for it.
pub(super) struct Transfer<'a> {
    pub(super) artifact: &'a Artifact,
    pub(super) partial: Partial,
    pub(super) meter: Meter<'a>,
    /// The address that the package index gave, so that its page is asked for once.
    pub(super) listed: Option<Url>,
}

impl Transfer<'_> {
    /// Brings what is missing and judges the whole.
    ///
    /// `choice` says that another place was not asked yet; a slow one is given up sooner then.
    pub(super) async fn bring(
        &mut self,
        place: &Place<'_>,
        choice: bool,
        context: &Context<'_>,
    ) -> Result<(), PartialError> {
        let limits = context.request.limits;
        let rate = if choice { limits.rate_with_choice } else { limits.rate };
        match place {
            Place::File(path) => self.copy(path, context)?,
            Place::Carried { bytes, .. } => self.take_carried(bytes)?,
            Place::Address(url) => self.download(url.clone(), rate, context).await?,
            Place::Index { index, package } => {
                let listed = match self.listed.take() {
                    Some(listed) => listed,
                    None => index::find(index, package, self.artifact, context).await?,
                };
                self.listed = Some(listed.clone());
                self.download(listed, rate, context).await?;
            }
        }
        Ok(self.partial.verify(self.artifact)?)
    }

    fn take_carried(&mut self, bytes: &[u8]) -> Result<(), PartialError> {
        self.judge_length(bytes.len() as u64)?;
        let rest = usize::try_from(self.partial.have()).ok().and_then(|have| bytes.get(have..)).unwrap_or_default();
        self.take(rest)
    }

    fn copy(&mut self, path: &std::path::Path, context: &Context<'_>) -> Result<(), PartialError> {
        let unreadable = |source| Cause::Unreadable { source };
        let mut file = fs_err::File::open(path).map_err(unreadable)?;
        self.judge_length(file.metadata().map_err(unreadable)?.len())?;
        file.seek(SeekFrom::Start(self.partial.have())).map_err(unreadable)?;
        let mut buffer = vec![0; BUFFER];
        while !self.partial.is_whole() {
            if context.cancel.is_cancelled() {
                return Err(Cause::Cancelled.into());
            }
            let count = file.read(&mut buffer).map_err(unreadable)?;
            if count == 0 {
                return Err(self.short(self.partial.have()).into());
            }
            self.take(buffer.get(..count).unwrap_or_default())?;
        }
        Ok(())
    }

    async fn download(&mut self, url: Url, rate: u64, context: &Context<'_>) -> Result<(), PartialError> {
        let limits = context.request.limits;
        let name = shown(&url);
        let mut request = context.client.get(url);
        let from = self.partial.have();
        let tag = self.partial.etag_of(&name).map(str::to_owned);
        if from > 0 {
            request = request.header(RANGE, &format!("bytes={from}-"));
            // RFC 9110, section 13.1.5: send the whole instead if the file is another one by now.
            request = tag.iter().fold(request, |request, tag| request.header(IF_RANGE, tag));
        }
        let response = answer::ask(request, limits).await?;
        let skip = self.prepare(&response, name, tag.as_deref())?;
        self.stream(response, skip, Window::new(limits, rate)).await
    }

    /// Judges the head of an answer; returns how many of its bytes are on disk already.
    fn prepare(&mut self, response: &Response, url: String, sent_tag: Option<&str>) -> Result<u64, PartialError> {
        let from = self.partial.have();
        if from > 0 && response.status() == StatusCode::RANGE_NOT_SATISFIABLE {
            self.partial.reset()?;
            return Err(Cause::WrongRange.into());
        }
        if let Some(cause) = answer::refusal(response) {
            return Err(cause.into());
        }
        if response.status() == StatusCode::PARTIAL_CONTENT {
            if range_start(response) != Some(from) {
                // Next time the whole is asked for.
                self.partial.reset()?;
                return Err(Cause::WrongRange.into());
            }
            return Ok(0);
        }
        let tag = answer::header(response, ETAG).filter(|tag| tag.starts_with('"'));
        // A server without ranges sends the whole again: what is on disk stays and is passed over,
        // unless the server says that it is another file by now.
        if from > 0 && (sent_tag.is_none() || sent_tag == tag) {
            return Ok(from);
        }
        self.partial.reset()?;
        self.partial.begin(tag.map(|tag| Origin { url, etag: tag.to_owned() }))?;
        Ok(0)
    }

    async fn stream(&mut self, mut from: Response, mut skip: u64, mut window: Window<'_>) -> Result<(), PartialError> {
        let size = self.artifact.size;
        let start = self.partial.have() - skip;
        let length = from.content_length().map(|length| length + start);
        let delimited = length.is_some() || from.headers().contains_key(TRANSFER_ENCODING);
        let mut is_first = start == 0;
        while let Some(bytes) = window.next(&mut from, self.partial.have(), size).await? {
            let bytes = bytes.as_ref();
            if is_first && looks_like_a_page(bytes) {
                return Err(Cause::LoginPage.into());
            }
            if is_first {
                length.map_or(Ok(()), |length| self.judge_length(length))?;
            }
            is_first = false;
            let passed = skip.min(bytes.len() as u64);
            skip -= passed;
            self.take(usize::try_from(passed).ok().and_then(|passed| bytes.get(passed..)).unwrap_or_default())?;
        }
        match self.partial.is_whole() && skip == 0 {
            true => Ok(()),
            // The end was announced and it was too early; or nobody knows whether it was the end.
            false if delimited => Err(self.short(self.partial.have() - skip).into()),
            false => Err(Cause::Cut { have: self.partial.have(), size, source: None }.into()),
        }
    }

    fn take(&mut self, bytes: &[u8]) -> Result<(), PartialError> {
        self.partial.append(bytes)?;
        self.meter.at(self.partial.have());
        Ok(())
    }

    fn judge_length(&self, length: u64) -> Result<(), Cause> {
        match length.cmp(&self.artifact.size) {
            std::cmp::Ordering::Less => Err(self.short(length)),
            std::cmp::Ordering::Equal => Ok(()),
            std::cmp::Ordering::Greater => Err(Cause::Long { size: self.artifact.size }),
        }
    }

    fn short(&self, have: u64) -> Cause {
        Cause::Short { have, size: self.artifact.size }
    }
}

/// Reads where a 206 begins: `bytes 100-199/200` (RFC 9110, section 14.4).
fn range_start(response: &Response) -> Option<u64> {
    answer::header(response, CONTENT_RANGE)?.strip_prefix("bytes ")?.split('-').next()?.trim().parse().ok()
}

const BUFFER: usize = 128 * 1024;

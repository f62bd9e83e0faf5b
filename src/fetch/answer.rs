//! One answer of a server: its status, what kind of thing it is, and its bytes under a limit.

use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, DATE, HeaderName, RETRY_AFTER};
use reqwest::{Response, StatusCode};
use tokio::time::{Instant, timeout, timeout_at};

use super::cause::Cause;
use super::client::Request;
use super::limits::Limits;
use crate::model::Timestamp;

/// Sends a request and waits for the head of the answer.
pub(super) async fn ask(request: Request, limits: &Limits) -> Result<Response, Cause> {
    let seconds = limits.answer.as_secs();
    let Request { builder, proxy } = request;
    match timeout(limits.answer, builder.send()).await {
        Ok(Ok(response)) if response.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED => {
            Err(Cause::ProxyLogin { proxy })
        }
        Ok(answer) => answer.map_err(|error| Cause::of_request(error, seconds, proxy)),
        Err(_) => Err(Cause::TimedOut { seconds }),
    }
}

/// Returns why an answer is none, if it is none.
pub(super) fn refusal(response: &Response) -> Option<Cause> {
    match response.status() {
        StatusCode::OK | StatusCode::PARTIAL_CONTENT => is_page(response).then_some(Cause::LoginPage),
        // RFC 6585, section 6: a captive portal that says so.
        StatusCode::NETWORK_AUTHENTICATION_REQUIRED => Some(Cause::LoginPage),
        status => Some(Cause::Status { status: status.as_u16(), retry_after: retry_after(response) }),
    }
}

/// Returns a header's text.
pub(super) fn header(response: &Response, name: HeaderName) -> Option<&str> {
    response.headers().get(name)?.to_str().ok()
}

/// Measures the speed of one answer.
#[derive(Debug)]
pub(super) struct Window<'a> {
    limits: &'a Limits,
    /// Bytes a second that are wanted.
    rate: u64,
    ends: Instant,
    bytes: u64,
}

impl<'a> Window<'a> {
    pub(super) fn new(limits: &'a Limits, rate: u64) -> Self {
        Self { limits, rate, ends: Instant::now() + limits.rate_window, bytes: 0 }
    }

    /// Returns the next bytes; none at the end. `have` and `size` are for the error.
    pub(super) async fn next(
        &mut self,
        from: &mut Response,
        have: u64,
        size: u64,
    ) -> Result<Option<impl AsRef<[u8]> + use<>>, Cause> {
        loop {
            match timeout_at(self.ends, from.chunk()).await {
                Err(_) => self.turn()?,
                Ok(Err(error)) => return Err(Cause::Cut { have, size, source: Some(error.without_url().into()) }),
                Ok(Ok(None)) => return Ok(None),
                Ok(Ok(Some(bytes))) => {
                    self.bytes += bytes.len() as u64;
                    if Instant::now() >= self.ends {
                        self.turn()?;
                    }
                    return Ok(Some(bytes));
                }
            }
        }
    }

    /// Facts, trap 16: a read time-out does not stop one byte a second.
    fn turn(&mut self) -> Result<(), Cause> {
        let wanted = self.rate as f64 * self.limits.rate_window.as_secs_f64();
        if (self.bytes as f64) < wanted {
            return Err(Cause::TooSlow { bytes: self.bytes, seconds: self.limits.rate_window.as_secs() });
        }
        *self = Self::new(self.limits, self.rate);
        Ok(())
    }
}

/// Reads a whole body, counting while it comes; none when it is longer than allowed.
pub(super) async fn read_all(mut from: Response, limit: u64, limits: &Limits) -> Result<Option<Vec<u8>>, Cause> {
    if from.content_length().is_some_and(|length| length > limit) {
        return Ok(None);
    }
    let mut window = Window::new(limits, limits.rate);
    let mut body = Vec::new();
    while let Some(bytes) = window.next(&mut from, body.len() as u64, limit).await? {
        let bytes = bytes.as_ref();
        if body.len() as u64 + bytes.len() as u64 > limit {
            return Ok(None);
        }
        body.extend_from_slice(bytes);
    }
    Ok(Some(body))
}

fn is_page(response: &Response) -> bool {
    let kind = header(response, CONTENT_TYPE).unwrap_or_default().to_ascii_lowercase();
    kind.starts_with("text/html") || kind.starts_with("application/xhtml")
}

/// RFC 9110, section 10.2.3: seconds, or a date, which is measured against the server's own clock.
fn retry_after(response: &Response) -> Option<Duration> {
    let text = header(response, RETRY_AFTER)?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let (until, now) = (http_date(text)?, http_date(header(response, DATE)?)?);
    Some(Duration::from_secs(until.seconds().saturating_sub(now.seconds())))
}

/// RFC 9110, section 5.6.7, the one form that may be written: `Sun, 06 Nov 1994 08:49:37 GMT`.
fn http_date(text: &str) -> Option<Timestamp> {
    let [_, day, month, year, time, "GMT"] = *text.split_ascii_whitespace().collect::<Vec<_>>() else { return None };
    let month = 1 + MONTHS.iter().position(|name| *name == month)?;
    format!("{year}-{month:02}-{day}T{time}Z").parse().ok()
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_http_date_is_read_as_rfc_9110_writes_it() {
        let read = http_date("Sun, 06 Nov 1994 08:49:37 GMT").unwrap();
        assert_eq!(read.to_string(), "1994-11-06T08:49:37Z");
        for text in ["", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37", "Sun, 99 Nov 1994 08:49:37 GMT"]
        {
            assert_eq!(http_date(text), None, "{text}");
        }
    }
}

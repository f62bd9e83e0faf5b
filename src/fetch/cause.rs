//! Why one place did not bring one file; a cut line, a short file, a wrong hash and a login page are four things.

use std::error::Error;
use std::time::Duration;

use crate::model::Sha256Digest;

/// Why one try at one place failed.
#[derive(Debug, thiserror::Error)]
pub enum Cause {
    /// No connection: name resolution, refused, reset, no route.
    #[error("no connection")]
    Unreachable {
        /// Why.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// No answer in time.
    #[error("no answer within {seconds} s")]
    TimedOut {
        /// Seconds waited.
        seconds: u64,
    },
    /// Fewer bytes a second than the limit.
    #[error("only {bytes} bytes came within {seconds} s")]
    TooSlow {
        /// Bytes that came.
        bytes: u64,
        /// Seconds in which they came.
        seconds: u64,
    },
    /// The proxy wants credentials, or other ones.
    #[error("the proxy asks for credentials (407)")]
    ProxyLogin {
        /// The proxy, if it is known.
        proxy: Option<String>,
    },
    /// There is no way to the proxy.
    #[error("no connection to the proxy {proxy}")]
    ProxyUnreachable {
        /// The proxy.
        proxy: String,
        /// Why.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// The server's certificate is not trusted.
    #[error("the server's certificate is not trusted{}", issued_by(.issuer))]
    Tls {
        /// Who issued it, as the certificate says; an intercepting proxy shows here.
        issuer: Option<String>,
        /// Why.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// A status other than success.
    #[error("the server answered {status}")]
    Status {
        /// The status.
        status: u16,
        /// The pause that the server asked for.
        retry_after: Option<Duration>,
    },
    /// A web page came instead of the file: a captive portal, a login, an error page with status 200.
    #[error("a web page came instead of the file")]
    LoginPage,
    /// The connection ended before the end of the answer.
    #[error("the connection was cut after {have} of {size} bytes")]
    Cut {
        /// Bytes on disk.
        have: u64,
        /// Bytes in all.
        size: u64,
        /// What the network said.
        #[source]
        source: Option<Box<dyn Error + Send + Sync>>,
    },
    /// The place has a shorter file.
    #[error("the file is short: {have} of {size} bytes")]
    Short {
        /// Bytes it has.
        have: u64,
        /// Bytes it should have.
        size: u64,
    },
    /// The place has a longer file.
    #[error("the file is longer than {size} bytes")]
    Long {
        /// Bytes it should have.
        size: u64,
    },
    /// All bytes came and they are other ones.
    #[error("the sha256 is {found}, not {expected}")]
    WrongHash {
        /// What the release signs.
        expected: Sha256Digest,
        /// What came.
        found: Sha256Digest,
    },
    /// The answer is another part of the file than the one asked for.
    #[error("the server sent another part of the file than the one asked for")]
    WrongRange,
    /// The redirects lead nowhere.
    #[error("more than {limit} redirects")]
    TooManyRedirects {
        /// Redirects allowed.
        limit: usize,
    },
    /// A redirect leads from https to something else.
    #[error("a redirect leads away from https")]
    InsecureRedirect,
    /// The package index does not list the file.
    #[error("the package index does not list the file")]
    NotListed,
    /// The package index lists another file under the name.
    #[error("the package index lists another file under this name, with sha256 {offered}")]
    OtherFileListed {
        /// The digest it lists.
        offered: Sha256Digest,
    },
    /// The page of the package index cannot be read.
    #[error("the package index's page cannot be read")]
    BadIndexPage {
        /// Why.
        #[source]
        source: super::simple_index::InvalidPage,
    },
    /// A file of a folder cannot be read.
    #[error("the file cannot be read")]
    Unreadable {
        /// Why, with the path.
        #[source]
        source: std::io::Error,
    },
    /// The run was cancelled.
    #[error("cancelled")]
    Cancelled,
}

/// Says that a server's certificate was refused, and who issued it; what the TLS verifier of a
/// [`Client`](super::Client) wraps its refusals in.
#[derive(Debug, thiserror::Error)]
#[error("{reason}{}", issued_by(.issuer))]
pub struct UntrustedCertificate {
    /// The issuer, as the certificate says.
    pub issuer: Option<String>,
    /// Why it was refused, English.
    pub reason: String,
}

/// A redirect that is not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the redirect is not followed")]
pub(super) enum RefusedRedirect {
    TooMany { limit: usize },
    Insecure,
}

/// What a failure means for the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It may work later, but not before this time has passed.
    Again(Option<Duration>),
    /// It will not work in this run.
    Never,
}

impl Cause {
    /// Reads what the HTTP client says of a request, which may have gone through a proxy.
    pub(super) fn of_request(error: reqwest::Error, seconds: u64, proxy: Option<String>) -> Self {
        let error = error.without_url();
        let links = || chain(&error);
        if let Some(refused) = links().find_map(|link| link.downcast_ref::<RefusedRedirect>()) {
            return Self::from(*refused);
        }
        if let Some(source) = links().find_map(tls_error) {
            return Self::of_tls(&source);
        }
        // hyper-util keeps the types of these errors to itself; tests hold their words.
        if links().any(|link| link.to_string().ends_with(PROXY_LOGIN)) {
            return Self::ProxyLogin { proxy };
        }
        // A proxy that answers, and reaches nobody itself, is not the one to blame.
        let answered = links().any(|link| link.to_string().ends_with(TUNNEL_REFUSED));
        if let Some(proxy) = proxy.filter(|_| error.is_connect() && !answered) {
            return Self::ProxyUnreachable { proxy, source: error.into() };
        }
        if error.is_timeout() {
            return Self::TimedOut { seconds };
        }
        Self::Unreachable { source: error.into() }
    }

    fn of_tls(error: &rustls::Error) -> Self {
        let issuer = match error {
            rustls::Error::InvalidCertificate(rustls::CertificateError::Other(other)) => {
                other.0.downcast_ref::<UntrustedCertificate>().and_then(|refused| refused.issuer.clone())
            }
            _ => None,
        };
        Self::Tls { issuer, source: error.clone().into() }
    }

    /// Returns the cause and all its sources as one line, English, for logs.
    pub(super) fn explained(&self) -> String {
        chain(self).map(ToString::to_string).collect::<Vec<_>>().join(": ")
    }

    /// Returns what the failure means for the place it happened at.
    pub(super) fn verdict(&self) -> Verdict {
        match self {
            Self::Unreachable { .. } | Self::ProxyUnreachable { .. } => Verdict::Again(None),
            Self::TimedOut { .. } | Self::TooSlow { .. } => Verdict::Again(None),
            Self::Cut { .. } | Self::WrongRange => Verdict::Again(None),
            // RFC 9110: request timeout, and RFC 6585: too many requests, and RFC 8470: too early.
            Self::Status { status: 408 | 425 | 429 | 500..=599, retry_after } => Verdict::Again(*retry_after),
            Self::Status { .. } | Self::LoginPage | Self::ProxyLogin { .. } | Self::Tls { .. } => Verdict::Never,
            Self::Short { .. } | Self::Long { .. } | Self::WrongHash { .. } => Verdict::Never,
            Self::TooManyRedirects { .. } | Self::InsecureRedirect => Verdict::Never,
            Self::NotListed | Self::OtherFileListed { .. } | Self::BadIndexPage { .. } => Verdict::Never,
            Self::Unreadable { .. } | Self::Cancelled => Verdict::Never,
        }
    }

    /// Returns how much the cause tells a person who sees only one of several: wrong bytes first, absence last.
    pub(super) fn weight(&self) -> u8 {
        match self {
            Self::WrongHash { .. } | Self::OtherFileListed { .. } => 9,
            Self::LoginPage => 8,
            Self::ProxyLogin { .. } | Self::ProxyUnreachable { .. } | Self::Tls { .. } => 7,
            Self::Short { .. } | Self::Long { .. } => 6,
            Self::InsecureRedirect | Self::TooManyRedirects { .. } => 5,
            Self::Cut { .. } | Self::TooSlow { .. } | Self::WrongRange => 4,
            Self::Status { status: 500..=599 | 429, .. } | Self::TimedOut { .. } => 3,
            Self::Unreachable { .. } | Self::Unreadable { .. } | Self::BadIndexPage { .. } => 2,
            Self::Status { .. } => 1,
            Self::NotListed | Self::Cancelled => 0,
        }
    }
}

impl From<RefusedRedirect> for Cause {
    fn from(refused: RefusedRedirect) -> Self {
        match refused {
            RefusedRedirect::TooMany { limit } => Self::TooManyRedirects { limit },
            RefusedRedirect::Insecure => Self::InsecureRedirect,
        }
    }
}

/// Returns whether the first bytes of an answer are those of a web page; no artifact of ours begins so.
pub(super) fn looks_like_a_page(first: &[u8]) -> bool {
    let text: String = first.iter().take(PEEK).map(|&byte| char::from(byte).to_ascii_lowercase()).collect();
    let text = text.trim_start_matches(['\u{ef}', '\u{bb}', '\u{bf}']).trim_start();
    ["<!doctype html", "<html", "<head", "<script", "<meta"].iter().any(|start| text.starts_with(start))
}

/// Returns the error and all its sources, also through `io::Error`, which hides the one it wraps.
fn chain<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |link: &&'a (dyn Error + 'static)| {
        let link = *link;
        let wrapped = link.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        wrapped.map(|inner| inner as &(dyn Error + 'static)).or_else(|| link.source())
    })
}

fn tls_error(link: &(dyn Error + 'static)) -> Option<rustls::Error> {
    link.downcast_ref::<rustls::Error>().cloned()
}

fn issued_by(issuer: &Option<String>) -> String {
    issuer.as_ref().map(|name| format!(" (issued by {name})")).unwrap_or_default()
}

const PROXY_LOGIN: &str = "proxy authorization required";
const TUNNEL_REFUSED: &str = "tunnel error: unsuccessful";
const PEEK: usize = 256;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_by_its_first_bytes() {
        for page in ["<!DOCTYPE html><p>", "\u{feff}<!doctype HTML>", "\n\n <HTML>", "<script>"] {
            assert!(looks_like_a_page(page.as_bytes()), "{page}");
        }
        for file in [&b"PK\x03\x04"[..], b"\x1f\x8b", b"{}", b"", b"<", b"h"] {
            assert!(!looks_like_a_page(file), "{file:?}");
        }
    }

    #[test]
    fn only_what_may_pass_is_tried_again() {
        let status = |status| Cause::Status { status, retry_after: None }.verdict();
        for each in [408, 425, 429, 500, 502, 503, 504] {
            assert_eq!(status(each), Verdict::Again(None), "{each}");
        }
        for each in [400, 401, 403, 404, 410, 416, 451] {
            assert_eq!(status(each), Verdict::Never, "{each}");
        }
        assert_eq!(Cause::LoginPage.verdict(), Verdict::Never);
        assert_eq!(Cause::Cut { have: 1, size: 2, source: None }.verdict(), Verdict::Again(None));
    }
}

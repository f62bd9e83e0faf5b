//! The real HTTP client: proxies from flags, environment and operating system; its trust store, and more by `--ca`.
//!
//! Nothing here weakens the check of certificates: there is no flag for that, and there will be none.

mod issuer;
mod verifier;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use hyper_util::client::proxy::matcher::Matcher;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use url::Url;

use crate::fetch::client::ProxyOf;
use crate::fetch::{Client, ClientError};

/// How to reach the network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HttpSettings {
    /// `--proxy`, perhaps with credentials; without it the environment and the system are asked, and `direct:`
    /// stands for no proxy at all.
    pub proxy: Option<Url>,
    /// Name and password for whichever proxy that comes to, instead of those in its address.
    pub login: Option<Login>,
    /// `--ca`: files with further certificate authorities, PEM.
    pub authorities: Vec<PathBuf>,
}

/// What a proxy asks for.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    /// The name.
    pub name: String,
    /// The password.
    pub password: String,
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Neither belongs into a log.
        f.write_str("Login")
    }
}

/// Says why the settings do not make a client.
#[derive(Debug, thiserror::Error)]
pub enum HttpError {
    /// A file of certificates cannot be read.
    #[error("the certificates cannot be read")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file holds no certificate, or a broken one.
    #[error("{} holds no certificate in PEM that can be used", .path.display())]
    NoCertificate {
        /// The file.
        path: PathBuf,
    },
    /// The proxy's address cannot be used.
    #[error("{host} cannot be used as a proxy")]
    BadProxy {
        /// Its host; the address may hold a password.
        host: String,
        /// Why, if its kind is not the reason.
        #[source]
        source: Option<reqwest::Error>,
    },
    /// The TLS library refused its settings.
    #[error("TLS cannot be set up")]
    Tls(#[from] rustls::Error),
    /// The client cannot be made.
    #[error(transparent)]
    Client(#[from] ClientError),
}

/// Makes the client of a run.
///
/// # Errors
/// When a certificate file or the proxy's address cannot be used.
pub fn client(settings: &HttpSettings) -> Result<Client, HttpError> {
    let mut builder = reqwest::Client::builder()
        .user_agent(concat!("quoc/", env!("CARGO_PKG_VERSION")))
        .tls_backend_preconfigured(tls(&settings.authorities)?)
        .tcp_nodelay(true)
        .pool_idle_timeout(IDLE);
    builder = match (&settings.proxy, &settings.login) {
        (None, None) => builder,
        (None, Some(login)) => builder.proxy(system_proxy(login.clone())),
        (Some(address), _) if address.scheme() == DIRECT => builder.no_proxy(),
        (Some(address), None) => builder.proxy(proxy(address)?),
        (Some(address), Some(login)) => builder.proxy(proxy(&known(address.clone(), login))?),
    };
    Ok(Client::new(builder)?.naming_proxies(proxy_of(settings.proxy.as_ref())))
}

/// The proxy of the environment or the system, which the HTTP client would find by itself, with a login.
fn system_proxy(login: Login) -> reqwest::Proxy {
    let system = Matcher::from_system();
    reqwest::Proxy::custom(move |url| {
        let proxy = system.intercept(&url.as_str().parse().ok()?)?;
        Some(known(Url::parse(&proxy.uri().to_string()).ok()?, &login))
    })
}

/// A proxy's address with a login; one that cannot have any is refused later.
fn known(mut address: Url, login: &Login) -> Url {
    let named = address.set_username(&login.name).and_then(|()| address.set_password(Some(&login.password)));
    if named.is_err() {
        log::warn!("a proxy of the kind {} takes no login", address.scheme());
    }
    address
}

/// Finds out as the HTTP client does through which proxy a request goes.
fn proxy_of(asked: Option<&Url>) -> Arc<ProxyOf> {
    match asked {
        Some(address) if address.scheme() == DIRECT => Arc::new(|_| None),
        Some(address) => {
            let name = named(address.host_str(), address.port_or_known_default());
            Arc::new(move |_| Some(name.clone()))
        }
        None => {
            let system = Matcher::from_system();
            Arc::new(move |url| {
                let proxy = system.intercept(&url.as_str().parse().ok()?)?;
                Some(named(proxy.uri().host(), proxy.uri().port_u16()))
            })
        }
    }
}

/// Names a proxy without its credentials.
fn named(host: Option<&str>, port: Option<u16>) -> String {
    let host = host.unwrap_or_default();
    port.map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

fn proxy(address: &Url) -> Result<reqwest::Proxy, HttpError> {
    let refused = |source| HttpError::BadProxy { host: address.host_str().unwrap_or_default().to_owned(), source };
    if !PROXIES.contains(&address.scheme()) {
        return Err(refused(None));
    }
    reqwest::Proxy::all(address.clone()).map_err(|error| refused(Some(error)))
}

fn tls(authorities: &[PathBuf]) -> Result<rustls::ClientConfig, HttpError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut extra = Vec::new();
    for path in authorities {
        extra.extend(certificates(path)?);
    }
    let verifier = verifier::Naming::new(extra, &provider)?;
    let mut config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        // 'dangerous' is rustls' word for a verifier of one's own: this one only names whom the system's refused.
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, HttpError> {
    let pem = fs_err::read(path).map_err(|source| HttpError::Unreadable { path: path.to_owned(), source })?;
    let parsed: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&pem).collect();
    let none = || HttpError::NoCertificate { path: path.to_owned() };
    let found = parsed.map_err(|_broken| none())?;
    // The trust store would only say that one of many certificates is broken: say which file.
    let usable = !found.is_empty() && found.iter().all(|each| rustls::RootCertStore::empty().add(each.clone()).is_ok());
    if usable { Ok(found) } else { Err(none()) }
}

/// The kinds of proxy that the HTTP client speaks to.
const PROXIES: [&str; 6] = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"];
const DIRECT: &str = "direct";
const IDLE: Duration = Duration::from_secs(60);

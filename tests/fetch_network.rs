//! TLS and proxies: who issued a certificate that is refused, further authorities, credentials.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests are their own edge")]

mod kit;

use std::path::PathBuf;

use kit::body::{Body, some_bytes};
use kit::fetching::{Fetching, artifact};
use kit::server::{Fault, Server};
use quoc::fetch::Cause;
use quoc::model::Artifact;
use quoc::system::http::{HttpError, HttpSettings, Login, client};
use url::Url;

fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/tls").join(name)
}

fn tls_server() -> Server {
    Server::start_tls(&std::fs::read(data("localhost.pem")).unwrap(), &std::fs::read(data("localhost.key")).unwrap())
}

fn run(settings: &HttpSettings) -> Fetching {
    Fetching { client: client(settings).unwrap(), ..Fetching::new() }
}

fn trusting() -> Fetching {
    run(&HttpSettings { authorities: vec![data("ca.pem")], proxy: Some("direct:".parse().unwrap()), login: None })
}

fn demo(urls: &[Url]) -> (Artifact, Vec<u8>) {
    let bytes = some_bytes(300_000);
    (artifact("demo-1.0.whl", &Body::from(bytes.clone()), urls), bytes)
}

#[test]
fn a_refused_certificate_names_its_issuer() {
    let server = tls_server();
    let (artifact, bytes) = demo(&[server.url("/demo-1.0.whl")]);
    server.put("/demo-1.0.whl", bytes);
    let cause = Fetching::new().cause(&artifact);
    let Cause::Tls { issuer, .. } = &cause else { panic!("{cause:?}") };
    assert_eq!(issuer.as_deref(), Some("Example Inspection CA, Example Company"));
    assert_eq!(server.seen(), []);
}

#[test]
fn a_further_authority_is_trusted_and_tls_resumes_like_http() {
    let server = tls_server();
    let (artifact, bytes) = demo(&[server.url("/demo-1.0.whl")]);
    server.put("/demo-1.0.whl", bytes.clone());
    server.fault_once("/demo-1.0.whl", Fault::CutAfter(200_000));
    assert_eq!(trusting().bytes(&artifact), bytes);
    assert_eq!(server.sent(), 300_000);
}

#[cfg(target_os = "linux")]
#[test]
fn a_certificate_for_another_name_is_refused() {
    let server = tls_server();
    let link = kit::relay::Link { delay: std::time::Duration::ZERO, rate: u64::MAX };
    // The certificate is for localhost and 127.0.0.1.
    let relay = kit::relay::Relay::start_on("127.0.0.2:0", server.address(), link);
    let url = Url::parse(&format!("https://{}/demo-1.0.whl", relay.address())).unwrap();
    let (artifact, _) = demo(&[url]);
    assert!(matches!(trusting().cause(&artifact), Cause::Tls { .. }));
}

#[test]
fn a_redirect_never_leads_away_from_https() {
    let (secure, plain) = (tls_server(), Server::start());
    let (artifact, bytes) = demo(&[secure.url("/demo-1.0.whl")]);
    secure.fault("/demo-1.0.whl", Fault::Redirect(plain.put("/demo-1.0.whl", bytes.clone()).into()));
    assert!(matches!(trusting().cause(&artifact), Cause::InsecureRedirect));
    assert_eq!(plain.seen(), []);
    // The other way round is welcome.
    let (artifact, bytes) = demo(&[plain.url("/up")]);
    plain.fault("/up", Fault::Redirect(secure.put("/whole", bytes.clone()).into()));
    assert_eq!(trusting().bytes(&artifact), bytes);
}

#[test]
fn a_proxy_is_used_and_asks_for_credentials() {
    let proxy = Server::start();
    let far: Url = "http://nowhere.invalid/demo-1.0.whl".parse().unwrap();
    let (artifact, bytes) = demo(&[far]);
    proxy.put("/demo-1.0.whl", bytes.clone());
    proxy.fault("/demo-1.0.whl", Fault::ProxyLogin);
    let plain = HttpSettings { proxy: Some(proxy.url("")), ..HttpSettings::default() };
    assert!(matches!(run(&plain).cause(&artifact), Cause::ProxyLogin { .. }));
    assert_eq!(proxy.seen().len(), 1);
    let mut address = proxy.url("");
    address.set_username("me").unwrap();
    address.set_password(Some("word")).unwrap();
    let known = HttpSettings { proxy: Some(address), ..HttpSettings::default() };
    assert_eq!(run(&known).bytes(&artifact), bytes);
    assert_eq!(proxy.seen()[1].target, "http://nowhere.invalid/demo-1.0.whl");
    // Typed, instead of what the address has.
    let typed = HttpSettings { login: Some(login()), ..plain };
    assert_eq!(run(&typed).bytes(&artifact), bytes);
    assert_eq!(proxy.seen()[2].header("proxy-authorization"), Some(BASIC));
}

/// me:word, in base64.
const BASIC: &str = "Basic bWU6d29yZA==";

fn login() -> Login {
    Login { name: "me".to_owned(), password: "word".to_owned() }
}

#[test]
fn a_login_goes_to_the_proxy_that_the_environment_names() {
    let far: Url = "http://nowhere.invalid/demo-1.0.whl".parse().unwrap();
    let (artifact, bytes) = demo(&[far]);
    if std::env::var_os(INNER).is_some() {
        assert_eq!(run(&HttpSettings { login: Some(login()), ..HttpSettings::default() }).bytes(&artifact), bytes);
        return;
    }
    let proxy = Server::start();
    proxy.put("/demo-1.0.whl", bytes);
    proxy.fault("/demo-1.0.whl", Fault::ProxyLogin);
    // The environment of a process is all its threads': this test runs once more in a process of its own.
    let mut inner = std::process::Command::new(std::env::current_exe().unwrap());
    inner.args(["--exact", "a_login_goes_to_the_proxy_that_the_environment_names"]);
    let inner =
        inner.env(INNER, "1").env("http_proxy", proxy.url("").as_str()).env_remove("no_proxy").output().unwrap();
    assert!(inner.status.success(), "{inner:?}");
    assert_eq!(proxy.seen()[0].header("proxy-authorization"), Some(BASIC));
}

const INNER: &str = "QUOC_TEST_INNER";

#[test]
fn a_proxy_that_wants_credentials_for_a_tunnel_is_understood() {
    let proxy = Server::start();
    let (artifact, _) = demo(&["https://nowhere.invalid/demo-1.0.whl".parse().unwrap()]);
    proxy.fault("nowhere.invalid:443", Fault::ProxyLogin);
    let settings = HttpSettings { proxy: Some(proxy.url("")), ..HttpSettings::default() };
    let cause = run(&settings).cause(&artifact);
    assert!(matches!(cause, Cause::ProxyLogin { .. }), "{cause:?}");
}

#[test]
fn a_proxy_that_cannot_be_reached_is_named_and_one_that_reaches_nobody_is_not() {
    for scheme in ["http", "https"] {
        let (artifact, _) = demo(&[format!("{scheme}://nowhere.invalid/demo-1.0.whl").parse().unwrap()]);
        let settings =
            HttpSettings { proxy: Some("http://me:secret@127.0.0.1:9/".parse().unwrap()), ..Default::default() };
        match run(&settings).cause(&artifact) {
            Cause::ProxyUnreachable { proxy, .. } => assert_eq!(proxy, "127.0.0.1:9"),
            other => panic!("{scheme}: {other:?}"),
        }
    }
    let (artifact, _) = demo(&["https://nowhere.invalid/demo-1.0.whl".parse().unwrap()]);
    let proxy = Server::start();
    let settings = HttpSettings { proxy: Some(proxy.url("")), ..Default::default() };
    let cause = run(&settings).cause(&artifact);
    assert!(!matches!(cause, Cause::ProxyUnreachable { .. }), "{cause:?}");
}

#[test]
fn a_proxy_of_an_unknown_kind_is_refused_without_its_password() {
    for text in ["gopher://me:secret@proxy:1", "mailto:me"] {
        let settings = HttpSettings { proxy: Some(text.parse().unwrap()), ..HttpSettings::default() };
        let error = client(&settings).err().unwrap_or_else(|| panic!("{text}"));
        assert!(matches!(error, HttpError::BadProxy { .. }), "{error:?}");
        assert!(!format!("{error:?}").contains("secret"), "{error:?}");
    }
}

#[test]
fn a_file_that_holds_no_certificate_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ca.pem");
    let with = |path: &PathBuf| client(&HttpSettings { authorities: vec![path.clone()], ..HttpSettings::default() });
    assert!(matches!(with(&path), Err(HttpError::Unreadable { .. })));
    for text in ["", "hello", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
        std::fs::write(&path, text).unwrap();
        assert!(matches!(with(&path), Err(HttpError::NoCertificate { path: named }) if named == path), "{text}");
    }
}

//! A small loopback HTTP/1.1 server with faults by script and a log of what was asked of it.
//!
//! `let server = Server::start(); server.put("/a.whl", bytes); server.fault_once("/a.whl", Fault::CutAfter(1000));`

use std::collections::{HashMap, VecDeque};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use url::Url;

use super::body::Body;

/// A running server; it stops when dropped.
pub struct Server {
    address: SocketAddr,
    scheme: &'static str,
    state: Arc<State>,
}

/// One thing that goes wrong with an answer.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Promises the whole, sends this many bytes of it, and closes the connection.
    CutAfter(u64),
    /// Sends only this many bytes, and says so: a file that is too short.
    Short(u64),
    /// Sends this many bytes more than the file has, and says so.
    Long(u64),
    /// Sends as many bytes as the file has, other ones.
    WrongBytes,
    /// Answers with a status, and perhaps with Retry-After.
    Status(u16, Option<&'static str>),
    /// Answers 200 with a page of HTML that asks to log in.
    LoginPage,
    /// Answers 200 with HTML under the content type of a file.
    LoginPageAsFile,
    /// Redirects to an address.
    Redirect(String),
    /// Sends this many bytes at a time with a pause between.
    Drip(usize, Duration),
    /// Answers a Range with 200 and the whole.
    NoRange,
    /// Has another ETag for every request, as if the file were replaced all the time.
    ChangingEtag,
    /// Answers a Range with 206 of another range than the one asked for.
    OtherRange,
    /// Sends the whole in chunks, without saying its length.
    Chunked,
    /// Asks for proxy credentials unless some are sent.
    ProxyLogin,
    /// Reads the request and never answers.
    Silence,
    /// Closes the connection without an answer.
    HangUp,
}

/// One request that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// `GET` …
    pub method: String,
    /// The path, percent-encoded as it came, without a query.
    pub path: String,
    /// The whole request target: an absolute address when the server is used as a proxy.
    pub target: String,
    /// Its headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The status it got; 0 without an answer.
    pub status: u16,
    /// Bytes of body that were written.
    pub sent: u64,
}

#[derive(Default)]
struct State {
    routes: Mutex<HashMap<String, Route>>,
    folders: Mutex<Vec<(String, PathBuf)>>,
    log: Mutex<Vec<Seen>>,
    etags: AtomicU64,
    busy: AtomicU64,
    busiest: AtomicU64,
    stopped: AtomicBool,
    away: AtomicBool,
    gate: (Mutex<bool>, Condvar),
}

#[derive(Clone, Debug)]
struct Route {
    body: Body,
    content_type: String,
    faults: VecDeque<(u64, Fault)>,
}

struct Request {
    seen: Seen,
    close: bool,
}

/// What the answer to one request is, before it is written.
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Body,
    from: u64,
    length: u64,
    cut: Option<u64>,
    drip: Option<(usize, Duration)>,
    flip: bool,
    chunked: bool,
}

impl Server {
    /// Starts one on a free port of the loopback address.
    pub fn start() -> Self {
        Self::launch("http", |stream| Box::new(stream) as Box<dyn Connection>)
    }

    /// Starts one that speaks TLS with a chain and key in PEM.
    pub fn start_tls(chain: &[u8], key: &[u8]) -> Self {
        let config = tls_config(chain, key);
        Self::launch("https", move |stream| {
            let session = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
            Box::new(rustls::StreamOwned::new(session, stream))
        })
    }

    /// Returns the address of a path.
    pub fn url(&self, path: &str) -> Url {
        Url::parse(&format!("{}://{}{path}", self.scheme, self.host())).unwrap()
    }

    /// Returns `127.0.0.1:port`, or `localhost:port` where a certificate must fit.
    pub fn host(&self) -> String {
        match self.scheme {
            "https" => format!("localhost:{}", self.address.port()),
            _ => self.address.to_string(),
        }
    }

    /// Returns the loopback address it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves bytes at a path.
    pub fn put(&self, path: &str, body: impl Into<Body>) -> Url {
        self.put_as(path, "application/octet-stream", body)
    }

    /// Serves bytes at a path under a content type.
    pub fn put_as(&self, path: &str, content_type: &str, body: impl Into<Body>) -> Url {
        let route = Route { body: body.into(), content_type: content_type.to_owned(), faults: VecDeque::new() };
        self.state.routes.lock().unwrap().insert(path.to_owned(), route);
        self.url(path)
    }

    /// Serves every file below a folder under a prefix; files are read anew at each request.
    pub fn put_folder(&self, prefix: &str, folder: &Path) -> Url {
        self.state.folders.lock().unwrap().push((prefix.to_owned(), folder.to_owned()));
        self.url(prefix)
    }

    /// Lets every answer of a path go wrong; paths of a folder too.
    pub fn fault(&self, path: &str, fault: Fault) {
        self.fault_times(path, u64::MAX, fault);
    }

    /// Lets the next answer of a path go wrong.
    pub fn fault_once(&self, path: &str, fault: Fault) {
        self.fault_times(path, 1, fault);
    }

    /// Lets the next answers of a path go wrong; several scripts of a path follow each other.
    pub fn fault_times(&self, path: &str, times: u64, fault: Fault) {
        let mut routes = self.state.routes.lock().unwrap();
        let missing = || Route { body: Vec::new().into(), content_type: String::new(), faults: VecDeque::new() };
        let faults = &mut routes.entry(path.to_owned()).or_insert_with(missing).faults;
        faults.push_back((times, fault));
    }

    /// Drops every fault of every path.
    pub fn heal(&self) {
        self.state.routes.lock().unwrap().values_mut().for_each(|route| route.faults.clear());
    }

    /// Returns what was asked so far, in the order the answers ended; waits a moment for those under way.
    pub fn seen(&self) -> Vec<Seen> {
        for _ in 0..100 {
            if self.state.busy.load(Ordering::SeqCst) == 0 {
                break;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        self.state.log.lock().unwrap().clone()
    }

    /// Returns what was asked of one path.
    pub fn seen_of(&self, path: &str) -> Vec<Seen> {
        self.seen().into_iter().filter(|seen| seen.path == path).collect()
    }

    /// Forgets what was asked so far.
    pub fn forget(&self) {
        self.seen();
        self.state.log.lock().unwrap().clear();
    }

    /// Returns the bytes of body written so far.
    pub fn sent(&self) -> u64 {
        self.seen().iter().map(|seen| seen.sent).sum()
    }

    /// Returns the most requests that were under way at once.
    pub fn busiest(&self) -> u64 {
        self.state.busiest.load(Ordering::SeqCst)
    }

    /// Holds every answer back until [`Server::release`].
    pub fn hold(&self) {
        *self.state.gate.0.lock().unwrap() = true;
    }

    /// Lets held answers go.
    pub fn release(&self) {
        *self.state.gate.0.lock().unwrap() = false;
        self.state.gate.1.notify_all();
    }

    /// Goes away, as a network that is lost: what is being sent ends in the middle, and nobody is answered.
    pub fn leave(&self) {
        self.state.away.store(true, Ordering::SeqCst);
    }

    /// Is there again.
    pub fn come_back(&self) {
        self.state.away.store(false, Ordering::SeqCst);
    }

    fn launch(scheme: &'static str, wrap: impl Fn(TcpStream) -> Box<dyn Connection> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(State::default());
        let shared = Arc::clone(&state);
        let wrap = Arc::new(wrap);
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if shared.stopped.load(Ordering::SeqCst) {
                    break;
                }
                let (state, wrap) = (Arc::clone(&shared), Arc::clone(&wrap));
                std::thread::spawn(move || {
                    stream.set_nodelay(true).unwrap();
                    // A client that hangs up is an everyday thing here.
                    converse(&mut BufReader::new(wrap(stream)), &state).ok();
                });
            }
        });
        Self { address, scheme, state }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.stopped.store(true, Ordering::SeqCst);
        self.release();
        TcpStream::connect(self.address).ok();
    }
}

impl State {
    fn is_away(&self) -> bool {
        self.away.load(Ordering::SeqCst)
    }
}

impl Seen {
    /// Returns a header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(each, _)| each == name).map(|(_, value)| value.as_str())
    }
}

trait Connection: Read + Write + Send {}
impl<T: Read + Write + Send> Connection for T {}

fn converse(stream: &mut BufReader<Box<dyn Connection>>, state: &State) -> std::io::Result<()> {
    while let Some(mut request) = read_request(stream)? {
        let busy = state.busy.fetch_add(1, Ordering::SeqCst) + 1;
        state.busiest.fetch_max(busy, Ordering::SeqCst);
        drop(state.gate.1.wait_while(state.gate.0.lock().unwrap(), |held| *held).unwrap());
        let answer = if state.is_away() { None } else { answer(&request.seen, state) };
        let written = match &answer {
            Some(answer) => write_answer(stream.get_mut(), &mut request.seen, answer, state),
            None => Ok(false),
        };
        state.log.lock().unwrap().push(request.seen);
        state.busy.fetch_sub(1, Ordering::SeqCst);
        if !written? || request.close {
            return Ok(());
        }
    }
    Ok(())
}

fn read_request(stream: &mut impl BufRead) -> std::io::Result<Option<Request>> {
    let mut line = String::new();
    if stream.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    // A proxy gets the absolute form (RFC 9112, section 3.2.2).
    let origin = target.split_once("://").map_or(target, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
    let path = origin.split('?').next().unwrap_or_default().to_owned();
    let (method, target) = (method.to_owned(), target.to_owned());
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let seen = Seen { method, path, target, headers, status: 0, sent: 0 };
    let close = seen.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"));
    Ok(Some(Request { seen, close }))
}

/// Decides on the answer; none closes the connection without one.
fn answer(seen: &Seen, state: &State) -> Option<Answer> {
    let (route, fault) = route(seen, state);
    let refused = matches!(fault, Some(Fault::ProxyLogin)) && seen.header("proxy-authorization").is_none();
    if refused {
        return Some(Answer::new(407).header("Proxy-Authenticate", "Basic realm=\"kit\""));
    }
    match &fault {
        Some(Fault::Status(status, after)) => {
            let answer = Answer::new(*status);
            return Some(after.iter().fold(answer, |answer, after| answer.header("Retry-After", after)));
        }
        Some(Fault::LoginPage) => return Some(Answer::page("text/html; charset=utf-8", LOGIN)),
        Some(Fault::LoginPageAsFile) => return Some(Answer::page("application/octet-stream", LOGIN)),
        Some(Fault::Redirect(to)) => return Some(Answer::new(302).header("Location", to)),
        Some(Fault::HangUp) => return None,
        Some(Fault::Silence) => {
            while !state.stopped.load(Ordering::SeqCst) {
                std::thread::sleep(Duration::from_millis(20));
            }
            return None;
        }
        _ => {}
    }
    let Some(route) = route else { return Some(Answer::page("text/html", "<html>no such page</html>").status(404)) };
    Some(whole_or_part(seen, &route, fault.as_ref(), state))
}

/// Finds what a path serves and takes the next step of its script.
fn route(seen: &Seen, state: &State) -> (Option<Route>, Option<Fault>) {
    let mut routes = state.routes.lock().unwrap();
    let fault = routes.get_mut(&seen.path).and_then(|route| {
        let (left, fault) = route.faults.front_mut()?;
        let fault = fault.clone();
        *left = left.saturating_sub(1);
        if *left == 0 {
            route.faults.pop_front();
        }
        Some(fault)
    });
    let known = routes.get(&seen.path).filter(|route| !route.content_type.is_empty()).cloned();
    (known.or_else(|| from_folder(&seen.path, state)), fault)
}

fn from_folder(path: &str, state: &State) -> Option<Route> {
    let decoded = percent_decoded(path)?;
    let folders = state.folders.lock().unwrap();
    folders.iter().find_map(|(prefix, folder)| {
        let rest = decoded.strip_prefix(prefix.as_str())?.trim_start_matches('/');
        let harmless = rest.split('/').all(|part| part != ".." && !part.contains('\\'));
        let bytes = if harmless { std::fs::read(folder.join(rest)).ok()? } else { return None };
        let content_type = if rest.ends_with(".html") { "text/html" } else { "application/octet-stream" };
        Some(Route { body: bytes.into(), content_type: content_type.to_owned(), faults: VecDeque::new() })
    })
}

fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let pair = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn whole_or_part(seen: &Seen, route: &Route, fault: Option<&Fault>, state: &State) -> Answer {
    let size = route.body.len();
    let etag = match fault {
        Some(Fault::ChangingEtag) => format!("\"{}\"", state.etags.fetch_add(1, Ordering::SeqCst)),
        _ => format!("\"{}\"", route.body.etag()),
    };
    let mut answer = Answer::new(200);
    answer.body = route.body.clone();
    answer.length = size;
    answer.headers.push(("Content-Type".to_owned(), route.content_type.clone()));
    answer.headers.push(("ETag".to_owned(), etag.clone()));
    let ranges = !matches!(fault, Some(Fault::NoRange));
    // RFC 9110, section 13.1.5: a Range counts only while If-Range still names what is there.
    let same = seen.header("if-range").is_none_or(|value| value == etag);
    if let Some(from) = range_start(seen).filter(|_| ranges && same) {
        if from >= size {
            return Answer::new(416).header("Content-Range", &format!("bytes */{size}"));
        }
        let from = if matches!(fault, Some(Fault::OtherRange)) { from.saturating_sub(1) } else { from };
        answer.status = 206;
        answer.from = from;
        answer.length = size - from;
        answer = answer.header("Content-Range", &format!("bytes {from}-{}/{size}", size - 1));
    }
    spoil(&mut answer, fault);
    answer
}

fn spoil(answer: &mut Answer, fault: Option<&Fault>) {
    match fault {
        Some(Fault::CutAfter(bytes)) => answer.cut = Some(*bytes),
        Some(Fault::Short(bytes)) => answer.length = answer.length.min(*bytes),
        Some(Fault::Long(bytes)) => {
            let mut all = answer.body.part(0, u64::MAX / 2);
            all.resize(all.len() + *bytes as usize, b'+');
            answer.length += bytes;
            answer.body = all.into();
        }
        Some(Fault::WrongBytes) => answer.flip = true,
        Some(Fault::Drip(bytes, pause)) => answer.drip = Some((*bytes, *pause)),
        Some(Fault::Chunked) => answer.chunked = true,
        _ => {}
    }
}

/// Reads `bytes=N-`, the only form that a resuming client needs.
fn range_start(seen: &Seen) -> Option<u64> {
    seen.header("range")?.strip_prefix("bytes=")?.strip_suffix('-')?.parse().ok()
}

/// Writes the answer; returns whether the connection can go on.
fn write_answer(out: &mut dyn Connection, seen: &mut Seen, answer: &Answer, state: &State) -> std::io::Result<bool> {
    seen.status = answer.status;
    let mut head = format!("HTTP/1.1 {} Kit\r\n", answer.status);
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    match answer.chunked {
        true => head.push_str("Transfer-Encoding: chunked\r\n\r\n"),
        false => head.push_str(&format!("Content-Length: {}\r\n\r\n", answer.length)),
    }
    out.write_all(head.as_bytes())?;
    if seen.method == "HEAD" {
        return Ok(true);
    }
    let end = answer.cut.unwrap_or(answer.length).min(answer.length);
    while seen.sent < end && !state.stopped.load(Ordering::SeqCst) {
        if state.is_away() {
            return Ok(false);
        }
        let most = answer.drip.map_or(PART, |(bytes, _)| bytes as u64).min(end - seen.sent);
        let mut part = answer.body.part(answer.from + seen.sent, most);
        if answer.flip {
            part.iter_mut().for_each(|byte| *byte ^= 0x20);
        }
        if answer.chunked {
            part = [format!("{:x}\r\n", part.len()).as_bytes(), &part, b"\r\n"].concat();
        }
        out.write_all(&part)?;
        out.flush()?;
        seen.sent += most;
        if let Some((_, pause)) = answer.drip {
            std::thread::sleep(pause);
        }
    }
    if answer.chunked {
        out.write_all(b"0\r\n\r\n")?;
    }
    out.flush()?;
    Ok(answer.cut.is_none())
}

impl Answer {
    fn new(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new().into(),
            from: 0,
            length: 0,
            cut: None,
            drip: None,
            flip: false,
            chunked: false,
        }
    }

    fn page(content_type: &str, text: &str) -> Self {
        let mut answer = Self::new(200).header("Content-Type", content_type);
        answer.body = text.as_bytes().to_vec().into();
        answer.length = text.len() as u64;
        answer
    }

    fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

fn tls_config(chain: &[u8], key: &[u8]) -> Arc<rustls::ServerConfig> {
    use rustls::pki_types::pem::PemObject;
    use rustls::pki_types::{CertificateDer, PrivateKeyDer};
    let chain: Vec<_> = CertificateDer::pem_slice_iter(chain).map(Result::unwrap).collect();
    let key = PrivateKeyDer::from_pem_slice(key).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    Arc::new(builder.with_no_client_auth().with_single_cert(chain, key).unwrap())
}

/// What a captive portal answers.
const LOGIN: &str = "<!DOCTYPE html><html><head><title>Welcome to the hotel</title></head><body><form action=\"/login\">\
     Please log in to use the network.</form></body></html>";

const PART: u64 = 64 * 1024;

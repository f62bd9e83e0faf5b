//! A small loopback HTTP/1.1 server with faults by script and a log of what was asked of it.
//!
//! `let server = Server::start(); server.put("/a.whl", bytes); server.fault_once("/a.whl", Fault::CutAfter(1000));`

mod answer;

use std::collections::{HashMap, VecDeque};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use answer::{answer, write_answer};
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
    /// Its place among the requests as they came; they are listed as their answers ended.
    pub number: u64,
}

#[derive(Default)]
struct State {
    routes: Mutex<HashMap<String, Route>>,
    folders: Mutex<Vec<(String, PathBuf)>>,
    log: Mutex<Vec<Seen>>,
    etags: AtomicU64,
    requests: AtomicU64,
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
        request.seen.number = state.requests.fetch_add(1, Ordering::SeqCst);
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
    let seen = Seen { method, path, target, headers, status: 0, sent: 0, number: 0 };
    let close = seen.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"));
    Ok(Some(Request { seen, close }))
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

//! What the server answers: the file, a part of it, or what a fault makes of it.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::{Connection, Fault, Route, Seen, State};
use crate::kit::body::Body;

/// What the answer to one request is, before it is written.
pub(super) struct Answer {
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

/// Decides on the answer; none closes the connection without one.
pub(super) fn answer(seen: &Seen, state: &State) -> Option<Answer> {
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
pub(super) fn write_answer(
    out: &mut dyn Connection,
    seen: &mut Seen,
    answer: &Answer,
    state: &State,
) -> std::io::Result<bool> {
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

/// What a captive portal answers.
const LOGIN: &str = "<!DOCTYPE html><html><head><title>Welcome to the hotel</title></head><body><form action=\"/login\">\
     Please log in to use the network.</form></body></html>";

const PART: u64 = 64 * 1024;

//! Serves one folder to this machine over http, for trying a repository. Loopback only, one request a connection.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use fs_err as fs;

/// Serves a folder until the process ends; `ready` is told the address first.
///
/// # Errors
/// When the port cannot be had.
pub fn serve(folder: &Path, port: u16, ready: &mut dyn FnMut(&str)) -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    ready(&format!("http://{}/", listener.local_addr()?));
    for stream in listener.incoming() {
        let folder = folder.to_owned();
        // A visitor who hangs up is no reason to stop serving the next one.
        std::thread::spawn(move || stream.and_then(|stream| answer(&folder, stream)).unwrap_or_default());
    }
    Ok(())
}

fn answer(folder: &Path, mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new((&stream).take(MAX_REQUEST)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The headers are read so that closing the connection does not cut off the answer.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let found = below(folder, target).and_then(|path| fs::read(path).ok());
    let (status, body) = match (method, found) {
        ("GET" | "HEAD", Some(body)) => ("200 OK", body),
        ("GET" | "HEAD", None) => ("404 Not Found", Vec::new()),
        _ => ("405 Method Not Allowed", Vec::new()),
    };
    let kind = if target.ends_with(".json") { "application/json" } else { "application/octet-stream" };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         Connection: close\r\n\r\n",
        body.len()
    )?;
    if method == "GET" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// Returns the file that a request names, if it lies below the folder. Names of a repository need no
/// escapes but `+` and `!`, which clients may write as such.
fn below(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = unescaped(path)?;
    let harmless = Path::new(&path).components().all(|part| matches!(part, Component::Normal(_)));
    (harmless && !path.contains('\\')).then(|| folder.join(path))
}

fn unescaped(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

const PATIENCE: Duration = Duration::from_secs(30);

/// Bytes of a request with its headers.
const MAX_REQUEST: u64 = 64 * 1024;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_never_leaves_the_folder() {
        let folder = Path::new("/srv");
        for target in ["/../etc/passwd", "/%2e%2e/etc", "//etc", "/a/../../etc", "etc", "/a\\..\\b", "/%zz", "/%"] {
            assert_eq!(below(folder, target), None, "{target}");
        }
        let good = below(folder, "/targets/abc.demo-1.0%2Blocal-py3-none-any.whl?x");
        assert_eq!(good, Some(PathBuf::from("/srv/targets/abc.demo-1.0+local-py3-none-any.whl")));
    }
}

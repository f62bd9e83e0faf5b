//! What the head of a log says of this program and the machine it runs on.

use fs_err as fs;

/// Says what this program is.
pub(super) fn in_short() -> Vec<String> {
    let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
    vec![format!("quoc {} for {os} {arch}", env!("CARGO_PKG_VERSION"))]
}

/// Says what this program is, and what is asked first when it fails: system, kernel, C library, processors.
pub(super) fn described() -> Vec<String> {
    let mut lines = in_short();
    let known = [("system", system()), ("kernel", kernel()), ("C library", libc()), ("processors", processors())];
    lines.extend(known.into_iter().filter_map(|(what, value)| Some(format!("{what}: {}", value?))));
    lines
}

/// The name of a Linux distribution, as os-release(5) has it.
fn system() -> Option<String> {
    let text = ["/etc/os-release", "/usr/lib/os-release"].iter().find_map(|path| fs::read_to_string(path).ok())?;
    let name = text.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    Some(name.trim_matches(['"', '\'']).to_owned())
}

#[cfg(unix)]
fn kernel() -> Option<String> {
    let name = rustix::system::uname();
    Some([name.sysname(), name.release(), name.machine()].map(|part| part.to_string_lossy().into_owned()).join(" "))
}

#[cfg(not(unix))]
fn kernel() -> Option<String> {
    None
}

/// The name of the C library that this process has loaded, and its version, which the file holds in words: asking
/// the library itself would need `unsafe`, and a child more time than the rest of the log.
fn libc() -> Option<String> {
    let maps = fs::read_to_string("/proc/self/maps").ok()?;
    let path = maps.lines().filter_map(|line| Some(line.get(line.find('/')?..)?.trim())).find(|path| {
        let name = path.rsplit('/').next().unwrap_or_default();
        name.starts_with("libc.so") || name.starts_with("libc-") || name.starts_with("ld-musl")
    })?;
    let bytes = fs::read(path).ok()?;
    let start = memchr::memmem::find(&bytes, BANNER)?;
    let line: String =
        bytes.iter().skip(start).take_while(|byte| !b"\0\n".contains(byte)).map(|&byte| char::from(byte)).collect();
    Some(line.trim_end_matches('.').to_owned())
}

fn processors() -> Option<String> {
    std::thread::available_parallelism().ok().map(|count| count.to_string())
}

const BANNER: &[u8] = b"GNU C Library";

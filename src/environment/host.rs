//! Describes the machine for a Python that is still to be fetched and so cannot be asked.
//!
//! The words are those that such a Python would use itself (`platform`, PEP 600, PEP 656).

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::model::release::{Os, Platform};
use crate::model::tag::{LinuxLibc, TagPlatform};
use crate::plan::Host;
use crate::ports::{Cancel, Command, OutputLine, Processes};

/// Asks the machine; `None` where it does not say enough to choose wheels for it.
pub fn host(processes: &dyn Processes, cancel: &Cancel) -> Option<Host> {
    let ask = |program: &str, arguments: &[&str]| said(processes, cancel, program, arguments);
    let arch = if cfg!(target_arch = "x86_64") { "x86_64" } else { "aarch64" };
    let (os, tags) = if cfg!(target_os = "macos") {
        let version = pair(&ask("sw_vers", &["-productVersion"])?)?;
        let arch = if arch == "aarch64" { "arm64" } else { arch };
        (Os::Macos, TagPlatform::Macos { arch: arch.to_owned(), version })
    } else if cfg!(windows) {
        let tag = if arch == "aarch64" { "win_arm64" } else { "win_amd64" };
        (Os::Windows, TagPlatform::Windows { tag: tag.to_owned() })
    } else {
        let libc = libc(&ask, arch)?;
        let os = if matches!(libc, LinuxLibc::Musl(..)) { Os::LinuxMusl } else { Os::LinuxGlibc };
        (os, TagPlatform::Linux { arch: arch.to_owned(), libc })
    };
    Some(Host {
        platform: Platform { os, arch: arch.to_owned() },
        tags,
        platform_release: ask("uname", &["-r"]).unwrap_or_default(),
        platform_version: ask("uname", &["-v"]).unwrap_or_default(),
    })
}

/// glibc says its version through `getconf`; musl's loader says it when it is run by itself.
fn libc(ask: &dyn Fn(&str, &[&str]) -> Option<String>, arch: &str) -> Option<LinuxLibc> {
    if let Some((major, minor)) =
        ask("getconf", &["GNU_LIBC_VERSION"]).and_then(|text| pair(text.strip_prefix("glibc ")?))
    {
        return Some(LinuxLibc::Glibc(major, minor));
    }
    let text = ask(&format!("/lib/ld-musl-{arch}.so.1"), &[])?;
    let (major, minor) = pair(text.split_once("Version ")?.1)?;
    Some(LinuxLibc::Musl(major, minor))
}

/// Reads `major.minor`, whatever follows.
fn pair(text: &str) -> Option<(u64, u64)> {
    let mut parts = text.trim().split(|c: char| !c.is_ascii_digit());
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Returns all that a program of the system writes.
fn said(processes: &dyn Processes, cancel: &Cancel, program: &str, arguments: &[&str]) -> Option<String> {
    let program = SYSTEM.iter().map(|folder| Path::new(folder).join(program)).find(|path| path.is_file())?;
    let command = Command {
        program,
        arguments: arguments.iter().map(OsString::from).collect(),
        environment: vec![("LC_ALL".into(), "C".into())],
        folder: PathBuf::from("/"),
        time_limit: Duration::from_secs(10),
    };
    let mut text = String::new();
    let mut take = |line: OutputLine<'_>| {
        let (OutputLine::Out(line) | OutputLine::Err(line)) = line;
        text.push_str(line);
        text.push(' ');
    };
    processes.run(&command, cancel, &mut take).ok()?;
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// An absolute program stays what it is when joined.
const SYSTEM: [&str; 2] = ["/usr/bin", "/bin"];

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::system::processes::ChildProcesses;

    #[test]
    fn a_version_is_read_whatever_follows() {
        assert_eq!(pair("2.36"), Some((2, 36)));
        assert_eq!(pair("1.2.3 Dynamic Program Loader"), Some((1, 2)));
        assert_eq!(pair("none"), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn this_machine_describes_itself_as_its_own_python_does() {
        let host = host(&ChildProcesses, &Cancel::default()).unwrap();
        assert!(matches!(host.tags, TagPlatform::Linux { .. }));
        assert!(!host.platform_release.is_empty());
    }
}

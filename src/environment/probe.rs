//! Asks a Python what it is, by running it, and judges the answer.
//!
//! What a file is called proves nothing (version managers' shims, the Windows Store's alias, virtual environments),
//! so only what it says when it runs counts. Must not choose between interpreters: that is the plan's.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;

use crate::model::release::{Os, Platform};
use crate::model::tag::{LinuxLibc, TagFacts, TagPlatform, UnsupportedInterpreter, supported};
use crate::model::{Interpreter, MarkerEnvironment, Version};
use crate::ports::{Cancel, Command, ExitStatus, OutputLine, Processes};

/// Why a candidate is no interpreter to install with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejection {
    /// There is no such file.
    #[error("it does not exist")]
    NotThere,
    /// It is the Windows Store's stand-in, or the Store's Python, whose files are redirected.
    #[error("it is an alias of the Windows Store")]
    StoreAlias,
    /// It cannot be started, ends with an error, or says nothing that can be understood.
    #[error("it does not run: {said}")]
    DoesNotRun {
        /// Its last line, or why it could not be started.
        said: String,
    },
    /// It gave no answer in time.
    #[error("it gave no answer in {} s", ANSWER_WITHIN.as_secs())]
    Silent,
    /// It is PyPy or another implementation.
    #[error("it is {implementation}, not CPython")]
    Implementation {
        /// `pypy`, `graalpy`
        implementation: String,
    },
    /// It is older than pip and quoc support.
    #[error("version {version} is too old")]
    TooOld {
        /// Its version.
        version: Version,
    },
    /// It is not the version that was asked for.
    #[error("version {version} is not the one asked for")]
    OtherVersion {
        /// Its version.
        version: Version,
    },
    /// It is an alpha, beta or candidate.
    #[error("version {version} is not final")]
    PreRelease {
        /// Its version.
        version: Version,
    },
    /// A 32-bit Python on a 64-bit machine.
    #[error("it is a 32-bit Python on a 64-bit machine")]
    Bits,
    /// Parts of the standard library are missing or broken.
    #[error("it lacks {}", modules.join(", "))]
    Incomplete {
        /// The modules.
        modules: Vec<String>,
    },
    /// An operating system, C library or processor without wheels.
    #[error("{platform} is not supported")]
    Platform {
        /// `sysconfig.get_platform()`
        platform: String,
    },
}

/// What the script prints.
#[derive(Clone, Debug, Deserialize)]
struct Answer {
    executable: PathBuf,
    version: Version,
    implementation: String,
    free_threaded: bool,
    bits: u32,
    platform: String,
    c_library: Option<(String, String)>,
    macos: String,
    missing: Vec<String>,
    markers: MarkerEnvironment,
}

/// Where and with what a candidate is run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// For PATH: shims look for their version manager there.
    pub path_dirs: Vec<PathBuf>,
    /// For HOME: shims look for their configuration there.
    pub home: Option<PathBuf>,
}

/// Runs one candidate and judges its answer.
///
/// # Errors
/// Why it is no interpreter to install with.
pub fn probe(
    candidate: &Path,
    surroundings: &Surroundings,
    processes: &dyn Processes,
    cancel: &Cancel,
) -> Result<Interpreter, Rejection> {
    if is_store_alias(candidate) {
        return Err(Rejection::StoreAlias);
    }
    if !candidate.exists() {
        return Err(Rejection::NotThere);
    }
    let mut answer = None;
    let mut said = String::new();
    let command = command(candidate, surroundings);
    let status = processes.run(&command, cancel, &mut |line| {
        let (OutputLine::Out(text) | OutputLine::Err(text)) = line;
        if let Some(json) = text.strip_prefix(MARK) {
            answer = Some(serde_json::from_str::<Answer>(json));
        }
        // The first line says what is wrong, except that a traceback says it last.
        if said.is_empty() || said.starts_with("Traceback") || text.contains("Error: ") {
            said = text.trim().chars().take(200).collect();
        }
    });
    let broken = |said: String| Rejection::DoesNotRun { said };
    match (status, answer) {
        (Ok(ExitStatus::Killed), _) => Err(Rejection::Silent),
        (Err(error), _) => Err(broken(error.to_string())),
        (Ok(ExitStatus::Code(0)), Some(Ok(answer))) => judge(&answer),
        (Ok(ExitStatus::Code(0)), Some(Err(error))) => Err(broken(error.to_string())),
        (Ok(ExitStatus::Code(_)), _) => Err(broken(said)),
    }
}

fn command(candidate: &Path, surroundings: &Surroundings) -> Command {
    let separator = if cfg!(windows) { ";" } else { ":" };
    let folders: Vec<_> = surroundings.path_dirs.iter().map(|dir| dir.as_os_str()).collect();
    let mut environment: Vec<(OsString, OsString)> =
        vec![("PATH".into(), folders.join(separator.as_ref())), ("LANG".into(), "C.UTF-8".into())];
    if let Some(home) = &surroundings.home {
        environment.push(("HOME".into(), home.clone().into_os_string()));
    }
    Command {
        program: candidate.to_owned(),
        arguments: ["-I", "-S", "-X", "utf8", "-c", SCRIPT].map(OsString::from).into(),
        environment,
        folder: candidate.parent().filter(|parent| parent.is_dir()).unwrap_or(Path::new("/")).to_owned(),
        time_limit: ANSWER_WITHIN,
    }
}

fn judge(answer: &Answer) -> Result<Interpreter, Rejection> {
    let version = answer.version.clone();
    if answer.implementation != "cpython" {
        return Err(Rejection::Implementation { implementation: answer.implementation.clone() });
    }
    if version < OLDEST.parse().unwrap_or_else(|_| version.clone()) {
        return Err(Rejection::TooOld { version });
    }
    if version.any_prerelease() {
        return Err(Rejection::PreRelease { version });
    }
    let arch = architecture(&answer.markers.platform_machine);
    if answer.bits == 32 && matches!(arch.as_str(), "x86_64" | "aarch64" | "ppc64le" | "s390x" | "riscv64") {
        return Err(Rejection::Bits);
    }
    let unsupported = || Rejection::Platform { platform: answer.platform.clone() };
    let (os, platform) = tag_platform(answer).ok_or_else(unsupported)?;
    let release = version.release();
    let number = |index: usize| release.get(index).copied().unwrap_or_default();
    let facts = TagFacts {
        implementation: answer.implementation.clone(),
        version: (number(0), number(1)),
        free_threaded: answer.free_threaded,
        platform,
    };
    let tags = supported(&facts).map_err(|why| match why {
        UnsupportedInterpreter::Implementation { implementation } => Rejection::Implementation { implementation },
        UnsupportedInterpreter::Version { .. } => Rejection::TooOld { version: version.clone() },
        UnsupportedInterpreter::Platform { .. } => unsupported(),
    })?;
    if !answer.missing.is_empty() {
        return Err(Rejection::Incomplete { modules: answer.missing.clone() });
    }
    let (platform, markers) = (Platform { os, arch }, answer.markers.clone());
    Ok(Interpreter { path: lasting(&answer.executable, &version), version, platform, markers, tags, managed: false })
}

/// One name for what systems call differently.
fn architecture(machine: &str) -> String {
    match machine.to_lowercase().as_str() {
        "amd64" => "x86_64".to_owned(),
        "arm64" => "aarch64".to_owned(),
        other => other.to_owned(),
    }
}

fn tag_platform(answer: &Answer) -> Option<(Os, TagPlatform)> {
    match answer.markers.sys_platform.as_str() {
        "linux" => {
            let (name, version) = answer.c_library.as_ref()?;
            let (major, minor) = two_numbers(version)?;
            // `linux-x86_64`: what the interpreter was built for, even under a kernel of another width.
            let arch = answer.platform.strip_prefix("linux-")?.replace(['-', '.'], "_");
            let (os, libc) = match name.as_str() {
                "glibc" => (Os::LinuxGlibc, LinuxLibc::Glibc(major, minor)),
                "musl" => (Os::LinuxMusl, LinuxLibc::Musl(major, minor)),
                _ => return None,
            };
            Some((os, TagPlatform::Linux { arch, libc }))
        }
        "darwin" => {
            let version = two_numbers(&answer.macos)?;
            Some((Os::Macos, TagPlatform::Macos { arch: answer.markers.platform_machine.clone(), version }))
        }
        "win32" => {
            let tag = answer.platform.replace(['-', '.'], "_");
            Some((Os::Windows, TagPlatform::Windows { tag }))
        }
        _ => None,
    }
}

fn two_numbers(text: &str) -> Option<(u64, u64)> {
    let mut parts = text.split('.').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next().unwrap_or(Some(0))?))
}

/// Prefers `python3.11` to `python3` and `python` beside it: the shorter names move on with the system's updates.
fn lasting(executable: &Path, version: &Version) -> PathBuf {
    let [major, minor, ..] = version.release() else { return executable.to_owned() };
    let named = executable.with_file_name(format!("python{major}.{minor}"));
    let real = |path: &Path| fs_err::canonicalize(path).ok();
    if !cfg!(windows) && real(&named).is_some_and(|file| Some(file) == real(executable)) {
        named
    } else {
        executable.to_owned()
    }
}

/// Microsoft's aliases all lie in one folder.
fn is_store_alias(candidate: &Path) -> bool {
    let text = candidate.to_string_lossy().replace('/', "\\").to_lowercase();
    text.contains("\\microsoft\\windowsapps\\") || text.contains("\\program files\\windowsapps\\")
}

const SCRIPT: &str = include_str!("probe.py");
const MARK: &str = "quoc-probe ";
const ANSWER_WITHIN: Duration = Duration::from_secs(10);
/// Current pips need it; older Pythons get no security fixes.
const OLDEST: &str = "3.9";

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn answer() -> Answer {
        let json = r#"{"executable": "/nowhere/python3", "prefix": "/nowhere", "version": "3.11.7", "implementation": "cpython",
            "free_threaded": false, "bits": 64, "platform": "linux-x86_64", "c_library": ["glibc", "2.36"], "macos": "", "missing": [],
            "markers": {"os_name": "posix", "sys_platform": "linux", "platform_machine": "x86_64",
            "platform_python_implementation": "CPython", "platform_release": "6", "platform_system": "Linux", "platform_version": "1",
            "python_version": "3.11", "python_full_version": "3.11.7", "implementation_name": "cpython", "implementation_version": "3.11.7"}}"#;
        serde_json::from_str(json).unwrap()
    }

    fn rejected(change: impl FnOnce(&mut Answer)) -> Rejection {
        let mut answer = answer();
        change(&mut answer);
        judge(&answer).unwrap_err()
    }

    #[test]
    fn a_whole_cpython_is_taken_with_its_tags() {
        let interpreter = judge(&answer()).unwrap();
        assert_eq!(interpreter.platform, Platform { os: Os::LinuxGlibc, arch: "x86_64".to_owned() });
        assert!(interpreter.tags.contains(&"cp311-cp311-manylinux_2_36_x86_64".parse().unwrap()));
        assert!(!interpreter.tags.contains(&"cp311-cp311-manylinux_2_37_x86_64".parse().unwrap()));
        assert!(!interpreter.managed);
    }

    #[test]
    fn musl_macos_and_windows_have_tags_of_their_own() {
        let takes = |tag: &str, change: fn(&mut Answer)| {
            let mut answer = answer();
            change(&mut answer);
            let tags = judge(&answer).unwrap().tags;
            assert!(tags.contains(&tag.parse().unwrap()), "{tag}");
            assert!(!tags.contains(&"cp311-cp311-manylinux_2_17_x86_64".parse().unwrap()), "{tag}");
        };
        takes("cp311-cp311-musllinux_1_2_x86_64", |a| a.c_library = Some(("musl".into(), "1.2.4".into())));
        takes("cp311-cp311-macosx_14_0_arm64", |a| {
            a.markers.sys_platform = "darwin".into();
            a.markers.platform_machine = "arm64".into();
            a.platform = "macosx-11.0-arm64".into();
            a.macos = "14.5".into();
        });
        takes("cp311-cp311-win_amd64", |a| {
            a.markers.sys_platform = "win32".into();
            a.markers.platform_machine = "AMD64".into();
            a.platform = "win-amd64".into();
        });
    }

    #[test]
    fn each_unfit_interpreter_has_its_own_reason() {
        let version = |text: &str| text.parse::<Version>().unwrap();
        let implementation = "pypy".to_owned();
        assert_eq!(rejected(|a| a.implementation = "pypy".into()), Rejection::Implementation { implementation });
        assert_eq!(rejected(|a| a.version = version("3.8.18")), Rejection::TooOld { version: version("3.8.18") });
        assert_eq!(
            rejected(|a| a.version = version("3.15.0b1")),
            Rejection::PreRelease { version: version("3.15.0b1") }
        );
        assert_eq!(rejected(|a| a.bits = 32), Rejection::Bits);
        assert_eq!(rejected(|a| a.missing = vec!["ssl".into()]), Rejection::Incomplete { modules: vec!["ssl".into()] });
        let platform = "linux-x86_64".to_owned();
        assert_eq!(rejected(|a| a.c_library = None), Rejection::Platform { platform });
        let platform = "freebsd-14".to_owned();
        let freebsd = rejected(|a| {
            a.markers.sys_platform = "freebsd14".into();
            a.platform = "freebsd-14".into();
        });
        assert_eq!(freebsd, Rejection::Platform { platform });
    }

    #[test]
    fn an_alias_of_the_windows_store_is_known_by_its_folder() {
        assert!(is_store_alias(Path::new(r"C:\Users\a\AppData\Local\Microsoft\WindowsApps\python3.exe")));
        assert!(!is_store_alias(Path::new(r"C:\Program Files\Python312\python.exe")));
    }
}

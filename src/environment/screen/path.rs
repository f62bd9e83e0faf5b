//! Judges the paths inside a wheel or an archive: what may become a file's name on a person's machine.
//!
//! One rule for every platform, so that what the publisher's gate has seen installs everywhere. Pure.

/// Says why a path inside an archive is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadPath {
    /// It is empty or has an empty segment.
    #[error("it has an empty segment")]
    Empty,
    /// It begins at a root or a drive.
    #[error("it is absolute")]
    Absolute,
    /// It has a segment `.` or `..`.
    #[error("it leaves its folder")]
    Traversal,
    /// It has a backslash, a control character or one that Windows forbids in names.
    #[error("it has the character {0:?}")]
    Character(char),
    /// A segment is the name of a Windows device, whatever its extension.
    #[error("Windows reads it as a device")]
    Device,
    /// A segment ends with a dot or a space, which Windows drops.
    #[error("a segment ends with a dot or a space")]
    Ending,
    /// It, or a segment of it, is longer than file systems take.
    #[error("it is too long")]
    TooLong,
}

/// Checks one relative path with `/` between its segments.
pub(in crate::environment) fn check(path: &str) -> Result<(), BadPath> {
    if path.len() > LONGEST_PATH {
        return Err(BadPath::TooLong);
    }
    if path.starts_with(['/', '\\']) || path.as_bytes().get(1) == Some(&b':') {
        return Err(BadPath::Absolute);
    }
    if let Some(bad) = path.chars().find(|c| c.is_control() || FORBIDDEN.contains(*c)) {
        return Err(BadPath::Character(bad));
    }
    path.split('/').try_for_each(check_segment)
}

fn check_segment(segment: &str) -> Result<(), BadPath> {
    match segment {
        "" => return Err(BadPath::Empty),
        "." | ".." => return Err(BadPath::Traversal),
        _ => {}
    }
    if segment.len() > LONGEST_SEGMENT {
        return Err(BadPath::TooLong);
    }
    if segment.ends_with(['.', ' ']) {
        return Err(BadPath::Ending);
    }
    if is_device(segment) { Err(BadPath::Device) } else { Ok(()) }
}

/// Windows opens a device for these names, whatever follows the first dot.
fn is_device(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or(segment).trim_end().to_lowercase();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix).is_some_and(|rest| {
            let mut characters = rest.chars();
            matches!((characters.next(), characters.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
        })
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") || numbered("com") || numbered("lpt")
}

/// Returns whether a command of this name would stand where the environment's own are: the interpreter,
/// pip, the activation scripts, in any case and with any extension that Windows runs. A `._pth` beside an interpreter
/// decides what it imports before anything else (CPython, `Modules/getpath.py`), also with `-I`.
pub(in crate::environment) fn is_environments_own(command: &str) -> bool {
    let lower = command.to_lowercase();
    let stem = RUNNABLE.iter().find_map(|extension| lower.strip_suffix(extension)).unwrap_or(&lower);
    let stem = stem.strip_suffix("-script").unwrap_or(stem);
    let versioned = |prefix: &str, letters: &str| {
        stem.strip_prefix(prefix)
            .is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || ".-_".contains(c) || letters.contains(c)))
    };
    versioned("python", "wdmt")
        || versioned("pip", "")
        || versioned("venvlauncher", "wdmt")
        || versioned("venvwlauncher", "wdmt")
        || stem == "𝜋thon"
        || stem == "pyvenv.cfg"
        || lower.ends_with("._pth")
        || matches!(stem.split('.').next(), Some("activate" | "deactivate" | "activate_this"))
}

/// What two paths share that a file system may take for one: case is folded as far as lower case goes.
pub(in crate::environment) fn folded(path: &str) -> String {
    path.to_lowercase()
}

const FORBIDDEN: &str = "\\:<>\"|?*";
const RUNNABLE: [&str; 10] = [".exe", ".bat", ".cmd", ".com", ".ps1", ".pyw", ".pya", ".pyz", ".vbs", ".py"];
/// Bytes; Linux takes 4096, macOS 1024.
const LONGEST_PATH: usize = 1000;
/// Bytes; every file system in use takes that many.
const LONGEST_SEGMENT: usize = 255;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn ordinary_paths_pass() {
        for path in ["a.py", "a/b-1.0.dist-info/RECORD", "data/ünï code.txt", "com10.py", "a/.hidden", "console.py"] {
            assert_eq!(check(path), Ok(()), "{path}");
        }
    }

    #[test]
    fn a_path_that_leaves_its_folder_or_means_something_else_elsewhere_is_refused() {
        let long_segment = "x".repeat(256);
        let long_path = "x/".repeat(501) + "x";
        for (path, why) in [
            ("", BadPath::Empty),
            ("a//b", BadPath::Empty),
            ("a/", BadPath::Empty),
            ("/etc/passwd", BadPath::Absolute),
            ("\\\\server\\share", BadPath::Absolute),
            ("C:/x", BadPath::Absolute),
            ("..", BadPath::Traversal),
            ("a/../../b", BadPath::Traversal),
            ("./a", BadPath::Traversal),
            ("a\\..\\b", BadPath::Character('\\')),
            ("a\0b", BadPath::Character('\0')),
            ("a\nb", BadPath::Character('\n')),
            ("a/b:stream", BadPath::Character(':')),
            ("a/NUL", BadPath::Device),
            ("a/con.py", BadPath::Device),
            ("LPT1.txt/x", BadPath::Device),
            ("com¹", BadPath::Device),
            ("a./b", BadPath::Ending),
            ("a /b", BadPath::Ending),
            (long_segment.as_str(), BadPath::TooLong),
            (long_path.as_str(), BadPath::TooLong),
        ] {
            assert_eq!(check(path), Err(why), "{path:?}");
        }
    }

    #[test]
    fn a_command_that_would_replace_the_environments_own_is_known() {
        for command in [
            "python",
            "Python3",
            "python3.11",
            "python3.13t",
            "pythonw.exe",
            "PYTHON.EXE",
            "pip",
            "pip3.12",
            "pip-3.11",
            "activate",
            "Activate.ps1",
            "activate.fish",
            "deactivate.bat",
            "activate_this.py",
            "python-script.py",
            "𝜋thon",
            "python._pth",
            "Python311._PTH",
            "anything._pth",
        ] {
            assert!(is_environments_own(command), "{command}");
        }
        for command in ["tahoe", "pipx", "pythonic", "python-argcomplete-check", "pipenv", "ipython", "activated"] {
            assert!(!is_environments_own(command), "{command}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_path_that_passes_stays_below_its_folder(path in "[a-zA-Z./\\\\:~ ]{0,24}") {
            if check(&path).is_ok() {
                let mut parts = std::path::Path::new(&path).components();
                proptest::prop_assert!(parts.all(|part| matches!(part, std::path::Component::Normal(_))));
            }
        }
    }
}

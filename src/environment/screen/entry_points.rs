//! Reads `entry_points.txt`: which commands pip will write into the environment's bin folder.
//!
//! pip pastes the object reference into the script it writes, and the name into its path, so both are
//! judged by the PyPA specification 'Entry points' before pip sees them.

use super::path;

/// A command that pip will write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::environment) struct EntryPoint {
    /// The command's name, without `.exe`.
    pub(in crate::environment) name: String,
    /// The module that it imports.
    pub(in crate::environment) module: String,
}

/// Says why the entry points of a wheel are refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadEntryPoints {
    /// It is not UTF-8.
    #[error("entry_points.txt is not UTF-8")]
    Encoding,
    /// A line is neither a section, a comment nor `name = value`.
    #[error("line {line} of entry_points.txt cannot be read")]
    Shape {
        /// The line, from 1.
        line: usize,
    },
    /// A command's name cannot be a file's name on every platform.
    #[error("line {line} of entry_points.txt names no possible command")]
    Name {
        /// The line, from 1.
        line: usize,
    },
    /// A command does not refer to `module:object`.
    #[error("line {line} of entry_points.txt refers to no object")]
    Reference {
        /// The line, from 1.
        line: usize,
    },
}

/// Returns the console and GUI scripts.
///
/// pip reads the file by importlib.metadata, which strips any number of brackets from a section, knows `#` alone as a
/// comment and splits lines at more than line feeds. What it could read differently is refused.
pub(super) fn parse(bytes: &[u8]) -> Result<Vec<EntryPoint>, BadEntryPoints> {
    let text = std::str::from_utf8(bytes).map_err(|_| BadEntryPoints::Encoding)?;
    let mut commands = Vec::new();
    let mut section = None;
    for (index, raw) in text.lines().enumerate() {
        let (line, content) = (index + 1, raw.trim());
        if content.contains(is_a_break_to_some) {
            return Err(BadEntryPoints::Shape { line });
        }
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        if content.starts_with('[') {
            section = Some(group(content).ok_or(BadEntryPoints::Shape { line })?);
            continue;
        }
        let (name, value) = content.split_once('=').ok_or(BadEntryPoints::Shape { line })?;
        match section {
            None => return Err(BadEntryPoints::Shape { line }),
            Some("console_scripts" | "gui_scripts") => commands.push(command(name.trim(), value.trim(), line)?),
            Some(_) => {}
        }
    }
    Ok(commands)
}

/// Python's `splitlines` and `strip` know more line ends than Rust's.
fn is_a_break_to_some(character: char) -> bool {
    character.is_control() && character != '\t' || matches!(character, '\u{2028}' | '\u{2029}')
}

/// Reads `[group]`: one bracket on each side, and nothing around the name.
fn group(content: &str) -> Option<&str> {
    let name = content.strip_prefix('[')?.strip_suffix(']')?;
    let plain = !name.is_empty() && !name.contains(|c: char| c == '[' || c == ']' || c.is_whitespace());
    plain.then_some(name)
}

fn command(name: &str, value: &str, line: usize) -> Result<EntryPoint, BadEntryPoints> {
    // The specification recommends letters, digits, '.', '_' and '-'; pip joins the name to the bin folder.
    let harmless = name.chars().all(|c| c.is_alphanumeric() || "._-+".contains(c));
    if !harmless || name.starts_with(['.', '-']) || path::check(name).is_err() {
        return Err(BadEntryPoints::Name { line });
    }
    let reference = value.split_once('[').map_or(value, |(reference, _extras)| reference).trim();
    let (module, object) = reference.split_once(':').ok_or(BadEntryPoints::Reference { line })?;
    let (module, object) = (module.trim(), object.trim());
    if !is_dotted_name(module) || !is_dotted_name(object) {
        return Err(BadEntryPoints::Reference { line });
    }
    Ok(EntryPoint { name: name.to_owned(), module: module.to_owned() })
}

/// Python's identifiers, joined by dots.
fn is_dotted_name(text: &str) -> bool {
    text.split('.').all(|part| {
        !part.is_empty()
            && !part.starts_with(|c: char| c.is_numeric())
            && part.chars().all(|c| c.is_alphanumeric() || c == '_')
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn console_and_gui_scripts_are_commands_and_other_groups_are_not() {
        let text = b"# comment\n[console_scripts]\ntahoe = allmydata.scripts.runner:run\nx=a:b.c [extra]\n\n[gui_scripts]\ng = m:f\n[plugins]\nanything = at all here = 1\n";
        let names: Vec<_> = parse(text).unwrap().into_iter().map(|point| (point.name, point.module)).collect();
        let expected = [("tahoe", "allmydata.scripts.runner"), ("x", "a"), ("g", "m")];
        assert_eq!(names, expected.map(|(name, module)| (name.to_owned(), module.to_owned())));
    }

    #[test]
    fn a_command_that_leaves_the_bin_folder_or_smuggles_code_is_refused() {
        for (text, why) in [
            ("[console_scripts]\n../x = a:b", BadEntryPoints::Name { line: 2 }),
            ("[console_scripts]\na/b = a:b", BadEntryPoints::Name { line: 2 }),
            ("[console_scripts]\n-x = a:b", BadEntryPoints::Name { line: 2 }),
            ("[console_scripts]\nnul = a:b", BadEntryPoints::Name { line: 2 }),
            ("[console_scripts]\n = a:b", BadEntryPoints::Name { line: 2 }),
            ("[console_scripts]\nx = a", BadEntryPoints::Reference { line: 2 }),
            ("[console_scripts]\nx = os;evil:b", BadEntryPoints::Reference { line: 2 }),
            ("[console_scripts]\nx = a:b()", BadEntryPoints::Reference { line: 2 }),
            ("[console_scripts]\nx = .a:b", BadEntryPoints::Reference { line: 2 }),
            ("x = a:b", BadEntryPoints::Shape { line: 1 }),
            ("[console_scripts\n", BadEntryPoints::Shape { line: 1 }),
            ("[console_scripts]\nnothing", BadEntryPoints::Shape { line: 2 }),
            ("[[console_scripts]]\nx = a:b", BadEntryPoints::Shape { line: 1 }),
            ("[console_scripts]]\nx = a:b", BadEntryPoints::Shape { line: 1 }),
            ("[ console_scripts ]\nx = a:b", BadEntryPoints::Shape { line: 1 }),
            ("[]\nx = a:b", BadEntryPoints::Shape { line: 1 }),
            ("[console_scripts]\n; x = a:b", BadEntryPoints::Name { line: 2 }),
            ("[plugins]\nx = a:b\x0b[console_scripts]\n", BadEntryPoints::Shape { line: 2 }),
            ("# a comment\u{2028}[console_scripts]\n", BadEntryPoints::Shape { line: 1 }),
            ("[plugins]\rx = a:b", BadEntryPoints::Shape { line: 1 }),
        ] {
            assert_eq!(parse(text.as_bytes()), Err(why), "{text}");
        }
        assert_eq!(parse(b"\xff"), Err(BadEntryPoints::Encoding));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_the_parser_panic(bytes: Vec<u8>, text in "(\\[(console_scripts)?\\]?|[a-z./]{0,5} ?=? ?[a-z:.]{0,8}|\n){0,12}") {
            drop(parse(&bytes));
            drop(parse(text.as_bytes()));
        }
    }
}

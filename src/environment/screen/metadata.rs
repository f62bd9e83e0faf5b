//! Reads METADATA and WHEEL: what a wheel says it is (PyPA's core metadata; the binary distribution format).
//!
//! Both are headers in the form of an e-mail; the first empty line ends them.

use crate::model::{PackageName, Version, VersionSpecifiers};

/// What METADATA says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Metadata {
    pub(super) name: PackageName,
    pub(super) version: Version,
    pub(super) requires_python: Option<VersionSpecifiers>,
}

/// What WHEEL says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WheelFile {
    /// The compressed or single tags, as written.
    pub(super) tags: Vec<String>,
}

/// Says which header of METADATA or WHEEL is missing or wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file} has no usable {header}")]
pub struct BadHeader {
    /// `METADATA` or `WHEEL`.
    pub file: &'static str,
    /// The header.
    pub header: &'static str,
}

/// Reads METADATA.
pub(super) fn parse_metadata(bytes: &[u8]) -> Result<Metadata, BadHeader> {
    let bad = |header| BadHeader { file: "METADATA", header };
    let name = one(bytes, "Name").ok_or(bad("Name"))?;
    let version = one(bytes, "Version").ok_or(bad("Version"))?;
    let requires_python = match headers(bytes, "Requires-Python").next() {
        None => None,
        Some(text) => Some(text.parse().map_err(|_| bad("Requires-Python"))?),
    };
    Ok(Metadata {
        name: name.parse().map_err(|_| bad("Name"))?,
        version: version.parse().map_err(|_| bad("Version"))?,
        requires_python,
    })
}

/// Reads WHEEL; only major version 1 of the format is known.
pub(super) fn parse_wheel(bytes: &[u8]) -> Result<WheelFile, BadHeader> {
    let bad = |header| BadHeader { file: "WHEEL", header };
    let version = one(bytes, "Wheel-Version").ok_or(bad("Wheel-Version"))?;
    if version.split('.').next() != Some("1") {
        return Err(bad("Wheel-Version"));
    }
    let pure = one(bytes, "Root-Is-Purelib").ok_or(bad("Root-Is-Purelib"))?;
    if !["true", "false"].iter().any(|value| pure.eq_ignore_ascii_case(value)) {
        return Err(bad("Root-Is-Purelib"));
    }
    let tags: Vec<String> = headers(bytes, "Tag").map(|tag| tag.to_lowercase()).collect();
    if tags.is_empty() { Err(bad("Tag")) } else { Ok(WheelFile { tags }) }
}

/// Returns the value of a header that must be there exactly once.
fn one(bytes: &[u8], name: &'static str) -> Option<String> {
    let mut found = headers(bytes, name);
    let value = found.next()?;
    if found.next().is_some() { None } else { Some(value) }
}

fn headers<'a>(bytes: &'a [u8], name: &'static str) -> impl Iterator<Item = String> + 'a {
    bytes
        .split(|byte| *byte == b'\n')
        .map(|line| String::from_utf8_lossy(line).trim_end().to_owned())
        .take_while(|line| !line.is_empty())
        .filter_map(move |line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn headers_end_at_the_empty_line() {
        let metadata = parse_metadata(
            b"Metadata-Version: 2.1\r\nName: Demo_X\r\nVersion: 1.0\r\nRequires-Python: >=3.9\r\n\r\nName: body\n",
        );
        let metadata = metadata.unwrap();
        assert_eq!((metadata.name.as_str(), metadata.version.to_string()), ("demo-x", "1.0".to_owned()));
        assert!(metadata.requires_python.unwrap().contains(&"3.9".parse().unwrap()));
    }

    #[test]
    fn a_header_said_twice_or_not_at_all_is_refused() {
        for (text, header) in [
            ("Version: 1\n", "Name"),
            ("Name: a\nName: b\nVersion: 1\n", "Name"),
            ("Name: a\n", "Version"),
            ("Name: a\nVersion: one\n", "Version"),
            ("Name: a\nVersion: 1\nRequires-Python: x\n", "Requires-Python"),
        ] {
            assert_eq!(parse_metadata(text.as_bytes()), Err(BadHeader { file: "METADATA", header }), "{text}");
        }
    }

    #[test]
    fn a_wheel_of_an_unknown_format_is_refused() {
        let good = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n";
        assert_eq!(parse_wheel(good.as_bytes()).unwrap().tags, ["py3-none-any"]);
        for (from, to, header) in [
            ("Wheel-Version: 1.0", "Wheel-Version: 2.0", "Wheel-Version"),
            ("Root-Is-Purelib: true", "Root-Is-Purelib: maybe", "Root-Is-Purelib"),
            ("Tag: py3-none-any", "X: y", "Tag"),
        ] {
            let text = good.replace(from, to);
            assert_eq!(parse_wheel(text.as_bytes()), Err(BadHeader { file: "WHEEL", header }));
        }
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_the_parser_panic(bytes: Vec<u8>, text in "((Name|Version|Tag|Wheel-Version|Requires-Python): ?[ -~]{0,12}\n){0,6}") {
            drop(parse_metadata(&bytes));
            drop(parse_metadata(text.as_bytes()));
            drop(parse_wheel(text.as_bytes()));
        }
    }
}

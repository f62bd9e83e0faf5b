//! Reads one project's page of a package index: HTML (PEP 503) or JSON (PEP 691). Pure.
//!
//! A page only says where a file may be had; nothing in it is believed.

use std::collections::BTreeMap;

use serde::Deserialize;
use url::Url;

use crate::model::Sha256Digest;

/// One file that a page lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The file's name.
    pub name: String,
    /// Its address.
    pub url: Url,
    /// Its digest, if the page gives one.
    pub sha256: Option<Sha256Digest>,
}

/// Says why a page cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum InvalidPage {
    /// It says that it is JSON, and is not what PEP 691 describes.
    #[error("the page is no project page in JSON (PEP 691)")]
    Json(#[from] serde_json::Error),
    /// A newer version of the format.
    #[error("the page is of version {version} of the format")]
    Version {
        /// What it says.
        version: String,
    },
    /// It is longer than allowed.
    #[error("the page is longer than the {limit} bytes allowed")]
    TooLong {
        /// Bytes allowed.
        limit: u64,
    },
}

/// Reads a page that came from `base` under a content type.
///
/// # Errors
/// When it is JSON of another kind or version; an HTML page without files is just empty.
pub fn parse(base: &Url, content_type: &str, page: &[u8]) -> Result<Vec<Listed>, InvalidPage> {
    if content_type.split(';').next().unwrap_or_default().trim().ends_with("json") {
        return parse_json(base, page);
    }
    Ok(parse_html(base, &String::from_utf8_lossy(page)))
}

#[derive(Deserialize)]
struct Page {
    meta: Meta,
    files: Vec<File>,
}

#[derive(Deserialize)]
struct Meta {
    #[serde(rename = "api-version")]
    api_version: String,
}

#[derive(Deserialize)]
struct File {
    filename: String,
    url: String,
    #[serde(default)]
    hashes: BTreeMap<String, String>,
}

fn parse_json(base: &Url, page: &[u8]) -> Result<Vec<Listed>, InvalidPage> {
    let page: Page = serde_json::from_slice(page)?;
    // PEP 629: a client must refuse a greater major version.
    if page.meta.api_version.split('.').next() != Some("1") {
        return Err(InvalidPage::Version { version: page.meta.api_version });
    }
    let listed = page.files.into_iter().filter_map(|file| {
        let url = address(base, &file.url)?;
        let sha256 = file.hashes.get("sha256").and_then(|text| text.parse().ok());
        Some(Listed { name: file.filename, url, sha256 })
    });
    Ok(listed.collect())
}

fn parse_html(base: &Url, page: &str) -> Vec<Listed> {
    let mut base = base.clone();
    let mut listed = Vec::new();
    for tag in tags(page) {
        let Some(href) = attribute(tag.inner, "href") else { continue };
        if tag.name.eq_ignore_ascii_case("base") {
            base = base.join(&href).unwrap_or(base);
        } else if tag.name.eq_ignore_ascii_case("a") {
            listed.extend(anchor(&base, &href));
        }
    }
    listed
}

/// PEP 503: the anchor's text is the last segment of its address, and the fragment is `hashname=hashvalue`.
fn anchor(base: &Url, href: &str) -> Option<Listed> {
    let mut url = address(base, href)?;
    let sha256 = url.fragment().and_then(|text| text.strip_prefix("sha256=")).and_then(|hex| hex.parse().ok());
    url.set_fragment(None);
    let name = percent_decoded(url.path_segments()?.next_back()?);
    (!name.is_empty()).then_some(Listed { name, url, sha256 })
}

/// Resolves an address of a page; credentials go along to the same server only.
fn address(base: &Url, text: &str) -> Option<Url> {
    let mut url = base.join(text.trim()).ok()?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    if url.origin() == base.origin() && url.username().is_empty() && !base.username().is_empty() {
        url.set_username(base.username()).ok()?;
        url.set_password(base.password()).ok()?;
    }
    Some(url)
}

struct Tag<'a> {
    name: &'a str,
    inner: &'a str,
}

/// Finds the opening tags of a page; comments are left out.
fn tags(page: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = page;
    std::iter::from_fn(move || {
        loop {
            rest = rest.get(rest.find('<')? + 1..)?;
            if let Some(comment) = rest.strip_prefix("!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let length = tag_length(rest);
            let (tag, after) = rest.split_at_checked(length)?;
            rest = after;
            let name_ends = tag.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(tag.len());
            if let Some((name, inner)) = tag.split_at_checked(name_ends).filter(|(name, _)| !name.is_empty()) {
                return Some(Tag { name, inner });
            }
        }
    })
}

/// A `>` inside quotes does not end a tag.
fn tag_length(text: &str) -> usize {
    let mut quote = None;
    for (index, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return index,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn attribute(inner: &str, wanted: &str) -> Option<String> {
    let mut rest = inner.trim_start_matches(is_between);
    while !rest.is_empty() {
        let name_ends = rest.find(|c: char| c == '=' || is_between(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(name_ends)?;
        let after = after.trim_start();
        let (value, after) = match after.strip_prefix('=') {
            Some(value) => value_of(value.trim_start()),
            None => ("", after),
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(unescaped(value));
        }
        let next = after.trim_start_matches(is_between);
        // A stray sign that is no name must not stop the walk.
        rest = if next.len() == rest.len() { next.get(1..).unwrap_or_default() } else { next };
    }
    None
}

fn is_between(c: char) -> bool {
    c.is_ascii_whitespace() || c == '/'
}

fn value_of(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    let ends = text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len());
    text.split_at_checked(ends).unwrap_or((text, ""))
}

/// Resolves the character references that appear in addresses.
fn unescaped(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        result.push_str(before);
        // Looked for no further than the longest one goes: a page of nothing but `&` would else be read for ever.
        let near = after.bytes().take(LONGEST_REFERENCE).position(|byte| byte == b';');
        let named = near.and_then(|end| after.split_at_checked(end));
        match named.and_then(|(name, tail)| Some((character(name)?, tail.strip_prefix(';')?))) {
            Some((c, tail)) => {
                result.push(c);
                rest = tail;
            }
            None => {
                result.push('&');
                rest = after;
            }
        }
    }
    result.push_str(rest);
    result
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let pair = tail.get(..2).filter(|_| byte == b'%').and_then(|pair| std::str::from_utf8(pair).ok());
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(decoded) => {
                bytes.push(decoded);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(byte);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Bytes up to and including the `;` of `&#x10FFFF;`, with some leading zeros.
const LONGEST_REFERENCE: usize = 16;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn base() -> Url {
        "https://user:secret@index.example/simple/demo/".parse().unwrap()
    }

    fn html(page: &str) -> Vec<Listed> {
        parse(&base(), "text/html; charset=utf-8", page.as_bytes()).unwrap()
    }

    #[test]
    fn an_anchor_gives_name_address_and_digest() {
        let digest = Sha256Digest::of(b"demo");
        let listed = html(&format!(
            "<!DOCTYPE html><html><body><!-- <a href='no'>no</a> -->\
             <A data-requires-python=\"&gt;=3.8\" HREF='../../files/demo-1.0%2B1.whl#sha256={digest}'>x</A>"
        ));
        assert_eq!(listed.len(), 1);
        assert_eq!(listed[0].name, "demo-1.0+1.whl");
        assert_eq!(listed[0].url.as_str(), "https://user:secret@index.example/files/demo-1.0%2B1.whl");
        assert_eq!(listed[0].sha256, Some(digest));
    }

    #[test]
    fn credentials_do_not_go_to_another_server() {
        let listed = html("<a href=https://files.example/demo-1.0.whl>demo-1.0.whl</a>");
        assert_eq!(listed[0].url.as_str(), "https://files.example/demo-1.0.whl");
        assert_eq!(listed[0].sha256, None);
    }

    #[test]
    fn a_base_tag_and_character_references_are_understood() {
        let listed = html("<base href=\"/b/\"><a href=\"demo.whl?a=1&amp;b=&#x32;\">");
        assert_eq!(listed[0].url.as_str(), "https://user:secret@index.example/b/demo.whl?a=1&b=2");
    }

    #[test]
    fn a_page_of_character_references_without_an_end_is_read_in_one_pass() {
        // Quadratic work on this would take hours.
        let signs = "&".repeat(4 << 20);
        assert_eq!(html(&format!("<a href=\"{signs}\">demo</a><a href='/x?a&amp;b;&lt'>y</a>")).len(), 2);
        assert_eq!(unescaped("a&amp;&lt;&#x10FFFF;&unknown;&&#0000000000065;&"), "a&<\u{10FFFF}&unknown;&A&");
    }

    #[test]
    fn only_http_addresses_are_places() {
        assert_eq!(html("<a href='file:///etc/passwd'>p</a><a href='javascript:x'>q</a><a>r</a>"), []);
    }

    #[test]
    fn json_gives_the_same() {
        let digest = Sha256Digest::of(b"demo");
        let page = format!(
            r#"{{"meta":{{"api-version":"1.3","_x":1}},"name":"demo","files":[
                {{"filename":"demo-1.0.whl","url":"../f/demo-1.0.whl","hashes":{{"sha256":"{digest}"}},"yanked":false}},
                {{"filename":"demo-2.0.whl","url":"https://files.example/x","hashes":{{}}}}]}}"#
        );
        let listed = parse(&base(), "application/vnd.pypi.simple.v1+json", page.as_bytes()).unwrap();
        assert_eq!(listed[0].sha256, Some(digest));
        assert_eq!(listed[0].url.as_str(), "https://user:secret@index.example/simple/f/demo-1.0.whl");
        assert_eq!((listed[1].name.as_str(), listed[1].sha256), ("demo-2.0.whl", None));
    }

    #[test]
    fn json_of_another_kind_or_version_is_refused() {
        let newer = br#"{"meta":{"api-version":"2.0"},"files":[]}"#;
        assert!(matches!(parse(&base(), "application/json", newer), Err(InvalidPage::Version { .. })));
        assert!(matches!(parse(&base(), "application/json", b"<html>"), Err(InvalidPage::Json(_))));
    }

    proptest! {
        #[test]
        fn any_page_is_read_without_a_panic(page in "\\PC{0,200}") {
            html(&page);
        }

        #[test]
        fn any_page_of_tags_is_read_without_a_panic(
            page in "(<|>|a|A| |href|=|'|\"|/|&|;|#|x|!--|-->|é|base|%|%2|\\x00|\n){0,60}"
        ) {
            html(&page);
        }

        #[test]
        fn what_a_right_page_lists_is_found(names in proptest::collection::vec("[a-z][a-z0-9._+-]{0,20}\\.whl", 0..20)) {
            let anchors: String = names.iter().map(|name| {
                let href = name.replace('+', "%2B");
                format!("<a href=\"/f/{href}#sha256={}\">{name}</a><br/>\n", Sha256Digest::of(name.as_bytes()))
            }).collect();
            let listed = html(&format!("<!DOCTYPE html><html><head><title>x</title></head><body>{anchors}</body></html>"));
            let found: Vec<_> = listed.into_iter().map(|each| (each.name, each.sha256)).collect();
            let expected: Vec<_> =
                names.into_iter().map(|name| (name.clone(), Some(Sha256Digest::of(name.as_bytes())))).collect();
            prop_assert_eq!(found, expected);
        }
    }
}

//! Takes the power out of foreign text: what a server, a release or a child process wrote.
//!
//! Nothing is dropped silently: whatever could act on a terminal, or reorder the words around it, is
//! shown as U+FFFD, so that the attempt is seen. (Unicode TR 36 and TR 9; ECMA-48 for the control codes.)

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::Serialize;

/// Returns the text as one harmless line of at most `MAX_CHARS` characters.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text.chars().take(MAX_CHARS + 1).count() <= MAX_CHARS && !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let mut clean: String = text.chars().take(MAX_CHARS).map(calm).collect();
    if text.chars().nth(MAX_CHARS).is_some() {
        clean.push('…');
    }
    Cow::Owned(clean)
}

fn calm(c: char) -> char {
    match c {
        '\n' | '\r' | '\t' => ' ',
        c if acts(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// Returns whether a character does something other than being shown.
pub fn acts(c: char) -> bool {
    c.is_control() // C0, DEL and C1: ECMA-48, also the 8-bit CSI U+009B
        || matches!(c,
            '\u{200e}' | '\u{200f}' | '\u{61c}' // direction marks
            | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' // embeddings, overrides, isolates
            | '\u{2028}' | '\u{2029}' // line and paragraph separators
            | '\u{200b}' | '\u{2060}' | '\u{feff}' // nothing to see
            | '\u{e0000}'..='\u{e007f}' // tags
        )
}

/// Writes JSON in which nothing acts on a terminal. JSON has such characters in strings only, so an
/// escape of JSON (RFC 8259, 7) stands for each.
pub fn json_line<T: Serialize>(value: &T) -> String {
    // What is written has string keys and finite numbers only: writing it cannot fail.
    let plain = serde_json::to_string(value).unwrap_or_default();
    plain.chars().fold(String::with_capacity(plain.len()), |mut text, c| {
        if acts(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                write!(text, "\\u{unit:04x}").ok();
            }
        } else {
            text.push(c);
        }
        text
    })
}

/// Longer values are cut: a message is no place for a web page.
pub(super) const MAX_CHARS: usize = 1000;

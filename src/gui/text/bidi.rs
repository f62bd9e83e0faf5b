//! Breaks a text into lines and puts each line into the order in which it is seen (UAX #9).
//!
//! egui shapes a run of one direction rightly, but places all runs from left to right. So what leaves this module
//! are pieces, to be placed from left to right, each of which is shaped by itself. Pure: widths come from a closure.

use std::ops::Range;

use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::gui::Direction;

/// A line as it is seen: its pieces from left to right.
pub type Line = Vec<String>;

/// Returns whether a text needs this module: egui breaks and places all others as well, and faster.
pub fn is_needed(text: &str) -> bool {
    text.chars().any(|c| c >= '\u{590}' && (is_right_to_left(c) || has_no_spaces(c)))
}

/// Takes out what only steers direction and is never drawn.
pub fn without_controls(text: &str) -> String {
    text.chars().filter(|c| !is_control(*c)).collect()
}

/// Returns a text that is read from left to right whatever is around it: a path, a command, what a program has said.
pub fn left_to_right(text: &str) -> String {
    format!("{LRI}{text}{PDI}")
}

/// Sets a text in lines of at most `width`; what cannot be broken is broken anywhere between graphemes.
///
/// `measure` returns the width of a text in the unit of `width`.
pub fn lines(text: &str, base: Direction, width: f32, measure: &mut dyn FnMut(&str) -> f32) -> Vec<Line> {
    text.split('\n').flat_map(|paragraph| set_paragraph(paragraph, base, width, measure)).collect()
}

fn set_paragraph(text: &str, base: Direction, width: f32, measure: &mut dyn FnMut(&str) -> f32) -> Vec<Line> {
    // B is the class of paragraph separators; within a paragraph of ours they are as good as a space.
    let text: String = text.chars().map(|c| if bidi_class(c) == BidiClass::B { ' ' } else { c }).collect();
    let text = if base.is_mirrored() { guarded(&text) } else { text };
    let level = if base.is_mirrored() { Level::rtl() } else { Level::ltr() };
    let bidi = ParagraphBidiInfo::new(&text, Some(level));
    wrap(&text, width, measure).into_iter().map(|range| visual_line(&bidi, range)).collect()
}

/// Keeps options and paths together: the signs that `--prefix` and `/home` begin with would go to their other end.
fn guarded(text: &str) -> String {
    let guard = |word: &str| {
        let rest = word.trim_start_matches(['-', '/', '~', '.', '\\']);
        let end = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '/').len();
        let (kept, after) = word.split_at(end);
        let is_latin = rest.starts_with(|c: char| c.is_ascii_alphanumeric()) && !kept.chars().any(is_right_to_left);
        if rest.len() < word.len() && is_latin { left_to_right(kept) + after } else { word.to_owned() }
    };
    text.split_inclusive(is_space).map(guard).collect()
}

/// Fills lines greedily, in logical order.
fn wrap(text: &str, width: f32, measure: &mut dyn FnMut(&str) -> f32) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut have = 0.0;
    for segment in segments(text) {
        let part = text.get(segment.clone()).unwrap_or_default();
        let (ink, whole) = (measure(part.trim_end_matches(is_space)), measure(part));
        if segment.start > start && have + ink > width {
            lines.push(start..segment.start);
            (start, have) = (segment.start, 0.0);
        }
        if have + ink <= width {
            have += whole;
            continue;
        }
        // Alone and still too wide: a path, a digest, or a language without spaces.
        for (offset, grapheme) in part.grapheme_indices(true) {
            let place = segment.start + offset;
            let advance = measure(grapheme);
            if place > start && have + advance > width && !grapheme.chars().all(is_space) {
                lines.push(start..place);
                (start, have) = (place, 0.0);
            }
            have += advance;
        }
    }
    lines.push(start..text.len());
    lines
}

/// Cuts a text where a line may end: each segment ends with the spaces after it.
fn segments(text: &str) -> Vec<Range<usize>> {
    let mut segments = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (place, grapheme) in text.grapheme_indices(true) {
        let first = grapheme.chars().next().unwrap_or_default();
        if before.is_some_and(|last| may_break(last, first)) {
            segments.push(start..place);
            start = place;
        }
        before = grapheme.chars().next_back();
    }
    if start < text.len() || text.is_empty() {
        segments.push(start..text.len());
    }
    segments
}

/// The part of UAX #14 that installers' texts need.
fn may_break(before: char, after: char) -> bool {
    if is_space(after) || is_control(after) {
        return false;
    }
    is_space(before)
        || before == '/' && after.is_alphanumeric()
        || is_ideographic(before) && is_ideographic(after)
        // Thai and Lao write vowels that are spoken later first: a syllable begins before them.
        || has_no_spaces(before) && matches!(after, 'เ'..='ไ' | 'ເ'..='ໄ') && !matches!(before, 'เ'..='ไ' | 'ເ'..='ໄ')
}

fn visual_line(bidi: &ParagraphBidiInfo<'_>, line: Range<usize>) -> Line {
    if line.is_empty() {
        return Line::new();
    }
    let (levels, runs) = bidi.visual_runs(line);
    let mut pieces = Line::new();
    for run in runs {
        let text = bidi.text.get(run.clone()).unwrap_or_default();
        let is_mirrored = levels.get(run.start).is_some_and(|level| level.is_rtl());
        if is_mirrored {
            pieces.extend(right_to_left(text));
        } else {
            pieces.push(without_controls(text));
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Cuts a run into what the shaper turns round by itself, letters of such a script, and the rest.
///
/// The rest has to be turned here: the shaper guesses a direction from letters, and a change of font, as between a
/// letter and a bracket, would be placed from left to right.
fn right_to_left(run: &str) -> Vec<String> {
    let mut pieces: Vec<(bool, String)> = Vec::new();
    for grapheme in run.graphemes(true) {
        let grapheme = without_controls(grapheme);
        let is_letters = grapheme.chars().next().is_some_and(turns_by_itself);
        match pieces.last_mut() {
            _ if grapheme.is_empty() => {}
            Some((letters, text)) if *letters && is_letters => text.push_str(&grapheme),
            Some((letters, text)) if !*letters && !is_letters => text.insert_str(0, &mirror(&grapheme)),
            _ => pieces.push((is_letters, if is_letters { grapheme } else { mirror(&grapheme) })),
        }
    }
    pieces.into_iter().rev().map(|(_, text)| text).collect()
}

fn mirror(grapheme: &str) -> String {
    grapheme.chars().map(mirrored).collect()
}

/// The pairs of BidiMirroring.txt that texts have.
fn mirrored(c: char) -> char {
    let other = |(left, right): (char, char)| if c == left { Some(right) } else { (c == right).then_some(left) };
    MIRRORED.iter().copied().find_map(other).unwrap_or(c)
}

fn is_right_to_left(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL) && !is_control(c)
}

/// Returns whether the shaper turns a character round beside such letters: the comma of Arabic comes from their font.
fn turns_by_itself(c: char) -> bool {
    is_right_to_left(c) || matches!(c, '\u{60c}' | '\u{66a}' | '\u{66d}')
}

fn is_control(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns whether a script is written without spaces between words, by other rules than Han.
fn has_no_spaces(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Returns whether a line may end behind it: not so behind spaces that hold together.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}') || c == '\u{200b}'
}

fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

const LRI: char = '\u{2066}';
const PDI: char = '\u{2069}';

const MIRRORED: [(char, char); 10] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('<', '>'),
    ('«', '»'),
    ('‹', '›'),
    ('≤', '≥'),
    ('「', '」'),
    ('《', '》'),
    ('（', '）'),
];

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
mod tests;

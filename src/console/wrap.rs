//! Breaks lines between words, for a terminal that would break them anywhere.

use std::sync::Arc;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Tells how many columns a terminal has now: a window may be resized.
pub type Columns = Arc<dyn Fn() -> usize + Send + Sync>;

/// Breaks a line between words. What follows hangs below the text of the first line, or `hang` columns in. A word
/// that is longer than a line, as a path may be, stays whole, so that it can be copied; so does one with hyphens.
pub fn wrapped(line: &str, columns: usize, hang: Option<usize>) -> Vec<String> {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let hang = hang.unwrap_or(if indent == 0 { 0 } else { indent + 2 });
    let hang = " ".repeat(if hang * 2 > columns { indent } else { hang });
    let options = textwrap::Options::new(columns.max(NARROWEST)).subsequent_indent(&hang).break_words(false);
    let options = options.word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(line, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Cuts a line to what fits, and shows that.
pub(super) fn cut(line: &str, columns: usize) -> String {
    if line.width() <= columns {
        return line.to_owned();
    }
    let mut used = 1;
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used <= columns
    };
    line.chars().take_while(fits).chain(['…']).collect()
}

/// Nobody reads in less.
const NARROWEST: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "What you can do: Check the internet connection and the proxy settings, and start again: what is \
                        already there is kept. 何も消えない。";

    #[test]
    fn at_any_width_words_stay_whole_and_nothing_is_lost() {
        for columns in 40..=200 {
            for (prefix, hang) in [("", None), ("  ", None), ("  --option VALUE   ", Some(19))] {
                let lines = wrapped(&format!("{prefix}{TEXT}"), columns, hang);
                assert!(lines.iter().all(|line| line.width() <= columns), "{columns}: {lines:#?}");
                let words: Vec<&str> = lines.iter().flat_map(|line| line.split_whitespace()).collect();
                assert_eq!(words, format!("{prefix}{TEXT}").split_whitespace().collect::<Vec<_>>(), "{columns}");
            }
        }
    }

    #[test]
    fn a_path_that_is_longer_than_a_line_stays_whole() {
        for path in [format!("/home/{}/bin", "x".repeat(100)), format!("/home/{}/bin", "tahoe-lafs-".repeat(10))] {
            assert!(wrapped(&format!("Folder: {path} is full"), 40, None).contains(&path));
        }
    }

    #[test]
    fn a_line_is_cut_by_columns_and_not_by_characters() {
        assert_eq!(cut("abcdef", 6), "abcdef");
        assert_eq!(cut("abcdef", 5), "abcd…");
        assert_eq!(cut("何も失われて", 6), "何も…");
    }
}

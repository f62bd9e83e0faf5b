//! Text that a publisher writes and people read: a name that cannot pretend to be something else.

/// Says why a text cannot be shown to people.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidLabel {
    /// It is empty, or has spaces at its ends.
    #[error("it is empty or has spaces at its ends")]
    Blank,
    /// It is longer than allowed.
    #[error("it is longer than {limit} characters")]
    TooLong {
        /// Characters allowed.
        limit: usize,
    },
    /// It has a character that is invisible, or turns the direction or the lines of the text around it.
    #[error("U+{code:04X} is not allowed")]
    Deceptive {
        /// The character's code point.
        code: u32,
    },
}

/// Checks the name of an application or a publisher.
///
/// # Errors
/// When it is blank, longer than [`MAX_LABEL`] characters, or has a control or directional character.
pub fn check_label(text: &str) -> Result<(), InvalidLabel> {
    check_text(text, MAX_LABEL)
}

/// Checks one line of text that people read.
///
/// # Errors
/// When it is blank, longer than `limit` characters, or has a control or directional character.
pub fn check_text(text: &str, limit: usize) -> Result<(), InvalidLabel> {
    if text.is_empty() || text.trim() != text {
        return Err(InvalidLabel::Blank);
    }
    if text.chars().count() > limit {
        return Err(InvalidLabel::TooLong { limit });
    }
    match text.chars().find(|c| is_deceptive(*c)) {
        Some(c) => Err(InvalidLabel::Deceptive { code: u32::from(c) }),
        None => Ok(()),
    }
}

/// Returns whether a character is invisible or changes how its neighbours are shown.
///
/// Controls; the directional formatting characters of Unicode's annex 9; line and paragraph separators;
/// zero-width space, word joiner and the byte order mark; tags and interlinear annotations. The zero-width
/// (non-)joiners stay: Persian and Indic names need them.
pub fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Characters of an application's or publisher's name.
pub const MAX_LABEL: usize = 100;

/// Characters of a sentence about an application.
pub const MAX_SENTENCE: usize = 300;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_script_are_welcome() {
        for text in ["Tahoe-LAFS", "Größe & Söhne", "حافظ\u{200c}ها", "अनुप्रयोग", "应用 程序"]
        {
            assert_eq!(check_label(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn a_name_that_turns_or_hides_text_is_refused() {
        for text in ["a\u{202e}b", "a\u{2066}b", "a\nb", "a\u{200b}b", "a\u{0}b", "a\u{e0041}b"] {
            assert!(matches!(check_label(text), Err(InvalidLabel::Deceptive { .. })), "{text:?}");
        }
    }

    #[test]
    fn a_blank_or_padded_name_is_refused() {
        for text in ["", " ", " a", "a\u{a0}"] {
            assert_eq!(check_label(text), Err(InvalidLabel::Blank));
        }
    }

    #[test]
    fn the_limit_counts_characters() {
        assert_eq!(check_label(&"ü".repeat(MAX_LABEL)), Ok(()));
        assert!(matches!(check_label(&"ü".repeat(MAX_LABEL + 1)), Err(InvalidLabel::TooLong { .. })));
    }
}

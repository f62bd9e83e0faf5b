//! What can be wrong with a command line, and its rows in the error table.

use crate::engine::failure::{self, Row};
use crate::model::event::Failure;

use super::options::{self, VERBS, Verb};

/// Says why a command line makes no sense.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UsageError {
    /// There was a command already.
    #[error("{first:?} and {second:?} are two commands")]
    TwoCommands {
        /// The first one.
        first: &'static str,
        /// The second one.
        second: String,
    },
    /// There is no such command.
    #[error("there is no command {command:?}")]
    UnknownCommand {
        /// As it was given.
        command: String,
        /// What it looks like.
        suggestion: Option<&'static str>,
    },
    /// There is no such option.
    #[error("there is no option {option:?}")]
    UnknownOption {
        /// As it was given.
        option: String,
        /// What it looks like.
        suggestion: Option<&'static str>,
    },
    /// The value is missing.
    #[error("{option} needs a value")]
    MissingValue {
        /// The option.
        option: String,
    },
    /// There is a value where none belongs.
    #[error("{option} takes no value")]
    SurplusValue {
        /// The option.
        option: String,
    },
    /// The value is not of the form that the option needs.
    #[error("{value:?} makes no sense for {option}")]
    BadValue {
        /// The option.
        option: &'static str,
        /// As it was given.
        value: String,
    },
    /// The option stands twice.
    #[error("{option} was given twice")]
    Twice {
        /// The option.
        option: &'static str,
    },
    /// Two options contradict each other.
    #[error("{option} and {other} cannot be used together")]
    Conflict {
        /// One.
        option: &'static str,
        /// The other.
        other: &'static str,
    },
    /// The option asks for something that the command does not do.
    #[error("{option} does nothing with this command")]
    Misplaced {
        /// The option.
        option: &'static str,
        /// The commands that it is for.
        verbs: &'static [Verb],
    },
}

impl UsageError {
    pub(super) fn unknown_option(option: String) -> Self {
        let suggestion = nearest(&option, options::names());
        Self::UnknownOption { option, suggestion }
    }

    /// Takes what the lexer refuses by itself: in `next` that is only a value after a flag.
    pub(super) fn from_lexopt(error: lexopt::Error) -> Self {
        match error {
            lexopt::Error::UnexpectedValue { option, .. } => Self::SurplusValue { option },
            lexopt::Error::MissingValue { option } => Self::MissingValue { option: option.unwrap_or_default() },
            other => Self::UnknownOption { option: other.to_string(), suggestion: None },
        }
    }

    /// Returns the failure that the error table has for it; `program` is how this program is typed.
    pub fn failure(&self, program: &str) -> Failure {
        let program = ("program", program.to_owned());
        let text = |text: &str| text.to_owned();
        let suggested = |suggestion: &Option<&str>| suggestion.unwrap_or(NO_SUGGESTION).to_owned();
        match self {
            Self::UnknownCommand { command, suggestion } => self.row(
                failure::USAGE_UNKNOWN_COMMAND,
                [("command", command.clone()), ("suggestion", suggested(suggestion)), program],
            ),
            Self::TwoCommands { first, second } => {
                self.row(failure::USAGE_TWO_COMMANDS, [("first", text(first)), ("second", second.clone())])
            }
            Self::UnknownOption { option, suggestion } => self.row(
                failure::USAGE_UNKNOWN_OPTION,
                [("option", option.clone()), ("suggestion", suggested(suggestion)), program],
            ),
            Self::MissingValue { option } => {
                self.row(failure::USAGE_MISSING_VALUE, [("option", option.clone()), program])
            }
            Self::SurplusValue { option } => {
                self.row(failure::USAGE_SURPLUS_VALUE, [("option", option.clone()), program])
            }
            Self::BadValue { option, value } => self
                .row(failure::USAGE_BAD_VALUE, [("option", text(option)), ("value", without_secret(value)), program]),
            Self::Twice { option } => self.row(failure::USAGE_TWICE, [("option", text(option))]),
            Self::Misplaced { option, verbs } => {
                let commands = verbs.iter().map(|verb| typed(&program.1, *verb)).collect::<Vec<_>>().join(", ");
                self.row(failure::USAGE_MISPLACED_OPTION, [("option", text(option)), ("commands", commands)])
            }
            Self::Conflict { option, other } => {
                self.row(failure::USAGE_CONFLICT, [("option", text(option)), ("other", text(other))])
            }
        }
    }

    fn row<const N: usize>(&self, row: &Row, arguments: [(&'static str, String); N]) -> Failure {
        row.failure(arguments, None)
    }
}

/// Returns how a command is typed; the program alone does whatever is needed.
fn typed(program: &str, verb: Verb) -> String {
    let word = VERBS.iter().find(|(_, known)| *known == verb).map(|(word, _)| *word);
    word.map_or_else(|| program.to_owned(), |word| format!("{program} {word}"))
}

/// Hides the password of an address: `http://name:password@host` may be a mistyped proxy.
fn without_secret(value: &str) -> String {
    match value.rsplit_once('@') {
        Some((before, host)) if before.contains(':') => format!("…@{host}"),
        _ => value.to_owned(),
    }
}

/// Returns the candidate that a mistyped word most likely means.
pub(super) fn nearest(word: &str, candidates: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let bare = |text: &str| text.trim_start_matches('-').to_lowercase();
    let word: String = bare(word).chars().take(MAX_WORD).collect();
    if word.is_empty() {
        return None;
    }
    let distance = |candidate: &str| {
        let candidate = bare(candidate);
        // The beginning of a word, long enough to be meant: `--index` for `--index-url`.
        if word.chars().count() > 2 && candidate.starts_with(&word) { 1 } else { edits(&word, &candidate) }
    };
    let allowed = 1 + word.chars().count() / 4;
    candidates
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(far, _)| *far <= allowed)
        .min()
        .map(|(_, c)| c)
}

/// Counts the insertions, deletions and replacements between two words (Levenshtein).
fn edits(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (index, a) in one.chars().enumerate() {
        let mut diagonal = index;
        let mut left = index + 1;
        let mut next = vec![left];
        for (b, above) in other.chars().zip(row.iter().skip(1)) {
            left = (left + 1).min(above + 1).min(diagonal + usize::from(a != b));
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// What the texts' selector takes for 'nothing comes near'.
const NO_SUGGESTION: &str = "none";

/// No command or option is longer.
const MAX_WORD: usize = 40;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted_as_levenshtein_did() {
        for (one, other, expected) in [("", "abc", 3), ("kitten", "sitting", 3), ("flaw", "lawn", 2), ("a", "a", 0)] {
            assert_eq!(edits(one, other), expected, "{one} {other}");
            assert_eq!(edits(other, one), expected, "{other} {one}");
        }
    }

    #[test]
    fn a_mistyped_address_does_not_show_its_password() {
        let error = UsageError::BadValue { option: "--proxy", value: "htp://anna:secret@proxy".to_owned() };
        assert!(error.failure("quoc").arguments.values().all(|value| !value.contains("secret")));
    }

    #[test]
    fn bad_usage_exits_2() {
        let error = UsageError::Twice { option: "--prefix" };
        assert_eq!((error.failure("quoc").exit_status, error.failure("quoc").code.as_str()), (2, "usage-twice"));
    }
}

//! The questions before an uninstall. Only a clear yes is a yes, and `--yes` never speaks for the person's data.

use std::io::{BufRead, Read};
use std::path::PathBuf;

use super::face::Face;
use super::options::{FaceChoice, Options};
use super::stream::Lines;
use crate::engine::{RemovalChoice, failure};
use crate::messages::{Arguments, Messages};
use crate::model::Removal;
use crate::model::event::Failure;

/// Asks before an uninstall, unless `--yes` or `--silent` answered already, and returns what goes beside the
/// application. What was chosen on the command line is not asked for again.
///
/// # Errors
/// `uninstall-declined` when the answer is no, `usage-no-consent` when nobody can be asked.
pub fn may_remove(
    options: &Options,
    face: &dyn Face,
    messages: &Messages,
    removal: &Removal,
) -> Result<RemovalChoice, Failure> {
    let mut choice = chosen(options);
    if options.yes || options.face == FaceChoice::Silent {
        return Ok(choice);
    }
    let arguments = Arguments::new().text("name", &removal.name).text("folder", &removal.folder);
    match face.ask(&messages.text("ask-uninstall", &arguments)) {
        Some(true) => {}
        Some(false) => return Err(failure::UNINSTALL_DECLINED.failure([], None)),
        None => return Err(failure::USAGE_NO_CONSENT.failure([], None)),
    }
    let yes = |question: String| face.ask(&question) == Some(true);
    for data in &removal.data {
        let path = PathBuf::from(&data.path);
        let arguments = Arguments::new().text("path", &data.path).number("size", data.size);
        if !choice.data.contains(&path) && yes(messages.text("ask-remove-data", &arguments)) {
            choice.data.push(path);
        }
    }
    let size = Arguments::new().number("size", removal.downloads);
    if removal.downloads > 0 && !choice.downloads {
        choice.downloads = yes(messages.text("ask-remove-downloads", &size));
    }
    Ok(choice)
}

/// Returns what the command line alone chooses.
pub fn chosen(options: &Options) -> RemovalChoice {
    RemovalChoice { data: options.remove_data.clone(), downloads: options.remove_downloads }
}

/// Puts a question and reads one line; anything but a yes of the locale, also the end of input, is no.
pub(super) fn ask(messages: &Messages, question: &str, out: &mut Lines, input: &mut Box<dyn BufRead + Send>) -> bool {
    let choices = messages.word("answer-choices");
    out.put(&format!("{question} {choices} "));
    let mut answer = String::new();
    if input.take(LONGEST_ANSWER).read_line(&mut answer).is_err() {
        return false;
    }
    let answer = answer.trim().to_lowercase();
    messages.word("answer-yes").split_whitespace().any(|yes| yes == answer)
}

const LONGEST_ANSWER: u64 = 100;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::messages::Isolation;

    fn answered(locale: &str, text: &'static [u8]) -> bool {
        let messages = Messages::new(&[locale], Isolation::Off);
        let mut input: Box<dyn BufRead + Send> = Box::new(text);
        ask(&messages, "Remove?", &mut Lines::new(Box::new(std::io::sink())), &mut input)
    }

    #[test]
    fn only_a_clear_yes_is_a_yes() {
        for yes in [&b"y\n"[..], b"Yes\r\n", b" yes "] {
            assert!(answered("en-US", yes), "{yes:?}");
        }
        for no in [&b"\n"[..], b"", b"n\n", b"ja\n", b"yes please\n", b"\xff\n"] {
            assert!(!answered("en-US", no), "{no:?}");
        }
        assert!(answered("de", b"ja\n") && answered("de", b"J\n") && !answered("de", b"\n"));
    }

    #[test]
    fn an_endless_answer_is_read_up_to_its_limit() {
        let endless: &'static [u8] = Box::leak(vec![b'y'; 1 << 20].into_boxed_slice());
        let mut input: Box<dyn BufRead + Send> = Box::new(endless);
        let messages = Messages::new(&["en-US"], Isolation::Off);
        assert!(!ask(&messages, "?", &mut Lines::new(Box::new(std::io::sink())), &mut input));
        let mut rest = Vec::new();
        input.read_to_end(&mut rest).unwrap();
        assert_eq!(rest.len(), (1 << 20) - 100);
    }
}

//! The help page: every command and option with its text.

use super::wrap::wrapped;
use crate::messages::{Arguments, Messages};

/// Returns the help page of the program, as it is typed, for a terminal of so many columns or for any other place.
pub fn page(messages: &Messages, program: &str, columns: Option<usize>) -> Vec<String> {
    let columns = columns.unwrap_or(WIDEST).min(WIDEST);
    let heading = |id: &str| wrapped(&messages.word(id), columns, None);
    let entries = |list: &[(&str, &str)]| -> Vec<String> {
        list.iter().flat_map(|(syntax, id)| entry(syntax, &messages.word(id), columns)).collect()
    };
    let nothing = vec![String::new()];
    // The catalogues break the last text where it suits them.
    let exit = wrapped(&messages.word("help-exit").replace('\n', " "), columns, None);
    let (commands, options) = (heading("help-commands"), heading("help-options"));
    let usage = messages.text("help-usage", &Arguments::new().text("program", program));
    let usage = wrapped(&usage, columns, None);
    let opening = [heading("help-about"), nothing.clone(), usage, nothing.clone()].concat();
    [opening, commands, entries(COMMANDS), nothing.clone(), options, entries(OPTIONS), nothing, exit].concat()
}

/// The text stands beside what it explains, or below where that is too long or the terminal too narrow.
fn entry(syntax: &str, text: &str, columns: usize) -> Vec<String> {
    if syntax.len() <= WIDTH && columns >= NARROW {
        return wrapped(&format!("  {syntax:WIDTH$}  {text}"), columns, Some(WIDTH + 4));
    }
    let indent = if columns >= NARROW { WIDTH + 4 } else { 6 };
    let below = wrapped(&format!("{:indent$}{text}", ""), columns, Some(indent));
    let head = if syntax.is_empty() { Vec::new() } else { wrapped(&format!("  {syntax}"), columns, Some(2)) };
    [head, below].concat()
}

const COMMANDS: &[(&str, &str)] = &[
    ("", "help-command-none"),
    ("install", "help-command-install"),
    ("upgrade", "help-command-upgrade"),
    ("repair", "help-command-repair"),
    ("go-back", "help-command-go-back"),
    ("status", "help-command-status"),
    ("verify", "help-command-verify"),
    ("check", "help-command-check"),
    ("uninstall", "help-command-uninstall"),
];

const OPTIONS: &[(&str, &str)] = &[
    ("--prefix DIR", "help-prefix"),
    ("--python PATH|VERSION", "help-python"),
    ("--repository URL|DIR", "help-repository"),
    ("--profile DIR", "help-profile"),
    ("--index-url URL", "help-index-url"),
    ("--mirror URL", "help-mirror"),
    ("--find-links DIR", "help-find-links"),
    ("--offline", "help-offline"),
    ("--proxy URL", "help-proxy"),
    ("--ca FILE", "help-ca"),
    ("--later", "help-later"),
    ("--wait SECONDS", "help-wait"),
    ("--face NAME", "help-face"),
    ("--menu, --no-menu", "help-menu"),
    ("--desktop-shortcut, --no-desktop-shortcut", "help-desktop-shortcut"),
    ("--add-to-path, --no-add-to-path", "help-add-to-path"),
    ("--silent", "help-silent"),
    ("--json", "help-json"),
    ("--yes", "help-yes"),
    ("--anew", "help-anew"),
    ("--remove-data DIR", "help-remove-data"),
    ("--remove-downloads", "help-remove-downloads"),
    ("--locale TAG", "help-locale"),
    ("--log FILE", "help-log"),
    ("--replay FILE", "help-replay"),
    ("-V, --version", "help-version"),
    ("-h, --help", "help-help"),
];

/// Columns for what is explained.
const WIDTH: usize = 21;

/// With fewer columns no text is read beside another one.
const NARROW: usize = 60;

/// Longer lines are tiring, and a file or a pipe has no width.
const WIDEST: usize = 100;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::console::options;
    use crate::messages::{CATALOGUES, Isolation};

    #[test]
    fn no_line_is_wider_than_the_terminal_and_no_option_is_torn() {
        for locale in ["en-US", "de"] {
            let messages = Messages::new(&[locale], Isolation::Off);
            for columns in [40, 59, 60, 80, 200] {
                let page = page(&messages, "quoc", Some(columns));
                let most = columns.min(WIDEST);
                let wide = page.iter().find(|line| line.chars().count() > most && line.trim().contains(' '));
                assert_eq!(wide, None, "{locale}, {columns}");
                let page = format!("{}\n", page.join("\n"));
                for option in options::names() {
                    let whole = [" ", ",", "\n"].iter().any(|end| page.contains(&format!(" {option}{end}")));
                    assert!(whole, "{locale}, {columns}: {option}");
                }
            }
        }
    }

    #[test]
    fn the_help_page_has_every_command_and_option_in_every_locale() {
        for locale in ["en-US", "de"] {
            let page = page(&Messages::new(&[locale], Isolation::Off), "quoc", None).join("\n");
            for word in options::names().chain(options::VERBS.iter().map(|(word, _)| *word)) {
                assert!(page.contains(&format!(" {word}")), "{locale}: {word}");
            }
            assert!(!page.contains("help-"), "{page}");
        }
    }

    #[test]
    fn the_help_page_says_which_command_an_option_of_one_command_is_for() {
        for catalogue in CATALOGUES {
            let messages = Messages::new(&[catalogue.tag], Isolation::Off);
            for (option, of) in options::OPTIONS {
                let options::For::Only([verb]) = of else { continue };
                let Some((word, _)) = options::VERBS.iter().find(|(_, known)| known == verb) else { continue };
                let (_, text) = OPTIONS.iter().find(|(syntax, _)| syntax.starts_with(option)).unwrap();
                assert!(messages.word(text).contains(word), "{}: {option}", catalogue.tag);
            }
        }
    }
}

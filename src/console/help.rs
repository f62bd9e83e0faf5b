//! The help page: every command and option with its text.

use super::wrap::wrapped;
use crate::messages::Messages;

/// Returns the help page, for a terminal of so many columns or for any other place.
pub fn page(messages: &Messages, columns: Option<usize>) -> Vec<String> {
    let lines = unbroken(messages);
    let Some(columns) = columns else { return lines };
    lines.iter().flat_map(|line| wrapped(line, columns, line.starts_with("  ").then_some(WIDTH + 4))).collect()
}

fn unbroken(messages: &Messages) -> Vec<String> {
    let mut lines = vec![messages.word("help-about"), String::new(), messages.word("help-usage"), String::new()];
    lines.push(messages.word("help-commands"));
    lines.extend(COMMANDS.iter().map(|(syntax, id)| entry(messages, syntax, id)));
    lines.extend([String::new(), messages.word("help-options")]);
    lines.extend(OPTIONS.iter().map(|(syntax, id)| entry(messages, syntax, id)));
    lines.extend([String::new(), messages.word("help-exit")]);
    lines
}

fn entry(messages: &Messages, syntax: &str, id: &str) -> String {
    format!("  {syntax:WIDTH$}  {}", messages.word(id))
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

const WIDTH: usize = 21;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::console::options;
    use crate::messages::Isolation;

    #[test]
    fn the_help_page_has_every_command_and_option_in_every_locale() {
        for locale in ["en-US", "de"] {
            let page = page(&Messages::new(&[locale], Isolation::Off), None).join("\n");
            for word in options::OPTIONS.iter().copied().chain(options::VERBS.iter().map(|(word, _)| *word)) {
                assert!(page.contains(&format!(" {word}")), "{locale}: {word}");
            }
            assert!(!page.contains("help-"), "{page}");
        }
    }
}

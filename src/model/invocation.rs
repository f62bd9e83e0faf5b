//! How this program is typed: the one place where a command line is put together for a person to copy.
//!
//! People rename what they download, and an installation is found again only by what it was made with. So every text
//! that names a command has it from here, and never by this program's usual name.

use std::path::Path;

/// This program as it is typed in a terminal, for one installation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invocation {
    program: String,
    which: Vec<String>,
    whence: Vec<String>,
}

impl Invocation {
    /// Takes the program: its name where the shell finds it by that, else its path.
    pub fn new(program: impl Into<String>) -> Self {
        Self { program: program.into(), ..Self::default() }
    }

    /// Adds the options that say which installation is meant, and those that say where a release comes from.
    #[must_use]
    pub fn with(self, which: Vec<String>, whence: Vec<String>) -> Self {
        Self { which, whence, ..self }
    }

    /// The installer that was kept in an installation: it means that one by itself.
    #[must_use]
    pub fn of_kept(&self, setup: &Path) -> Self {
        Self { program: setup.display().to_string(), which: Vec::new(), whence: self.whence.clone() }
    }

    /// Returns the program alone.
    pub fn program(&self) -> String {
        quoted(&self.program)
    }

    /// Returns a command that asks nobody for a release.
    pub fn local(&self, command: &str) -> String {
        self.line(command, &[])
    }

    /// Returns a command that fetches; an empty one is 'whatever is needed'.
    pub fn fetching(&self, command: &str) -> String {
        self.line(command, &self.whence)
    }

    fn line(&self, command: &str, whence: &[String]) -> String {
        let command = Some(command).filter(|command| !command.is_empty());
        let words = [self.program.as_str()].into_iter().chain(command);
        let words = words.chain(self.which.iter().chain(whence).map(String::as_str));
        words.map(quoted).collect::<Vec<_>>().join(" ")
    }
}

/// Returns a word as it is typed in a terminal: between quotes where it has characters that a shell takes for its own.
pub fn quoted(word: &str) -> String {
    if !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "/\\:._-".contains(c)) {
        word.to_owned()
    } else if cfg!(windows) {
        // No path or address there has a quote in it.
        format!("\"{word}\"")
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_command_is_typed_with_what_says_which_installation_and_only_to_fetch_with_whence() {
        let started = Invocation::new("/home/anna/My downloads/demo-setup");
        let started = started.with(words("--prefix /opt/demo"), words("--repository https://a.example/r"));
        assert_eq!(started.program(), "'/home/anna/My downloads/demo-setup'");
        assert_eq!(started.local("go-back"), "'/home/anna/My downloads/demo-setup' go-back --prefix /opt/demo");
        let kept = started.of_kept(Path::new("/opt/demo/demo/setup"));
        assert_eq!(kept.local("go-back"), "/opt/demo/demo/setup go-back");
        assert_eq!(kept.fetching("upgrade"), "/opt/demo/demo/setup upgrade --repository https://a.example/r");
        assert_eq!(kept.fetching(""), "/opt/demo/demo/setup --repository https://a.example/r");
    }

    #[test]
    fn what_a_shell_would_take_for_its_own_stands_between_quotes() {
        assert_eq!(quoted("/home/anna/b"), "/home/anna/b");
        assert_eq!(quoted("/home/it's $HOME"), r"'/home/it'\''s $HOME'");
        assert_eq!(quoted("https://a.example/?a&b"), "'https://a.example/?a&b'");
    }
}

//! The command line of `quoc-publish`: which verbs there are, and which options each takes.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt as _};
use url::Url;

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// The overview of all verbs, or the page of one.
    Help(Option<Verb>),
    /// The program's version.
    Version,
    /// Something to do.
    Run(Verb, Box<Options>),
}

/// What `quoc-publish` can do, in the order of a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Makes a key.
    KeyNew,
    /// Shows a key's id.
    KeyShow,
    /// Starts an application's repository.
    Init,
    /// Locks the recipe.
    Lock,
    /// Builds what has no wheel.
    Wheels,
    /// Stages the next release.
    Release,
    /// Stages another set of keys.
    Root,
    /// Signs what is staged.
    Sign,
    /// Publishes what enough have signed.
    Publish,
    /// Signs timestamp and snapshot anew.
    Renew,
    /// Says who has signed and what ends when.
    Status,
    /// Reads a repository as a user would.
    Verify,
    /// Serves the repository to this machine.
    Serve,
}

/// The options of all verbs; a verb that does not take one has refused it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// `--folder DIR`: the publisher's folder, the current one by default.
    pub folder: Option<PathBuf>,
    /// `--key FILE`, repeatable.
    pub keys: Vec<PathBuf>,
    /// `--online FILE`: the online key, its private or public half as the verb needs.
    pub online: Option<PathBuf>,
    /// `--quorum N`
    pub quorum: Option<u64>,
    /// `--index-url URL`
    pub index_url: Option<Url>,
    /// `--python FILE`, repeatable.
    pub pythons: Vec<PathBuf>,
    /// `--root FILE`
    pub root: Option<PathBuf>,
    /// `--remove KEY`, repeatable.
    pub remove: Vec<String>,
    /// `--port N`
    pub port: Option<u16>,
    /// `--targets-version N`
    pub targets_version: Option<u64>,
    /// `--never-published`
    pub never_published: bool,
    /// `--yes`
    pub yes: bool,
    /// `--json`
    pub json: bool,
    /// What follows the verb without a dash.
    pub operands: Vec<OsString>,
}

/// Says why a command line cannot be understood.
#[derive(Debug, thiserror::Error)]
pub enum UsageError {
    /// There is no such verb.
    #[error("there is no verb {verb:?}")]
    UnknownVerb {
        /// What was given.
        verb: String,
    },
    /// Options, and nothing to do.
    #[error("there is no verb")]
    NoVerb,
    /// No verb has such an option.
    #[error("no verb has an option {option}")]
    UnknownOption {
        /// What was given.
        option: String,
    },
    /// A verb does not take an option.
    #[error("{} does not take {option}", verb.name())]
    ForeignOption {
        /// The verb.
        verb: Verb,
        /// The option.
        option: String,
    },
    /// A verb lacks an option it needs.
    #[error("{} needs {option}", verb.name())]
    Missing {
        /// The verb.
        verb: Verb,
        /// The option or operand.
        option: &'static str,
    },
    /// A verb has an operand too many.
    #[error("{} does not take {operand:?}", verb.name())]
    Surplus {
        /// The verb.
        verb: Verb,
        /// The operand.
        operand: OsString,
    },
    /// A value is malformed or absent.
    #[error("{0}")]
    Value(#[from] lexopt::Error),
}

impl Verb {
    /// Every verb, in the order of a release.
    pub const ALL: [Self; 13] = [
        Self::KeyNew,
        Self::KeyShow,
        Self::Init,
        Self::Lock,
        Self::Wheels,
        Self::Release,
        Self::Root,
        Self::Sign,
        Self::Publish,
        Self::Renew,
        Self::Status,
        Self::Verify,
        Self::Serve,
    ];

    /// Returns the verb as it is typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::KeyNew => "key new",
            Self::KeyShow => "key show",
            Self::Init => "init",
            Self::Lock => "lock",
            Self::Wheels => "wheels",
            Self::Release => "release",
            Self::Root => "root",
            Self::Sign => "sign",
            Self::Publish => "publish",
            Self::Renew => "renew",
            Self::Status => "status",
            Self::Verify => "verify",
            Self::Serve => "serve",
        }
    }

    /// Lists the options it takes, apart from those of every verb.
    fn takes(self) -> &'static [&'static str] {
        match self {
            Self::KeyNew | Self::KeyShow | Self::Status => &[],
            Self::Init => &["quorum", "key", "online"],
            Self::Lock => &["index-url"],
            Self::Wheels => &["python"],
            Self::Release => &["targets-version", "python"],
            Self::Root => &["quorum", "key", "remove", "online"],
            Self::Sign => &["key", "yes", "never-published"],
            Self::Publish => &["online", "python"],
            Self::Renew => &["online"],
            Self::Verify => &["root"],
            Self::Serve => &["port"],
        }
    }

    fn understands(self, option: &str) -> bool {
        EVERYBODYS.contains(&option) || self.takes().contains(&option)
    }

    /// Names the operand that it needs, as its help does.
    pub(super) fn operand(self) -> &'static str {
        if self == Self::Verify { "URL-or-DIR" } else { "FILE" }
    }

    /// Says how many operands it needs at least and takes at most.
    fn operands(self) -> (usize, usize) {
        match self {
            Self::KeyNew | Self::KeyShow | Self::Verify => (1, 1),
            Self::Publish => (0, MANY),
            _ => (0, 0),
        }
    }
}

/// How to speak, found in a command line before anything else is understood of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manner {
    /// `--locale TAG`
    pub(super) locale: Option<String>,
    /// `--json`
    pub(super) json: bool,
}

impl Manner {
    pub(super) fn of(arguments: &[OsString]) -> Self {
        let texts: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
        let after = |pair: &[std::borrow::Cow<'_, str>]| match pair {
            [name, value] if name == "--locale" => Some(value.to_string()),
            _ => None,
        };
        let attached = || texts.iter().find_map(|text| text.strip_prefix("--locale=").map(str::to_owned));
        let locale = texts.windows(2).find_map(after).or_else(attached);
        Self { locale, json: texts.iter().any(|text| text == "--json") }
    }
}

/// Reads a command line, the program's own name left out.
///
/// # Errors
/// [`UsageError`].
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Request, UsageError> {
    let mut parser = Parser::from_args(arguments);
    let mut parsing = Parsing::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("help") | Arg::Short('h') => return Ok(Request::Help(parsing.verb)),
            Arg::Long("version") | Arg::Short('V') => return Ok(Request::Version),
            Arg::Long(name) => {
                let name = name.to_owned();
                parsing.option(&name, &mut parser)?;
            }
            Arg::Short(name) => return Err(foreign(parsing.verb, format!("-{name}"))),
            Arg::Value(value) => parsing.word(value)?,
        }
    }
    parsing.finish()
}

/// A command line on its way. Options stand before the verb as well as behind it.
#[derive(Default)]
struct Parsing {
    words: Vec<String>,
    verb: Option<Verb>,
    given: Vec<String>,
    options: Options,
}

impl Parsing {
    fn word(&mut self, value: OsString) -> Result<(), UsageError> {
        if self.verb.is_some() {
            self.options.operands.push(value);
        } else {
            self.words.push(value.to_string_lossy().into_owned());
            self.verb = find(&self.words)?;
        }
        Ok(())
    }

    fn option(&mut self, name: &str, parser: &mut Parser) -> Result<(), UsageError> {
        let is_known = match self.verb {
            Some(verb) => verb.understands(name),
            None => Verb::ALL.into_iter().any(|verb| verb.understands(name)),
        };
        if !is_known || !take(&mut self.options, name, parser)? {
            return Err(foreign(self.verb, format!("--{name}")));
        }
        self.given.push(name.to_owned());
        Ok(())
    }

    fn finish(self) -> Result<Request, UsageError> {
        let Self { words, verb, given, options } = self;
        let Some(verb) = verb else {
            return match (words.is_empty(), given.is_empty()) {
                (true, true) => Ok(Request::Help(None)),
                (true, false) => Err(UsageError::NoVerb),
                (false, _) => Err(UsageError::UnknownVerb { verb: words.join(" ") }),
            };
        };
        if let Some(name) = given.iter().find(|name| !verb.understands(name)) {
            return Err(foreign(Some(verb), format!("--{name}")));
        }
        let (least, most) = verb.operands();
        if let Some(operand) = options.operands.get(most) {
            return Err(UsageError::Surplus { verb, operand: operand.clone() });
        }
        if options.operands.len() < least {
            return Err(UsageError::Missing { verb, option: verb.operand() });
        }
        Ok(Request::Run(verb, Box::new(options)))
    }
}

/// Before the verb, only what no verb takes is known to be wrong.
fn foreign(verb: Option<Verb>, option: String) -> UsageError {
    match verb {
        Some(verb) => UsageError::ForeignOption { verb, option },
        None => UsageError::UnknownOption { option },
    }
}

/// Finds the verb of some words; `None` while it may still be the beginning of one.
fn find(words: &[String]) -> Result<Option<Verb>, UsageError> {
    let typed = words.join(" ");
    if let Some(verb) = Verb::ALL.into_iter().find(|verb| verb.name() == typed) {
        return Ok(Some(verb));
    }
    let begins = Verb::ALL.into_iter().any(|verb| verb.name().starts_with(&format!("{typed} ")));
    if begins { Ok(None) } else { Err(UsageError::UnknownVerb { verb: typed }) }
}

/// Takes an option with its value, if there is one of that name.
fn take(options: &mut Options, name: &str, parser: &mut Parser) -> Result<bool, UsageError> {
    match name {
        "folder" => options.folder = Some(parser.value()?.into()),
        "key" => options.keys.push(parser.value()?.into()),
        "online" => options.online = Some(parser.value()?.into()),
        "quorum" => options.quorum = Some(parser.value()?.parse()?),
        "index-url" => options.index_url = Some(parser.value()?.parse()?),
        "python" => options.pythons.push(parser.value()?.into()),
        "root" => options.root = Some(parser.value()?.into()),
        "remove" => options.remove.push(parser.value()?.string()?),
        "port" => options.port = Some(parser.value()?.parse()?),
        "targets-version" => options.targets_version = Some(parser.value()?.parse()?),
        "yes" => options.yes = true,
        "json" => options.json = true,
        // Chosen before: what is wrong with a command line is said in it, too.
        "locale" => drop(parser.value()?),
        "never-published" => options.never_published = true,
        _ => return Ok(false),
    }
    Ok(true)
}

/// The options of every verb.
const EVERYBODYS: [&str; 3] = ["folder", "locale", "json"];

/// More than anyone types.
const MANY: usize = usize::MAX;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Request, UsageError> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn a_verb_of_two_words_and_its_operand_are_read() {
        let Ok(Request::Run(verb, options)) = read("key new alice.pem") else { panic!() };
        assert_eq!((verb, options.operands), (Verb::KeyNew, vec!["alice.pem".into()]));
    }

    #[test]
    fn an_option_of_another_verb_is_refused() {
        assert!(matches!(read("lock --quorum 2"), Err(UsageError::ForeignOption { verb: Verb::Lock, .. })));
        assert!(matches!(read("lock -x"), Err(UsageError::ForeignOption { .. })));
        assert!(matches!(read("lock extra"), Err(UsageError::Surplus { .. })));
    }

    #[test]
    fn an_unknown_or_unfinished_verb_is_refused() {
        for line in ["lok", "key", "key old", "--folder x lok"] {
            assert!(matches!(read(line), Err(UsageError::UnknownVerb { .. })), "{line}");
        }
        assert!(matches!(read("key new"), Err(UsageError::Missing { option: "FILE", .. })));
        assert!(matches!(read("verify --root x"), Err(UsageError::Missing { option: "URL-or-DIR", .. })));
        assert!(matches!(read("--locale de"), Err(UsageError::NoVerb)));
    }

    #[test]
    fn an_option_means_the_same_before_the_verb_within_it_and_behind_it() {
        for option in ["--locale de", "--folder=there", "--json"] {
            let behind = read(&format!("key new {option} a.pem"));
            for line in [format!("{option} key new a.pem"), format!("key {option} new a.pem")] {
                assert_eq!(read(&line).unwrap(), *behind.as_ref().unwrap(), "{line}");
            }
        }
        assert_eq!(read("--quorum 2 --online o init").unwrap(), read("init --quorum 2 --online o").unwrap());
        assert!(matches!(read("--quorum 2 lock"), Err(UsageError::ForeignOption { verb: Verb::Lock, .. })));
        assert!(matches!(read("--quarum 2 init"), Err(UsageError::UnknownOption { option }) if option == "--quarum"));
        assert!(matches!(read("-x init"), Err(UsageError::UnknownOption { option }) if option == "-x"));
        assert_eq!(read("--folder x --help").unwrap(), Request::Help(None));
    }

    #[test]
    fn help_is_there_for_everything_and_for_every_verb() {
        assert_eq!(read("").unwrap(), Request::Help(None));
        for verb in Verb::ALL {
            assert_eq!(read(&format!("{} --help", verb.name())).unwrap(), Request::Help(Some(verb)));
        }
    }

    #[test]
    fn a_malformed_number_is_refused() {
        assert!(matches!(read("init --quorum two"), Err(UsageError::Value(_))));
    }
}

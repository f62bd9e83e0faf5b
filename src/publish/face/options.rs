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
    let mut words: Vec<String> = Vec::new();
    let mut options = Options::default();
    let mut verb = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("help") | Arg::Short('h') => return Ok(Request::Help(verb)),
            Arg::Long("version") | Arg::Short('V') => return Ok(Request::Version),
            Arg::Long(name) => {
                let name = name.to_owned();
                let verb = verb.ok_or_else(|| UsageError::UnknownVerb { verb: format!("--{name}") })?;
                take(&mut options, verb, &name, &mut parser)?;
            }
            Arg::Short(name) => {
                let option = format!("-{name}");
                return Err(verb.map_or(UsageError::UnknownVerb { verb: option.clone() }, |verb| {
                    UsageError::ForeignOption { verb, option }
                }));
            }
            Arg::Value(value) if verb.is_none() => {
                words.push(value.to_string_lossy().into_owned());
                verb = find(&words)?;
            }
            Arg::Value(value) => options.operands.push(value),
        }
    }
    match verb {
        Some(Verb::KeyNew | Verb::KeyShow) if options.operands.is_empty() => {
            Err(UsageError::Missing { verb: verb.unwrap_or(Verb::KeyNew), option: "FILE" })
        }
        Some(verb) => checked(verb, options),
        None if words.is_empty() => Ok(Request::Help(None)),
        None => Err(UsageError::UnknownVerb { verb: words.join(" ") }),
    }
}

fn checked(verb: Verb, options: Options) -> Result<Request, UsageError> {
    let (least, most) = verb.operands();
    if let Some(operand) = options.operands.get(most) {
        return Err(UsageError::Surplus { verb, operand: operand.clone() });
    }
    if options.operands.len() < least {
        return Err(UsageError::Missing { verb, option: "an operand" });
    }
    Ok(Request::Run(verb, Box::new(options)))
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

fn take(options: &mut Options, verb: Verb, name: &str, parser: &mut Parser) -> Result<(), UsageError> {
    let is_everybodys = ["folder", "locale", "json"].contains(&name);
    if !is_everybodys && !verb.takes().contains(&name) {
        return Err(UsageError::ForeignOption { verb, option: format!("--{name}") });
    }
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
        other => return Err(UsageError::ForeignOption { verb, option: format!("--{other}") }),
    }
    Ok(())
}

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
        for line in ["lok", "key", "key old", "--folder x lock"] {
            assert!(matches!(read(line), Err(UsageError::UnknownVerb { .. })), "{line}");
        }
        assert!(matches!(read("key new"), Err(UsageError::Missing { .. })));
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

//! The command line, parsed into one typed value. Reads no environment and touches no file.
//!
//! Without a verb the program does what is needed. An option stands at most once, unless it names one of
//! several places; a value is checked here as far as its form goes.

mod value;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lexopt::{Arg, Parser};
use url::Url;

use super::usage::{UsageError, nearest};
use crate::engine::Wishes;
use crate::model::Version;
use value::{PROXY, Value, WEB};

/// Everything that the person asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// What to do.
    pub verb: Verb,
    /// How to tell about it.
    pub face: FaceChoice,
    /// `--yes`: nothing is asked.
    pub yes: bool,
    /// `--prefix DIR`: the folder to install into.
    pub prefix: Option<PathBuf>,
    /// `--repository URL-or-DIR`: where the releases are, instead of the profile's place.
    pub repository: Option<Place>,
    /// `--profile DIR`: `profile.toml` and `root.json` of another application.
    pub profile: Option<PathBuf>,
    /// `--index-url URL`: a package index to ask instead of the release's own addresses.
    pub index: Option<Url>,
    /// `--mirror URL`, any number.
    pub mirrors: Vec<Url>,
    /// `--find-links DIR`, any number: folders that hold artifacts.
    pub folders: Vec<PathBuf>,
    /// `--python PATH-or-VERSION`.
    pub python: Option<PythonWish>,
    /// `--locale TAG`.
    pub locale: Option<String>,
    /// `--offline`: the network is not used.
    pub offline: bool,
    /// `--log FILE`.
    pub log: Option<PathBuf>,
    /// `--replay`: show recorded runs in the window, and do nothing.
    pub replay: Option<PathBuf>,
    /// `--ca FILE`: certificate authorities to trust on top of the system's.
    pub ca: Option<PathBuf>,
    /// `--proxy URL`.
    pub proxy: Option<Url>,
    /// `--menu`, `--desktop-shortcut`, `--add-to-path`, and their contraries.
    pub wishes: Wishes,
    /// `--later`: while the application runs, the switch is left to the next start.
    pub later: bool,
    /// `--wait SECONDS`: how long to wait for another run on the same application.
    pub wait: Option<Duration>,
    /// `--anew`: a repair installs everything anew.
    pub anew: bool,
    /// `--remove-data DIR`, any number: folders of the person's data that an uninstall takes along.
    pub remove_data: Vec<PathBuf>,
    /// `--remove-downloads`: an uninstall takes the downloads along that nothing else needs.
    pub remove_downloads: bool,
}

/// What to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verb {
    /// No verb: install, upgrade or finish, whatever is needed.
    #[default]
    Automatic,
    /// `install`
    Install,
    /// `upgrade`
    Upgrade,
    /// `repair`
    Repair,
    /// `go-back`
    GoBack,
    /// `status`
    Status,
    /// `verify`
    Verify,
    /// `check`
    Check,
    /// `uninstall`
    Uninstall,
    /// `--help`
    Help,
    /// `--version`
    Version,
}

/// How to tell about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FaceChoice {
    /// Nothing was said: see [`Options::window`].
    #[default]
    Automatic,
    /// `--face window`
    Window,
    /// `--face terminal`: words, and bars on a terminal.
    Terminal,
    /// `--silent`: only errors.
    Silent,
    /// `--json`: events as NDJSON.
    Json,
}

/// Whether a window is to be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowWish {
    /// The terminal.
    No,
    /// A window where there is a display, else the terminal.
    IfPossible,
    /// A window was asked for by name: where none can be opened, that is said.
    Asked,
}

impl Options {
    /// The one place where it is decided between window and terminal.
    ///
    /// Whoever starts the program and says nothing more gets a window; whoever writes a command is at a terminal,
    /// and whoever wants silence or JSON is a script.
    pub fn window(&self) -> WindowWish {
        match (self.face, self.verb) {
            (FaceChoice::Terminal | FaceChoice::Silent | FaceChoice::Json, _) => WindowWish::No,
            (FaceChoice::Window, _) => WindowWish::Asked,
            (FaceChoice::Automatic, _) if self.replay.is_some() => WindowWish::Asked,
            (FaceChoice::Automatic, Verb::Automatic) => WindowWish::IfPossible,
            (FaceChoice::Automatic, _) => WindowWish::No,
        }
    }
}

/// A place of releases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// http or https.
    Url(Url),
    /// A folder, as it was given.
    Folder(PathBuf),
}

/// The Python that the person wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PythonWish {
    /// A version, also shortened: `3`, `3.12`, `3.12.1`.
    Version(Version),
    /// An executable.
    Path(PathBuf),
}

/// Parses the arguments, without the program's name; `home` is what `~` means in a path.
///
/// # Errors
/// When they make no sense; `--help` and `--version` win over everything after them.
pub fn parse<I>(arguments: I, home: Option<&Path>) -> Result<Options, UsageError>
where
    I: IntoIterator<Item = OsString>,
{
    let mut parser = Parser::from_args(arguments);
    let mut parsing = Parsing { home, ..Parsing::default() };
    while let Some(argument) = parser.next().map_err(UsageError::from_lexopt)? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(parsing.instead(Verb::Help)),
            Arg::Short('V') | Arg::Long("version") => return Ok(parsing.instead(Verb::Version)),
            Arg::Long(name) => {
                let name = name.to_owned();
                parsing.option(&name, &mut parser)?;
            }
            Arg::Short(letter) => return Err(UsageError::unknown_option(format!("-{letter}"))),
            Arg::Value(value) => parsing.verb(&value)?,
        }
    }
    parsing.finish()
}

/// Finds the language in a command line that makes no sense, so that at least the complaint is in it.
pub fn locale_in_a_mistake(arguments: &[OsString]) -> Option<String> {
    let mut joined = arguments.iter().filter_map(|argument| argument.to_str()?.strip_prefix("--locale="));
    let apart = arguments.iter().skip_while(|argument| *argument != "--locale").nth(1).and_then(|tag| tag.to_str());
    joined.next_back().or(apart).map(ToOwned::to_owned)
}

/// Finds the face in a command line that makes no sense: a script that asked for JSON gets its mistakes as JSON, too.
pub fn face_of_a_mistake(arguments: &[OsString]) -> FaceChoice {
    let said = |word: &str| arguments.iter().any(|argument| argument == word);
    match (said("--json"), said("--silent")) {
        (true, _) => FaceChoice::Json,
        (false, true) => FaceChoice::Silent,
        (false, false) => FaceChoice::Terminal,
    }
}

/// Options on their way, with what was seen.
#[derive(Default)]
struct Parsing<'a> {
    home: Option<&'a Path>,
    options: Options,
    seen: Vec<&'static str>,
    /// The command, as it was written.
    verb_seen: Option<&'static str>,
}

impl Parsing<'_> {
    fn verb(&mut self, value: &std::ffi::OsStr) -> Result<(), UsageError> {
        let command = || value.to_string_lossy().into_owned();
        if let Some(first) = self.verb_seen {
            return Err(UsageError::TwoCommands { first, second: command() });
        }
        let Some((word, verb)) = VERBS.iter().find(|(word, _)| value == *word) else {
            let suggestion = nearest(&command(), VERBS.iter().map(|(word, _)| *word));
            return Err(UsageError::UnknownCommand { command: command(), suggestion });
        };
        self.verb_seen = Some(word);
        self.options.verb = *verb;
        Ok(())
    }

    fn option(&mut self, name: &str, parser: &mut Parser) -> Result<(), UsageError> {
        let Some(option) = names().find(|option| option.strip_prefix("--") == Some(name)) else {
            return Err(UsageError::unknown_option(format!("--{name}")));
        };
        if self.seen.contains(&option) && !REPEATABLE.contains(&option) {
            return Err(UsageError::Twice { option });
        }
        self.seen.push(option);
        let home = self.home;
        let mut value = || Value::take((option, home), parser);
        let options = &mut self.options;
        match option {
            "--silent" => options.face = FaceChoice::Silent,
            "--json" => options.face = FaceChoice::Json,
            "--face" => options.face = value()?.face()?,
            "--yes" => options.yes = true,
            "--later" => options.later = true,
            "--wait" => options.wait = Some(value()?.seconds()?),
            "--offline" => options.offline = true,
            "--anew" => options.anew = true,
            "--remove-downloads" => options.remove_downloads = true,
            "--remove-data" => options.remove_data.push(value()?.path()?),
            "--prefix" => options.prefix = Some(value()?.path()?),
            "--profile" => options.profile = Some(value()?.path()?),
            "--log" => options.log = Some(value()?.path()?),
            "--replay" => options.replay = Some(value()?.path()?),
            "--ca" => options.ca = Some(value()?.path()?),
            "--find-links" => options.folders.push(value()?.path()?),
            "--repository" => options.repository = Some(value()?.place()?),
            "--index-url" => options.index = Some(value()?.url(WEB)?),
            "--mirror" => options.mirrors.push(value()?.url(WEB)?),
            "--proxy" => options.proxy = Some(value()?.url(PROXY)?),
            "--menu" | "--no-menu" => options.wishes.menu = Some(option == "--menu"),
            "--desktop-shortcut" | "--no-desktop-shortcut" => {
                options.wishes.desktop_shortcut = Some(option == "--desktop-shortcut");
            }
            "--add-to-path" | "--no-add-to-path" => options.wishes.path = Some(option == "--add-to-path"),
            "--python" => options.python = Some(value()?.python()?),
            "--locale" => options.locale = Some(value()?.locale()?),
            // A test gives every option of the list.
            _ => return Err(UsageError::unknown_option(option.to_owned())),
        }
        Ok(())
    }

    /// Drops everything but what decides the language.
    fn instead(self, verb: Verb) -> Options {
        Options { verb, locale: self.options.locale, ..Options::default() }
    }

    fn finish(self) -> Result<Options, UsageError> {
        let conflict = CONFLICTS.iter().find(|(one, other)| self.seen.contains(one) && self.seen.contains(other));
        if let Some((option, other)) = conflict {
            return Err(UsageError::Conflict { option, other });
        }
        let verb = self.options.verb;
        let misplaced = OPTIONS.iter().find(|(option, verbs)| self.seen.contains(option) && !verbs.has(verb));
        match misplaced {
            Some((option, For::Only(verbs))) => Err(UsageError::Misplaced { option, verbs }),
            _ => Ok(self.options),
        }
    }
}

/// The words for what to do.
pub const VERBS: &[(&str, Verb)] = &[
    ("install", Verb::Install),
    ("upgrade", Verb::Upgrade),
    ("repair", Verb::Repair),
    ("go-back", Verb::GoBack),
    ("status", Verb::Status),
    ("verify", Verb::Verify),
    ("check", Verb::Check),
    ("uninstall", Verb::Uninstall),
];

/// Which commands an option means something to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// It says how, from where or to whom, and a script may give it to all of them.
    All,
    /// It asks for something that only these do.
    Only(&'static [Verb]),
}

impl For {
    fn has(self, verb: Verb) -> bool {
        match self {
            Self::All => true,
            Self::Only(verbs) => verbs.contains(&verb),
        }
    }
}

/// Every option, as it is written, with the commands that it is for.
pub const OPTIONS: &[(&str, For)] = &[
    ("--silent", For::All),
    ("--json", For::All),
    ("--face", For::All),
    ("--yes", For::All),
    ("--prefix", For::All),
    ("--repository", For::All),
    ("--profile", For::All),
    ("--index-url", For::All),
    ("--mirror", For::All),
    ("--find-links", For::All),
    ("--python", For::Only(&[Verb::Automatic, Verb::Install, Verb::Upgrade, Verb::Repair, Verb::Check])),
    ("--locale", For::All),
    ("--later", For::Only(&[Verb::Automatic, Verb::Install, Verb::Upgrade])),
    ("--wait", For::All),
    ("--offline", For::All),
    ("--log", For::All),
    ("--replay", For::Only(&[Verb::Automatic])),
    ("--ca", For::All),
    ("--proxy", For::All),
    ("--anew", For::Only(&[Verb::Repair])),
    ("--menu", ARRANGING),
    ("--no-menu", ARRANGING),
    ("--desktop-shortcut", ARRANGING),
    ("--no-desktop-shortcut", ARRANGING),
    ("--add-to-path", ARRANGING),
    ("--no-add-to-path", ARRANGING),
    ("--remove-data", For::Only(&[Verb::Uninstall])),
    ("--remove-downloads", For::Only(&[Verb::Uninstall])),
    ("--version", For::All),
    ("--help", For::All),
];

/// Each run that leaves an application installed arranges what it shows of itself.
const ARRANGING: For = For::Only(&[Verb::Automatic, Verb::Install, Verb::Upgrade, Verb::Repair, Verb::GoBack]);

/// Returns every option, as it is written.
pub fn names() -> impl Iterator<Item = &'static str> {
    OPTIONS.iter().map(|(option, _)| *option)
}

/// Options that may stand more than once.
const REPEATABLE: &[&str] = &["--mirror", "--find-links", "--remove-data"];

const CONFLICTS: &[(&str, &str)] = &[
    ("--silent", "--json"),
    ("--face", "--silent"),
    ("--face", "--json"),
    ("--replay", "--silent"),
    ("--menu", "--no-menu"),
    ("--desktop-shortcut", "--no-desktop-shortcut"),
    ("--add-to-path", "--no-add-to-path"),
];

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
mod tests;

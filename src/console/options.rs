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
        let Some(option) = OPTIONS.iter().copied().find(|option| option.strip_prefix("--") == Some(name)) else {
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
        match conflict {
            Some((option, other)) => Err(UsageError::Conflict { option, other }),
            None => Ok(self.options),
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

/// Every option, as it is written.
pub const OPTIONS: &[&str] = &[
    "--silent",
    "--json",
    "--face",
    "--yes",
    "--prefix",
    "--repository",
    "--profile",
    "--index-url",
    "--mirror",
    "--find-links",
    "--python",
    "--locale",
    "--later",
    "--wait",
    "--offline",
    "--log",
    "--replay",
    "--ca",
    "--proxy",
    "--anew",
    "--menu",
    "--no-menu",
    "--desktop-shortcut",
    "--no-desktop-shortcut",
    "--add-to-path",
    "--no-add-to-path",
    "--remove-data",
    "--remove-downloads",
    "--version",
    "--help",
];

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
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Options, UsageError> {
        parse(line.split_whitespace().map(OsString::from), Some(Path::new("/home/me")))
    }

    fn refused(line: &str) -> UsageError {
        read(line).expect_err(line)
    }

    #[test]
    fn nothing_at_all_does_what_is_needed() {
        assert_eq!(read("").unwrap(), Options::default());
        assert_eq!(Options::default().verb, Verb::Automatic);
    }

    #[test]
    fn every_option_of_the_list_is_understood() {
        let line = "upgrade --json --yes --prefix /opt/demo --repository https://example.org/r/ --profile p \
                    --index-url https://index.example/simple --mirror http://a/ --mirror http://b/ --find-links d1 \
                    --find-links=d2 --python 3.12 --locale de --offline --log l.txt --replay r.jsonl --ca ca.pem \
                    --proxy socks5h://user:secret@proxy:1080 --menu --no-desktop-shortcut --add-to-path --anew \
                    --remove-data d3 --remove-data d4 --remove-downloads --later --wait 90";
        let options = read(line).unwrap();
        let expected = Options {
            verb: Verb::Upgrade,
            face: FaceChoice::Json,
            yes: true,
            prefix: Some("/opt/demo".into()),
            repository: Some(Place::Url("https://example.org/r/".parse().unwrap())),
            profile: Some("p".into()),
            index: Some("https://index.example/simple".parse().unwrap()),
            mirrors: vec!["http://a/".parse().unwrap(), "http://b/".parse().unwrap()],
            folders: vec!["d1".into(), "d2".into()],
            python: Some(PythonWish::Version("3.12".parse().unwrap())),
            locale: Some("de".to_owned()),
            offline: true,
            log: Some("l.txt".into()),
            replay: Some("r.jsonl".into()),
            ca: Some("ca.pem".into()),
            proxy: Some("socks5h://user:secret@proxy:1080".parse().unwrap()),
            wishes: Wishes { menu: Some(true), desktop_shortcut: Some(false), path: Some(true) },
            later: true,
            wait: Some(Duration::from_secs(90)),
            anew: true,
            remove_data: vec!["d3".into(), "d4".into()],
            remove_downloads: true,
        };
        assert_eq!(options, expected);
        let contraries = "--no-menu --desktop-shortcut --no-add-to-path";
        let wishes = Wishes { menu: Some(false), desktop_shortcut: Some(true), path: Some(false) };
        assert_eq!(read(contraries).unwrap().wishes, wishes);
        let elsewhere = ["--silent", "--face", "--version", "--help"];
        let given = |option: &&&str| {
            let words = || line.split([' ', '=']).chain(contraries.split(' '));
            words().any(|word| word == **option) || elsewhere.contains(*option)
        };
        assert_eq!(OPTIONS.iter().filter(given).count(), OPTIONS.len());
        assert_eq!(read("--silent").unwrap().face, FaceChoice::Silent);
    }

    #[test]
    fn every_verb_of_the_list_is_understood_wherever_it_stands() {
        for (word, verb) in VERBS {
            assert_eq!(read(&format!("{word} --offline")).unwrap().verb, *verb);
            assert_eq!(read(&format!("--offline {word}")).unwrap().verb, *verb);
        }
    }

    #[test]
    fn help_and_version_win_and_keep_the_language() {
        let help = read("install --locale de --help --nonsense").unwrap();
        assert_eq!(help, Options { verb: Verb::Help, locale: Some("de".to_owned()), ..Options::default() });
        assert_eq!(read("-V").unwrap().verb, Verb::Version);
        assert_eq!(read("-h").unwrap().verb, Verb::Help);
    }

    #[test]
    fn a_typing_mistake_gets_a_suggestion_and_nonsense_none() {
        let suggestion = |error| match error {
            UsageError::UnknownCommand { suggestion, .. } | UsageError::UnknownOption { suggestion, .. } => suggestion,
            other => panic!("{other:?}"),
        };
        assert_eq!(suggestion(refused("instal")), Some("install"));
        assert_eq!(suggestion(refused("uprade")), Some("upgrade"));
        assert_eq!(suggestion(refused("--ofline")), Some("--offline"));
        assert_eq!(suggestion(refused("--index")), Some("--index-url"));
        assert_eq!(suggestion(refused("--frobnicate")), None);
        assert_eq!(suggestion(refused("tahoe-lafs")), None);
        assert_eq!(suggestion(refused("-x")), None);
    }

    #[test]
    fn a_tilde_that_no_shell_has_read_is_the_home_in_every_path() {
        let line = "--prefix=~/apps --repository=~/releases --profile=~/p --find-links=~/w --python=~/py/bin/python \
                    --log=~/log --replay=~/r --ca=~/ca.pem --remove-data=~/.demo";
        let home = |path: &str| PathBuf::from(format!("/home/me/{path}"));
        let options = read(line).unwrap();
        let expected = Options {
            prefix: Some(home("apps")),
            repository: Some(Place::Folder(home("releases"))),
            profile: Some(home("p")),
            folders: vec![home("w")],
            python: Some(PythonWish::Path(home("py/bin/python"))),
            log: Some(home("log")),
            replay: Some(home("r")),
            ca: Some(home("ca.pem")),
            remove_data: vec![home(".demo")],
            ..Options::default()
        };
        assert_eq!(options, expected);
        let other = UsageError::BadValue { option: "--prefix", value: "~other/apps".to_owned() };
        assert_eq!(refused("--prefix=~other/apps"), other);
        assert!(matches!(parse(["--prefix=~".into()], None), Err(UsageError::BadValue { .. })));
    }

    #[test]
    fn two_commands_are_told_as_two_and_not_as_unknown() {
        for second in ["status", "nonsense"] {
            let expected = UsageError::TwoCommands { first: "install", second: second.to_owned() };
            assert_eq!(refused(&format!("install --yes {second}")), expected);
        }
    }

    #[test]
    fn a_forgotten_value_is_not_taken_from_the_next_option() {
        for line in ["--prefix", "--prefix --json", "--python --offline install"] {
            assert!(matches!(refused(line), UsageError::MissingValue { .. }), "{line}");
        }
        assert_eq!(read("--prefix=--json").unwrap().prefix, Some("--json".into()));
    }

    #[test]
    fn a_value_where_none_belongs_is_refused() {
        assert_eq!(refused("--offline=yes"), UsageError::SurplusValue { option: "--offline".to_owned() });
        assert_eq!(refused("--offline=yes install"), UsageError::SurplusValue { option: "--offline".to_owned() });
    }

    #[test]
    fn values_that_make_no_sense_are_refused() {
        for line in [
            "--repository ftp://example.org/",
            "--repository https://",
            "--index-url /folder",
            "--mirror file:///x",
            "--proxy proxy:8080",
            "--python 3..12",
            "--locale d",
            "--wait long",
            "--wait -1",
            "--wait 86401",
            "--locale ../../x",
        ] {
            assert!(matches!(refused(line), UsageError::BadValue { .. }), "{line}: {:?}", refused(line));
        }
        assert!(matches!(parse(["--prefix=".into()], None), Err(UsageError::BadValue { .. })));
    }

    #[test]
    fn an_option_given_twice_is_refused_unless_it_names_one_of_several_places() {
        assert_eq!(refused("--prefix a --prefix b"), UsageError::Twice { option: "--prefix" });
        assert_eq!(refused("--json --json"), UsageError::Twice { option: "--json" });
    }

    #[test]
    fn a_window_is_for_whoever_says_nothing_more() {
        let wish = |line: &str| read(line).unwrap().window();
        assert_eq!(wish(""), WindowWish::IfPossible);
        assert_eq!(wish("--prefix /opt/demo --locale de"), WindowWish::IfPossible);
        assert_eq!(wish("upgrade --face window"), WindowWish::Asked);
        assert_eq!(wish("--replay r.jsonl"), WindowWish::Asked);
        for line in [
            "install",
            "status",
            "--replay r.jsonl --face terminal",
            "--silent",
            "--json",
            "--face terminal",
            "--face=terminal repair",
        ] {
            assert_eq!(wish(line), WindowWish::No, "{line}");
        }
        assert!(matches!(refused("--face mirror"), UsageError::BadValue { option: "--face", .. }));
        assert_eq!(refused("--json --face window"), UsageError::Conflict { option: "--face", other: "--json" });
    }

    #[test]
    fn silence_and_events_contradict_each_other() {
        assert_eq!(refused("--json --silent"), UsageError::Conflict { option: "--silent", other: "--json" });
    }

    #[test]
    fn a_folder_and_a_python_are_told_from_an_address_and_a_version() {
        assert_eq!(read("--repository ./releases").unwrap().repository, Some(Place::Folder("./releases".into())));
        for path in ["python3.12", "/usr/bin/python3", "./3.12/python"] {
            assert_eq!(read(&format!("--python {path}")).unwrap().python, Some(PythonWish::Path(path.into())));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_path_need_not_be_unicode_but_a_verb_must() {
        use std::os::unix::ffi::OsStringExt;
        let odd = OsString::from_vec(b"/home/\xff".to_vec());
        assert_eq!(parse(["--prefix".into(), odd.clone()], None).unwrap().prefix, Some(odd.clone().into()));
        assert!(matches!(parse([odd], None), Err(UsageError::UnknownCommand { .. })));
    }

    proptest::proptest! {
        #[test]
        fn no_command_line_breaks_the_parser(arguments in proptest::collection::vec(".{0,20}", 0..6)) {
            parse(arguments.into_iter().map(OsString::from), None).ok();
        }
    }
}

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
                --find-links=d2 --python 3.12 --locale de --offline --log l.txt --ca ca.pem \
                --proxy socks5h://user:secret@proxy:1080 --menu --no-desktop-shortcut --add-to-path --later --wait 90";
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
        ca: Some("ca.pem".into()),
        proxy: Some("socks5h://user:secret@proxy:1080".parse().unwrap()),
        wishes: Wishes { menu: Some(true), desktop_shortcut: Some(false), path: Some(true) },
        later: true,
        wait: Some(Duration::from_secs(90)),
        ..Options::default()
    };
    assert_eq!(options, expected);
    let rest = ["--replay r.jsonl", "repair --anew", "uninstall --remove-data d3 --remove-data d4 --remove-downloads"];
    let [replayed, repaired, removed] = rest.map(|line| read(line).unwrap());
    assert_eq!(replayed, Options { replay: Some("r.jsonl".into()), ..Options::default() });
    assert_eq!(repaired, Options { verb: Verb::Repair, anew: true, ..Options::default() });
    let (remove_data, verb) = (vec!["d3".into(), "d4".into()], Verb::Uninstall);
    assert_eq!(removed, Options { verb, remove_data, remove_downloads: true, ..Options::default() });
    let contraries = "--no-menu --desktop-shortcut --no-add-to-path";
    let wishes = Wishes { menu: Some(false), desktop_shortcut: Some(true), path: Some(false) };
    assert_eq!(read(contraries).unwrap().wishes, wishes);
    let elsewhere = ["--silent", "--face", "--version", "--help"];
    let given = |option: &&str| {
        let words = || [line, contraries].into_iter().chain(rest).flat_map(|line| line.split([' ', '=']));
        words().any(|word| word == *option) || elsewhere.contains(option)
    };
    assert_eq!(names().filter(given).count(), OPTIONS.len());
    assert_eq!(read("--silent").unwrap().face, FaceChoice::Silent);
}

#[test]
fn an_option_that_asks_for_something_is_refused_with_a_command_that_does_not_do_it() {
    let misplaced = |line: &str| match read(line) {
        Err(UsageError::Misplaced { option, .. }) => Some(option),
        _ => None,
    };
    for (line, option) in [
        ("--anew install", "--anew"),
        ("status --remove-data d", "--remove-data"),
        ("--remove-downloads", "--remove-downloads"),
        ("verify --later", "--later"),
        ("repair --later", "--later"),
        ("uninstall --menu", "--menu"),
        ("check --add-to-path", "--add-to-path"),
        ("go-back --python 3.12", "--python"),
        ("status --replay r.jsonl", "--replay"),
    ] {
        assert_eq!(misplaced(line), Some(option), "{line}");
    }
    for (word, verb) in VERBS {
        for (option, verbs) in OPTIONS.iter().filter(|(option, _)| !["--help", "--version"].contains(option)) {
            let value = match *option {
                "--face" => " terminal",
                "--python" => " 3.12",
                "--wait" => " 5",
                "--repository" | "--index-url" | "--mirror" | "--proxy" => " http://a.example/",
                "--prefix" | "--profile" | "--find-links" | "--locale" | "--log" | "--ca" | "--replay"
                | "--remove-data" => " de",
                _ => "",
            };
            let line = format!("{word} {option}{value}");
            let is_for = matches!(verbs, For::All) || matches!(verbs, For::Only(verbs) if verbs.contains(verb));
            assert_eq!(misplaced(&line), Some(*option).filter(|_| !is_for), "{line}: {:?}", read(&line));
        }
    }
    let failure = read("--anew install").unwrap_err().failure("demo-setup");
    assert_eq!((failure.code.as_str(), failure.exit_status), ("usage-misplaced-option", 2));
    assert_eq!(failure.arguments["commands"], "demo-setup repair");
    let failure = read("check --later").unwrap_err().failure("demo-setup");
    assert_eq!(failure.arguments["commands"], "demo-setup, demo-setup install, demo-setup upgrade");
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
                --log=~/log --ca=~/ca.pem";
    let home = |path: &str| PathBuf::from(format!("/home/me/{path}"));
    let options = read(line).unwrap();
    let expected = Options {
        prefix: Some(home("apps")),
        repository: Some(Place::Folder(home("releases"))),
        profile: Some(home("p")),
        folders: vec![home("w")],
        python: Some(PythonWish::Path(home("py/bin/python"))),
        log: Some(home("log")),
        ca: Some(home("ca.pem")),
        ..Options::default()
    };
    assert_eq!(options, expected);
    assert_eq!(read("--replay=~/r").unwrap().replay, Some(home("r")));
    assert_eq!(read("uninstall --remove-data=~/.demo").unwrap().remove_data, [home(".demo")]);
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

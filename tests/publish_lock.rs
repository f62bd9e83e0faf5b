//! `lock`: what is kept of a resolver's answer. The resolver is played by the test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod kit;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use fs_err as fs;
use kit::sdist::Sdist;
use kit::wheel::Built;
use quoc::model::{Artifact, Sha256Digest};
use quoc::ports::{Cancel, Command, Downloads, ExitStatus, OutputLine, Processes, SourceError};
use quoc::publish::folder::Folder;
use quoc::publish::lock::{self, LockError, Locked, Locking};
use quoc::publish::recipe::Recipe;
use quoc::publish::resolve::ResolveError;
use quoc::publish::tools::Tools;

/// Answers as uv does: a universal pylock.toml for the requirement asked.
struct Resolver {
    sdist: Built,
    pip_tag: &'static str,
    needs_pip: bool,
    /// What it says where it fails.
    fails: Option<&'static str>,
    /// The files of constraints that it was given.
    constraints: Mutex<Vec<String>>,
}

impl Processes for Resolver {
    fn run(&self, command: &Command, _: &Cancel, line: &mut dyn FnMut(OutputLine<'_>)) -> io::Result<ExitStatus> {
        if command.arguments == [OsString::from("--version")] {
            line(OutputLine::Out("uv 1.2.3"));
            return Ok(ExitStatus::Code(0));
        }
        if let Some(said) = self.fails {
            said.lines().for_each(|said| line(OutputLine::Err(said)));
            return Ok(ExitStatus::Code(2));
        }
        let after = |flag: &str| {
            let at = command.arguments.iter().position(|argument| argument == flag).unwrap();
            PathBuf::from(&command.arguments[at + 1])
        };
        let is_question = |argument: &&OsString| argument.to_string_lossy().ends_with("requirements.in");
        let asked = fs::read_to_string(command.arguments.iter().find(is_question).map(PathBuf::from).unwrap())?;
        if command.arguments.iter().any(|argument| argument == "--constraints") {
            self.constraints.lock().unwrap().push(fs::read_to_string(after("--constraints"))?);
        }
        let wheels_only = command.arguments.iter().any(|argument| argument == "--only-binary");
        assert_eq!(wheels_only, !asked.starts_with("demo"), "only the application may be locked with sdists");
        let text = match asked.trim() {
            "demo==1.0" => self.application(),
            "kit-backend" => package("kit-backend", "1.0", None, &[wheel("kit_backend-1.0-py3-none-any.whl")], None),
            "pip" => package("pip", "26.0", None, &[wheel(&format!("pip-26.0-{}.whl", self.pip_tag))], None),
            other => panic!("{other:?} is not expected to be asked"),
        };
        fs::write(after("--output-file"), format!("lock-version = \"1.0\"\ncreated-by = \"uv\"\n{text}"))?;
        Ok(ExitStatus::Code(0))
    }
}

impl Resolver {
    fn new() -> Self {
        let sdist = Sdist::new("native", "2.0").backend(&["kit-backend"], "kit_backend").built();
        let (fails, constraints) = (None, Mutex::default());
        Self { sdist, pip_tag: "py3-none-any", needs_pip: false, fails, constraints }
    }

    fn application(&self) -> String {
        let sdist = format!(
            "{{ url = \"{}\", size = {}, hashes = {{ sha256 = \"{}\" }} }}",
            self.sdist_url(),
            self.sdist.bytes.len(),
            self.sdist.sha256()
        );
        let demo = ["demo-1.0-cp312-cp312-win_amd64.whl", "demo-1.0-py3-none-any.whl"].map(wheel);
        let native =
            ["native-2.0-cp313-cp313-manylinux_2_17_x86_64.whl", "native-2.0-cp312-cp312-manylinux_2_50_x86_64.whl"];
        let pip = package("pip", "26.0", None, &[wheel("pip-26.0-py3-none-any.whl")], None);
        [
            if self.needs_pip { pip } else { String::new() },
            package("demo", "1.0", None, &demo, Some(&sdist.replace("native-2.0", "demo-1.0"))),
            package("native", "2.0", None, &native.map(wheel), Some(&sdist)),
            package(
                "only-windows",
                "3.0",
                Some("sys_platform == 'win32'"),
                &[wheel("only_windows-3.0-py3-none-any.whl")],
                None,
            ),
        ]
        .concat()
    }

    fn sdist_url(&self) -> String {
        format!("https://mirror.example/packages/aa/bb/{}/native-2.0.tar.gz", "c".repeat(60))
    }
}

impl Downloads for Resolver {
    fn download(&self, url: &url::Url, limit: u64) -> Result<Vec<u8>, SourceError> {
        let public = self.sdist_url().replace("mirror.example", "files.pythonhosted.org");
        assert_eq!((url.as_str(), limit), (public.as_str(), self.sdist.bytes.len() as u64));
        Ok(self.sdist.bytes.clone())
    }

    fn store(&self, artifacts: &[&Artifact], _: &Path) -> Result<(), SourceError> {
        panic!("{artifacts:?} are not asked for")
    }
}

fn wheel(name: &str) -> String {
    let digest = Sha256Digest::of(name.as_bytes());
    let rest = "d".repeat(60);
    format!(
        "{{ url = \"https://mirror.example/packages/01/23/{rest}/{name}\", size = 7, hashes = {{ sha256 = \"{digest}\" }} }}"
    )
}

fn package(name: &str, version: &str, marker: Option<&str>, wheels: &[String], sdist: Option<&str>) -> String {
    let marker = marker.map(|marker| format!("marker = \"{marker}\"\n")).unwrap_or_default();
    let sdist = sdist.map(|sdist| format!("sdist = {sdist}\n")).unwrap_or_default();
    let wheels = wheels.join(", ");
    format!("\n[[packages]]\nname = \"{name}\"\nversion = \"{version}\"\n{marker}{sdist}wheels = [{wheels}]\n")
}

const RECIPE: &str = r#"
    requirement = "demo==1.0"
    commands = ["demo"]
    smoke-test = ["demo", "--version"]
    pythons = ["3.12"]
    [[platforms]]
    os = "linux-glibc"
    arch = "x86_64"
    [builds.native]
"#;

fn lock_with(resolver: &Resolver, recipe: &str) -> Result<Locked, LockError> {
    lock_by(resolver, resolver, recipe)
}

fn lock_by(processes: &dyn Processes, downloads: &Resolver, recipe: &str) -> Result<Locked, LockError> {
    let scratch = tempfile::tempdir().unwrap();
    fs::write(scratch.path().join(if cfg!(windows) { "uv.exe" } else { "uv" }), "").unwrap();
    let path = [scratch.path().to_owned()];
    let tools = Tools { processes, cancel: &Cancel::default(), path: &path, variables: &[] };
    lock::lock(&Recipe::parse(recipe).unwrap(), &Locking { tools, downloads, index_url: None })
}

/// Another answer than the resolver's.
struct Changing {
    resolver: Resolver,
    change: fn(&str) -> String,
}

impl Processes for Changing {
    fn run(&self, command: &Command, cancel: &Cancel, line: &mut dyn FnMut(OutputLine<'_>)) -> io::Result<ExitStatus> {
        let status = self.resolver.run(command, cancel, line)?;
        if let Some(at) = command.arguments.iter().position(|argument| argument == "--output-file") {
            let path = PathBuf::from(&command.arguments[at + 1]);
            fs::write(&path, (self.change)(&fs::read_to_string(&path)?))?;
        }
        Ok(status)
    }
}

#[test]
fn a_lock_keeps_what_some_claim_can_use_under_public_addresses() {
    let locked = lock_with(&Resolver::new(), RECIPE).unwrap();
    let shown: Vec<(String, Vec<&str>, bool)> = locked
        .lock
        .packages
        .iter()
        .map(|package| {
            let wheels = package.wheels.iter().map(|wheel| wheel.name.as_str()).collect();
            (package.name.to_string(), wheels, package.sdist.is_some())
        })
        .collect();
    // No package of Windows, no wheel of Windows or of Python 3.13, and an sdist only where it may be built; a wheel
    // for a glibc newer than the claimed one stays, for those who have it.
    let expected = [
        ("demo".to_owned(), vec!["demo-1.0-py3-none-any.whl"], false),
        ("native".to_owned(), vec!["native-2.0-cp312-cp312-manylinux_2_50_x86_64.whl"], true),
    ];
    assert_eq!(shown, expected);
    assert!(!locked.lock.to_string().contains("mirror.example"));
    assert!(lock::foreign_hosts(&locked.lock).is_empty());
}

#[test]
fn build_dependencies_and_pip_are_locked_as_wheels() {
    let locked = lock_with(&Resolver::new(), RECIPE).unwrap();
    let (name, build) = locked.builds.iter().next().unwrap();
    assert_eq!((name.as_str(), build.packages.len(), build.packages[0].name.as_str()), ("native", 1, "kit-backend"));
    assert_eq!(locked.pip.name.as_str(), "pip-26.0-py3-none-any.whl");
    let resolver = Resolver { pip_tag: "cp312-cp312-manylinux_2_17_x86_64", ..Resolver::new() };
    assert!(matches!(lock_with(&resolver, RECIPE), Err(LockError::NoPip)));
}

#[test]
fn constraints_reach_the_resolver_and_where_there_are_none_no_empty_file_of_them_does() {
    let recipe = RECIPE.replacen("pythons", "constraints = [\"native<3\"]\n    pythons", 1);
    for (recipe, given) in [(recipe.as_str(), vec!["native<3\n".to_owned()]), (RECIPE, Vec::new())] {
        let resolver = Resolver::new();
        lock_with(&resolver, recipe).unwrap();
        assert_eq!(resolver.constraints.into_inner().unwrap(), given);
    }
}

#[test]
fn a_resolver_without_a_network_is_told_from_one_without_an_answer() {
    let network = |said: &'static str| {
        let failed = lock_with(&Resolver { fails: Some(said), ..Resolver::new() }, RECIPE);
        match failed {
            Err(LockError::Resolve(ResolveError::Network(error))) => (true, error.output().join("\n")),
            Err(LockError::Resolve(ResolveError::Tool(error))) => (false, error.output().join("\n")),
            other => panic!("{other:?}"),
        }
    };
    // As uv 0.13 says it.
    for (said, is_network) in [
        (
            "error: Request failed after 3 retries in 9.7s\n  cause: Failed to fetch: https://pypi.org/simple/demo/\n  cause: dns error",
            true,
        ),
        ("error: No solution found\nhint: Packages were unavailable because the network was disabled.", true),
        (
            "hint: An index URL (https://a.example/) could not be queried due to a lack of valid authentication credentials (401 Unauthorized).",
            true,
        ),
        (
            "error: No solution found when resolving dependencies\n  cause: Because there is no version of demo==66",
            false,
        ),
        ("error: Couldn't parse requirement in `constraints.txt` at position 0", false),
    ] {
        assert_eq!(network(said), (is_network, said.to_owned()));
    }
}

#[test]
fn what_is_locked_reads_back_as_it_was_written() {
    let scratch = tempfile::tempdir().unwrap();
    let folder = Folder::new(scratch.path());
    let recipe = Recipe::parse(RECIPE).unwrap();
    assert!(matches!(lock::read(&folder, &recipe), Err(LockError::NotLocked { .. })));
    let locked = lock_with(&Resolver::new(), RECIPE).unwrap();
    lock::write(&folder, &locked).unwrap();
    assert_eq!(lock::read(&folder, &recipe).unwrap(), locked);
    let requirements = fs::read_to_string(folder.requirements()).unwrap();
    let hashes = requirements.matches("--hash=sha256:").count();
    assert_eq!((hashes, requirements.contains("native==2.0 \\")), (3, true), "{requirements}");
}

#[test]
fn a_version_that_the_resolver_did_not_give_is_an_error() {
    let rename = |text: &str| text.replace("name = \"demo\"", "name = \"demon\"").replace("/demo-1.0", "/demon-1.0");
    let other = Changing { resolver: Resolver::new(), change: rename };
    let locked = lock_by(&other, &other.resolver, RECIPE);
    assert!(matches!(locked, Err(LockError::Absent { .. })), "{locked:?}");
}

#[test]
fn an_application_that_needs_pip_inside_its_environment_is_refused_early() {
    let resolver = Resolver { needs_pip: true, ..Resolver::new() };
    let refused = lock_with(&resolver, RECIPE);
    assert!(matches!(&refused, Err(LockError::NeedsPip { package }) if package.as_str() == "demo"), "{refused:?}");
}

#[test]
fn an_index_that_tells_no_sizes_or_hashes_is_named_as_the_reason() {
    let without = |cut: fn(&str) -> String| {
        let untold = Changing { resolver: Resolver::new(), change: cut };
        match lock_by(&untold, &untold.resolver, RECIPE) {
            Err(LockError::Untold { package, member }) => (package, member),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(without(|text| text.replacen(", size = 7", "", 1)), ("demo".to_owned(), "size"));
    assert_eq!(without(|text| text.replace("sha256 =", "md5 =")), ("demo".to_owned(), "sha256"));
}

#[test]
fn without_a_resolver_the_error_says_so() {
    let resolver = Resolver::new();
    let tools = Tools { processes: &resolver, cancel: &Cancel::default(), path: &[], variables: &[] };
    let recipe = Recipe::parse(RECIPE).unwrap();
    let locked = lock::lock(&recipe, &Locking { tools, downloads: &resolver, index_url: None });
    assert!(matches!(locked, Err(LockError::Resolve(_))));
}

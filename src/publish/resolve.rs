//! Asks a well-kept resolver for a lock: uv, found on the `PATH` or as a module of a Python there.
//!
//! quoc has no resolver of its own. uv's answer is universal (every platform and Python at once) and
//! already a `pylock.toml` (PEP 751); it is parsed and checked like any foreign document. Resolving
//! may run the code of source distributions that do not state their metadata: faces must say so.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;
use url::Url;

use super::recipe::PythonVersion;
use super::tools::{ToolError, Tools, arguments};

/// A resolver that was found and answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolver {
    program: PathBuf,
    leading: Vec<OsString>,
    /// What it calls itself: `uv 0.9.1`.
    pub version: String,
}

/// What is to be resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question<'a> {
    /// Requirement lines (PEP 508).
    pub requirements: &'a [String],
    /// Constraint lines.
    pub constraints: &'a [String],
    /// The oldest Python that the answer has to serve.
    pub oldest_python: PythonVersion,
    /// An index to ask instead of the configured one.
    pub index_url: Option<&'a Url>,
    /// Which versions and files the answer may hold.
    pub scope: Scope,
}

/// Which versions and files an answer may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Anything; another version for another Python where that is newer.
    Application,
    /// Wheels alone: build dependencies.
    WheelsOnly,
    /// Wheels alone, and one version that serves every Python.
    OneWheel,
}

/// Says why there is no lock.
#[derive(Debug, thiserror::Error)]
pub enum ResolveError {
    /// There is neither `uv` nor a Python with the module `uv`.
    #[error("no resolver was found: neither uv nor a python with uv is on the PATH")]
    NoResolver,
    /// The resolver failed: a conflict, an unknown distribution.
    #[error("the resolver found no answer")]
    Tool(#[source] ToolError),
    /// The resolver could not reach an index, or a file that one names.
    #[error("the resolver could not reach what it asked for")]
    Network(#[source] ToolError),
    /// The files that carry question and answer could not be written or read.
    #[error("the resolver's files cannot be used")]
    Io(#[from] io::Error),
}

impl ResolveError {
    /// uv has one status for nearly all that stops it, so its words tell whether the network did.
    fn of(error: ToolError) -> Self {
        let told = |line: &String| UNREACHED.iter().any(|words| line.contains(words));
        if error.output().iter().any(told) { Self::Network(error) } else { Self::Tool(error) }
    }
}

/// Finds a resolver.
///
/// # Errors
/// [`ResolveError::NoResolver`].
pub fn find(tools: &Tools<'_>, folder: &Path) -> Result<Resolver, ResolveError> {
    let as_module = |name| tools.find(name).map(|python| (python, vec!["-m".into(), "uv".into()]));
    let candidates = [tools.find("uv").map(|uv| (uv, Vec::new())), as_module("python3"), as_module("python")];
    for (program, leading) in candidates.into_iter().flatten() {
        let mut question = leading.clone();
        question.push("--version".into());
        if let Ok(answer) = tools.run(&program, question, folder) {
            return Ok(Resolver { program, leading, version: answer.trim().to_owned() });
        }
    }
    Err(ResolveError::NoResolver)
}

/// Resolves and returns the text of a universal `pylock.toml`.
///
/// # Errors
/// [`ResolveError::Tool`] holds the resolver's own words, a conflict among them, and so does [`ResolveError::Network`].
pub fn resolve(tools: &Tools<'_>, resolver: &Resolver, question: &Question<'_>) -> Result<String, ResolveError> {
    let scratch = tempfile::tempdir()?;
    let requirements = scratch.path().join("requirements.in");
    let constraints = scratch.path().join("constraints.txt");
    let answer = scratch.path().join("pylock.toml");
    fs::write(&requirements, lines(question.requirements))?;
    let mut command = resolver.leading.clone();
    command.extend(arguments([&"pip", &"compile", &"--universal", &"--no-header", &"--no-annotate", &"--no-progress"]));
    command.extend(arguments([&"--color", &"never", &"--no-python-downloads", &"--no-sources"]));
    command.extend(arguments([&"--python-version", &question.oldest_python.to_string()]));
    command.extend(arguments([&"--format", &"pylock.toml", &"--output-file", &answer, &requirements]));
    // uv warns of a file without constraints, and nobody but this program has written one.
    if !question.constraints.is_empty() {
        fs::write(&constraints, lines(question.constraints))?;
        command.extend(arguments([&"--constraints", &constraints]));
    }
    if question.scope != Scope::Application {
        command.extend(arguments([&"--only-binary", &":all:"]));
    }
    if question.scope == Scope::OneWheel {
        command.extend(arguments([&"--fork-strategy", &"fewest"]));
    }
    // An index may have a password in its address, and everybody on the machine sees what a process is started with.
    let index = question.index_url.map(|index| ("UV_DEFAULT_INDEX".into(), index.as_str().into()));
    let variables: Vec<_> = tools.variables.iter().cloned().chain(index).collect();
    let tools = Tools { variables: &variables, ..*tools };
    tools.run(&resolver.program, command, scratch.path()).map_err(ResolveError::of)?;
    Ok(fs::read_to_string(&answer)?)
}

fn lines(list: &[String]) -> String {
    list.iter().map(|line| format!("{line}\n")).collect()
}

/// How uv says that the network was in the way: no answer or none that is a success, no login, or its own settings.
const UNREACHED: [&str; 4] = [
    "Failed to fetch: ",
    "lack of valid authentication credentials",
    "Network connectivity is disabled",
    "the network was disabled",
];

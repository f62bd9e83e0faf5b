//! Builds a wheel from its locked sdist, in a build environment of its own with locked build dependencies.
//!
//! pip's `--require-hashes` does not cover build dependencies (facts.md, section 3), so they are installed first,
//! hash-locked like everything else, and the build runs without isolation of pip's own and without network.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::check;
use super::child::{self, Child, Home, Ports, private_folder};
use super::error::{EnvironmentError, Step};
use super::house::{self, House, NotCopied};
use super::pip::{Pip, Progress};
use super::screen::{Limits, Rules, StartupFiles, Wheel, screen};
use super::venv::{self, Venv};
use crate::model::event::Phase;
use crate::model::{Artifact, Event, FileName, Interpreter, PackageName, Version};
use crate::ports::{Cancel, Command, ExitStatus, Processes};

/// A locked source distribution.
#[derive(Clone, Copy, Debug)]
pub struct Sdist<'a> {
    /// The distribution.
    pub name: &'a PackageName,
    /// Its version.
    pub version: &'a Version,
    /// The file as it is locked.
    pub artifact: &'a Artifact,
    /// Where it lies.
    pub path: &'a Path,
}

/// What to build, and with what.
#[derive(Clone, Copy, Debug)]
pub struct BuildOrder<'a> {
    /// The Python that the wheel is for.
    pub interpreter: &'a Interpreter,
    /// A folder for what is needed only meanwhile; the built wheel lies in it, too.
    pub scratch: &'a Path,
    /// The release's pip.
    pub pip: &'a Wheel,
    /// The sdist.
    pub sdist: Sdist<'a>,
    /// The wheels of its build environment.
    pub dependencies: &'a [Wheel],
    /// Whether it needs a C compiler.
    pub needs_compiler: bool,
    /// The compiler, where there is one.
    pub compiler: Option<&'a Path>,
}

/// How pip is run to build.
pub(super) struct BuildEnvironment<'a> {
    pub(super) program: PathBuf,
    /// What stands before Python's own arguments, when `program` only wraps it.
    pub(super) prefix: Vec<OsString>,
    pub(super) path: &'a [PathBuf],
    pub(super) extra: Vec<(OsString, OsString)>,
    pub(super) home: &'a Home,
}

/// Builds the wheel, which then lies below the order's scratch folder.
///
/// Nothing that was built is kept for another run: no signature names its digest, so whoever could write where it
/// were kept could replace both.
///
/// # Errors
/// [`EnvironmentError::NoCompiler`] and [`EnvironmentError::NoHeaders`] before anything is done; whatever a build
/// does wrong; a wheel that is not of the sdist's distribution.
pub fn build(order: &BuildOrder<'_>, ports: Ports<'_>) -> Result<Wheel, EnvironmentError> {
    tools_are_there(order, ports)?;
    ports.events.emit(Event::Entered { phase: Phase::Building });
    ports.events.emit(Event::Building { package: order.sdist.name.clone() });
    let work = private_folder(order.scratch, "build-")?;
    let offered = private_folder(work.path(), "sdist-")?;
    let path = offered.path().join(&order.sdist.artifact.name);
    locked_copy(&order.sdist, &path)?;
    let sdist = Sdist { path: &path, ..order.sdist };
    let home = Home::new(work.path())?;
    let pip = Pip::unpacked(order.pip, order.interpreter, work.path(), ports)?;
    let venv = build_environment(order, (work.path(), &home), &pip, ports)?;
    let path: Vec<PathBuf> =
        [venv.scripts()].into_iter().chain(order.compiler.and_then(Path::parent).map(Path::to_owned)).collect();
    let made = private_folder(order.scratch, "built-")?;
    let (program, prefix) = without_network(venv.python(), &home, ports);
    let compiler = order.compiler.map(|compiler| ("CC".into(), compiler.as_os_str().to_owned()));
    // The first moment that zip archives know: the same sources then make the same wheel.
    let mut extra: Vec<(OsString, OsString)> = vec![("SOURCE_DATE_EPOCH".into(), "315532800".into())];
    extra.extend(compiler);
    let environment = BuildEnvironment { program, prefix, path: &path, extra, home: &home };
    pip.wheel(&sdist, &environment, made.path(), ports)?;
    let wheel = only_wheel(made.path(), order)?;
    judge(&wheel, ports.cancel)?;
    let path = made.keep().join(&wheel.file_name);
    Ok(Wheel { path, ..wheel })
}

/// Makes the environment that the build runs in, with its dependencies installed and compared.
fn build_environment(
    order: &BuildOrder<'_>,
    (work, home): (&Path, &Home),
    pip: &Pip,
    ports: Ports<'_>,
) -> Result<Venv, EnvironmentError> {
    let startup_files = StartupFiles::Any;
    let rules = Rules { startup_files, limits: Limits::default(), longest_path: usize::MAX, may_shadow: false };
    let house = House::admit(order.dependencies, &rules, (work, None), ports)?;
    let venv = venv::create(order.interpreter, &work.join("environment"), home, ports)?;
    let quiet = Silent;
    let ports = Ports { events: &quiet, ..ports };
    if !house.wheels().is_empty() {
        let wheels: Vec<_> = house.wheels().iter().collect();
        let progress = Progress::of(house.wheels(), ports);
        pip.install((&house, &wheels, &progress), &venv, home, ports)?;
    }
    check::files(house.wheels(), &venv, ports.cancel)?;
    Ok(venv)
}

/// Installing build dependencies is no progress of the install.
struct Silent;

impl crate::ports::EventSink for Silent {
    fn emit(&self, _: Event) {}
}

/// Says which C compiler there is, by running it: `cc`, `gcc` or `clang`, first in the order of the folders.
pub fn compiler(processes: &dyn Processes, path_dirs: &[PathBuf], cancel: &Cancel) -> Option<PathBuf> {
    let folder = path_dirs.first()?.clone();
    let environment =
        vec![("PATH".into(), path_dirs.iter().map(|dir| dir.as_os_str()).collect::<Vec<_>>().join(":".as_ref()))];
    let answers = |program: &Path, argument: &str| {
        let command = Command {
            program: program.to_owned(),
            arguments: vec![argument.into()],
            environment: environment.clone(),
            folder: if folder.is_dir() { folder.clone() } else { PathBuf::from("/") },
            time_limit: Duration::from_secs(10),
        };
        matches!(processes.run(&command, cancel, &mut |_| {}), Ok(ExitStatus::Code(0)))
    };
    // Without the developer tools, macOS' own `cc` opens a window that offers to download them.
    let xcode = Path::new("/usr/bin/xcode-select");
    if cfg!(target_os = "macos") && xcode.exists() && !answers(xcode, "-p") {
        return None;
    }
    let named = |name: &str| path_dirs.iter().map(|dir| dir.join(name)).find(|path| path.is_file());
    ["cc", "gcc", "clang"].iter().filter_map(|name| named(name)).find(|path| answers(path, "--version"))
}

/// Returns whether a Python's C headers are installed.
pub fn has_headers(interpreter: &Interpreter, processes: &dyn Processes, cancel: &Cancel) -> bool {
    let script = "import sysconfig; print(sysconfig.get_path('include'))";
    let command = Command {
        program: interpreter.path.clone(),
        arguments: ["-I", "-S", "-X", "utf8", "-c", script].map(OsString::from).into(),
        environment: Vec::new(),
        folder: interpreter.path.parent().unwrap_or(Path::new("/")).to_owned(),
        time_limit: Duration::from_secs(10),
    };
    let mut folder = None;
    let status = processes.run(&command, cancel, &mut |line| {
        if let crate::ports::OutputLine::Out(text) = line {
            folder = Some(Path::new(text).join("Python.h"));
        }
    });
    matches!(status, Ok(ExitStatus::Code(0))) && folder.is_some_and(|header| header.is_file())
}

fn tools_are_there(order: &BuildOrder<'_>, ports: Ports<'_>) -> Result<(), EnvironmentError> {
    let package = order.sdist.name.clone();
    if !order.needs_compiler {
        return Ok(());
    }
    if order.compiler.is_none() {
        return Err(EnvironmentError::NoCompiler { package });
    }
    if !has_headers(order.interpreter, ports.processes, ports.cancel) {
        return Err(EnvironmentError::NoHeaders { package, interpreter: order.interpreter.path.clone() });
    }
    Ok(())
}

/// Wraps Python so that its children have no network, where the system lets a person do that.
fn without_network(python: PathBuf, home: &Home, ports: Ports<'_>) -> (PathBuf, Vec<OsString>) {
    let (tool, arguments): (&str, &[&str]) = if cfg!(target_os = "linux") {
        ("/usr/bin/unshare", &["--user", "--map-root-user", "--net", "--"])
    } else if cfg!(target_os = "macos") {
        ("/usr/bin/sandbox-exec", &["-p", "(version 1)(allow default)(deny network*)"])
    } else {
        return (python, Vec::new());
    };
    let mut prefix: Vec<OsString> = arguments.iter().map(OsString::from).collect();
    let mut trial = prefix.clone();
    trial.extend([python.clone().into_os_string(), "-I".into(), "-S".into(), "-c".into(), "pass".into()]);
    let (step, path, extra, time_limit) = (Step::CreateEnvironment, &[], Vec::new(), Duration::from_secs(10));
    let child = Child { step, program: tool.into(), arguments: trial, path, extra, home, time_limit };
    if let Err(error) = child::run(child, ports) {
        log::warn!("the build cannot be cut off from the network: {error}");
        return (python, Vec::new());
    }
    prefix.push(python.into_os_string());
    (tool.into(), prefix)
}

/// Copies the sdist, whose code the build runs, to where only this run writes.
fn locked_copy(sdist: &Sdist<'_>, to: &Path) -> Result<(), EnvironmentError> {
    house::copy(sdist.path, to, sdist.artifact.sha256).map_err(|error| match error {
        NotCopied::Disk(error) => EnvironmentError::disk(to)(error),
        NotCopied::Other { size, found, .. } => {
            let output = vec![format!("{} is {size} bytes with the sha256 {found}", sdist.path.display())];
            EnvironmentError::Hash { output }
        }
    })
}

/// Finds the one wheel that a build made.
fn only_wheel(folder: &Path, order: &BuildOrder<'_>) -> Result<Wheel, EnvironmentError> {
    let names = venv::files(folder).map_err(EnvironmentError::disk(folder))?;
    let found = || names.iter().map(|name| name.display().to_string()).collect::<Vec<_>>().join(", ");
    let [name] = names.as_slice() else { return Err(not_one_wheel(order, found())) };
    let file_name = name.to_str().and_then(|name| name.parse::<FileName>().ok());
    let file_name = file_name.ok_or_else(|| not_one_wheel(order, found()))?;
    let path = folder.join(name);
    let (_, sha256) = venv::digest(&path).map_err(EnvironmentError::disk(folder))?;
    Ok(Wheel { name: order.sdist.name.clone(), version: order.sdist.version.clone(), file_name, sha256, path })
}

/// Judges a built wheel alone; it is judged again, by the release's rules, beside the others.
fn judge(wheel: &Wheel, cancel: &Cancel) -> Result<(), EnvironmentError> {
    let startup_files = StartupFiles::Any;
    let rules = Rules { startup_files, limits: Limits::default(), longest_path: usize::MAX, may_shadow: false };
    screen(std::slice::from_ref(wheel), &rules, cancel)?;
    Ok(())
}

fn not_one_wheel(order: &BuildOrder<'_>, found: String) -> EnvironmentError {
    EnvironmentError::NotOneWheel { package: order.sdist.name.clone(), found }
}

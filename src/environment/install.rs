//! The order of this room: screen, make, install, check; its result is the [`Environment`].

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use super::bytecode::Bytecode;
use super::carry::{Before, Carry};
use super::check;
use super::child::{self, Child, Home, Ports};
use super::error::{EnvironmentError, Step};
use super::house::House;
use super::pip::{Pip, Progress};
use super::record;
use super::screen::{Limits, Rules, ScreenedWheel, StartupFiles, Wheel, longest_path};
use super::venv::{self, Venv};
use crate::disk;
use crate::model::event::Phase;
use crate::model::manifest::CompiledFile;
use crate::model::receipt::InstalledPackage;
use crate::model::release::PathFiles;
use crate::model::{Event, FileName, Interpreter, Manifest};

/// What to install, and where.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The Python to make the environment with.
    pub interpreter: &'a Interpreter,
    /// Where the environment will stand: an absolute path, empty or not there yet.
    pub folder: &'a Path,
    /// A folder for what is needed only meanwhile; best on the same file system as the store.
    pub scratch: &'a Path,
    /// The release's pip.
    pub pip: &'a Wheel,
    /// Every distribution.
    pub wheels: &'a [Wheel],
    /// An environment of which what did not change can be taken over.
    pub before: Option<Before<'a>>,
    /// The files that run at every start which the release lists.
    pub path_files: &'a PathFiles,
    /// The commands that the release promises.
    pub commands: &'a [FileName],
    /// The command with its arguments that must succeed.
    pub smoke_test: &'a [String],
}

/// An environment that is complete, compared with its wheels, and answers. Only this room makes one.
#[derive(Debug)]
pub struct Environment {
    venv: Venv,
    interpreter: Interpreter,
    packages: Vec<InstalledPackage>,
    smoke_test: Vec<String>,
    manifest: Manifest,
}

impl Environment {
    /// Returns its folder.
    pub fn path(&self) -> &Path {
        &self.venv.folder
    }

    /// Returns its own Python.
    pub fn python(&self) -> PathBuf {
        self.venv.python()
    }

    /// Returns the Python that it was made with.
    pub fn interpreter(&self) -> &Interpreter {
        &self.interpreter
    }

    /// Returns the executable of a command.
    pub fn command(&self, name: &FileName) -> PathBuf {
        self.venv.command(name.as_str())
    }

    /// Returns every distribution with the digest of its wheel, in the order of the lock.
    pub fn packages(&self) -> &[InstalledPackage] {
        &self.packages
    }

    /// Returns the record of its files, as they were when they were compared with the wheels, and of what lies below
    /// another folder in it.
    ///
    /// # Errors
    /// When that folder, where it is there, cannot be read.
    pub fn manifest_with(&self, below: &Path) -> Result<Manifest, EnvironmentError> {
        let mut manifest = self.manifest.clone();
        manifest.files.extend(record::made_below(self.path(), below)?);
        Ok(manifest)
    }

    /// Returns what the smoke test wrote on its standard output.
    pub fn smoke_test_output(&self) -> &[String] {
        &self.smoke_test
    }
}

/// Makes the environment: screens the wheels, runs venv and pip, and checks the result.
///
/// # Errors
/// Whatever goes wrong; the folder then holds something unfinished, which the caller removes.
pub fn install(order: &Order<'_>, ports: Ports<'_>) -> Result<Environment, EnvironmentError> {
    ports.events.emit(Event::Entered { phase: Phase::Installing });
    let home = Home::new(order.scratch)?;
    let not_needed = ports.cancel.below();
    let made = std::thread::scope(|scope| {
        let beside = Ports { cancel: &not_needed, ..ports };
        let pip = scope
            .spawn(move || Pip::ready(order.pip, order.interpreter, (order.scratch, order.before.as_ref()), beside));
        let made = make(order, || pip.join().unwrap_or(Err(EnvironmentError::Cancelled)), &home, ports);
        if made.is_err() {
            not_needed.cancel();
        }
        made
    });
    let Made { house, venv, pip, mut manifest, bytecode } = made?;
    manifest.bytecode = put_in_place(bytecode, &venv);
    manifest.pip = pip.keep(order.folder);
    let packages = house.wheels().iter().map(installed).collect();
    let (flushed, fit, smoke_test) = std::thread::scope(|scope| {
        // pip flushes nothing, and a receipt must not outlive what it describes. What is not needed any more is removed
        // meanwhile: house and pip end with their threads.
        let flushed = scope.spawn(move || {
            drop(house);
            disk::flush_all(order.folder).map_err(EnvironmentError::disk(order.folder))
        });
        let (venv, home) = (&venv, &home);
        let fit = scope.spawn(move || pip.check(venv, home, ports));
        let smoke_test = smoke_test(order.smoke_test, &venv.scripts(), home, ports);
        let cancelled = || EnvironmentError::Cancelled;
        (flushed.join().map_err(|_| cancelled()), fit.join().map_err(|_| cancelled()), smoke_test)
    });
    fit??;
    let smoke_test = smoke_test?;
    log::info!("smoke test: {}", smoke_test.join(" "));
    flushed??;
    Ok(Environment { venv, interpreter: order.interpreter.clone(), packages, smoke_test, manifest })
}

/// An environment of which nothing has run yet.
struct Made {
    house: House,
    venv: Venv,
    pip: Pip,
    manifest: Manifest,
    bytecode: Result<Bytecode, EnvironmentError>,
}

/// Screens the wheels and makes the environment, while pip is being made ready.
fn make(
    order: &Order<'_>,
    pip: impl FnOnce() -> Result<Pip, EnvironmentError>,
    home: &Home,
    ports: Ports<'_>,
) -> Result<Made, EnvironmentError> {
    let house = House::admit(order.wheels, &rules(order), (order.scratch, order.before.as_ref()), ports)?;
    every_command_is_there(order.commands, house.wheels())?;
    log::info!("screened {} wheels", house.wheels().len());
    let venv = venv::create(order.interpreter, order.folder, home, ports)?;
    log::info!("made {}", order.folder.display());
    let (pip, manifest, bytecode) = install_and_compare(order, &house, (&venv, pip, home), ports)?;
    Ok(Made { house, venv, pip, manifest, bytecode })
}

/// Lets pip install, once it is ready, while what did not change is carried over, and compares the result; meanwhile
/// another child compiles from the same wheels.
fn install_and_compare(
    order: &Order<'_>,
    house: &House,
    (venv, pip, home): (&Venv, impl FnOnce() -> Result<Pip, EnvironmentError>, &Home),
    ports: Ports<'_>,
) -> Result<(Pip, Manifest, Result<Bytecode, EnvironmentError>), EnvironmentError> {
    let (screened, not_needed) = (house.wheels(), ports.cancel.below());
    let modules = modules(order, screened);
    let bytecode = Bytecode::begin(order.scratch);
    let folder = bytecode.as_ref().ok().map(|bytecode| bytecode.path().to_owned());
    let (carry, left) = Carry::of(order.before.as_ref(), screened, (venv, folder.as_deref(), order.scratch))?;
    std::thread::scope(|scope| {
        let beside = Ports { cancel: &not_needed, ..ports };
        let (tell, carried) = mpsc::sync_channel(1);
        let carry = &carry;
        let compiler = scope.spawn(move || {
            // Whoever does not listen any more has failed.
            tell.send(carry.begin(beside.cancel)).ok();
            bytecode.and_then(|bytecode| bytecode.compile((house, &modules), venv, order.scratch, beside))
        });
        let compared = pip().and_then(|pip| {
            log::info!("pip is ready");
            let progress = Progress::of(screened, ports);
            let carried = || carried.recv().unwrap_or(Err(EnvironmentError::Cancelled));
            let by_pip = |wheels: &[&ScreenedWheel]| {
                House::read_whole(wheels, &rules(order), ports)?;
                pip.install((house, wheels, &progress), venv, home, ports)
            };
            put_there((carry, left), carried, by_pip, &progress)?;
            log::info!("installed");
            ports.events.emit(Event::Entered { phase: Phase::Checking });
            // Nothing of what was installed runs before all of it was compared.
            let manifest = check::files(screened, venv, ports.cancel)?;
            log::info!("compared every file");
            Ok((pip, manifest))
        });
        if compared.is_err() {
            not_needed.cancel();
        }
        let bytecode = compiler.join().unwrap_or(Err(EnvironmentError::Cancelled));
        compared.map(|(pip, manifest)| (pip, manifest, bytecode))
    })
}

/// Lets pip install what is left to it while the rest is carried, and puts that in its place.
fn put_there<'a>(
    (carry, mut left): (&Carry<'a>, Vec<&'a ScreenedWheel>),
    carried: impl FnOnce() -> Result<Vec<&'a ScreenedWheel>, EnvironmentError>,
    by_pip: impl Fn(&[&ScreenedWheel]) -> Result<(), EnvironmentError>,
    progress: &Progress<'_>,
) -> Result<(), EnvironmentError> {
    // pip may run twice only where its own Python would not run at the second start what the first has installed.
    if carry.is_possible() && !left.iter().any(|wheel| wheel.runs_at_start()) {
        by_pip(&left)?;
        left.clear();
    }
    let carried = carried()?;
    left.extend(carry.left(&carried));
    by_pip(&left)?;
    carry.finish(&carried)?;
    progress.done(&carried);
    Ok(())
}

/// The application works without bytecode, only its first start takes longer: what goes wrong is logged and forgotten.
fn put_in_place(bytecode: Result<Bytecode, EnvironmentError>, venv: &Venv) -> Vec<CompiledFile> {
    match bytecode.and_then(|bytecode| bytecode.put_in_place(venv)) {
        Ok(placed) => {
            log::info!("bytecode of {} modules", placed.len());
            placed
        }
        Err(error) => {
            log::warn!("no bytecode: {error}");
            Vec::new()
        }
    }
}

fn rules<'a>(order: &Order<'a>) -> Rules<'a> {
    let startup_files = StartupFiles::Listed(order.path_files);
    let longest_path = longest_path(cfg!(windows), order.folder.as_os_str().len());
    Rules { startup_files, limits: Limits::default(), longest_path, may_shadow: false }
}

fn every_command_is_there(commands: &[FileName], wheels: &[ScreenedWheel]) -> Result<(), EnvironmentError> {
    let has = |command: &FileName| wheels.iter().any(|wheel| wheel.has_command(command));
    match commands.iter().find(|command| !has(command)) {
        Some(command) => Err(EnvironmentError::NoCommand { command: command.clone() }),
        None => Ok(()),
    }
}

/// Lists the modules that the release's commands begin with, and those that were compiled for the environment before:
/// what is carried over of these is not read again, so whatever it imports must be named.
fn modules(order: &Order<'_>, wheels: &[ScreenedWheel]) -> Vec<String> {
    let points = wheels.iter().flat_map(|wheel| &wheel.entry_points);
    let promised = points.filter(|point| order.commands.iter().any(|command| command.as_str() == point.name));
    let before = order.before.iter().flat_map(|before| before.compiled_modules());
    promised.map(|point| point.module.clone()).chain(before).collect()
}

fn installed(screened: &ScreenedWheel) -> InstalledPackage {
    let wheel = screened.wheel();
    InstalledPackage { name: wheel.name.clone(), version: wheel.version.clone(), wheel: wheel.sha256 }
}

/// Asks an environment that was installed before whether it still answers its smoke test.
///
/// # Errors
/// When it does not, or the scratch folder cannot be written.
pub fn answers(folder: &Path, words: &[String], scratch: &Path, ports: Ports<'_>) -> Result<(), EnvironmentError> {
    let home = Home::new(scratch)?;
    smoke_test(words, &folder.join(if cfg!(windows) { "Scripts" } else { "bin" }), &home, ports)?;
    Ok(())
}

/// Runs the release's smoke test as a person would, but with a home of its own.
fn smoke_test(
    words: &[String],
    scripts: &Path,
    home: &Home,
    ports: Ports<'_>,
) -> Result<Vec<String>, EnvironmentError> {
    let Some((command, arguments)) = words.split_first() else { return Ok(Vec::new()) };
    let child = Child {
        step: Step::SmokeTest,
        program: scripts.join(if cfg!(windows) { format!("{command}.exe") } else { command.clone() }),
        arguments: arguments.iter().map(OsString::from).collect(),
        path: &[scripts.to_owned()],
        extra: Vec::new(),
        home,
        time_limit: SMOKE_TEST_LIMIT,
    };
    child::run(child, ports)
}

/// A first start compiles every module that it imports, on a slow disk, under a virus scanner.
const SMOKE_TEST_LIMIT: Duration = Duration::from_secs(5 * 60);

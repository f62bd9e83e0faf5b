//! Runs the pip that the release pins: its wheel is screened, unpacked into a private folder, packed and run from there.
//!
//! The flags are those of facts.md, section 3. pip sees a folder of our own with the screened wheels only, and
//! a requirements file of our own with nothing in it but `name==version --hash=sha256:…`.

mod packed;

use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use tempfile::TempDir;
use zip::ZipArchive;

use self::packed::Packed;
use super::build::{BuildEnvironment, Sdist};
use super::carry::Before;
use super::child::{self, Child, Home, Ports, Words, private_folder};
use super::error::{EnvironmentError, Step};
use super::house::House;
use super::screen::{Limits, Rules, ScreenedWheel, StartupFiles, Unfit, Wheel};
use super::venv::Venv;
use crate::model::manifest::CompiledPip;
use crate::model::{Event, Interpreter, Sha256Digest};
use crate::ports::ExitStatus;

/// A pip that is ready to run, in a private folder; removed when dropped.
#[derive(Debug)]
pub(super) struct Pip {
    /// What Python runs.
    program: PathBuf,
    packed: Option<Packed>,
    _folder: TempDir,
}

impl Pip {
    /// Takes the pip that an environment of the same Python has kept, or screens pip's wheel, unpacks and packs it.
    pub(super) fn ready(
        wheel: &Wheel,
        interpreter: &Interpreter,
        (scratch, before): (&Path, Option<&Before<'_>>),
        ports: Ports<'_>,
    ) -> Result<Self, EnvironmentError> {
        let folder = private_folder(scratch, "pip-")?;
        let kept = before.and_then(|before| Packed::kept(before, wheel.sha256));
        let packed = match kept {
            None => {
                unpack_screened(wheel, interpreter, (scratch, folder.path()), ports)?;
                Packed::pack(interpreter, (folder.path(), wheel.sha256), (scratch, ports))?
            }
            kept => kept,
        };
        let program = match &packed {
            Some(packed) => packed.put(folder.path())?,
            None => folder.path().join("pip"),
        };
        Ok(Self { program, packed, _folder: folder })
    }

    /// Screens pip's wheel and unpacks it: to build, pip starts files of its own, which must be files.
    pub(super) fn unpacked(
        wheel: &Wheel,
        interpreter: &Interpreter,
        scratch: &Path,
        ports: Ports<'_>,
    ) -> Result<Self, EnvironmentError> {
        let folder = private_folder(scratch, "pip-")?;
        unpack_screened(wheel, interpreter, (scratch, folder.path()), ports)?;
        Ok(Self { program: folder.path().join("pip"), packed: None, _folder: folder })
    }

    /// Keeps the bytecode in an environment, and returns its record; pip works without.
    pub(super) fn keep(&self, environment: &Path) -> Option<CompiledPip> {
        self.packed.as_ref().and_then(|packed| packed.keep(environment))
    }

    /// Returns what starts this pip in an environment, up to pip's own command.
    fn start(&self) -> Vec<OsString> {
        // Whatever Python compiles on the way must not lie among the files that are compared.
        let mut arguments: Vec<OsString> = ["-I", "-B", "-X", "utf8"].map(OsString::from).into();
        arguments.push(self.program.clone().into_os_string());
        arguments.extend(
            [
                "--isolated",
                "--no-input",
                "--disable-pip-version-check",
                "--no-cache-dir",
                "--no-color",
                "--keyring-provider",
                "disabled",
            ]
            .map(OsString::from),
        );
        arguments
    }

    /// Installs some of the screened wheels into an environment, hash-locked and offline.
    pub(super) fn install(
        &self,
        (house, wheels, progress): (&House, &[&ScreenedWheel], &Progress<'_>),
        venv: &Venv,
        home: &Home,
        ports: Ports<'_>,
    ) -> Result<(), EnvironmentError> {
        // Everything is carried over, and pip refuses to do nothing.
        if wheels.is_empty() {
            return Ok(());
        }
        let mut arguments = self.start();
        arguments.extend(INSTALL.map(OsString::from));
        arguments.extend(["--find-links".into(), house.path().as_os_str().to_owned()]);
        arguments.extend(["-r".into(), requirements(wheels, home)?.into_os_string()]);
        let child = Child {
            step: Step::Install,
            program: venv.python(),
            arguments,
            path: &[venv.scripts()],
            extra: Vec::new(),
            home,
            time_limit: INSTALL_LIMIT,
        };
        let (status, words) = watched(progress, wheels, venv, || child::run_to_end(child, ports))?;
        outcome(Step::Install, status, words, &venv.folder)
    }

    /// Builds a wheel from an sdist that lies alone in a private folder, in the environment given; puts it into `into`.
    pub(super) fn wheel(
        &self,
        build: &Sdist<'_>,
        environment: &BuildEnvironment<'_>,
        into: &Path,
        ports: Ports<'_>,
    ) -> Result<(), EnvironmentError> {
        let home = environment.home;
        let house = build.path.parent().unwrap_or(build.path);
        let requirement = format!("{}=={} --hash=sha256:{}\n", build.name, build.version, build.artifact.sha256);
        let file = home.path().join("sdist.txt");
        fs_err::write(&file, requirement).map_err(EnvironmentError::disk(home.path()))?;
        let mut arguments = environment.prefix.to_vec();
        arguments.extend(self.start());
        arguments.extend(WHEEL.map(OsString::from));
        arguments.extend(["--find-links".into(), house.as_os_str().to_owned()]);
        arguments.extend(["--wheel-dir".into(), into.as_os_str().to_owned()]);
        arguments.extend(["-r".into(), file.into_os_string()]);
        let step = Step::Build(build.name.clone());
        let program = environment.program.clone();
        let (path, extra) = (environment.path, environment.extra.clone());
        let child = Child { step: step.clone(), program, arguments, path, extra, home, time_limit: BUILD_LIMIT };
        let (status, words) = child::run_to_end(child, ports)?;
        outcome(step, status, words, into)
    }

    /// Asks pip whether the installed distributions fit each other.
    pub(super) fn check(&self, venv: &Venv, home: &Home, ports: Ports<'_>) -> Result<(), EnvironmentError> {
        let mut arguments = self.start();
        arguments.push("check".into());
        let (step, program, path, extra) = (Step::Check, venv.python(), &[venv.scripts()], Vec::new());
        let child = Child { step: step.clone(), program, arguments, path, extra, home, time_limit: CHECK_LIMIT };
        let (status, words) = child::run_to_end(child, ports)?;
        match status {
            ExitStatus::Code(1) if !words.out.is_empty() => Err(EnvironmentError::Conflict { output: words.out }),
            _ => outcome(step, status, words, &venv.folder),
        }
    }
}

/// Screens pip's wheel and unpacks it into a folder.
fn unpack_screened(
    wheel: &Wheel,
    interpreter: &Interpreter,
    (scratch, folder): (&Path, &Path),
    ports: Ports<'_>,
) -> Result<(), EnvironmentError> {
    let none = std::collections::BTreeMap::new();
    let startup_files = StartupFiles::Listed(&none);
    let rules = Rules { startup_files, limits: Limits::default(), longest_path: usize::MAX, may_shadow: true };
    let house = House::admit(std::slice::from_ref(wheel), &rules, (scratch, None), ports)?;
    for pip in house.wheels() {
        let fits = pip.requires_python.as_ref().is_none_or(|pythons| pythons.contains(&interpreter.version));
        if !fits {
            let (pip, python) = (wheel.version.clone(), interpreter.version.clone());
            return Err(EnvironmentError::PipNeedsPython { pip, python });
        }
        unpack(pip, folder)?;
    }
    Ok(())
}

/// Writes the files of a screened wheel below a folder, each compared with its digest again.
fn unpack(screened: &ScreenedWheel, folder: &Path) -> Result<(), EnvironmentError> {
    let disk = EnvironmentError::disk(folder);
    let refused = |reason| {
        let file_name = screened.wheel().file_name.clone();
        EnvironmentError::from(super::screen::Refused { file_name, reason })
    };
    let file = fs_err::File::open(&screened.wheel().path).map_err(&disk)?;
    let mut archive = ZipArchive::new(file).map_err(|error| refused(Unfit::Archive(error)))?;
    for file in &screened.files {
        let path = folder.join(&file.path);
        let index = archive.index_for_name(&file.entry);
        let lying = || refused(Unfit::Lying { path: file.path.clone() });
        let entry = archive.by_index(index.ok_or_else(lying)?).map_err(|error| refused(Unfit::Archive(error)))?;
        let mut bytes = Vec::new();
        entry.take(file.size + 1).read_to_end(&mut bytes).map_err(&disk)?;
        if Sha256Digest::of(&bytes) != file.sha256 {
            return Err(lying());
        }
        if let Some(parent) = path.parent() {
            fs_err::create_dir_all(parent).map_err(&disk)?;
        }
        fs_err::write(&path, &bytes).map_err(&disk)?;
    }
    Ok(())
}

fn requirements(wheels: &[&ScreenedWheel], home: &Home) -> Result<PathBuf, EnvironmentError> {
    let lines: String = wheels
        .iter()
        .map(|screened| screened.wheel())
        .map(|wheel| format!("{}=={} --hash=sha256:{}\n", wheel.name, wheel.version, wheel.sha256))
        .collect();
    let path = home.path().join("requirements.txt");
    fs_err::write(&path, lines).map_err(EnvironmentError::disk(home.path()))?;
    Ok(path)
}

/// Runs pip while a second thread looks which distributions are done, and says so.
fn watched<T>(progress: &Progress<'_>, wheels: &[&ScreenedWheel], venv: &Venv, run: impl FnOnce() -> T) -> T {
    let over = AtomicBool::new(false);
    // pip writes `INSTALLER` when all other files of a distribution are there.
    let mut pending: Vec<_> =
        wheels.iter().map(|wheel| (*wheel, venv.site().join(&wheel.dist_info).join("INSTALLER"))).collect();
    let mut look = move || {
        let now: Vec<_> = pending.extract_if(.., |(_, mark)| mark.exists()).map(|(wheel, _)| wheel).collect();
        progress.done(&now);
    };
    std::thread::scope(|scope| {
        let watcher = scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                look();
                std::thread::park_timeout(LOOK_EVERY);
            }
            look();
        });
        let _over = Over(&over, watcher.thread());
        run()
    })
}

/// Ends the watch, however what is watched has ended.
struct Over<'a>(&'a AtomicBool, &'a std::thread::Thread);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
        self.1.unpark();
    }
}

/// How many distributions are there, whoever put them.
pub(super) struct Progress<'a> {
    done: AtomicU64,
    total: u64,
    ports: Ports<'a>,
}

impl<'a> Progress<'a> {
    pub(super) fn of(wheels: &[ScreenedWheel], ports: Ports<'a>) -> Self {
        Self { done: AtomicU64::new(0), total: wheels.len() as u64, ports }
    }

    /// Says that these are there, too.
    pub(super) fn done(&self, wheels: &[&ScreenedWheel]) {
        for screened in wheels {
            let package = screened.wheel().name.clone();
            let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
            self.ports.events.emit(Event::Installing { package, done, total: self.total });
        }
    }
}

/// Reads pip's exit and words.
fn outcome(step: Step, status: ExitStatus, words: Words, folder: &Path) -> Result<(), EnvironmentError> {
    let output: Vec<String> = words.last.into();
    match status {
        ExitStatus::Code(0) => Ok(()),
        ExitStatus::Killed => Err(EnvironmentError::Slow { step, output }),
        ExitStatus::Code(_) => Err(cause(step, output, folder)),
    }
}

/// pip has no codes for its errors; its words (English, because of LANG) are all there is.
fn cause(step: Step, output: Vec<String>, folder: &Path) -> EnvironmentError {
    let said = |words: &[&str]| output.iter().any(|line| words.iter().any(|word| line.contains(word)));
    let folder = folder.to_owned();
    if said(&["[Errno 28]", "[Errno 122]", "[WinError 112]", "No space left on device", "Disk quota exceeded"]) {
        EnvironmentError::NoSpace { folder }
    } else if said(&["[Errno 13]", "[Errno 30]", "[WinError 5]"]) {
        EnvironmentError::NoRights { folder, source: None }
    } else if said(&["DO NOT MATCH THE HASHES", "Hashes are required in --require-hashes"]) {
        EnvironmentError::Hash { output }
    } else if let Some(what) = unsupported(&output) {
        EnvironmentError::Unsupported { what, output }
    } else {
        EnvironmentError::Step { step, output }
    }
}

fn unsupported(output: &[String]) -> Option<String> {
    output.iter().find_map(|line| {
        let line = line.strip_prefix("ERROR: ")?;
        let wheel = line.strip_suffix(" is not a supported wheel on this platform.");
        wheel.or_else(|| line.strip_prefix("No matching distribution found for ")).map(str::to_owned)
    })
}

const INSTALL: [&str; 12] = [
    "install",
    "--no-index",
    "--only-binary",
    ":all:",
    "--no-deps",
    "--require-hashes",
    "--no-compile",
    "--no-warn-script-location",
    "--root-user-action",
    "ignore",
    "--progress-bar",
    "off",
];
const WHEEL: [&str; 9] = [
    "wheel",
    "--no-index",
    "--no-binary",
    ":all:",
    "--no-deps",
    "--no-build-isolation",
    "--require-hashes",
    "--progress-bar",
    "off",
];
const INSTALL_LIMIT: Duration = Duration::from_secs(60 * 60);
const BUILD_LIMIT: Duration = Duration::from_secs(60 * 60);
const CHECK_LIMIT: Duration = Duration::from_secs(5 * 60);
const LOOK_EVERY: Duration = Duration::from_millis(50);

#[cfg(test)]
mod tests {
    use super::*;

    fn caused_by(line: &str) -> EnvironmentError {
        cause(Step::Install, vec!["Processing ./a.whl".into(), line.into()], Path::new("/place"))
    }

    #[test]
    fn pips_words_become_typed_causes() {
        let full = caused_by("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device");
        assert!(matches!(full, EnvironmentError::NoSpace { .. }));
        let rights =
            caused_by("ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/x'");
        assert!(matches!(rights, EnvironmentError::NoRights { .. }));
        let hash = caused_by("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.");
        assert!(matches!(hash, EnvironmentError::Hash { .. }));
        for line in [
            "ERROR: demo-1.0-cp39-cp39-win_arm64.whl is not a supported wheel on this platform.",
            "ERROR: No matching distribution found for demo==1.0",
        ] {
            assert!(matches!(caused_by(line), EnvironmentError::Unsupported { what, .. } if what.starts_with("demo")));
        }
        assert!(matches!(caused_by("ERROR: anything else"), EnvironmentError::Step { step: Step::Install, .. }));
    }
}

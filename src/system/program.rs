//! The file that this program runs from, and the installation in which it was kept.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::Deserialize;

use super::folders::Folders;
use crate::activate::Layout;
use crate::disk::{self, hands};
use crate::engine::Program;
use crate::model::release::{Os, Platform};
use crate::model::{PackageName, receipt};

/// An installation whose kept installer this program is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// Where it lies.
    pub layout: Layout,
    /// The profile that was kept beside it; without one the built-in profile is meant.
    pub profile: Option<PathBuf>,
}

/// Says that this process is the stub: its file may be kept in installations. Only the stub's `main` says so, for a
/// test or the publisher's tool would be of no use there.
pub fn is_the_stub() {
    if let Ok(path) = std::env::current_exe()
        && path.is_file()
    {
        STUB.set(path).ok();
    }
}

/// Returns the stub that runs, if this process is one and its file is still there.
pub fn running() -> Option<Program> {
    let named = STUB.get()?;
    // Leads to the very file that runs, whatever stands at its path by now: people delete downloads.
    let itself = Path::new("/proc/self/exe");
    let path = [itself, named].into_iter().find(|path| path.is_file())?.to_owned();
    Some(Program { path, version: env!("CARGO_PKG_VERSION").parse().ok()?, platform: platform() })
}

/// Returns the file of the program that runs, as it was named when it was started.
pub fn file() -> Option<PathBuf> {
    STUB.get().cloned().or_else(|| std::env::current_exe().ok())
}

/// Returns the installation whose kept installer runs now.
pub fn home(folders: &Folders) -> Option<Home> {
    home_of(STUB.get()?, folders)
}

fn home_of(program: &Path, folders: &Folders) -> Option<Home> {
    let folder = program.parent()?;
    let layout = layout_in(folder, folders).filter(|layout| folders.knows(layout) || is_anothers(program, folder))?;
    let is_kept = program.file_name() == layout.setup().file_name();
    let profile = Some(layout.profile()).filter(|profile| profile.join("profile.toml").is_file());
    is_kept.then_some(Home { layout, profile })
}

/// The receipt says how its folder was named: a name through a link must stay the one that launchers lead through. It
/// is believed only where the folder is known to be an installation of this person's.
pub fn layout_of(folder: &Path, folders: &Folders) -> Option<Layout> {
    layout_in(folder, folders).filter(|layout| folders.knows(layout))
}

/// Whoever starts another person's program obeys that person already; it can say of its folder what there is to see, and
/// for that one it does nothing else. What came in an archive belongs to whoever unpacked it.
fn is_anothers(program: &Path, folder: &Path) -> bool {
    let found = [program, folder].map(|path| std::fs::symlink_metadata(path).ok());
    found.iter().all(|found| found.as_ref().is_some_and(|found| !found.is_symlink() && !hands::is_mine(found)))
}

fn layout_in(folder: &Path, folders: &Folders) -> Option<Layout> {
    let bytes = disk::read_limited(&folder.join("receipt.json"), receipt::MAX_SIZE as u64).ok().flatten()?;
    let Known { application, place } = serde_json::from_slice(&bytes).ok()?;
    let here = folder.canonicalize().ok()?;
    let is_here = |layout: &Layout| layout.folder().canonicalize().is_ok_and(|named| named == here);
    let named = place.filter(|place| place.folder.is_absolute() && place.commands.is_absolute());
    let named = named.map(|place| Layout::new(place.folder, place.commands).of_home(&folders.home)).filter(is_here);
    // Moved with the person's home: the commands lead to where it was, and a repair here makes new ones.
    let layout = named.or_else(|| folders.layout(&application, None).ok().filter(is_here))?;
    let is_its = layout.folder().file_name() == Some(OsStr::new(application.as_str()));
    is_its.then_some(layout)
}

/// As much of a receipt as is needed, whatever its format.
#[derive(Deserialize)]
struct Known {
    application: PackageName,
    #[serde(default)]
    place: Option<receipt::Place>,
}

/// What this program was compiled for.
fn platform() -> Platform {
    let os = if cfg!(windows) {
        Os::Windows
    } else if cfg!(target_os = "macos") {
        Os::Macos
    } else if cfg!(target_env = "musl") {
        Os::LinuxMusl
    } else {
        Os::LinuxGlibc
    };
    Platform { os, arch: std::env::consts::ARCH.to_owned() }
}

static STUB: OnceLock<PathBuf> = OnceLock::new();

//! Finds the application's processes, by the generation that they were started from.
//!
//! A switch does not disturb them: their generation stays. But they go on with the version that they were started with,
//! and as long as they run it must not be removed.
//! Linux tells by `/proc`; elsewhere nothing is found, and a kept generation is all that protects them.

use std::collections::BTreeMap;

use super::Layout;
use crate::model::event::Running;

/// Returns the processes of each generation that run now.
pub fn running(layout: &Layout) -> BTreeMap<u32, Vec<Running>> {
    let mut found: BTreeMap<u32, Vec<Running>> = BTreeMap::new();
    for (generation, process) in system::processes(layout) {
        found.entry(generation).or_default().push(process);
    }
    found
}

#[cfg(target_os = "linux")]
mod system {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::path::{Path, PathBuf};

    use fs_err as fs;

    use super::{Layout, Running};

    /// Processes of other people cannot be looked into, and one may end at any moment: what cannot be read is left out.
    pub(super) fn processes(layout: &Layout) -> Vec<(u32, Running)> {
        let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
        let pids = entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
        // The kernel shows paths as they really are, arguments are as they were given.
        let folder = layout.generations();
        let folders = [fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone()), folder];
        let found = pids.filter(|pid| *pid != std::process::id()).filter_map(|pid| look(pid, &folders));
        found.collect()
    }

    fn look(pid: u32, folders: &[PathBuf; 2]) -> Option<(u32, Running)> {
        let line = fs::read(format!("/proc/{pid}/cmdline")).ok()?;
        let words: Vec<&Path> = line.split(|byte| *byte == 0).map(|word| Path::new(OsStr::from_bytes(word))).collect();
        let executable = fs::read_link(format!("/proc/{pid}/exe")).ok();
        // A command is started as `generations/3/bin/python /…/bin/command …`: the system reads that from its first line.
        let by_words = words.iter().take(LOOKED_AT).find_map(|word| generation_of(word, folders));
        let generation = by_words.or_else(|| generation_of(executable.as_deref()?, folders))?;
        let is_python = |word: &Path| name(word).is_some_and(|name| name.starts_with("python"));
        let told = words.iter().take(LOOKED_AT).find(|word| name(word).is_some() && !is_python(word));
        let program = told.or(words.first()).and_then(|word| name(word)).unwrap_or_default();
        Some((generation, Running { pid, program }))
    }

    fn generation_of(path: &Path, folders: &[PathBuf; 2]) -> Option<u32> {
        let rest = folders.iter().find_map(|folder| path.strip_prefix(folder).ok())?;
        rest.components().next()?.as_os_str().to_str()?.parse().ok()
    }

    /// Options are not what was started.
    fn name(word: &Path) -> Option<String> {
        let name = word.file_name()?.to_string_lossy().into_owned();
        (!name.starts_with('-')).then_some(name)
    }

    /// The interpreter, its options and the script; what follows are the person's arguments.
    const LOOKED_AT: usize = 4;
}

#[cfg(not(target_os = "linux"))]
mod system {
    use super::{Layout, Running};

    pub(super) fn processes(_: &Layout) -> Vec<(u32, Running)> {
        Vec::new()
    }
}

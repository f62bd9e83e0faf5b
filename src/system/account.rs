//! Whose home a run would write into, where the person became another account for it.

use std::path::Path;

#[cfg(unix)]
use crate::disk::hands;

/// Says whether the home is another person's, kept by a program that changed the account (sudo, doas, pkexec): what this
/// account made there would not be that person's any more, from the shell's start-up files to the cache.
///
/// A home of another owner alone is no sign of that: containers of build services run as root with the home of an account
/// that only their host knows. Root's own home is nobody's, so to speak: an ordinary account cannot write there.
#[cfg(unix)]
pub fn is_anothers_home(home: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let Ok(owner) = std::fs::metadata(home).map(|found| found.uid()) else { return false };
    let became_another = CHANGERS.iter().any(|variable| std::env::var_os(variable).is_some());
    became_another && owner != ROOT && owner != rustix::process::geteuid().as_raw()
}

/// Windows keeps an account's own folders when a program gets more rights.
#[cfg(not(unix))]
pub fn is_anothers_home(_: &Path) -> bool {
    false
}

/// What programs that change the account leave in the environment: who it was before.
#[cfg(unix)]
const CHANGERS: [&str; 3] = ["SUDO_UID", "DOAS_USER", "PKEXEC_UID"];
/// Says whether what lies in a folder is for other accounts, too: root puts it outside of its own home, and they come there.
#[cfg(unix)]
pub fn is_for_others(folder: &Path, home: &Path) -> bool {
    let is_root = rustix::process::geteuid().as_raw() == ROOT;
    is_root && !folder.starts_with(home) && hands::closed_to_others(folder).is_none()
}

/// Windows is not asked.
#[cfg(not(unix))]
pub fn is_for_others(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(unix)]
const ROOT: u32 = 0;

//! Who may write to what this process and its children make.

/// Lets nobody but this person write to what this process and its children make from now on.
pub fn tighten() {
    #[cfg(unix)]
    {
        use rustix::fs::Mode;
        let shared = Mode::WGRP | Mode::WOTH;
        let old = rustix::process::umask(shared);
        rustix::process::umask(old | shared);
    }
}

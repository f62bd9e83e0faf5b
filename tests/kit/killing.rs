//! Kills what a program has started, as a power cut would.

use fs_err as fs;
use rustix::process::{Pid, Signal, kill_process};

/// The processes that a process has started, and that these have.
pub fn descendants(parent: u32) -> Vec<u32> {
    let processes = fs::read_dir("/proc").unwrap().flatten();
    let pids = processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let families: Vec<(u32, u32)> = pids.filter_map(|pid| Some((pid, parent_of(pid)?))).collect();
    let mut found = vec![parent];
    let mut next = 0;
    while let Some(&one) = found.get(next) {
        found.extend(families.iter().filter(|(_, parent)| *parent == one).map(|(pid, _)| *pid));
        next += 1;
    }
    found.split_off(1)
}

/// The second field behind the name, which may hold anything (proc(5)); `None` for one that has ended.
fn parent_of(pid: u32) -> Option<u32> {
    let stat = fs::read(format!("/proc/{pid}/stat")).ok()?;
    let text = String::from_utf8_lossy(&stat);
    text.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()
}

/// Kills a process; one that has just ended is no matter.
pub fn kill(pid: u32) {
    kill_process(Pid::from_raw(i32::try_from(pid).unwrap()).unwrap(), Signal::KILL).unwrap_or_default();
}

//! Groups of processes: a child leads one of its own, so that it and its children end together.

/// Lets a child lead a group of its own.
#[cfg(unix)]
pub(super) fn lead(builder: &mut std::process::Command) {
    use std::os::unix::process::CommandExt;
    builder.process_group(0);
}

#[cfg(windows)]
pub(super) fn lead(builder: &mut std::process::Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    const CREATE_NEW_PROCESS_GROUP: u32 = 0x0000_0200;
    builder.creation_flags(CREATE_NO_WINDOW | CREATE_NEW_PROCESS_GROUP);
}

/// Kills a leader and all its group.
#[cfg(unix)]
pub(super) fn kill(leader: u32) {
    let group = i32::try_from(leader).ok().and_then(rustix::process::Pid::from_raw);
    let killed = group.map(|group| rustix::process::kill_process_group(group, rustix::process::Signal::KILL));
    if let Some(Err(error)) = killed {
        log::debug!("process group {leader} could not be killed: {error}");
    }
}

/// Windows has no groups to kill without a job object: its own tool walks the tree of children.
#[cfg(windows)]
pub(super) fn kill(leader: u32) {
    let root = std::env::var_os("SystemRoot").unwrap_or_else(|| "C:\\Windows".into());
    let tool = std::path::Path::new(&root).join("System32").join("taskkill.exe");
    let mut builder = std::process::Command::new(tool);
    builder.args(["/T", "/F", "/PID", &leader.to_string()]);
    builder.stdin(std::process::Stdio::null()).stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    lead(&mut builder);
    if let Err(error) = builder.status() {
        log::debug!("the children of {leader} could not be killed: {error}");
    }
}

//! The groups of processes that run now, so that none outlives an end without return.

use std::collections::BTreeSet;
use std::io;
use std::process::{Child, Command, ExitStatus};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

use super::{TICK, cancelled, group};

/// Kills every child with its children, and lets none start from now on: this process is about to end.
pub fn kill_all() {
    let mut waited = Duration::ZERO;
    let mut running = loop {
        match RUNNING.try_lock() {
            Ok(running) => break running,
            Err(TryLockError::Poisoned(poisoned)) => break poisoned.into_inner(),
            // A program on a disk that does not answer is still being started: there is nothing to kill yet.
            Err(TryLockError::WouldBlock) if waited >= PATIENCE_WITH_A_START => return,
            Err(TryLockError::WouldBlock) => {
                std::thread::sleep(TICK);
                waited += TICK;
            }
        }
    };
    running.over = true;
    running.groups.iter().for_each(|leader| group::kill(*leader));
}

/// Starts a child that leads a group of its own, unless all is over.
pub(super) fn start(builder: &mut Command) -> io::Result<Child> {
    let mut running = running();
    if running.over {
        return Err(cancelled());
    }
    let child = builder.spawn()?;
    running.groups.insert(child.id());
    Ok(child)
}

/// Asks whether a child has ended. Its number is free again from then on, so that it is forgotten at the same moment.
pub(super) fn ended(child: &mut Child) -> io::Result<Option<ExitStatus>> {
    let mut running = running();
    let status = child.try_wait()?;
    if status.is_some() {
        running.groups.remove(&child.id());
    }
    Ok(status)
}

/// Forgets a child that was killed and has not been waited for.
pub(super) fn forget(child: &Child) {
    running().groups.remove(&child.id());
}

/// A group is in it from its start until just before its leader's number is free again.
struct Running {
    groups: BTreeSet<u32>,
    /// Set by [`kill_all`].
    over: bool,
}

static RUNNING: Mutex<Running> = Mutex::new(Running { groups: BTreeSet::new(), over: false });

fn running() -> MutexGuard<'static, Running> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How long [`kill_all`] waits for a child that is being started.
const PATIENCE_WITH_A_START: Duration = Duration::from_secs(1);

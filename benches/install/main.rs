//! The whole install of the carried Tahoe-LAFS release, measured against what people would use instead.
//!
//! Everything comes from one loopback index and is installed in turns. Each turn is read when the installer has ended,
//! and when `tahoe --version` has answered after that, where an installation without bytecode pays for it. Only the
//! ratios mean something beyond the machine at hand. It prints and never judges.
//!
//! `cargo bench --bench install -- 5` makes five rounds; `-- one-wheel` measures the upgrade of one wheel, in ten minutes.
//! `uv` and `pipx` take part if they are on the PATH. The variable `QUOC_BENCH_PROGRAM` names another build of quoc than the
//! one that cargo made for the bench.
//!
//! Nothing is deleted while it runs: ext4 will not reuse an inode for minutes after its file was deleted, and making
//! thousands of files then takes several times as long.
#![allow(missing_docs, unreachable_pub, clippy::print_stdout, reason = "a bench")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a bench")]
#![allow(clippy::disallowed_methods, reason = "a bench is its own edge")]

mod contenders;
mod index;
#[path = "../../tests/kit/mod.rs"]
mod kit;
mod memory;
mod one_wheel;
mod records;
mod second_run;
mod stage;
mod table;

use std::time::{Duration, Instant};

use contenders::Contender;
use index::Index;
use stage::Stage;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if !arguments.iter().any(|argument| argument == "--bench") {
        println!("the install bench needs the network and minutes: cargo bench --bench install");
        return;
    }
    if arguments.iter().any(|argument| argument == "one-wheel") {
        return one_wheel::print(&Stage::set());
    }
    let rounds = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(5);
    let stage = Stage::set();
    let index = Index::of_the_carried_release(&stage);
    let contenders = contenders::all(&stage);
    table::machine(&stage);
    let mut turns = vec![Vec::new(); contenders.len()];
    for round in 0..rounds {
        for place in 0..contenders.len() {
            // Nobody is always the one after the same other one.
            let which = (place + round) % contenders.len();
            turns[which].push(turn(&contenders[which], round, &stage, &index));
        }
    }
    table::installs(&contenders, &turns);
    records::print(&stage, rounds);
    second_run::print(&stage, &index);
    memory::print(&stage, &index);
}

/// How long one turn took.
#[derive(Clone, Copy)]
pub struct Turn {
    /// Until the installer had ended.
    pub ended: Duration,
    /// Until the installed command had answered, too.
    pub answered: Duration,
    /// What all of it took of the processors.
    pub processor: Duration,
}

/// Lets one contender install, from nothing to the answer of the installed command.
fn turn(contender: &Contender, round: usize, stage: &Stage, index: &Index) -> Turn {
    let folder = stage.folder(&format!("{}-{round}", contender.short));
    let steps = (contender.steps)(stage, index, &folder);
    let mut version = stage.command(steps.commands.join("tahoe"), &folder);
    version.arg("--version");
    // What the turn before left to be written is not this one's.
    stage.command("sync", &folder).status().unwrap();
    let (before, start) = (stage::processor_time(), Instant::now());
    steps.install.into_iter().for_each(|command| drop(stage::output(command)));
    let ended = start.elapsed();
    let said = stage::output(version);
    let (answered, processor) = (start.elapsed(), stage::processor_time() - before);
    assert!(said.contains("tahoe-lafs/"), "{}: {said}", contender.name);
    Turn { ended, answered, processor }
}

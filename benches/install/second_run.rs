//! A run with nothing to do: how long it takes, and what it asks of the network.

use std::time::{Duration, Instant};

use crate::index::Index;
use crate::stage::{Stage, output};
use crate::table::{best, median};

/// Runs quoc again where it is installed.
pub fn print(stage: &Stage, index: &Index) {
    let folder = stage.folder("quoc-0");
    let mut times: Vec<Duration> = Vec::new();
    let mut asked = Vec::new();
    for _ in 0..RUNS {
        index.server.forget();
        let mut again = stage.quoc(&folder);
        again.args(["--repository", &index.repository(), "--index-url", &index.simple()]);
        let start = Instant::now();
        let said = output(again);
        times.push(start.elapsed());
        assert!(said.contains("\"up-to-date\""), "{said}");
        asked = index.server.seen();
    }
    println!("\nA second run, with nothing to do: {:.1} ms (best {:.1})", median(&times) * 1e3, best(&times) * 1e3);
    for seen in asked {
        println!("  {} {} {} ({} bytes)", seen.method, seen.path, seen.status, seen.sent);
    }
}

const RUNS: usize = 10;

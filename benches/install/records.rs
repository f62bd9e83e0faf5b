//! Where quoc's time goes, by its own log, and what comparing every installed file with its wheel costs.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use fs_err as fs;

use crate::stage::Stage;
use crate::table::{best, median};

/// Prints the steps, and the comparison beside `sha256sum` over the same files on one core.
pub fn print(stage: &Stage, rounds: usize) {
    let logs: Vec<Vec<Line>> = (0..rounds).map(|round| log(&stage.folder(&format!("quoc-{round}")))).collect();
    println!("\n| step of quoc's own install | best | median |\n|---|---|---|");
    for (step, (from, to)) in STEPS {
        let times: Vec<Duration> = logs.iter().map(|log| between(log, from, to)).collect();
        println!("| {step} | {:.3} s | {:.3} s |", best(&times), median(&times));
    }
    let compared: Vec<Duration> = logs.iter().map(|log| between(log, "installed", "compared every file")).collect();
    let files = files(&stage.folder("quoc-0").join("prefix/tahoe-lafs/generations/1"));
    let bytes: u64 = files.iter().map(|file| fs::metadata(file).unwrap().len()).sum();
    let hashed: Vec<Duration> = (0..rounds.max(3)).map(|_| sha256sum(stage, &files)).collect();
    println!(
        "\nComparing {} files ({} MB): {:.3} s; `sha256sum` over them on one core: {:.3} s; ratio {:.2} (best {:.2})",
        files.len(),
        bytes / 1_000_000,
        median(&compared),
        median(&hashed),
        median(&compared) / median(&hashed),
        best(&compared) / best(&hashed),
    );
}

/// A line of the log: when, and what.
type Line = (Duration, String);

fn log(folder: &Path) -> Vec<Line> {
    let text = fs::read_to_string(folder.join("log")).unwrap();
    let line = |line: &str| {
        let (seconds, rest) = line.trim_start().split_once(' ')?;
        let what = rest.split_once(' ')?.1.trim_start().to_owned();
        Some((Duration::from_secs_f64(seconds.parse().ok()?), what))
    };
    text.lines().filter_map(line).collect()
}

fn between(log: &[Line], from: &str, to: &str) -> Duration {
    let at = |start: &str| {
        let line = log.iter().find(|(_, what)| what.starts_with(start));
        line.unwrap_or_else(|| panic!("the log has no line {start:?}: {log:?}")).0
    };
    at(to) - at(from)
}

/// Every file that was there when they were compared: the bytecode came later.
fn files(generation: &Path) -> Vec<PathBuf> {
    let (mut files, mut folders) = (Vec::new(), vec![generation.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let kind = entry.file_type().unwrap();
            if kind.is_file() {
                files.push(entry.path());
            } else if kind.is_dir() && entry.file_name() != "__pycache__" {
                folders.push(entry.path());
            }
        }
    }
    files
}

fn sha256sum(stage: &Stage, files: &[PathBuf]) -> Duration {
    let mut command = stage.command("taskset", &stage.folder("first"));
    command.args(["-c", "0", "sha256sum"]).args(files).stdout(Stdio::null());
    let start = Instant::now();
    assert!(command.status().unwrap().success());
    start.elapsed()
}

const STEPS: [(&str, (&str, &str)); 11] = [
    ("start, judging the release", ("quoc", "release")),
    ("planning, asking the Pythons", ("release", "plan")),
    ("fetching", ("plan", "every file is there")),
    ("screening the wheels", ("every file is there", "screened")),
    ("making the environment", ("screened", "made")),
    ("waiting for pip to be unpacked and compiled", ("made", "pip is ready")),
    ("pip install, and compiling beside it", ("pip is ready", "installed")),
    ("comparing every file", ("installed", "compared")),
    ("what the compiler still needs", ("compared every file", "bytecode of")),
    ("smoke test, pip check", ("bytecode of", "smoke test")),
    ("waiting for the disk", ("smoke test", "phase Activating")),
];

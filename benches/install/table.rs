//! What is printed: the machine, and the table of installs.

use std::time::Duration;

use fs_err as fs;

use crate::Turn;
use crate::contenders::Contender;
use crate::stage::{Stage, output};

/// Says on what it was measured.
pub fn machine(stage: &Stage) {
    let cores = std::thread::available_parallelism().unwrap();
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let system = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME=")).unwrap_or_default().to_owned();
    let python = output(stage.command(&stage.python, &stage.folder("first")).args(["-I", "--version"]));
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default().to_owned();
    println!("\n{cores} cores, {}, {python}; load before it began: {load}", system.trim_matches('"'));
}

/// Prints what every contender took, and the ratios to the first.
pub fn installs(contenders: &[Contender], turns: &[Vec<Turn>]) {
    println!(
        "\n| Tahoe-LAFS from a loopback index | {} |",
        READINGS.map(|(name, _)| format!("{name} | ratio")).join(" | ")
    );
    println!("|---{}|", "|---|---".repeat(READINGS.len()));
    for (contender, own) in contenders.iter().zip(turns) {
        let cells = READINGS.map(|(_, reading)| {
            let times: Vec<Duration> = own.iter().map(reading).collect();
            format!("{:.2} s ({:.2}) | {:.2}", median(&times), best(&times), ratio(own, &turns[0], reading))
        });
        println!("| {} | {} |", contender.name, cells.join(" | "));
    }
    println!("\n{} rounds, in turns; medians (and bests)", turns[0].len());
}

/// The machine may be busier in one round than in another: each is compared within itself, and the median is taken.
fn ratio(own: &[Turn], plain: &[Turn], reading: Reading) -> f64 {
    let ratios = own.iter().zip(plain).map(|(own, plain)| reading(own).div_duration_f64(reading(plain)));
    let mut ratios: Vec<f64> = ratios.collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

/// Returns the shortest, in seconds.
pub fn best(times: &[Duration]) -> f64 {
    times.iter().min().unwrap().as_secs_f64()
}

/// Returns the one in the middle, in seconds; the slower of two.
pub fn median(times: &[Duration]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort();
    sorted[sorted.len() / 2].as_secs_f64()
}

type Reading = fn(&Turn) -> Duration;

const READINGS: [(&str, Reading); 3] = [
    ("installed", |turn| turn.ended),
    ("`tahoe --version` answered", |turn| turn.answered),
    ("processor time of all", |turn| turn.processor),
];

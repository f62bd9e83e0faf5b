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

/// Prints the seconds of every contender and the ratio to the first.
pub fn installs(contenders: &[Contender], turns: &[Vec<Turn>]) {
    println!("\n| Tahoe-LAFS from a loopback index | installed | best | ratio | `tahoe --version` answered | ratio |");
    println!("|---|---|---|---|---|---|");
    for (contender, own) in contenders.iter().zip(turns) {
        let installed: Vec<Duration> = own.iter().map(|turn| turn.installed).collect();
        let answered: Vec<Duration> = own.iter().map(|turn| turn.answered).collect();
        println!(
            "| {} | {:.2} s | {:.2} s | {:.2} | {:.2} s | {:.2} |",
            contender.name,
            median(&installed),
            best(&installed),
            ratio(own, &turns[0], |turn| turn.installed),
            median(&answered),
            ratio(own, &turns[0], |turn| turn.answered),
        );
    }
    println!(
        "\n{} rounds, in turns; medians, also of the ratios to the first line's time in the same round",
        turns[0].len()
    );
}

/// The machine may be busier in one round than in another: each is compared within itself.
fn ratio(own: &[Turn], plain: &[Turn], time: impl Fn(&Turn) -> Duration) -> f64 {
    let ratios = own.iter().zip(plain).map(|(own, plain)| time(own).div_duration_f64(time(plain)));
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

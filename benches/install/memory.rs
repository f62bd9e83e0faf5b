//! The most memory that the stub itself takes: during the install, and with one huge artifact.
//!
//! Read from `/proc/<pid>/status`: the kernel hands a parent's peak on to the children it starts, so that
//! `wait4`'s would be the bench's own, and it counts pip, which is not the stub.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::index::Index;
use crate::kit::repository::Repository;
use crate::kit::wheel::Wheel;
use crate::stage::Stage;

/// Prints both peaks.
pub fn print(stage: &Stage, index: &Index) {
    let mut tahoe = stage.quoc(&stage.folder("memory-tahoe"));
    tahoe.args(["--repository", &index.repository(), "--index-url", &index.simple()]);
    println!("\nPeak memory of quoc itself, installing Tahoe-LAFS: {:.1} MB", peak(tahoe));
    let folder = stage.folder("memory-huge");
    publish_huge(index, &folder);
    let mut huge = stage.quoc(&folder);
    huge.arg("--profile").arg(&folder);
    println!("Peak memory of quoc itself, one artifact of {} MB: {:.1} MB", HUGE / 1_000_000, peak(huge));
}

/// Publishes an application whose one wheel holds a huge file, to be fetched from the server.
fn publish_huge(index: &Index, folder: &Path) {
    let mut bytes = vec![0; HUGE];
    fastrand::Rng::with_seed(7).fill(&mut bytes);
    let wheel = Wheel::new("huge", "1.0")
        .file("huge_data.bin", &bytes)
        .module("huge.py", "def main():\n    print('huge 1.0')\n")
        .script("huge", "huge:main")
        .built();
    let url = index.server.put(&format!("/files/{}", wheel.file_name), wheel.bytes.clone());
    Repository::new("huge", "1.0").wheel_at(url, wheel).publish(folder);
}

/// Runs a command and returns the peak of its resident set in MB.
fn peak(mut command: Command) -> f64 {
    let mut child = command.stdout(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let ended = loop {
        peak = peak.max(high_water_mark(&status).unwrap_or(0));
        if let Some(ended) = child.try_wait().unwrap() {
            break ended;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    assert!(ended.success(), "{command:?}: {ended}");
    peak as f64 * 1024.0 / 1e6
}

/// In KiB; a process that has ended has none.
fn high_water_mark(status: &str) -> Option<u64> {
    let text = fs_err::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}

const HUGE: usize = 300_000_000;

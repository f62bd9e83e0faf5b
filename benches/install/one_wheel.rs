//! An upgrade of which one wheel of all is another one: how long it takes, with everything else as it was and with
//! everything made anew; and how long a look takes that finds nothing newer.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::kit::repository::{Published, Repository};
use crate::kit::server::Server;
use crate::kit::tahoe;
use crate::kit::wheel::Wheel;
use crate::stage::{Stage, output, processor_time};
use crate::table::{best, median};

/// Upgrades the whole application by one wheel, and makes it anew, each time where it was upgraded once before, so that
/// an old version is removed, too.
pub fn print(stage: &Stage) {
    let (server, web) = (Server::start(), tempfile::tempdir().unwrap());
    let upgraded: Vec<_> = (0..ROUNDS).map(|round| stage.folder(&format!("one-wheel-{round}"))).collect();
    let anew: Vec<_> = (0..ROUNDS).map(|round| stage.folder(&format!("anew-{round}"))).collect();
    let first = Repository::new("one-more", "1.0").address(server.url("/"));
    let mut repository = release(first, stage, 0);
    let published = repository.publish(web.path());
    server.put_folder("/", &published.repository);
    let each = |folders: &[PathBuf], words: &[&str], said: &str| -> Vec<_> {
        folders.iter().map(|folder| run(stage, folder, &published, words, said)).collect()
    };
    let all = [upgraded.clone(), anew.clone()].concat();
    each(&all, &["install"], "\"action\":\"install\"");
    repository = release(repository.relocked("1.1"), stage, 1);
    repository.publish(web.path());
    each(&all, &["upgrade"], "\"action\":\"upgrade\"");
    std::thread::sleep(UNTIL_INODES_ARE_FREE);
    let anew = each(&anew, &["repair", "--anew"], "\"action\":\"repair\"");
    release(repository.relocked("1.2"), stage, 2).publish(web.path());
    let upgrades = each(&upgraded, &["upgrade"], "\"action\":\"upgrade\"");
    let looks = each(&upgraded, &["check"], "\"upgrade\":false");
    let wheels = stage.wheels_installed().len() + 1;
    println!("\nOver loopback, {wheels} wheels, {ROUNDS} rounds; medians (and bests), and the processors' time");
    for (what, runs) in
        [("An upgrade of one wheel", &upgrades), ("The same made anew", &anew), ("A check with nothing newer", &looks)]
    {
        let (times, processor): (Vec<_>, Vec<_>) = runs.iter().copied().unzip();
        println!("{what}: {:.3} s ({:.3}), {:.2} s", median(&times), best(&times), median(&processor));
    }
}

/// All that is installed, and one wheel that is another one each time, with a hundred modules.
fn release(repository: Repository, stage: &Stage, round: usize) -> Repository {
    let version = format!("1.{round}");
    let modules = (0..100).fold(Wheel::new("one-more", &version), |wheel, number| {
        wheel.module(&format!("one_more/module{number}.py"), &format!("VALUE = {round}\n").repeat(500))
    });
    tahoe::locked(repository, stage.wheels_installed()).wheel(modules.built())
}

fn run(stage: &Stage, folder: &Path, published: &Published, words: &[&str], says: &str) -> (Duration, Duration) {
    let mut command = stage.quoc(folder);
    command.args(words).arg("--profile").arg(&published.profile_folder);
    stage.command("sync", folder).status().unwrap();
    let (before, start) = (processor_time(), Instant::now());
    let said = output(command);
    let took = (start.elapsed(), processor_time() - before);
    assert!(said.contains(says), "{said}");
    took
}

const ROUNDS: usize = 5;
/// ext4 passes by what was deleted in the last minute, or in the last six where the table of inodes waits to be written, and
/// looks at each of these inodes for every new file.
const UNTIL_INODES_ARE_FREE: Duration = Duration::from_secs(365);

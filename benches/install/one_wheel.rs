//! An upgrade of which one wheel of all is another one: how long it takes, with everything else as it was and with
//! everything made anew; and how long a look takes that finds nothing newer.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::kit::repository::{Published, Repository};
use crate::kit::server::Server;
use crate::kit::tahoe;
use crate::kit::wheel::Wheel;
use crate::stage::{Stage, output, processor_time};
use crate::table::{best, median};

/// Upgrades the whole application again and again, each time by one wheel.
pub fn print(stage: &Stage) {
    let (server, web, folder) = (Server::start(), tempfile::tempdir().unwrap(), stage.folder("one-wheel"));
    let first = Repository::new("one-more", "1.0").address(server.url("/"));
    let mut repository = release(first, stage, 0);
    let published = repository.publish(web.path());
    server.put_folder("/", &published.repository);
    let run = |words: &[&str], said: &str| run(stage, &folder, &published, words, said);
    run(&["install"], "\"action\":\"install\"");
    let (mut upgrades, mut anew, mut looks) = (Vec::new(), Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        repository = release(repository.relocked(&format!("1.{round}")), stage, round);
        repository.publish(web.path());
        upgrades.push(run(&["upgrade"], "\"action\":\"upgrade\""));
        looks.push(run(&["check"], "\"upgrade\":false"));
        anew.push(run(&["repair", "--anew"], "\"action\":\"repair\""));
    }
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

const ROUNDS: usize = 4;

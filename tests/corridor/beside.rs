//! Two runs at once.

use std::process::Stdio;
use std::time::{Duration, Instant};

use fs_err as fs;
use serde_json::Value;

use crate::installed;
use crate::kit::machine::Machine;
use crate::kit::repository::Repository;
use crate::kit::wheel::Wheel;

#[test]
fn what_a_killed_run_left_running_keeps_the_next_run_away_until_it_ends() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let (gate, mark) = (place.path().join("gate"), place.path().join("mark"));
    let code = format!(
        "import os, time\ndef main():\n    while os.path.exists('{}'):\n        open('{}', 'w').close()\n        \
         time.sleep(0.05)\n",
        gate.display(),
        mark.display()
    );
    let slow = Wheel::new("demo", "1.0").module("demo.py", &code).script("demo", "demo:main");
    let published = Repository::new("demo", "1.0").wheel(slow.built()).publish(&place.path().join("published"));
    fs::write(&gate, "").unwrap();
    let mut killed = machine.command(&published.profile_folder, &[]).stdout(Stdio::null()).spawn().unwrap();
    let until = |done: &dyn Fn() -> bool| {
        let patience = Instant::now() + Duration::from_secs(120);
        while !done() {
            assert!(Instant::now() < patience, "it never came");
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    until(&|| mark.exists());
    killed.kill().unwrap();
    killed.wait().unwrap();
    machine.quoc(&published.profile_folder, &[]).is(17, "busy");
    fs::remove_file(&gate).unwrap();
    until(&|| machine.quoc(&published.profile_folder, &[]).status == 0);
}

#[test]
fn a_second_run_waits_for_the_first_says_so_and_then_does_its_work() {
    let place = tempfile::tempdir().unwrap();
    let (machine, _, published) = installed(place.path(), "1.0");
    let lock = fs::OpenOptions::new().write(true).open(machine.folder("demo").join("quoc.lock")).unwrap();
    lock.file().lock().unwrap();
    machine.quoc(&published.profile_folder, &["--wait", "1"]).is(17, "busy");
    let mut waiting = machine.command(&published.profile_folder, &["--wait", "600"]);
    let mut waiting = waiting.stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(waiting.stdout.take().unwrap()));
    let said = lines.find(|line| line.as_ref().unwrap().contains("\"waiting\"")).unwrap().unwrap();
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((&said["event"], &said["limit"]), (&"waiting".into(), &600_000.into()));
    drop(lock);
    let rest: Vec<String> = lines.map(Result::unwrap).collect();
    assert!(rest.last().unwrap().contains("up-to-date"), "{rest:?}");
    assert!(waiting.wait().unwrap().success());
}

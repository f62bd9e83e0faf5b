//! `--replay`: a run that `--json` recorded is played into the window.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fs_err as fs;
use quoc::messages::Arguments;
use serde_json::Value;

use super::demo::Demo;
use super::desk::Desk;
use super::opened::{Opened, program};
use super::walk::has_come;

#[test]
#[ignore = "needs a screen: .ci/window"]
fn a_recorded_run_is_played_at_its_own_pace_and_nothing_is_done() {
    let (desk, demo) = (Desk::new("replay").managed(), Demo::new());
    desk.listen(true);
    demo.drips(800);
    let recorded = demo.machine.command(demo.profile(), &[]).output().unwrap();
    assert!(recorded.status.success());
    let file = demo.machine.home("run.jsonl");
    fs::write(&file, &recorded.stdout).unwrap();
    let last: Value =
        serde_json::from_slice(recorded.stdout.trim_ascii_end().rsplit(|byte| *byte == b'\n').next().unwrap()).unwrap();
    let planned = String::from_utf8_lossy(&recorded.stdout).lines().find_map(|line| {
        let line: Value = serde_json::from_str(line).unwrap();
        (line["event"] == "planned").then(|| line["at"].as_u64().unwrap())
    });
    let length = Duration::from_millis(last["at"].as_u64().unwrap() - planned.unwrap());
    demo.machine.quoc(demo.profile(), &["uninstall", "--yes"]).did("uninstall");
    demo.server.forget();

    let mut window = Opened::new(&desk, &demo.machine, demo.profile(), &["--replay", file.to_str().unwrap()]);
    window.wait_for_focus("window-install");
    let start = Instant::now();
    window.press(&["Return"]);
    window.wait_for("bytes that arrive", has_come(20.0));
    window.picture("working");
    window.wait_for_name(&window.text("window-ready", &Arguments::new().text("name", "The demo application")));
    let took = start.elapsed();
    window.picture("ready");
    assert!(took >= length && took < length * 5 / 4 + Duration::from_secs(5), "{took:?} instead of {length:?}");
    assert!(demo.machine.says("demo").is_none() && demo.server.seen().is_empty());
    window.click("window-close");
    assert_eq!(window.ended(), Some(0));

    let torn = demo.machine.home("torn.jsonl");
    let half = recorded.stdout.len() * 2 / 3;
    fs::write(&torn, &recorded.stdout[..half]).unwrap();
    let mut window = Opened::new(&desk, &demo.machine, demo.profile(), &["--replay", torn.to_str().unwrap()]);
    window.wait_for_focus("window-install");
    window.press(&["Return"]);
    window.wait_for_word("window-stopped");
    window.click("window-close");
    assert_eq!(window.ended(), Some(130));
}

#[test]
#[ignore = "needs a screen: .ci/window"]
fn what_is_no_recording_opens_no_window_and_installs_nothing() {
    let (desk, demo) = (Desk::new("no-replay"), Demo::new());
    let letter = demo.machine.home("letter.txt");
    fs::write(&letter, "Dear diary,\n").unwrap();
    let plays = |file: &str, display: bool| {
        let mut command = Command::new(program());
        demo.machine.at_home(&mut command);
        if display {
            desk.laid_on(&mut command);
        }
        command.args(["--replay", file, "--profile"]).arg(demo.profile());
        command.stdin(Stdio::null()).output().unwrap()
    };
    for file in [letter.to_str().unwrap(), "/no/such/file"] {
        let ended = plays(file, true);
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert_eq!(ended.status.code(), Some(2), "{said}");
        assert!(said.contains("usage-bad-value") && said.contains(file), "{said}");
    }
    // Without a display a recording is played in the terminal, and nothing is installed either.
    let recorded = demo.machine.command(demo.profile(), &["status"]).output().unwrap();
    assert!(recorded.status.success());
    let file = demo.machine.home("run.jsonl");
    let run = demo.machine.command(demo.profile(), &[]).output().unwrap();
    fs::write(&file, run.stdout).unwrap();
    demo.machine.quoc(demo.profile(), &["uninstall", "--yes"]).did("uninstall");
    let ended = plays(file.to_str().unwrap(), false);
    assert_eq!(ended.status.code(), Some(0), "{}", String::from_utf8_lossy(&ended.stderr));
    assert!(demo.machine.says("demo").is_none());
}

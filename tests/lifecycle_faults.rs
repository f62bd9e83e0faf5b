//! Whatever fails, is full, forbidden or gone, and however the clock is set: the version that was there runs on, and the
//! next run comes to the same end. Disks that are full and folders that are read-only are real ones, mounted in a
//! namespace of this test's own.
//!
//! `cargo test` takes some of it, other cases each time; `QUOC_ACTS` says how much, and `.ci/kills` sets it.
#![cfg(target_os = "linux")]
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "tests run the program from outside")]

mod kit;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use fs_err as fs;
use kit::acts::{self, At};
use kit::machine::Run;
use kit::scene::{Before, Scene, VERBS, Verb, chosen, few, random, some, verb};

const EIO: i32 = 5;
const EACCES: i32 = 13;
const ENOSPC: i32 = 28;
const ONWARDS: usize = usize::MAX >> 8;

/// How runs ended, for the figures that a test prints.
#[derive(Default)]
struct Ends(BTreeMap<String, usize>);

impl Ends {
    /// Holds a run that something happened to, and the next one, to what must stand.
    fn take(&mut self, scene: &Scene, verb: &Verb, run: &Run, what: &str) {
        assert_ne!(run.last("code"), "internal", "{what}: {:#?}", run.events.last());
        scene.still_runs(verb, what);
        self.count(run);
        scene.comes_to_the_same_end_but_for_downloads(verb, what);
    }

    fn count(&mut self, run: &Run) {
        let code = if run.status == 0 { "well" } else { run.last("code") };
        *self.0.entry(code.to_owned()).or_default() += 1;
    }

    fn print(&self, what: &str) {
        let all: usize = self.0.values().sum();
        println!("{what}: {all} runs, {all} recovered; they ended with {:?}", self.0);
    }
}

#[test]
fn whatever_act_fails_the_version_before_runs_and_the_next_run_is_well() {
    let (mut scene, mut random, mut ends) = (Scene::new(), random(), Ends::default());
    let kinds = [(EIO, 0), (ENOSPC, ONWARDS), (EACCES, ONWARDS)];
    let cases = VERBS.iter().flat_map(|verb| kinds.map(|kind| (verb, kind)));
    for (verb, (errno, more)) in some(cases, few(5), &mut random) {
        let acts = scene.undisturbed(verb);
        let all = few(1) == usize::MAX;
        for act in chosen(&acts, if all { acts.len() } else { 1 }, &mut random) {
            scene.put_back(verb.before);
            let (output, seen) = scene.disturbed(verb, Some(At::Fail { act, errno, more }));
            let what = format!("{}: error {errno} at {act} ({:?})", verb.name, seen.get(act - 1));
            ends.take(&scene, verb, &Run::of(&output), &what);
        }
    }
    ends.print("acts that fail");
}

/// Runs a verb, and does something as soon as a line of `--json` has a part.
fn at_line(mut command: Command, part: &str, act: impl FnOnce()) -> Run {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut act, mut stdout) = (Some(act), Vec::new());
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        if line.contains(part)
            && let Some(act) = act.take()
        {
            act();
        }
        stdout.extend_from_slice(line.as_bytes());
        stdout.push(b'\n');
    }
    let output = child.wait_with_output().unwrap();
    Run::of(&std::process::Output { stdout, ..output })
}

/// What a run says when it enters a phase.
const PHASES: [&str; 5] = ["\"judging\"", "\"fetching\"", "\"installing\"", "\"checking\"", "\"activating\""];

#[test]
fn whichever_folder_vanishes_the_next_run_comes_to_the_same_end() {
    let (mut scene, mut random, mut ends) = (Scene::new(), random(), Ends::default());
    let upgrade = verb("upgrade");
    scene.undisturbed(upgrade);
    let folders = [
        "cache",
        "cache/quoc/artifacts",
        "tmp",
        ".local/bin",
        ".local/share/applications",
        ".local/share/quoc/demo/scratch",
        ".local/share/quoc/demo/trust",
        ".local/share/quoc/demo/generations/2",
        ".local/share/quoc/demo/logs",
        ".local/share/quoc/demo",
    ];
    let cases = folders.iter().flat_map(|folder| PHASES.map(|phase| (*folder, phase)));
    for (folder, phase) in some(cases, few(3), &mut random) {
        vanishes(&scene, &mut ends, folder, phase);
    }
    ends.print("folders that vanish");
}

/// A folder is there no more, from one instant on, with all in it.
fn vanishes(scene: &Scene, ends: &mut Ends, folder: &str, phase: &str) {
    let upgrade = verb("upgrade");
    scene.put_back(upgrade.before);
    let what = format!("{folder} vanishes while {phase}");
    let (path, tmp) = (scene.machine.home(folder), scene.machine.home("tmp"));
    let elsewhere = tempfile::tempdir().unwrap();
    fs::create_dir_all(&tmp).unwrap();
    let mut command = scene.command(upgrade.arguments);
    command.env("TMPDIR", &tmp);
    let run = at_line(command, phase, || {
        // It may not be there yet.
        std::fs::rename(&path, elsewhere.path().join("gone")).unwrap_or_default();
    });
    std::fs::remove_dir_all(&tmp).unwrap_or_default();
    assert_ne!(run.last("code"), "internal", "{what}: {:#?}", run.events.last());
    ends.count(&run);
    if folder == ".local/share/quoc/demo" {
        // With its folder the application is gone.
        scene.quoc(&["install", "--wait", "60"]).is(0, "");
        assert_eq!(scene.says().as_deref(), *upgrade.versions.last().unwrap(), "{what}");
        return;
    }
    if folder != ".local/bin" {
        scene.still_runs(upgrade, &what);
    }
    if folder.starts_with("cache") {
        // What nothing needs any more is not fetched again.
        scene.go_on(upgrade, &what);
        return assert_eq!(scene.says().as_deref(), *upgrade.versions.last().unwrap(), "{what}");
    }
    scene.comes_to_the_same_end(upgrade, &what);
}

#[test]
fn however_the_clock_is_set_what_runs_runs_and_a_right_clock_goes_on() {
    const YEAR: i64 = 365 * 24 * 60 * 60;
    let (mut scene, mut random, mut ends) = (Scene::new(), random(), Ends::default());
    let verbs = ["upgrade", "install", "repair", "go-back"].map(verb);
    // Nothing that the kit signs holds for so long.
    let clocks = [(100 * YEAR, 1), (-30 * YEAR, 1), (-YEAR / 12, 1), (100 * YEAR, 3), (-30 * YEAR, 3), (-3600, 2)];
    let cases = some(verbs.iter().flat_map(|verb| clocks.map(|clock| (*verb, clock))), few(3), &mut random);
    for (verb, (by, from)) in cases.into_iter().chain([(verbs[0], clocks[0])]) {
        scene.undisturbed(verb);
        scene.put_back(verb.before);
        let mut command = scene.command(verb.arguments);
        acts::clock(&mut command, by, from);
        let run = Run::of(&command.output().unwrap());
        let what = format!("{}: the clock is set by {by} s at look {from}", verb.name);
        if ["upgrade", "install"].contains(&verb.name) && (by, from) == clocks[0] {
            assert_eq!(run.status, 11, "{what}: nobody may believe what has ended: {:#?}", run.events.last());
        }
        ends.take(&scene, verb, &run, &what);
    }
    ends.print("clocks");
}

#[test]
fn many_runs_at_once_come_to_the_same_end_as_one() {
    let (mut scene, mut random) = (Scene::new(), random());
    let verbs = [(verb("upgrade"), "verify"), (verb("install"), "install"), (verb("repair"), "repair")];
    let cases = verbs.iter().flat_map(|verb| ["300", "0"].map(|patience| (*verb, patience)));
    for ((verb, also), patience) in some(cases, few(1), &mut random) {
        scene.undisturbed(verb);
        scene.put_back(verb.before);
        let runs: Vec<_> = [verb.arguments, verb.arguments, &[also], verb.arguments]
            .into_iter()
            .map(|arguments| {
                let mut command = scene.command(&[arguments, &["--wait", patience]].concat());
                command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
            })
            .collect();
        for child in runs {
            let run = Run::of(&child.wait_with_output().unwrap());
            // Whoever verifies before the others have begun finds what there is.
            let fits = [0, 17].contains(&run.status) || also == "verify" && [18, 19].contains(&run.status);
            assert!(fits && (patience == "0" || run.status != 17), "{}: {:#?}", verb.name, run.events.last());
        }
        scene.comes_to_the_same_end(verb, &format!("four runs at once: {}, {also}, waiting {patience}", verb.name));
    }
}

/// Runs a test of this file again as the owner of a namespace, in which it may mount. Where the system does not let a
/// person do that, it says so loudly; `.ci/kills` wants it.
fn in_a_namespace(test: &str) {
    let mut unshare = Command::new("unshare");
    unshare.args(["--user", "--map-root-user", "--mount"]);
    let may = Command::new("unshare").args(["--user", "--map-root-user", "--mount", "true"]).output();
    if !may.as_ref().is_ok_and(|output| output.status.success()) {
        assert!(std::env::var_os("QUOC_MUST_MOUNT").is_none(), "nobody may mount here: {may:?}");
        println!("NOT TESTED, for nobody may mount here: {may:?}");
        return;
    }
    let program = std::env::current_exe().unwrap();
    let output = unshare.arg(program).args(["--exact", test, "--ignored", "--nocapture"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
    said.lines().filter(|line| line.contains("recovered")).for_each(|line| println!("{line}"));
}

fn mount(arguments: &[&str], path: &Path) -> bool {
    Command::new("mount").args(arguments).arg(path).stderr(Stdio::null()).status().unwrap().success()
}

#[test]
fn on_a_disk_that_gets_full_the_version_before_runs_and_with_room_the_next_run_comes_to_the_same_end() {
    in_a_namespace("a_small_disk");
}

#[test]
#[ignore = "mounts; another test runs it in a namespace"]
fn a_small_disk() {
    let (mut scene, mut random, mut ends) = (Scene::new(), random(), Ends::default());
    let home = scene.machine.home("");
    let inside = |scene: &Scene, state: Before| {
        // A fresh disk each time, in the place of the home.
        Command::new("umount").arg(&home).stderr(Stdio::null()).status().unwrap();
        assert!(mount(&["-t", "tmpfs", "-o", "size=400m", "tmpfs"], &home));
        scene.put_back(state);
    };
    // Full from a moment on, or before it begins, but for so many bytes.
    let during = PHASES.iter().flat_map(|phase| [0, 300_000].map(|left| (Some(*phase), left)));
    let fillings: Vec<_> = during.chain([0, 200_000, 2_000_000, 8_000_000].map(|left| (None, left))).collect();
    let cases = VERBS.iter().flat_map(|verb| fillings.iter().map(move |filling| (verb, *filling)));
    for (verb, (moment, left)) in some(cases, few(4), &mut random) {
        scene.undisturbed(verb);
        inside(&scene, verb.before);
        let run = match moment {
            Some(phase) => at_line(scene.command(verb.arguments), phase, || fill(&home, left)),
            None => {
                fill(&home, left);
                scene.quoc(verb.arguments)
            }
        };
        std::fs::remove_file(home.join("ballast")).unwrap_or_default();
        ends.take(&scene, verb, &run, &format!("{}: {left} bytes left at {moment:?}", verb.name));
    }
    ends.print("a disk that gets full");
    assert!(Command::new("umount").arg(&home).status().unwrap().success());
}

/// Leaves so many bytes of a disk free.
fn fill(disk: &Path, left: u64) {
    let room = rustix::fs::statvfs(disk).unwrap();
    let ballast = fs::File::create(disk.join("ballast")).unwrap();
    let size = (room.f_bavail * room.f_frsize).saturating_sub(left);
    // What others write meanwhile is not there any more.
    let fits =
        |size: &u64| rustix::fs::fallocate(ballast.file(), rustix::fs::FallocateFlags::empty(), 0, *size).is_ok();
    let sizes = (0..200).map(|step| size.saturating_sub(step * 64 * 1024));
    assert!(sizes.filter(|size| *size > 0).any(|size| fits(&size)) || size < 64 * 1024, "the disk could not be filled");
}

#[test]
fn where_a_folder_gets_read_only_the_version_before_runs_and_later_the_next_run_comes_to_the_same_end() {
    in_a_namespace("read_only_folders");
}

#[test]
#[ignore = "mounts; another test runs it in a namespace"]
fn read_only_folders() {
    let (mut scene, mut random, mut ends) = (Scene::new(), random(), Ends::default());
    let folders = [".local/share/quoc", "cache", ".local/bin", ".local/share", ".local"];
    let moments = [None, Some(PHASES[2]), Some(PHASES[4])];
    let verbs = VERBS.iter().filter(|verb| verb.before != Before::Nothing);
    let at = |verb| folders.iter().flat_map(move |folder| moments.map(|moment| (verb, *folder, moment)));
    let cases = some(verbs.flat_map(at), few(3), &mut random);
    for (verb, folder, moment) in cases.into_iter().chain([(verb("upgrade"), folders[0], None)]) {
        scene.undisturbed(verb);
        scene.put_back(verb.before);
        let run = read_only(&scene, verb, &scene.machine.home(folder), moment);
        if moment.is_none() && verb.name == "upgrade" {
            // It is told by name.
            let text = run.end().to_string();
            assert!(run.status == 15 && text.contains(folder), "{folder}: {text}");
        }
        ends.take(&scene, verb, &run, &format!("{}: {folder} read-only at {moment:?}", verb.name));
    }
    ends.print("folders that are read-only");
}

/// Runs a verb while a folder may not be written, from a moment on.
fn read_only(scene: &Scene, verb: &Verb, folder: &Path, moment: Option<&str>) -> Run {
    assert!(mount(&["--bind", folder.to_str().unwrap()], folder));
    let run = match moment {
        None => {
            assert!(mount(&["-o", "remount,bind,ro"], folder));
            scene.quoc(verb.arguments)
        }
        Some(phase) => at_line(scene.command(verb.arguments), phase, || {
            // While a file is open for writing, the system refuses.
            (0..200).any(|_| mount(&["-o", "remount,bind,ro"], folder));
        }),
    };
    // Children that live on may still be there.
    assert!(Command::new("umount").arg("--lazy").arg(folder).status().unwrap().success());
    run
}

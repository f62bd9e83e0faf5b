//! Killed at every act on the disk and at any moment: the version that was there runs on, and the next run comes to the
//! same end.
//!
//! `cargo test` takes a few acts of each command, others each time; `QUOC_ACTS=all` takes every one, `QUOC_KILLS` says at how
//! many moments; `.ci/kills` sets both.
#![cfg(target_os = "linux")]
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "tests run the program from outside")]

mod kit;

use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use fs_err as fs;
use kit::acts::At;
use kit::killing::{descendants, kill};
use kit::scene::{Before, Scene, VERBS, Verb, chosen, few, random, some, verb};
use kit::server::Fault;

mod killed_at_any_act {
    macro_rules! tests {
        ($($name:ident: $verb:literal),*) => { $(
            #[test]
            fn $name() {
                super::killed_at_any_act_the_version_before_runs_and_the_next_run_comes_to_the_same_end(super::verb($verb));
            }
        )* }
    }
    tests! {
        install: "install",
        upgrade: "upgrade",
        next_start: "next start",
        repair: "repair",
        repair_anew: "repair anew",
        go_back: "go-back",
        uninstall: "uninstall"
    }
}

fn killed_at_any_act_the_version_before_runs_and_the_next_run_comes_to_the_same_end(verb: &Verb) {
    let (mut scene, mut random, mut points) = (Scene::new(), random(), 0);
    let acts = scene.undisturbed(verb);
    let chosen = chosen(&acts, few(1), &mut random);
    for point in &chosen {
        for torn in if may_be_torn(&acts[point - 1]) { &[false, true][..] } else { &[false][..] } {
            killed_at(&scene, verb, *point, *torn);
            points += 1;
        }
    }
    println!(
        "{}: {} acts on the disk, killed at {}, {points} times: all came to the same end, 0 bytes fetched again",
        verb.name,
        acts.len(),
        chosen.len()
    );
}

/// Whether the journal's last line may be torn by a kill before this act: what follows is only done once it is on the disk.
fn may_be_torn(act: &str) -> bool {
    act.starts_with("fsync") && act.ends_with("journal.jsonl")
}

fn killed_at(scene: &Scene, verb: &Verb, point: usize, torn: bool) {
    scene.put_back(verb.before);
    let (output, acts) = scene.disturbed(verb, Some(At::Kill(point)));
    // What threads do at the same time is counted in no fixed order: there may be an act less, or another one.
    let what = format!("{} killed at {point} ({:?}), torn: {torn}", verb.name, acts.last());
    assert!(output.status.signal() == Some(9) || output.status.success(), "{what}: {output:?}");
    scene.still_runs(verb, &what);
    let journal = scene.machine.folder("demo").join("journal.jsonl");
    if torn
        && acts.last().is_some_and(|act| may_be_torn(act))
        && let Some(bytes) = fs::read(&journal).ok().filter(|bytes| !bytes.is_empty())
    {
        fs::write(&journal, &bytes[..bytes.len() - 9]).unwrap();
    }
    nothing_good_is_fetched_again(scene, verb, &what);
}

#[test]
fn what_a_run_was_killed_before_it_forgot_the_next_one_forgets() {
    let (mut scene, mut random) = (Scene::new(), random());
    let verb = verb("repair anew");
    let acts = scene.undisturbed(verb);
    let written = acts.iter().rposition(|act| act.ends_with("demo/receipt.json")).unwrap();
    let forgotten = acts.iter().rposition(|act| act.contains("cache/quoc/artifacts")).unwrap();
    assert!(forgotten > written, "{acts:#?}");
    // From the act on that follows the receipt to the last on what is forgotten, both ends among them.
    let between = some(written + 3..=forgotten, few(1), &mut random);
    for point in [written + 2, forgotten + 1].into_iter().chain(between) {
        killed_at(&scene, verb, point, false);
    }
}

#[test]
fn a_line_and_a_shortcut_that_no_receipt_names_go_also_where_the_run_is_killed() {
    let (scene, mut random) = (Scene::new(), random());
    let (bashrc, shortcut) = (scene.machine.home(".bashrc"), scene.machine.home("Desk/demo.desktop"));
    let unwanted = |at| {
        scene.put_back(Before::Installed);
        fs::write(scene.machine.folder("demo").join("receipt.json"), "{").unwrap();
        assert!(fs::read_to_string(&bashrc).unwrap().contains("export PATH") && shortcut.is_symlink());
        let mut command = scene.command(&["install", "--no-add-to-path", "--no-desktop-shortcut"]);
        kit::acts::run(&mut command, &scene.machine.home(""), at).1
    };
    let is_gone = || fs::read_to_string(&bashrc).unwrap() == "alias x=y\n" && !shortcut.is_symlink();
    let acts = unwanted(None);
    assert!(is_gone());
    let written = acts.iter().rposition(|act| act.ends_with("demo/receipt.json")).unwrap();
    let after = some(written + 3..=acts.len(), few(1), &mut random);
    for point in [written + 1, written + 2].into_iter().chain(after) {
        unwanted(Some(At::Kill(point)));
        scene.quoc(&["install", "--wait", "60"]).is(0, "");
        // Whoever is killed before the switch has not been heard yet.
        assert!(is_gone() || scene.quoc(&["install", "--no-add-to-path", "--no-desktop-shortcut"]).status == 0);
        assert!(is_gone(), "killed at {point}: {:?}", acts.get(point - 1));
    }
}

fn nothing_good_is_fetched_again(scene: &Scene, verb: &Verb, what: &str) {
    let stored = scene.stored();
    scene.server.forget();
    scene.comes_to_the_same_end(verb, what);
    let again = scene.fetched_again(&stored);
    assert!(again.is_empty(), "{what}: fetched again: {again:?}");
}

#[test]
fn killed_at_any_moment_the_command_runs_meanwhile_and_no_byte_that_was_good_is_fetched_again() {
    let kills: usize = std::env::var("QUOC_KILLS").map_or(7, |number| number.parse().unwrap());
    let (mut scene, mut random) = (Scene::new(), random());
    // So slow that every other kill of a command that fetches comes upon wheels of which a part is there.
    for name in fs::read_dir(scene.machine.home("cache/quoc/artifacts")).unwrap() {
        let name = name.unwrap().file_name().into_string().unwrap();
        for file in ["demo-2.0-py3-none-any.whl", "library-2.0-py3-none-any.whl"] {
            scene.server.fault(&format!("/targets/{name}.{file}"), Fault::Drip(4 * 1024, Duration::from_millis(45)));
        }
    }
    let lasts: Vec<Duration> = VERBS.iter().map(|verb| lasts(&mut scene, verb)).collect();
    let (mut in_time, mut parts, asked) = (0, 0, AtomicUsize::new(0));
    for number in 0..kills {
        let (verb, lasts) = (&VERBS[number % VERBS.len()], lasts[number % VERBS.len()]);
        let (after, whole_group) = (lasts.mul_f64(random.f64()), random.bool());
        let what = format!("{} killed after {after:?} of {lasts:?}, its children too: {whole_group}", verb.name);
        scene.put_back(verb.before);
        in_time += usize::from(Kill { verb, after, whole_group }.strikes(&scene, &what, &asked));
        scene.still_runs(verb, &what);
        parts += usize::from(scene.stored().values().any(Option::is_some));
        nothing_good_is_fetched_again(&scene, verb, &what);
    }
    println!(
        "{kills} kills at any moment of {} commands, {in_time} before the end, {parts} with a part of a file: \
         all came to the same end, 0 bytes fetched again; the command was started {} times meanwhile",
        VERBS.len(),
        asked.into_inner()
    );
}

/// How long a verb takes when nothing disturbs it.
fn lasts(scene: &mut Scene, verb: &Verb) -> Duration {
    scene.undisturbed(verb);
    scene.put_back(verb.before);
    let start = Instant::now();
    scene.quoc(verb.arguments);
    start.elapsed()
}

/// A verb that is killed at a moment, alone or with all that it has started.
struct Kill<'a> {
    verb: &'a Verb,
    after: Duration,
    whole_group: bool,
}

impl Kill<'_> {
    /// Runs the verb until then; meanwhile the installed command is started again and again. Returns whether the verb
    /// had not ended.
    fn strikes(&self, scene: &Scene, what: &str, asked: &AtomicUsize) -> bool {
        let mut command = scene.command(self.verb.arguments);
        let mut child = command.process_group(0).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let end = Instant::now() + self.after;
        std::thread::scope(|scope| {
            let asking = scope.spawn(|| {
                while self.verb.before != Before::Nothing && Instant::now() < end {
                    scene.still_runs(self.verb, what);
                    asked.fetch_add(1, Ordering::Relaxed);
                }
            });
            std::thread::sleep(end.saturating_duration_since(Instant::now()));
            let ended = child.try_wait().unwrap().is_some();
            let children = if self.whole_group { descendants(child.id()) } else { Vec::new() };
            child.kill().unwrap();
            children.into_iter().for_each(kill);
            child.wait().unwrap();
            asking.join().unwrap();
            !ended
        })
    }
}

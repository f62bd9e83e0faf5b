//! The window's figures, into target/ci/window/figures: how soon it is there, what it takes, how long a frame is, what it
//! costs while nothing happens. Each figure is told with its aim; how busy the machine is decides too much to fail for it.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use fs_err as fs;

use super::desk::{Desk, target};
use super::kit::machine::Machine;
use super::kit::repository::Repository;
use super::kit::server::{Fault, Server};
use super::kit::wheel::Wheel;
use super::opened::Opened;

/// Figures, each with its aim.
#[derive(Default)]
struct Figures {
    table: String,
}

impl Figures {
    fn add(&mut self, what: &str, (measured, aim): (f64, f64), unit: &str) {
        let missed = if measured > aim { ", MISSED" } else { "" };
        writeln!(self.table, "{what}: {measured:.1} {unit} (aim: {aim} {unit}{missed})").unwrap();
    }
}

#[test]
#[ignore = "needs a screen: .ci/window"]
fn the_window_is_there_at_once_small_smooth_and_quiet() {
    let (desk, machine, place) = (Desk::new("figures"), Machine::new(), tempfile::tempdir().unwrap());
    let server = Server::start();
    let published = large().address(server.url("/")).publish(place.path());
    server.put_folder("/", &published.repository);
    let mut figures = Figures::default();
    opens(&desk, &machine, (&server, &published.profile_folder), &mut figures);
    installs(&desk, &machine, (&server, &published.profile_folder), &mut figures);
    let file = target().join("ci/window/figures");
    fs::write(file, &figures.table).unwrap();
    println!("{}", figures.table);
}

/// As many distributions and as many bytes as Tahoe-LAFS has.
fn large() -> Repository {
    let mut random = fastrand::Rng::with_seed(56);
    let code = "import part1\ndef main():\n    print('demo 1.0 works')\n";
    let demo = Wheel::new("demo", "1.0").module("demo.py", code).script("demo", "demo:main");
    let mut repository = Repository::new("demo", "1.0").wheel(demo.built());
    for number in 1..56 {
        let bytes: Vec<u8> = std::iter::repeat_with(|| random.u8(..)).take(400_000).collect();
        let name = format!("part{number}");
        let mut wheel = Wheel::new(&name, "1.0").file(&format!("{name}/data.bin"), &bytes);
        for module in 0..40 {
            let code: String = (0..60).map(|line| format!("def f{line}(x):\n    return x + {line}\n")).collect();
            wheel = wheel.module(&format!("{name}/m{module}.py"), &code);
        }
        repository = repository.wheel(wheel.module(&format!("{name}/__init__.py"), "").built());
    }
    repository
}

/// Nobody answers: the window is there all the same, and nothing was asked before.
fn opens(desk: &Desk, machine: &Machine, (server, profile): (&Server, &std::path::Path), figures: &mut Figures) {
    server.fault("/metadata/timestamp.json", Fault::Silence);
    server.fault("/metadata/2.root.json", Fault::Silence);
    let mut frames = Vec::new();
    for _ in 0..5 {
        let start = Instant::now();
        let window = Opened::new(desk, machine, profile, &[]);
        let log = waited_for(&window, "phase Judging");
        let (frame, judging) = (log.find("first frame after ").unwrap(), log.find("phase Judging").unwrap());
        assert!(frame < judging, "the network was touched before the window was there: {log}");
        frames.push((number_after(&log, "first frame after "), start.elapsed()));
        window.signal("TERM");
        window.ended();
    }
    server.heal();
    // The first one is cold; of the others the quickest was disturbed the least.
    let warm = frames[1..].iter().map(|(frame, _)| *frame).fold(f64::INFINITY, f64::min);
    figures.add("from the start of the program to its first frame, warm", (warm, 250.0), "ms");
}

fn installs(desk: &Desk, machine: &Machine, (server, profile): (&Server, &std::path::Path), figures: &mut Figures) {
    server.forget();
    let window = Opened::new(desk, machine, profile, &[]);
    let offered = waited_for(&window, "plan: ");
    assert!(offered.contains("first frame after "));
    figures.add("processor while an offer waits", (idle(&window), 1.0), "%");
    window.press(&["Return"]);
    waited_for(&window, "phase Fetching");
    // The details, behind the languages, are unfolded, since they cost the most.
    window.press(&["Tab", "Tab", "space"]);
    let start = Instant::now();
    while !machine.folder("demo").join("receipt.json").exists() {
        assert!(start.elapsed() < Duration::from_secs(120), "{}", window.log());
        std::thread::sleep(Duration::from_millis(100));
    }
    std::thread::sleep(Duration::from_secs(2));
    window.picture("installed");
    figures.add("processor when it is ready", (idle(&window), 1.0), "%");
    let status = fs::read_to_string(format!("/proc/{}/status", window.pid())).unwrap();
    figures.add("resident memory, at most", (number_after(&status, "VmHWM:") / 1024.0, 120.0), "MB");
    window.press(&["Escape"]);
    let log = window.log_at_the_end();
    let frames = log.find("frames: ").map(|at| &log[at..]).expect("the figures of the frames").to_owned();
    println!("{}", frames.lines().next().unwrap());
    let drawn = number_after(&frames, "the longest of these: ");
    figures.add("longest frame while it installs, drawing", (drawn, 16.0), "ms");
    figures.add(
        "longest frame while it installs, with painting",
        (number_after(&frames, "on the clock), "), 16.0),
        "ms",
    );
}

/// Percent of one processor over some seconds.
fn idle(window: &Opened<'_>) -> f64 {
    const SECONDS: u64 = 5;
    let ticks = || {
        let stat = fs::read_to_string(format!("/proc/{}/stat", window.pid())).unwrap();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
        fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()
    };
    // What the last key began is over.
    std::thread::sleep(Duration::from_secs(3));
    let before = ticks();
    std::thread::sleep(Duration::from_secs(SECONDS));
    // A tick is a hundredth of a second.
    (ticks() - before) / SECONDS as f64
}

fn waited_for(window: &Opened<'_>, text: &str) -> String {
    super::desk::wait_until(text, || window.log().contains(text));
    window.log()
}

fn number_after(text: &str, words: &str) -> f64 {
    let rest = text.split_once(words).unwrap_or_else(|| panic!("{words:?} is not in {text}")).1.trim_start();
    rest.split(|c: char| !c.is_ascii_digit() && c != '.').next().unwrap().parse().unwrap()
}

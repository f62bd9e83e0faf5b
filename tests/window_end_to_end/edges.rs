//! What the system does to a window that works: signals, kills, a second window, a small screen, a bad folder, a full disk.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use fs_err as fs;
use quoc::messages::Arguments;

use super::demo::Demo;
use super::desk::{Desk, Node, wait_until};
use super::kit::machine::{Run, walk};
use super::kit::server::Fault;
use super::opened::{Opened, program};
use super::walk::has_come;

fn begun<'a>(desk: &'a Desk, demo: &Demo) -> Opened<'a> {
    let mut window = Opened::new(desk, &demo.machine, demo.profile(), &[]);
    window.wait_for_focus("window-install");
    window.press(&["Return"]);
    window
}

fn working<'a>(desk: &'a Desk, demo: &Demo) -> Opened<'a> {
    let mut window = begun(desk, demo);
    window.wait_for("bytes that arrive", has_come(10.0));
    window
}

fn goes_on_to_the_end(desk: &Desk, demo: &Demo) {
    demo.server.heal();
    begun(desk, demo).wait_for_word("window-done-install");
    demo.holds_no_byte_came_twice();
    assert_eq!(demo.machine.says("demo").unwrap(), "demo 1.0 works");
}

/// An install begins when the person agrees; a run that goes on by itself, or ends in another way, asks nobody.
fn agrees_where_it_is_asked(window: &mut Opened<'_>, or: &str) {
    window.wait_for_any(&["window-install", or]);
    if window.shows("window-install") {
        window.click("window-install");
    }
}

#[test]
#[ignore = "needs a screen: .ci/window"]
fn a_signal_ends_it_well_and_a_kill_costs_nothing_that_was_downloaded() {
    let desk = Desk::new("signals");
    desk.listen(true);
    for (signal, status) in [("TERM", Some(130)), ("INT", Some(130)), ("KILL", None)] {
        let demo = Demo::new();
        demo.drips(8000);
        let window = working(&desk, &demo);
        window.signal(signal);
        assert_eq!(window.ended(), status, "{signal}");
        assert!(!demo.machine.folder("demo").join("receipt.json").exists());
        if signal != "INT" {
            goes_on_to_the_end(&desk, &demo);
        }
    }
}

#[test]
#[ignore = "needs a screen: .ci/window"]
fn a_signal_ends_a_window_that_only_waits_for_an_answer() {
    let (desk, demo) = (Desk::new("asked"), Demo::new());
    desk.listen(true);
    let mut window = Opened::new(&desk, &demo.machine, demo.profile(), &[]);
    window.wait_for_focus("window-install");
    window.signal("TERM");
    assert_eq!(window.ended(), Some(130));
}

#[test]
#[ignore = "needs a screen: .ci/window"]
fn a_second_window_waits_for_the_first_and_says_so() {
    let (desk, demo) = (Desk::new("two").managed(), Demo::new());
    desk.listen(true);
    demo.drips(1500);
    let mut first = working(&desk, &demo);
    let mut second = Opened::new(&desk, &demo.machine, demo.profile(), &[]);
    let waits = second.text("waiting", &Arguments::new().duration("left", Duration::from_secs(600)));
    let waits = waits.split("10").next().unwrap().to_owned();
    second.wait_for(&waits, |nodes| nodes.iter().any(|node| node.name.starts_with(&waits)));
    second.picture("second-waits");
    first.front();
    first.wait_for_word("window-done-install");
    // What is hidden is not drawn, nor spoken.
    second.front();
    second.wait_for_word("window-news-none");
    second.picture("second-is-home");
    assert_eq!(demo.machine.says("demo").unwrap(), "demo 1.0 works");
    demo.holds_no_byte_came_twice();
}

#[test]
#[ignore = "needs a screen: .ci/window"]
fn on_a_small_screen_every_button_can_be_clicked() {
    for size in ["800x600", "640x480"] {
        let (desk, demo) = (Desk::of_size(&format!("small-{size}"), size).managed(), Demo::new());
        desk.listen(true);
        let mut window = Opened::new(&desk, &demo.machine, demo.profile(), &[]);
        window.wait_for_word("window-install");
        window.click("window-options");
        window.wait_for_word("window-switch-path");
        window.picture("options");
        let (width, height) = size.split_once('x').unwrap();
        let (width, height): (i32, i32) = (width.parse().unwrap(), height.parse().unwrap());
        let install = window.word("window-install");
        window.wait_for("a window within the screen", |nodes| {
            nodes.iter().filter(|node| node.role == "frame" || node.name == install).all(|node| {
                let [left, top, wide, tall] = node.place.unwrap();
                left >= 0 && top >= 0 && left + wide <= width && top + tall <= height
            })
        });
        window.click("window-install");
        window.wait_for_word("window-done-install");
        window.picture("ready");
    }
}

#[test]
#[ignore = "needs a screen: .ci/window"]
fn a_folder_that_cannot_be_used_is_told_before_anything_is_fetched() {
    let (desk, demo) = (Desk::new("folders").managed(), Demo::new());
    desk.listen(true);
    // Nothing can be made in there, whoever asks.
    let place = Path::new("/proc");
    let mut window = Opened::new(&desk, &demo.machine, demo.profile(), &[]);
    window.click("window-options");
    let field = window.wait_for("the folder", |nodes| nodes.iter().any(|node| node.role == "entry"));
    let field = field.into_iter().find(|node| node.role == "entry").unwrap();
    desk.click(field.place.unwrap());
    window.press(&["ctrl+a"]);
    desk.type_in(place.to_str().unwrap());
    window.picture("typed");
    window.press(&["Tab"]);
    window.wait_for("what is wrong", |nodes| nodes.iter().any(|node| node.name.contains("/proc/demo")));
    window.picture("told");
    agrees_where_it_is_asked(&mut window, "window-failed-disk");
    window.wait_for_word("window-failed-disk");
    window.picture("refused");
    assert!(demo.server.seen().iter().all(|seen| !seen.path.ends_with(".whl")));
    // Another one is typed there, as it is typed in a terminal.
    let field = window.look().into_iter().find(|node| node.role == "entry").unwrap();
    desk.click(field.place.unwrap());
    window.press(&["ctrl+a"]);
    desk.type_in("~/apps");
    window.picture("typed-again");
    window.press(&["Return"]);
    agrees_where_it_is_asked(&mut window, "window-done-install");
    window.wait_for_word("window-done-install");
    window.picture("ready");
    assert!(demo.machine.home("apps/bin/demo").exists());
}

#[test]
#[ignore = "needs a screen: .ci/window"]
fn a_proxy_that_wants_a_login_gets_the_one_that_is_typed() {
    let (desk, demo) = (Desk::new("proxy").managed(), Demo::new());
    desk.listen(true);
    demo.spoil(Fault::ProxyLogin);
    let proxy = demo.server.url("");
    let mut window = Opened::new(&desk, &demo.machine, demo.profile(), &["--proxy", proxy.as_str()]);
    window.click("window-install");
    let fields =
        |nodes: &[Node]| nodes.iter().filter(|node| ["entry", "password text"].contains(&node.role.as_str())).count();
    let nodes = window.wait_for("the fields", |nodes| fields(nodes) == 2);
    window.picture("asked");
    let place = |role: &str| nodes.iter().find(|node| node.role == role).and_then(|node| node.place).unwrap();
    desk.click(place("entry"));
    desk.type_in("me");
    desk.click(place("password text"));
    desk.type_in("word");
    window.picture("typed");
    window.press(&["Return"]);
    window.wait_for_word("window-done-install");
    let login = demo.asked().last().and_then(|seen| seen.header("proxy-authorization").map(str::to_owned));
    assert_eq!(login.as_deref(), Some("Basic bWU6d29yZA=="));
    assert!(!window.log().contains("word@") && !window.log().contains("bWU6d29yZA"));
    window.click("window-close");
    assert_eq!(window.ended(), Some(0));
}

/// What was asked for once is what the window begins with, also where the receipt that says so cannot be read.
#[test]
#[ignore = "needs a screen: .ci/window"]
fn a_damaged_receipt_costs_nobody_their_line_on_the_path() {
    let (desk, demo) = (Desk::new("damaged-receipt").managed(), Demo::new());
    desk.listen(true);
    let (bashrc, receipt) = (demo.machine.home(".bashrc"), demo.machine.folder("demo").join("receipt.json"));
    fs::write(&bashrc, "# mine\n").unwrap();
    let mut install = demo.machine.command(demo.profile(), &["--add-to-path"]);
    Run::of(&install.env("SHELL", "/bin/bash").output().unwrap()).did("install");
    let with_the_line = fs::read_to_string(&bashrc).unwrap();
    assert_ne!(with_the_line, "# mine\n");
    fs::write(&receipt, "{").unwrap();
    let mut command = Command::new("env");
    command.arg("SHELL=/bin/bash").arg(program()).arg("--profile").arg(demo.profile());
    let mut window = Opened::start(&desk, &demo.machine, command);
    window.wait_for_focus("window-install");
    window.press(&["Return"]);
    window.wait_for_word("window-done-install");
    assert_eq!(fs::read_to_string(&bashrc).unwrap(), with_the_line);
    assert_eq!(demo.machine.receipt("demo")["choices"]["path"], true);
}

/// A small file system of its own, where the machine lets a test have one.
#[test]
#[ignore = "needs a screen: .ci/window"]
fn a_full_disk_is_told_and_the_next_try_goes_on() {
    let (desk, demo) = (Desk::new("full").managed(), Demo::new());
    desk.listen(true);
    let small = demo.machine.home("small");
    fs::create_dir_all(&small).unwrap();
    let mount = |arguments: &[&str]| Command::new("mount").args(arguments).arg(&small).status().unwrap().success();
    if !mount(&["-t", "tmpfs", "-o", "size=8m", "tmpfs"]) {
        println!("NOT TESTED: no file system can be mounted here");
        return;
    }
    let prefix = small.join("apps");
    let mut window = Opened::new(&desk, &demo.machine, demo.profile(), &["--prefix", prefix.to_str().unwrap()]);
    window.wait_for_any(&["window-install", "window-failed-disk"]);
    window.picture("begun");
    agrees_where_it_is_asked(&mut window, "window-failed-disk");
    window.wait_for_word("window-failed-disk");
    window.picture("full");
    assert!(mount(&["-o", "remount,size=200m"]), "more room");
    window.click("window-try-again");
    agrees_where_it_is_asked(&mut window, "window-done-install");
    window.wait_for_word("window-done-install");
    window.picture("ready");
    assert!(prefix.join("bin/demo").exists());
    window.click("window-close");
    assert_eq!(window.ended(), Some(0));
    assert!(Command::new("umount").arg(&small).status().unwrap().success());
    wait_until("an empty place", || walk(&small).is_empty());
}

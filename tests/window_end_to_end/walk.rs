//! A person's whole way: install with a network that goes away, an error, another try; run again, upgrade, go back, repair,
//! stop, close, remove.

use fs_err as fs;
use quoc::messages::Arguments;

use super::demo::Demo;
use super::desk::{Desk, Node, wait_until};
use super::kit::machine::walk;
use super::kit::server::Fault;
use super::opened::Opened;

/// Whether the bar says at least so many percent.
pub fn has_come(percent: f64) -> impl Fn(&[Node]) -> bool {
    move |nodes| {
        nodes.iter().any(|node| node.role == "progress bar" && node.value.is_some_and(|value| value >= percent))
    }
}

fn version(window: &Opened<'_>, id: &str, version: &str) -> String {
    window.text(id, &Arguments::new().text("version", version))
}

fn titled(window: &Opened<'_>, id: &str) -> String {
    window.text(id, &Arguments::new().text("name", "The demo application"))
}

#[test]
#[ignore = "needs a screen: .ci/window"]
fn it_installs_through_a_lost_network_and_an_error_and_goes_on_where_it_stopped() {
    let (desk, demo) = (Desk::new("install").managed(), Demo::new());
    desk.listen(true);
    demo.drips(1500);
    let mut window = Opened::new(&desk, &demo.machine, demo.profile(), &[]);
    window.wait_for_word("window-install");
    window.picture("offer");
    window.click("window-options");
    window.wait_for_word("window-switch-desktop");
    window.picture("options");
    window.click("window-install");
    window.wait_for("bytes that arrive", has_come(15.0));
    window.picture("working");

    demo.server.leave();
    window.wait_for_word("window-waiting");
    window.picture("network-lost");
    let before = window.progress();
    demo.server.come_back();
    window.wait_without("window-waiting");
    window.wait_for("more bytes", |nodes| nodes.iter().any(|node| node.value > before));
    window.picture("network-back");

    // Now the file is gone from the server: nobody but its publisher can help.
    demo.server.leave();
    window.wait_for_word("window-waiting");
    let reached = window.progress();
    demo.server.heal();
    demo.spoil(Fault::Status(404, None));
    demo.server.come_back();
    window.wait_for_word("window-try-again");
    window.picture("error");
    let code = window.text("window-code", &Arguments::new().text("code", "fetch-not-found"));
    window.click_name(&code);
    window.click("window-copy-details");
    window.wait_for_word("window-copied");
    window.picture("details");
    let details = desk.clipboard();
    assert!(details.contains("fetch-not-found") && details.contains("heavy-1.0"), "{details}");
    assert!(demo.machine.says("demo").is_none());

    demo.server.heal();
    demo.drips(700);
    window.click("window-try-again");
    let nodes = window.wait_for("the bar", |nodes| nodes.iter().any(|node| node.role == "progress bar"));
    let again = nodes.iter().find(|node| node.role == "progress bar").unwrap().value;
    assert!(again >= reached, "the bar went back from {reached:?} to {again:?}");
    window.wait_for_name(&titled(&window, "window-ready"));
    window.picture("ready");
    demo.holds_no_byte_came_twice();
    assert!(demo.asked().iter().filter(|seen| seen.status == 206).count() >= 2, "{:?}", demo.asked());
    assert_eq!(demo.machine.says("demo").unwrap(), "demo 1.0 works");
    window.click("window-copy");
    window.wait_for_word("window-copied");
    assert_eq!(desk.clipboard(), demo.machine.bin().join("demo").to_str().unwrap());
    window.click("window-close");
    assert_eq!(window.ended(), Some(0));
}

#[test]
#[ignore = "needs a screen: .ci/window"]
fn run_again_it_upgrades_goes_back_repairs_and_removes() {
    let mut demo = Demo::with_data_folder();
    let desk = Desk::new("again").managed();
    desk.listen(true);
    demo.machine.quoc(demo.profile(), &[]).did("install");
    is_offered_again_by_itself(&desk, &demo);
    demo.publish("2.0", 2);
    refuses_what_was_tampered_with_and_then_upgrades(&desk, &demo);
    goes_back(&desk, &demo);
    repairs(&desk, &demo);
    removes(&desk, &demo);
}

/// Without the network what is installed is shown all the same; it looks again by itself.
fn is_offered_again_by_itself(desk: &Desk, demo: &Demo) {
    demo.server.leave();
    let mut window = Opened::new(desk, &demo.machine, demo.profile(), &[]);
    window.wait_for_word("window-news-unknown");
    window.wait_for_name(&version(&window, "window-installed-version", "1.0"));
    let told = |window: &Opened<'_>, seconds| {
        window.text("window-tries-in", &Arguments::new().duration("left", std::time::Duration::from_secs(seconds)))
    };
    let waits: Vec<String> = (1..=5).map(|seconds| told(&window, seconds)).collect();
    window.wait_for("a countdown", |nodes| nodes.iter().any(|node| waits.contains(&node.name)));
    window.picture("home-without-network");
    demo.server.come_back();
    window.wait_for_word("window-news-none");
    window.wait_for_focus("window-close");
    window.picture("home");
    window.press(&["Return"]);
    assert_eq!(window.ended(), Some(0));
}

fn refuses_what_was_tampered_with_and_then_upgrades(desk: &Desk, demo: &Demo) {
    demo.spoil(Fault::WrongBytes);
    let mut window = Opened::new(desk, &demo.machine, demo.profile(), &[]);
    window.wait_for_word("window-upgrade");
    window.picture("upgrade-offered");
    window.click("window-upgrade");
    window.wait_for_word("window-failed-refused");
    window.picture("upgrade-refused");
    assert_eq!(demo.machine.says("demo").unwrap(), "demo 1.0 works");
    demo.server.heal();
    window.click("window-try-again");
    window.wait_for_word("window-done-upgrade");
    window.picture("upgraded");
    assert_eq!(demo.machine.says("demo").unwrap(), "demo 2.0 works");
    window.click("window-close");
    assert_eq!(window.ended(), Some(0));
}

fn goes_back(desk: &Desk, demo: &Demo) {
    let mut window = Opened::new(desk, &demo.machine, demo.profile(), &[]);
    window.click("window-go-back");
    window.wait_for_name(&version(&window, "window-consequence-go-back", "1.0"));
    window.picture("go-back");
    window.click("window-go-back");
    window.wait_for_word("window-done-go-back");
    window.picture("went-back");
    assert_eq!(demo.machine.says("demo").unwrap(), "demo 1.0 works");
    window.click("window-close");
    assert_eq!(window.ended(), Some(0));
}

fn repairs(desk: &Desk, demo: &Demo) {
    let library = walk(&demo.machine.folder("demo").join("generations/1"));
    let library = library.into_iter().find(|path| path.ends_with("site-packages/library.py")).unwrap();
    fs::remove_file(&library).unwrap();
    let mut window = Opened::new(desk, &demo.machine, demo.profile(), &[]);
    window.wait_for_word("window-news-broken");
    window.picture("broken");
    window.wait_for_focus("window-repair");
    window.press(&["Return"]);
    window.wait_for_word("window-done-repair");
    window.picture("repaired");
    assert!(library.exists());
    assert_eq!(demo.machine.says("demo").unwrap(), "demo 1.0 works");
    window.click("window-close");
    assert_eq!(window.ended(), Some(0));
}

/// The data go only because they were chosen; nothing else stays.
fn removes(desk: &Desk, demo: &Demo) {
    let data = demo.write_letter();
    let mut window = Opened::new(desk, &demo.machine, demo.profile(), &[]);
    window.click("window-uninstall");
    window.wait_for_word("window-data");
    window.picture("remove");
    let arguments = Arguments::new().text("folder", data.to_str().unwrap()).number("size", 4);
    window.click_name(&window.text("window-data-remove", &arguments));
    let nodes = window.look();
    let downloads = nodes.iter().rfind(|node| node.role == "toggle button" && node.is("focusable")).unwrap();
    window.click_name(&downloads.name);
    window.picture("remove-chosen");
    window.click("window-uninstall");
    window.wait_for_name(&titled(&window, "window-removed"));
    window.wait_for_word("window-removed-data");
    window.picture("removed");
    window.click("window-close");
    assert_eq!(window.ended(), Some(0));
    assert_eq!(demo.left(), [] as [std::path::PathBuf; 0]);
}

#[test]
#[ignore = "needs a screen: .ci/window"]
fn stopping_and_closing_ask_first_and_what_was_downloaded_is_kept() {
    let (desk, demo) = (Desk::new("stop").managed(), Demo::new());
    desk.listen(true);
    demo.drips(8000);
    let mut window = Opened::new(&desk, &demo.machine, demo.profile(), &[]);
    window.click("window-install");
    window.wait_for("bytes that arrive", has_come(10.0));
    window.press(&["Escape"]);
    window.wait_for_word("window-ask-cancel");
    window.wait_for_focus("window-go-on");
    window.picture("stop-question");
    // The answer that changes nothing has the keyboard.
    window.press(&["Return"]);
    window.wait_without("window-ask-cancel");
    window.click("window-cancel");
    window.click("window-stop");
    window.wait_for_word("window-stopped-kept");
    window.picture("stopped");
    // It goes on where it stopped, and does not ask again.
    window.click("window-continue");
    window.wait_for_word("window-cancel");
    window.wait_for("bytes that arrive", has_come(10.0));

    // The window manager closes it.
    window.press(&["alt+F4"]);
    window.wait_for_word("window-ask-close");
    window.picture("close-question");
    window.click("window-go-on");
    window.wait_without("window-ask-close");
    window.press(&["alt+F4"]);
    window.click("window-stop-close");
    assert_eq!(window.ended(), Some(130));
    assert!(!demo.machine.folder("demo").join("receipt.json").exists());
    assert!(!walk(&demo.machine.home("cache")).is_empty());

    demo.server.heal();
    let mut window = Opened::new(&desk, &demo.machine, demo.profile(), &[]);
    window.wait_for_focus("window-install");
    window.press(&["Return"]);
    window.wait_for_name(&titled(&window, "window-ready"));
    demo.holds_no_byte_came_twice();
    wait_until("the application", || demo.machine.says("demo").is_some());
}

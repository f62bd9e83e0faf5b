//! The whole way without sight and without a mouse: what a screen reader finds and hears, and what has the keyboard.

use std::time::Duration;

use quoc::messages::Arguments;

use super::demo::Demo;
use super::desk::{Desk, wait_until};
use super::opened::Opened;
use super::walk::has_come;

/// Presses Tab once for each name, and holds the keyboard to be there.
fn tab(window: &mut Opened<'_>, names: &[String]) {
    for name in names {
        window.press(&["Tab"]);
        window.wait_for(&format!("the keyboard at {name:?}"), |nodes| {
            nodes.iter().any(|node| node.name == *name && node.is("focused"))
        });
    }
}

fn words(window: &Opened<'_>, ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| window.word(id)).collect()
}

#[test]
#[ignore = "needs a screen: .ci/window"]
fn it_speaks_from_the_moment_on_that_somebody_listens_and_not_before() {
    let (desk, demo) = (Desk::new("listen"), Demo::new());
    desk.listen(false);
    let mut window = Opened::new(&desk, &demo.machine, demo.profile(), &[]);
    for _ in 0..20 {
        assert!(window.look().is_empty());
        std::thread::sleep(Duration::from_millis(100));
    }
    desk.listen(true);
    let nodes = window.wait_for_word("window-install");
    let frame = nodes.iter().find(|node| node.role == "frame").unwrap();
    assert_eq!(frame.name, window.text("window-caption", &Arguments::new().text("name", "The demo application")));
    let titles: Vec<&str> = nodes.iter().filter(|node| node.role == "heading").map(|node| node.name.as_str()).collect();
    assert_eq!(titles, [window.text("window-offer-install", &Arguments::new().text("name", "The demo application"))]);
    // Whatever can be reached has a name.
    assert!(nodes.iter().all(|node| !node.is("focusable") || !node.name.is_empty()), "{nodes:#?}");
}

#[test]
#[ignore = "needs a screen: .ci/window"]
fn the_whole_way_is_walked_by_keyboard_alone_and_every_step_is_heard() {
    let demo = Demo::with_data_folder();
    let desk = Desk::new("keyboard");
    desk.listen(true);
    // So slowly that the keys are pressed meanwhile, on a busy machine too.
    demo.drips(5000);
    installs(&desk, &demo);
    is_at_home(&desk, &demo);
    removes(&desk, &demo);
}

fn installs(desk: &Desk, demo: &Demo) {
    let mut window = Opened::new(desk, &demo.machine, demo.profile(), &[]);
    window.wait_for_focus("window-install");
    let around = words(&window, &["window-language", "window-options", "window-cancel", "window-install"]);
    tab(&mut window, &around);
    window.press(&["shift+Tab", "shift+Tab"]);
    window.wait_for_focus("window-options");
    window.picture("ring");
    window.press(&["space"]);
    let options =
        words(&window, &["window-folder", "window-switch-menu", "window-switch-desktop", "window-switch-path"]);
    tab(&mut window, &options);
    window.press(&["space"]);
    window.wait_for("a switch that is on", |nodes| {
        nodes.iter().any(|node| node.name == options[3] && (node.is("pressed") || node.is("checked")))
    });
    window.picture("switch");
    window.press(&["space"]);
    let buttons = words(&window, &["window-cancel", "window-install"]);
    tab(&mut window, &buttons);
    window.heard();
    window.press(&["Return"]);
    window.wait_for("bytes that arrive", has_come(5.0));
    let around = words(&window, &["window-language", "window-details", "window-cancel"]);
    tab(&mut window, &around);
    holds_each_step_and_each_tenth_was_spoken(&mut window);
    window.wait_for_focus("window-close");
    let copy = words(&window, &["window-language", "window-copy"]);
    tab(&mut window, &copy);
    window.press(&["space"]);
    window.wait_for_word("window-copied");
    assert_eq!(desk.clipboard(), demo.machine.bin().join("demo").to_str().unwrap());
    window.press(&["Escape"]);
    assert_eq!(window.ended(), Some(0));
}

fn holds_each_step_and_each_tenth_was_spoken(window: &mut Opened<'_>) {
    let ready = window.text("window-ready", &Arguments::new().text("name", "The demo application"));
    let mut heard = window.heard();
    wait_until("the word that it is ready", || {
        heard.extend(window.heard());
        heard.contains(&ready)
    });
    let said: Vec<&str> = heard.iter().map(String::as_str).collect();
    for id in ["phase-fetching", "phase-installing", "phase-checking"] {
        let step = window.word(id);
        assert!(said.iter().any(|text| text.contains(&step)), "{step:?} was not spoken: {said:#?}");
    }
    let percent = |text: &&str| -> Option<u64> {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.parse().ok()
    };
    // No tenth goes by in silence. The first ones are small files that come at once.
    let mut spoken: Vec<u64> = said.iter().filter_map(percent).collect();
    assert!(spoken.is_sorted(), "{said:#?}");
    spoken.dedup();
    spoken.retain(|tenth| *tenth >= 30);
    assert_eq!(spoken, [30, 40, 50, 60, 70, 80, 90], "{said:#?}");
    assert_eq!(said.iter().collect::<std::collections::BTreeSet<_>>().len(), said.len(), "{said:#?}");
    // Marks that put the words in order are for the eye.
    assert!(said.iter().all(|text| !text.contains(['\u{2068}', '\u{2069}', '\u{fffd}'])), "{said:?}");
    assert_eq!(said.last(), Some(&ready.as_str()), "{said:#?}");
}

fn is_at_home(desk: &Desk, demo: &Demo) {
    let mut window = Opened::new(desk, &demo.machine, demo.profile(), &[]);
    window.wait_for_focus("window-close");
    let around = words(&window, &["window-language", "window-repair", "window-uninstall", "window-close"]);
    tab(&mut window, &around);
    window.picture("home");
    window.press(&["Escape"]);
    assert_eq!(window.ended(), Some(0));
}

fn removes(desk: &Desk, demo: &Demo) {
    let data = demo.write_letter();
    let mut window = Opened::new(desk, &demo.machine, demo.profile(), &[]);
    window.wait_for_focus("window-close");
    let way = words(&window, &["window-language", "window-repair", "window-uninstall"]);
    tab(&mut window, &way);
    window.press(&["Return"]);
    window.wait_for_word("window-data");
    // The answer that removes nothing has the keyboard.
    window.wait_for_focus("window-back");
    let button = words(&window, &["window-uninstall"]);
    tab(&mut window, &button);
    window.press(&["Return"]);
    window.wait_for_word("window-removed-kept");
    window.wait_for_focus("window-close");
    window.press(&["Return"]);
    assert_eq!(window.ended(), Some(0));
    assert!(data.join("letter").exists() && !demo.machine.folder("demo").exists());
}

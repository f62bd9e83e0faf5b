//! How long what is signed is valid.

use fs_err as fs;
use quoc::publish::face::End;
use quoc::trust::MemoryStore;

use crate::kit::publisher::Walk;

#[test]
fn renewing_keeps_users_going_and_alarms_thirty_days_before_an_end() {
    let walk = Walk::published();
    let store = MemoryStore::default();
    walk.user(&store).unwrap();
    let walk = walk.later(29);
    walk.does("publisher", "renew --online online.pem");
    let walk = walk.later(20);
    assert_eq!(walk.user(&store).unwrap().targets().versions().timestamp, 2);
    // targets lasts 365 days from the start: day 334 is one day before the last thirty.
    let walk = walk.later(334 - 49);
    walk.does("publisher", "renew --online online.pem");
    let walk = walk.later(1);
    let said = walk.run("publisher", "renew --online online.pem");
    assert_eq!(said.end, End::Alarm);
    assert!(said.err.contains("ALARM: targets ends in 30 days"), "{}", said.err);
    assert_eq!(walk.run("publisher", "status").end, End::Alarm);
    walk.user(&store).unwrap();
    let walk = walk.later(30);
    let said = walk.refuses("publisher", "renew --online online.pem");
    assert!(said.contains("a new user would refuse the result"), "{said}");
}

#[test]
fn what_ended_before_it_was_signed_or_published_is_refused() {
    let walk = Walk::staged();
    walk.sign("alice");
    walk.sign("bob");
    let walk = walk.later(400);
    let said = walk.refuses("publisher", "publish --online online.pem");
    assert!(said.contains("a new user would refuse the result"), "{said}");
    walk.carry_to("carol");
    assert!(walk.refuses("carol/staged", "sign --key ../carol.pem").contains("that is over"));
}

#[test]
fn the_first_root_lasts_as_long_as_a_recipe_that_is_there_says() {
    let walk = Walk::begun();
    let recipe = walk.on("publisher/release.toml");
    let text = fs::read_to_string(&recipe).unwrap();
    assert!(text.contains("root = 730"));
    fs::write(&recipe, text.replace("root = 730", "root = 10")).unwrap();
    let said = walk.does("publisher", "init --quorum 2 --online online.pub").out;
    assert!(said.contains("until 2026-12-02T12:00:00Z"), "{said}");
    assert!(fs::read_to_string(&recipe).unwrap().contains("root = 10"), "the recipe stays");
}

//! A run that failed is tried again, by itself or by the person.

use super::*;

#[test]
fn a_network_failure_is_tried_again_by_itself_and_asks_for_no_second_consent() {
    let mut flow = Flow::working(400);
    flow.event(Event::Failed(unreachable()));
    assert_eq!(flow.state.tries_in(), Some(Duration::from_secs(5)));
    assert_eq!(flow.wait(4), []);
    assert!(matches!(&flow.wait(1)[..], [Effect::Prepare(Order { run: 2, .. })]));
    let consent = flow.event(Event::Planned(summary(Action::Install, 600)));
    assert!(matches!(&consent[..], [Effect::Consent { run: 2, .. }]));
    assert_eq!(flow.state.stage, Stage::Working);
}

#[test]
fn another_release_in_a_second_try_asks_again() {
    let mut flow = Flow::working(400);
    flow.event(Event::Failed(unreachable()));
    flow.wait(5);
    let mut newer = summary(Action::Install, 600);
    newer.version = "3.0".parse().unwrap();
    assert_eq!(flow.event(Event::Planned(newer)), []);
    assert_eq!(flow.state.stage, Stage::Offer);
}

#[test]
fn what_is_shown_never_goes_back_in_a_second_try() {
    let mut flow = Flow::working(400);
    let (before, bytes) = (flow.state.progress(), flow.state.bytes());
    assert_eq!(bytes, (400 * MB, 1000 * MB));
    flow.event(Event::Failed(unreachable()));
    flow.wait(5);
    assert!(flow.state.progress() >= before);
    flow.event(Event::Planned(summary(Action::Install, 600)));
    flow.fetch(0);
    assert!(flow.state.progress() >= before);
    assert_eq!(flow.state.bytes(), (400 * MB, 1000 * MB));
    flow.event(Event::Fetching { artifact: "b.whl".parse().unwrap(), have: 300 * MB, size: 600 * MB });
    assert_eq!(flow.state.bytes(), (700 * MB, 1000 * MB));
    assert!(flow.state.progress() > before + 100);
    flow.event(Event::Finished(outcome(Action::Install)));
    assert_eq!(flow.state.progress(), 1000);
}

#[test]
fn a_failure_that_needs_somebody_waits_for_them() {
    let mut flow = Flow::working(0);
    flow.event(Event::Failed(failure::DISK_FULL.failure([("folder", "/data".to_owned())], None)));
    assert_eq!((flow.state.tries_in(), flow.wait(600)), (None, vec![]));
    assert!(matches!(&flow.state.command(Command::TryAgain)[..], [Effect::Prepare(_)]));
    assert_eq!(flow.state.stage, Stage::Working);
}

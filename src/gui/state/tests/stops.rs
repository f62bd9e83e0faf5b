//! Stopping and closing.

use super::*;

#[test]
fn stopping_asks_first_and_says_what_is_kept() {
    let mut flow = Flow::working(400);
    assert_eq!(flow.state.command(Command::Cancel), []);
    assert_eq!(flow.state.question, Some(Question::Cancel));
    assert_eq!(flow.state.command(Command::Dismiss), []);
    assert_eq!((flow.state.question, &flow.state.stage), (None, &Stage::Working));
    flow.state.command(Command::Cancel);
    assert_eq!(flow.state.command(Command::Confirm), [Effect::Cancel]);
    assert_eq!(flow.state.stage, Stage::Stopping);
    flow.event(Event::Failed(failure::CANCELLED.failure([], None)));
    assert_eq!((&flow.state.stage, flow.state.tries_in()), (&Stage::Stopped, None));
}

#[test]
fn whoever_goes_on_after_a_stop_is_not_asked_again_and_the_bar_does_not_go_back() {
    let mut flow = Flow::working(400);
    let reached = flow.state.progress();
    flow.state.command(Command::Cancel);
    flow.state.command(Command::Confirm);
    flow.event(Event::Failed(failure::CANCELLED.failure([], None)));
    assert!(matches!(&flow.state.command(Command::Go)[..], [Effect::Prepare(_)]));
    assert_eq!((&flow.state.stage, flow.state.progress()), (&Stage::Working, reached));
    assert!(matches!(&flow.event(Event::Planned(summary(Action::Install, 600)))[..], [Effect::Consent { .. }]));
    assert!(flow.state.progress() >= reached);
}

#[test]
fn the_system_is_obeyed_without_a_question() {
    let mut flow = Flow::working(400);
    assert_eq!(flow.state.command(Command::Interrupt), [Effect::Cancel, Effect::Close]);
    assert_eq!(flow.state.exit_status(), failure::exit::CANCELLED);
}

#[test]
fn closing_asks_only_while_something_would_be_stopped() {
    let mut flow = Flow::working(400);
    assert_eq!(flow.state.command(Command::Close), []);
    assert_eq!(flow.state.question, Some(Question::Close));
    assert_eq!(flow.state.command(Command::Confirm), [Effect::Cancel, Effect::Close]);
    let mut flow = Flow::new();
    assert_eq!(flow.state.command(Command::Close), [Effect::Cancel, Effect::Close]);
}

#[test]
fn a_question_goes_away_when_the_run_ends_meanwhile() {
    let mut flow = Flow::working(1000);
    flow.state.command(Command::Cancel);
    flow.event(Event::Finished(outcome(Action::Install)));
    assert_eq!(flow.state.question, None);
    assert!(matches!(flow.state.stage, Stage::Done(_)));
}

//! Another folder: where it is offered, and what it leads to.

use super::*;

#[test]
fn after_a_failure_of_the_folder_another_one_is_taken_and_what_was_agreed_goes_on() {
    let mut flow = Flow::working(100);
    flow.hear(Said::Found(Box::new(Found { folder: "/data/demo".into(), ..Found::default() })));
    assert!(!flow.state.may_choose_folder());
    flow.event(Event::Failed(full()));
    assert!(flow.state.may_choose_folder());
    flow.state.command(Command::Folder("/other".to_owned()));
    let effects = flow.state.command(Command::TryAgain);
    assert_eq!(effects, [Effect::Prepare(Order { run: 2, folder: Some("/other".into()), ..Order::default() })]);
    let effects = flow.event(Event::Planned(summary(Action::Install, 1000)));
    assert!(matches!(&effects[..], [Effect::Consent { run: 2, .. }]));
}

#[test]
fn after_a_typed_folder_that_means_nothing_another_one_can_be_typed_whatever_is_installed() {
    let mut flow = Flow::new();
    flow.found();
    let names = [("installed", "other".to_owned()), ("offered", "demo".to_owned())];
    flow.event(Event::Failed(failure::PLAN_OTHER_APPLICATION.failure(names, None)));
    flow.state.command(Command::Folder("~bob/apps".to_owned()));
    flow.state.command(Command::TryAgain);
    flow.event(Event::Failed(failure::DISK_NAME.failure([("path", "~bob/apps".to_owned())], None)));
    assert!(flow.state.may_choose_folder());
    flow.state.command(Command::Folder("/other".to_owned()));
    let [Effect::Prepare(order)] = &flow.state.command(Command::TryAgain)[..] else { panic!() };
    assert_eq!(order.folder, Some("/other".into()));
}

#[test]
fn options_that_were_unfolded_do_not_unfold_the_details_of_a_failure() {
    let mut flow = Flow::new();
    flow.event(Event::Planned(summary(Action::Install, 1000)));
    flow.state.command(Command::Unfold);
    flow.state.command(Command::Folder("/proc".to_owned()));
    flow.state.command(Command::UseFolder);
    assert!(flow.state.is_unfolded());
    flow.event(Event::Failed(full()));
    assert!(!flow.state.is_unfolded());
}

#[test]
fn no_other_folder_is_offered_for_what_is_installed_nor_for_what_no_folder_mends() {
    let failing = |prepare: &dyn Fn(&mut Flow), failure: Failure| {
        let mut flow = Flow::new();
        prepare(&mut flow);
        flow.event(Event::Failed(failure));
        flow.state.may_choose_folder()
    };
    assert!(failing(&|_| {}, full()));
    assert!(!failing(&|_| {}, unreachable()));
    assert!(!failing(&Flow::found, full()));
    let other = || {
        let names = [("installed", "other".to_owned()), ("offered", "demo".to_owned())];
        failure::PLAN_OTHER_APPLICATION.failure(names, None)
    };
    assert!(failing(&Flow::found, other()));
    let repair = |flow: &mut Flow| {
        flow.found();
        flow.state.command(Command::Want(Wish::Repair));
    };
    assert!(!failing(&repair, full()) && !failing(&repair, other()));
}

#[test]
fn another_folder_is_planned_anew() {
    let mut flow = Flow::new();
    flow.hear(Said::Found(Box::new(Found { folder: "/data/demo".into(), installed: None, ..Found::default() })));
    flow.event(Event::Planned(summary(Action::Install, 1000)));
    assert_eq!(flow.state.typed_folder(), "/data/demo");
    assert_eq!(flow.state.command(Command::UseFolder), []);
    flow.state.command(Command::Folder("/elsewhere".to_owned()));
    let [Effect::Prepare(order)] = &flow.state.command(Command::UseFolder)[..] else { panic!() };
    assert_eq!(order.folder, Some("/elsewhere".into()));
    assert_eq!(flow.state.stage, Stage::Preparing);
    flow.hear(Said::Found(Box::new(Found { folder: "/elsewhere/demo".into(), ..Found::default() })));
    assert_eq!(flow.state.typed_folder(), "/elsewhere/demo");
    flow.state.command(Command::Folder("/other/demo".to_owned()));
    let [Effect::Prepare(order)] = &flow.state.command(Command::UseFolder)[..] else { panic!() };
    assert_eq!(order.folder, Some("/other".into()), "not /other/demo/demo");
}

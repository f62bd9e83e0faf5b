//! What the person wants, and where it leads.

use super::*;

#[test]
fn nothing_is_done_before_the_person_says_so() {
    let mut flow = Flow::new();
    assert_eq!(flow.event(Event::Planned(summary(Action::Install, 1000))), []);
    assert_eq!(flow.wait(3600), []);
    assert_eq!(flow.state.stage, Stage::Offer);
}

#[test]
fn from_a_run_that_ended_badly_there_is_a_way_back_to_where_wishes_are_made() {
    let mut flow = Flow::new();
    flow.event(Event::Failed(full()));
    assert!(!flow.state.has_way_back(), "nothing is installed");
    for wish in [Wish::Repair, Wish::GoBack, Wish::Uninstall, Wish::Upgrade] {
        let mut flow = Flow::new();
        flow.found();
        flow.state.command(Command::Want(wish));
        flow.event(Event::Failed(full()));
        assert!(flow.state.has_way_back());
        let effects = flow.state.command(Command::Back);
        assert_eq!(effects, [Effect::Prepare(Order { run: 3, ..Order::default() })]);
    }
    let mut flow = Flow::new();
    flow.found();
    flow.event(Event::Planned(summary(Action::Upgrade, 1000)));
    flow.state.command(Command::Go);
    flow.event(Event::Failed(full()));
    assert!(flow.state.has_way_back(), "an upgrade failed");
}

#[test]
fn what_is_up_to_date_leads_home() {
    let mut flow = Flow::new();
    flow.found();
    flow.event(Event::Planned(summary(Action::UpToDate, 0)));
    flow.event(Event::Finished(outcome(Action::UpToDate)));
    assert_eq!(flow.state.stage, Stage::Home);
}

#[test]
fn a_command_on_the_path_is_typed_by_its_name_and_another_by_its_path() {
    let mut flow = Flow::working(1000);
    flow.event(Event::Finished(outcome(Action::Install)));
    assert_eq!(flow.state.command(Command::CopyCommand), [Effect::Copy("demo".to_owned())]);
    let mut flow = Flow::working(1000);
    let away = vec!["/home/o'hara's/bin/demo".to_owned()];
    flow.event(Event::Finished(Outcome { commands: away, on_path: false, ..outcome(Action::Install) }));
    assert_eq!(flow.state.command(Command::CopyCommand), [Effect::Copy(r"'/home/o'\''hara'\''s/bin/demo'".to_owned())]);
}

#[test]
fn data_goes_only_when_chosen_by_name() {
    let mut flow = Flow::new();
    flow.found();
    flow.state.command(Command::Want(Wish::Uninstall));
    flow.event(Event::Removing(removal()));
    flow.state.command(Command::RemoveData(1));
    flow.state.command(Command::RemoveData(7));
    let [Effect::Consent { choices, .. }] = &flow.state.command(Command::Go)[..] else { panic!() };
    assert_eq!(choices.remove_data, ["/home/me/demo files"]);
}

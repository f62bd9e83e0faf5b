//! Runs one after the other, in whatever order things come.

use super::*;

#[test]
fn a_run_that_is_gone_is_not_heard() {
    let mut flow = Flow::new();
    flow.state.command(Command::Want(Wish::Repair));
    let late = Note { run: 1, said: Said::Event(Event::Failed(unreachable())) };
    assert_eq!(flow.state.note(late), []);
    assert_eq!(flow.state.stage, Stage::Preparing);
}

#[test]
fn the_exit_status_is_that_of_what_was_shown_last() {
    let mut flow = Flow::working(400);
    flow.event(Event::Failed(unreachable()));
    assert_eq!(flow.state.exit_status(), failure::exit::NETWORK);
    let mut flow = Flow::working(1000);
    flow.event(Event::Finished(outcome(Action::Install)));
    assert_eq!(flow.state.exit_status(), 0);
}

proptest::proptest! {
    #[test]
    fn no_order_of_commands_and_events_breaks_the_flow(steps in proptest::collection::vec(0_u8..24, 0..60)) {
        let mut flow = Flow::new();
        let mut shown = 0;
        for step in steps {
            let run = flow.state.order.run;
            match step {
                0 => { flow.state.command(Command::Go); }
                1 => { flow.state.command(Command::Want(Wish::Repair)); shown = 0; }
                2 => { flow.state.command(Command::Back); shown = 0; }
                3 => { flow.state.command(Command::Cancel); }
                4 => { flow.state.command(Command::Confirm); }
                5 => { flow.state.command(Command::Dismiss); }
                6 => { flow.state.command(Command::TryAgain); }
                7 => { flow.state.command(Command::Close); }
                8 => { flow.state.command(Command::Unfold); }
                9 => { flow.state.command(Command::RemoveData(0)); }
                10 => { flow.state.command(Command::Want(Wish::Uninstall)); shown = 0; }
                11 => flow.found(),
                12 => { flow.event(Event::Removing(removal())); }
                13 => { flow.event(Event::Planned(summary(Action::Install, 1000))); if flow.state.stage == Stage::Offer { shown = 0; } }
                14 => { flow.event(Event::Planned(summary(Action::UpToDate, 0))); }
                15 => { flow.event(Event::Failed(unreachable())); }
                16 => { flow.event(Event::Finished(outcome(Action::Install))); }
                17 => { flow.wait(7); }
                other => flow.fetch(u64::from(other) * 40),
            }
            if flow.state.order.run != run && flow.state.agreed.is_none() { shown = 0; }
            proptest::prop_assert!(flow.state.progress() >= shown, "{} < {}", flow.state.progress(), shown);
            shown = flow.state.progress();
            let (have, size) = flow.state.bytes();
            proptest::prop_assert!(have <= size);
        }
    }
}

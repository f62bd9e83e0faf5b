use super::*;
use crate::engine::failure;
use crate::model::event::Phase;

const MB: u64 = 1_000_000;

/// A plan; `to_fetch` in megabytes.
fn summary(action: Action, to_fetch: u64) -> Box<Summary> {
    let summary = serde_json::json!({
        "action": action, "name": "Demo", "publisher": "Demo & Co", "version": "2.0", "installed": null,
        "python": "3.12.1", "signed-by": 2, "threshold": 2, "keys": 3, "packages": 3, "size": 1000 * MB,
        "to-fetch": to_fetch * MB, "builds": [], "folder": "/data/demo",
    });
    Box::new(serde_json::from_value(summary).unwrap())
}

fn outcome(action: Action) -> Outcome {
    let outcome = serde_json::json!({
        "action": action, "version": "2.0", "commands": ["/home/me/.local/bin/demo"], "on-path": true,
    });
    serde_json::from_value(outcome).unwrap()
}

fn unreachable() -> Failure {
    failure::FETCH_UNREACHABLE.failure([("artifact", "a.whl".to_owned()), ("host", "example".to_owned())], None)
}

fn installed() -> Installed {
    Installed {
        version: "1.0".parse().unwrap(),
        previous: Some("0.9".parse().unwrap()),
        commands: vec!["/home/me/.local/bin/demo".to_owned()],
        on_path: true,
    }
}

fn removal() -> Box<Removal> {
    let removal = serde_json::json!({
        "name": "Demo", "version": "2.0", "folder": "/data/demo", "size": 5000, "files": ["/home/me/.local/bin/demo"],
        "left": [], "data": [{"path": "/home/me/.demo", "size": 1}, {"path": "/home/me/demo files", "size": 2}],
        "downloads": 700,
    });
    Box::new(serde_json::from_value(removal).unwrap())
}

/// A window, and the moment.
struct Flow {
    state: State,
    now: Duration,
}

impl Flow {
    fn new() -> Self {
        let (state, effects) = State::new();
        assert_eq!(effects, [Effect::Prepare(Order { run: 1, ..Order::default() })]);
        Self { state, now: Duration::ZERO }
    }

    fn hear(&mut self, said: Said) -> Vec<Effect> {
        let run = self.state.order.run;
        self.state.note(Note { run, said })
    }

    fn event(&mut self, event: Event) -> Vec<Effect> {
        self.hear(Said::Event(event))
    }

    fn wait(&mut self, seconds: u64) -> Vec<Effect> {
        self.now += Duration::from_secs(seconds);
        self.state.tick(self.now)
    }

    /// Megabytes arrive.
    fn fetch(&mut self, have: u64) {
        let artifact = "a.whl".parse().unwrap();
        self.event(Event::Entered { phase: Phase::Fetching });
        self.event(Event::Fetching { artifact, have: have * MB, size: 1000 * MB });
    }

    /// A plan that was consented to, with some of it downloaded.
    fn working(have: u64) -> Self {
        let mut flow = Self::new();
        flow.event(Event::Planned(summary(Action::Install, 1000)));
        assert_eq!(flow.state.stage, Stage::Offer);
        assert!(matches!(&flow.state.command(Command::Go)[..], [Effect::Consent { run: 1, .. }]));
        flow.fetch(have);
        flow
    }

    fn found(&mut self) {
        let found = Found { folder: "/data/demo".into(), installed: Some(installed()), ..Found::default() };
        self.hear(Said::Found(Box::new(found)));
    }
}

#[test]
fn nothing_is_done_before_the_person_says_so() {
    let mut flow = Flow::new();
    assert_eq!(flow.event(Event::Planned(summary(Action::Install, 1000))), []);
    assert_eq!(flow.wait(3600), []);
    assert_eq!(flow.state.stage, Stage::Offer);
}

fn full() -> Failure {
    failure::DISK_FULL.failure([("folder", "/data/demo".to_owned())], None)
}

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
fn a_run_that_is_gone_is_not_heard() {
    let mut flow = Flow::new();
    flow.state.command(Command::Want(Wish::Repair));
    let late = Note { run: 1, said: Said::Event(Event::Failed(unreachable())) };
    assert_eq!(flow.state.note(late), []);
    assert_eq!(flow.state.stage, Stage::Preparing);
}

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
fn the_exit_status_is_that_of_what_was_shown_last() {
    let mut flow = Flow::working(400);
    flow.event(Event::Failed(unreachable()));
    assert_eq!(flow.state.exit_status(), failure::exit::NETWORK);
    let mut flow = Flow::working(1000);
    flow.event(Event::Finished(outcome(Action::Install)));
    assert_eq!(flow.state.exit_status(), 0);
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

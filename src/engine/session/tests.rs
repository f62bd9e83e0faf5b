//! The rules of the fold.

use proptest::prelude::*;

use super::*;
use crate::model::event::Action;

fn name(text: &str) -> FileName {
    text.parse().unwrap()
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn summary(to_fetch: u64, packages: u64, builds: usize) -> Summary {
    Summary {
        action: Action::Install,
        name: "Demo".to_owned(),
        publisher: "Demo makers".to_owned(),
        version: "1.0".parse().unwrap(),
        installed: None,
        python: "3.11.7".parse().unwrap(),
        signed_by: 2,
        threshold: 2,
        keys: 3,
        packages,
        size: to_fetch,
        to_fetch,
        builds: vec!["demo".parse().unwrap(); builds],
        folder: "/data/demo".to_owned(),
        running: Vec::new(),
        left_aside: None,
        on_disk: 0,
        graphical: false,
    }
}

fn planned(to_fetch: u64, packages: u64) -> Event {
    Event::Planned(Box::new(summary(to_fetch, packages, 0)))
}

fn fetching(artifact: &str, have: u64, size: u64) -> Event {
    Event::Fetching { artifact: name(artifact), have, size }
}

fn finished() -> Event {
    Event::Finished(Outcome { on_path: true, ..Outcome::of(Action::Install) })
}

fn failed() -> Event {
    let arguments = BTreeMap::new();
    Event::Failed(Failure { code: "internal".to_owned(), exit_status: 70, arguments, details: Vec::new() })
}

fn fold(events: &[Event]) -> Session {
    let mut session = Session::default();
    for event in events {
        session.apply(event, Duration::ZERO);
    }
    session
}

#[test]
fn a_whole_run_goes_from_nothing_to_everything() {
    let mut session = Session::default();
    let mut seen = vec![session.progress()];
    let mut step = |event: Event| {
        session.apply(&event, Duration::ZERO);
        seen.push(session.progress());
    };
    step(Event::Entered { phase: Phase::Planning });
    step(Event::Planned(Box::new(summary(8_000_000, 10, 1))));
    step(fetching("a.whl", 4_000_000, 4_000_000));
    step(fetching("b.tar.gz", 4_000_000, 4_000_000));
    step(Event::Building { package: "b".parse().unwrap() });
    step(Event::Entered { phase: Phase::Installing });
    step(Event::Installing { package: "a".parse().unwrap(), done: 5, total: 10 });
    step(Event::Entered { phase: Phase::Checking });
    step(Event::Entered { phase: Phase::Activating });
    step(finished());
    // 8 MB to fetch, 8 for the build, 4 to install, 1 to check: 21 parts of 950 thousandths.
    assert_eq!(seen, [0, 15, 30, 210, 391, 391, 753, 844, 934, 980, 1000]);
}

#[test]
fn a_comparison_is_the_whole_of_a_run_or_the_first_part_of_mending() {
    let half = Event::Verifying { done: 50, total: 100 };
    let phase = |phase| Event::Entered { phase };
    let mut whole = fold(&[phase(Phase::Verifying), half.clone()]);
    assert_eq!((whole.progress(), whole.verified()), (490, Amount { done: 50, total: 100 }));
    whole.apply(&finished(), Duration::ZERO);
    assert_eq!(whole.progress(), 1000);
    let all = Event::Verifying { done: 100, total: 100 };
    let mending = fold(&[phase(Phase::Mending), half, all, phase(Phase::Judging), planned(100, 0)]);
    assert_eq!(mending.progress(), 300);
    let fetched =
        fold(&[phase(Phase::Mending), Event::Verifying { done: 1, total: 1 }, planned(100, 0), fetching("a", 50, 100)]);
    assert_eq!(fetched.progress(), 640);
}

#[test]
fn an_artifact_that_starts_again_does_not_take_progress_back() {
    let before = fold(&[planned(100, 0), fetching("a", 80, 100)]);
    let mut after = before.clone();
    assert!(after.apply(&fetching("a", 0, 100), Duration::ZERO));
    assert_eq!((after.progress(), after.fetched()), (before.progress(), 80));
    assert_eq!(after.active()[0].1.have, 0, "the artifact itself is shown as it is");
}

#[test]
fn bytes_are_not_counted_twice_when_they_are_fetched_again() {
    let session = fold(&[planned(100, 0), fetching("a", 80, 100), fetching("a", 0, 100), fetching("a", 90, 100)]);
    assert_eq!(session.fetched(), 90);
}

#[test]
fn speed_is_that_of_the_last_seconds_and_not_of_what_was_there_before() {
    let mut session = Session::default();
    session.apply(&planned(100_000, 0), seconds(0));
    session.apply(&fetching("a", 50_000, 100_000), seconds(0));
    assert_eq!(session.speed(seconds(1)), None, "resumed bytes are no speed");
    session.apply(&fetching("a", 60_000, 100_000), seconds(10));
    session.apply(&fetching("a", 70_000, 100_000), seconds(15));
    assert_eq!(session.speed(seconds(15)), Some(2000.0));
    assert_eq!(session.speed(seconds(60)), None, "a line that stands still has no speed");
}

#[test]
fn the_time_left_is_that_of_the_phase() {
    let mut session = Session::default();
    session.apply(&Event::Entered { phase: Phase::Fetching }, seconds(0));
    session.apply(&planned(30_000, 4), seconds(0));
    session.apply(&fetching("a", 0, 30_000), seconds(0));
    session.apply(&fetching("a", 10_000, 30_000), seconds(5));
    assert_eq!(session.time_left(seconds(5)), Some(seconds(10)));
    session.apply(&Event::Entered { phase: Phase::Installing }, seconds(6));
    assert_eq!(session.time_left(seconds(6)), None);
    let package: PackageName = "a".parse().unwrap();
    session.apply(&Event::Installing { package: package.clone(), done: 1, total: 4 }, seconds(6));
    session.apply(&Event::Installing { package, done: 2, total: 4 }, seconds(8));
    assert_eq!(session.time_left(seconds(8)), Some(seconds(4)));
}

#[test]
fn active_artifacts_come_in_the_order_they_began_and_leave_when_they_are_done() {
    let mut session = fold(&[fetching("b", 1, 9), fetching("a", 1, 9), fetching("c", 9, 9)]);
    let names = |session: &Session| session.active().iter().map(|(name, _)| name.to_string()).collect::<Vec<_>>();
    assert_eq!(names(&session), ["b", "a"]);
    session.apply(&fetching("b", 9, 9), Duration::ZERO);
    assert_eq!(names(&session), ["a"]);
}

#[test]
fn an_artifact_waits_for_its_next_try_until_bytes_come_again() {
    let mut session = fold(&[fetching("a", 1, 9)]);
    let retrying = Event::Retrying { artifact: name("a"), attempt: 2, wait: 3000, cause: "cut".to_owned() };
    session.apply(&retrying, seconds(1));
    assert_eq!(session.active()[0].1.retry, Some(Retry { attempt: 2, at: seconds(4) }));
    session.apply(&fetching("a", 2, 9), seconds(4));
    assert_eq!((session.active()[0].1.retry.clone(), session.retries()), (None, 1));
}

#[test]
fn a_run_ends_once() {
    let mut session = fold(&[failed()]);
    assert!(!session.apply(&finished(), Duration::ZERO));
    assert!(matches!(session.end(), Some(End::Failed(_))));
    assert_eq!(session.progress(), 0);
}

fn any_event() -> impl Strategy<Value = Event> {
    let phases = prop::sample::select(vec![
        Phase::Verifying,
        Phase::Mending,
        Phase::Judging,
        Phase::Planning,
        Phase::Fetching,
        Phase::Building,
        Phase::Installing,
        Phase::Checking,
        Phase::Activating,
    ]);
    let amount = || prop_oneof![0..100u64, any::<u64>()];
    let artifact = || "[a-c]".prop_map(|text| name(&text));
    let package = || "[a-c]".prop_map(|text| text.parse::<PackageName>().unwrap());
    prop_oneof![
        4 => phases.prop_map(|phase| Event::Entered { phase }),
        2 => (amount(), amount(), 0..3usize)
            .prop_map(|(fetch, packages, builds)| Event::Planned(Box::new(summary(fetch, packages, builds)))),
        8 => (artifact(), amount(), amount())
            .prop_map(|(artifact, have, size)| Event::Fetching { artifact, have, size }),
        2 => (artifact(), any::<u32>(), amount())
            .prop_map(|(artifact, attempt, wait)| Event::Retrying { artifact, attempt, wait, cause: String::new() }),
        2 => (amount(), amount()).prop_map(|(done, total)| Event::Verifying { done, total }),
        2 => package().prop_map(|package| Event::Building { package }),
        8 => (package(), amount(), amount())
            .prop_map(|(package, done, total)| Event::Installing { package, done, total }),
        1 => Just(finished()),
        1 => Just(failed()),
    ]
}

proptest! {
    #[test]
    fn progress_never_goes_back_whatever_comes_in_whatever_order(
        events in prop::collection::vec((any_event(), 0..20_000u64), 0..80),
    ) {
        let mut session = Session::default();
        let mut ends = 0;
        for (event, at) in events {
            let before = session.clone();
            let now = Duration::from_millis(at);
            let counted = session.apply(&event, now);
            prop_assert!(session.progress() >= before.progress() && session.progress() <= 1000);
            prop_assert_eq!(session.progress() == 1000, matches!(session.end(), Some(End::Finished(_))));
            prop_assert!(session.speed(now).is_none_or(|speed| speed.is_finite() && speed > 0.0));
            prop_assert!(session.time_left(now).is_none_or(|left| left < LONGEST_FORECAST));
            prop_assert!(session.installed().done <= session.installed().total);
            prop_assert_eq!(counted, before.end().is_none());
            if !counted {
                prop_assert_eq!(&session, &before);
            }
            ends += usize::from(counted && session.end().is_some());
        }
        prop_assert!(ends <= 1);
    }
}

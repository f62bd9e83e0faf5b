//! The flow of the window, without a window: what is heard and wished goes in, state and effects come out.

mod folders;
mod retries;
mod runs;
mod stops;
mod wishes;

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

fn full() -> Failure {
    failure::DISK_FULL.failure([("folder", "/data/demo".to_owned())], None)
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

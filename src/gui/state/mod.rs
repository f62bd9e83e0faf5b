//! The state of the window: the engine's facts and the person's wishes, folded. Pure; time is an argument.
//!
//! Commands, notes and ticks go in, effects come out. A run has a number, and what is heard of a run that is not
//! the present one is passed over: a cancelled run may still have something to say.

mod choosing;
mod command;
mod details;
mod folder;
mod retry;
mod view;

use std::path::PathBuf;
use std::time::Duration;

pub use command::{Choices, Command, Effect, Found, Note, Order, ProxyLogin, Said, Switch, Wish};
pub use details::{Details, Entry};
pub use retry::Countdown;

use crate::engine::Session;
use crate::model::event::{Action, Event, Failure, Outcome, Summary};
use crate::model::{Removal, Version};
use retry::Tries;

/// Everything that the window shows.
#[derive(Clone, Debug)]
pub struct State {
    stage: Stage,
    session: Session,
    details: Details,
    found: Found,
    order: Order,
    choices: Choices,
    question: Option<Question>,
    /// Whether the languages are shown.
    choosing: bool,
    unfolded: bool,
    typed_folder: String,
    login: ProxyLogin,
    /// What was consented to: another try of the same asks no second time.
    agreed: Option<Agreed>,
    countdown: Option<Countdown>,
    tries: Tries,
    reached: Reached,
    /// When something was put onto the clipboard.
    copied: Option<Duration>,
    now: Duration,
}

/// Where in the flow the window is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// The release is judged, the plan is made.
    #[default]
    Preparing,
    /// A plan waits for consent.
    Offer,
    /// It is installed, and there is nothing to do.
    Home,
    /// A removal waits for consent.
    Removal(Box<Removal>),
    /// What was consented to is done.
    Working,
    /// It was asked to stop.
    Stopping,
    /// The person stopped it.
    Stopped,
    /// It ended well.
    Done(Outcome),
    /// It ended otherwise.
    Failed(Failure),
}

/// A question that has to be answered before anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Stop the run?
    Cancel,
    /// Stop the run and close the window?
    Close,
}

/// What is installed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installed {
    /// Its version.
    pub version: Version,
    /// The version that can be gone back to.
    pub previous: Option<Version>,
    /// The launchers, as absolute paths.
    pub commands: Vec<String>,
    /// Whether the folder of the launchers is on the PATH.
    pub on_path: bool,
}

/// What was consented to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Agreed {
    action: Action,
    version: Version,
}

/// How far the tries of one wish have come: what is shown never goes back when it is tried again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Reached {
    /// Thousandths that were shown when the present try began: it only fills what was left.
    before: u16,
    /// Thousandths that are shown.
    progress: u16,
    fetched: u64,
    to_fetch: u64,
}

impl State {
    /// Begins: nothing is known yet, and the first run is to be prepared.
    pub fn new() -> (Self, Vec<Effect>) {
        let order = Order { run: 1, ..Order::default() };
        let state = Self {
            stage: Stage::Preparing,
            session: Session::default(),
            details: Details::default(),
            found: Found::default(),
            order: order.clone(),
            choices: Choices::default(),
            question: None,
            choosing: false,
            unfolded: false,
            typed_folder: String::new(),
            login: ProxyLogin::default(),
            agreed: None,
            countdown: None,
            tries: Tries::default(),
            reached: Reached::default(),
            copied: None,
            now: Duration::ZERO,
        };
        (state, vec![Effect::Prepare(order)])
    }

    /// Lets time go by; a countdown may be over.
    pub fn tick(&mut self, now: Duration) -> Vec<Effect> {
        self.now = self.now.max(now);
        match self.countdown {
            Some(countdown) if countdown.left(self.now).is_zero() => self.begin_again(),
            _ => Vec::new(),
        }
    }

    /// Takes what is heard of a run.
    pub fn note(&mut self, note: Note) -> Vec<Effect> {
        if note.run != self.order.run {
            return Vec::new();
        }
        match note.said {
            Said::Found(found) => {
                self.typed_folder = found.folder.display().to_string();
                if self.found.folder.as_os_str().is_empty() {
                    let wished = found.wished;
                    (self.choices.menu, self.choices.desktop, self.choices.path) =
                        (wished.menu, wished.desktop_shortcut, wished.path);
                }
                self.found = *found;
                Vec::new()
            }
            Said::Event(event) => self.event(&event),
        }
    }

    fn event(&mut self, event: &Event) -> Vec<Effect> {
        if !self.session.apply(event, self.now) {
            return Vec::new();
        }
        self.details.apply(event);
        match event {
            Event::Planned(summary) => return self.planned(summary),
            Event::Removing(removal) => self.stage = Stage::Removal(removal.clone()),
            Event::Finished(outcome) => return self.finished(outcome),
            Event::Failed(failure) => self.failed(failure),
            _ => {}
        }
        self.reach();
        Vec::new()
    }

    fn planned(&mut self, summary: &Summary) -> Vec<Effect> {
        if summary.action == Action::UpToDate {
            return Vec::new();
        }
        let plan = Agreed { action: summary.action, version: summary.version.clone() };
        if self.agreed.as_ref() == Some(&plan) {
            return self.consent(plan);
        }
        self.agreed = None;
        self.reached = Reached::default();
        self.stage = Stage::Offer;
        Vec::new()
    }

    fn finished(&mut self, outcome: &Outcome) -> Vec<Effect> {
        self.reach();
        self.question = None;
        self.agreed = None;
        if outcome.action == Action::UpToDate && self.order.wish == Wish::Automatic {
            self.stage = Stage::Home;
            return Vec::new();
        }
        self.stage = Stage::Done(outcome.clone());
        if self.choices.start && self.is_graphical() && outcome.action == Action::Install {
            self.open()
        } else {
            Vec::new()
        }
    }

    fn failed(&mut self, failure: &Failure) {
        self.question = None;
        let asked = self.stage == Stage::Stopping;
        if asked || failure.code == crate::engine::failure::CANCELLED.code {
            self.stage = Stage::Stopped;
            return;
        }
        if self.session.fetched() > 0 || self.session.progress() > GOT_SOMEWHERE {
            self.tries.forget();
        }
        self.countdown = self.tries.after(failure, self.now);
        // What was unfolded before the run were options.
        self.unfolded &= self.stage == Stage::Working;
        self.stage = Stage::Failed(failure.clone());
    }

    /// Remembers how far it came.
    fn reach(&mut self) {
        self.reached.progress = self.reached.progress.max(self.shown());
        let Some(summary) = self.session.summary() else { return };
        self.reached.to_fetch = self.reached.to_fetch.max(summary.to_fetch);
        let before = self.reached.to_fetch - summary.to_fetch;
        self.reached.fetched = self.reached.fetched.max(before.saturating_add(self.session.fetched()));
    }

    /// Thousandths of the whole way, when the present try fills what the ones before have left.
    fn shown(&self) -> u16 {
        let (before, done) = (u32::from(self.reached.before), u32::from(self.session.progress()));
        let shown = before + (1000 - before) * done / 1000;
        u16::try_from(shown).unwrap_or_default()
    }

    /// Takes what the person asks for.
    pub fn command(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Go => return self.go(),
            Command::GoLater => {
                self.choices.later = true;
                return self.go();
            }
            Command::Want(wish) => return self.prepare(wish),
            Command::Back => return self.prepare(Wish::Automatic),
            Command::TryAgain => return self.try_again(),
            Command::Languages => return self.show_languages(),
            Command::Speak(tag) => return self.speak(tag),
            Command::Dismiss if self.choosing => self.choosing = false,
            Command::Cancel | Command::Close | Command::Confirm | Command::Dismiss => return self.leaving(&command),
            Command::Interrupt => return vec![Effect::Cancel, Effect::Close],
            Command::UseFolder => return self.use_folder(),
            Command::Open => return self.open(),
            Command::CopyCommand => return self.copy_command(),
            Command::CopyDetails => return self.copy_details(),
            Command::Unfold => self.unfolded = !self.unfolded,
            Command::Switch(switch) => self.switch(switch),
            Command::Folder(text) => self.typed_folder = text,
            Command::ProxyName(text) => self.login.name = text,
            Command::ProxyPassword(text) => self.login.password = text,
            Command::RemoveData(place) => self.remove_data(place),
            Command::RemoveDownloads => self.choices.remove_downloads = !self.choices.remove_downloads,
        }
        Vec::new()
    }

    fn go(&mut self) -> Vec<Effect> {
        match &self.stage {
            Stage::Offer => {
                let Some(summary) = self.session.summary() else { return Vec::new() };
                let plan = Agreed { action: summary.action, version: summary.version.clone() };
                self.consent(plan)
            }
            Stage::Removal(_) => {
                self.stage = Stage::Working;
                vec![Effect::Consent { run: self.order.run, choices: self.choices.clone() }]
            }
            Stage::Failed(_) | Stage::Stopped => self.try_again(),
            Stage::Home | Stage::Done(_) => vec![Effect::Close],
            Stage::Preparing | Stage::Working | Stage::Stopping => Vec::new(),
        }
    }

    fn consent(&mut self, plan: Agreed) -> Vec<Effect> {
        self.agreed = Some(plan);
        self.stage = Stage::Working;
        self.unfolded = false;
        self.reach();
        vec![Effect::Consent { run: self.order.run, choices: self.choices.clone() }]
    }

    /// Prepares another wish.
    fn prepare(&mut self, wish: Wish) -> Vec<Effect> {
        self.agreed = None;
        self.reached = Reached::default();
        self.tries.forget();
        self.choices.remove_data.clear();
        self.choices.remove_downloads = false;
        self.choices.later = false;
        self.order.wish = wish;
        self.begin_again()
    }

    /// Prepares the present wish anew; what was consented to goes on by itself.
    fn begin_again(&mut self) -> Vec<Effect> {
        self.countdown = None;
        self.unfolded = false;
        self.stage = if self.agreed.is_some() { Stage::Working } else { Stage::Preparing };
        self.session = Session::default();
        match self.agreed {
            Some(_) => self.reached.before = self.reached.progress,
            None => self.reached = Reached::default(),
        }
        self.order.run = self.order.run.wrapping_add(1);
        self.order.proxy = (!self.login.name.is_empty()).then(|| self.login.clone());
        vec![Effect::Prepare(self.order.clone())]
    }

    fn try_again(&mut self) -> Vec<Effect> {
        self.tries.forget();
        if self.may_choose_folder() {
            self.take_folder();
        }
        self.begin_again()
    }

    /// Stopping and closing: asks where something would be lost.
    fn leaving(&mut self, command: &Command) -> Vec<Effect> {
        let working = matches!(self.stage, Stage::Working);
        match (command, self.question) {
            (Command::Cancel, _) if working => self.ask(Question::Cancel),
            (Command::Cancel, _) if self.stage == Stage::Preparing => return self.stop(),
            (Command::Close, _) if working => self.ask(Question::Close),
            (Command::Confirm, Some(Question::Close)) => return vec![Effect::Cancel, Effect::Close],
            (Command::Confirm, Some(Question::Cancel)) => return self.stop(),
            (Command::Confirm, None) => {}
            (Command::Dismiss, _) => self.question = None,
            _ if matches!(self.stage, Stage::Preparing | Stage::Stopping) => {
                return vec![Effect::Cancel, Effect::Close];
            }
            _ => return vec![Effect::Close],
        }
        Vec::new()
    }

    fn ask(&mut self, question: Question) {
        self.choosing = false;
        self.question = Some(question);
    }

    fn stop(&mut self) -> Vec<Effect> {
        self.question = None;
        self.stage = Stage::Stopping;
        vec![Effect::Cancel]
    }

    fn copy_command(&mut self) -> Vec<Effect> {
        self.copied = Some(self.now);
        self.commands().first().map(|path| Effect::Copy(self.typed_as(path))).into_iter().collect()
    }

    fn copy_details(&mut self) -> Vec<Effect> {
        self.copied = Some(self.now);
        match &self.stage {
            Stage::Failed(failure) => vec![Effect::CopyDetails(failure.clone())],
            _ => Vec::new(),
        }
    }

    fn open(&self) -> Vec<Effect> {
        self.commands().first().map(|path| Effect::Launch(PathBuf::from(path))).into_iter().collect()
    }
}

/// Thousandths of a run that say that the network was there.
const GOT_SOMEWHERE: u16 = 30;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
mod tests;

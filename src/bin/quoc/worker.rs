//! A thread that works for the window: orders come in, notes go out, and nobody who draws ever waits.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use quoc::gui::Runner;
use quoc::gui::state::{Choices, Effect, Note, Order, Said};
use quoc::model::Event;
use quoc::model::event::Failure;
use quoc::ports::{Cancel, EventSink};
use quoc::system::logging::RunLog;

/// Wakes the window, so that it looks for notes.
pub(crate) type Wake = Arc<dyn Fn() + Send + Sync>;

/// What the thread does with an order.
pub(crate) trait Work: Send {
    /// Carries out an order, or tells its failure; consent is waited for where it is due.
    fn carry_out(&mut self, order: &Order, voice: &Voice, consent: &mut Consent<'_>, cancel: &Cancel);
}

/// The window's end of the thread.
pub(crate) struct Worker {
    asks: Sender<Ask>,
    notes: Receiver<Note>,
    current: Current,
    log: RunLog,
}

/// The wish to stop the present run.
#[derive(Clone, Default)]
struct Current(Arc<Mutex<Cancel>>);

/// What the window asks of the thread.
enum Ask {
    Prepare(Order),
    Consent { run: u32, choices: Choices },
}

impl Worker {
    /// Starts the thread; it ends when the worker is dropped, after what it is at.
    pub(crate) fn start(
        mut work: impl Work + 'static,
        log: &RunLog,
        wake: Wake,
    ) -> std::io::Result<(Self, JoinHandle<()>)> {
        let (asks, asked) = channel();
        let (told, notes) = channel();
        let current = Current::default();
        let stop = current.clone();
        let serve = move || {
            let mut next = None;
            while let Some(ask) = next.take().or_else(|| asked.recv().ok()) {
                // A consent to a run that is gone is passed over.
                let Ask::Prepare(order) = ask else { continue };
                let voice = Voice { run: order.run, notes: told.clone(), wake: Arc::clone(&wake) };
                let mut consent = Consent { asks: &asked, run: order.run, instead: None };
                work.carry_out(&order, &voice, &mut consent, &stop.renewed());
                next = consent.instead;
            }
        };
        let thread = std::thread::Builder::new().name("work".to_owned()).spawn(serve)?;
        Ok((Self { asks, notes, current, log: log.clone() }, thread))
    }

    fn ask(&self, ask: Ask) {
        // Without the thread there is nobody to ask; its end was told.
        self.asks.send(ask).ok();
    }
}

impl Current {
    /// Stops the present run at the next safe point.
    fn cancel(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).cancel();
    }

    /// A new run begins: what stopped the one before does not stop it.
    fn renewed(&self) -> Cancel {
        let fresh = Cancel::default();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = fresh.clone();
        fresh
    }
}

impl Runner for Worker {
    fn notes(&mut self) -> Vec<Note> {
        self.notes.try_iter().collect()
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Prepare(order) => self.ask(Ask::Prepare(order)),
            Effect::Consent { run, choices } => self.ask(Ask::Consent { run, choices }),
            Effect::Cancel => self.current.cancel(),
            Effect::Launch(program) => launch(&program),
            // The window does these itself.
            Effect::Copy(_) | Effect::CopyDetails(_) | Effect::Languages | Effect::Speak(_) | Effect::Close => {}
        }
    }

    fn details(&self, failure: &Failure) -> String {
        self.log.details(failure)
    }
}

/// Starts the application; it goes on when this program ends.
fn launch(program: &std::path::Path) {
    let started = std::process::Command::new(program)
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn();
    if let Err(error) = started {
        log::error!("{} could not be started: {error}", program.display());
    }
}

/// Waits for the person's word.
pub(crate) struct Consent<'a> {
    asks: &'a Receiver<Ask>,
    run: u32,
    /// What was asked instead.
    instead: Option<Ask>,
}

impl Consent<'_> {
    /// Returns what was chosen; `None` when something else was asked, or the window is gone.
    pub(crate) fn wait(&mut self) -> Option<Choices> {
        loop {
            match self.asks.recv() {
                Ok(Ask::Consent { run, choices }) if run == self.run => return Some(choices),
                Ok(Ask::Consent { .. }) => {}
                Ok(other) => {
                    self.instead = Some(other);
                    return None;
                }
                Err(_) => return None,
            }
        }
    }

    /// Returns whether something else was asked: the run is over, and its end is no news.
    pub(crate) fn is_overtaken(&self) -> bool {
        self.instead.is_some()
    }
}

/// Tells the window what happens.
pub(crate) struct Voice {
    run: u32,
    notes: Sender<Note>,
    wake: Wake,
}

impl Voice {
    /// Tells something of the present run.
    pub(crate) fn say(&self, said: Said) {
        // A window that is gone hears nothing.
        self.notes.send(Note { run: self.run, said }).ok();
        (self.wake)();
    }
}

impl EventSink for Voice {
    fn emit(&self, event: Event) {
        self.say(Said::Event(event));
    }
}

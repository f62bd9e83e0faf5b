//! A thread that works for the window: orders come in, notes go out, and nobody who draws ever waits.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use quoc::engine::failure;
use quoc::gui::Runner;
use quoc::gui::state::{Choices, Effect, Note, Order, Said};
use quoc::model::Event;
use quoc::model::event::Failure;
use quoc::ports::{Cancel, EventSink, Nobody};
use quoc::system::logging::{Recorder, RunLog};
use quoc::system::processes;

use crate::window::begin_anew;

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
    told: Sender<Note>,
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
        let (current, present) = (Current::default(), Present::default());
        if cfg!(panic = "abort") {
            present.stops_instead(log);
        }
        let (stop, heard, kept) = (current.clone(), told.clone(), log.clone());
        let serve = move || {
            let mut next = None;
            while let Some(ask) = next.take().or_else(|| asked.recv().ok()) {
                // A consent to a run that is gone is passed over.
                let Ask::Prepare(order) = ask else { continue };
                let voice = Voice { run: order.run, notes: heard.clone(), wake: Arc::clone(&wake) };
                present.is(&voice);
                let mut consent = Consent { asks: &asked, run: order.run, instead: None };
                let cancel = stop.renewed();
                let carried_out = AssertUnwindSafe(|| work.carry_out(&order, &voice, &mut consent, &cancel));
                if let Err(panic) = catch_unwind(carried_out) {
                    Recorder::new(&kept, &voice).emit(Event::Failed(mistake(said(panic.as_ref()))));
                }
                next = consent.instead;
            }
        };
        let thread = std::thread::Builder::new().name(THREAD.to_owned()).spawn(serve)?;
        Ok((Self { asks, told, notes, current, log: log.clone() }, thread))
    }

    fn prepare(&self, order: Order) {
        if !has_fallen() {
            return self.ask(Ask::Prepare(order));
        }
        // What fell lets go of nothing any more.
        let error = begin_anew();
        let said = Said::Event(Event::Failed(mistake(format!("this program cannot be started anew: {error}"))));
        self.told.send(Note { run: order.run, said }).ok();
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

/// Who hears of the present run, for the moment in which the engine falls.
#[derive(Clone, Default)]
struct Present(Arc<Mutex<Option<Voice>>>);

impl Present {
    fn is(&self, voice: &Voice) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(voice.clone());
    }

    /// A panic ends a program that was built to abort, and the window would be gone without a word. So a thread of the
    /// engine that panics tells the window and is stopped where it is.
    fn stops_instead(&self, log: &RunLog) {
        let (present, log, usual) = (self.clone(), log.clone(), std::panic::take_hook());
        std::panic::set_hook(Box::new(move |panic| {
            // Threads that belong to a library have names, but the network's.
            let is_engine = matches!(std::thread::current().name(), None | Some(THREAD | "quoc-network"));
            if is_engine {
                FALLEN.store(true, Ordering::Relaxed);
                // Nobody is left who would end them, and they hold the application's folder.
                processes::kill_all();
                present.tell(&log, panic.to_string());
                loop {
                    std::thread::park();
                }
            }
            usual(panic);
        }));
    }

    fn tell(&self, log: &RunLog, why: String) {
        let failed = Event::Failed(mistake(why));
        let voice = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        // The window first: whoever fell may hold the log.
        if let Some(voice) = voice {
            voice.emit(failed.clone());
        }
        Recorder::new(log, &Nobody).emit(failed);
    }
}

/// Returns whether the engine has fallen, and nobody can wait for its thread.
pub(crate) fn has_fallen() -> bool {
    FALLEN.load(Ordering::Relaxed)
}

static FALLEN: AtomicBool = AtomicBool::new(false);

fn mistake(why: String) -> Failure {
    let mut failure = failure::INTERNAL.failure([], None);
    failure.details.push(why);
    failure
}

/// What a panic says.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

impl Runner for Worker {
    fn notes(&mut self) -> Vec<Note> {
        self.notes.try_iter().collect()
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Prepare(order) => self.prepare(order),
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
#[derive(Clone)]
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

/// The name of the engine's thread.
const THREAD: &str = "work";

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
mod tests {
    use std::time::Duration;

    use quoc::system::logging::Keep;

    use super::*;

    /// Falls at the first order, and does the second one.
    struct Falls(u32);

    impl Work for Falls {
        fn carry_out(&mut self, _: &Order, voice: &Voice, _: &mut Consent<'_>, _: &Cancel) {
            self.0 += 1;
            assert!(self.0 > 1, "an apple fell");
            voice.emit(Event::Failed(failure::CANCELLED.failure([], None)));
        }
    }

    fn next(worker: &mut Worker) -> Note {
        (0..500)
            .find_map(|_| {
                std::thread::sleep(Duration::from_millis(10));
                worker.notes().pop()
            })
            .unwrap()
    }

    fn failed(note: &Note) -> &Failure {
        let Said::Event(Event::Failed(failure)) = &note.said else { panic!("{note:?}") };
        failure
    }

    #[test]
    fn a_panic_of_the_engine_is_a_failure_that_says_why_and_the_next_order_is_carried_out() {
        let log = RunLog::begin(&[], Keep::Never);
        let (mut worker, _) = Worker::start(Falls(0), &log, Arc::new(|| {})).unwrap();
        worker.perform(Effect::Prepare(Order { run: 1, ..Order::default() }));
        let note = next(&mut worker);
        assert_eq!((note.run, failed(&note).code.as_str()), (1, "internal"));
        assert_eq!(failed(&note).details, ["an apple fell"]);
        assert!(worker.details(failed(&note)).contains("an apple fell"));
        worker.perform(Effect::Prepare(Order { run: 2, ..Order::default() }));
        assert_eq!(failed(&next(&mut worker)).code, "cancelled");
    }

    /// Holds a folder, starts a child that never ends, falls, and begins anew; the program anew takes the folder.
    #[cfg(unix)]
    fn falls_and_begins_anew(folder: &std::path::Path) {
        use quoc::activate::{Layout, Lock};
        use quoc::ports::{Command, Processes as _};
        let layout = Layout::new(folder.join("app"), folder.join("bin"));
        let (log, mark) = (RunLog::begin(&[], Keep::Never), folder.join("fell"));
        if mark.exists() {
            // Killed children end at some moment, and have the lock until then.
            let took = (0..100).find_map(|_| {
                std::thread::sleep(Duration::from_millis(20));
                Lock::take(&layout).ok()
            });
            std::process::exit(if took.is_some() { 0 } else { 1 });
        }
        std::fs::write(&mark, "").unwrap();
        let (begun, has_begun) = channel();
        let script = "echo begun; exec sleep 30".to_owned();
        let (program, arguments) = ("/bin/sh".into(), vec!["-c".into(), script.into()]);
        let (environment, time_limit) = (vec![("PATH".into(), "/usr/bin:/bin".into())], Duration::from_secs(60));
        let child = Command { program, arguments, environment, folder: folder.to_owned(), time_limit };
        Present::default().stops_instead(&log);
        std::thread::Builder::new()
            .name(THREAD.to_owned())
            .spawn(move || {
                let _lock = Lock::take(&layout).unwrap();
                let run = |line: quoc::ports::OutputLine<'_>| {
                    begun.send(format!("{line:?}")).unwrap();
                    panic!("an apple fell");
                };
                let mut run = run;
                processes::ChildProcesses.run(&child, &Cancel::default(), &mut run).unwrap();
            })
            .unwrap();
        has_begun.recv().unwrap();
        while !has_fallen() {
            std::thread::sleep(Duration::from_millis(5));
        }
        // The hook kills the child, and then it tells.
        std::thread::sleep(Duration::from_millis(500));
        panic!("{}", begin_anew());
    }

    #[cfg(unix)]
    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test of its own process")]
    fn a_program_that_fell_is_begun_anew_and_finds_its_folder_free_and_no_child_in_it() {
        const NAME: &str =
            "worker::tests::a_program_that_fell_is_begun_anew_and_finds_its_folder_free_and_no_child_in_it";
        const FOLDER: &str = "QUOC_TEST_FALLS_IN";
        if let Some(folder) = std::env::var_os(FOLDER) {
            return falls_and_begins_anew(folder.as_ref());
        }
        rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o022));
        let folder = tempfile::tempdir().unwrap();
        let mut falls = std::process::Command::new(std::env::current_exe().unwrap());
        falls.args(["--exact", NAME, "--nocapture"]).env(FOLDER, folder.path());
        let said = falls.output().unwrap();
        assert!(said.status.success(), "{said:?}");
        assert!(folder.path().join("fell").exists(), "it never began");
    }

    #[test]
    fn where_a_panic_would_end_the_program_the_window_hears_of_it_before() {
        let (notes, heard) = channel();
        let present = Present::default();
        present.is(&Voice { run: 7, notes, wake: Arc::new(|| {}) });
        present.tell(&RunLog::begin(&[], Keep::Never), "an apple fell".to_owned());
        let note = heard.recv().unwrap();
        assert_eq!((note.run, failed(&note).details.as_slice()), (7, ["an apple fell".to_owned()].as_slice()));
    }
}

//! The ladder: what is tried after what to show a window, and how one gets from rung to rung.
//!
//! A graphics driver may fail, panic in a library around it, or never return; so may a display. None of that can be
//! undone within a process, and a display's connection cannot be made twice in it. So this program starts itself
//! anew, in its own place, with the next rung in its environment. Until the first frame is seen, nothing was done yet.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Names the renderer: `hardware`, `software`, `none`, or `automatic`, which tries one after the other; anything else asks
/// whether there is a graphics card.
pub(super) const RENDERER: &str = "QUOC_RENDERER";

/// Tells the next rung why it is there, in English.
const BECAUSE: &str = "QUOC_RENDERER_BECAUSE";

/// Who draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Renderer {
    /// The graphics card, and where it cannot, the processor.
    Automatic,
    /// The graphics card or nobody.
    Hardware,
    /// The processor.
    Software,
    /// Nobody: no window is opened.
    None,
}

/// What is there to open a window on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Displays {
    wayland: bool,
    x11: bool,
}

/// What did not work.
#[derive(Debug)]
pub(super) enum Broken {
    /// The display is not there: whoever draws, nothing is seen on it.
    Display(String),
    /// Something about drawing on it.
    Drawing(String),
    /// Neither: another rung would not help.
    Other(String),
}

/// Where on the ladder this process is.
#[derive(Clone, Debug)]
pub(super) struct Ladder {
    pub(super) renderer: Renderer,
    pub(super) because: Option<String>,
    /// Whether nobody has asked for this renderer.
    is_usual: bool,
    displays: Displays,
}

/// What is tried next.
#[derive(Debug, PartialEq, Eq)]
struct Next {
    renderer: Renderer,
    without_wayland: bool,
}

impl Displays {
    /// Returns what the environment names.
    pub(super) fn named() -> Self {
        let named = |variable: &str| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
        Self { wayland: WAYLAND.iter().any(|variable| named(variable)), x11: named("DISPLAY") }
    }

    /// Returns whether there is any.
    pub(super) fn any(self) -> bool {
        self.wayland || self.x11
    }
}

impl Renderer {
    fn of(value: Option<&OsStr>, has_card: impl FnOnce() -> bool) -> Self {
        match value.and_then(OsStr::to_str) {
            Some("hardware") => Self::Hardware,
            Some("software") => Self::Software,
            Some("none") => Self::None,
            Some("automatic") => Self::Automatic,
            _ if has_card() => Self::Automatic,
            _ => Self::Software,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Automatic => "automatic",
            Self::Hardware => "hardware",
            Self::Software => "software",
            Self::None => "none",
        }
    }
}

impl Ladder {
    /// Returns the rung that the environment names.
    pub(super) fn here() -> Self {
        let asked = std::env::var_os(RENDERER).filter(|asked| !asked.is_empty());
        let renderer = Renderer::of(asked.as_deref(), has_card);
        let because = std::env::var(BECAUSE).ok().filter(|because| !because.is_empty());
        if let Some(because) = &because {
            log::warn!("the renderer is {}, since: {because}", renderer.name());
        } else {
            log::debug!("the renderer is {}", renderer.name());
        }
        Self { renderer, because, is_usual: asked.is_none(), displays: Displays::named() }
    }

    /// Watches over this rung: one that panics or shows nothing in time is left for the next one.
    pub(super) fn watch(&self) -> Watch {
        let watch = Watch(Arc::new((Mutex::new(true), Condvar::new())));
        let (ladder, patient) = (self.clone(), watch.clone());
        std::thread::spawn(move || {
            let limit = if ladder.renderer == Renderer::Software { SOFTWARE_LIMIT } else { HARDWARE_LIMIT };
            if !patient.ends_within(limit) {
                ladder.leave(&Broken::Drawing(format!("nothing was to be seen after {} s", limit.as_secs())));
            }
        });
        let (ladder, alert, usual) = (self.clone(), watch.clone(), std::panic::take_hook());
        let main = std::thread::current().id();
        std::panic::set_hook(Box::new(move |panic| {
            if alert.is_on() && std::thread::current().id() == main {
                ladder.leave(&Broken::Drawing(panic.to_string()));
            }
            usual(panic);
        }));
        watch
    }

    /// Goes on with the next rung; returns only where there is none, with the reason.
    pub(super) fn go_on(&self, broken: Broken) -> String {
        let next = self.next(&broken);
        let (Broken::Display(why) | Broken::Drawing(why) | Broken::Other(why)) = broken;
        log::warn!("no window with the renderer {}: {why}", self.renderer.name());
        match next.filter(|next| next.renderer != Renderer::None) {
            Some(next) => format!("{why}; {}", start_anew(&next, &why)),
            // There is no need to start anew: whoever called goes on without a window.
            None => why,
        }
    }

    /// Leaves this rung from wherever this process is at.
    fn leave(&self, broken: &Broken) {
        if let (Some(next), Broken::Drawing(why)) = (self.next(broken), broken) {
            log::warn!("no window with the renderer {}: {why}", self.renderer.name());
            log::error!("{}", start_anew(&next, why));
        }
    }

    fn next(&self, broken: &Broken) -> Option<Next> {
        let of = |renderer, without_wayland| Some(Next { renderer, without_wayland });
        match (broken, self.renderer) {
            (Broken::Other(_), _) | (_, Renderer::None) => None,
            (Broken::Drawing(_), Renderer::Automatic) => of(Renderer::Software, false),
            // There is no card, but OpenGL may draw with the processor.
            (Broken::Drawing(_), Renderer::Software) if self.is_usual => of(Renderer::Hardware, false),
            (Broken::Display(_), asked @ (Renderer::Automatic | Renderer::Hardware))
            | (Broken::Display(_) | Broken::Drawing(_), asked @ Renderer::Software)
                if self.displays == (Displays { wayland: true, x11: true }) =>
            {
                of(asked, true)
            }
            _ => of(Renderer::None, false),
        }
    }
}

/// Tells whether what is waited for has been seen.
#[derive(Clone)]
pub(super) struct Watch(Arc<(Mutex<bool>, Condvar)>);

impl Watch {
    /// Ends the watch: a frame was seen, or it is clear that none will be.
    pub(super) fn end(&self) {
        let (on, changed) = self.0.as_ref();
        *on.lock().unwrap_or_else(PoisonError::into_inner) = false;
        changed.notify_all();
    }

    fn is_on(&self) -> bool {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ends_within(&self, limit: Duration) -> bool {
        let (on, changed) = self.0.as_ref();
        let until = Instant::now() + limit;
        let mut guard = on.lock().unwrap_or_else(PoisonError::into_inner);
        while *guard {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            guard = changed.wait_timeout(guard, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }
}

/// Starts this program anew in its own place, as it was started, and with none of its locks: nobody lets go of them where
/// the engine fell. Returns only if that fails.
pub(super) fn begin_anew() -> std::io::Error {
    quoc::activate::keep_from_successor();
    as_started().map_or_else(|error| error, |mut command| succeed(&mut command))
}

fn as_started() -> std::io::Result<Command> {
    let named = std::env::current_exe()?;
    // A download that was deleted since it was started still runs.
    let itself = Some(PathBuf::from("/proc/self/exe")).filter(|itself| !named.exists() && itself.exists());
    let mut command = Command::new(itself.unwrap_or(named));
    command.args(std::env::args_os().skip(1));
    Ok(command)
}

/// Starts this program anew in its own place on the next rung; returns only if that fails.
fn start_anew(next: &Next, because: &str) -> std::io::Error {
    let mut command = match as_started() {
        Ok(command) => command,
        Err(error) => return error,
    };
    command.env(RENDERER, next.renderer.name()).env(BECAUSE, because);
    if next.without_wayland {
        WAYLAND.iter().for_each(|variable| {
            command.env_remove(variable);
        });
    }
    replace(&mut command)
}

#[cfg(unix)]
fn replace(command: &mut Command) -> std::io::Error {
    use std::os::unix::process::CommandExt as _;
    command.exec()
}

#[cfg(unix)]
fn succeed(command: &mut Command) -> std::io::Error {
    replace(command)
}

/// Elsewhere this one ends, and its locks with it: its window would only stand there.
#[cfg(not(unix))]
fn succeed(command: &mut Command) -> std::io::Error {
    command.spawn().map_or_else(|error| error, |_| std::process::exit(0))
}

/// Where no process can take another one's place, this one waits for it.
#[cfg(not(unix))]
fn replace(command: &mut Command) -> std::io::Error {
    match command.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or(i32::from(quoc::engine::failure::exit::INTERNAL))),
        Err(error) => error,
    }
}

/// Whether a card may draw. Where none does, OpenGL is a compiler (Mesa's llvmpipe brings 58 MB of LLVM) that draws with the
/// processor what this program can draw with it, too.
fn has_card() -> bool {
    let renders = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.is_ok_and(|entry| entry.file_name().as_encoded_bytes().starts_with(b"renderD"))
    };
    !cfg!(target_os = "linux")
        || std::fs::read_dir("/dev/dri").is_ok_and(|mut entries| entries.any(renders))
        || CARDS.iter().any(|card| Path::new(card).exists())
}

/// Cards whose drivers have no render node of the kernel's own (NVIDIA's, WSL's, ARM's, Qualcomm's).
const CARDS: &[&str] = &["/dev/nvidiactl", "/dev/dxg", "/dev/mali0", "/dev/kgsl-3d0"];

const WAYLAND: &[&str] = &["WAYLAND_DISPLAY", "WAYLAND_SOCKET"];

/// A driver that shows nothing for so long hangs.
const HARDWARE_LIMIT: Duration = Duration::from_secs(8);

/// What is behind a display may be far away.
const SOFTWARE_LIMIT: Duration = Duration::from_secs(20);

#[cfg(test)]
mod tests {
    use super::*;

    fn ladder(renderer: Renderer, wayland: bool, x11: bool) -> Ladder {
        Ladder { renderer, because: None, is_usual: false, displays: Displays { wayland, x11 } }
    }

    fn after(rung: &Ladder, broken: &Broken) -> Option<(Renderer, bool)> {
        rung.next(broken).map(|next| (next.renderer, next.without_wayland))
    }

    #[test]
    fn the_card_is_asked_where_there_is_one_and_where_a_person_says_so() {
        let of = |value: Option<&str>, has_card| Renderer::of(value.map(OsStr::new), || has_card);
        for unsaid in [None, Some(""), Some("opengl")] {
            assert_eq!(of(unsaid, true), Renderer::Automatic);
            assert_eq!(of(unsaid, false), Renderer::Software);
        }
        for has_card in [true, false] {
            for said in [Renderer::Automatic, Renderer::Hardware, Renderer::Software, Renderer::None] {
                assert_eq!(of(Some(said.name()), has_card), said);
            }
        }
    }

    #[test]
    fn the_processor_draws_where_the_card_cannot_and_nobody_where_that_fails_too() {
        let drawing = Broken::Drawing(String::new());
        assert_eq!(after(&ladder(Renderer::Automatic, false, true), &drawing), Some((Renderer::Software, false)));
        assert_eq!(after(&ladder(Renderer::Automatic, true, true), &drawing), Some((Renderer::Software, false)));
        assert_eq!(after(&ladder(Renderer::Software, false, true), &drawing), Some((Renderer::None, false)));
        assert_eq!(after(&ladder(Renderer::Hardware, false, true), &drawing), Some((Renderer::None, false)));
        let usual = Ladder { is_usual: true, ..ladder(Renderer::Software, false, true) };
        assert_eq!(after(&usual, &drawing), Some((Renderer::Hardware, false)), "OpenGL may draw without a card, too");
    }

    #[test]
    fn a_display_that_is_not_there_is_followed_by_the_other_one_whoever_draws() {
        let display = Broken::Display(String::new());
        for asked in [Renderer::Automatic, Renderer::Hardware, Renderer::Software] {
            assert_eq!(after(&ladder(asked, true, true), &display), Some((asked, true)));
            assert_eq!(after(&ladder(asked, false, true), &display), Some((Renderer::None, false)));
            assert_eq!(after(&ladder(asked, true, false), &display), Some((Renderer::None, false)));
        }
    }

    #[test]
    fn every_way_down_the_ladder_ends() {
        for (wayland, x11) in [(true, true), (true, false), (false, true)] {
            for broken in [Broken::Display(String::new()), Broken::Drawing(String::new())] {
                let mut rung = ladder(Renderer::Automatic, wayland, x11);
                let mut steps = 0;
                while let Some(next) = rung.next(&broken) {
                    rung.displays.wayland &= !next.without_wayland;
                    rung.renderer = next.renderer;
                    steps += 1;
                    assert!(steps < 6, "{rung:?}");
                }
                assert_eq!(rung.renderer, Renderer::None);
            }
        }
    }

    #[test]
    fn a_watch_that_was_ended_is_not_waited_for_and_one_that_was_not_is() {
        let watch = Watch(Arc::new((Mutex::new(true), Condvar::new())));
        assert!(!watch.ends_within(Duration::from_millis(5)));
        watch.end();
        assert!(watch.ends_within(Duration::from_secs(3600)) && !watch.is_on());
    }
}

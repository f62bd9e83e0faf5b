//! What the desktop says about windows: dark or light, whether things may move, how large texts are; and when it says
//! otherwise. On Linux `gtk` says what was set, and `portal` says what holds now; elsewhere the window hears it from its system.

#[cfg(target_os = "linux")]
mod gtk;
#[cfg(target_os = "linux")]
mod portal;

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use crate::gui::Preferences;

/// Follows the desktop while it lives.
pub struct Desktop {
    news: Receiver<Preferences>,
    wake: Arc<OnceLock<Wake>>,
}

/// Called whenever there is news.
pub type Wake = Box<dyn Fn() + Send + Sync>;

impl Desktop {
    /// Begins to ask, on a thread of its own: whoever draws never waits for an answer.
    pub fn follow() -> Self {
        let (tell, news) = channel();
        let wake = Arc::new(OnceLock::new());
        let teller = Teller { tell, wake: Arc::clone(&wake) };
        let asked = std::thread::Builder::new().name("desktop".to_owned()).spawn(move || listen(&teller));
        if let Err(error) = asked {
            log::warn!("the desktop is not followed: {error}");
        }
        Self { news, wake }
    }

    /// Returns what the desktop says at first; a desktop that is slow to answer is heard later.
    pub fn first(&self) -> Preferences {
        match self.news.recv_timeout(PATIENCE) {
            Ok(preferences) => self.latest().unwrap_or(preferences),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Preferences::default(),
        }
    }

    /// Returns what it says now, if that is news.
    pub fn latest(&self) -> Option<Preferences> {
        self.news.try_iter().last()
    }

    /// Says who is to be called when there is news.
    pub fn wakes(&self, wake: Wake) {
        // There is one window.
        self.wake.set(wake).ok();
    }
}

/// The thread's end.
struct Teller {
    tell: Sender<Preferences>,
    wake: Arc<OnceLock<Wake>>,
}

impl Teller {
    /// Tells what holds now; returns whether anybody listens.
    fn tell(&self, preferences: Preferences) -> bool {
        let is_heard = self.tell.send(preferences).is_ok();
        if let Some(wake) = self.wake.get() {
            wake();
        }
        is_heard
    }
}

#[cfg(target_os = "linux")]
fn listen(teller: &Teller) {
    let set = gtk::read();
    if let Err(error) = portal::follow(set, |preferences| teller.tell(preferences)) {
        log::debug!("the desktop does not say how windows should look: {error}");
        teller.tell(set);
    }
}

#[cfg(not(target_os = "linux"))]
fn listen(teller: &Teller) {
    teller.tell(Preferences::default());
}

/// So long a first frame waits for the desktop's answer.
const PATIENCE: Duration = Duration::from_millis(40);

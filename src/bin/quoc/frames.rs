//! How long the window's frames take, for the log: nobody who clicks shall wait for one.
//!
//! A frame is measured twice: what quoc does itself (`logic` and `ui`), and all that the thread does from one frame to the
//! next, painting included. Both in processor time of the thread, which other programs do not lengthen.

use std::time::{Duration, Instant};

/// Measures frames.
pub(crate) struct Frames {
    count: u64,
    begun: Moment,
    /// The frame before, as far as it is known yet.
    last: Option<Frame>,
    longest: Frame,
    working: u64,
}

/// What a frame took.
#[derive(Clone, Copy, Default)]
struct Frame {
    drawn: Duration,
    on_the_clock: Duration,
    painted: Duration,
}

#[derive(Clone, Copy)]
struct Moment {
    clock: Instant,
    processor: Duration,
}

impl Frames {
    /// Returns whether nothing was drawn yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// A frame begins, or the window thinks without being seen.
    pub(crate) fn begin(&mut self) {
        let now = Moment::now();
        if let Some(last) = self.last.take() {
            let painted = now.processor.saturating_sub(self.begun.processor);
            self.longest = self.longest.or_longer(Frame { painted, ..last });
        }
        self.begun = now;
    }

    /// A frame is drawn.
    pub(crate) fn end(&mut self, working: bool) {
        let now = Moment::now();
        let drawn = now.processor.saturating_sub(self.begun.processor);
        let frame = Frame { drawn, on_the_clock: now.clock - self.begun.clock, painted: drawn };
        self.count += 1;
        if frame.drawn > SLOW {
            log::debug!("frame {} took {:.1} ms", self.count, ms(frame.drawn));
        }
        if working {
            self.working += 1;
            self.last = Some(frame);
        }
    }
}

impl Default for Frames {
    fn default() -> Self {
        Self { count: 0, begun: Moment::now(), last: None, longest: Frame::default(), working: 0 }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        let Frame { drawn, on_the_clock, painted } = self.longest;
        log::info!(
            "frames: {}, {} while it worked; the longest of these: {:.1} ms to draw ({:.1} ms on the clock), {:.1} ms with painting",
            self.count,
            self.working,
            ms(drawn),
            ms(on_the_clock),
            ms(painted),
        );
    }
}

impl Frame {
    /// Each measure by itself: the longest drawing and the longest painting may be two frames.
    fn or_longer(self, other: Self) -> Self {
        Self {
            drawn: self.drawn.max(other.drawn),
            on_the_clock: self.on_the_clock.max(other.on_the_clock),
            painted: self.painted.max(other.painted),
        }
    }
}

impl Moment {
    fn now() -> Self {
        let clock = Instant::now();
        Self { clock, processor: processor(clock) }
    }
}

/// The processor time of this thread.
#[cfg(unix)]
fn processor(_: Instant) -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

/// Where it is not asked for, the clock is as good as it gets.
#[cfg(not(unix))]
fn processor(now: Instant) -> Duration {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    now.saturating_duration_since(*START.get_or_init(|| now))
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Worth a line in the log.
const SLOW: Duration = Duration::from_millis(8);

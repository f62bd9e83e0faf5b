//! The machine's clock.

use std::time::SystemTime;

use crate::model::Timestamp;
use crate::ports::Clock;

/// Reads the machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        SystemTime::now().into()
    }
}

//! The real adapters: clock, folders, locale, the carried release. Only here is the machine asked.
#![allow(clippy::disallowed_methods, reason = "this is the edge")]

pub mod carried;
pub mod clock;
pub mod folders;
pub mod logging;

pub use clock::SystemClock;

//! quoc installs Python applications from signed releases.
//!
//! The rooms, in the order data flows through them; ARCHITECTURE.md has the picture and the
//! import rules, and `tests/architecture.rs` holds them.

pub mod model;

pub mod trust;

pub mod plan;

pub mod fetch;

pub mod environment;

pub mod activate;

pub mod engine;

pub mod messages;

pub mod console;

pub mod gui;

pub mod publish;

pub mod disk;
pub mod ports;
pub mod system;

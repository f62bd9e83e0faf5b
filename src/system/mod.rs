//! The real adapters: clock, disk, folders, network, children. Only here is the machine asked.
#![allow(clippy::disallowed_methods, reason = "this is the edge")]

pub mod account;
pub mod assembly;
pub mod carried;
pub mod clock;
pub mod desktop;
pub mod downloads;
pub mod folders;
pub mod http;
pub mod invocation;
pub mod logging;
pub mod processes;
pub mod program;
pub mod static_server;
pub mod trust_store;
pub mod umask;
pub mod words;

pub use clock::SystemClock;
pub use trust_store::TrustStore;

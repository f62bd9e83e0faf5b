//! Interpreters, the virtual environment and the hash-locked pip install.
//!
//! In: an interpreter and verified files. Out: an [`Environment`] that is complete, compared with its wheels file
//! by file, and that answered its smoke test. Must not: fetch anything, decide what belongs into the environment,
//! or touch anything outside the folders that the caller names. The rules are facts.md, section 3, and the
//! blueprint's invariants 1 and 2.

mod build;
mod bytecode;
mod carry;
mod check;
mod child;
mod discover;
mod error;
mod host;
mod house;
mod install;
pub mod mend;
mod pip;
mod probe;
mod record;
mod runtime;
pub mod screen;
mod strange;
mod venv;
pub mod verify;

pub use build::{BuildOrder, Sdist, build, compiler, has_headers};
pub use carry::Before;
pub use child::Ports;
pub use discover::{Discovery, Explicit, Rejected, Search, discover};
pub use error::{EnvironmentError, Step};
pub use host::host;
pub use install::{Environment, Order, answers, install};
pub use probe::{Rejection, Surroundings, probe};
pub use record::program_file;
pub use runtime::{BadRuntime, RuntimeLimits, managed_runtime, require_runtime, unpack_runtime};
pub use screen::{Refused, ScreenedWheel, Unfit, Wheel, screen};
pub use strange::strange;

//! The terminal face: the command line, and three ways to tell how a run goes.
//!
//! A face takes events (it is an `EventSink`), folds them with `engine::session`, and writes what the fold
//! says: with bars on a terminal, as lines elsewhere, as NDJSON, or only errors. It decides nothing and
//! imports no room. Streams, the terminal and the clock are arguments; what cannot be written is let go,
//! because a closed pipe must not stop an installation.

mod bars;
pub mod consent;
mod face;
pub mod help;
pub mod json;
mod lines;
pub mod options;
pub mod report;
mod silent;
mod stream;
pub mod tilde;
pub mod usage;
mod wrap;

pub use face::{Face, face};
pub use options::Options;
pub use stream::{Screen, Stopwatch, Streams};
pub use usage::UsageError;
pub use wrap::{Columns, wrapped};

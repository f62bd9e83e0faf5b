//! Plans and refusals: the rules of `quoc::plan`, on small locks and on the real one of Tahoe-LAFS.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod choosing;
mod deciding;
mod fetching;
mod kit;
mod selecting;
mod tahoe;

//! The order of the rooms.

pub mod failure;
pub mod session;

//! The real adapters: clock, disk, folders, children, network. Only here is the machine asked.

pub mod downloads;
pub mod processes;
pub mod trust_store;

//! The real adapters of the ports; the only rooms with ambient access to clock, network, processes and environment.

pub mod downloads;
pub mod processes;

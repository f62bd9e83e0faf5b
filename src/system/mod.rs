//! The real adapters.

pub mod trust_store;

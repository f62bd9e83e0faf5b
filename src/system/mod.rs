//! The real adapters.

pub mod http;

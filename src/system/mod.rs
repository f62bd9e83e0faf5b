//! The real adapters.

//! The TUF client: bytes and time in, a trusted release out. No I/O and no clock in here.
//!
//! The rule comes from The Update Framework's specification, version 1.0.34; the clause stands above the
//! line that implements it. Only top-level roles and only Ed25519: delegations, RSA and ECDSA are refused
//! in words. This room must not fetch, store, tell the time, or show anything: it says what to fetch and
//! what to store, and its caller does it.

pub mod document;
pub mod json;

mod client;
mod error;
mod hashes;
mod memory;
mod quorum;
mod refresh;
mod release;
mod rules;
mod targets;

pub use client::{Client, Floors, Limits, Reply, Start, Step, StoreFile, StoredMetadata};
pub use error::{Contradiction, TrustError};
pub use memory::MemoryStore;
pub use quorum::{Signers, Verified, signers};
pub use refresh::{RefreshError, Trust, judge, judge_again, refresh};
pub use release::{SignedRelease, TrustedRelease};
pub use rules::newest_root;
pub use targets::{Expiry, TargetInfo, TrustedTargets, VerifiedTarget, Versions};

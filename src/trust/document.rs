//! TUF's documents (1.0.34, clauses 4.2 to 4.6): read strictly, made from scratch, written, signed.
//!
//! What is read here is *not believed yet*: an [`Envelope`] only becomes trusted in `trust::client`.
//! The signed text is the canonical form of the parsed value, and the typed members are read from that
//! same value, so both can never differ; members that nobody here knows survive.

mod envelope;
mod key;
mod members;
mod meta;
mod root;
mod targets;

pub(in crate::trust) use key::hex;

pub use envelope::{Envelope, Header, Role, Signature};
pub use key::{KeyId, PublicKey, VerificationKey};
pub use members::DocumentError;
pub use meta::{MetaFile, Snapshot, Timestamp};
pub use root::{RoleKeys, RoleName, Root};
pub use targets::{TargetFile, Targets};

#[cfg(test)]
mod tests;

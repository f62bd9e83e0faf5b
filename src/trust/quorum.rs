//! Counting signatures: how many of a role's keys signed a document (TUF 1.0.34, 4.2.1 and 5.3.4).
//!
//! A quorum counts keys. Not signatures, not key ids, not spellings of one key.

use std::collections::BTreeSet;

use super::document::{Envelope, KeyId, Role, RoleName, Root};
use super::error::TrustError;

/// A document that was believed. Only this room makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified<T> {
    signed: T,
    signers: Signers,
}

/// Who signed a document, and how many had to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signers {
    /// Ids of the keys that signed, each key once.
    pub signed: Vec<KeyId>,
    /// Ids of the role's keys that did not sign.
    pub missing: Vec<KeyId>,
    /// Signatures of other keys, or of other bytes.
    pub worthless: usize,
    /// Keys needed.
    pub threshold: u64,
    /// Different keys that the role has.
    pub keys: u64,
}

impl<T: Role> Verified<T> {
    /// Believes a document when enough of the role's keys, as `root` lists them, signed it.
    pub(super) fn by(root: &Root, envelope: Envelope<T>, file: &str) -> Result<Self, TrustError> {
        let signers = signers(root, T::NAME, &envelope);
        require(&signers, T::NAME, file)?;
        Ok(Self { signed: envelope.into_signed(), signers })
    }

    /// Believes a root when the keys of `old` and its own signed it (TUF 1.0.34, 5.3.4).
    pub(super) fn root_after(old: &Root, envelope: Envelope<Root>, file: &str) -> Result<Verified<Root>, TrustError> {
        require(&signers(old, RoleName::Root, &envelope), RoleName::Root, file)?;
        let new = envelope.signed().clone();
        Verified::by(&new, envelope, file)
    }
}

impl<T> Verified<T> {
    /// Returns the document.
    pub fn signed(&self) -> &T {
        &self.signed
    }

    /// Returns who signed it.
    pub fn signers(&self) -> &Signers {
        &self.signers
    }
}

fn require(signers: &Signers, role: RoleName, file: &str) -> Result<(), TrustError> {
    let signed = signers.signed.len() as u64;
    // A threshold of 0 never gets out of the parser; here it would let anything pass, so it is refused again.
    if signers.threshold > 0 && signed >= signers.threshold {
        return Ok(());
    }
    let Signers { ref missing, worthless, threshold, keys, .. } = *signers;
    let (file, missing) = (file.to_owned(), missing.clone());
    Err(TrustError::TooFewSignatures { file, role, signed, threshold, keys, missing, worthless })
}

/// Counts the different keys of a role that signed. It only counts: believing is [`Verified`]'s matter.
pub fn signers<T: Role>(root: &Root, role: RoleName, envelope: &Envelope<T>) -> Signers {
    let entitled: BTreeSet<&KeyId> = root.role(role).keyids.iter().collect();
    let message = envelope.canonical();
    let mut counted = BTreeSet::new();
    let mut signed = Vec::new();
    for signature in envelope.signatures().iter().filter(|signature| entitled.contains(&signature.keyid)) {
        // A signature that is no hex, or whose key is unknown, counts for nothing and spoils nothing.
        let (Some(key), Some(bytes)) = (root.keys.get(&signature.keyid), signature.bytes()) else { continue };
        let key = key.verification_key();
        if key.verifies(&message, &bytes) && counted.insert(key.identity()) {
            signed.push(signature.keyid.clone());
        }
    }
    let has_not_signed =
        |id: &&KeyId| !root.keys.get(id).is_some_and(|key| counted.contains(&key.verification_key().identity()));
    let missing = root.role(role).keyids.iter().filter(has_not_signed).cloned().collect();
    let (worthless, keys) = (envelope.signatures().len() - signed.len(), root.identities(role).len() as u64);
    Signers { signed, missing, worthless, threshold: root.role(role).threshold, keys }
}

//! Keys and their ids (TUF 1.0.34, 4.2, "KEY" and "KEYID").

use std::fmt;

use ed25519_dalek::VerifyingKey;

use super::members::{DocumentError, Members};
use crate::model::Sha256Digest;
use crate::trust::json::{Object, Value};

/// The name a document gives to a key. It says nothing about the key: a quorum counts keys, not ids.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(String);

impl KeyId {
    /// Takes an id as a document writes it.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Returns the id as the document writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A public key as a root document lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    value: Value,
    key: VerificationKey,
}

/// The key itself, decoded: two spellings of one key are equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VerificationKey {
    /// Ed25519 (RFC 8032), never of small order.
    Ed25519(VerifyingKey),
    /// ECDSA on P-256; only in builds for the conformance suite.
    #[cfg(feature = "conformance-ecdsa")]
    P256(Box<p256::ecdsa::VerifyingKey>),
}

impl PublicKey {
    /// Makes the entry for an Ed25519 key.
    ///
    /// # Errors
    /// When the key is of small order: anyone could sign for it.
    pub fn ed25519(key: VerifyingKey) -> Result<Self, DocumentError> {
        let keyval = Object::from([("public".to_owned(), hex(key.as_bytes()).into())]);
        let members = Object::from([
            ("keytype".to_owned(), "ed25519".into()),
            ("scheme".to_owned(), "ed25519".into()),
            ("keyval".to_owned(), keyval.into()),
        ]);
        Self::from_value(members.into(), "key")
    }

    /// Reads the entry of a key; members nobody knows are kept.
    pub(super) fn from_value(value: Value, place: &str) -> Result<Self, DocumentError> {
        let mut members = Members::of(value.clone(), place)?;
        let (keytype, scheme) = (members.text("keytype")?, members.text("scheme")?);
        let mut keyval = members.members("keyval")?;
        let public = keyval.text("public")?;
        let key = match (keytype.as_str(), scheme.as_str()) {
            ("ed25519", "ed25519") => decode_ed25519(&public)
                .ok_or_else(|| keyval.wrong("public", "an Ed25519 public key of 64 hex digits, not of small order"))?,
            #[cfg(feature = "conformance-ecdsa")]
            ("ecdsa" | "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256") => {
                decode_p256(&public).ok_or_else(|| keyval.wrong("public", "a P-256 public key in PEM"))?
            }
            _ => return Err(DocumentError::UnsupportedKey { member: place.to_owned(), keytype, scheme }),
        };
        Ok(Self { value, key })
    }

    /// Returns the key itself.
    pub fn verification_key(&self) -> &VerificationKey {
        &self.key
    }

    /// Returns the id that this key has in what this program writes: sha256 of its canonical form.
    pub fn key_id(&self) -> KeyId {
        // TUF 1.0.34, 4.2: the id is over keytype, scheme and keyval; securesystemslib leaves all else out.
        let known: Object = match &self.value {
            Value::Object(members) => {
                let kept = |name: &str| matches!(name, "keytype" | "scheme" | "keyval");
                members
                    .iter()
                    .filter(|(name, _)| kept(name))
                    .map(|(name, value)| (name.clone(), value.clone()))
                    .collect()
            }
            _ => Object::new(),
        };
        KeyId(Sha256Digest::of(&Value::Object(known).canonical()).to_string())
    }

    /// Returns the entry as it is written.
    pub(super) fn to_value(&self) -> Value {
        self.value.clone()
    }
}

impl VerificationKey {
    /// Returns whether `signature` is this key's over `message`.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            // Plain `verify` accepts signatures that anyone can make for keys of small order.
            Self::Ed25519(key) => ed25519_dalek::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify_strict(message, &signature).is_ok()),
            #[cfg(feature = "conformance-ecdsa")]
            Self::P256(key) => {
                use p256::ecdsa::signature::Verifier;
                p256::ecdsa::Signature::from_der(signature)
                    .is_ok_and(|signature| key.verify(message, &signature).is_ok())
            }
        }
    }

    /// Returns the bytes that are the key, whatever its spelling: what a quorum counts.
    pub fn identity(&self) -> Vec<u8> {
        match self {
            Self::Ed25519(key) => key.as_bytes().to_vec(),
            #[cfg(feature = "conformance-ecdsa")]
            Self::P256(key) => key.to_sec1_bytes().to_vec(),
        }
    }
}

fn decode_ed25519(public: &str) -> Option<VerificationKey> {
    let bytes: [u8; 32] = unhex(public)?.try_into().ok()?;
    let key = VerifyingKey::from_bytes(&bytes).ok()?;
    // A second encoding of one point would be a second 'key' to a quorum; honest keys have one encoding.
    let canonical = key.to_edwards().compress().to_bytes() == bytes;
    (!key.is_weak() && canonical).then_some(VerificationKey::Ed25519(key))
}

#[cfg(feature = "conformance-ecdsa")]
fn decode_p256(public: &str) -> Option<VerificationKey> {
    use p256::pkcs8::DecodePublicKey;
    let key = p256::ecdsa::VerifyingKey::from_public_key_pem(public).ok()?;
    Some(VerificationKey::P256(Box::new(key)))
}

/// Writes bytes as lower-case hex digits.
pub(in crate::trust) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        text.extend([byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0')));
        text
    })
}

/// Reads hex digits of either case.
pub(in crate::trust) fn unhex(text: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let bytes = pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect();
    if rest.is_empty() { bytes } else { None }
}

//! The envelope around every document: `signed`, and `signatures` over its canonical form.

use std::collections::BTreeSet;

use ed25519_dalek::{Signer, SigningKey};

use super::key::{hex, unhex};
use super::members::{DocumentError, Members};
use super::{KeyId, PublicKey, RoleName};
use crate::model::Timestamp as Time;
use crate::trust::json::{self, Object, Value};

/// A document with its signatures: signed, but not believed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope<T> {
    signed: T,
    value: Value,
    signatures: Vec<Signature>,
    rest: Object,
}

/// One signature, by the id of the key that is said to have made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The key's id.
    pub keyid: KeyId,
    /// Hex digits; what is none counts for nothing (an empty one is a place kept for a signer).
    pub sig: String,
    /// Members nobody here knows.
    pub rest: Object,
}

/// What every document says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// `spec_version`, 1.x
    pub spec_version: String,
    /// The document's version, from 1.
    pub version: u64,
    /// When it stops being valid.
    pub expires: Time,
    /// Members nobody here knows.
    pub rest: Object,
}

/// One of the four documents.
pub trait Role: Sized {
    /// Which one.
    const NAME: RoleName;

    /// Reads the members below `signed` that come after `_type`.
    ///
    /// # Errors
    /// When one is missing or wrong.
    fn read(members: Members) -> Result<Self, DocumentError>;

    /// Returns the members below `signed`, `_type` apart.
    fn write(&self) -> Object;

    /// Returns version and expiry.
    fn header(&self) -> &Header;
}

impl<T: Role> Envelope<T> {
    /// Puts a document into an envelope without signatures.
    pub fn new(signed: T) -> Self {
        let mut members = signed.write();
        members.insert("_type".to_owned(), T::NAME.as_str().into());
        Self { signed, value: members.into(), signatures: Vec::new(), rest: Object::new() }
    }

    /// Reads an envelope and its document; the signatures are not judged.
    ///
    /// # Errors
    /// When the bytes are not this document, strictly read.
    pub fn parse(bytes: &[u8]) -> Result<Self, DocumentError> {
        let mut envelope = Members::of(json::parse(bytes)?, "")?;
        let value = envelope.required("signed")?;
        let signatures = read_signatures(envelope.list("signatures")?)?;
        let mut members = Members::of(value.clone(), "signed")?;
        let found = members.text("_type")?;
        if found != T::NAME.as_str() {
            return Err(DocumentError::OtherType {
                expected: T::NAME.as_str(),
                found: found.chars().take(40).collect(),
            });
        }
        Ok(Self { signed: T::read(members)?, value, signatures, rest: envelope.rest() })
    }

    /// Returns the document.
    pub fn signed(&self) -> &T {
        &self.signed
    }

    /// Returns the document, without its signatures.
    pub fn into_signed(self) -> T {
        self.signed
    }

    /// Returns the signatures as they were given.
    pub fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    /// Returns the bytes that signatures are made over.
    pub fn canonical(&self) -> Vec<u8> {
        self.value.canonical()
    }

    /// Signs the document and returns the signature; the envelope stays as it is.
    pub fn signature_with(&self, key: &SigningKey) -> Result<Signature, DocumentError> {
        let keyid = PublicKey::ed25519(key.verifying_key())?.key_id();
        Ok(Signature { keyid, sig: hex(&key.sign(&self.canonical()).to_bytes()), rest: Object::new() })
    }

    /// Signs the document and keeps the signature.
    ///
    /// # Errors
    /// When the key is of small order.
    pub fn sign_with(&mut self, key: &SigningKey) -> Result<(), DocumentError> {
        let signature = self.signature_with(key)?;
        self.add_signature(signature);
        Ok(())
    }

    /// Adds a signature; one by the same key id is replaced.
    pub fn add_signature(&mut self, signature: Signature) {
        self.signatures.retain(|other| other.keyid != signature.keyid);
        self.signatures.push(signature);
    }

    /// Returns the text for a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let signatures: Vec<Value> = self.signatures.iter().map(Signature::to_value).collect();
        let mut members = self.rest.clone();
        members.insert("signed".to_owned(), self.value.clone());
        members.insert("signatures".to_owned(), signatures.into());
        Value::from(members).to_file_bytes()
    }
}

impl Signature {
    /// Returns the signature's bytes; none when it is not hex digits (facts: trap 19).
    pub fn bytes(&self) -> Option<Vec<u8>> {
        unhex(&self.sig).filter(|bytes| !bytes.is_empty())
    }

    /// Reads a signature by itself, as a small file next to a document.
    ///
    /// # Errors
    /// When `value` is no object with the texts `keyid` and `sig`.
    pub fn from_value(value: Value, place: &str) -> Result<Self, DocumentError> {
        let mut members = Members::of(value, place)?;
        let (keyid, sig) = (KeyId::new(members.text("keyid")?), members.text("sig")?);
        Ok(Self { keyid, sig, rest: members.rest() })
    }

    /// Returns the signature as it is written.
    pub fn to_value(&self) -> Value {
        let mut members = self.rest.clone();
        members.insert("keyid".to_owned(), self.keyid.as_str().into());
        members.insert("sig".to_owned(), self.sig.as_str().into());
        members.into()
    }
}

/// TUF 1.0.34, 4.2.1: a key id must not be in `signatures` twice.
fn read_signatures(items: Vec<Value>) -> Result<Vec<Signature>, DocumentError> {
    let mut seen = BTreeSet::new();
    let read = |(index, item)| {
        let signature = Signature::from_value(item, &format!("signatures.{index}"))?;
        if !seen.insert(signature.keyid.clone()) {
            let id = signature.keyid.as_str().chars().take(80).collect();
            return Err(DocumentError::Repeated { member: "signatures".to_owned(), id });
        }
        Ok(signature)
    };
    items.into_iter().enumerate().map(read).collect()
}

impl Header {
    /// Makes a header for the specification that this program follows.
    pub fn new(version: u64, expires: Time) -> Self {
        Self { spec_version: SPEC_VERSION.to_owned(), version, expires, rest: Object::new() }
    }

    /// Takes the header's members; call it last, since the members that remain are the unknown ones.
    pub(super) fn read(mut members: Members) -> Result<Self, DocumentError> {
        let spec_version = members.text("spec_version")?;
        if !is_supported(&spec_version) {
            return Err(DocumentError::OtherSpecification { found: spec_version.chars().take(40).collect() });
        }
        let (version, expires) = (members.number("version", 1)?, members.time("expires")?);
        Ok(Self { spec_version, version, expires, rest: members.rest() })
    }

    /// Returns the header's members.
    pub(super) fn write(&self) -> Object {
        let mut members = self.rest.clone();
        members.insert("spec_version".to_owned(), self.spec_version.as_str().into());
        members.insert("version".to_owned(), self.version.into());
        members.insert("expires".to_owned(), self.expires.to_string().into());
        members
    }
}

/// TUF 1.0.34, 4.2.2: `spec_version` is a semantic version; another major version has other rules.
fn is_supported(spec_version: &str) -> bool {
    let parts: Vec<&str> = spec_version.split('.').collect();
    let numbers = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    numbers && matches!(parts.len(), 2 | 3) && parts.first() == Some(&"1")
}

/// The specification that this program writes.
const SPEC_VERSION: &str = "1.0.34";

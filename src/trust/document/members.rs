//! Reading the members of one JSON object, and saying which one is wrong.

use crate::model::Timestamp as Time;
use crate::trust::json::{JsonError, Object, Value};

/// Says why some bytes are not the TUF document that was expected.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// It is not JSON with a single meaning.
    #[error("the text cannot be read")]
    Json {
        /// Why.
        #[from]
        source: JsonError,
    },
    /// A member is not there.
    #[error("the member {member} is missing")]
    Missing {
        /// Where it should be, from the top: `signed.roles.targets.threshold`.
        member: String,
    },
    /// A member is not what it must be.
    #[error("the member {member} is not {expected}")]
    Wrong {
        /// Where it is, from the top.
        member: String,
        /// What it must be.
        expected: &'static str,
    },
    /// It is another document.
    #[error("this is a {found:?} document, not {expected}")]
    OtherType {
        /// The `_type` that was expected.
        expected: &'static str,
        /// The `_type` it has.
        found: String,
    },
    /// It was written for another major version of the specification.
    #[error("it follows version {found:?} of the specification, this program reads 1.x")]
    OtherSpecification {
        /// Its `spec_version`.
        found: String,
    },
    /// A list of ids has one twice.
    #[error("{member} has {id:?} twice")]
    Repeated {
        /// The list, from the top.
        member: String,
        /// The id.
        id: String,
    },
    /// A key is of a kind that this program does not read: RSA, ECDSA, …
    #[error("{member} is a key of type {keytype:?} with scheme {scheme:?}; only ed25519 is supported")]
    UnsupportedKey {
        /// The key, from the top.
        member: String,
        /// Its `keytype`.
        keytype: String,
        /// Its `scheme`.
        scheme: String,
    },
    /// The targets role hands part of its work to other roles.
    #[error("it delegates to {roles:?}; delegations are not supported")]
    Delegations {
        /// The roles, as far as they have names.
        roles: Vec<String>,
    },
}

/// The members of an object that were not read yet, and the object's place for errors.
#[derive(Debug)]
pub struct Members {
    place: String,
    rest: Object,
}

impl Members {
    /// Takes an object apart.
    pub(super) fn of(value: Value, place: &str) -> Result<Self, DocumentError> {
        match value {
            Value::Object(rest) => Ok(Self { place: place.to_owned(), rest }),
            _ => Err(DocumentError::Wrong { member: place.to_owned(), expected: "an object" }),
        }
    }

    /// Returns a member's place from the top.
    pub(super) fn place_of(&self, name: &str) -> String {
        let name: String = name.chars().take(80).collect();
        if self.place.is_empty() { name } else { format!("{}.{name}", self.place) }
    }

    /// Says that a member is not what it must be.
    pub(super) fn wrong(&self, name: &str, expected: &'static str) -> DocumentError {
        DocumentError::Wrong { member: self.place_of(name), expected }
    }

    /// Takes a member that may be missing.
    pub(super) fn optional(&mut self, name: &str) -> Option<Value> {
        self.rest.remove(name)
    }

    /// Takes a member that must be there.
    pub(super) fn required(&mut self, name: &str) -> Result<Value, DocumentError> {
        self.optional(name).ok_or_else(|| DocumentError::Missing { member: self.place_of(name) })
    }

    /// Takes a text.
    pub(super) fn text(&mut self, name: &str) -> Result<String, DocumentError> {
        match self.required(name)? {
            Value::String(text) => Ok(text),
            _ => Err(self.wrong(name, "a text")),
        }
    }

    /// Takes a whole number of at least `least`.
    pub(super) fn number(&mut self, name: &str, least: u64) -> Result<u64, DocumentError> {
        let value = self.required(name)?;
        let expected = if least == 0 { "a whole number from 0" } else { "a whole number from 1" };
        number_of(&value).filter(|number| *number >= least).ok_or_else(|| self.wrong(name, expected))
    }

    /// Takes a list.
    pub(super) fn list(&mut self, name: &str) -> Result<Vec<Value>, DocumentError> {
        match self.required(name)? {
            Value::Array(items) => Ok(items),
            _ => Err(self.wrong(name, "a list")),
        }
    }

    /// Takes an object.
    pub(super) fn object(&mut self, name: &str) -> Result<Object, DocumentError> {
        match self.required(name)? {
            Value::Object(members) => Ok(members),
            _ => Err(self.wrong(name, "an object")),
        }
    }

    /// Takes an object as members of its own.
    pub(super) fn members(&mut self, name: &str) -> Result<Members, DocumentError> {
        let value = self.required(name)?;
        Self::of(value, &self.place_of(name))
    }

    /// Takes a moment; only the one spelling of TUF 1.0.34, 4.2 is read.
    pub(super) fn time(&mut self, name: &str) -> Result<Time, DocumentError> {
        let text = self.text(name)?;
        let time: Option<Time> = text.parse().ok();
        // A leap second parses as the second before it, so the text is compared as well.
        time.filter(|time| time.to_string() == text)
            .ok_or_else(|| self.wrong(name, "a time of the form YYYY-MM-DDTHH:MM:SSZ"))
    }

    /// Returns the members nobody asked for.
    pub(super) fn rest(self) -> Object {
        self.rest
    }
}

/// Returns a number that is not negative.
pub(super) fn number_of(value: &Value) -> Option<u64> {
    match value {
        Value::Integer(number) => u64::try_from(*number).ok(),
        _ => None,
    }
}

/// Reads `hashes`: algorithm to digest, at least one.
pub(super) fn read_hashes(
    value: Value,
    place: &str,
) -> Result<std::collections::BTreeMap<String, String>, DocumentError> {
    let wrong = || DocumentError::Wrong { member: place.to_owned(), expected: "an object of texts, at least one" };
    let Value::Object(members) = value else { return Err(wrong()) };
    let hashes = members.into_iter().map(|(algorithm, digest)| match digest {
        Value::String(digest) => Ok((algorithm, digest)),
        _ => Err(wrong()),
    });
    let hashes: std::collections::BTreeMap<_, _> = hashes.collect::<Result<_, _>>()?;
    if hashes.is_empty() { Err(wrong()) } else { Ok(hashes) }
}

/// Writes `hashes`.
pub(super) fn write_hashes(hashes: &std::collections::BTreeMap<String, String>) -> Value {
    let members: Object = hashes.iter().map(|(name, digest)| (name.clone(), digest.as_str().into())).collect();
    members.into()
}

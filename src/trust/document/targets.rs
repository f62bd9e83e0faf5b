//! `targets.json` (TUF 1.0.34, 4.5): the released files.

use std::collections::BTreeMap;

use super::RoleName;
use super::envelope::{Header, Role};
use super::members::{DocumentError, Members, read_hashes, write_hashes};
use crate::model::Sha256Digest;
use crate::trust::json::{Object, Value};

/// The released files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Targets {
    /// Version and expiry.
    pub header: Header,
    /// Size and hashes, by target name.
    pub targets: BTreeMap<String, TargetFile>,
}

/// Size and hashes of one released file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetFile {
    /// Bytes.
    pub length: u64,
    /// Lower-case hex digests, by algorithm; at least one.
    pub hashes: BTreeMap<String, String>,
    /// Members nobody here knows, `custom` too.
    pub rest: Object,
}

impl Targets {
    /// Makes a document without files.
    pub fn new(header: Header) -> Self {
        Self { header, targets: BTreeMap::new() }
    }
}

impl TargetFile {
    /// Describes a file by its size and sha256.
    pub fn new(length: u64, sha256: Sha256Digest) -> Self {
        Self { length, hashes: BTreeMap::from([("sha256".to_owned(), sha256.to_string())]), rest: Object::new() }
    }

    /// Describes some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::new(bytes.len().try_into().unwrap_or(u64::MAX), Sha256Digest::of(bytes))
    }

    /// Returns the sha256, when there is one that is well-formed.
    pub fn sha256(&self) -> Option<Sha256Digest> {
        self.hashes.get("sha256").and_then(|text| text.parse().ok())
    }

    fn read(value: Value, place: &str) -> Result<Self, DocumentError> {
        let mut members = Members::of(value, place)?;
        let length = members.number("length", 0)?;
        let hashes = read_hashes(members.required("hashes")?, &members.place_of("hashes"))?;
        Ok(Self { length, hashes, rest: members.rest() })
    }

    fn write(&self) -> Value {
        let mut members = self.rest.clone();
        members.insert("length".to_owned(), self.length.into());
        members.insert("hashes".to_owned(), write_hashes(&self.hashes));
        members.into()
    }
}

impl Role for Targets {
    const NAME: RoleName = RoleName::Targets;

    fn read(mut members: Members) -> Result<Self, DocumentError> {
        if let Some(value) = members.optional("delegations") {
            refuse_delegations(value, &members.place_of("delegations"))?;
        }
        let place = members.place_of("targets");
        let mut targets = BTreeMap::new();
        for (name, value) in members.object("targets")? {
            let short: String = name.chars().take(80).collect();
            let file = TargetFile::read(value, &format!("{place}.{short}"))?;
            targets.insert(name, file);
        }
        Ok(Self { header: Header::read(members)?, targets })
    }

    fn write(&self) -> Object {
        let targets: Object = self.targets.iter().map(|(name, file)| (name.clone(), file.write())).collect();
        let mut members = self.header.write();
        members.insert("targets".to_owned(), targets.into());
        members
    }

    fn header(&self) -> &Header {
        &self.header
    }
}

/// Some publishers' tools always write `delegations`; an empty one hands nothing over and is let pass.
fn refuse_delegations(value: Value, place: &str) -> Result<(), DocumentError> {
    let mut members = Members::of(value, place)?;
    let keys = members.object("keys")?;
    let roles = members.list("roles")?;
    if keys.is_empty() && roles.is_empty() && members.rest().is_empty() {
        return Ok(());
    }
    let name = |role: &Value| match role {
        Value::Object(members) => match members.get("name") {
            Some(Value::String(name)) => Some(name.chars().take(80).collect()),
            _ => None,
        },
        _ => None,
    };
    Err(DocumentError::Delegations { roles: roles.iter().filter_map(name).take(10).collect() })
}

//! `timestamp.json` and `snapshot.json` (TUF 1.0.34, 4.4 and 4.6): which documents are current.

use std::collections::BTreeMap;

use super::RoleName;
use super::envelope::{Header, Role};
use super::members::{DocumentError, Members, number_of, read_hashes, write_hashes};
use crate::trust::json::{Object, Value};

/// What one document says about another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetaFile {
    /// Its version, from 1.
    pub version: u64,
    /// Its size in bytes; publishers of quoc leave it out, since a late signature would change it.
    pub length: Option<u64>,
    /// Its hashes, by algorithm; publishers of quoc leave them out as well.
    pub hashes: Option<BTreeMap<String, String>>,
    /// Members nobody here knows.
    pub rest: Object,
}

/// Says which snapshot is current.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timestamp {
    /// Version and expiry.
    pub header: Header,
    /// The current `snapshot.json`.
    pub snapshot: MetaFile,
}

/// Says which version of each targets document is current.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Version and expiry.
    pub header: Header,
    /// By file name: `targets.json`, and those of delegated roles.
    pub meta: BTreeMap<String, MetaFile>,
}

impl MetaFile {
    /// Names a version and nothing else.
    pub fn new(version: u64) -> Self {
        Self { version, length: None, hashes: None, rest: Object::new() }
    }

    fn read(value: Value, place: &str) -> Result<Self, DocumentError> {
        let mut members = Members::of(value, place)?;
        let version = members.number("version", 1)?;
        let length = match members.optional("length") {
            None => None,
            Some(value) => Some(number_of(&value).ok_or_else(|| members.wrong("length", "a whole number from 0"))?),
        };
        let hashes = match members.optional("hashes") {
            None => None,
            Some(value) => Some(read_hashes(value, &members.place_of("hashes"))?),
        };
        Ok(Self { version, length, hashes, rest: members.rest() })
    }

    fn write(&self) -> Value {
        let mut members = self.rest.clone();
        members.insert("version".to_owned(), self.version.into());
        if let Some(length) = self.length {
            members.insert("length".to_owned(), length.into());
        }
        if let Some(hashes) = &self.hashes {
            members.insert("hashes".to_owned(), write_hashes(hashes));
        }
        members.into()
    }
}

impl Role for Timestamp {
    const NAME: RoleName = RoleName::Timestamp;

    fn read(mut members: Members) -> Result<Self, DocumentError> {
        let mut meta = members.members("meta")?;
        let snapshot = MetaFile::read(meta.required(SNAPSHOT)?, &meta.place_of(SNAPSHOT))?;
        // TUF 1.0.34, 4.6: the timestamp describes the snapshot and nothing else.
        if !meta.rest().is_empty() {
            return Err(members.wrong("meta", "just the entry snapshot.json"));
        }
        Ok(Self { header: Header::read(members)?, snapshot })
    }

    fn write(&self) -> Object {
        let meta = Object::from([(SNAPSHOT.to_owned(), self.snapshot.write())]);
        let mut members = self.header.write();
        members.insert("meta".to_owned(), meta.into());
        members
    }

    fn header(&self) -> &Header {
        &self.header
    }
}

impl Snapshot {
    /// Names the current `targets.json`.
    pub fn of_targets(header: Header, targets: MetaFile) -> Self {
        Self { header, meta: BTreeMap::from([(TARGETS.to_owned(), targets)]) }
    }

    /// Returns the entry of `targets.json`.
    pub fn targets(&self) -> Option<&MetaFile> {
        self.meta.get(TARGETS)
    }
}

impl Role for Snapshot {
    const NAME: RoleName = RoleName::Snapshot;

    fn read(mut members: Members) -> Result<Self, DocumentError> {
        let place = members.place_of("meta");
        let mut meta = BTreeMap::new();
        for (name, value) in members.object("meta")? {
            let short: String = name.chars().take(80).collect();
            let file = MetaFile::read(value, &format!("{place}.{short}"))?;
            meta.insert(name, file);
        }
        Ok(Self { header: Header::read(members)?, meta })
    }

    fn write(&self) -> Object {
        let meta: Object = self.meta.iter().map(|(name, file)| (name.clone(), file.write())).collect();
        let mut members = self.header.write();
        members.insert("meta".to_owned(), meta.into());
        members
    }

    fn header(&self) -> &Header {
        &self.header
    }
}

const SNAPSHOT: &str = "snapshot.json";
const TARGETS: &str = "targets.json";

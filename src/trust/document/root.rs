//! `root.json` (TUF 1.0.34, 4.3): whose keys may sign what, and how many of them must.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::envelope::{Header, Role};
use super::members::{DocumentError, Members};
use super::{KeyId, PublicKey};
use crate::trust::json::{Object, Value};

/// One of the four top-level roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleName {
    /// Names the keys of all roles.
    Root,
    /// Says which snapshot is current.
    Timestamp,
    /// Says which targets document is current.
    Snapshot,
    /// Says which files are released.
    Targets,
}

impl RoleName {
    /// All four, in the order a client reads them.
    pub const ALL: [Self; 4] = [Self::Root, Self::Timestamp, Self::Snapshot, Self::Targets];

    /// Returns the name as documents write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Timestamp => "timestamp",
            Self::Snapshot => "snapshot",
            Self::Targets => "targets",
        }
    }
}

impl fmt::Display for RoleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The root of trust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// Version and expiry.
    pub header: Header,
    /// Whether files carry their version or hash in their name, so that they never change.
    pub consistent_snapshot: bool,
    /// The keys, by the id this document gives them.
    pub keys: BTreeMap<KeyId, PublicKey>,
    /// Who may sign `root.json`.
    pub root: RoleKeys,
    /// Who may sign `timestamp.json`.
    pub timestamp: RoleKeys,
    /// Who may sign `snapshot.json`.
    pub snapshot: RoleKeys,
    /// Who may sign `targets.json`.
    pub targets: RoleKeys,
}

/// Who may sign for a role, and how many of them must.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleKeys {
    /// Ids of the keys.
    pub keyids: Vec<KeyId>,
    /// Keys needed, at least 1.
    pub threshold: u64,
    /// Members nobody here knows.
    pub rest: Object,
}

impl Root {
    /// Returns who may sign for a role.
    pub fn role(&self, name: RoleName) -> &RoleKeys {
        match name {
            RoleName::Root => &self.root,
            RoleName::Timestamp => &self.timestamp,
            RoleName::Snapshot => &self.snapshot,
            RoleName::Targets => &self.targets,
        }
    }

    /// Returns the different keys of a role, decoded: two ids of one key are one.
    pub fn identities(&self, name: RoleName) -> BTreeSet<Vec<u8>> {
        let keys = self.role(name).keyids.iter().filter_map(|id| self.keys.get(id));
        keys.map(|key| key.verification_key().identity()).collect()
    }
}

impl RoleKeys {
    /// Names keys and how many of them must sign.
    pub fn new(keyids: Vec<KeyId>, threshold: u64) -> Self {
        Self { keyids, threshold, rest: Object::new() }
    }

    fn read(roles: &mut Members, name: RoleName) -> Result<Self, DocumentError> {
        let mut members = roles.members(name.as_str())?;
        let mut seen = BTreeSet::new();
        let mut keyids = Vec::new();
        for item in members.list("keyids")? {
            let Value::String(id) = item else { return Err(members.wrong("keyids", "a list of texts")) };
            // TUF 1.0.34, 4.3: the ids of a role are different ones.
            if !seen.insert(id.clone()) {
                let id = id.chars().take(80).collect();
                return Err(DocumentError::Repeated { member: members.place_of("keyids"), id });
            }
            keyids.push(KeyId::new(id));
        }
        let threshold = members.number("threshold", 1)?;
        Ok(Self { keyids, threshold, rest: members.rest() })
    }

    fn write(&self) -> Value {
        let keyids: Vec<Value> = self.keyids.iter().map(|id| id.as_str().into()).collect();
        let mut members = self.rest.clone();
        members.insert("keyids".to_owned(), keyids.into());
        members.insert("threshold".to_owned(), self.threshold.into());
        members.into()
    }
}

impl Role for Root {
    const NAME: RoleName = RoleName::Root;

    fn read(mut members: Members) -> Result<Self, DocumentError> {
        let consistent_snapshot = match members.optional("consistent_snapshot") {
            None => false,
            Some(Value::Bool(value)) => value,
            Some(_) => return Err(members.wrong("consistent_snapshot", "true or false")),
        };
        let mut keys = BTreeMap::new();
        for (id, value) in members.object("keys")? {
            let key = PublicKey::from_value(value, &format!("{}.{}", members.place_of("keys"), short(&id)))?;
            keys.insert(KeyId::new(id), key);
        }
        let mut roles = members.members("roles")?;
        let [root, timestamp, snapshot, targets] = RoleName::ALL.map(|name| RoleKeys::read(&mut roles, name));
        let (root, timestamp, snapshot, targets) = (root?, timestamp?, snapshot?, targets?);
        // TUF 1.0.34, 4.3: the four top-level roles and no others (mirrors are not supported).
        if !roles.rest().is_empty() {
            return Err(members.wrong("roles", "just the roles root, timestamp, snapshot and targets"));
        }
        let header = Header::read(members)?;
        Ok(Self { header, consistent_snapshot, keys, root, timestamp, snapshot, targets })
    }

    fn write(&self) -> Object {
        let keys: Object = self.keys.iter().map(|(id, key)| (id.as_str().to_owned(), key.to_value())).collect();
        let roles: Object =
            RoleName::ALL.iter().map(|name| (name.as_str().to_owned(), self.role(*name).write())).collect();
        let mut members = self.header.write();
        members.insert("consistent_snapshot".to_owned(), self.consistent_snapshot.into());
        members.insert("keys".to_owned(), keys.into());
        members.insert("roles".to_owned(), roles.into());
        members
    }

    fn header(&self) -> &Header {
        &self.header
    }
}

fn short(id: &str) -> String {
    id.chars().take(80).collect()
}

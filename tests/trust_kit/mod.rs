//! A repository made in a line, changed as a publisher or a thief would, and read by the client.
#![allow(dead_code, unreachable_pub, missing_docs, reason = "shared by tests that each use a part of it")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use ed25519_dalek::SigningKey;
use quoc::model::Timestamp as Time;
use quoc::ports::{MetadataSource, MetadataStore, SourceError};
use quoc::trust::document::{
    Envelope, Header, MetaFile, PublicKey, Role, RoleKeys, RoleName, Root, Snapshot, TargetFile, Targets, Timestamp,
};
use quoc::trust::{Floors, Limits, RefreshError, Trust, TrustError, TrustedTargets, refresh};

pub const NOW: &str = "2026-11-23T00:00:00Z";
pub const LATER: &str = "2027-11-23T00:00:00Z";

pub fn time(text: &str) -> Time {
    text.parse().unwrap()
}

pub fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

pub fn public(seed: u8) -> PublicKey {
    PublicKey::ed25519(key(seed).verifying_key()).unwrap()
}

/// A publisher's repository: documents to edit, and the files that a server hands out.
#[derive(Clone)]
pub struct Repository {
    pub root: Root,
    pub timestamp: Timestamp,
    pub snapshot: Snapshot,
    pub targets: Targets,
    /// Seeds of the keys that sign each role.
    pub signers: BTreeMap<RoleName, Vec<u8>>,
    /// Metadata files as they are served.
    pub files: BTreeMap<String, Vec<u8>>,
    /// `1.root.json`
    pub baked: Vec<u8>,
}

impl Repository {
    /// 2-of-3 for root and targets (keys 1, 2, 3), single keys for snapshot (4) and timestamp (5), one release.
    pub fn new() -> Self {
        let header = || Header::new(1, time(LATER));
        let role = |seeds: &[u8], threshold| {
            RoleKeys::new(seeds.iter().map(|seed| public(*seed).key_id()).collect(), threshold)
        };
        let root = Root {
            header: header(),
            consistent_snapshot: true,
            keys: (1..=5).map(|seed| (public(seed).key_id(), public(seed))).collect(),
            root: role(&[1, 2, 3], 2),
            timestamp: role(&[5], 1),
            snapshot: role(&[4], 1),
            targets: role(&[1, 2, 3], 2),
        };
        let mut targets = Targets::new(header());
        targets.targets.insert("release.json".to_owned(), TargetFile::of(b"release"));
        let signers = BTreeMap::from([
            (RoleName::Root, vec![1, 2]),
            (RoleName::Targets, vec![1, 3]),
            (RoleName::Snapshot, vec![4]),
            (RoleName::Timestamp, vec![5]),
        ]);
        let mut repository = Self {
            root,
            timestamp: Timestamp { header: header(), snapshot: MetaFile::new(1) },
            snapshot: Snapshot::of_targets(header(), MetaFile::new(1)),
            targets,
            signers,
            files: BTreeMap::new(),
            baked: Vec::new(),
        };
        repository.write_all();
        repository.baked = repository.files["1.root.json"].clone();
        repository
    }

    pub fn sign<T: Role + Clone>(&self, document: &T) -> Vec<u8> {
        let mut envelope = Envelope::new(document.clone());
        for seed in &self.signers[&T::NAME] {
            envelope.sign_with(&key(*seed)).unwrap();
        }
        envelope.to_bytes()
    }

    /// Puts a file where the server has it.
    pub fn put(&mut self, role: RoleName, version: u64, bytes: Vec<u8>) {
        let name = match role {
            RoleName::Timestamp => "timestamp.json".to_owned(),
            RoleName::Root => format!("{version}.root.json"),
            other if self.root.consistent_snapshot => format!("{version}.{other}.json"),
            other => format!("{other}.json"),
        };
        self.files.insert(name, bytes);
    }

    pub fn write<T: Role + Clone>(&mut self, document: &T) {
        let bytes = self.sign(document);
        self.put(T::NAME, document.header().version, bytes);
    }

    /// Signs and serves all four documents as they stand.
    pub fn write_all(&mut self) -> &mut Self {
        let Self { root, timestamp, snapshot, targets, .. } = self.clone();
        self.write(&root);
        self.write(&timestamp);
        self.write(&snapshot);
        self.write(&targets);
        self
    }

    /// A new version of the timestamp, naming the snapshot as it stands.
    pub fn bump_timestamp(&mut self) -> &mut Self {
        self.timestamp.header.version += 1;
        self.timestamp.snapshot.version = self.snapshot.header.version;
        self.write_all()
    }

    /// A new version of targets, snapshot and timestamp.
    pub fn bump_targets(&mut self) -> &mut Self {
        self.targets.header.version += 1;
        let version = self.targets.header.version;
        self.snapshot.meta.get_mut("targets.json").unwrap().version = version;
        self.bump_snapshot()
    }

    /// A new version of snapshot and timestamp.
    pub fn bump_snapshot(&mut self) -> &mut Self {
        self.snapshot.header.version += 1;
        self.bump_timestamp()
    }

    /// A new root, signed by the keys of the one before and its own.
    pub fn bump_root(&mut self) -> &mut Self {
        self.root.header.version += 1;
        self.write_all()
    }

    /// Gives a role other keys.
    pub fn rotate(&mut self, role: RoleName, seeds: &[u8], threshold: u64) -> &mut Self {
        let mut keyids = Vec::new();
        for seed in seeds {
            self.root.keys.insert(public(*seed).key_id(), public(*seed));
            keyids.push(public(*seed).key_id());
        }
        *role_of(&mut self.root, role) = RoleKeys::new(keyids, threshold);
        if role == RoleName::Root {
            self.signers.get_mut(&role).unwrap().extend(seeds);
        } else {
            self.signers.insert(role, seeds.to_vec());
        }
        self
    }

    pub fn expires_mut(&mut self, role: RoleName) -> &mut Time {
        match role {
            RoleName::Root => &mut self.root.header.expires,
            RoleName::Timestamp => &mut self.timestamp.header.expires,
            RoleName::Snapshot => &mut self.snapshot.header.expires,
            RoleName::Targets => &mut self.targets.header.expires,
        }
    }
}

pub fn role_of(root: &mut Root, role: RoleName) -> &mut RoleKeys {
    match role {
        RoleName::Root => &mut root.root,
        RoleName::Timestamp => &mut root.timestamp,
        RoleName::Snapshot => &mut root.snapshot,
        RoleName::Targets => &mut root.targets,
    }
}

/// A server that hands out a repository's files, and answers some with an error.
pub struct Server<'a> {
    pub repository: &'a Repository,
    pub broken: BTreeSet<&'a str>,
    pub asked: RefCell<Vec<String>>,
}

impl<'a> Server<'a> {
    pub fn of(repository: &'a Repository) -> Self {
        Self { repository, broken: BTreeSet::new(), asked: RefCell::default() }
    }
}

impl MetadataSource for Server<'_> {
    fn metadata(&self, file: &str, _limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        self.asked.borrow_mut().push(file.to_owned());
        if self.broken.contains(file) {
            let source = "status 500".into();
            return Err(SourceError::Unreachable { file: file.to_owned(), place: "the test".to_owned(), source });
        }
        Ok(self.repository.files.get(file).cloned())
    }

    fn target(&self, path: &str, _limit: u64) -> Result<Vec<u8>, SourceError> {
        panic!("no target is fetched here: {path}")
    }
}

/// A store in memory that can be killed after so many changes.
#[derive(Clone, Default)]
pub struct Store {
    pub files: RefCell<BTreeMap<String, Vec<u8>>>,
    pub changes_left: RefCell<Option<usize>>,
    pub log: RefCell<Vec<String>>,
}

impl Store {
    fn change(&self, what: String) -> std::io::Result<()> {
        if let Some(left) = self.changes_left.borrow_mut().as_mut() {
            *left = left.checked_sub(1).ok_or_else(|| std::io::Error::other("killed"))?;
        }
        self.log.borrow_mut().push(what);
        Ok(())
    }

    pub fn version_of(&self, file: &str) -> Option<u64> {
        let files = self.files.borrow();
        let value: serde_json::Value = serde_json::from_slice(files.get(file)?).ok()?;
        value["signed"]["version"].as_u64()
    }
}

impl MetadataStore for Store {
    fn read(&self, file: &str) -> std::io::Result<Option<Vec<u8>>> {
        Ok(self.files.borrow().get(file).cloned())
    }

    fn write(&self, file: &str, bytes: &[u8]) -> std::io::Result<()> {
        self.change(format!("write {file}"))?;
        self.files.borrow_mut().insert(file.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn remove(&self, file: &str) -> std::io::Result<()> {
        self.change(format!("remove {file}"))?;
        self.files.borrow_mut().remove(file);
        Ok(())
    }
}

/// One machine: a store, a clock, floors.
pub struct Machine {
    pub store: Store,
    pub clock: Time,
    pub floors: Floors,
    pub limits: Limits,
    pub baked: Vec<u8>,
}

impl Machine {
    pub fn new(repository: &Repository) -> Self {
        let floors = Floors { targets_version: 0, application_version: None, time: time("2020-01-01T00:00:00Z") };
        let (store, baked) = (Store::default(), repository.baked.clone());
        Self { store, clock: time(NOW), floors, limits: Limits::default(), baked }
    }

    pub fn try_from_server(&self, server: &Server<'_>) -> Result<TrustedTargets, RefreshError> {
        let (floors, limits) = (self.floors.clone(), self.limits);
        let trust = Trust { baked_root: &self.baked, floors, clock: self.clock, limits };
        refresh(trust, server, &self.store)
    }

    pub fn refresh(&self, repository: &Repository) -> Result<TrustedTargets, TrustError> {
        self.try_from_server(&Server::of(repository)).map_err(|error| match error {
            RefreshError::Trust { source } => source,
            other => panic!("{other:?}"),
        })
    }

    /// Refuses, and says why.
    pub fn refused(&self, repository: &Repository) -> TrustError {
        match self.refresh(repository) {
            Err(error) => error,
            Ok(trusted) => panic!("trusted: {trusted:?}"),
        }
    }
}

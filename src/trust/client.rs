//! The client workflow (TUF 1.0.34, 5), without I/O: it says what to fetch and what to store, in order.
//!
//! The caller loops: ask for a [`Step`], do it, hand the reply back. What is to be stored is said before the
//! next file is asked for, so at every moment the store holds a state that the next run can start from: root,
//! then timestamp, then snapshot, then targets.

mod protocol;
mod stored;

use std::collections::VecDeque;

use super::document::{MetaFile, Role, RoleName, Root, Snapshot, Targets, Timestamp};
use super::error::TrustError;
use super::quorum::Verified;
use super::rules::{self, Judgement};
use super::targets::TrustedTargets;
pub use protocol::{Floors, Limits, Reply, Start, Step, StoreFile};
pub use stored::StoredMetadata;
use stored::{Recalled, StoredRoot};

/// One run of the client.
#[derive(Debug)]
pub struct Client {
    time: Judgement,
    floors: Floors,
    limits: Limits,
    root: Verified<Root>,
    root_bytes: Vec<u8>,
    new_roots: u64,
    recalled: Recalled,
    steps: VecDeque<Step>,
    stage: Stage,
}

/// What is being waited for.
#[derive(Debug)]
enum Stage {
    NextRoot,
    Timestamp { trusted: Option<Verified<Timestamp>> },
    Snapshot { timestamp: Verified<Timestamp>, trusted: Option<Verified<Snapshot>> },
    Targets { timestamp: Verified<Timestamp>, snapshot: Verified<Snapshot> },
    Over,
}

impl Client {
    /// Starts a run: believes the baked-in root and folds the stored roots over it.
    ///
    /// # Errors
    /// When the baked-in root is not valid. Nothing in the store is ever an error: what is not valid there is
    /// as good as absent.
    pub fn start(start: Start<'_>) -> Result<Self, TrustError> {
        let Start { baked_root, stored, floors, clock, limits } = start;
        let mut root = rules::first_root(baked_root)?;
        let mut newest = baked_root;
        for bytes in &stored.root_history {
            // 5.3.4 and 5.3.5 hold for stored roots as well; the first that fails ends what can be believed.
            let Ok(next) = rules::next_root(root.signed(), bytes, "a stored root") else { break };
            root = next;
            newest = bytes;
        }
        let root_bytes = newest.to_vec();
        let known_to_have_passed = stored.verified_at.map_or(floors.time, |at| at.max(floors.time));
        let time = Judgement::new(clock, known_to_have_passed);
        let recalled = Recalled::of(stored);
        let (steps, stage) = (VecDeque::new(), Stage::NextRoot);
        let mut client = Self { time, floors, limits, root, root_bytes, new_roots: 0, recalled, steps, stage };
        client.settle_root(false);
        Ok(client)
    }

    /// Says what to do next; asked again without a reply to a fetch, it says the same fetch again.
    pub fn step(&mut self) -> Step {
        if let Some(step) = self.steps.pop_front() {
            return step;
        }
        match self.awaited() {
            Some((file, limit)) => Step::Fetch { file, limit },
            None => Step::Ended,
        }
    }

    /// Takes what came of the last fetch.
    ///
    /// # Errors
    /// When it is not believed; the run is over then, and nothing of it is to be stored.
    pub fn receive(&mut self, reply: Reply) -> Result<(), TrustError> {
        let Some((file, limit)) = self.awaited().filter(|_| self.steps.is_empty()) else {
            return Err(TrustError::OutOfTurn);
        };
        let stage = std::mem::replace(&mut self.stage, Stage::Over);
        let bytes = match reply {
            Reply::Found(bytes) if bytes.len() as u64 > limit => return Err(TrustError::TooLong { file, limit }),
            Reply::Found(bytes) => Some(bytes),
            Reply::NotThere => None,
        };
        self.stage = match (stage, bytes) {
            (Stage::NextRoot, Some(bytes)) => self.take_root(bytes, &file)?,
            // 5.3.3: only 'there is none' ends the chain.
            (Stage::NextRoot, None) => self.end_of_roots()?,
            (_, None) => return Err(TrustError::Missing { file }),
            (Stage::Timestamp { trusted }, Some(bytes)) => self.take_timestamp(trusted, bytes, &file)?,
            (Stage::Snapshot { timestamp, trusted }, Some(bytes)) => {
                self.take_snapshot(timestamp, trusted.as_ref(), bytes, &file)?
            }
            (Stage::Targets { timestamp, snapshot }, Some(bytes)) => {
                self.take_targets(&timestamp, &snapshot, bytes, &file)?
            }
            (Stage::Over, Some(_)) => return Err(TrustError::OutOfTurn),
        };
        Ok(())
    }

    /// Returns the file that is waited for, and how long it may be.
    fn awaited(&self) -> Option<(String, u64)> {
        let limits = &self.limits;
        match &self.stage {
            Stage::NextRoot => {
                let version = self.root.signed().header.version.saturating_add(1);
                Some((format!("{version}.root.json"), limits.root))
            }
            Stage::Timestamp { .. } => Some(("timestamp.json".to_owned(), limits.timestamp)),
            Stage::Snapshot { timestamp, .. } => {
                Some(self.named("snapshot.json", &timestamp.signed().snapshot, limits.snapshot))
            }
            Stage::Targets { snapshot, .. } => {
                Some(self.named("targets.json", snapshot.signed().targets()?, limits.targets))
            }
            Stage::Over => None,
        }
    }

    /// 5.5.1 and 5.6.1: with consistent snapshots the version is part of the name; a signed length is a limit.
    fn named(&self, name: &str, named: &MetaFile, limit: u64) -> (String, u64) {
        let consistent = self.root.signed().consistent_snapshot;
        let file = if consistent { format!("{}.{name}", named.version) } else { name.to_owned() };
        (file, named.length.unwrap_or(limit).min(limit))
    }

    fn take_root(&mut self, bytes: Vec<u8>, file: &str) -> Result<Stage, TrustError> {
        let root = rules::next_root(self.root.signed(), &bytes, file)?;
        // 5.3.3: a limit is needed. It is no dead end, since every root before it is stored.
        if self.new_roots >= self.limits.new_roots {
            let version = self.root.signed().header.version;
            return Err(TrustError::TooManyRoots { limit: self.limits.new_roots, version });
        }
        self.new_roots += 1;
        let file = StoreFile::RootHistory(root.signed().header.version);
        self.store(file, &bytes);
        (self.root, self.root_bytes) = (root, bytes);
        self.settle_root(false);
        Ok(Stage::NextRoot)
    }

    /// Stores the root that is trusted now (5.3.8), and forgets what a thief of online keys may have run
    /// ahead with (5.3.11): compared with the root that was stored last, not with the baked-in one.
    fn settle_root(&mut self, chain_ended: bool) {
        let version = self.root.signed().header.version;
        if let Some(old) = &self.recalled.root {
            // A stored root.json ahead of the chain is from a run that got further: wait until the chain has
            // caught up with it, or has ended.
            let ahead = old.document.header.version > version && !chain_ended;
            if ahead || old.bytes == self.root_bytes {
                return;
            }
            if rules::rotates_online_keys(&old.document, self.root.signed()) {
                // Before the root: if the program is killed in between, the next run does the same again.
                self.recalled.forget_online();
                self.steps.push_back(Step::Remove { file: StoreFile::Snapshot });
                self.steps.push_back(Step::Remove { file: StoreFile::Timestamp });
            }
        }
        self.recalled.root = Some(StoredRoot { document: self.root.signed().clone(), bytes: self.root_bytes.clone() });
        self.steps.push_back(Step::Store { file: StoreFile::Root, bytes: self.root_bytes.clone() });
    }

    fn end_of_roots(&mut self) -> Result<Stage, TrustError> {
        // 5.3.10: only now, on the last root.
        self.time.fresh(self.root.signed())?;
        self.settle_root(true);
        // An expired stored timestamp still tells what not to go back from.
        Ok(Stage::Timestamp { trusted: self.recalled.timestamp(self.root.signed()) })
    }

    fn take_timestamp(
        &mut self,
        trusted: Option<Verified<Timestamp>>,
        bytes: Vec<u8>,
        file: &str,
    ) -> Result<Stage, TrustError> {
        let news = rules::timestamp(self.root.signed(), trusted.as_ref().map(Verified::signed), &bytes, file)?;
        let timestamp = match (news, trusted) {
            (Some(new), _) => {
                self.time.fresh(new.signed())?;
                self.store(StoreFile::Timestamp, &bytes);
                new
            }
            (None, Some(trusted)) => {
                // No news, but the time has gone on (5.4.4): a frozen repository ends here.
                self.time.fresh(trusted.signed())?;
                trusted
            }
            (None, None) => return Err(TrustError::OutOfTurn),
        };
        let trusted = self.recalled.snapshot(self.root.signed());
        let named = &timestamp.signed().snapshot;
        match trusted {
            // 5.5: the stored snapshot is used when it is the one that is named now.
            Some(snapshot) if self.is_current(&snapshot, named, self.recalled.snapshot_bytes()) => {
                self.with_snapshot(timestamp, snapshot)
            }
            trusted => Ok(Stage::Snapshot { timestamp, trusted }),
        }
    }

    fn take_snapshot(
        &mut self,
        timestamp: Verified<Timestamp>,
        trusted: Option<&Verified<Snapshot>>,
        bytes: Vec<u8>,
        file: &str,
    ) -> Result<Stage, TrustError> {
        let (root, named) = (self.root.signed(), &timestamp.signed().snapshot);
        let snapshot = rules::snapshot(root, named, trusted.map(Verified::signed), &bytes, file)?;
        self.time.fresh(snapshot.signed())?;
        self.store(StoreFile::Snapshot, &bytes);
        self.with_snapshot(timestamp, snapshot)
    }

    fn with_snapshot(
        &mut self,
        timestamp: Verified<Timestamp>,
        snapshot: Verified<Snapshot>,
    ) -> Result<Stage, TrustError> {
        let named = snapshot.signed().targets();
        let stored = self.recalled.targets(self.root.signed());
        match (stored, named) {
            (Some(targets), Some(named)) if self.is_current(&targets, named, self.recalled.targets_bytes()) => {
                self.finish(&timestamp, &snapshot, targets)
            }
            _ => Ok(Stage::Targets { timestamp, snapshot }),
        }
    }

    fn take_targets(
        &mut self,
        timestamp: &Verified<Timestamp>,
        snapshot: &Verified<Snapshot>,
        bytes: Vec<u8>,
        file: &str,
    ) -> Result<Stage, TrustError> {
        let vanished = || TrustError::RoleVanished { file: "targets.json".to_owned() };
        let named = snapshot.signed().targets().ok_or_else(vanished)?;
        let targets = rules::targets(self.root.signed(), named, &bytes, file)?;
        self.time.fresh(targets.signed())?;
        self.above_floor(&targets)?;
        self.store(StoreFile::Targets, &bytes);
        self.finish(timestamp, snapshot, targets)
    }

    /// Hands out what is trusted now.
    fn finish(
        &mut self,
        timestamp: &Verified<Timestamp>,
        snapshot: &Verified<Snapshot>,
        targets: Verified<Targets>,
    ) -> Result<Stage, TrustError> {
        self.above_floor(&targets)?;
        if self.recalled.verified_at < Some(self.time.judged_at) {
            let bytes = self.time.judged_at.to_string().into_bytes();
            self.steps.push_back(Step::Store { file: StoreFile::VerifiedAt, bytes });
        }
        let done = TrustedTargets::new(&self.root, timestamp, snapshot, targets);
        self.steps.push_back(Step::Done(Box::new(done)));
        Ok(Stage::Over)
    }

    fn above_floor(&self, targets: &Verified<Targets>) -> Result<(), TrustError> {
        let (offered, floor) = (targets.signed().header.version, self.floors.targets_version);
        if offered >= floor { Ok(()) } else { Err(TrustError::BelowFloor { role: RoleName::Targets, offered, floor }) }
    }

    /// Returns whether a stored document is the one that is named now, and still valid.
    fn is_current<T: Role>(&self, stored: &Verified<T>, named: &MetaFile, bytes: &[u8]) -> bool {
        stored.signed().header().version == named.version
            && rules::check_meta(named, bytes, "a stored document").is_ok()
            && self.time.fresh(stored.signed()).is_ok()
    }

    fn store(&mut self, file: StoreFile, bytes: &[u8]) {
        self.steps.push_back(Step::Store { file, bytes: bytes.to_vec() });
    }
}

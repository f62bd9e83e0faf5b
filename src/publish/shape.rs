//! Which documents the publisher's half makes, and so the only ones that it signs and publishes.
//!
//! What is staged comes from a machine that others may have taken over, and TUF allows far more than an
//! owner can be shown in a few lines: roles with keys of their own, ids that name another key, members
//! nobody knows. Whatever is not exactly what this program would have made from the same keys and files
//! is refused, so that the little that is shown is all there is.

use std::collections::BTreeMap;

use crate::model::FileName;
use crate::trust::document::{
    DocumentError, Envelope, Header, KeyId, PublicKey, RoleName, Root, TargetFile, Targets, VerificationKey,
};

use super::keyset::{self, KeysetError};

/// Says why a document is not one that this program makes.
#[derive(Debug, thiserror::Error)]
pub enum Misshapen {
    /// A key stands under the id of another one: whoever knows keys by their ids is misled.
    #[error("the root gives the id {id} to the key {key}")]
    OtherId {
        /// The id that the root gives to it.
        id: KeyId,
        /// The id that it has.
        key: KeyId,
    },
    /// The keys of two roles that must have the same ones differ, or their thresholds do.
    #[error("the root has other keys or another threshold for {role} than for {like}")]
    OtherRole {
        /// The role that differs.
        role: RoleName,
        /// The role that it must be like.
        like: RoleName,
    },
    /// One online key signs snapshot and timestamp.
    #[error("the root has {keys} online keys with a threshold of {threshold}; it must be one")]
    Online {
        /// How many there are.
        keys: usize,
        /// How many of them must sign.
        threshold: u64,
    },
    /// A role names a key that the root does not have.
    #[error("the root names the key {id} and does not have it")]
    Absent {
        /// The key's id.
        id: KeyId,
    },
    /// A key has no role: nobody is told of it.
    #[error("the root has the key {id}, which is neither an owner's nor the online key")]
    Surplus {
        /// The key's id.
        id: KeyId,
    },
    /// Files would not carry their hash in their name.
    #[error("the root does not ask for consistent snapshots")]
    Inconsistent,
    /// No root can be made from such keys.
    #[error("the root has keys that cannot be together")]
    Keyset(#[from] KeysetError),
    /// A key cannot be used.
    #[error("the root has a key that cannot be used")]
    Key(#[from] DocumentError),
    /// It holds something that this program does not write, so that nobody was shown it.
    #[error("the {role} document holds more than is shown, or says it in another way than this program")]
    Foreign {
        /// The document.
        role: RoleName,
    },
}

/// Lets a root pass that is exactly as `keyset` makes one.
///
/// # Errors
/// [`Misshapen`].
pub fn require_root(envelope: &Envelope<Root>) -> Result<(), Misshapen> {
    let root = envelope.signed();
    for (id, key) in &root.keys {
        if *id != key.key_id() {
            return Err(Misshapen::OtherId { id: id.clone(), key: key.key_id() });
        }
    }
    require_roles(root)?;
    // Everything else at once: made anew from its own keys, it must be the same.
    let owners = keys(root, RoleName::Targets)?;
    let online = keys(root, RoleName::Timestamp)?;
    let online = online.first().ok_or(Misshapen::Online { keys: 0, threshold: root.timestamp.threshold })?;
    let same = keyset::make(root.header.version, &owners, online, root.targets.threshold, root.header.expires)?;
    if same.canonical() == envelope.canonical() { Ok(()) } else { Err(Misshapen::Foreign { role: RoleName::Root }) }
}

fn require_roles(root: &Root) -> Result<(), Misshapen> {
    for (role, like) in [(RoleName::Root, RoleName::Targets), (RoleName::Snapshot, RoleName::Timestamp)] {
        if root.role(role) != root.role(like) {
            return Err(Misshapen::OtherRole { role, like });
        }
    }
    let (online, threshold) = (root.timestamp.keyids.len(), root.timestamp.threshold);
    if (online, threshold) != (1, 1) {
        return Err(Misshapen::Online { keys: online, threshold });
    }
    let has_role = |id: &&KeyId| root.targets.keyids.contains(id) || root.timestamp.keyids.contains(id);
    if let Some(id) = root.keys.keys().find(|id| !has_role(id)) {
        return Err(Misshapen::Surplus { id: id.clone() });
    }
    if root.consistent_snapshot { Ok(()) } else { Err(Misshapen::Inconsistent) }
}

/// Returns the keys of a role as this program writes them: two spellings of one key become one.
fn keys(root: &Root, role: RoleName) -> Result<Vec<PublicKey>, Misshapen> {
    let key = |id: &KeyId| {
        let key = root.keys.get(id).ok_or_else(|| Misshapen::Absent { id: id.clone() })?;
        match key.verification_key() {
            VerificationKey::Ed25519(key) => Ok(PublicKey::ed25519(*key)?),
            #[cfg(feature = "conformance-ecdsa")]
            VerificationKey::P256(_) => Err(Misshapen::Foreign { role: RoleName::Root }),
        }
    };
    root.role(role).keyids.iter().map(key).collect()
}

/// Lets a targets document pass that says nothing but size and sha256 of the files it comes with.
///
/// # Errors
/// [`Misshapen::Foreign`].
pub fn require_targets(envelope: &Envelope<Targets>, files: &BTreeMap<FileName, Vec<u8>>) -> Result<(), Misshapen> {
    let header = &envelope.signed().header;
    let mut same = Targets::new(Header::new(header.version, header.expires));
    same.targets = files.iter().map(|(name, bytes)| (name.to_string(), TargetFile::of(bytes))).collect();
    let same = Envelope::new(same).canonical() == envelope.canonical();
    if same { Ok(()) } else { Err(Misshapen::Foreign { role: RoleName::Targets }) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;
    use crate::publish::key::{NamedKey, OwnedKey};
    use crate::publish::recipe::Expiry;
    use crate::trust::document::RoleKeys;

    fn key(seed: u8) -> PublicKey {
        OwnedKey::of(ed25519_dalek::SigningKey::from_bytes(&[seed; 32])).unwrap().public().clone()
    }

    fn root() -> Root {
        let owners: Vec<NamedKey> = (1..4).map(|seed| NamedKey { name: seed.to_string(), public: key(seed) }).collect();
        let now = crate::model::Timestamp::from_seconds(1_800_000_000);
        keyset::first(&owners, &key(9), 2, &Expiry::default(), now).unwrap().into_signed()
    }

    fn refused(change: impl FnOnce(&mut Root)) -> Misshapen {
        let mut root = root();
        change(&mut root);
        require_root(&Envelope::new(root)).unwrap_err()
    }

    #[test]
    fn a_root_of_this_program_passes() {
        require_root(&Envelope::new(root())).unwrap();
    }

    #[test]
    fn a_role_with_keys_or_a_threshold_of_its_own_is_refused() {
        let mallory = key(66);
        let other = refused(|root| root.root.threshold = 1);
        assert!(matches!(other, Misshapen::OtherRole { role: RoleName::Root, .. }));
        let other = refused(|root| {
            root.keys.insert(mallory.key_id(), mallory.clone());
            root.snapshot.keyids.push(mallory.key_id());
        });
        assert!(matches!(other, Misshapen::OtherRole { role: RoleName::Snapshot, .. }));
        let two = refused(|root| {
            root.keys.insert(mallory.key_id(), mallory.clone());
            let both = RoleKeys::new(vec![key(9).key_id(), mallory.key_id()], 1);
            (root.snapshot, root.timestamp) = (both.clone(), both);
        });
        assert!(matches!(two, Misshapen::Online { keys: 2, .. }));
    }

    #[test]
    fn a_key_under_the_id_of_another_one_is_refused() {
        let id = root().targets.keyids[0].clone();
        assert!(matches!(refused(|root| drop(root.keys.insert(id, key(66)))), Misshapen::OtherId { .. }));
    }

    #[test]
    fn a_key_that_nobody_is_told_of_and_one_that_is_absent_are_refused() {
        let surplus = refused(|root| drop(root.keys.insert(key(66).key_id(), key(66))));
        assert!(matches!(surplus, Misshapen::Surplus { .. }));
        let absent = refused(|root| drop(root.keys.pop_first()));
        assert!(matches!(absent, Misshapen::Absent { .. }));
    }

    #[test]
    fn an_online_key_that_is_an_owners_and_a_quorum_that_cannot_be_are_refused() {
        let owner = root().targets.keyids[0].clone();
        let online = refused(|root| {
            root.keys.remove(&key(9).key_id());
            let one = RoleKeys::new(vec![owner], 1);
            (root.snapshot, root.timestamp) = (one.clone(), one);
        });
        assert!(matches!(online, Misshapen::Keyset(KeysetError::OnlineOwner)));
        let quorum = refused(|root| (root.root.threshold, root.targets.threshold) = (4, 4));
        assert!(matches!(quorum, Misshapen::Keyset(KeysetError::Quorum { quorum: 4, keys: 3 })));
    }

    #[test]
    fn members_that_this_program_does_not_write_are_refused() {
        assert!(matches!(refused(|root| root.consistent_snapshot = false), Misshapen::Inconsistent));
        let more = refused(|root| drop(root.header.rest.insert("x".to_owned(), "y".into())));
        assert!(matches!(more, Misshapen::Foreign { role: RoleName::Root }));
        let order = refused(|root| {
            root.root.keyids.reverse();
            root.targets.keyids.reverse();
        });
        assert!(matches!(order, Misshapen::Foreign { .. }));
        let files = BTreeMap::from([("a.txt".parse().unwrap(), b"a".to_vec())]);
        let mut targets = Targets::new(root().header);
        let mut file = TargetFile::of(b"a");
        targets.targets.insert("a.txt".to_owned(), file.clone());
        require_targets(&Envelope::new(targets.clone()), &files).unwrap();
        file.rest.insert("custom".to_owned(), "y".into());
        targets.targets.insert("a.txt".to_owned(), file);
        assert!(require_targets(&Envelope::new(targets), &files).is_err());
    }
}

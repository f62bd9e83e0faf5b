//! Who may sign: the first root of an application, and later changes of keys and quorum.

use std::collections::BTreeMap;

use crate::model::Timestamp;
use crate::trust::document::{Envelope, Header, KeyId, PublicKey, RoleKeys, RoleName, Root};

use super::key::NamedKey;
use super::recipe::{Expiry, days_after};

/// A change of keys; what is left empty stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Keys to add.
    pub add: Vec<PublicKey>,
    /// Keys to take out.
    pub remove: Vec<KeyId>,
    /// How many owners must sign.
    pub quorum: Option<u64>,
    /// Another online key.
    pub online: Option<PublicKey>,
}

/// Says why a set of keys cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeysetError {
    /// More owners would have to sign than there are, or none.
    #[error("a quorum of {quorum} out of {keys} keys cannot be")]
    Quorum {
        /// How many would have to sign.
        quorum: u64,
        /// How many keys there are.
        keys: usize,
    },
    /// The online key lies on a server; it must not count towards the quorum.
    #[error("the online key must not be one of the owners' keys")]
    OnlineOwner,
    /// A key to take out is not there.
    #[error("the key {id} is not one of the owners' keys")]
    Unknown {
        /// The key's id.
        id: KeyId,
    },
    /// A key to add is there already.
    #[error("the key {id} is one of the owners' keys already")]
    Known {
        /// The key's id.
        id: KeyId,
    },
}

/// Makes version 1 of the root: `quorum` of the owners sign root and targets, one online key the rest.
///
/// # Errors
/// [`KeysetError`].
pub fn first(
    owners: &[NamedKey],
    online: &PublicKey,
    quorum: u64,
    expiry: &Expiry,
    now: Timestamp,
) -> Result<Envelope<Root>, KeysetError> {
    let owners: Vec<PublicKey> = owners.iter().map(|key| key.public.clone()).collect();
    make(1, &owners, online, quorum, days_after(now, expiry.root))
}

/// Makes the root that follows another.
///
/// # Errors
/// [`KeysetError`].
pub fn next(root: &Root, change: &Change, expiry: &Expiry, now: Timestamp) -> Result<Envelope<Root>, KeysetError> {
    let mut owners = keys_of(root, RoleName::Targets);
    for id in &change.remove {
        let index = owners.iter().position(|key| key.key_id() == *id);
        owners.remove(index.ok_or_else(|| KeysetError::Unknown { id: id.clone() })?);
    }
    for key in &change.add {
        if owners.iter().any(|owner| identity(owner) == identity(key)) {
            return Err(KeysetError::Known { id: key.key_id() });
        }
        owners.push(key.clone());
    }
    let online = change.online.clone().or_else(|| keys_of(root, RoleName::Timestamp).into_iter().next());
    let Some(online) = online else { return Err(KeysetError::OnlineOwner) };
    let quorum = change.quorum.unwrap_or(root.targets.threshold);
    // TUF 1.0.34, 5.3.5: exactly one more than before.
    make(root.header.version + 1, &owners, &online, quorum, days_after(now, expiry.root))
}

/// Makes the root of some keys: one set of keys and one only gives one text.
pub(super) fn make(
    version: u64,
    owners: &[PublicKey],
    online: &PublicKey,
    quorum: u64,
    expires: Timestamp,
) -> Result<Envelope<Root>, KeysetError> {
    let different: BTreeMap<Vec<u8>, &PublicKey> = owners.iter().map(|key| (identity(key), key)).collect();
    if quorum == 0 || quorum > different.len() as u64 {
        return Err(KeysetError::Quorum { quorum, keys: different.len() });
    }
    if different.contains_key(&identity(online)) {
        return Err(KeysetError::OnlineOwner);
    }
    let mut ids: Vec<KeyId> = different.values().map(|key| key.key_id()).collect();
    ids.sort();
    let (many, one) = (RoleKeys::new(ids, quorum), RoleKeys::new(vec![online.key_id()], 1));
    let keys = different.into_values().chain([online]).map(|key| (key.key_id(), key.clone())).collect();
    Ok(Envelope::new(Root {
        header: Header::new(version, expires),
        consistent_snapshot: true,
        keys,
        root: many.clone(),
        timestamp: one.clone(),
        snapshot: one,
        targets: many,
    }))
}

/// Returns the keys of a role, in the order of its ids.
pub fn keys_of(root: &Root, role: RoleName) -> Vec<PublicKey> {
    root.role(role).keyids.iter().filter_map(|id| root.keys.get(id).cloned()).collect()
}

fn identity(key: &PublicKey) -> Vec<u8> {
    key.verification_key().identity()
}

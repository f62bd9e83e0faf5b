//! Keys: made on their owner's machine, kept there, and never sent anywhere.
//!
//! The private half is a PKCS#8 PEM file (RFC 8410) as securesystemslib and OpenSSL read it, the public
//! half an SPKI PEM file. There is no passphrase: the file is as safe as the place it lies in.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey as _, DecodePublicKey as _, EncodePrivateKey as _};
use ed25519_dalek::pkcs8::{EncodePublicKey as _, KeypairBytes};
use ed25519_dalek::{SigningKey, VerifyingKey};
use fs_err as fs;

use crate::disk;
use crate::trust::document::{DocumentError, KeyId, PublicKey};

/// A private key with the public half that documents name it by.
#[derive(Debug)]
pub struct OwnedKey {
    secret: SigningKey,
    public: PublicKey,
}

/// A public key and the name its owner goes by here: the stem of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedKey {
    /// `alice` of `keys/alice.pub`.
    pub name: String,
    /// The key.
    pub public: PublicKey,
}

/// Says why a key cannot be made or used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// A file of that name exists; a key is never replaced.
    #[error("{} exists already and is not replaced", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The file cannot be read or written.
    #[error("the key file cannot be used")]
    Io(#[from] io::Error),
    /// The file holds no Ed25519 private key in PEM.
    #[error("{} holds no private Ed25519 key (PKCS#8 PEM without a passphrase)", path.display())]
    NoPrivateKey {
        /// The file.
        path: PathBuf,
    },
    /// The file holds no Ed25519 public key in PEM.
    #[error("{} holds no public Ed25519 key (SPKI PEM)", path.display())]
    NoPublicKey {
        /// The file.
        path: PathBuf,
    },
    /// The key is of small order: anyone could sign for it.
    #[error("the key cannot be used")]
    Weak(#[from] DocumentError),
    /// The key could not be written down.
    #[error("the key could not be encoded")]
    Encoding,
    /// The system has no random bytes.
    #[error("the system gave no random bytes")]
    NoRandomness(#[from] getrandom::Error),
    /// A folder that should hold public keys holds none.
    #[error("{} holds no public keys (*.pub)", folder.display())]
    NoKeys {
        /// The folder.
        folder: PathBuf,
    },
}

impl OwnedKey {
    /// Makes a new key from the system's random bytes.
    ///
    /// # Errors
    /// When there are none.
    pub fn generate() -> Result<Self, KeyError> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed)?;
        Self::of(SigningKey::from_bytes(&seed))
    }

    /// Takes a signing key.
    ///
    /// # Errors
    /// When it is of small order.
    pub fn of(secret: SigningKey) -> Result<Self, KeyError> {
        let public = PublicKey::ed25519(secret.verifying_key())?;
        Ok(Self { secret, public })
    }

    /// Reads a private key.
    ///
    /// # Errors
    /// [`KeyError::Io`], [`KeyError::NoPrivateKey`].
    pub fn read(path: &Path) -> Result<Self, KeyError> {
        let text = fs::read_to_string(path)?;
        let secret = SigningKey::from_pkcs8_pem(&text);
        Self::of(secret.map_err(|_| KeyError::NoPrivateKey { path: path.to_owned() })?)
    }

    /// Writes the private half to a file that only its owner can read, and the public half beside it.
    ///
    /// # Errors
    /// [`KeyError::Exists`]: neither file may exist.
    pub fn write_new(&self, path: &Path) -> Result<PathBuf, KeyError> {
        let public = path.with_extension("pub");
        if public == path || public.exists() {
            return Err(KeyError::Exists { path: public });
        }
        // RFC 8410: version 1 of the structure, without the public key, is what every tool reads.
        let bytes = KeypairBytes { secret_key: self.secret.to_bytes(), public_key: None };
        let private = bytes.to_pkcs8_pem(LineEnding::LF).map_err(|_| KeyError::Encoding)?;
        let spki = self.secret.verifying_key().to_public_key_pem(LineEnding::LF).map_err(|_| KeyError::Encoding)?;
        make_private_folder(path)?;
        write_private(path, private.as_bytes())?;
        disk::replace(&public, spki.as_bytes())?;
        Ok(public)
    }

    /// Returns the key that signs.
    pub fn secret(&self) -> &SigningKey {
        &self.secret
    }

    /// Returns the public half.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// Returns the id of the public half.
    pub fn id(&self) -> KeyId {
        self.public.key_id()
    }
}

/// Reads a public key; its name is the file's stem.
///
/// # Errors
/// [`KeyError::Io`], [`KeyError::NoPublicKey`].
pub fn read_public(path: &Path) -> Result<NamedKey, KeyError> {
    let text = fs::read_to_string(path)?;
    let none = || KeyError::NoPublicKey { path: path.to_owned() };
    let key = VerifyingKey::from_public_key_pem(&text).map_err(|_| none())?;
    let name = path.file_stem().and_then(|stem| stem.to_str()).ok_or_else(none)?;
    Ok(NamedKey { name: name.to_owned(), public: PublicKey::ed25519(key)? })
}

/// Reads every public key of a folder, by name.
///
/// # Errors
/// [`KeyError::NoKeys`] where there are none; others where one cannot be read.
pub fn read_folder(folder: &Path) -> Result<Vec<NamedKey>, KeyError> {
    let mut keys = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "pub") {
            keys.push(read_public(&path)?);
        }
    }
    if keys.is_empty() {
        return Err(KeyError::NoKeys { folder: folder.to_owned() });
    }
    keys.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(keys)
}

/// Returns whether others than its owner can read a file.
///
/// # Errors
/// When the file cannot be looked at.
pub fn is_exposed(path: &Path) -> io::Result<bool> {
    let metadata = fs::metadata(path)?;
    Ok(readable_by_others(&metadata))
}

#[cfg(unix)]
fn readable_by_others(metadata: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    metadata.permissions().mode() & 0o077 != 0
}

#[cfg(not(unix))]
fn readable_by_others(_: &std::fs::Metadata) -> bool {
    false
}

/// Makes the folder of a key, for its owner alone; one that is there stays as it is.
fn make_private_folder(key: &Path) -> io::Result<()> {
    let Some(folder) = key.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) else {
        return Ok(());
    };
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

fn write_private(path: &Path, bytes: &[u8]) -> Result<(), KeyError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use fs_err::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(KeyError::Exists { path: path.to_owned() });
        }
        other => other?,
    };
    file.write_all(bytes)?;
    Ok(file.sync_all()?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_back_what_it_wrote_and_its_public_half_has_the_same_id() {
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("alice.pem");
        let key = OwnedKey::generate().unwrap();
        let public = key.write_new(&path).unwrap();
        assert_eq!(OwnedKey::read(&path).unwrap().id(), key.id());
        let named = read_public(&public).unwrap();
        assert_eq!((named.name.as_str(), named.public.key_id()), ("alice", key.id()));
    }

    #[test]
    fn a_key_is_never_replaced() {
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("alice.pem");
        let key = OwnedKey::generate().unwrap();
        let public = key.write_new(&path).unwrap();
        assert!(matches!(OwnedKey::generate().unwrap().write_new(&path), Err(KeyError::Exists { .. })));
        fs::remove_file(&public).unwrap();
        assert!(matches!(OwnedKey::generate().unwrap().write_new(&path), Err(KeyError::Exists { .. })));
        assert_eq!(OwnedKey::read(&path).unwrap().id(), key.id());
        let same = scratch.path().join("x.pub");
        assert!(matches!(key.write_new(&same), Err(KeyError::Exists { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn a_private_key_is_readable_by_its_owner_alone() {
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("alice.pem");
        let public = OwnedKey::generate().unwrap().write_new(&path).unwrap();
        assert!(!is_exposed(&path).unwrap());
        fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
        assert!(is_exposed(&path).unwrap());
        assert!(OwnedKey::read(&public).is_err());
    }

    #[test]
    fn a_key_gets_a_folder_of_its_owners_alone_where_there_is_none() {
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("new/keys/anna.pem");
        OwnedKey::generate().unwrap().write_new(&path).unwrap();
        assert!(OwnedKey::read(&path).is_ok());
        #[cfg(unix)]
        assert!(!is_exposed(path.parent().unwrap()).unwrap());
    }

    #[test]
    fn a_key_of_securesystemslib_reads() {
        let scratch = tempfile::tempdir().unwrap();
        let path = scratch.path().join("other.pem");
        let text = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIGDuXDeEhtEn1yYZ+yjo3vAwfpjpxiW6gvKEHT0Ymc05\n\
            -----END PRIVATE KEY-----\n";
        fs::write(&path, text).unwrap();
        let id = "cfd917026d1d9dabdcecd53f69dccd2be0ad4231d304264b4410571f02e49e7c";
        assert_eq!(OwnedKey::read(&path).unwrap().id().as_str(), id);
    }
}

//! What waits for signatures: the folder `staged`, which travels to the owners of keys and back.
//!
//! It holds the documents without signatures, every released file, what is published now (so that
//! changes can be shown on a machine that has nothing else), and one small file for each signature:
//!
//! ```text
//! root.json  targets.json   the next documents, as far as they change
//! targets/NAME              the files that targets.json names
//! published/…               all roots from the first, the targets document and its small files as users have them now
//! signatures/ROLE.VERSION.KEYID.json
//! ```

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::disk;
use crate::model::{FileName, Sha256Digest};
use crate::trust::document::{DocumentError, Envelope, Role, RoleName, Root, Signature, Targets};
use crate::trust::json::{self, Object, Value};

use super::folder::replace_file;

/// A staged folder, read and checked in itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staged {
    /// The next root, if it changes.
    pub root: Option<Envelope<Root>>,
    /// The next targets document, if it changes.
    pub targets: Option<Envelope<Targets>>,
    /// The files that it names.
    pub files: BTreeMap<FileName, Vec<u8>>,
    /// What is published now, as the folder tells it.
    pub before: Option<Before>,
}

/// What is published now, as a staged folder tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// Every root before the newest, from version 1 on.
    pub older_roots: Vec<Envelope<Root>>,
    /// The newest root.
    pub root: Envelope<Root>,
    /// The targets document.
    pub targets: Envelope<Targets>,
    /// Its small files: release and locks.
    pub files: BTreeMap<FileName, Vec<u8>>,
}

/// Says why a staged folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StagedError {
    /// Nothing waits for signatures.
    #[error("{} holds nothing that waits for signatures", folder.display())]
    Nothing {
        /// The folder.
        folder: PathBuf,
    },
    /// A file cannot be read or written.
    #[error("the staged folder cannot be used")]
    Io(#[from] io::Error),
    /// A document is damaged.
    #[error("{} is damaged", path.display())]
    Document {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: DocumentError,
    },
    /// A file is not the one that the staged targets document names: it was changed since, or is absent.
    #[error("{name} is not the file that targets.json names")]
    OtherFile {
        /// The file.
        name: String,
    },
    /// The roots of what is published are there and its targets document is not, or the other way round.
    #[error("{} holds only a part of what is published", folder.display())]
    PartlyPublished {
        /// The folder.
        folder: PathBuf,
    },
    /// There is no root: neither a staged one nor a published one.
    #[error("there is no root document: run init first")]
    NoRoot,
}

impl Staged {
    /// Reads a staged folder; every file must be the one that the targets document names.
    ///
    /// # Errors
    /// [`StagedError`].
    pub fn read(folder: &Path) -> Result<Self, StagedError> {
        let staged = Self::read_any(folder)?;
        if staged.root.is_none() && staged.targets.is_none() {
            return Err(StagedError::Nothing { folder: folder.to_owned() });
        }
        Ok(staged)
    }

    /// Reads a staged folder that may be empty or absent.
    ///
    /// # Errors
    /// [`StagedError`].
    pub fn read_any(folder: &Path) -> Result<Self, StagedError> {
        let targets = envelope::<Targets>(&folder.join("targets.json"))?;
        let files = match &targets {
            Some(targets) => read_files(&folder.join("targets"), targets.signed(), |_| true)?,
            None => BTreeMap::new(),
        };
        let before = Before::read(&folder.join("published"))?;
        Ok(Self { root: envelope(&folder.join("root.json"))?, targets, files, before })
    }

    /// Returns the root that will hold once this is published.
    ///
    /// # Errors
    /// [`StagedError::NoRoot`].
    pub fn next_root(&self) -> Result<&Root, StagedError> {
        let before = self.before.as_ref().map(|before| before.root.signed());
        self.root.as_ref().map(Envelope::signed).or(before).ok_or(StagedError::NoRoot)
    }
}

impl Before {
    /// Reads what is said to be published; `None` where nothing is, not even in part.
    fn read(folder: &Path) -> Result<Option<Self>, StagedError> {
        let mut roots = Vec::new();
        while let Some(root) = envelope(&folder.join(root_name(roots.len() as u64 + 1)))? {
            roots.push(root);
        }
        match (roots.pop(), envelope::<Targets>(&folder.join("targets.json"))?) {
            (Some(root), Some(targets)) => {
                let files = read_files(&folder.join("targets"), targets.signed(), is_small)?;
                Ok(Some(Self { older_roots: roots, root, targets, files }))
            }
            (None, None) => Ok(None),
            _ => Err(StagedError::PartlyPublished { folder: folder.to_owned() }),
        }
    }

    /// Returns every root, from version 1 to the newest.
    pub fn roots(&self) -> impl Iterator<Item = &Envelope<Root>> {
        self.older_roots.iter().chain([&self.root])
    }
}

fn root_name(version: u64) -> String {
    format!("{version}.root.json")
}

/// Writes the next root into a staged folder; signatures of another one are removed.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_root(folder: &Path, root: &Envelope<Root>) -> io::Result<()> {
    replace_file(&folder.join("root.json"), &root.to_bytes())?;
    drop_stale_signatures(folder, RoleName::Root, &root.canonical())
}

/// Writes the next targets document and its files; signatures of another one are removed.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_targets(
    folder: &Path,
    targets: &Envelope<Targets>,
    files: &BTreeMap<FileName, Vec<u8>>,
) -> io::Result<()> {
    disk::remove(&folder.join("targets"))?;
    for (name, bytes) in files {
        replace_file(&folder.join("targets").join(name.as_str()), bytes)?;
    }
    replace_file(&folder.join("targets.json"), &targets.to_bytes())?;
    drop_stale_signatures(folder, RoleName::Targets, &targets.canonical())
}

/// Writes what is published now, for those who will see only this folder.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_before(folder: &Path, before: &Before) -> io::Result<()> {
    let folder = folder.join("published");
    disk::remove(&folder)?;
    for (name, bytes) in &before.files {
        replace_file(&folder.join("targets").join(name.as_str()), bytes)?;
    }
    for (version, root) in (1..).zip(before.roots()) {
        replace_file(&folder.join(root_name(version)), &root.to_bytes())?;
    }
    replace_file(&folder.join("targets.json"), &before.targets.to_bytes())
}

/// Release and locks are shown to signers; wheels are only named.
pub(in crate::publish) fn is_small(name: &FileName) -> bool {
    [".json", ".toml", ".txt"].iter().any(|ending| name.as_str().ends_with(ending))
}

fn read_files(
    folder: &Path,
    targets: &Targets,
    wanted: impl Fn(&FileName) -> bool,
) -> Result<BTreeMap<FileName, Vec<u8>>, StagedError> {
    let mut files = BTreeMap::new();
    for (name, signed) in &targets.targets {
        let other = || StagedError::OtherFile { name: name.clone() };
        let file: FileName = name.parse().map_err(|_| other())?;
        if !wanted(&file) {
            continue;
        }
        let bytes = disk::read_if_there(&folder.join(file.as_str()))?.ok_or_else(other)?;
        let same = bytes.len() as u64 == signed.length && signed.sha256() == Some(Sha256Digest::of(&bytes));
        if !same {
            return Err(other());
        }
        files.insert(file, bytes);
    }
    Ok(files)
}

fn envelope<T: Role>(path: &Path) -> Result<Option<Envelope<T>>, StagedError> {
    let Some(bytes) = disk::read_if_there(path)? else { return Ok(None) };
    let parsed = Envelope::parse(&bytes);
    parsed.map(Some).map_err(|source| StagedError::Document { path: path.to_owned(), source })
}

/// One signature by itself: small enough to be mailed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureFile {
    /// The role of the document.
    pub role: RoleName,
    /// Its version.
    pub version: u64,
    /// sha256 of what was signed: the document's canonical form.
    pub sha256: Sha256Digest,
    /// The signature.
    pub signature: Signature,
}

impl SignatureFile {
    /// Returns the name under which it is kept.
    pub fn file_name(&self) -> String {
        let key: String = self.signature.keyid.as_str().chars().take(16).collect();
        format!("{}.{}.{key}.json", self.role, self.version)
    }

    /// Returns the text of the file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let members = Object::from([
            ("role".to_owned(), self.role.as_str().into()),
            ("version".to_owned(), self.version.into()),
            ("sha256".to_owned(), self.sha256.to_string().into()),
            ("signature".to_owned(), self.signature.to_value()),
        ]);
        Value::from(members).to_file_bytes()
    }

    /// Reads a signature file; `None` when it is none.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let Value::Object(members) = json::parse(bytes).ok()? else { return None };
        let text = |name| match members.get(name) {
            Some(Value::String(text)) => Some(text.as_str()),
            _ => None,
        };
        let role = RoleName::ALL.into_iter().find(|role| text("role") == Some(role.as_str()))?;
        let Some(Value::Integer(version)) = members.get("version") else { return None };
        let signature = Signature::from_value(members.get("signature")?.clone(), "signature").ok()?;
        // The id becomes a part of a file's name.
        let id_is_hex = signature.keyid.as_str().bytes().all(|byte| byte.is_ascii_hexdigit());
        id_is_hex.then_some(Self {
            role,
            version: u64::try_from(*version).ok()?,
            sha256: text("sha256")?.parse().ok()?,
            signature,
        })
    }
}

/// Returns the folder of released files.
pub fn targets(folder: &Path) -> PathBuf {
    folder.join("targets")
}

/// Returns the folder of signatures.
pub fn signatures(folder: &Path) -> PathBuf {
    folder.join("signatures")
}

/// Reads every signature file of a staged folder; what is none is returned by its path.
///
/// # Errors
/// When the folder cannot be read.
pub fn read_signatures(folder: &Path) -> io::Result<(Vec<SignatureFile>, Vec<PathBuf>)> {
    let folder = signatures(folder);
    let (mut read, mut foreign) = (Vec::new(), Vec::new());
    if !folder.is_dir() {
        return Ok((read, foreign));
    }
    let mut paths = Vec::new();
    for entry in fs::read_dir(&folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    for path in paths {
        match SignatureFile::parse(&fs::read(&path)?) {
            Some(signature) => read.push(signature),
            None => foreign.push(path),
        }
    }
    Ok((read, foreign))
}

/// A signature of a document that will not be published any more would only confuse.
fn drop_stale_signatures(folder: &Path, role: RoleName, canonical: &[u8]) -> io::Result<()> {
    let digest = Sha256Digest::of(canonical);
    for signature in read_signatures(folder)?.0 {
        if signature.role == role && signature.sha256 != digest {
            disk::remove(&signatures(folder).join(signature.file_name()))?;
        }
    }
    Ok(())
}

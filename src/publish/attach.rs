//! Puts signatures to the staged documents: only what verifies.
//!
//! A signature file comes by mail. One that names an owner's key and is worthless must not take the place
//! of the one that the owner has made.

use std::io;
use std::path::PathBuf;

use fs_err as fs;

use crate::model::Sha256Digest;
use crate::trust::document::{Envelope, Role, RoleName, Root};

use super::staged::{SignatureFile, Staged};

/// The names of signature files that were left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// They belong to nothing that is staged.
    pub foreign: Vec<String>,
    /// They are said to be over a staged document and no key that may sign it has made them.
    pub worthless: Vec<String>,
}

/// How putting one signature to its document ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Attached {
    Yes,
    Foreign,
    Worthless,
}

/// Puts every signature of the staged folder, and those of further files, to its document.
///
/// # Errors
/// When a file cannot be read.
pub fn attach_all(
    staged: &mut Staged,
    published: Option<&Root>,
    (kept, foreign): (Vec<SignatureFile>, Vec<PathBuf>),
    mailed: &[PathBuf],
) -> io::Result<LeftOut> {
    let mut left_out = LeftOut::default();
    left_out.foreign.extend(foreign.iter().map(|path| path.display().to_string()));
    let mut files: Vec<_> = kept.into_iter().map(|file| (file.file_name(), file)).collect();
    for path in mailed {
        match SignatureFile::parse(&fs::read(path)?) {
            Some(file) => files.push((path.display().to_string(), file)),
            None => left_out.foreign.push(path.display().to_string()),
        }
    }
    for (name, file) in files {
        match attach(staged, published, &file) {
            Attached::Yes => {}
            Attached::Foreign => left_out.foreign.push(name),
            Attached::Worthless => left_out.worthless.push(name),
        }
    }
    Ok(left_out)
}

fn attach(staged: &mut Staged, published: Option<&Root>, file: &SignatureFile) -> Attached {
    let next = staged.root.as_ref().map(|root| root.signed().clone());
    match file.role {
        // TUF 1.0.34, 5.3.4: the old keys sign a root and the new ones do.
        RoleName::Root => {
            let by: Vec<&Root> = published.into_iter().chain(&next).collect();
            attach_to(staged.root.as_mut(), &by, file)
        }
        RoleName::Targets => {
            let by: Vec<&Root> = next.as_ref().or(published).into_iter().collect();
            attach_to(staged.targets.as_mut(), &by, file)
        }
        RoleName::Snapshot | RoleName::Timestamp => Attached::Foreign,
    }
}

fn attach_to<T: Role>(document: Option<&mut Envelope<T>>, by: &[&Root], file: &SignatureFile) -> Attached {
    let Some(document) = document.filter(|document| Sha256Digest::of(&document.canonical()) == file.sha256) else {
        return Attached::Foreign;
    };
    let message = document.canonical();
    let verifies = |root: &&&Root| {
        let id = &file.signature.keyid;
        let key = root.keys.get(id).filter(|_| root.role(T::NAME).keyids.contains(id));
        let bytes = file.signature.bytes();
        key.zip(bytes).is_some_and(|(key, bytes)| key.verification_key().verifies(&message, &bytes))
    };
    if by.iter().find(verifies).is_none() {
        return Attached::Worthless;
    }
    document.add_signature(file.signature.clone());
    Attached::Yes
}

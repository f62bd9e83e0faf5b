//! An installation whose folder was moved, often with the whole home: environments cannot be moved, and every trace leads to
//! where it was.

use std::path::{Path, PathBuf};

use super::Layout;
use crate::model::Receipt;
use crate::model::receipt::{OutsideFile, ShellFile};

/// Says whether what is installed was made in another folder than the one it lies in; another name of the same folder
/// is none.
pub fn is_moved(layout: &Layout, receipt: &Receipt) -> bool {
    let Some(place) = &receipt.place else { return false };
    let is_same = || {
        let here = layout.folder().canonicalize().ok();
        here.is_some() && place.folder.canonicalize().ok() == here
    };
    place.folder != layout.folder() && !is_same()
}

/// What a receipt names, followed to where it is now. A trace that did not move with the folder stays named as well, but
/// where an installation lives on in the old folder it is that one's. No version of before the move can be gone back to.
pub(super) fn followed(layout: &Layout, receipt: Receipt) -> Receipt {
    if !is_moved(layout, &receipt) {
        return receipt;
    }
    let Some(way) = receipt.place.as_ref().and_then(|place| Way::between(&place.folder, layout.folder())) else {
        return receipt;
    };
    let lives_on = receipt.place.as_ref().is_some_and(|place| place.folder.join("receipt.json").exists());
    let mut files: Vec<OutsideFile> = receipt.files.iter().filter_map(|file| way.file(file)).collect();
    let mut shell_files: Vec<ShellFile> = receipt.shell_files.iter().filter_map(|file| way.shell_file(file)).collect();
    if !lives_on {
        files.extend(receipt.files.iter().cloned());
        shell_files.extend(receipt.shell_files.iter().cloned());
    }
    let mut stub = receipt.stub.clone();
    if let Some(stub) = &mut stub {
        stub.path = way.to(&stub.path).unwrap_or_else(|| stub.path.clone());
    }
    Receipt { files, shell_files, stub, previous: None, ..receipt }
}

/// From the highest folder that was moved to where it is now.
struct Way {
    from: PathBuf,
    to: PathBuf,
}

impl Way {
    /// The two folders end alike: what they end with was moved along, so it is what is above that was moved.
    fn between(old: &Path, new: &Path) -> Option<Self> {
        let (mut from, mut to) = (old, new);
        while let (Some(name), Some(above), Some(other)) = (from.file_name(), from.parent(), to.parent())
            && to.file_name() == Some(name)
        {
            (from, to) = (above, other);
        }
        // Two folders of one root: the application's folder itself was moved.
        let is_root = from.parent().is_none() || to.parent().is_none();
        let (from, to) = if is_root { (old, new) } else { (from, to) };
        (from != to).then(|| Self { from: from.to_owned(), to: to.to_owned() })
    }

    fn to(&self, path: &Path) -> Option<PathBuf> {
        path.strip_prefix(&self.from).ok().map(|rest| self.to.join(rest))
    }

    fn file(&self, file: &OutsideFile) -> Option<OutsideFile> {
        Some(OutsideFile { path: self.to(&file.path)?, ..file.clone() })
    }

    fn shell_file(&self, file: &ShellFile) -> Option<ShellFile> {
        Some(ShellFile { path: self.to(&file.path)?, ..file.clone() })
    }
}

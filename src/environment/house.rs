//! Private copies of locked files: what is judged is what is then installed, built or unpacked.
//!
//! The store belongs to the person, and whatever else they run may write to it at any moment. So each file is copied
//! into a folder of this run while it is hashed, and nothing behind this module looks at the store again.

use std::io;
use std::path::Path;

use fs_err::File;
use tempfile::TempDir;

use super::carry::Before;
use super::child::{Ports, private_folder};
use super::error::EnvironmentError;
use super::screen::{Reading, Refused, Rules, ScreenedWheel, Unfit, Wheel, screen_each, screen_to};
use crate::disk::threads;
use crate::model::Sha256Digest;

/// Copies of screened wheels in a private folder; removed when dropped.
#[derive(Debug)]
pub(super) struct House {
    folder: TempDir,
    wheels: Vec<ScreenedWheel>,
}

impl House {
    /// Copies the wheels and screens the copies; those that an environment was made of before, only by their lists.
    pub(super) fn admit(
        wheels: &[Wheel],
        rules: &Rules<'_>,
        (below, before): (&Path, Option<&Before<'_>>),
        ports: Ports<'_>,
    ) -> Result<Self, EnvironmentError> {
        let folder = private_folder(below, "wheels-")?;
        let copies = threads::each(wheels, 2, |wheel| {
            if ports.cancel.is_cancelled() {
                return Err(EnvironmentError::Cancelled);
            }
            let path = folder.path().join(&wheel.file_name);
            copy(&wheel.path, &path, wheel.sha256).map_err(|error| error.of_wheel(wheel, folder.path()))?;
            Ok(Wheel { path, ..wheel.clone() })
        });
        let copies = copies.into_iter().collect::<Result<Vec<_>, _>>()?;
        let is_known = |wheel: &Wheel| before.is_some_and(|before| before.has(wheel));
        let reading = |wheel: &Wheel| if is_known(wheel) { Reading::Record } else { Reading::Whole };
        let wheels = screen_to(reading, &copies, rules, ports.cancel)?;
        Ok(Self { folder, wheels })
    }

    /// Reads those of some wheels whole of which only the lists were read.
    pub(super) fn read_whole(
        wheels: &[&ScreenedWheel],
        rules: &Rules<'_>,
        ports: Ports<'_>,
    ) -> Result<(), EnvironmentError> {
        let wheels = wheels.iter().filter(|screened| screened.reading == Reading::Record);
        let wheels: Vec<_> = wheels.map(|screened| screened.wheel().clone()).collect();
        for screened in screen_each(&wheels, rules, ports.cancel) {
            screened?;
        }
        Ok(())
    }

    /// Returns the folder that holds the copies and nothing else.
    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Returns the wheels, in the order given.
    pub(super) fn wheels(&self) -> &[ScreenedWheel] {
        &self.wheels
    }
}

/// Why there is no copy.
pub(super) enum NotCopied {
    /// It is another file.
    Other { locked: Sha256Digest, size: u64, found: Sha256Digest },
    /// A file cannot be read or written.
    Disk(io::Error),
}

impl NotCopied {
    pub(super) fn of_wheel(self, wheel: &Wheel, folder: &Path) -> EnvironmentError {
        match self {
            Self::Other { locked, found, .. } => {
                Refused { file_name: wheel.file_name.clone(), reason: Unfit::Digest { locked, found } }.into()
            }
            Self::Disk(error) => EnvironmentError::disk(folder)(error),
        }
    }
}

/// Copies a file that is not there yet and hashes what is written; a copy of another file is removed.
pub(super) fn copy(from: &Path, to: &Path, locked: Sha256Digest) -> Result<(), NotCopied> {
    let source = File::open(from).map_err(NotCopied::Disk)?;
    let target = File::create_new(to).map_err(NotCopied::Disk)?;
    let (size, found) = Sha256Digest::copying(source, target).map_err(NotCopied::Disk)?;
    if found == locked {
        return Ok(());
    }
    fs_err::remove_file(to).map_err(NotCopied::Disk)?;
    Err(NotCopied::Other { locked, size, found })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_copy_does_not_change_with_its_source_and_another_file_is_not_copied() {
        let folder = tempfile::tempdir().unwrap();
        let (store, own) = (folder.path().join("store"), folder.path().join("own"));
        fs_err::write(&store, "good").unwrap();
        assert!(copy(&store, &own, Sha256Digest::of(b"good")).is_ok());
        fs_err::write(&store, "evil").unwrap();
        assert_eq!(fs_err::read(&own).unwrap(), b"good");
        let other = folder.path().join("other");
        let refused = copy(&store, &other, Sha256Digest::of(b"good"));
        assert!(matches!(refused, Err(NotCopied::Other { size: 4, found, .. }) if found == Sha256Digest::of(b"evil")));
        assert!(!other.exists());
    }
}

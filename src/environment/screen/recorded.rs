//! Says which files a wheel installs, by its RECORD alone: for comparing an installation with a wheel that was screened
//! when it was installed. The whole wheel is compared with its digest first, so its RECORD is the one that was screened.

use std::borrow::Cow;
use std::io::Read;

use fs_err::File;
use zip::ZipArchive;

use super::archive::{open_locked, placed};
use super::record::{Row, parse};
use super::{Place, Unfit, Wheel, base64};
use crate::model::Sha256Digest;

/// A wheel that is the locked one, open for reading.
pub(in crate::environment) struct Recorded {
    archive: ZipArchive<File>,
    /// Its files.
    pub(in crate::environment) files: Vec<RecordedFile>,
}

/// A file that a wheel installs.
pub(in crate::environment) struct RecordedFile {
    pub(in crate::environment) place: Place,
    /// Below the place, with `/`.
    pub(in crate::environment) path: String,
    /// Its name in the archive.
    pub(in crate::environment) entry: String,
    row: Row,
}

impl Recorded {
    /// Opens a wheel.
    pub(in crate::environment) fn open(wheel: &Wheel) -> Result<Self, Unfit> {
        let (file, _) = open_locked(wheel)?;
        let archive = ZipArchive::new(file).map_err(Unfit::Archive)?;
        let record = archive.file_names().filter_map(Result::ok).find(|name| is_record(name)).map(Cow::into_owned);
        let record = record.ok_or(Unfit::Metadata { file: "RECORD" })?;
        let mut recorded = Self { archive, files: Vec::new() };
        let rows = parse(&recorded.read(&record, LARGEST_RECORD)?)?;
        for (entry, row) in rows {
            // Only RECORD itself and its signatures have no hash.
            let Some(row) = row else { continue };
            let (place, path) = placed(&entry, wheel)?;
            recorded.files.push(RecordedFile { place, path, entry, row });
        }
        Ok(recorded)
    }

    /// Reads a file of the wheel, of at most so many bytes.
    pub(in crate::environment) fn read(&mut self, entry: &str, limit: u64) -> Result<Vec<u8>, Unfit> {
        let found = self.archive.by_name(entry).map_err(Unfit::Archive)?;
        let mut bytes = Vec::new();
        found.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(Unfit::Unreadable)?;
        if bytes.len() as u64 > limit { Err(Unfit::Inflates { limit }) } else { Ok(bytes) }
    }
}

impl RecordedFile {
    /// Returns whether its row has this digest; a row with another kind of hash says nothing.
    pub(in crate::environment) fn has(&self, size: u64, sha256: Sha256Digest) -> bool {
        self.row.is_sha256() && self.row.describes(size, &base64(sha256.as_bytes()))
    }
}

/// The one in the wheel's own metadata folder.
fn is_record(name: &str) -> bool {
    name.split_once('/').is_some_and(|(top, file)| top.ends_with(".dist-info") && file == "RECORD")
}

/// As much as the screening reads.
const LARGEST_RECORD: u64 = 32 << 20;

//! Reads one wheel from end to end and says where each of its files will stand.
//!
//! The format is PyPA's 'Binary distribution format'. The file is hashed first, through the handle that it is
//! then read by, so what is judged is what was locked.

use std::io::{Read, Seek, SeekFrom};

use fs_err::File;
use sha2::{Digest, Sha256};
use zip::{CompressionMethod, ZipArchive};

use super::metadata::{parse_metadata, parse_wheel};
use super::record::{Hasher, Row, Rows, parse as parse_record};
use super::{
    InstalledFile, Limits, Place, Reading, Refused, Rules, ScreenedWheel, Unfit, Wheel, entry_points, path, startup,
};
use crate::model::{PackageName, Sha256Digest, Tag, Version, WheelFilename, manifest};
use crate::ports::Cancel;

/// Judges one wheel.
pub(super) fn judge(
    wheel: &Wheel,
    rules: &Rules<'_>,
    reading: Reading,
    cancel: &Cancel,
) -> Result<ScreenedWheel, Refused> {
    judge_file(wheel, rules, reading, cancel).map_err(|reason| Refused { file_name: wheel.file_name.clone(), reason })
}

fn judge_file(wheel: &Wheel, rules: &Rules<'_>, reading: Reading, cancel: &Cancel) -> Result<ScreenedWheel, Unfit> {
    let tags = tags_of_file_name(wheel)?;
    let (file, length) = open_locked(wheel)?;
    let mut archive = ZipArchive::new(file).map_err(Unfit::Archive)?;
    let entries = list(&mut archive, &rules.limits, length)?;
    let folder = metadata_folder(&entries, wheel)?;
    let mut small = |name: &'static str| read_small(&mut archive, &folder, name);
    let rows = parse_record(&small("RECORD")?.ok_or(Unfit::Metadata { file: "RECORD" })?)?;
    let described = parse_metadata(&small("METADATA")?.ok_or(Unfit::Metadata { file: "METADATA" })?)?;
    let format = parse_wheel(&small("WHEEL")?.ok_or(Unfit::Metadata { file: "WHEEL" })?)?;
    let entry_points = match small("entry_points.txt")? {
        Some(bytes) => entry_points::parse(&bytes)?,
        None => Vec::new(),
    };
    if described.name != wheel.name || described.version != wheel.version {
        return Err(Unfit::Identity { says: format!("{} {}", described.name, described.version) });
    }
    if !format.tags.iter().flat_map(|tag| expanded(tag)).any(|tag| tags.contains(&tag)) {
        return Err(Unfit::Identity { says: format.tags.join(", ") });
    }
    let shadow = entry_points.iter().find(|point| path::is_environments_own(&point.name) && !rules.may_shadow);
    if let Some(point) = shadow {
        return Err(Unfit::Shadows { path: point.name.clone() });
    }
    every_row_has_a_file(&rows, &entries)?;
    let reading =
        if reading == Reading::Record && startup::any_at_start(&entries, wheel)? { Reading::Whole } else { reading };
    let mut files = Vec::with_capacity(entries.len());
    for entry in &entries {
        if cancel.is_cancelled() {
            return Err(Unfit::Cancelled);
        }
        let recorded = if reading == Reading::Record { recorded(entry, &rows, wheel)? } else { None };
        let file = match recorded {
            Some(file) => file,
            None => read_entry(&mut archive, entry, &rows, &folder, wheel)?,
        };
        check_place(&file, rules)?;
        files.push(file);
    }
    let requires_python = described.requires_python;
    let screened =
        ScreenedWheel { wheel: wheel.clone(), reading, requires_python, files, entry_points, dist_info: folder };
    screened.fits(rules.longest_path)?;
    Ok(screened)
}

/// One file of the archive.
pub(super) struct Entry {
    pub(super) index: usize,
    pub(super) path: String,
    pub(super) size: u64,
}

/// Opens the wheel and compares its digest; returns its length too.
pub(super) fn open_locked(wheel: &Wheel) -> Result<(File, u64), Unfit> {
    let mut file = File::open(&wheel.path).map_err(Unfit::Unreadable)?;
    let (length, found) = Sha256Digest::of_reader(&mut file).map_err(Unfit::Unreadable)?;
    if found != wheel.sha256 {
        return Err(Unfit::Digest { locked: wheel.sha256, found });
    }
    file.seek(SeekFrom::Start(0)).map_err(Unfit::Unreadable)?;
    Ok((file, length))
}

/// Lists the files, folders left out, and judges each entry by what the central directory says.
pub(super) fn list(archive: &mut ZipArchive<File>, limits: &Limits, length: u64) -> Result<Vec<Entry>, Unfit> {
    if archive.len() > limits.entries {
        return Err(Unfit::Entries { count: archive.len(), limit: limits.entries });
    }
    // Readers that go by the local headers, or by another of two equal names, must see the same files.
    archive.validate_header_consistency().map_err(Unfit::Archive)?;
    let allowed = limits.unpacked.min(Limits::RATIO_FROM.max(length.saturating_mul(limits.ratio)));
    let mut entries = Vec::with_capacity(archive.len());
    let mut unpacked: u64 = 0;
    for index in 0..archive.len() {
        let entry = archive.by_index_data(index).map_err(Unfit::Archive)?;
        let name = entry.name().map_err(Unfit::Archive)?.into_owned();
        let shown = || name.chars().take(200).collect::<String>();
        // A name that two readers decode differently is two names.
        if entry.name_raw() != name.as_bytes() {
            return Err(Unfit::NotPlain { path: shown() });
        }
        let is_folder = name.ends_with('/');
        let trimmed = name.strip_suffix('/').unwrap_or(&name);
        path::check(trimmed).map_err(|why| Unfit::Path { path: shown(), why })?;
        let packing = matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
        if entry.encrypted() || !packing || !is_plain(entry.unix_mode(), is_folder) {
            return Err(Unfit::NotPlain { path: shown() });
        }
        unpacked = unpacked.saturating_add(entry.size());
        if unpacked > allowed {
            return Err(Unfit::Inflates { limit: allowed });
        }
        if !is_folder {
            entries.push(Entry { index, path: name, size: entry.size() });
        } else if entry.size() != 0 {
            return Err(Unfit::NotPlain { path: shown() });
        }
    }
    Ok(entries)
}

/// The file type in a Unix mode, where there is one: no links, devices, pipes.
fn is_plain(mode: Option<u32>, is_folder: bool) -> bool {
    match mode.map(|mode| mode & 0o170_000) {
        None | Some(0) => true,
        Some(0o100_000) => !is_folder,
        Some(0o040_000) => is_folder,
        Some(_) => false,
    }
}

/// Finds the one `.dist-info` folder, which must be of this distribution; so must every `.data` folder.
fn metadata_folder(entries: &[Entry], wheel: &Wheel) -> Result<String, Unfit> {
    let mut found = None;
    for entry in entries {
        let Some((top, _)) = entry.path.split_once('/') else { continue };
        let stem = top.strip_suffix(".dist-info").or_else(|| top.strip_suffix(".data"));
        let Some(stem) = stem else { continue };
        if !names(stem, wheel) {
            return Err(Unfit::Folder { folder: top.to_owned() });
        }
        if top.ends_with(".dist-info") && found.replace(top).is_some_and(|other| other != top) {
            return Err(Unfit::Folder { folder: top.to_owned() });
        }
    }
    found.map(str::to_owned).ok_or(Unfit::Folder { folder: String::new() })
}

/// Returns whether `name-version` names the wheel's distribution.
fn names(stem: &str, wheel: &Wheel) -> bool {
    let parts = stem.split_once('-');
    parts.is_some_and(|(name, version)| {
        name.parse::<PackageName>().as_ref() == Ok(&wheel.name)
            && version.parse::<Version>().as_ref() == Ok(&wheel.version)
    })
}

/// Reads a file of the metadata folder whole; `None` when it is not there.
fn read_small(archive: &mut ZipArchive<File>, folder: &str, name: &'static str) -> Result<Option<Vec<u8>>, Unfit> {
    let Some(index) = archive.index_for_name(&format!("{folder}/{name}")) else { return Ok(None) };
    let entry = archive.by_index(index).map_err(Unfit::Archive)?;
    let mut bytes = Vec::new();
    entry.take(LARGEST_METADATA + 1).read_to_end(&mut bytes).map_err(Unfit::Unreadable)?;
    if bytes.len() as u64 > LARGEST_METADATA { Err(Unfit::Metadata { file: name }) } else { Ok(Some(bytes)) }
}

/// Returns the tags that the file name stands for, after checking name and version in it.
fn tags_of_file_name(wheel: &Wheel) -> Result<Vec<Tag>, Unfit> {
    let other = || Unfit::Identity { says: wheel.file_name.to_string() };
    let parsed: WheelFilename = wheel.file_name.as_str().parse().map_err(|_| other())?;
    if parsed.name == wheel.name && parsed.version == wheel.version { Ok(parsed.tags) } else { Err(other()) }
}

/// Expands a tag of WHEEL, which may be a compressed set (PEP 425); one that cannot be read fits nothing.
fn expanded(tag: &str) -> Vec<Tag> {
    format!("any-0-{tag}.whl").parse::<WheelFilename>().map(|name| name.tags).unwrap_or_default()
}

fn every_row_has_a_file(rows: &Rows, entries: &[Entry]) -> Result<(), Unfit> {
    let there: std::collections::HashSet<&str> = entries.iter().map(|entry| entry.path.as_str()).collect();
    match rows.keys().find(|path| !there.contains(path.as_str())) {
        Some(path) => Err(Unfit::Unlisted { path: path.chars().take(200).collect() }),
        None => Ok(()),
    }
}

/// Says where one file will stand, with what its row says of it; `None` where that is not enough.
fn recorded(entry: &Entry, rows: &Rows, wheel: &Wheel) -> Result<Option<InstalledFile>, Unfit> {
    let (place, path) = placed(&entry.path, wheel)?;
    let row = rows.get(&entry.path).and_then(Option::as_ref);
    let said = row.and_then(Row::size_and_sha256).filter(|(size, _)| *size == entry.size && place != Place::Scripts);
    let entry = entry.path.clone();
    Ok(said.map(|(size, sha256)| InstalledFile { place, path, entry, size, sha256, after_shebang: None }))
}

/// Inflates one file, compares it with its row, and says where it will stand.
fn read_entry(
    archive: &mut ZipArchive<File>,
    entry: &Entry,
    rows: &Rows,
    folder: &str,
    wheel: &Wheel,
) -> Result<InstalledFile, Unfit> {
    let path = || entry.path.clone();
    let row = match rows.get(&entry.path) {
        Some(Some(row)) => Some(row),
        // The specification: only RECORD itself and its signatures have no hash.
        Some(None) | None if is_record(&entry.path, folder) => None,
        Some(None) | None => return Err(Unfit::Unlisted { path: path() }),
    };
    let (place, below) = placed(&entry.path, wheel)?;
    let mut hasher = Hasher::new(row);
    let mut shebang = (place == Place::Scripts).then(Shebang::default);
    let mut reader = archive.by_index(entry.index).map_err(Unfit::Archive)?;
    let mut buffer = [0; BUFFER];
    let mut size: u64 = 0;
    loop {
        let read = reader.read(&mut buffer).map_err(Unfit::Unreadable)?;
        let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        size += read as u64;
        if size > entry.size {
            return Err(Unfit::Inflates { limit: entry.size });
        }
        hasher.update(bytes);
        if let Some(shebang) = &mut shebang {
            shebang.update(bytes);
        }
    }
    let (digest, text) = hasher.finish();
    if row.is_some_and(|row| !row.describes(size, &text)) || size != entry.size {
        return Err(Unfit::Lying { path: path() });
    }
    let sha256 = Sha256Digest::from_bytes(digest);
    let after_shebang = shebang.and_then(Shebang::finish);
    Ok(InstalledFile { place, path: below, entry: path(), size, sha256, after_shebang })
}

fn is_record(path: &str, folder: &str) -> bool {
    let name = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
    matches!(name, Some("RECORD" | "RECORD.jws" | "RECORD.p7s"))
}

/// Hashes what follows a first line that begins with `#!python`.
#[derive(Default)]
struct Shebang {
    head: Vec<u8>,
    rest: Option<Sha256>,
}

impl Shebang {
    fn update(&mut self, bytes: &[u8]) {
        if let Some(rest) = &mut self.rest {
            rest.update(bytes);
            return;
        }
        // Who writes a first line this long means no shebang.
        if self.head.len() > LONGEST_SHEBANG {
            return;
        }
        self.head.extend_from_slice(bytes);
        if let Some(end) = self.head.iter().position(|byte| *byte == b'\n') {
            let mut rest = Sha256::new();
            rest.update(self.head.get(end + 1..).unwrap_or_default());
            self.head.truncate(end);
            self.rest = Some(rest);
        }
    }

    fn finish(self) -> Option<Sha256Digest> {
        let rest = self.rest?;
        self.head.starts_with(b"#!python").then(|| Sha256Digest::from_bytes(rest.finalize().into()))
    }
}

/// Says where pip puts a file: 'The .data directory' and 'Installing a wheel' of the specification.
pub(super) fn placed(path: &str, wheel: &Wheel) -> Result<(Place, String), Unfit> {
    let Some((data, rest)) = path.split_once('/').filter(|(top, _)| top.ends_with(".data")) else {
        return Ok((Place::Site, path.to_owned()));
    };
    let unknown = || Unfit::Folder { folder: data.to_owned() };
    let (scheme, below) = rest.split_once('/').ok_or_else(unknown)?;
    match scheme {
        "purelib" | "platlib" => Ok((Place::Site, below.to_owned())),
        "scripts" => Ok((Place::Scripts, below.to_owned())),
        "headers" => Ok((Place::Headers, format!("{}/{below}", wheel.name))),
        "data" => Ok((Place::Root, below.to_owned())),
        _ => Err(unknown()),
    }
}

/// Refuses what would run unasked, replace the environment's own files, or not fit.
fn check_place(file: &InstalledFile, rules: &Rules<'_>) -> Result<(), Unfit> {
    let path = || file.path.clone();
    let folded = path::folded(&file.path);
    let mut segments = folded.split('/');
    let (first, second, third) = (segments.next().unwrap_or_default(), segments.next(), segments.next());
    if folded.ends_with(".pyc") || folded.ends_with(".pyo") || folded.split('/').any(|part| part == "__pycache__") {
        return Err(Unfit::Bytecode { path: path() });
    }
    let shadows = match (file.place, second) {
        (Place::Scripts, None) => path::is_environments_own(first),
        (Place::Root, None) => {
            manifest::BESIDE.contains(&first)
                || ENVIRONMENTS_FOLDERS.contains(&first)
                || path::is_environments_own(first)
        }
        // Data files may lie beside the environment's own, but modules and commands have schemes of their own.
        (Place::Root, Some(second)) => match first {
            "bin" | "scripts" => third.is_none() && path::is_environments_own(second),
            "lib" | "lib64" => second.starts_with("python") || second == "site-packages",
            "include" => second == "site",
            _ => false,
        },
        _ => false,
    };
    if shadows {
        return Err(Unfit::Shadows { path: path() });
    }
    startup::check(file, rules.startup_files)
}

const ENVIRONMENTS_FOLDERS: [&str; 5] = ["bin", "scripts", "lib", "lib64", "include"];
const LONGEST_SHEBANG: usize = 4096;
const BUFFER: usize = 32 * 1024;
/// Bytes of METADATA, WHEEL, RECORD and entry_points.txt.
const LARGEST_METADATA: u64 = 32 << 20;

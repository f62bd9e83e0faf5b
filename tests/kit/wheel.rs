//! Builds real wheels (binary distribution format 1.0) in memory, right ones and hostile ones.
//!
//! `Wheel::new("demo", "1.0").module("demo.py", "…").script("demo", "demo:main").build()`

use std::io::{Cursor, Write};

use quoc::model::{Artifact, Sha256Digest, Source};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A wheel in the making.
#[derive(Clone, Debug)]
pub struct Wheel {
    name: String,
    version: String,
    tag: String,
    files: Vec<Member>,
    entry_points: Vec<(String, String, String)>,
    raw_entry_points: Option<String>,
    metadata: Vec<String>,
    metadata_name: Option<String>,
    metadata_version: Option<String>,
    lies: Vec<String>,
    unrecorded: Vec<String>,
    phantoms: Vec<String>,
    without_record: bool,
}

/// A finished wheel.
#[derive(Clone, Debug)]
pub struct Built {
    /// Its file name.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

#[derive(Clone, Debug)]
struct Member {
    path: String,
    bytes: Vec<u8>,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Plain,
    Executable,
    Symlink,
    /// A second member of a path that is already there.
    Duplicate,
}

impl Wheel {
    /// Starts a pure wheel with nothing in it but its metadata.
    pub fn new(name: &str, version: &str) -> Self {
        Self {
            name: name.to_owned(),
            version: version.to_owned(),
            tag: "py3-none-any".to_owned(),
            files: Vec::new(),
            entry_points: Vec::new(),
            raw_entry_points: None,
            metadata: Vec::new(),
            metadata_name: None,
            metadata_version: None,
            lies: Vec::new(),
            unrecorded: Vec::new(),
            phantoms: Vec::new(),
            without_record: false,
        }
    }

    /// Sets the tag, `cp311-cp311-linux_x86_64`; the file's name and WHEEL both say it.
    pub fn tag(mut self, tag: &str) -> Self {
        self.tag = tag.to_owned();
        self
    }

    /// Adds a file of text under its path in the wheel.
    pub fn module(self, path: &str, content: &str) -> Self {
        self.file(path, content.as_bytes())
    }

    /// Adds a file under any path, also a hostile one.
    pub fn file(self, path: &str, bytes: &[u8]) -> Self {
        self.member(path, bytes, Kind::Plain)
    }

    /// Adds an executable file.
    pub fn executable(self, path: &str, bytes: &[u8]) -> Self {
        self.member(path, bytes, Kind::Executable)
    }

    /// Adds a file to a scheme of `{name}-{version}.data`: `scripts`, `data`, `purelib`, `headers` …
    pub fn data(self, scheme: &str, path: &str, bytes: &[u8]) -> Self {
        let path = format!("{}.data/{scheme}/{path}", self.stem());
        self.executable(&path, bytes)
    }

    /// Adds a symbolic link.
    pub fn symlink(self, path: &str, target: &str) -> Self {
        self.member(path, target.as_bytes(), Kind::Symlink)
    }

    /// Adds a second member of a path that the wheel already has.
    pub fn duplicate(self, path: &str, bytes: &[u8]) -> Self {
        self.member(path, bytes, Kind::Duplicate)
    }

    /// Adds a console script, `demo:main`.
    pub fn script(self, command: &str, target: &str) -> Self {
        self.entry_point("console_scripts", command, target)
    }

    /// Adds an entry point of any group.
    pub fn entry_point(mut self, group: &str, name: &str, target: &str) -> Self {
        self.entry_points.push((group.to_owned(), name.to_owned(), target.to_owned()));
        self
    }

    /// Sets the whole text of entry_points.txt, for bad ones.
    pub fn raw_entry_points(mut self, text: &str) -> Self {
        self.raw_entry_points = Some(text.to_owned());
        self
    }

    /// Adds a dependency, `other>=1.0`.
    pub fn requires(self, requirement: &str) -> Self {
        self.metadata(&format!("Requires-Dist: {requirement}"))
    }

    /// Sets the Pythons it is for, `>=3.9`.
    pub fn requires_python(self, specifiers: &str) -> Self {
        self.metadata(&format!("Requires-Python: {specifiers}"))
    }

    /// Adds a line to METADATA.
    pub fn metadata(mut self, line: &str) -> Self {
        self.metadata.push(line.to_owned());
        self
    }

    /// Makes METADATA name another distribution than the file's name does.
    pub fn metadata_name(mut self, name: &str) -> Self {
        self.metadata_name = Some(name.to_owned());
        self
    }

    /// Makes METADATA name another version than the file's name does.
    pub fn metadata_version(mut self, version: &str) -> Self {
        self.metadata_version = Some(version.to_owned());
        self
    }

    /// Makes RECORD give a wrong digest for a file.
    pub fn lying_record(mut self, path: &str) -> Self {
        self.lies.push(path.to_owned());
        self
    }

    /// Leaves a file out of RECORD.
    pub fn unrecorded(mut self, path: &str) -> Self {
        self.unrecorded.push(path.to_owned());
        self
    }

    /// Makes RECORD name a file that is not there.
    pub fn phantom(mut self, path: &str) -> Self {
        self.phantoms.push(path.to_owned());
        self
    }

    /// Leaves RECORD out.
    pub fn without_record(mut self) -> Self {
        self.without_record = true;
        self
    }

    /// Returns `{name}-{version}-{tag}.whl`, the name escaped.
    pub fn file_name(&self) -> String {
        format!("{}-{}.whl", self.stem(), self.tag)
    }

    /// Returns the wheel with its file name.
    pub fn built(&self) -> Built {
        Built { file_name: self.file_name(), bytes: self.build() }
    }

    /// Returns the wheel's bytes; the same wheel has the same bytes.
    pub fn build(&self) -> Vec<u8> {
        let info = format!("{}.dist-info", self.stem());
        let mut members = self.files.clone();
        let mut add = |name: &str, text: String| {
            members.push(Member { path: format!("{info}/{name}"), bytes: text.into_bytes(), kind: Kind::Plain });
        };
        add("METADATA", self.metadata_text());
        add("WHEEL", self.wheel_text());
        if let Some(text) = self.entry_points_text() {
            add("entry_points.txt", text);
        }
        if !self.without_record {
            let record = self.record_text(&members, &info);
            let path = format!("{info}/RECORD");
            members.push(Member { path, bytes: record.into_bytes(), kind: Kind::Plain });
        }
        pack(&members)
    }

    fn member(mut self, path: &str, bytes: &[u8], kind: Kind) -> Self {
        self.files.push(Member { path: path.to_owned(), bytes: bytes.to_vec(), kind });
        self
    }

    fn stem(&self) -> String {
        let escaped = self.name.replace(['-', '.'], "_").to_ascii_lowercase();
        format!("{escaped}-{}", self.version.replace('-', "_"))
    }

    fn metadata_text(&self) -> String {
        let name = self.metadata_name.as_ref().unwrap_or(&self.name);
        let version = self.metadata_version.as_ref().unwrap_or(&self.version);
        let mut text = format!("Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n");
        for line in &self.metadata {
            text.push_str(line);
            text.push('\n');
        }
        text
    }

    fn wheel_text(&self) -> String {
        let pure = self.tag.ends_with("-none-any");
        let mut text = format!("Wheel-Version: 1.0\nGenerator: quoc-kit\nRoot-Is-Purelib: {pure}\n");
        for line in expanded(&self.tag) {
            text.push_str(&format!("Tag: {line}\n"));
        }
        text
    }

    fn entry_points_text(&self) -> Option<String> {
        if let Some(text) = &self.raw_entry_points {
            return Some(text.clone());
        }
        let mut groups: Vec<&str> = self.entry_points.iter().map(|(group, ..)| group.as_str()).collect();
        groups.sort_unstable();
        groups.dedup();
        let lines = groups.into_iter().map(|group| {
            let of_group = self.entry_points.iter().filter(|(of, ..)| of == group);
            let body: String = of_group.map(|(_, name, target)| format!("{name} = {target}\n")).collect();
            format!("[{group}]\n{body}\n")
        });
        let text: String = lines.collect();
        (!text.is_empty()).then_some(text)
    }

    fn record_text(&self, members: &[Member], info: &str) -> String {
        let mut text = String::new();
        for member in members.iter().filter(|member| !self.unrecorded.contains(&member.path)) {
            let lie = self.lies.contains(&member.path);
            let digest = if lie { Sha256Digest::of(b"a lie") } else { Sha256Digest::of(&member.bytes) };
            let hash = base64_url(digest.as_bytes());
            text.push_str(&format!("{},sha256={hash},{}\n", quoted(&member.path), member.bytes.len()));
        }
        for path in &self.phantoms {
            text.push_str(&format!(
                "{},sha256={},5\n",
                quoted(path),
                base64_url(Sha256Digest::of(b"gone!").as_bytes())
            ));
        }
        text.push_str(&format!("{info}/RECORD,,\n"));
        text
    }
}

impl Built {
    /// Returns the digest of the bytes.
    pub fn sha256(&self) -> Sha256Digest {
        Sha256Digest::of(&self.bytes)
    }

    /// Returns the wheel as an artifact with these sources.
    pub fn artifact(&self, sources: Vec<Source>) -> Artifact {
        let package = self.file_name.split('-').next().unwrap().parse().ok();
        Artifact {
            name: self.file_name.parse().unwrap(),
            size: self.bytes.len() as u64,
            sha256: self.sha256(),
            package,
            sources,
        }
    }

    /// Writes the wheel into a folder under its file name, and returns the path.
    pub fn write_to(&self, folder: &std::path::Path) -> std::path::PathBuf {
        let path = folder.join(&self.file_name);
        fs_err::write(&path, &self.bytes).unwrap();
        path
    }
}

/// PEP 425: a compressed set stands for every combination of its parts.
fn expanded(tag: &str) -> Vec<String> {
    let parts: Vec<Vec<&str>> = tag.split('-').map(|part| part.split('.').collect()).collect();
    let [pythons, abis, platforms] = parts.as_slice() else { panic!("{tag:?} is no tag") };
    let mut lines = Vec::new();
    for python in pythons {
        for abi in abis {
            lines.extend(platforms.iter().map(|platform| format!("{python}-{abi}-{platform}")));
        }
    }
    lines
}

fn pack(members: &[Member]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut renames = Vec::new();
    for (index, member) in members.iter().enumerate() {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        match member.kind {
            Kind::Plain => zip.start_file(&member.path, options.unix_permissions(0o644)).unwrap(),
            Kind::Executable => zip.start_file(&member.path, options.unix_permissions(0o755)).unwrap(),
            Kind::Symlink => {
                let target = String::from_utf8(member.bytes.clone()).unwrap();
                zip.add_symlink(&member.path, target, options).unwrap();
                continue;
            }
            Kind::Duplicate => {
                let other = placeholder(&member.path, index);
                zip.start_file(&other, options.unix_permissions(0o644)).unwrap();
                renames.push((other, member.path.clone()));
            }
        }
        zip.write_all(&member.bytes).unwrap();
    }
    let mut bytes = zip.finish().unwrap().into_inner();
    for (other, path) in renames {
        replace_all(&mut bytes, other.as_bytes(), path.as_bytes());
    }
    bytes
}

/// A name of the same length, because the writer refuses a repeated one: it is put right afterwards.
fn placeholder(path: &str, index: usize) -> String {
    let mark = format!("{index:02}");
    assert!(path.len() >= 4, "a duplicated path needs four bytes");
    format!("~{mark}{}", "~".repeat(path.len() - 1 - mark.len()))
}

fn replace_all(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    assert_eq!(from.len(), to.len());
    for start in 0..=bytes.len() - from.len() {
        if &bytes[start..start + from.len()] == from {
            bytes[start..start + from.len()].copy_from_slice(to);
        }
    }
}

/// RECORD is CSV.
fn quoted(path: &str) -> String {
    if path.contains([',', '"', '\n']) { format!("\"{}\"", path.replace('"', "\"\"")) } else { path.to_owned() }
}

/// RFC 4648, section 5, without padding, as RECORD wants it.
pub fn base64_url(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let word = group.iter().fold(0_u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for index in 0..=group.len() {
            text.push(char::from(ALPHABET[(word >> (18 - 6 * index) & 63) as usize]));
        }
    }
    text
}

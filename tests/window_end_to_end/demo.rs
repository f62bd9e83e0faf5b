//! An application that is worth a bar: one of its wheels takes a while on a line that drips.

use std::path::{Path, PathBuf};
use std::time::Duration;

use fs_err as fs;

use super::kit::machine::{Machine, application, next};
use super::kit::repository::{Published, Repository};
use super::kit::server::{Fault, Seen, Server};
use super::kit::wheel::{Built, Wheel};

/// A machine, and what is published for it.
pub struct Demo {
    /// The person's machine.
    pub machine: Machine,
    /// Where the releases are.
    pub server: Server,
    /// The newest release.
    pub published: Published,
    repository: Repository,
    heavy: String,
    place: tempfile::TempDir,
}

impl Demo {
    /// Publishes version 1.0.
    pub fn new() -> Self {
        Self::with(|repository| repository)
    }

    /// The same, with more in it.
    fn with(change: impl FnOnce(Repository) -> Repository) -> Self {
        let (machine, server, place) = (Machine::new(), Server::start(), tempfile::tempdir().unwrap());
        let wheel = heavy("1.0", MB_OF_THE_FIRST);
        let mut repository = change(application("1.0").address(server.url("/")).wheel(wheel.clone()));
        let published = repository.publish(place.path());
        server.put_folder("/", &published.repository);
        let heavy = path_of(&published, &wheel.file_name);
        Self { machine, server, published, repository, heavy, place }
    }

    /// Publishes version 1.0, which names a folder of the person's data.
    pub fn with_data_folder() -> Self {
        let data = vec!["~/demo-data".to_owned()];
        Self::with(|repository| repository.with(|release| release.data_folders = data))
    }

    /// The person writes a letter of four bytes into that folder.
    pub fn write_letter(&self) -> PathBuf {
        let data = self.machine.home("demo-data");
        fs::create_dir_all(&data).unwrap();
        fs::write(data.join("letter"), "dear").unwrap();
        data
    }

    /// Publishes the next release, with so many megabytes that take their time.
    pub fn publish(&mut self, version: &str, megabytes: usize) {
        let wheel = heavy(version, megabytes);
        self.repository = next(&self.repository, version).wheel(wheel.clone());
        self.published = self.repository.publish(self.place.path());
        self.heavy = path_of(&self.published, &wheel.file_name);
    }

    /// The folder that a stub would have inside.
    pub fn profile(&self) -> &Path {
        &self.published.profile_folder
    }

    /// The heavy wheel comes slowly, a megabyte in about so many milliseconds.
    pub fn drips(&self, milliseconds: u64) {
        self.server.fault(&self.heavy, Fault::Drip(MB / 32, Duration::from_millis(milliseconds / 32)));
    }

    /// The heavy wheel goes wrong.
    pub fn spoil(&self, fault: Fault) {
        self.server.fault(&self.heavy, fault);
    }

    /// Every request for the heavy wheel.
    pub fn asked(&self) -> Vec<Seen> {
        self.server.seen_of(&self.heavy)
    }

    /// Holds the server to have sent no good byte of a package twice: each came once and whole, the heavy one in parts that
    /// each begin behind where the one before began. Of a run that did not install anything no document stays.
    pub fn holds_no_byte_came_twice(&self) {
        let mut seen: Vec<Seen> =
            self.server.seen().into_iter().filter(|seen| seen.status < 300 && seen.sent > 0).collect();
        // The end of an answer that nobody reads any more is noticed late.
        seen.sort_by_key(|seen| seen.number);
        let is_package = |seen: &&Seen| seen.path.starts_with("/targets/") && seen.path.ends_with(".whl");
        let targets: Vec<&Seen> = seen.iter().filter(is_package).collect();
        assert!(!targets.is_empty());
        for request in &targets {
            let same: Vec<u64> =
                targets.iter().filter(|other| other.path == request.path).map(|other| start(other)).collect();
            let parts = if request.path == self.heavy { same.len() } else { 1 };
            assert_eq!(same.len(), parts, "{} was sent {} times", request.path, same.len());
            assert!(same.is_sorted_by(|one, next| one < next), "{}: parts from {same:?}", request.path);
        }
    }

    /// Everything of the application and of this program that is on the disk, downloads included.
    pub fn left(&self) -> Vec<PathBuf> {
        let mut left = self.machine.files();
        let downloads = self.machine.home("cache/quoc");
        if downloads.exists() {
            left.extend(super::kit::machine::walk(&downloads));
        }
        left
    }
}

/// Where a part begins.
fn start(seen: &Seen) -> u64 {
    let range = seen.header("range").and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-'));
    range.map_or(0, |start| start.parse().unwrap())
}

/// Bytes that no compression makes fewer.
fn heavy(version: &str, megabytes: usize) -> Built {
    let mut random = fastrand::Rng::with_seed(megabytes as u64);
    let bytes: Vec<u8> = std::iter::repeat_with(|| random.u8(..)).take(megabytes * MB).collect();
    Wheel::new("heavy", version).file("heavy/data.bin", &bytes).built()
}

fn path_of(published: &Published, target: &str) -> String {
    let path = published.target(target);
    assert!(fs::metadata(&path).unwrap().len() > 0);
    format!("/targets/{}", path.file_name().unwrap().to_str().unwrap())
}

const MB: usize = 1024 * 1024;
const MB_OF_THE_FIRST: usize = 6;

//! From the signed list of files to the release: what a quorum signed must also be of one mind.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod trust_kit;

use std::cell::RefCell;
use std::collections::BTreeMap;

use quoc::model::release::ReleaseError;
use quoc::model::{FileName, Sha256Digest};
use quoc::ports::{MetadataSource, SourceError};
use quoc::trust::document::TargetFile;
use quoc::trust::{Contradiction, RefreshError, Trust, TrustError, TrustedRelease, judge};
use serde_json::{Value, json};
use trust_kit::{Machine, Repository};

/// A publisher of one release: the texts to change, and what is put beside them.
struct Publisher {
    release: Value,
    lock: String,
    build_lock: String,
    extra: BTreeMap<String, Vec<u8>>,
    signed_beside: BTreeMap<String, TargetFile>,
}

fn entry(name: &str, version: &str, kind: &str) -> String {
    let sha256 = Sha256Digest::of(name.as_bytes());
    let under = name.replace('-', "_");
    let file = |file: String| {
        format!(
            "{{ name = \"{file}\", url = \"https://example.org/{file}\", size = 3, hashes = {{ sha256 = \"{sha256}\" }} }}"
        )
    };
    let files = match kind {
        "wheel" => format!("wheels = [{}]", file(format!("{under}-{version}-py3-none-any.whl"))),
        _ => format!("sdist = {}", file(format!("{under}-{version}.tar.gz"))),
    };
    format!("[[packages]]\nname = \"{name}\"\nversion = \"{version}\"\n{files}\n")
}

const HEAD: &str = "lock-version = \"1.0\"\ncreated-by = \"test\"\n";

impl Publisher {
    fn new() -> Self {
        let pip = json!({ "name": "pip-26.0-py3-none-any.whl", "size": 3, "sha256": Sha256Digest::of(b"pip"),
            "package": "pip", "sources": [{ "target": "pip-26.0-py3-none-any.whl" }] });
        let release = json!({ "format": 1, "application": { "id": "demo", "name": "Demo", "publisher": "Us" },
            "version": "2.0", "requires-python": ">=3.9", "lock": "pylock.toml", "pip": pip, "commands": ["demo"],
            "smoke-test": ["demo", "--version"],
            "builds": { "needs-c": { "lock": "pylock.needs-c.toml", "needs-compiler": true } } });
        let lock = [HEAD.to_owned(), entry("demo", "2.0", "wheel"), entry("needs-c", "1", "sdist")].concat();
        let build_lock = [HEAD.to_owned(), entry("setuptools", "80", "wheel")].concat();
        let extra = BTreeMap::from([("pip-26.0-py3-none-any.whl".to_owned(), b"pip".to_vec())]);
        Self { release, lock, build_lock, extra, signed_beside: BTreeMap::new() }
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = self.extra.clone();
        files.insert("release.json".to_owned(), self.release.to_string().into_bytes());
        files.insert("pylock.toml".to_owned(), self.lock.clone().into_bytes());
        files.insert("pylock.needs-c.toml".to_owned(), self.build_lock.clone().into_bytes());
        files
    }

    fn publish(&self) -> Published {
        let mut repository = Repository::new();
        repository.targets.targets.clear();
        let mut targets = BTreeMap::new();
        for (name, bytes) in self.files() {
            let described = TargetFile::of(&bytes);
            targets.insert(format!("{}.{name}", described.sha256().unwrap()), bytes);
            repository.targets.targets.insert(name, described);
        }
        repository.targets.targets.extend(self.signed_beside.clone());
        repository.write_all();
        Published { repository, targets, asked: RefCell::default() }
    }
}

struct Published {
    repository: Repository,
    targets: BTreeMap<String, Vec<u8>>,
    asked: RefCell<Vec<String>>,
}

impl MetadataSource for Published {
    fn metadata(&self, file: &str, _limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        self.asked.borrow_mut().push(file.to_owned());
        Ok(self.repository.files.get(file).cloned())
    }

    fn target(&self, path: &str, limit: u64) -> Result<Vec<u8>, SourceError> {
        self.asked.borrow_mut().push(path.to_owned());
        let bytes = self.targets.get(path).unwrap_or_else(|| panic!("{path} is not there"));
        assert_eq!(bytes.len() as u64, limit, "the signed length is the limit");
        Ok(bytes.clone())
    }
}

fn judge_on(machine: &Machine, published: &Published) -> Result<TrustedRelease, TrustError> {
    let (floors, limits) = (machine.floors.clone(), machine.limits);
    let trust = Trust { baked_root: &machine.baked, floors, clock: machine.clock, limits };
    judge(trust, &"demo".parse().unwrap(), published, &machine.store).map_err(|error| match error {
        RefreshError::Trust { source } => source,
        other => panic!("{other:?}"),
    })
}

fn judged(publisher: &Publisher) -> Result<TrustedRelease, TrustError> {
    let published = publisher.publish();
    judge_on(&Machine::new(&published.repository), &published)
}

fn contradiction(publisher: &Publisher) -> (Contradiction, String) {
    match judged(publisher) {
        Err(TrustError::Contradiction { rule, name }) => (rule, name),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_release_is_trusted_with_its_locks_and_says_who_signed() {
    let release = judged(&Publisher::new()).unwrap();
    assert_eq!(release.release().version.to_string(), "2.0");
    assert_eq!(release.lock().packages.len(), 2);
    assert_eq!(release.build_locks()[&"needs-c".parse().unwrap()].packages.len(), 1);
    assert_eq!(release.targets().signers().signed.len(), 2);
    let document = &Publisher::new().files()["release.json"];
    assert_eq!(release.release_digest(), Sha256Digest::of(document));
}

#[test]
fn a_run_with_nothing_new_fetches_the_timestamp_and_no_document() {
    let published = Publisher::new().publish();
    let machine = Machine::new(&published.repository);
    judge_on(&machine, &published).unwrap();
    published.asked.borrow_mut().clear();
    judge_on(&machine, &published).unwrap();
    assert_eq!(*published.asked.borrow(), ["2.root.json", "timestamp.json"]);
}

#[test]
fn a_kept_document_is_judged_as_a_fetched_one_is() {
    let published = Publisher::new().publish();
    let machine = Machine::new(&published.repository);
    judge_on(&machine, &published).unwrap();
    machine.store.files.borrow_mut().insert("documents/pylock.toml".to_owned(), b"tampered".to_vec());
    let release = judge_on(&machine, &published).unwrap();
    assert_eq!(release.lock().packages.len(), 2);
    assert_ne!(machine.store.files.borrow()["documents/pylock.toml"], b"tampered");
}

#[test]
fn a_document_with_other_bytes_than_signed_is_refused() {
    let mut published = Publisher::new().publish();
    for bytes in published.targets.values_mut() {
        bytes[0] ^= 1;
    }
    let machine = Machine::new(&published.repository);
    assert!(
        matches!(judge_on(&machine, &published), Err(TrustError::WrongHash { file, .. }) if file == "release.json")
    );
    assert!(!machine.store.files.borrow().contains_key("documents/release.json"));
}

#[test]
fn a_release_of_another_application_is_refused() {
    let mut publisher = Publisher::new();
    publisher.release["application"]["id"] = "other".into();
    assert!(matches!(judged(&publisher), Err(TrustError::OtherApplication { .. })));
}

#[test]
fn a_release_below_the_floor_is_refused_and_the_floor_itself_is_not() {
    let published = Publisher::new().publish();
    for (floor, refused) in [("1.9", false), ("2.0", false), ("2.0.post1", true), ("2.0rc1", false), ("10", true)] {
        let mut machine = Machine::new(&published.repository);
        machine.floors.application_version = Some(floor.parse().unwrap());
        let judged = judge_on(&machine, &published);
        assert_eq!(matches!(judged, Err(TrustError::ReleaseBelowFloor { .. })), refused, "{floor}");
        assert_eq!(judged.is_err(), refused, "{floor}");
    }
}

#[test]
fn a_release_of_a_newer_format_is_told_apart() {
    let mut publisher = Publisher::new();
    publisher.release["format"] = 2.into();
    publisher.release["something-new"] = true.into();
    let error = judged(&publisher).unwrap_err();
    let TrustError::MalformedRelease { source } = error else { panic!("{error:?}") };
    assert!(matches!(*source, ReleaseError::NewerFormat { found: 2 }));
}

#[test]
fn the_lock_has_the_release_at_its_version_and_no_other() {
    let mut publisher = Publisher::new();
    publisher.lock = [HEAD.to_owned(), entry("demo", "1.9", "wheel"), entry("needs-c", "1", "sdist")].concat();
    assert_eq!(contradiction(&publisher), (Contradiction::ReleaseIsLocked, "demo".to_owned()));
    publisher.lock = [HEAD.to_owned(), entry("needs-c", "1", "sdist")].concat();
    assert_eq!(contradiction(&publisher), (Contradiction::ReleaseIsLocked, "demo".to_owned()));
    let marked = |version: &str, marker: &str| {
        entry("demo", version, "wheel").replace("\nversion", &format!("\nmarker = \"{marker}\"\nversion"))
    };
    publisher.lock = [
        HEAD.to_owned(),
        marked("2.0", "sys_platform == 'linux'"),
        marked("1.9", "sys_platform != 'linux'"),
        entry("needs-c", "1", "sdist"),
    ]
    .concat();
    assert_eq!(contradiction(&publisher), (Contradiction::ReleaseIsLocked, "demo".to_owned()));
}

#[test]
fn a_locked_file_that_lies_in_the_repository_is_signed_there_alike() {
    let mut publisher = Publisher::new();
    let wheel = "demo-2.0-py3-none-any.whl";
    publisher.lock =
        publisher.lock.replace(&format!("url = \"https://example.org/{wheel}\""), &format!("path = \"{wheel}\""));
    assert!(publisher.lock.contains("path = "));
    assert_eq!(contradiction(&publisher), (Contradiction::TargetIsSigned, wheel.to_owned()));
    // The same name, another hash; then the right hash, another size; then both right.
    let sha256 = Sha256Digest::of(b"demo");
    publisher.signed_beside.insert(wheel.to_owned(), TargetFile::of(b"abc"));
    assert_eq!(contradiction(&publisher).0, Contradiction::TargetIsSigned);
    publisher.signed_beside.insert(wheel.to_owned(), TargetFile::new(4, sha256));
    assert_eq!(contradiction(&publisher).0, Contradiction::TargetIsSigned);
    publisher.signed_beside.insert(wheel.to_owned(), TargetFile::new(3, sha256));
    judged(&publisher).unwrap();
}

#[test]
fn an_artifact_that_lies_in_the_repository_is_signed_there_alike() {
    let mut publisher = Publisher::new();
    publisher.extra.insert("pip-26.0-py3-none-any.whl".to_owned(), b"pup".to_vec());
    assert_eq!(contradiction(&publisher).0, Contradiction::TargetIsSigned);
    publisher.extra.clear();
    assert_eq!(contradiction(&publisher).1, "pip-26.0-py3-none-any.whl");
    let file = |name: &str| {
        json!({ "name": name, "size": 3, "sha256": Sha256Digest::of(b"png"), "package": null,
        "sources": [{ "target": name }] })
    };
    let desktop = json!({ "command": "demo", "comment": "Shows things", "categories": ["Utility"],
        "icons": [{ "size": "16x16", "file": file("demo.png") }] });
    let platform = json!({ "os": "linux-glibc", "arch": "x86_64" });
    let stubs = json!([{ "version": "1.0", "platform": platform, "file": file("demo-setup") }]);
    for (member, value, name) in [("desktop", desktop, "demo.png"), ("stubs", stubs, "demo-setup")] {
        let mut publisher = Publisher::new();
        publisher.release[member] = value;
        assert_eq!(contradiction(&publisher), (Contradiction::TargetIsSigned, name.to_owned()));
        publisher.signed_beside.insert(name.to_owned(), TargetFile::of(b"png"));
        judged(&publisher).unwrap();
    }
}

#[test]
fn what_is_built_has_an_sdist_and_what_builds_it_has_wheels() {
    let mut publisher = Publisher::new();
    publisher.lock = [HEAD.to_owned(), entry("demo", "2.0", "wheel"), entry("needs-c", "1", "wheel")].concat();
    assert_eq!(contradiction(&publisher), (Contradiction::BuildHasSdist, "needs-c".to_owned()));
    let mut publisher = Publisher::new();
    publisher.build_lock.push_str(&entry("cython", "3", "sdist"));
    assert_eq!(contradiction(&publisher), (Contradiction::BuildNeedsWheels, "cython".to_owned()));
}

#[test]
fn a_lock_that_cannot_be_read_or_is_not_signed_is_refused() {
    let mut publisher = Publisher::new();
    publisher.lock = "lock-version = \"9\"".to_owned();
    assert!(matches!(judged(&publisher), Err(TrustError::MalformedLock { target, .. }) if target == "pylock.toml"));
    let mut publisher = Publisher::new();
    publisher.release["lock"] = "nowhere.toml".into();
    assert!(matches!(judged(&publisher), Err(TrustError::UnknownTarget { name }) if name == "nowhere.toml"));
}

#[test]
fn a_document_larger_than_any_that_is_read_is_not_even_fetched() {
    let mut publisher = Publisher::new();
    let name: FileName = "release.json".parse().unwrap();
    publisher.signed_beside.insert(name.to_string(), TargetFile::new(5_000_001, Sha256Digest::of(b"")));
    let published = publisher.publish();
    let error = judge_on(&Machine::new(&published.repository), &published).unwrap_err();
    assert!(matches!(error, TrustError::TooLong { limit: 5_000_000, .. }));
    assert!(!published.asked.borrow().iter().any(|path| path.ends_with("release.json")));
}

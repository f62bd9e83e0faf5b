//! Locks as real tools write them, and locks that must be refused.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use proptest::prelude::*;
use quoc::model::Lock;
use quoc::model::lock::{Location, LockError, MAX_SIZE, Problem};

/// What `uv pip compile --universal` makes of tahoe-lafs==1.20.0, with the wheels of rarer platforms left out.
const TAHOE: &[u8] = include_bytes!("data/model/tahoe-lafs.pylock.toml");

const DIGEST: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn wheel(more: &str) -> String {
    format!("{{ url = 'https://example.org/demo-1.0-py3-none-any.whl', {more} }}")
}

/// A lock of one package with one wheel; each argument replaces one part of it.
struct Demo {
    head: String,
    package: String,
    wheels: String,
}

impl Demo {
    fn new() -> Self {
        Self {
            head: "lock-version = '1.0'".to_owned(),
            package: "name = 'demo'\nversion = '1.0'".to_owned(),
            wheels: format!("wheels = [{}]", wheel(&format!("size = 5, hashes = {{ sha256 = '{DIGEST}' }}"))),
        }
    }

    fn head(mut self, text: &str) -> Self {
        self.head = text.to_owned();
        self
    }

    fn package(mut self, text: &str) -> Self {
        self.package = text.to_owned();
        self
    }

    fn wheels(mut self, text: &str) -> Self {
        self.wheels = text.to_owned();
        self
    }

    fn file(self, text: &str) -> Self {
        self.wheels(&format!("wheels = [{text}]"))
    }

    fn text(&self) -> String {
        format!("{}\n[[packages]]\n{}\n{}\n", self.head, self.package, self.wheels)
    }

    fn read(&self) -> Result<Lock, LockError> {
        self.text().parse()
    }

    /// The field and problem of the package that was refused.
    fn refused(&self) -> (&'static str, Problem) {
        match self.read() {
            Err(LockError::Package { field, problem, .. } | LockError::Header { field, problem }) => (field, problem),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn the_universal_lock_of_uv_is_read() {
    let lock = Lock::parse(TAHOE).unwrap();
    assert_eq!(lock.packages.len(), 85);
    assert_eq!(lock.requires_python, Some(">=3.9".parse().unwrap()));
    let netifaces = lock.packages.iter().find(|package| package.name.as_str() == "netifaces").unwrap();
    assert_eq!(netifaces.sdist.as_ref().unwrap().name.as_str(), "netifaces-0.11.0.tar.gz");
    let autobahn: Vec<_> = lock.packages.iter().filter(|package| package.name.as_str() == "autobahn").collect();
    assert!(autobahn.len() > 1 && autobahn.iter().all(|package| package.marker.is_some()));
}

#[test]
fn a_lock_reads_back_what_it_wrote() {
    let lock = Lock::parse(TAHOE).unwrap();
    let text = lock.to_toml();
    let again: Lock = text.parse().unwrap();
    assert_eq!(again, lock);
    assert_eq!(again.to_toml(), text);
}

#[test]
fn a_file_name_that_its_address_does_not_tell_is_kept() {
    let more = format!("size = 5, hashes = {{ sha256 = '{DIGEST}' }}");
    let name = "name = 'demo-1.0-py3-none-any.whl'";
    for place in ["url = 'https://example.org/download?id=7'", "path = 'elsewhere.bin'"] {
        let lock = Demo::new().file(&format!("{{ {name}, {place}, {more} }}")).read().unwrap();
        assert_eq!(lock.to_toml().parse::<Lock>().unwrap(), lock);
    }
}

#[test]
fn an_empty_lock_reads_back_what_it_wrote() {
    let lock: Lock = "lock-version = '1.0'\nenvironments = [\"os_name == 'nt'\"]\npackages = []".parse().unwrap();
    assert_eq!(lock.to_toml().parse::<Lock>().unwrap(), lock);
}

#[test]
fn a_path_is_a_target_of_the_repository() {
    let file = format!("{{ path = 'demo-1.0-py3-none-any.whl', size = 5, hashes = {{ sha256 = '{DIGEST}' }} }}");
    let lock = Demo::new().file(&file).read().unwrap();
    let location = &lock.packages.first().unwrap().wheels.first().unwrap().location;
    assert_eq!(*location, Location::Target("demo-1.0-py3-none-any.whl".parse().unwrap()));
}

#[test]
fn a_path_out_of_the_targets_is_refused() {
    for path in ["../demo-1.0-py3-none-any.whl", "/demo-1.0-py3-none-any.whl", "wheels/demo-1.0-py3-none-any.whl"] {
        let file = format!("{{ path = '{path}', size = 5, hashes = {{ sha256 = '{DIGEST}' }} }}");
        let (field, problem) = Demo::new().file(&file).refused();
        assert_eq!(field, "wheels.path");
        assert!(matches!(problem, Problem::Invalid { .. }));
    }
}

#[test]
fn a_file_name_in_an_address_is_decoded() {
    let file = format!(
        "{{ url = 'https://example.org/a/demo-1.0%2Bcpu-py3-none-any.whl?x#y', size = 5, hashes = {{ sha256 = '{DIGEST}' }} }}"
    );
    let lock = Demo::new().package("name = 'demo'\nversion = '1.0+cpu'").file(&file).read().unwrap();
    let name = &lock.packages.first().unwrap().wheels.first().unwrap().name;
    assert_eq!(name.as_str(), "demo-1.0+cpu-py3-none-any.whl");
}

#[test]
fn an_encoded_traversal_in_an_address_is_refused() {
    for name in ["..%2Fdemo-1.0-py3-none-any.whl", "%2e%2e", "demo%00.whl", "%", "%ff.whl", "%e9.whl"] {
        let file = format!("{{ url = 'https://example.org/{name}', size = 5, hashes = {{ sha256 = '{DIGEST}' }} }}");
        let (field, _) = Demo::new().file(&file).refused();
        assert_eq!(field, "wheels.url", "{name}");
    }
}

#[test]
fn a_lock_of_another_major_version_is_refused() {
    for version in ["2.0", "0.9", "1.x", "", "1.", "10.0"] {
        let demo = Demo::new().head(&format!("lock-version = '{version}'"));
        assert_eq!(demo.read(), Err(LockError::UnknownVersion { found: version.to_owned() }));
    }
    Demo::new().head("lock-version = '1.7'").read().unwrap();
    assert_eq!(Demo::new().head("").refused(), ("lock-version", Problem::Missing));
}

#[test]
fn a_size_must_be_there_and_be_sane() {
    let hashes = format!("hashes = {{ sha256 = '{DIGEST}' }}");
    assert_eq!(Demo::new().file(&wheel(&hashes)).refused(), ("wheels.size", Problem::Missing));
    for (size, fine) in [(0, false), (-1, false), (1, true), (1 << 32, true), ((1 << 32) + 1, false)] {
        let demo = Demo::new().file(&wheel(&format!("size = {size}, {hashes}")));
        if fine {
            demo.read().unwrap();
        } else {
            assert_eq!(demo.refused(), ("wheels.size", Problem::Size { size }));
        }
    }
}

#[test]
fn a_sha256_must_be_there_whatever_other_hashes_are() {
    for hashes in ["", ", hashes = {}", ", hashes = { md5 = 'd41d8cd98f00b204e9800998ecf8427e' }"] {
        let demo = Demo::new().file(&wheel(&format!("size = 5{hashes}")));
        assert_eq!(demo.refused(), ("wheels.hashes", Problem::Missing));
    }
    let short = Demo::new().file(&wheel("size = 5, hashes = { sha256 = 'abc' }"));
    assert!(matches!(short.refused(), ("wheels.hashes", Problem::Invalid { .. })));
}

#[test]
fn what_is_not_pinned_by_hash_is_refused_by_its_name() {
    for field in ["vcs", "directory", "archive"] {
        let demo = Demo::new().wheels(&format!("{field} = {{ path = 'x', url = 'https://example.org/x' }}"));
        assert_eq!(demo.refused(), (field, Problem::NotAllowed));
    }
    assert_eq!(
        Demo::new().head("lock-version = '1.0'\ndefault-groups = ['dev']").refused(),
        ("default-groups", Problem::NotAllowed)
    );
}

#[test]
fn an_address_that_is_not_the_webs_or_carries_a_password_is_refused() {
    for url in ["file:///demo-1.0-py3-none-any.whl", "ftp://h/demo-1.0-py3-none-any.whl", "https://u:p@h/x.whl", "x"] {
        let file = format!("{{ url = '{url}', size = 5, hashes = {{ sha256 = '{DIGEST}' }} }}");
        let (field, problem) = Demo::new().file(&file).refused();
        assert_eq!(field, "wheels.url");
        assert!(matches!(problem, Problem::Invalid { .. }));
    }
}

#[test]
fn a_file_of_another_package_or_version_is_refused() {
    for package in ["name = 'other'\nversion = '1.0'", "name = 'demo'\nversion = '1.1'"] {
        let (field, problem) = Demo::new().package(package).refused();
        assert_eq!(field, "wheels.name");
        assert!(matches!(problem, Problem::ForeignFile { .. }));
    }
    for name in ["demo-1.1.tar.gz", "other-1.0.tar.gz", "demo-1.0.exe", "demo.tar.gz"] {
        let sdist = format!("sdist = {{ url = 'https://h/{name}', size = 5, hashes = {{ sha256 = '{DIGEST}' }} }}");
        let (field, problem) = Demo::new().wheels(&sdist).refused();
        assert_eq!(field, "sdist.name");
        assert!(matches!(problem, Problem::ForeignFile { .. }));
    }
}

#[test]
fn an_sdist_of_the_old_spelling_is_taken() {
    for name in ["Demo.App-1.0.zip", "demo_app-1.0.0.tar.gz", "demo-app-1.0.tar.gz"] {
        let sdist = format!("sdist = {{ url = 'https://h/{name}', size = 5, hashes = {{ sha256 = '{DIGEST}' }} }}");
        Demo::new().package("name = 'demo-app'\nversion = '1.0'").wheels(&sdist).read().unwrap();
    }
}

#[test]
fn a_package_without_any_file_is_refused() {
    assert_eq!(Demo::new().wheels("").refused(), ("wheels", Problem::Missing));
}

#[test]
fn a_file_named_twice_is_refused() {
    let file = wheel(&format!("size = 5, hashes = {{ sha256 = '{DIGEST}' }}"));
    let (field, problem) = Demo::new().file(&format!("{file}, {file}")).refused();
    assert_eq!(field, "wheels");
    assert!(matches!(problem, Problem::RepeatedFile { .. }));
}

#[test]
fn a_file_at_two_places_or_at_none_is_refused() {
    let more = format!("size = 5, hashes = {{ sha256 = '{DIGEST}' }}");
    let both = wheel(&format!("path = 'demo-1.0-py3-none-any.whl', {more}"));
    assert_eq!(Demo::new().file(&both).refused(), ("wheels.path", Problem::TwoLocations));
    assert_eq!(Demo::new().file(&format!("{{ {more} }}")).refused(), ("wheels.url", Problem::Missing));
}

#[test]
fn two_entries_of_a_name_both_need_a_marker() {
    let one = Demo::new().text();
    let entry = |marker: &str| format!("[[packages]]\n{}\n{marker}\n{}\n", Demo::new().package, Demo::new().wheels);
    let refused = format!("{one}{}", entry("marker = \"os_name == 'nt'\"")).parse::<Lock>();
    assert!(matches!(refused, Err(LockError::Package { field: "marker", problem: Problem::Ambiguous, .. })));
    let marked = format!(
        "lock-version = '1.0'\n{}{}",
        entry("marker = \"os_name == 'nt'\""),
        entry("marker = \"os_name != 'nt'\"")
    );
    marked.parse::<Lock>().unwrap();
}

#[test]
fn an_error_names_the_package_and_the_field() {
    let demo = Demo::new().package("name = 'demo'\nversion = '1.0'\nmarker = 'nonsense'");
    let message = demo.read().unwrap_err().to_string();
    assert!(message.starts_with("package demo, marker: \"nonsense\": invalid marker"), "{message}");
}

#[test]
fn a_lock_longer_than_the_limit_is_not_read() {
    let padded = |size: usize| {
        let text = Demo::new().text();
        let padding = "#".repeat(size - text.len());
        Lock::parse(format!("{text}{padding}").as_bytes())
    };
    padded(MAX_SIZE).unwrap();
    assert_eq!(padded(MAX_SIZE + 1), Err(LockError::TooLong { size: MAX_SIZE + 1 }));
}

#[test]
fn tables_nested_without_end_are_an_error_and_no_overflow() {
    let deep = format!("lock-version = '1.0'\nx = {}", "[".repeat(1_000_000));
    assert!(matches!(deep.parse::<Lock>(), Err(LockError::Syntax { .. })));
}

proptest! {
    #[test]
    fn reading_a_lock_never_panics(at: usize, cut in 0usize..40, bytes in "[ -~\\PC]{0,12}") {
        // The head and the first packages, whole, so that a change reaches the checks behind the syntax.
        let text = std::str::from_utf8(TAHOE).unwrap();
        let end = text.match_indices("\n[[packages]]").nth(4).unwrap().0;
        let mut mutated: Vec<char> = text[..end].chars().collect();
        let at = at % mutated.len();
        let after = (at + cut).min(mutated.len());
        mutated.splice(at..after, bytes.chars());
        if let Ok(lock) = mutated.iter().collect::<String>().parse::<Lock>() {
            prop_assert_eq!(lock.to_toml().parse::<Lock>().unwrap(), lock);
        }
    }

    #[test]
    fn a_lock_of_any_words_reads_back_what_it_wrote(
        name in "[a-z][a-z0-9]{0,8}", version in "[0-9]{1,3}(\\.[0-9]{1,3}){0,3}((a|b|rc)[0-9]{1,2})?",
        value in "[ -!#-&(-\\[\\]-~]{0,20}", size in 1u64..1 << 32, url in "[a-z]{1,9}\\.org/[a-z/]{0,9}",
    ) {
        let text = format!(
            "lock-version = '1.0'\n[[packages]]\nname = '{name}'\nversion = '{version}'\nmarker = \"os_name == '{value}'\"\n\
             wheels = [{{ url = 'https://{url}/{name}-{version}-py3-none-any.whl', size = {size}, hashes = {{ sha256 = '{DIGEST}' }} }}]"
        );
        let lock: Lock = text.parse().unwrap();
        prop_assert_eq!(lock.to_toml().parse::<Lock>().unwrap(), lock);
    }
}

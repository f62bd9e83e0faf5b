//! A publisher and the owners of keys, each on a 'machine' (a folder), who exchange only files and run `quoc-publish`
//! in-process with a clock of their own.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;
use quoc::fetch::{FolderRepository, Store};
use quoc::model::{Artifact, Sha256Digest, Source, Timestamp, WheelFilename};
use quoc::ports::{Cancel, Command, Downloads, ExitStatus, MetadataSource, OutputLine, Processes, SourceError};
use quoc::publish::check;
use quoc::publish::face::{self, End, World};
use quoc::trust::MemoryStore;

use super::wheel::{Built, Wheel};

const DAY: u64 = 86_400;
const START: &str = "2026-11-22T12:00:00Z";

/// What a walk may reach: pip's wheel and what a test lays there, on the web; no program but one that says a text.
#[derive(Default)]
pub struct Outside {
    /// Bytes by their address.
    pub web: BTreeMap<String, Vec<u8>>,
    /// What every program that is started says; without it, none may be.
    pub said: Option<&'static str>,
}

impl Processes for Outside {
    fn run(&self, command: &Command, _: &Cancel, line: &mut dyn FnMut(OutputLine<'_>)) -> io::Result<ExitStatus> {
        line(OutputLine::Out(self.said.unwrap_or_else(|| panic!("{command:?} is not to be run"))));
        Ok(ExitStatus::Code(0))
    }
}

impl Downloads for Outside {
    fn download(&self, url: &url::Url, _: u64) -> Result<Vec<u8>, SourceError> {
        Ok(self.web.get(url.as_str()).unwrap_or_else(|| panic!("{url} is not asked for")).clone())
    }

    fn store(&self, artifacts: &[&Artifact], folder: &Path) -> Result<(), SourceError> {
        for artifact in artifacts {
            let pip = pip();
            let web = self.web.values().chain([&pip.bytes]);
            let bytes = web.into_iter().find(|bytes| Sha256Digest::of(bytes) == artifact.sha256);
            let path = Store::new(folder).path(artifact);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes.unwrap_or_else(|| panic!("{artifact:?} is not asked for"))).unwrap();
        }
        Ok(())
    }
}

pub fn pip() -> Built {
    Wheel::new("pip", "26.0").script("pip", "pip:main").requires_python(">=3.9").built()
}

pub fn demo(version: &str) -> Wheel {
    Wheel::new("demo", version).module("demo.py", "def main():\n    print('demo')\n").script("demo", "demo:main")
}

/// Several machines, one for each person, below one scratch folder.
pub struct Walk {
    scratch: tempfile::TempDir,
    pub now: Timestamp,
    pub answer: bool,
    pub outside: Outside,
}

pub struct Said {
    pub end: End,
    pub out: String,
    pub err: String,
}

impl Walk {
    pub fn new() -> Self {
        let walk = Self {
            scratch: tempfile::tempdir().unwrap(),
            now: START.parse().unwrap(),
            answer: true,
            outside: Outside::default(),
        };
        for machine in ["publisher/keys", "alice", "bob", "carol", "dave", "mallory"] {
            fs::create_dir_all(walk.on(machine)).unwrap();
        }
        walk
    }

    pub fn on(&self, machine: &str) -> PathBuf {
        self.scratch.path().join(machine)
    }

    pub fn run(&self, machine: &str, line: &str) -> Said {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut ask = |_: &str| self.answer;
        let open = |place: &str| -> Result<Box<dyn MetadataSource>, SourceError> {
            Ok(Box::new(FolderRepository::new(place)))
        };
        let mut world = World {
            now: self.now,
            locales: Vec::new(),
            folder: self.on(machine),
            path: Vec::new(),
            variables: Vec::new(),
            store: self.on("cache"),
            processes: &self.outside,
            cancel: Cancel::default(),
            downloads: &self.outside,
            open: &open,
            serve: &|_, _, _| Ok(()),
            out: &mut out,
            err: &mut err,
            ask: &mut ask,
        };
        let end = face::run(line.split_whitespace().map(OsString::from), &mut world).unwrap();
        Said { end, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
    }

    pub fn does(&self, machine: &str, line: &str) -> Said {
        let said = self.run(machine, line);
        assert_eq!(said.end, End::Done, "{line}: {}{}", said.out, said.err);
        said
    }

    pub fn refuses(&self, machine: &str, line: &str) -> String {
        let said = self.run(machine, line);
        assert!(matches!(said.end, End::Failed(_)), "{line}: {}{}", said.out, said.err);
        said.err
    }

    /// Three owners with keys of their own, and a repository that two of them must sign.
    pub fn begun() -> Self {
        let walk = Self::new();
        for owner in ["alice", "bob", "carol", "dave", "mallory"] {
            walk.does(owner, &format!("key new {owner}.pem"));
        }
        walk.initialised()
    }

    /// Another repository of the same owners.
    pub fn with_owners_of(first: &Self) -> Self {
        let walk = Self::new();
        for owner in ["alice", "bob", "carol"] {
            for ending in ["pem", "pub"] {
                let file = format!("{owner}/{owner}.{ending}");
                fs::copy(first.on(&file), walk.on(&file)).unwrap();
            }
        }
        walk.initialised()
    }

    pub fn initialised(self) -> Self {
        let walk = self;
        for owner in ["alice", "bob", "carol"] {
            walk.hand_over(&format!("{owner}/{owner}.pub"), "publisher/keys");
        }
        walk.does("publisher", "key new online.pem");
        walk.does("publisher", "init --quorum 2 --online online.pub");
        fs::write(
            walk.on("publisher/profile.toml"),
            "id = \"demo\"\nname = \"Demo\"\npublisher = \"The Demo project\"\n",
        )
        .unwrap();
        walk
    }

    /// The first release waits for signatures.
    pub fn staged() -> Self {
        let walk = Self::begun();
        walk.stage("1.0");
        walk
    }

    /// A repository with one published release.
    pub fn published() -> Self {
        let walk = Self::staged();
        walk.publish(&["alice", "bob"]);
        walk
    }

    pub fn later(mut self, days: u64) -> Self {
        self.now = self.now.plus_seconds(days * DAY);
        self
    }

    /// Locks a version and stages its release.
    pub fn stage(&self, version: &str) -> Said {
        self.lock(version);
        self.does("publisher", "release")
    }

    /// Has what is staged signed by some owners, and publishes it.
    pub fn publish(&self, owners: &[&str]) -> Said {
        for owner in owners {
            self.sign(owner);
        }
        self.does("publisher", "publish --online online.pem")
    }

    /// Writes what `lock` would: one wheel of the application, built by the publisher, for every Python.
    pub fn lock(&self, version: &str) {
        self.lock_as(version, "py3-none-any");
    }

    pub fn lock_as(&self, version: &str, tag: &str) {
        self.lock_wheels(version, &[demo(version).tag(tag).built()]);
    }

    /// The first wheel is the application's.
    pub fn lock_wheels(&self, version: &str, wheels: &[Built]) {
        let folder = self.on("publisher");
        fs::create_dir_all(folder.join("wheels")).unwrap();
        let mut lock = String::from("lock-version = \"1.0\"\ncreated-by = \"test\"\n");
        let mut requirements = String::new();
        for wheel in wheels {
            wheel.write_to(&folder.join("wheels"));
            let (name, size, digest) = (&wheel.file_name, wheel.bytes.len(), wheel.sha256());
            let parsed: WheelFilename = name.parse().unwrap();
            lock.push_str(&format!(
                "\n[[packages]]\nname = \"{}\"\nversion = \"{}\"\nwheels = [{{ name = \"{name}\", path = \"{name}\", \
                 size = {size}, hashes = {{ sha256 = \"{digest}\" }} }}]\n",
                parsed.name, parsed.version
            ));
            requirements.push_str(&format!("{}=={} --hash=sha256:{digest}\n", parsed.name, parsed.version));
        }
        fs::write(folder.join("pylock.toml"), lock).unwrap();
        fs::write(folder.join("requirements.txt"), requirements).unwrap();
        let url = format!("https://example.org/{}", pip().file_name).parse().unwrap();
        let artifact = pip().artifact(vec![Source::Url(url)]);
        fs::write(folder.join("pip.json"), serde_json::to_vec(&artifact).unwrap()).unwrap();
        let recipe = format!(
            "requirement = \"demo=={version}\"\ncommands = [\"demo\"]\nsmoke-test = [\"demo\", \"--version\"]\n\
             pythons = [\"3.11\", \"3.12\"]\n[[platforms]]\nos = \"linux-glibc\"\narch = \"x86_64\"\n"
        );
        fs::write(folder.join("release.toml"), recipe).unwrap();
    }

    /// Carries the staged folder to an owner, who signs it there, and the signatures back.
    pub fn sign(&self, owner: &str) -> Said {
        self.carry_to(owner);
        let said = self.does(&format!("{owner}/staged"), &format!("sign --key ../{owner}.pem"));
        self.carry_back(owner);
        said
    }

    /// As `sign`, by an owner who knows that what was signed before was given up.
    pub fn sign_upon_the_owners_word(&self, owner: &str) {
        self.carry_to(owner);
        self.does(&format!("{owner}/staged"), &format!("sign --key ../{owner}.pem --never-published"));
        self.carry_back(owner);
    }

    pub fn carry_to(&self, owner: &str) {
        let staged = self.on(owner).join("staged");
        if staged.exists() {
            fs::remove_dir_all(&staged).unwrap();
        }
        copy(&self.on("publisher/staged"), &staged);
    }

    pub fn carry_back(&self, owner: &str) {
        let signatures = self.on(owner).join("staged/signatures");
        copy(&signatures, &self.on("publisher/staged/signatures"));
    }

    pub fn hand_over(&self, file: &str, folder: &str) {
        let file = self.on(file);
        fs::copy(&file, self.on(folder).join(file.file_name().unwrap())).unwrap();
    }

    pub fn user(&self, store: &MemoryStore) -> Result<quoc::trust::TrustedRelease, quoc::trust::RefreshError> {
        let root = fs::read(self.on("publisher/root.json")).unwrap();
        let source = FolderRepository::new(self.on("publisher/repository"));
        check::as_user(&root, &"demo".parse().unwrap(), &source, store, self.now)
    }
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

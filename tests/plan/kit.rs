//! Says in a line what a test needs: a release, a lock, a Python, a machine.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use quoc::model::release::{Build, Covered, Os, Platform, Runtime};
use quoc::model::tag::{LinuxLibc, TagFacts, TagPlatform, supported};
use quoc::model::{
    Artifact, Interpreter, Lock, MarkerEnvironment, PackageName, Receipt, Release, Sha256Digest, Version,
};
use quoc::plan::{self, Answer, Host, Intent, Machine, Offer, Plan, Question, Refusal};
use serde_json::json;

/// A release with its locks and the machine it meets; every member can be replaced.
pub(crate) struct Scene {
    pub(crate) release: Release,
    pub(crate) digest: Sha256Digest,
    pub(crate) targets_version: u64,
    pub(crate) lock: Lock,
    pub(crate) build_locks: BTreeMap<PackageName, Lock>,
    pub(crate) installed: Option<Receipt>,
    pub(crate) intent: Intent,
    pub(crate) minimum_version: Option<Version>,
    pub(crate) interpreters: Vec<Interpreter>,
    pub(crate) compiler: bool,
    pub(crate) host: Option<Host>,
}

impl Scene {
    /// Release 2.0 of `demo`, one pure wheel, on a Linux with Python 3.11 and nothing installed.
    pub(crate) fn new() -> Self {
        Self {
            release: release(),
            digest: Sha256Digest::of(b"release 2.0"),
            targets_version: 7,
            lock: lock(&[package("demo", "2.0").wheel("py3-none-any")]),
            build_locks: BTreeMap::new(),
            installed: None,
            intent: Intent::Automatic,
            minimum_version: None,
            interpreters: vec![python("3.11.7")],
            compiler: false,
            host: None,
        }
    }

    pub(crate) fn lock(mut self, packages: &[Package]) -> Self {
        self.lock = lock(packages);
        self
    }

    pub(crate) fn pythons(mut self, versions: &[&str]) -> Self {
        self.interpreters = versions.iter().copied().map(python).collect();
        self
    }

    pub(crate) fn installed(mut self, version: &str, digest: &[u8], targets_version: u64) -> Self {
        self.installed = Some(receipt(version, digest, targets_version));
        self
    }

    /// Keeps a version to go back to.
    pub(crate) fn kept(mut self, version: &str) -> Self {
        self.installed.as_mut().unwrap().previous = Some(Box::new(receipt(version, b"kept", 1)));
        self
    }

    pub(crate) fn wants(mut self, intent: Intent) -> Self {
        self.intent = intent;
        self
    }

    pub(crate) fn compiler(mut self) -> Self {
        self.compiler = true;
        self
    }

    /// Lets a package be built with a compiler, with some build dependencies.
    pub(crate) fn builds(mut self, name: &str, dependencies: &[Package]) -> Self {
        let name: PackageName = name.parse().unwrap();
        let build = Build { lock: format!("{name}.pylock.toml").parse().unwrap(), needs_compiler: true };
        self.release.builds.insert(name.clone(), build);
        self.build_locks.insert(name, lock(dependencies));
        self
    }

    pub(crate) fn covers(mut self, python: &str) -> Self {
        let python = python.parse().unwrap();
        self.release.coverage.push(Covered { platform: linux(), python, without_wheel: Vec::new() });
        self
    }

    pub(crate) fn brings(mut self, version: &str) -> Self {
        let archive = artifact(&format!("cpython-{version}.tar.gz"), 30_000_000);
        self.release.runtimes.push(Runtime { version: version.parse().unwrap(), platform: linux(), archive });
        self
    }

    pub(crate) fn on_a_host(mut self) -> Self {
        self.host = Some(Host {
            platform: linux(),
            tags: glibc(),
            platform_release: "6.1".to_owned(),
            platform_version: "#1".to_owned(),
        });
        self
    }

    pub(crate) fn ask<T>(&self, answer: impl FnOnce(&Question<'_>) -> T) -> T {
        let offer = Offer {
            release: &self.release,
            release_digest: self.digest,
            targets_version: self.targets_version,
            lock: &self.lock,
            build_locks: &self.build_locks,
        };
        let machine = Machine { interpreters: &self.interpreters, compiler: self.compiler, host: self.host.as_ref() };
        let minimum_version = self.minimum_version.as_ref();
        let installed = self.installed.as_ref();
        answer(&Question { offer, installed, intent: self.intent, minimum_version, machine })
    }

    pub(crate) fn answer(&self) -> Result<Answer, Refusal> {
        self.ask(plan::make)
    }

    pub(crate) fn plan(&self) -> Plan {
        match self.answer() {
            Ok(Answer::Plan(plan)) => *plan,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn refusal(&self) -> Refusal {
        match self.answer() {
            Err(refusal) => refusal,
            other => panic!("{other:?}"),
        }
    }

    /// The names of the files to install, in the order of the lock.
    pub(crate) fn files(&self) -> Vec<String> {
        files(&self.plan())
    }
}

pub(crate) fn files(plan: &Plan) -> Vec<String> {
    let name = |file: &plan::PlannedFile| match file {
        plan::PlannedFile::Wheel(wheel) => wheel.name.to_string(),
        plan::PlannedFile::Build(build) => build.sdist.name.to_string(),
    };
    plan.packages.iter().map(|package| name(&package.file)).collect()
}

/// One entry of a lock.
#[derive(Clone)]
pub(crate) struct Package {
    name: String,
    version: String,
    head: String,
    wheels: Vec<String>,
    sdist: bool,
    size: u64,
}

pub(crate) fn package(name: &str, version: &str) -> Package {
    let (name, version) = (name.to_owned(), version.to_owned());
    Package { name, version, head: String::new(), wheels: Vec::new(), sdist: false, size: 1_000 }
}

impl Package {
    pub(crate) fn wheel(mut self, tags: &str) -> Self {
        self.wheels.push(format!("{}-{}-{tags}.whl", self.name.replace('-', "_"), self.version));
        self
    }

    pub(crate) fn sdist(mut self) -> Self {
        self.sdist = true;
        self
    }

    pub(crate) fn size(mut self, size: u64) -> Self {
        self.size = size;
        self
    }

    pub(crate) fn marker(mut self, marker: &str) -> Self {
        writeln!(self.head, "marker = \"{marker}\"").unwrap();
        self
    }

    pub(crate) fn requires_python(mut self, specifiers: &str) -> Self {
        writeln!(self.head, "requires-python = \"{specifiers}\"").unwrap();
        self
    }

    fn text(&self) -> String {
        let Self { name, version, head, size, .. } = self;
        let file = |file: &str| {
            let digest = Sha256Digest::of(file.as_bytes());
            format!("{{ url = 'https://example.org/{file}', size = {size}, hashes = {{ sha256 = '{digest}' }} }}")
        };
        let wheels: Vec<String> = self.wheels.iter().map(|wheel| file(wheel)).collect();
        let sdist =
            if self.sdist { format!("sdist = {}\n", file(&format!("{name}-{version}.tar.gz"))) } else { String::new() };
        format!("[[packages]]\nname = '{name}'\nversion = '{version}'\n{head}{sdist}wheels = [{}]\n", wheels.join(", "))
    }
}

pub(crate) fn lock(packages: &[Package]) -> Lock {
    let entries: Vec<String> = packages.iter().map(Package::text).collect();
    format!("lock-version = '1.0'\n{}", entries.join("")).parse().unwrap()
}

pub(crate) fn artifact(name: &str, size: u64) -> Artifact {
    Artifact {
        name: name.parse().unwrap(),
        size,
        sha256: Sha256Digest::of(name.as_bytes()),
        package: None,
        sources: vec![quoc::model::Source::Url(format!("https://example.org/{name}").parse().unwrap())],
    }
}

fn release() -> Release {
    let document = json!({
        "format": 1, "application": {"id": "demo", "name": "Demo", "publisher": "Demo & Co"},
        "version": "2.0", "requires-python": ">=3.9", "lock": "pylock.toml",
        "pip": serde_json::to_value(artifact("pip-26.0-py3-none-any.whl", 1_800_000)).unwrap(),
        "commands": ["demo"], "smoke-test": ["demo", "--version"],
    });
    Release::parse(&serde_json::to_vec(&document).unwrap()).unwrap()
}

pub(crate) fn receipt(version: &str, digest: &[u8], targets_version: u64) -> Receipt {
    let document = json!({
        "format": 1, "application": "demo", "name": "Demo", "version": version,
        "release": Sha256Digest::of(digest).to_string(), "targets-version": targets_version, "generation": 3,
        "python": {"path": "/usr/bin/python3", "version": "3.11.7"}, "packages": [], "files": [],
        "installed-at": "2026-11-22T12:00:00Z",
    });
    Receipt::parse(&serde_json::to_vec(&document).unwrap()).unwrap()
}

pub(crate) fn linux() -> Platform {
    Platform { os: Os::LinuxGlibc, arch: "x86_64".to_owned() }
}

fn glibc() -> TagPlatform {
    TagPlatform::Linux { arch: "x86_64".to_owned(), libc: LinuxLibc::Glibc(2, 36) }
}

/// A CPython on Linux, as probing one tells.
pub(crate) fn python(version: &str) -> Interpreter {
    let parsed: Version = version.parse().unwrap();
    let (major, minor) = (parsed.release()[0], parsed.release()[1]);
    let facts = TagFacts {
        implementation: "cpython".to_owned(),
        version: (major, minor),
        free_threaded: false,
        platform: glibc(),
    };
    let markers = json!({
        "os_name": "posix", "sys_platform": "linux", "platform_machine": "x86_64",
        "platform_python_implementation": "CPython", "platform_release": "6.1", "platform_system": "Linux",
        "platform_version": "#1", "python_version": format!("{major}.{minor}"), "python_full_version": version,
        "implementation_name": "cpython", "implementation_version": version,
    });
    let markers: MarkerEnvironment = serde_json::from_value(markers).unwrap();
    let path = format!("/opt/python{version}/bin/python3").into();
    Interpreter { path, version: parsed, platform: linux(), markers, tags: supported(&facts).unwrap(), managed: false }
}

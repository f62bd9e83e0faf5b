//! Publishes whole repositories in a line, signed by keys that are the same in every run.
//!
//! `Repository::new("demo", "1.0").wheel(Wheel::new("demo", "1.0").built()).publish(folder)` writes plain
//! TUF files into `folder/repository`, beside the `root.json` and `profile.toml` that a stub brings.
//! Changed and published again into the same folder it is the next release.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use ed25519_dalek::SigningKey;
use fs_err as fs;
use quoc::model::profile::Brand;
use quoc::model::release::{Application, Build};
use quoc::model::{Artifact, FileName, PackageName, Profile, Release, Sha256Digest, Source, Timestamp, Version};
use quoc::trust::document::{
    Envelope, Header, MetaFile, PublicKey, Role, RoleKeys, Root, Snapshot, TargetFile, Targets,
    Timestamp as TimestampRole,
};
use url::Url;

use super::wheel::Built;

/// A publisher who never errs unless told to.
#[derive(Clone, Debug)]
pub struct Repository {
    /// What the next `publish` says of the release; change it at will.
    pub release: Release,
    /// The address that the profile gives.
    pub address: Option<Url>,
    keys: Vec<SigningKey>,
    threshold: u64,
    online: SigningKey,
    signers: Option<Vec<usize>>,
    packages: Vec<Package>,
    builds: BTreeMap<PackageName, Vec<Package>>,
    extra_targets: BTreeMap<String, Vec<u8>>,
    pip: Option<Built>,
    expires: BTreeMap<&'static str, Timestamp>,
    roots: Vec<(Root, Vec<SigningKey>)>,
    versions: BTreeMap<&'static str, u64>,
}

/// Where a published release lies.
#[derive(Clone, Debug)]
pub struct Published {
    /// The folder with `profile.toml` and `root.json`, as a stub brings them.
    pub profile_folder: PathBuf,
    /// The folder with `metadata` and `targets`, for a web server.
    pub repository: PathBuf,
    /// The bytes of version 1 of the root.
    pub root: Vec<u8>,
    /// What a stub knows.
    pub profile: Profile,
}

#[derive(Clone, Debug)]
struct Package {
    name: PackageName,
    version: Version,
    marker: Option<String>,
    wheels: Vec<(Built, Option<Url>)>,
    sdist: Option<(Built, Option<Url>)>,
}

impl Repository {
    /// Starts a release of an application: three keys, two of which must sign, nothing locked yet.
    pub fn new(id: &str, version: &str) -> Self {
        let release = Release {
            format: quoc::model::release::FORMAT,
            application: Application {
                id: id.parse().unwrap(),
                name: format!("The {id} application"),
                publisher: format!("The {id} project"),
            },
            version: version.parse().unwrap(),
            requires_python: ">=3.8".parse().unwrap(),
            lock: "pylock.toml".parse().unwrap(),
            pip: placeholder(),
            commands: vec![id.parse().unwrap()],
            smoke_test: vec![id.to_owned(), "--version".to_owned()],
            security_floor: None,
            builds: BTreeMap::new(),
            runtimes: Vec::new(),
            path_files: BTreeMap::new(),
            coverage: Vec::new(),
            data_folders: Vec::new(),
            desktop: None,
            stubs: Vec::new(),
        };
        Self {
            release,
            address: None,
            keys: (1..=3).map(key).collect(),
            threshold: 2,
            online: key(200),
            signers: None,
            packages: Vec::new(),
            builds: BTreeMap::new(),
            extra_targets: BTreeMap::new(),
            pip: None,
            expires: BTreeMap::new(),
            roots: Vec::new(),
            versions: BTreeMap::new(),
        }
    }

    /// Takes so many keys, of which `threshold` must sign root and targets.
    pub fn quorum(mut self, threshold: u64, keys: u8) -> Self {
        self.keys = (1..=keys).map(key).collect();
        self.threshold = threshold;
        self
    }

    /// Lets only these keys sign (by index): too few make a repository that nobody may believe.
    pub fn signed_by(mut self, signers: &[usize]) -> Self {
        self.signers = Some(signers.to_vec());
        self
    }

    /// Lets every key sign again.
    pub fn signed_by_all(mut self) -> Self {
        self.signers = None;
        self
    }

    /// Sets when a role ends: `root`, `targets`, `snapshot` or `timestamp`.
    pub fn expires(mut self, role: &'static str, moment: &str) -> Self {
        self.expires.insert(role, moment.parse().unwrap());
        self
    }

    /// Sets the address that the profile gives.
    pub fn address(mut self, url: Url) -> Self {
        self.address = Some(url);
        self
    }

    /// Changes the release document.
    pub fn with(mut self, change: impl FnOnce(&mut Release)) -> Self {
        change(&mut self.release);
        self
    }

    /// Locks a wheel; it lies in the repository as a signed target. Several of one version are one package.
    pub fn wheel(self, wheel: Built) -> Self {
        self.lock_wheel(wheel, None, None)
    }

    /// Locks a wheel that lies elsewhere.
    pub fn wheel_at(self, url: Url, wheel: Built) -> Self {
        self.lock_wheel(wheel, Some(url), None)
    }

    /// Locks a wheel that is needed only where a marker holds (PEP 508).
    pub fn wheel_where(self, marker: &str, wheel: Built) -> Self {
        self.lock_wheel(wheel, None, Some(marker.to_owned()))
    }

    /// Locks an sdist that users may build; its build dependencies are the wheels given with `build_wheel`.
    pub fn sdist(mut self, sdist: Built, needs_compiler: bool) -> Self {
        let (name, version) = sdist_identity(&sdist);
        let lock = format!("pylock.build-{name}.toml").parse().unwrap();
        self.release.builds.insert(name.clone(), Build { lock, needs_compiler });
        self.builds.entry(name.clone()).or_default();
        package_of(&mut self.packages, name, version, None).sdist = Some((sdist, None));
        self
    }

    /// Locks a wheel as a build dependency of a package.
    pub fn build_wheel(mut self, package: &str, wheel: Built) -> Self {
        let (name, version) = wheel_identity(&wheel);
        let dependencies = self.builds.entry(package.parse().unwrap()).or_default();
        package_of(dependencies, name, version, None).wheels.push((wheel, None));
        self
    }

    /// Forgets what was locked: the next release locks anew.
    pub fn relocked(mut self, version: &str) -> Self {
        self.release.version = version.parse().unwrap();
        self.release.builds.clear();
        self.packages.clear();
        self.builds.clear();
        self
    }

    /// Adds a target that no lock names.
    pub fn target(mut self, name: &str, bytes: &[u8]) -> Self {
        self.extra_targets.insert(name.to_owned(), bytes.to_vec());
        self
    }

    /// Pins another wheel of pip than the machine's own.
    pub fn pip(mut self, wheel: Built) -> Self {
        self.pip = Some(wheel);
        self
    }

    /// Replaces the quorum; the next root is signed by the old keys and the new ones.
    pub fn rotate(mut self, threshold: u64, seeds: &[u8]) -> Self {
        self.keys = seeds.iter().map(|seed| key(*seed)).collect();
        self.threshold = threshold;
        self
    }

    /// Replaces the online key of snapshot and timestamp.
    pub fn rotate_online(mut self, seed: u8) -> Self {
        self.online = key(seed);
        self
    }

    /// Writes the release into a folder; what an earlier `publish` wrote there stays, as on a real server.
    pub fn publish(&mut self, folder: &Path) -> Published {
        let repository = folder.join("repository");
        fs::create_dir_all(repository.join("metadata")).unwrap();
        fs::create_dir_all(repository.join("targets")).unwrap();
        self.write_roots(&repository);
        let targets = self.target_files();
        for (name, bytes) in &targets {
            let digest = Sha256Digest::of(bytes);
            fs::write(repository.join("targets").join(format!("{digest}.{name}")), bytes).unwrap();
        }
        self.write_metadata(&repository, &targets);
        let root = fs::read(repository.join("metadata/1.root.json")).unwrap();
        let profile = self.profile();
        fs::write(folder.join("root.json"), &root).unwrap();
        fs::write(folder.join("profile.toml"), toml::to_string(&profile).unwrap()).unwrap();
        Published { profile_folder: folder.to_owned(), repository, root, profile }
    }

    /// Signs timestamp and snapshot anew, as a publisher's cron job does.
    pub fn renew(&mut self, published: &Published) {
        let version = *self.versions.get("targets").expect("renew comes after publish");
        self.write_online(&published.repository, version);
    }

    fn profile(&self) -> Profile {
        let application = &self.release.application;
        Profile {
            id: application.id.clone(),
            name: application.name.clone(),
            publisher: application.publisher.clone(),
            repository: self.address.clone(),
            minimum_targets_version: 0,
            minimum_version: None,
            made: None,
            brand: Brand::default(),
        }
    }

    fn lock_wheel(mut self, wheel: Built, url: Option<Url>, marker: Option<String>) -> Self {
        let (name, version) = wheel_identity(&wheel);
        package_of(&mut self.packages, name, version, marker).wheels.push((wheel, url));
        self
    }

    fn target_files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = self.extra_targets.clone();
        let mut release = self.release.clone();
        let pip = self.pip.clone().unwrap_or_else(pip_wheel);
        release.pip = pip.artifact(vec![Source::Target(pip.file_name.parse().unwrap())]);
        files.insert(pip.file_name.clone(), pip.bytes);
        files.insert("release.json".to_owned(), serde_json::to_vec(&release).unwrap());
        files.insert(release.lock.to_string(), lock_text(&self.packages).into_bytes());
        for (name, build) in &release.builds {
            let dependencies = &self.builds[name];
            files.insert(build.lock.to_string(), lock_text(dependencies).into_bytes());
        }
        for package in self.packages.iter().chain(self.builds.values().flatten()) {
            for (file, url) in package.wheels.iter().chain(&package.sdist) {
                if url.is_none() {
                    files.insert(file.file_name.clone(), file.bytes.clone());
                }
            }
        }
        files
    }

    /// Makes the next root when keys, threshold or expiry changed, and writes every one there is.
    fn write_roots(&mut self, repository: &Path) {
        let version = self.roots.len() as u64 + 1;
        let root = self.root(version);
        let same = |last: &Root| {
            let mut last = last.clone();
            last.header.version = version;
            last == root
        };
        if !self.roots.last().is_some_and(|(last, _)| same(last)) {
            let mut signers = self.signing();
            if let Some((_, before)) = self.roots.last() {
                signers.extend(before.iter().cloned());
            }
            let bytes = signed(root.clone(), &signers);
            fs::write(repository.join(format!("metadata/{version}.root.json")), bytes).unwrap();
            self.roots.push((root, self.keys.clone()));
        }
    }

    fn root(&self, version: u64) -> Root {
        let owners: Vec<PublicKey> = self.keys.iter().map(public).collect();
        let online = public(&self.online);
        let ids = |keys: &[PublicKey]| keys.iter().map(PublicKey::key_id).collect::<Vec<_>>();
        let quorum = RoleKeys::new(ids(&owners), self.threshold);
        let alone = RoleKeys::new(vec![online.key_id()], 1);
        Root {
            header: self.header("root", version),
            consistent_snapshot: true,
            keys: owners.into_iter().chain([online]).map(|key| (key.key_id(), key)).collect(),
            root: quorum.clone(),
            timestamp: alone.clone(),
            snapshot: alone,
            targets: quorum,
        }
    }

    fn write_metadata(&mut self, repository: &Path, files: &BTreeMap<String, Vec<u8>>) {
        let version = self.next("targets");
        let mut targets = Targets::new(self.header("targets", version));
        targets.targets = files.iter().map(|(name, bytes)| (name.clone(), TargetFile::of(bytes))).collect();
        let bytes = signed(targets, &self.signing());
        fs::write(repository.join(format!("metadata/{version}.targets.json")), bytes).unwrap();
        self.write_online(repository, version);
    }

    fn write_online(&mut self, repository: &Path, targets_version: u64) {
        let version = self.next("snapshot");
        let snapshot = Snapshot::of_targets(self.header("snapshot", version), MetaFile::new(targets_version));
        let online = [self.online.clone()];
        fs::write(repository.join(format!("metadata/{version}.snapshot.json")), signed(snapshot, &online)).unwrap();
        let header = {
            let version = self.next("timestamp");
            self.header("timestamp", version)
        };
        let timestamp = TimestampRole { header, snapshot: MetaFile::new(version) };
        fs::write(repository.join("metadata/timestamp.json"), signed(timestamp, &online)).unwrap();
    }

    fn next(&mut self, role: &'static str) -> u64 {
        let version = self.versions.entry(role).or_default();
        *version += 1;
        *version
    }

    fn header(&self, role: &str, version: u64) -> Header {
        let expires = self.expires.get(role).copied().unwrap_or_else(|| FAR.parse().unwrap());
        Header::new(version, expires)
    }

    fn signing(&self) -> Vec<SigningKey> {
        match &self.signers {
            None => self.keys.clone(),
            Some(signers) => signers.iter().map(|index| self.keys[*index].clone()).collect(),
        }
    }
}

impl Published {
    /// Returns the path of one metadata file.
    pub fn metadata(&self, file: &str) -> PathBuf {
        self.repository.join("metadata").join(file)
    }

    /// Returns the path of the newest target of a name.
    pub fn target(&self, name: &str) -> PathBuf {
        let suffix = format!(".{name}");
        let entries = fs::read_dir(self.repository.join("targets")).unwrap().map(|entry| entry.unwrap().path());
        let of_name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap()[64..] == suffix;
        let newest = |path: &PathBuf| fs::metadata(path).unwrap().modified().unwrap();
        entries.filter(of_name).max_by_key(newest).expect("the target exists")
    }

    /// Copies the whole repository, to play it back later.
    pub fn copied_to(&self, folder: &Path) -> PathBuf {
        let copy = folder.join("repository");
        for part in ["metadata", "targets"] {
            fs::create_dir_all(copy.join(part)).unwrap();
            for entry in fs::read_dir(self.repository.join(part)).unwrap() {
                let entry = entry.unwrap();
                fs::copy(entry.path(), copy.join(part).join(entry.file_name())).unwrap();
            }
        }
        copy
    }
}

/// Returns the key of a seed; the same in every run.
pub fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

/// Returns the public half as a root lists it.
pub fn public(key: &SigningKey) -> PublicKey {
    PublicKey::ed25519(key.verifying_key()).unwrap()
}

/// Signs a document with every key given, each once.
pub fn signed<T: Role>(document: T, keys: &[SigningKey]) -> Vec<u8> {
    let mut envelope = Envelope::new(document);
    for key in keys {
        envelope.sign_with(key).unwrap();
    }
    envelope.to_bytes()
}

/// Returns the wheel of pip that the machine's own Python brings with `ensurepip`.
pub fn pip_wheel() -> Built {
    static WHEEL: OnceLock<Built> = OnceLock::new();
    WHEEL.get_or_init(find_pip).clone()
}

#[allow(clippy::disallowed_methods, reason = "the kit asks the machine for its own Python")]
fn find_pip() -> Built {
    let script = "import ensurepip, pathlib; \
        folders = [pathlib.Path(ensurepip.__file__).parent / '_bundled', pathlib.Path('/usr/share/python-wheels')]; \
        print(next(str(file) for folder in folders for file in sorted(folder.glob('pip-*.whl'))))";
    let output = std::process::Command::new("python3").args(["-I", "-c", script]).output().unwrap();
    assert!(output.status.success(), "python3 brings no pip: {}", String::from_utf8_lossy(&output.stderr));
    let path = PathBuf::from(String::from_utf8(output.stdout).unwrap().trim());
    let file_name = path.file_name().unwrap().to_str().unwrap().to_owned();
    Built { file_name, bytes: fs::read(path).unwrap() }
}

fn placeholder() -> Artifact {
    let name: FileName = "pip-0-py3-none-any.whl".parse().unwrap();
    Artifact { name, size: 0, sha256: Sha256Digest::of(b""), package: None, sources: Vec::new() }
}

fn wheel_identity(wheel: &Built) -> (PackageName, Version) {
    let mut parts = wheel.file_name.split('-');
    (parts.next().unwrap().parse().unwrap(), parts.next().unwrap().parse().unwrap())
}

fn sdist_identity(sdist: &Built) -> (PackageName, Version) {
    let stem = sdist.file_name.strip_suffix(".tar.gz").expect("an sdist");
    let (name, version) = stem.rsplit_once('-').unwrap();
    (name.parse().unwrap(), version.parse().unwrap())
}

fn package_of(
    packages: &mut Vec<Package>,
    name: PackageName,
    version: Version,
    marker: Option<String>,
) -> &mut Package {
    let same = |package: &Package| package.name == name && package.version == version && package.marker == marker;
    let index = packages.iter().position(same).unwrap_or_else(|| {
        packages.push(Package { name, version, marker, wheels: Vec::new(), sdist: None });
        packages.len() - 1
    });
    &mut packages[index]
}

/// PEP 751, as the kit's own hand writes it.
fn lock_text(packages: &[Package]) -> String {
    let mut text = String::from("lock-version = \"1.0\"\ncreated-by = \"kit\"\n");
    if packages.is_empty() {
        text.push_str("packages = []\n");
    }
    for package in packages {
        text.push_str(&format!("\n[[packages]]\nname = \"{}\"\nversion = \"{}\"\n", package.name, package.version));
        if let Some(marker) = &package.marker {
            text.push_str(&format!("marker = {}\n", serde_json::to_string(marker).unwrap()));
        }
        if let Some((file, url)) = &package.sdist {
            text.push_str(&format!("sdist = {}\n", locked_file(file, url.as_ref())));
        }
        let wheels: Vec<String> = package.wheels.iter().map(|(file, url)| locked_file(file, url.as_ref())).collect();
        if !wheels.is_empty() {
            text.push_str(&format!("wheels = [{}]\n", wheels.join(", ")));
        }
    }
    text
}

fn locked_file(file: &Built, url: Option<&Url>) -> String {
    let place = url.map_or_else(|| format!("path = \"{}\"", file.file_name), |url| format!("url = \"{url}\""));
    format!(
        "{{ name = \"{}\", {place}, size = {}, hashes = {{ sha256 = \"{}\" }} }}",
        file.file_name,
        file.bytes.len(),
        file.sha256()
    )
}

/// No test outlives it, and python-tuf can still read it.
const FAR: &str = "2099-12-31T23:59:59Z";

//! Builds real source distributions (PEP 625 names, `.tar.gz`) whose build back-end needs nothing but Python.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use quoc::model::{Artifact, Sha256Digest, Source};

use super::wheel::{Built, Wheel};

/// A source distribution in the making.
#[derive(Clone, Debug)]
pub struct Sdist {
    name: String,
    version: String,
    files: Vec<(String, Vec<u8>)>,
    scripts: Vec<(String, String)>,
    backend: Backend,
    on_build: String,
}

#[derive(Clone, Debug)]
enum Backend {
    InTree,
    Required { requirements: Vec<String>, module: String },
}

impl Sdist {
    /// Starts one with a back-end of its own inside (PEP 517 `backend-path`), so that it builds offline.
    pub fn new(name: &str, version: &str) -> Self {
        Self {
            name: name.to_owned(),
            version: version.to_owned(),
            files: Vec::new(),
            scripts: Vec::new(),
            backend: Backend::InTree,
            on_build: String::new(),
        }
    }

    /// Adds a module that the built wheel will have.
    pub fn module(mut self, path: &str, content: &str) -> Self {
        self.files.push((path.to_owned(), content.as_bytes().to_vec()));
        self
    }

    /// Adds a console script.
    pub fn script(mut self, command: &str, target: &str) -> Self {
        self.scripts.push((command.to_owned(), target.to_owned()));
        self
    }

    /// Takes the back-end from a build dependency instead: see [`backend_wheel`].
    pub fn backend(mut self, requirements: &[&str], module: &str) -> Self {
        let requirements = requirements.iter().map(|&text| text.to_owned()).collect();
        self.backend = Backend::Required { requirements, module: module.to_owned() };
        self
    }

    /// Runs a line of Python first when it is built: `raise SystemExit(1)`, or a network access that must fail.
    /// Only with the back-end inside.
    pub fn on_build(mut self, line: &str) -> Self {
        self.on_build = line.to_owned();
        self
    }

    /// Returns `{name}-{version}.tar.gz`.
    pub fn file_name(&self) -> String {
        format!("{}.tar.gz", self.stem())
    }

    /// Returns the sdist with its file name.
    pub fn built(&self) -> Built {
        Built { file_name: self.file_name(), bytes: self.build() }
    }

    /// Returns the sdist as an artifact with these sources.
    pub fn artifact(&self, sources: Vec<Source>) -> Artifact {
        let bytes = self.build();
        Artifact {
            name: self.file_name().parse().unwrap(),
            size: bytes.len() as u64,
            sha256: Sha256Digest::of(&bytes),
            package: self.name.parse().ok(),
            sources,
        }
    }

    /// Returns the sdist's bytes.
    pub fn build(&self) -> Vec<u8> {
        let mut files = self.files.clone();
        let info = format!("Metadata-Version: 2.2\nName: {}\nVersion: {}\n", self.name, self.version);
        files.push(("PKG-INFO".to_owned(), info.into_bytes()));
        files.push(("pyproject.toml".to_owned(), self.pyproject().into_bytes()));
        if matches!(self.backend, Backend::InTree) {
            files.push(("kit_backend.py".to_owned(), backend_source(&self.on_build).into_bytes()));
        }
        let mut archive = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::default()));
        for (path, bytes) in &files {
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            header.set_mode(0o644);
            header.set_mtime(1_600_000_000);
            archive.append_data(&mut header, format!("{}/{path}", self.stem()), bytes.as_slice()).unwrap();
        }
        let mut encoder = archive.into_inner().unwrap();
        encoder.flush().unwrap();
        encoder.finish().unwrap()
    }

    fn stem(&self) -> String {
        format!("{}-{}", self.name.replace(['-', '.'], "_").to_ascii_lowercase(), self.version)
    }

    fn pyproject(&self) -> String {
        let (requires, module, path) = match &self.backend {
            Backend::InTree => (Vec::new(), "kit_backend", "backend-path = [\".\"]\n"),
            Backend::Required { requirements, module } => (requirements.clone(), module.as_str(), ""),
        };
        let requires = serde_json::to_string(&requires).unwrap();
        let scripts: String = self.scripts.iter().map(|(name, target)| format!("{name} = \"{target}\"\n")).collect();
        format!(
            "[build-system]\nrequires = {requires}\nbuild-backend = \"{module}\"\n{path}\n\
             [project]\nname = \"{}\"\nversion = \"{}\"\n\n[project.scripts]\n{scripts}",
            self.name, self.version
        )
    }
}

/// A wheel whose module `kit_backend` is a PEP 517 back-end: the build dependency of `Sdist::backend`.
pub fn backend_wheel(version: &str) -> Wheel {
    Wheel::new("kit-backend", version).module("kit_backend.py", &backend_source(""))
}

fn backend_source(on_build: &str) -> String {
    BACKEND.replace("# ON BUILD", on_build)
}

/// Packs every module beside PKG-INFO into a pure wheel.
const BACKEND: &str = r#"
import base64, hashlib, os, re, zipfile


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    # ON BUILD
    with open("PKG-INFO", encoding="utf-8") as file:
        metadata = file.read()
    name = re.search(r"^Name: (.*)$", metadata, re.M).group(1)
    version = re.search(r"^Version: (.*)$", metadata, re.M).group(1)
    stem = re.sub(r"[-_.]+", "_", name).lower() + "-" + version
    info = stem + ".dist-info"
    files = {}
    for folder, folders, names in os.walk("."):
        folders.sort()
        for each in sorted(names):
            path = os.path.relpath(os.path.join(folder, each), ".").replace(os.sep, "/")
            if path.endswith(".py") and path not in ("kit_backend.py", "setup.py"):
                with open(path, "rb") as file:
                    files[path] = file.read()
    files[info + "/METADATA"] = metadata.encode()
    files[info + "/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: kit\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    with open("pyproject.toml", encoding="utf-8") as file:
        scripts = file.read().partition("[project.scripts]\n")[2].replace('"', "")
    if scripts.strip():
        files[info + "/entry_points.txt"] = ("[console_scripts]\n" + scripts).encode()
    record = ""
    for path, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        record += "%s,sha256=%s,%d\n" % (path, digest, len(data))
    files[info + "/RECORD"] = (record + info + "/RECORD,,\n").encode()
    wheel = stem + "-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(wheel_directory, wheel), "w") as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path, (2020, 1, 1, 0, 0, 0)), data)
    return wheel
"#;

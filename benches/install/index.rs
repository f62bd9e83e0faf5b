//! A package index on the loopback address, as the public one would answer, with the wheels of the release in it;
//! beside it the release's own repository.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use fs_err as fs;
use quoc::model::{Sha256Digest, WheelFilename};
use serde_json::{Value, json};

use crate::kit::server::Server;
use crate::stage::Stage;

/// The running index.
pub struct Index {
    /// It, with the log of what it was asked.
    pub server: Server,
    /// The release's `requirements.txt` with every hash.
    pub requirements: PathBuf,
}

impl Index {
    /// Serves what [`Stage::set`] downloaded.
    pub fn of_the_carried_release(stage: &Stage) -> Self {
        let server = Server::start();
        let carried = Path::new(env!("CARGO_MANIFEST_DIR")).join("installer/tahoe-lafs/repository");
        server.put_folder("/repository", &carried);
        let mut pages: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for wheel in stage.wheels() {
            let (project, listed) = serve(&server, &wheel);
            pages.entry(project).or_default().push(listed);
        }
        for (project, files) in pages {
            let page = json!({"meta": {"api-version": "1.0"}, "name": project, "files": files});
            let path = format!("/simple/{project}/");
            server.put_as(&path, "application/vnd.pypi.simple.v1+json", serde_json::to_vec(&page).unwrap());
        }
        Self { server, requirements: requirements(&carried.join("targets")) }
    }

    /// Returns the address of the index.
    pub fn simple(&self) -> String {
        self.server.url("/simple").into()
    }

    /// Returns the address of the release's repository.
    pub fn repository(&self) -> String {
        self.server.url("/repository").into()
    }
}

/// Serves a wheel and its metadata (PEP 658), and returns what the page of its project says of it (PEP 691).
fn serve(server: &Server, wheel: &Path) -> (String, Value) {
    let name = wheel.file_name().unwrap().to_str().unwrap();
    let parsed: WheelFilename = name.parse().unwrap();
    let bytes = fs::read(wheel).unwrap();
    let (digest, metadata) = (Sha256Digest::of(&bytes), metadata(&bytes));
    // A release that was made anew has other wheels under the same names.
    let path = format!("/files/{digest}/{name}");
    let listed = json!({
        "filename": name,
        "url": path,
        "size": bytes.len(),
        "hashes": {"sha256": digest},
        "core-metadata": {"sha256": Sha256Digest::of(&metadata)},
    });
    server.put(&path, bytes);
    server.put(&format!("{path}.metadata"), metadata);
    (parsed.name.to_string(), listed)
}

fn metadata(wheel: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(wheel)).unwrap();
    let is_metadata = |name: &Cow<str>| name.ends_with(".dist-info/METADATA") && name.matches('/').count() == 1;
    let name = archive.file_names().map(Result::unwrap).find(is_metadata).unwrap().into_owned();
    let mut bytes = Vec::new();
    archive.by_name(&name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn requirements(targets: &Path) -> PathBuf {
    let files = fs::read_dir(targets).unwrap().map(|entry| entry.unwrap().path());
    let is_it = |path: &PathBuf| path.to_string_lossy().ends_with(".requirements.txt");
    files.into_iter().find(is_it).expect("the carried release has its requirements.txt")
}

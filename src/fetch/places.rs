//! Where an artifact may be had, best first: what lies near, what the user gave, what the release says.

use std::path::PathBuf;

use url::Url;

use super::repository::{Repository, Stored};
use crate::model::{Artifact, PackageName, Source};

/// The places of a run.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// The release's own repository, in every form at hand: carried inside, a folder, a server.
    pub repositories: Vec<Repository>,
    /// `--find-links`: folders with the files under their own names.
    pub folders: Vec<PathBuf>,
    /// `--mirror`: copies of the public file host.
    pub mirrors: Vec<Url>,
    /// `--index-url`: a package index that stands in for the public one.
    pub index: Option<Url>,
    /// `--offline`: the network is not touched.
    pub offline: bool,
}

/// One place to ask for one artifact.
#[derive(Debug)]
pub(super) enum Place<'a> {
    /// A file on this machine.
    File(PathBuf),
    /// Bytes inside this program.
    Carried { path: String, bytes: &'a [u8] },
    /// A package index, asked for the file's address first.
    Index { index: &'a Url, package: &'a PackageName },
    /// An address.
    Address(Url),
}

impl Places {
    /// Lists the places of an artifact in the order to ask them.
    pub(super) fn of<'a>(&'a self, artifact: &'a Artifact) -> Vec<Place<'a>> {
        let (mut near, mut far) = (self.folders_with(artifact), Vec::new());
        for target in targets(artifact) {
            for repository in &self.repositories {
                match repository.stored_target(&target) {
                    Some(Stored::File(path)) => near.push(Place::File(path)),
                    Some(Stored::Carried(bytes)) => near.push(Place::Carried { path: target.clone(), bytes }),
                    Some(Stored::Address(_)) | None => {}
                }
            }
        }
        if self.offline {
            return near;
        }
        if let (Some(index), Some(package)) = (&self.index, &artifact.package) {
            far.push(Place::Index { index, package });
        }
        far.extend(artifact.sources.iter().flat_map(|source| self.addresses(artifact, source)).map(Place::Address));
        near.append(&mut far);
        near
    }

    fn folders_with(&self, artifact: &Artifact) -> Vec<Place<'_>> {
        let files = self.folders.iter().map(|folder| folder.join(&artifact.name));
        files.filter(|path| path.is_file()).map(Place::File).collect()
    }

    /// Lists the addresses that one source stands for.
    fn addresses(&self, artifact: &Artifact, source: &Source) -> Vec<Url> {
        match source {
            Source::Url(url) if is_public_index(url) => {
                let mirrored = self.mirrors.iter().filter_map(|mirror| mirrored(mirror, url));
                // An index given by the user stands in for the public one, which a closed network cannot reach.
                mirrored.chain(self.index.is_none().then(|| url.clone())).collect()
            }
            Source::Url(url) => vec![url.clone()],
            Source::Target(name) => {
                let path = target_path(artifact, name.as_str());
                let stored = self.repositories.iter().filter_map(|repository| repository.stored_target(&path));
                stored.filter_map(Stored::into_address).collect()
            }
        }
    }
}

impl Place<'_> {
    /// Names the place for a person: an address without credentials, or a path.
    pub(super) fn label(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Carried { path, .. } => path.clone(),
            Self::Index { index, .. } => shown(index),
            Self::Address(url) => shown(url),
        }
    }
}

/// Returns an address without user, password, query and fragment: they may be secrets.
pub(super) fn shown(url: &Url) -> String {
    let mut url = url.clone();
    // Fails only for addresses that cannot have credentials.
    let _no_user = url.set_username("");
    let _no_password = url.set_password(None);
    url.set_query(None);
    url.set_fragment(None);
    url.into()
}

/// TUF 6.2, consistent snapshots: a target is kept as `<sha256>.<name>`.
fn target_path(artifact: &Artifact, name: &str) -> String {
    format!("{}.{name}", artifact.sha256)
}

fn targets(artifact: &Artifact) -> impl Iterator<Item = String> {
    artifact.sources.iter().filter_map(|source| match source {
        Source::Target(name) => Some(target_path(artifact, name.as_str())),
        Source::Url(_) => None,
    })
}

/// Returns the address under a mirror: the same path below the mirror's own.
fn mirrored(mirror: &Url, url: &Url) -> Option<Url> {
    let mut mirrored = mirror.clone();
    let path = format!("{}{}", mirror.path().trim_end_matches('/'), url.path());
    mirrored.set_path(&path);
    matches!(mirrored.scheme(), "http" | "https").then_some(mirrored)
}

fn is_public_index(url: &Url) -> bool {
    url.host_str().is_some_and(|host| PUBLIC_HOSTS.contains(&host))
}

/// The Python Package Index and its files.
const PUBLIC_HOSTS: [&str; 2] = ["files.pythonhosted.org", "pypi.org"];

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::fetch::MemoryRepository;
    use crate::model::Sha256Digest;

    fn artifact() -> Artifact {
        Artifact {
            name: "demo-1.0-py3-none-any.whl".parse().unwrap(),
            size: 4,
            sha256: Sha256Digest::of(b"demo"),
            package: Some("demo".parse().unwrap()),
            sources: vec![Source::Url(url("https://files.pythonhosted.org/packages/aa/demo-1.0-py3-none-any.whl"))],
        }
    }

    fn url(text: &str) -> Url {
        text.parse().unwrap()
    }

    fn labels(places: &Places, artifact: &Artifact) -> Vec<String> {
        places.of(artifact).iter().map(Place::label).collect()
    }

    #[test]
    fn mirrors_come_before_the_public_host() {
        let places = Places { mirrors: vec![url("https://m.example/pypi/files/")], ..Places::default() };
        let mirrored = "https://m.example/pypi/files/packages/aa/demo-1.0-py3-none-any.whl";
        let public = "https://files.pythonhosted.org/packages/aa/demo-1.0-py3-none-any.whl";
        assert_eq!(labels(&places, &artifact()), [mirrored, public]);
    }

    #[test]
    fn with_an_index_of_the_users_own_the_public_hosts_are_not_contacted() {
        let places = Places { index: Some(url("https://user:secret@index.example/simple/")), ..Places::default() };
        assert_eq!(labels(&places, &artifact()), ["https://index.example/simple/"]);
    }

    #[test]
    fn offline_only_what_lies_near_is_a_place() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("demo-1.0-py3-none-any.whl");
        fs_err::write(&file, "demo").unwrap();
        let places = Places {
            folders: vec![folder.path().to_owned(), folder.path().join("nowhere")],
            mirrors: vec![url("https://m.example/")],
            index: Some(url("https://index.example/simple/")),
            offline: true,
            ..Places::default()
        };
        assert_eq!(labels(&places, &artifact()), [file.display().to_string()]);
    }

    #[test]
    fn a_target_is_looked_for_inside_this_program_before_the_network() {
        let mut artifact = artifact();
        artifact.sources.push(Source::Target(artifact.name.clone()));
        let target = format!("{}.{}", artifact.sha256, artifact.name);
        let carried = MemoryRepository::of([(format!("targets/{target}"), b"demo".to_vec())]);
        let places = Places { repositories: vec![Repository::Memory(carried)], ..Places::default() };
        assert_eq!(labels(&places, &artifact).first(), Some(&target));
    }
}

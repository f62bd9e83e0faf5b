//! The record of one generation: every file that was installed, written when all of them had been compared with their
//! wheels. Its digest is in the receipt.

use serde::{Deserialize, Serialize};

use super::{FileName, PackageName, Sha256Digest, Version};

/// Every file of a generation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Manifest {
    /// The version of this format; this program writes [`FORMAT`].
    pub format: u32,
    /// Where pip put things, below the generation.
    pub layout: InstallLayout,
    /// The wheels it was installed from.
    pub wheels: Vec<InstalledWheel>,
    /// The files and links.
    pub files: Vec<InstalledFile>,
    /// What was compiled of them. Python makes it anew at will, so nothing is damaged that is not as it was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bytecode: Vec<CompiledFile>,
    /// The pip that installed it, compiled, for the next upgrade; that one compiles it anew where this is not as it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pip: Option<CompiledPip>,
}

/// A pip of bytecode, in the file [`PIP`] of the generation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct CompiledPip {
    /// pip's wheel.
    pub wheel: Sha256Digest,
    /// The file.
    pub sha256: Sha256Digest,
}

/// A file of bytecode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct CompiledFile {
    /// Below the generation, with `/`.
    pub path: String,
    /// Its digest.
    pub sha256: Sha256Digest,
}

/// The folders that pip installed into, below the generation, with `/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct InstallLayout {
    /// `bin`, `Scripts`
    pub scripts: String,
    /// `lib/python3.11/site-packages`
    pub site: String,
    /// `include/site/python3.11`
    pub headers: String,
}

/// A wheel that was installed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct InstalledWheel {
    /// The distribution.
    pub name: PackageName,
    /// Its version.
    pub version: Version,
    /// The file's name.
    pub file: FileName,
    /// Its digest.
    pub sha256: Sha256Digest,
}

/// A file or link of the generation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct InstalledFile {
    /// Below the generation, with `/`.
    pub path: String,
    /// What stands there.
    #[serde(flatten)]
    pub content: Content,
}

/// What stands at a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Content {
    /// A link.
    Link {
        /// Where it leads.
        link: String,
    },
    /// A file.
    File(FileContent),
}

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct FileContent {
    /// Bytes.
    pub size: u64,
    /// Its digest.
    pub sha256: Sha256Digest,
    /// The permission bits of Unix; 0 elsewhere.
    pub mode: u32,
    /// When it was modified, in nanoseconds since 1970: bytecode knows its source by that.
    pub modified: u64,
    /// The wheel that holds it, by its place in [`Manifest::wheels`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wheel: Option<usize>,
    /// Its name in the wheel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
    /// The content itself of what no wheel holds: what pip and venv wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Says why a record cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    /// It is no record, or one of another format.
    #[error("the record of the files cannot be read")]
    Syntax {
        /// Where and what.
        #[from]
        source: serde_json::Error,
    },
    /// It is of another format.
    #[error("the record of the files has format {found}, this installer reads {FORMAT}")]
    OtherFormat {
        /// The format it has.
        found: u32,
    },
    /// It names a file outside of its generation.
    #[error("the record of the files names {path:?}")]
    Outside {
        /// The path.
        path: String,
    },
}

impl Manifest {
    /// Reads a record.
    ///
    /// # Errors
    /// See [`ManifestError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, ManifestError> {
        let manifest: Self = serde_json::from_slice(bytes)?;
        if manifest.format != FORMAT {
            return Err(ManifestError::OtherFormat { found: manifest.format });
        }
        let InstallLayout { scripts, site, headers } = &manifest.layout;
        let compiled = manifest.bytecode.iter().map(|file| &file.path);
        let paths = manifest.files.iter().map(|file| &file.path).chain(compiled).chain([scripts, site, headers]);
        if let Some(path) = paths.into_iter().find(|path| !is_inside(path)) {
            return Err(ManifestError::Outside { path: path.clone() });
        }
        Ok(manifest)
    }
}

/// Whether a path stays below the folder it is joined to, on every system.
fn is_inside(path: &str) -> bool {
    !path.is_empty() && path.split('/').all(|part| !matches!(part, "" | "." | "..")) && !path.contains(['\\', ':'])
}

/// The version of the format that this program writes and reads.
pub const FORMAT: u32 = 1;

/// The name of the record in its generation.
pub const FILE: &str = "quoc-manifest.json";

/// A zip archive with the bytecode of pip, which Python runs as it is.
pub const PIP: &str = "quoc-pip.zip";

/// What lies in a generation beside what its record lists.
pub const BESIDE: [&str; 2] = [FILE, PIP];

/// Bytes of a record; a file takes about 250.
pub const MAX_SIZE: u64 = 256 * 1024 * 1024;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn manifest(format: u32, path: &str) -> String {
        let digest = "a".repeat(64);
        format!(
            r#"{{"format": {format}, "layout": {{"scripts": "bin", "site": "lib/python3.11/site-packages", "headers": "include"}},
            "wheels": [{{"name": "demo", "version": "1.0", "file": "demo-1.0-py3-none-any.whl", "sha256": "{digest}"}}],
            "files": [{{"path": "{path}", "size": 1, "sha256": "{digest}", "mode": 420, "modified": 7, "wheel": 0, "entry": "demo.py"}},
            {{"path": "bin/python", "link": "/usr/bin/python3"}}]}}"#
        )
    }

    #[test]
    fn a_record_reads_back_what_it_wrote() {
        let read = Manifest::parse(manifest(1, "lib/demo.py").as_bytes()).unwrap();
        assert_eq!(Manifest::parse(&serde_json::to_vec(&read).unwrap()).unwrap(), read);
    }

    #[test]
    fn a_record_that_names_a_file_outside_is_refused() {
        for path in ["../demo.py", "/etc/passwd", "lib//demo.py", "lib/./x", "C:/x", "lib\\\\x", ""] {
            assert!(
                matches!(Manifest::parse(manifest(1, path).as_bytes()), Err(ManifestError::Outside { .. })),
                "{path}"
            );
        }
    }

    #[test]
    fn a_record_of_another_format_is_refused() {
        let other = Manifest::parse(manifest(2, "lib/demo.py").as_bytes());
        assert!(matches!(other, Err(ManifestError::OtherFormat { found: 2 })));
        assert!(matches!(Manifest::parse(b"{}"), Err(ManifestError::Syntax { .. })));
    }
}

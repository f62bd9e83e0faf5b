//! Reads what a source distribution needs to be built (PEP 517, PEP 518) without running any of it.

use std::io::{self, Read};
use std::path::Component;

use flate2::read::GzDecoder;

use crate::model::FileName;

/// Says why the build requirements of an sdist cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SdistError {
    /// It is another archive than `.tar.gz` (PEP 625).
    #[error("{file} is no .tar.gz")]
    OtherArchive {
        /// The file.
        file: FileName,
    },
    /// The archive is damaged or larger than any sdist.
    #[error("{file} cannot be unpacked")]
    Archive {
        /// The file.
        file: FileName,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Its `pyproject.toml` cannot be read.
    #[error("the pyproject.toml of {file} cannot be read")]
    Pyproject {
        /// The file.
        file: FileName,
        /// Why.
        #[source]
        source: Box<toml::de::Error>,
    },
}

/// Returns `build-system.requires`, or what pip assumes where there is none.
///
/// # Errors
/// [`SdistError`].
pub fn build_requirements(file: &FileName, bytes: &[u8]) -> Result<Vec<String>, SdistError> {
    if !file.as_str().ends_with(".tar.gz") {
        return Err(SdistError::OtherArchive { file: file.clone() });
    }
    let text = pyproject(bytes).map_err(|source| SdistError::Archive { file: file.clone(), source })?;
    let Some(text) = text else { return Ok(legacy()) };
    let pyproject: Pyproject = toml::from_str(&text)
        .map_err(|source| SdistError::Pyproject { file: file.clone(), source: Box::new(source) })?;
    // PEP 518: without a build-system table the legacy back-end of setuptools is meant.
    Ok(pyproject.build_system.map_or_else(legacy, |build_system| build_system.requires))
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Pyproject {
    build_system: Option<BuildSystem>,
}

#[derive(serde::Deserialize)]
struct BuildSystem {
    requires: Vec<String>,
}

/// PEP 625: the one top folder holds `pyproject.toml`. Of two, pip would unpack the last; so two are refused.
fn pyproject(bytes: &[u8]) -> io::Result<Option<String>> {
    let mut archive = tar::Archive::new(GzDecoder::new(bytes).take(MAX_UNPACKED));
    let mut found = None;
    for entry in archive.entries()? {
        let mut entry = entry?;
        let is_it = {
            let path = entry.path()?;
            let named = path.components().filter(|part| matches!(part, Component::Normal(_)));
            named.count() == 2 && path.file_name().is_some_and(|name| name == "pyproject.toml")
        };
        if is_it {
            let mut text = String::new();
            entry.by_ref().take(MAX_PYPROJECT).read_to_string(&mut text)?;
            if found.replace(text).is_some() {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "it has more than one pyproject.toml"));
            }
        }
    }
    Ok(found)
}

/// setuptools that brings `bdist_wheel` itself, and `wheel` for Pythons too old for such a one.
fn legacy() -> Vec<String> {
    vec!["setuptools>=40.8.0".to_owned(), "wheel".to_owned()]
}

/// Bytes of an unpacked sdist that are looked through.
const MAX_UNPACKED: u64 = 1 << 30;

/// Bytes of a `pyproject.toml`.
const MAX_PYPROJECT: u64 = 1 << 20;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn archive(members: &[(&str, &str)]) -> Vec<u8> {
        let encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        let mut builder = tar::Builder::new(encoder);
        for (path, text) in members {
            let mut header = tar::Header::new_gnu();
            header.set_size(text.len() as u64);
            header.set_mode(0o644);
            builder.append_data(&mut header, path, text.as_bytes()).unwrap();
        }
        builder.into_inner().unwrap().finish().unwrap()
    }

    fn requirements(members: &[(&str, &str)]) -> Result<Vec<String>, SdistError> {
        build_requirements(&"demo-1.0.tar.gz".parse().unwrap(), &archive(members))
    }

    #[test]
    fn requirements_are_those_of_the_top_pyproject() {
        let inner = ("demo-1.0/vendored/pyproject.toml", "[build-system]\nrequires = [\"evil\"]\n");
        let outer = ("demo-1.0/pyproject.toml", "[build-system]\nrequires = [\"flit-core>=3\"]\n");
        assert_eq!(requirements(&[inner, outer]).unwrap(), ["flit-core>=3"]);
    }

    #[test]
    fn of_two_pyprojects_neither_is_believed() {
        let one = ("demo-1.0/pyproject.toml", "[build-system]\nrequires = [\"flit-core>=3\"]\n");
        let other = ("demo-1.0/./pyproject.toml", "[build-system]\nrequires = [\"evil\"]\n");
        let elsewhere = ("demo/pyproject.toml", "");
        for two in [[one, other], [other, one], [one, one], [one, elsewhere]] {
            assert!(matches!(requirements(&two), Err(SdistError::Archive { .. })));
        }
        assert_eq!(requirements(&[("./demo-1.0/pyproject.toml", one.1)]).unwrap(), ["flit-core>=3"]);
    }

    #[test]
    fn without_a_build_system_setuptools_is_meant() {
        assert_eq!(requirements(&[("demo-1.0/setup.py", "")]).unwrap(), legacy());
        assert_eq!(requirements(&[("demo-1.0/pyproject.toml", "[tool.x]\n")]).unwrap(), legacy());
    }

    #[test]
    fn a_damaged_or_foreign_archive_is_an_error() {
        let name = "demo-1.0.tar.gz".parse().unwrap();
        assert!(matches!(build_requirements(&name, b"no gzip"), Err(SdistError::Archive { .. })));
        let zip = "demo-1.0.zip".parse().unwrap();
        assert!(matches!(build_requirements(&zip, b""), Err(SdistError::OtherArchive { .. })));
        assert!(matches!(requirements(&[("demo-1.0/pyproject.toml", "[")]), Err(SdistError::Pyproject { .. })));
    }
}

//! The Python that is asked for, and the one that a release brings.

use std::path::{Path, PathBuf};
use std::process::Command;

use fs_err as fs;
use quoc::model::release::{Os, Platform, Runtime};
use quoc::model::{Artifact, FileName, Sha256Digest, Source};

use crate::kit::machine::{Machine, Run, application};
use crate::kit::python::interpreter;
use crate::{installed, published};

#[test]
fn a_python_may_be_named_relative_to_the_working_folder() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let (_, published) = published(place.path(), "1.0");
    let bin = place.path().join("some where/bin");
    fs::create_dir_all(&bin).unwrap();
    std::os::unix::fs::symlink(&interpreter().path, bin.join("python3")).unwrap();
    let mut quoc = machine.command(&published.profile_folder, &["--python", "./some where/bin/python3"]);
    Run::of(&quoc.current_dir(place.path()).output().unwrap()).is(0, "");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
}

#[test]
fn a_python_that_is_asked_for_is_used_or_said_not_to_be_there() {
    let place = tempfile::tempdir().unwrap();
    let (machine, _, published) = installed(place.path(), "1.0");
    machine.quoc(&published.profile_folder, &["--python", "/nonexistent"]).is(13, "plan-other-python");
    machine.quoc(&published.profile_folder, &["--python", "3.1"]).is(13, "plan-other-python");
    let receipt = machine.receipt("demo");
    let same = receipt["python"]["path"].as_str().unwrap();
    machine.quoc(&published.profile_folder, &["--python", same]).did("up-to-date");
}

/// Makes an archive in python-build-standalone's layout of an installation that can be moved.
fn runtime_archive(installation: &Path, to: &Path) {
    let file = fs::File::create(to).unwrap();
    let mut archive = tar::Builder::new(flate2::write::GzEncoder::new(file, flate2::Compression::fast()));
    archive.follow_symlinks(false);
    for part in ["bin", "lib"] {
        archive.append_dir_all(format!("python/{part}"), installation.join(part)).unwrap();
    }
    archive.into_inner().unwrap().finish().unwrap();
}

#[test]
#[ignore = "QUOC_TEST_RUNTIME names the folder of a CPython that can be moved, of a version that is not on the PATH"]
fn a_python_that_the_release_brings_is_used_where_none_fits() {
    let installation = PathBuf::from(std::env::var_os("QUOC_TEST_RUNTIME").unwrap());
    let version = Command::new(installation.join("bin/python3")).arg("-V").output().unwrap().stdout;
    let version = String::from_utf8(version).unwrap().trim().trim_start_matches("Python ").to_owned();
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let archive = place.path().join("runtime.tar.gz");
    runtime_archive(&installation, &archive);
    let bytes = fs::read(&archive).unwrap();
    let name: FileName = "cpython-runtime.tar.gz".parse().unwrap();
    let runtime = Runtime {
        version: version.parse().unwrap(),
        platform: Platform { os: Os::LinuxGlibc, arch: "x86_64".to_owned() },
        archive: Artifact {
            name: name.clone(),
            size: bytes.len() as u64,
            sha256: Sha256Digest::of(&bytes),
            package: None,
            sources: vec![Source::Target(name)],
        },
    };
    let requires = format!("=={version}").parse().unwrap();
    let repository = application("1.0").target("cpython-runtime.tar.gz", &bytes);
    let mut repository = repository.with(|release| {
        release.requires_python = requires;
        release.runtimes = vec![runtime];
    });
    let published = repository.publish(place.path());
    let output = machine.command(&published.profile_folder, &[]).env("PATH", "/usr/bin:/bin").output().unwrap();
    Run::of(&output).is(0, "");
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
    let receipt = machine.receipt("demo");
    let python = &receipt["python"];
    assert_eq!((&python["managed"], &python["version"]), (&true.into(), &version.into()));
}

//! What an application brings beside its packages: an entry for menus, and a newer installer.

use quoc::model::release::{Desktop, Icon, IconSize, Os, Platform, Stub};
use quoc::model::{Artifact, FileName, Sha256Digest, Source, Translated};

use super::repository::Repository;

/// The demo with an entry for menus, of a name and icons of its own.
pub fn with_entry(repository: Repository, name: &str, sizes: &[(IconSize, &[u8])]) -> Repository {
    let mut repository = repository;
    let mut icons = Vec::new();
    for (size, bytes) in sizes {
        let target: FileName = format!("icon-{size}{}", size.extension()).parse().unwrap();
        repository = repository.target(target.as_str(), bytes);
        let (length, sha256) = (bytes.len() as u64, Sha256Digest::of(bytes));
        let sources = vec![Source::Target(target.clone())];
        icons.push(Icon { size: *size, file: Artifact { name: target, size: length, sha256, package: None, sources } });
    }
    let translated = |text: &str, german: &str| Translated {
        default: text.to_owned(),
        translations: [("de".parse().unwrap(), german.to_owned()), ("pt-BR".parse().unwrap(), text.to_uppercase())]
            .into(),
    };
    let desktop = Desktop {
        command: "demo".parse().unwrap(),
        arguments: vec!["--say".to_owned(), "100% \"$HOME\"".to_owned()],
        terminal: true,
        name: translated(name, "Vorführung").translations,
        comment: translated("Shows things; all of them", "Zeigt alles"),
        categories: vec!["Utility".to_owned(), "FileTools".to_owned()],
        keywords: vec!["show".to_owned()],
        icons,
    };
    repository.with(|release| release.desktop = Some(desktop))
}

/// Two icons that no picture viewer would take.
pub const ICONS: &[(IconSize, &[u8])] = &[(IconSize::Pixels(48), b"\x89PNG 48"), (IconSize::Scalable, b"<svg/>")];

/// A program that the release brings as the installer `version`, and that says what it is told to.
pub fn with_stub(repository: Repository, version: &str, script: &str) -> Repository {
    let name: FileName = format!("demo-setup-{version}").parse().unwrap();
    let file = Artifact {
        name: name.clone(),
        size: script.len() as u64,
        sha256: Sha256Digest::of(script.as_bytes()),
        package: None,
        sources: vec![Source::Target(name.clone())],
    };
    let os = if cfg!(target_os = "macos") { Os::Macos } else { Os::LinuxGlibc };
    let platform = Platform { os, arch: std::env::consts::ARCH.to_owned() };
    let stub = Stub { version: version.parse().unwrap(), platform, file };
    repository.target(name.as_str(), script.as_bytes()).with(|release| release.stubs = vec![stub])
}

/// An installer that works as far as anybody asks.
pub fn answers(version: &str) -> String {
    format!("#!/bin/sh\necho quoc {version}\n")
}

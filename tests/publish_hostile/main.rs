//! The release machine has been taken over: what it can make an owner sign, and what it can publish.
//!
//! Each test builds the staged folder that such a machine would send and holds `quoc-publish` to refusing it,
//! or to saying what it does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod keys;
#[path = "../kit/mod.rs"]
mod kit;
mod locks;
mod members;
mod past;

use std::collections::BTreeMap;
use std::path::PathBuf;

use fs_err as fs;
use kit::publisher::Walk;
use quoc::model::{FileName, Sha256Digest, Timestamp};
use quoc::publish::face::End;
use quoc::publish::key::OwnedKey;
use quoc::publish::staged::{self, SignatureFile, Staged};
use quoc::trust::document::{Envelope, Header, Role, Root, TargetFile, Targets};

type Files = BTreeMap<FileName, Vec<u8>>;

/// The machine of the publisher, which mallory has taken over, and those of the owners.
struct Scene(Walk);

impl std::ops::Deref for Scene {
    type Target = Walk;

    fn deref(&self) -> &Walk {
        &self.0
    }
}

impl Scene {
    /// Alice, bob and carol own keys, two of them must sign; mallory has a key of her own.
    fn begun() -> Self {
        let scene = Self(Walk::begun());
        scene.release("1.0");
        scene
    }

    /// Version 1.0 is published.
    fn published() -> Self {
        Self(Walk::published())
    }

    fn sign_and_publish(&self) {
        self.publish(&["alice", "bob"]);
    }

    fn does(&self, machine: &str, line: &str) -> String {
        let said = self.0.does(machine, line);
        said.out + &said.err
    }

    fn refuses(&self, machine: &str, line: &str) -> String {
        let said = self.run(machine, line);
        assert!(matches!(said.end, End::Failed(_)), "{line}: {}{}", said.out, said.err);
        said.out + &said.err
    }

    /// What alice is told, and that she signs nothing.
    fn alice_refuses(&self) -> String {
        self.carry_to("alice");
        let said = self.refuses("alice/staged", "sign --key ../alice.pem --yes");
        assert!(!self.on("alice/staged/signatures").exists(), "{said}");
        said
    }

    /// What alice is shown before she signs.
    fn alice_is_shown(&self) -> String {
        self.carry_to("alice");
        self.does("alice/staged", "sign --key ../alice.pem")
    }

    fn key(&self, person: &str) -> OwnedKey {
        OwnedKey::read(&self.on(&format!("{person}/{person}.pem"))).unwrap()
    }

    /// Locks one wheel for every Python and stages it.
    fn release(&self, version: &str) {
        self.lock(version);
        self.does("publisher", "release");
    }

    fn staged(&self) -> Staged {
        Staged::read_any(&self.on("publisher/staged")).unwrap()
    }

    /// Mallory rewrites the staged root.
    fn rewrite_root(&self, change: impl FnOnce(&mut Root)) {
        let mut root = self.staged().root.unwrap().into_signed();
        change(&mut root);
        staged::write_root(&self.on("publisher/staged"), &Envelope::new(root)).unwrap();
    }

    /// Mallory stages other files, as the next targets document.
    fn rewrite_files(&self, change: impl FnOnce(&mut Files)) {
        let Staged { targets, mut files, .. } = self.staged();
        change(&mut files);
        let targets = targets_of(&files, targets.unwrap().signed().header.version);
        staged::write_targets(&self.on("publisher/staged"), &Envelope::new(targets), &files).unwrap();
    }

    /// Mallory edits `release.json`.
    fn rewrite_release(&self, change: impl FnOnce(&mut serde_json::Value)) {
        self.rewrite_files(|files| edit_release(files, change));
    }

    /// Mallory replaces what is said to be published.
    fn rewrite_past(&self, root: &Envelope<Root>, targets: &Envelope<Targets>) {
        let folder = self.on("publisher/staged/published");
        fs::write(folder.join("1.root.json"), root.to_bytes()).unwrap();
        fs::write(folder.join("targets.json"), targets.to_bytes()).unwrap();
    }

    /// A person signs without looking, by another program.
    fn sign_blindly<T: Role>(&self, person: &str, document: &Envelope<T>) {
        let signature = document.signature_with(self.key(person).secret()).unwrap();
        self.put_signature("", document, signature);
    }

    fn put_signature<T: Role>(
        &self,
        prefix: &str,
        document: &Envelope<T>,
        signature: quoc::trust::document::Signature,
    ) -> PathBuf {
        let (version, sha256) = (document.signed().header().version, Sha256Digest::of(&document.canonical()));
        let file = SignatureFile { role: T::NAME, version, sha256, signature };
        let folder = self.on("publisher/staged/signatures");
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("{prefix}{}", file.file_name()));
        fs::write(&path, file.to_bytes()).unwrap();
        path
    }
}

fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn targets_of(files: &Files, version: u64) -> Targets {
    let mut targets = Targets::new(Header::new(version, now().plus_seconds(10_000_000)));
    targets.targets = files.iter().map(|(name, bytes)| (name.to_string(), TargetFile::of(bytes))).collect();
    targets
}

fn edit_release(files: &mut Files, change: impl FnOnce(&mut serde_json::Value)) {
    let bytes = files.get_mut(&name("release.json")).unwrap();
    let mut release = serde_json::from_slice(bytes).unwrap();
    change(&mut release);
    *bytes = serde_json::to_vec(&release).unwrap();
}

fn name(text: &str) -> FileName {
    text.parse().unwrap()
}

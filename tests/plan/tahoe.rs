//! The real lock of Tahoe-LAFS 1.20.0, on eighteen machines.

use std::collections::BTreeMap;

use quoc::model::release::{Build, Platform};
use quoc::model::tag::{TagFacts, supported};
use quoc::model::{Interpreter, Lock, MarkerEnvironment, Version};
use quoc::plan::{MissingReason, Refusal};
use serde::Deserialize;

use crate::kit::{Scene, files, lock, package};

#[derive(Deserialize)]
struct Table {
    cases: Vec<Case>,
}

/// A machine, and what `packaging.pylock` picks on it (tests/interop/selected.py).
#[derive(Deserialize)]
struct Case {
    name: String,
    version: Version,
    platform: Platform,
    facts: TagFacts,
    markers: MarkerEnvironment,
    files: Vec<String>,
}

fn cases() -> Vec<Case> {
    let table: Table = serde_json::from_str(include_str!("../data/model/selected.json")).unwrap();
    table.cases
}

fn tahoe(case: &Case) -> Scene {
    let lock = Lock::parse(include_bytes!("../data/model/tahoe-lafs.pylock.toml")).unwrap();
    let mut scene = Scene { lock, build_locks: BTreeMap::new(), ..Scene::new() };
    scene.release.application.id = "tahoe-lafs".parse().unwrap();
    scene.release.version = "1.20.0".parse().unwrap();
    scene.interpreters = vec![Interpreter {
        path: "/usr/bin/python3".into(),
        version: case.version.clone(),
        platform: case.platform.clone(),
        markers: case.markers.clone(),
        tags: supported(&case.facts).unwrap(),
        managed: false,
    }];
    scene.compiler()
}

/// Lets everything be built that the lock has an sdist of.
fn with_all_builds(mut scene: Scene) -> Scene {
    for package in &scene.lock.packages {
        let build = Build { lock: format!("{}.toml", package.name).parse().unwrap(), needs_compiler: true };
        scene.release.builds.insert(package.name.clone(), build);
        scene.build_locks.insert(package.name.clone(), lock(&[]));
    }
    scene
}

#[test]
fn the_same_files_are_picked_as_packaging_picks() {
    let cases = cases();
    assert_eq!(cases.len(), 18);
    for case in cases {
        assert_eq!(files(&with_all_builds(tahoe(&case)).plan()), case.files, "{}", case.name);
    }
}

#[test]
fn what_has_no_wheel_on_a_machine_is_what_packaging_would_build() {
    for case in cases() {
        let sdists = case.files.iter().filter(|file| !file.ends_with(".whl")).count();
        match tahoe(&case).answer() {
            Ok(_) => assert_eq!(sdists, 0, "{}", case.name),
            Err(Refusal::NoWheel { packages, .. }) => {
                assert_eq!(packages.len(), sdists, "{}", case.name);
                assert!(packages.iter().all(|missing| missing.reason == MissingReason::NotAllowed));
            }
            Err(other) => panic!("{other}"),
        }
    }
}

#[test]
fn the_plan_for_a_linux_with_python_3_11() {
    let case = cases().into_iter().find(|case| case.name == "linux 3.11.7").unwrap();
    let setuptools = package("setuptools", "80.0").wheel("py3-none-any");
    let plan = tahoe(&case).builds("netifaces", &[setuptools]).plan();
    let listed: Vec<String> =
        plan.artifacts().iter().map(|artifact| format!("{:>9} {}", artifact.size, artifact.name)).collect();
    insta::assert_snapshot!(format!("{} bytes\n{}", plan.size(), listed.join("\n")));
}

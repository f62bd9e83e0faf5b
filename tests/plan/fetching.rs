//! What is fetched, in which order, and what it comes to.

use std::collections::BTreeSet;

use proptest::prelude::*;
use quoc::model::{Artifact, Source};
use quoc::plan::{Answer, Refusal, Signing};

use crate::kit::{Scene, package};

fn names(artifacts: &[Artifact]) -> Vec<&str> {
    artifacts.iter().map(|artifact| artifact.name.as_str()).collect()
}

fn scene() -> Scene {
    let small = package("demo", "2.0").wheel("py3-none-any").size(10);
    let large = package("large", "1.0").wheel("py3-none-any").size(9_000_000);
    let built = package("built", "1.0").sdist().size(30);
    let setuptools = package("setuptools", "80.0").wheel("py3-none-any").size(1_000);
    Scene::new().lock(&[small, large, built]).builds("built", &[setuptools]).compiler()
}

#[test]
fn what_most_work_waits_for_is_fetched_first_and_the_largest_before_the_small() {
    let brought = scene().pythons(&[]).brings("3.12.4").on_a_host().plan().artifacts();
    assert_eq!(
        names(&brought),
        [
            "cpython-3.12.4.tar.gz",
            "pip-26.0-py3-none-any.whl",
            "setuptools-80.0-py3-none-any.whl",
            "built-1.0.tar.gz",
            "large-1.0-py3-none-any.whl",
            "demo-2.0-py3-none-any.whl",
        ]
    );
}

#[test]
fn a_file_that_is_needed_twice_is_fetched_once_from_the_places_of_both() {
    let mut scene = scene();
    let setuptools = package("setuptools", "80.0").wheel("py3-none-any").size(1_000);
    let demo = package("demo", "2.0").wheel("py3-none-any");
    scene = scene.lock(&[demo, setuptools, package("built", "1.0").sdist()]);
    let mirrored = scene.build_locks.values().next().unwrap().to_toml().replace("example.org", "example.net");
    scene.build_locks.values_mut().for_each(|lock| *lock = mirrored.parse().unwrap());
    let artifacts = scene.plan().artifacts();
    let setuptools: Vec<_> =
        artifacts.iter().filter(|artifact| artifact.name.as_str().starts_with("setuptools")).collect();
    assert_eq!(setuptools.len(), 1);
    let hosts = setuptools[0].sources.iter().map(|source| match source {
        Source::Url(url) => url.host_str().unwrap(),
        Source::Target(_) => "",
    });
    assert_eq!(hosts.collect::<Vec<_>>(), ["example.net", "example.org"]);
}

#[test]
fn what_is_at_hand_is_not_fetched() {
    let plan = scene().plan();
    let have = |artifact: &Artifact| artifact.size > 100;
    assert_eq!(names(&plan.to_fetch(&have)), ["built-1.0.tar.gz", "demo-2.0-py3-none-any.whl"]);
    assert_eq!(plan.size(), 1_800_000 + 1_000 + 30 + 9_000_000 + 10);
}

#[test]
fn a_summary_says_what_people_decide_by() {
    let signing = Signing { signed_by: 2, threshold: 2, keys: 3 };
    let plan = scene().installed("1.0", b"old", 1).plan();
    let summary = plan.summary(signing, "/home/me/demo".to_owned(), &|artifact| artifact.size > 100);
    insta::assert_json_snapshot!(summary, @r#"
    {
      "action": "upgrade",
      "name": "Demo",
      "publisher": "Demo & Co",
      "version": "2.0",
      "installed": "1.0",
      "python": "3.11.7",
      "signed-by": 2,
      "threshold": 2,
      "keys": 3,
      "packages": 3,
      "size": 10801040,
      "to-fetch": 40,
      "builds": [
        "built"
      ],
      "folder": "/home/me/demo",
      "on-disk": 54005200
    }
    "#);
}

proptest! {
    #[test]
    fn a_plan_fetches_every_file_once_whatever_the_lock(
        packages in prop::collection::btree_map("[a-z]{1,5}", (0u8..5, 1u64..1_000_000, 0u8..3), 0..20),
    ) {
        let tags = ["py3-none-any", "cp311-cp311-linux_x86_64", "cp39-abi3-manylinux_2_17_x86_64", "cp311-cp311-win_amd64", "py2-none-any"];
        let markers = ["os_name == 'posix'", "os_name == 'nt'", "python_version >= '3.9'"];
        let entries = packages.iter().map(|(name, (tag, size, marker))| {
            package(name, "1.0").wheel(tags[usize::from(*tag)]).size(*size).marker(markers[usize::from(*marker)])
        });
        let applying = packages.values().filter(|(_, _, marker)| *marker != 1);
        let fits = applying.clone().all(|(tag, ..)| *tag < 3);
        let demo = package("demo-app", "2.0").wheel("py3-none-any");
        let mut scene = Scene::new().lock(&entries.chain([demo]).collect::<Vec<_>>());
        scene.release.application.id = "demo-app".parse().unwrap();
        match scene.answer() {
            Ok(Answer::Plan(plan)) => {
                prop_assert!(fits);
                let artifacts = plan.artifacts();
                let digests: BTreeSet<_> = artifacts.iter().map(|artifact| artifact.sha256).collect();
                prop_assert_eq!(digests.len(), artifacts.len());
                prop_assert_eq!(artifacts.len(), applying.count() + 2);
                prop_assert_eq!(plan.size(), artifacts.iter().map(|artifact| artifact.size).sum::<u64>());
                prop_assert!(plan.to_fetch(&|_| true).is_empty());
            }
            Err(Refusal::NoWheel { packages, .. }) => {
                prop_assert!(!fits);
                prop_assert_eq!(packages.len(), applying.filter(|(tag, ..)| *tag >= 3).count());
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }
}

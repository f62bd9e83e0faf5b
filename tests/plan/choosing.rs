//! Which Python is chosen, and why the others are not.

use quoc::model::tag::TagPlatform;
use quoc::plan::{Refusal, Unfit, choose_interpreter};

use crate::kit::{Scene, package};

fn chosen(scene: &Scene) -> String {
    let by_plan = scene.plan().interpreter;
    let alone = scene.ask(|question| choose_interpreter(&question.offer, &question.machine)).unwrap();
    assert_eq!(alone, by_plan);
    by_plan.version.to_string()
}

fn demo() -> crate::kit::Package {
    package("demo", "2.0").wheel("py3-none-any")
}

#[test]
fn the_newest_python_that_fits_is_chosen() {
    let scene = Scene::new().pythons(&["3.9.18", "3.12.1", "3.11.7", "3.8.18"]);
    assert_eq!(chosen(&scene), "3.12.1");
    let rejected = scene.plan().rejected;
    assert_eq!(rejected.len(), 1);
    assert!(matches!(rejected[0].reason, Unfit::Version { .. }));
}

#[test]
fn a_python_that_the_publisher_checked_comes_before_a_newer_one() {
    assert_eq!(chosen(&Scene::new().pythons(&["3.11.7", "3.13.0", "3.10.1"]).covers("3.10").covers("3.11")), "3.11.7");
}

#[test]
fn a_python_without_builds_comes_before_one_that_was_checked() {
    let dep = package("dep", "1.0").wheel("cp310-cp310-manylinux_2_17_x86_64").sdist();
    let scene =
        Scene::new().lock(&[demo(), dep]).builds("dep", &[]).compiler().covers("3.11").pythons(&["3.11.7", "3.10.1"]);
    assert_eq!(chosen(&scene), "3.10.1");
}

#[test]
fn a_finished_python_comes_before_a_newer_release_candidate() {
    assert_eq!(chosen(&Scene::new().pythons(&["3.14.0rc2", "3.13.0"])), "3.13.0");
    assert_eq!(chosen(&Scene::new().pythons(&["3.14.0rc2"])), "3.14.0rc2");
}

#[test]
fn of_equal_pythons_the_first_found_is_chosen() {
    let mut scene = Scene::new().pythons(&["3.11.7", "3.11.7"]);
    scene.interpreters[1].path = "/elsewhere/python3".into();
    assert_eq!(scene.plan().interpreter.path, scene.interpreters[0].path);
}

#[test]
fn without_any_python_the_refusal_says_which_is_needed() {
    let Refusal::NoInterpreter { requires, rejected } = Scene::new().pythons(&[]).refusal() else { panic!() };
    assert_eq!((requires.to_string().as_str(), rejected.len()), (">=3.9", 0));
    let Refusal::NoInterpreter { rejected, .. } = Scene::new().pythons(&["3.8.18", "3.7.17"]).refusal() else {
        panic!()
    };
    assert_eq!(rejected.len(), 2);
}

#[test]
fn the_refusal_tells_of_the_python_that_came_closest() {
    let one = package("one", "1.0").wheel("cp310-cp310-manylinux_2_17_x86_64");
    let two = package("two", "1.0").wheel("cp39-cp39-manylinux_2_17_x86_64");
    let scene = Scene::new().lock(&[demo(), one, two]).pythons(&["3.12.1", "3.10.1", "3.8.18"]);
    let Refusal::NoWheel { packages, python, rejected, .. } = scene.refusal() else { panic!() };
    assert_eq!((python.to_string().as_str(), packages.len(), rejected.len()), ("3.10.1", 1, 3));
}

#[test]
fn a_missing_compiler_is_said_before_missing_wheels_of_another_python() {
    let dep = package("dep", "1.0").wheel("cp312-cp312-win_amd64").sdist();
    let only_new = package("new", "1.0").wheel("cp312-cp312-manylinux_2_17_x86_64");
    let scene = Scene::new().lock(&[demo(), dep, only_new]).builds("dep", &[]).pythons(&["3.11.7", "3.12.1"]);
    assert!(matches!(scene.refusal(), Refusal::NeedsCompiler { python, .. } if python.to_string() == "3.12.1"));
}

#[test]
fn a_runtime_is_brought_only_where_no_python_fits() {
    let scene = Scene::new().brings("3.12.4").on_a_host();
    assert_eq!(chosen(&scene), "3.11.7");
    let plan = scene.pythons(&["3.8.18"]).plan();
    assert_eq!(plan.interpreter.version.to_string(), "3.12.4");
    assert!(plan.interpreter.managed && plan.runtime.is_some());
    assert_eq!(plan.interpreter.path, std::path::Path::new("python/bin/python3"));
    assert_eq!(plan.rejected.len(), 1);
}

#[test]
fn a_brought_runtime_takes_the_wheels_that_a_found_python_would() {
    let dep =
        package("dep", "1.0").wheel("cp312-cp312-manylinux_2_28_x86_64").marker("python_full_version >= '3.12.4'");
    let lock = [demo(), dep];
    let brought = Scene::new().lock(&lock).pythons(&[]).brings("3.12.4").on_a_host();
    let found = Scene::new().lock(&lock).pythons(&["3.12.4"]);
    assert_eq!(brought.files(), found.files());
    assert_eq!(brought.files().len(), 2);
    let (brought, found) = (brought.plan().interpreter, found.plan().interpreter);
    assert_eq!((brought.tags, brought.markers), (found.tags, found.markers));
}

#[test]
fn a_runtime_for_another_platform_or_not_wanted_is_not_used() {
    let unwanted = Scene::new().pythons(&[]).brings("3.12.4");
    let mut foreign = Scene::new().pythons(&[]).brings("3.12.4").on_a_host();
    foreign.host.as_mut().unwrap().platform.arch = "aarch64".to_owned();
    let mut tagless = Scene::new().pythons(&[]).brings("3.12.4").on_a_host();
    tagless.host.as_mut().unwrap().tags = TagPlatform::Windows { tag: "win_sparc".to_owned() };
    for scene in [unwanted, foreign, tagless] {
        assert!(matches!(scene.refusal(), Refusal::NoInterpreter { .. }));
    }
}

#[test]
fn a_release_candidate_counts_as_its_version_for_requires_python() {
    let mut scene = Scene::new().pythons(&["3.14.0rc2"]);
    scene.release.requires_python = ">=3.14".parse().unwrap();
    assert_eq!(chosen(&scene), "3.14.0rc2");
    scene.release.requires_python = "<3.14".parse().unwrap();
    assert!(matches!(scene.refusal(), Refusal::NoInterpreter { .. }));
}

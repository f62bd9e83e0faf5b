//! Which packages apply, and the one file of each.

use quoc::plan::{MissingReason, PlannedFile, Refusal, Unfit};

use crate::kit::{Scene, lock, package};

fn demo() -> crate::kit::Package {
    package("demo", "2.0").wheel("py3-none-any")
}

/// The one reason why the only Python does not fit.
fn reason(scene: &Scene) -> Unfit {
    match scene.refusal() {
        Refusal::NoInterpreter { mut rejected, .. }
        | Refusal::NoWheel { mut rejected, .. }
        | Refusal::NeedsCompiler { mut rejected, .. }
        | Refusal::FaultyLock { mut rejected, .. } => {
            assert_eq!(rejected.len(), 1);
            rejected.remove(0).reason
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_wheel_with_the_best_tag_is_picked() {
    for (tags, best) in [
        (["py3-none-any", "cp311-cp311-manylinux_2_17_x86_64"], 1),
        (["cp311-cp311-manylinux_2_17_x86_64", "cp311-cp311-manylinux_2_28_x86_64"], 1),
        (["cp311-cp311-manylinux2014_x86_64", "cp39-abi3-manylinux_2_34_x86_64"], 0),
        (["cp311-abi3-manylinux_2_17_x86_64", "cp39-abi3-manylinux_2_17_x86_64"], 0),
        (["py2.py3-none-any", "cp312-cp312-manylinux_2_17_x86_64"], 0),
        (["py2.py3-none-any", "py311-none-any"], 1),
        (["cp311-cp311-linux_x86_64", "cp311-cp311-manylinux_2_17_x86_64"], 0),
    ] {
        let wheels = package("demo", "2.0").wheel(tags[0]).wheel(tags[1]);
        assert_eq!(Scene::new().lock(&[wheels]).files(), [format!("demo-2.0-{}.whl", tags[best])]);
    }
}

#[test]
fn the_higher_build_number_wins_a_tie() {
    let wheels = ["2-py3-none-any", "10-py3-none-any", "py3-none-any", "2b-py3-none-any"];
    let package = wheels.iter().fold(package("demo", "2.0"), |package, tags| package.wheel(tags));
    assert_eq!(Scene::new().lock(&[package]).files(), ["demo-2.0-10-py3-none-any.whl"]);
}

#[test]
fn a_better_tag_beats_a_higher_build_number() {
    let wheels = package("demo", "2.0").wheel("9-py3-none-any").wheel("cp311-none-any");
    assert_eq!(Scene::new().lock(&[wheels]).files(), ["demo-2.0-cp311-none-any.whl"]);
}

#[test]
fn a_package_whose_marker_does_not_hold_is_left_out() {
    let windows = package("pywin32", "1.0").wheel("cp311-cp311-win_amd64").marker("os_name == 'nt'");
    let old = package("tomli", "1.0").wheel("py3-none-any").marker("python_version < '3.11'");
    let extra = package("extra", "1.0").wheel("py3-none-any").marker("extra == 'dev' or 'dev' in extras");
    assert_eq!(Scene::new().lock(&[windows, demo(), old, extra]).files(), ["demo-2.0-py3-none-any.whl"]);
}

#[test]
fn of_several_entries_the_one_that_applies_is_picked() {
    let old = package("dep", "1.0").wheel("py3-none-any").marker("python_version < '3.11'");
    let new = package("dep", "2.0").wheel("py3-none-any").marker("python_version >= '3.11'");
    assert_eq!(Scene::new().lock(&[old, new, demo()]).files()[0], "dep-2.0-py3-none-any.whl");
}

#[test]
fn two_entries_that_both_apply_are_refused() {
    let one = package("dep", "1.0").wheel("py3-none-any").marker("python_version >= '3.8'");
    let two = package("dep", "2.0").wheel("py3-none-any").marker("os_name == 'posix'");
    let scene = Scene::new().lock(&[one, two, demo()]);
    assert!(
        matches!(scene.refusal(), Refusal::FaultyLock { reason: Unfit::Ambiguous { package }, .. } if package.as_str() == "dep")
    );
}

#[test]
fn a_lock_without_the_application_at_its_version_is_refused() {
    let other = package("other", "2.0").wheel("py3-none-any");
    let old = package("demo", "1.9").wheel("py3-none-any");
    let elsewhere = demo().marker("os_name == 'nt'");
    for packages in [vec![other], vec![old], vec![elsewhere], vec![]] {
        let refusal = Scene::new().lock(&packages).refusal();
        assert!(matches!(refusal, Refusal::FaultyLock { reason: Unfit::NoApplication { .. }, .. }), "{refusal:?}");
    }
}

#[test]
fn a_package_that_excludes_the_python_is_an_error_and_not_left_out() {
    let dep = package("dep", "1.0").wheel("py3-none-any").requires_python(">=3.12");
    assert!(matches!(reason(&Scene::new().lock(&[demo(), dep])), Unfit::PackageVersion { .. }));
}

#[test]
fn a_lock_for_other_environments_or_pythons_is_not_used() {
    let mut scene = Scene::new();
    scene.lock.environments = vec!["os_name == 'nt'".parse().unwrap(), "sys_platform == 'darwin'".parse().unwrap()];
    assert_eq!(reason(&scene), Unfit::Environment);
    scene.lock.environments.push("sys_platform == 'linux'".parse().unwrap());
    scene.plan();
    scene.lock.requires_python = Some(">=3.12".parse().unwrap());
    assert!(matches!(reason(&scene), Unfit::Version { .. }));
}

#[test]
fn every_package_without_a_wheel_is_listed_at_once() {
    let foreign = |name: &str| package(name, "1.0").wheel("cp311-cp311-win_amd64").sdist();
    let scene = Scene::new().lock(&[foreign("one"), demo(), foreign("two"), foreign("three")]);
    let Refusal::NoWheel { packages, python, platform, .. } = scene.refusal() else { panic!() };
    let names: Vec<&str> = packages.iter().map(|missing| missing.package.as_str()).collect();
    assert_eq!(names, ["one", "two", "three"]);
    assert!(packages.iter().all(|missing| missing.reason == MissingReason::NotAllowed));
    assert_eq!((python.to_string().as_str(), platform), ("3.11.7", crate::kit::linux()));
}

#[test]
fn a_package_without_a_wheel_is_built_where_the_release_allows_it() {
    let setuptools = package("setuptools", "80.0").wheel("py3-none-any");
    let scene = Scene::new().lock(&[demo(), package("dep", "1.0").sdist()]).builds("dep", &[setuptools]).compiler();
    let plan = scene.plan();
    let PlannedFile::Build(build) = &plan.packages[1].file else { panic!() };
    assert_eq!(build.sdist.name.as_str(), "dep-1.0.tar.gz");
    assert_eq!(build.dependencies[0].wheel.name.as_str(), "setuptools-80.0-py3-none-any.whl");
    assert!(plan.needs_compiler());
}

#[test]
fn a_wheel_that_fits_is_never_built() {
    let dep = package("dep", "1.0").sdist().wheel("py3-none-any");
    let scene = Scene::new().lock(&[demo(), dep]).builds("dep", &[]);
    assert!(!scene.plan().needs_compiler());
    assert_eq!(scene.files()[1], "dep-1.0-py3-none-any.whl");
}

#[test]
fn a_build_without_a_compiler_is_refused_before_anything_is_fetched() {
    let scene = Scene::new().lock(&[demo(), package("dep", "1.0").sdist()]).builds("dep", &[]);
    assert!(matches!(scene.refusal(), Refusal::NeedsCompiler { packages, .. } if packages.len() == 1));
    let mut pure = Scene::new().lock(&[demo(), package("dep", "1.0").sdist()]).builds("dep", &[]);
    pure.release.builds.values_mut().for_each(|build| build.needs_compiler = false);
    assert!(!pure.plan().needs_compiler());
}

#[test]
fn build_dependencies_are_evaluated_alike_and_never_built() {
    let dep = package("dep", "1.0").sdist();
    let skipped = package("tomli", "1.0").sdist().marker("python_version < '3.11'");
    let fine = Scene::new().lock(&[demo(), dep.clone()]).builds("dep", &[skipped]).compiler();
    fine.plan();
    let nested =
        Scene::new().lock(&[demo(), dep]).builds("dep", &[package("cython", "3.0").sdist()]).builds("cython", &[]);
    let Refusal::NoWheel { packages, .. } = nested.compiler().refusal() else { panic!() };
    assert!(matches!(packages[0].reason, MissingReason::BuildLock { .. }));
}

#[test]
fn a_build_needs_its_sdist_and_its_lock() {
    let foreign = package("dep", "1.0").wheel("cp311-cp311-win_amd64");
    let no_sdist = Scene::new().lock(&[demo(), foreign.clone()]).builds("dep", &[]).compiler();
    let mut no_lock = Scene::new().lock(&[demo(), foreign.sdist()]).builds("dep", &[]).compiler();
    no_lock.build_locks.clear();
    for (scene, expected) in [(no_sdist, MissingReason::NoSdist), (no_lock, MissingReason::NoBuildLock)] {
        let Refusal::NoWheel { packages, .. } = scene.refusal() else { panic!() };
        assert_eq!(packages[0].reason, expected);
    }
}

#[test]
fn a_target_of_the_repository_is_fetched_from_there() {
    let text = lock(&[demo()]).to_toml().replace("url = \"https://example.org/", "path = \"");
    let scene = Scene { lock: text.parse().unwrap(), ..Scene::new() };
    let plan = scene.plan();
    let PlannedFile::Wheel(wheel) = &plan.packages[0].file else { panic!() };
    assert_eq!(wheel.sources, [quoc::model::Source::Target("demo-2.0-py3-none-any.whl".parse().unwrap())]);
    assert_eq!(wheel.package.as_ref().unwrap().as_str(), "demo");
}

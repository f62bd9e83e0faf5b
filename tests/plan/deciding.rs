//! What is done at all: versions, digests, floors.

use quoc::model::event::Action;
use quoc::plan::{Answer, Intent, Refusal, decide};

use crate::kit::Scene;

const INTENTS: [Intent; 5] = [Intent::Automatic, Intent::Install, Intent::Upgrade, Intent::Repair, Intent::Anew];
const SAME: &[u8] = b"release 2.0";
const OTHER: &[u8] = b"another release 2.0";

fn decided(scene: Scene, intent: Intent) -> Result<Action, Refusal> {
    scene.wants(intent).ask(decide)
}

#[test]
fn without_an_installation_it_is_installed_and_nothing_else() {
    for intent in [Intent::Automatic, Intent::Install] {
        assert_eq!(decided(Scene::new(), intent), Ok(Action::Install));
    }
    for intent in [Intent::Upgrade, Intent::Repair, Intent::Anew] {
        assert_eq!(decided(Scene::new(), intent), Err(Refusal::NotInstalled));
    }
    assert_eq!(decided(Scene::new(), Intent::GoBack), Err(Refusal::NotInstalled));
}

#[test]
fn one_step_back_is_one_to_the_kept_generation_and_there_may_be_none() {
    let scene = || Scene::new().installed("2.0", SAME, 7).wants(Intent::GoBack);
    assert_eq!(scene().refusal(), Refusal::NothingToGoBackTo);
    let scene = scene().kept("1.9");
    let kept = scene.installed.as_ref().unwrap().previous.clone().unwrap();
    assert_eq!(scene.answer(), Ok(Answer::GoBack(kept)));
}

#[test]
fn nobody_goes_back_below_a_floor() {
    let scene = || Scene::new().installed("2.0", SAME, 7).kept("1.9").wants(Intent::GoBack);
    let mut signed = scene();
    signed.release.security_floor = Some("1.9.1".parse().unwrap());
    let (floor, offered) = ("1.9.1".parse().unwrap(), "1.9".parse().unwrap());
    assert_eq!(signed.refusal(), Refusal::BelowFloor { floor, offered });
    signed.release.security_floor = Some("1.9".parse().unwrap());
    assert!(signed.answer().is_ok());
    let stubs = Scene { minimum_version: Some("2.0".parse().unwrap()), ..scene() };
    assert!(matches!(stubs.refusal(), Refusal::BelowFloor { .. }));
}

#[test]
fn a_release_that_the_person_went_back_from_is_installed_again_only_when_asked_for() {
    let went_back = |digest: &[u8]| {
        let mut scene = Scene::new().installed("1.9", OTHER, 6);
        let release = quoc::model::Sha256Digest::of(digest);
        let left = quoc::model::receipt::WentBackFrom { version: "2.0".parse().unwrap(), release };
        scene.installed.as_mut().unwrap().went_back_from = Some(left);
        scene
    };
    for intent in [Intent::Automatic, Intent::Install] {
        assert_eq!(decided(went_back(SAME), intent), Ok(Action::UpToDate));
        assert_eq!(decided(went_back(b"release 2.0, mended"), intent), Ok(Action::Upgrade));
    }
    assert_eq!(decided(went_back(SAME), Intent::Upgrade), Ok(Action::Upgrade));
}

#[test]
fn a_newer_release_upgrades_whatever_is_wanted() {
    for intent in INTENTS {
        for older in ["1.9", "2.0rc1", "2.0.dev3", "1.99.99"] {
            assert_eq!(decided(Scene::new().installed(older, OTHER, 6), intent), Ok(Action::Upgrade), "{older}");
        }
    }
}

#[test]
fn the_same_release_is_up_to_date_or_repaired_when_asked() {
    for (intent, action) in
        INTENTS.into_iter().zip([Action::UpToDate, Action::UpToDate, Action::UpToDate, Action::Repair])
    {
        for version in ["2.0", "2", "2.0.0"] {
            assert_eq!(decided(Scene::new().installed(version, SAME, 7), intent), Ok(action));
        }
    }
}

#[test]
fn the_same_release_under_renewed_metadata_is_still_up_to_date() {
    assert_eq!(decided(Scene::new().installed("2.0", SAME, 3), Intent::Automatic), Ok(Action::UpToDate));
}

#[test]
fn an_older_release_is_refused_whatever_is_wanted() {
    for intent in INTENTS {
        for newer in ["2.0.post1", "2.0.1", "10.0", "1!0.1"] {
            let refusal = decided(Scene::new().installed(newer, OTHER, 6), intent);
            let (installed, offered) = (newer.parse().unwrap(), "2.0".parse().unwrap());
            assert_eq!(refusal, Err(Refusal::OlderThanInstalled { installed, offered }));
        }
    }
}

#[test]
fn a_version_published_again_replaces_the_one_published_before() {
    for (intent, action) in INTENTS.into_iter().zip([Action::Upgrade, Action::Upgrade, Action::Upgrade, Action::Repair])
    {
        assert_eq!(decided(Scene::new().installed("2.0", OTHER, 6), intent), Ok(action));
    }
}

#[test]
fn a_version_published_before_never_replaces_the_one_published_again() {
    for intent in INTENTS {
        for installed in [7, 8] {
            let refusal = decided(Scene::new().installed("2.0", OTHER, installed), intent);
            assert_eq!(
                refusal,
                Err(Refusal::ReplacedRelease { version: "2.0".parse().unwrap(), installed, offered: 7 })
            );
        }
    }
}

#[test]
fn a_release_below_the_stubs_floor_is_refused_also_on_a_fresh_machine() {
    let floor = |version: &str| Scene { minimum_version: Some(version.parse().unwrap()), ..Scene::new() };
    let (below, offered) = ("2.0.1".parse().unwrap(), "2.0".parse().unwrap());
    assert_eq!(decided(floor("2.0.1"), Intent::Install), Err(Refusal::BelowFloor { floor: below, offered }));
    assert_eq!(decided(floor("2.0"), Intent::Install), Ok(Action::Install));
}

#[test]
fn the_higher_of_two_floors_counts() {
    let mut scene = Scene { minimum_version: Some("1.0".parse().unwrap()), ..Scene::new() };
    scene.release.security_floor = Some("3.0".parse().unwrap());
    assert!(
        matches!(decided(scene, Intent::Install), Err(Refusal::BelowFloor { floor, .. }) if floor.to_string() == "3.0")
    );
}

#[test]
fn the_folder_of_another_application_is_left_alone() {
    let mut scene = Scene::new().installed("1.0", OTHER, 6);
    scene.installed.as_mut().unwrap().application = "other".parse().unwrap();
    assert!(matches!(decided(scene, Intent::Automatic), Err(Refusal::OtherApplication { .. })));
}

#[test]
fn a_run_with_nothing_to_do_asks_for_no_python() {
    let scene = Scene::new().installed("2.0", SAME, 7).pythons(&[]);
    assert_eq!(scene.answer(), Ok(Answer::UpToDate));
}

#[test]
fn a_release_that_was_not_checked_is_checked_before_anything_is_planned() {
    let mut scene = Scene::new();
    scene.release.commands = vec!["python3".parse().unwrap()];
    assert!(matches!(scene.refusal(), Refusal::InvalidRelease { field: "commands", .. }));
    let mut scene = Scene::new();
    scene.release.pip.name = "pip-26.0-cp311-cp311-linux_x86_64.whl".parse().unwrap();
    assert!(matches!(scene.refusal(), Refusal::InvalidRelease { field: "pip", .. }));
}

#[test]
fn a_plan_says_what_it_was_made_from() {
    let plan = Scene::new().installed("1.0", OTHER, 6).plan();
    assert_eq!(plan.action, Action::Upgrade);
    assert_eq!(plan.installed, Some("1.0".parse().unwrap()));
    assert_eq!(plan.targets_version, 7);
    assert_eq!(plan.release_digest, quoc::model::Sha256Digest::of(SAME));
}

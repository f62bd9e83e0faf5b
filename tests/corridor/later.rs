//! An upgrade beside a running application, which waits for the next start.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use fs_err as fs;

use crate::kit::machine::{Machine, next, walk};
use crate::kit::repository::{Published, Repository};
use crate::kit::wheel::Wheel;

/// A machine where 1.0 is installed and runs.
fn running(place: &Path) -> (Machine, Repository, Published, Child) {
    let machine = Machine::prefixed();
    let code = "import sys\ndef main():\n    print('demo 1.0', flush=True)\n    sys.stdin.read()\n";
    let wheel = Wheel::new("demo", "1.0").module("demo.py", code).script("demo", "demo:main");
    let mut first = Repository::new("demo", "1.0").wheel(wheel.built());
    let published = first.publish(place);
    machine.quoc(&published.profile_folder, &[]).did("install");
    let mut command = Command::new(machine.bin().join("demo"));
    let mut node = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    std::io::Read::read_exact(node.stdout.as_mut().unwrap(), &mut [0; 8]).unwrap();
    (machine, first, published, node)
}

fn end(mut node: Child) {
    drop(node.stdin.take());
    assert!(node.wait().unwrap().success());
}

#[test]
fn an_upgrade_beside_a_running_application_waits_for_the_next_start_when_asked() {
    let place = tempfile::tempdir().unwrap();
    let (machine, first, published, node) = running(place.path());
    let profile = &published.profile_folder;
    let mut second = next(&first, "2.0");
    second.publish(place.path());
    let later = machine.quoc(profile, &["--later"]);
    later.did("upgrade-later");
    let last = later.end();
    assert_eq!((&last["version"], &last["pending"]), (&"1.0".into(), &"2.0".into()));
    assert_eq!(last["running"], serde_json::json!([{"pid": node.id(), "program": "demo"}]));
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0");
    machine.quoc(profile, &[]).did("up-to-date");
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0 works");
    // Its generation is kept beyond the one to go back to, as long as it runs.
    let mut third = next(&second, "3.0");
    third.publish(place.path());
    machine.quoc(profile, &[]).did("upgrade");
    assert!(machine.folder("demo").join("generations/1").exists());
    end(node);
    next(&third, "4.0").publish(place.path());
    machine.quoc(profile, &["--later"]).did("upgrade");
    let kept = fs::read_dir(machine.folder("demo").join("generations")).unwrap().count();
    assert_eq!(kept, 2);
}

/// A machine where 1.0 is installed and 2.0, which fails where `trouble` exists, waits for the next start.
fn waiting(place: &Path, trouble: &Path) -> (Machine, Published) {
    let (machine, first, _, node) = running(place);
    let code = format!(
        "import os, sys\ndef main():\n    if os.path.exists({:?}):\n        sys.exit(3)\n    print('demo 2.0')\n",
        trouble.to_str().unwrap()
    );
    let wheel = Wheel::new("demo", "2.0").module("demo.py", &code).script("demo", "demo:main");
    let published = first.relocked("2.0").wheel(wheel.built()).publish(place);
    machine.quoc(&published.profile_folder, &["--later"]).did("upgrade-later");
    end(node);
    (machine, published)
}

#[test]
fn a_waiting_upgrade_that_is_damaged_or_does_not_answer_is_given_up_and_stops_nobody() {
    let spoil: [fn(&Path, &Path); 4] = [
        |folder, _| fs::remove_file(folder.join("generations/2/bin/demo")).unwrap(),
        |folder, _| {
            let files = walk(&folder.join("generations/2/lib"));
            fs::remove_file(files.iter().find(|path| path.ends_with("demo.py")).unwrap()).unwrap();
        },
        |folder, _| {
            fs::remove_file(folder.join("pending.json")).unwrap();
            fs::create_dir(folder.join("pending.json")).unwrap();
        },
        |_, trouble| fs::write(trouble, "").unwrap(),
    ];
    for spoil in spoil {
        let place = tempfile::tempdir().unwrap();
        let trouble = place.path().join("trouble");
        let (machine, published) = waiting(place.path(), &trouble);
        let folder = machine.folder("demo");
        spoil(&folder, &trouble);
        machine.quoc(&published.profile_folder, &["repair", "--offline"]).did("verify");
        assert_eq!(machine.says("demo").unwrap(), "demo 1.0");
        assert!(!folder.join("pending.json").exists());
        fs::remove_file(&trouble).unwrap_or_default();
        machine.quoc(&published.profile_folder, &[]).did("upgrade");
        assert_eq!(machine.says("demo").unwrap(), "demo 2.0");
    }
}

#[test]
fn an_upgrade_waits_on_when_going_back_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let (machine, published) = waiting(place.path(), &place.path().join("trouble"));
    machine.quoc(&published.profile_folder, &["go-back"]).is(18, "plan-no-previous");
    machine.quoc(&published.profile_folder, &["--offline"]).did("up-to-date");
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0");
}

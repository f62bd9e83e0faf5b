//! The installer that stays in the application's folder: it is enough for everything later, and renews itself.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "a copy of the program is started from outside")]
#![cfg(unix)]

mod kit;

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use fs_err as fs;
use kit::citizen::{answers, with_stub};
use kit::machine::{Machine, application, next, walk};
use serde_json::Value;

#[test]
fn the_kept_installer_upgrades_repairs_and_removes_without_options_when_the_download_is_gone() {
    for machine in [Machine::new(), Machine::prefixed()] {
        let (download, web) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let server = kit::server::Server::start();
        let mut repository = application("1.0").address(server.url("/"));
        let published = repository.publish(web.path());
        server.put_folder("/", &published.repository);
        for file in ["profile.toml", "root.json"] {
            fs::copy(web.path().join(file), download.path().join(file)).unwrap();
        }
        machine.quoc(download.path(), &[]).did("install");
        drop(download);
        assert_eq!(machine.receipt("demo")["stub"]["path"], machine.folder("demo").join("setup").to_str().unwrap());
        machine.setup("demo", &[]).did("up-to-date");
        let published = next(&repository, "2.0").publish(web.path());
        server.put_folder("/", &published.repository);
        machine.setup("demo", &["upgrade"]).did("upgrade");
        assert_eq!(machine.says("demo").unwrap(), "demo 2.0 works");
        machine.setup("demo", &["repair"]).is(0, "");
        machine.setup("demo", &["uninstall", "--yes"]).did("uninstall");
        assert_eq!(machine.files(), [] as [std::path::PathBuf; 0]);
    }
}

#[test]
fn what_is_kept_is_what_ran_and_what_it_judged_by_whatever_came_in_their_places() {
    let (machine, place, web) = (Machine::new(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let server = kit::server::Server::start();
    let published = application("1.0").address(server.url("/")).publish(web.path());
    server.put_folder("/", &published.repository);
    let wheel = walk(&published.repository).into_iter().find(|path| path.extension().is_some_and(|end| end == "whl"));
    let wheel = wheel.unwrap().strip_prefix(&published.repository).unwrap().display().to_string();
    server.fault_once(&format!("/{wheel}"), kit::server::Fault::Status(503, Some("2")));
    let (download, profile) = (place.path().join("quoc"), place.path().join("root.json"));
    fs::copy(env!("CARGO_BIN_EXE_quoc"), &download).unwrap();
    for file in ["profile.toml", "root.json"] {
        fs::copy(published.profile_folder.join(file), place.path().join(file)).unwrap();
    }
    let mut command = std::process::Command::new(&download);
    machine.at_home(command.args(["--json", "--profile"]).arg(place.path()));
    let running = command.stdout(std::process::Stdio::piped()).spawn().unwrap();
    while !server.seen().iter().any(|seen| seen.status == 503) {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    fs::remove_file(&download).unwrap();
    fs::write(&download, "#!/bin/sh\necho quoc 0.1.0\n").unwrap();
    fs::write(&profile, "{}").unwrap();
    assert!(running.wait_with_output().unwrap().status.success());
    let kept = |file: &str| fs::read(machine.folder("demo").join(file)).unwrap();
    assert!(kept("setup") == fs::read(env!("CARGO_BIN_EXE_quoc")).unwrap());
    assert_eq!(kept("profile/root.json"), fs::read(published.profile_folder.join("root.json")).unwrap());
}

#[test]
fn an_installer_obeys_nothing_that_came_beside_it_in_an_archive() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let published = application("1.0").publish(place.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    machine.setup("demo", &["--offline"]).did("up-to-date");
    // All that an archive can bring, at the very path that it names; only the person's own record is not there.
    fs::remove_dir_all(machine.home(".local/share/quoc")).unwrap();
    let (folder, letters) = (machine.folder("demo"), machine.home("Documents/letters.txt"));
    fs::create_dir_all(machine.home("Documents")).unwrap();
    fs::write(&letters, "mine").unwrap();
    let mut receipt = machine.receipt("demo");
    for place in [receipt["place"].clone(), serde_json::json!({"folder": ".", "commands": "."}), Value::Null] {
        receipt["place"] = place;
        let intent =
            serde_json::json!({"intent": "uninstall", "receipt": receipt, "data": [machine.home("Documents")]});
        fs::write(folder.join("receipt.json"), receipt.to_string()).unwrap();
        fs::write(folder.join("journal.jsonl"), format!("{intent}\n")).unwrap();
        let before = kit::machine::walk(&machine.prefix());
        for arguments in
            [&["--offline"][..], &["check", "--offline"], &["repair", "--offline"], &["uninstall", "--yes"]]
        {
            assert_ne!(machine.setup("demo", arguments).last("name"), "Demo", "the profile beside it is not used");
            assert_eq!(kit::machine::walk(&machine.prefix()), before, "{arguments:?}");
            assert_eq!(fs::read_to_string(&letters).unwrap(), "mine");
        }
    }
    // Whoever names the folder and the profile means this one.
    fs::remove_file(folder.join("journal.jsonl")).unwrap();
    machine.quoc(&published.profile_folder, &[]).did("up-to-date");
    machine.setup("demo", &["--offline"]).did("up-to-date");
}

#[test]
fn a_lost_installer_is_put_back_by_the_next_run_of_a_downloaded_one() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let published = application("1.0").publish(web.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    let setup = machine.folder("demo").join("setup");
    fs::remove_file(&setup).unwrap();
    machine.quoc(&published.profile_folder, &[]).did("up-to-date");
    assert_eq!(fs::read(&setup).unwrap(), fs::read(env!("CARGO_BIN_EXE_quoc")).unwrap());
    machine.setup("demo", &[]).did("up-to-date");
}

#[test]
fn a_damaged_installer_is_found_by_its_bytes_and_rights_and_put_back() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let published = application("1.0").publish(web.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    let setup = machine.folder("demo").join("setup");
    let size = usize::try_from(fs::metadata(&setup).unwrap().len()).unwrap();
    let rights = |mode| fs::set_permissions(&setup, std::fs::Permissions::from_mode(mode)).unwrap();
    let zeroed = || fs::write(&setup, vec![0; size]).unwrap();
    let unusable = || rights(0o644);
    let folder = || {
        fs::remove_file(&setup).unwrap();
        fs::create_dir(&setup).unwrap();
        fs::write(setup.join("mine.txt"), "mine").unwrap();
    };
    let damages: [(&dyn Fn(), &str); 3] = [(&zeroed, "changed"), (&unusable, "rights"), (&folder, "changed")];
    for (damage, kind) in damages {
        damage();
        let found = machine.quoc(&published.profile_folder, &["verify"]);
        found.is(19, "verify-damaged");
        assert_eq!(found.event("verified")["findings"], serde_json::json!([{"path": setup, "kind": kind}]));
        machine.quoc(&published.profile_folder, &["repair", "--offline"]).is(0, "");
        assert!(is_own(&machine));
        machine.setup("demo", &["verify"]).did("verify");
    }
    for damage in [&unusable as &dyn Fn(), &folder] {
        damage();
        machine.quoc(&published.profile_folder, &[]).did("up-to-date");
        machine.setup("demo", &["status"]).is(0, "");
    }
    let kept = machine.folder("demo").join("set-aside/1/setup/mine.txt");
    assert_eq!(fs::read_to_string(kept).unwrap(), "mine", "what is somebody's own is never deleted");
}

fn kept(machine: &Machine) -> String {
    let setup = machine.folder("demo").join("setup");
    assert_eq!(fs::metadata(&setup).unwrap().permissions().mode() & 0o777, 0o755);
    fs::read(&setup).unwrap().escape_ascii().take(60).collect::<Vec<_>>().iter().map(|c| *c as char).collect()
}

fn is_own(machine: &Machine) -> bool {
    fs::read(machine.folder("demo").join("setup")).unwrap() == fs::read(env!("CARGO_BIN_EXE_quoc")).unwrap()
}

#[test]
fn an_upgrade_renews_the_kept_installer_and_tells_its_size_before() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let mut repository = application("1.0");
    let published = repository.publish(web.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    assert!(is_own(&machine));
    let script = answers("99.1");
    let plain = next(&repository, "2.0");
    let published = with_stub(plain, "99.1", &script).publish(web.path());
    let upgraded = machine.quoc(&published.profile_folder, &[]);
    upgraded.did("upgrade");
    assert!(kept(&machine).contains("quoc 99.1"));
    assert_eq!(machine.receipt("demo")["stub"]["version"], "99.1");
    let fetched: u64 = ["demo-setup-99.1", "demo-2.0-py3-none-any.whl"]
        .iter()
        .map(|name| fs::metadata(published.target(name)).unwrap().len())
        .sum();
    assert_eq!(upgraded.event("planned")["to-fetch"], fetched);
}

#[test]
fn an_installer_is_never_replaced_by_an_older_one() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let mut repository = with_stub(application("1.0"), "99.1", &answers("99.1"));
    let published = repository.publish(web.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    assert!(kept(&machine).contains("99.1"));
    machine.quoc(&published.profile_folder, &["repair"]).is(0, "");
    assert!(kept(&machine).contains("99.1"), "the running installer is older");
    let published = with_stub(next(&repository, "2.0"), "99.0", &answers("99.0")).publish(web.path());
    machine.quoc(&published.profile_folder, &[]).did("upgrade");
    assert!(kept(&machine).contains("99.1"), "the one of the release is older");
}

#[test]
fn an_installer_that_does_not_answer_is_not_kept_and_the_upgrade_goes_on() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let mut repository = application("1.0");
    let published = repository.publish(web.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    for (version, script) in [("2.0", answers("98.0")), ("3.0", "no program".to_owned())] {
        repository = with_stub(next(&repository, version), "99.1", &script);
        let published = repository.publish(web.path());
        machine.quoc(&published.profile_folder, &[]).did("upgrade");
        assert!(is_own(&machine));
        assert!(!machine.folder("demo").join("scratch").exists());
    }
    machine.setup("demo", &[]).did("up-to-date");
}

#[test]
fn a_tampered_installer_is_refused_like_any_other_file_of_a_release() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let published = with_stub(application("1.0"), "99.1", &answers("99.1")).publish(web.path());
    fs::write(published.target("demo-setup-99.1"), answers("99.2")).unwrap();
    machine.quoc(&published.profile_folder, &[]).is(11, "fetch-wrong-hash");
    assert!(!machine.folder("demo").join("setup").exists());
}

#[test]
fn a_folder_that_is_reached_through_a_link_keeps_its_name() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    fs::create_dir_all(machine.home("big disk")).unwrap();
    fs::os::unix::fs::symlink(machine.home("big disk"), machine.home(".local")).unwrap();
    let published = application("1.0").publish(web.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    machine.setup("demo", &["repair"]).is(0, "");
    let launcher = fs::read_link(machine.home("big disk/bin/demo")).unwrap();
    assert!(launcher.starts_with(machine.home(".local/share")), "{launcher:?}");
    assert!(
        Path::new(machine.receipt("demo")["place"]["folder"].as_str().unwrap()).starts_with(machine.home(".local"))
    );
}

/// What stands between the English quotation marks of a line that has one command in it.
fn told(said: &str, line: &str) -> String {
    let line = said.lines().find(|said| said.contains(line)).unwrap_or_else(|| panic!("{line}: {said}"));
    line.split(['“', '”']).nth(1).unwrap_or_else(|| panic!("{line}")).to_owned()
}

#[test]
fn what_a_person_is_told_to_type_works_whatever_the_program_is_called_and_wherever_the_application_lies() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let mut repository = application("1.0");
    let profile = repository.publish(place.path()).profile_folder;
    let download = machine.home("My downloads/demo-installer");
    fs::create_dir_all(download.parent().unwrap()).unwrap();
    fs::copy(env!("CARGO_BIN_EXE_quoc"), &download).unwrap();
    let sh = |line: &str| {
        let mut command = std::process::Command::new("/bin/sh");
        machine.at_home(command.args(["-c", line]).current_dir("/"));
        let output = command.output().unwrap();
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
    };
    let where_to = format!("--profile {} --prefix '{}'", profile.display(), machine.prefix().display());
    let typed = |command: &str| sh(&format!("'{}' {command} {where_to}", download.display()));
    typed("install");
    next(&repository, "2.0").publish(place.path());
    let upgraded = typed("upgrade");
    // The installer that was kept is there without the download, and needs to be told nothing.
    let back = told(&upgraded, "the previous one is still there");
    assert_eq!(back, format!("'{}' go-back", machine.folder("demo").join("setup").display()));
    let left = sh(&back);
    assert_eq!(machine.says("demo").unwrap(), "demo 1.0 works");
    assert_eq!(told(&left, "The version you left is kept"), back);
    sh(&told(&typed("check"), "so it is not installed by itself"));
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0 works");
    // Without it, what was started is named, with what finds the installation.
    fs::remove_file(machine.folder("demo").join("setup")).unwrap();
    fs::remove_file(machine.bin().join("demo")).unwrap();
    let mend = told(&typed("status"), "leaves your data alone");
    assert_eq!(mend, format!("'{}' repair {where_to}", download.display()));
    sh(&mend);
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0 works");
    assert_eq!(told(&typed("--nonsense"), "See"), format!("'{}' --help", download.display()));
}

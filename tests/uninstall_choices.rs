//! What an uninstall takes away and what it leaves, through the program itself.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests run the program from outside")]

mod kit;

use std::path::{Path, PathBuf};
use std::process::Command;

use fs_err as fs;
use kit::machine::{Machine, Run, walk};
use kit::repository::{Published, Repository};
use kit::wheel::Wheel;

/// An application of one distribution whose data lie in a folder of its name, and in one that it never makes.
fn application(id: &str, place: &Path) -> Published {
    let code = format!("def main():\n    print('{id} works')\n");
    let module = format!("{}.py", id.replace('-', "_"));
    let main = format!("{}:main", id.replace('-', "_"));
    let wheel = Wheel::new(id, "1.0").module(&module, &code).script(id, &main);
    let folders = vec![format!("~/.{id}"), format!("~/.{id}-never-made")];
    Repository::new(id, "1.0")
        .with(|release| release.data_folders = folders)
        .wheel(wheel.built())
        .publish(&place.join(id))
}

/// A machine where it is installed.
fn installed(place: &Path) -> (Machine, Published) {
    let (machine, published) = (Machine::prefixed(), application("demo", place));
    machine.quoc(&published.profile_folder, &[]).did("install");
    (machine, published)
}

fn with_data(machine: &Machine, id: &str) -> PathBuf {
    let folder = machine.home(&format!(".{id}"));
    fs::create_dir_all(folder.join("private")).unwrap();
    fs::write(folder.join("private/rootcap"), "precious").unwrap();
    folder
}

#[test]
fn what_goes_and_what_stays_is_listed_before_anything_is_removed() {
    let place = tempfile::tempdir().unwrap();
    let (machine, published) = installed(place.path());
    let data = with_data(&machine, "demo");
    fs::write(machine.folder("demo").join("notes.txt"), "mine").unwrap();
    let removed = machine.quoc(&published.profile_folder, &["uninstall"]);
    removed.is(2, "usage-no-consent");
    let listed = removed.event("removing");
    assert_eq!(listed["folder"], machine.folder("demo").to_str().unwrap());
    assert_eq!(listed["files"][0], machine.bin().join("demo").to_str().unwrap());
    assert_eq!(listed["left"][0], machine.folder("demo").join("notes.txt").to_str().unwrap());
    assert_eq!(listed["data"].as_array().unwrap().len(), 1, "a folder that is not there is not listed");
    assert_eq!((&listed["data"][0]["path"], &listed["data"][0]["size"]), (&data.to_str().unwrap().into(), &8.into()));
    assert!(listed["size"].as_u64().unwrap() > 1000 && listed["downloads"].as_u64().unwrap() > 1000, "{listed}");
    assert_eq!(machine.says("demo").unwrap(), "demo works");
}

#[test]
fn a_plain_yes_never_removes_the_persons_data() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let published = application("demo", place.path());
    for mode in ["--yes", "--silent"] {
        machine.quoc(&published.profile_folder, &[]).did("install");
        let data = with_data(&machine, "demo");
        let mut command = machine.in_words(&published.profile_folder, &["uninstall", mode]);
        assert!(command.output().unwrap().status.success());
        assert_eq!(fs::read_to_string(data.join("private/rootcap")).unwrap(), "precious");
        assert!(machine.says("demo").is_none());
    }
}

#[test]
fn data_go_when_their_folder_is_named_exactly_and_nothing_goes_when_another_one_is() {
    let place = tempfile::tempdir().unwrap();
    let (machine, published) = installed(place.path());
    let data = with_data(&machine, "demo");
    let letters = machine.home("letters");
    fs::create_dir_all(&letters).unwrap();
    let both =
        ["uninstall", "--yes", "--remove-data", data.to_str().unwrap(), "--remove-data", letters.to_str().unwrap()];
    machine.quoc(&published.profile_folder, &both).is(2, "usage-no-such-data");
    assert!(data.join("private/rootcap").exists() && letters.exists());
    assert_eq!(machine.says("demo").unwrap(), "demo works");
    let named = ["uninstall", "--yes", "--remove-data", data.to_str().unwrap()];
    machine.quoc(&published.profile_folder, &named).did("uninstall");
    assert!(!data.exists() && letters.exists());
}

#[test]
fn what_was_chosen_is_listed_with_what_goes_and_not_with_what_stays() {
    let place = tempfile::tempdir().unwrap();
    let (machine, published) = installed(place.path());
    let data = with_data(&machine, "demo");
    let words = ["uninstall", "--yes", "--remove-downloads", "--remove-data", &format!("{}/", data.display())];
    let removed = machine.in_words(&published.profile_folder, &words).output().unwrap();
    let said = String::from_utf8(removed.stdout).unwrap() + &String::from_utf8(removed.stderr).unwrap();
    assert!(removed.status.success(), "{said}");
    for goes in [format!("  your data in {}", data.display()), "  downloads that nothing else needs (".to_owned()] {
        assert!(said.lines().any(|line| line.starts_with(&goes)), "{goes}: {said}");
    }
    assert!(!said.contains("This stays") && !said.contains("--remove"), "{said}");
    assert!(!data.exists());
}

#[test]
fn data_chosen_in_a_run_that_was_killed_are_chosen_anew() {
    let place = tempfile::tempdir().unwrap();
    let (machine, published) = installed(place.path());
    let data = with_data(&machine, "demo");
    let kill = || {
        let line = serde_json::json!({ "intent": "uninstall", "receipt": machine.receipt("demo"), "data": [data] });
        fs::write(machine.folder("demo").join("journal.jsonl"), format!("{line}\n")).unwrap();
    };
    kill();
    machine.quoc(&published.profile_folder, &["install"]).did("install");
    assert!(data.join("private/rootcap").exists());
    kill();
    let named = ["uninstall", "--yes", "--remove-data", data.to_str().unwrap()];
    machine.quoc(&published.profile_folder, &named).did("uninstall");
    assert!(!data.exists() && !machine.folder("demo").exists());
}

/// What a person puts into the folders of an installation, below the application's folder, and what it says.
const OWN: [(&str, &str); 9] = [
    ("notes.txt", "beside"),
    ("generations/1/notes.txt", "in a generation"),
    ("generations/1/SITE/plugin/__init__.py", "a plug-in"),
    ("generations/1/SITE/demo.py", "def main():\n    print('edited')\n"),
    ("generations/mydata/keep.txt", "beside the generations"),
    ("generations/2024/photo.jpg", "in a folder that has a number for a name"),
    ("trust/mine.txt", "beside the metadata"),
    ("logs/mine.txt", "beside the logs"),
    ("runtimes/mine.txt", "beside the Pythons"),
];

fn put_own(machine: &Machine) -> Vec<(PathBuf, &'static str)> {
    let lib = machine.folder("demo").join("generations/1/lib");
    let python = fs::read_dir(lib).unwrap().next().unwrap().unwrap().file_name().into_string().unwrap();
    let put = |(path, text): &(&str, &'static str)| {
        let path = PathBuf::from(path.replace("SITE", &format!("lib/{python}/site-packages")));
        let whole = machine.folder("demo").join(&path);
        fs::create_dir_all(whole.parent().unwrap()).unwrap();
        fs::write(whole, text).unwrap();
        (path, *text)
    };
    OWN.iter().map(put).collect()
}

/// Everything that is set aside, by its place in the folder and what it says; sorted.
fn aside(machine: &Machine) -> Vec<(PathBuf, String)> {
    let folder = machine.folder("demo").join("set-aside");
    let of = |path: &PathBuf| {
        let place = path.strip_prefix(&folder).unwrap().components().skip(1).collect();
        (place, fs::read_to_string(path).unwrap())
    };
    let mut found: Vec<_> = walk(&folder).iter().map(of).collect();
    found.sort();
    found
}

#[test]
fn an_uninstall_lists_whatever_is_the_persons_in_its_folders_and_sets_it_aside() {
    let place = tempfile::tempdir().unwrap();
    let (machine, published) = installed(place.path());
    assert_eq!(machine.says("demo").unwrap(), "demo works", "bytecode and logs are there");
    let untouched = machine.quoc(&published.profile_folder, &["uninstall"]);
    assert_eq!(untouched.event("removing")["left"], serde_json::json!([]));
    let own = put_own(&machine);
    let listed = machine.quoc(&published.profile_folder, &["uninstall"]);
    let left = listed.event("removing")["left"].as_array().unwrap().clone();
    assert_eq!(left.len(), own.len(), "{left:#?}");
    for (path, _) in &own {
        let whole = machine.folder("demo").join(path);
        let is_listed = left.iter().any(|listed| whole.starts_with(listed.as_str().unwrap()));
        assert!(is_listed && whole.exists(), "{path:?} {left:#?}");
    }
    machine.quoc(&published.profile_folder, &["uninstall", "--yes"]).did("uninstall");
    let notes = machine.folder("demo").join("notes.txt");
    assert_eq!(fs::read_to_string(&notes).unwrap(), "beside", "what is in nobody's way stays where it is");
    let mut expected: Vec<_> = own[1..].iter().map(|(path, text)| (path.clone(), (*text).to_owned())).collect();
    expected.sort();
    assert_eq!(aside(&machine), expected);
    assert_eq!(walk(&machine.folder("demo")).len(), own.len(), "nothing else stays");
}

#[test]
fn where_a_file_has_the_name_of_what_is_set_aside_another_name_is_found() {
    let place = tempfile::tempdir().unwrap();
    let (machine, published) = installed(place.path());
    let folder = machine.folder("demo");
    fs::write(folder.join("set-aside"), "a file").unwrap();
    fs::create_dir(folder.join("set-aside-2")).unwrap();
    fs::write(folder.join("set-aside-2/before"), "of before").unwrap();
    fs::write(folder.join("generations/1/notes.txt"), "mine").unwrap();
    let left = machine.quoc(&published.profile_folder, &["uninstall"]);
    let left = left.event("removing")["left"].clone();
    let expected = ["generations/1/notes.txt", "set-aside", "set-aside-2/before"].map(|name| folder.join(name));
    assert_eq!(left, serde_json::json!(expected));
    machine.quoc(&published.profile_folder, &["uninstall", "--yes"]).did("uninstall");
    let mut kept = walk(&folder);
    kept.sort();
    let names = ["set-aside", "set-aside-2/1/generations/1/notes.txt", "set-aside-2/before"];
    assert_eq!(kept, names.map(|name| folder.join(name)));
}

#[cfg(target_os = "linux")]
#[test]
fn what_still_runs_is_told_before_its_files_are_removed() {
    use std::process::Stdio;
    let place = tempfile::tempdir().unwrap();
    let (machine, published) = installed(place.path());
    let none = machine.quoc(&published.profile_folder, &["uninstall"]);
    assert!(none.event("removing").get("running").is_none());
    let mut python = Command::new(machine.folder("demo").join("generations/1/bin/python"));
    let python = python.args(["-I", "-c", "import sys; print(flush=True); sys.stdin.read()"]);
    let mut running = python.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    std::io::Read::read_exact(running.stdout.as_mut().unwrap(), &mut [0]).unwrap();
    let told = machine.quoc(&published.profile_folder, &["uninstall"]);
    assert_eq!(told.event("removing")["running"][0]["pid"], running.id());
    let mut command = machine.in_words(&published.profile_folder, &["uninstall", "--face", "terminal"]);
    let output = command.stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let process = format!("(process {}). Close the application first", running.id());
    assert!(said.contains("Running now: ") && said.contains(&process), "{said}");
    drop(running.stdin.take());
    running.wait().unwrap();
}

#[test]
fn an_upgrade_sets_aside_what_is_the_persons_in_the_version_that_goes() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let mut repository = kit::machine::application("1.0");
    machine.quoc(&repository.publish(place.path()).profile_folder, &[]).did("install");
    let own: Vec<_> = put_own(&machine).into_iter().filter(|(path, _)| path.starts_with("generations/1")).collect();
    for version in ["2.0", "3.0"] {
        repository = kit::machine::next(&repository, version);
        let profile = repository.publish(place.path()).profile_folder;
        machine.quoc(&profile, &["upgrade"]).did("upgrade");
    }
    assert!(!machine.folder("demo").join("generations/1").exists());
    let mut found = aside(&machine);
    found.retain(|(path, _)| path.starts_with("generations/1"));
    let mut expected: Vec<_> = own.into_iter().map(|(path, text)| (path, text.to_owned())).collect();
    expected.sort();
    assert_eq!(found, expected);
    assert_eq!(fs::read_to_string(machine.folder("demo").join("generations/mydata/keep.txt")).unwrap(), OWN[4].1);
}

#[test]
fn a_generation_whose_record_is_lost_stays_as_a_whole() {
    let place = tempfile::tempdir().unwrap();
    let (machine, published) = installed(place.path());
    let generation = machine.folder("demo").join("generations/1");
    fs::write(generation.join("notes.txt"), "mine").unwrap();
    fs::remove_file(generation.join("quoc-manifest.json")).unwrap();
    let listed = machine.quoc(&published.profile_folder, &["uninstall"]);
    assert_eq!(listed.event("removing")["left"], serde_json::json!([generation]));
    machine.quoc(&published.profile_folder, &["uninstall", "--yes"]).did("uninstall");
    let kept = machine.folder("demo").join("set-aside/1/generations/1/notes.txt");
    assert_eq!(fs::read_to_string(kept).unwrap(), "mine");
    assert!(!machine.folder("demo").join("receipt.json").exists());
}

/// In a namespace of its own, where the machine lets a test have one.
#[cfg(target_os = "linux")]
#[test]
fn data_in_which_another_file_system_is_attached_are_neither_offered_nor_removed() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let published = application("demo", place.path());
    let can = Command::new("unshare").args(["-rm", "true"]).status();
    if !can.is_ok_and(|status| status.success()) {
        #[allow(clippy::print_stderr, reason = "a test that is skipped says so")]
        {
            eprintln!("SKIPPED: this system does not let a person attach a file system");
        }
        return;
    }
    machine.quoc(&published.profile_folder, &[]).did("install");
    let (data, disk) = (with_data(&machine, "demo"), machine.home("disk"));
    let at = data.join("my disk");
    [&disk, &at].into_iter().for_each(|folder| fs::create_dir_all(folder).unwrap());
    fs::write(disk.join("photos"), "years").unwrap();
    let attached = |arguments: &[&str]| {
        let inner = machine.command(&published.profile_folder, arguments);
        let mut outer = Command::new("unshare");
        outer
            .args(["-rm", "sh", "-c", "mount --bind \"$1\" \"$2\" && shift 2 && exec \"$@\"", "sh"])
            .args([&disk, &at]);
        machine.at_home(&mut outer);
        Run::of(&outer.arg(inner.get_program()).args(inner.get_args()).output().unwrap())
    };
    assert_eq!(attached(&["uninstall"]).event("removing")["data"], serde_json::json!([]));
    let refused = attached(&["uninstall", "--yes", "--remove-data", data.to_str().unwrap()]);
    refused.is(15, "uninstall-mounted");
    assert!(refused.last("message").contains(at.to_str().unwrap()), "{:?}", refused.end());
    assert!(disk.join("photos").exists() && data.join("private/rootcap").exists());
    assert_eq!(machine.says("demo").unwrap(), "demo works");
}

#[test]
fn a_folder_of_data_that_is_a_link_or_holds_more_than_data_is_not_offered() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let wheel = Wheel::new("demo", "1.0").module("demo.py", "def main():\n    pass\n").script("demo", "demo:main");
    let folders = vec!["~/linked".to_owned(), "~/Ünïcode prefix".to_owned(), "~/cache".to_owned()];
    let published = Repository::new("demo", "1.0")
        .with(|release| release.data_folders = folders)
        .wheel(wheel.built())
        .publish(place.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    fs::create_dir_all(machine.home("real")).unwrap();
    fs::os::unix::fs::symlink(machine.home("real"), machine.home("linked")).unwrap();
    let listed = machine.quoc(&published.profile_folder, &["uninstall"]);
    assert_eq!(listed.event("removing")["data"], serde_json::json!([]));
}

#[test]
fn downloads_that_another_application_needs_stay_and_the_others_go_when_that_was_chosen() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let (one, other) = (application("one", place.path()), application("other", place.path()));
    machine.quoc(&one.profile_folder, &[]).did("install");
    machine.quoc(&other.profile_folder, &[]).did("install");
    let store = machine.home("cache/quoc/artifacts");
    // Two wheels, and the pip that both were installed with.
    assert_eq!(fs::read_dir(&store).unwrap().count(), 3);
    machine.quoc(&one.profile_folder, &["uninstall", "--yes", "--remove-downloads"]).did("uninstall");
    assert_eq!(fs::read_dir(&store).unwrap().count(), 2);
    fs::remove_file(machine.bin().join("other")).unwrap();
    machine.quoc(&other.profile_folder, &["repair", "--offline"]).is(0, "");
    assert_eq!(machine.says("other").unwrap(), "other works");
    machine.quoc(&other.profile_folder, &["uninstall", "--yes", "--remove-downloads"]).did("uninstall");
    let left = walk(&machine.home(""));
    assert!(left.is_empty(), "{left:?}");
    assert!(!machine.home("cache/quoc").exists());
}

#[test]
fn the_downloads_of_the_version_to_go_back_to_go_with_the_others() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let mut first = kit::machine::application("1.0");
    let published = first.publish(place.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    kit::machine::next(&first, "2.0").publish(place.path());
    machine.quoc(&published.profile_folder, &[]).did("upgrade");
    machine.quoc(&published.profile_folder, &["uninstall", "--yes", "--remove-downloads"]).did("uninstall");
    assert!(!machine.home("cache/quoc").exists());
}

#[test]
fn downloads_stay_where_nobody_chose_otherwise() {
    let place = tempfile::tempdir().unwrap();
    let (machine, published) = installed(place.path());
    machine.quoc(&published.profile_folder, &["uninstall", "--yes"]).did("uninstall");
    assert_eq!(fs::read_dir(machine.home("cache/quoc/artifacts")).unwrap().count(), 2);
}

#[test]
fn the_store_holds_what_the_kept_versions_were_installed_from_and_nothing_older() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let release = |repository: Repository, version: &str| {
        let code = format!("def main():\n    print('demo {version}')\n");
        repository.wheel(Wheel::new("demo", version).module("demo.py", &code).script("demo", "demo:main").built())
    };
    let store = machine.home("cache/quoc/artifacts");
    let held = || {
        let names = walk(&store).into_iter().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned());
        let mut wheels: Vec<String> =
            names.filter(|name| name.starts_with("demo-") && name.ends_with(".whl")).collect();
        wheels.sort();
        wheels
    };
    let (one, two, three) = ("demo-1.0-py3-none-any.whl", "demo-2.0-py3-none-any.whl", "demo-3.0-py3-none-any.whl");
    let mut first = release(Repository::new("demo", "1.0"), "1.0");
    let profile = first.publish(place.path()).profile_folder;
    machine.quoc(&profile, &[]).did("install");
    let mut second = release(first.relocked("2.0"), "2.0");
    second.publish(place.path());
    machine.quoc(&profile, &[]).did("upgrade");
    assert_eq!(held(), [one, two]);
    release(second.relocked("3.0"), "3.0").publish(place.path());
    machine.quoc(&profile, &[]).did("upgrade");
    assert_eq!(held(), [two, three]);
    machine.quoc(&profile, &["go-back"]).did("go-back");
    assert_eq!(held(), [two, three]);
    machine.quoc(&profile, &["uninstall", "--yes", "--remove-downloads"]).did("uninstall");
    assert!(!store.exists(), "what the version to go back to was installed from goes, too");
}

#[test]
fn the_folder_of_commands_below_a_prefix_goes_with_the_last_command() {
    let (machine, place) = (Machine::prefixed(), tempfile::tempdir().unwrap());
    let (one, other) = (application("one", place.path()), application("other", place.path()));
    machine.quoc(&one.profile_folder, &[]).did("install");
    machine.quoc(&other.profile_folder, &[]).did("install");
    machine.quoc(&one.profile_folder, &["uninstall", "--yes"]).did("uninstall");
    assert_eq!(machine.says("other").unwrap(), "other works");
    machine.quoc(&other.profile_folder, &["uninstall", "--yes"]).did("uninstall");
    let left: Vec<_> = fs::read_dir(machine.prefix()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(left.is_empty(), "{left:?}");
}

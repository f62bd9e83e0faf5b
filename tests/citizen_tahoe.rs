//! The real Tahoe-LAFS upgrades itself from inside while its node runs. `.ci/client` has the wheels.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests run programs from outside")]
#![cfg(all(unix, not(target_os = "macos")))]

mod kit;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use fs_err as fs;
use kit::machine::Machine;
use kit::repository::Repository;
use kit::wheel::Built;
use quoc::model::Sha256Digest;

/// Locks every wheel of a folder; the `.pth` files in them are allowed as they are.
fn tahoe(mut repository: Repository, wheels: &Path) -> Repository {
    for entry in fs::read_dir(wheels).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let name = file.name().unwrap().into_owned();
            if name.ends_with(".pth") && !name.contains('/') {
                let mut content = Vec::new();
                file.read_to_end(&mut content).unwrap();
                repository.release.path_files.insert(name.parse().unwrap(), vec![Sha256Digest::of(&content)]);
            }
        }
        drop(archive);
        let file_name = path.file_name().unwrap().to_str().unwrap().to_owned();
        repository = repository.wheel(Built { file_name, bytes });
    }
    repository.with(|release| {
        release.commands = ["tahoe", "tahoe-upgrade"].map(|command| command.parse().unwrap()).into();
        release.smoke_test = ["tahoe", "--version"].map(str::to_owned).into();
        release.data_folders = vec!["~/.tahoe".to_owned()];
    })
}

fn in_home(machine: &Machine, command: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(machine.bin().join(command));
    command.args(arguments);
    machine.at_home(&mut command);
    command
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A node that runs until it is dropped.
struct Node {
    child: Child,
    folder: PathBuf,
}

impl Node {
    fn start(machine: &Machine, folder: PathBuf) -> Self {
        let mut command = in_home(machine, "tahoe", &["run"]);
        // A node ends when its standard input does.
        command.stdin(Stdio::piped()).stdout(Stdio::null());
        let child = command.arg(&folder).stderr(Stdio::null()).spawn().unwrap();
        Self { child, folder }
    }

    /// What the node's own page says; empty while it does not answer.
    fn page(&self) -> String {
        let url = fs::read_to_string(self.folder.join("node.url")).unwrap_or_default();
        let host = url.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        let Ok(mut stream) = TcpStream::connect(&host) else { return String::new() };
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(format!("GET / HTTP/1.0\r\nHost: {host}\r\n\r\n").as_bytes()).unwrap();
        let mut page = Vec::new();
        stream.read_to_end(&mut page).ok();
        String::from_utf8_lossy(&page).into_owned()
    }

    fn await_page(&self, part: &str) {
        let patience = Instant::now() + Duration::from_secs(120);
        while !self.page().contains(part) {
            assert!(Instant::now() < patience, "the node never said {part:?}: {}", self.page());
            std::thread::sleep(Duration::from_millis(200));
        }
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

#[test]
#[ignore = "QUOC_TEST_WHEELS names a folder with the wheels of Tahoe-LAFS in 1.19.0 and 1.20.0, for QUOC_TEST_PYTHON"]
fn tahoe_lafs_upgrades_itself_while_its_node_runs() {
    let wheels = PathBuf::from(std::env::var_os("QUOC_TEST_WHEELS").unwrap());
    let python = std::env::var("QUOC_TEST_PYTHON").unwrap();
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let mut repository = tahoe(Repository::new("tahoe-lafs", "1.19.0"), &wheels.join("1.19.0"));
    let published = repository.publish(web.path());
    machine.quoc(&published.profile_folder, &["--python", &python]).did("install");

    let node = machine.home(".tahoe");
    let created = in_home(&machine, "tahoe", &["create-client", "--webport", "tcp:0:interface=127.0.0.1"]).output();
    assert!(created.as_ref().unwrap().status.success(), "{}", said(&created.unwrap()));
    let running = Node::start(&machine, node.clone());
    running.await_page("1.19.0");

    let nothing = in_home(&machine, "tahoe-upgrade", &["--check"]).output().unwrap();
    assert_eq!(nothing.status.code(), Some(0), "{}", said(&nothing));
    tahoe(repository.relocked("1.20.0"), &wheels.join("1.20.0")).publish(web.path());
    let checked = in_home(&machine, "tahoe-upgrade", &["--check"]).output().unwrap();
    assert_eq!(checked.status.code(), Some(100), "{}", said(&checked));
    let upgraded = in_home(&machine, "tahoe-upgrade", &[]).output().unwrap();
    assert!(upgraded.status.success() && said(&upgraded).contains("1.20.0 is installed"), "{}", said(&upgraded));

    // The node goes on with its version; the next start has the new one, and the same node.
    running.await_page("1.19.0");
    assert!(said(&in_home(&machine, "tahoe", &["--version"]).output().unwrap()).contains("1.20.0"));
    let config = fs::read(node.join("tahoe.cfg")).unwrap();
    drop(running);
    fs::remove_file(node.join("node.url")).unwrap();
    let running = Node::start(&machine, node.clone());
    running.await_page("1.20.0");
    drop(running);
    machine.setup("tahoe-lafs", &["uninstall", "--yes"]).did("uninstall");
    assert_eq!(fs::read(node.join("tahoe.cfg")).unwrap(), config);
}

//! The whole life of the real Tahoe-LAFS on one machine, while its node runs. `.ci/client` has the wheels.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "tests run programs from outside")]
#![cfg(target_os = "linux")]

mod kit;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use fs_err as fs;
use kit::killing::{descendants, kill};
use kit::machine::{Machine, Run, walk};
use kit::repository::Repository;

/// Locks every wheel of a folder.
fn tahoe(repository: Repository, wheels: &Path) -> Repository {
    let wheels = fs::read_dir(wheels).unwrap().map(|entry| entry.unwrap().path());
    let commands = ["tahoe", "tahoe-upgrade"].map(|command| command.parse().unwrap());
    kit::tahoe::locked(repository, wheels).with(|release| release.commands = commands.into())
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

/// A home with Tahoe-LAFS 1.19.0, a node in it, and the folder from which releases come.
struct Story {
    machine: Machine,
    web: tempfile::TempDir,
    wheels: PathBuf,
    repository: Repository,
    /// The node's own folder.
    node: PathBuf,
}

impl Story {
    /// Installs 1.19.0 and makes a node.
    fn begin() -> Self {
        let wheels = PathBuf::from(std::env::var_os("QUOC_TEST_WHEELS").unwrap());
        let python = std::env::var("QUOC_TEST_PYTHON").unwrap();
        let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
        fs::write(machine.home(".profile"), "# the person's\n").unwrap();
        let mut repository = tahoe(Repository::new("tahoe-lafs", "1.19.0"), &wheels.join("1.19.0"));
        let published = repository.publish(web.path());
        let installed = timed("installs 1.19.0", || machine.quoc(&published.profile_folder, &["--python", &python]));
        installed.did("install");
        let node = machine.home(".tahoe");
        let story = Self { machine, web, wheels, repository, node };
        story.tahoe("tahoe", &["create-client", "--webport", "tcp:0:interface=127.0.0.1"], 0);
        story
    }

    fn publishes(&mut self, version: &str) {
        let next = self.repository.clone().relocked(version);
        self.repository = tahoe(next, &self.wheels.join(version));
        self.repository.publish(self.web.path());
    }

    /// Runs an installed command, which must end with this status; returns what it says.
    fn tahoe(&self, command: &str, arguments: &[&str], status: i32) -> String {
        let output = in_home(&self.machine, command, arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{command} {arguments:?}: {}", said(&output));
        said(&output)
    }

    fn setup(&self, arguments: &[&str]) -> Run {
        timed(arguments[0], || self.machine.setup("tahoe-lafs", arguments))
    }

    /// Starts the node, and waits until it says that it is of this version.
    fn starts(&self, version: &str) -> Node {
        fs::remove_file(self.node.join("node.url")).unwrap_or_default();
        let running = Node::start(&self.machine, self.node.clone());
        running.await_page(version);
        running
    }

    /// What makes the node this node.
    fn identity(&self) -> Vec<Vec<u8>> {
        let files = ["tahoe.cfg", "private/node.pem", "private/secret", "private/convergence"];
        files.map(|file| fs::read(self.node.join(file)).unwrap()).into()
    }

    /// Every file of the node's.
    fn data(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = walk(&self.node);
        files.sort();
        files.into_iter().map(|path| (path.clone(), fs::read(&path).unwrap())).collect()
    }

    /// Everything in the home that is not the node's.
    fn others(&self) -> Vec<PathBuf> {
        let mut files = walk(&self.machine.home(""));
        files.retain(|path| !path.starts_with(&self.node));
        files.sort();
        files
    }

    /// An upgrade from inside is killed while it installs, with all that it has started.
    fn is_killed_while_it_upgrades(&self) {
        let mut upgrade = in_home(&self.machine, "tahoe-upgrade", &[]);
        let mut upgrade = upgrade.stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn().unwrap();
        let begun = self.machine.folder("tahoe-lafs").join("generations/2/bin/python");
        let patience = Instant::now() + Duration::from_secs(120);
        while !begun.exists() {
            assert!(Instant::now() < patience && upgrade.try_wait().unwrap().is_none(), "it never began");
            std::thread::sleep(Duration::from_millis(5));
        }
        let setup = fs::read_dir("/proc").unwrap().flatten().find_map(|entry| {
            let program = fs::read_link(entry.path().join("exe")).ok()?;
            let pid = entry.file_name().to_str()?.parse().ok()?;
            (program == self.machine.folder("tahoe-lafs").join("setup")).then_some(pid)
        });
        let setup: u32 = setup.unwrap();
        let children = descendants(setup);
        kill(setup);
        children.into_iter().for_each(kill);
        assert!(!upgrade.wait().unwrap().success());
        assert!(self.machine.folder("tahoe-lafs").join("journal.jsonl").exists(), "it was killed too late");
    }

    /// Deletes what an application does not start without, a module, and a file that nobody reads.
    fn loses_files(&self) {
        let current = fs::canonicalize(self.machine.folder("tahoe-lafs").join("current")).unwrap();
        let files = walk(&current);
        for end in ["twisted/internet/reactor.py", "allmydata/client.py", "bin/tahoe", "zfec/__init__.py"] {
            let lost = files.iter().find(|path| path.ends_with(end)).unwrap_or_else(|| panic!("{end}"));
            fs::remove_file(lost).unwrap();
        }
        fs::remove_file(self.machine.bin().join("tahoe-upgrade")).unwrap();
    }
}

fn timed<T>(what: &str, run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = run();
    println!("{what}: {:.1} s", start.elapsed().as_secs_f64());
    result
}

#[test]
#[ignore = "QUOC_TEST_WHEELS names a folder with the wheels of Tahoe-LAFS in 1.19.0 and 1.20.0, for QUOC_TEST_PYTHON"]
fn tahoe_lafs_lives_its_whole_life_and_its_node_never_notices() {
    let mut story = Story::begin();
    let running = story.starts("1.19.0");
    let identity = story.identity();

    story.tahoe("tahoe-upgrade", &["--check"], 0);
    story.publishes("1.20.0");
    story.tahoe("tahoe-upgrade", &["--check"], 100);
    story.is_killed_while_it_upgrades();
    assert!(story.tahoe("tahoe", &["--version"], 0).contains("1.19.0"));
    running.await_page("1.19.0");

    let upgraded = timed("upgrades from inside", || story.tahoe("tahoe-upgrade", &[], 0));
    assert!(upgraded.contains("1.20.0 is installed"), "{upgraded}");
    // The node goes on with its version; the next start has the new one, and the same node.
    running.await_page("1.19.0");
    assert!(story.tahoe("tahoe", &["--version"], 0).contains("1.20.0"));
    drop(running);
    drop(story.starts("1.20.0"));

    story.setup(&["go-back"]).did("go-back");
    drop(story.starts("1.19.0"));
    story.setup(&["go-back"]).did("go-back");

    story.loses_files();
    let damage = story.setup(&["verify"]);
    assert_eq!((damage.status, damage.event("verified")["findings"].as_array().unwrap().len()), (19, 5));
    story.setup(&["repair", "--offline"]).did("mend");
    story.setup(&["verify"]).is(0, "");
    drop(story.starts("1.20.0"));
    assert_eq!(story.identity(), identity);

    let data = story.data();
    story.setup(&["uninstall", "--yes", "--remove-downloads"]).did("uninstall");
    assert!(story.data() == data, "the node's data are others");
    assert_eq!(story.others(), [story.machine.home(".profile")]);
}

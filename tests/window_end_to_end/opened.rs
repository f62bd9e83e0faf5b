//! The program's window on a desk: opened, looked at, used, closed.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fs_err as fs;
use quoc::messages::{Arguments, Isolation, Messages};

use super::desk::{Desk, Node, PATIENCE, wait_until};
use super::kit::machine::Machine;

/// An opened window; the program is killed where a test leaves it open.
pub struct Opened<'a> {
    desk: &'a Desk,
    process: Child,
    log: PathBuf,
    id: String,
    words: Messages,
    heard: Vec<String>,
}

impl<'a> Opened<'a> {
    /// Starts the program with a profile, and waits for its window.
    pub fn new(desk: &'a Desk, machine: &Machine, profile: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(program());
        command.arg("--profile").arg(profile).args(arguments);
        Self::start(desk, machine, command)
    }

    /// Starts what a command says, on a machine, and waits for its window.
    pub fn start(desk: &'a Desk, machine: &Machine, mut command: Command) -> Self {
        static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let number = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let log = std::env::temp_dir().join(format!("quoc-window-{}-{number}.log", std::process::id()));
        fs::remove_file(&log).ok();
        machine.at_home(&mut command);
        desk.laid_on(&mut command);
        command.args(["--face", "window", "--locale", "en-US", "--log"]).arg(&log);
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let words = Messages::new(&["en-US"], Isolation::Off);
        let mut opened = Self { desk, process, log, id: String::new(), words, heard: Vec::new() };
        wait_until("a window", || {
            opened.id = desk.said("xdotool", &["search", "--onlyvisible", "--pid", &opened.process.id().to_string()]);
            let ended = opened.process.try_wait().unwrap();
            assert!(ended.is_none(), "it ended with {ended:?}: {}", opened.log());
            !opened.id.is_empty()
        });
        opened.front();
        opened
    }

    /// Puts it before all others, and gives it the keyboard.
    pub fn front(&self) {
        self.desk.said("xdotool", &["windowraise", &self.id]);
        self.desk.said("xdotool", &["windowfocus", "--sync", &self.id]);
    }

    /// A text without variables.
    pub fn word(&self, id: &str) -> String {
        self.words.word(id)
    }

    /// A text.
    pub fn text(&self, id: &str, arguments: &Arguments) -> String {
        self.words.text(id, arguments)
    }

    /// The number of the process.
    pub fn pid(&self) -> u32 {
        self.process.id()
    }

    /// What it has logged.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// What a screen reader finds at the moment.
    pub fn look(&mut self) -> Vec<Node> {
        let (nodes, heard) = self.desk.look(self.process.id());
        self.heard.extend(heard);
        nodes
    }

    /// What a screen reader has said since the last call, in order.
    pub fn heard(&mut self) -> Vec<String> {
        self.look();
        std::mem::take(&mut self.heard)
    }

    /// Waits until what a screen reader finds is as it should be.
    pub fn wait_for(&mut self, what: &str, is_there: impl Fn(&[Node]) -> bool) -> Vec<Node> {
        let start = Instant::now();
        loop {
            let nodes = self.look();
            if is_there(&nodes) {
                return nodes;
            }
            let ended = self.process.try_wait().unwrap();
            if start.elapsed() > PATIENCE || ended.is_some() {
                self.desk.picture("failed");
                let seen: Vec<String> = nodes.iter().map(line).collect();
                panic!("waited in vain for {what} ({ended:?})\n{}\n{}", seen.join("\n"), self.log());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Waits for a text without variables.
    pub fn wait_for_word(&mut self, id: &str) -> Vec<Node> {
        let text = self.word(id);
        self.wait_for_name(&text)
    }

    /// Waits for something of a name.
    pub fn wait_for_name(&mut self, name: &str) -> Vec<Node> {
        self.wait_for(name, |nodes| nodes.iter().any(|node| node.name == name))
    }

    /// Waits for one of several texts.
    pub fn wait_for_any(&mut self, ids: &[&str]) {
        let names: Vec<String> = ids.iter().map(|id| self.word(id)).collect();
        self.wait_for(&format!("one of {names:?}"), |nodes| nodes.iter().any(|node| names.contains(&node.name)));
    }

    /// Whether a text is there now.
    pub fn shows(&mut self, id: &str) -> bool {
        let name = self.word(id);
        self.look().iter().any(|node| node.name == name)
    }

    /// Waits until nothing has a name any more.
    pub fn wait_without(&mut self, id: &str) {
        let name = self.word(id);
        self.wait_for(&format!("{name:?} to go"), |nodes| {
            !nodes.is_empty() && nodes.iter().all(|node| node.name != name)
        });
    }

    /// Clicks the button of a name with the mouse.
    pub fn click(&mut self, id: &str) {
        let name = self.word(id);
        self.click_name(&name);
    }

    /// Clicks what has a name and can be clicked, once it stays where it is.
    pub fn click_name(&mut self, name: &str) {
        let place = |nodes: &[Node]| {
            nodes.iter().find(|node| node.name == name && node.is("focusable")).and_then(|node| node.place)
        };
        let mut before = None;
        loop {
            let now = place(&self.wait_for(name, |nodes| place(nodes).is_some()));
            if now == before {
                break;
            }
            before = now;
            std::thread::sleep(Duration::from_millis(80));
        }
        self.desk.click(before.unwrap());
    }

    /// Presses keys.
    pub fn press(&self, keys: &[&str]) {
        self.desk.press(keys);
    }

    /// Waits until something has the keyboard.
    pub fn wait_for_focus(&mut self, id: &str) {
        let name = self.word(id);
        self.wait_for(&format!("the focus on {name}"), |nodes| {
            nodes.iter().any(|node| node.name == name && node.is("focused"))
        });
    }

    /// The bar's value, in percent.
    pub fn progress(&mut self) -> Option<f64> {
        self.look().into_iter().find(|node| node.role == "progress bar").and_then(|node| node.value)
    }

    /// Keeps a picture.
    pub fn picture(&self, name: &str) {
        self.desk.picture(name);
    }

    /// Waits until it has ended, and returns its exit status.
    pub fn ended(mut self) -> Option<i32> {
        let mut status = None;
        wait_until("the end of the program", || {
            status = self.process.try_wait().unwrap();
            status.is_some()
        });
        status.and_then(|status| status.code())
    }

    /// Waits until it has ended well, and returns all that it has logged.
    pub fn log_at_the_end(mut self) -> String {
        wait_until("the end of the program", || self.process.try_wait().unwrap().is_some());
        self.log()
    }

    /// Sends it a signal, by name.
    pub fn signal(&self, name: &str) {
        self.desk.said("kill", &[&format!("-{name}"), &self.pid().to_string()]);
    }
}

impl Drop for Opened<'_> {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
        fs::remove_file(&self.log).ok();
    }
}

/// The program that is tried: `QUOC_TEST_PROGRAM`, else the one that was built beside the tests.
pub fn program() -> PathBuf {
    std::env::var_os("QUOC_TEST_PROGRAM").map_or_else(|| env!("CARGO_BIN_EXE_quoc").into(), PathBuf::from)
}

/// A line about something, for whoever reads a failed test.
pub fn line(node: &Node) -> String {
    let value = node.value.map(|value| format!(" = {value}")).unwrap_or_default();
    let place = node.place.unwrap_or_default();
    format!("{}{} {:?}{value} {:?} {place:?}", "  ".repeat(node.depth), node.role, node.name, node.states)
}

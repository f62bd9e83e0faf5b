//! A person's desk: a screen of its own (Xvfb), a session bus, and on it a screen reader. Keys and clicks are those of
//! the X server, so that they go the way of a real keyboard and a real mouse.

use std::cell::{Cell, RefCell};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use fs_err as fs;
use serde::Deserialize;
use serde_json::{Value, json};

/// A desk; everything on it ends with it.
pub struct Desk {
    display: String,
    bus: String,
    runtime: tempfile::TempDir,
    children: Vec<Child>,
    reader: RefCell<Reader>,
    shots: PathBuf,
    taken: Cell<u32>,
}

/// Something of a window that a screen reader can tell.
#[derive(Clone, Debug, Deserialize)]
pub struct Node {
    /// How deep in the tree it is.
    pub depth: usize,
    /// What it is, in AT-SPI's words.
    pub role: String,
    /// How it is called.
    pub name: String,
    /// Its value, where it has one.
    pub value: Option<f64>,
    /// How it is: `focused`, `checked` …
    pub states: Vec<String>,
    /// Where it is on the screen: left, top, width, height.
    pub place: Option<[i32; 4]>,
}

struct Reader {
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Desk {
    /// Lays out a desk whose pictures are named after it.
    pub fn new(name: &str) -> Self {
        Self::of_size(name, "1280x800")
    }

    /// The same with a screen of another size.
    pub fn of_size(name: &str, size: &str) -> Self {
        let runtime = tempfile::tempdir().unwrap();
        let (screen, number) =
            said_first(Command::new("Xvfb").args(["-displayfd", "1", "-noreset", "-nolisten", "tcp"]).args([
                "-screen",
                "0",
                &format!("{size}x24"),
            ]));
        let display = format!(":{number}");
        let daemon = ["--session", "--nofork", "--nopidfile", "--print-address=1"];
        let (bus, address) = said_first(
            Command::new("dbus-daemon").args(daemon).env("DISPLAY", &display).env("XDG_RUNTIME_DIR", runtime.path()),
        );
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/window_end_to_end/screen_reader.py");
        // Debian's own Python has the bindings of D-Bus.
        let mut reader = Command::new("/usr/bin/python3");
        reader.arg(script).env("DISPLAY", &display).env("DBUS_SESSION_BUS_ADDRESS", &address);
        let mut reader = reader.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (to, from) = (reader.stdin.take().unwrap(), BufReader::new(reader.stdout.take().unwrap()));
        let mut ears = Reader { to, from };
        assert_eq!(ears.line(), json!({"ready": true}));
        let shots = target().join("ci/window");
        fs::create_dir_all(&shots).unwrap();
        Self {
            display,
            bus: address,
            runtime,
            children: vec![reader, bus, screen],
            reader: RefCell::new(ears),
            shots: shots.join(name),
            taken: Cell::new(0),
        }
    }

    /// Starts a window manager: frames around windows, and Alt-F4.
    pub fn managed(mut self) -> Self {
        let mut manager = Command::new("openbox");
        self.laid_on(&mut manager);
        manager.stdout(Stdio::null()).stderr(Stdio::null());
        self.children.push(manager.spawn().unwrap());
        let running = || self.said("xprop", &["-root", "_NET_SUPPORTING_WM_CHECK"]).contains("window id");
        wait_until("the window manager", running);
        self
    }

    /// Tells the desktop that a screen reader is at work, or is no more.
    pub fn listen(&self, on: bool) {
        let told = self.reader.borrow_mut().ask(&json!({"do": "active", "on": on}));
        assert_eq!(told, json!({"enabled": on, "reader": on}));
    }

    /// What a screen reader finds of a process, and what was announced since the last time.
    pub fn look(&self, pid: u32) -> (Vec<Node>, Vec<String>) {
        let found = self.reader.borrow_mut().ask(&json!({"do": "look", "pid": pid}));
        let nodes = serde_json::from_value(found["nodes"].clone()).unwrap();
        (nodes, serde_json::from_value(found["heard"].clone()).unwrap())
    }

    /// Lets a command find this desk.
    pub fn laid_on(&self, command: &mut Command) {
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("XDG_RUNTIME_DIR", self.runtime.path())
            .env_remove("WAYLAND_DISPLAY");
    }

    /// Presses keys, in the names of X: `Tab`, `shift+Tab`.
    pub fn press(&self, keys: &[&str]) {
        for key in keys {
            self.said("xdotool", &["key", key]);
            std::thread::sleep(Duration::from_millis(60));
        }
    }

    /// Types a text.
    pub fn type_in(&self, text: &str) {
        self.said("xdotool", &["type", "--delay", "15", text]);
    }

    /// Clicks a place of the screen.
    pub fn click(&self, [left, top, width, height]: [i32; 4]) {
        let (x, y) = ((left + width / 2).to_string(), (top + height / 2).to_string());
        self.said("xdotool", &["mousemove", "--sync", &x, &y]);
        std::thread::sleep(Duration::from_millis(60));
        self.said("xdotool", &["click", "1"]);
    }

    /// What another program would paste.
    pub fn clipboard(&self) -> String {
        self.said("xclip", &["-o", "-selection", "clipboard"])
    }

    /// Keeps a picture of the screen below target/ci/window.
    pub fn picture(&self, name: &str) {
        self.taken.set(self.taken.get() + 1);
        let file = format!("{}-{:02}-{name}.png", self.shots.display(), self.taken.get());
        // What is drawn at the moment shall be over: nothing moves for longer than this but the light on the bar.
        std::thread::sleep(Duration::from_millis(400));
        self.said("import", &["-window", "root", &file]);
    }

    /// Runs a program on the desk, and returns what it says.
    pub fn said(&self, program: &str, arguments: &[&str]) -> String {
        let mut command = Command::new(program);
        self.laid_on(&mut command);
        let output = command.args(arguments).output().unwrap_or_else(|error| panic!("{program}: {error}"));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        for child in &mut self.children {
            child.kill().ok();
            child.wait().ok();
        }
    }
}

impl Reader {
    fn line(&mut self) -> Value {
        let mut line = String::new();
        self.from.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|_| panic!("the screen reader is gone: {line:?}"))
    }

    fn ask(&mut self, request: &Value) -> Value {
        writeln!(self.to, "{request}").unwrap();
        self.line()
    }
}

impl Node {
    /// Whether it is in a state.
    pub fn is(&self, state: &str) -> bool {
        self.states.iter().any(|each| each == state)
    }
}

/// Waits for something that comes by itself, and fails when it does not.
pub fn wait_until(what: &str, mut there: impl FnMut() -> bool) {
    let start = Instant::now();
    while !there() {
        assert!(start.elapsed() < PATIENCE, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The folder that builds go to.
pub fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().to_owned()
}

/// Starts a program that says one thing and stays.
fn said_first(command: &mut Command) -> (Child, String) {
    let what = format!("{command:?}");
    let started = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = started.unwrap_or_else(|error| panic!("{what}: {error}"));
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(!line.trim().is_empty(), "{what} ended at once");
    (child, line.trim().to_owned())
}

/// A busy machine takes its time.
pub const PATIENCE: Duration = Duration::from_secs(60);

//! What a person can ask of the window, what the window asks of whoever runs the engine, and what it hears.

use std::path::PathBuf;

use super::Installed;
use crate::engine;
use crate::model::Event;
use crate::model::event::Failure;

/// What a view asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The one primary button of a screen.
    Go,
    /// The same, but an application that runs keeps its version until the next start.
    GoLater,
    /// Another wish: its plan and consequences are shown first.
    Want(Wish),
    /// Back to where wishes are made.
    Back,
    /// Stop the run; asks first.
    Cancel,
    /// Yes to the question that is open.
    Confirm,
    /// No to the question that is open.
    Dismiss,
    /// Begin again where it stopped.
    TryAgain,
    /// Close the window; asks first while something is at work.
    Close,
    /// End at once what is at work, and close: the system asks, and nobody would answer a question.
    Interrupt,
    /// Fold or unfold what a screen keeps folded away.
    Unfold,
    /// Turn a switch.
    Switch(Switch),
    /// The folder to install into was typed.
    Folder(String),
    /// Use the folder that was typed.
    UseFolder,
    /// The name for a proxy was typed.
    ProxyName(String),
    /// The password for a proxy was typed.
    ProxyPassword(String),
    /// Keep or remove a folder of the person's data, by its place in the list.
    RemoveData(usize),
    /// Keep or remove the downloads that no other application needs.
    RemoveDownloads,
    /// Put the details of what happened onto the clipboard.
    CopyDetails,
    /// Put the command to type onto the clipboard.
    CopyCommand,
    /// Start the application.
    Open,
    /// Show the languages that there are.
    Languages,
    /// Go on in another language, by its tag.
    Speak(&'static str),
}

/// A switch that is folded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// Start the application when it is ready.
    Start,
    /// An entry on the desktop.
    Desktop,
    /// An entry in the menu.
    Menu,
    /// The folder of the commands goes on the PATH.
    Path,
}

/// What the person wants to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wish {
    /// Whatever is needed.
    #[default]
    Automatic,
    /// Install the newest release, also one that the person went back from.
    Upgrade,
    /// Install the same release anew, or mend it.
    Repair,
    /// Back to the generation before.
    GoBack,
    /// Remove the application.
    Uninstall,
}

/// What the window asks of whoever runs the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Prepare what is wished for; the run that was prepared before is dropped.
    Prepare(Order),
    /// Carry out what was prepared.
    Consent {
        /// The run.
        run: u32,
        /// What was chosen.
        choices: Choices,
    },
    /// Stop at the next safe point.
    Cancel,
    /// Put a text onto the clipboard.
    Copy(String),
    /// Put the details of a failure onto the clipboard.
    CopyDetails(Failure),
    /// Start an application.
    Launch(PathBuf),
    /// Look which languages can be written on this machine.
    Languages,
    /// Go on in another language, by its tag.
    Speak(&'static str),
    /// Close the window.
    Close,
}

/// A run to prepare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// Its number; what is heard carries it.
    pub run: u32,
    /// What is wished for.
    pub wish: Wish,
    /// The folder to install into, if another than the usual one.
    pub folder: Option<PathBuf>,
    /// What a proxy asks for.
    pub proxy: Option<ProxyLogin>,
}

/// What a proxy asks for.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ProxyLogin {
    /// The name.
    pub name: String,
    /// The password.
    pub password: String,
}

impl std::fmt::Debug for ProxyLogin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Neither belongs into a log.
        f.write_str("ProxyLogin")
    }
}

/// What the person chose before an installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// Start the application when it is ready.
    pub start: bool,
    /// An entry on the desktop.
    pub desktop: bool,
    /// An entry in the menu.
    pub menu: bool,
    /// The folder of the commands goes on the PATH.
    pub path: bool,
    /// Folders of the person's data that go with the application.
    pub remove_data: Vec<String>,
    /// Whether the downloads go that no other application needs.
    pub remove_downloads: bool,
    /// An application that runs keeps its version until the next start.
    pub later: bool,
}

/// What the window hears of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The run's number.
    pub run: u32,
    /// What is heard.
    pub said: Said,
}

/// What is heard of a run.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// What is installed, and where things would go.
    Found(Box<Found>),
    /// A fact of the engine.
    Event(Event),
}

/// What is on this machine before a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The folder that the application goes into, or is in.
    pub folder: PathBuf,
    /// What is installed there.
    pub installed: Option<Installed>,
    /// Where the switches stand at first.
    pub wished: engine::Choices,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            start: true,
            desktop: false,
            menu: true,
            path: false,
            remove_data: Vec::new(),
            remove_downloads: false,
            later: false,
        }
    }
}

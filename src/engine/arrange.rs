//! What an installation shows of itself outside its folder: the menu entry, the desktop shortcut, the PATH.
//!
//! A person's choices are kept in the receipt, so that upgrades and repairs keep to them. None of this is needed for
//! the application to start, so what cannot be made is logged and left out.

use std::time::Duration;

use super::{Engine, EngineError};
use crate::activate::{self, Entry, Generation, Installed, Lock, Shell, Surroundings};
use crate::fetch::Wheelhouse;
use crate::model::event::PathNote;
use crate::model::receipt::Choices;
use crate::model::{Receipt, Translated};
use crate::plan::Plan;
use crate::ports::Command;

/// What a person says about an installation's traces now; what is not said stays as it was chosen before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// An entry in the menu of applications.
    pub menu: Option<bool>,
    /// An icon on the desktop.
    pub desktop_shortcut: Option<bool>,
    /// The folder of the commands on the PATH.
    pub path: Option<bool>,
}

impl Wishes {
    /// Puts what is said now over what was chosen before.
    pub fn over(self, chosen: Choices) -> Choices {
        Choices {
            menu: self.menu.unwrap_or(chosen.menu),
            desktop_shortcut: self.desktop_shortcut.unwrap_or(chosen.desktop_shortcut),
            path: self.path.unwrap_or(chosen.path),
        }
    }
}

/// What this person's system offers, and the words that menus show.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The system's menus, desktop and shell.
    pub surroundings: Surroundings,
    /// What the person said about them on the command line.
    pub wishes: Wishes,
    /// Gives the words for upgrading or removing the application; asked only where a menu entry is made.
    pub manage: fn() -> Translated,
}

impl Engine<'_> {
    /// The choices that a run begins with.
    pub(super) fn choices(&self, installed: Option<&Installed>) -> Choices {
        self.settings.desk.wishes.over(installed.map(|installed| installed.receipt.choices).unwrap_or_default())
    }

    /// Writes the menu entry of a release into its generation.
    pub(super) fn furnish(
        &self,
        plan: &Plan,
        generation: &Generation,
        wheelhouse: &Wheelhouse,
    ) -> Result<(), EngineError> {
        let Some(desktop) = &plan.release.desktop else { return Ok(()) };
        let mut icons = Vec::with_capacity(desktop.icons.len());
        for icon in &desktop.icons {
            icons.push((icon.size, super::execute::path_of(wheelhouse, &icon.file)?, icon.file.sha256));
        }
        let manage = (self.settings.desk.manage)();
        let entry = Entry { release: &plan.release, desktop, manage: &manage, icons: &icons };
        Ok(activate::furnish(&self.settings.layout, generation, &entry)?)
    }

    /// Adds to a receipt what the choices come to outside the application's folder.
    pub(super) fn arranged(
        &self,
        receipt: Receipt,
        choices: Choices,
        known: Option<&Receipt>,
    ) -> Result<Receipt, EngineError> {
        let layout = &self.settings.layout;
        let surroundings = &self.settings.desk.surroundings;
        let mut files = activate::links(layout, receipt.generation, surroundings, choices)?;
        files.extend(surroundings.records.as_ref().map(|records| activate::record(layout, records)));
        let known = known.map(|known| known.shell_files.as_slice()).unwrap_or_default();
        let line = self.shell().and_then(|shell| activate::path_line(shell, layout.commands(), &receipt.application));
        let shell_files = match line {
            _ if !choices.path => Vec::new(),
            // Where the system has the folder on the PATH by itself, no line is needed.
            Some(line) if !self.is_on_path() || !known.is_empty() => activate::planned(&line, known),
            _ => known.to_vec(),
        };
        Ok(Receipt { files, shell_files, choices, place: Some(layout.place()), ..receipt })
    }

    /// Where nothing else is to be done: puts right what an installation has beside its environment, and follows the
    /// choices. It runs without, so a failure is only logged. Returns the receipt as it is then.
    pub(super) fn keep_up(&self, lock: &Lock, receipt: &Receipt, choices: Choices) -> Receipt {
        let kept = self.keep_stub(Some(receipt), None).and_then(|stub| {
            let wanted = self.arranged(Receipt { stub, ..receipt.clone() }, choices, Some(receipt))?;
            Ok(activate::rearrange(&self.settings.layout, lock, wanted)?)
        });
        kept.unwrap_or_else(|error| {
            log::warn!("not everything beside the environment could be put right: {error}");
            receipt.clone()
        })
    }

    /// Says how the commands come to be found, where they are not yet.
    pub(super) fn path_note(&self, receipt: &Receipt) -> Option<PathNote> {
        let layout = &self.settings.layout;
        if self.is_on_path() {
            return None;
        }
        let line = activate::path_line(self.shell()?, layout.commands(), &receipt.application)?;
        let file = receipt.shell_files.first().map(|file| &file.path).or(line.files.first())?.display().to_string();
        Some(PathNote { file, line: line.line, added: !receipt.shell_files.is_empty() })
    }

    pub(super) fn is_on_path(&self) -> bool {
        self.settings.path.iter().any(|folder| folder == self.settings.layout.commands())
    }

    fn shell(&self) -> Option<&Shell> {
        self.settings.desk.surroundings.shell.as_ref()
    }

    /// Tells the desktop that menus and icons changed. Only a cache that is there is made anew: most desktops look for
    /// themselves, and a cache would be a trace of its own.
    pub(super) fn refresh_menus(&self) {
        let Some(data) = &self.settings.desk.surroundings.data else { return };
        let (menus, icons) = (data.join("applications"), data.join("icons/hicolor"));
        let caches = [
            ("update-desktop-database", &["-q"][..], menus.join("mimeinfo.cache"), &menus),
            ("gtk-update-icon-cache", &["-q", "-t", "-f"][..], icons.join("icon-theme.cache"), &icons),
        ];
        for (tool, arguments, cache, folder) in caches {
            let found = self.settings.path.iter().map(|folder| folder.join(tool)).find(|program| program.is_file());
            let Some(program) = found.filter(|_| cache.is_file()) else { continue };
            let mut arguments: Vec<_> = arguments.iter().map(Into::into).collect();
            arguments.push(folder.into());
            let environment = Vec::new();
            let command = Command { program, arguments, environment, folder: folder.clone(), time_limit: PATIENCE };
            if let Err(error) = self.world.processes.run(&command, self.world.cancel, &mut |_| {}) {
                log::info!("{tool}: {error}");
            }
        }
    }
}

/// A cache that takes longer is made by the desktop itself some time.
const PATIENCE: Duration = Duration::from_secs(10);

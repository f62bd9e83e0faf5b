//! What an installation shows of itself outside its folder: the menu entry, the desktop shortcut, the PATH.
//!
//! A person's choices are kept in the receipt, so that upgrades and repairs keep to them. None of this is needed for
//! the application to start, so what cannot be made is logged and left out.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Engine, EngineError};
use crate::activate::{self, Entry, Generation, Installed, Lock, Shell, Surroundings};
use crate::disk;
use crate::fetch::Wheelhouse;
use crate::model::event::PathNote;
use crate::model::receipt::{Choices, ShellFile};
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
    /// The choices that a run begins with: as before, but for what the command line says.
    pub fn choices(&self, installed: Option<&Installed>) -> Choices {
        // A lost receipt does not take with it what was asked for.
        let unknown = || Choices {
            path: !self.marked().is_empty(),
            desktop_shortcut: self.shown().iter().any(|path| path.parent() == self.desktop()),
            ..Choices::default()
        };
        self.settings.desk.wishes.over(installed.map_or_else(unknown, |installed| installed.receipt.choices))
    }

    /// The start-up files that have this installation's block, without a receipt.
    fn marked(&self) -> Vec<ShellFile> {
        let (layout, id) = (&self.settings.layout, &self.settings.profile.id);
        self.shell().map(|shell| activate::marked(shell, layout.commands(), id)).unwrap_or_default()
    }

    /// The links in menus and on the desktop that lead into this installation, without a receipt.
    fn shown(&self) -> Vec<PathBuf> {
        activate::shown(&self.settings.layout, &self.settings.desk.surroundings)
    }

    fn desktop(&self) -> Option<&Path> {
        self.settings.desk.surroundings.desktop.as_deref()
    }

    /// Takes away the lines and links that no receipt names any more, where the person wants none.
    pub(super) fn disown(&self, known: Option<&Receipt>, receipt: &Receipt) {
        if known.is_some() {
            return;
        }
        if !receipt.choices.path {
            activate::remove_dropped(&self.marked(), &receipt.shell_files, &receipt.application);
        }
        let is_wanted = |path: &PathBuf| receipt.files.iter().any(|file| file.path == *path);
        self.shown().iter().filter(|path| !is_wanted(path)).for_each(|path| disk::remove_if_possible(path));
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

    /// Adds to a receipt what the choices come to outside the application's folder. What a run is told by its surroundings
    /// (a cron job has no shell, a terminal in a sandbox has its own data folder) moves no trace: that takes a wish.
    pub(super) fn arranged(
        &self,
        receipt: Receipt,
        choices: Choices,
        known: Option<&Receipt>,
    ) -> Result<Receipt, EngineError> {
        let layout = &self.settings.layout;
        let surroundings = self.surroundings(choices, known);
        let mut files = activate::links(layout, receipt.generation, &surroundings, choices)?;
        files.extend(surroundings.records.as_ref().map(|records| activate::record(layout, records)));
        let shell_files = if choices.path { self.shell_files(&receipt, choices, known) } else { Vec::new() };
        Ok(Receipt { files, shell_files, choices, place: Some(layout.place()), ..receipt })
    }

    /// Where menus and desktop are: as long as nothing is said about them, where the installation has its links.
    fn surroundings(&self, choices: Choices, known: Option<&Receipt>) -> Surroundings {
        let Desk { surroundings, wishes, .. } = &self.settings.desk;
        let mut surroundings = surroundings.clone();
        let Some(known) = known else { return surroundings };
        let (data, desktop) = activate::settled(known);
        if wishes.menu.is_none() && choices.menu == known.choices.menu {
            surroundings.data = data.or(surroundings.data);
        }
        if wishes.desktop_shortcut.is_none() && choices.desktop_shortcut == known.choices.desktop_shortcut {
            surroundings.desktop = desktop.or(surroundings.desktop);
        }
        surroundings
    }

    /// The start-up files that are to have the line. Another shell may add its own, and takes none away.
    fn shell_files(&self, receipt: &Receipt, choices: Choices, known: Option<&Receipt>) -> Vec<ShellFile> {
        let commands = self.settings.layout.commands();
        let before = known.map_or_else(|| self.marked(), |known| known.shell_files.clone());
        let mut files = activate::kept(&before, commands);
        let said = self.settings.desk.wishes.path.is_some() || known.is_none_or(|known| known.choices != choices);
        let is_whole = files.len() == before.len();
        // Where the system has the folder on the PATH by itself, no line is needed.
        if (!said && is_whole) || (self.is_on_path() && before.is_empty()) {
            return files;
        }
        let line = self.shell().and_then(|shell| activate::path_line(shell, commands, &receipt.application));
        let planned = line.map(|line| activate::planned(&line, &before)).unwrap_or_default();
        for file in planned {
            if !files.iter().any(|known| known.path == file.path) {
                files.push(file);
            }
        }
        files
    }

    /// Removes what installations left that were removed by hand.
    pub(super) fn clear_remains(&self) {
        let surroundings = &self.settings.desk.surroundings;
        for layout in surroundings.all_records.iter().flat_map(|records| activate::gone(records)) {
            let id = layout.folder().file_name().and_then(|name| name.to_str()?.parse().ok());
            if let Some(id) = id {
                activate::clear(&layout, surroundings, &id);
            }
        }
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

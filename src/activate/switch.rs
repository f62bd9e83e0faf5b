//! From a finished environment to the one that runs.

use fs_err as fs;

use super::journal::{self, Intent};
use super::{ActivateError, Generation, Layout, generation, launchers, outside, receipt};
use crate::disk;
use crate::model::{FileName, Receipt};

/// What `switch` needs to know: the receipt to write, and the commands to give launchers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activation {
    /// The receipt; the launchers are added here to what it wants outside the application's folder.
    pub receipt: Receipt,
    /// The commands that get a launcher.
    pub commands: Vec<FileName>,
}

/// Opens the next generation: journalled, its parent folder made, nothing in it yet.
///
/// # Errors
/// Any file-system error.
pub fn begin(layout: &Layout) -> Result<Generation, ActivateError> {
    let last = generation::all(layout)?.last().copied().unwrap_or(0);
    let number = last.saturating_add(1);
    journal::write(layout, &Intent::Build { generation: number })?;
    fs::create_dir_all(layout.generations())?;
    Ok(Generation { number, folder: layout.generation(number) })
}

/// Makes the new generation the one that runs and returns the receipt as written.
///
/// # Errors
/// Any file-system error; the old generation runs on then, and the next start undoes or finishes.
pub fn switch(layout: &Layout, activation: Activation) -> Result<Receipt, ActivateError> {
    let Activation { mut receipt, commands } = activation;
    let old = old_receipt(layout)?;
    if let Some(path) = launchers::taken_commands(layout, &commands, old.as_ref())?.into_iter().next() {
        return Err(ActivateError::CommandTaken { path });
    }
    require_commands(layout, &receipt, &commands)?;
    let wanted = std::mem::take(&mut receipt.files);
    receipt.files = launchers::planned(layout, &commands);
    receipt.files.extend(outside::free(wanted, old.as_ref())?);
    journal::write(layout, &Intent::Switch { receipt: Box::new(receipt.clone()) })?;
    outside::put(layout, &receipt.files)?;
    generation::point_to(layout, receipt.generation)?;
    finish(layout, &receipt)
}

/// What is left to do once the pointer points to the new generation; recovery does the same.
pub(super) fn finish(layout: &Layout, new: &Receipt) -> Result<Receipt, ActivateError> {
    let new = Receipt { files: outside::put(layout, &new.files)?, ..new.clone() };
    let old = old_receipt(layout)?.map(|old| old.files).unwrap_or_default();
    outside::remove(&outside::without(&old, &new.files))?;
    receipt::write(layout, &new)?;
    tidy(layout, &new)?;
    journal::close(layout)?;
    Ok(new)
}

/// Keeps the generation that runs and the one to go back to. What cannot be removed is tried again next time:
/// the new version runs, and nothing of the old one is needed.
pub(super) fn tidy(layout: &Layout, receipt: &Receipt) -> Result<(), ActivateError> {
    let previous = receipt.previous.as_ref().map(|previous| previous.generation);
    for number in generation::all(layout)? {
        if number != receipt.generation && Some(number) != previous {
            disk::remove_if_possible(&layout.generation(number));
        }
    }
    disk::remove_if_possible(&layout.scratch());
    Ok(())
}

fn require_commands(layout: &Layout, receipt: &Receipt, commands: &[FileName]) -> Result<(), ActivateError> {
    let folder = layout.generation(receipt.generation);
    for command in commands {
        let path = if cfg!(windows) {
            folder.join("Scripts").join(format!("{command}.exe"))
        } else {
            folder.join("bin").join(command)
        };
        if !path.exists() {
            return Err(ActivateError::NoCommand { command: command.clone() });
        }
    }
    Ok(())
}

fn old_receipt(layout: &Layout) -> Result<Option<Receipt>, ActivateError> {
    Ok(receipt::installed(layout)?.map(|installed| installed.receipt))
}

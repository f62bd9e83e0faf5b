//! From a finished environment to the one that runs.

use std::collections::BTreeSet;

use fs_err as fs;

use super::journal::{self, Intent};
use super::{ActivateError, Generation, Layout, Lock, generation, launchers, others, outside, receipt, running, shell};
use crate::disk;
use crate::model::{Receipt, Sha256Digest};

/// Forgets downloads: what a switch has dropped, unless somebody else needs it. One that stays is in nobody's way, so it does
/// not fail; whoever is killed meanwhile has it done again by the next start.
pub type Forget<'a> = &'a dyn Fn(&BTreeSet<Sha256Digest>);

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

/// Makes the receipt's generation the one that runs and returns the receipt as written: its outside files are
/// filled in here.
///
/// # Errors
/// Any file-system error; the old generation runs on then, and the next start undoes or finishes.
pub fn switch(layout: &Layout, mut receipt: Receipt, forget: Forget<'_>) -> Result<Receipt, ActivateError> {
    let old = old_receipt(layout)?;
    require_free(layout, &receipt, old.as_ref())?;
    require_commands(layout, &receipt)?;
    let launchers = launchers::planned(layout, &receipt.commands);
    let others = outside::without(&receipt.files, &launchers);
    receipt.files = launchers;
    receipt.files.extend(outside::free(others, old.as_ref()));
    let dropped = dropped(old.as_ref(), &receipt);
    journal::write(layout, &Intent::Switch { receipt: Box::new(receipt.clone()), dropped: dropped.clone() })?;
    outside::put(layout, &receipt.files)?;
    generation::point_to(layout, receipt.generation)?;
    finish(layout, &receipt, &dropped, forget)
}

/// The downloads that only what is installed needs, and not what will be.
fn dropped(old: Option<&Receipt>, new: &Receipt) -> BTreeSet<Sha256Digest> {
    let kept: BTreeSet<Sha256Digest> = new.all_downloads().collect();
    old.into_iter().flat_map(Receipt::all_downloads).filter(|digest| !kept.contains(digest)).collect()
}

/// Gives what is installed other traces outside its folder, or another kept installer; the commands stay.
///
/// # Errors
/// Any file-system error; the next start finishes.
pub fn rearrange(layout: &Layout, _lock: &Lock, wanted: Receipt) -> Result<Receipt, ActivateError> {
    let Some(old) = old_receipt(layout)? else { return Ok(wanted) };
    require_free(layout, &old, Some(&old))?;
    let mut files = launchers::planned(layout, &old.commands);
    let others = outside::without(&wanted.files, &files);
    files.extend(outside::free(others, Some(&old)));
    let new = Receipt { files, ..wanted };
    if new == old {
        return Ok(old);
    }
    let dropped = BTreeSet::new();
    journal::write(layout, &Intent::Switch { receipt: Box::new(new.clone()), dropped: dropped.clone() })?;
    finish(layout, &new, &dropped, &|_| {})
}

/// What is left to do once the pointer points to the new generation; recovery does the same.
pub(super) fn finish(
    layout: &Layout,
    new: &Receipt,
    dropped: &BTreeSet<Sha256Digest>,
    forget: Forget<'_>,
) -> Result<Receipt, ActivateError> {
    // What replaces an old trace stands before that one goes.
    let files = outside::put(layout, &new.files)?;
    let shell_files = shell::put(&new.shell_files, &new.application);
    let mut new = Receipt { files, shell_files, ..new.clone() };
    if let Some(old) = old_receipt(layout)? {
        new.files.extend(outside::remove_dropped(layout, &outside::without(&old.files, &new.files))?);
        let left = shell::remove_dropped(&old.shell_files, &new.shell_files, &old.application);
        new.shell_files.extend(left);
    }
    receipt::write(layout, &new)?;
    // Whatever waited was made for the version before.
    disk::remove(&layout.pending())?;
    tidy(layout, &new)?;
    if !dropped.is_empty() {
        forget(dropped);
    }
    journal::close(layout)?;
    Ok(new)
}

/// Keeps the generation that runs, the one to go back to, and those that processes still run from; what is somebody's own in
/// the others is set aside. What cannot be removed is tried again next time: the new version runs, and nothing of the old one
/// is needed.
pub(super) fn tidy(layout: &Layout, receipt: &Receipt) -> Result<(), ActivateError> {
    let previous = receipt.previous.as_ref().map(|previous| previous.generation);
    let mut surplus = generation::all(layout)?;
    surplus.retain(|number| *number != receipt.generation && Some(*number) != previous);
    if !surplus.is_empty() {
        let running = running::running(layout);
        surplus.retain(|number| !running.contains_key(number));
    }
    for number in surplus {
        let retired = others::retire(layout, number, Some(receipt));
        retired.unwrap_or_else(|error| log::warn!("left behind: {error}"));
    }
    collect_runtimes(layout, receipt)?;
    disk::remove_if_possible(&layout.scratch());
    Ok(())
}

/// Removes the managed Pythons that no generation was made with. One that is kept only because it runs says nothing
/// about its Python, so nothing is removed then.
fn collect_runtimes(layout: &Layout, receipt: &Receipt) -> Result<(), ActivateError> {
    let kept: Vec<&Receipt> = [receipt].into_iter().chain(receipt.previous.as_deref()).collect();
    let is_known = |number: &u32| kept.iter().any(|receipt| receipt.generation == *number);
    if !layout.runtimes().is_dir() || !generation::all(layout)?.iter().all(is_known) {
        return Ok(());
    }
    for entry in fs::read_dir(layout.runtimes())? {
        let entry = entry?;
        // By the name, which is a digest: a path may be written in more than one way.
        let name = entry.file_name();
        let is_its = |receipt: &&Receipt| receipt.python.path.components().any(|part| part.as_os_str() == name);
        let is_ours = name.to_str().is_some_and(|name| name.parse::<Sha256Digest>().is_ok());
        if is_ours && !kept.iter().any(is_its) {
            disk::remove_if_possible(&entry.path());
        }
    }
    Ok(())
}

fn require_free(layout: &Layout, receipt: &Receipt, old: Option<&Receipt>) -> Result<(), ActivateError> {
    let taken = launchers::taken_commands(layout, &receipt.commands, old)?;
    taken.into_iter().next().map_or(Ok(()), |path| Err(ActivateError::CommandTaken { path }))
}

fn require_commands(layout: &Layout, receipt: &Receipt) -> Result<(), ActivateError> {
    let folder = layout.generation(receipt.generation);
    for command in &receipt.commands {
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

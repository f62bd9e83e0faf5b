//! What stays of an installation whose folder was removed by hand: links that lead nowhere, its record, its lines on the PATH.

use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::{Layout, Surroundings, launchers, menu, outside, place, shell};
use crate::disk;
use crate::model::PackageName;

/// Lists the installations that have a record and are not there any more. Where the person could not have removed the
/// folder it may only be out of reach: a disk that is not attached.
pub fn gone(records: &Path) -> Vec<Layout> {
    let layout = |record: PathBuf| {
        let folder = fs::read_link(&record).ok()?.parent()?.to_owned();
        let commands = folder.parent()?.join("bin");
        let layout = Layout::new(folder, commands);
        let is_its = place::is_recorded(&layout, records) && place::record(&layout, records).path == record;
        (is_its && is_gone(&layout) && was_the_persons(layout.folder())).then_some(layout)
    };
    outside::entries(records).into_iter().filter_map(layout).collect()
}

/// Removes what an installation that is not there any more left outside its folder; says whether there was anything.
pub fn clear(layout: &Layout, surroundings: &Surroundings, id: &PackageName) -> bool {
    if !is_gone(layout) {
        return false;
    }
    let mut left = links(layout, surroundings);
    let records = surroundings.all_records.iter().map(|records| place::record(layout, records));
    left.extend(records.filter(|record| outside::is_as_made(record).unwrap_or(false)).map(|record| record.path));
    let blocks =
        surroundings.shell.as_ref().map(|shell| shell::marked(shell, layout.commands(), id)).unwrap_or_default();
    left.iter().for_each(|path| disk::remove_if_possible(path));
    shell::remove_dropped(&blocks, &[], id);
    log::info!("{} is gone: removed {left:?} and lines in {blocks:?}", layout.folder().display());
    !left.is_empty() || !blocks.is_empty()
}

fn is_gone(layout: &Layout) -> bool {
    [layout.setup(), layout.receipt()].iter().all(|path| is_missing(fs::symlink_metadata(path)))
}

fn is_missing<T>(found: io::Result<T>) -> bool {
    found.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// The links that lead through the pointer of an installation, to nothing.
fn links(layout: &Layout, surroundings: &Surroundings) -> Vec<PathBuf> {
    let command = |name: &str| Some(launchers::target(layout, &name.parse().ok()?));
    let mut links = outside::leading_as_made(layout.commands(), command);
    links.extend(menu::shown(layout, surroundings));
    links.retain(|path| is_missing(fs::metadata(path)));
    links
}

#[cfg(unix)]
fn was_the_persons(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let above = folder.ancestors().find_map(|above| fs::symlink_metadata(above).ok());
    above.is_some_and(|found| found.uid() == rustix::process::geteuid().as_raw())
}

#[cfg(not(unix))]
fn was_the_persons(_: &Path) -> bool {
    false
}

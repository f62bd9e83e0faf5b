//! Makes a finished environment the one that runs: pointer, launchers, receipt.
//!
//! Every act is journalled before it is done, so that the next start finishes it or undoes it.
//! Must not fetch, build or judge anything.

mod error;
mod footprint;
mod generation;
mod ground;
mod journal;
mod launchers;
mod layout;
mod lock;
mod menu;
mod mounts;
mod moved;
mod others;
mod outside;
mod pending;
mod place;
mod preflight;
mod receipt;
mod recover;
mod remains;
mod running;
mod setup;
mod shell;
mod standing;
mod surroundings;
mod switch;
mod uninstall;

pub use error::ActivateError;
pub use generation::Generation;
pub use ground::{judge, judge_store, owner};
pub use launchers::taken_commands;
pub use layout::Layout;
pub use lock::{Lock, keep_from_successor};
pub use menu::{Entry, furnish, links, menu_folder, settled, shown};
pub use mounts::mount_in;
pub use moved::is_moved;
pub use others::{aside, make_way};
pub use pending::{forget, postpone, waiting};
pub use place::{is_recorded, record};
pub use preflight::{Needs, PreflightError, preflight};
pub use receipt::{Installed, downloads_of_others, installed, lost, require_generation, require_installed};
pub use recover::{Recovered, recover, recover_for_uninstall};
pub use remains::{clear, gone};
pub use running::running;
pub use setup::{ProfileFiles, damage_of_setup, keep_profile, keep_setup, kept_setup, stage_setup};
pub use shell::{PathLine, kept, marked, path_line, planned, remove_dropped};
pub use standing::{mend_standing, standing};
pub use surroundings::{Shell, Surroundings};
pub use switch::{Forget, begin, rearrange, switch};
pub use uninstall::{Belongings, belongings, uninstall};

#[cfg(test)]
mod tests;

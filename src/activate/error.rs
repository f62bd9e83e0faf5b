//! What can go wrong while an environment is made the one that runs.

use std::io;
use std::path::PathBuf;

use crate::model::{FileName, Version};

/// Says what went wrong.
#[derive(Debug, thiserror::Error)]
pub enum ActivateError {
    /// Another run works on the same application.
    #[error("another run works on {folder}")]
    Busy {
        /// The application's folder.
        folder: PathBuf,
    },
    /// The application's folder cannot be written.
    #[error("{folder} cannot be used")]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A file could not be read, written or removed.
    #[error(transparent)]
    Disk(#[from] io::Error),
    /// A command of that name is there already and is not this application's.
    #[error("{path} is there already and does not belong to this application")]
    CommandTaken {
        /// The file in the way.
        path: PathBuf,
    },
    /// The new environment has no such command.
    #[error("the release has no command {command}")]
    NoCommand {
        /// The command.
        command: FileName,
    },
    /// The receipt was written by a newer version of this program.
    #[error("the receipt {path} is of format {format}, which is newer than this program")]
    NewerReceipt {
        /// The receipt.
        path: PathBuf,
        /// Its format.
        format: u32,
    },
    /// A folder or file could be prepared by somebody else: a link, another owner, or others may write there.
    #[error("{path} is a link, belongs to somebody else, or can be written by others")]
    Unsafe {
        /// The folder or file.
        path: PathBuf,
    },
    /// What is installed was installed by another person.
    #[error("the installation in {folder} belongs to {owner}")]
    Anothers {
        /// The application's folder.
        folder: PathBuf,
        /// The account.
        owner: String,
    },
    /// The receipt is damaged, so it does not tell what to remove.
    #[error("the receipt {path} is damaged")]
    DamagedReceipt {
        /// The receipt.
        path: PathBuf,
    },
    /// Something stands where this program would write and later remove, and is not its own.
    #[error("{path} was not made by this program")]
    Foreign {
        /// What is in the way.
        path: PathBuf,
    },
    /// The generation that was kept to go back to, or its Python, is not there any more.
    #[error("version {version} in {folder} cannot start any more")]
    PreviousGone {
        /// Its version.
        version: Version,
        /// Its folder.
        folder: PathBuf,
    },
    /// Another file system is attached at or below a folder of data that was to be removed.
    #[error("another file system is mounted at {path}")]
    Mounted {
        /// Where.
        path: PathBuf,
    },
    /// The person stopped it.
    #[error("the run was cancelled")]
    Cancelled,
    /// Nothing is installed.
    #[error("nothing is installed in {folder}")]
    NotInstalled {
        /// The application's folder.
        folder: PathBuf,
    },
}

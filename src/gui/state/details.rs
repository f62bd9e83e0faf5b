//! What has happened so far, line by line, for those who unfold it and for 'copy details'.

use crate::model::event::{Event, Phase};
use crate::model::{FileName, PackageName};

/// The lines of a run, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    entries: Vec<Entry>,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A phase began.
    Entered(Phase),
    /// A file is all there.
    Arrived {
        /// The file.
        artifact: FileName,
        /// Its bytes.
        size: u64,
    },
    /// A file is tried again.
    Retrying {
        /// The file.
        artifact: FileName,
        /// The number of the try.
        attempt: u32,
        /// Why, in English.
        cause: String,
    },
    /// A distribution is built.
    Building(PackageName),
    /// A distribution is installed.
    Installed(PackageName),
}

impl Details {
    /// Takes a fact.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Entered { phase } => self.push(Entry::Entered(*phase)),
            Event::Fetching { artifact, have, size } if have == size => {
                let entry = Entry::Arrived { artifact: artifact.clone(), size: *size };
                // The end of a file may be told more than once.
                if !self.entries.contains(&entry) {
                    self.push(entry);
                }
            }
            Event::Retrying { artifact, attempt, cause, .. } => {
                self.push(Entry::Retrying { artifact: artifact.clone(), attempt: *attempt, cause: cause.clone() })
            }
            Event::Building { package } => self.push(Entry::Building(package.clone())),
            Event::Installing { package, .. } => self.push(Entry::Installed(package.clone())),
            _ => {}
        }
    }

    /// Returns the lines, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    fn push(&mut self, entry: Entry) {
        if self.entries.len() == MOST {
            self.entries.drain(..MOST / 4);
        }
        self.entries.push(entry);
    }
}

/// Lines that are kept; a run of a hundred distributions has some three hundred.
const MOST: usize = 4000;

//! Trusted metadata that nobody keeps: what a machine holds for as long as a look takes.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;

use crate::ports::MetadataStore;

/// A store of trusted metadata in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    files: RefCell<BTreeMap<String, Vec<u8>>>,
}

impl MemoryStore {
    /// Makes a store that holds files already.
    pub fn holding(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self { files: RefCell::new(files) }
    }
}

impl MetadataStore for MemoryStore {
    fn read(&self, file: &str) -> io::Result<Option<Vec<u8>>> {
        Ok(self.files.borrow().get(file).cloned())
    }

    fn write(&self, file: &str, bytes: &[u8]) -> io::Result<()> {
        self.files.borrow_mut().insert(file.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn remove(&self, file: &str) -> io::Result<()> {
        self.files.borrow_mut().remove(file);
        Ok(())
    }
}

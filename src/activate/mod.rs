//! The generation pointer, launchers, receipt.

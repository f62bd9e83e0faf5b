//! Fetches what a plan names into the content-addressed store.

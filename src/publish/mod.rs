//! The publisher's half.
pub mod build_environment;
pub mod claim;
pub mod coverage;
pub mod document;
pub mod face;
pub mod folder;
pub mod key;
pub mod lock;
pub mod recipe;
pub mod requirements;
pub mod resolve;
pub mod sdist;
pub mod tools;
pub mod wheels;

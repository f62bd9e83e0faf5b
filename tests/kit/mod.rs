//! The test kit: speaks the domain in a line, on real temporary folders and a real loopback server.
//!
//! Each integration test brings it in with `mod kit;`, and uses only part of it.
#![allow(dead_code, unreachable_pub, reason = "every test file compiles the whole kit and uses only part of it")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests are their own edge")]

#[cfg(target_os = "linux")]
pub mod acts;
pub mod body;
pub mod citizen;
pub mod fetching;
pub mod fit;
pub mod fonts;
#[cfg(target_os = "linux")]
pub mod killing;
pub mod machine;
pub mod picture;
pub mod publisher;
pub mod python;
pub mod relay;
pub mod repository;
#[cfg(target_os = "linux")]
pub mod scene;
pub mod screens;
pub mod sdist;
pub mod server;
pub mod tahoe;
pub mod wheel;
pub mod window;

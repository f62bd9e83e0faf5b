//! The program's real window on a screen of its own, driven by keyboard and mouse, against a loopback repository whose
//! faults are scripted. `.ci/window` runs it (`cargo test --test window_end_to_end -- --ignored`): it needs Xvfb, xdotool,
//! openbox, ImageMagick, xclip and AT-SPI (see there). What is asserted is what a screen reader finds, what is
//! on the disk, and what the server was asked; what a person would see is kept below target/ci/window.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tests run programs from outside, and tell figures"
)]
#![allow(unreachable_pub, reason = "tests")]

mod demo;
mod desk;
mod ear;
mod edges;
mod figures;
#[path = "../kit/mod.rs"]
mod kit;
mod opened;
mod replay;
mod walk;

//! libFuzzer's way in: `cargo +nightly fuzz run trust`.
#![no_main]

#[path = "../trust_target.rs"]
mod trust_target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| trust_target::run(data));

//! Fuzzes the trust room on stable Rust: `cargo run --example fuzz_trust -- 1000000 [SEED]`.
//!
//! The same target as `fuzz/fuzz_targets/trust.rs`, driven by changes to valid documents that know a little about
//! JSON, on two threads. Ends with status 0 when no input panicked; prints the input that did otherwise.
#![allow(clippy::print_stdout, clippy::print_stderr, clippy::disallowed_methods, reason = "a small program")]
#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "for tests only")]

#[path = "../fuzz/trust_target.rs"]
mod trust_target;

use std::process::ExitCode;
use std::time::Instant;

use fastrand::Rng;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).map(|text| text.parse::<u64>().expect("a number"));
    let count = arguments.next().unwrap_or(1_000_000);
    let seed = arguments.next().unwrap_or_else(|| fastrand::u64(..));
    println!("{count} inputs, seed {seed}");
    let begun = Instant::now();
    let outcome = std::thread::scope(|scope| {
        let work = |thread: u64| move || fuzz(Rng::with_seed(seed ^ thread), count.div_ceil(THREADS));
        let threads: Vec<_> = (0..THREADS).map(|thread| scope.spawn(work(thread))).collect();
        threads.into_iter().try_for_each(|thread| thread.join().expect("a thread ends"))
    });
    match outcome {
        Ok(()) => {
            println!("{count} inputs without a panic in {:.1} s", begun.elapsed().as_secs_f64());
            ExitCode::SUCCESS
        }
        Err(input) => {
            eprintln!("this input panicked:\n{}", input.escape_ascii());
            ExitCode::FAILURE
        }
    }
}

/// Runs so many inputs; returns the first that panics.
fn fuzz(mut rng: Rng, count: u64) -> Result<(), Vec<u8>> {
    let base = trust_target::base();
    let documents: Vec<&[u8]> = base.files.values().map(Vec::as_slice).collect();
    for _ in 0..count {
        let choice = rng.u8(..);
        let own = base.files.get(trust_target::FILES[usize::from(choice) % trust_target::FILES.len()]);
        let start = own.map_or_else(|| documents[rng.usize(..documents.len())], Vec::as_slice);
        let mut input = start.to_vec();
        for _ in 0..rng.usize(1..6) {
            change(&mut input, &documents, &mut rng);
        }
        input.insert(0, choice);
        std::panic::catch_unwind(|| trust_target::run(&input)).map_err(|_| input)?;
    }
    Ok(())
}

/// Makes one change.
fn change(input: &mut Vec<u8>, documents: &[&[u8]], rng: &mut Rng) {
    let at = rng.usize(..=input.len());
    let end = (at + rng.usize(0..64)).min(input.len());
    match rng.u8(..8) {
        0 => input[at..end].iter_mut().for_each(|byte| *byte ^= 1 << rng.u8(..8)),
        1 => drop(input.drain(at..end)),
        2 => {
            let copy = input[at..end].to_vec();
            input.splice(at..at, copy);
        }
        3 => {
            let other = documents[rng.usize(..documents.len())];
            let from = rng.usize(..other.len());
            let piece = other[from..(from + rng.usize(1..200)).min(other.len())].to_vec();
            input.splice(at..end, piece);
        }
        4 => drop(input.splice(at..at, (0..rng.usize(1..9)).map(|_| rng.u8(..)).collect::<Vec<_>>())),
        5 => replace_number(input, rng),
        // White space leaves the value alone: such an input is trusted.
        6 => drop(input.splice(after_token(input, at)..after_token(input, at), *b" \n")),
        _ => drop(input.splice(at..at, TOKENS[rng.usize(..TOKENS.len())].to_vec())),
    }
}

fn after_token(input: &[u8], from: usize) -> usize {
    input.iter().skip(from).position(|byte| b"{}[],:".contains(byte)).map_or(input.len(), |found| from + found)
}

fn replace_number(input: &mut Vec<u8>, rng: &mut Rng) {
    let from = rng.usize(..=input.len());
    if let Some(found) = input.iter().skip(from).position(u8::is_ascii_digit) {
        let number = NUMBERS[rng.usize(..NUMBERS.len())];
        input.splice(from + found..=from + found, number.iter().copied());
    }
}

const THREADS: u64 = 2;

const NUMBERS: [&[u8]; 8] =
    [b"0", b"-1", b"9007199254740992", b"9007199254740993", b"18446744073709551616", b"1e9", b"1.5", b"00"];

const TOKENS: [&[u8]; 20] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"null",
    b"true",
    b"\\u0000",
    b"\\ud800",
    b"\"signed\":{}",
    b"\"signatures\":[]",
    b"\"_type\":\"root\",",
    b"\"version\":1,",
    b"\"keyids\":[],",
    b"\xff",
    b"\xef\xbb\xbf",
    b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
];

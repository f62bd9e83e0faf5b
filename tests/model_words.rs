//! Whatever bytes come, reading a word or a document never panics, and what is read can be written and read again.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fmt::{Debug, Display};
use std::str::FromStr;

use proptest::prelude::*;
use quoc::model::{FileName, PackageName, Profile, Receipt, Sha256Digest, Timestamp};

fn reads_back<T: FromStr<Err: Debug> + Display + PartialEq + Debug>(text: &str) -> Result<(), TestCaseError> {
    if let Ok(word) = text.parse::<T>() {
        prop_assert_eq!(word.to_string().parse::<T>().unwrap(), word);
    }
    Ok(())
}

const RECEIPT: &str = r#"{"format": 1, "application": "demo", "name": "Demo", "version": "1.0",
    "release": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "targets-version": 3, "generation": 1,
    "python": {"path": "/usr/bin/python3", "version": "3.11.7"}, "packages": [], "files": [],
    "installed-at": "2026-11-22T23:59:59Z"}"#;

const PROFILE: &str = "id = 'demo'\nname = 'Demo'\npublisher = 'Demo & Co'\nrepository = 'https://example.org/'\n\
    minimum-targets-version = 3\nminimum-version = '1.0'\n";

/// Replaces some bytes of a text.
fn mutated(text: &str, at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut mutated = text.as_bytes().to_vec();
    let at = at % mutated.len();
    let end = (at + bytes.len() / 2).min(mutated.len());
    mutated.splice(at..end, bytes.iter().copied());
    mutated
}

proptest! {
    #[test]
    fn a_word_reads_back_what_it_wrote(text in "[a-zA-Z0-9._+!@=,~ /\\\\:-]{0,40}") {
        reads_back::<PackageName>(&text)?;
        reads_back::<FileName>(&text)?;
    }

    #[test]
    fn a_digest_reads_back_what_it_wrote(text in "[0-9a-fA-Fg]{62,66}") {
        reads_back::<Sha256Digest>(&text)?;
    }

    #[test]
    fn a_time_reads_back_what_it_wrote(text in "[0-9]{4}-[01][0-9]-[0-3][0-9][T ][0-2][0-9]:[0-6][0-9]:[0-6][0-9]Z?") {
        reads_back::<Timestamp>(&text)?;
    }

    #[test]
    fn reading_a_word_never_panics(text in "\\PC{0,70}") {
        drop((text.parse::<PackageName>(), text.parse::<FileName>()));
        drop((text.parse::<Sha256Digest>(), text.parse::<Timestamp>()));
    }

    #[test]
    fn reading_a_receipt_never_panics(at: usize, bytes in prop::collection::vec(any::<u8>(), 0..8)) {
        if let Ok(receipt) = Receipt::parse(&mutated(RECEIPT, at, &bytes)) {
            prop_assert_eq!(Receipt::parse(&serde_json::to_vec(&receipt).unwrap()).unwrap(), receipt);
        }
    }

    #[test]
    fn reading_a_profile_never_panics(at: usize, bytes in prop::collection::vec(any::<u8>(), 0..8)) {
        let text = String::from_utf8_lossy(&mutated(PROFILE, at, &bytes)).into_owned();
        if let Ok(profile) = Profile::parse(&text) {
            prop_assert_eq!(Profile::parse(&toml::to_string(&profile).unwrap()).unwrap(), profile);
        }
    }
}

//! Size first, then every known hash (TUF 1.0.34, 5.5.2, 5.6.2 and 5.7.3).

use std::collections::BTreeMap;

use sha2::{Digest, Sha256, Sha512};

use super::document::hex;
use super::error::TrustError;

/// Checks bytes against what was signed about them.
///
/// The size comes first, so that a file cut short is not mistaken for one tampered with. At least one hash
/// must be known, and all known ones must match.
pub(super) fn check_length_and_hashes(
    length: Option<u64>,
    hashes: Option<&BTreeMap<String, String>>,
    bytes: &[u8],
    file: &str,
) -> Result<(), TrustError> {
    let found = bytes.len() as u64;
    if let Some(expected) = length.filter(|expected| *expected != found) {
        return Err(TrustError::WrongLength { file: file.to_owned(), expected, found });
    }
    let Some(hashes) = hashes else { return Ok(()) };
    let mut known = 0;
    for (algorithm, expected) in hashes {
        let Some(found) = digest(algorithm, bytes) else { continue };
        if found != *expected {
            return Err(TrustError::WrongHash { file: file.to_owned(), algorithm: algorithm.clone() });
        }
        known += 1;
    }
    if known == 0 { Err(TrustError::NoKnownHash { file: file.to_owned() }) } else { Ok(()) }
}

fn digest(algorithm: &str, bytes: &[u8]) -> Option<String> {
    match algorithm {
        "sha256" => Some(hex(&Sha256::digest(bytes))),
        "sha512" => Some(hex(&Sha512::digest(bytes))),
        _ => None,
    }
}

//! A sha256 digest.

use std::fmt;
use std::io::{self, Read, Write};
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Holds the 32 bytes of a sha256; its text is 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sha256Digest([u8; 32]);

/// Says that a text is no sha256 digest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a sha256 digest (64 hex digits)")]
pub struct InvalidDigest {
    /// The text as it was given.
    pub text: String,
}

impl Sha256Digest {
    /// Computes the digest of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads to the end; returns how many bytes there were, and their digest.
    ///
    /// # Errors
    /// The reader's.
    pub fn of_reader(reader: impl Read) -> io::Result<(u64, Self)> {
        Self::copying(reader, io::sink())
    }

    /// Reads to the end and writes all of it; returns how many bytes were written, and their digest.
    ///
    /// # Errors
    /// The reader's or the writer's.
    pub fn copying(mut reader: impl Read, mut writer: impl Write) -> io::Result<(u64, Self)> {
        let mut hasher = Sha256::new();
        // On the stack: most files are small, and a large block costs the system more than reading them.
        let mut buffer = [0; BUFFER];
        let mut size = 0;
        loop {
            let count = match reader.read(&mut buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            let bytes = buffer.get(..count).unwrap_or_default();
            if bytes.is_empty() {
                return Ok((size, Self(hasher.finalize().into())));
            }
            writer.write_all(bytes)?;
            hasher.update(bytes);
            size += count as u64;
        }
    }

    /// Takes a digest that a streaming hasher has finished.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Returns the 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl FromStr for Sha256Digest {
    type Err = InvalidDigest;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let invalid = || InvalidDigest { text: text.chars().take(80).collect() };
        if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(invalid());
        }
        let mut bytes = [0; 32];
        for (index, byte) in bytes.iter_mut().enumerate() {
            let pair = text.get(2 * index..2 * index + 2).ok_or_else(invalid)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| invalid())?;
        }
        Ok(Self(bytes))
    }
}

super::text_form!(Sha256Digest, InvalidDigest);

impl fmt::Display for Sha256Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Sha256Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

const BUFFER: usize = 32 * 1024;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_digest_reads_back_what_it_wrote() {
        let digest = Sha256Digest::of(b"");
        let text = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(digest.to_string(), text);
        assert_eq!(text.to_uppercase().parse::<Sha256Digest>().unwrap(), digest);
    }

    #[test]
    fn what_is_written_is_what_was_hashed() {
        let bytes: Vec<u8> = (0..300_000_u32).map(|number| number as u8).collect();
        let mut copy = Vec::new();
        assert_eq!(Sha256Digest::copying(&bytes[..], &mut copy).unwrap(), (300_000, Sha256Digest::of(&bytes)));
        assert_eq!(copy, bytes);
        assert_eq!(Sha256Digest::of_reader(&bytes[..]).unwrap(), (300_000, Sha256Digest::of(&bytes)));
    }

    #[test]
    fn a_digest_of_another_length_or_alphabet_is_refused() {
        let long = "a".repeat(65);
        let multibyte = "é".repeat(32);
        for text in ["", "abc", long.as_str(), multibyte.as_str()] {
            assert!(text.parse::<Sha256Digest>().is_err());
        }
    }
}

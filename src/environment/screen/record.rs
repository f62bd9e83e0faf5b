//! Reads a wheel's RECORD: the list of its files with their hashes (the PyPA specification 'Recording installed projects').
//!
//! Says only what the list says; whether the files agree is judged by whoever reads them.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256, Sha384, Sha512};

use crate::model::Sha256Digest;

/// The rows of a RECORD, by path.
pub(super) type Rows = HashMap<String, Option<Row>>;

/// What a row says about its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    algorithm: Algorithm,
    /// URL-safe base64 without padding, as the row has it.
    digest: String,
    size: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Algorithm {
    Sha256,
    Sha384,
    Sha512,
}

/// Says why a RECORD cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadRecord {
    /// It is not UTF-8.
    #[error("RECORD is not UTF-8")]
    Encoding,
    /// A row is no CSV of three fields.
    #[error("row {row} of RECORD is not three fields")]
    Shape {
        /// The row, from 1.
        row: usize,
    },
    /// A row names a hash that is none of sha256, sha384 and sha512, or a size that is no number.
    #[error("row {row} of RECORD has no usable hash or size")]
    Hash {
        /// The row, from 1.
        row: usize,
    },
    /// A path has two rows.
    #[error("RECORD lists {path} twice")]
    Twice {
        /// The path.
        path: String,
    },
}

/// Hashes one file both as its row wants it and as quoc wants it.
pub(super) enum Hasher {
    Sha256(Sha256),
    Sha384(Sha256, Sha384),
    Sha512(Sha256, Sha512),
}

impl Hasher {
    pub(super) fn new(row: Option<&Row>) -> Self {
        match row.map(|row| row.algorithm) {
            None | Some(Algorithm::Sha256) => Self::Sha256(Sha256::new()),
            Some(Algorithm::Sha384) => Self::Sha384(Sha256::new(), Sha384::new()),
            Some(Algorithm::Sha512) => Self::Sha512(Sha256::new(), Sha512::new()),
        }
    }

    pub(super) fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Sha256(ours) => ours.update(bytes),
            Self::Sha384(ours, theirs) => {
                ours.update(bytes);
                theirs.update(bytes);
            }
            Self::Sha512(ours, theirs) => {
                ours.update(bytes);
                theirs.update(bytes);
            }
        }
    }

    /// Returns the sha256, and the text that the row must have.
    pub(super) fn finish(self) -> ([u8; 32], String) {
        match self {
            Self::Sha256(ours) => {
                let digest: [u8; 32] = ours.finalize().into();
                (digest, base64(&digest))
            }
            Self::Sha384(ours, theirs) => (ours.finalize().into(), base64(&theirs.finalize())),
            Self::Sha512(ours, theirs) => (ours.finalize().into(), base64(&theirs.finalize())),
        }
    }
}

impl Row {
    /// Returns its size and its sha256, where it has both.
    pub(super) fn size_and_sha256(&self) -> Option<(u64, Sha256Digest)> {
        let digest = URL_SAFE_NO_PAD.decode(&self.digest).ok().filter(|_| self.algorithm == Algorithm::Sha256)?;
        Some((self.size?, Sha256Digest::from_bytes(digest.try_into().ok()?)))
    }

    /// Returns whether its hash is a sha256.
    pub(super) fn is_sha256(&self) -> bool {
        self.algorithm == Algorithm::Sha256
    }

    /// Returns whether a file of this size and this digest is the one the row describes.
    pub(super) fn describes(&self, size: u64, digest: &str) -> bool {
        self.size.is_none_or(|said| said == size) && self.digest == digest
    }
}

/// Reads the rows; a row without a hash (RECORD itself, signatures, bytecode) is `None`.
pub(super) fn parse(bytes: &[u8]) -> Result<Rows, BadRecord> {
    let text = std::str::from_utf8(bytes).map_err(|_| BadRecord::Encoding)?;
    let mut rows = Rows::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        let row = index + 1;
        let [path, hash, size] = fields(line).ok_or(BadRecord::Shape { row })?;
        let described = if hash.is_empty() { None } else { Some(describe(&hash, &size, row)?) };
        if rows.insert(path.clone(), described).is_some() {
            return Err(BadRecord::Twice { path });
        }
    }
    Ok(rows)
}

fn describe(hash: &str, size: &str, row: usize) -> Result<Row, BadRecord> {
    let (algorithm, digest) = hash.split_once('=').ok_or(BadRecord::Hash { row })?;
    // The specification: sha256 or better; md5 and sha1 are not permitted.
    let algorithm = match algorithm {
        "sha256" => Algorithm::Sha256,
        "sha384" => Algorithm::Sha384,
        "sha512" => Algorithm::Sha512,
        _ => return Err(BadRecord::Hash { row }),
    };
    let size = match size {
        "" => None,
        digits => Some(digits.parse().map_err(|_| BadRecord::Hash { row })?),
    };
    Ok(Row { algorithm, digest: digest.trim_end_matches('=').to_owned(), size })
}

/// Splits a CSV line with Python's default dialect: fields in double quotes, a doubled quote is one.
fn fields(line: &str) -> Option<[String; 3]> {
    let mut fields = vec![String::new()];
    let mut characters = line.chars().peekable();
    let mut quoted = false;
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                fields.last_mut()?.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut()?.push(other),
        }
    }
    if quoted { None } else { fields.try_into().ok() }
}

/// Writes URL-safe base64 without padding (RFC 4648, section 5).
pub(in crate::environment) fn base64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn base64_is_the_url_safe_one_without_padding() {
        // RFC 4648, section 10, and the two letters in which the alphabets differ.
        for (bytes, text) in [
            (&b""[..], ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foobar", "Zm9vYmFy"),
            (b"\xfb\xff", "-_8"),
        ] {
            assert_eq!(base64(bytes), text);
        }
    }

    #[test]
    fn a_row_describes_the_file_it_was_written_for_and_no_other() {
        let rows =
            parse(b"\"a,\"\"b\"\".py\",sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\r\nRECORD,,\n").unwrap();
        let row = rows.get("a,\"b\".py").unwrap().clone().unwrap();
        let (_, digest) = Hasher::new(Some(&row)).finish();
        assert!(row.describes(0, &digest));
        assert!(!row.describes(1, &digest));
        assert!(!row.describes(0, "x"));
        assert_eq!(rows.get("RECORD").unwrap(), &None);
    }

    #[test]
    fn longer_hashes_are_compared_too() {
        for name in ["sha384", "sha512"] {
            let rows = parse(format!("a,{name}=AAAA,\n").as_bytes()).unwrap();
            let row = rows.get("a").unwrap().clone().unwrap();
            let (ours, theirs) = Hasher::new(Some(&row)).finish();
            assert_eq!(base64(&ours), "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
            assert!(!row.describes(0, &theirs));
            assert!(theirs.len() > 60);
        }
    }

    #[test]
    fn a_record_that_cannot_be_read_is_refused() {
        for (text, why) in [
            (&b"\xff"[..], BadRecord::Encoding),
            (b"a,b", BadRecord::Shape { row: 1 }),
            (b"a,,\n\"a,,", BadRecord::Shape { row: 2 }),
            (b"a,md5=x,1", BadRecord::Hash { row: 1 }),
            (b"a,sha256=x,one", BadRecord::Hash { row: 1 }),
            (b"a,,\na,,", BadRecord::Twice { path: "a".into() }),
        ] {
            assert_eq!(parse(text), Err(why));
        }
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_the_parser_panic(bytes: Vec<u8>, text in "([a-z\"]{0,3},(sha256=)?[A-Za-z=]{0,4},[0-9]{0,21}\n){0,4}") {
            drop(parse(&bytes));
            drop(parse(text.as_bytes()));
        }

        #[test]
        fn any_path_survives_being_quoted(path in "[ -~é]{1,20}") {
            let line = format!("\"{}\",,\n", path.replace('"', "\"\""));
            proptest::prop_assert!(parse(line.as_bytes()).unwrap().contains_key(&path));
        }
    }
}

//! Reads who issued a certificate (X.509, RFC 5280, section 4.1), for words only: nothing is decided by it.

use rustls::pki_types::CertificateDer;

/// Returns the issuer's common name and organization, as far as the certificate has them.
pub(super) fn of(certificate: &CertificateDer<'_>) -> Option<String> {
    let (outer, _) = element(certificate, SEQUENCE)?;
    let (body, _) = element(outer, SEQUENCE)?;
    // version [0], serialNumber, signature, issuer.
    let rest = element(body, VERSION).map_or(body, |(_, rest)| rest);
    let (_, rest) = element(rest, INTEGER)?;
    let (_, rest) = element(rest, SEQUENCE)?;
    let (issuer, _) = element(rest, SEQUENCE)?;
    let (name, organization) = (attribute(issuer, COMMON_NAME), attribute(issuer, ORGANIZATION));
    match (name, organization) {
        (Some(name), Some(organization)) if name != organization => Some(format!("{name}, {organization}")),
        (name, organization) => name.or(organization),
    }
}

fn attribute(mut issuer: &[u8], wanted: &[u8]) -> Option<String> {
    while let Some((set, rest)) = element(issuer, SET) {
        issuer = rest;
        let Some((pair, _)) = element(set, SEQUENCE) else { continue };
        let Some((kind, value)) = element(pair, OBJECT_ID) else { continue };
        if kind == wanted {
            return text(value);
        }
    }
    None
}

/// Reads a DirectoryString; other alphabets than ASCII and UTF-8 are old and rare.
fn text(value: &[u8]) -> Option<String> {
    let bytes = TEXTS.iter().find_map(|&kind| element(value, kind))?.0;
    // The name comes from a stranger: no control characters, no end.
    let text: String = String::from_utf8_lossy(bytes).chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    (!text.is_empty()).then_some(text)
}

/// Splits off one DER element of a kind: its content, and what follows.
fn element(bytes: &[u8], kind: u8) -> Option<(&[u8], &[u8])> {
    let (&found, rest) = bytes.split_first()?;
    if found != kind {
        return None;
    }
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let digits = usize::from(first & 0x7f);
        if digits > 4 {
            return None;
        }
        let (digits, rest) = rest.split_at_checked(digits)?;
        (digits.iter().fold(0_usize, |length, &digit| length << 8 | usize::from(digit)), rest)
    };
    rest.split_at_checked(length)
}

const INTEGER: u8 = 0x02;
const OBJECT_ID: u8 = 0x06;
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const VERSION: u8 = 0xa0;
/// UTF8String, PrintableString, TeletexString, IA5String.
const TEXTS: [u8; 4] = [0x0c, 0x13, 0x14, 0x16];
/// 2.5.4.3
const COMMON_NAME: &[u8] = &[0x55, 0x04, 0x03];
/// 2.5.4.10
const ORGANIZATION: &[u8] = &[0x55, 0x04, 0x0a];
const LONGEST: usize = 120;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            of(&CertificateDer::from(bytes));
        }

        #[test]
        fn any_nesting_is_read_without_a_panic(
            bytes in proptest::collection::vec(prop_oneof![
                Just(SEQUENCE), Just(SET), Just(OBJECT_ID), Just(INTEGER), Just(VERSION), Just(0x0c), 0_u8..12, 0x80_u8..=0x85
            ], 0..200)
        ) {
            of(&CertificateDer::from(bytes));
        }
    }
}

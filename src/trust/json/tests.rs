//! Strict JSON and its canonical form, at the edges.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use super::*;

fn refused(text: &str) -> JsonError {
    match parse(text.as_bytes()) {
        Err(error) => error,
        Ok(value) => panic!("{text} was read as {value:?}"),
    }
}

#[test]
fn a_repeated_member_is_refused_at_every_depth() {
    for text in [r#"{"a":1,"a":1}"#, r#"{"b":[{"a":1,"a":2}]}"#, r#"{"a":1,"\u0061":2}"#] {
        assert!(matches!(refused(text), JsonError::RepeatedMember { member } if member == "a"), "{text}");
    }
}

#[test]
fn a_number_that_is_no_plain_integer_is_refused() {
    for text in ["1.0", "1e3", "0.5", "-0", "1E2", "-1.5"] {
        assert!(matches!(refused(text), JsonError::NotAnInteger), "{text}");
    }
}

#[test]
fn an_integer_is_read_up_to_two_to_the_53_and_refused_beyond() {
    assert_eq!(parse(b"9007199254740992").unwrap(), Value::Integer(MAX_INTEGER));
    assert_eq!(parse(b"-9007199254740992").unwrap(), Value::Integer(-MAX_INTEGER));
    for text in ["9007199254740993", "-9007199254740993", "18446744073709551616", "9223372036854775808", "-9e400"] {
        assert!(parse(text.as_bytes()).is_err(), "{text}");
    }
    assert!(matches!(refused("9007199254740993"), JsonError::IntegerTooLarge));
    assert!(matches!(refused("99999999999999999999999999"), JsonError::IntegerTooLarge));
}

#[test]
fn nesting_is_read_up_to_the_limit_and_refused_beyond() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(parse(nested(MAX_DEPTH).as_bytes()).is_ok());
    assert!(matches!(refused(&nested(MAX_DEPTH + 1)), JsonError::TooDeep { limit: MAX_DEPTH }));
    // Far beyond: no stack is used up.
    assert!(parse(nested(1_000_000).as_bytes()).is_err());
}

#[test]
fn what_is_no_json_is_refused() {
    for bytes in [
        &b""[..],
        b"<html>",
        b"{} {}",
        b"{\"a\":1,}",
        b"NaN",
        b"Infinity",
        b"\"\xff\"",
        b"\xef\xbb\xbf{}",
        b"\"\\ud800\"",
        b"01",
        b"\"\n\"",
        b"{'a':1}",
        b"// a\n{}",
    ] {
        assert!(matches!(parse(bytes), Err(JsonError::Syntax { .. })), "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn the_canonical_form_sorts_by_code_point_and_escapes_only_quote_and_backslash() {
    let text =
        "{ \"b\": [true, false, null, -7], \"\\uffff\": 1, \"\\ud83d\\ude00\": 2, \"a\": \"\\n\\\"\\\\/\\u00e9\" }";
    let canonical = parse(text.as_bytes()).unwrap().canonical();
    let expected = "{\"a\":\"\n\\\"\\\\/é\",\"b\":[true,false,null,-7],\"\u{ffff}\":1,\"😀\":2}";
    assert_eq!(String::from_utf8(canonical).unwrap(), expected);
}

#[test]
fn the_file_form_reads_back_as_the_same_value() {
    let text = r#"{"a":"\n\"\\ \u0000 é","b":[],"c":{},"d":[1,{"e":null}]}"#;
    let value = parse(text.as_bytes()).unwrap();
    let bytes = value.to_file_bytes();
    assert_eq!(parse(&bytes).unwrap(), value);
    assert_eq!(bytes.last(), Some(&b'\n'));
}

mod properties {
    use proptest::prelude::*;

    use super::super::*;

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            (-MAX_INTEGER..=MAX_INTEGER).prop_map(Value::Integer),
            any::<String>().prop_map(Value::String),
        ];
        leaf.prop_recursive(5, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
                prop::collection::btree_map(any::<String>(), inner, 0..6).prop_map(Value::Object),
            ]
        })
    }

    proptest! {
        #[test]
        fn every_value_survives_its_file_form(value in value()) {
            prop_assert_eq!(parse(&value.to_file_bytes()).unwrap(), value);
        }

        #[test]
        fn two_values_with_one_canonical_form_are_the_same(a in value(), b in value()) {
            prop_assert_eq!(a.canonical() == b.canonical(), a == b);
        }

        #[test]
        fn any_bytes_are_refused_or_read_with_one_meaning(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(value) = parse(&bytes) {
                prop_assert_eq!(parse(&value.to_file_bytes()).unwrap(), value);
            }
        }
    }
}
